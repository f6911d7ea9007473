import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  civilFromEpochDay,
  daysBetween,
  daysInMonth,
  epochDayOf,
  fromEpochDay,
  parseCalendarDate,
  toEpochDay,
} from '../../src/playbook/calendar-date.js';
import { date } from '../builders.js';

const DAY_MS = 86_400_000;
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;
const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

/** The platform's own calendar, in UTC, as the second opinion. */
function utc(epochDay: number): { year: number; month: number; day: number } {
  const moment = new Date(epochDay * DAY_MS);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

describe('calendar date', () => {
  test('agrees with the UTC calendar on every day of the years 0001 to 9999', () => {
    fc.assert(
      fc.property(anyDay, (epochDay) => {
        const { year, month, day } = utc(epochDay);
        expect(civilFromEpochDay(epochDay)).toEqual({ year, month, day });
        expect(epochDayOf(year, month, day)).toBe(epochDay);
      }),
      { numRuns: 2000 },
    );
  });

  test('gives back the day it wrote', () => {
    fc.assert(fc.property(anyDay, (epochDay) => toEpochDay(fromEpochDay(epochDay)) === epochDay));
  });

  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['0001-01-01', FIRST_DAY],
    ['9999-12-31', LAST_DAY],
    ['2000-02-29', 11_016],
    ['2026-03-10', 20_522],
  ])('%s is epoch day %i', (text, epochDay) => {
    expect(toEpochDay(date(text))).toBe(epochDay);
    expect(fromEpochDay(epochDay)).toBe(text);
  });

  test.each([
    '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '2026-1-1',
    '2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n', '', '10000-01-01', '２０２６-01-01',
  ])('does not take "%s" for a day', (text) => {
    expect(parseCalendarDate(text)).toBeUndefined();
  });

  test('takes any text without throwing, and only days that exist', () => {
    fc.assert(
      fc.property(fc.nat(10_500), fc.nat(14), fc.nat(33), (year, month, day) => {
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const moment = new Date(0);
        moment.setUTCFullYear(year, month - 1, day);
        const exists = year >= 1 && year <= 9999 && month >= 1 && moment.getUTCMonth() + 1 === month && moment.getUTCDate() === day;
        expect(parseCalendarDate(text) === text).toBe(exists);
      }),
    );
  });

  test.each([[2024, 2, 29], [2026, 2, 28], [1900, 2, 28], [2000, 2, 29], [2026, 4, 30], [2026, 12, 31]])(
    'year %i month %i has %i days',
    (year, month, days) => expect(daysInMonth(year, month)).toBe(days),
  );

  test('counts days between dates, negative when reversed', () => {
    expect(daysBetween(date('2026-03-28'), date('2026-03-30'))).toBe(2);
    expect(daysBetween(date('2026-03-30'), date('2026-03-28'))).toBe(-2);
  });

  test.each([FIRST_DAY - 1, LAST_DAY + 1])('refuses to write day %i, which has no four-digit year', (epochDay) => {
    expect(() => fromEpochDay(epochDay)).toThrow(String(epochDay));
  });
});
