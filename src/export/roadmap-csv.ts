/** The roadmap as a table for spreadsheets: one row for each item, drawn or not. Lists inside a cell are joined by "; ". */
import { fromEpochDay } from '../playbook/calendar-date.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { formatCsv } from './csv.js';
import { rowsOf, titlesByPath, type RoadmapRow } from './roadmap-rows.js';
import { reasonInWords, shortfallInWords } from '../roadmap/roadmap-words.js';

interface Column {
  readonly name: string;
  readonly cell: (row: RoadmapRow, layout: RoadmapLayout, titles: ReadonlyMap<string, string>) => string | undefined;
}

const COLUMNS: readonly Column[] = [
  { name: 'title', cell: ({ item }) => item.title },
  { name: 'path', cell: ({ item }) => item.id },
  { name: 'kind', cell: ({ item }) => item.kind },
  { name: 'lane', cell: ({ lane }) => lane?.label },
  { name: 'start', cell: ({ item }) => item.start },
  { name: 'end', cell: ({ item }) => item.end },
  { name: 'first_day', cell: ({ item: { fullSpan } }) => fullSpan && fromEpochDay(fullSpan.firstDay) },
  { name: 'last_day', cell: ({ item: { fullSpan } }) => fullSpan && fromEpochDay(fullSpan.lastDay) },
  { name: 'status', cell: ({ item }) => item.status },
  { name: 'progress', cell: ({ item }) => item.progress?.toString() },
  { name: 'phase', cell: ({ item }) => item.phase },
  { name: 'ambition', cell: ({ item }) => item.ambition },
  { name: 'competencies', cell: ({ item }) => item.competencies.join('; ') },
  { name: 'units', cell: ({ item }) => item.units.join('; ') },
  { name: 'sponsors', cell: ({ item }) => item.sponsors.map(({ name }) => name).join('; ') },
  { name: 'depends_on', cell: ({ item }, _, titles) => item.dependsOn.map((path) => titles.get(path) ?? path).join('; ') },
  { name: 'days_short', cell: ({ entry }) => entry && String(daysOf(entry, 'short')) },
  { name: 'days_not_assessed', cell: ({ entry }) => entry && String(daysOf(entry, 'unknown')) },
  { name: 'shortfalls', cell: ({ entry }, { levelLabels }) => entry && [...new Set(entry.gaps.flatMap(({ reasons }) => reasons.map((reason) => shortfallInWords(reason, levelLabels))))].join('; ') },
  { name: 'earliest_fit', cell: ({ entry }) => (entry?.earliestFit === undefined ? undefined : fromEpochDay(entry.earliestFit)) },
  { name: 'not_on_chart', cell: ({ unscheduled }) => unscheduled && reasonInWords(unscheduled) },
];

export function formatRoadmapCsv(layout: RoadmapLayout): string {
  const titles = titlesByPath(layout);
  const rows = rowsOf(layout).map((row) => COLUMNS.map(({ cell }) => cell(row, layout, titles) ?? ''));
  return formatCsv([COLUMNS.map(({ name }) => name), ...rows]);
}

/** Days of an item in a state of readiness, from its gaps. */
function daysOf({ gaps }: NonNullable<RoadmapRow['entry']>, wanted: 'short' | 'unknown'): number {
  return gaps.reduce((sum, { state, fromDay, toDay }) => (state === wanted ? sum + toDay - fromDay + 1 : sum), 0);
}
