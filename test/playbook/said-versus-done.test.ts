import { describe, expect, test } from 'vitest';
import { assessSaidVersusDone } from '../../src/playbook/said-versus-done.js';
import type { CommitmentLevel } from '../../src/playbook/commitment.js';
import type { Evidence } from '../../src/playbook/note.js';
import { date, executive } from '../builders.js';

const TODAY = date('2026-11-22');

function evidence(form: Evidence['form'], day: string, from = 0): Evidence {
  return { date: date(day), form, text: 'x', from, to: from + 1 };
}

function assess(level: CommitmentLevel | undefined, ...items: readonly Evidence[]) {
  return assessSaidVersusDone(executive({ evidence: items }), level, TODAY, 180);
}

const SAID = evidence('said', '2026-11-01');
const DID = evidence('did', '2026-11-02');

describe('a gap between said and done', () => {
  test.each([
    ['supporter', [SAID], true],
    ['advocate', [SAID], true],
    ['supporter', [SAID, DID], false],
    ['supporter', [DID], false],
    ['supporter', [], false],
    ['toe-dipper', [SAID], false],
    ['opposer', [SAID], false],
    [undefined, [SAID], false],
  ] as const)('recorded as %s with %j is one: %s', (level, items, isGap) => {
    expect(assess(level, ...items).isGap).toBe(isGap);
  });

  test('what was done too long ago, or is planned, closes none', () => {
    expect(assess('supporter', SAID, evidence('did', '2026-05-25')).isGap).toBe(true);
    expect(assess('supporter', SAID, evidence('did', '2026-05-26')).isGap).toBe(false);
    expect(assess('supporter', SAID, evidence('did', '2026-11-23')).isGap).toBe(true);
    expect(assess('supporter', evidence('said', '2026-05-25')).isGap).toBe(false);
  });
});

test('lines stand the newest first; of one day what stands later in the note', () => {
  const { said } = assess('supporter', evidence('said', '2026-10-01', 5), evidence('said', '2026-11-01', 9), evidence('said', '2026-10-01', 20));
  expect(said.map(({ from }) => from)).toEqual([9, 20, 5]);
});
