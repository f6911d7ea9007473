/** The record of commitment in sentences: levels, evidence, changes. They speak of what the vault records, never of a person. */
import type { LevelChange, LevelRun } from '../playbook/commitment-history.js';
import type { CommitmentRow } from '../playbook/commitment-table.js';
import { commitmentRank } from '../playbook/commitment.js';
import { countOf } from '../playbook/count-of.js';
import { lacksInWords } from '../playbook/evidenced-level.js';
import type { Evidence } from '../playbook/note.js';
import { shortened, type LevelWords } from '../playbook/step-words.js';

/** A line of a note in running text: longer ones are cut, the place tells where it stands whole. */
const MAX_QUOTE_LENGTH = 200;

/** "Now toe-dipper, needed supporter: 1 level to go. Assessed 2026-09-15." */
export function standingInWords({ standing }: CommitmentRow, assessedDays: number, words: LevelWords): string {
  const { level, needed, gapLevels, assessedOn, assessedDaysAgo, stale, expected } = standing;
  const now = level === undefined ? 'Not assessed' : `Now ${words(level)}`;
  const wanted = needed === undefined ? 'no needed level is recorded' : `needed ${words(needed)}`;
  const age = assessedOn === undefined ? 'No day of assessment is recorded.' : `Assessed ${assessedOn}${stale ? `, ${assessedDaysAgo} days ago, more than ${assessedDays}` : ''}.`;
  const plan = expected === undefined ? '' : ` Expected on ${expected.on}: ${words(expected.level)}.`;
  return `${now}, ${wanted}${gapLevels === undefined ? '' : `: ${gapInWords(gapLevels)}`}. ${level === undefined && assessedOn === undefined ? '' : age}${plan}`.trim();
}

/** "2 levels to go", "1 level above", "none to go". */
function gapInWords(gapLevels: number): string {
  if (gapLevels === 0) return 'none to go';
  return `${countOf(Math.abs(gapLevels), 'level')} ${gapLevels > 0 ? 'to go' : 'above'}`;
}

/** "Said 4, did 1 in the last 180 days (time)." and, where it is so, that nothing was done. */
export function saidDoneInWords({ standing: { didByCategory }, saidDone: { said, did, isGap } }: CommitmentRow, evidenceDays: number, words: LevelWords): string {
  const categories = didByCategory.map(({ category, count }) => `${category ?? 'no category'}${count === 1 ? '' : ` ×${count}`}`);
  const counts = `Said ${said.length}, did ${did.length} in the last ${countOf(evidenceDays, 'day')}${categories.length === 0 ? '' : ` (${categories.join(', ')})`}.`;
  return isGap ? `${counts} Recorded in this vault: at ${words('supporter')} or above, something said and nothing done.` : counts;
}

/** "The evidence reaches toe-dipper. For supporter it lacks: money or people; peer." */
export function evidencedInWords({ standing: { level }, evidenced: { level: reached, next } }: CommitmentRow, words: LevelWords): string {
  const reaches = `The evidence reaches ${reached === undefined ? 'no level' : words(reached)}`;
  const beside = reached !== undefined && level !== undefined && commitmentRank(reached) > commitmentRank(level) ? `, above the recorded ${words(level)}` : '';
  const lacks = next === undefined ? '' : ` For ${words(next.level)} it lacks: ${lacksInWords(next.lacks)}.`;
  return `${reaches}${beside}.${lacks}`;
}

/** "2026-10-08 did: One hour on the complaints line #time" */
export function evidenceInWords({ date, form, text }: Evidence): string {
  return `${date} ${form}: ${shortened(text, MAX_QUOTE_LENGTH)}`;
}

/** "supporter since 2026-01-20 (again 2026-06-23), toe-dipper since 2026-09-15" */
export function runsInWords(runs: readonly LevelRun[], words: LevelWords): string {
  return runs.map(({ level, since, confirmedOn }) => `${words(level)} since ${since}${confirmedOn === since ? '' : ` (again ${confirmedOn})`}`).join(', ');
}

/** "2026-09-15 from supporter to toe-dipper: no rule in the sources." */
export function changeInWords({ from, to, on, by, steps, isUnexplainedJump }: LevelChange, words: LevelWords): string {
  const rule = by === undefined ? 'no rule in the sources' : `the sources state: by ${by} (S1)`;
  const jump = isUnexplainedJump ? ` Over ${Math.abs(steps)} levels at once, and neither a remark nor something done in between says why.` : '';
  return `${on} from ${words(from)} to ${words(to)}: ${rule}.${jump}`;
}
