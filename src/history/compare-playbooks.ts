/**
 * What two states of a playbook say differently, in its own terms. Only notes that may differ need to be given: the
 * comparison is as long as the change, not as the vault. Comparing the other way round gives the inverse.
 *
 * @example comparePlaybooks(before, after).executives[0]?.steps // 1: from toe-dipper to supporter
 */
import type { CommitmentLevel } from '../playbook/commitment.js';
import { commitmentRank } from '../playbook/commitment.js';
import { currentCommitment } from '../playbook/commitment-timeline.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { FuzzyDate } from '../playbook/fuzzy-date.js';
import type { Executive, Initiative, Journey, PlaybookNote } from '../playbook/note.js';
import { byCodeUnits } from '../playbook/playbook.js';
import type { ExecutiveDifference, NamedNote, NoteDifference, PlaybookDifference, Presence, ValueChange, WorkDifference } from '../playbook/playbook-difference.js';
import { compareEvidence, comparePractices, compareValues, type PathNow } from './compare-facts.js';
import { findRenamed, type RenameHint } from './compare-renames.js';
import type { NoteFacts } from './note-facts.js';

/** One side. */
export interface PlaybookState {
  /** Those that may differ, by path; on both sides, unless they stand on one alone. */
  readonly notes: ReadonlyMap<string, NoteFacts>;
  /** Whether a file stands at the path, a note of the playbook or not. */
  readonly hasFile: (path: string) => boolean;
}

export interface ComparisonOptions {
  /** The level of a note without one of its own is that of its newest assessment up to this day. */
  readonly today: CalendarDate;
  readonly hints?: ReadonlyMap<string, RenameHint> | undefined;
}

/** What is said of notes, and which of them went from where to where. */
export type NotesComparison = Omit<PlaybookDifference, 'annotations' | 'settings'> & { readonly renames: ReadonlyMap<string, string> };

interface Pair {
  readonly before: NoteFacts | undefined;
  readonly after: NoteFacts | undefined;
}

export function comparePlaybooks(before: PlaybookState, after: PlaybookState, { today, hints = new Map() }: ComparisonOptions): NotesComparison {
  const compared = (notes: ReadonlyMap<string, NoteFacts>): readonly NoteFacts[] => [...notes.values()].filter(({ note }) => note.kind !== 'annotation');
  const isAlone = (other: PlaybookState) => ({ path }: NoteFacts): boolean => !other.notes.has(path) && !other.hasFile(path);
  const renames = findRenamed(compared(before.notes).filter(isAlone(after)), compared(after.notes).filter(isAlone(before)), hints);
  const pathNow: PathNow = (path) => renames.get(path) ?? path;
  const pairs = new Map<string, Pair>();
  for (const facts of compared(before.notes)) pairs.set(pathNow(facts.path), { before: facts, after: undefined });
  for (const facts of compared(after.notes)) pairs.set(facts.path, { before: pairs.get(facts.path)?.before, after: facts });
  const executives: ExecutiveDifference[] = [];
  const work: WorkDifference[] = [];
  const others: NoteDifference[] = [];
  const renamed: NamedNote[] = [];
  const reworded: NamedNote[] = [];
  for (const [, pair] of [...pairs].sort(([a], [b]) => byCodeUnits(a, b))) {
    const base = compareNote(pair, presenceOf(pair, before, after), pathNow);
    const { before: old, after: current } = pair;
    if (base === undefined) continue;
    if (base.formerPath !== undefined) renamed.push(nameOf(base));
    const [was, is] = [old?.note, current?.note];
    let differs: boolean;
    if ((is ?? was)?.kind === 'executive') {
      const difference = compareExecutive(base, executiveIn(was), executiveIn(is), today);
      differs = isTold(difference) || difference.level !== undefined || difference.needed !== undefined || difference.evidenceAdded.length + difference.evidenceRemoved.length > 0;
      if (differs) executives.push(difference);
    } else if (isWork(is ?? was)) {
      const difference = compareWork(base, isWork(was) ? was : undefined, isWork(is) ? is : undefined);
      differs = isTold(difference) || difference.start !== undefined || difference.end !== undefined || difference.status !== undefined;
      if (differs) work.push(difference);
    } else {
      const difference = withStatus(base, was, is);
      differs = isTold(difference);
      if (differs) others.push(difference);
    }
    if (!differs && old?.wording !== current?.wording) reworded.push(nameOf(base));
  }
  return { executives, work, others, renamed, reworded, renames };
}

