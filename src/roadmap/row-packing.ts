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
  return packSpans(Float64Array.from(intervals, ({ from }) => from), Float64Array.from(intervals, ({ to }) => to));
}

/** As {@link packRows}, of intervals whose edges stand in two lists. */
export function packSpans(froms: Float64Array, tos: Float64Array): PackedRows {
  const order = inOrder(froms);
  let leaves = 1;
  while (leaves < froms.length) leaves *= 2;
  const ends = new Float64Array(2 * leaves).fill(Number.NEGATIVE_INFINITY);
  const endAt = (node: number): number => ends[node] ?? Number.POSITIVE_INFINITY;
  const rows = new Array<number>(froms.length).fill(0);
  let rowCount = 0;
  for (const index of order) {
    const from = froms[index] ?? 0;
    let node = 1;
    while (node < leaves) node = endAt(2 * node) < from ? 2 * node : 2 * node + 1;
    const row = node - leaves;
    rows[index] = row;
    rowCount = Math.max(rowCount, row + 1);
    ends[node] = Math.max(from, tos[index] ?? 0);
    for (node >>= 1; node >= 1; node >>= 1) ends[node] = Math.min(endAt(2 * node), endAt(2 * node + 1));
  }
  return { rows, rowCount };
}

/** Numbers of the intervals by their starts; most lists are nearly in that order already. */
function inOrder(froms: Float64Array): readonly number[] {
  const order = Array.from(froms, (_, index) => index);
  return order.sort((a, b) => (froms[a] ?? 0) - (froms[b] ?? 0) || a - b);
}
