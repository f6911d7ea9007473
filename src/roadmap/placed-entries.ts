/**
 * Bars and diamonds of a lane in pixels, each with its label: inside when it fits, else beside it.
 *
 * Rows are packed by what is really covered, the label included, so nothing in a row touches anything else.
 */
import { entriesOf } from './layout.js';
import type { RoadmapEntry, RoadmapLane } from './roadmap-layout.js';
import { packSpans } from './row-packing.js';
import { cleanText } from './clean-text.js';
import { BAR_PX, ROW_PX } from './chart-measures.js';
import { itemName } from './roadmap-words.js';
import { textWidth, truncateText } from './text-width.js';

export interface PlacedLabel {
  readonly text: string;
  /** Left edge of the text. */
  readonly x: number;
  readonly width: number;
  readonly isOutside: boolean;
}

export interface PlacedEntry {
  readonly entry: RoadmapEntry;
  /** Edges of the bar, or of the diamond. */
  readonly left: number;
  readonly right: number;
  /** Top of the bar; a diamond stands in the middle of the same height. */
  readonly y: number;
  readonly label: PlacedLabel;
  /** A known shortfall: the red dot before the label. */
  readonly isShort: boolean;
  readonly row: number;
  /** From 1, by time within the lane. */
  readonly order: number;
  readonly xOf: (day: number) => number;
}

export const DIAMOND_RADIUS_PX = 9;
export const LABEL_FONT_PX = 12;
const LABEL_PAD_PX = 9;
const DOT_PX = 13;
/** A diamond's label stands close, since the shape tapers off. */
const OUTSIDE_GAP_PX = 6;
const MIN_BAR_PX = 4;
/** Free space kept between neighbours of a row: an arrow fits between them. */
const ROW_GAP_PX = 12;
/** A label beside a bar is cut here: about 35 letters. */
const MAX_OUTSIDE_PX = 240;
/** From this width on a label that is too long is cut inside its bar: most of it can be read there. */
const LONG_BAR_PX = 190;

/** A lane's entries in rows, none of them placed yet: of a large chart only those in sight are. */
export interface PackedLane {
  /** By time. */
  readonly entries: readonly RoadmapEntry[];
  readonly rowCount: number;
  /** The entry of that number, in a lane whose first row has its top there. */
  place(index: number, top: number): PlacedEntry | undefined;
}

interface ChartEdges {
  readonly left: number;
  readonly right: number;
}

export function packLane(lane: RoadmapLane, xOf: (day: number) => number, chart: ChartEdges, mode: 'packed' | 'single' = 'packed'): PackedLane {
  const { entries, titles } = titledEntriesOf(lane);
  const placeInTime = (index: number): PlacedInTime | undefined => {
    const entry = entries[index];
    return entry === undefined ? undefined : placeEntryInTime(entry, titleAt(entries, titles, index), xOf, chart);
  };
  const { rows, rowCount } = mode === 'single' ? { rows: entries.map((_, index) => index), rowCount: entries.length } : packEntries(entries.length, placeInTime);
  return {
    entries,
    rowCount,
    place: (index, top) => {
      const placed = placeInTime(index);
      const row = rows[index] ?? 0;
      return placed === undefined ? undefined : { row, order: index + 1, y: top + row * ROW_PX, ...placed };
    },
  };
}

export function placeEntries(
  lane: RoadmapLane,
  xOf: (day: number) => number,
  top: number,
  chart: ChartEdges,
  mode: 'packed' | 'single' = 'packed',
): { readonly entries: readonly PlacedEntry[]; readonly rowCount: number } {
  const packed = packLane(lane, xOf, chart, mode);
  return { entries: packed.entries.flatMap((_, index) => packed.place(index, top) ?? []), rowCount: packed.rowCount };
}

type PlacedInTime = Omit<PlacedEntry, 'row' | 'order' | 'y'>;

/** By what each covers with its label, and the room kept beside it. */
function packEntries(count: number, placeInTime: (index: number) => PlacedInTime | undefined): { readonly rows: readonly number[]; readonly rowCount: number } {
  const froms = new Float64Array(count);
  const tos = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const placed = placeInTime(index);
    if (placed === undefined) continue;
    const { left, right, label } = placed;
    froms[index] = label.isOutside ? Math.min(left, label.x) : left;
    tos[index] = Math.max(right, label.x + label.width) + ROW_GAP_PX;
  }
  return packSpans(froms, tos);
}

