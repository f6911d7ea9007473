/** What a person fills in to record a piece of evidence, and what keeps it from being written. */
import { daysBetween, parseCalendarDate, type CalendarDate } from '../playbook/calendar-date.js';
import { EVIDENCE_SORTS, type EvidenceSort } from '../playbook/evidence.js';

export interface EvidenceFields {
  readonly text: string;
  readonly sort: EvidenceSort;
  /** As the field holds it. */
  readonly date: string;
  /** Slug of the vault's list; empty for none. */
  readonly sign: string;
  /** Whether the line links to where it is written down. */
  readonly isLinked: boolean;
}

/** The day of the fields; undefined for none, and for one that is to come. */
export function dayOf({ date }: EvidenceFields, today: CalendarDate): CalendarDate | undefined {
  const day = parseCalendarDate(date);
  return day === undefined || daysBetween(day, today) < 0 ? undefined : day;
}

/** The sort before or after one, round the ends. */
export function nextSort(sort: EvidenceSort, step: 1 | -1): EvidenceSort {
  const count = EVIDENCE_SORTS.length;
  return EVIDENCE_SORTS[(EVIDENCE_SORTS.indexOf(sort) + step + count) % count] ?? sort;
}
