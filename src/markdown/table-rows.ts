/**
 * A table begins where a line of dashes stands under a line with as many cells.
 *
 * @example startsTable('a | b\n- | -', 0, 5, 6, 11) // true
 */
import { isSpace } from './block-starts.js';

const PIPE = 124;
const BACKSLASH = 92;
const DASH = 45;
const COLON = 58;

/** Whether the second line (at..to) makes the first (headerFrom..headerTo) a table's header. */
export function startsTable(text: string, headerFrom: number, headerTo: number, at: number, to: number): boolean {
  const columns = delimiterCells(text, at, to);
  return columns > 0 && headerCells(text, headerFrom, headerTo) === columns;
}

/** Cells of a delimiter row; 0 when it is none. A line of dashes alone underlines a heading or is a rule. */
function delimiterCells(text: string, from: number, to: number): number {
  let at = from;
  let cells = 0;
  let marked = false;
  if (text.charCodeAt(at) === PIPE) {
    marked = true;
    at++;
  }
  for (;;) {
    at = skipSpace(text, at, to);
    if (at === to) break;
    const start = at;
    if (text.charCodeAt(at) === COLON) at++;
    const dashes = at;
    while (at < to && text.charCodeAt(at) === DASH) at++;
    if (at === dashes) return 0;
    if (at < to && text.charCodeAt(at) === COLON) at++;
    if (text.charCodeAt(start) === COLON || text.charCodeAt(at - 1) === COLON) marked = true;
    cells++;
    at = skipSpace(text, at, to);
    if (at === to) break;
    if (text.charCodeAt(at) !== PIPE) return 0;
    marked = true;
    at++;
  }
  return marked ? cells : 0;
}

function headerCells(text: string, from: number, to: number): number {
  let cells = 0;
  let pending = text.charCodeAt(from) !== PIPE;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) continue;
    if (pending) {
      cells++;
      pending = false;
    }
    if (code === PIPE) pending = true;
    else if (code === BACKSLASH) {
      const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
      if (next === PIPE || next === BACKSLASH) at++;
    }
  }
  return cells;
}

function skipSpace(text: string, at: number, to: number): number {
  let index = at;
  while (index < to && isSpace(text.charCodeAt(index))) index++;
  return index;
}
