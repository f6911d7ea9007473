/**
 * How long nothing dated was recorded. The enemy of change is complacency (S3); a vault in which nobody wrote down what
 * happened shows none of it, so the number of days is a fact about the record, not about people. OURS: which dates count,
 * and after how many days a playbook has gone quiet.
 *
 * @example assessQuiet(playbook, today, { quietDays: 60 }) // { newest: { on: '2026-11-17', days: 5, … }, isQuiet: false }
 */
import { daysBetween, type CalendarDate } from './calendar-date.js';
import type { NoteIdentity, PlaybookNote } from './note.js';
import type { Playbook } from './playbook.js';

export interface NewestRecord {
  readonly on: CalendarDate;
  /** Until today. */
  readonly days: number;
  /** The first by kind and path among those of that day; undefined where a coach alone wrote one, who is named nowhere else. */
  readonly note: NoteIdentity | undefined;
}

export interface Quiet {
  /** Undefined: nothing that happened is dated. */
  readonly newest: NewestRecord | undefined;
  /** Longer than the days that are allowed; false when there is no day to judge by. */
  readonly isQuiet: boolean;
}

/** Notes that may be named come first, so that of one day they are. */
const KINDS = ['executive', 'room', 'comms', 'pilot', 'initiative', 'vision', 'strategy', 'governance', 'insight', 'session'] as const;

export function assessQuiet(playbook: Playbook, today: CalendarDate, { quietDays }: { readonly quietDays: number }): Quiet {
  let on: CalendarDate | undefined;
  let newest: PlaybookNote | undefined;
  for (const kind of KINDS) {
    for (const note of playbook.ofKind(kind)) {
      for (const day of datesOf(note)) {
        // Days as text stand in the order of time.
        if (day === undefined || day > today || (on !== undefined && (day < on || (day === on && (newest === undefined || !isKept(newest)))))) continue;
        on = day;
        newest = note;
      }
    }
  }
  if (on === undefined) return { newest: undefined, isQuiet: false };
  const days = daysBetween(on, today);
  return { newest: { on, days, note: newest === undefined || isKept(newest) ? undefined : newest }, isQuiet: days > quietDays };
}

/** What a coach writes down for themselves. */
function isKept(note: PlaybookNote): boolean {
  return note.kind === 'session' || (note.kind === 'insight' && note.visibility === 'coach');
}

/** Days on which something happened, by the note; plans are no such days. */
function datesOf(note: PlaybookNote): readonly (CalendarDate | undefined)[] {
  switch (note.kind) {
    case 'executive': return [note.assessed, note.lastContact, ...note.assessments.map(({ date }) => date), ...note.evidence.map(({ date }) => date)];
    case 'room':
    case 'comms':
    case 'session':
    case 'insight': return note.date === undefined ? NO_DATES : [note.date];
    case 'pilot':
    case 'initiative': return note.toldOn;
    case 'vision':
    case 'strategy':
    case 'governance': return note.approved === undefined ? NO_DATES : [note.approved];
    default: return NO_DATES;
  }
}

const NO_DATES: readonly CalendarDate[] = [];
