/**
 * Describes a passage of a text so that it can be found again: the quote, what stands around it, the headings above it.
 *
 * @example describe(text, { from: 120, to: 152 }).quote // 'We will cut the programme in Q3'
 */
import type { TextRange } from '../markdown/text-range.js';
import type { QuoteSelector } from '../playbook/annotation.js';
import { blobIdOf } from './blob-id.js';
import { foldText, type FoldedText } from './folded-text.js';
import { HeadingPaths } from '../markdown/heading-paths.js';

/** UTF-16 units of context on each side, at most: a line of the thread's file. */
export const CONTEXT_LENGTH = 64;

/**
 * The range is one of the text as it is stored. One that is empty, or holds white space alone, speaks of the note as a
 * whole. A range that cuts a character (a surrogate pair, a letter from its accent, `\r` from `\n`) is taken to hold it.
 */
export function describe(text: string, range: TextRange): QuoteSelector {
  const folded = foldText(text);
  const { lf } = folded;
  const { from, to } = wholeCharacters(folded, range);
  const quote = lf.slice(from, to);
  const blob = blobIdOf(lf);
  if (quote.trim() === '') return { quote: '', prefix: '', suffix: '', heading: [], start: undefined, blob };
  return {
    quote,
    prefix: lf.slice(wholePair(lf, Math.max(from - CONTEXT_LENGTH, lf.startsWith(BYTE_ORDER_MARK) ? Math.min(1, from) : 0), 1), from),
    suffix: lf.slice(to, wholePair(lf, Math.min(to + CONTEXT_LENGTH, lf.length), -1)),
    heading: new HeadingPaths(lf).at(from),
    start: from,
    blob,
  };
}

const BYTE_ORDER_MARK = '\ufeff';

/** The range in the text with `\n`, widened to characters as people see them. */
function wholeCharacters({ lf, storedToLf, lfToFolded }: FoldedText, range: TextRange): TextRange {
  const clamp = (offset: number): number => Math.max(0, Math.min(lf.length, Number.isNaN(offset) ? 0 : Math.trunc(offset)));
  const from = clamp(storedToLf.start(Math.min(range.from, range.to)));
  const to = clamp(storedToLf.end(Math.max(range.from, range.to)));
  if (from >= to) return { from, to: from };
  const toLf = lfToFolded.reversed();
  return {
    from: wholePair(lf, toLf.start(lfToFolded.start(from)), -1),
    to: wholePair(lf, toLf.end(lfToFolded.end(to)), 1),
  };
}

/** The offset, or the one beside it where it would cut a surrogate pair. */
function wholePair(text: string, offset: number, step: 1 | -1): number {
  const cuts = offset > 0 && isSurrogate(text.charCodeAt(offset - 1), 0xd800) && isSurrogate(text.charCodeAt(offset), 0xdc00);
  return cuts ? offset + step : offset;
}

function isSurrogate(code: number, first: 0xd800 | 0xdc00): boolean {
  return code >= first && code < first + 0x400;
}
