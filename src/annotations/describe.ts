/**
 * Describes a passage of a text so that it can be found again: the quote, what stands around it, the headings above it.
 *
 * @example describe(text, { from: 120, to: 152 }).quote // 'We will cut the programme in Q3'
 */
import type { TextRange } from '../markdown/text-range.js';
import type { QuoteSelector } from '../playbook/annotation.js';

/** Of the text as it is stored; an empty range, or one of white space alone, speaks of the note as a whole. */
export function describe(text: string, { from, to }: TextRange): QuoteSelector {
  return { quote: text.slice(from, to), prefix: text.slice(Math.max(0, from - 64), from), suffix: text.slice(to, to + 64), heading: [], start: from, blob: undefined };
}
