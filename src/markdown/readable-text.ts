/**
 * What a stretch of inline Markdown says to its reader, each sign with its place in the note: links by their label,
 * without emphasis, addresses, tags, block ids, comments and placeholders. An ellipsis stands for inline code and for a
 * bare address.
 *
 * @example 'see [[Storm costs|the costs]] #money' says 'see the costs'; 't' of 'the' has the place of the whole link
 */
import { findBracketLinks, type BracketLinks } from './bracket-links.js';
import { isAsciiLetter, isIdCode, isPunctuation, isWhite, isWordCode } from './characters.js';
import { CodeSpans } from './code-spans.js';
import type { TextRange } from './text-range.js';
import { ForwardSearch } from './text-search.js';
import { parseWikilink } from './wikilink.js';

/** The text of one block. White space is one space; `\n` parts what belongs to different sentences in any case. */
export interface ReadableText {
  readonly text: string;
  /** Per UTF-16 unit of `text`: where what it stands for starts and ends in the note. */
  readonly froms: readonly number[];
  readonly tos: readonly number[];
}

export interface InlineBlock extends TextRange {
  /** How many `>` may start each line but the first. */
  readonly quotes: number;
  /** Which line endings part sentences: those of a table, that of a callout's title, or none. */
  readonly breaks: 'all' | 'first' | 'none';
}

