/**
 * How long nothing dated was recorded. The enemy of change is complacency (S3); a vault in which nobody wrote down what
 * happened shows none of it, so the number of days is a fact about the record, not about people. OURS: which dates count,
 * and after how many days a playbook has gone quiet.
 *
 * @example assessQuiet(playbook, today, { quietDays: 60 }) // { newest: { on: '2026-11-17', … }, days: 5, isQuiet: false }
 */
import { daysBetween, type CalendarDate } from './calendar-date.js';
import type { NoteIdentity, PlaybookNote } from './note.js';
import type { Playbook } from './playbook.js';

export interface NewestRecord {
  readonly on: CalendarDate;
  /** The first by kind and path among those of that day. */
  readonly note: NoteIdentity;
}

export interface Quiet {
  /** Undefined: nothing that happened is dated. */
  readonly newest: NewestRecord | undefined;
  readonly days: number | undefined;
  /** Longer than the days that are allowed; false when there is no day to judge by. */
  readonly isQuiet: boolean;
}

/** Without sessions: what a coach writes down is named nowhere else. */
const KINDS = ['executive', 'room', 'comms', 'insight', 'pilot', 'initiative', 'vision', 'strategy', 'governance'] as const;

export function assessQuiet(playbook: Playbook, today: CalendarDate, { quietDays }: { readonly quietDays: number }): Quiet {
  let newest: NewestRecord | undefined;
  for (const kind of KINDS) {
    for (const note of playbook.ofKind(kind)) {
      for (const on of datesOf(note)) {
        // Days as text stand in the order of time.
        if (on !== undefined && on <= today && (newest === undefined || on > newest.on)) newest = { on, note };
      }
    }
  }
  const days = newest === undefined ? undefined : daysBetween(newest.on, today);
  return { newest, days, isQuiet: days !== undefined && days > quietDays };
}

/** Days on which something happened, by the note; plans are no such days. */
function datesOf(note: PlaybookNote): readonly (CalendarDate | undefined)[] {
  switch (note.kind) {
    case 'executive': return [note.assessed, note.lastContact, ...note.assessments.map(({ date }) => date), ...note.evidence.map(({ date }) => date)];
    case 'room':
    case 'comms': return note.date === undefined ? NO_DATES : [note.date];
    case 'insight': return note.visibility === 'coach' || note.date === undefined ? NO_DATES : [note.date];
    case 'pilot':
    case 'initiative': return note.toldOn;
    case 'vision':
    case 'strategy':
    case 'governance': return note.approved === undefined ? NO_DATES : [note.approved];
    default: return NO_DATES;
  }
}

const NO_DATES: readonly CalendarDate[] = [];
