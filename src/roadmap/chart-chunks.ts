/**
 * A chart in chunks of some rows by some px, each built once. A chunk holds what *starts* in it; where neighbours of a row
 * are too small to be drawn one by one, they become a run.
 *
 * @example chunksOf(chart, 256, 0).at(lane, 0, 2).entries
 */
import { ROW_PX } from './chart-measures.js';
import type { Chart, ChartLane } from './chart.js';
import { mayMove, type PlacedEntry } from './placed-entries.js';

/** OURS: few enough rows that a chunk is built in a few ms. */
export const BAND_ROWS = 4;
/** Height of a chunk. */
export const BAND_PX = BAND_ROWS * ROW_PX;

/** Neighbours of a row that are drawn as one. */
export interface PlacedRun {
  readonly row: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  /** Two at least, from left to right. */
  readonly entries: readonly PlacedEntry[];
}

export interface ChartChunk {
  /** Unique in its lane, and the same wherever the chart is scrolled to. */
  readonly key: string;
  readonly entries: readonly PlacedEntry[];
  readonly runs: readonly PlacedRun[];
  readonly elements: number;
}

/** Chunks of a chart, each built once. */
class ChartChunks {
  readonly #known = new Map<string, ChartChunk>();

  constructor(
    readonly columnPx: number,
    readonly mergeBelowPx: number,
  ) {}

  at(lane: ChartLane, band: number, column: number): ChartChunk {
    const id = `${lane.index}:${band}:${column}`;
    let chunk = this.#known.get(id);
    if (chunk === undefined) {
      const fromX = column * this.columnPx;
      const entries: PlacedEntry[] = [];
      const runs: PlacedRun[] = [];
      for (const row of rowsOf(lane, band)) this.#addRow(row, fromX, entries, runs);
      chunk = this.#build(band, column, entries, runs);
      this.#known.set(id, chunk);
    }
    return chunk;
  }

  /** What starts left of a position and reaches over it: in chunks of the columns where it starts. */
  reaching(lane: ChartLane, band: number, x: number): readonly ChartChunk[] {
    const id = `${lane.index}:${band}<${x}`;
    const columns = new Map<number, PlacedEntry[]>();
    for (const row of x === 0 ? [] : rowsOf(lane, band)) {
      const placed = row[firstFrom(row, x) - 1];
      if (placed === undefined || endOf(placed) <= x) continue;
      const column = this.#columnOf(placed);
      const inColumn = columns.get(column);
      if (inColumn === undefined) columns.set(column, [placed]);
      else inColumn.push(placed);
    }
    return [...columns].map(([column, entries]) => {
      const key = `${id}:${column}`;
      const chunk = this.#known.get(key) ?? this.#build(band, column, entries, []);
      this.#known.set(key, chunk);
      return chunk;
    });
  }

  only(entries: readonly PlacedEntry[]): ChartChunk {
    const [first] = entries;
    return this.#build(Math.floor((first?.row ?? 0) / BAND_ROWS), first === undefined ? 0 : this.#columnOf(first), entries, []);
  }

  #columnOf(placed: PlacedEntry): number {
    return Math.max(0, Math.floor(startOf(placed) / this.columnPx));
  }

  #addRow(row: readonly PlacedEntry[], fromX: number, entries: PlacedEntry[], runs: PlacedRun[]): void {
    const toX = fromX + this.columnPx;
    let small: PlacedEntry[] = [];
    const close = (): void => {
      const first = small[0];
      const last = small.at(-1);
      if (first === undefined || last === undefined) return;
      if (small.length === 1) entries.push(first);
      else runs.push({ row: first.row, y: first.y, left: first.left, right: Math.max(last.right, first.left + 8), entries: small });
      small = [];
    };
    for (let index = fromX <= 0 ? 0 : firstFrom(row, fromX); index < row.length; index++) {
      const placed = row[index];
      if (placed === undefined || startOf(placed) >= toX) break;
      if (placed.right - placed.left < this.mergeBelowPx) small.push(placed);
      else {
        close();
        entries.push(placed);
      }
    }
    close();
  }

  #build(band: number, column: number, entries: readonly PlacedEntry[], runs: readonly PlacedRun[]): ChartChunk {
    const elements = runs.length + entries.reduce((sum, placed) => sum + elementsOf(placed), 0);
    return { key: `${band}:${column}`, entries, runs, elements };
  }
}

/** The bar, a label that stands before it or may move in it, and each gap beyond the first. */
function elementsOf(placed: PlacedEntry): number {
  const { entry, left, label } = placed;
  return (label.isOutside && label.x < left ? 2 : 1) + (mayMove(placed) ? 1 : 0) + Math.max(0, entry.gaps.length - 1);
}

const chunksOfChart = new WeakMap<Chart, Map<string, ChartChunks>>();

/** The chunks of a chart in columns of a width, with neighbours below another width as runs: the same ones each time. */
export function chunksOf(chart: Chart, columnPx: number, mergeBelowPx: number): ChartChunks {
  let all = chunksOfChart.get(chart);
  if (all === undefined) chunksOfChart.set(chart, (all = new Map<string, ChartChunks>()));
  const key = `${columnPx}:${mergeBelowPx}`;
  let chunks = all.get(key);
  if (chunks === undefined) all.set(key, (chunks = new ChartChunks(columnPx, mergeBelowPx)));
  return chunks;
}

function rowsOf(lane: ChartLane, band: number): readonly (readonly PlacedEntry[])[] {
  return lane.rows.slice(band * BAND_ROWS, (band + 1) * BAND_ROWS);
}

function startOf({ left, label }: PlacedEntry): number {
  return Math.min(left, label.x);
}

function endOf({ right, label }: PlacedEntry): number {
  return Math.max(right, label.x + label.width);
}

/** Index of the first entry of a row that starts at a position or right of it. */
function firstFrom(row: readonly PlacedEntry[], x: number): number {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const placed = row[middle];
    if (placed !== undefined && startOf(placed) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an entry is drawn with a chunk, by itself or in a run. */
export function holds({ entries, runs }: ChartChunk, placed: PlacedEntry): boolean {
  return entries.includes(placed) || runs.some((run) => run.entries.includes(placed));
}
