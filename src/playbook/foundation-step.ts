/**
 * Vision, strategy, governance, "pretty much in that order" (S4): a step when one was approved before the one it rests
 * on. It reads the notes as the lint rule `foundation-order` does: what is retired does not count.
 *
 * @example a governance of 2026-02-10 beside a strategy of 2026-04-21 // "Check CX Governance against CX Strategy"
 */
import { countOf } from './count-of.js';
import { daysBetween } from './calendar-date.js';
import type { NextStep } from './next-step.js';
import type { Foundation } from './note.js';
import type { Playbook } from './playbook.js';
import { shortName } from './step-words.js';

/** What the later note lacked, by the kind that it rests on. Source: S4. */
const LOST = { vision: 'a direction', strategy: 'a plan' } as const;

/** Governance first where both orders are wrong; undefined when nothing is. */
export function foundationStep(playbook: Playbook): NextStep | undefined {
  return orderStep(playbook, 'strategy', 'governance') ?? orderStep(playbook, 'vision', 'strategy');
}

function orderStep(playbook: Playbook, first: keyof typeof LOST, second: Foundation['kind']): NextStep | undefined {
  const later = earliest(playbook.ofKind(second));
  if (later?.approved === undefined) return undefined;
  const base = earliest(playbook.ofKind(first));
  const days = base?.approved === undefined ? undefined : daysBetween(later.approved, base.approved);
  if (days !== undefined && days <= 0) return undefined;
  const laterName = shortName(later);
  const baseName = base === undefined ? `the ${first}` : shortName(base);
  const before =
    base?.approved === undefined || days === undefined
      ? `; an approved ${first} is not`
      : `, ${countOf(days, 'day')} before ${baseName} (${base.approved})`;
  return {
    kind: 'foundation-order',
    title: days === undefined ? `Approve ${baseName}, then look at ${laterName} again` : `Check ${laterName} against ${baseName}`,
    reasons: [
      `Recorded in this vault: ${laterName}, approved on ${later.approved}${before}.`,
      `The sources put vision, strategy and governance pretty much in that order (S4). What is lost when the ${second} comes first is ${LOST[first]}.`,
    ],
    actions: [`Look at the ${second} again in the light of the ${first}, and record the day of its new approval.`],
    people: [],
    work: [],
    paths: [later.path, ...(base === undefined ? [] : [base.path])],
    source: 'S4',
  };
}

/** The note that was approved first, else one that is not approved; undefined when all are retired or none is there. */
function earliest(notes: readonly Foundation[]): Foundation | undefined {
  const current = notes.filter(({ status }) => status !== 'retired');
  let first: Foundation | undefined;
  for (const note of current) {
    if (note.approved === undefined) continue;
    if (first?.approved === undefined || daysBetween(note.approved, first.approved) > 0) first = note;
  }
  return first ?? current[0];
}
