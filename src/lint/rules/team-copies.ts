/** Copies that sync programs make where two devices changed a file at once: one half of somebody's work, beside the other. */
import type { PlaybookNote } from '../../playbook/note.js';
import type { PlaybookFinding, Rule } from '../rule.js';
import { allPaths, perFiles } from './per-files.js';

/** Dropbox, Nextcloud, Obsidian Sync and others; in brackets behind the name. */
const IN_BRACKETS = /^(.+?) \((?:[^()]*[\s'’])?conflicted copy\b[^()]*\)$/i;
/** Syncthing. */
const SYNCTHING = /^(.+?)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?$/i;
/** OneDrive puts the device's name behind a dash: as Windows makes them up, or as people give them. */
const DEVICE = /^(.+?)-((?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{5,}|[A-Z][A-Z0-9-]{2,14})$/;
const MADE_UP_DEVICE = /-(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{5,}$/;
/** iCloud and others count. */
const COUNTED = /^(.+?) ([2-9])$/;

const PILOT = '---\ntype: pilot\nstart: 2026-03-01\nend: 2026-05-31\nstatus: active\nunits: [Harbour]\n---\n';

export const syncConflictCopy: Rule = {
  id: 'team/sync-conflict-copy',
  severity: 'warning',
  summary: 'A copy that a sync program made beside a file must be taken over and deleted.',
  why: 'Two devices changed the file at once, and the program kept both: what stands in the copy is missing from the note, and the playbook counts the person or the work twice. Names of the programs are known; a number or a device’s name behind a title counts only where the note without it is there and says nearly the same.',
  source: 'OURS',
  examples: [
    { title: 'A title with a number', notes: { 'Pilot.md': PILOT, 'Pilot 2.md': '---\ntype: pilot\nstart: 2027-01-01\nend: 2027-03-31\nstatus: idea\nunits: [Yard]\n---\n' } },
    { title: 'Dropbox', notes: { 'Pilot.md': PILOT, "Pilot (Ana's conflicted copy 2026-03-01).md": `‹›${PILOT}` } },
    { title: 'Obsidian Sync', notes: { 'Ana.md': 'x', 'Ana (Conflicted copy Phone 202603011200).md': '‹›x' } },
    { title: 'Syncthing', notes: { 'Ana.md': 'x', 'Ana.sync-conflict-20260301-120000-ABCDEFG.md': '‹›x' } },
    { title: 'OneDrive', notes: { 'Ana.md': 'x', 'Ana-DESKTOP-4F7GH21.md': '‹›x' } },
    { title: 'iCloud', notes: { 'Pilot.md': PILOT, 'Pilot 2.md': `‹›${PILOT.replace('active', 'done')}` } },
  ],
  checkPlaybook: (playbook, { repository }) =>
    namedLikeCopies(playbook, repository).flatMap(({ path, original, isPlain }): readonly PlaybookFinding[] => {
      if (!isPlain && (original === undefined || !saysNearlyTheSame(playbook.note(path), playbook.note(original)))) return [];
      const of = original === undefined ? '' : ` of "${original}"`;
      return [{ path, from: 0, to: 0, wholeNote: true, message: `This looks like the copy${of} that a sync program made when two devices changed it at once. Take over what is missing there, then delete this file.` }];
    }),
};

interface NamedLikeCopy {
  readonly path: string;
  /** Undefined when the file that it would be a copy of is not there. */
  readonly original: string | undefined;
  /** The name alone says that it is one. */
  readonly isPlain: boolean;
}

const NONE: readonly NamedLikeCopy[] = [];

const namedLikeCopies = perFiles((playbook, repository): readonly NamedLikeCopy[] => {
  const paths = allPaths(playbook, repository);
  const known = new Set(paths);
  return paths.flatMap((path): readonly NamedLikeCopy[] => {
    const slash = path.lastIndexOf('/') + 1;
    const dot = path.lastIndexOf('.');
    const end = dot > slash ? dot : path.length;
    const [folder, name, extension] = [path.slice(0, slash), path.slice(slash, end), path.slice(end)];
    const [, plain] = name.includes('onflict') ? (IN_BRACKETS.exec(name) ?? SYNCTHING.exec(name) ?? []) : [];
    const [, likely] = plain === undefined ? (COUNTED.exec(name) ?? DEVICE.exec(name) ?? []) : [];
    const title = plain ?? likely;
    if (title === undefined) return NONE;
    const original = folder + title + extension;
    const isThere = known.has(original);
    return [{ path, original: isThere ? original : undefined, isPlain: plain !== undefined || (isThere && MADE_UP_DEVICE.test(name)) }];
  });
});

/** OURS: of what either note says, so much is the same in both; fewer things than this say nothing. */
const LIKE_SHARE = 0.75;
const FEWEST_THINGS = 3;

/** By what was read of them: two versions of one note differ in little. */
function saysNearlyTheSame(copy: PlaybookNote | undefined, original: PlaybookNote | undefined): boolean {
  if (copy?.kind !== original?.kind || copy === undefined || original === undefined) return false;
  const [mine, other] = [thingsOf(copy), thingsOf(original)];
  const names = new Set([...mine.keys(), ...other.keys()]);
  const same = [...names].filter((name) => mine.get(name) === other.get(name)).length;
  return same >= FEWEST_THINGS && same >= names.size * LIKE_SHARE;
}

/** What the note says, by name, as text; without where it stands. */
function thingsOf(note: PlaybookNote): ReadonlyMap<string, string> {
  const things = new Map<string, string>();
  for (const [name, value] of Object.entries(note)) {
    if (value === undefined || name === 'path' || name === 'title' || name === 'kind') continue;
    const text = JSON.stringify(value, (key, inner: unknown) => (key === 'from' || key === 'to' ? undefined : inner));
    if (text !== '[]' && text !== '{}' && text !== 'null') things.set(name, text);
  }
  return things;
}
