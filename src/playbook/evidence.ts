/** Which pieces of an executive's evidence count: those of the last days, today included; what is dated later is a plan. */
import { daysBetween, type CalendarDate } from './calendar-date.js';
import type { Evidence, Executive } from './note.js';

/** In the order of the note. That only the last days count is OURS. */
export function recentEvidence({ evidence }: Executive, today: CalendarDate, evidenceDays: number): readonly Evidence[] {
  return evidence.filter(({ date }) => {
    const age = daysBetween(date, today);
    return age >= 0 && age <= evidenceDays;
  });
}

/** The newest first; of one day, what stands later in the note. */
export function newestFirst(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...evidence].sort((a, b) => daysBetween(a.date, b.date) || b.from - a.from);
}
