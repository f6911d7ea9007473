/**
 * The written dates of an item, moved and resized as written: each keeps its precision and spelling
 * (playbook/fuzzy-shift.ts), an end never comes before its start, and what is not written is not added, but for an edge
 * that is drawn by hand.
 */
import type { EpochDay } from '../playbook/calendar-date.js';
import { parseFuzzyDate, type FuzzyDate } from '../playbook/fuzzy-date.js';
import { fuzzyDateAt, shiftFuzzyDate } from '../playbook/fuzzy-shift.js';
import type { MoveEdge, WrittenDates } from './roadmap-change.js';
import { readTiming, type Timing } from './roadmap-item.js';
import type { RoadmapItem } from './roadmap-layout.js';

export interface ItemDates {
  readonly kind: RoadmapItem['kind'];
  readonly start: FuzzyDate | undefined;
  readonly end: FuzzyDate | undefined;
}

export function readDates({ kind, start, end }: Pick<RoadmapItem, 'kind' | 'start' | 'end'>): ItemDates {
  return { kind, start: start === undefined ? undefined : parseFuzzyDate(start), end: end === undefined ? undefined : parseFuzzyDate(end) };
}

export function writeDates({ start, end }: ItemDates): WrittenDates {
  return { start: start?.text, end: end?.text };
}

/** Undefined without dates, or with an end before the start. */
export function usableTiming(dates: ItemDates): Timing | undefined {
  const timing = readTiming(dates);
  return typeof timing === 'string' ? undefined : timing;
}

/** Undefined when a date would leave the years 0001 to 9999. A milestone has one day, so it moves whatever the edge. */
export function moveDates(dates: ItemDates, days: number, edge: MoveEdge): ItemDates | undefined {
  if (days === 0 || (dates.start === undefined && dates.end === undefined)) return dates;
  if (dates.kind === 'milestone' || edge === 'both') return moveBoth(dates, days);
  return edge === 'start' ? moveStart(dates, days) : moveEnd(dates, days);
}

/** The coarser of two edges may have stayed, where the finer one moved past it: then it follows. */
function moveBoth({ kind, start, end }: ItemDates, days: number): ItemDates | undefined {
  let first = start && shiftFuzzyDate(start, days);
  let last = end && shiftFuzzyDate(end, days);
  if (first !== undefined && last !== undefined && last.lastDay < first.firstDay) {
    if (days > 0) last = fuzzyDateAt(last, first.firstDay);
    else first = fuzzyDateAt(first, last.lastDay);
  }
  const isLost = (start !== undefined && first === undefined) || (end !== undefined && last === undefined);
  return isLost ? undefined : { kind, start: first, end: last };
}

/** It stops at the end. A start that is not written yet is written as the end is. */
function moveStart(dates: ItemDates, days: number): ItemDates | undefined {
  const { start, end } = dates;
  const latest = end?.lastDay ?? Number.POSITIVE_INFINITY;
  const day = firstDayOf(dates) + days;
  const moved = start === undefined ? nearestTo(end, Math.min(day, latest), 'firstDay') : day > latest ? fuzzyDateAt(start, latest) : shiftFuzzyDate(start, days);
  if (moved === undefined) return undefined;
  const within = moved.firstDay > latest ? fuzzyDateAt(moved, latest) : moved;
  return within === undefined ? undefined : { ...dates, start: within };
}

/** It stops at the start. An end that is not written yet is written as the start is. */
function moveEnd(dates: ItemDates, days: number): ItemDates | undefined {
  const { start, end } = dates;
  const earliest = start?.firstDay ?? Number.NEGATIVE_INFINITY;
  const day = lastDayOf(dates) + days;
  const moved = end === undefined ? nearestTo(start, Math.max(day, earliest), 'lastDay') : day < earliest ? fuzzyDateAt(end, earliest) : shiftFuzzyDate(end, days);
  if (moved === undefined) return undefined;
  const within = moved.lastDay < earliest ? fuzzyDateAt(moved, earliest) : moved;
  return within === undefined ? undefined : { ...dates, end: within };
}

/** The period, written as the example, whose first or last day is nearest to a day. */
function nearestTo(example: FuzzyDate | undefined, day: EpochDay, edge: 'firstDay' | 'lastDay'): FuzzyDate | undefined {
  const holding = example === undefined ? undefined : fuzzyDateAt(example, day);
  if (holding === undefined) return undefined;
  const next = fuzzyDateAt(holding, edge === 'firstDay' ? holding.lastDay + 1 : holding.firstDay - 1);
  return next !== undefined && Math.abs(next[edge] - day) < Math.abs(holding[edge] - day) ? next : holding;
}

/** The edges as drawn. */
function firstDayOf(dates: ItemDates): EpochDay {
  return usableTiming(dates)?.span.firstDay ?? dates.start?.firstDay ?? 0;
}

function lastDayOf(dates: ItemDates): EpochDay {
  return usableTiming(dates)?.span.lastDay ?? dates.end?.lastDay ?? 0;
}

/** The days that the item moves by so that its start, or a milestone's date, is the period that holds a day. */
export function daysUntil(dates: ItemDates, day: EpochDay): number {
  const anchor = dates.kind === 'milestone' ? (dates.end ?? dates.start) : dates.start;
  const target = anchor === undefined ? undefined : fuzzyDateAt(anchor, day);
  return anchor === undefined || target === undefined ? day - firstDayOf(dates) : target.firstDay - anchor.firstDay;
}

/** The least days that the item moves by so that it may start on a day or later; 0 when it may already. */
export function daysUntilStart(dates: ItemDates, day: EpochDay): number | undefined {
  const anchor = dates.kind === 'milestone' ? (dates.end ?? dates.start) : (dates.start ?? dates.end);
  if (anchor === undefined || anchor.lastDay >= day) return 0;
  const target = fuzzyDateAt(anchor, day);
  return target === undefined ? undefined : target.firstDay - anchor.firstDay;
}
