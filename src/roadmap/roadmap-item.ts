/**
 * An initiative, pilot or milestone as the roadmap sees it: its links resolved, its dates turned into days.
 *
 * Dates stay fuzzy: `2027-Q1` as a start means the quarter's first day with a soft edge, as an end its last day.
 */
import type { EpochDay } from '../playbook/calendar-date.js';
import type { Executive, Initiative } from '../playbook/note.js';
import type { Playbook } from '../playbook/playbook.js';
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

export interface ItemSource {
  readonly note: Initiative;
  readonly item: RoadmapItem;
  readonly sponsors: readonly Executive[];
  /** Undefined when the note has no dates, or an end before its start. */
  readonly timing: Timing | undefined;
  readonly unusable: 'no-dates' | 'end-before-start' | undefined;
}

export function readItem(note: Initiative, playbook: Playbook): ItemSource {
  const sponsors = playbook.resolveExecutives(note.sponsor, note.path);
  const timing = timingOf(note);
  const usable = typeof timing === 'object' ? timing : undefined;
  const item: RoadmapItem = {
    id: note.path,
    title: note.title,
    kind: note.kind,
    start: note.start?.text,
    end: note.end?.text,
    fullSpan: usable?.span,
    competency: note.competencies[0],
    competencies: note.competencies,
    status: note.status,
    phase: note.phase,
    progress: note.progress,
    ambition: note.ambition,
    units: note.units,
    sponsors: sponsors.map(({ path, title }) => ({ path, name: title })),
    dependsOn: predecessorsOf(note, playbook),
  };
  return { note, item, sponsors, timing: usable, unusable: typeof timing === 'string' ? timing : undefined };
}

function timingOf({ kind, start, end }: Initiative): Timing | 'no-dates' | 'end-before-start' {
  if (start === undefined && end === undefined) return 'no-dates';
  if (start !== undefined && end !== undefined && end.lastDay < start.firstDay) return 'end-before-start';
  if (kind === 'milestone') {
    const date = end ?? start;
    if (date === undefined) return 'no-dates';
    const soft = date.precision !== 'day';
    const { firstDay, lastDay } = date;
    return { span: { firstDay, lastDay }, softStart: soft, softEnd: soft, startsBy: lastDay, endsFrom: firstDay };
  }
  const firstDay = start?.firstDay ?? Math.min(end?.firstDay ?? 0, (end?.lastDay ?? 0) - OPEN_ENDED_DAYS + 1);
  const lastDay = end?.lastDay ?? Math.max(start?.lastDay ?? 0, firstDay + OPEN_ENDED_DAYS - 1);
  return {
    span: { firstDay, lastDay },
    softStart: start?.precision !== 'day',
    softEnd: end?.precision !== 'day',
    startsBy: start?.lastDay ?? lastDay,
    endsFrom: end?.firstDay ?? firstDay,
  };
}

function predecessorsOf(note: Initiative, playbook: Playbook): readonly string[] {
  const paths = note.dependsOn.flatMap((link) => {
    const target = playbook.resolve(link, note.path);
    const isItem = target?.kind === 'initiative' || target?.kind === 'pilot' || target?.kind === 'milestone';
    return isItem ? [target.path] : [];
  });
  return paths.length < 2 ? paths : [...new Set(paths)];
}
