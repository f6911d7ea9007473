/**
 * Bars and diamonds of a lane in pixels, each with its label: inside when it fits, else beside it.
 *
 * Rows are packed by what is really covered, the label included, so nothing in a row touches anything else.
 */
import { entriesOf } from './layout.js';
import type { RoadmapEntry, RoadmapLane } from './roadmap-layout.js';
import { packRows, type Interval } from './row-packing.js';
import { cleanText } from './clean-text.js';
import { BAR_PX, ROW_PX } from './chart-measures.js';
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

export function placeEntries(
  lane: RoadmapLane,
  xOf: (day: number) => number,
  top: number,
  chart: { readonly left: number; readonly right: number },
  mode: 'packed' | 'single' = 'packed',
): { readonly entries: readonly PlacedEntry[]; readonly rowCount: number } {
  const unplaced = entriesOf(lane).map((entry) => placeInTime(entry, xOf, chart));
  const { rows, rowCount } = mode === 'single' ? { rows: unplaced.map((_, index) => index), rowCount: unplaced.length } : packRows(unplaced.map(reservedPx));
  const entries = unplaced.map((placed, index) => {
    const row = rows[index] ?? 0;
    return { row, order: index + 1, y: top + row * ROW_PX, ...placed };
  });
  return { entries, rowCount };
}

/** What an entry covers with its label, and the room kept beside it. */
function reservedPx({ left, right, label }: Omit<PlacedEntry, 'row' | 'order' | 'y'>): Interval {
  return { from: Math.min(left, label.isOutside ? label.x : left), to: Math.max(right, label.x + label.width) + ROW_GAP_PX };
}

function placeInTime(
  entry: RoadmapEntry,
  xOf: (day: number) => number,
  chart: { readonly left: number; readonly right: number },
): Omit<PlacedEntry, 'row' | 'order' | 'y'> {
  const title = titleOf(entry);
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

/** An entry stays the same object at every zoom: its title is measured once. */
const titles = new WeakMap<RoadmapEntry, Title>();

function titleOf(entry: RoadmapEntry): Title {
  let title = titles.get(entry);
  if (title === undefined) {
    const text = cleanText(entry.title).trim();
    title = { text, width: textWidth(text, LABEL_FONT_PX) };
    titles.set(entry, title);
  }
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
  chart: { readonly left: number; readonly right: number },
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
  chart: { readonly left: number; readonly right: number },
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
