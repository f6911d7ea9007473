import { describe, expect, test } from 'vitest';
import { laneValueOf, planLaneDrop } from '../../src/roadmap/lane-drop.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapGrouping, RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import { date, executive, initiative, journey, playbookOf } from '../builders.js';

function layoutOf(groupBy: RoadmapGrouping): RoadmapLayout {
  return layoutRoadmap(
    playbookOf(
      journey({ start: '2026', end: '2028', units: ['Harbour'] }),
      executive({ title: 'Ana' }),
      executive({ title: 'Ben' }),
      initiative({ title: 'A', start: '2026', sponsor: ['Ana'], units: ['harbour', 'Yard'], competencies: ['employee-engagement'], status: 'idea', phase: 'embed', properties: { Region: 'North' } }),
      initiative({ title: 'B', start: '2026', sponsor: ['Ben'], units: ['Yard'], competencies: ['customer-connectedness', 'employee-engagement'], status: 'active', properties: { Region: 'South=1' } }),
      initiative({ title: 'N', start: '2026' }),
      initiative({ title: 'U' }),
    ),
    { today: date('2026-11-22'), groupBy },
  );
}

function laneOf(layout: RoadmapLayout, label: string): string {
  const lane = layout.lanes.find((each) => each.label === label);
  if (lane === undefined) throw new Error(`No lane "${label}". There are: ${layout.lanes.map((each) => each.label).join(', ')}`);
  return lane.id;
}

function drop(groupBy: RoadmapGrouping, titles: string, label: string): ReturnType<typeof planLaneDrop> {
  const layout = layoutOf(groupBy);
  return planLaneDrop(layout, [...titles].map((title) => `Initiatives/${title}.md`), laneOf(layout, label));
}

describe('a drop into another lane', () => {
  test.each<[RoadmapGrouping, string, string, string | undefined, string | undefined]>([
    ['competency', 'A', 'Customer connectedness', 'employee-engagement', 'customer-connectedness'],
    ['competency', 'A', 'No competency', 'employee-engagement', undefined],
    ['leader', 'A', 'Ben', 'Executives/Ana.md', 'Executives/Ben.md'],
    ['leader', 'A', 'No sponsor', 'Executives/Ana.md', undefined],
    ['leader', 'N', 'Ana', undefined, 'Executives/Ana.md'],
    ['unit', 'A', 'Yard', 'harbour', 'Yard'],
    ['unit', 'B', 'Harbour', 'Yard', 'Harbour'],
    ['status', 'A', 'Active', 'idea', 'active'],
    ['status', 'A', 'No status', 'idea', undefined],
    ['phase', 'A', 'No phase', 'embed', undefined],
    ['phase', 'N', 'Embed', undefined, 'embed'],
    ['property:Region', 'A', 'South=1', 'North', 'South=1'],
    ['property:Region', 'A', 'No Region', 'North', undefined],
    ['leader', 'U', 'Ana', undefined, 'Executives/Ana.md'],
  ])('of %s: %s to "%s"', (groupBy, title, label, from, to) => {
    expect(drop(groupBy, title, label)).toEqual({ ok: true, change: { title: `Move ${title} to ${label}`, items: [{ path: `Initiatives/${title}.md`, lane: { groupBy, from, to } }] } });
  });

  test('takes several items, and leaves those that are there', () => {
    expect(drop('status', 'ABN', 'Active')).toMatchObject({ ok: true, change: { title: 'Move 2 items to Active', items: [{ path: 'Initiatives/A.md' }, { path: 'Initiatives/N.md' }] } });
  });

  test.each<[string, RoadmapGrouping, string, string, string]>([
    ['where it stands', 'status', 'A', 'Idea', 'It stands in "Idea" already. Nothing is left to do.'],
    ['where they stand', 'competency', 'NU', 'No competency', 'They stand in "No competency" already. Nothing is left to do.'],
    ['that would take several values away', 'competency', 'B', 'No competency', '"B" has 2 competencies, which all would go. Remove them in the note.'],
    ['that would take several units away', 'unit', 'A', 'No unit', '"A" has 2 units, which all would go. Remove them in the note.'],
    ['that would make another kind of note of it', 'property:type', 'A', 'initiative', 'The kind of a note is not changed by dragging. Change its type in the note.'],
    ['of what a base computes', 'property:formula.cost', 'A', 'No formula.cost', '"cost" is computed by the base. Change what it is computed from.'],
    ['of what the file is', 'property:file.folder', 'A', 'No file.folder', '"folder" comes from the file itself. Change it in the list of files.'],
  ])('%s is refused', (_what, groupBy, titles, label, message) => {
    expect(drop(groupBy, titles, label)).toEqual({ ok: false, message });
  });

  test('of what is gone, or into what is gone, is refused', () => {
    const layout = layoutOf('status');
    expect(planLaneDrop(layout, ['gone.md'], laneOf(layout, 'Idea'))).toMatchObject({ ok: false });
    expect(planLaneDrop(layout, ['Initiatives/A.md'], 'status=gone')).toEqual({ ok: false, message: 'That lane is not shown any more. Drop it into another.' });
  });
});

test('a lane stands for its value', () => {
  const layout = layoutOf('unit');
  expect(['Harbour', 'Yard', 'No unit'].map((label) => laneValueOf(layout, laneOf(layout, label)))).toEqual(['Harbour', 'Yard', undefined]);
  expect(laneValueOf(layout, 'gone')).toBeUndefined();
});
