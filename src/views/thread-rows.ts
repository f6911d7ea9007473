/**
 * Annotations as a list shows them: what state a thread is in, which note it belongs to, and what the places look like
 * that it may have moved to. Rows are plain values: the list needs neither vault nor store.
 *
 * @example buildThreadRows(store.annotations.placed, (path) => texts.get(path))
 */
import { isPrivate, type Annotation, type PlaceCandidate, type PlacedAnnotation } from '../playbook/annotation.js';
import { titleOfPath } from '../playbook/link-index.js';

/** In the order of the list: what waits for a person comes first. A resolved thread waits for nobody, wherever its quote is. */
export const THREAD_STATES = ['confirm', 'orphan', 'open', 'resolved'] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** A place that the quote may have moved to, with the text round it; each text is empty where the note was not at hand. */
export interface ThreadPlace {
  readonly candidate: PlaceCandidate;
  /** From 1; undefined where the note was not at hand. */
  readonly line: number | undefined;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

export interface ThreadRow {
  /** Of the thread's own file; names the thread in {@link ThreadActions}. */
  readonly path: string;
  readonly annotation: Annotation;
  readonly state: ThreadState;
  /** Undefined when the link dangles. */
  readonly notePath: string | undefined;
  /** Of the note as it is, or as the link calls it where the note is not there. */
  readonly noteTitle: string;
  readonly isPrivate: boolean;
  /** What is gone, of a thread without a place. */
  readonly missing: 'note' | 'quote' | undefined;
  /** The likeliest first; empty unless somebody has to choose. */
  readonly places: readonly ThreadPlace[];
  /** Where in the note to sort it: its place, the likeliest one, or where it stood once. Infinity when nothing is known. */
  readonly at: number;
}

/** Text before and after a place, in UTF-16 units: about a line of a pane to each side. */
const AROUND = 70;
/** Longer places are cut: enough to know them by. */
const LONGEST_PLACE = 280;

/** `textOf` gives the text of a note as it is stored; it is asked only for notes of {@link notesToConfirm}. */
export function buildThreadRows(placed: readonly PlacedAnnotation[], textOf: (path: string) => string | undefined): readonly ThreadRow[] {
  return placed.map(({ annotation, targetPath, place }) => {
    const isResolved = annotation.status === 'resolved';
    const text = !isResolved && place.state === 'confirm' && targetPath !== undefined ? textOf(targetPath) : undefined;
    return {
      path: annotation.path,
      annotation,
      state: isResolved ? 'resolved' : place.state === 'anchored' ? 'open' : place.state,
      notePath: targetPath,
      noteTitle: titleOfPath(targetPath ?? annotation.target),
      isPrivate: isPrivate(annotation),
      missing: place.state === 'orphan' ? place.missing : undefined,
      places: !isResolved && place.state === 'confirm' ? place.candidates.map((candidate) => readPlace(candidate, text ?? '')) : [],
      at: placeIn(annotation, place),
    };
  });
}

/** Notes whose text the rows show parts of, each once. */
export function notesToConfirm(placed: readonly PlacedAnnotation[]): readonly string[] {
  const waiting = placed.filter(({ annotation, place }) => place.state === 'confirm' && annotation.status !== 'resolved');
  return [...new Set(waiting.flatMap(({ targetPath }) => targetPath ?? []))];
}

/** On one line, cut at whole words and at the ends of the paragraph. */
function readPlace(candidate: PlaceCandidate, text: string): ThreadPlace {
  const { from, to } = candidate;
  const before = lastOf(text.slice(Math.max(0, from - AROUND), from).split(BETWEEN_PARAGRAPHS));
  const after = text.slice(to, to + AROUND).split(BETWEEN_PARAGRAPHS)[0] ?? '';
  return {
    candidate,
    line: text === '' ? undefined : text.slice(0, from).split('\n').length,
    before: onOneLine(before.length < AROUND ? before : before.replace(/^\S*/, '…')),
    text: clipText(onOneLine(text.slice(from, to)), LONGEST_PLACE),
    after: onOneLine(after.length < AROUND ? after : `${after.slice(0, after.lastIndexOf(' ') + 1)}…`),
  };
}

const BETWEEN_PARAGRAPHS = /\r?\n\s*\n/;

function lastOf(texts: readonly string[]): string {
  return texts[texts.length - 1] ?? '';
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** At most so long, an ellipsis where something was left out; never half of a character pair. */
export function clipText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

function placeIn({ selector }: Annotation, place: PlacedAnnotation['place']): number {
  if (place.state === 'anchored') return place.from;
  return (place.state === 'confirm' ? place.candidates[0]?.from : selector.start) ?? Infinity;
}
