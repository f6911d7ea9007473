/** The foot of the report: who may read it, which numbers are ours, what the levels mean, and where the ideas are from. */
import { COMMITMENT_LEVELS, COMMITMENT_MEANING } from '../playbook/commitment.js';
import { NEAR_DAYS } from '../playbook/contacts.js';
import { REVIEW_NEAR_DAYS } from '../playbook/enablement-review.js';
import { MAX_NEXT_STEPS } from '../playbook/next-steps.js';
import { DEFAULT_AMBITION_RULE, type AmbitionRule } from '../playbook/readiness.js';
import { levelWords, type LevelWords } from '../playbook/step-words.js';
import { htmlText, list } from './html-element.js';
import type { ReportInput } from './report-input.js';

/** Titles of the sources that the page cites (docs/sources.md). */
const SOURCES = [
  ['S0', 'Your CX Management Model Requires Commitment, Not Compliance'],
  ['S1', 'CX Mistake #1: Faking Executive Commitment'],
  ['S2', 'Commitment is The Key to Providing an Excellent Customer Experience'],
  ['S3', 'The Politics of Customer Experience Management'],
  ['S4', 'So, You’ve Got Executive Commitment…'],
] as const;

export function reportFooter({ thresholds, ambitionRule, levelLabels }: ReportInput): string {
  const words = levelWords(levelLabels);
  const ours = [
    `An assessment older than ${thresholds.assessedDays} days is stale.`,
    `What was said and done counts for ${thresholds.evidenceDays} days.`,
    `A journey outside ${thresholds.journeyMonthsMin} to ${thresholds.journeyMonthsMax} months earns a hint; two to three years is what S3 says of a committed organisation.`,
    `A conversation is due ${NEAR_DAYS} days before the day planned, or ${thresholds.contactDays} days after the last; a review of authority ${REVIEW_NEAR_DAYS} days before its day.`,
    `Work is told ${thresholds.stalledDays} days past its end, a playbook that is quiet after ${thresholds.quietDays} days.`,
    'A result counts as told when a note of an executive, a message, a room or a session links to it, its own note names a day, or an executive was told of a case that names it.',
    ...ambitionInWords(ambitionRule ?? DEFAULT_AMBITION_RULE, words),
    `At most ${MAX_NEXT_STEPS} next steps, in the order of this page.`,
  ];
  const meanings = COMMITMENT_LEVELS.map((level) => `<div><dt>${htmlText(words(level), 40)}</dt><dd>${htmlText(COMMITMENT_MEANING[level])}</dd></div>`);
  return [
    '<footer>',
    '<h2 id="about-heading">About this page</h2>',
    '<p class="care">Levels of named people are sensitive. A property in a shared file is not access control: whoever can open the vault, or this page, can read them.</p>',
    '<div class="pair">',
    `<div><h3>Numbers that are ours</h3>\n<p>No source states these. They are defaults, marked OURS, and each vault can change its thresholds.</p>\n${list(ours.map((text) => htmlText(text)), 'sentences')}</div>`,
    `<div><h3>The five levels (S1)</h3>\n<dl class="meanings">${meanings.join('')}</dl>\n<h3>Sources</h3>\n${list(SOURCES.map(([name, title]) => `${name}: <cite>${title}</cite>`), 'sentences')}\n<p>The ideas are paraphrased and belong to their authors. What moves a level up is what the stated rules say, not a forecast.</p></div>`,
    '</div>',
    '</footer>',
  ].join('\n');
}

function ambitionInWords(rule: AmbitionRule, words: LevelWords): readonly string[] {
  const share = Math.round(rule.enterpriseShare * 100);
  return [
    `Ambition local needs the unit’s head at ${words(rule.localHead)} or above, unit at ${words(rule.unitHead)}.`,
    `Ambition cross-unit needs the sponsor at ${words(rule.crossUnitSponsor)} and no head below ${words(rule.crossUnitHead)}.`,
    `Ambition enterprise needs the CEO at ${words(rule.enterpriseCeo)} and ${share} % of the heads at ${words(rule.enterpriseHead)} or above.`,
  ];
}
