/** Marks of where an executive is not recorded: asked about, supposed, or where the stated rules lead. One per executive. */
import type { Coalition } from '../playbook/coalition.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { CommitmentMapModel } from './commitment-map-model.js';
import type { Suppositions } from './commitment-what-if.js';
import type { GhostMark } from './CommitmentPerson.js';
import { WORDS } from './words/words.js';

/** A level that is asked about; null: the level is to be removed. */
export interface Pending {
  readonly path: string;
  readonly level: CommitmentLevel | null;
}

/** The question that stands open goes before what the rules say, that before what is only supposed. */
export function ghostMarks({ words }: CommitmentMapModel, pending: Pending | undefined, supposed: Suppositions, coalition: Coalition | undefined): ReadonlyMap<string, GhostMark> {
  const { supposedAt, reaches, wouldBe } = WORDS.commitment;
  const ghosts = new Map<string, GhostMark>();
  for (const [path, { level }] of supposed) if (level !== undefined) ghosts.set(path, { level, text: supposedAt(words(level)) });
  coalition?.rounds.forEach((round, index) => {
    for (const { executive, to } of round) ghosts.set(executive.path, { level: to, text: reaches(words(to), index + 1) });
  });
  if (pending !== undefined && pending.level !== null) ghosts.set(pending.path, { level: pending.level, text: wouldBe(words(pending.level)) });
  return ghosts;
}
