/**
 * A calendar day without a time or a zone, and its number for arithmetic.
 *
 * Days are written `yyyy-mm-dd` everywhere. Arithmetic runs on epoch days: whole days since 1970-01-01 in the
 * proleptic Gregorian calendar, so no time zone or daylight saving ever shifts a date.
 *
 * @example toEpochDay('1970-01-02' as CalendarDate) // 1
 */
declare const calendarDateBrand: unique symbol;

/** `yyyy-mm-dd`, a day that exists, year 0001 to 9999. Made by {@link parseCalendarDate} or {@link fromEpochDay}. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

/** Whole days since 1970-01-01, negative before it. */
export type EpochDay = number;

const DASH = 45;

/** Days in a month, `month` counted from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isCalendarDate(text: string): text is CalendarDate {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false;
  const year = numberOfDigits(text, 0, 4);
  const month = numberOfDigits(text, 5, 7);
  const day = numberOfDigits(text, 8, 10);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number that the digits in from..to write; -1 when anything else stands there. A playbook has thousands of dates. */
export function numberOfDigits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The day that the text writes, or undefined when it is not `yyyy-mm-dd` or names no real day. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  return isCalendarDate(text) ? text : undefined;
}

/** Whole days since 1970-01-01. */
export function toEpochDay(date: CalendarDate): EpochDay {
  return epochDayOf(numberOfDigits(date, 0, 4), numberOfDigits(date, 5, 7), numberOfDigits(date, 8, 10));
}

/**
 * Epoch day of a civil date; `month` and `day` count from 1.
 * Counts in 400-year eras of 146,097 days with the year starting in March, so that the leap day falls last.
 */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month and day (both from 1) of an epoch day; the inverse of {@link epochDayOf}. */
export function civilFromEpochDay(epochDay: EpochDay): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The day as `yyyy-mm-dd`. Throws when the day falls outside the years 0001 to 9999. */
export function fromEpochDay(epochDay: EpochDay): CalendarDate {
  const { year, month, day } = civilFromEpochDay(epochDay);
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isCalendarDate(text)) throw new Error(`Epoch day ${epochDay} is outside the years 0001 to 9999.`);
  return text;
}

/** Days from `from` to `to`, negative when reversed. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toEpochDay(to) - toEpochDay(from);
}
