/** Dragging over empty room: a frame round what is to be chosen, or the span of a new item. */
import type { Point } from '../roadmap/arrow-routes.js';
import { BAR_PX } from '../roadmap/chart-measures.js';
import type { Chart } from '../roadmap/chart.js';
import { formatDaySpan } from '../roadmap/move-words.js';
import { snapUnitOf } from '../roadmap/snap.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { Gesture } from './chart-gesture.js';
import { idsInBox, laneAt, type ChartBox } from './chart-hits.js';
import { newItem, writtenSpan } from './chart-new-item.js';
import { EMPTY_FRAME } from './drag-frame.js';
import { boxOfDays } from './drag-outlines.js';
import { WORDS } from './words/words.js';

export function marqueeGesture(chart: Chart, from: Point): Gesture {
  let ids: readonly string[] = [];
  return {
    ids: [],
    moveTo: (at) => {
      const box = boxBetween(from, at, chart);
      ids = idsInBox(chart, box);
      return { ...EMPTY_FRAME, area: { ...box, isNew: false }, remark: ids.length === 0 ? undefined : { text: WORDS.roadmapKeys.selected(ids.length), at } };
    },
    drop: () => ({ kind: 'select', ids }),
  };
}

export function createGesture(chart: Chart, layout: RoadmapLayout, from: Point): Gesture {
  const unit = snapUnitOf(chart.scale.pxPerDay);
  const firstDay = chart.scale.dayAt(from.x);
  const laneId = laneAt(chart, from.y)?.lane.id;
  let span = writtenSpan({ firstDay, lastDay: firstDay }, unit);
  return {
    ids: [],
    moveTo: (at, isFree) => {
      span = writtenSpan({ firstDay, lastDay: chart.scale.dayAt(at.x) }, isFree ? 'day' : unit);
      const box = boxOfDays(chart, span, 'initiative', from.y - BAR_PX / 2);
      return { ...EMPTY_FRAME, area: { ...box, isNew: true }, remark: { text: formatDaySpan(span.firstDay, span.lastDay), at } };
    },
    drop: () => ({ kind: 'create', item: newItem(layout, laneId, span) }),
  };
}

function boxBetween(a: Point, b: Point, chart: Chart): ChartBox {
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  const x = clamp(Math.min(a.x, b.x), chart.widthPx);
  const y = clamp(Math.min(a.y, b.y), chart.heightPx);
  return { x, y, width: clamp(Math.max(a.x, b.x), chart.widthPx) - x, height: clamp(Math.max(a.y, b.y), chart.heightPx) - y };
}
