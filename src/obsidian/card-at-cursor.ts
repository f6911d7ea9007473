/**
 * The cards of the findings at the cursor, for those who do not point: shown by "Go to next finding", and with the focus
 * on their first button by "Fix finding here" when there is a choice. Escape closes them; so does moving on.
 */
import { Prec, StateEffect, StateField, type Extension } from '@codemirror/state';
import { keymap, showTooltip, type EditorView, type Tooltip, type TooltipView } from '@codemirror/view';
import type { TextRange } from '../markdown/text-range.js';
import { WORDS } from '../views/words/words.js';
import type { EditorFinding } from './editor-findings.js';
import { buildFindingCard, type FindingActions } from './finding-card.js';

export interface CursorCards {
  /** At least one, all at one place. */
  readonly findings: readonly EditorFinding[];
  /** All of the note. */
  readonly all: readonly EditorFinding[];
  /** Moves the focus to the first button. */
  readonly focus: boolean;
  readonly actions: FindingActions;
}

export const showCards = StateEffect.define<CursorCards | null>();

const cardField = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, { effects, docChanged, selection }) {
    const effect = effects.find((candidate) => candidate.is(showCards));
    if (effect?.is(showCards) === true) return effect.value === null ? null : tooltipOf(effect.value);
    return docChanged || selection !== undefined ? null : shown;
  },
  provide: (field) => showTooltip.from(field),
});

/** Belongs in every editor of notes. */
export const cardAtCursor: Extension = [cardField, Prec.high(keymap.of([{ key: 'Escape', run: closeCards }]))];

function tooltipOf(cards: CursorCards): Tooltip {
  const { from, to }: TextRange = cards.findings[0] ?? { from: 0, to: 0 };
  return { pos: from, end: to, above: false, create: (view) => buildTooltip(view, cards) };
}

function buildTooltip(view: EditorView, { findings, all, focus, actions }: CursorCards): TooltipView {
  const dom = createDiv({ cls: 'cx-finding-cards', attr: { role: 'dialog', 'aria-label': WORDS.editor.card } });
  for (const finding of findings) dom.appendChild(buildFindingCard(view, finding, all, actions));
  dom.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    closeCards(view);
    view.focus();
  });
  return {
    dom,
    mount: () => {
      if (focus) dom.querySelector('button')?.focus({ preventScroll: true });
    },
  };
}

/** Whether there was something to close. */
function closeCards(view: EditorView): boolean {
  const isOpen = view.state.field(cardField, false) !== null;
  if (isOpen) view.dispatch({ effects: showCards.of(null) });
  return isOpen;
}
