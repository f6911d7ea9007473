/**
 * Edits that turn one list into another: items that stay keep their bytes, their quotes and the comments beside them.
 *
 * @example From `units: [Harbour, "Yard 2"]` to Harbour, Yard 2, Crew: one insertion of `, Crew`.
 */
import { nextLine } from './frontmatter-block.js';
import type { Property } from './property.js';
import type { TextEdit } from './text-edit.js';
import { lineEndAt, lineStartAt } from './text-lines.js';
import { quoteStyleOf, writeScalar, type QuoteStyle } from './yaml-writing.js';

/** A run of old items that gives way to a run of new ones; either may be empty. Counted from 0, ends excluded. */
interface Gap {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Longer pairs of lists are compared at their ends only: the table below holds the product of their lengths. */
const LARGEST_TABLE = 1_000_000;

/** What lies between the items that both lists have, in order; as many as possible are kept. */
function findGaps(before: readonly unknown[], after: readonly string[]): Gap[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let oldTo = before.length;
  let newTo = after.length;
  while (oldTo > start && newTo > start && before[oldTo - 1] === after[newTo - 1]) {
    oldTo--;
    newTo--;
  }
  const columns = newTo - start + 1;
  if ((oldTo - start) * columns > LARGEST_TABLE) return [{ oldFrom: start, oldTo, newFrom: start, newTo }];
  const kept = keptTable(before, after, start, oldTo, newTo);
  const keptFrom = (old: number, next: number): number => kept[(old - start) * columns + next - start] ?? 0;

  const gaps: Gap[] = [];
  let old = start;
  let next = start;
  while (old < oldTo || next < newTo) {
    const gap = { oldFrom: old, newFrom: next };
    while (old < oldTo || next < newTo) {
      if (old < oldTo && next < newTo && before[old] === after[next]) break;
      if (old < oldTo && (next === newTo || keptFrom(old + 1, next) >= keptFrom(old, next + 1))) old++;
      else next++;
    }
    gaps.push({ ...gap, oldTo: old, newTo: next });
    while (old < oldTo && next < newTo && before[old] === after[next]) {
      old++;
      next++;
    }
  }
  return gaps;
}

/** How many items can be kept from each pair of places on: the longest common subsequence, from the ends backwards. */
function keptTable(before: readonly unknown[], after: readonly string[], start: number, oldTo: number, newTo: number): Uint32Array {
  const columns = newTo - start + 1;
  const kept = new Uint32Array((oldTo - start + 1) * columns);
  for (let old = oldTo - 1; old >= start; old--) {
    for (let next = newTo - 1; next >= start; next--) {
      const at = (old - start) * columns + next - start;
      const longer = Math.max(kept[at + columns] ?? 0, kept[at + 1] ?? 0);
      kept[at] = before[old] === after[next] ? (kept[at + columns + 1] ?? 0) + 1 : longer;
    }
  }
  return kept;
}

/** Changes `[a, b]`. */
export function editBrackets(text: string, { items, value, valueFrom, valueTo }: Property, after: readonly string[], style: QuoteStyle): TextEdit[] {
  if (!Array.isArray(value)) return [];
  if (after.length === 0) return [{ from: valueFrom + 1, to: valueTo - 1, insert: '' }];
  const edits: TextEdit[] = [];
  for (const { oldFrom, oldTo, newFrom, newTo } of findGaps(value, after)) {
    const written = after.slice(newFrom, newTo).map((item, index) => {
      const old = oldFrom + index < oldTo ? items[oldFrom + index] : undefined;
      return writeScalar(item, old === undefined ? style : atLeast(style, quoteStyleOf(text.slice(old.from, old.to))), 'brackets');
    });
    const previous = items[oldFrom - 1];
    const first = items[oldFrom];
    const last = items[oldTo - 1];
    const next = items[oldTo];
    if (first !== undefined && last !== undefined && oldTo > oldFrom) {
      if (written.length > 0) edits.push({ from: first.from, to: last.to, insert: written.join(', ') });
      else if (previous !== undefined) edits.push({ from: previous.to, to: last.to, insert: '' });
      else edits.push({ from: first.from, to: next?.from ?? last.to, insert: '' });
    } else if (previous !== undefined) edits.push({ from: previous.to, to: previous.to, insert: `, ${written.join(', ')}` });
    else if (next !== undefined) edits.push({ from: next.from, to: next.from, insert: `${written.join(', ')}, ` });
    else edits.push({ from: valueFrom + 1, to: valueFrom + 1, insert: written.join(', ') });
  }
  return edits;
}

/** Changes a list with one item a line; `after` is not empty. Undefined when an item shares its line with something else. */
export function editDashes(text: string, { items, value, valueFrom }: Property, after: readonly string[], ending: string): TextEdit[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const indent = text.slice(lineStartAt(text, valueFrom), valueFrom);
  const lines: { readonly from: number; readonly to: number; readonly value: string }[] = [];
  for (const item of items) {
    const dash = item === items[0] ? valueFrom : text.lastIndexOf('-', item.from - 1);
    const line = lineStartAt(text, dash);
    if (text.slice(line, dash) !== indent || text.slice(dash + 1, item.from).trim() !== '') return undefined;
    lines.push({ from: line, to: nextLine(text, item.to), value: text.slice(item.from, item.to) });
  }
  const space = /^-( +)\S/.exec(text.slice(valueFrom, lineEndAt(text, valueFrom)))?.[1] ?? ' ';
  const edits: TextEdit[] = [];
  for (const { oldFrom, oldTo, newFrom, newTo } of findGaps(value, after)) {
    const paired = Math.min(oldTo - oldFrom, newTo - newFrom);
    for (let index = 0; index < paired; index++) {
      const item = items[oldFrom + index];
      const source = lines[oldFrom + index]?.value ?? '';
      if (item === undefined) return undefined;
      const before = text.charAt(item.from - 1) === '-' ? ' ' : '';
      const behind = source === '' && text.charAt(item.to) === '#' ? ' ' : '';
      edits.push({ ...item, insert: before + writeScalar(after[newFrom + index] ?? '', quoteStyleOf(source), 'block') + behind });
    }
    for (const line of lines.slice(oldFrom + paired, oldTo)) edits.push({ from: line.from, to: line.to, insert: '' });
    const added = after.slice(newFrom + paired, newTo);
    const at = lines[oldFrom + paired - 1]?.to ?? lines[0]?.from ?? valueFrom;
    const written = added.map((item) => `${indent}-${space}${writeScalar(item, 'plain', 'block')}${ending}`);
    if (written.length > 0) edits.push({ from: at, to: at, insert: written.join('') });
  }
  return edits;
}

/** Quotes stay; `double` for all is asked for where the whole block is JSON. */
function atLeast(style: QuoteStyle, old: QuoteStyle): QuoteStyle {
  return style === 'plain' ? old : style;
}
