/**
 * What differs between two states of a playbook, in the terms of the playbook: levels, evidence, work, dates, practices,
 * annotations, settings. Plain data: history finds it, formats and views show it.
 */
import type { AnnotationKind } from './annotation.js';
import type { CalendarDate } from './calendar-date.js';
import type { CommitmentLevel } from './commitment.js';
import type { Evidence, NoteKind } from './note.js';
import type { Practice } from './practice.js';

export interface NamedNote {
  /** Where the note is, or was when it is gone. */
  readonly path: string;
  readonly title: string;
  /** Its path before, when the note was renamed. */
  readonly formerPath?: string | undefined;
}

/**
 * How a note of the playbook came or went. `joined` and `left`: the file stands on both sides and is a note of the
 * playbook on one of them, for it names no kind on the other, or cannot be read there.
 */
export type Presence = 'added' | 'removed' | 'joined' | 'left' | 'kept';

export interface ValueChange<T> {
  /** Undefined where nothing is recorded. */
  readonly from: T | undefined;
  readonly to: T | undefined;
}

/** A property, or something else that the playbook reads of a note, by its name. Values are as shown. */
export type PropertyDifference =
  | { readonly form: 'value'; readonly name: string; readonly from: string | undefined; readonly to: string | undefined }
  | { readonly form: 'list'; readonly name: string; readonly added: readonly string[]; readonly removed: readonly string[] };

/** `empty`: the heading stands there and nothing below it says anything. */
export type PracticeState = 'absent' | 'empty' | 'written';

export interface PracticeDifference {
  readonly practice: Practice;
  readonly from: PracticeState;
  readonly to: PracticeState;
}

export interface NoteDifference extends NamedNote {
  readonly presence: Presence;
  readonly kind: NoteKind;
  /** Ordered by name; empty for notes that came or went. */
  readonly properties: readonly PropertyDifference[];
  /** In the order why, model, reinforce; empty for notes that came or went. */
  readonly practices: readonly PracticeDifference[];
}

/** A line of evidence without its place. */
export type EvidenceItem = Pick<Evidence, 'date' | 'form' | 'category' | 'text'>;

export interface ExecutiveDifference extends NoteDifference {
  readonly kind: 'executive';
  readonly role: string | undefined;
  readonly level: ValueChange<CommitmentLevel> | undefined;
  readonly needed: ValueChange<CommitmentLevel> | undefined;
  /** Steps up, negative for down; undefined when either side has no level. */
  readonly steps: number | undefined;
  /** In the order of their days. */
  readonly evidenceAdded: readonly EvidenceItem[];
  readonly evidenceRemoved: readonly EvidenceItem[];
  /** Lines of the same day and sort that say it in other words. */
  readonly evidenceReworded: number;
}

export interface WorkDifference extends NoteDifference {
  readonly kind: 'initiative' | 'pilot' | 'milestone' | 'journey';
  /** Dates as written. */
  readonly start: ValueChange<string> | undefined;
  readonly end: ValueChange<string> | undefined;
  /**
   * Days by which the first day of the start and the last day of the end went, negative for earlier; undefined where a
   * side has no such date. 0 where the same day is written more or less exactly.
   */
  readonly startDays: number | undefined;
  readonly endDays: number | undefined;
  readonly status: ValueChange<string> | undefined;
}

export interface AnnotationDifference {
  /** Of the thread's file, and its id. */
  readonly path: string;
  readonly id: string;
  readonly annotation: AnnotationKind;
  /** Title of the note that it speaks of; undefined when there is no such note. */
  readonly target: string | undefined;
  readonly change: 'opened' | 'removed' | 'resolved' | 'reopened' | 'answered' | 'edited';
  readonly author: string;
  /** Comments that are new; the first one of an opened thread is not counted. */
  readonly replies: number;
}

/** A key of the settings file, with its section: `rules.require-why`. */
export interface SettingDifference {
  readonly name: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface PlaybookDifference {
  /** Each ordered by path. */
  readonly executives: readonly ExecutiveDifference[];
  readonly work: readonly WorkDifference[];
  /** Notes of other kinds. */
  readonly others: readonly NoteDifference[];
  readonly annotations: readonly AnnotationDifference[];
  readonly settings: readonly SettingDifference[];
  /** Notes with another path or name, whatever else is said of them above. */
  readonly renamed: readonly NamedNote[];
  /** Notes that say something in other words, while nothing above was found in them. */
  readonly reworded: readonly NamedNote[];
}

/** A state that was compared. */
export interface ComparedRevision {
  /** As it was asked for; undefined for the files as they are. */
  readonly name: string | undefined;
  readonly commit: string | undefined;
  readonly day: CalendarDate | undefined;
}

/** Whether the playbook says the same on both sides. Notes in other words say the same. */
export function isSameMeaning({ executives, work, others, annotations, settings, renamed }: PlaybookDifference): boolean {
  return executives.length + work.length + others.length + annotations.length + settings.length + renamed.length === 0;
}
