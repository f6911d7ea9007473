/**
 * Routes for the dependency arrows: right-angled lines with rounded corners, from a bar's end to its successor's start.
 *
 * Each arrow tries a few routes (out of the end or the lower edge, down one of several columns, or along the channel
 * between two rows) and takes the one that crosses the fewest labels, then bars, then bends. Bars are drawn over the
 * arrows, so what still crosses disappears behind them.
 */
import type { RoadmapArrow } from './roadmap-layout.js';
import { DIAMOND_RADIUS_PX, middleOf, type PlacedEntry } from './placed-entries.js';
import { BAR_PX, ROW_PX } from './chart-measures.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SceneArrow {
  readonly arrow: RoadmapArrow;
  /** Corners of the line, from the predecessor to the tip. */
  readonly points: readonly Point[];
}

interface Obstacle {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly id: string;
}

interface Place {
  readonly placed: PlacedEntry;
  /** Number of the row among all rows of the chart. */
  readonly row: number;
}

interface Row {
  /** Top of its bars. */
  readonly y: number;
  readonly obstacles: Obstacle[];
}

const STEP_PX = 8;
const APPROACH_PX = 10;
/** Conflicting and plain arrows keep apart in a shared channel. */
const CHANNEL_SHIFT_PX = 1.5;
const LABEL_COST = 10;
const BAR_COST = 6;
const BEND_COST = 1;
const PX_PER_COST = 300;
/** Beyond this many rows, or arrows, the first route is good enough: nobody can follow it by eye. */
const MAX_ROWS_SEARCHED = 60;
const MAX_ARROWS_SEARCHED = 2_000;

/** What stands on the chart, as far as the routes ask for it. */
interface Ground {
  placeOf(id: string): Place | undefined;
  /** By its number among all rows; its obstacles from left to right. */
  rowAt(index: number): Row | undefined;
}

/** Routes for all arrows of a drawing, whose lanes hold their entries in any order. */
export function routeArrows(arrows: readonly RoadmapArrow[], lanes: readonly (readonly PlacedEntry[])[]): readonly SceneArrow[] {
  if (arrows.length === 0) return [];
  const places = new Map<string, Place>();
  const rows: Row[] = [];
  for (const entries of lanes) {
    const firstRow = rows.length;
    for (const placed of entries) {
      const row = firstRow + placed.row;
      places.set(placed.entry.id, { placed, row });
      while (rows.length <= row) rows.push({ y: placed.y + (rows.length - row) * ROW_PX, obstacles: [] });
      rows[row]?.obstacles.push(...obstaclesOf(placed));
    }
  }
  for (const { obstacles } of rows) obstacles.sort((a, b) => a.from - b.from);
  const ground: Ground = { placeOf: (id) => places.get(id), rowAt: (index) => rows[index] };
  return arrows.flatMap((arrow) => routeArrow(arrow, ground, arrows.length <= MAX_ARROWS_SEARCHED) ?? []);
}

/** Routes one by one, for a view that draws what is in sight: of a large chart only the rows that are asked for are read. */
export function arrowRouter(
  lanes: readonly { readonly rowCount: number; readonly rows: readonly (readonly PlacedEntry[])[] }[],
  placeOf: (id: string) => { readonly lane: { readonly index: number }; readonly placed: PlacedEntry } | undefined,
): (arrow: RoadmapArrow) => SceneArrow | undefined {
  const firstRows: number[] = [];
  let rowCount = 0;
  for (const lane of lanes) {
    firstRows.push(rowCount);
    rowCount += lane.rowCount;
  }
  const known = new Map<number, Row | undefined>();
  const readRow = (index: number): Row | undefined => {
    const lane = laneOfRow(firstRows, index);
    const entries = lanes[lane]?.rows[index - (firstRows[lane] ?? 0)];
    const first = entries?.[0];
    if (entries === undefined || first === undefined) return undefined;
    return { y: first.y, obstacles: entries.flatMap(obstaclesOf).sort((a, b) => a.from - b.from) };
  };
  const ground: Ground = {
    placeOf: (id) => {
      const place = placeOf(id);
      return place === undefined ? undefined : { placed: place.placed, row: (firstRows[place.lane.index] ?? 0) + place.placed.row };
    },
    rowAt: (index) => {
      if (!known.has(index)) known.set(index, readRow(index));
      return known.get(index);
    },
  };
  return (arrow) => routeArrow(arrow, ground, true);
}

