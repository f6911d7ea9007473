import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromEpochDay } from '../../src/playbook/calendar-date.js';
import { moveDates, readDates } from '../../src/roadmap/item-dates.js';
import type { MoveEdge } from '../../src/roadmap/roadmap-change.js';
import { snapDays, snapUnitOf, stepDays, type SnapUnit } from '../../src/roadmap/snap.js';
import { day } from '../builders.js';

interface Dates {
  readonly kind: 'initiative' | 'milestone';
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly fullSpan: undefined;
}

function item(start: string | undefined, end: string | undefined, kind: Dates['kind'] = 'initiative'): Dates {
  return { kind, start, end, fullSpan: undefined };
}

test.each<[number, SnapUnit]>([[40, 'day'], [8, 'day'], [7.9, 'week'], [1.2, 'week'], [1.1, 'month'], [0.3, 'month'], [0.2, 'quarter'], [0, 'quarter']])('%d px a day snap to a %s', (pxPerDay, unit) => {
  expect(snapUnitOf(pxPerDay)).toBe(unit);
});

test.each<[SnapUnit, string, 1 | -1, string]>([
  ['day', '2026-03-03', 1, '2026-03-04'],
  ['week', '2026-03-03', -1, '2026-02-24'],
  ['month', '2026-03-03', 1, '2026-04-03'],
  ['month', '2026-01-31', 1, '2026-02-28'],
  ['month', '2024-01-31', 1, '2024-02-29'],
  ['month', '2026-03-31', -1, '2026-02-28'],
  ['quarter', '2026-11-30', 1, '2027-02-28'],
  ['quarter', '2026-03-03', -1, '2025-12-03'],
])('one %s from %s in direction %i is %s', (unit, start, direction, expected) => {
  expect(fromEpochDay(day(start) + stepDays(item(start, undefined), unit, direction, 'both'))).toBe(expected);
  expect(fromEpochDay(day(start) + stepDays(item('2020-01-01', start), unit, direction, 'end'))).toBe(expected);
});

test.each<[string, string, SnapUnit, MoveEdge, string]>([
  ['2026-Q1', '2026-Q2', 'day', 'both', '2026-Q2..2026-Q3'],
  ['2026-03-03', '2026-Q2', 'day', 'both', '2026-06-03..2026-Q3'],
  ['2026-03-03', '2026-Q2', 'day', 'start', '2026-03-04..2026-Q2'],
  ['2026', '2026', 'month', 'end', '2026..2027'],
  ['2026-03', '2026-05', 'quarter', 'both', '2026-06..2026-08'],
])('one step of %s to %s by the %s (%s) is %s: never less than what is written shows', (start, end, unit, edge, expected) => {
  const dates = item(start, end);
  const after = moveDates(readDates(dates), stepDays(dates, unit, 1, edge), edge);
  expect(`${after?.start?.text ?? '-'}..${after?.end?.text ?? '-'}`).toBe(expected);
});

test('a step of an edge that is not written yet shows in the precision of the other edge', () => {
  expect(stepDays(item('2026-Q1', undefined), 'day', 1, 'end')).toBeGreaterThan(80);
  expect(stepDays(item('2026-03-03', undefined), 'day', 1, 'end')).toBe(1);
});

test.each<[SnapUnit, number, number]>([
  ['day', 3.4, 3],
  ['week', 10, 7],
  ['week', 11, 14],
  ['week', -11, -14],
  ['month', 14, 0],
  ['month', 20, 31],
  ['month', 47, 61],
  ['month', 40, 31],
  ['quarter', 50, 92],
  ['quarter', -40, 0],
])('by the %s, %d days dragged are %i', (unit, dragged, expected) => {
  expect(snapDays(item('2026-03-03', '2026-06-09'), dragged, unit, 'both')).toBe(expected);
});

test('what is snapped is a whole number of steps, and none is nearer', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: day('2020-01-01'), max: day('2030-12-31') }),
      fc.integer({ min: -2000, max: 2000 }),
      fc.constantFrom<SnapUnit>('day', 'week', 'month', 'quarter'),
      (start, days, unit) => {
        const dates = item(fromEpochDay(start), undefined);
        const snapped = snapDays(dates, days, unit, 'both');
        const after = item(fromEpochDay(start + snapped), undefined);
        const longest = Math.max(stepDays(after, unit, 1, 'both'), -stepDays(after, unit, -1, 'both'));
        expect(Math.abs(snapped - days)).toBeLessThanOrEqual(longest / 2 + 2);
        expect(snapDays(dates, snapped, unit, 'both')).toBe(snapped);
      },
    ),
  );
});

test('a step works at the ends of the years', () => {
  expect(stepDays(item('9999-12', undefined), 'month', 1, 'both')).toBe(31);
  expect(stepDays(item('0001', undefined), 'day', -1, 'both')).toBe(-366);
  expect(stepDays(item(undefined, undefined), 'day', 1, 'both')).toBe(1);
});
