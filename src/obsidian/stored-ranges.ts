/**
 * Ranges of a text as it is stored, in the text that an editor makes of it: every line ends with `\n` there, a byte-order
 * mark may be missing, and what was typed since is not stored yet.
 *
 * @example shownRanges('a\r\nbc', 'a\nbc')({ from: 3, to: 5 }) // { from: 2, to: 4 }
 */
import type { TextRange } from '../markdown/text-range.js';
import { changedStretch } from './place-findings.js';
import { asShown } from './shown-text.js';

/** Gives for a range of `stored` its range in `shown`; undefined where typing touched it, or where there is no such range. */
export function shownRanges(stored: string, shown: string): (range: TextRange) => TextRange | undefined {
  const { text: before, markLength } = asShown(stored, shown);
  // Places of the `\r` that a `\n` follows: each is one unit that the editor does not have.
  const dropped = stored.includes('\r\n') ? [...stored.matchAll(/\r\n/g)].map(({ index }) => index) : [];
  const offsetOf = (at: number): number => Math.max(0, at - markLength - countBelow(dropped, at));
  const changed = changedStretch(before, shown);
  const shift = shown.length - before.length;
  return (range) => {
    const from = offsetOf(range.from);
    const to = offsetOf(range.to);
    if (from > to || to > before.length) return undefined;
    if (to <= changed.from) return { from, to };
    return from >= changed.to ? { from: from + shift, to: to + shift } : undefined;
  };
}

/** How many of the ascending numbers are lower. */
function countBelow(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
