/** Dragging an item without a place from the tray onto the chart: it gets dates there, and the lane's value. */
import { BAR_PX } from '../roadmap/chart-measures.js';
import type { Chart } from '../roadmap/chart.js';
import { planLaneDrop } from '../roadmap/lane-drop.js';
import { planSchedule } from '../roadmap/move-items.js';
import { describeMove, formatDaySpan } from '../roadmap/move-words.js';
import type { MoveOutcome } from '../roadmap/roadmap-change.js';
import type { RoadmapLayout, UnscheduledItem } from '../roadmap/roadmap-layout.js';
import { snapUnitOf } from '../roadmap/snap.js';
import { mergeChanges, type Drop, type Gesture } from './chart-gesture.js';
import { laneAt } from './chart-hits.js';
import { writtenSpan } from './chart-new-item.js';
import { EMPTY_FRAME, type DragFrame } from './drag-frame.js';
import { boxOfDays } from './drag-outlines.js';
import { WORDS } from './words/words.js';

export function placeGesture(chart: Chart, layout: RoadmapLayout, item: UnscheduledItem): Gesture {
  const unit = snapUnitOf(chart.scale.pxPerDay);
  let laneId: string | undefined;
  let planned: MoveOutcome | undefined;
  return {
    ids: [item.id],
    moveTo: (at, isFree): DragFrame => {
      const lane = at.x >= 0 && at.x < chart.widthPx ? laneAt(chart, at.y) : undefined;
      const under = chart.scale.dayAt(at.x);
      const day = isFree ? under : writtenSpan({ firstDay: under, lastDay: under }, unit).firstDay;
      laneId = lane?.lane.id;
      planned = lane === undefined ? undefined : planSchedule(layout, [item.id], day);
      const span = planned?.moved[0];
      if (lane === undefined || span === undefined) {
        const refused = planned?.refused[0]?.message;
        return { ...EMPTY_FRAME, remark: { text: refused ?? WORDS.roadmapKeys.dropOnChart(item.title), at }, isRefused: refused !== undefined };
      }
      const isMilestone = item.kind === 'milestone';
      return {
        ...EMPTY_FRAME,
        lane: { x: 0, y: lane.y, width: chart.widthPx, height: lane.height },
        outlines: [
          {
            id: item.id,
            shape: isMilestone ? 'diamond' : 'bar',
            text: formatDaySpan(isMilestone ? span.lastDay : span.firstDay, span.lastDay),
            ...boxOfDays(chart, span, item.kind, at.y - BAR_PX / 2),
          },
        ],
      };
    },
    drop: (): Drop => {
      if (planned === undefined) return { kind: 'nothing' };
      const message = planned.refused[0]?.message;
      if (message !== undefined) return { kind: 'refused', message };
      const dropped = laneId === undefined ? undefined : planLaneDrop(layout, [item.id], laneId);
      // A lane that takes nothing is no reason to lose the dates.
      const change = dropped?.ok === true ? mergeChanges(planned.change, dropped.change, planned.change.title) : planned.change;
      return { kind: 'change', change, move: undefined, said: describeMove(planned) };
    },
  };
}
