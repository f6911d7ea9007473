/** Names that one system allows and another does not: the vault is there, and cannot be fetched elsewhere. */
import type { PlaybookFinding, Rule } from '../rule.js';
import { allPaths, perFiles } from './per-files.js';

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
  const told = new Set<string>();
  const findings: PlaybookFinding[] = [];
  for (const path of allPaths(playbook, repository)) {
    // Folders first: of the files in two folders that are one, the first speaks for all.
    for (const part of partsOf(path)) {
      const known = first.get(fold(part)) ?? part;
      if (known === part) first.set(fold(part), part);
      else {
        if (!told.has(part)) findings.push({ path, ...WHOLE_FILE, message: collisionMessage(part, known, part !== path) });
        told.add(part);
        break;
      }
    }
  }
  return findings;
});

/** The folders that a path lies in, the outermost first, then the path itself. */
function partsOf(path: string): readonly string[] {
  const parts: string[] = [];
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) parts.push(path.slice(0, slash));
  return [...parts, path];
}

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
    { title: 'A file that only git knows', notes: { 'Ana.md': 'x' }, repository: { tracked: ['‹Files/a:b.pdf›'] } },
  ],
  checkPlaybook: (playbook, { repository }) => reservedNames(playbook, repository),
};

const reservedNames = perFiles((playbook, repository): readonly PlaybookFinding[] => {
  if (repository === undefined) return [];
  const seen = new Set<string>();
  const findings: PlaybookFinding[] = [];
  for (const path of allPaths(playbook, repository)) {
    for (const part of partsOf(path)) {
      if (seen.has(part)) continue;
      seen.add(part);
      const name = part.slice(part.lastIndexOf('/') + 1);
      const trouble = troubleOf(name);
      if (trouble === undefined) continue;
      const lighter = trouble.isForLinks ? ({ severity: 'warning' } as const) : {};
      findings.push({ path, ...WHOLE_FILE, ...lighter, message: `Name "${name}" ${trouble.what}. Give the ${part === path ? 'file' : 'folder'} another name.` });
    }
  }
  return findings;
});

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
  if ([...name].some((char) => char < ' ')) return 'holds a control character, which Windows refuses';
  if (/[. ]$/.test(name)) return `ends in a ${name.endsWith('.') ? 'dot' : 'space'}, which Windows cuts off`;
  const bytes = utf8Bytes(name);
  return bytes > LONGEST_NAME_BYTES ? `has ${bytes} bytes, and systems take ${LONGEST_NAME_BYTES}` : undefined;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
