/** What the commitment map asks of the program it is shown in, beside {@link ViewHost}; without it the map is to look at only. */
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { CommitmentRow } from '../playbook/commitment-table.js';
import type { LevelWords } from '../playbook/step-words.js';

export interface CommitmentActions {
  /**
   * Asks why, then writes the level with its dated line; null removes the level. Resolves with true when something was
   * written, after the playbook took it in. Never rejects: what goes wrong is told by the host.
   */
  assess(path: string, level: CommitmentLevel | null): Promise<boolean>;
  /** Writes the level that the journey needs of an executive; null removes it. As {@link assess}. */
  need(path: string, level: CommitmentLevel | null): Promise<boolean>;
}

export const COMMITMENT_FORMATS = ['csv', 'markdown'] as const;
export type CommitmentFormat = (typeof COMMITMENT_FORMATS)[number];

/** What can be done with the rows as they are shown. */
export interface CommitmentOutput {
  copy(format: CommitmentFormat, rows: readonly CommitmentRow[], words: LevelWords): void;
  /** Writes a file into the vault and tells where. */
  save(format: CommitmentFormat, rows: readonly CommitmentRow[], words: LevelWords): void;
}
