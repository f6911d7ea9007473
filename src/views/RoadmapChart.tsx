/**
 * The chart of the roadmap: swimlanes, bars and commitment over time, as many of them as are in sight. It draws what the
 * pure chart and its window say; keys and pointers are worked on by {@link useChartInteraction}.
 */
import type { VNode } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { buildChart, type Chart, type ChartLane } from '../roadmap/chart.js';
import { BAR_PX, GUTTER_PX } from '../roadmap/chart-measures.js';
import { buildWindow, type ChartWindow } from '../roadmap/chart-window.js';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { describeEntry, describeRoadmap, emptyInWords } from '../roadmap/roadmap-words.js';
import type { MenuEntry, RoadmapActions, ShowMenu } from './roadmap-actions.js';
import type { BarsContext } from './RoadmapChartBars.js';
import { RoadmapChartGround } from './RoadmapChartGround.js';
import { RoadmapChartGutter } from './RoadmapChartGutter.js';
import { RoadmapChartHeader } from './RoadmapChartHeader.js';
import { RoadmapChartHeld } from './RoadmapChartHeld.js';
import { RoadmapChartLane } from './RoadmapChartLane.js';
import { RoadmapDragLayer } from './RoadmapDragLayer.js';
import { dataOf, isElement, originOf } from './chart-elements.js';
import { namesOf } from './chart-names.js';
import { runsFromRight } from './chart-stage.js';
import { useChartInteraction } from './use-chart-interaction.js';
import { useChartPlace } from './use-chart-place.js';
import { useChartZoom, zoomLimits } from './use-chart-zoom.js';
import { usePaneSize } from './use-pane-size.js';
import type { ViewHost } from './view-host.js';

export interface ChartHandle {
  /** Scrolls to an item and focuses it. */
  reveal(id: string): void;
  today(): void;
  fit(): void;
  zoomBy(steps: number): void;
}

export interface RoadmapChartProps {
  readonly layout: RoadmapLayout;
  readonly host: ViewHost;
  /** Its rows, commitment, arrows, zoom and closed lanes are used. */
  readonly choice: RoadmapChoice;
  readonly onChoice: (choice: RoadmapChoice) => void;
  readonly selection: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  /** Undefined: to look at only. */
  readonly actions: RoadmapActions | undefined;
  readonly showMenu: ShowMenu | undefined;
  readonly menuOf: (ids: readonly string[]) => readonly MenuEntry[];
  readonly onHelp: () => void;
  readonly onGroupNext: () => void;
  readonly handle?: { current: ChartHandle | null };
}

/** Below this the names of lanes stand above them. */
const NARROW_PX = 600;
const HEAD_PX = 47;
const PHASES_PX = 29;
/** Right of the last day, so that its edge does not touch the border. */
const END_PX = 16;
/** Room kept round an item that is scrolled to. */
const MARGIN_PX = 24;

