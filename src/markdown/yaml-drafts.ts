/**
 * Ways to change a file of settings at one place, best first. A draft may turn out not to say what it should;
 * yaml-edit.ts reads each one's result and takes the first that does.
 *
 * @example For `rules: {}` and the keys `one-ceo: off`, the draft inserts `one-ceo: off` between the braces.
 */
import { nextLine } from './frontmatter-block.js';
import { lineEndingOf, type LineEnding } from './line-ending.js';
import { editBrackets } from './list-edit.js';
import { changeDrafts } from './property-drafts.js';
import { NO_ITEMS, type Property } from './property.js';
import type { TextEdit } from './text-edit.js';
import { lineEndAt, lineStartAt } from './text-lines.js';
import type { YamlEntry, YamlNode, YamlTree } from './yaml-tree.js';
import { quoteStyleOf, writeBrackets, writeName, writeScalar, type QuoteStyle } from './yaml-writing.js';

export type YamlInput = string | number | boolean | readonly string[];

type YamlMap = Extract<YamlNode, { readonly kind: 'map' }>;

/** How a file indents: spaces of a map below its key, and of a list; or that it writes lists in brackets. */
interface Indents {
  readonly map: number;
  readonly list: 'brackets' | number;
  readonly ending: LineEnding;
}

const DEFAULT_INDENT = 2;

/** Drafts that give a key another value. `map` is what the key stands in. */
export function changeValueDrafts(text: string, tree: YamlTree, entry: YamlEntry, map: YamlNode | undefined, value: YamlInput): TextEdit[][] {
  const property = propertyOf(text, entry);
  if (map !== undefined && isFlow(text, map)) {
    const style = flowStyle(text, map);
    const { valueFrom, valueTo } = property;
    const written = isList(value) ? writeBrackets(value, style) : writeScalar(value, valueFrom < valueTo ? quoteStyleOf(text.slice(valueFrom, valueTo)) : style, 'brackets');
    const whole = [{ from: valueFrom, to: valueTo, insert: spaceAfterColon(text, valueFrom) + written }];
    return isList(value) && Array.isArray(property.value) ? [editBrackets(text, property, value, style), whole] : [whole];
  }
  const { list, ending } = indentsOf(text, tree);
  return changeDrafts({ text, ending, inBraces: false, lists: list }, property, value);
}

/** Drafts that add keys, one below the other, to a map. */
export function addKeyDrafts(text: string, tree: YamlTree, map: YamlMap, keys: readonly string[], value: YamlInput): TextEdit[][] {
  if (isFlow(text, map)) return [[addToFlow(text, map, writeFlowEntry(keys, value, flowStyle(text, map)))]];
  const last = map.entries.at(-1);
  if (last === undefined) return [];
  const indents = indentsOf(text, tree);
  return [[insertLines(text, nextLine(text, entryEnd(text, last)), writeLines(keys, value, columnOf(text, map.from), indents), indents.ending)]];
}

/** Drafts that give keys to a key without a value. */
export function fillKeyDrafts(text: string, tree: YamlTree, entry: YamlEntry, map: YamlNode | undefined, keys: readonly string[], value: YamlInput): TextEdit[][] {
  const { valueFrom, valueTo, keyFrom, keyTo } = propertyOf(text, entry);
  if (map !== undefined && isFlow(text, map)) {
    return [[{ from: valueFrom, to: valueTo, insert: `${spaceAfterColon(text, valueFrom)}{${writeFlowEntry(keys, value, flowStyle(text, map))}}` }]];
  }
  const indents = indentsOf(text, tree);
  const lineEnd = lineEndAt(text, keyTo);
  const lines = writeLines(keys, value, columnOf(text, keyFrom) + indents.map, indents);
  const written = [{ from: lineEnd, to: lineEnd, insert: indents.ending + lines.join(indents.ending) }];
  // A written null gives way.
  return [valueFrom === valueTo ? written : [{ from: text.indexOf(':', keyTo) + 1, to: valueTo, insert: '' }, ...written]];
}

