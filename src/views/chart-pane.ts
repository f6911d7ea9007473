/**
 * The scroller as a window on the chart: from the page's coordinates to the chart's and back, and what of the chart is
 * not covered by its sticky header and gutter. Read from the page when asked, so that it holds at any scroll and size.
 */
import type { Point } from '../roadmap/arrow-routes.js';
import type { ChartBox } from './chart-hits.js';
import { runsFromRight, type ChartInteractionOptions } from './chart-stage.js';

export interface ChartPane {
  readonly isRtl: boolean;
  /** Client coordinates of what is left of the scroller beside header and gutter. */
  readonly inSight: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  toChart(clientX: number, clientY: number): Point;
}

type PaneOptions = Pick<ChartInteractionOptions, 'root' | 'contentOffset'>;

export function paneOf({ root, contentOffset }: PaneOptions): ChartPane | undefined {
  const element = root.current;
  if (element === null) return undefined;
  const isRtl = runsFromRight(element);
  const offset = contentOffset();
  const rect = element.getBoundingClientRect();
  const start = offset.x + element.scrollLeft;
  const left = rect.left + element.clientLeft;
  const top = rect.top + element.clientTop;
  return {
    isRtl,
    inSight: {
      left: isRtl ? left : Math.max(left, start),
      right: isRtl ? Math.min(left + element.clientWidth, start) : left + element.clientWidth,
      top: Math.max(top, offset.y + element.scrollTop),
      bottom: top + element.clientHeight,
    },
    toChart: (clientX, clientY) => ({ x: isRtl ? offset.x - clientX : clientX - offset.x, y: clientY - offset.y }),
  };
}

/** Scrolls as little as it takes along time to have the box in sight, its start if it is too long. */
export function revealBox(options: PaneOptions, { x, width }: ChartBox): void {
  const pane = paneOf(options);
  const element = options.root.current;
  if (pane === undefined || element === null || element.clientWidth === 0) return;
  const { left, right } = pane.inSight;
  const offset = options.contentOffset().x;
  const boxLeft = pane.isRtl ? offset - x - width : offset + x;
  const over = Math.max(0, boxLeft + width - right);
  const under = Math.max(0, left - boxLeft);
  if (over > 0 && under > 0) return;
  if (over > 0) element.scrollLeft += pane.isRtl ? over : Math.min(over, boxLeft - left);
  else if (under > 0) element.scrollLeft -= pane.isRtl ? Math.min(under, right - boxLeft - width) : under;
}

/** OURS: as near to an edge as this, what is dragged scrolls the chart, at most so much in a frame. */
const EDGE_PX = 36;
const MOST_PX = 18;
/** OURS: what was taken up near an edge is carried so far towards it before the chart scrolls. */
const TOWARDS_PX = 8;

/** Scrolls towards the edge that a pointer is near or beyond; false when it did not. Both are client coordinates. */
export function scrollNearEdge(options: PaneOptions, pointer: Point, began: Point): boolean {
  const pane = paneOf(options);
  const element = options.root.current;
  if (pane === undefined || element === null || element.clientWidth === 0) return false;
  const { left, right, top, bottom } = pane.inSight;
  const speed = (at: number, start: number, from: number, to: number): number => {
    const low = Math.min(from + EDGE_PX, start - TOWARDS_PX);
    const high = Math.max(to - EDGE_PX, start + TOWARDS_PX);
    const depth = at < low ? at - low : at > high ? at - high : 0;
    return Math.max(-MOST_PX, Math.min(MOST_PX, Math.trunc(depth / 2)));
  };
  const [before, beforeTop] = [element.scrollLeft, element.scrollTop];
  element.scrollLeft += speed(pointer.x, began.x, left, right);
  element.scrollTop += speed(pointer.y, began.y, top, bottom);
  return element.scrollLeft !== before || element.scrollTop !== beforeTop;
}
