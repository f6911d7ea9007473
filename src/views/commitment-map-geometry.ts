/**
 * The geometry of the commitment map, in px from its inline start and top: plain numbers, no nodes. Every row of a kind is
 * as high as the next, so the place of each of 1,000 executives is known without drawing any.
 *
 * A wide map has names, levels and words beside one another; a narrow one has names above their levels.
 *
 * @example layoutMap(entries, 900).centreOf('supporter') // 598
 */
import { COMMITMENT_LEVELS, commitmentRank, type CommitmentLevel } from '../playbook/commitment.js';
import type { MapEntry } from './commitment-map-model.js';

/** OURS: below it names and words leave a level less than the 70 px that its own name takes. */
const WIDE_FROM_PX = 840;
/** OURS: two lines of text, or a mark with its ring and a line below it; in a narrow map above one another. */
const ROW_PX = { wide: 64, narrow: 102 } as const;
const UNIT_PX = 38;
/** OURS: a name of 28 letters; "3 levels above the needed". */
const GUTTER_PX = 236;
const WORDS_PX = 176;
/** Middle of the marks, from the top of a row. */
const MARK_Y_PX = { wide: 31, narrow: 66 } as const;
/** OURS: diameters by influence 1 to 5; without one recorded as for 2. */
const MARK_PX = [14, 17, 20, 23, 26] as const;


export interface MapLayout {
  readonly isNarrow: boolean;
  readonly widthPx: number;
  /** From the least level to the most; before them, where there is anybody, a column of those not assessed. */
  readonly columns: readonly (CommitmentLevel | undefined)[];
  readonly columnPx: number;
  /** Where the columns begin. */
  readonly gutterPx: number;
  readonly wordsPx: number;
  readonly markYPx: number;
  readonly totalPx: number;
  readonly rowPx: number;
  /** Top of an entry; the total behind the last. */
  readonly topOf: (index: number) => number;
  /** The entry at a height; the first or last beyond the ends, -1 without entries. */
  readonly indexAt: (px: number) => number;
  /** Middle of a level's column; undefined: of those not assessed. */
  readonly centreOf: (level: CommitmentLevel | undefined) => number;
  /** The level whose column holds a place; beyond the ends the nearest level, never "not assessed". */
  readonly levelAt: (px: number) => CommitmentLevel;
}

export function layoutMap(entries: readonly MapEntry[], widthPx: number): MapLayout {
  const isNarrow = widthPx < WIDE_FROM_PX;
  const rowPx = isNarrow ? ROW_PX.narrow : ROW_PX.wide;
  const gutterPx = isNarrow ? 0 : GUTTER_PX;
  const wordsPx = isNarrow ? 0 : WORDS_PX;
  const hasUnknown = entries.some((entry) => entry.kind === 'person' && entry.row.standing.level === undefined);
  const columns = hasUnknown ? [undefined, ...COMMITMENT_LEVELS] : COMMITMENT_LEVELS;
  const columnPx = Math.max(0, widthPx - gutterPx - wordsPx) / columns.length;
  const firstLevel = columns.length - COMMITMENT_LEVELS.length;
  const tops = new Float64Array(entries.length + 1);
  let top = 0;
  for (const [index, { kind }] of entries.entries()) {
    tops[index] = top;
    top += kind === 'unit' ? UNIT_PX : rowPx;
  }
  tops[entries.length] = top;
  const centreOf = (level: CommitmentLevel | undefined): number => gutterPx + ((level === undefined ? 0 : commitmentRank(level) + firstLevel) + 0.5) * columnPx;
  return {
    isNarrow,
    widthPx,
    columns,
    columnPx,
    gutterPx,
    wordsPx,
    markYPx: isNarrow ? MARK_Y_PX.narrow : MARK_Y_PX.wide,
    totalPx: top,
    rowPx,
    topOf: (index) => tops[Math.max(0, Math.min(index, entries.length))] ?? 0,
    indexAt: (px) => entryAt(tops, entries.length, px),
    centreOf,
    levelAt: (px) => COMMITMENT_LEVELS[Math.max(0, Math.min(COMMITMENT_LEVELS.length - 1, Math.floor((px - gutterPx) / (columnPx || 1)) - firstLevel))] ?? 'opposer',
  };
}

function entryAt(tops: Float64Array, count: number, px: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= px) low = middle;
    else high = middle - 1;
  }
  return count === 0 ? -1 : low;
}

/** Drawn above and below what is in sight, so that a turn of the wheel finds rows that are there. OURS. */
const AHEAD_PX = 360;

/** Indexes of the entries to draw, ascending; `kept` is drawn wherever it is, for it may hold the focus. */
export function entriesInSight(layout: MapLayout, count: number, topPx: number, heightPx: number, kept: number): readonly number[] {
  if (count === 0) return [];
  const first = layout.indexAt(topPx - AHEAD_PX);
  const last = layout.indexAt(topPx + heightPx + AHEAD_PX);
  const indexes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  if (kept >= 0 && kept < first) indexes.unshift(kept);
  if (kept > last && kept < count) indexes.push(kept);
  return indexes;
}

/** Diameter of a mark by the recorded influence, 1 to 5. */
export function markPx(influence: number | undefined): number {
  return MARK_PX[Math.max(1, Math.min(5, Math.round(influence ?? 2))) - 1] ?? MARK_PX[1];
}

export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** A line from one mark to another, bowed to the side so that lines of one column do not run through its marks. */
export function peerLine(from: MapPoint, to: MapPoint): string {
  const bowPx = Math.min(28 + Math.abs(to.y - from.y) * 0.08, 90);
  const middle = { x: (from.x + to.x) / 2 - (Math.abs(to.x - from.x) < 40 ? bowPx : bowPx / 2), y: (from.y + to.y) / 2 };
  return `M${round(from.x)} ${round(from.y)}Q${round(middle.x)} ${round(middle.y)} ${round(to.x)} ${round(to.y)}`;
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
