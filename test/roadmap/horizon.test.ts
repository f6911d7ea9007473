import { describe, expect, test } from 'vitest';
import { fromEpochDay } from '../../src/playbook/calendar-date.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapOptions } from '../../src/roadmap/roadmap-layout.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { date, day, initiative, journey, playbookOf } from '../builders.js';

function horizonOf(notes: readonly PlaybookNote[], options: Partial<RoadmapOptions> = {}): readonly string[] {
  const { horizon } = layoutRoadmap(playbookOf(...notes), { today: date('2026-03-10'), groupBy: 'competency', ...options });
  return [fromEpochDay(horizon.firstDay), fromEpochDay(horizon.lastDay)];
}

describe('horizon', () => {
  test('is the journey, as far as its fuzzy dates reach', () => {
    expect(horizonOf([journey({ start: '2026', end: '2028-Q2' })])).toEqual(['2026-01-01', '2028-06-30']);
  });

  test('is what was asked for, one edge or both', () => {
    const notes = [journey({ start: '2026', end: '2028' })];
    expect(horizonOf(notes, { fromDay: day('2027-02-03'), toDay: day('2027-05-01') })).toEqual(['2027-02-03', '2027-05-01']);
    expect(horizonOf(notes, { fromDay: day('2027-02-03') })).toEqual(['2027-02-03', '2028-12-31']);
    expect(horizonOf(notes, { toDay: day('2026-06-30') })).toEqual(['2026-01-01', '2026-06-30']);
  });

  test('spans 24 months from today when nothing says otherwise', () => {
    expect(horizonOf([])).toEqual(['2026-01-01', '2027-12-31']);
  });

  test('spans whole quarters round the items, 24 months at least', () => {
    expect(horizonOf([initiative({ start: '2026-02-10', end: '2026-03-01' })])).toEqual(['2026-01-01', '2027-12-31']);
    expect(horizonOf([initiative({ start: '2026-02-10', end: '2028-08-01' })])).toEqual(['2026-01-01', '2028-09-30']);
  });

  test('shows 36 months round today when the items reach further', () => {
    const far = [initiative({ title: 'First', start: '0001' }), initiative({ title: 'Last', end: '9999' })];
    expect(horizonOf(far)).toEqual(['2025-07-01', '2028-06-30']);
    expect(horizonOf([initiative({ start: '2030', end: '2039' })])).toEqual(['2030-01-01', '2032-12-31']);
  });

  test.each([
    ['only a start', { start: '2040' }, ['2040-01-01', '2042-12-31']],
    ['only an end', { end: '2001-12-31' }, ['1999-01-01', '2001-12-31']],
  ])('lies 36 months off with %s far from today', (_, values, expected) => expect(horizonOf([journey(values)])).toEqual(expected));

  test('stays inside the years that can be written', () => {
    expect(horizonOf([journey({ start: '9999-06' })])).toEqual(['9999-06-01', '9999-12-31']);
    expect(horizonOf([journey({ end: '0001-02' })])).toEqual(['0001-01-01', '0001-02-28']);
    expect(horizonOf([journey({ start: '0001', end: '9999' })])).toEqual(['0001-01-01', '9999-12-31']);
  });

  test('ignores and reports a journey or a wish in reverse', () => {
    const options = { today: date('2026-03-10'), groupBy: 'competency' } as const;
    const backwards = layoutRoadmap(playbookOf(journey({ start: '2028', end: '2026' })), options);
    expect(fromEpochDay(backwards.horizon.firstDay)).toBe('2026-01-01');
    expect(backwards.problems).toMatchObject([{ kind: 'horizon-reversed', path: 'Journey/CX journey.md' }]);
    const wish = layoutRoadmap(playbookOf(), { ...options, fromDay: 10, toDay: 9 });
    expect(wish.problems).toMatchObject([{ kind: 'horizon-reversed' }]);
  });

  test('cuts phases to itself and leaves out what lies beyond', () => {
    const trip = journey({
      start: '2026', end: '2026',
      phases: [['broaden', 'Two', '2026-07', '2027'], ['awareness', 'One', '2025', '2026-06'], ['embed', 'Three', '2028', '2029'], ['embed', 'Backwards', '2026-05', '2026-04']],
    });
    const { phases } = layoutRoadmap(playbookOf(trip), { today: date('2026-03-10'), groupBy: 'phase' });
    expect(phases.map(({ name, firstDay, lastDay }) => [name, fromEpochDay(firstDay), fromEpochDay(lastDay)])).toEqual([
      ['One', '2026-01-01', '2026-06-30'],
      ['Two', '2026-07-01', '2026-12-31'],
    ]);
  });
});
