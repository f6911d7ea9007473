/**
 * Fuzzy dates moved in the precision and the spelling in which they were written: `2027q1` becomes `2027q2`.
 *
 * A day moves by days. A month, quarter or year moves by whole periods: as many as the days come to at the average
 * length of such a period, rounded, where half a period is not enough. By the average, so that two edges of one precision
 * always move by as many periods and work keeps its length. Nothing leaves the years 0001 to 9999: undefined instead.
 *
 * @example shiftFuzzyDate(q1of2027, 80) // 2027-Q2
 */
import { civilFromEpochDay, epochDayOf, fromEpochDay, type EpochDay } from './calendar-date.js';
import { parseFuzzyDate, type DatePrecision, type FuzzyDate } from './fuzzy-date.js';

type Period = Exclude<DatePrecision, 'day'>;

export const MONTHS_IN: Readonly<Record<Period, number>> = { month: 1, quarter: 3, year: 12 };

/** 400 years have 146,097 days in the Gregorian calendar, and 4,800 months. */
export const DAYS_PER_MONTH = 146_097 / 4800;

const FIRST_DAY = epochDayOf(1, 1, 1);
const LAST_DAY = epochDayOf(9999, 12, 31);

export function shiftFuzzyDate(date: FuzzyDate, days: number): FuzzyDate | undefined {
  const { precision, firstDay } = date;
  if (precision === 'day') return fuzzyDateAt(date, firstDay + days);
  const periods = roundToZero(days / (DAYS_PER_MONTH * MONTHS_IN[precision]));
  return periods === 0 ? date : writePeriod(date, precision, periodAt(firstDay, precision) + periods);
}

/** The day, month, quarter or year that holds a day, written as the example is. */
export function fuzzyDateAt(example: FuzzyDate, day: EpochDay): FuzzyDate | undefined {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) return undefined;
  const { precision } = example;
  return precision === 'day' ? parseFuzzyDate(fromEpochDay(day)) : writePeriod(example, precision, periodAt(day, precision));
}

/** Periods since the start of the year 0. */
function periodAt(day: EpochDay, precision: Period): number {
  const { year, month } = civilFromEpochDay(day);
  return Math.floor((year * 12 + month - 1) / MONTHS_IN[precision]);
}

function writePeriod({ text }: FuzzyDate, precision: Period, period: number): FuzzyDate | undefined {
  const months = period * MONTHS_IN[precision];
  const year = Math.floor(months / 12);
  if (year < 1 || year > 9999) return undefined;
  const written = String(year).padStart(4, '0');
  if (precision === 'year') return parseFuzzyDate(written);
  const month = months - year * 12 + 1;
  if (precision === 'month') return parseFuzzyDate(`${written}-${String(month).padStart(2, '0')}`);
  const sign = /-?[Qq]/.exec(text)?.[0] ?? '-Q';
  return parseFuzzyDate(`${written}${sign}${(month + 2) / 3}`);
}

/** To the nearest whole number; of two that are as near, to the one nearer to zero. */
function roundToZero(number: number): number {
  const rounded = Math.ceil(Math.abs(number) - 0.5);
  return number < 0 ? -rounded : rounded;
}
