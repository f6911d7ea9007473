/** Authority where the work is done, and recognition on par with sales. */
import { REWARD_FORM_WORDS, type Empowerment, type Recognition, type RewardForm } from '../../playbook/enablement.js';
import { assessRewardParity, dueReview } from '../../playbook/enablement-review.js';
import { listed, shortName } from '../../playbook/step-words.js';
import { NO_FINDINGS, NOTE_START, type Finding, type FindingPlace, type PlaybookFinding, type Rule } from '../rule.js';
import { placeOf } from './measures.js';

const PURSE = 'type: empowerment\namount: 75\nper: guest\nscope: hosts on shift\napproval: false\n';
const MISTAKES = '---\nAn honest mistake gets a talk, and no new rule.\n';

export const empowermentIncomplete: Rule = {
  id: 'empowerment-incomplete',
  severity: 'info',
  summary: 'A note on authority leaves open how much, for what, who asks whom, what follows a mistake, or when it is talked over.',
  why: 'Employees use authority that they can see the edges of. Say the amount and what it is for, who may spend it on what, whether someone must approve, that an honest mistake is coached while the few who abuse it do not set the rule, and the day on which the split is renegotiated.',
  source: 'S0, S2',
  examples: [
    { title: 'Complete', notes: { 'Purse.md': `---\n${PURSE}review: 2026-09-01\n${MISTAKES}` } },
    { title: 'Nothing about mistakes, no review', notes: { 'Purse.md': `‹---›\n${PURSE}---\nHosts at all four terminals.\n` } },
    { title: 'The day of the review is over', notes: { 'Purse.md': `---\n${PURSE}review: ‹2026-01-29›\n${MISTAKES}` } },
  ],
  kinds: ['empowerment'],
  checkNote({ parsed: { note }, source }, { today }): readonly Finding[] {
    if (note?.kind !== 'empowerment' || source === undefined) return NO_FINDINGS;
    const findings: Finding[] = [];
    const lacking = lackingOf(note);
    if (lacking.length > 0) findings.push({ ...NOTE_START, wholeNote: true, message: `This note does not say ${listed(lacking, lacking.length)}. Add it, so that employees can see the edges of their authority.` });
    const review = dueReview(note, today);
    if (review !== undefined && review.days < 0) {
      findings.push({ ...placeOf(source, 'review'), message: `The review of ${review.on} is over. Talk the amount and the scope over with those who use it, and set the next day.` });
    }
    return findings;
  },
};

function lackingOf({ amount, per, scope, approval, saysMistakes, review }: Empowerment): readonly string[] {
  return [
    ...(amount === undefined ? ['how much ("amount")'] : []),
    ...(per === undefined ? ['what the amount is for ("per")'] : []),
    ...(scope === undefined ? ['who may spend it on what ("scope")'] : []),
    ...(approval === undefined ? ['whether someone must approve ("approval")'] : []),
    ...(saysMistakes ? [] : ['what follows an honest mistake']),
    ...(review === undefined ? ['when it is talked over ("review")'] : []),
  ];
}

const table = (rows: string): string => `type: recognition\nunit: Freight\n---\n| | Sales club | Beacon |\n|---|---|---|\n${rows}`;

export const rewardConflict: Rule = {
  id: 'reward-conflict',
  severity: 'warning',
  summary: 'Sales is rewarded in a way in which work for customers is not.',
  why: 'When sales is paid on volume and customer experience earns a mug, everybody reads what counts. Reward it on par with sales: money, time off, awards, recognition, fun. All notes on recognition of a unit are seen together, and only a note that compares with sales is judged: best by a table with a column for each.',
  source: 'S0, S2',
  examples: [
    { title: 'On par', notes: { 'Beacon.md': `---\n${table('| Money | 1,200 | 1,200 |\n| Days off | 2 | 2 |\n')}` } },
    { title: 'Days off for sales only', notes: { 'Beacon.md': `‹---›\n${table('| Money | 1,200 | 1,200 |\n| Days off | 2 | – |\n')}` } },
    { title: 'Another note of the unit gives the days off', notes: { 'Beacon.md': `---\n${table('| Money | 1,200 | 1,200 |\n| Days off | 2 | – |\n')}`, 'Thanks.md': '---\ntype: recognition\nunit: freight\n---\n| | Sales | Service |\n|---|---|---|\n| Days off | 2 | 2 |\n' } },
    { title: 'Nothing to compare with', notes: { 'Beacon.md': '---\ntype: recognition\nunit: Freight\n---\nMoney for six Beacons a quarter.\n' } },
  ],
  checkPlaybook: (playbook): readonly PlaybookFinding[] =>
    assessRewardParity(playbook).flatMap(({ recognition, lacks, others }) => (lacks === undefined || lacks.length === 0 ? [] : [conflictFinding(recognition, lacks, others)])),
};

function conflictFinding({ path, unit, forms }: Recognition, only: readonly RewardForm[], others: readonly Recognition[]): PlaybookFinding {
  const where = unit === undefined ? '' : ` in ${shortName({ title: unit })}`;
  const rewards = listed(only.map((form) => REWARD_FORM_WORDS[form]), only.length);
  const what = forms.length === 0 ? `Recorded in this vault: ${rewards} for sales${where}, and nothing of the kind for work for customers.` : `Recorded in this vault: ${rewards} for sales${where}, and not for work for customers.`;
  return {
    path,
    ...NOTE_START,
    wholeNote: true,
    message: `${what} Reward both on par, or say in this note why they differ.`,
    ...(others.length === 0 ? {} : { related: others.map((other): FindingPlace => ({ path: other.path, ...NOTE_START, message: 'Recognition in the same unit.' })) }),
  };
}
