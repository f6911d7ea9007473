/**
 * Zooming. While fingers pinch or the wheel turns, what is drawn is stretched by the compositor round the pointer; a
 * moment after the last step the chart is drawn as it should be. Keys and buttons draw it at once.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chart } from '../roadmap/chart.js';

/** OURS: long enough to hear the next turn of a wheel, short enough not to be waited for. */
const SETTLE_MS = 140;
/** OURS: one key or button; three double. */
const STEP = 1.26;
/** As the app zooms its canvas. */
const PER_WHEEL_PX = 0.0022;
const PX_PER_LINE = 16;
/** Wider than this a day tells nothing more. */
const MAX_PX_PER_DAY = 40;
/** Browsers lay out no more than 16 to 33 million px. */
const MAX_CHART_PX = 8_000_000;

export interface ZoomLimits {
  /** The whole horizon in the view. */
  readonly fit: number;
  readonly most: number;
}

export function zoomLimits(days: number, widthPx: number): ZoomLimits {
  const fit = Math.min(widthPx, MAX_CHART_PX) / Math.max(1, days);
  return { fit, most: Math.max(fit, Math.min(MAX_PX_PER_DAY, MAX_CHART_PX / Math.max(1, days))) };
}

interface ZoomOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  /** What is stretched: all that moves along time. */
  readonly stretched: () => Iterable<HTMLElement>;
  readonly chart: Chart;
  readonly limits: ZoomLimits;
  /** x in the chart of a position in the window. */
  readonly toChart: (clientX: number) => number;
  /** x in the chart that keyboard and buttons zoom round. */
  readonly centre: () => number;
  /** `x` is the position in the chart that stays where it is. */
  readonly zoomTo: (pxPerDay: number, x: number, y: number | undefined) => void;
}

export interface ChartZoom {
  readonly zoomBy: (steps: number) => void;
  /** Takes the stretching back, after the chart was drawn. */
  readonly settle: () => void;
}

export function useChartZoom(options: ZoomOptions): ChartZoom {
  const now = useRef(options);
  now.current = options;
  const zoom = useRef<(ChartZoom & { readonly listen: () => (() => void) | undefined }) | undefined>(undefined);
  zoom.current ??= createZoom(now);
  const { listen } = zoom.current;
  useLayoutEffect(listen, [listen]);
  return zoom.current;
}

function createZoom(now: { readonly current: ZoomOptions }): ChartZoom & { readonly listen: () => (() => void) | undefined } {
  let scale = 1;
  let x = 0;
  let clientY: number | undefined;
  let timer: number | undefined;
  let win: Window | undefined;
  let fingers: { readonly apart: number; readonly from: number } | undefined;

  const clear = (): void => {
    if (timer !== undefined) win?.clearTimeout(timer);
    timer = undefined;
    if (scale === 1) return;
    scale = 1;
    for (const element of now.current.stretched()) element.style.removeProperty('transform');
  };
  const settle = (): void => {
    const { chart, zoomTo } = now.current;
    const wanted = chart.scale.pxPerDay * scale;
    const isStretched = scale !== 1;
    if (timer !== undefined) win?.clearTimeout(timer);
    timer = undefined;
    if (isStretched) zoomTo(wanted, x, clientY);
    // Where nobody takes the new zoom up nothing stays stretched.
    win?.requestAnimationFrame(() => timer === undefined && clear());
  };
  const stretch = (factor: number, clientX: number, y: number): void => {
    const { chart, limits, toChart, stretched } = now.current;
    if (scale === 1) {
      x = toChart(clientX);
      clientY = y;
    }
    const { pxPerDay } = chart.scale;
    scale = Math.max(limits.fit, Math.min(limits.most, pxPerDay * scale * factor)) / pxPerDay;
    for (const element of stretched()) {
      const isRtl = win?.getComputedStyle(element).direction === 'rtl';
      element.style.transformOrigin = `${isRtl ? chart.widthPx - x : x}px 0`;
      element.style.transform = `scaleX(${scale})`;
    }
    if (timer !== undefined) win?.clearTimeout(timer);
    timer = win?.setTimeout(settle, SETTLE_MS);
  };
  return {
    settle: clear,
    zoomBy: (steps) => {
      const { chart, zoomTo, centre } = now.current;
      zoomTo(chart.scale.pxPerDay * STEP ** steps, centre(), undefined);
    },
    listen: () => {
      const root = now.current.scroller.current;
      win = root?.ownerDocument.defaultView ?? undefined;
      if (root === null || win === undefined) return undefined;
      const stop = new AbortController();
      const { signal } = stop;
      const onWheel = (event: WheelEvent): void => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        event.stopPropagation();
        const turned = event.deltaY * (event.deltaMode === 1 ? PX_PER_LINE : 1);
        // A pinch on a trackpad comes as many small turns of a wheel.
        stretch(Math.exp(-turned * PER_WHEEL_PX * (Math.abs(turned) < 20 ? 4 : 1)), event.clientX, event.clientY);
      };
      const onTouch = (event: TouchEvent): void => {
        // The app opens its drawers on horizontal moves.
        event.stopPropagation();
        const [a, b] = [event.touches[0], event.touches[1]];
        if (a === undefined || b === undefined) {
          fingers = undefined;
          return;
        }
        const apart = Math.max(1, Math.abs(a.clientX - b.clientX));
        if (fingers !== undefined && event.type === 'touchmove') {
          event.preventDefault();
          stretch(apart / fingers.apart, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
        }
        fingers = { apart, from: a.clientX };
      };
      root.addEventListener('wheel', onWheel, { passive: false, signal });
      for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) root.addEventListener(type, onTouch, { passive: false, signal });
      return () => {
        stop.abort();
        clear();
      };
    },
  };
}
