/**
 * Packs intervals into as few rows as possible: each goes to the topmost row that is free where it starts.
 *
 * Taken in order of their starts, that greedy choice needs exactly as many rows as intervals overlap at the worst
 * point. A tree of minimums over the rows' ends finds the row in log n steps.
 *
 * @example packRows([{ from: 0, to: 9 }, { from: 3, to: 5 }, { from: 10, to: 12 }]) // { rows: [0, 1, 0], rowCount: 2 }
 */
export interface Interval {
  readonly from: number;
  /** Included: an interval that starts here needs another row. */
  readonly to: number;
}

export interface PackedRows {
  /** Row of each interval, in the order given. */
  readonly rows: readonly number[];
  readonly rowCount: number;
}

export function packRows(intervals: readonly Interval[]): PackedRows {
  const order = intervals.map((_, index) => index);
  order.sort((a, b) => fromOf(intervals, a) - fromOf(intervals, b) || a - b);
  let leaves = 1;
  while (leaves < intervals.length) leaves *= 2;
  const ends = new Float64Array(2 * leaves).fill(Number.NEGATIVE_INFINITY);
  const endAt = (node: number): number => ends[node] ?? Number.POSITIVE_INFINITY;
  const rows = new Array<number>(intervals.length).fill(0);
  let rowCount = 0;
  for (const index of order) {
    const interval = intervals[index];
    if (interval === undefined) continue;
    let node = 1;
    while (node < leaves) node = endAt(2 * node) < interval.from ? 2 * node : 2 * node + 1;
    const row = node - leaves;
    rows[index] = row;
    rowCount = Math.max(rowCount, row + 1);
    ends[node] = Math.max(interval.from, interval.to);
    for (node >>= 1; node >= 1; node >>= 1) ends[node] = Math.min(endAt(2 * node), endAt(2 * node + 1));
  }
  return { rows, rowCount };
}

function fromOf(intervals: readonly Interval[], index: number): number {
  return intervals[index]?.from ?? 0;
}
