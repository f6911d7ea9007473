/**
 * A move of items, planned: which dates each note gets, which items make room, which come too late, and what cannot be
 * moved. Nothing is written. Dates move as they are written, see item-dates.ts and playbook/fuzzy-shift.ts; what the
 * horizon cuts off is no limit.
 *
 * @example planMove(layout, { ids: ['Initiatives/Storm texts.md'], days: 31, edge: 'both', withDependents: true }).late
 */
import type { EpochDay } from '../playbook/calendar-date.js';
import { parseFuzzyDate } from '../playbook/fuzzy-date.js';
import { fuzzyDateAt } from '../playbook/fuzzy-shift.js';
import { daysUntil, moveDates, readDates, usableTiming, writeDates, type ItemDates } from './item-dates.js';
import { ItemIndex, type IndexedItem } from './item-index.js';
import { moveTitle } from './move-words.js';
import type { ItemChange, MovedItem, MoveEdge, MoveOutcome, MoveRequest } from './roadmap-change.js';
import { OPEN_ENDED_DAYS } from './roadmap-item.js';
import type { RoadmapLayout } from './roadmap-layout.js';
import { newlyLate, shiftDependents } from './shift-dependents.js';

export type { MoveOutcome } from './roadmap-change.js';

type Refusal = MoveOutcome['refused'][number];

/** Of items named twice the first counts. An item that would stay where it is, is not among the moved. */
export function planMove(layout: RoadmapLayout, { ids, days, edge, withDependents }: MoveRequest): MoveOutcome {
  return planDates(layout, ids, edge, withDependents, (indexed) => {
    const message = reasonToStay(indexed);
    if (message !== undefined) return message;
    return moveDates(readDates(indexed.item), days, edge) ?? outOfYears(indexed);
  });
}

/**
 * Items put onto a day, as from the list of what is not drawn: work starts on it and lasts a quarter, a milestone is on
 * it. An item with dates keeps their precision and its length.
 */
export function planSchedule(layout: RoadmapLayout, ids: readonly string[], day: EpochDay): MoveOutcome {
  return planDates(layout, ids, 'both', false, (indexed) => {
    const { item } = indexed;
    const old = readDates(item);
    if (usableTiming(old) !== undefined) return moveDates(old, daysUntil(old, day), 'both') ?? outOfYears(indexed);
    const start = fuzzyDateAt(A_DAY, day);
    const end = fuzzyDateAt(A_DAY, day + OPEN_ENDED_DAYS - 1);
    if (start === undefined || end === undefined) return outOfYears(indexed);
    // A milestone that names two days, in the wrong order, keeps one.
    return item.kind === 'milestone' ? { kind: item.kind, start: undefined, end: start } : { kind: item.kind, start, end };
  });
}

const A_DAY = parseFuzzyDate('1970-01-01') ?? { text: '1970-01-01', precision: 'day', firstDay: 0, lastDay: 0 };

/** `place` gives the new dates, or why the item stays. */
function planDates(
  layout: RoadmapLayout,
  ids: readonly string[],
  edge: MoveEdge,
  withDependents: boolean,
  place: (indexed: IndexedItem) => ItemDates | string,
): MoveOutcome {
  const index = ItemIndex.of(layout);
  const refused: Refusal[] = [];
  const asked = new Map<string, ItemDates>();
  for (const id of new Set(ids)) {
    const indexed = index.get(id);
    const placed = indexed === undefined ? `"${id}" is not on the roadmap any more. Choose another item.` : place(indexed);
    if (typeof placed === 'string') refused.push({ id, message: placed });
    else asked.set(id, placed);
  }
  const dependents = withDependents ? shiftDependents(index, asked) : { shifted: new Map<string, ItemDates>(), stuck: [] };
  for (const id of dependents.stuck) refused.push({ id, message: `"${index.titleOf(id)}" cannot make room: its dates would leave the years 0001 to 9999. Move it by hand.` });
  const moved = [...movedItems(index, asked, false), ...movedItems(index, dependents.shifted, true)];
  const dates = new Map([...asked, ...dependents.shifted]);
  return {
    change: { title: moveTitle(moved, edge), items: moved.map((item) => changeOf(item, index)) },
    moved,
    ...newlyLate(index, dates, moved.map(({ id }) => id)),
    refused,
  };
}

function reasonToStay({ item: { title }, isInferred, reason }: IndexedItem): string | undefined {
  if (isInferred) return `"${title}" has no dates of its own: it is drawn by those of the work that supports it. Give it a start and an end, or move that work.`;
  if (reason === 'no-dates') return `"${title}" has no dates. Give it a start or an end first.`;
  if (reason === 'unread-dates') return `"${title}" has dates that cannot be read. Correct them first.`;
  if (reason === 'end-before-start') return `"${title}" ends before it starts. Correct its dates first.`;
  return undefined;
}

function outOfYears({ item: { title } }: IndexedItem): string {
  return `"${title}" stays: its dates would leave the years 0001 to 9999. Move it by less.`;
}

function movedItems(index: ItemIndex, dates: ReadonlyMap<string, ItemDates>, isDependent: boolean): readonly MovedItem[] {
  return [...dates].flatMap(([id, now]) => {
    const item = index.get(id)?.item;
    const span = usableTiming(now)?.span;
    const written = writeDates(now);
    if (item === undefined || span === undefined || (item.start === written.start && item.end === written.end)) return [];
    return [{ id, title: item.title, kind: item.kind, ...written, ...span, isDependent }];
  });
}

function changeOf({ id, start, end }: MovedItem, index: ItemIndex): ItemChange {
  const item = index.get(id)?.item;
  return {
    path: id,
    ...(start === item?.start ? {} : { start: start ?? null }),
    ...(end === item?.end ? {} : { end: end ?? null }),
    was: { start: item?.start, end: item?.end },
  };
}
