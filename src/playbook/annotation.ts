/**
 * An annotation as a plain value: what somebody wrote about a passage of a note, and the conversation that followed. It
 * lives in a file of its own, so that the note it speaks of keeps every byte (docs/annotations.md). Names follow the Web
 * Annotation model of the W3C: an annotation has a target, and a selector says which part of it.
 */
import type { CalendarDate } from './calendar-date.js';
import { isPrivatePath } from './privacy.js';

export const ANNOTATION_KINDS = ['question', 'praise', 'risk', 'suggestion', 'action'] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

export const ANNOTATION_VISIBILITIES = ['client', 'coach'] as const;
/** Whom the annotation is for: `coach` ones are private and stay out of what a team shares. */
export type AnnotationVisibility = (typeof ANNOTATION_VISIBILITIES)[number];

export const THREAD_STATUSES = ['open', 'resolved'] as const;
export type ThreadStatus = (typeof THREAD_STATUSES)[number];

export const THREAD_EVENTS = ['comment', 'resolved', 'reopened', 'reanchored'] as const;
export type ThreadEventKind = (typeof THREAD_EVENTS)[number];

/** A section of the thread: appended, never changed. */
export interface ThreadEvent {
  readonly kind: ThreadEventKind;
  /** The instant as written, ISO 8601 in UTC: `2026-11-22T10:04:11Z`. */
  readonly at: string;
  readonly author: string;
  /** Markdown; empty where the event says it all. */
  readonly text: string;
}

/** Which part of the target is meant. Texts have `\n` as line ending, whatever the note has. */
export interface QuoteSelector {
  /** Empty for an annotation of the note as a whole. */
  readonly quote: string;
  /** Up to 64 characters before and after the quote. */
  readonly prefix: string;
  readonly suffix: string;
  /** Texts of the headings that the quote stands under, outermost first. */
  readonly heading: readonly string[];
  /** Where the quote stood, in UTF-16 units of the text with `\n`: a hint. */
  readonly start: number | undefined;
  /** Git's id for that text; undefined where none was kept. */
  readonly blob: string | undefined;
}

export interface Annotation {
  /** Of the thread's own file. */
  readonly path: string;
  /** Eight characters; as written, empty where it is missing. */
  readonly id: string;
  /** Of the link to the note, without its brackets and its part behind `#`; empty where it is missing. */
  readonly target: string;
  readonly kind: AnnotationKind;
  readonly visibility: AnnotationVisibility;
  readonly author: string;
  /** The instant as written. */
  readonly created: string;
  /** The day of `created`, and of the newest event; undefined where they cannot be read. */
  readonly createdOn: CalendarDate | undefined;
  readonly lastOn: CalendarDate | undefined;
  readonly selector: QuoteSelector;
  /** By the last event that decides it, whatever the property says. */
  readonly status: ThreadStatus;
  /** In the order of their instants. */
  readonly events: readonly ThreadEvent[];
}

/** A place that the quote may have moved to, in UTF-16 units of the target's text as it is stored. */
export interface PlaceCandidate {
  readonly from: number;
  readonly to: number;
  /** 0 to 1: how alike quote, context, heading and position are. */
  readonly score: number;
}

/** Where an annotation stands by now. An orphan is shown and never deleted. */
export type AnnotationPlace =
  | { readonly state: 'anchored'; readonly from: number; readonly to: number }
  /** Up to three, the likeliest first: a person decides. */
  | { readonly state: 'confirm'; readonly candidates: readonly PlaceCandidate[] }
  /** The note is not there, or the quote is not in it. */
  | { readonly state: 'orphan'; readonly missing: 'note' | 'quote' };

export interface PlacedAnnotation {
  readonly annotation: Annotation;
  /** Undefined when the link dangles. */
  readonly targetPath: string | undefined;
  readonly place: AnnotationPlace;
  /** Where the values of properties stand in the thread's own file, by name; undefined where its reader was not asked. */
  readonly values?: ReadonlyMap<string, { readonly from: number; readonly to: number }> | undefined;
}

/** The folders at the root of the vault, by whom an annotation is for. The private one is a repository of its own. */
export const ANNOTATION_FOLDERS: Readonly<Record<AnnotationVisibility, string>> = { client: '_annotations', coach: '_coach/annotations' };

/** Whom an annotation in this file is for; undefined for a file outside both folders. */
export function visibilityOfPath(path: string): AnnotationVisibility | undefined {
  return ANNOTATION_VISIBILITIES.find((visibility) => path.startsWith(`${ANNOTATION_FOLDERS[visibility]}/`));
}

/**
 * Whom a written value of `visibility` means; undefined where nothing is written. Only what says `client` is for the
 * client: a word that is not known may have been meant to keep the thread from them.
 */
export function readVisibility(written: unknown): AnnotationVisibility | undefined {
  if (written === undefined || written === null || written === '') return undefined;
  return typeof written === 'string' && written.trim().toLowerCase() === 'client' ? 'client' : 'coach';
}

/** Private by its property or by its folder: either is enough. */
export function isPrivate({ path, visibility }: Pick<Annotation, 'path' | 'visibility'>): boolean {
  return visibility === 'coach' || isPrivatePath(path);
}
