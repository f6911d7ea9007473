/**
 * The cells of a table: a header row, a row of dashes, then rows, each on its line. A bar with a backslash before it
 * belongs to its cell.
 *
 * @example readTable('| a | b |\n|---|---|\n| 1 | x\\|y |', { from: 0, to: 34 }).rows[0]?.cells // [{ from: 22, to: 23 }, { from: 26, to: 30 }]
 */
import { isSpace, trimEnd } from './block-starts.js';
import { lineEndAt } from './text-lines.js';
import type { TextRange } from './text-range.js';

/** From its first sign to its last, bars included. */
export interface TableRow extends TextRange {
  /** Without the white space around them; empty cells have `from` equal to `to`. */
  readonly cells: readonly TextRange[];
}

export interface Table {
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

const [BAR, BACKSLASH, GREATER] = [124, 92, 62] as const;

/** `range`: from the header row to the end of the last row. `quotes`: block quotes around it. */
export function readTable(text: string, { from, to }: TextRange, quotes = 0): Table {
  const lines: TableRow[] = [];
  for (let at = from; at < to; ) {
    const end = Math.min(to, lineEndAt(text, at));
    lines.push(readRow(text, at === from ? at : afterQuotes(text, at, end, quotes), end));
    at = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  const [header, , ...rows] = lines;
  return { header: header ?? { from, to: from, cells: [] }, rows };
}

function readRow(text: string, lineFrom: number, lineTo: number): TableRow {
  const from = skipSpace(text, lineFrom, lineTo);
  const to = trimEnd(text, from, lineTo);
  const cells: TextRange[] = [];
  let start = text.charCodeAt(from) === BAR ? from + 1 : from;
  for (let at = start; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && (text.charCodeAt(at + 1) === BAR || text.charCodeAt(at + 1) === BACKSLASH)) at++;
    else if (code === BAR) {
      cells.push(cellOf(text, start, at));
      start = at + 1;
    }
  }
  if (start < to) cells.push(cellOf(text, start, to));
  return { from, to, cells };
}

function cellOf(text: string, from: number, to: number): TextRange {
  const start = skipSpace(text, from, to);
  return { from: start, to: trimEnd(text, start, to) };
}

function afterQuotes(text: string, from: number, to: number, quotes: number): number {
  let at = from;
  for (let left = quotes; left > 0; left--) {
    const marker = skipSpace(text, at, to);
    if (text.charCodeAt(marker) !== GREATER) break;
    at = marker + 1;
  }
  return at;
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}
