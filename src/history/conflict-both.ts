/**
 * Both sides of a conflict in the text of a note: one behind the other, or, where both are dated items of a list, by
 * their days. Lines that both sides begin or end with stand once.
 *
 * @example bothTexts('- 2026-03-01 A\n', '- 2026-02-01 B\n', { before: '', after: '' }) // by date: B, A
 */
import { nextLine } from '../markdown/frontmatter-block.js';
import { lineEndingOf } from '../markdown/line-ending.js';
import type { BothSides } from './conflict-slots.js';

/** What stands right above and below the conflict: of a dated list it tells whether the newest comes first. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Undefined when one side holds nothing that the other has not: both are then that other side. */
export function bothTexts(ours: string, theirs: string, around: Surroundings): BothSides | undefined {
  const a = linesOf(ours);
  const b = linesOf(theirs);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const ownA = a.slice(start, a.length - end);
  const ownB = b.slice(start, b.length - end);
  if (ownA.length === 0 || ownB.length === 0) return undefined;
  const head = a.slice(0, start);
  const tail = a.slice(a.length - end);
  const wrap = (middle: readonly string[]): string => [...head, ...middle, ...tail].join('');
  const itemsA = datedItems(ownA);
  const itemsB = datedItems(ownB);
  if (itemsA !== undefined && itemsB !== undefined) {
    const dates = new Set(itemsA.map(({ day }) => day));
    const isNewestFirst = [a, b].some((lines) => runsDown(daysOf([around.before, ...lines, around.after])));
    return { text: wrap(mergeItems(itemsA, itemsB, isNewestFirst)), reversed: undefined, by: 'days', isCertain: itemsB.every(({ day }) => !dates.has(day)) };
  }
  const ending = lineEndingOf(ours + theirs);
  return { text: wrap(oneBehindOther(ownA, ownB, ending)), reversed: wrap(oneBehindOther(ownB, ownA, ending)), by: 'order', isCertain: false };
}

function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = nextLine(text, from);
    lines.push(text.slice(from, to));
    from = to;
  }
  return lines;
}

/** Items, rows and quotes go on where they stand below one another; other lines would run into one paragraph. */
const GOES_ON = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|\||>)|^(?: {2,}|\t)\S/;

function oneBehindOther(first: readonly string[], second: readonly string[], ending: string): readonly string[] {
  const last = first.at(-1) ?? '';
  const next = second[0] ?? '';
  const isApart = last.trim() === '' || next.trim() === '' || (GOES_ON.test(last) && GOES_ON.test(next));
  return isApart ? [...first, ...second] : [...first, ending, ...second];
}

interface DatedItem {
  readonly day: string;
  /** Its lines, as they are written. */
  readonly text: string;
}

const DATED_ITEM = /^([-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?(\d{4}-\d{2}-\d{2})(?!\d)/;

/** Undefined unless all lines are items that begin with a day, or go on with one. */
function datedItems(lines: readonly string[]): readonly DatedItem[] | undefined {
  const items: { day: string; text: string }[] = [];
  for (const line of lines) {
    const day = DATED_ITEM.exec(line)?.[2];
    const last = items.at(-1);
    if (day !== undefined) items.push({ day, text: line });
    else if (last !== undefined && /^(?: {2,}|\t)\S/.test(line)) last.text += line;
    else return undefined;
  }
  return items;
}

function daysOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => DATED_ITEM.exec(line)?.[2] ?? []);
}

/** Whether more days come before their neighbour below than behind it. */
function runsDown(days: readonly string[]): boolean {
  let balance = 0;
  for (const [index, day] of days.entries()) {
    const next = days[index + 1];
    if (next !== undefined && next !== day) balance += next < day ? 1 : -1;
  }
  return balance > 0;
}

/** Keeps the order that either side has within itself; of equal days ours comes first. Equal items stand once. */
function mergeItems(ours: readonly DatedItem[], theirs: readonly DatedItem[], isNewestFirst: boolean): readonly string[] {
  const known = new Set(ours.map(({ text }) => text));
  const others = theirs.filter(({ text }) => !known.has(text));
  const merged: string[] = [];
  let at = 0;
  for (const { day, text } of ours) {
    for (let other = others[at]; other !== undefined && (isNewestFirst ? other.day > day : other.day < day); other = others[++at]) merged.push(other.text);
    merged.push(text);
  }
  return [...merged, ...others.slice(at).map(({ text }) => text)];
}
