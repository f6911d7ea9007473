/** One of the next steps, as plain data: what to do, what the vault records that says so, and where the advice is from. */
import type { Executive, Initiative } from './note.js';
import type { AmbitionRule, CommitmentRecord } from './readiness.js';
import type { OpenWork } from './short-work.js';
import type { LevelWords } from './step-words.js';

export type NextStepKind =
  | 'start-here' | 'untold-proof' | 'short-work' | 'overdue-promise' | 'roi-for-opposer' | 'said-done-gap' | 'below-needed' | 'assess'
  | 'broken-chain' | 'foundation-order';

export interface NextStep {
  readonly kind: NextStepKind;
  /** What to do, in one line, without a full stop. */
  readonly title: string;
  /** What the vault records that makes it a step: plain sentences that name notes by their titles. */
  readonly reasons: readonly string[];
  /** How to go about it: plain sentences. */
  readonly actions: readonly string[];
  readonly people: readonly Executive[];
  readonly work: readonly Initiative[];
  /** Paths of the notes that it is about, each once. */
  readonly paths: readonly string[];
  /** Short names of the sources; `OURS` names what no source states. */
  readonly source: string;
}

/** What the steps are worked out from. */
export interface StepContext {
  readonly record: CommitmentRecord;
  /** Found in the record once, for all steps. */
  readonly openWork: OpenWork;
  readonly rule: AmbitionRule;
  readonly words: LevelWords;
  /** An assessment older than this is stale. */
  readonly staleDays: number;
  /** What was said and done counts for so many days. */
  readonly evidenceDays: number;
  /** How many signs of commitment the vault's list has. */
  readonly signCount: number;
}
