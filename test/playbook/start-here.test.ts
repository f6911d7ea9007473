import { describe, expect, test } from 'vitest';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { rankStartingPoints, startingReasons } from '../../src/playbook/start-here.js';
import { levelWords } from '../../src/playbook/step-words.js';
import { date, executive, initiative, pilot, playbookOf } from '../builders.js';

const OPTIONS = { evidenceDays: 180, signCount: 8 };

function rank(...notes: readonly PlaybookNote[]) {
  return rankStartingPoints(new CommitmentRecord(playbookOf(...notes), date('2026-11-22')), OPTIONS);
}

function units(...notes: readonly PlaybookNote[]): readonly string[] {
  return rank(...notes).map(({ unit }) => unit);
}

const EVIDENCE = (['money', 'peer'] as const).map((category) => ({ date: date('2026-11-01'), form: 'did' as const, category, text: 'x', from: 0, to: 0 }));

describe('who can be started with', () => {
  test('heads of units at supporter or above; not the CEO, nor whoever leads no unit', () => {
    const people = [
      executive({ title: 'Ana', unit: 'Freight', commitment: 'supporter' }),
      executive({ title: 'Ben', unit: 'Crossings', commitment: 'toe-dipper' }),
      executive({ title: 'Cem', unit: 'Finance' }),
      executive({ title: 'Dee', unit: 'Group', role: 'CEO', commitment: 'advocate' }),
      executive({ title: 'Eva', commitment: 'advocate' }),
      executive({ title: 'Fay', unit: 'Freight', commitment: 'advocate', reportsTo: ['Ana'] }),
    ];
    expect(units(...people)).toEqual(['Freight']);
  });
});

describe('the rank', () => {
  const low = { title: 'A low', unit: 'Low', commitment: 'supporter' } as const;
  const high = { title: 'B high', unit: 'High', commitment: 'supporter' } as const;

  test.each<[string, readonly PlaybookNote[]]>([
    ['an advocate', [executive({ ...low, influence: 5 }), executive({ ...high, commitment: 'advocate' })]],
    ['evidence that reaches the level', [executive({ ...low, influence: 5 }), executive({ ...high, evidence: EVIDENCE })]],
    ['a result to show', [executive({ ...low, influence: 5 }), executive(high), pilot({ sponsor: ['B high'], proof: { result: 1 } })]],
    ['more who name the leader as a peer', [executive({ ...low, influence: 5 }), executive(high), executive({ title: 'Zed', commitment: 'passive', peers: ['B high'] })]],
    ['influence', [executive(low), executive({ ...high, influence: 2 })]],
  ])('among equals is led by %s', (_what, notes) => {
    expect(units(...notes)).toEqual(['High', 'Low']);
  });

  test('is by path where nothing else decides', () => {
    expect(units(executive(high), executive(low))).toEqual(['Low', 'High']);
  });

  test('one reason decides before the next: evidence before many results and much influence', () => {
    const pilots = ['One', 'Two'].map((title) => pilot({ title, sponsor: ['A low'], proof: { result: 1 } }));
    expect(units(executive({ ...low, influence: 5 }), executive({ ...high, evidence: EVIDENCE }), ...pilots)).toEqual(['High', 'Low']);
  });
});

describe('the reasons', () => {
  test('name results, listeners and the unit’s work, the work in fewest units first, without what was dropped', () => {
    const notes = [
      executive({ title: 'Ana', unit: 'Freight', commitment: 'supporter', evidence: EVIDENCE }),
      executive({ title: 'Ben', commitment: 'passive', peers: ['Ana'] }),
      initiative({ title: 'A wide', units: ['Freight', 'Crossings'] }),
      initiative({ title: 'B narrow', units: ['freight'] }),
      initiative({ title: 'C dropped', units: ['Freight'], status: 'dropped' }),
      pilot({ title: 'D board', units: ['Freight'], proof: { result: 2 } }),
    ];
    expect(rank(...notes).flatMap((point) => startingReasons(point, levelWords({ supporter: 'backs it' })))).toEqual([
      'recorded as backs it, and the evidence reaches that level',
      'a result to show: D board',
      'named as a peer by Ben',
      '3 roadmap items in the unit: B narrow, D board and A wide',
    ]);
  });

  test('say what is not recorded', () => {
    expect(rank(executive({ unit: 'Freight', commitment: 'supporter' })).flatMap((point) => startingReasons(point, levelWords()))).toEqual([
      'recorded as supporter; the evidence does not reach that level yet',
      'no result to show yet',
      'nobody below supporter names the leader as a peer',
      'no roadmap item names the unit yet',
    ]);
  });
});
