/**
 * What makes room for moved items: everything that waits for them, in any number of steps, moves by as little as keeps
 * it from starting before what it waits for ends. Slack is used up first; who was late before stays as late.
 *
 * Late is said as on the chart: only when it holds however the fuzzy dates are read. Items that wait for each other in a
 * circle do not push each other.
 */
import type { EpochDay } from '../playbook/calendar-date.js';
import { daysUntilStart, moveDates, readDates, usableTiming, type ItemDates } from './item-dates.js';
import type { ItemIndex } from './item-index.js';
import type { MoveOutcome } from './roadmap-change.js';

export interface ShiftedDependents {
  /** New dates by id, in an order in which each comes after what it waits for. */
  readonly shifted: ReadonlyMap<string, ItemDates>;
  /** Ids of items that would have to leave the years that can be written. */
  readonly stuck: readonly string[];
}

/** `moved` holds the new dates of the items that a person moved: they are not shifted again. */
export function shiftDependents(index: ItemIndex, moved: ReadonlyMap<string, ItemDates>): ShiftedDependents {
  const now = new Map(moved);
  const shifted = new Map<string, ItemDates>();
  const stuck: string[] = [];
  for (const id of inOrder(index, moved.keys())) {
    // Most of a long row stays where nothing before it moves.
    if (moved.has(id) || index.get(id)?.item.dependsOn.some((before) => now.has(before)) !== true) continue;
    const dates = datesOf(index, id);
    const day = dates === undefined ? undefined : freeFrom(index, id, now);
    if (dates === undefined || day === undefined) continue;
    const days = daysUntilStart(dates, day);
    if (days === 0) continue;
    const next = days === undefined ? undefined : moveDates(dates, days, 'both');
    if (next === undefined) stuck.push(id);
    else {
      now.set(id, next);
      shifted.set(id, next);
    }
  }
  return { shifted, stuck };
}

/** The last of the days on which the moved predecessors end at the earliest; undefined when none of them matters. */
function freeFrom(index: ItemIndex, id: string, now: ReadonlyMap<string, ItemDates>): EpochDay | undefined {
  let day: EpochDay | undefined;
  for (const before of index.get(id)?.item.dependsOn ?? []) {
    const dates = now.get(before);
    if (dates === undefined || index.areInCircle(before, id) || isLate(datesOf(index, before), datesOf(index, id))) continue;
    const end = usableTiming(dates)?.endsFrom;
    if (end !== undefined && (day === undefined || end > day)) day = end;
  }
  return day;
}

/** All that waits for the items, and they themselves, each after what it waits for; circles are cut. */
function inOrder(index: ItemIndex, ids: Iterable<string>): readonly string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const root of ids) {
    if (seen.has(root)) continue;
    seen.add(root);
    const path = [{ id: root, next: 0 }];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const after = index.successorsOf(at.id)[at.next++];
      if (after === undefined) {
        finished.push(at.id);
        path.pop();
      } else if (!seen.has(after) && !index.areInCircle(at.id, after)) {
        seen.add(after);
        path.push({ id: after, next: 0 });
      }
    }
  }
  return finished.reverse();
}

/** Who is late and was not: because of a moved item that it waits for, or because it was moved itself. */
export function newlyLate(index: ItemIndex, now: ReadonlyMap<string, ItemDates>, changed: readonly string[]): Pick<MoveOutcome, 'late' | 'early'> {
  const late = new Set<string>();
  const early = new Set<string>();
  const isChanged = new Set(changed);
  const isNewlyLate = (before: string, after: string): boolean =>
    before !== after &&
    isLate(now.get(before) ?? datesOf(index, before), now.get(after) ?? datesOf(index, after)) &&
    !isLate(datesOf(index, before), datesOf(index, after));
  for (const id of changed) {
    for (const after of index.successorsOf(id)) if (isNewlyLate(id, after)) late.add(after);
    for (const before of index.get(id)?.item.dependsOn ?? []) if (!isChanged.has(before) && isNewlyLate(before, id)) early.add(id);
  }
  return { late: [...late], early: [...early] };
}

/** Whether the second, which waits for the first, starts before it ends, however the dates are read. */
function isLate(before: ItemDates | undefined, after: ItemDates | undefined): boolean {
  const first = before && usableTiming(before);
  const second = after && usableTiming(after);
  return first !== undefined && second !== undefined && second.startsBy < first.endsFrom;
}

/** The written dates of an item; undefined when it has none of its own. */
function datesOf(index: ItemIndex, id: string): ItemDates | undefined {
  const item = index.get(id)?.item;
  return item === undefined || (item.start === undefined && item.end === undefined) ? undefined : readDates(item);
}
