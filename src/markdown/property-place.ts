/**
 * Where the cursor stands in frontmatter that is being typed: in a property's name, or in a value, alone, in brackets or
 * behind a dash. Read line by line and not as YAML, since what is half typed seldom is.
 *
 * @example At the end of `---\nsponsor: ["[[An`: the value of `sponsor` in brackets, quote `"`, query `An`.
 */
import { nextLine } from './frontmatter-block.js';
import type { TextRange } from './text-range.js';
import { lineEndAt, lineStartAt } from './text-lines.js';

/** `from`–`to`: what a completion replaces, up to the end of the word or item that the cursor is in. */
interface Place extends TextRange {
  /** What was typed before the cursor, without quotes and link brackets. */
  readonly query: string;
  /** The block's properties, by name, with what their first line says; the last of a name. */
  readonly scalars: ReadonlyMap<string, string>;
}

export interface NamePlace extends Place {
  readonly kind: 'name';
  /** A colon follows already. */
  readonly hasColon: boolean;
}

export interface ValuePlace extends Place {
  readonly kind: 'value';
  readonly name: string;
  readonly form: 'scalar' | 'brackets' | 'dash';
  /** The quote that was typed; empty for none. */
  readonly quote: '' | '"' | "'";
  /** Right behind the colon or dash, where YAML wants a space. */
  readonly needsSpace: boolean;
}

const NAME = /^([\p{L}_][\p{L}\p{N}_ -]*?)[ \t]*:(?=[ \t\r\n]|$)/u;
const PARTIAL_NAME = /^[\p{L}\p{N}_-]*$/u;
const DASH = /^[ \t]*-(?:[ \t]+|$)/;
/** Longer blocks are no one's frontmatter, and are not searched. */
const LONGEST = 262_144;

