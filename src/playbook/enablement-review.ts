/**
 * What employees may decide and what they are rewarded with, as facts to look at again: authority is renegotiated, so it
 * has a day of review; work for customers is rewarded on par with sales, in money, time off, awards, recognition and fun
 * (S0, S2). Forms are compared, not amounts. How near a review must be to be told is OURS.
 *
 * @example reviewEnablement(playbook, today).parity[0] // { recognition: Beacon awards, lacks: [], others: [] }: on par in forms
 */
import { addTo } from './add-to.js';
import { daysBetween, type CalendarDate } from './calendar-date.js';
import { REWARD_FORMS, type Empowerment, type Recognition, type RewardForm } from './enablement.js';
import { byCodeUnits, type Playbook } from './playbook.js';
import { unitKey } from './commitment-record.js';

/** OURS: so many days ahead a review is near. */
export const REVIEW_NEAR_DAYS = 30;

/** So many other notes of a unit are told of. */
const MAX_OTHERS = 4;

export interface DueReview {
  readonly empowerment: Empowerment;
  readonly on: CalendarDate;
  /** From today, negative when the day is past. */
  readonly days: number;
}

export interface RewardParity {
  readonly recognition: Recognition;
  /** Forms that sales gets by the note and work for customers by no note of the unit; undefined where the note compares with nothing. */
  readonly lacks: readonly RewardForm[] | undefined;
  /** The first {@link MAX_OTHERS} other notes of the unit, ordered by path; empty where nothing is lacking. */
  readonly others: readonly Recognition[];
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
  const due = empowerments
    .flatMap((empowerment): readonly DueReview[] => {
      const review = dueReview(empowerment, today);
      return review === undefined ? [] : [review];
    })
    .sort((a, b) => a.days - b.days || byCodeUnits(a.empowerment.path, b.empowerment.path));
  const named = new Set(playbook.ofKind('recognition').flatMap(({ unit }) => (unit === undefined ? [] : [unitKey(unit)])));
  return {
    empowerments: empowerments.length,
    due,
    withoutReview: empowerments.filter(({ review }) => review === undefined),
    parity: assessRewardParity(playbook),
    unitsWithoutRecognition: named.size === 0 ? [] : (playbook.journey?.units ?? []).filter((unit) => !named.has(unitKey(unit))),
  };
}

/** Past, or near; undefined for a day far ahead and for none. */
export function dueReview(empowerment: Empowerment, today: CalendarDate): DueReview | undefined {
  const { review } = empowerment;
  if (review === undefined) return undefined;
  const days = daysBetween(today, review);
  return days > REVIEW_NEAR_DAYS ? undefined : { empowerment, on: review, days };
}

/** Each note on recognition beside the others of its unit, ordered by path: what one of them gives, the unit gives. */
export function assessRewardParity(playbook: Playbook): readonly RewardParity[] {
  const recognitions = playbook.ofKind('recognition');
  const byUnit = new Map<string, Recognition[]>();
  for (const note of recognitions) if (note.unit !== undefined) addTo(byUnit, unitKey(note.unit), note);
  const formsByUnit = new Map([...byUnit].map(([key, notes]) => [key, new Set(notes.flatMap(({ forms }) => forms))]));
  return recognitions.map((recognition): RewardParity => {
    const { unit, comparesWithSales, salesForms } = recognition;
    if (!comparesWithSales) return { recognition, lacks: undefined, others: [] };
    const forms = (unit === undefined ? undefined : formsByUnit.get(unitKey(unit))) ?? new Set(recognition.forms);
    const notes = unit === undefined ? [] : (byUnit.get(unitKey(unit)) ?? []);
    const lacks = REWARD_FORMS.filter((form) => salesForms.includes(form) && !forms.has(form));
    return { recognition, lacks, others: lacks.length === 0 ? [] : notes.slice(0, MAX_OTHERS + 1).filter((other) => other !== recognition).slice(0, MAX_OTHERS) };
  });
}
