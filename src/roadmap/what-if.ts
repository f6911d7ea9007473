/**
 * What if a leader stood one level higher: which gaps would vanish?
 *
 * Two layouts of the same playbook are compared, one of them with levels `raised`; nothing is written.
 */
import { COMMITMENT_LEVELS, commitmentRank, type CommitmentLevel } from '../playbook/commitment.js';
import type { RoadmapLayout } from './roadmap-layout.js';

/** The next level up; the lowest for an executive who is not assessed, undefined for one at the top. */
export function raiseOneLevel(level: CommitmentLevel | undefined): CommitmentLevel | undefined {
  return COMMITMENT_LEVELS[level === undefined ? 0 : commitmentRank(level) + 1];
}

/** Ids of items with days from today on that are short, in the order of the lanes: no level of today's mends days that are over. */
export interface GapComparison {
  /** Short before, and on no such day any more. */
  readonly vanishing: readonly string[];
  /** Short after it too. */
  readonly remaining: readonly string[];
}

export function compareGaps(before: RoadmapLayout, after: RoadmapLayout): GapComparison {
  const remaining = shortItems(after);
  const left = new Set(remaining);
  return { vanishing: shortItems(before).filter((id) => !left.has(id)), remaining };
}

function shortItems({ lanes, todayDay }: RoadmapLayout): readonly string[] {
  return lanes.flatMap(({ bars, milestones }) =>
    [...bars, ...milestones].filter(({ gaps }) => gaps.some(({ state, toDay }) => state === 'short' && toDay >= todayDay)).map(({ id }) => id),
  );
}
