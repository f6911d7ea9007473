/**
 * The business cases that an executive can be moved by: those told to the person (`cases` of their note), and those
 * linked from open work that they sponsor or whose unit they head. That a toe-dipper needs one is S1's; which links
 * count is OURS.
 */
import type { CommitmentRecord } from './commitment-record.js';
import type { Executive, Initiative, NoteLink } from './note.js';
import { perRecord } from './per-record.js';
import { byCodeUnits } from './playbook.js';
import type { Case } from './proof.js';
import { isOpen } from './short-work.js';

/** By the executive's path; those without a case are left out. Each case once, ordered by path. */
export const findLinkedCases = perRecord(linkedCases);

function linkedCases(record: CommitmentRecord): ReadonlyMap<string, readonly Case[]> {
  const { playbook } = record;
  const found = new Map<string, Map<string, Case>>();
  const add = (executive: Executive, links: readonly NoteLink[], fromPath: string): void => {
    for (const link of links) {
      const note = playbook.resolve(link, fromPath);
      if (note?.kind !== 'case') continue;
      const cases = found.get(executive.path);
      if (cases === undefined) found.set(executive.path, new Map([[note.path, note]]));
      else cases.set(note.path, note);
    }
  };
  for (const executive of playbook.executives) add(executive, executive.cases, executive.path);
  for (const initiative of playbook.initiatives) {
    if (initiative.cases.length === 0 || !isOpen(initiative)) continue;
    for (const executive of answeringFor(initiative, record)) add(executive, initiative.cases, initiative.path);
  }
  return new Map([...found].map(([path, cases]) => [path, [...cases.values()].sort((a, b) => byCodeUnits(a.path, b.path))]));
}

/** Those of the executives who have no linked case, by the same links, in the order given. */
export function withoutLinkedCase(executives: readonly Executive[], record: CommitmentRecord): readonly Executive[] {
  const { playbook } = record;
  const holdsCase = (links: readonly NoteLink[], fromPath: string): boolean => links.some((link) => playbook.resolve(link, fromPath)?.kind === 'case');
  const left = new Set(executives.filter(({ cases, path }) => !holdsCase(cases, path)));
  for (const initiative of playbook.initiatives) {
    if (left.size === 0) break;
    if (initiative.cases.length === 0 || !isOpen(initiative)) continue;
    const { sponsors, heads } = record.parties(initiative);
    const isLeft = (executive: Executive | undefined): boolean => executive !== undefined && left.has(executive);
    if (!(sponsors.some(isLeft) || heads.some(isLeft)) || !holdsCase(initiative.cases, initiative.path)) continue;
    for (const executive of sponsors) left.delete(executive);
    for (const head of heads) if (head !== undefined) left.delete(head);
  }
  return [...left];
}

/** Sponsors, and heads of the units; each once. */
export function answeringFor(initiative: Initiative, record: CommitmentRecord): ReadonlySet<Executive> {
  const { sponsors, heads } = record.parties(initiative);
  return new Set([...sponsors, ...heads.filter((head) => head !== undefined)]);
}
