/**
 * How well a range of the text fits an annotation's selector: the quote itself, what stands around it, the headings above
 * it, and a little for where it stood.
 */
import type { TextRange } from '../markdown/text-range.js';
import { alikeness } from './alikeness.js';

/** A selector in the spelling of folded texts. */
export interface FoldedSelector {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly heading: readonly string[];
  /** Where the quote is to be expected: a hint. */
  readonly start: number | undefined;
}

export interface Scored extends TextRange {
  /** 0 to 1. */
  readonly score: number;
  /** How alike the quote is, the better of both sides of its context, and the headings. */
  readonly quote: number;
  readonly context: number;
  readonly heading: number;
}

/**
 * Context and headings tell equal quotes apart, the position only breaks ties. From first simulations on 3,570 passages,
 * not tuned since on those of bench/anchor; whether the best place is good enough is not said by its score (certainty.ts).
 */
const WEIGHTS = { quote: 1, context: 0.6, heading: 0.3, position: 0.02 };
const WEIGHT_SUM = WEIGHTS.quote + WEIGHTS.context + WEIGHTS.heading + WEIGHTS.position;

/** Context that is less alike counts as none: any two texts have that much in common. */
const LEAST_CONTEXT = 0.4;

/** `quote` says how alike the quote is; `headings` are those above the range. */
export function scoreRange(text: string, selector: FoldedSelector, { from, to }: TextRange, quote: number, headings: readonly string[]): Scored {
  const heading = headingAlikeness(selector.heading, headings);
  const prefix = prefixAlikeness(text, from, selector.prefix);
  const suffix = suffixAlikeness(text, to, selector.suffix);
  const distance = selector.start === undefined ? 1 : Math.min(1, Math.abs(from - selector.start) / Math.max(1, text.length));
  const sum = WEIGHTS.quote * quote
    + WEIGHTS.context * (prefix + suffix) / 2
    + WEIGHTS.heading * heading
    + WEIGHTS.position * (1 - distance);
  return { from, to, score: sum / WEIGHT_SUM, quote, context: isWithoutContext(selector) ? quote : Math.max(prefix, suffix), heading };
}

/**
 * Written by hand, or of a text that was the quote alone: nothing around it can speak for or against a place. A short quote
 * needs its surroundings all the same. Such selectors are not among the measured ones.
 */
function isWithoutContext({ quote, prefix, suffix }: FoldedSelector): boolean {
  return prefix === '' && suffix === '' && quote.length >= LEAST_ALONE;
}

/** From the first simulations, in which shorter quotes stood in other places too often. In UTF-16 units. */
const LEAST_ALONE = 16;

/** An empty prefix says that the quote opened the text: it fits there alone. */
function prefixAlikeness(text: string, from: number, prefix: string): number {
  if (prefix === '') return from === 0 ? 1 : 0;
  if (text.startsWith(prefix, from - prefix.length) && from >= prefix.length) return 1;
  return contextAlikeness(text.slice(Math.max(0, from - prefix.length), from), prefix);
}

function suffixAlikeness(text: string, to: number, suffix: string): number {
  if (suffix === '') return to === text.length ? 1 : 0;
  if (text.startsWith(suffix, to)) return 1;
  return contextAlikeness(text.slice(to, to + suffix.length), suffix);
}

function contextAlikeness(found: string, wanted: string): number {
  const alike = alikeness(found, wanted);
  return alike < LEAST_CONTEXT ? 0 : alike;
}

/** The part of the headings that are above both, in any depth; 1 where there is none in both. */
function headingAlikeness(selected: readonly string[], found: readonly string[]): number {
  const longer = Math.max(selected.length, found.length);
  if (longer === 0) return 1;
  return selected.filter((heading) => found.includes(heading)).length / longer;
}
