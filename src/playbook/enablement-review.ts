/**
 * What employees may decide and what they are rewarded with, as facts to look at again: authority is renegotiated, so it
 * has a day of review; work for customers is rewarded on par with sales, in money, time off, awards, recognition and fun
 * (S0, S2). Forms are compared, not amounts. How near a review must be to be told is OURS.
 *
 * @example reviewEnablement(playbook, today).parity[0] // { recognition: Beacon awards, lacks: [] }: on par in forms
 */
import { daysBetween, type CalendarDate } from './calendar-date.js';
import type { Empowerment, Recognition, RewardForm } from './enablement.js';
import { byCodeUnits, type Playbook } from './playbook.js';
import { unitKey } from './commitment-record.js';

/** OURS: so many days ahead a review is near. */
export const REVIEW_NEAR_DAYS = 30;

export interface DueReview {
  readonly empowerment: Empowerment;
  readonly on: CalendarDate;
  /** From today, negative when the day is past. */
  readonly days: number;
}

export interface RewardParity {
  readonly recognition: Recognition;
  /** Forms that sales gets by the note and work for customers does not; undefined where the note compares with nothing. */
  readonly lacks: readonly RewardForm[] | undefined;
}

export interface EnablementReview {
  readonly empowerments: number;
  /** Past or within {@link REVIEW_NEAR_DAYS}, the oldest first. */
  readonly due: readonly DueReview[];
  /** Without a day of review, ordered by path. */
  readonly withoutReview: readonly Empowerment[];
  /** Ordered by path. */
  readonly parity: readonly RewardParity[];
  /** Units of the journey that no recognition note names, as the journey writes them; empty without any such note. */
  readonly unitsWithoutRecognition: readonly string[];
}

export function reviewEnablement(playbook: Playbook, today: CalendarDate): EnablementReview {
  const empowerments = playbook.ofKind('empowerment');
  const recognitions = playbook.ofKind('recognition');
  const due = empowerments
    .flatMap((empowerment): readonly DueReview[] => {
      const { review } = empowerment;
      const days = review === undefined ? undefined : daysBetween(today, review);
      return review === undefined || days === undefined || days > REVIEW_NEAR_DAYS ? [] : [{ empowerment, on: review, days }];
    })
    .sort((a, b) => a.days - b.days || byCodeUnits(a.empowerment.path, b.empowerment.path));
  const named = new Set(recognitions.flatMap(({ unit }) => (unit === undefined ? [] : [unitKey(unit)])));
  return {
    empowerments: empowerments.length,
    due,
    withoutReview: empowerments.filter(({ review }) => review === undefined),
    parity: recognitions.map((recognition) => ({ recognition, lacks: recognition.comparesWithSales ? recognition.salesForms.filter((form) => !recognition.forms.includes(form)) : undefined })),
    unitsWithoutRecognition: named.size === 0 ? [] : (playbook.journey?.units ?? []).filter((unit) => !named.has(unitKey(unit))),
  };
}
