/** Undo and redo for the host's editors: one step per transaction that changes text. The app's own history joins typing. */
import type { ChangeSet, Extension } from '@codemirror/state';
import { Annotation } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';
import type { EditorView, ViewUpdate } from '@codemirror/view';

const step = Annotation.define<'undo' | 'redo'>();

class UndoHistory {
  #done: ChangeSet[] = [];
  #undone: ChangeSet[] = [];

  constructor(private readonly view: EditorView) {}

  update({ transactions }: ViewUpdate): void {
    for (const transaction of transactions) {
      if (!transaction.docChanged) continue;
      const inverse = transaction.changes.invert(transaction.startState.doc);
      const kind = transaction.annotation(step);
      if (kind === 'undo') this.#undone.push(inverse);
      else {
        if (kind === undefined) this.#undone = [];
        this.#done.push(inverse);
      }
    }
  }

  undo(): void {
    const changes = this.#done.pop();
    if (changes !== undefined) this.view.dispatch({ changes, annotations: step.of('undo') });
  }

  redo(): void {
    const changes = this.#undone.pop();
    if (changes !== undefined) this.view.dispatch({ changes, annotations: step.of('redo') });
  }
}

const plugin = ViewPlugin.fromClass(UndoHistory);

export const undoHistory: Extension = plugin;

export function history(view: EditorView): UndoHistory | null {
  return view.plugin(plugin);
}
