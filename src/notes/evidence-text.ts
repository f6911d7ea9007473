/**
 * Text for a line of evidence: one line that stays within its item, whatever was typed or selected. What would hide the
 * lines behind it, end it early or change its category is made harmless; it reads as it was written.
 *
 * @example harmlessText('%% so\nhe paid #money', { form: 'did', category: 'time' }, settings) // '% so he paid \#money'
 */
import type { Evidence } from '../playbook/note.js';
import { evidenceTags } from './evidence-tags.js';
import type { PlaybookSettings } from './playbook-settings.js';

/** Signs that turn the direction of what stands behind them. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line. Tags of other categories and signs than those given are escaped: the first one of a line would count. */
export function harmlessText(text: string, { form, category, sign }: Pick<Evidence, 'form' | 'category' | 'sign'>, settings: PlaybookSettings): string {
  const line = harmlessLine(text)
    // What stands between the day and the text is not read as text.
    .replace(/^[\s—–]+/u, '')
    .replace(/^(?=[:,-])/, '\\');
  let out = '';
  let at = 0;
  for (const tag of evidenceTags(line, settings).tags) {
    // What was said has no category, whatever its tags name.
    const isMeant = tag.sign === undefined ? form === 'said' || tag.category === category : tag.sign === sign;
    if (isMeant) continue;
    out += `${line.slice(at, tag.from)}\\`;
    at = tag.from;
  }
  return out + line.slice(at);
}

/** One line that hides nothing behind it, ends nothing early and is no block to link to. */
export function harmlessLine(text: string): string {
  return closedMarks(oneLine(text))
    .replace(/%{2,}/g, '%')
    .replaceAll('<!--', '<\\!--')
    .replace(/\${2,}/g, '$')
    .replaceAll('<%', '< %')
    .replace(/(^| )\^(?=[A-Za-z0-9-]+$)/, '$1\\^');
}

/** Halves of a sign count as white space: a file cannot hold them. */
function oneLine(text: string): string {
  return text.replace(DIRECTION, '').replace(/[\s\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]+/gu, ' ').trim();
}

/** Without backticks and double brackets that are opened and not closed, or the other way round: what follows would belong to them. */
function closedMarks(text: string): string {
  const backticks = text.split('`').length - 1;
  const closed = backticks % 2 === 0 ? text : text.replaceAll('`', '’');
  return closed
    .split(/(\[\[[^[\]]+\]\])/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\[{2,}/g, '[').replace(/\]{2,}/g, ']')))
    .join('');
}

/** More of a selection is not looked at. */
const LONGEST_SELECTION = 4000;
/** OURS: what still reads as one line of evidence. */
const LONGEST_TEXT = 300;

/**
 * What a selection in a note says, as one line: without the markers of quotes, callouts, lists, tasks, headings and
 * tables, without block ids, and without comments, which nobody meant to quote. Links and emphasis stay.
 */
export function textOfSelection(selection: string): string {
  const lines = withoutComments(selection.slice(0, LONGEST_SELECTION)).split(/\r\n|\n|\r/).map(textOfLine);
  const text = oneLine(lines.join(' '));
  if (text.length <= LONGEST_TEXT && selection.length <= LONGEST_SELECTION) return text;
  const cut = text.slice(0, LONGEST_TEXT).replace(/\p{Surrogate}$/u, '');
  const end = cut.lastIndexOf(' ');
  return `${(end > LONGEST_TEXT / 2 ? cut.slice(0, end) : cut).trimEnd()} …`;
}

function textOfLine(raw: string): string {
  const line = raw.replace(/^(?:\s*>)+/, '').trim();
  if (/^(?:`{3,}|~{3,}|([-*_])(?:\s*\1){2,}$)/.test(line)) return '';
  const row = /^\|(.*)$/.exec(line)?.[1];
  if (row !== undefined) return textOfRow(row);
  return line
    .replace(/^#{1,6}\s+/, '')
    .replace(/^\[!\w+\][+-]?/, '')
    .replace(/^(?:[-*+]|\d{1,9}[.)])\s+(?:\[.\]\s+)?/u, '')
    .replace(/\s\^[A-Za-z0-9-]+$/, '');
}

function textOfRow(row: string): string {
  if (/^[\s:|-]*$/.test(row)) return '';
  // A bar within a cell is escaped.
  const cells = row.replaceAll('\\|', '\0').split('|');
  return cells.map((cell) => cell.trim().replaceAll('\0', '|')).filter((cell) => cell !== '').join(', ');
}

function withoutComments(text: string): string {
  return withoutBetween(withoutBetween(text, '%%', '%%'), '<!--', '-->');
}

function withoutBetween(text: string, open: string, close: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start === -1 ? -1 : text.indexOf(close, start + open.length);
    if (end === -1) return out + text.slice(at);
    out += text.slice(at, start);
    at = end + close.length;
  }
}
