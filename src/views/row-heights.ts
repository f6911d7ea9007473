/**
 * Heights of the rows of a long list, of which only those in sight are drawn: guessed until a row was drawn once, then
 * measured. Ten thousands of rows are summed up in well under a millisecond, so nothing cleverer is needed.
 *
 * @example heights.layOut(rows, guessPx); heights.rowAt(scrollTop)
 */
export interface KeyedRow {
  readonly key: string;
}

export class RowHeights {
  readonly #measured = new Map<string, number>();
  /** Top of each row, and behind the last the height of all. */
  #tops = new Float64Array(1);
  #rows: readonly KeyedRow[] = [];

  get totalPx(): number {
    return this.#tops[this.#rows.length] ?? 0;
  }

  /** Takes the rows, or the same rows after something was measured. */
  layOut<R extends KeyedRow>(rows: readonly R[], guessPx: (row: R) => number): void {
    this.#rows = rows;
    const tops = new Float64Array(rows.length + 1);
    let top = 0;
    for (const [index, row] of rows.entries()) {
      tops[index] = top;
      top += this.#measured.get(row.key) ?? guessPx(row);
    }
    tops[rows.length] = top;
    this.#tops = tops;
  }

  keyAt(index: number): string | undefined {
    return this.#rows[index]?.key;
  }

  topOf(index: number): number {
    return this.#tops[index] ?? 0;
  }

  /** Index of the row at a height from the top; the first or last one beyond the ends, 0 without rows. */
  rowAt(px: number): number {
    let low = 0;
    let high = Math.max(0, this.#rows.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.topOf(middle) <= px) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Whether the height is news. What has no height is not drawn, or not by a browser that lays out. */
  measure(key: string, px: number): boolean {
    if (px <= 0 || this.#measured.get(key) === px) return false;
    this.#measured.set(key, px);
    return true;
  }

  /** The rows break elsewhere: their width changed. */
  forget(): void {
    this.#measured.clear();
  }
}
