/**
 * "Who stands where" for other programs. `schema` is 1; a change that breaks readers raises it. A level that is not
 * recorded is `null`: not assessed, which is not `passive`.
 */
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { Standing, StandingThresholds } from '../playbook/standing.js';
import { formatJson } from './printable.js';

/** Indented by two spaces, with a line end. */
export function formatStandingsJson(standings: readonly Standing[], today: CalendarDate, { assessedDays, evidenceDays }: StandingThresholds): string {
  return `${formatJson({ schema: 1, today, thresholds: { assessedDays, evidenceDays }, executives: standings.map(standingData) }, 2)}\n`;
}

function standingData({ executive: { path, title, role, unit }, level, needed, gapLevels, assessedOn, assessedDaysAgo, stale, said, did, didByCategory, trend, expected }: Standing) {
  return {
    path,
    title,
    role,
    unit,
    level: level ?? null,
    needed: needed ?? null,
    gapLevels: gapLevels ?? null,
    assessedOn: assessedOn ?? null,
    assessedDaysAgo: assessedDaysAgo ?? null,
    stale,
    said,
    did,
    didByCategory: didByCategory.map(({ category, count }) => ({ category: category ?? null, count })),
    trend: trend === undefined ? undefined : { previous: trend.previous, direction: trend.direction, since: trend.since ?? null },
    expected: expected === undefined ? undefined : { level: expected.level, on: expected.on },
  };
}
