import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { countOf } from '../playbook/count-of.js';
import { formatJson, printable } from '../export/printable.js';
import { OUTPUT_OPTION, type Command, type CommandArguments, type CommandIo } from './command.js';
import { checkClone, type Check, type CheckState, type CloneFacts } from './doctor-checks.js';
import { readSetupState, type GitSetupState } from './git-setup-state.js';
import { NodeGit } from './node-git.js';
import { openVault } from './open-store.js';
import { giveOutput } from './output.js';

const FORMATS = ['text', 'json'] as const;

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'VAULT',
  summary: 'Says what this clone of a shared vault lacks, and how to mend it.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'How the answer is written. Default: text.' },
    OUTPUT_OPTION,
  ],
  details: ['Exit code: 0 nothing is lacking, 1 something is, 2 could not run. Hints are matters of taste: they leave the exit code as it is.', 'Nothing is written; see install-git.'],
  minArguments: 1,
  maxArguments: 1,
  run: (args, io) => Promise.resolve(runDoctor(args, io)),
};

function runDoctor(args: CommandArguments, io: CommandIo): number {
  const vault = openVault(args.positionals[0] ?? '', io);
  const git = new NodeGit(vault.root, 'this command');
  const state = readSetupState(vault.root, git, io);
  const checks = checkClone(state, readCloneFacts(state, git));
  const lacking = checks.filter((check) => check.state === 'lacking').length;
  if (args.choice('format', FORMATS, 'text') === 'json') {
    giveOutput(`${formatJson({ schema: 1, folder: state.prefix, lacking, checks }, 2)}\n`, args, io);
  } else {
    giveOutput(checks.map(formatCheck).join(''), args, io);
    io.err(lacking === 0 ? 'Nothing is lacking.\n' : `${countOf(lacking, 'thing')} ${lacking === 1 ? 'is' : 'are'} lacking.\n`);
  }
  return lacking === 0 ? 0 : 1;
}

const WORDS = { ok: 'ok     ', lacking: 'lacking', hint: 'hint   ' } satisfies Record<CheckState, string>;

function formatCheck({ state, message, remedy }: Check): string {
  return `${WORDS[state]} ${printable(message)}${remedy === undefined ? '' : ` ${printable(remedy)}`}\n`;
}

const IN_PROGRESS = [['merge', 'MERGE_HEAD'], ['rebase', 'rebase-merge'], ['rebase', 'rebase-apply'], ['cherry-pick', 'CHERRY_PICK_HEAD'], ['revert', 'REVERT_HEAD']] as const;

function readCloneFacts(state: GitSetupState, git: NodeGit): CloneFacts {
  const setting = (name: string): string | undefined => {
    const value = (git.tryText(['config', '--get', name]) ?? '').replace(/\n$/, '');
    return value === '' ? undefined : value;
  };
  const inProgress = IN_PROGRESS.filter(([, file]) => existsSync(resolve(state.vault, git.text(['rev-parse', '--git-path', file]).replace(/\n$/, ''))));
  const lineEnds = git.text(['ls-files', '--eol', '-z', '--', '*.md']).split('\0');
  const branch = (git.tryText(['symbolic-ref', '--quiet', '--short', 'HEAD']) ?? '').trim();
  return {
    gitVersion: /\d+(?:\.\d+)+/.exec(git.text(['--version']))?.[0] ?? '0',
    isShallow: git.text(['rev-parse', '--is-shallow-repository']).trim() === 'true',
    branch: branch === '' ? undefined : branch,
    inProgress: [...new Set(inProgress.map(([what]) => what))],
    userName: setting('user.name'),
    userEmail: setting('user.email'),
    conflictStyle: setting('merge.conflictStyle'),
    autocrlf: setting('core.autocrlf'),
    mixedNotes: lineEnds.filter((line) => line.startsWith('i/mixed')).length,
    crlfNotes: lineEnds.filter((line) => line.startsWith('i/crlf')).length,
    driverFailure: state.driver === undefined ? undefined : driverFailure(state),
  };
}

/** Runs nothing that a setting names: only this program's own, where the driver is the one that it sets up. */
function driverFailure({ driver, program: { node, script } }: GitSetupState): string | undefined {
  const named = [...(driver ?? '').matchAll(/'((?:[^']|'\\'')*)'/g)].slice(0, 2).map(([, word = '']) => word.replaceAll("'\\''", "'").replaceAll('%%', '%'));
  const missing = named.find((file) => !existsSync(file));
  if (missing !== undefined) return `"${missing}" is not there`;
  if (named[0] !== node || named[1] !== script) return undefined;
  const { error, status } = spawnSync(node, [script, '--version'], { stdio: 'ignore', windowsHide: true, timeout: 10_000 });
  return error !== undefined || status !== 0 ? 'it ends with a failure' : undefined;
}