/** Codes of the signs that mean something in inline text. */
const [EXCLAMATION, HASH, AMPERSAND, OPEN_PAREN, STAR] = [33, 35, 38, 40, 42] as const;
const [LESS, EQUALS, GREATER, OPEN_BRACKET, BACKSLASH] = [60, 61, 62, 91, 92] as const;
const [CLOSE_BRACKET, CARET, UNDERSCORE, BACKQUOTE, LETTER_H] = [93, 94, 95, 96, 104] as const;
const [OPEN_BRACE, PIPE, TILDE] = [123, 124, 126] as const;
const LEFT_OUT = '…';
/** Up to where a sentence may end behind it. */
const ADDRESS = /https?:\/\/(?:[^\s<>().,;:!?'"]|[.,;:!?'"](?![\s<>()]|$))+/iy;
const TAG = /#[\p{L}\p{N}/_-]*[\p{L}/_-][\p{L}\p{N}/_-]*/uy;
const HTML_TAG = /<\/?[a-z][^<>\r\n]{0,500}>/iy;

/** `comments`: those of the note that may lie in the block, in order. Never throws; linear in the block. */
export function readReadableText(text: string, block: InlineBlock, comments: readonly TextRange[]): ReadableText {
  return new Reader(text.slice(block.from, block.to), block, comments).read();
}

class Reader {
  #text = '';
  /** The last sign of `#text`: asking the growing text itself would copy it each time. */
  #last = -1;
  readonly #froms: number[] = [];
  readonly #tos: number[] = [];
  readonly #links: BracketLinks | undefined;
  #spans: CodeSpans | undefined;
  readonly #braces: ForwardSearch;
  readonly #templates: ForwardSearch;
  readonly #angles: ForwardSearch;
  #comment = 0;
  /** Markup right before the next sign, which belongs to it. */
  #markupFrom = -1;
  #markupTo = -1;
  #lines = 0;

  constructor(
    readonly part: string,
    readonly block: InlineBlock,
    readonly comments: readonly TextRange[],
  ) {
    this.#links = part.includes('[') ? findBracketLinks(part) : undefined;
    this.#braces = new ForwardSearch(part, '}}');
    this.#templates = new ForwardSearch(part, '%>');
    this.#angles = new ForwardSearch(part, '>');
  }

  read(): ReadableText {
    const { part } = this;
    let at = 0;
    while (at < part.length) at = this.#readComment(at) ?? this.#readSign(at, part.charCodeAt(at));
    return { text: this.#text, froms: this.#froms, tos: this.#tos };
  }

  /** The end of a comment at `at`; undefined when none starts there. */
  #readComment(at: number): number | undefined {
    const { comments, block } = this;
    while ((comments[this.#comment]?.to ?? Number.POSITIVE_INFINITY) <= block.from + at) this.#comment++;
    const comment = comments[this.#comment];
    if (comment === undefined || comment.from > block.from + at) return undefined;
    this.#space(at);
    return Math.min(comment.to - block.from, this.part.length);
  }

  /** Reads what starts at `at` and gives its end. */
  #readSign(at: number, code: number): number {
    const { part } = this;
    const next = part.charCodeAt(at + 1);
    switch (code) {
      case 10:
      case 13: return this.#lineEnd(at, code === 13 && next === 10 ? at + 2 : at + 1);
      case BACKSLASH: return isPunctuation(next) ? this.#emit(part.charAt(at + 1), at, at + 2) : this.#plain(at);
      case BACKQUOTE: return this.#readCode(at);
      case STAR:
      case UNDERSCORE: return this.#readEmphasis(at, code);
      case EQUALS:
      case TILDE: return next === code ? this.#markup(at, at + 2) : this.#plain(at);
      case LESS: return this.#readAngle(at);
      case AMPERSAND: return part.startsWith('&nbsp;', at) ? this.#space(at, 6) : this.#plain(at);
      case HASH: return isWordStart(this.part, at) ? this.#skip(TAG, at) : this.#plain(at);
      case CARET: return this.#readBlockId(at);
      case OPEN_BRACE: return next === OPEN_BRACE ? this.#leaveOut(at, this.#braces) : this.#plain(at);
      case PIPE: return this.block.breaks === 'all' ? this.#break(at, at + 1) : this.#plain(at);
      case EXCLAMATION: return next === OPEN_BRACKET ? this.#readLink(at, at + 1) : this.#plain(at);
      case OPEN_BRACKET: return this.#readLink(at, at);
      case CLOSE_BRACKET: return this.#markup(at, this.#links?.labelEnds.get(at) ?? at) || this.#plain(at);
      case LETTER_H: return isWordStart(this.part, at) || part.charCodeAt(at - 1) === OPEN_PAREN ? this.#readAddress(at) : this.#plain(at);
      default: return isWhite(code) ? this.#space(at) : this.#plain(at);
    }
  }

  #lineEnd(at: number, end: number): number {
    const { part, block } = this;
    this.#lines++;
    if (block.breaks === 'all' || (block.breaks === 'first' && this.#lines === 1)) this.#break(at, end);
    else this.#space(at);
    let after = end;
    for (let quotes = block.quotes; quotes > 0; quotes--) {
      let marker = after;
      while (part.charCodeAt(marker) === 32 || part.charCodeAt(marker) === 9) marker++;
      if (part.charCodeAt(marker) !== GREATER) break;
      after = marker + 1;
    }
    return after;
  }

  #readCode(at: number): number {
    const { part } = this;
    this.#spans ??= new CodeSpans(part, at, part.length);
    const end = this.#spans.end(at);
    return end === -1 ? at + this.#spans.runAt(at) : this.#emit(LEFT_OUT, at, end);
  }

  /** Stars and underscores go, but for those between spaces, and underscores inside a word. */
  #readEmphasis(at: number, code: number): number {
    const { part } = this;
    let end = at;
    while (part.charCodeAt(end) === code) end++;
    const before = at === 0 ? 32 : part.charCodeAt(at - 1);
    const after = end === part.length ? 32 : part.charCodeAt(end);
    const stands = (isWhite(before) && isWhite(after)) || (code === UNDERSCORE && isWordCode(before) && isWordCode(after));
    return stands ? this.#emit(part.slice(at, end), at, end) : this.#markup(at, end);
  }

  #readAngle(at: number): number {
    const { part } = this;
    if (part.charCodeAt(at + 1) === 37) return this.#leaveOut(at, this.#templates);
    if (/^<[a-z][a-z0-9+.-]{1,30}:/i.test(part.slice(at, at + 34))) {
      const end = this.#angles.next(at);
      return end === part.length ? this.#plain(at) : this.#emit(LEFT_OUT, at, end + 1);
    }
    const isBreak = /^<br\b/i.test(part.slice(at, at + 4));
    const end = this.#skip(HTML_TAG, at);
    if (isBreak && end > at + 1) this.#space(at);
    return end;
  }

  /** `^id` at the end of its line. */
  #readBlockId(at: number): number {
    const { part } = this;
    let end = at + 1;
    while (isIdCode(part.charCodeAt(end))) end++;
    const isId = end > at + 1 && isWordStart(this.part, at) && (end === part.length || /[\r\n]/.test(part.charAt(end)));
    return isId ? end : this.#plain(at);
  }

  /** `open`: the first bracket, behind the `!` of an embed. Of a link the label is read on; embeds and footnotes go. */
  #readLink(at: number, open: number): number {
    const { part } = this;
    const wikiEnd = this.#links?.wikilinks.get(open);
    if (wikiEnd !== undefined) {
      const link = open > at ? undefined : parseWikilink(part.slice(open, wikiEnd));
      return link === undefined ? wikiEnd : this.#emit(link.label ?? (link.target || (link.subpath ?? '')), at, wikiEnd);
    }
    const close = this.#links?.labels.get(open);
    if (close === undefined) return this.#plain(at);
    if (open > at || part.charCodeAt(open + 1) === CARET) return this.#links?.labelEnds.get(close) ?? close + 1;
    return this.#markup(at, at + 1);
  }

  #readAddress(at: number): number {
    ADDRESS.lastIndex = at;
    return ADDRESS.test(this.part) ? this.#emit(LEFT_OUT, at, ADDRESS.lastIndex) : this.#plain(at);
  }

  /** Leaves out what ends with a closer of two signs; the opening sign is plain text where that never comes. */
  #leaveOut(at: number, closers: ForwardSearch): number {
    const close = closers.next(at + 2);
    return close === this.part.length ? this.#plain(at) : close + 2;
  }

  #skip(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.part) ? pattern.lastIndex : this.#plain(at);
  }

  #plain(at: number): number {
    // Runs of plain letters are most of a text.
    let end = at + 1;
    while (isAsciiLetter(this.part.charCodeAt(end - 1)) && isAsciiLetter(this.part.charCodeAt(end))) end++;
    for (let index = at; index < end; index++) this.#emit(this.part.charAt(index), index, index + 1);
    return end;
  }

  #emit(signs: string, at: number, end: number): number {
    const { from } = this.block;
    const start = this.#markupTo === from + at ? this.#markupFrom : from + at;
    this.#text += signs;
    this.#last = signs.charCodeAt(signs.length - 1);
    for (let index = 0; index < signs.length; index++) {
      this.#froms.push(start);
      this.#tos.push(from + end);
    }
    return end;
  }

  #space(at: number, length = 1): number {
    if (this.#last > 32) this.#emit(' ', at, at + length);
    return at + length;
  }

  #break(at: number, end: number): number {
    if (this.#last !== -1) this.#emit('\n', at, end);
    return end;
  }

  /** Markup belongs to the word before it, else to the one behind it. Gives 0 when there is none. */
  #markup(at: number, end: number): number {
    if (end === at) return 0;
    const from = this.block.from + at;
    const last = this.#tos.length - 1;
    if (this.#tos[last] === from && this.#last > 32) this.#tos[last] = this.block.from + end;
    else {
      if (this.#markupTo !== from) this.#markupFrom = from;
      this.#markupTo = this.block.from + end;
    }
    return end;
  }
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || isWhite(text.charCodeAt(at - 1));
}
