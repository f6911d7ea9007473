import { describe, expect, test } from 'vitest';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { assessProofChains } from '../../src/playbook/proof-chain.js';
import { businessCase, date, executive, initiative, insight, message, pilot, playbookOf } from '../builders.js';

const today = date('2026-11-22');
const broken = (...notes: readonly PlaybookNote[]): readonly string[] => assessProofChains(playbookOf(...notes), today).broken.map(({ kind, note }) => `${kind}: ${note.title}`);
const complete = (...notes: readonly PlaybookNote[]): readonly string[] => assessProofChains(playbookOf(...notes), today).complete.map(({ pilot: { title } }) => title);

const voice = insight({ title: 'Voice' });
const purse = pilot({ title: 'Purse', status: 'done', insights: ['Voice'], cases: ['Missed calls'], proof: { result: 17 } });
const missed = businessCase({ title: 'Missed calls', proof: { baseline: 9.2 }, hasStory: true });
const ana = executive({ title: 'Ana', cases: ['Missed calls'], mentions: ['Purse'] });

test('is complete from what was said to the executive who was told', () => {
  const chains = assessProofChains(playbookOf(voice, purse, missed, ana), today);
  expect(chains.broken).toEqual([]);
  expect(chains.complete).toHaveLength(1);
  expect(chains.complete[0]).toMatchObject({ insights: [voice], pilot: purse, cases: [missed], told: [ana] });
});

test('finds the case that names the pilot, not only the one that the pilot names', () => {
  expect(complete(pilot({ title: 'Purse', status: 'done', proof: { result: 17 } }), businessCase({ title: 'Missed calls', pilots: ['Purse'], proof: { result: 4 }, hasStory: true }), executive({ mentions: ['Purse'] }))).toEqual(['Purse']);
});

describe('breaks off', () => {
  test('at an insight that no work and no case uses', () => {
    expect(broken(voice)).toEqual(['unused-insight: Voice']);
    for (const user of [initiative({ insights: ['Voice'] }), businessCase({ insights: ['Voice'] })]) expect(broken(voice, user).filter((text) => text.startsWith('unused'))).toEqual([]);
    expect(broken(voice, message({ mentions: ['Voice'] }))).toEqual(['unused-insight: Voice']);
  });

  test('at no insight that a coach keeps to themselves', () => {
    expect(broken(insight({ title: 'Voice', visibility: 'coach' }))).toEqual([]);
  });

  test('at a finished pilot without a result, before anything else', () => {
    expect(broken(pilot({ title: 'Purse', status: 'done' }))).toEqual(['no-result: Purse']);
  });

  test('at a pilot that has begun without a case', () => {
    expect(broken(pilot({ title: 'Purse', status: 'active' }))).toEqual(['no-case: Purse']);
    expect(broken(pilot({ title: 'Purse', proof: { result: 1 } }))).toEqual(['no-case: Purse']);
    for (const status of ['idea', 'planned', 'dropped', undefined] as const) expect(broken(pilot({ title: 'Purse', ...(status === undefined ? {} : { status }) }))).toEqual([]);
  });

  test('not at a case that is named and is not there: the link is told of elsewhere', () => {
    expect([broken(pilot({ title: 'Purse', status: 'active', cases: ['Misst calls'] })), complete(pilot({ title: 'Purse', status: 'done', proof: { result: 1 }, cases: ['Misst calls'], toldOn: [date('2026-11-10')] }), ana)]).toEqual([[], []]);
  });

  test('at a result that nobody was told', () => {
    expect(broken(voice, purse, missed, executive({ title: 'Ana', cases: ['Missed calls'] }))).toEqual(['untold-result: Purse']);
  });

  test('at a case without a number or a story, and says which', () => {
    const lacks = (values: Parameters<typeof businessCase>[0]): unknown => assessProofChains(playbookOf(businessCase(values), ana), today).broken[0];
    expect(lacks({ title: 'Missed calls' })).toMatchObject({ kind: 'incomplete-case', lacks: ['number', 'story'] });
    expect(lacks({ title: 'Missed calls', proof: { result: 0 } })).toMatchObject({ lacks: ['story'] });
    expect(lacks({ title: 'Missed calls', hasStory: true })).toMatchObject({ lacks: ['number'] });
    expect(lacks({ title: 'Missed calls', hasFigure: true })).toMatchObject({ lacks: ['story'] });
  });

  test('at no case that is still blank', () => {
    expect(broken(businessCase({ isWritten: false }), ana)).toEqual([]);
    expect(broken(businessCase({ title: 'A', isWritten: false, proof: { baseline: 9 } }), ana)).toEqual(['incomplete-case: A']);
  });

  test('at a case that no note shows as told', () => {
    expect(broken(missed, executive({ title: 'Ana' }))).toEqual(['untold-case: Missed calls']);
    expect(broken(missed)).toEqual([]);
    expect(broken(missed, message({ mentions: ['Missed calls'] }))).toEqual([]);
  });

  test('at each note once, in the order of the chain', () => {
    expect(broken(missed, businessCase({ title: 'A' }), pilot({ title: 'P', status: 'active' }), pilot({ title: 'Q', status: 'done' }), insight({ title: 'I' }), executive({ title: 'Ana' }))).toEqual([
      'unused-insight: I', 'no-result: Q', 'no-case: P', 'incomplete-case: A', 'untold-case: Missed calls',
    ]);
  });
});

test('a running pilot with a case is neither complete nor broken', () => {
  const running = pilot({ title: 'Texts', status: 'active', cases: ['Missed calls'], proof: { metric: 'Told early', baseline: 12 } });
  expect([complete(running, missed, ana), broken(running, missed, ana)]).toEqual([[], []]);
});

test('a pilot whose own note says that it was told needs no other note', () => {
  const told = pilot({ title: 'Purse', status: 'done', cases: ['Missed calls'], proof: { result: 17 }, toldOn: [date('2026-11-10')] });
  expect(assessProofChains(playbookOf(told, missed, executive({ title: 'Ana' })), today).complete[0]?.told).toEqual([]);
});
