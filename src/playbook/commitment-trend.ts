/**
 * How many executives stood on each level at the end of the last quarters and stand there today, and who moved up or
 * down within the last days. Those without a recorded level on a day are counted apart: unknown, never "passive". The
 * levels are S1's; quarters, how many of them and how many days are OURS.
 *
 * @example assessCommitmentTrend(record, { moveDays: 180 }).points.at(-1) // today: { counts: { supporter: 3, … }, notAssessed: 0 }
 */
import { civilFromEpochDay, epochDayOf, fromEpochDay, type CalendarDate, type EpochDay } from './calendar-date.js';
import { COMMITMENT_LEVELS, commitmentRank, type CommitmentLevel } from './commitment.js';
import type { CommitmentRecord } from './commitment-record.js';
import { currentCommitment, levelOnDay } from './commitment-timeline.js';
import type { Executive } from './note.js';
import { byInfluence } from './short-work.js';

export interface TrendPoint {
  readonly day: CalendarDate;
  /** `2026-Q3`; undefined: today, in a quarter that is not over. */
  readonly quarter: string | undefined;
  readonly counts: Readonly<Record<CommitmentLevel, number>>;
  readonly notAssessed: number;
}

export interface LevelMoved {
  readonly executive: Executive;
  readonly from: CommitmentLevel;
  readonly to: CommitmentLevel;
  /** Day on which the present level was first recorded; undefined where the note gives it no day. */
  readonly on: CalendarDate | undefined;
}

export interface CommitmentTrend {
  /** The oldest first, today last. Quarters before the first recorded level are left out; empty without executives. */
  readonly points: readonly TrendPoint[];
  readonly moveDays: number;
  /** The widest move first, then the more influential. Those without a level on both days are in none of the two. */
  readonly up: readonly LevelMoved[];
  readonly down: readonly LevelMoved[];
}

export interface CommitmentTrendOptions {
  readonly moveDays: number;
  /** {@link TREND_QUARTERS} when absent. */
  readonly quarters?: number;
}

/** OURS: two years, what a journey of two to three years can look back on. */
export const TREND_QUARTERS = 8;

export function assessCommitmentTrend(record: CommitmentRecord, { moveDays, quarters = TREND_QUARTERS }: CommitmentTrendOptions): CommitmentTrend {
  const { playbook, today, todayDay } = record;
  const { executives } = playbook;
  if (executives.length === 0) return { points: [], moveDays, up: [], down: [] };
  const ends = quarterEnds(todayDay, quarters);
  const points = [...ends, { day: todayDay, quarter: undefined }].map(({ day, quarter }) => ({ day: fromEpochDay(day), quarter, counts: noCounts(), notAssessed: 0 }));
  const moves: LevelMoved[] = [];
  const before = todayDay - moveDays;
  for (const executive of executives) {
    const timeline = record.timeline(executive);
    const now = currentCommitment(executive, today);
    points.forEach((point, index) => {
      const end = ends[index];
      const level = end === undefined ? now : levelOnDay(timeline, end.day);
      if (level === undefined) point.notAssessed++;
      else point.counts[level]++;
    });
    const from = levelOnDay(timeline, before);
    if (from === undefined || now === undefined || from === now) continue;
    const since = timeline.filter(({ fromDay }) => fromDay <= todayDay).at(-1);
    const isDated = executive.commitment === undefined || executive.assessed !== undefined;
    moves.push({ executive, from, to: now, on: since === undefined || !isDated ? undefined : fromEpochDay(since.fromDay) });
  }
  moves.sort((a, b) => Math.abs(stepsOf(b)) - Math.abs(stepsOf(a)) || byInfluence(a.executive, b.executive));
  const first = points.findIndex(({ notAssessed }) => notAssessed < executives.length);
  return {
    points: first === -1 ? points.slice(-1) : points.slice(first),
    moveDays,
    up: moves.filter((move) => stepsOf(move) > 0),
    down: moves.filter((move) => stepsOf(move) < 0),
  };
}

/** Levels up, negative for down. */
export function stepsOf({ from, to }: Pick<LevelMoved, 'from' | 'to'>): number {
  return commitmentRank(to) - commitmentRank(from);
}

function noCounts(): Record<CommitmentLevel, number> {
  return { opposer: 0, passive: 0, 'toe-dipper': 0, supporter: 0, advocate: 0 };
}

/** Last days of the quarters before today, the oldest first; none before the year 1. */
function quarterEnds(todayDay: EpochDay, count: number): readonly { readonly day: EpochDay; readonly quarter: string }[] {
  const { year, month } = civilFromEpochDay(todayDay);
  const present = year * 4 + Math.floor((month - 1) / 3);
  const ends: { day: EpochDay; quarter: string }[] = [];
  for (let at = present - count; at < present; at++) {
    if (at < 4) continue;
    const next = at + 1;
    ends.push({ day: epochDayOf(Math.floor(next / 4), (next % 4) * 3 + 1, 1) - 1, quarter: `${String(Math.floor(at / 4)).padStart(4, '0')}-Q${(at % 4) + 1}` });
  }
  return ends;
}

/** At supporter or above on the day of a point. */
export function supportingAt({ counts }: TrendPoint): number {
  return counts.supporter + counts.advocate;
}

/** All who were counted on the day of a point. */
export function countedAt({ counts, notAssessed }: TrendPoint): number {
  return COMMITMENT_LEVELS.reduce((sum, level) => sum + counts[level], notAssessed);
}
