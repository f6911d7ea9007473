/**
 * Finds words and phrases of a list in prose. A phrase matches whole words in any case, also with a plural ending; a word
 * that ends in `*` matches words that begin so; `…` (or `...`) stands for up to three words; hyphens and apostrophes part
 * words. Chinese and Japanese match anywhere. Linear in the text: nothing of a list becomes a pattern.
 *
 * @example new PhraseMatcher(['cut … cost']).find(readWords('We cut all our costs.'))[0]?.phrase // 'cut … cost'
 */
import { choosePivots, type PhrasePivots } from './phrase-pivots.js';
import { isLetterOrDigit, stemOf, WordsOfText, type Word } from './words-of-text.js';
import { addTo } from '../../playbook/add-to.js';

/** So many words may stand where a phrase has `…`. OURS. */
const LONGEST_GAP = 3;

export interface PhraseMatch {
  /** As the list writes it. */
  readonly phrase: string;
  /** Its first and last word, by index. */
  readonly first: number;
  readonly last: number;
}

interface Part {
  readonly key: string;
  readonly isStart: boolean;
  /** Words that may stand before it. */
  readonly gap: number;
}

interface Phrase {
  readonly phrase: string;
  readonly parts: readonly Part[];
}

type WordAt = (index: number) => Word | undefined;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const NONE: readonly Phrase[] = [];

/** A list, ready to be looked for. */
class PhraseIndex {
  readonly unspaced: readonly string[];
  readonly phrases: readonly Phrase[];
  readonly #byWord = new Map<string, Phrase[]>();
  readonly #byStart = new Map<string, Phrase[]>();
  readonly #startLengths: readonly number[];

  constructor(written: readonly string[]) {
    this.unspaced = written.filter((phrase) => UNSPACED.test(phrase));
    this.phrases = written.filter((phrase) => !UNSPACED.test(phrase)).map((phrase) => ({ phrase, parts: partsOf(phrase) }));
    for (const phrase of this.phrases) {
      const [first] = phrase.parts;
      if (first === undefined) continue;
      const index = first.isStart ? this.#byStart : this.#byWord;
      addTo(index, first.key, phrase);
    }
    this.#startLengths = [...new Set([...this.#byStart.keys()].map(({ length }) => length))];
  }

  startingWith(key: string, written: string): readonly Phrase[] {
    const whole = this.#byWord.get(key) ?? NONE;
    if (this.#startLengths.length === 0) return whole;
    const begun = this.#startLengths.flatMap((length) => this.#byStart.get(written.slice(0, length)) ?? NONE);
    return begun.length === 0 ? whole : [...whole, ...begun];
  }
}

export class PhraseMatcher {
  /** Made when first asked for, as the pivots are: many runs meet no text that asks. */
  #index: PhraseIndex | undefined;
  #pivots: PhrasePivots | undefined;

  constructor(private readonly phrases: readonly string[]) {}

  /** All matches in the order of their first words; of one place, in the order of the list. */
  find(words: readonly Word[]): readonly PhraseMatch[] {
    const found: PhraseMatch[] = [];
    const index = this.#made;
    const wordAt: WordAt = (place) => words[place];
    for (const [first, { key, written }] of words.entries()) {
      for (const phrase of index.startingWith(key, written)) {
        const last = lastOfMatch(phrase, wordAt, first);
        if (last !== undefined) found.push({ phrase: phrase.phrase, first, last });
      }
      for (const phrase of index.unspaced) if (written.includes(phrase)) found.push({ phrase, first, last: first });
    }
    return found;
  }

