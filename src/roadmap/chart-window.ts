/**
 * What of a chart is drawn: what is in sight and a little more, in chunks of some rows by some px, so that scrolling on
 * adds a chunk here and drops one there. A chunk holds what *starts* in it; of a chunk out of sight only what reaches
 * into sight is left. However dense the chart is, no more elements come of it than {@link MAX_ELEMENTS}: small
 * neighbours in a row become one run.
 *
 * @example buildWindow(chart, { x: 0, y: 0, width: 1000, height: 600 }, undefined).lanes[0]?.chunks.length
 */
import { BAND_PX, BAND_ROWS, chunksOf, holds, type ChartChunk } from './chart-chunks.js';
import { ROW_PX, TILE_HEIGHT_PX, TILE_WIDTH_PX } from './chart-measures.js';
import type { Chart, ChartLane } from './chart.js';
import type { TrackSpan } from './roadmap-layout.js';

/** The part of a chart in sight, in its px. */
export interface ChartView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowChunk {
  readonly chunk: ChartChunk;
  /** Out of sight yet: may be drawn a little later. */
  readonly isAhead: boolean;
}

export interface LaneWindow {
  readonly lane: ChartLane;
  readonly chunks: readonly WindowChunk[];
  readonly track: readonly TrackSpan[];
}

export interface ChartWindow {
  /** Edges of what is drawn, in px of the chart: header, grid and strips reach so far. */
  readonly fromX: number;
  readonly toX: number;
  readonly fromY: number;
  readonly toY: number;
  /** What starts left of it may be cut by the left edge of the view; 0 when nothing is. */
  readonly cutX: number;
  /** Undefined when all is drawn: then it stays so wherever the chart is scrolled to. */
  readonly columnPx: number | undefined;
  readonly lanes: readonly LaneWindow[];
  /** Number of the way of drawing it took; give it back for the next window of the same chart. */
  readonly density: number;
  /** Guess of the elements that it comes to. */
  readonly elements: number;
}

/** OURS: 600 is promised; header, lines, dragging and live messages take the rest. */
const MAX_ELEMENTS = 540;
/** OURS: wide and high enough that a turn of the wheel seldom crosses one, small enough that one is built in a few ms. */
const COLUMN_PX = 256;
/** Further than any chart reaches. */
const ALL = 1 << 24;
/** From sparse to dense: columns and bands beyond the view, width of a column, and below which width neighbours become runs. */
const DENSITIES = [
  { aheadX: ALL, aheadY: ALL, columnPx: COLUMN_PX, mergeBelowPx: 0 },
  { aheadX: 1, aheadY: 1, columnPx: COLUMN_PX, mergeBelowPx: 0 },
  { aheadX: 1, aheadY: 0, columnPx: COLUMN_PX, mergeBelowPx: 0 },
  { aheadX: 0, aheadY: 0, columnPx: COLUMN_PX, mergeBelowPx: 0 },
  ...[3, 8, 24, 96].map((mergeBelowPx) => ({ aheadX: 0, aheadY: 0, columnPx: COLUMN_PX, mergeBelowPx })),
  { aheadX: 0, aheadY: 0, columnPx: ALL, mergeBelowPx: ALL },
] as const;
const FIRST_MERGING = 4;
/** A chart within these bounds may be small enough to be drawn as a whole: then scrolling changes nothing. */
const WHOLE = { widthPx: 16 * COLUMN_PX, heightPx: 100 * ROW_PX };
/** Elements of a lane (group, list, name, role, counts, button) and of a column (a share of lines, arrows and ticks). */
const LANE_ELEMENTS = 8;
const COLUMN_ELEMENTS = 12;
/** Of a tile of arrows: the svg and four paths. */
const TILE_ELEMENTS = 5;
/** A leader whose level changes more often in sight than this is drawn up to here when space is short. */
const MAX_TRACK_SPANS = 8;

/** The view in whole columns and bands, as text: while it stays the same the window does. Without a column's width it always does. */
export function viewKey({ x, y, width, height }: ChartView, columnPx: number | undefined): string {
  if (columnPx === undefined) return 'whole';
  const bandOf = (at: number): number => Math.floor(at / BAND_PX);
  return `${x > 0}:${Math.floor(x / columnPx)}:${width}:${bandOf(y)}:${bandOf(y + height - 1)}`;
}

/** The window on `view`; `kept` is the id of what stays drawn wherever it is, since it holds the focus. */
export function buildWindow(chart: Chart, view: ChartView, kept: string | undefined, density = 0): ChartWindow {
  const isSmall = chart.widthPx <= WHOLE.widthPx && chart.heightPx <= WHOLE.heightPx;
  for (let level = density < FIRST_MERGING ? (isSmall ? 0 : 1) : density; ; level++) {
    const window = windowAt(chart, view, kept, level);
    if (window.elements <= MAX_ELEMENTS || level === DENSITIES.length - 1) return window;
  }
}

