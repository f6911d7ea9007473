/** Tells what an edit of notes did: in a notice with an undo, and each note that was left as it is, with its reason. */
import { Notice } from 'obsidian';
import type { RedoOutcome, UndoOutcome } from '../vault/edit-history.js';
import type { EditOutcome, RefusedNote } from '../vault/edit-plan.js';
import { WORDS } from '../views/words/words.js';

/** OURS: long enough to read a line and reach for the undo. */
const SHOWN_MS = 10_000;
/** Stays until it is clicked: somebody has to do something. */
const SHOWN_UNTIL_CLICKED = 0;
/** Reasons in one notice; the rest is a number. */
const MOST_REASONS = 5;

export class EditNotices {
  readonly #undo: () => Promise<void>;
  /** The one button that takes back what its notice tells of; gone when another edit, or an undo, came since. */
  #button: HTMLElement | undefined;
  /** The last that told of nothing left to do: the next takes its place, so that a row of small edits is no pile. */
  #passing: Notice | undefined;
  #disposed = false;

  constructor(undo: () => Promise<void>) {
    this.#undo = undo;
  }

  tell(message: string): void {
    this.#show(message, [], false);
  }

  written(title: string, { written, created, refused }: EditOutcome): void {
    const changed = written.length;
    let message = WORDS.edits.nothingWritten(title);
    if (changed > 0 && created.length > 0) message = WORDS.edits.changedAndCreated(title, changed, created.length);
    else if (changed > 0) message = WORDS.edits.changed(title, changed);
    else if (created.length > 0) message = WORDS.edits.created(title, created.length);
    this.#show(message, refused, changed + created.length > 0);
  }

  undone({ title, restored, toTrash, kept }: UndoOutcome, stayed: readonly RefusedNote[]): void {
    this.#button?.remove();
    const count = restored.length + toTrash.length - stayed.length;
    this.#show(count === 0 ? WORDS.edits.notUndone(title) : WORDS.edits.undone(title, count), [...kept, ...stayed], false);
  }

  redone({ title, redone, kept }: RedoOutcome, stayed: readonly RefusedNote[]): void {
    const count = redone.length;
    this.#show(count === 0 ? WORDS.edits.notRedone(title) : WORDS.edits.redone(title, count), [...kept, ...stayed], count > 0);
  }

  /** Takes the undo away; the messages stay. */
  dispose(): void {
    this.#disposed = true;
    this.#button?.remove();
  }

  #show(message: string, refused: readonly RefusedNote[], withUndo: boolean): void {
    const content = createFragment((fragment) => {
      const text = fragment.createDiv({ cls: 'cx-edit-notice', attr: { role: 'status' } });
      text.createDiv({ text: message });
      for (const note of refused.slice(0, MOST_REASONS)) text.createDiv({ text: note.message });
      if (refused.length > MOST_REASONS) text.createDiv({ text: WORDS.edits.andMore(refused.length - MOST_REASONS) });
      if (withUndo && !this.#disposed) this.#addUndo(text);
    });
    this.#passing?.hide();
    const notice = new Notice(content, refused.length > 0 ? SHOWN_UNTIL_CLICKED : SHOWN_MS);
    this.#passing = refused.length > 0 ? undefined : notice;
  }

  #addUndo(parent: HTMLElement): void {
    const button = parent.createEl('button', { text: WORDS.edits.undo, attr: { type: 'button' } });
    this.#button?.remove();
    this.#button = button;
    // The click also closes the notice.
    button.addEventListener('click', () => void this.#undo());
  }
}
