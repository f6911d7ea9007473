/**
 * What a person reads of annotations in the editor without opening them: kind, author, first words, and a button to the
 * thread. Shown at the pointer; at the cursor by the commands that go from one to the next; and on touch screens by a tap,
 * which must not cover the text that somebody taps to edit.
 */
import { Prec, StateEffect, StateField, type Extension } from '@codemirror/state';
import { hoverTooltip, keymap, showTooltip, type EditorView, type Tooltip } from '@codemirror/view';
import { WORDS } from '../views/words/words.js';
import { annotationTitle, firstWords } from './annotation-line.js';
import { livePlacesAt, type LivePlace } from './live-places.js';

/** Opens a thread by the path of its file. */
type OpenThread = (thread: string) => void;

/** At least one, all at one place; null closes the cards. */
export const showAnnotationCards = StateEffect.define<readonly LivePlace[] | null>();

/** Cards of an editor, with what their buttons do. */
export function annotationCards(open: OpenThread): Extension {
  const atCursor = StateField.define<Tooltip | null>({
    create: () => null,
    update(shown, { effects, docChanged, selection }) {
      const effect = effects.find((candidate) => candidate.is(showAnnotationCards));
      if (effect?.is(showAnnotationCards) === true) return effect.value === null ? null : tooltipOf(effect.value, open);
      return docChanged || selection !== undefined ? null : shown;
    },
    provide: (field) => showTooltip.from(field),
  });
  const close = (view: EditorView): boolean => {
    const isOpen = view.state.field(atCursor, false) !== null;
    if (isOpen) view.dispatch({ effects: showAnnotationCards.of(null) });
    return isOpen;
  };
  const atPointer = hoverTooltip((view, at, side) => {
    const places = livePlacesAt(view.state, at).filter(({ from, to }) => (side < 0 ? from < at : at < to));
    return places.length === 0 ? null : tooltipOf(places, open);
  });
  return [atCursor, atPointer, Prec.high(keymap.of([{ key: 'Escape', run: close }]))];
}

function tooltipOf(places: readonly LivePlace[], open: OpenThread): Tooltip {
  const { from, to } = places[0] ?? { from: 0, to: 0 };
  return {
    pos: from,
    end: to,
    // Below, it would hide the second line of its own passage.
    above: true,
    create: (view) => {
      const dom = createDiv({ cls: 'cx-annotation-cards', attr: { role: 'group', 'aria-label': WORDS.annotationMarks.card } });
      for (const place of places) dom.appendChild(buildCard(place, (thread) => {
        view.dispatch({ effects: showAnnotationCards.of(null) });
        open(thread);
      }));
      return { dom };
    },
  };
}

function buildCard({ placed }: LivePlace, open: OpenThread): HTMLElement {
  const { annotation, place } = placed;
  const words = WORDS.annotationMarks;
  const card = createDiv({ cls: `cx-annotation-card cx-annotation-${annotation.kind}` });
  card.createDiv({ cls: 'cx-annotation-card-title', text: annotationTitle(placed) });
  const text = firstWords(placed);
  if (text !== '') card.createDiv({ cls: 'cx-annotation-card-text', text });
  if (place.state !== 'anchored') card.createDiv({ cls: 'cx-annotation-card-unsure', text: words.unsure });
  const row = card.createDiv({ cls: 'cx-annotation-card-actions' });
  const button = row.createEl('button', { text: words.openThread, attr: { type: 'button' } });
  // The editor keeps its focus and selection.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => open(annotation.path));
  const replies = annotation.events.filter(({ kind }) => kind === 'comment').length - 1;
  if (replies > 0) row.createSpan({ cls: 'cx-annotation-card-replies', text: words.replies(replies) });
  return card;
}
