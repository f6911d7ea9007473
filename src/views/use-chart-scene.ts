/**
 * What the chart draws: its measures, the chart at the zoom that was chosen, the place it is scrolled to and the window on
 * it. Nothing of it is drawn before the pane has a size.
 */
import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { buildChart, type Chart } from '../roadmap/chart.js';
import { GUTTER_PX } from '../roadmap/chart-measures.js';
import { buildWindow, type ChartWindow } from '../roadmap/chart-window.js';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { originOf } from './chart-elements.js';
import { useChartPlace, type ChartPlace } from './use-chart-place.js';
import { useChartZoom, zoomLimits, type ChartZoom, type ZoomLimits } from './use-chart-zoom.js';
import { usePaneSize } from './use-pane-size.js';

interface SceneOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly content: RefObject<HTMLElement | null>;
  readonly layout: RoadmapLayout;
  readonly choice: RoadmapChoice;
  readonly onChoice: (choice: RoadmapChoice) => void;
  readonly focusId: string | undefined;
}

export interface ChartScene {
  /** Whether the pane has a size. */
  readonly isSized: boolean;
  /** The names of lanes stand above them. */
  readonly isNarrow: boolean;
  readonly gutterPx: number;
  readonly headPx: number;
  /** Of the chart that can be seen beside the gutter. */
  readonly widthPx: number;
  readonly chart: Chart;
  readonly window: ChartWindow;
  readonly place: ChartPlace;
  readonly zoom: ChartZoom;
  readonly limits: ZoomLimits;
}

/** Below this the names of lanes stand above them. */
const NARROW_PX = 600;
const HEAD_PX = 47;
const PHASES_PX = 29;
/** Right of the last day, so that its edge does not touch the border. */
export const END_PX = 16;

export function useChartScene({ scroller, content, layout, choice, onChoice, focusId }: SceneOptions): ChartScene {
  const pane = usePaneSize(scroller);
  const isSized = pane !== undefined;
  const isNarrow = (pane?.width ?? NARROW_PX) < NARROW_PX;
  const gutterPx = isNarrow ? 0 : GUTTER_PX;
  const headPx = HEAD_PX + (layout.phases.length === 0 ? 0 : PHASES_PX);
  const widthPx = Math.max(80, (pane?.width ?? 0) - gutterPx);
  const heightPx = Math.max(80, (pane?.height ?? 0) - headPx);
  const limits = zoomLimits(layout.horizon.lastDay - layout.horizon.firstDay + 1, widthPx - END_PX);
  const pxPerDay = choice.zoom === 'fit' ? limits.fit : Math.max(limits.fit, Math.min(limits.most, choice.zoom));
  const chart = useMemo(
    () =>
      buildChart(isSized ? layout : { ...layout, lanes: [], arrows: [] }, {
        pxPerDay,
        rows: choice.rows,
        collapsed: new Set(choice.collapsed),
        withTracks: choice.commitment,
        namesAbove: isNarrow,
      }),
    [layout, isSized, pxPerDay, choice.rows, choice.collapsed, choice.commitment, isNarrow],
  );

  const known = useRef<{ chart: Chart; window: ChartWindow } | undefined>(undefined);
  const before = known.current?.chart === chart ? known.current.window : undefined;
  const zoom = useChartZoom({
    scroller,
    stretched: () => content.current?.querySelectorAll<HTMLElement>('.cx-plot, .cx-head-strip') ?? [],
    chart,
    limits,
    toChart: (clientX) => Math.abs(clientX - originOf(content.current, gutterPx, headPx).x),
    centre: () => {
      const placed = focusId === undefined ? undefined : chart.placeOf(focusId)?.placed;
      const { x, width } = place.view();
      const middle = placed === undefined ? undefined : (Math.max(placed.left, x) + Math.min(placed.right, x + width)) / 2;
      return middle === undefined || middle < x || middle > x + width ? x + width / 2 : middle;
    },
    zoomTo: (wanted, x) => {
      const { pxPerDay: old, span } = chart.scale;
      place.anchor.current = { day: span.firstDay + x / old, viewX: x - place.view().x, id: focusId };
      onChoice({ ...choice, zoom: wanted <= limits.fit * 1.001 ? 'fit' : Math.min(limits.most, wanted) });
    },
  });
  const columnPx = before === undefined ? 1 : before.columnPx;
  const place = useChartPlace({ scroller, isSized, chart, columnPx, widthPx, heightPx, focusId, onMoved: zoom.settle });
  const window = useMemo(() => buildWindow(chart, place.view(), focusId, before?.density ?? 0), [chart, place.key(), focusId]);
  known.current = { chart, window };
  return { isSized, isNarrow, gutterPx, headPx, widthPx, chart, window, place, zoom, limits };
}
