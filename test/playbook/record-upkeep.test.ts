/** Facts about the record itself: what is covered, what has gone quiet, what has stopped, what is due for review. */
import { describe, expect, test } from 'vitest';
import { assessCompetencyCoverage, findUncovered } from '../../src/playbook/competency-coverage.js';
import { reviewEnablement } from '../../src/playbook/enablement-review.js';
import type { Initiative, PlaybookNote } from '../../src/playbook/note.js';
import { assessQuiet } from '../../src/playbook/quiet.js';
import { DEFAULT_AMBITION_RULE, CommitmentRecord } from '../../src/playbook/readiness.js';
import { summarizeRoadmapGaps } from '../../src/playbook/roadmap-gaps.js';
import { findOpenWork } from '../../src/playbook/short-work.js';
import { findStalledWork } from '../../src/playbook/stalled-work.js';
import { date, empowerment, executive, initiative, insight, journey, message, milestone, pilot, playbookOf, recognition, room } from '../builders.js';

const today = date('2026-11-22');

describe('coverage of competencies', () => {
  test('lists all four, with the executives and the open work that name them', () => {
    const covers = assessCompetencyCoverage(
      playbookOf(
        executive({ title: 'Ana', competencies: ['employee-engagement', 'customer-connectedness'] }),
        initiative({ title: 'Purse', competencies: ['employee-engagement'] }),
        initiative({ title: 'Done', status: 'done', competencies: ['compelling-brand-values'] }),
        milestone({ title: 'Gate', competencies: ['compelling-brand-values'] }),
      ),
    );
    expect(covers.map(({ competency, executives, work }) => [competency, executives.length, work.map(({ title }) => title)])).toEqual([
      ['purposeful-leadership', 0, []], ['compelling-brand-values', 0, []], ['employee-engagement', 1, ['Purse']], ['customer-connectedness', 1, []],
    ]);
    expect(findUncovered(covers)).toEqual(['purposeful-leadership', 'compelling-brand-values']);
  });
});

test('a vault that records no competency lacks none', () => {
  expect(findUncovered(assessCompetencyCoverage(playbookOf(executive(), initiative())))).toEqual([]);
});

describe('quiet', () => {
  const quiet = (...notes: readonly PlaybookNote[]): ReturnType<typeof assessQuiet> => assessQuiet(playbookOf(...notes), today, { quietDays: 60 });

  test.each([
    ['an assessment', executive({ levels: { '2026-11-12': 'passive' } })],
    ['the day of an assessment', executive({ assessed: '2026-11-12' })],
    ['a contact', executive({ lastContact: date('2026-11-12') })],
    ['evidence', executive({ evidence: [{ date: date('2026-11-12'), form: 'said', text: 'We care', from: 0, to: 0 }] })],
    ['a room', room({ date: '2026-11-12' })],
    ['a letter', message({ date: '2026-11-12' })],
    ['a voice', insight({ date: '2026-11-12' })],
    ['a result that was told', pilot({ toldOn: [date('2026-11-12')] })],
  ])('ends with %s', (_name, note) => {
    expect(quiet(executive({ title: 'Zoe', assessed: '2026-01-01' }), note)).toMatchObject({ newest: { on: '2026-11-12', days: 10, note: { title: note.title } }, isQuiet: false });
  });

  test('counts no plans, and is quiet after the days that are allowed', () => {
    const notes = [executive({ assessed: '2026-09-22', nextContact: date('2026-11-30'), levels: { '2027-01-01': 'supporter' } }), initiative({ start: '2026-11-01' })];
    expect(quiet(...notes)).toMatchObject({ newest: { days: 61 }, isQuiet: true });
    expect(assessQuiet(playbookOf(...notes), today, { quietDays: 61 }).isQuiet).toBe(false);
  });

  test('names no note that a coach keeps to themselves', () => {
    const kept = [insight({ date: '2026-11-12', visibility: 'coach' }), message({ kind: 'session', date: '2026-11-12' })];
    expect(quiet(...kept)).toEqual({ newest: { on: '2026-11-12', days: 10, note: undefined }, isQuiet: false });
    expect(quiet(...kept, message({ title: 'Letter', date: '2026-11-12' }), insight({ title: 'Voice', date: '2026-11-12' })).newest?.note?.title).toBe('Letter');
  });

  test('judges nothing where no day is recorded', () => {
    expect(quiet(executive())).toEqual({ newest: undefined, isQuiet: false });
  });
});