/** The last lane that starts at a row or above it: lanes without rows start where the next one does. */
function laneOfRow(firstRows: readonly number[], row: number): number {
  let lane = firstRows.length - 1;
  while (lane > 0 && (firstRows[lane] ?? 0) > row) lane--;
  return lane;
}

function routeArrow(arrow: RoadmapArrow, ground: Ground, isSearched: boolean): SceneArrow | undefined {
  const from = ground.placeOf(arrow.from);
  const to = ground.placeOf(arrow.to);
  if (from === undefined || to === undefined) return undefined;
  const routes = routesBetween(from, to, arrow.conflict ? CHANNEL_SHIFT_PX : -CHANNEL_SHIFT_PX);
  const isNear = Math.abs(from.row - to.row) <= MAX_ROWS_SEARCHED;
  return { arrow, points: isSearched && isNear ? cheapest(routes, from, to, ground) : (routes[0] ?? []) };
}

function obstaclesOf({ entry, left, right, label }: PlacedEntry): readonly Obstacle[] {
  const bar = { from: left, to: right, cost: BAR_COST, id: entry.id };
  return label.isOutside ? [bar, { from: label.x, to: label.x + label.width, cost: LABEL_COST, id: `${entry.id} label` }] : [bar];
}

function routesBetween(from: Place, to: Place, shift: number): readonly (readonly Point[])[] {
  const source = from.placed;
  const target = to.placed;
  const y1 = middleOf(source);
  const y2 = middleOf(target);
  const tip = { x: target.left, y: y2 };
  const end = { x: source.right, y: y1 };
  const isSameRow = from.row === to.row;
  const room = tip.x - end.x;
  const routes: Point[][] = [];
  if (isSameRow && room >= 0) routes.push([end, tip]);
  const goesDown = y2 > y1;
  const exit = exitPoint(source, goesDown);
  if (!isSameRow) {
    if (room >= STEP_PX + APPROACH_PX) {
      for (const x of [tip.x - APPROACH_PX, end.x + STEP_PX, (end.x + tip.x) / 2]) {
        routes.push([end, { x, y: y1 }, { x, y: y2 }, tip]);
      }
    }
    if (exit.x <= tip.x - APPROACH_PX) routes.push([exit, { x: exit.x, y: y2 }, tip]);
  }
  if (target.entry.kind === 'milestone' && !isSameRow) routes.push(...routesToCorner(source, target, end, goesDown));
  const gap = (ROW_PX - BAR_PX) / 2;
  const belowSource = source.y + BAR_PX + gap + shift;
  const aboveSource = source.y - gap + shift;
  const channels = isSameRow
    ? [belowSource, aboveSource]
    : goesDown
      ? [belowSource, target.y - gap + shift]
      : [aboveSource, target.y + BAR_PX + gap + shift];
  const back = tip.x - APPROACH_PX;
  for (const y of channels) {
    const out = end.x + STEP_PX;
    routes.push([end, { x: out, y: y1 }, { x: out, y }, { x: back, y }, { x: back, y: y2 }, tip]);
    const leave = exitPoint(source, y > y1);
    routes.push([leave, { x: leave.x, y }, { x: back, y }, { x: back, y: y2 }, tip]);
    if (isLabelBefore(target)) routes.push([leave, { x: leave.x, y }, ...entryFrom(target, y)]);
  }
  return routes;
}

