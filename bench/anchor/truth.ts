/** What became of a passage by a later revision of its note, and whether an answer to that question is right. */
import type { AnnotationPlace } from '../../src/playbook/annotation.js';
import { alignTexts, followStep, type Direction, type Step } from './follow.js';

/**
 * - intact: each letter is there, and the text from the first to the last is the same (but for line endings);
 * - edited: at least half of the letters are there;
 * - deleted: fewer are.
 */
export const FATES = ['intact', 'edited', 'deleted'] as const;
export type Fate = (typeof FATES)[number];

export interface Truth {
  /** “Unclear”: two ways of matching the revisions disagree, or what was deleted has come back. No answer is judged. */
  readonly fate: Fate | 'unclear';
  /** Where its letters are by now, rising. */
  readonly survivors: readonly number[];
  /** How many it had. */
  readonly letters: number;
}

export const OUTCOMES = ['right', 'confirm, first right', 'confirm, other right', 'confirm, none right', 'orphan', 'wrong'] as const;
/** A deleted passage has no right place: it is right as an orphan, and each suggestion is wrong. */
export type Outcome = (typeof OUTCOMES)[number];

interface TextRange {
  readonly from: number;
  readonly to: number;
}

const SHARE = 0.5;
/** A range longer than so many times the passage does not say where it is. */
const LONGEST = 2;
/** Of a deleted passage: where so much of it is left, its rest is a right place too. */
const REST = 0.25;

/** Follows passages from the first of the texts to each of the others; what two texts have in common is worked out once. */
export class Follower {
  readonly #texts: readonly string[];
  readonly #steps = new Map<string, Step>();

  /** The revisions of a note, oldest first. */
  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  truth(range: TextRange, from: number, to: number): Truth {
    const text = this.#texts[from]!;
    const letters = placesOfLetters(text, range);
    const here = this.#follow(letters, from, to, 'from the start');
    const there = this.#follow(letters, from, to, 'from the end');
    const fate = this.#fate(range, from, to, here);
    const survivors = here.filter((place) => place >= 0).sort((first, second) => first - second);
    const agreed = here.filter((place, index) => place >= 0 && place === there[index]).length;
    const isClear = fate === this.#fate(range, from, to, there) && (fate === 'deleted' ? !this.#cameBack(range, from, to, letters) : agreed >= SHARE * survivors.length);
    return { fate: isClear ? fate : 'unclear', survivors, letters: letters.length };
  }

  #fate({ from, to }: TextRange, fromText: number, toText: number, places: readonly number[]): Fate {
    const kept = places.filter((place) => place >= 0);
    if (kept.length < SHARE * places.length) return 'deleted';
    if (kept.length < places.length) return 'edited';
    const [first, last] = [Math.min(...kept), Math.max(...kept)];
    const plain = (text: string): string => text.replaceAll('\r\n', '\n');
    const quote = plain(this.#texts[fromText]!.slice(from, to));
    const [before, after] = [/^[^\p{L}\p{N}]*/u.exec(quote)![0].length, /[^\p{L}\p{N}]*$/u.exec(quote)![0].length];
    const found = plain(this.#texts[toText]!.slice(Math.max(0, first - before), last + 1 + after));
    return found === quote ? 'intact' : 'edited';
  }

  /** Without the revisions between them, the two texts have the passage in common. */
  #cameBack(range: TextRange, from: number, to: number, letters: readonly number[]): boolean {
    return to > from + 1 && this.#fate(range, from, to, followStep(this.#step(from, to, 'from the start'), letters)) !== 'deleted';
  }

  #follow(letters: readonly number[], from: number, to: number, direction: Direction): readonly number[] {
    let places = letters;
    for (let at = from; at < to; at++) places = followStep(this.#step(at, at + 1, direction), places);
    return places;
  }

  #step(from: number, to: number, direction: Direction): Step {
    const key = `${from} ${to} ${direction}`;
    const step = this.#steps.get(key) ?? alignTexts(this.#texts[from]!, this.#texts[to]!, direction);
    this.#steps.set(key, step);
    return step;
  }
}

export function judge(place: AnnotationPlace, truth: Truth, { from, to }: TextRange): Outcome {
  const isRight = (candidate: TextRange): boolean => holds(candidate, truth, to - from);
  if (place.state === 'orphan') return truth.fate === 'deleted' ? 'right' : 'orphan';
  if (place.state === 'anchored') return isRight(place) ? 'right' : 'wrong';
  const right = place.candidates.findIndex(isRight);
  return right < 0 ? 'confirm, none right' : right === 0 ? 'confirm, first right' : 'confirm, other right';
}

/** At least half of the letters that are left are in the range, and the range is not much longer than they need. */
function holds({ from, to }: TextRange, { fate, survivors, letters }: Truth, length: number): boolean {
  if (survivors.length === 0 || (fate === 'deleted' && survivors.length < REST * letters)) return false;
  const within = survivors.filter((place) => place >= from && place < to).length;
  return within >= SHARE * survivors.length && to - from <= LONGEST * Math.max(length, survivors.at(-1)! + 1 - survivors[0]!);
}

function placesOfLetters(text: string, { from, to }: TextRange): readonly number[] {
  return [...text.slice(from, to).matchAll(/[\p{L}\p{N}]/gu)].map((found) => from + found.index);
}
