/**
 * Every change that the plugin makes to notes: planned, shown, written, taken back as one, and made again.
 *
 * A preview is a promise: a note is written only while it says what the preview was made from. What a person types
 * meanwhile is saved first, and stays. Writes, undos and redos wait for one another, so that the newest edit is the one
 * that is undone.
 *
 * @example await edits.review(await edits.plan('Set level', paths, (path, text) => ({ ok: true, text: withLevel(text) })));
 */
import { TFile, type App } from 'obsidian';
import { EditHistory, type UndoOutcome } from '../vault/edit-history.js';
import { applyPlan, createNotes, planEdits, type CreatedNote, type EditOutcome, type EditPlan, type NoteChange, type RefusedNote } from '../vault/edit-plan.js';
import { Turns } from '../vault/turns.js';
import type { Vault } from '../vault/vault.js';
import { WORDS } from '../views/words/words.js';
import { EditNotices } from './edit-notices.js';
import { EditPreviewModal } from './edit-preview-modal.js';
import { reasonOf } from './error-reason.js';
import { saveOpenEditors } from './open-editors.js';

const NOTHING: EditOutcome = { written: [], created: [], refused: [] };

export class NoteEdits {
  readonly #history = new EditHistory();
  readonly #notices = new EditNotices(() => this.undo());
  readonly #previews = new Set<EditPreviewModal>();
  /** Renames since the write that is under way began. */
  #renames: (readonly [from: string, to: string])[] = [];
  readonly #turns = new Turns();
  #disposed = false;

  constructor(
    readonly app: App,
    readonly vault: Vault,
  ) {}

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** Saves open editors of the paths, then plans. Nothing is written. */
  async plan(title: string, paths: readonly string[], change: (path: string, text: string) => NoteChange | Promise<NoteChange>): Promise<EditPlan> {
    const unsaved = await saveOpenEditors(this.app, paths);
    const plan = await planEdits(this.vault, title, without(paths, unsaved), change);
    return { ...plan, refused: [...unsaved, ...plan.refused] };
  }

  /** Shows every change; writes those the person kept; tells the outcome in a notice with an undo. Undefined when cancelled. */
  async review(plan: EditPlan): Promise<EditOutcome | undefined> {
    if (isEmpty(plan)) return this.apply(plan);
    const chosen = await this.#preview(plan);
    if (chosen === undefined) return undefined;
    // What was refused before is known from the preview.
    return this.#write({ ...plan, refused: [] }, chosen);
  }

  /** Writes without a preview: for one note that the person is looking at. Tells the outcome in a notice with an undo. */
  async apply(plan: EditPlan): Promise<EditOutcome> {
    if (isEmpty(plan)) {
      this.#notices.tell(WORDS.edits.nothingToChange(plan.title));
      return NOTHING;
    }
    return this.#write(plan, plan.changes.map(({ path }) => path));
  }

  /** Creates notes; undo moves them to the trash if unchanged. */
  create(title: string, files: readonly CreatedNote[]): Promise<EditOutcome> {
    return this.#inTurn(async () => this.#finish(title, await createNotes(this.vault, files)));
  }

  /** Takes the newest edit back, and tells what did not go back. */
  undo(): Promise<void> {
    return this.#inTurn(async () => {
      const unsaved = await saveOpenEditors(this.app, this.#history.nextPaths);
      const undone = await this.#history.undo(this.vault, unsaved);
      if (undone === undefined) this.#notices.tell(WORDS.edits.nothingToUndo);
      else this.#notices.undone(undone, await this.#trash(undone));
    });
  }

  /** Makes the edit again that was taken back last, and tells what did not come again. */
  redo(): Promise<void> {
    return this.#inTurn(async () => {
      const unsaved = await saveOpenEditors(this.app, this.#history.nextRedoPaths);
      const redone = await this.#history.redo(this.vault, unsaved);
      if (redone === undefined) this.#notices.tell(WORDS.edits.nothingToRedo);
      else this.#notices.redone(redone);
    });
  }

  /** Keeps undos and redos on their notes when these, or folders above them, move. */
  renamed(from: string, to: string): void {
    this.#history.renamed(from, to);
    this.#renames.push([from, to]);
  }

  /** Closes what is open, and tells so; edits under way are finished and told. */
  dispose(): void {
    this.#disposed = true;
    this.#notices.dispose();
    for (const preview of [...this.#previews]) {
      this.#notices.tell(WORDS.edits.closedByUnload(preview.plan.title));
      preview.close();
    }
  }

  async #preview(plan: EditPlan): Promise<readonly string[] | undefined> {
    if (this.#disposed) {
      this.#notices.tell(WORDS.edits.closedByUnload(plan.title));
      return undefined;
    }
    const preview = new EditPreviewModal(this.app, plan);
    this.#previews.add(preview);
    try {
      return await preview.ask();
    } finally {
      this.#previews.delete(preview);
    }
  }

  #write(plan: EditPlan, chosen: readonly string[]): Promise<EditOutcome> {
    return this.#inTurn(async () => {
      const unsaved = await saveOpenEditors(this.app, chosen);
      const outcome = await applyPlan(this.vault, plan, without(chosen, unsaved));
      return this.#finish(plan.title, { ...outcome, refused: [...plan.refused, ...unsaved, ...outcome.refused] });
    });
  }

  #finish(title: string, outcome: EditOutcome): EditOutcome {
    this.#history.record(title, outcome);
    // Notes that moved after they were written, while others were still to come.
    for (const [from, to] of this.#renames) this.#history.renamed(from, to);
    this.#notices.written(title, outcome);
    return outcome;
  }

  /** Moves notes that the undone edit created to the trash; gives those that stayed. */
  async #trash({ toTrash }: UndoOutcome): Promise<readonly RefusedNote[]> {
    const stayed: RefusedNote[] = [];
    for (const path of toTrash) {
      try {
        const file = this.app.vault.getAbstractFileByPath(path);
        if (file instanceof TFile) await this.app.fileManager.trashFile(file);
      } catch (error) {
        stayed.push({ path, message: WORDS.edits.notTrashed(path, reasonOf(error)) });
      }
    }
    return stayed;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take(() => {
      this.#renames = [];
      return work();
    });
  }
}

function isEmpty({ changes, refused }: EditPlan): boolean {
  return changes.length === 0 && refused.length === 0;
}

function without(paths: readonly string[], refused: readonly RefusedNote[]): readonly string[] {
  return refused.length === 0 ? paths : paths.filter((path) => !refused.some((note) => note.path === path));
}
