/**
 * What the sides of a conflict are called. In a rebase git swaps them: "ours" is what is there already, and "theirs" the
 * person's own commit. So a side is named by what its marker says, and called yours or theirs in a plain merge alone.
 */
import type { ConflictChoice } from '../history/conflict-choices.js';
import { WORDS } from './words/words.js';

export interface SideNames {
  readonly ours: string;
  readonly theirs: string;
  /** A rebase or a picked commit. */
  readonly isApplied: boolean;
}

/** A commit with its subject, as git writes it of a commit that it applies: `1a2b3c4 (Set level)`, `1a2b3c4... Set level`. */
const APPLIED = /^(?:parent of )?[0-9a-f]{7,40}(?: \(|\.\.\. )/;
const COMMIT = /^[0-9a-f]{40}$/;

export function sideNames({ oursLabel, theirsLabel }: Pick<ConflictChoice, 'oursLabel' | 'theirsLabel'>): SideNames {
  const kind = kindOf(oursLabel, theirsLabel);
  const names = WORDS.conflicts.sides[kind];
  return { ours: names.ours(shortLabel(oursLabel)), theirs: names.theirs(shortLabel(theirsLabel)), isApplied: kind === 'apply' };
}

function kindOf(ours: string, theirs: string): keyof typeof WORDS.conflicts.sides {
  if (APPLIED.test(theirs)) return 'apply';
  if (ours === 'Updated upstream' && theirs === 'Stashed changes') return 'stash';
  return ours === 'HEAD' && theirs !== '' ? 'merge' : 'other';
}

function shortLabel(label: string): string {
  return COMMIT.test(label) ? WORDS.conflicts.commit(label.slice(0, 8)) : label;
}
