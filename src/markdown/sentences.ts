/**
 * The sentences of a note as its reader sees them, each with its place and section. Paragraphs, list items, headings,
 * table cells and callout titles end a sentence; "e.g.", "Dr. Rhee" and "9.2 %" do not. Frontmatter, code, math,
 * comments and coach callouts hold none.
 *
 * @example findSentences('# A\nDr. Rhee pays. Twice.', outline).map(({ text }) => text) // ['A', 'Dr. Rhee pays.', 'Twice.']
 */
import { scanBlocks } from './block-scanner.js';
import { readCallout } from './callout.js';
import { isWhite, isWordCode } from './characters.js';
import { taskMarkerLength } from './list-items.js';
import type { Outline, Section } from './outline.js';
import { readReadableText, type InlineBlock, type ReadableText } from './readable-text.js';
import type { TextRange } from './text-range.js';

/** `from`–`to`: in the note's text, markup at the ends included. */
export interface Sentence extends TextRange {
  /** What it says: links by their label, no markup, single spaces. */
  readonly text: string;
  readonly kind: 'heading' | 'text';
  /** The root section it stands in, a heading in its own; undefined before the first. */
  readonly section: Section | undefined;
}

/** In the order of the note. Never throws; linear in the text. */
export function findSentences(text: string, outline: Outline): readonly Sentence[] {
  const finder = new SentenceFinder(text, outline);
  const start = outline.frontmatter?.to ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  scanBlocks(text, start, {
    heading({ textFrom, textTo }, _lines, container) {
      if (container?.silent !== true) finder.add({ from: textFrom, to: textTo, quotes: container?.quotes ?? 0, breaks: 'none' }, 'heading');
    },
    paragraph(paragraph, container) {
      let from = Math.max(paragraph.from, paragraph.afterDefinitions(text));
      let breaks: InlineBlock['breaks'] = paragraph.table ? 'all' : 'none';
      if (container?.kind === 'quote' && paragraph.besideMarker) {
        const callout = readCallout(text, from, paragraph.to);
        if (callout?.coach === true) container.silent = true;
        if (callout !== undefined) breaks = 'first';
        from = callout?.to ?? from;
      } else if (container?.kind === 'item' && paragraph.first) from += taskMarkerLength(text, from, paragraph.to);
      if (container?.silent !== true) finder.add({ from, to: paragraph.to, quotes: container?.quotes ?? 0, breaks }, 'text');
    },
    raw: ignore,
    item: ignore,
    almostHeading: ignore,
  });
  return finder.sentences;
}

class SentenceFinder {
  readonly sentences: Sentence[] = [];
  readonly #comments: readonly TextRange[];
  #comment = 0;
  #section = -1;

  constructor(
    readonly text: string,
    readonly outline: Outline,
  ) {
    this.#comments = [...outline.comments].sort((a, b) => a.from - b.from);
  }

