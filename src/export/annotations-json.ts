/**
 * Annotations for other programs. `schema` is 1; a change that breaks readers raises it. Lines and columns count from 1,
 * offsets from 0, half-open; what is not known is null.
 */
import type { AnnotationEntry, AnnotationList, EntryPlace } from './annotations-entry.js';
import { formatJson } from './printable.js';

/** Indented by two spaces, with a line end. */
export function formatAnnotationsJson({ today, entries, leftOutPrivate }: AnnotationList): string {
  return `${formatJson({ schema: 1, today, threads: entries.map(entryData), leftOutPrivate }, 2)}\n`;
}

function entryData({ annotation, state, isPrivate, notePath, place, ageDays, replies, lastAuthor }: AnnotationEntry) {
  const { path, id, kind, status, author, created, target, selector, events } = annotation;
  return {
    path,
    id,
    state,
    status,
    kind,
    private: isPrivate,
    author,
    created,
    ageDays: ageDays ?? null,
    replies,
    lastAuthor,
    target,
    note: notePath ?? null,
    quote: selector.quote,
    heading: selector.heading,
    place: placeData(place),
    events: events.map(({ at, author: by, kind: what, text }) => ({ at, author: by, kind: what, text })),
  };
}

function placeData(place: EntryPlace) {
  switch (place.state) {
    case 'anchored': return { state: place.state, range: place.range };
    case 'confirm': return { state: place.state, candidates: place.candidates.map(({ range, score }) => ({ range, score: Math.round(score * 1000) / 1000 })) };
    case 'orphan': return { state: place.state, missing: place.missing };
  }
}
