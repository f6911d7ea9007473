/**
 * A step when a vision, a strategy or governance was approved before the document it rests on (S4): the one that was
 * approved first, for those after it stand or fall with it.
 *
 * @example a governance of 2026-02-10 beside a strategy of 2026-04-21 // "Check CX Governance against CX Strategy"
 */
import { countOf } from './count-of.js';
import { findOutOfOrder, LOST_WITHOUT, type OutOfOrder } from './foundation-order.js';
import type { NextStep } from './next-step.js';
import type { Playbook } from './playbook.js';
import { shortName } from './step-words.js';

/** Governance first where both orders are wrong; undefined when nothing is. */
export function foundationStep(playbook: Playbook): NextStep | undefined {
  let gravest: OutOfOrder | undefined;
  for (const each of findOutOfOrder(playbook)) {
    if (gravest === undefined || each.document.kind !== gravest.document.kind || each.approved < gravest.approved) gravest = each;
  }
  return gravest === undefined ? undefined : orderStep(gravest);
}

function orderStep({ document, approved, baseKind, base, days }: OutOfOrder): NextStep {
  const laterName = shortName(document);
  const baseName = base === undefined ? `the ${baseKind}` : shortName(base);
  const before =
    base?.approved === undefined || days === undefined
      ? `; an approved ${baseKind} is not`
      : `, ${countOf(days, 'day')} before ${baseName} (${base.approved})`;
  return {
    kind: 'foundation-order',
    title: days === undefined ? `Approve ${baseName}, then look at ${laterName} again` : `Check ${laterName} against ${baseName}`,
    reasons: [
      `Recorded in this vault: ${laterName}, approved on ${approved}${before}.`,
      `The sources put vision, strategy and governance pretty much in that order (S4). What is lost when the ${document.kind} comes first is ${LOST_WITHOUT[baseKind]}.`,
    ],
    actions: [`Look at the ${document.kind} again in the light of the ${baseKind}, and record the day of its new approval.`],
    people: [],
    work: [],
    paths: [document.path, ...(base === undefined ? [] : [base.path])],
    source: 'S4',
  };
}