  add(block: InlineBlock, kind: Sentence['kind']): void {
    const readable = readReadableText(this.text, block, this.#commentsIn(block));
    const { text, froms, tos } = readable;
    const section = this.#sectionAt(block.from);
    for (const { from, to } of splitSentences(readable)) {
      const [start, end] = [froms[from], tos[to - 1]];
      if (start !== undefined && end !== undefined) this.sentences.push({ from: start, to: end, text: text.slice(from, to), kind, section });
    }
  }

  #commentsIn({ from, to }: TextRange): readonly TextRange[] {
    while ((this.#comments[this.#comment]?.to ?? Number.POSITIVE_INFINITY) <= from) this.#comment++;
    let end = this.#comment;
    while ((this.#comments[end]?.from ?? Number.POSITIVE_INFINITY) < to) end++;
    return this.#comments.slice(this.#comment, end);
  }

  #sectionAt(at: number): Section | undefined {
    const { sections } = this.outline;
    while ((sections[this.#section + 1]?.heading.from ?? Number.POSITIVE_INFINITY) <= at) this.#section++;
    return sections[this.#section];
  }
}

/** The sentences of readable text, white space around them left out; what holds no letter and no digit is none. */
function splitSentences({ text, froms, tos }: ReadableText): readonly TextRange[] {
  const found: TextRange[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = readEndMark(text, at, from);
    if (mark === undefined) continue;
    // The label of a link is not divided.
    if (mark.ends && (froms[mark.to] ?? Number.POSITIVE_INFINITY) >= (tos[mark.to - 1] ?? 0)) {
      addSentence(text, from, mark.to, found);
      from = mark.to;
    }
    at = mark.to - 1;
  }
  addSentence(text, from, text.length, found);
  return found;
}

function addSentence(text: string, from: number, to: number, found: TextRange[]): void {
  let start = from;
  let end = to;
  while (start < end && isWhite(text.charCodeAt(start))) start++;
  while (end > start && isWhite(text.charCodeAt(end - 1))) end--;
  for (let at = start; at < end; at++) {
    if (!isWordCode(text.charCodeAt(at))) continue;
    found.push({ from: start, to: end });
    return;
  }
}

const END = /[.!?…]/;
const CJK_END = /[。！？｡]/;
const CLOSER = /["'”’»)\]」』）】》]/;

/** The end mark at `at` with the closing quotes and brackets behind it, and whether a sentence ends there. */
function readEndMark(text: string, at: number, sentenceFrom: number): { readonly to: number; readonly ends: boolean } | undefined {
  const sign = text.charAt(at);
  if (sign === '\n') return { to: at + 1, ends: true };
  const isCjk = CJK_END.test(sign);
  if (!isCjk && !END.test(sign)) return undefined;
  let to = at + 1;
  while (END.test(text.charAt(to)) || CJK_END.test(text.charAt(to))) to++;
  const isDotAlone = sign === '.' && to === at + 1;
  while (CLOSER.test(text.charAt(to))) to++;
  if (isCjk || to === text.length || text.charAt(to) === '\n') return { to, ends: true };
  // Readable text has single spaces.
  const follower = String.fromCodePoint(text.codePointAt(to + 1) ?? 32);
  const goesOn = !isWhite(text.charCodeAt(to)) || follower !== follower.toUpperCase() || (isDotAlone && hasNoEnd(text, at, sentenceFrom, follower));
  return { to, ends: !goesOn };
}

/** Whether the dot belongs to the word before it: an abbreviation, or the number that a heading or sentence starts with. */
function hasNoEnd(text: string, at: number, sentenceFrom: number, follower: string): boolean {
  const word = wordBefore(text, at, sentenceFrom);
  const isFirst = text.slice(Math.max(sentenceFrom, at - LONGEST_ABBREVIATION), at).trim() === word;
  return (isFirst && /^\d{1,3}$/.test(word)) || isAbbreviation(word, follower);
}

/** Longer words are no abbreviations. */
const LONGEST_ABBREVIATION = 12;

/** The word that ends before `at`, with the dots inside it; cut where it is longer than an abbreviation. */
function wordBefore(text: string, at: number, sentenceFrom: number): string {
  const limit = Math.max(sentenceFrom, at - LONGEST_ABBREVIATION);
  let from = at;
  while (from > limit && !/[\s("'“„«[]/.test(text.charAt(from - 1))) from--;
  return text.slice(from, at);
}

/** Stand before a name or go on with a list: a capital letter behind them starts no sentence. */
const BEFORE_MORE = new Set('dr mr mrs ms prof st rev hon gen sr vs cf approx dept incl excl resp bzw ca evtl ggf inkl zzgl sog hr fr mme mlle sra vgl'.split(' '));
/** Stand before a number. */
const BEFORE_NUMBER = new Set('no nr nos fig p pp vol art abs sec ch ref tel max min núm nº'.split(' '));
/** Dotted, and often the last word of a sentence. */
const MAY_END = new Set(['a.m', 'p.m']);

function isAbbreviation(word: string, follower: string): boolean {
  const lower = word.toLowerCase();
  if (BEFORE_MORE.has(lower)) return true;
  if (BEFORE_NUMBER.has(lower)) return /\d/.test(follower);
  // An initial such as "M. Devereux", and "e.g.", "z.B.", "U.S."
  return (/^\p{Lu}$/u.test(word) && word !== 'I') || (/^\p{L}(?:\.\p{L})+$/u.test(word) && !MAY_END.has(lower));
}

function ignore(): void {
  // Holds no sentence.
}
