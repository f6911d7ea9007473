/** How high a roadmap is in a note: about as its lanes need, so that a small one leaves no empty room below it. */
import { ROW_PX } from '../roadmap/chart-measures.js';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';

/** As the chart draws them: header with phases, a lane without rows, a closed lane, the track above the bars, a scroll bar. */
const HEAD_PX = 76;
const LANE_PX = 54;
const CLOSED_PX = 36;
const TRACK_PX = 22;
const EDGE_PX = 16;

/** A few px more are no harm: the chart scrolls within what it gets. */
export function contentHeightPx({ lanes }: RoadmapLayout, { collapsed, commitment, rows }: RoadmapChoice): number {
  const closed = new Set(collapsed);
  return lanes.reduce((sum, { id, track, rowCount, itemCount }) => {
    if (closed.has(id)) return sum + CLOSED_PX;
    const bars = (rows === 'single' ? itemCount : rowCount) * ROW_PX + 8;
    return sum + Math.max(LANE_PX, bars + (commitment && track !== undefined ? TRACK_PX : 0));
  }, HEAD_PX + EDGE_PX);
}
