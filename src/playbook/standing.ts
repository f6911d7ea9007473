/**
 * Where an executive stands on a day: the recorded level beside the one that is needed, how old that record is, and
 * how often the vault records that something was said and done. Counts and dates only; no score, no judgement.
 *
 * Said versus done is S1's and S4's idea; that only the last days count, and how many, is OURS.
 *
 * @example assessStanding(ines, today, { assessedDays: 180, evidenceDays: 180 }).gapLevels // 1: one level to go
 */
import { daysBetween, toEpochDay, type CalendarDate } from './calendar-date.js';
import { commitmentRank, type CommitmentLevel } from './commitment.js';
import { buildCommitmentTimeline, currentCommitment } from './commitment-timeline.js';
import { datedLevels } from './commitment-history.js';
import { recentEvidence } from './evidence.js';
import { EVIDENCE_CATEGORIES, type EvidenceCategory, type Executive } from './note.js';
import { perNote } from './per-note.js';
import { byCodeUnits, type Playbook } from './playbook.js';
import { isCeo } from './readiness.js';
import { byInfluence } from './short-work.js';

/** Both OURS: defaults that the settings change. */
export interface StandingThresholds {
  /** An assessment older than this is stale. */
  readonly assessedDays: number;
  /** Evidence older than this does not count. */
  readonly evidenceDays: number;
}

export interface CategoryCount {
  /** Undefined: done, without a category tag. */
  readonly category: EvidenceCategory | undefined;
  readonly count: number;
}

export interface Standing {
  readonly executive: Executive;
  /** Undefined: not assessed. */
  readonly level: CommitmentLevel | undefined;
  readonly needed: CommitmentLevel | undefined;
  /** Levels still to go: needed minus now, negative when above; undefined when one of the two is not recorded. */
  readonly gapLevels: number | undefined;
  /** Newest day on which the level was assessed; days to come do not count. */
  readonly assessedOn: CalendarDate | undefined;
  readonly assessedDaysAgo: number | undefined;
  /** Older than the threshold. False when there is no day to judge by. */
  readonly stale: boolean;
  /** Items within the days that count. */
  readonly said: number;
  readonly did: number;
  /** What was done, in the order of the categories; those without an item are left out, no category last. */
  readonly didByCategory: readonly CategoryCount[];
  /** The level before the present one, and which way that went; undefined when nothing else was recorded before. */
  readonly trend: { readonly previous: CommitmentLevel; readonly direction: 'up' | 'down'; readonly since: CalendarDate | undefined } | undefined;
  /** The next level that is recorded for a day to come. */
  readonly expected: { readonly level: CommitmentLevel; readonly on: CalendarDate } | undefined;
}

/** All executives: as the lanes of the roadmap, the CEO, then by path. */
export function assessStandings(playbook: Playbook, today: CalendarDate, thresholds: StandingThresholds): readonly Standing[] {
  const ordered = [...playbook.executives].sort((a, b) => Number(isCeo(b)) - Number(isCeo(a)) || byCodeUnits(a.path, b.path));
  return ordered.map((executive) => assessStanding(executive, today, thresholds));
}

export const assessStanding: (executive: Executive, today: CalendarDate, thresholds: StandingThresholds) => Standing = perNote(
  standingOn,
  (today, { assessedDays, evidenceDays }) => `${today} ${assessedDays} ${evidenceDays}`,
);

function standingOn(executive: Executive, today: CalendarDate, thresholds: StandingThresholds): Standing {
  const level = currentCommitment(executive, today);
  const needed = executive.neededCommitment;
  const assessedOn = newestAssessment(executive, today);
  const assessedDaysAgo = assessedOn === undefined ? undefined : daysBetween(assessedOn, today);
  const recent = recentEvidence(executive, today, thresholds.evidenceDays);
  const did = recent.filter(({ form }) => form === 'did');
  return {
    executive,
    level,
    needed,
    gapLevels: level === undefined || needed === undefined ? undefined : commitmentRank(needed) - commitmentRank(level),
    assessedOn,
    assessedDaysAgo,
    stale: assessedDaysAgo !== undefined && assessedDaysAgo > thresholds.assessedDays,
    said: recent.length - did.length,
    did: did.length,
    didByCategory: [...EVIDENCE_CATEGORIES, undefined].flatMap((category) => {
      const count = did.filter((item) => item.category === category).length;
      return count === 0 ? [] : [{ category, count }];
    }),
    trend: level === undefined ? undefined : trendOf(executive, level, today),
    expected: nextExpected(executive, today),
  };
}

/** Levels that nobody recorded, that carry no day, or whose day is long ago: missing first, then the oldest, then the more influential. */
export function dueForAssessment(standings: readonly Standing[]): readonly Standing[] {
  return standings
    .filter(({ level, assessedOn, stale }) => level === undefined || assessedOn === undefined || stale)
    .sort((a, b) => Number(b.level === undefined) - Number(a.level === undefined) || daysOr(b) - daysOr(a) || byInfluence(a.executive, b.executive));
}

function daysOr({ assessedDaysAgo }: Standing): number {
  return assessedDaysAgo ?? Number.MAX_SAFE_INTEGER;
}

/** The newest of `assessed` and the dated assessments that is not to come; undefined when there is none. */
export function newestAssessment(executive: Executive, today: CalendarDate): CalendarDate | undefined {
  let newest: CalendarDate | undefined;
  for (const date of [executive.assessed, ...executive.assessments.map((assessment) => assessment.date)]) {
    if (date === undefined || daysBetween(date, today) < 0) continue;
    if (newest === undefined || daysBetween(newest, date) > 0) newest = date;
  }
  return newest;
}

/** Compares with the newest other level on the timeline; `since` is known when the present level is dated. */
function trendOf(executive: Executive, level: CommitmentLevel, today: CalendarDate): Standing['trend'] {
  const dated = datedLevels(executive).filter(({ date }) => daysBetween(date, today) >= 0);
  const before = [...dated].reverse().find((record) => record.level !== level);
  if (before === undefined) return undefined;
  return {
    previous: before.level,
    direction: commitmentRank(level) > commitmentRank(before.level) ? 'up' : 'down',
    since: dated[dated.indexOf(before) + 1]?.date,
  };
}

function nextExpected(executive: Executive, today: CalendarDate): Standing['expected'] {
  const todayDay = toEpochDay(today);
  const span = buildCommitmentTimeline(executive, today).find(({ fromDay }) => fromDay > todayDay);
  const record = datedLevels(executive).find(({ date }) => toEpochDay(date) === span?.fromDay);
  return span === undefined || record === undefined ? undefined : { level: span.level, on: record.date };
}
