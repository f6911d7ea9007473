/**
 * The places of items in px, as they are and as a move would leave them. Pure.
 *
 * Only the first {@link MAX_OUTLINES} of a large selection get an outline: what is dragged is seen, and the page keeps
 * the few elements that it is promised.
 */
import { BAR_PX } from '../roadmap/chart-measures.js';
import type { Chart } from '../roadmap/chart.js';
import { formatDaySpan } from '../roadmap/move-words.js';
import { DIAMOND_RADIUS_PX } from '../roadmap/placed-entries.js';
import type { MoveOutcome } from '../roadmap/roadmap-change.js';
import type { DaySpan, RoadmapItem } from '../roadmap/roadmap-layout.js';
import type { ChartBox } from './chart-hits.js';
import type { Outline } from './drag-frame.js';

/** OURS: with a box for the old place and a label each, about 90 elements. */
export const MAX_OUTLINES = 30;

/** A bar is never thinner than this, as on the chart. */
const MIN_BAR_PX = 4;

/** Px of days on the chart, along x only. */
export function boxOfDays(chart: Chart, { firstDay, lastDay }: DaySpan, kind: RoadmapItem['kind'], y: number): ChartBox {
  if (kind === 'milestone') {
    return { x: chart.scale.xOf(lastDay + 0.5) - DIAMOND_RADIUS_PX, y: y + BAR_PX / 2 - DIAMOND_RADIUS_PX, width: 2 * DIAMOND_RADIUS_PX, height: 2 * DIAMOND_RADIUS_PX };
  }
  const x = chart.scale.xOf(firstDay);
  return { x, y, width: Math.max(MIN_BAR_PX, chart.scale.xOf(lastDay + 1) - x), height: BAR_PX };
}

/** Where items stand, in the order given; those that are not on the chart are left out. */
export function oldPlaces(chart: Chart, ids: readonly string[]): readonly ChartBox[] {
  return ids.slice(0, MAX_OUTLINES).flatMap((id) => {
    const placed = chart.placeOf(id)?.placed;
    return placed === undefined ? [] : [{ x: placed.left, y: placed.y, width: placed.right - placed.left, height: BAR_PX }];
  });
}

/** Where a move would leave items, `downPx` lower than now; what it does not move stays. The first one says its dates. */
export function outlinesOf(chart: Chart, outcome: MoveOutcome, ids: readonly string[], downPx = 0): readonly Outline[] {
  const moved = new Map(outcome.moved.map((item) => [item.id, item]));
  return ids.slice(0, MAX_OUTLINES).flatMap((id, index) => {
    const placed = chart.placeOf(id)?.placed;
    if (placed === undefined) return [];
    const item = moved.get(id) ?? placed.entry;
    const { kind } = placed.entry;
    const text = index === 0 ? formatDaySpan(kind === 'milestone' ? item.lastDay : item.firstDay, item.lastDay) : '';
    return [{ id, text, shape: kind === 'milestone' ? ('diamond' as const) : ('bar' as const), ...boxOfDays(chart, item, kind, placed.y + downPx) }];
  });
}
