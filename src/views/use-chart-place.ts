/**
 * Where the chart is scrolled to. Scrolling itself is the browser's; this hears of it and has the chart drawn anew only
 * when another chunk comes near. When the chart changes (zoom, edit, lane closed) what a person looks at stays where it is.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Chart } from '../roadmap/chart.js';
import { laneIndexAt, viewKey, type ChartView } from '../roadmap/chart-window.js';

/** What stays at its place in the view while the chart round it changes. */
export interface ChartAnchor {
  readonly day: number;
  /** From the chart's visible left edge. */
  readonly viewX: number;
  /** Item whose row keeps its height in the view. */
  readonly id?: string | undefined;
}

export interface ChartPlace {
  /** The part of the chart in sight. */
  readonly view: () => ChartView;
  readonly onScroll: () => void;
  /** Scrolls there, as far as the chart goes. */
  readonly moveTo: (x: number, y: number) => void;
  /** For the next chart. */
  readonly anchor: { current: ChartAnchor | undefined };
  /** Changes when the window does. */
  readonly key: () => string;
  readonly redraw: () => void;
  /** Hears of each step of scrolling. */
  readonly onMove: (listener: () => void) => () => void;
}

interface PlaceOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Whether the scroller shows the chart by now. */
  readonly isSized: boolean;
  readonly chart: Chart;
  readonly columnPx: number | undefined;
  /** Of the chart that can be seen beside gutter and head. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of these items the first that is in sight keeps its place. */
  readonly focusId: string | undefined;
  /** Called after each drawing of a new chart, before it is seen. */
  readonly onMoved: () => void;
}

/** OURS: today stands here when a chart is first seen: more is to come than was. */
export const TODAY_AT = 1 / 3;

export function useChartPlace({ scroller, isSized, chart, columnPx, widthPx, heightPx, focusId, onMoved }: PlaceOptions): ChartPlace {
  const [, draw] = useReducer((count: number, _: undefined) => count + 1, 0);
  const at = useRef({ x: 0, y: 0 });
  const key = useRef('');
  const listeners = useRef(new Set<() => void>());
  const anchor = useRef<ChartAnchor | undefined>(undefined);
  const before = useRef<Chart | undefined>(undefined);

  const clamp = (x: number, y: number): { x: number; y: number } => ({
    x: Math.round(Math.max(0, Math.min(x, chart.widthPx - widthPx))),
    y: Math.round(Math.max(0, Math.min(y, chart.heightPx - heightPx))),
  });

  useMemo(() => {
    const old = before.current;
    before.current = chart;
    const { x, y } = at.current;
    if (old === undefined || old.lanes.length === 0) {
      if (chart.lanes.length > 0) at.current = clamp(chart.scale.xOf(chart.layout.todayDay) - widthPx * TODAY_AT, 0);
    } else if (old !== chart) {
      const { day, viewX, id } = anchor.current ?? { day: old.scale.span.firstDay + x / old.scale.pxPerDay, viewX: 0, id: focusId };
      at.current = clamp(chart.scale.xOf(day) - viewX, heightOf(old, chart, y, heightPx, id));
    }
    anchor.current = undefined;
  }, [chart]);
  const view = (): ChartView => ({ ...at.current, width: widthPx, height: heightPx });
  key.current = viewKey(view(), columnPx);

  useLayoutEffect(() => {
    onMoved();
    const element = scroller.current;
    // Before it shows the chart, asking where it stands would only have an empty page laid out.
    if (element !== null && isSized) scrollTo(element, at.current.x, at.current.y);
  }, [chart]);

  const place = useRef<ChartPlace | undefined>(undefined);
  const now = useRef({ chart, columnPx, clamp, view });
  now.current = { chart, columnPx, clamp, view };
  return (place.current ??= {
    view: () => now.current.view(),
    onScroll: () => {
      const element = scroller.current;
      if (element === null) return;
      // Where time runs from right to left the browser counts below zero.
      at.current = { x: Math.abs(element.scrollLeft), y: element.scrollTop };
      for (const listener of listeners.current) listener();
      const next = viewKey(now.current.view(), now.current.columnPx);
      if (next === key.current) return;
      key.current = next;
      draw(undefined);
    },
    moveTo: (x, y) => {
      at.current = now.current.clamp(x, y);
      const element = scroller.current;
      if (element !== null) scrollTo(element, at.current.x, at.current.y);
      draw(undefined);
    },
    anchor,
    key: () => key.current,
    redraw: () => draw(undefined),
    onMove: (listener) => {
      listeners.current.add(listener);
      return () => void listeners.current.delete(listener);
    },
  });
}

/** The height to scroll a new chart to, so that an item, or else the uppermost lane, stays where it is. */
function heightOf(old: Chart, chart: Chart, y: number, heightPx: number, id: string | undefined): number {
  if (id !== undefined) {
    const from = old.placeOf(id)?.placed.y;
    const to = chart.placeOf(id)?.placed.y;
    if (from !== undefined && to !== undefined && from >= y && from < y + heightPx) return to - (from - y);
  }
  if (y === 0) return 0;
  const lane = old.lanes[laneIndexAt(old, y)];
  const same = chart.lanes.find((each) => each.lane.id === lane?.lane.id);
  return lane === undefined || same === undefined ? y : same.y + Math.min(y - lane.y, same.height);
}

function scrollTo(element: HTMLElement, x: number, y: number): void {
  const isRtl = element.ownerDocument.defaultView?.getComputedStyle(element).direction === 'rtl';
  element.scrollLeft = isRtl ? -x : x;
  element.scrollTop = y;
}
