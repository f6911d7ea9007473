import { describe, expect, test } from 'vitest';
import { answeringFor, findLinkedCases } from '../../src/playbook/linked-cases.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { businessCase, date, executive, initiative, playbookOf } from '../builders.js';

function recordOf(...notes: readonly PlaybookNote[]): CommitmentRecord {
  return new CommitmentRecord(playbookOf(...notes), date('2026-11-22'));
}

/** Titles of the cases by the executive's name. */
function linked(...notes: readonly PlaybookNote[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...findLinkedCases(recordOf(...notes))].map(([path, cases]) => [path.slice('Executives/'.length, -3), cases.map(({ title }) => title)]));
}

const COST = businessCase({ title: 'Cost' });
const ADVANCE = businessCase({ title: 'Advance' });

describe('a case belongs to', () => {
  test('whom it was told to', () => {
    expect(linked(COST, executive({ title: 'Ana', cases: ['Cost'] }), executive({ title: 'Ben' }))).toEqual({ Ana: ['Cost'] });
  });

  test('sponsors of open work that links it, and heads of its units', () => {
    const people = [executive({ title: 'Ana' }), executive({ title: 'Ben', unit: 'Freight', influence: 4 }), executive({ title: 'Cem', unit: 'freight ', influence: 1 })];
    expect(linked(COST, ...people, initiative({ sponsor: ['Ana'], units: ['Freight'], cases: ['Cost'] }))).toEqual({ Ana: ['Cost'], Ben: ['Cost'] });
  });

  test.each(['done', 'dropped'] as const)('nobody by work that is %s', (status) => {
    expect(linked(COST, executive({ title: 'Ana' }), initiative({ sponsor: ['Ana'], cases: ['Cost'], status }))).toEqual({});
  });

  test('nobody by a link to another kind of note, or to none', () => {
    expect(linked(executive({ title: 'Ana', cases: ['Purse', 'Nowhere'] }), initiative({ title: 'Purse' }))).toEqual({});
  });
});

test('cases stand once each, ordered by path', () => {
  expect(linked(COST, ADVANCE, executive({ title: 'Ana', cases: ['Cost', 'Advance', 'Cost'] }), initiative({ sponsor: ['Ana'], cases: ['Cost'] }))).toEqual({ Ana: ['Advance', 'Cost'] });
});

test('who sponsors and heads answers once; a unit without a head is answered for by nobody', () => {
  const record = recordOf(executive({ title: 'Ana', unit: 'Freight' }), initiative({ title: 'Purse', sponsor: ['Ana'], units: ['Freight', 'Nowhere'] }));
  expect([...answeringFor(record.playbook.initiatives[0]!, record)].map(({ title }) => title)).toEqual(['Ana']);
});
