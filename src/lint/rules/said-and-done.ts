/**
 * The recorded level beside the recorded evidence. Each executive is told of one cause at most, the gravest:
 * said and not done (`said-done-gap`), else no resources given (`buy-in-only`), else evidence that reaches another level
 * (`evidenced-level`). Nothing is told of an executive without a level, and little of one without recent evidence.
 */
import { signsOf } from '../../notes/vault-signs.js';
import { countOf } from '../../playbook/count-of.js';
import { commitmentRank, reachesLevel, type CommitmentLevel } from '../../playbook/commitment.js';
import { currentCommitment } from '../../playbook/commitment-timeline.js';
import { recentEvidence } from '../../playbook/evidence.js';
import { assessEvidencedLevel, lacksInWords, type EvidencedLevel } from '../../playbook/evidenced-level.js';
import type { Evidence, EvidenceCategory, Executive } from '../../playbook/note.js';
import { assessSaidVersusDone } from '../../playbook/said-versus-done.js';
import { levelWords } from '../../playbook/step-words.js';
import { findLevelPlace } from '../level-place.js';
import { NO_FINDINGS, NOTE_START, type Finding, type FindingPlace, type LintedNote, type PlaybookFinding, type Rule, type RuleContext } from '../rule.js';

/** What is given: by S4 money, people and time; a trade-off gives something up. */
const GIVEN: readonly EvidenceCategory[] = ['money', 'people', 'time', 'tradeoff'];
/** So many places are cited. */
const MAX_CITED = 8;

/** What the evidence says of a recorded level: the gravest cause, or that there is none. */
type EvidenceGap =
  | { readonly cause: 'said-only'; readonly said: readonly Evidence[] }
  | { readonly cause: 'no-resources'; readonly did: readonly Evidence[] }
  | { readonly cause: 'other-level'; readonly evidenced: EvidencedLevel };

/** Undefined: nothing to tell, or too little recorded within the days that count. */
function findEvidenceGap(executive: Executive, level: CommitmentLevel, { today, thresholds: { evidenceDays }, notes }: RuleContext): EvidenceGap | undefined {
  const { said, did, isGap } = assessSaidVersusDone(executive, level, today, evidenceDays);
  if (isGap) return { cause: 'said-only', said };
  if (said.length + did.length === 0) return undefined;
  // What was done without a category may have been any of them.
  const isSorted = did.every(({ category }) => category !== undefined);
  const gaveResources = did.some(({ category }) => category !== undefined && GIVEN.includes(category));
  if (reachesLevel(level, 'supporter') && isSorted && !gaveResources) return { cause: 'no-resources', did };
  const evidenced = assessEvidencedLevel(executive, today, { evidenceDays, signCount: signsOf(notes.settings).length });
  const difference = (evidenced.level === undefined ? -1 : commitmentRank(evidenced.level)) - commitmentRank(level);
  const isBelow = difference < 0 && isSorted && reachesLevel(level, 'toe-dipper');
  return difference > 0 || isBelow ? { cause: 'other-level', evidenced } : undefined;
}

function checkGap<C extends EvidenceGap['cause']>(
  { parsed: { note }, source }: LintedNote,
  context: RuleContext,
  cause: C,
  tell: (gap: Extract<EvidenceGap, { readonly cause: C }>, level: CommitmentLevel, executive: Executive) => Omit<Finding, 'from' | 'to'>,
): readonly Finding[] {
  if (note?.kind !== 'executive' || note.evidence.length === 0 || source === undefined) return NO_FINDINGS;
  const level = currentCommitment(note, context.today);
  const gap = level === undefined ? undefined : findEvidenceGap(note, level, context);
  const place = findLevelPlace(note, source, context.today);
  if (level === undefined || gap === undefined || !hasCause(gap, cause) || place === undefined) return NO_FINDINGS;
  return [{ ...place, wholeNote: true, ...tell(gap, level, note) }];
}

