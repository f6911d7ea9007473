/**
 * What stands at a place of the chart, in its px: asked of the geometry, never of the page, so that it holds for what is
 * not drawn and works the same in every window.
 *
 * @example entryAt(chart, { x: 120, y: 40 }, 4)?.entry.id
 */
import { BAR_PX } from '../roadmap/chart-measures.js';
import type { Point } from '../roadmap/arrow-routes.js';
import type { Chart, ChartLane } from '../roadmap/chart.js';
import type { PlacedEntry } from '../roadmap/placed-entries.js';

export interface ChartBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Ids of what a rectangle of the chart touches. */
export function idsInBox(chart: Chart, box: ChartBox): readonly string[] {
  const bottom = box.y + box.height;
  const right = box.x + box.width;
  return chart.lanes
    .filter((lane) => lane.y < bottom && lane.y + lane.height > box.y)
    .flatMap((lane) => lane.rows.flat())
    .filter((placed) => placed.y < bottom && placed.y + BAR_PX > box.y && placed.left < right && placed.right > box.x)
    .map(({ entry }) => entry.id);
}

/** Ids of what stands in the rectangle that two items span, both included: a range on the chart. */
export function idsBetween(chart: Chart, from: string, to: string): readonly string[] {
  const a = chart.placeOf(from)?.placed;
  const b = chart.placeOf(to)?.placed;
  if (a === undefined || b === undefined) return b === undefined ? [] : [to];
  const x = Math.min(a.left, b.left);
  const y = Math.min(a.y, b.y);
  return idsInBox(chart, { x, y, width: Math.max(a.right, b.right) - x, height: Math.max(a.y, b.y) + BAR_PX - y });
}

/** The lane that covers a height of the chart; undefined outside. */
export function laneAt(chart: Chart, y: number): ChartLane | undefined {
  let low = 0;
  let high = chart.lanes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const lane = chart.lanes[middle];
    if (lane === undefined) return undefined;
    if (y < lane.y) high = middle - 1;
    else if (y >= lane.y + lane.height) low = middle + 1;
    else return lane;
  }
  return undefined;
}

/** The bar or diamond at a place of the chart, a few px beside it included. */
export function entryAt(chart: Chart, { x, y }: Point, reachPx: number): PlacedEntry | undefined {
  let best: PlacedEntry | undefined;
  let bestPx = reachPx;
  for (const row of laneAt(chart, y)?.rows ?? []) {
    const top = row[0]?.y;
    if (top === undefined || y < top - reachPx || y > top + BAR_PX + reachPx) continue;
    for (const placed of row) {
      const beside = Math.max(placed.left - x, x - placed.right, top - y, y - top - BAR_PX, 0);
      if (beside > bestPx || (best !== undefined && beside === bestPx)) continue;
      best = placed;
      bestPx = beside;
    }
  }
  return best;
}
