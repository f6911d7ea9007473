/**
 * How far one step moves: by the zoom a day, a week, a month or a quarter, and never less than one period of the
 * coarsest date that moves with it, so that each step shows. Steps of months keep the day of the month where it exists.
 *
 * @example stepDays(item, snapUnitOf(1), 1, 'both') // 31 for an item that starts on 3 March
 */
import { civilFromEpochDay, daysInMonth, epochDayOf, type EpochDay } from '../playbook/calendar-date.js';
import type { FuzzyDate } from '../playbook/fuzzy-date.js';
import { DAYS_PER_MONTH, MONTHS_IN } from '../playbook/fuzzy-shift.js';
import { readDates, usableTiming } from './item-dates.js';
import type { MoveEdge } from './roadmap-change.js';
import type { RoadmapItem } from './roadmap-layout.js';

export type SnapUnit = 'day' | 'week' | 'month' | 'quarter';

type SnappedItem = Pick<RoadmapItem, 'kind' | 'start' | 'end' | 'fullSpan'>;

/** OURS: what a hand can still hit. A chart of three years on a wide screen (about 1 px a day) snaps to months. */
const MIN_STEP_PX = 8;

const DAYS_PER_WEEK = 7;

export function snapUnitOf(pxPerDay: number): SnapUnit {
  if (pxPerDay >= MIN_STEP_PX) return 'day';
  if (pxPerDay * DAYS_PER_WEEK >= MIN_STEP_PX) return 'week';
  return pxPerDay * DAYS_PER_MONTH >= MIN_STEP_PX ? 'month' : 'quarter';
}

/** Days that one step of an edge comes to, negative for a step back. */
export function stepDays(item: SnappedItem, unit: SnapUnit, direction: 1 | -1, edge: MoveEdge): number {
  return steps(item, unit, edge).daysOf(direction);
}

/** The whole number of steps, in days, that is nearest to the days dragged. */
export function snapDays(item: SnappedItem, days: number, unit: SnapUnit, edge: MoveEdge): number {
  const { daysOf, length } = steps(item, unit, edge);
  const about = Math.round(days / length);
  let nearest = daysOf(about);
  // Months differ in length.
  for (const count of [about - 1, about + 1]) {
    const other = daysOf(count);
    if (Math.abs(other - days) < Math.abs(nearest - days)) nearest = other;
  }
  return nearest === 0 ? 0 : nearest;
}

/** Steps of an item's edge: what so many come to in days, and about how long one is. */
function steps(item: SnappedItem, unit: SnapUnit, edge: MoveEdge): { readonly daysOf: (count: number) => number; readonly length: number } {
  const { start, end } = readDates(item);
  const dates = movingDates(item.kind === 'milestone' ? 'both' : edge, start, end);
  const months = Math.max(unit === 'month' ? 1 : unit === 'quarter' ? 3 : 0, ...dates.map(({ precision }) => (precision === 'day' ? 0 : MONTHS_IN[precision])));
  if (months === 0) {
    const length = unit === 'week' ? DAYS_PER_WEEK : 1;
    return { daysOf: (count) => count * length, length };
  }
  const from = anchorDay(item, edge, start, end);
  return { daysOf: (count) => addMonths(from, count * months) - from, length: months * DAYS_PER_MONTH };
}

/** An edge that is not written yet is written as the other one is. */
function movingDates(edge: MoveEdge, start: FuzzyDate | undefined, end: FuzzyDate | undefined): readonly FuzzyDate[] {
  const moving = edge === 'start' ? [start ?? end] : edge === 'end' ? [end ?? start] : [start, end];
  return moving.filter((date) => date !== undefined);
}

/** The day whose day of the month is kept. */
function anchorDay(item: SnappedItem, edge: MoveEdge, start: FuzzyDate | undefined, end: FuzzyDate | undefined): EpochDay {
  const span = usableTiming({ kind: item.kind, start, end })?.span ?? item.fullSpan;
  if (item.kind === 'milestone') return (end ?? start)?.firstDay ?? 0;
  if (edge === 'end') return end?.firstDay ?? (span?.lastDay ?? 0);
  return start?.firstDay ?? (edge === 'both' ? end?.firstDay : span?.firstDay) ?? 0;
}

function addMonths(day: EpochDay, months: number): EpochDay {
  const from = civilFromEpochDay(day);
  const count = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return epochDayOf(year, month, Math.min(from.day, daysInMonth(year, month)));
}
