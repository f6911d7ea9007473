/**
 * "Who stands where" for a terminal: one line for each executive, as recorded in the vault. Counts and days, no judgement.
 *
 * @example Ines Falk (CEO): supporter, needed advocate; assessed 2026-05-12; said 4, did 1
 */
import type { CalendarDate } from '../playbook/calendar-date.js';
import { countOf } from '../playbook/count-of.js';
import type { Standing, StandingThresholds } from '../playbook/standing.js';
import type { LevelWords } from '../playbook/step-words.js';
import { printable } from './printable.js';

export interface StandingsContext {
  readonly today: CalendarDate;
  readonly thresholds: StandingThresholds;
  /** What levels are called on screen and paper. */
  readonly words: LevelWords;
}

/** In the order given, each line with its line end, below a line that says what the lines are. */
export function formatStandingsText(standings: readonly Standing[], { today, thresholds, words }: StandingsContext): string {
  if (standings.length === 0) return 'No executive is recorded in this vault. Add a note with "type: executive" for each leader, the CEO first.\n';
  const head = `Recorded in this vault on ${today}. What was said and done counts for ${countOf(thresholds.evidenceDays, 'day')}.`;
  return `${[head, ...standings.map((standing) => printable(`${standing.executive.title}: ${standingInWords(standing, thresholds, words)}`))].join('\n')}\n`;
}

function standingInWords({ level, needed, assessedOn, assessedDaysAgo, stale, said, did, didByCategory, expected }: Standing, thresholds: StandingThresholds, words: LevelWords): string {
  const levels = [level === undefined ? 'not assessed' : words(level), ...(needed === undefined ? [] : [`needed ${words(needed)}`])].join(', ');
  const old = stale ? `, ${assessedDaysAgo} days ago, more than ${thresholds.assessedDays}` : '';
  const categories = didByCategory.map(({ category, count }) => `${category ?? 'no category'}${count === 1 ? '' : ` ×${count}`}`).join(', ');
  return [
    levels,
    ...(expected === undefined ? [] : [`${words(expected.level)} expected on ${expected.on}`]),
    assessedOn === undefined ? 'no day of assessment' : `assessed ${assessedOn}${old}`,
    `said ${said}, did ${did}${categories === '' ? '' : ` (${categories})`}`,
  ].join('; ');
}