/** Drafts for a file without a value: it may be empty, or hold comments. */
export function newFileDrafts(text: string, keys: readonly string[], value: YamlInput): TextEdit[][] {
  const ending = lineEndingOf(text);
  return [[insertLines(text, text.length, writeLines(keys, value, 0, { map: DEFAULT_INDENT, list: DEFAULT_INDENT, ending }), ending)]];
}

/** Drafts that remove a key with its value; in braces with the comma, else with its lines. */
export function removeKeyDrafts(text: string, map: YamlNode, entry: YamlEntry): TextEdit[][] {
  const to = entryEnd(text, entry);
  if (isFlow(text, map) && map.kind === 'map') {
    const index = map.entries.indexOf(entry);
    const previous = map.entries[index - 1];
    const next = map.entries[index + 1];
    const alone = { from: entry.keyRange.from, to: next?.keyRange.from ?? to, insert: '' };
    const isCommented = previous !== undefined && text.slice(entryEnd(text, previous), entry.keyRange.from).includes('#');
    return previous === undefined || isCommented ? [[alone]] : [[{ from: entryEnd(text, previous), to, insert: '' }], [alone]];
  }
  const from = lineStartAt(text, entry.keyRange.from);
  const end = nextLine(text, to);
  // The last line of a file that does not end with a line ending takes the one before it along.
  const isUnended = end === text.length && from > 0 && !endsLine(text);
  return [[{ from: isUnended ? endOfLineBefore(text, from) : from, to: end, insert: '' }]];
}

/** A key and its value with their places as edits of properties know them. */
function propertyOf(text: string, { key, keyRange, value }: YamlEntry): Property {
  const isNothing = value.kind === 'scalar' && value.value === null && (value.from === value.to || value.from === keyRange.from);
  const valueFrom = isNothing ? behindColon(text, keyRange.to) : value.from;
  const valueTo = isNothing ? valueFrom : contentEnd(text, value);
  return {
    name: key,
    from: keyRange.from,
    to: valueTo,
    keyFrom: keyRange.from,
    keyTo: keyRange.to,
    valueFrom,
    valueTo,
    value: value.kind === 'list' ? value.items.map((item) => (item.kind === 'scalar' ? item.value : item)) : value.kind === 'scalar' ? value.value : {},
    items: value.kind === 'list' ? value.items.map((item) => ({ from: item.from, to: contentEnd(text, item) })) : NO_ITEMS,
  };
}

function behindColon(text: string, keyTo: number): number {
  let at = text.indexOf(':', keyTo) + 1;
  while (text.charAt(at) === ' ') at++;
  return at;
}

/** Where an entry's text ends; one without a value ends with its colon. */
function entryEnd(text: string, entry: YamlEntry): number {
  const { valueFrom, valueTo, keyTo } = propertyOf(text, entry);
  return valueFrom === valueTo ? Math.max(keyTo, text.indexOf(':', keyTo) + 1) : valueTo;
}

/** Without the comments and blank lines that the parser counts to a block. */
function contentEnd(text: string, node: YamlNode): number {
  const last = node.kind === 'map' ? node.entries.at(-1) : node.kind === 'list' ? node.items.at(-1) : undefined;
  if (last !== undefined && !isFlow(text, node)) return 'keyRange' in last ? entryEnd(text, last) : contentEnd(text, last);
  // Text in a block ends behind its line ending.
  return node.to > node.from && endsLine(text.slice(0, node.to)) ? endOfLineBefore(text, node.to) : node.to;
}

function isFlow(text: string, node: YamlNode): boolean {
  return node.kind === 'map' ? text.charAt(node.from) === '{' : node.kind === 'list' && text.charAt(node.from) === '[';
}

