/**
 * Ways to change one property, best first. A draft may turn out not to say what it should (an anchor in the way, a
 * comment inside brackets); property-edit.ts reads each one's result and takes the first that does.
 *
 * @example For `level: supporter # since May` and 'advocate', the first draft replaces `supporter` alone.
 */
import { nextLine, type FrontmatterBlock } from './frontmatter-block.js';
import type { LineEnding } from './line-ending.js';
import { editBrackets, editDashes } from './list-edit.js';
import type { Frontmatter, Property } from './property.js';
import type { TextEdit } from './text-edit.js';
import { lineEndAt, lineStartAt } from './text-lines.js';
import { quoteStyleOf, writeBrackets, writeName, writeScalar, type QuoteStyle, type Scalar } from './yaml-writing.js';

export type PropertyInput = Scalar | readonly string[];

/** A text and the manner of its YAML. */
export interface ValueManner {
  readonly text: string;
  readonly ending: LineEnding;
  /** The whole block is one pair of braces, as in JSON. */
  readonly inBraces: boolean;
  /** How the note writes lists: in brackets, or below with this many spaces before the dash. */
  readonly lists: 'brackets' | number;
}

/** A note's text and the manner of its frontmatter. */
export interface Manner extends ValueManner {
  readonly frontmatter: Frontmatter;
}

/** As Obsidian indents lists. */
const LIST_INDENT = 2;

export function readManner(text: string, frontmatter: Frontmatter, ending: LineEnding): Manner {
  const { block } = frontmatter;
  const inBraces = block !== undefined && text.charAt(firstContent(text, block)) === '{';
  const example = frontmatter.properties.find(({ items }) => items.length > 0);
  const isDashed = example === undefined || text.charAt(example.valueFrom) === '-';
  const dash = example === undefined ? LIST_INDENT : columnOf(text, example.valueFrom) - columnOf(text, example.keyFrom);
  return { text, frontmatter, ending, inBraces, lists: inBraces || !isDashed ? 'brackets' : dash };
}

/** Drafts that give a property another value. */
export function changeDrafts(manner: ValueManner, property: Property, value: PropertyInput): TextEdit[][] {
  const { text, ending, inBraces } = manner;
  const style: QuoteStyle = inBraces ? 'double' : 'plain';
  if (!isList(value)) {
    const oldStyle = quoteStyleOf(text.slice(property.valueFrom, property.valueTo));
    const scalar = writeScalar(value, inBraces ? 'double' : oldStyle, inBraces ? 'brackets' : 'block');
    return inlineDrafts(manner, property, scalar);
  }
  const brackets = inlineDrafts(manner, property, writeBrackets(value, style));
  const first = text.charAt(property.valueFrom);
  if (Array.isArray(property.value) && first === '[') return [editBrackets(text, property, value, style), ...brackets];
  if (Array.isArray(property.value) && first === '-' && value.length > 0) {
    const edits = editDashes(text, property, value, ending);
    return edits === undefined ? [...dashDrafts(manner, property, value), ...brackets] : [edits, ...dashDrafts(manner, property, value), ...brackets];
  }
  return value.length === 0 ? brackets : [...dashDrafts(manner, property, value), ...brackets];
}

/** The value on the line of its name: in place of the old one, or with the lines of the old one removed. */
function inlineDrafts({ text }: ValueManner, property: Property, written: string): TextEdit[][] {
  const { keyTo, valueFrom, valueTo } = property;
  const colon = text.indexOf(':', keyTo) + 1;
  const keyLineEnd = lineEndAt(text, keyTo);
  const inPlace = replaceValue(text, colon, valueFrom, valueTo, written);
  // Without the anchor or tag that may stand before the value.
  const fromColon = { from: colon, to: Math.max(valueTo, colon), insert: written === '' ? '' : ` ${written}` };
  const below = [
    { from: colon, to: colon, insert: written === '' ? '' : ` ${written}` },
    { from: keyLineEnd, to: Math.max(keyLineEnd, lineEndAt(text, valueTo)), insert: '' },
  ];
  return valueFrom > keyLineEnd ? [below, [fromColon]] : [[inPlace], [fromColon], below];
}

function replaceValue(text: string, colon: number, valueFrom: number, valueTo: number, written: string): TextEdit {
  if (written === '') {
    const isLast = valueTo === lineEndAt(text, valueTo);
    return { from: isLast ? colon : valueFrom, to: valueTo, insert: '' };
  }
  const before = valueFrom === colon ? ' ' : '';
  const behind = valueFrom === valueTo && text.charAt(valueTo) === '#' ? ' ' : '';
  return { from: valueFrom, to: valueTo, insert: before + written + behind };
}

