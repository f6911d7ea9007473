/** Customer rooms: leaders walk the customer's journey together, and promise something. Source: S4. */
import type { CalendarDate } from './calendar-date.js';
import type { NoteIdentity, NoteLink } from './note-identity.js';

/** A promise that somebody made in a room. */
export interface RoomPromise {
  /** Who made it, as links; empty where nobody is linked. */
  readonly who: readonly NoteLink[];
  /** Plain text. */
  readonly what: string;
  readonly by?: CalendarDate | undefined;
  /** Undefined: the note does not say; so is a task that is not ticked. */
  readonly kept: boolean | undefined;
  /** Of the row or the item's text in the note. */
  readonly from: number;
  readonly to: number;
}

export interface Room extends NoteIdentity {
  readonly kind: 'room';
  /** Day on which it was walked. */
  readonly date?: CalendarDate | undefined;
  /** Names of the stages of the journey that were walked, plain text up to a colon or dash, in the order of the note. */
  readonly stages: readonly string[];
  readonly promises: readonly RoomPromise[];
  /** Links in the note's text. */
  readonly mentions: readonly NoteLink[];
}

/** How a promise stands on a day. `overdue`: not recorded as kept, and its day is past. */
export type PromiseState = 'kept' | 'overdue' | 'open';

export function promiseState({ kept, by }: Pick<RoomPromise, 'kept' | 'by'>, today: CalendarDate): PromiseState {
  if (kept === true) return 'kept';
  return by !== undefined && by < today ? 'overdue' : 'open';
}
