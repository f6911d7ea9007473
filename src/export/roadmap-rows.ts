/** The items of a roadmap as one list, drawn or not: what the tables (CSV, Markdown, HTML) have a row for. */
import { entriesOf } from '../roadmap/layout.js';
import type { RoadmapEntry, RoadmapItem, RoadmapLane, RoadmapLayout, UnscheduledItem } from '../roadmap/roadmap-layout.js';

export interface RoadmapRow {
  readonly item: RoadmapItem;
  /** Undefined when the item is not on the chart. */
  readonly lane: RoadmapLane | undefined;
  readonly entry: RoadmapEntry | undefined;
  readonly unscheduled: UnscheduledItem | undefined;
}

/** Lane by lane in the order of time, then what is not on the chart by path. */
export function rowsOf(layout: RoadmapLayout): readonly RoadmapRow[] {
  const drawn = layout.lanes.flatMap((lane) => entriesOf(lane).map((entry) => ({ item: entry, lane, entry, unscheduled: undefined })));
  const rest = layout.unscheduled.map((item) => ({ item, lane: undefined, entry: undefined, unscheduled: item }));
  return [...drawn, ...rest];
}

/** Titles by path, to name what an item depends on. */
export function titlesByPath(layout: RoadmapLayout): ReadonlyMap<string, string> {
  return new Map(rowsOf(layout).map(({ item }) => [item.id, item.title]));
}
