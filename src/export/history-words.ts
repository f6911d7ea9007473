/** Recorded levels in words: what changed from one stretch to the next. They speak of what git recorded, never of a person. */
import { commitmentRank, type CommitmentLevel } from '../playbook/commitment.js';
import { countOf } from '../playbook/count-of.js';
import type { RecordedGapReason, RecordedHistory, RecordedStretch } from '../playbook/recorded-history.js';

export const GAP_WORDS: Readonly<Record<RecordedGapReason, string>> = {
  unreadable: 'cannot be read',
  absent: 'the note is not there',
  'not-an-executive': 'not an executive’s note',
  'missing-text': 'not in this clone',
};

/** A stretch beside the level that was recorded last before it, gaps passed over. */
export interface RecordedStep {
  readonly stretch: RecordedStretch;
  readonly previous: CommitmentLevel | undefined;
  /** Levels up from there, negative for down; undefined where one of the two is not recorded. */
  readonly steps: number | undefined;
}

export function stepsOf(stretches: readonly RecordedStretch[]): readonly RecordedStep[] {
  let previous: CommitmentLevel | undefined;
  return stretches.map((stretch) => {
    const level = stretch.kind === 'level' ? stretch.level : undefined;
    const step = { stretch, previous, steps: level === undefined || previous === undefined ? undefined : commitmentRank(level) - commitmentRank(previous) };
    previous = level ?? previous;
    return step;
  });
}

/** "▲ 1 level up", "▼ 2 levels down", "as before", "first recorded", "gap: cannot be read". */
export function changeInWords({ stretch, steps }: RecordedStep): string {
  if (stretch.kind === 'gap') return `gap: ${GAP_WORDS[stretch.reason]}`;
  if (stretch.level === undefined) return 'no level';
  if (steps === undefined) return 'first recorded';
  if (steps === 0) return 'as before';
  return `${steps > 0 ? '▲' : '▼'} ${countOf(Math.abs(steps), 'level')} ${steps > 0 ? 'up' : 'down'}`;
}

/** What the days mean, how far the history goes, and what it lacks. */
export function historyHead({ commits, firstDay, lastDay, shallow }: RecordedHistory): string {
  if (firstDay === undefined || lastDay === undefined) return 'Nothing was committed here yet.';
  const read = `Read from ${countOf(commits, 'commit')}, ${firstDay} to ${lastDay}. A level has the day on which git recorded it, which is not the day on which it came about.`;
  return shallow ? `${read} This clone is shallow: what is older is not known, and the first level of each may be older than it looks.` : read;
}
