/** Names that one system allows and another does not: the vault is there, and cannot be fetched elsewhere. */
import type { PlaybookFinding, Rule } from '../rule.js';
import { allParts, perFiles } from './per-files.js';

const WHOLE_FILE = { from: 0, to: 0, wholeNote: true } as const;

export const caseCollision: Rule = {
  id: 'team/case-collision',
  severity: 'error',
  summary: 'Two paths must not differ in large and small letters alone, or in how accents are stored.',
  why: 'Windows and macOS take them for the same file: whoever fetches the vault there gets one of the two, and git shows the other as changed for ever. Accents can be stored as one character or as a letter with a mark; people cannot see the difference. Rename one of them.',
  source: 'OURS',
  examples: [
    { title: 'Names that differ', notes: { 'Ana.md': 'x', 'Anna.md': 'x', 'Board/Ana.md': 'x' } },
    { title: 'Two notes', notes: { 'Ana.md': 'x', 'ana.md': '‹›x' } },
    { title: 'Two folders', notes: { 'Board/Ana.md': 'x', 'board/Ben.md': '‹›x', 'board/Cem.md': 'x' } },
    { title: 'An accent stored in two ways', notes: { 'Ren\u00e9.md': '‹›x', 'Rene\u0301.md': 'x' } },
    { title: 'A file that git tracks, and that this disk does not show', notes: { 'Ana.md': 'x' }, repository: { tracked: ['‹Ana.md›', 'ANA.md'] } },
  ],
  checkPlaybook: (playbook, { repository }) => collisions(playbook, repository),
};

const collisions = perFiles((playbook, repository): readonly PlaybookFinding[] => {
  const first = new Map<string, string>();
  const findings: PlaybookFinding[] = [];
  let colliding = '/';
  for (const { part, path } of allParts(playbook, repository)) {
    // What lies in a folder that collides is told with the folder.
    if (part.startsWith(colliding)) continue;
    const folded = fold(part);
    const known = first.get(folded);
    if (known === undefined) first.set(folded, part);
    // A submodule is a file for git, and a folder on the disk.
    else if (known !== part) {
      if (part !== path) colliding = `${part}/`;
      findings.push({ path, ...WHOLE_FILE, message: collisionMessage(part, known, part !== path) });
    }
  }
  return findings;
});

function collisionMessage(part: string, other: string, isFolder: boolean): string {
  const how = part.normalize('NFC') === other.normalize('NFC') ? 'how accents are stored' : 'large and small letters';
  return `${isFolder ? 'Folder' : 'File'} "${part}" and "${other}" differ only in ${how}: Windows and macOS keep one of them. Rename one.`;
}

const BEYOND_ASCII = /\P{ASCII}/u;

function fold(path: string): string {
  return (BEYOND_ASCII.test(path) ? path.normalize('NFC') : path).toLowerCase();
}

/** In bytes of UTF-8: what Linux allows for one name. */
const LONGEST_NAME_BYTES = 255;
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)/i;
const WINDOWS_SIGN = /[<>:"|?*\\]/;
const LINK_SIGN = /[#^[\]|]/;

export const reservedName: Rule = {
  id: 'team/reserved-name',
  severity: 'error',
  summary: 'In a vault in git, a name must be one that every system and Obsidian’s links can have.',
  why: 'Windows and Android refuse some signs, a dot or space at the end, and names such as con and aux; no system takes more than 255 bytes. Git then fetches nothing at all there, or leaves the file out. A name with # ^ [ ] or | can be kept, and no link can lead to it: a warning. In no repository a name is your own affair.',
  source: 'OURS',
  examples: [
    { title: 'A vault in no repository', notes: { 'What now?.md': 'x' } },
    { title: 'Plain names', notes: { 'Auxiliary.md': 'x', 'Plan 2.0 (draft).md': 'x' }, repository: {} },
    { title: 'A name that Windows reserves', notes: { 'aux.md': '‹›x' }, repository: {} },
    { title: 'A sign that it refuses', notes: { 'What now?.md': '‹›x' }, repository: {} },
    { title: 'A folder that ends in a dot', notes: { 'Board etc./Ana.md': '‹›x', 'Board etc./Ben.md': 'x' }, repository: {} },
    { title: 'A name that no link can hold', notes: { 'Goal #1.md': '‹›x' }, repository: {} },
    { title: 'A name in the trash, where no link leads', notes: {}, repository: { tracked: ['.trash/Goal #1.md'] } },
    { title: 'A file that only git knows', notes: { 'Ana.md': 'x' }, repository: { tracked: ['‹Files/a:b.pdf›'] } },
  ],
  checkPlaybook: (playbook, { repository }) => reservedNames(playbook, repository),
};

const reservedNames = perFiles((playbook, repository): readonly PlaybookFinding[] => {
  if (repository === undefined) return [];
  return allParts(playbook, repository).flatMap(({ part, path }): readonly PlaybookFinding[] => {
    const name = part.slice(part.lastIndexOf('/') + 1);
    const trouble = troubleOf(name);
    // Nobody links to what the app does not show, such as its trash.
    if (trouble === undefined || (trouble.isForLinks && isHidden(part))) return NO_FINDINGS;
    const lighter = trouble.isForLinks ? ({ severity: 'warning' } as const) : {};
    return [{ path, ...WHOLE_FILE, ...lighter, message: `Name "${name}" ${trouble.what}. Give the ${part === path ? 'file' : 'folder'} another name.` }];
  });
});

const NO_FINDINGS: readonly PlaybookFinding[] = [];

function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.'));
}

function troubleOf(name: string): { readonly what: string; readonly isForLinks: boolean } | undefined {
  const what = systemTrouble(name);
  if (what !== undefined) return { what, isForLinks: false };
  const sign = LINK_SIGN.exec(name)?.[0];
  return sign === undefined ? undefined : { what: `holds ${sign}, which ends the name in a link: no link can lead there`, isForLinks: true };
}

function systemTrouble(name: string): string | undefined {
  if (WINDOWS_DEVICE.test(name)) return 'is one that Windows reserves';
  const sign = WINDOWS_SIGN.exec(name)?.[0];
  if (sign !== undefined) return `holds ${sign}, which Windows and Android refuse`;
  if (holdsControl(name)) return 'holds a control character, which Windows refuses';
  if (/[. ]$/.test(name)) return `ends in a ${name.endsWith('.') ? 'dot' : 'space'}, which Windows cuts off`;
  const bytes = name.length * MOST_BYTES <= LONGEST_NAME_BYTES ? 0 : utf8Bytes(name);
  return bytes > LONGEST_NAME_BYTES ? `has ${bytes} bytes, and systems take ${LONGEST_NAME_BYTES}` : undefined;
}

function holdsControl(name: string): boolean {
  for (let at = 0; at < name.length; at++) if (name.charCodeAt(at) < 0x20) return true;
  return false;
}

/** Of UTF-8, for one unit of UTF-16. */
const MOST_BYTES = 3;

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
