/** The items of a roadmap as one list, drawn or not: what the tables (CSV, Markdown, HTML) have a row for. */
import { ghostsByPath } from '../roadmap/ghosts.js';
import { entriesOf } from '../roadmap/layout.js';
import { datesInWords, ghostInWords, reasonInWords } from '../roadmap/roadmap-words.js';
import type { RoadmapEntry, RoadmapGhost, RoadmapItem, RoadmapLane, RoadmapLayout, UnscheduledItem } from '../roadmap/roadmap-layout.js';

export interface RoadmapRow {
  readonly item: RoadmapItem;
  /** Undefined when the item is not on the chart. */
  readonly lane: RoadmapLane | undefined;
  readonly entry: RoadmapEntry | undefined;
  readonly unscheduled: UnscheduledItem | undefined;
  /** Where it stood on an earlier roadmap, or that it is new; undefined without a comparison, and for what did not move. */
  readonly ghost: RoadmapGhost | undefined;
}

/** The dates of an item, drawn or not, with what they were: "2026-05 to 2026-10 (was 2026-03 to 2026-09)". */
export function datesOfRow({ item, entry, unscheduled, ghost }: RoadmapRow): string {
  const reason = unscheduled === undefined ? undefined : reasonInWords(unscheduled);
  const dates = unscheduled !== undefined && item.fullSpan === undefined ? undefined : datesInWords(entry ?? item);
  const then = ghost === undefined ? '' : ` (${ghostInWords(ghost)})`;
  return [dates, reason].filter((words) => words !== undefined).join(', ') + then;
}

/** Lane by lane in the order of time, then what is not on the chart by path. */
export function rowsOf(layout: RoadmapLayout): readonly RoadmapRow[] {
  const ghostOf = ghostsByPath(layout);
  const drawn = layout.lanes.flatMap((lane) => entriesOf(lane).map((entry) => ({ item: entry, lane, entry, unscheduled: undefined, ghost: ghostOf.get(entry.id) })));
  const rest = layout.unscheduled.map((item) => ({ item, lane: undefined, entry: undefined, unscheduled: item, ghost: ghostOf.get(item.id) }));
  return [...drawn, ...rest];
}

/** Titles by path, to name what an item depends on. */
export function titlesByPath(layout: RoadmapLayout): ReadonlyMap<string, string> {
  return new Map(rowsOf(layout).map(({ item }) => [item.id, item.title]));
}
