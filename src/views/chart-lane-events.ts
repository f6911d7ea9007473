/**
 * Clicks and keys that are not about items: they close and open lanes, and widen a run until its items can be told apart.
 * All others are passed on.
 */
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import { dataOf } from './chart-elements.js';
import type { ChartFocus } from './use-chart-focus.js';
import type { ChartScene } from './use-chart-scene.js';

interface LaneEventOptions {
  readonly scene: ChartScene;
  readonly focus: ChartFocus;
  readonly choice: RoadmapChoice;
  readonly onChoice: (choice: RoadmapChoice) => void;
  readonly onOtherClick: (event: MouseEvent) => void;
  readonly onOtherKey: (event: KeyboardEvent) => void;
}

/** OURS: a run is widened to so much of the view, at least twice and at most sixteen times. */
const RUN_SHARE = 0.8;
const LEAST_FACTOR = 2;
const MOST_FACTOR = 16;

export function laneEvents({ scene, focus, choice, onChoice, onOtherClick, onOtherKey }: LaneEventOptions): {
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const { chart, place, limits, widthPx } = scene;
  const toggle = (lane: string): void => {
    const collapsed = choice.collapsed.includes(lane) ? choice.collapsed.filter((id) => id !== lane) : [...choice.collapsed, lane];
    onChoice({ ...choice, collapsed });
  };
  const openRun = (first: string, last: string): void => {
    const from = chart.placeOf(first)?.placed;
    const to = chart.placeOf(last)?.placed;
    if (from === undefined || to === undefined) return;
    const { pxPerDay, span } = chart.scale;
    const runPx = Math.max(1 / pxPerDay, to.right - from.left);
    const wanted = Math.max(LEAST_FACTOR, Math.min(MOST_FACTOR, (widthPx * RUN_SHARE) / runPx)) * pxPerDay;
    focus.focusItem(first);
    place.anchor.current = { day: span.firstDay + (from.left + to.right) / 2 / pxPerDay, viewX: widthPx / 2, id: first };
    onChoice({ ...choice, zoom: Math.min(limits.most, wanted) });
  };
  return {
    onClick: (event) => {
      const lane = dataOf(event.target, 'toggle') ?? dataOf(event.target, 'open');
      const run = dataOf(event.target, 'run');
      if (lane !== undefined) toggle(lane);
      else if (run !== undefined) openRun(run, dataOf(event.target, 'runTo') ?? run);
      else onOtherClick(event);
    },
    onKeyDown: (event) => {
      const run = dataOf(event.target, 'run');
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (run !== undefined && isPlain && event.key === 'Enter') openRun(run, dataOf(event.target, 'runTo') ?? run);
      else if (isPlain && event.key === 'c' && dataOf(event.target, 'toggle') !== undefined) toggle(dataOf(event.target, 'toggle') ?? '');
      else if (isPlain && event.key === 'c' && focus.focusId !== undefined) {
        const lane = chart.placeOf(focus.focusId)?.lane.lane.id;
        if (lane === undefined) return;
        focus.focusLane(lane);
        toggle(lane);
      } else onOtherKey(event);
    },
  };
}
