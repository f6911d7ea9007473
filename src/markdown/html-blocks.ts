/**
 * Where an HTML block starts and what ends it, by CommonMark's seven conditions.
 *
 * @example htmlBlockEnd('<div>', 0, 5, false) // 'blank': it ends before a blank line
 */
import { isSpace } from './block-starts.js';
import { isAsciiLetter, isDigit } from './characters.js';
import { indexBefore } from './text-search.js';

/** What ends the block: a blank line, a closing tag of raw text, or a string, on the line that holds it. */
export type HtmlEnd = 'blank' | 'raw' | '-->' | '?>' | '>' | ']]>';

const RAW_NAMES = ['script', 'pre', 'style', 'textarea'];
/** Long enough for every name below. A longer one is no block. */
const MAX_NAME_LENGTH = 10;
const BLOCK_NAMES = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);

const GREATER = 62;
const SLASH = 47;

/** How the block that starts with the `<` at `at` ends; undefined when none does. A lone tag may not end a paragraph. */
export function htmlBlockEnd(text: string, at: number, to: number, inParagraph: boolean): HtmlEnd | undefined {
  if (text.startsWith('!--', at + 1)) return '-->';
  const first = text.charCodeAt(at + 1);
  if (first === 63) return '?>';
  if (first === 33) {
    if (isAsciiLetter(text.charCodeAt(at + 2))) return '>';
    return text.startsWith('[CDATA[', at + 2) ? ']]>' : undefined;
  }
  const closing = first === SLASH;
  const nameFrom = closing ? at + 2 : at + 1;
  if (nameFrom >= to || !isAsciiLetter(text.charCodeAt(nameFrom))) return undefined;
  let nameTo = nameFrom;
  while (nameTo < to && isNameCode(text.charCodeAt(nameTo))) nameTo++;
  const after = nameTo < to ? text.charCodeAt(nameTo) : -1;
  if (nameTo - nameFrom <= MAX_NAME_LENGTH) {
    const name = text.slice(nameFrom, nameTo).toLowerCase();
    const ends = after === -1 || after === GREATER || isSpace(after);
    if (!closing && ends && RAW_NAMES.includes(name)) return 'raw';
    const selfCloses = after === SLASH && nameTo + 1 < to && text.charCodeAt(nameTo + 1) === GREATER;
    if ((ends || selfCloses) && BLOCK_NAMES.has(name)) return 'blank';
  }
  if (inParagraph) return undefined;
  const tagTo = closing ? closingTagEnd(text, nameTo, to) : openTagEnd(text, nameTo, to);
  if (tagTo === -1) return undefined;
  for (let index = tagTo; index < to; index++) if (!isSpace(text.charCodeAt(index))) return undefined;
  return 'blank';
}

/** Whether the block's end lies in from..to. */
export function endsHtmlBlock(text: string, from: number, to: number, end: HtmlEnd): boolean {
  if (end === 'blank') return false;
  if (end !== 'raw') return indexBefore(text, end, from, to) !== -1;
  for (let at = indexBefore(text, '</', from, to); at !== -1; at = indexBefore(text, '</', at + 2, to)) {
    for (const name of RAW_NAMES) {
      const nameTo = at + 2 + name.length;
      if (nameTo < to && text.charCodeAt(nameTo) === GREATER && text.slice(at + 2, nameTo).toLowerCase() === name) return true;
    }
  }
  return false;
}

/** The offset after the tag whose name ends at `at`, or -1. */
function openTagEnd(text: string, at: number, to: number): number {
  let index = at;
  for (;;) {
    const spaced = skipSpace(text, index, to);
    const code = spaced < to ? text.charCodeAt(spaced) : -1;
    if (code === GREATER) return spaced + 1;
    if (code === SLASH) return spaced + 1 < to && text.charCodeAt(spaced + 1) === GREATER ? spaced + 2 : -1;
    if (spaced === index || !isAttributeStart(code)) return -1;
    index = attributeEnd(text, spaced, to);
    if (index === -1) return -1;
  }
}

function closingTagEnd(text: string, at: number, to: number): number {
  const index = skipSpace(text, at, to);
  return index < to && text.charCodeAt(index) === GREATER ? index + 1 : -1;
}

function attributeEnd(text: string, at: number, to: number): number {
  let index = at + 1;
  while (index < to && isAttributeCode(text.charCodeAt(index))) index++;
  const equals = skipSpace(text, index, to);
  if (equals === to || text.charCodeAt(equals) !== 61) return index;
  const from = skipSpace(text, equals + 1, to);
  if (from === to) return -1;
  const quote = text.charCodeAt(from);
  if (quote === 34 || quote === 39) {
    const close = indexBefore(text, quote === 34 ? '"' : "'", from + 1, to);
    return close === -1 ? -1 : close + 1;
  }
  let end = from;
  while (end < to && isUnquotedCode(text.charCodeAt(end))) end++;
  return end === from ? -1 : end;
}

function skipSpace(text: string, at: number, to: number): number {
  let index = at;
  while (index < to && isSpace(text.charCodeAt(index))) index++;
  return index;
}

function isNameCode(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code) || code === 45;
}

function isAttributeStart(code: number): boolean {
  return isAsciiLetter(code) || code === 95 || code === 58;
}

function isAttributeCode(code: number): boolean {
  return isAttributeStart(code) || isDigit(code) || code === 46 || code === 45;
}

/** Not white space, quotes, `/`, `<`, `=`, `>` or a backquote. (CommonMark allows the slash, remark does not.) */
function isUnquotedCode(code: number): boolean {
  return !isSpace(code) && code !== 34 && code !== 39 && code !== SLASH && code !== 60 && code !== 61 && code !== 62 && code !== 96;
}
