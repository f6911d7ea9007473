/** Places of a text that may be what a quote became: where it stands as it was, or else where something like it stands. */
import type { TextRange } from '../markdown/text-range.js';
import { alikeness, alikePlaces } from './alikeness.js';
import type { GramIndex } from './gram-index.js';
import { occurrences } from './occurrences.js';
import type { FoldedSelector } from './scoring.js';

export interface Candidate extends TextRange {
  /** 0 to 1: how alike the quote is. */
  readonly quote: number;
}

/** Of a quote that is repeated, so many places next to where it stood are looked at, before and behind. */
const MAX_HITS = 2500;
/**
 * Longer quotes are looked for in linear time: the engine’s own search compares a quote that repeats itself with a text
 * that does so unit by unit at each place, 2 s for 5,000 units in a megabyte.
 */
const LONG_QUOTE = 128;
/** So few are all weighed in full. */
const MAX_UNSORTED = 8;
/** Of more, so many: those with the most equal context and no less than half of it, of equals the nearest. */
const MAX_WEIGHED = 50;
/** Places where something like the passage may stand; from first simulations, not measured since. */
const MAX_LIKELY = 6;
/** At least this part of a quote is left as it was. */
const LEAST_QUOTE = 0.5;
/** A longer quote is looked for between its context only. */
const MAX_PATTERN = 512;

/** Where the quote stands as it was, in the order of the text. */
export function exactCandidates(text: string, selector: FoldedSelector): readonly Candidate[] {
  const { quote, prefix, suffix, start } = selector;
  const hits = hitsAround(text, quote, start ?? 0).map((from) => ({ from, context: equalBefore(text, from, prefix) + equalAfter(text, from + quote.length, suffix) }));
  if (hits.length <= MAX_UNSORTED) return hits.map(({ from }) => ({ from, to: from + quote.length, quote: 1 }));
  const expected = start ?? 0;
  hits.sort((a, b) => b.context - a.context || Math.abs(a.from - expected) - Math.abs(b.from - expected));
  const least = (hits[0]?.context ?? 0) / 2;
  return hits.slice(0, MAX_WEIGHED).filter(({ context }) => context >= least).map(({ from }) => ({ from, to: from + quote.length, quote: 1 }));
}

function hitsAround(text: string, quote: string, expected: number): readonly number[] {
  if (quote.length > LONG_QUOTE) return nearest(occurrences(text, quote), expected);
  const hits: number[] = [];
  for (let at = text.lastIndexOf(quote, expected - 1); at !== -1 && expected > 0 && hits.length < MAX_HITS; at = at === 0 ? -1 : text.lastIndexOf(quote, at - 1)) hits.push(at);
  hits.reverse();
  const atMost = hits.length + MAX_HITS;
  for (let at = text.indexOf(quote, expected); at !== -1 && hits.length < atMost; at = text.indexOf(quote, at + 1)) hits.push(at);
  return hits;
}

function nearest(hits: readonly number[], expected: number): readonly number[] {
  const behind = hits.findIndex((at) => at >= expected);
  const middle = behind === -1 ? hits.length : behind;
  return hits.slice(Math.max(0, middle - MAX_HITS), middle + MAX_HITS);
}

function equalBefore(text: string, at: number, prefix: string): number {
  let equal = 0;
  while (equal < prefix.length && equal < at && text.charCodeAt(at - 1 - equal) === prefix.charCodeAt(prefix.length - 1 - equal)) equal++;
  return equal;
}

function equalAfter(text: string, at: number, suffix: string): number {
  let equal = 0;
  while (equal < suffix.length && text.charCodeAt(at + equal) === suffix.charCodeAt(equal)) equal++;
  return equal;
}

/** Where something like the quote stands, or something between what is like its context. */
export function likelyCandidates(text: string, selector: FoldedSelector, grams: GramIndex): readonly Candidate[] {
  const { quote, prefix, suffix } = selector;
  const found = new Map<string, Candidate>();
  for (const offset of grams.likelyOffsets(prefix + quote + suffix, MAX_LIKELY)) {
    const expected = offset + prefix.length;
    const slack = 64 + Math.min(quote.length, 256) / 2;
    if (quote.length <= MAX_PATTERN) {
      const window = { from: Math.max(0, Math.floor(expected - slack)), to: Math.min(text.length, Math.ceil(expected + quote.length + slack)) };
      for (const { from, to, alike } of alikePlaces(text, window, quote, LEAST_QUOTE)) found.set(`${from} ${to}`, { from, to, quote: alike });
    }
    const between = betweenContext(text, selector, expected);
    if (between !== undefined) found.set(`${between.from} ${between.to}`, between);
  }
  return [...found.values()];
}

/** As much of the context as must be found again for a place between it. */
const EDGE = 24;

function betweenContext(text: string, { quote, prefix, suffix }: FoldedSelector, expected: number): Candidate | undefined {
  const slack = 64 + Math.ceil(quote.length / 2);
  const before = prefix.slice(-EDGE);
  const after = suffix.slice(0, EDGE);
  const from = before === '' ? 0 : lastOf(alikePlaces(text, { from: Math.max(0, expected - slack - EDGE), to: Math.min(text.length, expected + slack) }, before, 0.75))?.to;
  if (from === undefined) return undefined;
  const to = after === '' ? text.length : alikePlaces(text, { from, to: Math.min(text.length, from + 2 * quote.length + slack) }, after, 0.75)[0]?.from;
  if (to === undefined || to <= from) return undefined;
  const alike = alikeness(quote, text.slice(from, to));
  return alike < LEAST_QUOTE ? undefined : { from, to, quote: alike };
}

function lastOf<T>(items: readonly T[]): T | undefined {
  return items[items.length - 1];
}
