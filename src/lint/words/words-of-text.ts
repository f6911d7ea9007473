/** The words of a text, read one by one as far as they are asked for. Letters and digits make words; hyphens and apostrophes part them. */
import { isAsciiLetter, isDigit, isWhite } from '../../markdown/characters.js';

export interface Word {
  /** Lower case, without a plural ending: what phrases compare. */
  readonly key: string;
  readonly written: string;
  /** A colon, semicolon, dash or bracket stands before it. */
  readonly opensClause: boolean;
}

/** Reads the words from a place on; the second question about a word costs nothing. */
export class WordsOfText {
  readonly #words: Word[] = [];
  #at: number;

  constructor(
    readonly text: string,
    from = 0,
  ) {
    this.#at = from;
  }

  /** The word of an index; undefined behind the last. */
  at(index: number): Word | undefined {
    while (index >= this.#words.length) {
      const word = this.#readNext();
      if (word === undefined) return undefined;
      this.#words.push(word);
    }
    return this.#words[index];
  }

  #readNext(): Word | undefined {
    const { text } = this;
    const end = this.#at;
    let from = end;
    while (from < text.length && !isLetterOrDigit(text.charCodeAt(from))) from++;
    if (from === text.length) return undefined;
    let to = from + 1;
    while (to < text.length && isLetterOrDigit(text.charCodeAt(to))) to++;
    this.#at = to;
    const written = text.slice(from, to).toLowerCase().normalize('NFC');
    return { key: stemOf(written), written, opensClause: from - end > 1 && CLAUSE_BREAK.test(text.slice(end, Math.min(from, end + LONGEST_BREAK))) };
  }
}

const CLAUSE_BREAK = /[:;()[\]–—]/;
/** What parts two words in prose is shorter. */
const LONGEST_BREAK = 20;

/** All words of a text. */
export function readWords(text: string): readonly Word[] {
  const reader = new WordsOfText(text);
  const words: Word[] = [];
  for (let word = reader.at(0); word !== undefined; word = reader.at(words.length)) words.push(word);
  return words;
}

/** Also of other scripts: all from À on that is no white space, sign, arrow, punctuation or emoji. `NaN`, behind a text, is none. */
export function isLetterOrDigit(code: number): boolean {
  if (code < 128) return isAsciiLetter(code) || isDigit(code);
  if (code < 0x2000) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !isWhite(code);
  return code >= 0x2c00 && !(code >= 0x3000 && code <= 0x303f) && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0xfe00 && code <= 0xfe0f) && code < 0xff00;
}

/** Without a plural ending; phrases lose theirs in the same way, so that it need not give a real word. */
export function stemOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
