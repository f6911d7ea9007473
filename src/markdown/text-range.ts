import { exactSize } from './detached-text.js';

/** Ranges of text: half-open, in UTF-16 units, always of the original text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A place as people count: line and column from 1 (columns in UTF-16 units), offset from 0. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Finds lines by offset. `\n`, `\r\n` and a lone `\r` each end a line. */
export interface LineIndex {
  /** Offsets outside the text are clamped to it. Throws for one behind the part whose lines were looked for. */
  position(offset: number): TextPosition;
}

/**
 * One pass over the text up to `to`, then a binary search per position. The index does not keep the text: of thousands
 * of notes it should hold no more lines than are asked for.
 */
export function buildLineIndex(text: string, to = text.length): LineIndex {
  return new LineStarts(text.includes('\r') ? startsOfMixedLines(text, to) : startsOfLines(text, to), text.length, to);
}

class LineStarts implements LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;
  readonly #to: number;

  constructor(starts: readonly number[], length: number, to: number) {
    this.#starts = starts;
    this.#length = length;
    this.#to = to;
  }

  position(offset: number): TextPosition {
    const clamped = Math.max(0, Math.min(offset, this.#length));
    if (clamped > this.#to) throw new Error(`The line of offset ${clamped} is not known: lines were looked for up to ${this.#to}.`);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - (this.#starts[low] ?? 0) + 1, offset: clamped };
  }
}

function startsOfLines(text: string, to: number): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0 && end < to; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return exactSize(starts);
}

function startsOfMixedLines(text: string, to: number): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length && at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
