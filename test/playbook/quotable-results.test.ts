import { describe, expect, test } from 'vitest';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { findQuotableResults, listenersByPeer } from '../../src/playbook/quotable-results.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { businessCase, date, executive, initiative, pilot, playbookOf } from '../builders.js';

function recordOf(...notes: readonly PlaybookNote[]): CommitmentRecord {
  return new CommitmentRecord(playbookOf(...notes), date('2026-11-22'));
}

/** "Board by Ana to Ben, Cem" */
function told(...notes: readonly PlaybookNote[]): readonly string[] {
  return findQuotableResults(recordOf(...notes)).map(({ result, by, to }) => `${result.title} by ${by.title} to ${to.map(({ title }) => title).join(', ')}`);
}

const ANA = executive({ title: 'Ana', unit: 'Freight', commitment: 'supporter' });
const BOARD = pilot({ title: 'Board', sponsor: ['Ana'], proof: { result: 4 } });

describe('a result can be quoted', () => {
  test('by the sponsor of a proven pilot, to those below supporter who name the sponsor as a peer', () => {
    const listeners = [executive({ title: 'Cem', commitment: 'passive', peers: ['Ana'] }), executive({ title: 'Ben', commitment: 'opposer', peers: ['Ana'] })];
    const others = [executive({ title: 'Dee', commitment: 'supporter', peers: ['Ana'] }), executive({ title: 'Eva', peers: ['Ana'] }), executive({ title: 'Fay', commitment: 'passive' })];
    expect(told(ANA, BOARD, ...listeners, ...others)).toEqual(['Board by Ana to Ben, Cem']);
  });

  test('by the head of the pilot’s unit, and by whom a proven case was told to', () => {
    const cost = businessCase({ title: 'Cost', proof: { result: 2 } });
    expect(told(cost, executive({ title: 'Ana', unit: 'Freight', commitment: 'advocate', cases: ['Cost'] }), pilot({ title: 'Board', units: ['freight'], proof: { employeeResult: 1 } }))).toEqual(['Cost by Ana to ', 'Board by Ana to ']);
  });

  test('even where the result is nought', () => {
    expect(told(ANA, pilot({ title: 'Board', sponsor: ['Ana'], proof: { result: 0 } }))).toEqual(['Board by Ana to ']);
  });

  test.each([
    ['below supporter', executive({ title: 'Ana', commitment: 'toe-dipper' }), BOARD],
    ['without a level', executive({ title: 'Ana' }), BOARD],
    ['of a pilot without a result', ANA, pilot({ title: 'Board', sponsor: ['Ana'], proof: { metric: 'NPS', baseline: 3 } })],
    ['of an initiative', ANA, initiative({ title: 'Board', sponsor: ['Ana'] })],
  ])('by nobody %s', (_what, person, work) => {
    expect(told(person, work)).toEqual([]);
  });
});

test('are ordered by who can quote, then by the result, each once', () => {
  const zed = executive({ title: 'Zed', commitment: 'advocate' });
  expect(told(zed, ANA, pilot({ title: 'B', sponsor: ['Zed', 'Ana', 'Ana'], units: ['Freight'], proof: { result: 1 } }), pilot({ title: 'A', sponsor: ['Zed'], proof: { result: 1 } }))).toEqual(['B by Ana to ', 'A by Zed to ', 'B by Zed to ']);
});

test('listeners are those below supporter who name a peer, once each and never themselves', () => {
  const record = recordOf(ANA, executive({ title: 'Ben', commitment: 'passive', peers: ['Ana', 'Ana', 'Ben'] }));
  expect([...listenersByPeer(record)].map(([peer, listeners]) => [peer.title, listeners.map(({ title }) => title)])).toEqual([['Ana', ['Ben']]]);
});
