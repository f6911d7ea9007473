/**
 * What a proposed tag rests on: data with its place, for the host to put into words and to jump to. A place is a range
 * in the note that the proposal is for, or another note.
 */
import type { Sentence } from '../markdown/sentences.js';
import type { TextRange } from '../markdown/text-range.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { Competency } from '../playbook/competency.js';
import type { EvidencedRank, EvidenceLack } from '../playbook/evidenced-level.js';
import type { NeededBy } from '../playbook/needed-level.js';
import type { Assessment, Evidence } from '../playbook/note.js';

/** Where a reason stands: in `path`, at `range` when that is the proposal's own note. */
interface ReasonPlace {
  readonly path: string;
  readonly range: TextRange | undefined;
  /** What stands there, to show. */
  readonly text: string;
}

export type Reason = ReasonPlace &
  (
    | { readonly kind: 'assessment'; readonly assessment: Assessment }
    | { readonly kind: 'evidence'; readonly evidence: Evidence }
    | { readonly kind: 'sign'; readonly sign: string }
    | { readonly kind: 'initiative'; readonly minimum: CommitmentLevel; readonly part: NeededBy['part'] }
    | { readonly kind: 'sentence'; readonly competency: Competency; readonly sentence: Sentence; readonly words: readonly string[] }
  );

/** Why nothing is proposed. */
export type WhyNot =
  /** The note, its evidence or the open work records nothing to go by. */
  | { readonly kind: 'nothing-recorded' }
  /** What is recorded goes as far as the reasons do. */
  | { readonly kind: 'as-recorded'; readonly reasons: readonly Reason[] }
  /** Something is recorded, and not enough for a first level or competency. */
  | { readonly kind: 'not-enough'; readonly lacks: readonly EvidenceLack[]; readonly reasons: readonly Reason[] }
  /** Evidence reaches less than the recorded level; the sources state no move downward, so none is proposed. */
  | { readonly kind: 'evidence-below'; readonly reaches: EvidencedRank | undefined; readonly lacks: readonly EvidenceLack[]; readonly reasons: readonly Reason[] }
  /** Open work needs less than the recorded needed level, which may have other reasons. */
  | { readonly kind: 'work-below'; readonly asks: CommitmentLevel; readonly reasons: readonly Reason[] };

/** A proposal, from what the note says to what it could say, or why there is none. The reasons of a proposal are never empty. */
export type Verdict<T> = { readonly kind: 'proposed'; readonly from: T; readonly to: NonNullable<T>; readonly reasons: readonly Reason[] } | WhyNot;
