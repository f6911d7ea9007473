/**
 * The check before a commit, in the script that git runs then: a block between two marks at the top, where no `exit` of
 * what people wrote below keeps it from running. It checks each vault of the repository that asked for it.
 *
 * A colleague whose machine lacks the program can commit all the same: the block says in one line how to mend that. So it
 * does when the check cannot run; findings alone stop a commit.
 */

/** What stands in the block; the names are those of this machine. */
export interface HookProgram {
  readonly node: string;
  readonly script: string;
}

const BEGIN = '# cx-playbook: begin';
const END = '# cx-playbook: end';
const CALL = 'cx_playbook_check ';
const BLOCK = /^# cx-playbook: begin[ \t]*\n(?:(?!^# cx-playbook: begin)[^])*?^# cx-playbook: end[ \t]*(?:\n|$(?![^]))/m;
/** Of an interpreter that reads what a POSIX shell reads. */
const SHELL = /^#![ \t]*(?:\S*\/)?(?:env[ \t]+)?(?:ba|da|k|z|a)?sh(?:[ \t]|$)/;

/** Why a script is left alone; undefined when a block can stand in it. */
export function hookObstacle(text: string): string | undefined {
  if (text.includes('\0') || text.includes('\ufffd')) return 'is no text';
  if (text.includes('\r')) return 'has line ends that a shell does not read';
  const [first = ''] = text.split('\n', 1);
  return !first.startsWith('#!') || SHELL.test(first) ? undefined : 'is no shell script';
}

/** The script with the check of a vault; `vault` is its folder in the repository, empty for the top. */
export function withHookBlock(text: string | undefined, vault: string, program: HookProgram): string {
  const before = text ?? '#!/bin/sh\n';
  const vaults = [...vaultsOf(before).filter((known) => known !== vault), vault].sort();
  return place(before, blockOf(vaults, program));
}

/** The script without the check of a vault: undefined when nothing is left in it. */
export function withoutHookBlock(text: string, vault: string, program: HookProgram): string | undefined {
  if (!BLOCK.test(text)) return text;
  const others = vaultsOf(text).filter((known) => known !== vault);
  if (others.length > 0) return place(text, blockOf(others, program));
  const left = text.replace(BLOCK, '');
  return left === '' || left === '#!/bin/sh\n' ? undefined : left;
}

/** Folders of the vaults that the script checks; empty when it has no block. */
export function vaultsOf(text: string): readonly string[] {
  const block = BLOCK.exec(text)?.[0] ?? '';
  return block.split('\n').flatMap((line) => (line.startsWith(CALL) ? [unquoted(line.slice(CALL.length))] : []));
}

/** What to add to a script that others wrote, or that the repository shares: it finds the program by its name. */
export function hookLine(vault: string): string {
  return `cx-playbook lint ${quoted(folder(vault))} --staged || exit 1`;
}

function place(text: string, block: string): string {
  if (BLOCK.test(text)) return text.replace(BLOCK, () => block);
  const lineEnd = text.indexOf('\n');
  if (!text.startsWith('#!')) return block + text;
  return lineEnd === -1 ? `${text}\n${block}` : text.slice(0, lineEnd + 1) + block + text.slice(lineEnd + 1);
}

function blockOf(vaults: readonly string[], { node, script }: HookProgram): string {
  return [
    BEGIN,
    '# Written by "cx-playbook install-git", which keeps it up to date: looks through the notes of each commit.',
    'cx_playbook_check() {',
    '  [ -d "$1" ] || return 0',
    '  cx_playbook_result=0',
    `  if [ -f ${quoted(node)} ] && [ -f ${quoted(script)} ]; then`,
    `    ${quoted(node)} ${quoted(script)} lint "$1" --staged || cx_playbook_result=$?`,
    // Node itself ends with 1 when it cannot read a program.
    '    case $cx_playbook_result in 0) ;; 100) cx_playbook_result=1 ;; *) cx_playbook_result=2 ;; esac',
    '  elif command -v cx-playbook >/dev/null 2>&1; then',
    '    cx-playbook lint "$1" --staged || cx_playbook_result=$?',
    '  else',
    `    echo 'CX Playbook is not where it was, so the notes of this commit were not checked. Run "cx-playbook install-git" once more.' >&2`,
    '  fi',
    '  if [ "$cx_playbook_result" -eq 1 ]; then',
    `    echo 'The commit was stopped. Mend the notes and stage them again, or pass the check by with "git commit --no-verify".' >&2`,
    '    exit 1',
    '  elif [ "$cx_playbook_result" -ne 0 ]; then',
    `    echo 'The notes of this commit could not be checked; it goes on.' >&2`,
    '  fi',
    '}',
    ...vaults.map((vault) => CALL + quoted(folder(vault))),
    END,
    '',
  ].join('\n');
}

/** Never read as an option, whatever its name. */
function folder(vault: string): string {
  return vault === '' ? '.' : `./${vault}`;
}

/** One word for the shell. Windows reads both slashes. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function unquoted(word: string): string {
  return word.slice(1, -1).replaceAll("'\\''", "'").replace(/^\.\/?/, '');
}
