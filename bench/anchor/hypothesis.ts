/**
 * What the Hypothesis client does with a quote (`anchoring/match-quote.ts` of hypothesis/client, our own short version): the
 * exact quote, else the places with the fewest errors, up to half of its length; among these the best by quote (50), text
 * before (20), text behind (20) and position (2). A place is always taken when there is one.
 */
import type { TextRange } from '../../src/markdown/text-range.js';

const CONTEXT = 32;
const MOST_ERRORS = 256;

interface Match extends TextRange {
  readonly errors: number;
}

export function findLikeHypothesis(oldText: string, { from, to }: TextRange, text: string): TextRange | undefined {
  const quote = oldText.slice(from, to);
  const prefix = oldText.slice(Math.max(0, from - CONTEXT), from);
  const suffix = oldText.slice(to, to + CONTEXT);
  let best: { match: TextRange; score: number } | undefined;
  for (const match of searchBest(text, quote, Math.min(MOST_ERRORS, Math.floor(quote.length / 2)))) {
    const score =
      (50 * (1 - match.errors / quote.length) +
        20 * (prefix === '' ? 1 : likeness(text.slice(Math.max(0, match.from - prefix.length), match.from), prefix)) +
        20 * (suffix === '' ? 1 : likeness(text.slice(match.to, match.to + suffix.length), suffix)) +
        2 * (1 - Math.abs(match.from - from) / text.length)) /
      92;
    if (best === undefined || score > best.score) best = { match, score };
  }
  return best?.match;
}

function likeness(text: string, pattern: string): number {
  return text === '' ? 0 : 1 - (searchBest(text, pattern, pattern.length)[0]?.errors ?? pattern.length) / pattern.length;
}

/** All places with the fewest errors, which are at most so many. */
function searchBest(text: string, pattern: string, mostErrors: number): readonly Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) exact.push({ from: at, to: at + pattern.length, errors: 0 });
  if (exact.length > 0 || mostErrors === 0) return exact;
  const { ends, errors } = bestEnds(text, pattern, mostErrors);
  const backwards = reversed(pattern);
  return ends.map((to) => {
    const before = text.slice(Math.max(0, to - pattern.length - errors), to);
    const start = bestEnds(reversed(before), backwards, errors, true).ends.at(-1) ?? 0;
    return { from: to - start, to, errors };
  });
}

/** Where the pattern ends with the fewest errors (Sellers 1980, with Ukkonen’s cut-off). `atStart`: the pattern starts where the text does. */
function bestEnds(text: string, pattern: string, mostErrors: number, atStart = false): { ends: readonly number[]; errors: number } {
  const length = pattern.length;
  const column = Int32Array.from({ length: length + 1 }, (_, index) => index);
  let most = mostErrors;
  let active = Math.min(length, most);
  let ends: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let diagonal = column[0]!;
    column[0] = atStart ? at + 1 : 0;
    const last = Math.min(length, active + 1);
    if (last > active) column[last] = most + 1;
    for (let row = 1; row <= last; row++) {
      const above = column[row - 1]! + 1;
      const left = column[row]! + 1;
      const across = diagonal + (pattern.charCodeAt(row - 1) === code ? 0 : 1);
      diagonal = column[row]!;
      column[row] = Math.min(above, left, across);
    }
    active = last;
    while (active > 0 && column[active]! > most) active--;
    if (active < length) continue;
    if (column[length]! < most) {
      most = column[length]!;
      ends = [];
    }
    ends.push(at + 1);
  }
  return { ends, errors: most };
}

function reversed(text: string): string {
  let result = '';
  for (let at = text.length - 1; at >= 0; at--) result += text[at]!;
  return result;
}
