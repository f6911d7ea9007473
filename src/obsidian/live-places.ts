/**
 * Where annotations stand in an editor, kept up with every key by the editor's own mapping of positions. Each editor has
 * its own: two that show one note may hold different texts until it is saved.
 */
import type { MarkdownView } from 'obsidian';
import { StateEffect, StateField, type EditorState, type Range, type Transaction } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { TextRange } from '../markdown/text-range.js';
import { isPrivate, type PlacedAnnotation } from '../playbook/annotation.js';
import { spokenAnnotation } from './annotation-line.js';

/** An annotation with its place in the text of an editor. Never empty. */
export interface LivePlace extends TextRange {
  readonly placed: PlacedAnnotation;
  /** Whether the quote stood there word for word when it was placed: what is typed in it since is followed, not guessed. */
  readonly isSure: boolean;
}

/** What a mark in the text stands for. */
interface MarkSpec {
  readonly place: Pick<LivePlace, 'placed' | 'isSure'>;
}

/** Puts other places in the place of all. */
export const setLivePlaces = StateEffect.define<readonly LivePlace[]>();

/** Belongs in every editor of notes. */
export const livePlaces = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setLivePlaces));
    if (set?.is(setLivePlaces) === true) return marksOf(set.value);
    if (!transaction.docChanged || marks.size === 0) return marks;
    const mapped = marks.map(transaction.changes);
    return isTyped(transaction) ? mapped : withoutTrust(marks, mapped, transaction);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** In the order of the text, the outer ones first. */
export function livePlacesIn(state: EditorState): readonly LivePlace[] {
  const places: LivePlace[] = [];
  state.field(livePlaces, false)?.between(0, state.doc.length, (from, to, { spec }) => {
    places.push({ ...(spec as MarkSpec).place, from, to });
  });
  return places.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Those at a position, the innermost first. */
export function livePlacesAt(state: EditorState, at: number): readonly LivePlace[] {
  return livePlacesIn(state).filter(({ from, to }) => from <= at && at <= to).sort((a, b) => a.to - a.from - (b.to - b.from));
}

/** Where a thread's quote stands in the text of an open note, saved or not; undefined where the editor does not know. */
export function livePlaceOf(view: MarkdownView, thread: string): TextRange | undefined {
  const element = view.contentEl.querySelector<HTMLElement>('.cm-editor');
  const code = element === null ? null : EditorView.findFromDOM(element);
  const place = code === null ? undefined : livePlacesIn(code.state).find(({ placed }) => placed.annotation.path === thread);
  return place === undefined ? undefined : { from: place.from, to: place.to };
}

function marksOf(places: readonly LivePlace[]): DecorationSet {
  return Decoration.set(places.map(markOf), true);
}

function markOf({ placed, isSure, from, to }: LivePlace): Range<Decoration> {
  const spec: MarkSpec = { place: { placed, isSure } };
  return Decoration.mark({ ...spec, class: annotationClasses(placed), attributes: { role: 'mark', 'aria-description': spokenAnnotation(placed) } }).range(from, to);
}

/** By kind, by whom it is for, and by whether its place is certain. */
export function annotationClasses({ annotation, place }: PlacedAnnotation): string {
  const isUnsure = place.state !== 'anchored';
  return `cx-annotation cx-annotation-${annotation.kind}${isPrivate(annotation) ? ' cx-annotation-private' : ''}${isUnsure ? ' cx-annotation-unsure' : ''}`;
}

/** What a person did in this editor. Everything else is written by programs: sync, another editor of the note, a plugin. */
function isTyped(transaction: Transaction): boolean {
  return ['input', 'delete', 'move', 'undo', 'redo'].some((event) => transaction.isUserEvent(event));
}

/** A program may have put a new text where the quote was: a place that it wrote into is not trusted any more. */
function withoutTrust(before: DecorationSet, mapped: DecorationSet, { changes, newDoc: { length: newLength } }: Transaction): DecorationSet {
  const touched = new Set<string>();
  changes.iterChangedRanges((from, to) => {
    before.between(from, to, (_from, _to, { spec }) => {
      touched.add((spec as MarkSpec).place.placed.annotation.path);
    });
  });
  if (touched.size === 0) return mapped;
  const isTouched = ({ spec }: Decoration): boolean => touched.has((spec as MarkSpec).place.placed.annotation.path);
  const again: Range<Decoration>[] = [];
  mapped.between(0, newLength, (from, to, mark) => {
    if (isTouched(mark)) again.push(markOf({ placed: (mark.spec as MarkSpec).place.placed, isSure: false, from, to }));
  });
  return mapped.update({ filter: (_from, _to, value) => !isTouched(value), add: again, sort: true });
}
