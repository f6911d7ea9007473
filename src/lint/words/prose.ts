/**
 * The sentences that a note says itself, for rules that look at words: headings, paragraphs, lists and tables; not block
 * quotes and callouts, nor what stands in quotation marks, also where a quotation runs over several sentences.
 */
import { findSentences, type Sentence } from '../../markdown/sentences.js';
import type { NoteText } from '../../notes/read-note.js';
import type { PhraseMatcher } from './phrase-matcher.js';
import type { Word } from './words-of-text.js';

/** A sentence without what it quotes; an ellipsis stands for that. */
export interface OwnSentence {
  readonly sentence: Sentence;
  readonly text: string;
}

/** In the order of the note. Linear in its text. */
export function findOwnSentences({ text, outline }: NoteText): readonly OwnSentence[] {
  const reader = new ForwardReader(text, outline.frontmatter?.to ?? 0);
  const found: OwnSentence[] = [];
  for (const sentence of findSentences(text, outline)) {
    reader.moveTo(sentence.from);
    if (!reader.isInBlockQuote) found.push({ sentence, text: withoutQuotations(sentence.text, reader.closer) });
  }
  return found;
}

/** Opening marks with those that close them. A straight mark closes itself; “ opens in English and closes „ in German. */
const CLOSERS: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“”', '«': '»', '»': '«', '‹': '›', '‘': '’', '「': '」', '『': '』' };
const LETTER = /[\p{L}\p{N}]/u;

/** `open`: what closes a quotation that an earlier sentence opened. */
function withoutQuotations(text: string, open: string | undefined): string {
  if (open === undefined && !/["“„«»‹‘「『]/.test(text)) return text;
  let kept = '';
  let closer = open;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (closer !== undefined) {
      if (closes(text, at, closer)) closer = undefined;
      continue;
    }
    closer = CLOSERS[sign];
    kept += closer === undefined ? sign : '…';
  }
  return kept;
}

function closes(text: string, at: number, closer: string): boolean {
  const sign = text.charAt(at);
  // An apostrophe inside a word is the same sign as a closing mark.
  return closer.includes(sign) && !(sign === '’' && LETTER.test(text.charAt(at + 1)));
}

/** What holds at a place of the note; only asked forwards, so that all questions cost one pass. */
class ForwardReader {
  #at: number;
  #lineIsQuote: boolean;
  /** What closes the quotation that is open; undefined when none is. */
  closer: string | undefined;

  constructor(
    readonly text: string,
    from: number,
  ) {
    this.#at = from;
    this.#lineIsQuote = startsQuoteLine(text, from);
  }

  moveTo(place: number): void {
    const { text } = this;
    for (; this.#at < place; this.#at++) {
      const sign = text.charAt(this.#at);
      if (sign === '\n') this.#startLine(this.#at + 1);
      else if (this.closer === undefined) this.closer = CLOSERS[sign];
      else if (closes(text, this.#at, this.closer)) this.closer = undefined;
    }
  }

  /** Whether the line of the place starts with `>`. */
  get isInBlockQuote(): boolean {
    return this.#lineIsQuote;
  }

  #startLine(at: number): void {
    this.#lineIsQuote = startsQuoteLine(this.text, at);
    // A quotation ends with its paragraph or list item at the latest.
    if (/[\s>#|*+\d-]/.test(this.text.charAt(at))) this.closer = undefined;
  }
}

function startsQuoteLine(text: string, from: number): boolean {
  let at = from;
  while (/[ \t*+-]/.test(text.charAt(at))) at++;
  return text.charAt(at) === '>';
}

/** So many words before a phrase may deny it. OURS. */
const DENIAL_WORDS = 6;
/** "Not only" denies nothing. */
const NO_DENIAL = new Set(['only', 'just', 'nur', 'seulement', 'solo', 'sólo']);

/** Whether a word of denial stands in the same clause, shortly before the word at `index`. */
export function isDenied(words: readonly Word[], index: number, denials: ReadonlySet<string>): boolean {
  for (let at = index - 1; at >= 0 && at >= index - DENIAL_WORDS; at--) {
    if (words[at + 1]?.opensClause === true) return false;
    const word = words[at];
    if (word !== undefined && denials.has(word.written) && !NO_DENIAL.has(words[at + 1]?.written ?? '')) return true;
  }
  return false;
}

/**
 * Whether `holds` is true of any stretch between blank lines in which the matcher finds something. Sentences never run
 * over a blank line, so that a note without such a stretch need not be divided into sentences.
 */
export function someStretch(text: string, matcher: PhraseMatcher, holds: (stretch: string) => boolean): boolean {
  for (let at = matcher.search(text); at >= 0; ) {
    const end = text.indexOf('\n\n', at);
    const to = end < 0 ? text.length : end;
    if (holds(text.slice(text.lastIndexOf('\n\n', at) + 1, to))) return true;
    at = matcher.search(text, to);
  }
  return false;
}
