import { describe, expect, test } from 'vitest';
import { readCommitmentHistory } from '../../src/playbook/commitment-history.js';
import type { CommitmentLevel } from '../../src/playbook/commitment.js';
import type { Assessment, Evidence } from '../../src/playbook/note.js';
import { date, executive } from '../builders.js';

const TODAY = date('2026-11-22');

function line(day: string, level: CommitmentLevel, remark = ''): Assessment {
  return { date: date(day), level, remark, from: 0, to: 0 };
}

function did(day: string): Evidence {
  return { date: date(day), form: 'did', category: 'money', text: 'x', from: 0, to: 0 };
}

function historyOf(values: Parameters<typeof executive>[0], assessments: readonly Assessment[] = []) {
  return readCommitmentHistory({ ...executive(values), assessments }, TODAY);
}

describe('runs', () => {
  test('are of one level each, with the last day on which it was confirmed', () => {
    const { runs } = historyOf({}, [line('2026-03-01', 'passive'), line('2026-01-01', 'passive'), line('2026-06-01', 'supporter'), line('2026-07-01', 'passive')]);
    expect(runs.map(({ level, since, confirmedOn, records }) => [level, since, confirmedOn, records.length])).toEqual([
      ['passive', '2026-01-01', '2026-03-01', 2],
      ['supporter', '2026-06-01', '2026-06-01', 1],
      ['passive', '2026-07-01', '2026-07-01', 1],
    ]);
  });

  test('of one day take what stands last in the note, and the property after the lines', () => {
    expect(historyOf({}, [line('2026-01-01', 'passive'), line('2026-01-01', 'supporter')]).runs.map(({ level }) => level)).toEqual(['supporter']);
    expect(historyOf({ commitment: 'advocate', assessed: '2026-01-01' }, [line('2026-01-01', 'passive')]).runs.map(({ level }) => level)).toEqual(['advocate']);
  });

  test('do not count a property twice that a line repeats, nor one without a day', () => {
    expect(historyOf({ commitment: 'passive', assessed: '2026-01-01' }, [line('2026-01-01', 'passive', 'why')]).runs[0]?.records).toHaveLength(1);
    expect(historyOf({ commitment: 'passive' }).runs).toEqual([]);
  });

  test('keep what is to come apart, the nearest first', () => {
    const { runs, expected } = historyOf({}, [line('2027-06-01', 'advocate'), line('2026-11-22', 'passive'), line('2026-11-23', 'supporter')]);
    expect(runs.map(({ level }) => level)).toEqual(['passive']);
    expect(expected.map(({ level, date: on }) => [level, on])).toEqual([['supporter', '2026-11-23'], ['advocate', '2027-06-01']]);
  });

  test('are empty where nothing is recorded', () => {
    expect(historyOf({})).toEqual({ runs: [], changes: [], expected: [] });
  });
});

describe('a change', () => {
  test.each([
    ['opposer', 'passive', 1, 'strong support from their peers'],
    ['passive', 'toe-dipper', 1, 'strong support from their peers'],
    ['toe-dipper', 'supporter', 1, 'a strong business opportunity'],
    ['supporter', 'advocate', 1, undefined],
    ['passive', 'opposer', -1, undefined],
    ['supporter', 'toe-dipper', -1, undefined],
    ['opposer', 'toe-dipper', 2, undefined],
    ['passive', 'advocate', 3, undefined],
  ] as const)('from %s to %s: %i steps, by %s', (from, to, steps, by) => {
    expect(historyOf({}, [line('2026-01-01', from), line('2026-02-01', to, 'why')]).changes).toMatchObject([{ from, to, steps, by, on: '2026-02-01', line: { level: to } }]);
  });

  test('has no line where the properties alone record it', () => {
    expect(historyOf({ commitment: 'supporter', assessed: '2026-02-01' }, [line('2026-01-01', 'toe-dipper')]).changes).toMatchObject([{ line: undefined }]);
  });

  test('carries what was done since the last record before it, its own day included', () => {
    const evidence = [did('2026-01-15'), did('2026-01-16'), did('2026-02-01'), did('2026-02-02'), { ...did('2026-01-20'), form: 'said' as const }];
    const { changes } = historyOf({ evidence }, [line('2026-01-01', 'passive'), line('2026-01-15', 'passive'), line('2026-02-01', 'toe-dipper')]);
    expect(changes[0]?.evidence.map((item) => item.date)).toEqual(['2026-01-16', '2026-02-01']);
  });
});

describe('a jump over more than one level', () => {
  const jump = (remark: string, evidence: readonly Evidence[] = [], to: CommitmentLevel = 'supporter') =>
    historyOf({ evidence }, [line('2026-01-01', 'opposer'), line('2026-02-01', to, remark)]).changes[0]?.isUnexplainedJump;

  test.each([
    ['', true],
    ['by M. Devereux', true],
    ['by M. Devereux and H. Quist', true],
    ['by A. Smith-Jones', true],
    ['by M. Devereux — ', true],
    ['by M. Devereux — heard the night crew', false],
    ['by M. Devereux – heard the night crew', false],
    ['by M. Devereux - heard the night crew', false],
    ['heard the night crew', false],
    ['bystanders say so', false],
  ])('with the remark %j is unexplained: %s', (remark, isUnexplained) => {
    expect(jump(remark)).toBe(isUnexplained);
  });

  test('is explained by something done in between, not by something said or done before', () => {
    expect(jump('', [did('2026-01-20')])).toBe(false);
    expect(jump('', [{ ...did('2026-01-20'), form: 'said' }])).toBe(true);
    expect(jump('', [did('2026-01-01')])).toBe(true);
  });

  test('counts downward too, and a single step never does', () => {
    expect(historyOf({}, [line('2026-01-01', 'advocate'), line('2026-02-01', 'passive')]).changes[0]?.isUnexplainedJump).toBe(true);
    expect(jump('', [], 'passive')).toBe(false);
  });
});
