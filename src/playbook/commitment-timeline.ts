/**
 * An executive's levels over time, as runs of days: what the roadmap's commitment track draws.
 *
 * A level holds from the day it was recorded until the next record. Before the first record the level is unknown.
 * A `commitment` without a day holds from today on: the note says what it is, not since when. A record dated after
 * `today` is an expectation, and is marked so. Source of the levels: S1; of dating them: OURS.
 *
 * Where git's history of the notes was read, it fills days before the first record. What a note dates itself always wins.
 */
import { toEpochDay, type CalendarDate, type EpochDay } from './calendar-date.js';
import { reachesLevel, type CommitmentLevel } from './commitment.js';
import type { Executive } from './note.js';
import { perNote } from './per-note.js';
import type { RecordedExecutive } from './recorded-history.js';
import { datedStretches } from './recorded-levels.js';

export interface CommitmentSpan {
  readonly level: CommitmentLevel;
  readonly fromDay: EpochDay;
  /** Last day, included; undefined for the newest span, which has no end. */
  readonly toDay: EpochDay | undefined;
  /** Recorded for a day that is still to come. */
  readonly expected: boolean;
  /** Git has it from its first day on; the note itself dates nothing on these days. */
  readonly recorded?: true;
}

/** Spans in order of time, one beside the next, neighbours with different levels; empty when no level is recorded. */
export const buildCommitmentTimeline: (executive: Executive, today: CalendarDate) => readonly CommitmentSpan[] = perNote(buildTimeline, (today) => today);

function buildTimeline(executive: Executive, today: CalendarDate): readonly CommitmentSpan[] {
  const todayDay = toEpochDay(today);
  const records = executive.assessments.map(({ date, level }) => ({ day: toEpochDay(date), level }));
  if (executive.commitment !== undefined) {
    records.push({ day: toEpochDay(executive.assessed ?? today), level: executive.commitment });
  }
  records.sort((a, b) => a.day - b.day);
  const spans: { level: CommitmentLevel; fromDay: EpochDay; toDay: EpochDay | undefined; expected: boolean }[] = [];
  for (const { day, level } of records) {
    const last = spans.at(-1);
    const expected = day > todayDay;
    if (last?.level === level && last.expected === expected) continue;
    if (last?.fromDay === day) {
      spans.pop();
      const previous = spans.at(-1);
      if (previous?.level === level && previous.expected === expected) {
        previous.toDay = undefined;
        continue;
      }
    } else if (last !== undefined) last.toDay = day - 1;
    spans.push({ level, fromDay: day, toDay: undefined, expected });
  }
  return spans;
}

/**
 * The timeline with what git recorded on days before its first span, and before today. Gaps of the history stay without
 * a level, so that spans are not always one beside the next.
 */
export function fillFromGit(timeline: readonly CommitmentSpan[], recorded: RecordedExecutive, today: CalendarDate): readonly CommitmentSpan[] {
  const end = Math.min(timeline[0]?.fromDay ?? Number.POSITIVE_INFINITY, toEpochDay(today)) - 1;
  const filled: CommitmentSpan[] = [];
  for (const { stretch, fromDay, toDay = end } of datedStretches(recorded)) {
    if (fromDay > end || stretch.kind !== 'level' || stretch.level === undefined) continue;
    const last = filled.at(-1);
    const span: CommitmentSpan = { level: stretch.level, fromDay, toDay: Math.min(toDay, end), expected: false, recorded: true };
    if (last?.level === span.level && last.toDay === fromDay - 1) filled[filled.length - 1] = { ...last, toDay: span.toDay };
    else filled.push(span);
  }
  return filled.length === 0 ? timeline : [...filled, ...timeline];
}

/**
 * What if: the timeline with at least `level` from a day on, until a higher one holds. What is only supposed is marked
 * as expected; days before stay as they are recorded.
 */
export function raiseTimeline(timeline: readonly CommitmentSpan[], level: CommitmentLevel, fromDay: EpochDay): readonly CommitmentSpan[] {
  const raised: CommitmentSpan[] = [];
  const add = (span: CommitmentSpan): void => {
    const last = raised.at(-1);
    if (last?.level === span.level && last.expected === span.expected) raised[raised.length - 1] = { ...last, toDay: span.toDay };
    else raised.push(span);
  };
  for (const span of timeline) if (span.fromDay < fromDay) raised.push({ ...span, toDay: Math.min(span.toDay ?? fromDay - 1, fromDay - 1) });
  const next = timeline.find(({ toDay }) => toDay === undefined || toDay >= fromDay)?.fromDay;
  if (next === undefined || next > fromDay) add({ level, fromDay, toDay: next === undefined ? undefined : next - 1, expected: true });
  for (const span of timeline) {
    if (span.toDay !== undefined && span.toDay < fromDay) continue;
    const later = { ...span, fromDay: Math.max(span.fromDay, fromDay) };
    add(reachesLevel(span.level, level) ? later : { ...later, level, expected: true });
  }
  return raised;
}

/** The level of the timeline on a day; undefined before the first record, and in a gap of what git recorded. */
export function levelOnDay(timeline: readonly CommitmentSpan[], day: EpochDay): CommitmentLevel | undefined {
  let held: CommitmentSpan | undefined;
  for (const span of timeline) {
    if (span.fromDay > day) break;
    held = span;
  }
  return held?.toDay !== undefined && held.toDay < day ? undefined : held?.level;
}

/**
 * Where an executive stands: the `commitment` property, else the newest assessment that is not in the future.
 * Undefined means not assessed.
 */
export function currentCommitment(executive: Executive, today: CalendarDate): CommitmentLevel | undefined {
  if (executive.commitment !== undefined) return executive.commitment;
  return levelOnDay(buildCommitmentTimeline(executive, today), toEpochDay(today));
}
