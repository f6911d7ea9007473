/** The roadmap as a list for narrow panes: lanes with their items below them, then what is not on the chart. */
import { entriesOf } from '../roadmap/layout.js';
import { timeTicks } from '../roadmap/time-scale.js';
import type { DaySpan, RoadmapEntry, RoadmapLane, RoadmapLayout, UnscheduledItem } from '../roadmap/roadmap-layout.js';

export interface AgendaGroup {
  readonly kind: 'group';
  readonly key: string;
  /** Undefined for what is not on the chart. */
  readonly lane: RoadmapLane | undefined;
  readonly itemCount: number;
  readonly isOpen: boolean;
}

export interface AgendaItem {
  readonly kind: 'item';
  readonly key: string;
  readonly item: RoadmapEntry | UnscheduledItem;
  readonly group: AgendaGroup;
}

export type AgendaRow = AgendaGroup | AgendaItem;

/** No lane has this id. */
export const OFF_CHART = '\noff-chart';

export function agendaRows(layout: RoadmapLayout, collapsed: ReadonlySet<string>): readonly AgendaRow[] {
  const rows: AgendaRow[] = [];
  const add = (key: string, lane: RoadmapLane | undefined, items: () => readonly (RoadmapEntry | UnscheduledItem)[], itemCount: number): void => {
    const group: AgendaGroup = { kind: 'group', key, lane, itemCount, isOpen: !collapsed.has(key) };
    rows.push(group);
    if (group.isOpen) for (const item of items()) rows.push({ kind: 'item', key: `${key}\n${item.id}`, item, group });
  };
  for (const lane of layout.lanes) if (lane.itemCount > 0) add(lane.id, lane, () => entriesOf(lane), lane.itemCount);
  if (layout.unscheduled.length > 0) add(OFF_CHART, undefined, () => layout.unscheduled, layout.unscheduled.length);
  return rows;
}

/** Where days stand in the horizon: start and length in per cent, cut off at its ends. */
export function partOf(horizon: DaySpan, firstDay: number, lastDay: number): { readonly start: number; readonly length: number } {
  const days = horizon.lastDay - horizon.firstDay + 1;
  const within = (day: number): number => Math.min(days, Math.max(0, day - horizon.firstDay));
  const start = within(firstDay);
  return { start: (start / days) * 100, length: ((within(lastDay + 1) - start) / days) * 100 };
}

/** OURS: what is left for bars on the smallest phone, and the room of a year in figures. */
const NARROWEST_PX = 240;
const YEAR_PX = 40;

/** Years over the bars, each where it begins, in per cent; few enough that they stand apart. */
export function yearsOf(horizon: DaySpan): readonly { readonly label: string; readonly start: number }[] {
  const ticks = timeTicks(horizon, NARROWEST_PX / (horizon.lastDay - horizon.firstDay + 1)).years;
  const years = ticks.map(({ day, label }) => ({ label, start: partOf(horizon, day, day).start }));
  return years.filter(({ start }, index) => (years[index + 1]?.start ?? 100) - start >= (YEAR_PX / NARROWEST_PX) * 100);
}