function hasCause<C extends EvidenceGap['cause']>(gap: EvidenceGap, cause: C): gap is Extract<EvidenceGap, { readonly cause: C }> {
  return gap.cause === cause;
}

function cite({ path }: Executive, items: readonly Evidence[], what: string): Pick<Finding, 'related'> {
  if (items.length === 0) return {};
  return { related: items.slice(0, MAX_CITED).map(({ date, from, to }): FindingPlace => ({ path, from, to, message: `${what} on ${date}.` })) };
}

const within = ({ thresholds: { evidenceDays } }: RuleContext): string => `within ${countOf(evidenceDays, 'day')}`;

/** A note with this level and evidence; marks may stand in both. */
function executiveNote(level: string, evidence: string): string {
  return `---\ntype: executive\ncommitment: ${level}\n---\n## Evidence\n${evidence}`;
}

const SAID = '### Said\n- 2026-03-02 "Customers first" in the letter to all staff\n';

export const saidDoneGap: Rule = {
  id: 'said-done-gap',
  severity: 'warning',
  summary: 'A level of supporter or above, with things said and nothing done within the days that count.',
  why: 'Commitment cannot be faked: priorities show in decisions, trade-offs, time and money. What is only said is where a conversation can start. It speaks of what this vault records; what was done and never written down is quickly added under "Did". How many days count (180) is a default of ours.',
  source: 'S1, S4; the number of days is OURS',
  examples: [
    { title: 'Said and done', notes: { 'Ana.md': executiveNote('supporter', `${SAID}### Did\n- 2026-03-09 Moved 40,000 to storm texts #money\n- 2026-03-20 Won the COO over #peer\n`) } },
    { title: 'Said, and nothing done', notes: { 'Ana.md': executiveNote('‹supporter›', SAID) } },
    { title: 'What was done is too old to count', notes: { 'Ana.md': executiveNote('‹supporter›', `${SAID}### Did\n- 2025-01-09 Moved 40,000 to storm texts #money\n`) } },
    { title: 'A lower level claims less', notes: { 'Ana.md': executiveNote('passive', SAID) } },
    { title: 'Nothing recorded: nothing to compare', notes: { 'Ana.md': executiveNote('supporter', '') } },
  ],
  kinds: ['executive'],
  checkNote: (note, context) =>
    checkGap(note, context, 'said-only', ({ said }, level, executive) => ({
      message: `Recorded in this vault: ${levelWords(context.notes.settings.levelLabels)(level)}, ${said.length === 1 ? 'one thing' : `${said.length} things`} said and nothing done ${within(context)}. Add what was done under "Did", or look at the level again.`,
      ...cite(executive, said, 'Said'),
    })),
};

