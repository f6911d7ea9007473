/**
 * What proves that customer experience pays: voices of customers and employees, pilots with results, business cases with
 * a number and a story. Sources: S1 (a case with numbers and anecdotes), S3 (results on loyalty and on engagement), S4.
 */
import type { CalendarDate } from './calendar-date.js';
import type { NoteIdentity, NoteLink } from './note-identity.js';

/** What was measured: a customer metric before and after, and one of employees. All as the note records it. */
export interface Proof {
  readonly metric?: string | undefined;
  readonly baseline?: number | undefined;
  readonly result?: number | undefined;
  readonly employeeMetric?: string | undefined;
  readonly employeeResult?: number | undefined;
}

/** A business case. */
export interface Case extends NoteIdentity {
  readonly kind: 'case';
  readonly proof: Proof;
  readonly supports: readonly NoteLink[];
  readonly insights: readonly NoteLink[];
  readonly pilots: readonly NoteLink[];
  /** The note tells of a person, in their own words or in a section named as a story. */
  readonly hasStory: boolean;
  /** The text names a figure; days and links are none. */
  readonly hasFigure: boolean;
  /** Something is written below the properties. */
  readonly isWritten: boolean;
}

/** Somebody's own words, with the place of the words in the note's text. */
export interface Verbatim {
  /** One line, without quotation marks. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What customers or employees said. */
export interface Insight extends NoteIdentity {
  readonly kind: 'insight';
  /** Day on which it was said or gathered. */
  readonly date?: CalendarDate | undefined;
  /** Whom the note is meant for, as it says: `coach` is quoted nowhere else. */
  readonly visibility?: string | undefined;
  /** In the order of the note. */
  readonly verbatims: readonly Verbatim[];
}

/** What a business case lacks: "numbers and anecdotes" (S1). Any number that the note records will do, in its properties or its text. */
export function lacksOfCase({ proof, hasStory, hasFigure }: Case): readonly ('number' | 'story')[] {
  return [...(hasFigure || isMeasured(proof) ? [] : (['number'] as const)), ...(hasStory ? [] : (['story'] as const))];
}

/** A case that was made and not filled in yet: it lacks everything, and there is nothing to tell. */
export function isUnstarted({ proof, isWritten }: Case): boolean {
  return !isWritten && !isMeasured(proof);
}

function isMeasured({ baseline, result, employeeResult }: Proof): boolean {
  return baseline !== undefined || result !== undefined || employeeResult !== undefined;
}

/** Whether a result is recorded. Which way is better is the reader's to judge: fewer complaints are a lower number. */
export function isProven({ result, employeeResult }: Proof): boolean {
  return result !== undefined || employeeResult !== undefined;
}
