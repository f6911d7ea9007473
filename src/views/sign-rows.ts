/** The list of signs as it is shown, and what a person chose on it. */
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { EvidenceSort } from '../playbook/evidence.js';
import { SIGN_SORT, type VaultSign } from '../playbook/sign.js';

export interface SignRow {
  readonly sign: VaultSign;
  /** In the note's property. */
  readonly isListed: boolean;
  /** The newest dated line that shows it; undefined when none does. */
  readonly seen: SeenLine | undefined;
}

export interface SeenLine {
  readonly date: CalendarDate;
  /** In plain text. */
  readonly text: string;
  /** Place in the note. */
  readonly offset: number;
  /** Whether it is of the days that count. */
  readonly isRecent: boolean;
}

/** Where an executive stands, in words. */
export interface SignStanding {
  readonly recorded: string;
  readonly evidenced: string;
  /** The level above and what it lacks; undefined at the highest. */
  readonly missing: { readonly level: string; readonly what: string } | undefined;
  readonly days: number;
}

/** What is chosen for one sign. */
export interface SignDraft {
  readonly isTicked: boolean;
  /** What was seen today; empty for no dated line. */
  readonly text: string;
  readonly sort: EvidenceSort;
}

/** By slug; a sign that was not touched has none. */
export type SignDrafts = ReadonlyMap<string, SignDraft>;

export function draftOf({ sign, isListed }: SignRow, drafts: SignDrafts): SignDraft {
  const [, sort = 'priority'] = Object.entries(SIGN_SORT).find(([slug]) => slug === sign.slug) ?? [];
  return drafts.get(sign.slug) ?? { isTicked: isListed, text: '', sort };
}

/** How many signs count: ticked, or shown by a line of the days that count. */
export function countShown(rows: readonly SignRow[], drafts: SignDrafts): number {
  return rows.filter((row) => draftOf(row, drafts).isTicked || row.seen?.isRecent === true).length;
}
