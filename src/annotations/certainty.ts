/**
 * How likely the best place for an annotation is the right one: what makes the difference between anchoring, asking and
 * giving up. A logistic regression over what is known of the place, fitted to the best places of 5,264 searches in real
 * histories (bench/anchor, six repositories, seeds 2 and 3, 400 passages each; with the base text and without it together).
 * Fitted to one half and asked of the other it told nearly as well.
 */
import type { Scored } from './scoring.js';

/** How alike the quote, its better side and its headings are (0 to 1 each); letters by their logarithm; the lead in score. */
const WEIGHTS = { quote: 6.83, context: 3.16, heading: 0.79, letters: 1.03, margin: 8.05 };
const BIAS = -11.63;
/** A lead of more says no more. Chosen before the fit, as are the two below; other values were not measured. */
const CLEAR_MARGIN = 0.3;
/** Two places that are as good as each other are asked about, however well both fit. */
const LEAST_MARGIN = 0.02;
/** Longer quotes are not surer by their length. */
const MANY_LETTERS = 200;

const LETTER = /[\p{L}\p{N}]/gu;

/** 0 to 1; `next` is the best of the other places. For the place alone, as if there were no other, leave it undefined. */
export function certainty(quote: string, best: Scored, next: Scored | undefined): number {
  const margin = best.score - (next?.score ?? 0);
  if (next !== undefined && margin < LEAST_MARGIN) return 0;
  const letters = Math.min(MANY_LETTERS, quote.match(LETTER)?.length ?? 0);
  const evidence = BIAS
    + WEIGHTS.quote * best.quote
    + WEIGHTS.context * best.context
    + WEIGHTS.heading * best.heading
    + WEIGHTS.letters * Math.log(Math.max(1, letters))
    + WEIGHTS.margin * Math.min(CLEAR_MARGIN, margin);
  return 1 / (1 + Math.exp(-evidence));
}
