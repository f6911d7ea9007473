/**
 * An initiative, pilot or milestone as the roadmap sees it: its links resolved, its dates turned into days.
 *
 * Dates stay fuzzy: `2027-Q1` as a start means the quarter's first day with a soft edge, as an end its last day.
 */
import type { EpochDay } from '../playbook/calendar-date.js';
import type { Executive, Initiative } from '../playbook/note.js';
import { FIRST_DAY, LAST_DAY } from './horizon.js';
import type { DaySpan, RoadmapItem } from './roadmap-layout.js';

/**
 * Days drawn for an item of which only one edge is written: a quarter, the step in which people plan this kind of
 * work, long enough to be seen on a three-year chart. The open edge is soft.
 */
export const OPEN_ENDED_DAYS = 91;

export interface Timing {
  readonly span: DaySpan;
  readonly softStart: boolean;
  readonly softEnd: boolean;
  /** The latest day on which it may start, and the earliest on which it may end, as far as the note says. */
  readonly startsBy: EpochDay;
  readonly endsFrom: EpochDay;
}

export type UnusableDates = 'no-dates' | 'end-before-start';

/** The days that a note's dates cover, or why they cover none. */
export type ReadTiming = Timing | UnusableDates;

export interface ItemSource {
  readonly note: Initiative;
  readonly item: RoadmapItem;
  readonly sponsors: readonly Executive[];
  /** Its own or the inferred days; undefined when there are none. */
  readonly timing: Timing | undefined;
  /** The days are those of the items that support it. */
  readonly isInferred: boolean;
  readonly unusable: UnusableDates | undefined;
}

export interface ItemParts {
  readonly timing: ReadTiming;
  readonly inferred: Timing | undefined;
  readonly sponsors: readonly Executive[];
  /** Paths. */
  readonly dependsOn: readonly string[];
  readonly disambiguation: string | undefined;
}

export function buildItem(note: Initiative, { timing, inferred, sponsors, dependsOn, disambiguation }: ItemParts): ItemSource {
  const own = typeof timing === 'object' ? timing : undefined;
  const item: RoadmapItem = {
    id: note.path,
    title: note.title,
    disambiguation,
    kind: note.kind,
    start: note.start?.text,
    end: note.end?.text,
    fullSpan: own?.span,
    competency: note.competencies[0],
    competencies: note.competencies,
    status: note.status,
    phase: note.phase,
    progress: note.progress,
    ambition: note.ambition,
    units: note.units,
    sponsors: sponsors.map(({ path, title }) => ({ path, name: title })),
    dependsOn,
  };
  return {
    note,
    item,
    sponsors,
    timing: own ?? inferred,
    isInferred: own === undefined && inferred !== undefined,
    unusable: typeof timing === 'object' || inferred !== undefined ? undefined : timing,
  };
}

export function readTiming({ kind, start, end }: Pick<Initiative, 'kind' | 'start' | 'end'>): ReadTiming {
  if (start === undefined && end === undefined) return 'no-dates';
  if (start !== undefined && end !== undefined && end.lastDay < start.firstDay) return 'end-before-start';
  if (kind === 'milestone') {
    const date = end ?? start;
    if (date === undefined) return 'no-dates';
    const soft = date.precision !== 'day';
    const { firstDay, lastDay } = date;
    return { span: { firstDay, lastDay }, softStart: soft, softEnd: soft, startsBy: lastDay, endsFrom: firstDay };
  }
  const firstDay = start?.firstDay ?? Math.max(FIRST_DAY, Math.min(end?.firstDay ?? 0, (end?.lastDay ?? 0) - OPEN_ENDED_DAYS + 1));
  const lastDay = end?.lastDay ?? Math.min(LAST_DAY, Math.max(start?.lastDay ?? 0, firstDay + OPEN_ENDED_DAYS - 1));
  return {
    span: { firstDay, lastDay },
    softStart: start?.precision !== 'day',
    softEnd: end?.precision !== 'day',
    startsBy: start?.lastDay ?? lastDay,
    endsFrom: end?.firstDay ?? firstDay,
  };
}
