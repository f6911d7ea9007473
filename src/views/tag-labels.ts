/** What levels are called on screen: by the vault's settings, else by their names. */
import type { CommitmentLevel } from '../playbook/commitment.js';
import { WORDS } from './words/words.js';

export type LevelLabels = Readonly<Partial<Record<CommitmentLevel, string>>>;

export function levelLabel(level: CommitmentLevel, labels: LevelLabels): string {
  return labels[level] ?? WORDS.tagging.levelNames[level];
}
