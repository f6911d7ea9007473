/**
 * The items of the lists in a stretch of a note, each with the text of its own first paragraph: dated evidence, tasks.
 * Items in block quotes and callouts belong to those, and what looks like an item in code or a comment is none.
 *
 * @example readListItems('- [x] Done\n  - more', { from: 0, to: 19 })
 * // [{ from: 0, to: 10, textFrom: 6, textTo: 10, task: 'x', depth: 0 }, { from: 13, to: 19, …, depth: 1 }]
 */
import { isSpace, trimEnd } from './block-starts.js';
import { scanBlocks } from './block-scanner.js';
import type { Container } from './containers.js';
import type { Paragraph } from './paragraph.js';
import type { TextRange } from './text-range.js';

/** From the item's marker to the end of its own first paragraph. */
export interface ListItem extends TextRange {
  /** Its first paragraph without a task marker; equal when there is none. Later lines keep their indentation. */
  readonly textFrom: number;
  readonly textTo: number;
  /** The character between the brackets of a task. */
  readonly task?: string;
  /** How many items are around it. */
  readonly depth: number;
}

/**
 * Reads from `range.from`, which must be the start of a line, in the order of the text. Items with more than `maxDepth`
 * others around them are left out.
 */
export function readListItems(text: string, range: TextRange, maxDepth = Number.POSITIVE_INFINITY): readonly ListItem[] {
  const part = text.slice(Math.max(0, range.from), Math.max(0, range.to));
  const offset = Math.max(0, range.from);
  const items: ListItem[] = [];
  let last: Container | undefined;
  scanBlocks(part, 0, {
    item(container) {
      last = undefined;
      if (container.quotes > 0 || container.inFootnote || container.items > maxDepth + 1) return;
      last = container;
      const to = offset + container.markerTo;
      items.push({ from: offset + container.from, to, textFrom: to, textTo: to, depth: container.items - 1 });
    },
    paragraph(paragraph, container) {
      const item = items[items.length - 1];
      const isOwn = container !== undefined && container === last && paragraph.first;
      if (!isOwn || item === undefined || paragraph.tableFrom === paragraph.from) return;
      items[items.length - 1] = withParagraph(part, offset, item, paragraph);
    },
    heading: ignore,
    raw: ignore,
    almostHeading: ignore,
  });
  return items;
}

/** The length of `[x] ` with the white space after it; 0 when the text starts with no task marker. */
export function taskMarkerLength(text: string, from: number, to: number): number {
  if (text.charCodeAt(from) !== 91) return 0;
  const code = text.codePointAt(from + 1);
  const close = from + 1 + (code !== undefined && code > 0xffff ? 2 : 1);
  if (close >= to || text.charCodeAt(close) !== 93) return 0;
  let end = close + 1;
  while (end < to && isSpace(text.charCodeAt(end))) end++;
  return end > close + 1 || end === to || isLineEnd(text.charCodeAt(end)) ? end - from : 0;
}

function withParagraph(part: string, offset: number, item: ListItem, paragraph: Paragraph): ListItem {
  const end = paragraph.tableFrom ?? paragraph.to;
  const marker = taskMarkerLength(part, paragraph.from, end);
  const textFrom = paragraph.from + marker;
  const textTo = trimEnd(part, textFrom, end);
  const text = { textFrom: offset + textFrom, textTo: offset + textTo };
  const closed = trimEnd(part, paragraph.from, textFrom);
  const to = offset + Math.max(textTo, closed);
  if (marker === 0) return { ...item, ...text, to };
  return { ...item, ...text, to: textTo === textFrom ? offset + closed : to, task: taskCharacter(part, paragraph.from) };
}

function taskCharacter(text: string, from: number): string {
  return String.fromCodePoint(text.codePointAt(from + 1) ?? 32);
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function ignore(): void {
  // Not a list item.
}
