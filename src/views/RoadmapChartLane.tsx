/** One swimlane: the leader's commitment over time, and the bars in sight; a closed lane shows where its bars are. */
import type { VNode } from 'preact';
import { fromEpochDay } from '../playbook/calendar-date.js';
import { TRACK_PX, type Chart, type ChartLane } from '../roadmap/chart.js';
import type { ChartWindow, LaneWindow, WindowChunk } from '../roadmap/chart-window.js';
import { cleanText } from '../roadmap/clean-text.js';
import { textWidth } from '../roadmap/text-width.js';
import type { TrackSpan } from '../roadmap/roadmap-layout.js';
import { RoadmapChartBars, type BarsContext } from './RoadmapChartBars.js';
import { WORDS } from './words/words.js';

interface RoadmapChartLaneProps {
  readonly chart: Chart;
  readonly window: ChartWindow;
  readonly shown: LaneWindow;
  /** Also what is out of sight yet. */
  readonly withAhead: boolean;
  /** Id of the element that names the lane. */
  readonly labelledBy: string;
  readonly tabStop: string | undefined;
  readonly hovered: string | undefined;
  readonly selection: ReadonlySet<string>;
  readonly context: BarsContext;
}

export function RoadmapChartLane({ chart, window, shown: { lane, track, chunks }, withAhead, labelledBy, tabStop, hovered, selection, context }: RoadmapChartLaneProps): VNode {
  const { y, height, isCollapsed, lane: { id, itemCount } } = lane;
  return (
    <div class="cx-lane" role="group" aria-labelledby={labelledBy} data-lane={id} style={`top:${y}px;height:${height}px`}>
      {track.map((span) => <Track key={span.fromDay} span={span} lane={lane} chart={chart} />)}
      <div role="list" class="cx-lane-bars">
        {chunks.map(({ chunk, isAhead }) => isAhead && !withAhead ? null : (
          <RoadmapChartBars
            key={chunk.key}
            chunk={chunk}
            laneY={y}
            itemCount={itemCount}
            tabStop={tabStop !== undefined && holds(chunk, tabStop) ? tabStop : undefined}
            hovered={hovered !== undefined && holds(chunk, hovered) ? hovered : undefined}
            selection={selection.size > 0 && chunk.entries.some(({ entry }) => selection.has(entry.id)) ? selection : undefined}
            context={context}
          />
        ))}
        {isCollapsed && <Strip lane={lane} chart={chart} window={window} />}
      </div>
    </div>
  );
}

function holds({ entries, runs }: WindowChunk['chunk'], id: string): boolean {
  return entries.some(({ entry }) => entry.id === id) || runs.some((run) => run.entries.some(({ entry }) => entry.id === id));
}

interface PartProps {
  readonly lane: ChartLane;
  readonly chart: Chart;
  readonly window: ChartWindow;
}

function Track({ span, lane, chart: { scale, layout } }: { readonly span: TrackSpan; readonly lane: ChartLane; readonly chart: Chart }): VNode {
  const { fromDay, toDay, level, expected, recorded = false } = span;
  const words = WORDS.roadmapChart;
  const left = scale.xOf(fromDay);
  const right = scale.xOf(toDay + 1) - 2;
  const word = words.level(level === undefined ? undefined : cleanText(layout.levelLabels[level]));
  const text = expected ? words.expected(word) : recorded ? words.recorded(word) : word;
  // A gap in the record says so where there is room, a level is named as far as it goes; stripes alone say whose it is.
  const fits = (shown: string): boolean => right - left >= textWidth(shown, TRACK_FONT_PX) + 14;
  const shown = recorded && !fits(text) ? word : text;
  const isTight = !fits(shown);
  const isBare = isTight && (level === undefined || right - left < 24);
  return (
    <div
      class={`cx-track ${level === undefined ? 'is-unknown' : `cx-level-${level}`}${expected ? ' is-expected' : ''}${recorded ? ' is-recorded' : ''}${isBare ? ' is-bare' : isTight ? ' is-tight' : ''}`}
      data-span={`${lane.lane.id} ${fromDay}`}
      role="img"
      aria-label={`${text}, ${fromEpochDay(fromDay)} – ${fromEpochDay(toDay)}`}
      style={`inset-inline-start:${Math.round(left)}px;inline-size:${Math.max(1, Math.round(right - left))}px;top:${(lane.trackY ?? 0) - lane.y}px;height:${TRACK_PX}px`}
    >
      {isBare ? null : <span>{shown}</span>}
    </div>
  );
}

const TRACK_FONT_PX = 10.5;

/** Height of the line of a closed lane's items. */
const STRIP_PX = 8;

/** One line of all items of a closed lane; a click opens the lane. */
function Strip({ lane, chart, window }: PartProps): VNode {
  const { bars, milestones, id, itemCount, gapCount } = lane.lane;
  const { scale } = chart;
  let all = '';
  let short = '';
  let end = Number.NEGATIVE_INFINITY;
  const line = (fromDay: number, toDay: number): string => {
    const from = Math.max(window.fromX, scale.xOf(fromDay));
    const to = Math.min(window.toX, Math.max(scale.xOf(toDay + 1), from + 2));
    return from >= to ? '' : `M${Math.round(from - window.fromX)} 0H${Math.round(to - window.fromX)}`;
  };
  for (const { firstDay, lastDay } of bars) {
    if (lastDay > end) all += line(Math.max(firstDay, end + 1), lastDay);
    end = Math.max(end, lastDay);
  }
  for (const { day } of milestones) all += line(day, day + 2 / scale.pxPerDay);
  end = Number.NEGATIVE_INFINITY;
  for (const gap of bars.flatMap(({ gaps }) => gaps)) {
    if (gap.state === 'short' && gap.toDay > end) {
      short += line(Math.max(gap.fromDay, end + 1), gap.toDay);
      end = gap.toDay;
    }
  }
  return (
    <div
      role="listitem"
      class="cx-strip"
      data-open={id}
      aria-label={WORDS.roadmapChart.closed(itemCount, gapCount)}
      style={`inset-inline-start:${window.fromX}px;inline-size:${window.toX - window.fromX}px`}
    >
      <svg width="1" height={STRIP_PX} aria-hidden="true">
        <path class="cx-strip-all" d={all} />
        <path class="cx-strip-short" d={short} />
      </svg>
    </div>
  );
}
