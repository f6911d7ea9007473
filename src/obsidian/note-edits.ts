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
import { EditHistory, type NoteMove, type UndoOutcome } from '../vault/edit-history.js';
import { applyPlan, changeNotes, createNotes, planEdits, type CreatedNote, type EditOutcome, type EditPlan, type NoteChange, type PlannedChange, type RefusedNote } from '../vault/edit-plan.js';
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

  /** Changes one note by what `change` makes of its newest text: for what fits any text. Told in a notice with an undo. */
  change(title: string, path: string, change: (path: string, text: string) => NoteChange): Promise<EditOutcome> {
    return this.#inTurn(async () => this.#finish(title, await this.#changeNow([path], change)));
  }

  /** The same for what follows from something that the person did elsewhere: only what is refused is told, and undo is for other edits. */
  followUp(title: string, paths: readonly string[], change: (path: string, text: string) => NoteChange): Promise<EditOutcome> {
    return this.#inTurn(async () => {
      const outcome = await this.#changeNow(paths, change);
      if (outcome.refused.length > 0) this.#notices.written(title, outcome);
      return outcome;
    });
  }

  /** Writes the planned change of a note, then moves the note; one undo takes both back. A note that cannot be moved is left as it was. */
  changeAndMove(title: string, change: PlannedChange, to: string): Promise<EditOutcome> {
    return this.#inTurn(async () => {
      const { path: from, before, after } = change;
      const unsaved = await saveOpenEditors(this.app, [from]);
      const outcome = await applyPlan(this.vault, { title, changes: [change], refused: [] }, without([from], unsaved));
      const refused = [...unsaved, ...outcome.refused];
      if (outcome.written.length === 0) return this.#finish(title, { ...outcome, refused });
      const [stuck] = await this.#move([{ from, to }]);
      if (stuck === undefined) return this.#finish(title, { ...outcome, written: [{ path: to, before, after }] }, { from, to });
      await this.vault.process(from, (text) => (text === after ? before : text));
      return this.#finish(title, { written: [], created: [], refused: [stuck] });
    });
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
      else this.#notices.undone(undone, [...(await this.#trash(undone)), ...(await this.#move(undone.toMove))]);
    });
  }

  /** Makes the edit again that was taken back last, and tells what did not come again. */
  redo(): Promise<void> {
    return this.#inTurn(async () => {
      const unsaved = await saveOpenEditors(this.app, this.#history.nextRedoPaths);
      const redone = await this.#history.redo(this.vault, unsaved);
      if (redone === undefined) this.#notices.tell(WORDS.edits.nothingToRedo);
      else this.#notices.redone(redone, await this.#move(redone.toMove));
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

  async #changeNow(paths: readonly string[], change: (path: string, text: string) => NoteChange): Promise<EditOutcome> {
    const unsaved = await saveOpenEditors(this.app, paths);
    const outcome = await changeNotes(this.vault, without(paths, unsaved), change);
    return { ...outcome, refused: [...unsaved, ...outcome.refused] };
  }

  #finish(title: string, outcome: EditOutcome, moved?: NoteMove): EditOutcome {
    this.#history.record(title, outcome, moved);
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

  /** Moves notes, with the folders above them that are missing, as when a person does: links to them follow. Gives those that stayed. */
  async #move(moves: readonly NoteMove[]): Promise<readonly RefusedNote[]> {
    const stayed: RefusedNote[] = [];
    const { vault, fileManager } = this.app;
    for (const { from, to } of moves) {
      try {
        const file = vault.getAbstractFileByPath(from);
        const folder = to.slice(0, Math.max(0, to.lastIndexOf('/')));
        if (file === null) throw new Error(WORDS.plugin.noSuchNote(from));
        if (folder !== '' && vault.getFolderByPath(folder) === null) await vault.createFolder(folder);
        await fileManager.renameFile(file, to);
      } catch (error) {
        stayed.push({ path: from, message: WORDS.edits.notMoved(from, to, reasonOf(error)) });
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