function presenceOf({ before, after }: Pair, then: PlaybookState, now: PlaybookState): Presence {
  if (before === undefined) return then.hasFile(after?.path ?? '') ? 'joined' : 'added';
  if (after === undefined) return now.hasFile(before.path) ? 'left' : 'removed';
  return 'kept';
}

function compareNote({ before, after }: Pair, presence: Presence, pathNow: PathNow): NoteDifference | undefined {
  const facts = after ?? before;
  if (facts === undefined) return undefined;
  const { path, title, kind } = facts.note;
  const isBoth = before !== undefined && after !== undefined;
  return {
    path,
    title,
    ...(isBoth && before.path !== after.path ? { formerPath: before.path } : {}),
    presence,
    kind,
    properties: isBoth ? compareValues(before, after, pathNow) : [],
    practices: isBoth ? comparePractices(before, after) : [],
  };
}

function isTold({ presence, properties, practices }: NoteDifference): boolean {
  return presence !== 'kept' || properties.length + practices.length > 0;
}

function nameOf({ path, title, formerPath }: NamedNote): NamedNote {
  return { path, title, ...(formerPath === undefined ? {} : { formerPath }) };
}

function compareExecutive(base: NoteDifference, before: Executive | undefined, after: Executive | undefined, today: CalendarDate): ExecutiveDifference {
  const levelOf = (executive: Executive | undefined): CommitmentLevel | undefined => (executive === undefined ? undefined : currentCommitment(executive, today));
  const level = changeOf(levelOf(before), levelOf(after));
  const { added, removed, reworded } = compareEvidence(before?.evidence ?? [], after?.evidence ?? []);
  return {
    ...base,
    kind: 'executive',
    role: (after ?? before)?.role,
    level,
    steps: level?.from === undefined || level.to === undefined ? undefined : commitmentRank(level.to) - commitmentRank(level.from),
    needed: changeOf(before?.neededCommitment, after?.neededCommitment),
    evidenceAdded: added,
    evidenceRemoved: removed,
    evidenceReworded: reworded,
  };
}

type Work = Initiative | Journey;

function compareWork(base: NoteDifference, before: Work | undefined, after: Work | undefined): WorkDifference {
  const kind = (after ?? before)?.kind ?? 'initiative';
  const statusOf = (work: Work | undefined): string | undefined => (work === undefined || work.kind === 'journey' ? undefined : work.status);
  return {
    ...base,
    kind,
    start: dateChange(before?.start, after?.start),
    end: dateChange(before?.end, after?.end),
    startDays: daysMoved(before?.start, after?.start, 'firstDay'),
    endDays: daysMoved(before?.end, after?.end, 'lastDay'),
    status: changeOf(statusOf(before), statusOf(after)),
  };
}

/** `2027-q1` and `2027Q1` are one date. */
function dateChange(before: FuzzyDate | undefined, after: FuzzyDate | undefined): ValueChange<string> | undefined {
  const isSame = before?.precision === after?.precision && before?.firstDay === after?.firstDay;
  return isSame ? undefined : { from: before?.text, to: after?.text };
}

function daysMoved(before: FuzzyDate | undefined, after: FuzzyDate | undefined, edge: 'firstDay' | 'lastDay'): number | undefined {
  return before === undefined || after === undefined || dateChange(before, after) === undefined ? undefined : after[edge] - before[edge];
}

/** The status of a document, which has no place of its own. */
function withStatus(base: NoteDifference, was: PlaybookNote | undefined, is: PlaybookNote | undefined): NoteDifference {
  const statusOf = (note: PlaybookNote | undefined): string | undefined => (note?.kind === 'vision' || note?.kind === 'strategy' || note?.kind === 'governance' ? note.status : undefined);
  const status = base.presence === 'kept' ? changeOf(statusOf(was), statusOf(is)) : undefined;
  return status === undefined ? base : { ...base, properties: [...base.properties, { form: 'value', name: 'status', ...status }] };
}

function changeOf<T>(from: T | undefined, to: T | undefined): ValueChange<T> | undefined {
  return from === to ? undefined : { from, to };
}

function executiveIn(note: PlaybookNote | undefined): Executive | undefined {
  return note?.kind === 'executive' ? note : undefined;
}

function isWork(note: PlaybookNote | undefined): note is Work {
  return note?.kind === 'initiative' || note?.kind === 'pilot' || note?.kind === 'milestone' || note?.kind === 'journey';
}
