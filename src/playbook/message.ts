/** What leaders say to others, and what was said in a session with a coach: the notes and people that they speak of. */
import type { CalendarDate } from './calendar-date.js';
import type { NoteIdentity, NoteLink } from './note-identity.js';

/** A letter, script or post (`comms`), or a coaching session. */
export interface Message extends NoteIdentity {
  readonly kind: 'comms' | 'session';
  readonly date?: CalendarDate | undefined;
  /** Links in the note's text. */
  readonly mentions: readonly NoteLink[];
}