export function RoadmapChart(props: RoadmapChartProps): VNode {
  const { choice, onChoice, selection, actions, handle } = props;
  const uid = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const pane = usePaneSize(scroller);
  const [focusId, setFocusId] = useState<string>();
  const [hovered, setHovered] = useState<string>();
  /** Id of the lane whose button is to be focused, or true for the item that Tab leads to. */
  const wantsFocus = useRef<string | boolean>(false);
  const focusedElement = useRef<HTMLElement | null>(null);
  /** An element that is taken away while the chart is drawn loses the focus though nobody turned elsewhere. */
  const isDrawing = useRef(false);
  isDrawing.current = true;
  /** While something is dragged the chart stays as it is, whatever happens to the notes. */
  const held = useRef<RoadmapLayout | undefined>(undefined);
  const layout = held.current ?? props.layout;

  const isNarrow = (pane?.width ?? NARROW_PX) < NARROW_PX;
  const gutterPx = isNarrow ? 0 : GUTTER_PX;
  const headPx = HEAD_PX + (layout.phases.length === 0 ? 0 : PHASES_PX);
  const widthPx = Math.max(80, (pane?.width ?? 0) - gutterPx);
  const heightPx = Math.max(80, (pane?.height ?? 0) - headPx);
  const days = layout.horizon.lastDay - layout.horizon.firstDay + 1;
  const limits = zoomLimits(days, widthPx - END_PX);
  const pxPerDay = choice.zoom === 'fit' ? limits.fit : Math.max(limits.fit, Math.min(limits.most, choice.zoom));
  const chart = useMemo(
    () =>
      buildChart(pane === undefined ? { ...layout, lanes: [], arrows: [] } : layout, {
        pxPerDay,
        rows: choice.rows,
        collapsed: new Set(choice.collapsed),
        withTracks: choice.commitment,
        namesAbove: isNarrow,
      }),
    [layout, pane === undefined, pxPerDay, choice.rows, choice.collapsed, choice.commitment, isNarrow],
  );

  const known = useRef<{ chart: Chart; window: ChartWindow } | undefined>(undefined);
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
  const place = useChartPlace({ scroller, chart, columnPx: known.current?.chart === chart ? known.current.window.columnPx : 1, widthPx, heightPx, focusId, onMoved: zoom.settle });

  const view = place.view();
  const before = known.current;
  const window = useMemo(() => buildWindow(chart, view, focusId, before?.chart === chart ? before.window.density : 0), [chart, place.key(), focusId]);
  known.current = { chart, window };

  const moveTo = (id: string): void => {
    const placed = chart.placeOf(id)?.placed;
    if (placed === undefined) return;
    const { x, y, width, height } = place.view();
    place.moveTo(nearest(x, width, placed.left - MARGIN_PX, placed.right + MARGIN_PX), nearest(y, height, placed.y - MARGIN_PX, placed.y + BAR_PX + MARGIN_PX));
  };
  const focus = (id: string): void => {
    setFocusId(id);
    wantsFocus.current = true;
    moveTo(id);
  };
  const fit = (): void => onChoice({ ...choice, zoom: 'fit' });
  const today = (): void => place.moveTo(chart.scale.xOf(layout.todayDay) - widthPx / 3, place.view().y);
  if (handle !== undefined) handle.current = { reveal: focus, today, fit, zoomBy: zoom.zoomBy };

  const context = useMemo<BarsContext>(
    () => ({
      nameOf: namesOf(layout),
      ghosts: new Map(layout.ghosts.map((ghost) => [ghost.id, ghost])),
      withGaps: choice.commitment,
      describedBy: `${uid}-about`,
      canEdit: actions !== undefined,
    }),
    [layout, choice.commitment, uid, actions !== undefined],
  );
  const focused = focusId === undefined ? undefined : chart.placeOf(focusId)?.placed.entry;
  const tabStop = focused?.id ?? firstOf(window);
  const about = tabStop === undefined ? undefined : chart.placeOf(tabStop)?.placed.entry;

  const toPhase = (direction: 1 | -1): void => {
    const { x, y } = place.view();
    const starts = layout.phases.map(({ firstDay }) => Math.round(chart.scale.xOf(firstDay))).sort((a, b) => a - b);
    const to = direction === 1 ? starts.find((start) => start > x + 1) : starts.filter((start) => start < x - 1).at(-1);
    place.moveTo(to ?? (direction === 1 ? x : 0), y);
  };
  const interaction = useChartInteraction({
    root: scroller,
    chart,
    layout: props.layout,
    selection,
    onSelect: props.onSelect,
    focusId,
    onFocus: focus,
    actions,
    showMenu: props.showMenu,
    menuOf: props.menuOf,
    host: props.host,
    view: { zoomBy: zoom.zoomBy, fit, today, phase: toPhase, groupNext: props.onGroupNext, help: props.onHelp },
    contentOffset: () => originOf(content.current, gutterPx, headPx),
  });
  const { drag, handlers } = interaction;
  useLayoutEffect(() => {
    const isHeld = drag?.holdsLayout === true;
    if (isHeld === (held.current !== undefined)) return;
    held.current = isHeld ? layout : undefined;
    if (!isHeld && layout !== props.layout) place.redraw();
  });

  // What is in sight is drawn first, what lies ahead in the next frame; from then on both at once: a frame that draws has
  // its price, however little it draws.
  const drawn = useRef<ReadonlySet<string>>(new Set());
  const next = new Set<string>();
  const isFirst = drawn.current.size === 0;
  let waits = false;
  const lanes = window.lanes.map((shown) => {
    const chunks = shown.chunks.filter(({ chunk, isAhead }) => {
      const key = `${shown.lane.index}:${chunk.key}`;
      if (isAhead && isFirst) {
        waits = true;
        return false;
      }
      next.add(key);
      return true;
    });
    return { shown, chunks };
  });
  drawn.current = next;
  useEffect(() => {
    const win = scroller.current?.ownerDocument.defaultView;
    if (!waits || win === null || win === undefined) return undefined;
    const frame = win.requestAnimationFrame(place.redraw);
    return () => win.cancelAnimationFrame(frame);
  });
  useLayoutEffect(() => {
    isDrawing.current = false;
    // An item that moved into another chunk is another element.
    const isLost = focusedElement.current?.isConnected === false;
    const wanted = wantsFocus.current === false ? isLost : wantsFocus.current;
    wantsFocus.current = false;
    if (isLost) focusedElement.current = null;
    if (wanted === false) return;
    const toggles = typeof wanted === 'string' ? content.current?.querySelectorAll<HTMLElement>('[data-toggle]') : undefined;
    const element = [...(toggles ?? [])].find(({ dataset }) => dataset['toggle'] === wanted) ?? content.current?.querySelector<HTMLElement>('.cx-mark[tabindex="0"]');
    element?.focus({ preventScroll: true });
  });

  const idOf = (lane: ChartLane): string => `${uid}-${lane.index}`;
  const header = useMemo(() => <RoadmapChartHeader chart={chart} fromX={window.fromX} toX={window.toX} cutX={window.cutX} titleId={`${uid}-title`} />, [chart, window.fromX, window.toX, window.cutX, uid]);
  const gutter = useMemo(
    () => (
      <RoadmapChartGutter lanes={window.lanes} idOf={idOf} widthPx={isNarrow ? widthPx : gutterPx} heightPx={chart.heightPx}>
        <RoadmapChartHeld chart={chart} window={window} place={place} content={content} withGaps={choice.commitment} />
      </RoadmapChartGutter>
    ),
    [window, uid, gutterPx, widthPx, choice.commitment],
  );
  const ground = useMemo(() => <RoadmapChartGround chart={chart} window={window} withArrows={choice.arrows} />, [chart, window, choice.arrows]);
  const summary = useMemo(() => describeRoadmap(layout), [layout]);
  const hasToday = layout.todayDay >= layout.horizon.firstDay && layout.todayDay <= layout.horizon.lastDay;

  const toggle = (lane: string): void => {
    const collapsed = choice.collapsed.includes(lane) ? choice.collapsed.filter((id) => id !== lane) : [...choice.collapsed, lane];
    onChoice({ ...choice, collapsed });
  };
  const onClick = (event: MouseEvent): void => {
    const lane = dataOf(event.target, 'toggle') ?? dataOf(event.target, 'open');
    const run = dataOf(event.target, 'run');
    if (lane !== undefined) toggle(lane);
    else if (run !== undefined) openRun(run, dataOf(event.target, 'runTo') ?? run);
    else handlers.onClick(event);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const run = dataOf(event.target, 'run');
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (run !== undefined && isPlain && event.key === 'Enter') openRun(run, dataOf(event.target, 'runTo') ?? run);
    else if (isPlain && event.key === 'c' && focusId !== undefined && dataOf(event.target, 'toggle') === undefined) {
      const lane = chart.placeOf(focusId)?.lane.lane.id;
      if (lane === undefined) return;
      wantsFocus.current = lane;
      toggle(lane);
    } else handlers.onKeyDown(event);
  };
  const openRun = (first: string, last: string): void => {
    const from = chart.placeOf(first)?.placed;
    const to = chart.placeOf(last)?.placed;
    if (from === undefined || to === undefined) return;
    const run = Math.max(1 / chart.scale.pxPerDay, to.right - from.left);
    const wanted = Math.max(2, Math.min(16, (widthPx * 0.8) / run)) * chart.scale.pxPerDay;
    setFocusId(first);
    wantsFocus.current = true;
    place.anchor.current = { day: chart.scale.span.firstDay + (from.left + to.right) / 2 / chart.scale.pxPerDay, viewX: widthPx / 2, id: first };
    onChoice({ ...choice, zoom: Math.min(limits.most, wanted) });
  };
  const onFocusIn = (event: FocusEvent): void => {
    focusedElement.current = isElement(event.target) ? event.target : null;
    const id = dataOf(event.target, 'id') ?? dataOf(event.target, 'run');
    if (id !== undefined && id !== focusId) setFocusId(id);
  };
  const onPointerOver = (event: PointerEvent): void => {
    if (actions !== undefined && event.pointerType === 'mouse' && event.buttons === 0) setHovered(dataOf(event.target, 'id'));
  };

  return (
    <div class={`cx-roadmap cx-chart${isNarrow ? ' is-narrow' : ''}`} role="region" aria-labelledby={`${uid}-title`} aria-describedby={`${uid}-summary`}>
      <div hidden id={`${uid}-summary`}>{summary}</div>
      <div hidden id={`${uid}-about`}>{about === undefined ? '' : describeEntry(about, layout)}</div>
      <div class="cx-unseen" aria-live="polite">{interaction.message}</div>
      <div
        class="cx-scroller"
        ref={scroller}
        onScroll={place.onScroll}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onPointerDown={handlers.onPointerDown}
        onDblClick={handlers.onDblClick}
        onContextMenu={handlers.onContextMenu}
        onFocusIn={onFocusIn}
        onFocusOut={() => {
          if (!isDrawing.current) focusedElement.current = null;
        }}
        onPointerOver={onPointerOver}
      >
        <div class="cx-content" ref={content} style={`inline-size:${gutterPx + chart.widthPx + END_PX}px;--cx-gutter:${gutterPx}px;--cx-head:${headPx}px`}>
          {header}
          <div class="cx-body" style={`height:${chart.heightPx}px`}>
            {gutter}
            <div class="cx-plot" style={`inline-size:${chart.widthPx}px`}>
              {ground}
              {lanes.map(({ shown, chunks }) => (
                <RoadmapChartLane
                  key={shown.lane.lane.id}
                  chart={chart}
                  window={window}
                  shown={shown}
                  chunks={chunks}
                  labelledBy={idOf(shown.lane)}
                  tabStop={tabStop}
                  hovered={hovered}
                  selection={selection}
                  context={context}
                />
              ))}
              <RoadmapDragLayer drag={drag} chart={chart} isRtl={drag !== undefined && scroller.current !== null && runsFromRight(scroller.current)} />
              {hasToday && <div class="cx-today-mark" style={`inset-inline-start:${Math.round(chart.scale.xOf(layout.todayDay + 0.5)) - 1}px`} />}
            </div>
          </div>
          {layout.lanes.length === 0 && <p class="cx-chart-empty">{emptyInWords(layout)}</p>}
        </div>
      </div>
    </div>
  );
}

/** As little as it takes to have a span in a view; its start when it is longer. */
function nearest(at: number, length: number, from: number, to: number): number {
  if (from >= at && to <= at + length) return at;
  return from < at || to - from > length ? from : to - length;
}

function firstOf(window: ChartWindow): string | undefined {
  for (const { chunks } of window.lanes) {
    for (const { chunk, isAhead } of chunks) {
      const id = isAhead ? undefined : (chunk.entries[0] ?? chunk.runs[0]?.entries[0])?.entry.id;
      if (id !== undefined) return id;
    }
  }
  return undefined;
}
