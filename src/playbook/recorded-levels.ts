/**
 * Which level git has of an executive on a day: that of the last stretch, in the order of commits, which was recorded by
 * then. Recorded on a day, not happened on it.
 *
 * @example recordedStretchOn(ana, '2026-02-01') // { kind: 'level', level: 'toe-dipper', recordedOn: '2026-01-04', … }
 */
import { toEpochDay, type CalendarDate, type EpochDay } from './calendar-date.js';
import type { CommitmentLevel } from './commitment.js';
import type { RecordedExecutive, RecordedHistory, RecordedStretch } from './recorded-history.js';

/** The days that a stretch holds. */
export interface DatedStretch {
  readonly stretch: RecordedStretch;
  readonly fromDay: EpochDay;
  /** Included; undefined for the last, which holds on. */
  readonly toDay: EpochDay | undefined;
}

/** In order of time, one beside the next; those that a wrong clock leaves no day are left out. */
export function datedStretches({ stretches }: RecordedExecutive): readonly DatedStretch[] {
  const dated: DatedStretch[] = [];
  let toDay: EpochDay | undefined;
  for (const stretch of [...stretches].reverse()) {
    const fromDay = toEpochDay(stretch.recordedOn);
    if (toDay !== undefined && toDay < fromDay) continue;
    dated.unshift({ stretch, fromDay, toDay });
    toDay = fromDay - 1;
  }
  return dated;
}

/** Undefined before the first recording. */
export function recordedStretchOn(executive: RecordedExecutive, day: CalendarDate): RecordedStretch | undefined {
  const wanted = toEpochDay(day);
  return datedStretches(executive).find(({ fromDay, toDay }) => fromDay <= wanted && (toDay === undefined || wanted <= toDay))?.stretch;
}

/** Undefined in a gap, before the first recording, and where the note recorded none. */
export function recordedLevelOn(executive: RecordedExecutive, day: CalendarDate): CommitmentLevel | undefined {
  const stretch = recordedStretchOn(executive, day);
  return stretch?.kind === 'level' ? stretch.level : undefined;
}

/** The days on which a level was first recorded, changed or went, the oldest first, none after `today`. */
export function recordedDays({ executives }: RecordedHistory, today: CalendarDate): readonly CalendarDate[] {
  const days = new Set(executives.flatMap(({ stretches }) => stretches.map(({ recordedOn }) => recordedOn)));
  return [...days].filter((day) => toEpochDay(day) <= toEpochDay(today)).sort((a, b) => toEpochDay(a) - toEpochDay(b));
}
