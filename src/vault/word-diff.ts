/**
 * Which words of a line differ from those of the line that replaces it.
 *
 * @example changedWords('level: passive', 'level: supporter') // removed 7–14, added 7–16
 */
import { diffArrays } from 'diff';
import type { TextRange } from '../markdown/text-range.js';

export interface ChangedWords {
  /** In the old line. */
  readonly removed: readonly TextRange[];
  /** In the new line. */
  readonly added: readonly TextRange[];
}

/** A word with its accents, a run of spaces, or one sign: never half of a character. */
const WORD = /[\p{L}\p{M}\p{N}_]+|\s+|[^]\p{M}*/gu;
/** Of words and signs added and removed; a line that differs in more is another line. */
const MOST_CHANGED_WORDS = 100;
/** In UTF-16 units. Longer lines, such as pictures written as text, are not looked into. */
const LONGEST_LINE = 5_000;

const NOTHING: ChangedWords = { removed: [], added: [] };

/** Nothing where the lines have no word in common, or too little: then all of both has changed. */
export function changedWords(before: string, after: string): ChangedWords {
  if (before.length > LONGEST_LINE || after.length > LONGEST_LINE) return NOTHING;
  const parts = diffArrays(before.match(WORD) ?? [], after.match(WORD) ?? [], { maxEditLength: MOST_CHANGED_WORDS });
  if (parts?.some(({ added, removed, value }) => !added && !removed && value.some((word) => /[\p{L}\p{N}]/u.test(word))) !== true) return NOTHING;
  const removed: TextRange[] = [];
  const added: TextRange[] = [];
  let oldAt = 0;
  let newAt = 0;
  for (const part of parts) {
    const length = part.value.join('').length;
    if (part.removed) addRange(removed, oldAt, oldAt + length);
    if (part.added) addRange(added, newAt, newAt + length);
    if (!part.added) oldAt += length;
    if (!part.removed) newAt += length;
  }
  return { removed, added };
}

/** Ranges that touch become one. */
function addRange(ranges: TextRange[], from: number, to: number): void {
  const last = ranges.at(-1);
  if (last?.to === from) ranges[ranges.length - 1] = { from: last.from, to };
  else ranges.push({ from, to });
}
