/** How long ago something was written in a thread, in words, and the instant itself. */
import { daysBetween, parseCalendarDate, type CalendarDate } from '../playbook/calendar-date.js';
import { daysAgo } from './words/en/days-ago.js';

/** Counting days says less than the date from here on. */
const LONGEST_COUNT = 45;

/** "3 days ago", the date of what is longer ago or is to come, or what was written where that is no date. */
export function ageInWords(instant: string, today: CalendarDate): string {
  const day = parseCalendarDate(instant.slice(0, 10));
  if (day === undefined) return instant;
  const days = daysBetween(day, today);
  // Instants are in UTC: west of there its day may have begun already.
  if (days === -1) return daysAgo(0);
  return days < 0 || days > LONGEST_COUNT ? day : daysAgo(days);
}

/** `2026-11-22 10:04 UTC`; as written where it has another form. */
export function exactInstant(instant: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/.exec(instant) ?? [];
  return day === undefined || time === undefined ? instant : `${day} ${time} UTC`;
}
