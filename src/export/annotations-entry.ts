/**
 * A thread as a list of annotations tells it: where it stands by now, how old it is, who spoke last. What is written here
 * in words is the same in every format.
 */
import type { PositionRange } from '../lint/diagnostic.js';
import type { Annotation } from '../playbook/annotation.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { countOf } from '../playbook/count-of.js';
import { titleOfPath } from '../playbook/link-index.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { shortened } from '../playbook/step-words.js';

/** In the order of lists. `confirm`: a person must say which place is meant; `orphan`: it has none any more. */
export const THREAD_STATES = ['orphan', 'confirm', 'open', 'resolved'] as const;
/** A resolved thread is resolved wherever its quote went. */
export type ThreadState = (typeof THREAD_STATES)[number];

export type EntryPlace =
  | { readonly state: 'anchored'; readonly range: PositionRange }
  /** The likeliest first. */
  | { readonly state: 'confirm'; readonly candidates: readonly { readonly range: PositionRange; readonly score: number }[] }
  | { readonly state: 'orphan'; readonly missing: 'note' | 'quote' };

export interface AnnotationEntry {
  readonly annotation: Annotation;
  readonly state: ThreadState;
  /** Of the thread, or of the note that it speaks of. */
  readonly isPrivate: boolean;
  /** Undefined when the link dangles. */
  readonly notePath: string | undefined;
  readonly place: EntryPlace;
  /** Days since it was written; undefined where its day cannot be read. */
  readonly ageDays: number | undefined;
  /** Everything said after the first word. */
  readonly replies: number;
  readonly lastAuthor: string;
}

export interface AnnotationList {
  readonly today: CalendarDate;
  /** In the order of their notes and places. */
  readonly entries: readonly AnnotationEntry[];
  /** So many private threads would be listed too, and were not asked for. */
  readonly leftOutPrivate: number;
}

/** By note, then by place; those without a place come last. */
export function compareEntries(a: AnnotationEntry, b: AnnotationEntry): number {
  return byCodeUnits(noteOf(a), noteOf(b)) || offsetOf(a) - offsetOf(b) || byCodeUnits(a.annotation.path, b.annotation.path);
}

/** The note's path; what the link says where it dangles. */
export function noteOf({ notePath, annotation }: AnnotationEntry): string {
  return notePath ?? (annotation.target || annotation.path);
}

function offsetOf({ place }: AnnotationEntry): number {
  return rangeOf(place)?.start.offset ?? Number.MAX_SAFE_INTEGER;
}

/** Where it stands, or most likely does. */
export function rangeOf(place: EntryPlace): PositionRange | undefined {
  switch (place.state) {
    case 'anchored': return place.range;
    case 'confirm': return place.candidates[0]?.range;
    case 'orphan': return undefined;
  }
}

/** `path:line:column`, or the path alone where the place is not known. Not cleaned. */
export function placeOf(entry: AnnotationEntry): string {
  const range = rangeOf(entry.place);
  return range === undefined ? noteOf(entry) : `${noteOf(entry)}:${range.start.line}:${range.start.column}`;
}

export function noteTitle(entry: AnnotationEntry): string {
  return titleOfPath(noteOf(entry));
}

/** "30 days, 2 replies, last by hal.quist": what is not known is left out. */
export function factsOf({ ageDays, replies, lastAuthor, isPrivate }: AnnotationEntry): string {
  return [
    ...(isPrivate ? ['private'] : []),
    ...(ageDays === undefined ? ['age not known'] : [countOf(ageDays, 'day')]),
    replies === 0 ? 'no reply' : `${replies} ${replies === 1 ? 'reply' : 'replies'}`,
    ...(lastAuthor === '' ? [] : [`last by ${lastAuthor}`]),
  ].join(', ');
}

/** What a person has to know about the place; undefined for one that is known. */
export function placeInWords({ place, annotation }: AnnotationEntry): string | undefined {
  switch (place.state) {
    case 'anchored': return undefined;
    case 'confirm': {
      const lines = place.candidates.map(({ range }) => range.start.line);
      return `Its place is not sure: ${lines.length === 1 ? 'maybe line' : 'line'} ${lines.join(' or ')}. Confirm one in the app.`;
    }
    case 'orphan': {
      if (place.missing === 'quote') return 'The quote is not in the note any more: anchor the thread anew in the app, or resolve it.';
      if (annotation.target === '') return 'The thread names no note: give its "target" a link.';
      return `No note is called "${annotation.target}": run "annotations VAULT relink", or correct "target" in the thread.`;
    }
  }
}

const MAX_QUOTE_LENGTH = 200;
const MAX_WORD_LENGTH = 200;

/** The quote on one line; undefined for an annotation of the note as a whole. */
export function shortQuote({ annotation: { selector } }: AnnotationEntry): string | undefined {
  return selector.quote.trim() === '' ? undefined : shortened(oneLine(selector.quote), MAX_QUOTE_LENGTH);
}

/** The first thing that was said, on one line; undefined where nothing was. */
export function firstWord({ annotation: { events } }: AnnotationEntry): { readonly author: string; readonly text: string } | undefined {
  const first = events.find(({ text }) => text !== '');
  return first === undefined ? undefined : { author: first.author, text: shortened(oneLine(first.text), MAX_WORD_LENGTH) };
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** "1 orphan, 2 to confirm, 3 open, 4 resolved"; "No thread" when there is none. */
export function countsInWords(entries: readonly AnnotationEntry[]): string {
  const words: Readonly<Record<ThreadState, (count: number) => string>> = {
    orphan: (count) => countOf(count, 'orphan'),
    confirm: (count) => `${count} to confirm`,
    open: (count) => `${count} open`,
    resolved: (count) => `${count} resolved`,
  };
  const parts = THREAD_STATES.flatMap((state) => {
    const count = entries.filter((entry) => entry.state === state).length;
    return count === 0 ? [] : [words[state](count)];
  });
  return parts.length === 0 ? 'No thread' : parts.join(', ');
}
