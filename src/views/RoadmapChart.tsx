/**
 * The chart of the roadmap: swimlanes, bars and commitment over time, as many of them as are in sight. It draws what the
 * pure chart and its window say; keys and pointers are worked on by {@link useChartInteraction}.
 */
import type { VNode } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { NO_REMARKS, type RemarksByNote } from '../playbook/open-remarks.js';
import { ghostsByPath } from '../roadmap/ghosts.js';
import type { ChartLane } from '../roadmap/chart.js';
import type { ChartWindow } from '../roadmap/chart-window.js';
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
import { dataOf, originOf } from './chart-elements.js';
import { laneEvents } from './chart-lane-events.js';
import { chartMoves } from './chart-moves.js';
import { namesOf } from './chart-names.js';
import { runsFromRight } from './chart-stage.js';
import { useChartFocus } from './use-chart-focus.js';
import { useChartInteraction } from './use-chart-interaction.js';
import { END_PX, useChartScene } from './use-chart-scene.js';
import { useFirstFrame } from './use-first-frame.js';
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
  /** What annotations leave open, by item; the same object while that stays the same. */
  readonly remarks?: RemarksByNote;
  readonly handle?: { current: ChartHandle | null };
}

export function RoadmapChart(props: RoadmapChartProps): VNode {
  const { choice, onChoice, selection, actions, handle, remarks = NO_REMARKS } = props;
  const uid = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<string>();
  /** While something is dragged the chart stays as it is, whatever happens to the notes. */
  const held = useRef<RoadmapLayout | undefined>(undefined);
  const layout = held.current ?? props.layout;
  const focus = useChartFocus(content);
  const { focusId } = focus;
  const scene = useChartScene({ scroller, content, layout, choice, onChoice, focusId });
  const { isSized, isNarrow, gutterPx, headPx, widthPx, chart, window, place, zoom } = scene;
  const isSettled = useFirstFrame(scroller, isSized);

  const moves = chartMoves(scene);
  const reveal = (id: string): void => {
    focus.focusItem(id);
    moves.toItem(id);
  };
  const fit = (): void => onChoice({ ...choice, zoom: 'fit' });
  if (handle !== undefined) handle.current = { reveal, today: moves.toToday, fit, zoomBy: zoom.zoomBy };
  const interaction = useChartInteraction({
    root: scroller,
    chart,
    layout: props.layout,
    selection,
    onSelect: props.onSelect,
    focusId,
    onFocus: reveal,
    actions,
    showMenu: props.showMenu,
    menuOf: props.menuOf,
    host: props.host,
    view: { zoomBy: zoom.zoomBy, fit, today: moves.toToday, phase: moves.toPhase, groupNext: props.onGroupNext, help: props.onHelp },
    contentOffset: () => originOf(content.current, gutterPx, headPx),
  });
  const { drag, handlers } = interaction;
  const { onClick, onKeyDown } = laneEvents({ scene, focus, choice, onChoice, onOtherClick: handlers.onClick, onOtherKey: handlers.onKeyDown });
  useLayoutEffect(() => {
    const isHeld = drag?.holdsLayout === true;
    if (isHeld === (held.current !== undefined)) return;
    held.current = isHeld ? layout : undefined;
    if (!isHeld && layout !== props.layout) place.redraw();
  });

  const context = useMemo<BarsContext>(
    () => ({
      nameOf: namesOf(layout),
      ghosts: ghostsByPath(layout),
      remarks,
      withGaps: choice.commitment,
      describedBy: `${uid}-about`,
      canEdit: actions !== undefined,
    }),
    [layout, remarks, choice.commitment, uid, actions !== undefined],
  );
  const focused = focusId === undefined ? undefined : chart.placeOf(focusId)?.placed.entry;
  const tabStop = focused?.id ?? firstOf(window);
  const about = tabStop === undefined ? undefined : chart.placeOf(tabStop)?.placed.entry;
  const idOf = (lane: ChartLane): string => `${uid}-${lane.index}`;
  const header = useMemo(
    () => isSized && <RoadmapChartHeader chart={chart} fromX={window.fromX} toX={window.toX} cutX={window.cutX} titleId={`${uid}-title`} />,
    [isSized, chart, window.fromX, window.toX, window.cutX, uid],
  );
  const gutter = useMemo(
    () =>
      isSized && (
        <RoadmapChartGutter lanes={window.lanes} idOf={idOf} widthPx={isNarrow ? widthPx : gutterPx} heightPx={chart.heightPx}>
          <RoadmapChartHeld chart={chart} window={window} place={place} content={content} withGaps={choice.commitment} />
        </RoadmapChartGutter>
      ),
    [isSized, window, uid, gutterPx, widthPx, choice.commitment],
  );
  const withArrows = choice.arrows && isSettled;
  const ground = useMemo(() => isSized && <RoadmapChartGround chart={chart} window={window} withArrows={withArrows} />, [isSized, chart, window, withArrows]);
  const summary = useMemo(() => (isSettled ? describeRoadmap(layout) : ''), [isSettled, layout]);
  const hasToday = layout.todayDay >= layout.horizon.firstDay && layout.todayDay <= layout.horizon.lastDay;
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
        onFocusIn={focus.onFocusIn}
        onFocusOut={focus.onFocusOut}
        onPointerOver={onPointerOver}
      >
        {isSized && (
          <div class="cx-content" ref={content} style={`inline-size:${gutterPx + chart.widthPx + END_PX}px;--cx-gutter:${gutterPx}px;--cx-head:${headPx}px`}>
            {header}
            <div class="cx-body" style={`height:${chart.heightPx}px`}>
              {gutter}
              <div class="cx-plot" style={`inline-size:${chart.widthPx}px`}>
                {ground}
                {window.lanes.map((shown) => (
                  <RoadmapChartLane
                    key={shown.lane.lane.id}
                    chart={chart}
                    window={window}
                    shown={shown}
                    withAhead={isSettled}
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
        )}
      </div>
    </div>
  );
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
