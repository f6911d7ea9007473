/**
 * A selection of an editor in the text of its file: an editor counts every line ending as one, and may show no byte-order
 * mark.
 *
 * @example storedRange('a\r\nbc', 'a\nbc', { from: 2, to: 4 }) // { from: 3, to: 5 }
 */
import type { TextRange } from '../markdown/text-range.js';
import { asShown } from './shown-text.js';

/** Undefined where the editor shows another text than the file holds: something is not saved. */
export function storedRange(stored: string, shown: string, { from, to }: TextRange): TextRange | undefined {
  const { text, markLength } = asShown(stored, shown);
  if (text !== shown) return undefined;
  const dropped = [...stored.matchAll(/\r\n/g)].map(({ index }) => index);
  const offsetOf = (at: number): number => {
    let offset = at + markLength;
    for (const index of dropped) {
      if (index >= offset) break;
      offset++;
    }
    return offset;
  };
  return { from: offsetOf(from), to: offsetOf(to) };
}
