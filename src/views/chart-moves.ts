/** Ways to another place of the chart: to an item, to today, to the next phase. */
import { BAR_PX } from '../roadmap/chart-measures.js';
import { TODAY_AT } from './use-chart-place.js';
import type { ChartScene } from './use-chart-scene.js';

export interface ChartMoves {
  /** As little as it takes to see an item. */
  readonly toItem: (id: string) => void;
  readonly toToday: () => void;
  readonly toPhase: (direction: 1 | -1) => void;
}

/** Room kept round an item that is scrolled to. */
const MARGIN_PX = 24;

export function chartMoves({ chart, place, widthPx }: ChartScene): ChartMoves {
  return {
    toItem: (id) => {
      const placed = chart.placeOf(id)?.placed;
      if (placed === undefined) return;
      const { x, y, width, height } = place.view();
      place.moveTo(nearest(x, width, placed.left - MARGIN_PX, placed.right + MARGIN_PX), nearest(y, height, placed.y - MARGIN_PX, placed.y + BAR_PX + MARGIN_PX));
    },
    toToday: () => place.moveTo(chart.scale.xOf(chart.layout.todayDay) - widthPx * TODAY_AT, place.view().y),
    toPhase: (direction) => {
      const { x, y } = place.view();
      const starts = chart.layout.phases.map(({ firstDay }) => Math.round(chart.scale.xOf(firstDay))).sort((a, b) => a - b);
      const to = direction === 1 ? starts.find((start) => start > x + 1) : starts.filter((start) => start < x - 1).at(-1);
      place.moveTo(to ?? (direction === 1 ? x : 0), y);
    },
  };
}

/** As little as it takes to have a span in a view; its start when it is longer. */
function nearest(at: number, length: number, from: number, to: number): number {
  if (from >= at && to <= at + length) return at;
  return from < at || to - from > length ? from : to - length;
}
