import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMITMENT_LEVELS } from '../../src/playbook/commitment.js';
import { CommitmentRecord } from '../../src/playbook/commitment-record.js';
import { assessCommitmentTrend, countedAt, supportingAt, type CommitmentTrend } from '../../src/playbook/commitment-trend.js';
import type { Executive } from '../../src/playbook/note.js';
import { date, executive, playbookOf } from '../builders.js';

const today = date('2026-11-22');
const trendOf = (...executives: readonly Executive[]): CommitmentTrend => assessCommitmentTrend(new CommitmentRecord(playbookOf(...executives), today), { moveDays: 180 });

describe('quarter by quarter', () => {
  test('counts levels at the end of each quarter and today, from the first recorded level on', () => {
    const { points } = trendOf(
      executive({ title: 'Ana', levels: { '2026-02-01': 'toe-dipper', '2026-08-01': 'supporter' } }),
      executive({ title: 'Ben', levels: { '2026-07-01': 'passive' } }),
      executive({ title: 'Chi' }),
    );
    expect(points.map(({ quarter, day, counts, notAssessed }) => [quarter, day, counts.passive, counts['toe-dipper'], counts.supporter, notAssessed])).toEqual([
      ['2026-Q1', '2026-03-31', 0, 1, 0, 2],
      ['2026-Q2', '2026-06-30', 0, 1, 0, 2],
      ['2026-Q3', '2026-09-30', 1, 0, 1, 1],
      [undefined, '2026-11-22', 1, 0, 1, 1],
    ]);
    expect(points.map(supportingAt)).toEqual([0, 0, 1, 1]);
  });

  test('goes back eight quarters, over the turn of years', () => {
    const { points } = trendOf(executive({ levels: { '2020-01-01': 'passive' } }));
    expect(points.map(({ quarter }) => quarter)).toEqual(['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', undefined]);
    expect(points[0]?.day).toBe('2024-12-31');
  });

  test('never counts a level before its day, nor one that is expected', () => {
    const { points } = trendOf(executive({ commitment: 'supporter', assessed: '2026-11-01', levels: { '2027-06-01': 'advocate' } }));
    expect(points.map(({ quarter, counts }) => [quarter, counts.supporter, counts.advocate])).toEqual([[undefined, 1, 0]]);
  });

  test('shows today alone where nobody is assessed, and nothing where there is nobody', () => {
    expect(trendOf(executive()).points).toMatchObject([{ quarter: undefined, notAssessed: 1 }]);
    expect(trendOf().points).toEqual([]);
  });

  test('counts each executive once on each day', () => {
    const days = fc.integer({ min: 0, max: 1200 }).map((offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10));
    const people = fc.array(fc.dictionary(days, fc.constantFrom(...COMMITMENT_LEVELS), { maxKeys: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(people, (records) => {
        const { points } = trendOf(...records.map((levels, index) => executive({ title: `P${index}`, levels })));
        expect(points.map(countedAt)).toEqual(points.map(() => records.length));
      }),
    );
  });
});

describe('who moved', () => {
  test('up and down within the days, with the day, the widest move first', () => {
    const { up, down } = trendOf(
      executive({ title: 'Ana', levels: { '2026-01-01': 'toe-dipper', '2026-08-01': 'supporter' } }),
      executive({ title: 'Ben', levels: { '2026-01-01': 'opposer', '2026-09-01': 'toe-dipper' } }),
      executive({ title: 'Chi', levels: { '2026-01-01': 'supporter', '2026-09-15': 'toe-dipper' } }),
      executive({ title: 'Dee', levels: { '2026-01-01': 'passive', '2026-03-01': 'toe-dipper' } }),
    );
    expect(up.map(({ executive: { title }, from, to, on }) => [title, from, to, on])).toEqual([
      ['Ben', 'opposer', 'toe-dipper', '2026-09-01'],
      ['Ana', 'toe-dipper', 'supporter', '2026-08-01'],
    ]);
    expect(down.map(({ executive: { title } }) => title)).toEqual(['Chi']);
  });

  test('is nobody who was not assessed before, or came back to where they were', () => {
    const { up, down } = trendOf(executive({ title: 'New', levels: { '2026-10-01': 'supporter' } }), executive({ title: 'Back', levels: { '2026-01-01': 'passive', '2026-08-01': 'supporter', '2026-10-01': 'passive' } }));
    expect([up, down]).toEqual([[], []]);
  });

  test('has no day where the present level has none', () => {
    expect(trendOf(executive({ commitment: 'supporter', levels: { '2026-01-01': 'passive' } })).up[0]?.on).toBeUndefined();
  });
});
