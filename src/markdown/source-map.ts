/**
 * A part of a text with equal line endings, and the way back: YAML counts only `\n` and `\r\n` as line endings, notes
 * have lone `\r` too. Offsets into the equalised text are turned into ranges of the original.
 *
 * @example buildSourceMap('a\r\nb', 0, 4).text // 'a\nb'
 * @example buildSourceMap('a\r\nb', 0, 4).range(2, 3) // { from: 3, to: 4 }
 */
import type { TextRange } from './text-range.js';

export interface SourceMap {
  readonly text: string;
  /** The original's range for a range of `text`. An offset at a line ending gives where that ending starts. */
  range(from: number, to: number): TextRange;
}

export function buildSourceMap(original: string, from: number, to: number): SourceMap {
  const part = original.slice(from, to);
  if (!part.includes('\r')) return { text: part, range: (a, b) => ({ from: from + a, to: from + b }) };
  // Offsets in the equalised text of each `\n` that was `\r\n`: what lies behind it has moved by one more.
  const shortened: number[] = [];
  for (let at = part.indexOf('\r\n'); at !== -1; at = part.indexOf('\r\n', at + 2)) shortened.push(at - shortened.length);
  const originalOffset = (offset: number) => from + offset + countBelow(shortened, offset);
  return {
    text: part.replaceAll('\r\n', '\n').replaceAll('\r', '\n'),
    range: (a, b) => ({ from: originalOffset(a), to: originalOffset(b) }),
  };
}

/** How many of the ascending numbers are smaller. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
