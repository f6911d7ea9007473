/** A small roadmap to work on: three lanes by competency, one of them empty, at 2 px a day from 2026 to 2027. */
import { buildChart, type Chart } from '../../src/roadmap/chart.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapLayout, RoadmapOptions } from '../../src/roadmap/roadmap-layout.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { date, initiative, journey, milestone, playbookOf } from '../builders.js';

/** Lane "purposeful leadership": Alpha, Beta after it in the row, Gate; then two rows of "customer connectedness". */
export const NOTES: readonly PlaybookNote[] = [
  journey({ start: '2026-01-01', end: '2027-12-31', units: ['Freight', 'Crossings'] }),
  initiative({ title: 'Alpha', start: '2026-02-01', end: '2026-05-31', competencies: ['purposeful-leadership'] }),
  initiative({ title: 'Beta', start: '2026-07-01', end: '2026-12-31', competencies: ['purposeful-leadership'], dependsOn: ['Alpha'] }),
  milestone({ title: 'Gate', end: '2027-06-30', competencies: ['purposeful-leadership'] }),
  initiative({ title: 'Carol', start: '2026-03-01', end: '2026-08-31', competencies: ['customer-connectedness'] }),
  initiative({ title: 'Delta', start: '2026-06-01', end: '2026-11-30', competencies: ['customer-connectedness'], dependsOn: ['Carol'] }),
  initiative({ title: 'Echo', start: '2027', end: '2027', competencies: ['customer-connectedness'] }),
  initiative({ title: 'Someday', competencies: ['customer-connectedness'] }),
];

export function pathOf(title: string): string {
  return `Initiatives/${title}.md`;
}

export function layoutOf(notes: readonly PlaybookNote[] = NOTES, options: Partial<RoadmapOptions> = {}): RoadmapLayout {
  return layoutRoadmap(playbookOf(...notes), { today: date('2026-11-22'), groupBy: 'competency', ...options });
}

export function chartOf(layout: RoadmapLayout = layoutOf(), { pxPerDay = 2, collapsed = [] }: { readonly pxPerDay?: number; readonly collapsed?: readonly string[] } = {}): Chart {
  return buildChart(layout, { pxPerDay, rows: 'packed', collapsed: new Set(collapsed), withTracks: false });
}
