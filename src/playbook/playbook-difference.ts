/** What differs between two states of a playbook, in the terms of the playbook: levels, evidence, work, dates. Plain data. */
import type { CalendarDate } from './calendar-date.js';
import type { CommitmentLevel } from './commitment.js';

export interface NamedNote {
  /** Where the note is, or was when it is gone. */
  readonly path: string;
  readonly title: string;
  /** Its path before, when the note was renamed. */
  readonly formerPath?: string | undefined;
}

/** How a thing of the playbook changed as a whole. */
export type Presence = 'added' | 'removed' | 'kept';

export interface ExecutiveDifference extends NamedNote {
  readonly presence: Presence;
  readonly role: string | undefined;
  readonly level: ValueChange<CommitmentLevel> | undefined;
  /** Steps up, negative for down; undefined when either side has no level. */
  readonly steps: number | undefined;
  /** Pieces of evidence that are new, and that are gone. */
  readonly evidenceAdded: number;
  readonly evidenceRemoved: number;
  /** Changes of everything else that the playbook knows of an executive, in words of the schema. */
  readonly properties: readonly PropertyDifference[];
}

export interface WorkDifference extends NamedNote {
  readonly presence: Presence;
  /** Word of the note's kind: `initiative`, `pilot`, `milestone` … */
  readonly kind: string;
  readonly start: ValueChange<string> | undefined;
  readonly end: ValueChange<string> | undefined;
  /** Days by which the start and the end went, negative for earlier; undefined where a side has no day. */
  readonly startDays: number | undefined;
  readonly endDays: number | undefined;
  readonly status: ValueChange<string> | undefined;
  readonly properties: readonly PropertyDifference[];
}

export interface NoteDifference extends NamedNote {
  readonly presence: Presence;
  readonly kind: string;
  readonly properties: readonly PropertyDifference[];
}

export interface ValueChange<T> {
  readonly from: T | undefined;
  readonly to: T | undefined;
}

export interface PropertyDifference {
  readonly name: string;
  /** As shown; undefined where nothing is written. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface PlaybookDifference {
  /** Each ordered by path. */
  readonly executives: readonly ExecutiveDifference[];
  readonly work: readonly WorkDifference[];
  /** Notes of other kinds. */
  readonly others: readonly NoteDifference[];
  /** Notes whose text changed while nothing above did. */
  readonly reworded: readonly NamedNote[];
}

/** A revision that was compared; undefined stands for the files as they are. */
export interface ComparedRevision {
  readonly name: string;
  readonly commit: string;
  readonly day: CalendarDate | undefined;
}
