/**
 * The step about executives recorded at supporter or above whose notes hold words and no deed of the last days:
 * commitment shows in decisions, priorities, trade-offs and time (S1), and in money (S4). It speaks of the record: a deed
 * that nobody wrote down is a gap of the vault.
 */
import { countOf } from './count-of.js';
import { currentCommitment } from './commitment-timeline.js';
import type { NextStep, StepContext } from './next-step.js';
import type { Executive } from './note.js';
import { assessSaidVersusDone, type SaidVersusDone } from './said-versus-done.js';
import { byInfluence } from './short-work.js';
import { listedLongOf, recordedAs, shortName } from './step-words.js';

export interface SaidDoneGap {
  readonly executive: Executive;
  readonly saidDone: SaidVersusDone;
}

/** So many people get words of their own. */
const MAX_PEOPLE = 4;

/** Those with most words first, then the more influential. */
export function findSaidDoneGaps({ record: { playbook, today }, evidenceDays }: Pick<StepContext, 'record' | 'evidenceDays'>): readonly SaidDoneGap[] {
  return playbook.executives
    .filter(({ evidence }) => evidence.length > 0)
    .map((executive) => ({ executive, saidDone: assessSaidVersusDone(executive, currentCommitment(executive, today), today, evidenceDays) }))
    .filter(({ saidDone }) => saidDone.isGap)
    .sort((a, b) => b.saidDone.said.length - a.saidDone.said.length || byInfluence(a.executive, b.executive));
}

/** Undefined when there is no gap. */
export function saidDoneStep(gaps: readonly SaidDoneGap[], { record, words, evidenceDays }: StepContext): NextStep | undefined {
  const [first] = gaps;
  if (first === undefined) return undefined;
  const people = gaps.map(({ executive }) => executive);
  return {
    kind: 'said-done-gap',
    title: gaps.length === 1 ? `Agree on one deed with ${shortName(first.executive)}: said ${first.saidDone.said.length}, did 0` : `Agree on a deed each with ${countOf(gaps.length, 'executive')}: words are recorded, no deeds`,
    reasons: [
      `Recorded in this vault: ${listedLongOf(gaps, ({ executive, saidDone }) => `${recordedAs(executive, record, words)}, said ${saidDone.said.length}, did 0`, MAX_PEOPLE)}.`,
      `Dated lines of the last ${countOf(evidenceDays, 'day')} count (OURS).`,
    ],
    actions: [
      'Commitment shows in decisions, priorities, trade-offs and time (S1), and in money (S4): agree on one of these, with a day.',
      'Or, where something was done and not written down, add the line under "Did".',
    ],
    people,
    work: [],
    paths: people.map(({ path }) => path),
    source: 'S1, S4; the number of days is OURS',
  };
}
