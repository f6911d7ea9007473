import { describe, expect, test } from 'vitest';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { parseRoadmapGrouping } from '../../src/roadmap/grouping.js';
import type { RoadmapGrouping } from '../../src/roadmap/roadmap-layout.js';
import { date, executive, initiative, journey, pilot, playbookOf } from '../builders.js';

const when = { start: '2026-01', end: '2026-06' };

function lanesOf(groupBy: RoadmapGrouping, ...notes: readonly PlaybookNote[]): readonly string[] {
  const { lanes } = layoutRoadmap(playbookOf(...notes), { today: date('2026-03-10'), groupBy });
  return lanes.map(({ label, bars }) => `${label}: ${bars.map(({ title }) => title).join(', ')}`);
}

describe('lanes', () => {
  test('by competency are all four in the order of the field, then what has none', () => {
    expect(
      lanesOf(
        'competency',
        initiative({ title: 'A', competencies: ['customer-connectedness', 'purposeful-leadership'], ...when }),
        initiative({ title: 'B', ...when }),
        initiative({ title: 'C', competencies: ['purposeful-leadership'], ...when }),
      ),
    ).toEqual(['Purposeful leadership: C', 'Compelling brand values: ', 'Employee engagement: ', 'Customer connectedness: A', 'No competency: B']);
  });

  test('by leader start with the CEO, carry the role and end with what nobody sponsors', () => {
    const notes = [
      executive({ title: 'Ben', role: 'COO' }),
      executive({ title: 'Zoe (CEO)', role: 'CEO' }),
      executive({ title: 'Idle', role: 'CFO' }),
      initiative({ title: 'A', sponsor: ['Ben', 'Zoe (CEO)'], ...when }),
      initiative({ title: 'B', sponsor: ['Zoe (CEO)'], ...when }),
      initiative({ title: 'C', sponsor: ['Dangling'], ...when }),
    ];
    expect(lanesOf('leader', ...notes)).toEqual(['Zoe (CEO): B', 'Ben: A', 'No sponsor: C']);
    const { lanes } = layoutRoadmap(playbookOf(...notes), { today: date('2026-03-10'), groupBy: 'leader' });
    expect(lanes.map(({ sublabel }) => sublabel)).toEqual([undefined, 'COO', undefined]);
  });

  test('by unit follow the journey, spelt as it spells them, then the rest by code units', () => {
    expect(
      lanesOf(
        'unit',
        journey({ units: ['Retail', 'Claims'], start: '2026', end: '2027' }),
        initiative({ title: 'A', units: ['zoo'], ...when }),
        initiative({ title: 'B', units: ['claims '], ...when }),
        initiative({ title: 'C', units: ['RETAIL', 'Claims'], ...when }),
        initiative({ title: 'D', units: ['Ärger'], ...when }),
        initiative({ title: 'E', units: [' '], ...when }),
      ),
    ).toEqual(['Retail: C', 'Claims: B', 'zoo: A', 'Ärger: D', 'No unit: E']);
  });

  test('by status and phase follow their order, phases under the journey\'s own names', () => {
    const notes = [
      journey({ start: '2026', end: '2027', phases: [['embed', 'Make it ours', '2027', '2027']] }),
      initiative({ title: 'A', status: 'done', phase: 'embed', ...when }),
      initiative({ title: 'B', status: 'idea', phase: 'awareness', ...when }),
      initiative({ title: 'C', ...when }),
    ];
    expect(lanesOf('status', ...notes)).toEqual(['Idea: B', 'Done: A', 'No status: C']);
    expect(lanesOf('phase', ...notes)).toEqual(['Awareness: B', 'Make it ours: A', 'No phase: C']);
  });

  test('by any property, also those that sound like something else', () => {
    const notes = [
      initiative({ title: 'A', properties: { region: 'North', constructor: 'x' }, ambition: 'unit', ...when }),
      pilot({ title: 'B', properties: { region: 'East' }, ...when }),
      initiative({ title: 'C', properties: { region: '  ' }, ...when }),
    ];
    expect(lanesOf('property:region', ...notes)).toEqual(['East: B', 'North: A', 'No region: C']);
    expect(lanesOf('property:constructor', ...notes)).toEqual(['x: A', 'No constructor: B, C']);
    expect(lanesOf('property:__proto__', ...notes)).toEqual(['No __proto__: A, B, C']);
    expect(lanesOf('property:ambition', ...notes)).toEqual(['unit: A', 'No ambition: B, C']);
    expect(lanesOf('property:type', ...notes)).toEqual(['initiative: A, C', 'pilot: B']);
  });

  test('stand once for each item, whatever the grouping', () => {
    const notes = [initiative({ title: 'A', units: ['x', 'y'], competencies: ['employee-engagement', 'purposeful-leadership'], ...when })];
    for (const groupBy of ['competency', 'leader', 'unit', 'status', 'phase', 'property:x'] as const) {
      expect(lanesOf(groupBy, ...notes).filter((lane) => lane.endsWith('A'))).toHaveLength(1);
    }
  });

  test.each([
    ['competency', 'competency'], ['leader', 'leader'], ['unit', 'unit'], ['status', 'status'], ['phase', 'phase'],
    ['property:region', 'property:region'], ['property:a:b', 'property:a:b'],
    ['property:', undefined], ['Leader', undefined], ['', undefined], ['toString', undefined],
  ])('read the grouping "%s"', (text, expected) => expect(parseRoadmapGrouping(text)).toBe(expected));
});