function placeEntryInTime(entry: RoadmapEntry, title: Title, xOf: (day: number) => number, chart: ChartEdges): PlacedInTime {
  const isShort = entry.gaps.some(({ state }) => state === 'short');
  if (entry.kind === 'milestone') {
    const centre = xOf(entry.day + 0.5);
    const left = centre - DIAMOND_RADIUS_PX;
    const right = centre + DIAMOND_RADIUS_PX;
    return { entry, left, right, label: outsideLabel(title, left, right, chart), isShort, xOf };
  }
  const left = xOf(entry.firstDay);
  const right = Math.max(left + MIN_BAR_PX, xOf(entry.lastDay + 1));
  return { entry, left, right, label: barLabel(title, left, right, isShort, entry.clippedStart, chart), isShort, xOf };
}

interface Title {
  readonly text: string;
  readonly width: number;
}

interface TitledEntries {
  readonly entries: readonly RoadmapEntry[];
  /** As far as they are measured. */
  readonly titles: (Title | undefined)[];
}

/** A lane stays the same object at every zoom: its titles are measured once. */
const titledByLane = new WeakMap<RoadmapLane, TitledEntries>();

/** All entries of a lane by time, the same list each time. */
export function titledEntriesOf(lane: RoadmapLane): TitledEntries {
  let titled = titledByLane.get(lane);
  if (titled === undefined) {
    const entries = entriesOf(lane);
    titled = { entries, titles: new Array<Title | undefined>(entries.length).fill(undefined) };
    titledByLane.set(lane, titled);
  }
  return titled;
}

function titleAt(entries: readonly RoadmapEntry[], titles: (Title | undefined)[], index: number): Title {
  const known = titles[index];
  if (known !== undefined) return known;
  const entry = entries[index];
  const text = entry === undefined ? '' : cleanText(itemName(entry)).trim();
  const title = { text, width: textWidth(text, LABEL_FONT_PX) };
  titles[index] = title;
  return title;
}

/** The title, cut where it is wider than there is room. */
function cut(title: Title, maxPx: number): Title {
  if (title.width <= maxPx) return title;
  const text = truncateText(title.text, maxPx, LABEL_FONT_PX);
  return { text, width: textWidth(text, LABEL_FONT_PX) };
}

function barLabel(
  title: Title,
  left: number,
  right: number,
  isShort: boolean,
  isClipped: boolean,
  chart: ChartEdges,
): PlacedLabel {
  const x = left + LABEL_PAD_PX + (isShort ? DOT_PX : 0) + (isClipped ? LABEL_PAD_PX : 0);
  const room = right - x - LABEL_PAD_PX + 2;
  const isLong = right - left >= LONG_BAR_PX;
  const { text, width } = cut(title, isLong ? room : Math.max(room, MAX_OUTSIDE_PX));
  if (width <= room || isLong) return { text, x, width: Math.min(width, room), isOutside: false };
  return outsideLabel(title, left, right, chart);
}

/** Right of the shape; left of it when the chart ends before the label does and there is more room. */
function outsideLabel(
  title: Title,
  left: number,
  right: number,
  chart: ChartEdges,
): PlacedLabel {
  const fullWidth = cut(title, MAX_OUTSIDE_PX).width;
  const roomRight = chart.right - right - OUTSIDE_GAP_PX;
  const roomLeft = left - OUTSIDE_GAP_PX - chart.left;
  if (fullWidth <= roomRight || roomRight >= roomLeft) {
    return { ...cut(title, Math.min(MAX_OUTSIDE_PX, Math.max(0, roomRight))), x: right + OUTSIDE_GAP_PX, isOutside: true };
  }
  const { text, width } = cut(title, Math.min(MAX_OUTSIDE_PX, roomLeft));
  return { text, x: left - OUTSIDE_GAP_PX - width, width, isOutside: true };
}

/** OURS: with less room than this beside the label in its bar the label need not move. */
export const MAY_MOVE_PX = 60;

/** Whether the label can keep in sight while its bar leaves it. */
export function mayMove({ left, right, label }: PlacedEntry): boolean {
  return !label.isOutside && right - left > label.width + MAY_MOVE_PX;
}

/** Middle of the bar's height. */
export function middleOf({ y }: Pick<PlacedEntry, 'y'>): number {
  return y + BAR_PX / 2;
}
