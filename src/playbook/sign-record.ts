/**
 * What an executive's note records of each sign of commitment: whether the property lists it, and the newest dated line
 * that shows it by its tag. A sign counts for the evidenced level when it is listed, or shown by a line of the days that
 * count (OURS): the property alone has no day, and keeps counting. A line under `Said` shows a sign as well as one under
 * `Did`, for some signs are messages.
 *
 * @example readSignRecords(ines, ['agenda-item'], today, 180) // [{ sign: 'agenda-item', isListed: true, line: { date: '2026-09-30', … }, isRecent: true }]
 */
import { daysBetween, type CalendarDate } from './calendar-date.js';
import { newestFirst, recentEvidence } from './evidence.js';
import type { Evidence, Executive } from './note.js';

export interface SignRecord {
  readonly sign: string;
  /** In the property `signs`. */
  readonly isListed: boolean;
  /** The newest that is not to come, however old; undefined when no line shows the sign. */
  readonly line: Evidence | undefined;
  /** Whether that line is of the days that count. */
  readonly isRecent: boolean;
}

/** In the order of `signs`, the vault's list. */
export function readSignRecords(executive: Executive, signs: readonly string[], today: CalendarDate, evidenceDays: number): readonly SignRecord[] {
  const listed = new Set(executive.signs);
  const newest = new Map<string, Evidence>();
  for (const line of newestFirst(executive.evidence)) {
    if (line.sign !== undefined && daysBetween(line.date, today) >= 0 && !newest.has(line.sign)) newest.set(line.sign, line);
  }
  return signs.map((sign) => {
    const line = newest.get(sign);
    return { sign, isListed: listed.has(sign), line, isRecent: line !== undefined && daysBetween(line.date, today) <= evidenceDays };
  });
}

/** The signs that count, each once: those listed in the order of the property, then those that recent lines show. */
export function shownSigns(executive: Executive, today: CalendarDate, evidenceDays: number): readonly string[] {
  const signs = new Set(executive.signs);
  for (const { sign } of recentEvidence(executive, today, evidenceDays)) if (sign !== undefined) signs.add(sign);
  return [...signs];
}
