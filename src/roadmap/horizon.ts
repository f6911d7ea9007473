/**
 * The days that a roadmap shows: those asked for, else the journey's, else 24 to 36 months round the items.
 *
 * A customer-experience journey takes two to three years in a committed organisation (S3, docs/sources.md), hence the
 * default length. Whole quarters, so that the first and last tick are full.
 */
import { civilFromEpochDay, epochDayOf, toEpochDay, type EpochDay } from '../playbook/calendar-date.js';
import type { Journey } from '../playbook/note.js';
import type { DaySpan, RoadmapOptions, RoadmapPhase, RoadmapProblem } from './roadmap-layout.js';

const MIN_MONTHS = 24;
const MAX_MONTHS = 36;
/** Of a window that cannot show everything, so much lies before today: recent enough to know, most is still to come. */
const MONTHS_BEFORE_TODAY = 6;
/** The first and the last day that `yyyy-mm-dd` can write. */
export const FIRST_DAY = epochDayOf(1, 1, 1);
export const LAST_DAY = epochDayOf(9999, 12, 31);

export interface Horizon {
  readonly span: DaySpan;
  readonly problems: readonly RoadmapProblem[];
}

export function findHorizon(
  journey: Journey | undefined,
  itemSpans: readonly DaySpan[],
  options: Pick<RoadmapOptions, 'today' | 'fromDay' | 'toDay'>,
): Horizon {
  const problems: RoadmapProblem[] = [];
  const journeyFrom = journey?.start?.firstDay;
  const journeyTo = journey?.end?.lastDay;
  const journeyReversed = journeyFrom !== undefined && journeyTo !== undefined && journeyTo < journeyFrom;
  if (journey !== undefined && journeyReversed) {
    problems.push(reversed(journey.path, `The journey ends (${journey.end?.text}) before it starts (${journey.start?.text}). Swap the dates.`));
  }
  const fallback = spanOfItems(itemSpans, toEpochDay(options.today));
  const fromJourney = journeyReversed ? {} : { from: journeyFrom, to: journeyTo };
  const planned = completeSpan(fromJourney.from, fromJourney.to, fallback);
  const asked = completeSpan(options.fromDay, options.toDay, planned);
  if (options.fromDay !== undefined && options.toDay !== undefined && options.toDay < options.fromDay) {
    problems.push(reversed(journey?.path ?? '', 'The last day asked for lies before the first. Showing the journey instead.'));
    return { span: planned, problems };
  }
  return { span: asked, problems };
}

/** The journey's phases as far as the horizon shows them, in order of time. */
export function phasesWithin(journey: Journey | undefined, horizon: DaySpan): readonly RoadmapPhase[] {
  const phases = [...(journey?.phases ?? [])].sort((a, b) => a.start.firstDay - b.start.firstDay || a.end.lastDay - b.end.lastDay);
  return phases
    .map(({ phase, name, start, end }, index) => ({
      number: index + 1,
      phase,
      name,
      start: start.text,
      end: end.text,
      firstDay: Math.max(horizon.firstDay, start.firstDay),
      lastDay: Math.min(horizon.lastDay, end.lastDay),
    }))
    .filter(({ firstDay, lastDay }) => firstDay <= lastDay);
}

/** The span between two edges; a missing one comes from the fallback, or lies 36 months off when that is no use. */
function completeSpan(from: EpochDay | undefined, to: EpochDay | undefined, fallback: DaySpan): DaySpan {
  const firstDay = clampDay(from ?? (to !== undefined && to <= fallback.firstDay ? addMonths(to + 1, -MAX_MONTHS) : fallback.firstDay));
  const lastDay = clampDay(to ?? (firstDay >= fallback.lastDay ? addMonths(firstDay, MAX_MONTHS) - 1 : fallback.lastDay));
  return { firstDay: Math.min(firstDay, lastDay), lastDay: Math.max(firstDay, lastDay) };
}

function spanOfItems(spans: readonly DaySpan[], today: EpochDay): DaySpan {
  let minDay = Number.POSITIVE_INFINITY;
  let maxDay = Number.NEGATIVE_INFINITY;
  for (const { firstDay, lastDay } of spans) {
    minDay = Math.min(minDay, firstDay);
    maxDay = Math.max(maxDay, lastDay);
  }
  const todayMonth = quarterMonth(today);
  const first = spans.length === 0 ? todayMonth : quarterMonth(minDay);
  const end = spans.length === 0 ? todayMonth : quarterMonth(maxDay) + 3;
  if (end - first <= MAX_MONTHS) return monthSpan(first, Math.max(MIN_MONTHS, end - first));
  const anchor = Math.min(Math.max(todayMonth - MONTHS_BEFORE_TODAY, first), end - MAX_MONTHS);
  return monthSpan(anchor, MAX_MONTHS);
}

/** Months since year 0 of the quarter that holds a day. */
function quarterMonth(day: EpochDay): number {
  const { year, month } = civilFromEpochDay(day);
  return year * 12 + month - 1 - ((month - 1) % 3);
}

function monthSpan(firstMonth: number, months: number): DaySpan {
  return { firstDay: clampDay(firstOfMonth(firstMonth)), lastDay: clampDay(firstOfMonth(firstMonth + months) - 1) };
}

function firstOfMonth(month: number): EpochDay {
  return epochDayOf(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
}

/** The first of the month that lies `months` from the day's own month. */
function addMonths(day: EpochDay, months: number): EpochDay {
  const { year, month } = civilFromEpochDay(day);
  return firstOfMonth(year * 12 + month - 1 + months);
}

function clampDay(day: EpochDay): EpochDay {
  return Math.min(LAST_DAY, Math.max(FIRST_DAY, day));
}

function reversed(path: string, message: string): RoadmapProblem {
  return { kind: 'horizon-reversed', path, message, related: [] };
}
