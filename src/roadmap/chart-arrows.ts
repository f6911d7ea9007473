/**
 * The arrows in sight as SVG path data, in tiles: a tile holds the arrows that leave the bars in it, and is the same
 * wherever the chart is scrolled to, so that scrolling draws no line anew. Arrows that come from beyond the tiles in sight
 * to a bar in sight are a set of their own.
 */
import { arrowPaths } from './arrow-paths.js';
import { arrowRouter } from './arrow-routes.js';
import { ROW_PX, TILE_HEIGHT_PX, TILE_WIDTH_PX } from './chart-measures.js';
import { laneIndexAt, type ChartWindow } from './chart-window.js';
import type { Chart } from './chart.js';
import type { PlacedEntry } from './placed-entries.js';
import type { RoadmapArrow, RoadmapLayout } from './roadmap-layout.js';

export interface ArrowTile {
  readonly key: string;
  /** Its corner in the chart, from which the paths count. */
  readonly x: number;
  readonly y: number;
  readonly lines: string;
  readonly heads: string;
  readonly redLines: string;
  readonly redHeads: string;
}


/** Tiles without arrows are left out. */
export function arrowTiles(chart: Chart, window: ChartWindow): readonly ArrowTile[] {
  const arrows = arrowsOf(chart);
  if (arrows.byItem.size === 0) return [];
  // One tile more before what is drawn: what leaves it seldom comes into sight, so leaving it behind changes no line.
  const [first, last] = [Math.max(0, Math.floor(window.fromX / TILE_WIDTH_PX) - 1), Math.floor((window.toX - 1) / TILE_WIDTH_PX)];
  const [top, bottom] = [Math.max(0, Math.floor(window.fromY / TILE_HEIGHT_PX) - 1), Math.floor((window.toY - 1) / TILE_HEIGHT_PX)];
  const tiles: ArrowTile[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = first; column <= last; column++) {
      const tile = arrows.tileAt(column, row);
      if (tile.lines !== '' || tile.redLines !== '') tiles.push(tile);
    }
  }
  const isBeyond = ({ right, y }: PlacedEntry): boolean => {
    const column = Math.floor(right / TILE_WIDTH_PX);
    const row = Math.floor(y / TILE_HEIGHT_PX);
    return column < first || column > last || row < top || row > bottom;
  };
  const [x, y] = [first * TILE_WIDTH_PX, top * TILE_HEIGHT_PX];
  const incoming: RoadmapArrow[] = [];
  for (const { chunks } of window.lanes) {
    for (const { chunk } of chunks) {
      for (const { entry } of chunk.entries) {
        for (const arrow of arrows.byItem.get(entry.id)?.to ?? []) {
          const from = chart.placeOf(arrow.from)?.placed;
          if (from !== undefined && isBeyond(from)) incoming.push(arrow);
        }
      }
    }
  }
  if (incoming.length > 0) tiles.push(arrows.build('incoming', x, y, incoming));
  return tiles;
}

interface ItemArrows {
  readonly from: RoadmapArrow[];
  readonly to: RoadmapArrow[];
}

class ChartArrows {
  readonly byItem: ReadonlyMap<string, ItemArrows>;
  readonly #chart: Chart;
  readonly #route: ReturnType<typeof arrowRouter>;
  readonly #routed = new Map<RoadmapArrow, ReturnType<ReturnType<typeof arrowRouter>>>();
  readonly #tiles = new Map<string, ArrowTile>();

  constructor(chart: Chart) {
    this.#chart = chart;
    this.byItem = arrowsByItem(chart.layout);
    this.#route = arrowRouter(chart.lanes, (id) => chart.placeOf(id));
  }

  tileAt(column: number, row: number): ArrowTile {
    const key = `${column}:${row}`;
    let tile = this.#tiles.get(key);
    if (tile === undefined) {
      tile = this.build(key, column * TILE_WIDTH_PX, row * TILE_HEIGHT_PX, this.#leaving(column * TILE_WIDTH_PX, row * TILE_HEIGHT_PX));
      this.#tiles.set(key, tile);
    }
    return tile;
  }

  build(key: string, x: number, y: number, arrows: readonly RoadmapArrow[]): ArrowTile {
    const [lines, heads, redLines, redHeads]: string[][] = [[], [], [], []];
    for (const arrow of arrows) {
      if (!this.#routed.has(arrow)) this.#routed.set(arrow, this.#route(arrow));
      const routed = this.#routed.get(arrow);
      const paths = routed === undefined ? undefined : arrowPaths(routed, { x, y });
      if (paths === undefined) continue;
      (paths.isRed ? redLines : lines)?.push(paths.line);
      (paths.isRed ? redHeads : heads)?.push(paths.head);
    }
    const join = (parts: readonly string[] | undefined): string => parts?.join('') ?? '';
    return { key, x, y, lines: join(lines), heads: join(heads), redLines: join(redLines), redHeads: join(redHeads) };
  }

  /** Arrows that leave bars which end in a tile. */
  #leaving(x: number, y: number): readonly RoadmapArrow[] {
    const arrows: RoadmapArrow[] = [];
    const { lanes } = this.#chart;
    for (let index = laneIndexAt(this.#chart, y); index < lanes.length; index++) {
      const lane = lanes[index];
      if (lane === undefined || lane.y >= y + TILE_HEIGHT_PX) break;
      const top = lane.barsY;
      for (let row = Math.max(0, Math.ceil((y - top) / ROW_PX)); row < lane.rowCount && top + row * ROW_PX < y + TILE_HEIGHT_PX; row++) {
        const entries = lane.rows[row] ?? [];
        for (let at = firstEndingFrom(entries, x); at < entries.length; at++) {
          const placed = entries[at];
          if (placed === undefined || placed.right >= x + TILE_WIDTH_PX) break;
          arrows.push(...(this.byItem.get(placed.entry.id)?.from ?? []));
        }
      }
    }
    return arrows;
  }
}

function firstEndingFrom(entries: readonly PlacedEntry[], x: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.right ?? x) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

const arrowsOfChart = new WeakMap<Chart, ChartArrows>();

function arrowsOf(chart: Chart): ChartArrows {
  let arrows = arrowsOfChart.get(chart);
  if (arrows === undefined) arrowsOfChart.set(chart, (arrows = new ChartArrows(chart)));
  return arrows;
}

const arrowsOfLayout = new WeakMap<RoadmapLayout['arrows'], ReadonlyMap<string, ItemArrows>>();

function arrowsByItem({ arrows }: RoadmapLayout): ReadonlyMap<string, ItemArrows> {
  const known = arrowsOfLayout.get(arrows);
  if (known !== undefined) return known;
  const byItem = new Map<string, ItemArrows>();
  const of = (id: string): ItemArrows => {
    let list = byItem.get(id);
    if (list === undefined) byItem.set(id, (list = { from: [], to: [] }));
    return list;
  };
  for (const arrow of arrows) {
    of(arrow.from).from.push(arrow);
    of(arrow.to).to.push(arrow);
  }
  arrowsOfLayout.set(arrows, byItem);
  return byItem;
}
