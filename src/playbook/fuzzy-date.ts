/**
 * A date as people plan: a day, a month, a quarter or a year. What was written is kept beside the days it covers.
 *
 * @example parseFuzzyDate('2027-Q1') // { text: '2027-Q1', precision: 'quarter', firstDay: 20819, lastDay: 20908 }
 */
import { daysInMonth, epochDayOf, numberOfDigits, parseCalendarDate, toEpochDay, type EpochDay } from './calendar-date.js';

export type DatePrecision = 'day' | 'month' | 'quarter' | 'year';

export interface FuzzyDate {
  /** As written in the note. */
  readonly text: string;
  readonly precision: DatePrecision;
  /** First and last day covered, both included; equal for a day. */
  readonly firstDay: EpochDay;
  readonly lastDay: EpochDay;
}

const QUARTER = /^(\d{4})-?[Qq]([1-4])$/;
const YEAR = /^\d{4}$/;

/** Reads `yyyy-mm-dd`, `yyyy-mm`, `yyyy-Qn` or `yyyy`; undefined for anything else, or for a day that does not exist. */
export function parseFuzzyDate(text: string): FuzzyDate | undefined {
  const date = parseCalendarDate(text);
  if (date !== undefined) {
    const day = toEpochDay(date);
    return { text, precision: 'day', firstDay: day, lastDay: day };
  }
  if (text.length === 7 && text[4] === '-' && text[5] !== 'Q' && text[5] !== 'q') {
    return monthSpan(text, 'month', numberOfDigits(text, 0, 4), numberOfDigits(text, 5, 7), 1);
  }
  const quarter = QUARTER.exec(text);
  if (quarter !== null) return monthSpan(text, 'quarter', Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3);
  return YEAR.test(text) ? monthSpan(text, 'year', Number(text), 1, 12) : undefined;
}

function monthSpan(
  text: string,
  precision: DatePrecision,
  year: number,
  month: number,
  months: number,
): FuzzyDate | undefined {
  if (year < 1 || month < 1 || month > 12) return undefined;
  const lastMonth = month + months - 1;
  return {
    text,
    precision,
    firstDay: epochDayOf(year, month, 1),
    lastDay: epochDayOf(year, lastMonth, daysInMonth(year, lastMonth)),
  };
}