  /** Where a match at or behind `from` starts, one of the first; −1 when there is none. For many texts with few matches: most words are not even read. */
  search(text: string, from = 0): number {
    const { unspaced, phrases } = this.#made;
    if (unspaced.length > 0 && UNSPACED.test(text)) {
      const place = Math.min(...unspaced.map((phrase) => text.indexOf(phrase, from)).filter((at) => at >= 0));
      if (Number.isFinite(place)) return place;
    }
    const pivots = (this.#pivots ??= choosePivots(phrases));
    const { pattern } = pivots;
    pattern.lastIndex = from;
    for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text)) {
      const place = this.#matchAround(text, hit.index, from, pivots);
      if (place !== undefined) return place;
    }
    return -1;
  }

  /** Where a match starts that has a pivot at `at`. */
  #matchAround(text: string, at: number, from: number, pivots: PhrasePivots): number | undefined {
    let start = startOfWord(text, at, from);
    const pivot = start === undefined ? undefined : new WordsOfText(text, start).at(0);
    if (pivot === undefined) return undefined;
    let back = 0;
    for (const before of pivots.wordsBefore(pivot)) {
      for (; back < before && start !== undefined; back++) start = startOfWordBefore(text, start, from);
      if (start === undefined) return undefined;
      if (this.#matchesAt(new WordsOfText(text, start))) return start;
    }
    return undefined;
  }

  #matchesAt(reader: WordsOfText): boolean {
    const first = reader.at(0);
    const wordAt: WordAt = (index) => reader.at(index);
    return first !== undefined && this.#made.startingWith(first.key, first.written).some((phrase) => lastOfMatch(phrase, wordAt, 0) !== undefined);
  }

  get #made(): PhraseIndex {
    return (this.#index ??= new PhraseIndex(this.phrases));
  }
}

/** The matched words as they stand in the text, in lower case. */
export function asWritten({ first, last }: PhraseMatch, words: readonly Word[]): string {
  return words.slice(first, last + 1).map(({ written }) => written).join(' ');
}

/** The index of the phrase's last word when it starts at `first`; undefined when it does not. */
function lastOfMatch({ parts }: Phrase, wordAt: WordAt, first: number): number | undefined {
  let at = first + 1;
  for (let part = 1; part < parts.length; part++) {
    const wanted = parts[part];
    if (wanted === undefined) return undefined;
    const limit = at + wanted.gap;
    while (at <= limit && !isPart(wanted, wordAt(at))) at++;
    if (at > limit) return undefined;
    at++;
  }
  return at - 1;
}

function isPart({ key, isStart }: Part, word: Word | undefined): boolean {
  if (word === undefined) return false;
  return isStart ? word.written.startsWith(key) : word.key === key;
}

function partsOf(phrase: string): readonly Part[] {
  const parts: Part[] = [];
  let gap = 0;
  for (const { 1: written, 2: star } of phrase.normalize('NFC').toLowerCase().matchAll(/([\p{L}\p{N}]+)(\*?)|…|\.{3}/gu)) {
    if (written === undefined) gap = LONGEST_GAP;
    else {
      parts.push({ key: star === '*' ? written : stemOf(written), isStart: star === '*', gap: parts.length === 0 ? 0 : gap });
      gap = 0;
    }
  }
  return parts;
}

/** Longer words are in no list, and longer gaps between two words in no phrase. */
const LONGEST_WORD = 60;

/** Where the word around `at` starts; undefined when it starts before `from` or is no word of any list. */
function startOfWord(text: string, at: number, from: number): number | undefined {
  const limit = Math.max(from, at - LONGEST_WORD);
  let start = at;
  while (start > limit && isLetterOrDigit(text.charCodeAt(start - 1))) start--;
  return start > limit || !isLetterOrDigit(text.charCodeAt(start - 1)) ? start : undefined;
}

function startOfWordBefore(text: string, start: number, from: number): number | undefined {
  const limit = Math.max(from, start - LONGEST_WORD);
  let end = start - 1;
  while (end > limit && !isLetterOrDigit(text.charCodeAt(end))) end--;
  return end >= limit && isLetterOrDigit(text.charCodeAt(end)) ? startOfWord(text, end, from) : undefined;
}
