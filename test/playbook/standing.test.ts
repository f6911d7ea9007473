import { describe, expect, test } from 'vitest';
import type { Evidence, EvidenceCategory } from '../../src/playbook/note.js';
import { assessStanding } from '../../src/playbook/standing.js';
import { date, executive } from '../builders.js';

const today = date('2026-11-22');
const thresholds = { assessedDays: 180, evidenceDays: 180 };

const stand = (values: Parameters<typeof executive>[0]) => assessStanding(executive(values), today, thresholds);

function evidence(day: string, form: 'said' | 'did', category?: EvidenceCategory): Evidence {
  return { date: date(day), form, text: 'x', from: 0, to: 0, ...(category === undefined ? {} : { category }) };
}

describe('the gap', () => {
  test.each([
    ['supporter', 'advocate', 1],
    ['opposer', 'toe-dipper', 2],
    ['supporter', 'supporter', 0],
    ['advocate', 'supporter', -1],
    [undefined, 'supporter', undefined],
    ['passive', undefined, undefined],
  ] as const)('from %s to %s is %s', (commitment, neededCommitment, gapLevels) => {
    expect(stand({ commitment, neededCommitment })).toMatchObject({ level: commitment, needed: neededCommitment, gapLevels });
  });

  test('takes the level from the assessments when no property says it', () => {
    expect(stand({ levels: { '2026-01-01': 'passive', '2026-06-01': 'toe-dipper' } }).level).toBe('toe-dipper');
  });
});

describe('the newest assessment', () => {
  test.each([
    ['property alone', { assessed: '2026-10-01' }, '2026-10-01', 52],
    ['a newer line in the list', { assessed: '2026-01-01', levels: { '2026-10-02': 'passive' } }, '2026-10-02', 51],
    ['a newer property', { assessed: '2026-10-03', levels: { '2026-10-02': 'passive' } }, '2026-10-03', 50],
    ['an expectation does not count', { levels: { '2026-03-01': 'passive', '2027-03-01': 'supporter' } }, '2026-03-01', 266],
    ['today counts', { assessed: '2026-11-22' }, '2026-11-22', 0],
    ['nothing recorded', {}, undefined, undefined],
  ] as const)('%s', (_name, values, assessedOn, assessedDaysAgo) => {
    expect(stand(values)).toMatchObject({ assessedOn, assessedDaysAgo });
  });

  test.each([
    ['2026-05-26', 180, false],
    ['2026-05-25', 181, true],
  ])('assessed on %s, %i days ago: stale is %s', (assessed, assessedDaysAgo, stale) => {
    expect(stand({ commitment: 'passive', assessed })).toMatchObject({ assessedDaysAgo, stale });
  });

  test('is not stale when there is no day to judge by', () => {
    expect(stand({ commitment: 'passive' }).stale).toBe(false);
  });
});

describe('said and done', () => {
  test('counts the days of the threshold, both ends included, and none to come', () => {
    const standing = stand({
      evidence: [
        evidence('2026-05-25', 'said'),
        evidence('2026-05-26', 'said'),
        evidence('2026-11-22', 'did', 'time'),
        evidence('2026-11-23', 'did', 'money'),
      ],
    });
    expect(standing).toMatchObject({ said: 1, did: 1 });
  });

  test('names categories in their order, those without a tag last', () => {
    const standing = stand({
      evidence: [evidence('2026-09-01', 'did'), evidence('2026-09-02', 'did', 'peer'), evidence('2026-09-03', 'did', 'time'), evidence('2026-09-04', 'did', 'peer')],
    });
    expect(standing.did).toBe(4);
    expect(standing.didByCategory).toEqual([
      { category: 'time', count: 1 },
      { category: 'peer', count: 2 },
      { category: undefined, count: 1 },
    ]);
  });

  test('is nought and nought without evidence', () => {
    expect(stand({})).toMatchObject({ said: 0, did: 0, didByCategory: [] });
  });
});

describe('the trend', () => {
  test('falls from the level recorded before', () => {
    const standing = stand({ commitment: 'toe-dipper', assessed: '2026-09-15', levels: { '2026-01-20': 'supporter', '2026-09-15': 'toe-dipper' } });
    expect(standing.trend).toEqual({ previous: 'supporter', direction: 'down', since: '2026-09-15' });
  });

  test('rises, and dates the first day of the present level', () => {
    const standing = stand({ levels: { '2026-01-01': 'passive', '2026-04-01': 'toe-dipper', '2026-09-01': 'toe-dipper' } });
    expect(standing.trend).toEqual({ previous: 'passive', direction: 'up', since: '2026-04-01' });
  });

  test('has no day when the present level is not dated', () => {
    expect(stand({ commitment: 'supporter', levels: { '2026-01-01': 'passive' } }).trend).toEqual({ previous: 'passive', direction: 'up', since: undefined });
  });

  test.each([
    ['one record', { levels: { '2026-01-01': 'passive' } }],
    ['the same level again', { levels: { '2026-01-01': 'passive', '2026-06-01': 'passive' } }],
    ['only an expectation beside it', { levels: { '2026-01-01': 'passive', '2027-06-01': 'advocate' } }],
    ['not assessed', {}],
  ] as const)('is undefined: %s', (_name, values) => {
    expect(stand(values).trend).toBeUndefined();
  });

  test('knows the next expected level', () => {
    const standing = stand({ levels: { '2026-01-01': 'passive', '2027-06-01': 'supporter', '2027-12-01': 'advocate' } });
    expect(standing.expected).toEqual({ level: 'supporter', on: '2027-06-01' });
  });
});
