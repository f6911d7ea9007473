/**
 * What of a conflict is chosen by itself: one property, or a stretch of text. A region is what is replaced in the text
 * with markers; its slots, put together, are what comes in its place.
 */
import type { Conflict } from '../markdown/conflict-markers.js';
import type { TextRange } from '../markdown/text-range.js';
import type { KeyPiece } from './conflict-pieces.js';

/** How a choice is made: a side, both, or the markers left as they are, where they may be an example in code. */
export type ConflictOption = 'ours' | 'theirs' | 'both' | 'both-reversed' | 'leave';

/** Each side's whole lines, empty where a side has none; undefined for a base that is not shown. */
export interface ConflictSlot {
  readonly ours: string;
  readonly theirs: string;
  readonly base: string | undefined;
  /** What `both` and `both-reversed` write; undefined where that makes no sense. */
  readonly both?: string;
  readonly bothReversed?: string;
  /** The property that the slot is; undefined for anything else. */
  readonly piece?: PropertySlot;
  /** Both sides say the same: nothing is asked, and ours is taken. */
  readonly agreed: boolean;
}

export interface PropertySlot {
  readonly name: string;
  readonly ours: KeyPiece | undefined;
  readonly theirs: KeyPiece | undefined;
  /** Undefined when the base is not known; null when it is known and has no such property. */
  readonly base: KeyPiece | null | undefined;
}

export interface ConflictRegion extends TextRange {
  readonly zone: 'fence' | 'properties' | 'body' | 'unclear';
  /** The conflict whose markers are written again round what is left open. */
  readonly conflict: Conflict;
  /** The text of the range is what a conflict left open leaves: false where a conflict was cut in two. */
  readonly isWhole: boolean;
  readonly ours: string;
  readonly theirs: string;
  /** In the whole text of our side, and of theirs. */
  readonly oursFrom: number;
  readonly theirsFrom: number;
  readonly slots: readonly ConflictSlot[];
}