function windowAt(chart: Chart, view: ChartView, kept: string | undefined, density: number): ChartWindow {
  const { aheadX, aheadY, columnPx, mergeBelowPx } = DENSITIES[density] ?? DENSITIES[1];
  const lastColumn = Math.floor((chart.widthPx - 1) / columnPx);
  const columnAt = (x: number): number => Math.min(lastColumn, Math.max(0, Math.floor(x / columnPx)));
  // As far as can be seen until the left edge enters the next column: so that only that changes the window.
  const seen = { first: columnAt(view.x), last: columnAt((Math.floor(view.x / columnPx) + 1) * columnPx + view.width - 1) };
  const first = Math.max(0, seen.first - aheadX);
  const last = Math.min(lastColumn, seen.last + aheadX);
  const chunks = chunksOf(chart, columnPx, mergeBelowPx);
  const fromX = first * columnPx;
  const seenTop = Math.floor(view.y / BAND_PX) * BAND_PX;
  const seenBottom = Math.ceil((view.y + view.height) / BAND_PX) * BAND_PX;
  const top = seenTop - aheadY * BAND_PX;
  const bottom = seenBottom + aheadY * BAND_PX;
  const window: ChartWindow & { lanes: LaneWindow[]; elements: number } = {
    fromX,
    toX: Math.min(chart.widthPx, (last + 1) * columnPx),
    fromY: Math.max(0, top),
    toY: Math.min(chart.heightPx, bottom),
    cutX: aheadX === ALL ? ALL : view.x > 0 ? (seen.first + 1) * columnPx : 0,
    columnPx: aheadX === ALL ? undefined : columnPx,
    lanes: [],
    density,
    // Of each row in sight one label may be held at the edge.
    elements: (last - first + 1) * COLUMN_ELEMENTS + Math.ceil(view.height / ROW_PX),
  };
  if (chart.layout.arrows.length > 0) window.elements += tilesAcross(window.toX - fromX, TILE_WIDTH_PX) * tilesAcross(window.toY - window.fromY, TILE_HEIGHT_PX) * TILE_ELEMENTS;
  const place = kept === undefined ? undefined : chart.placeOf(kept);
  const addLane = (lane: ChartLane | undefined): void => {
    if (lane === undefined) return;
    const list: WindowChunk[] = [];
    const barsTop = lane.barsY;
    const lastBand = Math.min(Math.ceil(lane.rowCount / BAND_ROWS), Math.ceil((bottom - barsTop) / BAND_PX)) - 1;
    for (let band = Math.max(0, Math.floor((top - barsTop) / BAND_PX)); band <= lastBand; band++) {
      const bandTop = barsTop + band * BAND_PX;
      const isBeside = bandTop >= seenBottom || bandTop + BAND_PX <= seenTop;
      for (const chunk of chunks.reaching(lane, band, fromX)) list.push({ chunk, isAhead: isBeside });
      for (let column = first; column <= last; column++) {
        const chunk = chunks.at(lane, band, column);
        if (chunk.elements > 0) list.push({ chunk, isAhead: isBeside || column < seen.first || column > seen.last });
      }
    }
    if (place?.lane === lane && !list.some(({ chunk }) => holds(chunk, place.placed))) keep(list, chunks.only([place.placed]));
    const spans = lane.trackY === undefined ? [] : (lane.lane.track ?? []).filter(({ fromDay, toDay }) => chart.scale.xOf(toDay + 1) > fromX && chart.scale.xOf(fromDay) < window.toX);
    const track = density < FIRST_MERGING ? spans : spans.slice(0, MAX_TRACK_SPANS);
    window.elements += LANE_ELEMENTS + track.length;
    for (const { chunk } of list) window.elements += chunk.elements;
    window.lanes.push({ lane, chunks: list, track });
  };
  const from = laneIndexAt(chart, top);
  const to = laneIndexAt(chart, bottom - 1);
  if (place !== undefined && place.lane.index < from) addLane(place.lane);
  for (let index = from; index <= to; index++) addLane(chart.lanes[index]);
  if (place !== undefined && place.lane.index > to) addLane(place.lane);
  return window;
}

/** Tiles that a length meets, and the one before. */
function tilesAcross(lengthPx: number, tilePx: number): number {
  return Math.ceil(lengthPx / tilePx) + 1;
}

/** Adds to what is drawn of a chunk, or the chunk. */
function keep(list: WindowChunk[], chunk: ChartChunk): void {
  const index = list.findIndex((each) => each.chunk.key === chunk.key);
  const there = list[index]?.chunk;
  if (there === undefined) list.push({ chunk, isAhead: false });
  else list[index] = { chunk: { ...there, entries: [...there.entries, ...chunk.entries], elements: there.elements + chunk.elements }, isAhead: false };
}

/** Index of the lane at a height of the chart, the nearest outside of it. */
export function laneIndexAt({ lanes }: Chart, y: number): number {
  let low = 0;
  let high = lanes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lanes[middle]?.y ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
