/**
 * The lines of a list that two sides changed: each item as its own side wrote it, with the comments beside it, in the manner
 * (brackets or dashes) of the side that changed the manner, else of ours.
 */
import { nextLine } from '../markdown/frontmatter-block.js';
import { lineEndAt, lineStartAt } from '../markdown/text-lines.js';
import { writeScalar } from '../markdown/yaml-writing.js';
import type { KeyPiece } from './key-piece.js';
import { pickChanged } from './merge-text.js';

interface ListItem {
  readonly value: unknown;
  /** As written, quotes included. */
  readonly source: string;
  /** In a list below its name: the whole lines, with comments. */
  readonly lines: string | undefined;
}

/** How a list is written: below its name, with so much before the dash. A single value has no manner. */
type ListManner = 'brackets' | 'scalar' | `${string}-`;

/**
 * Ways to write the property's own lines with the items of a set, best first: brackets have no room for comments. None when an
 * item is not on a line of its own.
 */
export function setDrafts(base: KeyPiece | undefined, ours: KeyPiece, theirs: KeyPiece, values: readonly unknown[], ending: string): readonly string[] {
  const sides = exampleOf(base, ours, theirs) === ours ? [ours, theirs] : [theirs, ours];
  return sides.flatMap((example) => (mannerOf(example) === 'scalar' ? [] : (writeSet(example, ours, theirs, values, ending) ?? [])));
}

function writeSet(example: KeyPiece, ours: KeyPiece, theirs: KeyPiece, values: readonly unknown[], ending: string): string | undefined {
  const [mine, other] = [readItems(ours), readItems(theirs)];
  if (mine === undefined || other === undefined) return undefined;
  const items: ListItem[] = [];
  for (const value of values) {
    const item = takeItem(mine, value) ?? takeItem(other, value);
    if (item === undefined) return undefined;
    items.push(item);
  }
  if (items.length === 0 || mannerOf(example) === 'brackets') return inBrackets(example, items);
  return inDashes(example, items, ending);
}

/** The first of equal items, so that an item written twice keeps both of its lines. */
function takeItem(items: ListItem[], value: unknown): ListItem | undefined {
  const at = items.findIndex((item) => Object.is(item.value, value));
  return at === -1 ? undefined : items.splice(at, 1)[0];
}

/** The side whose manner is taken; a single value has none. */
function exampleOf(base: KeyPiece | undefined, ours: KeyPiece, theirs: KeyPiece): KeyPiece {
  const [mine, other] = [mannerOf(ours), mannerOf(theirs)];
  if (mine === 'scalar' || other === 'scalar') return mine === 'scalar' ? theirs : ours;
  return pickChanged(base === undefined ? mine : mannerOf(base), mine, other)?.picked === other ? theirs : ours;
}

function mannerOf({ own, value, valueFrom }: KeyPiece): ListManner {
  if (!Array.isArray(value)) return 'scalar';
  return own.charAt(valueFrom) === '[' ? 'brackets' : `${own.slice(lineStartAt(own, valueFrom), valueFrom)}-`;
}

function readItems(piece: KeyPiece): ListItem[] | undefined {
  const { own, value, valueFrom, valueTo, items } = piece;
  if (value === null) return [];
  if (!Array.isArray(value)) return [{ value, source: own.slice(valueFrom, valueTo), lines: undefined }];
  const isDashed = mannerOf(piece) !== 'brackets';
  const read: ListItem[] = [];
  for (const [index, { from, to }] of items.entries()) {
    const source = own.slice(from, to);
    if (/[\r\n]/.test(source)) return undefined;
    const next = items[index + 1];
    const line = lineStartAt(own, from);
    if (isDashed && own.slice(line, from).trim() !== '-') return undefined;
    read.push({ value: value[index], source, lines: isDashed ? own.slice(line, next === undefined ? own.length : lineStartAt(own, next.from)) : undefined });
  }
  return read;
}

function inBrackets({ own, keyTo, valueFrom, valueTo, value }: KeyPiece, items: readonly ListItem[]): string {
  const written = `[${items.map(({ value: item, source, lines }) => (lines !== undefined && typeof item === 'string' && !/^["']/.test(source) ? writeScalar(item, 'plain', 'brackets') : source)).join(', ')}]`;
  if (Array.isArray(value) && own.charAt(valueFrom) === '[') return own.slice(0, valueFrom) + written + own.slice(valueTo);
  const colon = own.indexOf(':', keyTo) + 1;
  return `${own.slice(0, colon)} ${written}${own.slice(lineEndAt(own, keyTo) === lineEndAt(own, valueFrom) ? valueTo : colon, nextLine(own, keyTo))}`;
}

function inDashes({ own, valueFrom, items: [first] }: KeyPiece, items: readonly ListItem[], ending: string): string {
  const start = lineStartAt(own, valueFrom);
  const indent = own.slice(start, valueFrom);
  const space = first === undefined ? ' ' : own.slice(valueFrom + 1, first.from) || ' ';
  return own.slice(0, start) + items.map(({ source, lines }) => (lines === undefined ? `${indent}-${space}${source}${ending}` : reindent(lines, indent))).join('');
}

/** The lines of an item with another indent before its dash. */
function reindent(lines: string, indent: string): string {
  const old = /^ */.exec(lines)?.[0] ?? '';
  if (old === indent) return lines;
  return indent + lines.slice(old.length);
}
