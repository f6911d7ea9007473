/**
 * Inline code: a run of backquotes up to the next run of the same length. The runs of a text are found once, so that
 * many unclosed ones cost no more than one.
 *
 * @example new CodeSpans('a `b` c', 0, 7).end(2) // 5
 */
const BACKQUOTE = 96;

export class CodeSpans {
  /** Starts of runs by length, in order. */
  private readonly starts = new Map<number, number[]>();
  /** How many of the runs of a length lie behind the last question. */
  private readonly passed = new Map<number, number>();

  constructor(
    private readonly text: string,
    from: number,
    private readonly to: number,
  ) {
    for (let at = text.indexOf('`', from); at !== -1 && at < to; at = text.indexOf('`', at)) {
      const length = this.runAt(at);
      const starts = this.starts.get(length);
      if (starts === undefined) this.starts.set(length, [at]);
      else starts.push(at);
      at += length;
    }
  }

  /** The end of the code that the backquotes at `at` open, or -1 when they open none. Ask from left to right. */
  end(at: number): number {
    const length = this.runAt(at);
    const starts = this.starts.get(length) ?? [];
    let index = this.passed.get(length) ?? 0;
    while ((starts[index] ?? this.to) <= at && index < starts.length) index++;
    this.passed.set(length, index);
    const close = starts[index];
    return close === undefined ? -1 : close + length;
  }

  /** The number of backquotes at `at`. */
  runAt(at: number): number {
    let end = at;
    while (end < this.to && this.text.charCodeAt(end) === BACKQUOTE) end++;
    return end - at;
  }
}
