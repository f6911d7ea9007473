/**
 * Leads from a text to the same text written another way, and back: `\r\n` as `\n`, an accent as part of its letter. Only
 * the places that differ are kept. Within such a place there is no way from unit to unit: a start goes to its start, an
 * end to its end.
 *
 * @example new OffsetMap([{ from: 3, to: 5, otherFrom: 3, otherTo: 4 }]).start(7) // 6: behind one CRLF
 */

/** A place that is written differently, in both texts. */
export interface ChangedPlace {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

export class OffsetMap {
  /** In the order of the text, apart from each other. */
  readonly #changes: readonly ChangedPlace[];

  constructor(changes: readonly ChangedPlace[]) {
    this.#changes = changes;
  }

  /** Where a range that starts here starts in the other text. */
  start(offset: number): number {
    const change = this.#lastFrom(offset);
    if (change === undefined) return offset;
    return offset < change.to ? change.otherFrom : offset - change.to + change.otherTo;
  }

  /** Where a range that ends here ends in the other text. */
  end(offset: number): number {
    const change = this.#lastFrom(offset - 1);
    if (change === undefined) return offset;
    return offset <= change.to ? change.otherTo : offset - change.to + change.otherTo;
  }

  reversed(): OffsetMap {
    return new OffsetMap(this.#changes.map(({ from, to, otherFrom, otherTo }) => ({ from: otherFrom, to: otherTo, otherFrom: from, otherTo: to })));
  }

  /** The last change that starts at the offset or before it. */
  #lastFrom(offset: number): ChangedPlace | undefined {
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#changes[middle]?.from ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#changes[low - 1];
  }
}