export const buyInOnly: Rule = {
  id: 'buy-in-only',
  severity: 'warning',
  summary: 'A level of supporter or above without evidence of resources: money, people or time.',
  why: 'Buy-in is to like the idea; commitment is to put money, people and time into it, or to give something up for it. A hint where nothing at all is recorded within the days that count, and only while the vault records evidence of others in them. Where things were said and nothing was done, said-done-gap tells it instead. How many days count (180) is a default of ours.',
  source: 'S4; the number of days is OURS',
  examples: [
    { title: 'Money given', notes: { 'Ana.md': executiveNote('supporter', '### Did\n- 2026-03-09 Moved 40,000 to storm texts #money\n- 2026-03-20 Won the COO over #peer\n') } },
    { title: 'Spoke to a peer, gave nothing', notes: { 'Ana.md': executiveNote('‹supporter›', '### Did\n- 2026-03-20 Won the COO over #peer\n') } },
    {
      title: 'Evidence of one, none of the other',
      notes: { 'Ana.md': executiveNote('toe-dipper', '### Did\n- 2026-03-09 A morning at the desk #time\n'), 'Ben.md': '‹---›\ntype: executive\ncommitment: supporter\n---\n' },
    },
    { title: 'A vault that records no evidence', notes: { 'Ana.md': '---\ntype: executive\ncommitment: supporter\n---\n' } },
    { title: 'Something done without a category', notes: { 'Ana.md': executiveNote('supporter', '### Did\n- 2026-03-20 Dropped the queue target\n') } },
  ],
  kinds: ['executive'],
  checkNote: (note, context) =>
    checkGap(note, context, 'no-resources', ({ did }, level, executive) => ({
      message: `Recorded in this vault: ${levelWords(context.notes.settings.levelLabels)(level)}, and no money, people or time given ${within(context)}. Add what was given under "Did", or look at the level again.`,
      ...cite(executive, did, 'Done'),
    })),
  checkPlaybook(playbook, context): readonly PlaybookFinding[] {
    const silent: Executive[] = [];
    let isRecording = false;
    for (const executive of playbook.executives) {
      if (recentEvidence(executive, context.today, context.thresholds.evidenceDays).length > 0) isRecording = true;
      else silent.push(executive);
    }
    if (!isRecording) return [];
    const words = levelWords(context.notes.settings.levelLabels);
    return silent.flatMap((executive): readonly PlaybookFinding[] => {
      const level = currentCommitment(executive, context.today);
      if (level === undefined || !reachesLevel(level, 'supporter')) return [];
      const message = `Recorded in this vault: ${words(level)}, and no evidence ${within(context)}. Add what was given under "Did": money, people, time.`;
      return [{ path: executive.path, ...NOTE_START, wholeNote: true, severity: 'info', message }];
    });
  },
};

export const evidencedLevel: Rule = {
  id: 'evidenced-level',
  severity: 'info',
  summary: 'The recorded level and the level that the recorded evidence reaches differ.',
  why: 'Evidence of the days that count reaches toe-dipper by time or money; supporter by money or people and a peer won over; advocate by a trade-off and more than half of the signs. This mapping is ours. Evidence above the recorded level is told too: it may be time to raise it. Nothing is told where said-done-gap or buy-in-only speaks already, or where nothing was recorded in these days.',
  source: 'OURS',
  examples: [
    { title: 'Evidence to match', notes: { 'Ana.md': executiveNote('toe-dipper', '### Did\n- 2026-03-09 A morning at the desk #time\n') } },
    { title: 'A peer is missing', notes: { 'Ana.md': executiveNote('‹supporter›', '### Did\n- 2026-03-09 Moved 40,000 to storm texts #money\n') } },
    { title: 'More evidence than level', notes: { 'Ana.md': executiveNote('‹passive›', '### Did\n- 2026-03-09 A morning at the desk #time\n') } },
    { title: 'The level stands in the list of assessments', notes: { 'Ana.md': '---\ntype: executive\n---\n## Evidence\n### Did\n- 2026-03-09 A morning at the desk #time\n## Assessments\n- ‹2026-02-01 supporter›\n' } },
    { title: 'Not assessed', notes: { 'Ana.md': '---\ntype: executive\n---\n## Evidence\n### Did\n- 2026-03-09 A morning at the desk #time\n' } },
  ],
  kinds: ['executive'],
  checkNote: (note, context) =>
    checkGap(note, context, 'other-level', ({ evidenced }, level, executive) => ({
      message: evidencedMessage(evidenced, level, context),
      ...cite(executive, evidenced.items, 'Done'),
    })),
};

function evidencedMessage({ level: reached, next }: EvidencedLevel, recorded: CommitmentLevel, context: RuleContext): string {
  const words = levelWords(context.notes.settings.levelLabels);
  const start = `Recorded in this vault: ${words(recorded)}; evidence ${within(context)} reaches ${reached === undefined ? 'no level yet' : words(reached)}`;
  if (reached !== undefined && commitmentRank(reached) > commitmentRank(recorded)) return `${start}. Look at the level again.`;
  const lacks = next === undefined ? '' : ` For ${words(next.level)} it lacks: ${lacksInWords(next.lacks)}.`;
  return `${start} (OURS).${lacks} Add what was done under "Did", or look at the level again.`;
}
