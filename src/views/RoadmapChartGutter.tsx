/** The names of the lanes in sight, with what they hold and a button that closes them. Stays when scrolled along time. */
import type { ComponentChildren, VNode } from 'preact';
import type { ChartLane } from '../roadmap/chart.js';
import type { LaneWindow } from '../roadmap/chart-window.js';
import { cleanText } from '../roadmap/clean-text.js';
import { WORDS } from './words/words.js';

interface RoadmapChartGutterProps {
  readonly lanes: readonly LaneWindow[];
  readonly idOf: (lane: ChartLane) => string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Labels held beside the gutter. */
  readonly children: ComponentChildren;
}

/** Room for a name of two lines. */
const TALL_PX = 76;
/** The name of a lane that may be longer than the view keeps in sight. */
const LONG_PX = 300;

export function RoadmapChartGutter({ lanes, idOf, widthPx, heightPx, children }: RoadmapChartGutterProps): VNode {
  const words = WORDS.roadmapChart;
  return (
    <div class="cx-gutter" style={`inline-size:${widthPx}px;height:${heightPx}px`}>
      {lanes.map(({ lane }) => {
        const { y, height, isCollapsed, lane: { id, label, sublabel, colourSlot, itemCount, gapCount } } = lane;
        const name = cleanText(label);
        return (
          <div key={id} class={`cx-lane-head cx-slot-${colourSlot ?? 'accent'}${isCollapsed ? ' is-closed' : height >= TALL_PX ? ' is-tall' : ''}${height >= LONG_PX ? ' is-long' : ''}`} style={`top:${y}px;height:${height}px`}>
            <div class="cx-lane-name" id={idOf(lane)}>
              <button type="button" class="cx-lane-toggle" tabIndex={isCollapsed ? 0 : -1} data-toggle={id} aria-expanded={!isCollapsed}>{name}</button>{' '}
              {sublabel === undefined || isCollapsed ? null : <span class="cx-lane-role">{cleanText(sublabel)}</span>}{' '}
              <span class="cx-lane-counts">{words.items(itemCount)}{gapCount === 0 ? null : <>{' · '}<b>{words.gaps(gapCount)}</b></>}</span>
            </div>
          </div>
        );
      })}
      {children}
    </div>
  );
}
