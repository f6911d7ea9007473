/** What lies under the bars: lines of time, and arrows over them. Each strip and tile is drawn once while it is in sight. */
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { arrowTiles, type ArrowTile } from '../roadmap/chart-arrows.js';
import { TILE_HEIGHT_PX, TILE_WIDTH_PX } from '../roadmap/chart-measures.js';
import type { ChartWindow } from '../roadmap/chart-window.js';
import type { Chart } from '../roadmap/chart.js';
import { timeTicks, type Tick } from '../roadmap/time-scale.js';

interface RoadmapChartGroundProps {
  readonly chart: Chart;
  readonly window: ChartWindow;
  readonly withArrows: boolean;
}

/** OURS: half a pane. */
const STRIP_PX = 512;

export function RoadmapChartGround({ chart, window, withArrows }: RoadmapChartGroundProps): VNode {
  const tiles = useMemo(() => (withArrows ? arrowTiles(chart, window) : []), [chart, window, withArrows]);
  const first = Math.floor(window.fromX / STRIP_PX);
  const strips = Array.from({ length: Math.ceil(window.toX / STRIP_PX) - first }, (_, index) => first + index);
  return (
    <>
      {strips.map((strip) => <Grid key={strip} chart={chart} fromX={strip * STRIP_PX} />)}
      {tiles.map((tile) => <Arrows key={`arrows ${tile.key}`} tile={tile} />)}
    </>
  );
}

function Grid({ chart, fromX }: { readonly chart: Chart; readonly fromX: number }): VNode {
  return useMemo(() => {
    const grid = gridOf(chart, fromX);
    return (
      <svg class="cx-ground" width={STRIP_PX} height={chart.heightPx} style={`inset-inline-start:${fromX}px`} aria-hidden="true">
        <path class="cx-line" d={grid.minor} />
        {grid.years === '' ? null : <path class="cx-line cx-line-year" d={grid.years} />}
      </svg>
    );
  }, [chart, fromX]);
}

function Arrows({ tile }: { readonly tile: ArrowTile }): VNode {
  return useMemo(() => {
    const { x, y, lines, heads, redLines, redHeads } = tile;
    return (
      <svg class="cx-ground" width={TILE_WIDTH_PX} height={TILE_HEIGHT_PX} style={`inset-inline-start:${x}px;top:${y}px`} aria-hidden="true">
        {lines === '' ? null : <path class="cx-link" d={lines} />}
        {heads === '' ? null : <path class="cx-link-head" d={heads} />}
        {redLines === '' ? null : <path class="cx-link cx-link-red" d={redLines} />}
        {redHeads === '' ? null : <path class="cx-link-head cx-link-head-red" d={redHeads} />}
      </svg>
    );
  }, [tile.key === 'incoming' ? `${tile.x} ${tile.y} ${tile.lines} ${tile.redLines}` : tile]);
}

function gridOf({ scale, heightPx, widthPx }: Chart, fromX: number): { readonly years: string; readonly minor: string } {
  const toX = Math.min(widthPx, fromX + STRIP_PX);
  const { years, minor } = timeTicks({ firstDay: scale.dayAt(fromX), lastDay: scale.dayAt(toX - 1) }, scale.pxPerDay, 'day');
  const path = (ticks: readonly Tick[]): string =>
    ticks
      .map(({ day }) => Math.round(scale.xOf(day)) + 0.5)
      .filter((x) => x >= fromX && x < toX)
      .map((x) => `M${x - fromX} 0V${heightPx}`)
      .join('');
  return { years: path(years), minor: path(minor) };
}