/** As JSON writes it where the map's keys are written so. */
function flowStyle(text: string, map: YamlNode): QuoteStyle {
  const first = map.kind === 'map' ? map.entries[0] : undefined;
  return first !== undefined && text.charAt(first.keyRange.from) === '"' ? 'double' : 'plain';
}

function addToFlow(text: string, map: YamlMap, written: string): TextEdit {
  const last = map.entries.at(-1);
  const at = last === undefined ? map.from + 1 : entryEnd(text, last);
  if (last === undefined) return { from: at, to: at, insert: written };
  const line = lineStartAt(text, last.keyRange.from);
  // On a line of its own where the last one has one.
  const isAlone = line > 0 && text.slice(line, last.keyRange.from).trim() === '';
  return { from: at, to: at, insert: `,${isAlone ? text.slice(endOfLineBefore(text, line), last.keyRange.from) : ' '}${written}` };
}

function writeFlowEntry([key = '', ...below]: readonly string[], value: YamlInput, style: QuoteStyle): string {
  const name = writeName(key, /^[A-Za-z][\w -]*$/.test(key) ? style : 'double');
  if (below.length > 0) return `${name} {${writeFlowEntry(below, value, style)}}`;
  return `${name} ${isList(value) ? writeBrackets(value, style) : writeScalar(value, style, 'brackets')}`;
}

/** Lines for keys one below the other, the last with the value. */
function writeLines(keys: readonly string[], value: YamlInput, indent: number, indents: Indents): readonly string[] {
  const names = keys.map((key, index) => ' '.repeat(indent + index * indents.map) + writeName(key, 'plain'));
  const last = names.pop() ?? '';
  if (!isList(value)) return [...names, `${last} ${writeScalar(value, 'plain', 'block')}`];
  if (indents.list === 'brackets' || value.length === 0) return [...names, `${last} ${writeBrackets(value, 'plain')}`];
  const dash = `${' '.repeat(indent + names.length * indents.map + indents.list)}- `;
  return [...names, last, ...value.map((item) => dash + writeScalar(item, 'plain', 'block'))];
}

/** Whole lines at the start of a line, or behind a last line that does not end. */
function insertLines(text: string, at: number, lines: readonly string[], ending: LineEnding): TextEdit {
  const written = lines.join(ending);
  return { from: at, to: at, insert: at > 0 && at === text.length && !endsLine(text) ? ending + written : written + ending };
}

/** As the file does it first, else as is usual. */
function indentsOf(text: string, { root }: YamlTree): Indents {
  let map: number | undefined;
  let list: Indents['list'] | undefined;
  const look = (node: YamlNode): void => {
    if (node.kind !== 'map' || isFlow(text, node)) return;
    for (const { keyRange, value } of node.entries) {
      const step = columnOf(text, value.from) - columnOf(text, keyRange.from);
      if (value.kind === 'map' && !isFlow(text, value) && value.entries.length > 0) map ??= step;
      if (value.kind === 'list' && value.items.length > 0) list ??= isFlow(text, value) ? 'brackets' : step;
      look(value);
    }
  };
  if (root !== undefined) look(root);
  return { map: map ?? DEFAULT_INDENT, list: list ?? DEFAULT_INDENT, ending: lineEndingOf(text) };
}

function spaceAfterColon(text: string, at: number): string {
  return text.charAt(at - 1) === ':' ? ' ' : '';
}

function isList(value: YamlInput): value is readonly string[] {
  return Array.isArray(value);
}

function columnOf(text: string, at: number): number {
  return at - lineStartAt(text, at);
}

function endsLine(text: string): boolean {
  return text.endsWith('\n') || text.endsWith('\r');
}

/** Where the line before ends, without its ending; `at` is the start of a line that is not the first. */
function endOfLineBefore(text: string, at: number): number {
  return text.charCodeAt(at - 1) === 10 && text.charCodeAt(at - 2) === 13 ? at - 2 : at - 1;
}
