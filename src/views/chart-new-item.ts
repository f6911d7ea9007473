/**
 * Dates for what is drawn on the chart, in the precision that the zoom shows: a quarter is written `2027-Q1`, a month
 * `2027-03`, weeks and days as days. Pure.
 *
 * @example writtenSpan({ firstDay: 20820, lastDay: 20850 }, 'quarter') // { start: '2027-Q1', end: '2027-Q1', … }
 */
import { civilFromEpochDay, fromEpochDay, type EpochDay } from '../playbook/calendar-date.js';
import { parseFuzzyDate } from '../playbook/fuzzy-date.js';
import { laneValueOf } from '../roadmap/lane-drop.js';
import type { NewItem } from '../roadmap/roadmap-change.js';
import type { DaySpan, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { SnapUnit } from '../roadmap/snap.js';

export interface WrittenSpan extends DaySpan {
  readonly start: string;
  readonly end: string;
}

/** The units that cover the days, the ends in any order; the years 1 to 9999 are not left. */
export function writtenSpan({ firstDay, lastDay }: DaySpan, unit: SnapUnit): WrittenSpan {
  const start = writtenUnit(Math.min(firstDay, lastDay), unit);
  const end = writtenUnit(Math.max(firstDay, lastDay), unit);
  return { start: start.start, end: end.end, firstDay: start.firstDay, lastDay: end.lastDay };
}

const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

function writtenUnit(day: EpochDay, unit: SnapUnit): WrittenSpan {
  const within = Math.max(FIRST_DAY, Math.min(LAST_DAY, day));
  if (unit === 'month' || unit === 'quarter') {
    const { year, month } = civilFromEpochDay(within);
    const text = `${String(year).padStart(4, '0')}-${unit === 'quarter' ? `Q${Math.ceil(month / 3)}` : String(month).padStart(2, '0')}`;
    const date = parseFuzzyDate(text);
    if (date === undefined) throw new Error(`"${text}" of day ${within} is no date.`);
    return { start: text, end: text, firstDay: date.firstDay, lastDay: date.lastDay };
  }
  // Weeks begin on Monday, as ISO 8601 has them; day 0 was a Thursday.
  const monday = within - ((((within + 3) % 7) + 7) % 7);
  const firstDay = unit === 'week' ? Math.max(FIRST_DAY, monday) : within;
  const lastDay = unit === 'week' ? Math.min(LAST_DAY, monday + 6) : within;
  return { start: fromEpochDay(firstDay), end: fromEpochDay(lastDay), firstDay, lastDay };
}

/** An item to be completed in a dialog: with a lane's value, and the dates where they are known. */
export function newItem(layout: RoadmapLayout, laneId: string | undefined, span: WrittenSpan | undefined): NewItem {
  return {
    kind: 'initiative',
    start: span?.start,
    end: span?.end,
    lane: laneId === undefined ? undefined : { groupBy: layout.groupBy, to: laneValueOf(layout, laneId) },
  };
}
