/**
 * What a paragraph holds for a reader: whether anything is left of it without comments, placeholders and ids, and where
 * its comments are. A comment or placeholder ends inside its paragraph or is plain text.
 *
 * @example readInline('{{title}} %% note %%', …) // nothing to read; one comment, 10..20
 */
import { isSpace } from './block-starts.js';
import { isIdCode, isWhite } from './characters.js';
import { CodeSpans } from './code-spans.js';
import { indexBefore } from './text-search.js';
import type { TextRange } from './text-range.js';

export interface InlineText extends TextRange {
  /** How many `>` may start each line but the first. */
  readonly quotes: number;
  /** In a table, cell borders and dashes are nothing to read. */
  readonly table: boolean;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const EXCLAMATION = 33;
const PERCENT = 37;
const AMPERSAND = 38;
const STAR = 42;
const DASH = 45;
const COLON = 58;
const LESS = 60;
const GREATER = 62;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CARET = 94;
const UNDERSCORE = 95;
const BACKQUOTE = 96;
const OPEN_BRACE = 123;
const PIPE = 124;

/**
 * True when the text holds something to read. Adds its comments to `comments` when it may hold any (`marked`); without
 * them it stops at the first thing to read.
 */
export function readInline(text: string, inline: InlineText, marked: boolean, comments: TextRange[]): boolean {
  const { to, quotes, table } = inline;
  let spans: CodeSpans | undefined;
  let filled = false;
  let percentOpen = true;
  let htmlOpen = true;
  let at = inline.from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (marked && code === PERCENT && percentOpen && text.charCodeAt(at + 1) === PERCENT) {
      const close = indexBefore(text, '%%', at + 2, to);
      if (close === -1) percentOpen = false;
      else {
        comments.push({ from: at, to: close + 2 });
        at = close + 2;
        continue;
      }
    } else if (marked && code === LESS && htmlOpen && text.startsWith('<!--', at)) {
      const close = indexBefore(text, '-->', at + 2, to);
      if (close === -1) htmlOpen = false;
      else {
        comments.push({ from: at, to: close + 3 });
        at = close + 3;
        continue;
      }
    }
    if (filled && !marked) return true;
    if (code === LINE_FEED || code === CARRIAGE_RETURN) at = skipQuoteMarkers(text, at + 1, to, quotes);
    else if (code === BACKQUOTE) {
      filled = true;
      spans ??= new CodeSpans(text, at, to);
      const end = spans.end(at);
      at = end === -1 ? at + spans.runAt(at) : end;
    } else if (code === BACKSLASH) {
      filled = true;
      at += 2;
    } else if (filled || isNothing(code) || (table && isTableRule(code))) at++;
    else {
      const end = placeholderEnd(text, at, to, code);
      if (end === -1) filled = true;
      at = end === -1 ? at + 1 : end;
    }
  }
  return filled;
}

/** Whether a `%%` comment is open at `to`, read from `from`, where one is open or not. */
export function endsInComment(text: string, from: number, to: number, open: boolean): boolean {
  let spans: CodeSpans | undefined;
  let inside = open;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === PERCENT && at + 1 < to && text.charCodeAt(at + 1) === PERCENT) {
      inside = !inside;
      at++;
    } else if (!inside && code === BACKSLASH) at++;
    else if (!inside && code === BACKQUOTE) {
      spans ??= new CodeSpans(text, at, to);
      const end = spans.end(at);
      at = (end === -1 ? at + spans.runAt(at) : end) - 1;
    }
  }
  return inside;
}

/** White space of any kind, and markers of emphasis, which mean nothing alone. */
function isNothing(code: number): boolean {
  return code === STAR || code === UNDERSCORE || isWhite(code);
}

function isTableRule(code: number): boolean {
  return code === PIPE || code === DASH || code === COLON;
}

/** The end of a placeholder, an empty link or embed, a block id or a no-break space at `at`; -1 when none is there. */
function placeholderEnd(text: string, at: number, to: number, code: number): number {
  if (code === OPEN_BRACE && text.charCodeAt(at + 1) === OPEN_BRACE) return endAfter(text, '}}', at + 2, to);
  if (code === LESS && text.charCodeAt(at + 1) === PERCENT) return endAfter(text, '%>', at + 2, to);
  if (code === AMPERSAND && text.startsWith('&nbsp;', at) && at + 6 <= to) return at + 6;
  if (code === CARET) return blockIdEnd(text, at, to);
  if (code === EXCLAMATION && text.startsWith('[[', at + 1)) return emptyLinkEnd(text, at + 3, to);
  if (code === OPEN_BRACKET && text.charCodeAt(at + 1) === OPEN_BRACKET) return emptyLinkEnd(text, at + 2, to);
  return -1;
}

function endAfter(text: string, closer: string, from: number, to: number): number {
  const close = indexBefore(text, closer, from, to);
  return close === -1 ? -1 : close + closer.length;
}

/** After `]]` when only white space, `|` and `#` stand before it. */
function emptyLinkEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 93) return text.charCodeAt(at + 1) === 93 && at + 2 <= to ? at + 2 : -1;
    if (!isSpace(code) && code !== PIPE && code !== 35) return -1;
  }
  return -1;
}

/** `^` and letters, digits and dashes up to the end of the line. */
function blockIdEnd(text: string, from: number, to: number): number {
  let at = from + 1;
  while (at < to && isIdCode(text.charCodeAt(at))) at++;
  let end = at;
  while (end < to && isSpace(text.charCodeAt(end))) end++;
  const ends = end >= to || text.charCodeAt(end) === LINE_FEED || text.charCodeAt(end) === CARRIAGE_RETURN;
  return ends && at > from + 1 ? end : -1;
}

function skipQuoteMarkers(text: string, from: number, to: number, quotes: number): number {
  let at = from;
  for (let left = quotes; left > 0; left--) {
    let marker = at;
    while (marker < to && isSpace(text.charCodeAt(marker))) marker++;
    if (marker === to || text.charCodeAt(marker) !== GREATER) break;
    at = marker + 1;
  }
  return at;
}
