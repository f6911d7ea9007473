/** The annotations of a vault as lists tell them: with the place of each quote as people count, and whether it is private. */
import { compareEntries, type AnnotationEntry, type EntryPlace, type ThreadState } from '../export/annotations-entry.js';
import type { PositionRange } from '../lint/diagnostic.js';
import { buildLineIndex, type LineIndex } from '../markdown/text-range.js';
import { isPrivate, type AnnotationKind, type AnnotationPlace, type PlacedAnnotation } from '../playbook/annotation.js';
import { daysBetween, type CalendarDate } from '../playbook/calendar-date.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { UnreadableFile, type Vault } from '../vault/vault.js';
import { isPrivateNote } from './annotations-private.js';

/** A thread is listed when it has one of the values of each list that is not empty. */
export interface EntryFilter {
  readonly states: readonly ThreadState[];
  readonly kinds: readonly AnnotationKind[];
  /** Who began the thread, in any case. */
  readonly authors: readonly string[];
  /** Paths of notes and folders; empty text for the whole vault. */
  readonly notes: readonly string[];
}

/** What is known of the note that a thread speaks of. */
interface Target {
  readonly lines: LineIndex;
  readonly isPrivate: boolean;
}

const NO_TARGET: Target = { lines: buildLineIndex(''), isPrivate: false };

/** All of them, private ones too, in the order of their notes and places. */
export async function readEntries({ annotations, vault, today }: PlaybookStore): Promise<readonly AnnotationEntry[]> {
  const targets = new Map<string, Target>();
  const entries: AnnotationEntry[] = [];
  for (const placed of annotations.placed) {
    const { targetPath } = placed;
    const target = targetPath === undefined ? NO_TARGET : (targets.get(targetPath) ?? (await readTarget(vault, targetPath)));
    if (targetPath !== undefined) targets.set(targetPath, target);
    entries.push(entryOf(placed, target, today));
  }
  return entries.sort(compareEntries);
}

export function isListed({ state, annotation, notePath }: AnnotationEntry, { states, kinds, authors, notes }: EntryFilter): boolean {
  const isBelow = (chosen: string): boolean => chosen === '' || (notePath !== undefined && (notePath === chosen || notePath.startsWith(`${chosen}/`)));
  return (
    (states.length === 0 || states.includes(state)) &&
    (kinds.length === 0 || kinds.includes(annotation.kind)) &&
    (authors.length === 0 || authors.some((author) => folded(author) === folded(annotation.author))) &&
    (notes.length === 0 || notes.some(isBelow))
  );
}

function entryOf({ annotation, targetPath, place }: PlacedAnnotation, target: Target, today: CalendarDate): AnnotationEntry {
  const { status, createdOn, events, author } = annotation;
  const words = events.filter(({ text }) => text !== '').length;
  return {
    annotation,
    state: status === 'resolved' ? 'resolved' : place.state === 'anchored' ? 'open' : place.state,
    isPrivate: isPrivate(annotation) || target.isPrivate,
    notePath: targetPath,
    place: positionsOf(place, target.lines),
    ageDays: createdOn === undefined ? undefined : Math.max(0, daysBetween(createdOn, today)),
    replies: Math.max(0, words - 1),
    lastAuthor: events[events.length - 1]?.author ?? author,
  };
}

function positionsOf(place: AnnotationPlace, lines: LineIndex): EntryPlace {
  const rangeOf = (from: number, to: number): PositionRange => ({ start: lines.position(from), end: lines.position(to) });
  switch (place.state) {
    case 'anchored': return { state: place.state, range: rangeOf(place.from, place.to) };
    case 'confirm': return { state: place.state, candidates: place.candidates.map(({ from, to, score }) => ({ range: rangeOf(from, to), score })) };
    case 'orphan': return place;
  }
}

async function readTarget(vault: Vault, path: string): Promise<Target> {
  try {
    const text = await vault.read(path);
    return { lines: buildLineIndex(text), isPrivate: await isPrivateNote(path, text) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ...NO_TARGET, isPrivate: await isPrivateNote(path, '') };
    throw error;
  }
}

function folded(author: string): string {
  return author.trim().normalize('NFC').toLowerCase();
}
