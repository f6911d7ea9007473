/**
 * The sorts of evidence, and which pieces of an executive's count: those of the last days, today included; what is dated
 * later is a plan.
 */
import { daysBetween, type CalendarDate } from './calendar-date.js';
import { EVIDENCE_CATEGORIES, type Evidence, type Executive } from './note.js';

/** What was said, and what was done of each category: what a person who records evidence chooses from. */
export const EVIDENCE_SORTS = ['said', ...EVIDENCE_CATEGORIES] as const;
export type EvidenceSort = (typeof EVIDENCE_SORTS)[number];

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
