/** The editors that are open: the app hands commands its own `Editor`, and findings are shown in the view behind it. */
import { editorInfoField, type Editor } from 'obsidian';
import { StateEffect, type Extension } from '@codemirror/state';
import { ViewPlugin, type EditorView } from '@codemirror/view';

/** Asks an editor to check its text again. */
export const checkAgain = StateEffect.define();

export class NoteEditors {
  readonly #views = new Set<EditorView>();

  /** Belongs in every editor of notes. */
  readonly extension: Extension = ViewPlugin.define((view) => {
    this.#views.add(view);
    return { destroy: () => void this.#views.delete(view) };
  });

  /** Whether the editor is open. */
  has(view: EditorView): boolean {
    return this.#views.has(view);
  }

  viewOf(editor: Editor): EditorView | undefined {
    return [...this.#views].find(({ state }) => state.field(editorInfoField, false)?.editor === editor);
  }

  checkAllAgain(): void {
    for (const view of this.#views) view.dispatch({ effects: checkAgain.of(null) });
  }
}
