/**
 * A hand-out for the client: what was asked, praised, feared or proposed about each note and is not settled, with the
 * quote, the whole conversation, and where it stands. What is private was left out before; texts are plain here.
 */
import { ANNOTATION_KINDS, type AnnotationKind } from '../playbook/annotation.js';
import { countOf } from '../playbook/count-of.js';
import { listed } from '../playbook/step-words.js';
import { noteOf, noteTitle, rangeOf, type AnnotationEntry, type AnnotationList } from './annotations-entry.js';

export interface HandOut {
  readonly title: string;
  /** One sentence: how much of what. */
  readonly summary: string;
  /** In the order of paths. */
  readonly notes: readonly HandOutNote[];
}

export interface HandOutNote {
  readonly title: string;
  /** Undefined for a note that is not there any more. */
  readonly path: string | undefined;
  readonly threads: readonly HandOutThread[];
}

export interface HandOutThread {
  /** "1. Risk, line 32, 39 days old": numbered through the whole hand-out, so that a meeting can name it. */
  readonly heading: string;
  /** Why the place is not sure; undefined where it is. */
  readonly remark: string | undefined;
  /** Paragraphs of lines; empty for the note as a whole. */
  readonly quote: readonly (readonly string[])[];
  readonly words: readonly HandOutWord[];
}

export interface HandOutWord {
  readonly author: string;
  /** The day; empty where it is not known. */
  readonly day: string;
  /** "resolved", "reopened"; undefined for what was simply said. */
  readonly event: string | undefined;
  readonly paragraphs: readonly (readonly string[])[];
}

const KIND_WORDS: Readonly<Record<AnnotationKind, string>> = { question: 'Question', praise: 'Praise', risk: 'Risk', suggestion: 'Suggestion', action: 'Action' };

/** The entries stand in the order of their notes. */
export function buildHandOut({ today, entries }: Pick<AnnotationList, 'today' | 'entries'>): HandOut {
  const notes: { title: string; path: string | undefined; key: string; threads: HandOutThread[] }[] = [];
  entries.forEach((entry, index) => {
    const key = noteOf(entry);
    let note = notes[notes.length - 1];
    if (note?.key !== key) notes.push((note = { title: noteTitle(entry), path: entry.notePath, key, threads: [] }));
    note.threads.push(threadOf(entry, index + 1));
  });
  return { title: `Remarks on the playbook, ${today}`, summary: summaryOf(entries, notes.length), notes };
}

function summaryOf(entries: readonly AnnotationEntry[], notes: number): string {
  if (entries.length === 0) return 'Nothing is open.';
  const counts = ANNOTATION_KINDS.flatMap((kind) => {
    const count = entries.filter(({ annotation }) => annotation.kind === kind).length;
    if (count === 0) return [];
    return [kind === 'praise' ? `${count} of praise` : countOf(count, kind)];
  });
  return `${listed(counts, counts.length)}, on ${countOf(notes, 'note')}.`;
}

function threadOf(entry: AnnotationEntry, number: number): HandOutThread {
  const { annotation, ageDays, state } = entry;
  const { quote } = annotation.selector;
  const place = quote.trim() === '' ? 'the whole note' : rangeOf(entry.place) === undefined ? 'no place' : `line ${rangeOf(entry.place)?.start.line ?? ''}`;
  const parts = [KIND_WORDS[annotation.kind], place, ...(ageDays === undefined ? [] : [`${countOf(ageDays, 'day')} old`]), ...(state === 'resolved' ? ['resolved'] : [])];
  return {
    heading: `${number}. ${parts.join(', ')}`,
    remark: remarkOf(entry),
    quote: paragraphsOf(quote),
    words: annotation.events.filter(({ kind, text }) => text !== '' || kind === 'resolved' || kind === 'reopened').map(({ author, at, kind, text }) => ({
      author: author === '' ? 'Not named' : author,
      day: at.slice(0, 10),
      event: kind === 'resolved' || kind === 'reopened' ? kind : undefined,
      paragraphs: paragraphsOf(text),
    })),
  };
}

function remarkOf({ place, state }: AnnotationEntry): string | undefined {
  if (state === 'resolved' || place.state === 'anchored') return undefined;
  if (place.state === 'confirm') return 'The place is not sure; the line is the likeliest one.';
  return place.missing === 'note' ? 'The note is not in the playbook any more.' : 'The passage is not in the note any more.';
}

function paragraphsOf(text: string): readonly (readonly string[])[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() !== '') paragraphs[paragraphs.length - 1]?.push(line.trim());
    else if (paragraphs[paragraphs.length - 1]?.length !== 0) paragraphs.push([]);
  }
  return paragraphs.filter((lines) => lines.length > 0);
}
