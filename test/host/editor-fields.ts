/** What the app tells editor extensions through the editor's state: the note, the editor, the mode. */
import { StateEffect, StateField } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { MarkdownView } from './markdown-view.js';

export const setView = StateEffect.define<EditorView>();
export const setLivePreview = StateEffect.define<boolean>();

/** The view with its `app`, `file` and `editor`. Undefined-like before the app has set it, as in editors of other plugins. */
export const editorInfoField = StateField.define<MarkdownView | { readonly file: null }>({
  create: () => ({ file: null }),
  update: (value) => value,
});

export const editorEditorField = StateField.define<EditorView | undefined>({
  create: () => undefined,
  update: (value, transaction) => transaction.effects.reduce((view: EditorView | undefined, effect) => (effect.is(setView) ? effect.value : view), value),
});

export const editorLivePreviewField = StateField.define<boolean>({
  create: () => true,
  update: (value, transaction) => transaction.effects.reduce((live: boolean, effect) => (effect.is(setLivePreview) ? effect.value : live), value),
});
