/** The words of a portfolio, the same in each form: facts of one client in a few words, none of them from a note. */
import { countOf } from '../playbook/count-of.js';
import { COMMITMENT_LEVELS } from '../playbook/commitment.js';
import { COMPETENCIES, COMPETENCY_LABEL } from '../playbook/competency.js';
import type { NextStepKind } from '../playbook/next-step.js';
import { CONCERN_KINDS, CONCERN_QUESTION } from '../playbook/portfolio-attention.js';
import { executiveCount, FOUNDATION_KINDS, supportingCount, supportingPercent, type VaultSummary } from '../playbook/portfolio.js';
import { listed } from '../playbook/step-words.js';

/** Kinds of next steps without whom they are about. */
export const NEXT_STEP_WORDS: Readonly<Record<NextStepKind, string>> = {
  'start-here': 'Start where a head is committed',
  'untold-proof': 'Tell a proven result',
  'short-work': 'Fit work to commitment',
  'overdue-promise': 'Keep an overdue promise',
  'roi-for-opposer': 'Approach an opposer without ROI',
  'said-done-gap': 'Ask for deeds behind words',
  'below-needed': 'Raise a level that is needed',
  assess: 'Assess levels again',
  'broken-chain': 'Mend the chain of proof',
  'foundation-order': 'Put vision, strategy and governance in order',
};

/** What is said of a client of whom no question is answered with yes. */
export const NO_CONCERN = 'No reason to look in what is told.';

/** What stands where a source does not tell a part. */
export const UNTOLD = 'not told';

const RULES_NAMED = 3;
const FROM_MOST = [...COMMITMENT_LEVELS].reverse();

export function supportInWords({ executives }: VaultSummary): string {
  if (executives === undefined) return UNTOLD;
  const percent = supportingPercent(executives);
  return percent === undefined ? 'no executive recorded' : `${supportingCount(executives)} of ${executiveCount(executives)} at supporter or above, ${percent}\u00a0%`;
}

/** "1 as advocate, 2 as supporter …": levels with somebody on them, the most committed first. */
export function levelsInWords({ executives }: VaultSummary): string {
  if (executives === undefined) return UNTOLD;
  const { levels, notAssessed } = executives;
  const parts = [...FROM_MOST.flatMap((level) => (levels[level] === 0 ? [] : [`${levels[level]} as ${level}`])), ...(notAssessed === 0 ? [] : [`${notAssessed} not assessed`])];
  return parts.length === 0 ? 'none' : parts.join(', ');
}

export function movesInWords({ moves }: VaultSummary): string {
  if (moves === undefined) return UNTOLD;
  return moves.up + moves.down === 0 ? 'nobody' : `${moves.up} up, ${moves.down} down`;
}

export function workInWords({ work }: VaultSummary): string {
  if (work === undefined) return UNTOLD;
  if (work.open === 0) return 'no open item';
  return `${work.short} of ${work.open} short${work.unjudged === 0 ? '' : `, ${work.unjudged} not judged`}`;
}

export function findingsInWords({ findings }: VaultSummary): string {
  if (findings === undefined) return UNTOLD;
  const { error, warning, info } = findings;
  const parts = [countOf(error, 'error'), countOf(warning, 'warning'), countOf(info, 'hint')].filter((text) => !text.startsWith('0 '));
  return parts.length === 0 ? 'none' : parts.join(', ');
}

/** The rules with most findings; empty without any. */
export function rulesInWords({ findings }: VaultSummary): string {
  const rules = findings?.rules ?? [];
  return rules.slice(0, RULES_NAMED).map(({ rule, count }) => `${rule} ×${count}`).join(', ') + (rules.length > RULES_NAMED ? ` and ${rules.length - RULES_NAMED} more` : '');
}

export function remarksInWords({ remarks }: VaultSummary): string {
  if (remarks === undefined) return UNTOLD;
  const { risks, questions, oldestDays } = remarks;
  const parts = [...(risks === 0 ? [] : [countOf(risks, 'risk')]), ...(questions === 0 ? [] : [countOf(questions, 'question')])];
  if (parts.length === 0) return 'none';
  return `${parts.join(', ')}${oldestDays === undefined ? '' : `, the oldest for ${countOf(oldestDays, 'day')}`}`;
}

export function recordInWords({ record }: VaultSummary): string {
  if (record === undefined) return UNTOLD;
  return record.on === undefined || record.days === undefined ? 'never' : `${record.on}, ${countOf(record.days, 'day')} before`;
}

export function foundationsInWords({ foundations }: VaultSummary): string {
  return foundations === undefined ? UNTOLD : FOUNDATION_KINDS.map((kind) => `${kind} ${foundations[kind]}`).join(', ');
}

export function competenciesInWords({ competencies }: VaultSummary): string {
  if (competencies === undefined) return UNTOLD;
  const open = COMPETENCIES.filter((competency) => competencies[competency].executives + competencies[competency].work === 0);
  if (open.length === COMPETENCIES.length) return 'none recorded';
  return open.length === 0 ? 'all four covered' : `${COMPETENCIES.length - open.length} of 4 covered, without ${listed(open.map((competency) => COMPETENCY_LABEL[competency].toLowerCase()), open.length)}`;
}

export function nextInWords({ next }: VaultSummary, max = Number.POSITIVE_INFINITY): string {
  if (next === undefined) return UNTOLD;
  return next.length === 0 ? 'none' : next.slice(0, max).map((kind) => NEXT_STEP_WORDS[kind]).join('; ');
}

export const NOTHING_PRIVATE = 'Counts of what each vault records. Names of people, titles, paths and words of notes are left out; private notes do not count.';

/** How the clients are ordered, in sentences. */
export const ORDER_IN_WORDS: readonly string[] = [
  'The client of whom most of these are answered with yes comes first; among equals the earlier question decides, by its count. The questions, their order and their weight are OURS: an order for a coach’s week, not a score of a client.',
  ...CONCERN_KINDS.map((kind) => CONCERN_QUESTION[kind]),
];
