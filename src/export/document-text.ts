/**
 * A document for a terminal: lines of at most 96 columns, headings by underline and indent, tables by spaces. A place
 * stands on a line of its own, whole, so that it can be copied and clicked; nothing in it is a raw control.
 */
import { printable } from './printable.js';
import type { DocumentBlock, DocumentItem, DocumentSection } from './text-document.js';

const COLUMNS = 96;
/** A cell of a table is cut behind so many columns. */
const CELL_COLUMNS = 30;
const INDENT = '  ';

/** Each section with its line end, a blank line between two. */
export function formatDocumentText(sections: readonly DocumentSection[]): string {
  return sections.map((section) => `${sectionLines(section, 0).join('\n')}\n`).join('\n');
}

function sectionLines({ heading, blocks, sections = [] }: DocumentSection, depth: number): readonly string[] {
  const title = printable(heading);
  const head = depth === 0 ? [title, '='.repeat(Math.min(COLUMNS, columnsOf(title)))] : wrapped(title, '', '');
  const indent = depth === 0 ? '' : INDENT;
  return [...head, ...blocks.flatMap((block) => blockLines(block, indent)), ...sections.flatMap((section) => ['', ...sectionLines(section, depth + 1)])];
}

function blockLines(block: DocumentBlock, indent: string): readonly string[] {
  switch (block.kind) {
    case 'text': return wrapped(printable(block.text), indent, indent);
    case 'list': return block.items.flatMap((item) => itemLines(item, `${indent}- `));
    case 'numbered': return block.items.flatMap((item, index) => itemLines(item, `${indent}${index + 1}. `));
    case 'table': return tableLines(block.head, block.rows).map((line) => `${indent}${line}`);
  }
}

function itemLines({ text, place }: DocumentItem, marker: string): readonly string[] {
  const indent = ' '.repeat(marker.length);
  return [...wrapped(printable(text), marker, indent), ...(place === undefined ? [] : [`${indent}${printable(place)}`])];
}

/** Breaks at spaces; a longer word stays whole. */
function wrapped(text: string, first: string, rest: string): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let width = first.length;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    const columns = columnsOf(word);
    if (!isEmpty && width + 1 + columns > COLUMNS) {
      lines.push(line);
      line = rest;
      width = rest.length;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    width += columns + (isEmpty ? 0 : 1);
    isEmpty = false;
  }
  return [...lines, line];
}

/** Columns that hold numbers alone are set right. */
function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const cells = [head, ...rows].map((row) => row.map((cell) => cut(printable(cell))));
  const widths = head.map((_, column) => cells.reduce((most, row) => Math.max(most, columnsOf(row[column] ?? '')), 0));
  const isNumeric = head.map((_, column) => rows.every((row) => /^-?\d*$/.test(row[column] ?? '')));
  const lineOf = (row: readonly string[]): string =>
    widths.map((width, column) => {
      const cell = row[column] ?? '';
      const space = ' '.repeat(width - columnsOf(cell));
      return isNumeric[column] === true ? space + cell : cell + space;
    }).join('  ').trimEnd();
  const [first = [], ...others] = cells;
  return [lineOf(first), widths.map((width) => '-'.repeat(width)).join('  '), ...others.map(lineOf)];
}

function cut(text: string): string {
  if (columnsOf(text) <= CELL_COLUMNS) return text;
  let kept = '';
  let width = 1;
  for (const character of text) {
    width += columnsOf(character);
    if (width > CELL_COLUMNS) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

const ASCII = /^[\x20-\x7e]*$/;
const MARK = /^(?:\p{Mn}|\p{Me}|[\u200b-\u200d]|[\ufe00-\ufe0f])$/u;
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]$/u;

/** Columns that a terminal gives a text, as far as characters tell. */
function columnsOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += MARK.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}
