/** The note that a thread speaks of: named, one, and there. */
import { visibilityOfPath } from '../../playbook/annotation.js';
import { leadsOutOfVault } from '../../playbook/link-index.js';
import type { NoteLink } from '../../playbook/note.js';
import type { Playbook } from '../../playbook/playbook.js';
import { NO_FINDINGS, NOTE_START, type Finding, type FindingPlace, type ResolvedLink, type Rule } from '../rule.js';
import { threadExample } from './annotation-files.js';

const ANA = '---\ntype: executive\n---\n';
const PATH = '_annotations/ana--7k3m9q2x.md';
const withTarget = (target: string): string => threadExample(`id: 7k3m9q2x\n${target === '' ? '' : `target: ${target}\n`}`);

export const annotationTarget: Rule = {
  id: 'annotation-target',
  severity: 'warning',
  summary: 'A thread must name the one note that it speaks of.',
  why: 'The target is a link like any other: it is found by path, by file name, by alias. A note that was moved outside the app leaves the old path behind, and a second note of the same name can draw the thread away without a word. The path from the vault’s root says which one is meant.',
  source: 'OURS',
  examples: [
    { title: 'A note by its path', notes: { 'People/Ana.md': ANA, [PATH]: withTarget('"[[People/Ana]]"') } },
    { title: 'No target', notes: { [PATH]: withTarget('').replace('---', '‹---›') } },
    { title: 'Text that is no link', notes: { 'Ana.md': ANA, [PATH]: withTarget('‹Ana›') } },
    {
      title: 'A note that lies elsewhere now',
      notes: { 'People/Ana.md': ANA, [PATH]: withTarget('"[[‹Executives/Ana›#Why]]"') },
      after: { [PATH]: withTarget('"[[People/Ana#Why]]"') },
    },
    { title: 'A name that two notes have', notes: { 'People/Ana.md': ANA, 'Suppliers/Ana.md': 'x', [PATH]: withTarget('"[[‹Ana›]]"') } },
    { title: 'Another thread', notes: { 'Ana.md': ANA, [PATH]: withTarget('"[[‹ben--9q2x7k3m›]]"'), '_annotations/ben--9q2x7k3m.md': threadExample('id: 9q2x7k3m\ntarget: "[[Ana]]"\n') } },
    { title: 'A note that is gone is told by annotation-orphan', notes: { [PATH]: withTarget('"[[Ana]]"') } },
  ],
  problems: 'annotation-target',
  checkLinks({ path }, links, _context, playbook): readonly Finding[] {
    const link = links.find(({ property }) => property === 'target');
    return link === undefined ? NO_FINDINGS : checkTarget(link, path, playbook);
  },
};

function checkTarget(link: ResolvedLink, path: string, playbook: Playbook): readonly Finding[] {
  const { from, to, target, targetPath } = link;
  if (leadsOutOfVault(target, path)) return [{ from, to, message: 'The target leads out of the vault and is not followed. Name a note of this vault.' }];
  const others = notesOfName(playbook, link);
  if (targetPath === undefined) return others.length === 0 ? NO_FINDINGS : [elsewhere(link, others)];
  if (visibilityOfPath(targetPath) !== undefined || link.targetNote?.kind === 'annotation') return [{ from, to, message: 'The target is a thread of annotations itself. Name the note that this thread speaks of.' }];
  if (others.length < 2 || target.includes('/')) return NO_FINDINGS;
  return [{ from, to, message: `The target names ${others.length} notes, and now means "${targetPath}". Write the path of the one that is meant.`, related: placesOf(others) }];
}

function elsewhere({ from, to, target }: ResolvedLink, others: readonly string[]): Finding {
  const [only] = others;
  if (only === undefined || others.length > 1) return { from, to, message: `No note is at the target "${target}", and ${others.length} have its name. Write the path of the one that is meant.`, related: placesOf(others) };
  const written = only.replace(/\.md$/i, '');
  const message = `No note is at the target "${target}", and one of its name is at "${only}". Write that path, if it is the note that moved.`;
  // Where the range is more than the name, or the path needs escapes, the property is written by hand.
  if (to - from !== target.length || UNSAFE.test(written)) return { from, to, message };
  return { from, to, message, fix: { title: `Point to "${written}"`, edits: [{ from, to, insert: written }] } };
}

/** In a quoted wikilink. */
const UNSAFE = /["'\\#|^[\]]/;

/** Notes that have the name of a target, wherever they lie; no threads. */
export function notesOfName(playbook: Playbook, link: Pick<NoteLink, 'target'>): readonly string[] {
  return playbook.namesakes(link).filter((path) => visibilityOfPath(path) === undefined);
}

function placesOf(paths: readonly string[]): readonly FindingPlace[] {
  return paths.map((path) => ({ path, ...NOTE_START, message: 'A note of this name.' }));
}
