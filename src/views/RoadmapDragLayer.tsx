/**
 * Draws what is dragged over the chart: outlines with their dates, the veiled old places, the lane it would go to, a link
 * line, a frame round what is chosen or new. It alone is drawn anew while something is dragged, and moves by transforms.
 * Assistive technology hears of it through the chart's live messages.
 */
import type { VNode } from 'preact';
import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { Point } from '../roadmap/arrow-routes.js';
import type { Chart } from '../roadmap/chart.js';
import type { ChartBox } from './chart-hits.js';
import type { DragFrame, DragState } from './drag-frame.js';

interface RoadmapDragLayerProps {
  readonly drag: DragState | undefined;
  readonly chart: Chart;
  /** Time runs from right to left. */
  readonly isRtl?: boolean;
}

/** Stands at 0/0 of the chart's content. */
export function RoadmapDragLayer({ drag, chart, isRtl = false }: RoadmapDragLayerProps): VNode | null {
  const [, redraw] = useReducer((count: number, _: undefined) => count + 1, 0);
  useLayoutEffect(() => drag?.subscribe(() => redraw(undefined)), [drag]);
  if (drag === undefined) return null;
  const frame = drag.frame();
  const place = (box: ChartBox): { readonly width: string; readonly height: string; readonly transform: string } => ({
    width: `${box.width}px`,
    height: `${box.height}px`,
    transform: `translate(${isRtl ? -box.x : box.x}px, ${box.y}px)`,
  });
  return (
    <div class={`cx-drag${frame.isRefused ? ' is-refused' : ''}`} aria-hidden="true">
      {frame.lane === undefined ? null : <div class="cx-drag-lane" style={place(frame.lane)} />}
      {frame.oldPlaces.map((box, index) => <div key={index} class="cx-drag-old" style={place(box)} />)}
      {frame.link === undefined ? null : <LinkLine link={frame.link} isRtl={isRtl} />}
      {frame.outlines.map((outline) => (
        <div key={outline.id} class={`cx-drag-outline cx-drag-${outline.shape}`} style={place(outline)}>
          {outline.text === '' ? null : <span class="cx-drag-dates"><bdi>{outline.text}</bdi></span>}
        </div>
      ))}
      {frame.area === undefined ? null : <div class={frame.area.isNew ? 'cx-drag-new' : 'cx-drag-marquee'} style={place(frame.area)} />}
      {frame.remark === undefined ? null : (
        <div class="cx-drag-remark" style={place({ ...remarkPlace(frame.remark.at, chart), width: 0, height: 0 })}>
          <span class="cx-drag-dates"><bdi>{frame.remark.text}</bdi></span>
        </div>
      )}
    </div>
  );
}

/** Below the pointer, where no finger or arrow covers it; inside the chart at its lower edge. */
const BELOW_POINTER_PX = 18;
const REMARK_PX = 26;

function remarkPlace({ x, y }: Point, { heightPx }: Chart): Point {
  const below = y + BELOW_POINTER_PX;
  return { x, y: below + REMARK_PX > heightPx ? Math.max(0, y - BELOW_POINTER_PX - REMARK_PX) : below };
}

/** Coordinates from 0/0 of the layer, which is the chart's upper right corner where time runs from right to left. */
function LinkLine({ link: { from, to, target }, isRtl }: { readonly link: NonNullable<DragFrame['link']>; readonly isRtl: boolean }): VNode {
  const side = isRtl ? -1 : 1;
  const bend = Math.max(24, Math.abs(to.x - from.x) / 2);
  const [x1, x2] = [from.x * side, to.x * side];
  return (
    <svg class="cx-drag-link" width="1" height="1">
      <path d={`M${x1} ${from.y}C${x1 + bend * side} ${from.y} ${x2 - bend * side} ${to.y} ${x2} ${to.y}`} />
      <circle cx={x2} cy={to.y} r="4" />
      {target === undefined ? null : (
        <rect x={(isRtl ? -target.x - target.width : target.x) - 3} y={target.y - 3} width={target.width + 6} height={target.height + 6} rx="7" />
      )}
    </svg>
  );
}