/** Undefined outside the frontmatter, in a comment, and where neither a name nor a value can stand. */
export function findPropertyPlace(text: string, offset: number): NamePlace | ValuePlace | undefined {
  const block = openBlock(text);
  if (block === undefined || offset < block.from || offset > block.to) return undefined;
  const scalars = readScalars(text, block);
  const line = lineStartAt(text, offset);
  const typed = text.slice(line, offset);
  if (/(?:^|\s)#[^"']*$/.test(typed)) return undefined;
  if (PARTIAL_NAME.test(typed)) {
    const name = ownerOf(text, line, block.from);
    if (name === undefined || !isOpenBracket(text.slice(name.valueFrom, offset))) return namePlace(text, line, offset, typed, scalars);
  }
  const named = NAME.exec(text.slice(line, lineEndAt(text, offset)));
  const owner = named !== null && offset >= line + named[0].length ? { name: named[1] ?? '', valueFrom: line + named[0].length } : ownerOf(text, line, block.from);
  return owner === undefined ? undefined : valuePlace(text, offset, line, owner, scalars);
}

/** The lines between the fences; while the closing one is missing, up to the first blank line or heading. */
function openBlock(text: string): TextRange | undefined {
  const opening = /^\uFEFF?---(?:\r\n|\n|\r)/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const from = opening.length;
  let unclosedTo = -1;
  for (let line = from; line < text.length && line < LONGEST; line = nextLine(text, line)) {
    const content = text.slice(line, lineEndAt(text, line));
    if (content === '---') return { from, to: Math.max(from, line - 1) };
    if (unclosedTo === -1 && (content.trim() === '' || /^#+ /.test(content))) unclosedTo = lineEndAt(text, line);
  }
  return { from, to: unclosedTo === -1 ? text.length : unclosedTo };
}

function readScalars(text: string, { from, to }: TextRange): ReadonlyMap<string, string> {
  const scalars = new Map<string, string>();
  for (let line = from; line < to; line = nextLine(text, line)) {
    const content = text.slice(line, lineEndAt(text, line));
    const match = NAME.exec(content);
    if (match !== null) scalars.set(match[1] ?? '', content.slice(match[0].length).replace(/\s#.*$/, '').trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  return scalars;
}

function namePlace(text: string, line: number, offset: number, typed: string, scalars: ReadonlyMap<string, string>): NamePlace {
  const rest = /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset, lineEndAt(text, offset)))?.[0] ?? '';
  const to = offset + rest.length;
  return { kind: 'name', from: line, to, query: typed, hasColon: /^[ \t]*:/.test(text.slice(to, lineEndAt(text, to))), scalars };
}

interface Owner {
  readonly name: string;
  readonly valueFrom: number;
}

/** The property above a line, whose value the line goes on with. */
function ownerOf(text: string, line: number, blockFrom: number): Owner | undefined {
  for (let start = line; start > blockFrom; ) {
    start = lineStartAt(text, text.charCodeAt(start - 1) === 10 && text.charCodeAt(start - 2) === 13 ? start - 2 : start - 1);
    const content = text.slice(start, lineEndAt(text, start));
    const match = NAME.exec(content);
    if (match !== null) return { name: match[1] ?? '', valueFrom: start + match[0].length };
    if (content.trim() !== '' && !/^[ \t]|^[-#\]]/.test(content)) return undefined;
  }
  return undefined;
}

function valuePlace(text: string, offset: number, line: number, { name, valueFrom }: Owner, scalars: ReadonlyMap<string, string>): ValuePlace | undefined {
  const chunk = text.slice(valueFrom, offset);
  const dash = valueFrom < line ? DASH.exec(text.slice(line, offset)) : null;
  const form = isOpenBracket(chunk) ? 'brackets' : dash === null ? 'scalar' : 'dash';
  if (form === 'scalar' && valueFrom < line) return undefined;
  const itemFrom = form === 'brackets' ? valueFrom + lastItemAt(chunk) : form === 'dash' ? line + (dash?.[0].length ?? 0) : valueFrom;
  const from = Math.min(offset, itemFrom + (/^[ \t\r\n]*/.exec(text.slice(itemFrom, offset))?.[0].length ?? 0));
  const typed = text.slice(from, offset);
  const quote = typed.startsWith('"') ? '"' : typed.startsWith("'") ? "'" : '';
  const query = typed.slice(quote.length).replace(/^\[\[/, '');
  if (quote !== '' && query.includes(quote)) return undefined;
  const before = text.charAt(from - 1);
  return { kind: 'value', name, form, quote, query, from, to: itemEnd(text, offset, form, quote, typed.includes('[[')), needsSpace: before === ':' || (form === 'dash' && before === '-'), scalars };
}

/** Whether a value's start opens a list in brackets that is not closed; `[[` alone is a link without quotes. */
function isOpenBracket(chunk: string): boolean {
  const start = chunk.trimStart();
  if (!start.startsWith('[') || (start.startsWith('[[') && !start.startsWith('[["'))) return false;
  return !/\]\s*(?:#.*)?$/.test(chunk.replace(/\[\[[^\]]*\]\]/g, ''));
}

/** Behind the last bracket or comma of a list that is not in quotes. */
function lastItemAt(chunk: string): number {
  let at = chunk.indexOf('[') + 1;
  let quote = '';
  for (let index = at; index < chunk.length; index++) {
    const sign = chunk.charAt(index);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if ((sign === '"' || sign === "'") && chunk.slice(at, index).trim() === '') quote = sign;
    else if (sign === ',') at = index + 1;
  }
  return at;
}

/** The end of the item that the cursor is in: its closing quote, or what an editor added as brackets, included. */
function itemEnd(text: string, offset: number, form: ValuePlace['form'], quote: string, isLink: boolean): number {
  const rest = text.slice(offset, lineEndAt(text, offset));
  if (quote !== '') {
    const close = rest.indexOf(quote);
    const isOwn = close !== -1 && !/["'[,]/.test(rest.slice(0, close));
    return offset + (isOwn ? close + 1 : (/^\]{0,2}/.exec(rest)?.[0].length ?? 0));
  }
  if (isLink) return offset + (/^[^\],]*\]\]/.exec(rest)?.[0].length ?? 0);
  const end = form === 'brackets' ? /^[^,\]]*/ : /^(?:[^\s#]|[ \t]+(?=[^\s#]))*/;
  return offset + (end.exec(rest)?.[0].trimEnd().length ?? 0);
}