describe('work that has stopped', () => {
  const stalled = (...work: readonly Initiative[]): readonly unknown[] => findStalledWork(playbookOf(...work), today, { stalledDays: 30 }).map(({ work: { title }, kind, days }) => [title, kind, days]);

  test('is stalled, long past its end, long without progress, or paused, in this order', () => {
    expect(
      stalled(
        initiative({ title: 'Paused', status: 'paused', end: '2027-01' }),
        initiative({ title: 'Past', status: 'active', end: '2026-10-22' }),
        initiative({ title: 'Longer', status: 'active', end: '2026-08' }),
        initiative({ title: 'Stalled', status: 'stalled', end: '2026-11-20' }),
        milestone({ title: 'Gate', status: 'planned', start: '2026-09-01' }),
        initiative({ title: 'Begun', status: 'active', start: '2026-10-22', progress: 0 }),
      ),
    ).toEqual([['Stalled', 'stalled', 2], ['Longer', 'past-end', 83], ['Gate', 'past-end', 82], ['Past', 'past-end', 31], ['Begun', 'no-progress', 31], ['Paused', 'paused', undefined]]);
  });

  test('is none that is done, dropped or an idea, has no status, or is past its end for 30 days', () => {
    expect(
      stalled(
        initiative({ title: 'A', status: 'done', end: '2026-01' }), initiative({ title: 'B', status: 'dropped', end: '2026-01' }), initiative({ title: 'C', end: '2026-01' }),
        initiative({ title: 'D', status: 'active', end: '2026-10-23' }), initiative({ title: 'E', status: 'active', start: '2026-01' }), milestone({ title: 'F', end: '2026-01' }),
        initiative({ title: 'G', status: 'idea', end: '2026-01' }), initiative({ title: 'H', status: 'active', start: '2026-10-23', progress: 0 }), initiative({ title: 'I', status: 'planned', start: '2026-01', progress: 0 }),
      ),
    ).toEqual([]);
  });
});

describe('enablement', () => {
  test('tells reviews that are past or near, and authority without a day of review', () => {
    const { empowerments, due, withoutReview } = reviewEnablement(
      playbookOf(empowerment({ title: 'Near', review: '2026-12-22' }), empowerment({ title: 'Past', review: '2026-11-02' }), empowerment({ title: 'Far', review: '2026-12-23' }), empowerment({ title: 'None' })),
      today,
    );
    expect(empowerments).toBe(4);
    expect(due.map(({ empowerment: { title }, days }) => [title, days])).toEqual([['Past', -20], ['Near', 30]]);
    expect(withoutReview.map(({ title }) => title)).toEqual(['None']);
  });

  test('compares forms of reward with those of sales, and names units without recognition', () => {
    const { parity, unitsWithoutRecognition } = reviewEnablement(
      playbookOf(
        journey({ units: ['Freight', 'Terminals', 'Crossings'] }),
        recognition({ title: 'A', unit: 'freight ', forms: ['recognition'], salesForms: ['money', 'recognition', 'fun'], comparesWithSales: true }),
        recognition({ title: 'B', unit: 'Terminals', forms: ['award'] }),
      ),
      today,
    );
    expect(parity.map(({ recognition: { title }, lacks }) => [title, lacks])).toEqual([['A', ['money', 'fun']], ['B', undefined]]);
    expect(unitsWithoutRecognition).toEqual(['Crossings']);
  });

  test('what one note of a unit gives, the unit gives', () => {
    const { parity } = reviewEnablement(
      playbookOf(
        recognition({ title: 'A', unit: 'Freight', forms: ['recognition'], salesForms: ['money', 'fun'], comparesWithSales: true }),
        recognition({ title: 'B', unit: 'freight', forms: ['money'] }),
        recognition({ title: 'C', forms: ['fun'] }),
      ),
      today,
    );
    expect(parity.map(({ lacks, others }) => [lacks, others.map(({ title }) => title)])).toEqual([[['fun'], ['B']], [undefined, []], [undefined, []]]);
  });

  test('says nothing of units where no recognition is recorded at all', () => {
    expect(reviewEnablement(playbookOf(journey({ units: ['Freight'] })), today).unitsWithoutRecognition).toEqual([]);
  });
});

test('gaps of the roadmap are told by item, with all on whom each hangs; an item that is short is not also unjudged', () => {
  const work = { start: '2026-06', end: '2027-06', status: 'active', ambition: 'unit' } as const;
  const record = new CommitmentRecord(
    playbookOf(
      executive({ title: 'Ana', unit: 'Sales', commitment: 'passive', assessed: '2026-10-01' }),
      executive({ title: 'Ben', unit: 'IT', commitment: 'opposer', assessed: '2026-10-01' }),
      executive({ title: 'Chi', unit: 'Stores' }),
      initiative({ title: 'One', units: ['Sales'], ...work }),
      initiative({ title: 'Two', units: ['Sales', 'IT', 'Stores'], ...work }),
      initiative({ title: 'Three', units: ['Stores'], ...work }),
    ),
    today,
  );
  const gaps = summarizeRoadmapGaps(findOpenWork(record, DEFAULT_AMBITION_RULE));
  expect(gaps.short.map(({ item, people }) => [item.title, people.map(({ executive: { title }, minimum }) => `${title} ${minimum}`)])).toEqual([
    ['Two', ['Ana supporter', 'Ben supporter']], ['One', ['Ana supporter']],
  ]);
  expect(gaps.unjudged.map(({ item }) => item.title)).toEqual(['Three']);
});
