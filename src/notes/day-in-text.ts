/**
 * The day that a text names, such as a cell or a line behind its label.
 *
 * @example findDay('Wednesday, 2026-04-08, 13:00') // 2026-04-08
 */
import { parseCalendarDate, type CalendarDate } from '../playbook/calendar-date.js';

const ISO_DAY = /(?:^|\D)(\d{4}-\d{2}-\d{2})(?!\d)/;

/** What first looks like a day; undefined when nothing does, or when the calendar has no such day. */
export function findDay(text: string): CalendarDate | undefined {
  return parseCalendarDate(ISO_DAY.exec(text)?.[1] ?? '');
}
