/**
 * A dated line added to one of the dated lists of a note, where the note's own order wants it: newest first or last. The
 * places are drafts, best first, for whoever adds a line reads the result before it is given out.
 *
 * @example `- 2026-03-04 toe-dipper`, `- 2026-03-10 Sat in the call centre #time`
 */
import { lineEndingOf } from '../markdown/line-ending.js';
import { readListItems, type ListItem } from '../markdown/list-items.js';
import type { Outline, Section } from '../markdown/outline.js';
import { appendListItemEdit } from '../markdown/section-edit.js';
import type { TextEdit } from '../markdown/text-edit.js';
import { lineStartAt } from '../markdown/text-lines.js';
import type { HeadingReader } from './heading-reader.js';
import { DATED } from './read-dated-items.js';

const DATE_LENGTH = 'yyyy-mm-dd'.length;

/**
 * Ways to add a line that starts with its day to the last of the sections that has dated lines, else to the first.
 * `sections` is not empty. `isNewestFirst` says the order where that section's own lines do not.
 */
export function datedLineDrafts(text: string, outline: Outline, sections: readonly Section[], line: string, isNewestFirst = false): readonly TextEdit[][] {
  const lists = sections.map((section) => ({ section, items: datedItems(text, section) }));
  const chosen = lists.filter(({ items }) => items.length > 0).at(-1) ?? lists[0];
  if (chosen === undefined) return [];
  const { section: { contentFrom, contentTo }, items } = chosen;
  const last = items.at(-1);
  if (last === undefined) return [[appendListItemEdit(text, contentFrom, contentTo, line)]];
  // Code or a comment behind the list may hold what looks like an item; what is indented belongs to the last line.
  const blocks = [...outline.opaque, ...outline.comments].filter(({ from }) => from > last.to && from < contentTo && lineStartAt(text, from) === from);
  const append = [appendListItemEdit(text, contentFrom, Math.min(contentTo, ...blocks.map(({ from }) => from)), line)];
  const next = itemBehind(text, items, line.slice(0, DATE_LENGTH), newestFirstOf(text, items) ?? isNewestFirst);
  return next === undefined ? [append] : [[insertBefore(text, next, line)], append];
}

/** Whether the dated lines of a section stand newest first; undefined when their days do not tell. */
export function standsNewestFirst(text: string, section: Section): boolean | undefined {
  return newestFirstOf(text, datedItems(text, section));
}

function datedItems(text: string, { contentFrom, contentTo }: Section): readonly ListItem[] {
  return readListItems(text, { from: contentFrom, to: contentTo }, 0).filter(({ textFrom, textTo }) => DATED.test(text.slice(textFrom, textTo)));
}

function newestFirstOf(text: string, items: readonly ListItem[]): boolean | undefined {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [firstDay, lastDay] = [dayOf(text, first), dayOf(text, last)];
  return firstDay === lastDay ? undefined : firstDay > lastDay;
}

/** The item before which a line of the day comes; undefined when it comes last. Of one day the new line is the newest. */
function itemBehind(text: string, items: readonly ListItem[], day: string, isNewestFirst: boolean): ListItem | undefined {
  if (isNewestFirst) return items.find((item) => dayOf(text, item) <= day);
  let last = items.length - 1;
  for (let item = items[last]; item !== undefined && dayOf(text, item) > day; item = items[last]) last--;
  return items[last + 1];
}

/** As written; days in this form are ordered as texts. */
function dayOf(text: string, { textFrom }: ListItem): string {
  return text.slice(textFrom, textFrom + DATE_LENGTH);
}

/** Before an item, with its marker. */
function insertBefore(text: string, { from }: ListItem, line: string): TextEdit {
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(from, from + 20))?.[0] ?? '- ';
  const at = lineStartAt(text, from);
  return { from: at, to: at, insert: `${text.slice(at, from)}${marker}${line}${lineEndingOf(text)}` };
}

/** Sections that stay at the end of a note. */
const LAST_SECTIONS: ReadonlySet<string> = new Set(['references', 'log']);

/** Where the sections start that stay last; undefined when there are none. */
export function lastSectionsFrom(text: string, outline: Outline, headings: HeadingReader): number | undefined {
  return outline.sections.find((section) => LAST_SECTIONS.has(headings.of(text, section.heading).name))?.heading.from;
}

/** The level of a note's main sections: of the first heading below the title, 2 where there is none. */
export function mainHeadingLevel(outline: Outline): number {
  return outline.sections.find(({ heading }) => heading.level >= 2 && heading.level <= 4)?.heading.level ?? 2;
}

/** The places at which a section can start, then the end: a heading may follow a comment in the line in which that ends. */
export function sectionPlaces(text: string, ...places: readonly (number | undefined)[]): readonly number[] {
  const usable = places.filter((at) => at !== undefined).filter((at) => at < text.length && lineStartAt(text, at) === at);
  return [...usable, text.length];
}
