import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packRows, type Interval } from '../../src/roadmap/row-packing.js';

const intervals = fc.array(
  fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(20)).map(([from, length]): Interval => ({ from, to: from + length })),
  { maxLength: 60 },
);

/** How many intervals cover the fullest point: no packing can do with fewer rows. */
function depthOf(all: readonly Interval[]): number {
  return Math.max(0, ...all.map(({ from }) => all.filter((other) => other.from <= from && other.to >= from).length));
}

describe('row packing', () => {
  test('never lets two intervals of a row touch', () => {
    fc.assert(
      fc.property(intervals, (all) => {
        const { rows } = packRows(all);
        all.forEach((a, i) =>
          all.forEach((b, j) => {
            if (i < j && rows[i] === rows[j]) expect(a.to < b.from || b.to < a.from).toBe(true);
          }),
        );
      }),
    );
  });

  test('needs no more rows than intervals overlap at the worst point', () => {
    fc.assert(fc.property(intervals, (all) => packRows(all).rowCount === depthOf(all)));
  });

  test('takes the topmost row that is free', () => {
    const all = [{ from: 0, to: 9 }, { from: 1, to: 2 }, { from: 3, to: 4 }, { from: 5, to: 20 }, { from: 10, to: 11 }];
    expect(packRows(all)).toEqual({ rows: [0, 1, 1, 1, 0], rowCount: 2 });
  });

  test('keeps the order given among intervals that start together', () => {
    expect(packRows([{ from: 0, to: 1 }, { from: 0, to: 9 }, { from: 0, to: 5 }]).rows).toEqual([0, 1, 2]);
  });

  test('needs no row for nothing', () => expect(packRows([])).toEqual({ rows: [], rowCount: 0 }));

  test('packs 100,000 intervals that all overlap without slowing down to a crawl', () => {
    const all = Array.from({ length: 100_000 }, (_, from) => ({ from, to: 200_000 }));
    expect(packRows(all).rowCount).toBe(100_000);
  });
});
