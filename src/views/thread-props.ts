/** What the host hands to the views of annotations. */
import type { AnnotationKind, AnnotationVisibility } from '../playbook/annotation.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { ThreadActions } from './thread-actions.js';
import type { ThreadsChoice } from './thread-choice.js';
import type { ThreadRow } from './thread-rows.js';
import type { ViewHost } from './view-host.js';

/** Replies that were not sent, by the path of the thread: the list takes them up and leaves them there. */
export interface ThreadDrafts {
  texts: ReadonlyMap<string, string>;
}

export interface ThreadListProps {
  /** Undefined until the vault was read. The same array as long as nothing changed, for rows are remembered by it. */
  readonly threads: readonly ThreadRow[] | undefined;
  /** The note in front. */
  readonly currentPath: string | undefined;
  readonly today: CalendarDate;
  readonly host: ViewHost;
  readonly actions: ThreadActions;
  /** Where a wikilink written in a thread's file leads: `playbook.resolvePath({ target }, path)`. */
  readonly resolveLink: (target: string, path: string) => string | undefined;
  /** Asks to show a thread: scrolled to, opened, focused; filters that hide it give way. A new object asks anew. */
  readonly focused?: { readonly path: string } | undefined;
  /** Keeps replies that were not sent; without it they go with the list. */
  readonly drafts?: ThreadDrafts;
  readonly choice: ThreadsChoice;
  readonly onChoice: (choice: ThreadsChoice) => void;
}

/** What a person fills in for a new annotation. */
export interface AnnotationFields {
  readonly kind: AnnotationKind;
  readonly visibility: AnnotationVisibility;
  readonly text: string;
}

export interface AnnotationFormProps {
  /** The passage; empty for the note as a whole. */
  readonly quote: string;
  readonly noteTitle: string;
  /** Whose name the annotation will carry. */
  readonly author: string;
  readonly host: ViewHost;
  /** What stands there at first. */
  readonly fields: AnnotationFields;
  /** Whether `fields` are what the person left without saving. */
  readonly isKept?: boolean;
  /** Called with each change, so that what was typed can be kept. */
  readonly onChange?: (fields: AnnotationFields) => void;
  /** Gives whether it was written: what was typed stays where it was not. The text is trimmed and not empty. */
  readonly onSave: (fields: AnnotationFields) => Promise<boolean>;
  readonly onCancel: () => void;
}
