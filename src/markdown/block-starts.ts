/**
 * What the first characters of a line, after its indentation, can begin. Each reader looks at at..to (the rest of the
 * line) and answers with a length or a level, 0 when it is not there.
 *
 * @example atxLevel('## Why', 0, 6) // 2
 */
import { isDigit } from './characters.js';

const TAB = 9;
const SPACE = 32;
const HASH = 35;
const STAR = 42;
const PLUS = 43;
const DASH = 45;
const DOT = 46;
const COLON = 58;
const EQUALS = 61;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const CARET = 94;
const UNDERSCORE = 95;
const BACKQUOTE = 96;
const TILDE = 126;
/** CommonMark: at most nine digits, so that no browser overflows. */
const MAX_ORDINAL_DIGITS = 9;
/** CommonMark: a link label has at most 999 characters. */
const MAX_LABEL_LENGTH = 999;

const STARTERS = new Uint8Array(128);
for (const character of '#>-+*_`~<=%$[|:0123456789') STARTERS[character.charCodeAt(0)] = 1;

/** False for a letter and all else that can only be text: the quick way out for most lines. */
export function mayStartBlock(code: number): boolean {
  return code < 128 && STARTERS[code] === 1;
}

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** The number of `#` when they open a heading: one to six, then white space or the end of the line. */
export function atxLevel(text: string, at: number, to: number): HeadingLevel | 0 {
  const length = runLength(text, at, to, HASH);
  const end = at + length;
  if (end < to && !isSpace(text.charCodeAt(end))) return 0;
  return length === 1 || length === 2 || length === 3 || length === 4 || length === 5 || length === 6 ? length : 0;
}

/** The number of `#`, two to six, directly before other text, as in `##Why`. A single one makes a tag in Obsidian. */
export function hashesWithoutSpace(text: string, at: number, to: number): number {
  const length = runLength(text, at, to, HASH);
  const end = at + length;
  return length >= 2 && length <= 6 && end < to && !isSpace(text.charCodeAt(end)) ? length : 0;
}

/** The end of a heading's text without the closing `#`s and the white space around them; `from` when nothing is left. */
export function atxTextEnd(text: string, from: number, to: number): number {
  const end = trimEnd(text, from, to);
  let hashes = end;
  while (hashes > from && text.charCodeAt(hashes - 1) === HASH) hashes--;
  if (hashes === end || (hashes > from && !isSpace(text.charCodeAt(hashes - 1)))) return end;
  return trimEnd(text, from, hashes);
}

/** 1 for a line of `=`, 2 for a line of `-`, with white space after it at most. */
export function setextLevel(text: string, at: number, to: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at);
  if (code !== EQUALS && code !== DASH) return 0;
  const end = at + runLength(text, at, to, code);
  return isBlankRest(text, end, to) ? (code === EQUALS ? 1 : 2) : 0;
}

/**
 * -1 when the rest of the line is a rule: three or more of one of `*`, `-`, `_`, with any white space between. Else where
 * that fails; no rule starts before that offset either.
 */
export function thematicBreakFailure(text: string, at: number, to: number): number {
  const marker = text.charCodeAt(at);
  if (marker !== STAR && marker !== DASH && marker !== UNDERSCORE) return at;
  let count = 0;
  for (let index = at; index < to; index++) {
    const code = text.charCodeAt(index);
    if (code === marker) count++;
    else if (!isSpace(code)) return index;
  }
  return count >= 3 ? -1 : to;
}

/** Whether only white space is left in at..to. */
export function isBlankRest(text: string, at: number, to: number): boolean {
  let index = at;
  while (index < to && isSpace(text.charCodeAt(index))) index++;
  return index === to;
}

/** The length of a marker such as `-` or `12.`, before white space or the end of the line. */
export function listMarkerLength(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  let end = at;
  if (code === STAR || code === PLUS || code === DASH) end = at + 1;
  else {
    while (end < to && end - at <= MAX_ORDINAL_DIGITS && isDigit(text.charCodeAt(end))) end++;
    const delimiter = end < to ? text.charCodeAt(end) : 0;
    if (end === at || end - at > MAX_ORDINAL_DIGITS || (delimiter !== DOT && delimiter !== 41)) return 0;
    end++;
  }
  return end === to || isSpace(text.charCodeAt(end)) ? end - at : 0;
}

/** The length of an opening fence; backquotes may not appear again on its line. */
export function fenceLength(text: string, at: number, to: number): number {
  const marker = text.charCodeAt(at);
  if (marker !== BACKQUOTE && marker !== TILDE) return 0;
  const length = runLength(text, at, to, marker);
  if (length < 3) return 0;
  if (marker === BACKQUOTE) {
    for (let index = at + length; index < to; index++) if (text.charCodeAt(index) === BACKQUOTE) return 0;
  }
  return length;
}

/** Whether the line closes a fence of so many markers. */
export function closesFence(text: string, at: number, to: number, marker: number, length: number): boolean {
  const run = runLength(text, at, to, marker);
  return run >= length && isBlankRest(text, at + run, to);
}

/** The length of `[^label]:`. */
export function footnoteMarkerLength(text: string, at: number, to: number): number {
  if (text.charCodeAt(at) !== OPEN_BRACKET || text.charCodeAt(at + 1) !== CARET) return 0;
  const limit = Math.min(to, at + 2 + MAX_LABEL_LENGTH + 1);
  for (let index = at + 2; index < limit; index++) {
    const code = text.charCodeAt(index);
    if (code === CLOSE_BRACKET) {
      return index > at + 2 && index + 1 < to && text.charCodeAt(index + 1) === COLON ? index + 2 - at : 0;
    }
    if (code === OPEN_BRACKET || isSpace(code)) return 0;
    if (code === BACKSLASH) {
      const next = text.charCodeAt(index + 1);
      if (next === OPEN_BRACKET || next === BACKSLASH || next === CLOSE_BRACKET) index++;
    }
  }
  return 0;
}

export function runLength(text: string, at: number, to: number, marker: number): number {
  let end = at;
  while (end < to && text.charCodeAt(end) === marker) end++;
  return end - at;
}

/** `to` moved back over spaces, tabs and line endings, not before `from`. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from) {
    const code = text.charCodeAt(end - 1);
    if (!isSpace(code) && code !== 10 && code !== 13) break;
    end--;
  }
  return end;
}

export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}
