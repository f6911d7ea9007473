/**
 * What git kept of an executive's level: recorded on a day, which is not the day on which it happened. Plain data that
 * history reads, and map, roadmap and formats show.
 *
 * Days are those of commits, where the committer was. They follow the order of commits, which a wrong clock does not
 * change: a day can lie before that of the stretch before it.
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

/** Why nothing is told of a stretch. */
export type RecordedGapReason =
  /** The properties cannot be read, or what stands as the level is none. */
  | 'unreadable'
  /** The note was not there. */
  | 'absent'
  | 'not-an-executive'
  /** The clone lacks the text. */
  | 'missing-text';

/** A stretch that cannot be read, or in which the note was not there. */
export interface RecordedGap {
  readonly kind: 'gap';
  readonly reason: RecordedGapReason;
  readonly recordedOn: CalendarDate;
  readonly lastRecordedOn: CalendarDate;
  readonly commit: string;
}

export type RecordedStretch = RecordedRun | RecordedGap;

export interface RecordedExecutive {
  /** Where the note stands at the end of the history; the last path when it is gone. From the vault's folder. */
  readonly path: string;
  readonly title: string;
  /** False: the note is there no more. */
  readonly present: boolean;
  /** Earlier paths, the newest first. Those outside of the vault's folder are named from the top of the repository. */
  readonly formerPaths: readonly string[];
  /** The oldest first; neighbours differ. At least one is a level's. */
  readonly stretches: readonly RecordedStretch[];
}

export interface RecordedHistory {
  /** Ordered by path. */
  readonly executives: readonly RecordedExecutive[];
  /** The commit at which it ends; undefined where nothing was committed yet. */
  readonly revision: string | undefined;
  /** Commits that were read, and the days of the first and the last; undefined before the first commit. */
  readonly commits: number;
  readonly firstDay: CalendarDate | undefined;
  readonly lastDay: CalendarDate | undefined;
  /** The clone is shallow: what is older is not known, and the first stretch may be longer than it looks. */
  readonly shallow: boolean;
  /** Executives whose notes are the coach's own, and are left out. */
  readonly privateLeftOut: number;
}
