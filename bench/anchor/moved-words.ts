/** Rows of words that went from one place of a text to another, though the lines around them may have changed. */
import type { Kept } from './follow.js';
import { lettersIn, wordsOf, type Token } from './words-of.js';

/** Words in a row with so many letters, that each text has once, say that it is the same row. */
const WORDS = 3;
const LETTERS = 15;

interface Words {
  readonly tokens: readonly Token[];
  /** Not matched so far, by index. */
  readonly free: readonly boolean[];
}

/** Beside what is matched already. */
export function movedWords(a: string, b: string, kept: readonly Kept[]): readonly Kept[] {
  const [from, to] = [wordsIn(a, kept.map((part) => ({ from: part.a, length: part.length }))), wordsIn(b, kept.map((part) => ({ from: part.b, length: part.length })))];
  const come = uniqueRows(to);
  const moved: Kept[] = [];
  const [isTaken, isTakenThere] = [from.free.map((free) => !free), to.free.map((free) => !free)];
  for (const [row, at] of uniqueRows(from)) {
    const there = come.get(row);
    if (there === undefined) continue;
    const fits = (by: number): boolean =>
      isTaken[at + by] === false && isTakenThere[there + by] === false && from.tokens[at + by]!.text === to.tokens[there + by]!.text;
    let [first, last] = [0, -1];
    while (fits(first - 1)) first--;
    while (fits(last + 1)) last++;
    for (let by = first; by <= last; by++) {
      moved.push({ a: from.tokens[at + by]!.from, b: to.tokens[there + by]!.from, length: from.tokens[at + by]!.text.length });
      [isTaken[at + by], isTakenThere[there + by]] = [true, true];
    }
  }
  return moved;
}

function wordsIn(text: string, parts: readonly { from: number; length: number }[]): Words {
  const isMatched = new Uint8Array(text.length);
  for (const { from, length } of parts) isMatched.fill(1, from, from + length);
  const tokens = wordsOf({ from: 0, text }).filter((token) => lettersIn(token.text) > 0);
  return { tokens, free: tokens.map(({ from }) => isMatched[from] === 0) };
}

/** Rows that start with free words, and that no other place of the text has; by their words. */
function uniqueRows({ tokens, free }: Words): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + WORDS <= tokens.length; at++) {
    const row = tokens.slice(at, at + WORDS).map(({ text }) => text).join(' ');
    places.set(row, places.has(row) ? -1 : at);
  }
  return new Map([...places].filter(([row, at]) => at >= 0 && free.slice(at, at + WORDS).every((isFree) => isFree) && row.length - WORDS + 1 >= LETTERS));
}
