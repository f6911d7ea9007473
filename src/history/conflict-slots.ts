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
  /** Undefined where both together make no sense. */
  readonly both: BothSides | undefined;
  /** The property that the slot is; undefined for anything else. */
  readonly piece: PropertySlot | undefined;
  /** Both sides say the same: nothing is asked, and ours is taken. */
  readonly agreed: boolean;
}

/** What is written for both sides. */
export interface BothSides {
  readonly text: string;
  /** Theirs before ours; undefined where something else orders them. */
  readonly reversed: string | undefined;
  /** The items of both lists; dated lines by their days; one behind the other. */
  readonly by: 'items' | 'days' | 'order';
  /** Nothing of one side can be an edit of the other: their days differ. */
  readonly isCertain: boolean;
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