/** The list below its name; a comment behind the name stays there. */
function dashDrafts({ text, lists, ending }: ValueManner, property: Property, items: readonly string[]): TextEdit[][] {
  if (lists === 'brackets') return [];
  const { keyFrom, keyTo, valueFrom, valueTo } = property;
  const colon = text.indexOf(':', keyTo) + 1;
  const keyLineEnd = lineEndAt(text, keyTo);
  const written = writeDashes(items, columnOf(text, keyFrom) + lists, ending);
  if (valueFrom > keyLineEnd) return [[{ from: keyLineEnd, to: lineEndAt(text, valueTo), insert: ending + written }]];
  const hasComment = text.slice(valueTo, lineEndAt(text, valueTo)).trim() !== '';
  if (!hasComment) return [[{ from: colon, to: lineEndAt(text, valueTo), insert: ending + written }]];
  const commentEnd = lineEndAt(text, valueTo);
  return [
    [
      { from: valueFrom, to: valueTo, insert: '' },
      { from: commentEnd, to: commentEnd, insert: ending + written },
    ],
  ];
}

function writeDashes(items: readonly string[], indent: number, ending: string): string {
  return items.map((item) => `${' '.repeat(indent)}- ${writeScalar(item, 'plain', 'block')}`).join(ending);
}

/** Drafts that add a property: at the end of the block, or in a new block at the top of the note. */
export function additionDrafts(manner: Manner, name: string, value: PropertyInput): TextEdit[][] {
  const { text, frontmatter, ending, inBraces } = manner;
  const { block, properties } = frontmatter;
  if (block === undefined) {
    const at = text.startsWith('\uFEFF') ? 1 : 0;
    return [[{ from: at, to: at, insert: ['---', writeProperty(manner, name, value, 0), '---', ''].join(ending) }]];
  }
  if (inBraces) return addToBraces(text, block, properties, `${writeName(name, 'double')} ${writeInBraces(value)}`);
  const indent = properties[0] === undefined ? 0 : columnOf(text, properties[0].keyFrom);
  return [[{ from: block.yamlTo, to: block.yamlTo, insert: writeProperty(manner, name, value, indent) + ending }]];
}

function writeProperty({ lists, ending }: Manner, name: string, value: PropertyInput, indent: number): string {
  const start = ' '.repeat(indent) + writeName(name, 'plain');
  if (!isList(value)) return `${start} ${writeScalar(value, 'plain', 'block')}`.trimEnd();
  if (lists === 'brackets' || value.length === 0) return `${start} ${writeBrackets(value, 'plain')}`;
  return start + ending + writeDashes(value, indent + lists, ending);
}

function writeInBraces(value: PropertyInput): string {
  return isList(value) ? writeBrackets(value, 'double') : writeScalar(value, 'double', 'brackets');
}

/** Behind the last property, on a line of its own where the last one has one. */
function addToBraces(text: string, block: FrontmatterBlock, properties: readonly Property[], written: string): TextEdit[][] {
  const last = properties.at(-1);
  if (last === undefined) {
    const at = firstContent(text, block) + 1;
    return [[{ from: at, to: at, insert: written }]];
  }
  const line = lineStartAt(text, last.keyFrom);
  const isAlone = text.slice(line, last.keyFrom).trim() === '';
  const gap = isAlone ? text.slice(lineEndAt(text, previousEnd(line)), last.keyFrom) : ' ';
  return [[{ from: last.valueTo, to: last.valueTo, insert: `,${gap}${written}` }]];

  /** An offset in the line before, so that the gap takes its line ending too. */
  function previousEnd(start: number): number {
    const end = start - 1;
    return text.charCodeAt(end) === 10 && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  }
}

/** Drafts that remove a property, with its lines and the comment beside it; with the block when nothing else is in it. */
export function removalDrafts({ text, frontmatter, inBraces }: Manner, property: Property): TextEdit[][] {
  const { block, properties } = frontmatter;
  if (block === undefined) return [];
  if (inBraces) {
    const index = properties.indexOf(property);
    const previous = properties[index - 1];
    const next = properties[index + 1];
    if (previous !== undefined) return [[{ from: previous.valueTo, to: property.valueTo, insert: '' }]];
    return [[{ from: property.keyFrom, to: next?.keyFrom ?? property.valueTo, insert: '' }]];
  }
  const from = lineStartAt(text, property.keyFrom);
  const to = nextLine(text, Math.max(property.valueTo, property.keyTo));
  const lines = [{ from, to, insert: '' }];
  // A comment behind the property may turn into text of the property before it.
  const withComments = [{ from, to: commentsEnd(text, to, block.yamlTo), insert: '' }];
  const isAlone = from === block.yamlFrom && to === block.yamlTo;
  return isAlone ? [[{ from: block.from, to: block.to, insert: '' }], lines] : [lines, withComments];
}

/** Behind the blank and comment lines that start at a line. */
function commentsEnd(text: string, from: number, to: number): number {
  let line = from;
  while (line < to && /^\s*(?:#|$)/.test(text.slice(line, lineEndAt(text, line)))) line = nextLine(text, line);
  return line;
}

function isList(value: PropertyInput): value is readonly string[] {
  return Array.isArray(value);
}

function columnOf(text: string, at: number): number {
  return at - lineStartAt(text, at);
}

/** The first place in the block that is neither blank nor in a comment. */
function firstContent(text: string, block: FrontmatterBlock): number {
  for (let line = block.yamlFrom; line < block.yamlTo; line = nextLine(text, line)) {
    const content = text.slice(line, nextLine(text, line)).trimStart();
    if (content !== '' && !content.startsWith('#')) return text.indexOf(content, line);
  }
  return block.yamlTo;
}
