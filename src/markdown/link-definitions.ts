/**
 * Link definitions at the start of a paragraph: they are no text, so an underline after them makes no heading.
 *
 * @example skipLinkDefinitions('[a]: b\nText', 0, 11) // 7
 */
import { isSpace } from './block-starts.js';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const LESS = 60;
const GREATER = 62;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
/** CommonMark: a link label has at most 999 characters. */
const MAX_LABEL_LENGTH = 999;
/** Parentheses in a bare destination nest no deeper in remark. */
const MAX_PARENS = 32;

/** The start of the first line that is no definition; `from` when there is none, `to` when nothing else follows. */
export function skipLinkDefinitions(text: string, from: number, to: number): number {
  let after = from;
  for (;;) {
    const start = skipSpaces(text, after, to);
    if (start >= to || text.charCodeAt(start) !== OPEN_BRACKET) return after;
    const end = definitionEnd(text, start, to);
    if (end === -1) return after;
    after = lineEndingEnd(text, end, to);
  }
}

/** The end of the definition's last line, or -1. */
function definitionEnd(text: string, from: number, to: number): number {
  const label = labelEnd(text, from, to);
  if (label === -1 || label >= to || text.charCodeAt(label) !== 58) return -1;
  const destination = destinationEnd(text, skipBlanks(text, label + 1, to), to);
  if (destination === -1) return -1;
  const bare = lineEnd(text, destination, to);
  const titleFrom = skipBlanks(text, destination, to);
  if (titleFrom === destination || titleFrom === to) return bare;
  const title = titleEnd(text, titleFrom, to);
  const titled = title === -1 ? -1 : lineEnd(text, title, to);
  return titled === -1 ? bare : titled;
}

/** After `[label]`, or -1. The label holds something other than white space. */
function labelEnd(text: string, from: number, to: number): number {
  const limit = Math.min(to, from + MAX_LABEL_LENGTH + 2);
  let filled = false;
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === CLOSE_BRACKET) return filled ? at + 1 : -1;
    if (code === OPEN_BRACKET) return -1;
    if (!isBlank(code)) filled = true;
    if (code === BACKSLASH && isBracketOrBackslash(text.charCodeAt(at + 1))) at++;
  }
  return -1;
}

function isBracketOrBackslash(code: number): boolean {
  return code === OPEN_BRACKET || code === CLOSE_BRACKET || code === BACKSLASH;
}

function destinationEnd(text: string, from: number, to: number): number {
  if (from >= to) return -1;
  if (text.charCodeAt(from) === LESS) {
    for (let at = from + 1; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === GREATER) return at + 1;
      if (code === LESS || code === LINE_FEED || code === CARRIAGE_RETURN) return -1;
      if (code === BACKSLASH && isAngleOrBackslash(text.charCodeAt(at + 1))) at++;
    }
    return -1;
  }
  let parens = 0;
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) break;
    if ((code < SPACE && code !== 0) || code === 127) return -1;
    if (code === OPEN_PAREN && ++parens > MAX_PARENS) return -1;
    if (code === CLOSE_PAREN && --parens < 0) return -1;
    if (code === BACKSLASH && isParenOrBackslash(text.charCodeAt(at + 1))) at++;
  }
  return parens === 0 && at > from ? at : -1;
}

function isAngleOrBackslash(code: number): boolean {
  return code === LESS || code === GREATER || code === BACKSLASH;
}

function isParenOrBackslash(code: number): boolean {
  return code === OPEN_PAREN || code === CLOSE_PAREN || code === BACKSLASH;
}

function titleEnd(text: string, from: number, to: number): number {
  const open = text.charCodeAt(from);
  if (open !== 34 && open !== 39 && open !== OPEN_PAREN) return -1;
  const close = open === OPEN_PAREN ? CLOSE_PAREN : open;
  for (let at = from + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === close) return at + 1;
    if (code === BACKSLASH) at++;
  }
  return -1;
}

/** The end of the line when only white space is left on it, or -1. */
function lineEnd(text: string, at: number, to: number): number {
  const end = skipSpaces(text, at, to);
  if (end >= to) return to;
  const code = text.charCodeAt(end);
  return code === LINE_FEED || code === CARRIAGE_RETURN ? end : -1;
}

function lineEndingEnd(text: string, at: number, to: number): number {
  if (at >= to) return to;
  return text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
}

function skipSpaces(text: string, at: number, to: number): number {
  let index = at;
  while (index < to && isSpace(text.charCodeAt(index))) index++;
  return index;
}

/** Over white space and line endings; a paragraph has no blank lines. */
function skipBlanks(text: string, at: number, to: number): number {
  let index = at;
  while (index < to && isBlank(text.charCodeAt(index))) index++;
  return index;
}

function isBlank(code: number): boolean {
  return isSpace(code) || code === LINE_FEED || code === CARRIAGE_RETURN;
}
