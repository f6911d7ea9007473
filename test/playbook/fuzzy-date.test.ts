import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay } from '../../src/playbook/calendar-date.js';
import { parseFuzzyDate } from '../../src/playbook/fuzzy-date.js';

describe('fuzzy date', () => {
  test.each([
    ['2027-03-05', 'day', '2027-03-05', '2027-03-05'],
    ['2027-02', 'month', '2027-02-01', '2027-02-28'],
    ['2028-02', 'month', '2028-02-01', '2028-02-29'],
    ['2027-12', 'month', '2027-12-01', '2027-12-31'],
    ['2027-Q1', 'quarter', '2027-01-01', '2027-03-31'],
    ['2027-q4', 'quarter', '2027-10-01', '2027-12-31'],
    ['2027Q2', 'quarter', '2027-04-01', '2027-06-30'],
    ['2027', 'year', '2027-01-01', '2027-12-31'],
    ['0001', 'year', '0001-01-01', '0001-12-31'],
    ['9999', 'year', '9999-01-01', '9999-12-31'],
  ])('reads %s as a %s from %s to %s', (text, precision, first, last) => {
    const read = parseFuzzyDate(text);
    expect(read).toMatchObject({ text, precision });
    expect(read && [fromEpochDay(read.firstDay), fromEpochDay(read.lastDay)]).toEqual([first, last]);
  });

  test.each(['2027-13', '2027-00', '2027-Q0', '2027-Q5', '0000', '0000-Q1', '2027-02-30', '27', 'soon', '', '2027-W03', '2027-'])(
    'does not read "%s"',
    (text) => expect(parseFuzzyDate(text)).toBeUndefined(),
  );

  test('covers a year by its quarters and its months without gap or overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
        const year = String(number).padStart(4, '0');
        const whole = parseFuzzyDate(year);
        for (const parts of [
          [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
          Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
        ]) {
          const spans = parts.map(parseFuzzyDate);
          expect(spans[0]?.firstDay).toBe(whole?.firstDay);
          expect(spans.at(-1)?.lastDay).toBe(whole?.lastDay);
          spans.slice(1).forEach((span, index) => expect(span?.firstDay).toBe((spans[index]?.lastDay ?? 0) + 1));
        }
      }),
    );
  });
});