/** Into the upper or lower corner of a diamond: straight from a bar above or below it, or round one bend. */
function routesToCorner(source: PlacedEntry, target: PlacedEntry, end: Point, goesDown: boolean): readonly Point[][] {
  const x = (target.left + target.right) / 2;
  const corner = { x, y: middleOf(target) + (goesDown ? -DIAMOND_RADIUS_PX : DIAMOND_RADIUS_PX) };
  const isBar = source.entry.kind !== 'milestone';
  if (isBar && x >= source.left + 2 && x <= source.right - 2) return [[{ x, y: goesDown ? source.y + BAR_PX : source.y }, corner]];
  return end.x <= x ? [[end, { x, y: end.y }, corner]] : [];
}

/** Where an arrow may leave through the lower or upper edge: near the end of a bar, the corner of a diamond. */
function exitPoint({ entry, left, right, y }: PlacedEntry, goesDown: boolean): Point {
  if (entry.kind === 'milestone') {
    return { x: (left + right) / 2, y: y + BAR_PX / 2 + (goesDown ? DIAMOND_RADIUS_PX : -DIAMOND_RADIUS_PX) };
  }
  return { x: Math.max((left + right) / 2, right - STEP_PX), y: goesDown ? y + BAR_PX : y };
}

/** Whether the label stands left of its bar, where arrows arrive. */
function isLabelBefore({ label, left }: PlacedEntry): boolean {
  return label.isOutside && label.x < left;
}

/** Into the edge of a bar or diamond that faces a channel: past a label that stands before it. */
function entryFrom(target: PlacedEntry, channelY: number): readonly Point[] {
  const isBelow = channelY > middleOf(target);
  const { x, y } = target.entry.kind === 'milestone' ? exitPoint(target, isBelow) : { x: Math.min(target.left + STEP_PX, (target.left + target.right) / 2), y: isBelow ? target.y + BAR_PX : target.y };
  return [{ x, y: channelY }, { x, y }];
}

function cheapest(routes: readonly (readonly Point[])[], from: Place, to: Place, ground: Ground): readonly Point[] {
  let best: readonly Point[] = [];
  let bestCost = Number.POSITIVE_INFINITY;
  for (const route of routes) {
    const cost = costOf(route, from, to, ground);
    if (cost < bestCost) {
      best = route;
      bestCost = cost;
    }
  }
  return best;
}

function costOf(route: readonly Point[], from: Place, to: Place, ground: Ground): number {
  let cost = (route.length - 2) * BEND_COST;
  const upper = Math.min(from.row, to.row);
  const lower = Math.max(from.row, to.row);
  for (let index = 1; index < route.length; index++) {
    const a = route[index - 1];
    const b = route[index];
    if (a === undefined || b === undefined) continue;
    cost += (Math.abs(a.x - b.x) + Math.abs(a.y - b.y)) / PX_PER_COST;
    if (a.y === b.y) {
      const row = a.y === middleOf(from.placed) ? from.row : a.y === middleOf(to.placed) ? to.row : undefined;
      if (row !== undefined) cost += crossed(ground.rowAt(row), Math.min(a.x, b.x), Math.max(a.x, b.x), from, to);
      continue;
    }
    for (let index = upper; index <= lower; index++) {
      const row = ground.rowAt(index);
      if (row === undefined || row.y > Math.max(a.y, b.y) || row.y + BAR_PX < Math.min(a.y, b.y)) continue;
      cost += crossed(row, a.x, a.x, from, to);
    }
  }
  return cost;
}

/** Cost of what lies between two positions of a row; the arrow's own bars are free, their labels are not. */
function crossed(row: Row | undefined, fromX: number, toX: number, from: Place, to: Place): number {
  const obstacles = row?.obstacles ?? [];
  let low = 0;
  let high = obstacles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((obstacles[middle]?.to ?? 0) < fromX - 2) low = middle + 1;
    else high = middle;
  }
  let cost = 0;
  for (let index = low; index < obstacles.length; index++) {
    const obstacle = obstacles[index];
    if (obstacle === undefined || obstacle.from > toX + 2) break;
    if (obstacle.id !== from.placed.entry.id && obstacle.id !== to.placed.entry.id) cost += obstacle.cost;
  }
  return cost;
}
