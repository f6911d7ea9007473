/**
 * The file of a thread, as read: what it says, where in the text it says so, and what is wrong with it. One Markdown file
 * holds one thread: flat properties, the quote as a callout, and a section for each event, appended and never changed.
 * What is not known here stays in the file.
 */
import type { TextRange } from '../markdown/text-range.js';
import type { Annotation } from '../playbook/annotation.js';

/** What is wrong with a thread's file. The thread is read as well as can be all the same. */
export interface ThreadProblem extends TextRange {
  readonly code: ThreadProblemCode;
  /** What was found, what was expected, what to do. */
  readonly message: string;
}

export type ThreadProblemCode =
  /** The frontmatter, or a part of the file, cannot be read: conflict markers, broken YAML, an unknown format. */
  | 'format'
  | 'id'
  | 'target'
  | 'status'
  | 'visibility'
  /** A property with a value that the format does not know. */
  | 'value'
  /** A section that is no event. */
  | 'section';

export interface ThreadFile {
  readonly annotation: Annotation;
  /** What the property `status` says; undefined without one. */
  readonly writtenStatus: string | undefined;
  /** Where the values of properties stand, by name; those that are not there are missing. */
  readonly values: ReadonlyMap<string, TextRange>;
  readonly problems: readonly ThreadProblem[];
}
