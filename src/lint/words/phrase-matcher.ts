/**
 * Finds words and phrases of a list in prose. A phrase matches whole words in any case, also with a plural or possessive
 * ending; a word that ends in `*` matches words that begin so; `…` (or `...`) stands for up to three words; hyphens and
 * apostrophes part words. Chinese and Japanese match anywhere. Linear in the text: no list becomes a pattern that looks back.
 *
 * @example new PhraseMatcher(['cut … cost']).find(readWords('We cut all our costs.'))[0]?.phrase // 'cut … cost'
 */

/** So many words may stand where a phrase has `…`. OURS. */
const LONGEST_GAP = 3;

export interface Word {
  /** Lower case, without a plural ending: what phrases compare. */
  readonly key: string;
  readonly written: string;
  /** A colon, semicolon, dash or bracket stands before it. */
  readonly opensClause: boolean;
}

export interface PhraseMatch {
  /** As the list writes it. */
  readonly phrase: string;
  /** Its first and last word, by index; −1 in scripts without spaces. */
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

const WORD = /[\p{L}\p{N}]+/gu;
const CLAUSE_BREAK = /[:;()[\]–—]/;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The words of prose, in order. */
export function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  const composed = text.normalize('NFC');
  let end = 0;
  for (const { 0: written, index } of composed.matchAll(WORD)) {
    const lower = written.toLowerCase();
    words.push({ key: stemOf(lower), written: lower, opensClause: index - end > 1 && CLAUSE_BREAK.test(composed.slice(end, index)) });
    end = index + written.length;
  }
  return words;
}

export class PhraseMatcher {
  readonly #byWord = new Map<string, Phrase[]>();
  readonly #byStart = new Map<string, Phrase[]>();
  readonly #startLengths: readonly number[];
  readonly #unspaced: readonly string[];
  readonly #phrases: readonly Phrase[];
  #anchors: RegExp | undefined;

  constructor(phrases: readonly string[]) {
    this.#unspaced = phrases.filter((phrase) => UNSPACED.test(phrase));
    this.#phrases = phrases.filter((phrase) => !UNSPACED.test(phrase)).map((phrase) => ({ phrase, parts: partsOf(phrase) })).filter(({ parts }) => parts.length > 0);
    for (const phrase of this.#phrases) {
      const [first] = phrase.parts;
      if (first === undefined) continue;
      const index = first.isStart ? this.#byStart : this.#byWord;
      const known = index.get(first.key);
      if (known === undefined) index.set(first.key, [phrase]);
      else known.push(phrase);
    }
    this.#startLengths = [...new Set([...this.#byStart.keys()].map(({ length }) => length))];
  }

  /** All matches in the order of their first words; of one place, in the order of the list. */
  find(words: readonly Word[]): readonly PhraseMatch[] {
    const found: PhraseMatch[] = [];
    for (let index = 0; index < words.length; index++) {
      const word = words[index];
      if (word === undefined) continue;
      for (const phrase of this.#byWord.get(word.key) ?? NONE) addMatch(phrase, words, index, found);
      for (const length of this.#startLengths) {
        for (const phrase of this.#byStart.get(word.written.slice(0, length)) ?? NONE) addMatch(phrase, words, index, found);
      }
      for (const phrase of this.#unspaced) if (word.written.includes(phrase)) found.push({ phrase, first: -1, last: -1 });
    }
    return found;
  }

  /**
   * Finds at least one piece of every match in any text: what it does not find holds no phrase. Global, so that a search
   * goes on from `lastIndex`. Made when first asked for.
   */
  get anchors(): RegExp {
    return (this.#anchors ??= new RegExp([...anchorsOf(this.#phrases), ...this.#unspaced].map(escapePattern).join('|') || '(?!)', 'gi'));
  }
}

/** The matched words as they stand in the text, without what is between them. */
export function asWritten({ phrase, first, last }: PhraseMatch, words: readonly Word[]): string {
  return first < 0 ? phrase : words.slice(first, last + 1).map(({ written }) => written).join(' ');
}

const NONE: readonly Phrase[] = [];

function addMatch({ phrase, parts }: Phrase, words: readonly Word[], first: number, found: PhraseMatch[]): void {
  let at = first + 1;
  for (let part = 1; part < parts.length; part++) {
    const wanted = parts[part];
    if (wanted === undefined) return;
    const limit = at + wanted.gap;
    while (at <= limit && !isPart(wanted, words[at])) at++;
    if (at > limit) return;
    at++;
  }
  found.push({ phrase, first, last: at - 1 });
}

function isPart({ key, isStart }: Part, word: Word | undefined): boolean {
  if (word === undefined) return false;
  return isStart ? word.written.startsWith(key) : word.key === key;
}

function partsOf(phrase: string): readonly Part[] {
  const parts: Part[] = [];
  let gap = 0;
  for (const { 0: whole, 1: written = '', 2: star } of phrase.normalize('NFC').toLowerCase().matchAll(/([\p{L}\p{N}]+)(\*?)|…|\.{3}/gu)) {
    if (written === '') gap = LONGEST_GAP;
    else {
      parts.push({ key: star === '*' ? written : stemOf(written), isStart: star === '*', gap: parts.length === 0 ? 0 : gap });
      gap = 0;
    }
    if (whole === '') break;
  }
  return parts;
}

/** Without a plural ending; the same is done to both sides, so that it need not give a real word. */
function stemOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

/** A few letter runs of which each phrase holds at least one: first those that most phrases share. */
function anchorsOf(phrases: readonly Phrase[]): readonly string[] {
  let left = phrases.map(({ parts }) => parts.map(({ key }) => anchorOf(key)));
  const anchors: string[] = [];
  while (left.length > 0) {
    const counts = new Map<string, number>();
    for (const runs of left) for (const run of new Set(runs)) counts.set(run, (counts.get(run) ?? 0) + 1);
    // Of runs that as many phrases share, the longest is the rarest in prose.
    const [best = ''] = [...counts].sort(([a, many], [b, more]) => more - many || b.length - a.length || (a < b ? -1 : 1))[0] ?? [];
    anchors.push(best);
    left = left.filter((runs) => !runs.some((run) => run.includes(best)));
  }
  return anchors;
}

/** Accents may be written in two ways, and a plural in y or ies: the longest run of plain letters without a final y is the same in all. */
function anchorOf(key: string): string {
  const [longest] = (key.match(/[a-z0-9]+/g) ?? []).sort((a, b) => b.length - a.length);
  if (longest === undefined) return key;
  return longest.length > 1 && key.endsWith(longest) ? longest.replace(/y$/, '') : longest;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
