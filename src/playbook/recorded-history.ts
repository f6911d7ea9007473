/**
 * What git kept of an executive's level: recorded on a day, which is not the day on which it happened. Plain data that
 * history reads, and map, roadmap and formats show.
 */
import type { CalendarDate } from './calendar-date.js';
import type { CommitmentLevel } from './commitment.js';

/** A stretch of revisions of one note with the same level. Commits that changed something else belong to it. */
export interface RecordedRun {
  readonly kind: 'level';
  /** Undefined: the note is an executive's and records no level. */
  readonly level: CommitmentLevel | undefined;
  /** The day of the first commit that has it, and of the last one that changed the note and still has it. */
  readonly recordedOn: CalendarDate;
  readonly lastRecordedOn: CalendarDate;
  /** The first commit's full id, its subject, and its author as far as git names one. */
  readonly commit: string;
  readonly subject: string;
  readonly author: string;
  /** What the note itself says of the day, in that first revision. */
  readonly assessed: CalendarDate | undefined;
}

/** A stretch that cannot be read, or in which the note was not there. */
export interface RecordedGap {
  readonly kind: 'gap';
  readonly reason: 'unreadable' | 'absent' | 'not-an-executive' | 'missing-text';
  readonly recordedOn: CalendarDate;
  readonly lastRecordedOn: CalendarDate;
  readonly commit: string;
}

export type RecordedStretch = RecordedRun | RecordedGap;

export interface RecordedExecutive {
  /** Where the note stands at the end of the history; the last path when it is gone. */
  readonly path: string;
  readonly title: string;
  /** False: the note is there no more. */
  readonly present: boolean;
  /** Earlier paths, the newest first. */
  readonly formerPaths: readonly string[];
  /** The oldest first; neighbours differ. */
  readonly stretches: readonly RecordedStretch[];
}

export interface RecordedHistory {
  /** Ordered by path. */
  readonly executives: readonly RecordedExecutive[];
  /** Commits that were read, and the days of the first and the last; undefined before the first commit. */
  readonly commits: number;
  readonly firstDay: CalendarDate | undefined;
  readonly lastDay: CalendarDate | undefined;
  /** The clone is shallow: what is older is not known, and the first stretch may be longer than it looks. */
  readonly shallow: boolean;
}
