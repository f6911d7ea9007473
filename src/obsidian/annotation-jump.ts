/** Annotations by keyboard: from one to the next, with its card at the cursor; and the thread of the one at the cursor. */
import { Notice, type Editor } from 'obsidian';
import { EditorView } from '@codemirror/view';
import { WORDS } from '../views/words/words.js';
import { showAnnotationCards } from './annotation-card.js';
import { spokenAnnotation } from './annotation-line.js';
import { livePlacesAt, livePlacesIn } from './live-places.js';
import { nextPlace, previousPlace, type ChoosePlace } from './next-place.js';
import { openThread } from './open-thread.js';
import type { PluginContext } from './plugin-context.js';

/** `viewOf` gives the view behind the app's editor, where its notes can be annotated. */
export function registerAnnotationJump({ app, plugin }: PluginContext, viewOf: (editor: Editor) => EditorView | undefined): void {
  const add = (id: string, name: string, run: (view: EditorView) => void): void => {
    plugin.addCommand({
      id,
      name,
      editorCheckCallback: (checking, editor) => {
        const view = viewOf(editor);
        if (view === undefined) return false;
        if (!checking) run(view);
        return true;
      },
    });
  };
  const words = WORDS.annotationMarks;
  add('next-annotation', words.next, (view) => goTo(view, nextPlace));
  add('previous-annotation', words.previous, (view) => goTo(view, previousPlace));
  add('open-annotation', words.openHere, (view) => {
    const [place] = livePlacesAt(view.state, view.state.selection.main.head);
    if (place === undefined) new Notice(words.noneHere);
    else {
      view.dispatch({ effects: showAnnotationCards.of(null) });
      openThread(app, place.placed.annotation.path);
    }
  });
}

/** OURS: the card stands above its passage. */
const CARD_ROOM_PX = 160;

function goTo(view: EditorView, choose: ChoosePlace): void {
  const all = livePlacesIn(view.state);
  const chosen = choose(all, view.state.selection.main.head);
  if (chosen === undefined) {
    new Notice(WORDS.annotationMarks.none);
    return;
  }
  // Those that start at one place are told together: the cursor cannot tell them apart.
  const here = all.filter(({ from }) => from === chosen.from);
  const spoken = here.map((place) => `${WORDS.annotationMarks.place(all.indexOf(place) + 1, all.length)} ${spokenAnnotation(place.placed)}`).join(' ');
  view.dispatch({
    selection: { anchor: chosen.from },
    effects: [EditorView.scrollIntoView(chosen.from, { yMargin: CARD_ROOM_PX }), showAnnotationCards.of(here), EditorView.announce.of(spoken)],
  });
  view.focus();
}
