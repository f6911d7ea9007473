/** Dragging from a bar's grip to another item: it is to wait for the first. What cannot be linked says why. */
import { middleOf, type PlacedEntry } from '../roadmap/placed-entries.js';
import type { Chart } from '../roadmap/chart.js';
import { planLink } from '../roadmap/link-items.js';
import type { PlannedRoadmapChange } from '../roadmap/roadmap-change.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { Drop, Gesture } from './chart-gesture.js';
import { entryAt } from './chart-hits.js';
import { EMPTY_FRAME, type DragFrame } from './drag-frame.js';
import { oldPlaces } from './drag-outlines.js';
import { WORDS } from './words/words.js';

/** OURS: half the room between two bars, so that every place in a row belongs to one of them. */
const REACH_PX = 5;

/** Undefined when the item is not on the chart. */
export function linkGesture(chart: Chart, layout: RoadmapLayout, fromId: string): Gesture | undefined {
  const placed = chart.placeOf(fromId)?.placed;
  if (placed === undefined) return undefined;
  let target: PlacedEntry['entry'] | undefined;
  let plan: PlannedRoadmapChange | undefined;
  return {
    ids: [fromId],
    moveTo: (at): DragFrame => {
      const under = entryAt(chart, at, REACH_PX)?.entry;
      const entry = under?.id === fromId ? undefined : under;
      if (entry !== target) plan = entry === undefined ? undefined : planLink(layout, fromId, entry.id);
      target = entry;
      const text = plan === undefined ? WORDS.roadmapKeys.linkTo : plan.ok ? WORDS.roadmapKeys.willWait(entry?.title ?? '', placed.entry.title) : plan.message;
      return {
        ...EMPTY_FRAME,
        link: { from: { x: placed.right, y: middleOf(placed) }, to: at, target: target === undefined ? undefined : oldPlaces(chart, [target.id])[0] },
        remark: { text, at },
        isRefused: plan?.ok === false,
      };
    },
    drop: (): Drop => {
      if (plan === undefined || target === undefined) return { kind: 'nothing' };
      return plan.ok ? { kind: 'change', change: plan.change, move: undefined, said: WORDS.roadmapKeys.linked(target.title, placed.entry.title) } : { kind: 'refused', message: plan.message };
    },
  };
}
