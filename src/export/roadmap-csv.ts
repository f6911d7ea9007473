/**
 * The roadmap as a table for spreadsheets: one row for each item, drawn or not. Lists inside a cell are joined by "; ".
 * A comparison adds the columns of what changed, and rows for what is gone; spans that no note holds add theirs.
 */
import { fromEpochDay } from '../playbook/calendar-date.js';
import { goneGhosts } from '../roadmap/ghosts.js';
import type { RoadmapBar, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { formatCsv } from './csv.js';
import { toldLayout, type RoadmapTextOptions } from './roadmap-origin.js';
import { rowsOf, titlesByPath, type RoadmapRow } from './roadmap-rows.js';
import { reasonInWords, shortfallInWords } from '../roadmap/roadmap-words.js';

interface Column {
  readonly name: string;
  readonly cell: (row: RoadmapRow, layout: RoadmapLayout, titles: ReadonlyMap<string, string>) => string | undefined;
  /** Tells of levels and gaps. */
  readonly ofCommitment?: boolean;
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
  { name: 'days_short', ofCommitment: true, cell: ({ entry }) => entry && String(daysOf(entry, 'short')) },
  { name: 'days_not_assessed', ofCommitment: true, cell: ({ entry }) => entry && String(daysOf(entry, 'unknown')) },
  { name: 'shortfalls', ofCommitment: true, cell: ({ entry }, { levelLabels }) => entry && [...new Set(entry.gaps.flatMap(({ reasons }) => reasons.map((reason) => shortfallInWords(reason, levelLabels))))].join('; ') },
  { name: 'earliest_fit', ofCommitment: true, cell: ({ entry }) => (entry?.earliestFit === undefined ? undefined : fromEpochDay(entry.earliestFit)) },
  { name: 'not_on_chart', cell: ({ unscheduled }) => unscheduled && reasonInWords(unscheduled) },
];

/** Of days taken from what supports an item that has none of its own. */
const INFERRED_COLUMNS: readonly Column[] = [
  { name: 'inferred_first_day', cell: (row) => (isInferred(row) ? fromEpochDay(row.entry.firstDay) : undefined) },
  { name: 'inferred_last_day', cell: (row) => (isInferred(row) ? fromEpochDay(row.entry.lastDay) : undefined) },
];

const COMPARISON_COLUMNS: readonly Column[] = [
  { name: 'change', cell: ({ ghost }) => ghost?.change },
  { name: 'was_start', cell: ({ ghost }) => (ghost?.change === 'moved' ? ghost.start : undefined) },
  { name: 'was_end', cell: ({ ghost }) => (ghost?.change === 'moved' ? ghost.end : undefined) },
  { name: 'was_first_day', cell: ({ ghost }) => (ghost?.change === 'moved' ? fromEpochDay(ghost.firstDay) : undefined) },
  { name: 'was_last_day', cell: ({ ghost }) => (ghost?.change === 'moved' ? fromEpochDay(ghost.lastDay) : undefined) },
];

export function formatRoadmapCsv(recorded: RoadmapLayout, options: RoadmapTextOptions = {}): string {
  const layout = toldLayout(recorded, options);
  const titles = titlesByPath(layout);
  const rows = rowsOf(layout);
  const columns = [
    ...COLUMNS.filter(({ ofCommitment }) => ofCommitment !== true || options.commitment !== false),
    ...(rows.some(isInferred) ? INFERRED_COLUMNS : []),
    ...(options.origin?.since === undefined && layout.ghosts.length === 0 ? [] : COMPARISON_COLUMNS),
  ];
  const gone = goneGhosts(layout).map((ghost) => {
    const cells: Readonly<Record<string, string | undefined>> = {
      ...{ title: ghost.title, path: ghost.id, kind: ghost.kind, change: ghost.change, was_start: ghost.start, was_end: ghost.end },
      ...{ was_first_day: fromEpochDay(ghost.firstDay), was_last_day: fromEpochDay(ghost.lastDay) },
    };
    return columns.map(({ name }) => cells[name] ?? '');
  });
  return formatCsv([columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ cell }) => cell(row, layout, titles) ?? '')), ...gone]);
}

function isInferred(row: RoadmapRow): row is RoadmapRow & { readonly entry: RoadmapBar } {
  return row.entry !== undefined && row.entry.kind !== 'milestone' && row.entry.inferred;
}

/** Days of an item in a state of readiness, from its gaps. */
function daysOf({ gaps }: NonNullable<RoadmapRow['entry']>, wanted: 'short' | 'unknown'): number {
  return gaps.reduce((sum, { state, fromDay, toDay }) => (state === wanted ? sum + toDay - fromDay + 1 : sum), 0);
}
