/**
 * Edits that add a section or a list item to a note, in the note's own manner: its line endings, its list marker, one
 * blank line around what is added.
 *
 * @example insertSectionEdit('# A\n', 4, { heading: 'Why', level: 2, body: 'Trust.' })
 * // { from: 4, to: 4, insert: '\n## Why\n\nTrust.\n' }
 */
import { nextLine } from './frontmatter-block.js';
import { lineEndingOf, withLineEnding } from './line-ending.js';
import type { TextEdit } from './text-edit.js';

export { lineEndingOf } from './line-ending.js';

export interface NewSection {
  /** The heading's text; line endings in it become spaces. */
  readonly heading: string;
  /** 1 to 6. */
  readonly level: number;
  /** Markdown, of any number of lines; empty for a heading alone. */
  readonly body: string;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Inserts a section at the start of a line or the end of the text, with a blank line before and after it where none is
 * there. Nothing of the text is replaced, and one without a final line ending stays without.
 * Throws when `at` is in the middle of a line or the level is none.
 */
export function insertSectionEdit(text: string, at: number, { heading, level, body }: NewSection): TextEdit {
  if (!Number.isInteger(level) || level < 1 || level > 6) throw new Error(`A heading has a level from 1 to 6, not ${level}.`);
  if (at !== text.length && !isLineStart(text, at)) throw new Error(`Offset ${at} is not the start of a line.`);
  const ending = lineEndingOf(text);
  const title = `${'#'.repeat(level)} ${heading.replace(/\s*[\r\n]+\s*/g, ' ').trim()}`.trimEnd();
  const content = trimBlankLines(body);
  const section = content === '' ? title : `${title}${ending}${ending}${withLineEnding(content, ending)}`;
  return insertBlock(text, at, section, ending);
}

/** Inserts lines with a blank one before and after them where none is there. */
function insertBlock(text: string, at: number, lines: string, ending: string): TextEdit {
  return { from: at, to: at, insert: blankBefore(text, at, ending) + lines + blankAfter(text, at, ending) };
}

function blankBefore(text: string, at: number, ending: string): string {
  if (at === startOf(text)) return '';
  if (!isLineStart(text, at)) return ending + ending;
  return isBlank(text, Math.max(previousLine(text, at), startOf(text)), at) ? '' : ending;
}

function blankAfter(text: string, at: number, ending: string): string {
  if (at < text.length) return isBlank(text, at, nextLine(text, at)) ? ending : ending + ending;
  return at > startOf(text) && !endsWithLineEnding(text) ? '' : ending;
}

/**
 * Adds an item after the last one of a section, with its marker, or starts a list behind the section's other content.
 * `contentFrom` is where the line after the heading starts, `contentTo` where the next heading does or the text ends.
 */
export function appendListItemEdit(text: string, contentFrom: number, contentTo: number, item: string): TextEdit {
  const ending = lineEndingOf(text);
  const list = lastItem(text, contentFrom, contentTo);
  if (list !== undefined) {
    const line = itemText(list.marker, item, ending);
    const insert = isLineStart(text, list.end) ? line + ending : ending + line;
    return { from: list.end, to: list.end, insert };
  }
  return insertBlock(text, lastContentEnd(text, contentFrom, contentTo), itemText('- ', item, ending), ending);
}

/** Marker and text; further lines of the text are indented to stay within the item. */
function itemText(marker: string, item: string, ending: string): string {
  const indent = ' '.repeat(marker.length);
  const [first = '', ...others] = trimBlankLines(item).trimStart().split(/\r\n|\n|\r/);
  return [marker + first, ...others.map((line) => (line === '' ? '' : indent + line))].join(ending);
}

/** Up to three spaces, a bullet or number, and the spaces behind it. */
const MARKER = /^( {0,3})([-*+]|\d{1,9}[.)])([ \t]+|$)/;
const CODE_FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A rule looks like a bullet with bullets in it. */
const RULE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;

interface LastItem {
  readonly marker: string;
  /** Behind the last line of the item, its own line ending included where it has one. */
  readonly end: number;
}

/** The last item of a list that is not inside anything else. Nested lines and text behind a blank line belong to it when indented. */
function lastItem(text: string, from: number, to: number): LastItem | undefined {
  let found: { marker: string; end: number } | undefined;
  let open = false;
  let fence = '';
  let afterBlank = false;
  for (let line = from; line < to; line = nextLine(text, line)) {
    const end = Math.min(nextLine(text, line), to);
    const content = text.slice(line, end).replace(/[\r\n]+$/, '');
    if (content.trim() === '') {
      afterBlank = true;
      continue;
    }
    const indented = /^(?: {2,}|\t)/.test(content);
    const opening: string | undefined = CODE_FENCE.exec(content)?.[1];
    const isRule = fence === '' && RULE.test(content);
    const marker = fence === '' && !isRule ? MARKER.exec(content) : null;
    if (marker !== null && !(open && indented)) {
      found = { marker: nextMarker(marker), end };
      open = true;
    } else if (open && found !== undefined && (indented || (!afterBlank && opening === undefined && !isRule && !content.startsWith('#')))) {
      found.end = end;
    } else open = false;
    if (opening !== undefined && fence === '') fence = opening;
    else if (opening !== undefined && opening.startsWith(fence) && content.trim() === opening) fence = '';
    afterBlank = false;
  }
  return found;
}

/** The same bullet, or the number after it, with the same spaces; one space behind a marker that stands alone. */
function nextMarker([, indent = '', sign = '-', gap = '']: RegExpExecArray): string {
  const number = Number.parseInt(sign, 10);
  const next = Number.isNaN(number) ? sign : `${number + 1}${sign.slice(-1)}`;
  return indent + next + (gap.length > 0 && gap.length <= 4 ? gap : ' ');
}

/** Behind the last line with content in the range, or where the range starts. */
function lastContentEnd(text: string, from: number, to: number): number {
  let end = from;
  for (let line = from; line < to; line = nextLine(text, line)) {
    const next = Math.min(nextLine(text, line), to);
    if (!isBlank(text, line, next)) end = next;
  }
  return end;
}

function trimBlankLines(text: string): string {
  return text.replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '').replace(/\s+$/, '');
}

function startOf(text: string): number {
  return text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
}

function isLineStart(text: string, at: number): boolean {
  if (at === startOf(text)) return true;
  const before = text.charCodeAt(at - 1);
  return before === 10 || (before === 13 && text.charCodeAt(at) !== 10);
}

function endsWithLineEnding(text: string): boolean {
  return /[\r\n]$/.test(text);
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return true;
}

/** The start of the line that ends right before an offset which starts a line, or of the line that the offset is in. */
function previousLine(text: string, at: number): number {
  let end = at;
  if (text.charCodeAt(end - 1) === 10) end--;
  if (text.charCodeAt(end - 1) === 13) end--;
  while (end > 0 && text.charCodeAt(end - 1) !== 10 && text.charCodeAt(end - 1) !== 13) end--;
  return end;
}
