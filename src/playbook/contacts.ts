/**
 * With whom to speak next. The one who leads customer experience can force nobody and lives by relationships (S3): a talk
 * that was planned and is past, one that is near, and people not spoken with for long. How many days that is, is OURS.
 *
 * A planned day that is past counts as missed unless a contact on or after it is recorded.
 *
 * @example assessContacts(playbook, today, { contactDays: 90 }).next[0] // { executive: Ines, state: 'near', on: '2026-12-03', days: 11 }
 */
import { daysBetween, type CalendarDate } from './calendar-date.js';
import type { Executive } from './note.js';
import type { Playbook } from './playbook.js';
import { byInfluence } from './short-work.js';

export interface ContactOptions {
  /** A last contact older than this is long ago. OURS. */
  readonly contactDays: number;
}

/** OURS: so many days ahead a planned talk is near. */
export const NEAR_DAYS = 14;

export interface DueContact {
  readonly executive: Executive;
  /** `missed`: the planned day is past · `near`: it comes within {@link NEAR_DAYS} · `long-ago`: none is planned, the last is old. */
  readonly state: 'missed' | 'near' | 'long-ago';
  /** The planned day; of `long-ago` the last contact. */
  readonly on: CalendarDate;
  /** From today to that day, negative for the past. */
  readonly days: number;
  /** The last contact that is not to come; undefined when none is recorded. */
  readonly last: CalendarDate | undefined;
}

export interface Contacts {
  /** Each executive once: missed talks, the oldest first; near ones, the next first; then those longest ago. */
  readonly next: readonly DueContact[];
  /** Neither a last nor a next contact is recorded, the more influential first. */
  readonly unrecorded: readonly Executive[];
}

const ORDER = ['missed', 'near', 'long-ago'] as const satisfies readonly DueContact['state'][];

export function assessContacts(playbook: Playbook, today: CalendarDate, { contactDays }: ContactOptions): Contacts {
  const next: DueContact[] = [];
  const unrecorded: Executive[] = [];
  for (const executive of playbook.executives) {
    const { lastContact, nextContact } = executive;
    if (lastContact === undefined && nextContact === undefined) unrecorded.push(executive);
    else {
      const due = dueContact(executive, today, { contactDays });
      if (due !== undefined) next.push(due);
    }
  }
  next.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.days - b.days || byInfluence(a.executive, b.executive));
  return { next, unrecorded: unrecorded.sort(byInfluence) };
}

/** Undefined: nothing is due, or no contact is recorded. A last contact that is to come is none. */
export function dueContact(executive: Executive, today: CalendarDate, { contactDays }: ContactOptions): DueContact | undefined {
  const { lastContact, nextContact } = executive;
  const last = lastContact !== undefined && daysBetween(lastContact, today) >= 0 ? lastContact : undefined;
  if (nextContact !== undefined) {
    const days = daysBetween(today, nextContact);
    if (days >= 0) return days <= NEAR_DAYS ? { executive, state: 'near', on: nextContact, days, last } : undefined;
    if (last === undefined || daysBetween(nextContact, last) < 0) return { executive, state: 'missed', on: nextContact, days, last };
  }
  if (last === undefined) return undefined;
  const days = daysBetween(today, last);
  return -days > contactDays ? { executive, state: 'long-ago', on: last, days, last } : undefined;
}
