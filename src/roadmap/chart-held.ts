/**
 * Labels of bars and commitment spans that the view's left edge cuts: which of them are held at that edge, and which have
 * reached the end of their bar. One per row at most. Asked at each step of scrolling, so it looks at the rows in sight alone.
 *
 * @example heldLabels(chart, { x: 400, y: 0, width: 900, height: 600 }) // [{ key: 'Initiatives/Purse.md', isAtEnd: false, … }]
 */
import { cleanText } from './clean-text.js';
import { laneIndexAt, type ChartView } from './chart-window.js';
import type { Chart, ChartLane } from './chart.js';
import { ROW_PX } from './chart-measures.js';
import { MAY_MOVE_PX, mayMove, type PlacedEntry } from './placed-entries.js';
import type { TrackSpan } from './roadmap-layout.js';
import { textWidth } from './text-width.js';

export interface HeldLabel {
  /** Id of the item, or of the lane and the day for a span of its track. */
  readonly key: string;
  readonly placed: PlacedEntry | undefined;
  readonly track: { readonly lane: ChartLane; readonly span: TrackSpan } | undefined;
  /** The rest of the bar is no longer than its label: it leaves with the bar. */
  readonly isAtEnd: boolean;
}

/** Padding of a bar, and what the dot before a label takes. */
const BAR_PAD_PX = 16;
const DOT_PX = 13;
const TRACK_FONT_PX = 10.5;
const TRACK_PAD_PX = 12;

export function heldLabels(chart: Chart, { x, y, height }: ChartView): readonly HeldLabel[] {
  const held: HeldLabel[] = [];
  if (x <= 0) return held;
  for (let index = laneIndexAt(chart, y); index < chart.lanes.length; index++) {
    const lane = chart.lanes[index];
    if (lane === undefined || lane.y > y + height) break;
    if (lane.trackY !== undefined) addTrack(chart, lane, x, held);
    const top = lane.barsY;
    const last = Math.min(lane.rowCount - 1, Math.floor((y + height - top) / ROW_PX));
    for (let row = Math.max(0, Math.floor((y - top) / ROW_PX)); row <= last; row++) {
      const placed = lastBefore(lane.rows[row] ?? [], x);
      if (placed === undefined || placed.right <= x || !mayMove(placed)) continue;
      const needed = placed.label.width + BAR_PAD_PX + (placed.isShort ? DOT_PX : 0);
      held.push({ key: placed.entry.id, placed, track: undefined, isAtEnd: x > placed.right - needed });
    }
  }
  return held;
}

function addTrack({ scale, layout }: Chart, lane: ChartLane, x: number, held: HeldLabel[]): void {
  const span = lane.lane.track?.find(({ toDay }) => scale.xOf(toDay + 1) > x);
  if (span?.level === undefined || scale.xOf(span.fromDay) >= x) return;
  const width = textWidth(cleanText(layout.levelLabels[span.level]), TRACK_FONT_PX) + TRACK_PAD_PX + (span.expected ? 54 : 0);
  if (scale.xOf(span.toDay + 1) - scale.xOf(span.fromDay) < width + MAY_MOVE_PX) return;
  held.push({ key: `${lane.lane.id} ${span.fromDay}`, placed: undefined, track: { lane, span }, isAtEnd: x > scale.xOf(span.toDay + 1) - width });
}

/** The last entry of a row that starts left of a position. */
function lastBefore(row: readonly PlacedEntry[], x: number): PlacedEntry | undefined {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle]?.left ?? x) < x) low = middle + 1;
    else high = middle;
  }
  return row[low - 1];
}
