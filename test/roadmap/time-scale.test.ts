import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTimeScale, timeTicks } from '../../src/roadmap/time-scale.js';
import { day } from '../builders.js';

function ticks(from: string, to: string, widthPx: number): { years: readonly string[]; minor: readonly string[]; unit: string } {
  const span = { firstDay: day(from), lastDay: day(to) };
  const { years, minor, minorUnit } = timeTicks(span, buildTimeScale(span, widthPx).pxPerDay);
  return { years: years.map(({ label }) => label), minor: minor.map(({ label }) => label), unit: minorUnit };
}

describe('time scale', () => {
  test('gives each day the same width, the last one included', () => {
    const scale = buildTimeScale({ firstDay: 100, lastDay: 199 }, 500);
    expect([scale.xOf(100), scale.xOf(150), scale.xOf(200)]).toEqual([0, 250, 500]);
    expect([scale.dayAt(0), scale.dayAt(4.9), scale.dayAt(5), scale.dayAt(-0.1)]).toEqual([100, 100, 101, 99]);
  });

  test('finds the day that it drew', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 20_000 }), (firstDay, days, widthPx) => {
        const scale = buildTimeScale({ firstDay, lastDay: firstDay + days - 1 }, widthPx);
        return scale.dayAt(scale.xOf(firstDay + days / 2) + scale.pxPerDay / 1000) === Math.floor(firstDay + days / 2 + 0.001);
      }),
    );
  });

  test('a single day is a scale too', () => expect(buildTimeScale({ firstDay: 5, lastDay: 5 }, 80).pxPerDay).toBe(80));
});

describe('ticks', () => {
  test('show years over quarters on a three-year chart', () => {
    expect(ticks('2025-07-01', '2026-12-31', 600)).toEqual({ years: ['2025', '2026'], minor: ['Q3', 'Q4', 'Q1', 'Q2', 'Q3', 'Q4'], unit: 'quarter' });
  });

  test('show months when zoomed in, from the month that is cut', () => {
    expect(ticks('2026-01-15', '2026-04-02', 500)).toEqual({ years: ['2026'], minor: ['Jan', 'Feb', 'Mar', 'Apr'], unit: 'month' });
  });

  test('show years alone when zoomed out', () => {
    expect(ticks('2020-01-01', '2024-12-31', 300)).toEqual({ years: ['2020', '2021', '2022', '2023', '2024'], minor: [], unit: 'none' });
  });

  test.each([
    ['2000-01-01', '2029-12-31', 300, ['2000', '2005', '2010', '2015', '2020', '2025']],
    ['0001-01-01', '9999-12-31', 500, ['0001', '1000', '2000', '3000', '4000', '5000', '6000', '7000', '8000', '9000']],
  ])('thin out from %s to %s on %i px', (from, to, widthPx, years) => expect(ticks(from, to, widthPx).years).toEqual(years));

  test('stay few on any span and zoom', () => {
    const anyDay = fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') });
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 50_000_000 }), (a, b, widthPx) => {
        const span = { firstDay: Math.min(a, b), lastDay: Math.max(a, b) };
        const { years, minor } = timeTicks(span, buildTimeScale(span, widthPx).pxPerDay);
        return years.length > 0 && years.length <= 402 && minor.length <= 402;
      }),
    );
  });
});
