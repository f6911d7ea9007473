/**
 * What employees may decide themselves, and how good work is seen and rewarded, beside sales. Sources: S0, S2.
 */
import type { CalendarDate } from './calendar-date.js';
import type { NoteIdentity } from './note-identity.js';

/** Authority where the work is done. */
export interface Empowerment extends NoteIdentity {
  readonly kind: 'empowerment';
  readonly unit?: string | undefined;
  readonly amount?: number | undefined;
  readonly per?: string | undefined;
  readonly scope?: string | undefined;
  /** Whether someone must approve; undefined: the note does not say. */
  readonly approval?: boolean | undefined;
  /** Day on which the split is renegotiated. */
  readonly review?: CalendarDate | undefined;
  /** The note says what follows an honest mistake. */
  readonly saysMistakes: boolean;
}

/** Ways to reward and recognise that S0 and S2 name. */
export const REWARD_FORMS = ['money', 'time-off', 'award', 'recognition', 'fun'] as const;
export type RewardForm = (typeof REWARD_FORMS)[number];
/** In a sentence. */
export const REWARD_FORM_WORDS: Readonly<Record<RewardForm, string>> = { money: 'money', 'time-off': 'time off', award: 'awards', recognition: 'recognition', fun: 'fun' };

export interface Recognition extends NoteIdentity {
  readonly kind: 'recognition';
  readonly unit?: string | undefined;
  /** What good work for customers earns, in the order of {@link REWARD_FORMS}. */
  readonly forms: readonly RewardForm[];
  /** What sales earns, by the note's comparison; empty where it compares with nothing. */
  readonly salesForms: readonly RewardForm[];
  /** The note sets it beside what sales gets. */
  readonly comparesWithSales: boolean;
  /** The note says how often. */
  readonly saysCadence: boolean;
}
