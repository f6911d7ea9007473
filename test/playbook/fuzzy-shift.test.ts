import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFuzzyDate } from '../../src/playbook/fuzzy-date.js';
import { fuzzyDateAt, shiftFuzzyDate } from '../../src/playbook/fuzzy-shift.js';
import { day, fuzzy } from '../builders.js';

test.each([
  ['2027-03-30', 2, '2027-04-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2027-03', 15, '2027-03'],
  ['2027-03', 16, '2027-04'],
  ['2027-01', 28, '2027-02'],
  ['2027-12', 31, '2028-01'],
  ['2027-03', -31, '2027-02'],
  ['2027-Q1', 45, '2027-Q1'],
  ['2027-Q1', 46, '2027-Q2'],
  ['2027-Q4', 92, '2028-Q1'],
  ['2027Q1', 90, '2027Q2'],
  ['2027-q1', -90, '2026-q4'],
  ['2027q1', 90, '2027q2'],
  ['2027', 182, '2027'],
  ['2027', 183, '2028'],
  ['2027', -365, '2026'],
  ['0001', 365, '0002'],
])('%s moved by %i days is %s', (text, days, expected) => {
  expect(shiftFuzzyDate(fuzzy(text), days)?.text).toBe(expected);
});

test.each([
  ['9999', 365],
  ['9999-Q4', 60],
  ['9999-12', 31],
  ['9999-12-31', 1],
  ['0001', -365],
  ['0001-Q1', -91],
  ['0001-01', -31],
  ['0001-01-01', -1],
  ['2027-03', 1e9],
  ['2027-03-01', Number.NaN],
])('%s does not leave the years that can be written by %d days', (text, days) => {
  expect(shiftFuzzyDate(fuzzy(text), days)).toBeUndefined();
});

test.each([
  ['1970-01-01', '2027-05-06'],
  ['1970-01', '2027-05'],
  ['1970-Q1', '2027-Q2'],
  ['1970q3', '2027q2'],
  ['1970', '2027'],
])('written as %s a day in May 2027 is %s', (example, expected) => {
  expect(fuzzyDateAt(fuzzy(example), day('2027-05-06'))?.text).toBe(expected);
});

const written = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.constantFrom('year', 'Q', '-Q', '-q', 'month', 'day'))
  .map(([year, month, ofMonth, form]) => {
    const y = String(year).padStart(4, '0');
    const two = (number: number): string => String(number).padStart(2, '0');
    if (form === 'year') return y;
    if (form === 'month') return `${y}-${two(month)}`;
    return form === 'day' ? `${y}-${two(month)}-${two(ofMonth)}` : `${y}${form}${Math.ceil(month / 3)}`;
  });

test('a moved date keeps precision and spelling, reads back, and lies within a period of where it was moved to', () => {
  fc.assert(
    fc.property(written, fc.integer({ min: -40_000, max: 40_000 }), (text, days) => {
      const before = fuzzy(text);
      const after = shiftFuzzyDate(before, days);
      if (after === undefined) return;
      expect(after.precision).toBe(before.precision);
      expect(after).toEqual(parseFuzzyDate(after.text));
      expect(after.text.replace(/\d/g, '0')).toBe(text.replace(/\d/g, '0'));
      const length = before.lastDay - before.firstDay + 1;
      // Months, quarters and years differ by three days at most, and by two and a half more over the years.
      expect(Math.abs(after.firstDay - before.firstDay - days)).toBeLessThanOrEqual(before.precision === 'day' ? 0 : length / 2 + 6);
    }),
  );
});

test('two dates of one precision always move by as many periods', () => {
  fc.assert(
    fc.property(fc.constantFrom('2027', '2027-Q1', '2027-01'), fc.integer({ min: 0, max: 40 }), fc.integer({ min: -3000, max: 3000 }), (text, apart, days) => {
      const first = fuzzy(text);
      const second = shiftFuzzyDate(first, apart * (first.lastDay - first.firstDay + 1));
      const [a, b] = [shiftFuzzyDate(first, days), second && shiftFuzzyDate(second, days)];
      if (a === undefined || b === undefined || second === undefined) throw new Error('A date was lost.');
      const length = { day: 1, month: 30.4, quarter: 91.3, year: 365.2 }[first.precision];
      expect(Math.round((a.firstDay - first.firstDay) / length)).toBe(Math.round((b.firstDay - second.firstDay) / length));
    }),
  );
});

test('every period holds the day that it was asked to hold', () => {
  fc.assert(
    fc.property(written, fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') }), (text, at) => {
      const held = fuzzyDateAt(fuzzy(text), at);
      expect(held !== undefined && held.firstDay <= at && at <= held.lastDay).toBe(true);
    }),
  );
});
