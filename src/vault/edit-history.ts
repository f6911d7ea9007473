/**
 * The last edits of notes, each of which can be taken back as one, and made again. A note goes back only while it says
 * what the edit left there, and forth again only while it says what the undo left there: what a person wrote since is
 * never overwritten. A new edit ends what could be made again.
 *
 * @example history.record(plan.title, outcome); await history.undo(vault); await history.redo(vault);
 */
import { failureMessage, replaceText, type EditOutcome, type RefusedNote } from './edit-plan.js';
import { Turns } from './turns.js';
import type { Vault } from './vault.js';

/** A note that did not go back or forth: the texts before and after the edit, so that neither is lost, and why. */
export interface KeptNote {
  readonly path: string;
  /** Undefined when the edit created the note. */
  readonly before: string | undefined;
  readonly after: string;
  readonly message: string;
}

export interface UndoOutcome {
  readonly title: string;
  /** Notes that say again what they said before the edit. */
  readonly restored: readonly string[];
  /** Notes that the edit created and nobody changed since: for the host to put into its trash. */
  readonly toTrash: readonly string[];
  /** Notes that the edit moved: for the host to move back. */
  readonly toMove: readonly NoteMove[];
  readonly kept: readonly KeptNote[];
}

export interface RedoOutcome {
  readonly title: string;
  /** Notes that say again what the edit made of them, those created again among them. */
  readonly redone: readonly string[];
  /** Notes that the edit moves: for the host to move again. */
  readonly toMove: readonly NoteMove[];
  readonly kept: readonly KeptNote[];
}

/** From one path to another. */
export interface NoteMove {
  readonly from: string;
  readonly to: string;
}

/** Paths follow renames, also while an undo or redo runs. */
interface NoteStep {
  path: string;
  readonly before: string | undefined;
  readonly after: string;
  /** Where the edit took the note, when it did. */
  readonly moved?: NoteMove | undefined;
}

interface HistoryEntry {
  readonly title: string;
  readonly changes: readonly NoteStep[];
  /** Holds what an earlier undo or redo could not write. */
  readonly isRetry: boolean;
}

/** What became of one note: written now, found as it was to be, or left as it is. */
type StepResult = 'written' | 'found' | { readonly message: string; readonly mayRetry: boolean };

/** OURS: as many as anybody remembers making. */
const DEFAULT_LIMIT = 20;

export class EditHistory {
  readonly #limit: number;
  /** Oldest first. */
  readonly #entries: HistoryEntry[] = [];
  /** What was taken back, the newest undo last. */
  #undone: HistoryEntry[] = [];
  #running: HistoryEntry | undefined;
  /** Edits recorded so far. */
  #recorded = 0;
  /** Undos and redos wait for one another: each starts from what the one before left. */
  readonly #turns = new Turns();

  constructor(limit = DEFAULT_LIMIT) {
    this.#limit = limit;
  }

  /** Keeps an edit; one that wrote nothing is not kept. The oldest makes room. `moved` is what became of its one note. */
  record(title: string, { written, created }: Pick<EditOutcome, 'written' | 'created'>, moved?: NoteMove): void {
    const changes = [...written.map(({ path, before, after }) => ({ path, before, after, moved })), ...created.map(({ path, text }) => ({ path, before: undefined, after: text }))];
    if (changes.length === 0) return;
    this.#recorded++;
    this.#undone = [];
    this.#push({ title, changes, isRetry: false });
  }

  get canUndo(): boolean {
    return this.#entries.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** What the next undo takes back; undefined when there is nothing. */
  get nextTitle(): string | undefined {
    return this.#entries.at(-1)?.title;
  }

  /** The notes that the next undo is about. */
  get nextPaths(): readonly string[] {
    return this.#entries.at(-1)?.changes.map(({ path }) => path) ?? [];
  }

  /** The notes that the next redo is about. */
  get nextRedoPaths(): readonly string[] {
    return this.#undone.at(-1)?.changes.map(({ path }) => path) ?? [];
  }

  /** Tells that a note or a folder has another path now. */
  renamed(from: string, to: string): void {
    const entries = [...this.#entries, ...this.#undone, ...(this.#running === undefined ? [] : [this.#running])];
    for (const change of entries.flatMap(({ changes }) => changes)) {
      if (change.path === from || change.path.startsWith(`${from}/`)) change.path = to + change.path.slice(from.length);
    }
  }

  /**
   * Takes the newest edit back; undefined when there is none. What the vault does not let be written, and what the host
   * says must stay, is offered once more, as the newest edit. Never rejects.
   */
  undo(vault: Vault, mustStay: readonly RefusedNote[] = []): Promise<UndoOutcome | undefined> {
    return this.#turns.take(() => this.#undoNewest(vault, mustStay));
  }

  /** Makes the edit again that was taken back last; undefined when there is none. Otherwise like {@link undo}. */
  redo(vault: Vault, mustStay: readonly RefusedNote[] = []): Promise<RedoOutcome | undefined> {
    return this.#turns.take(() => this.#redoNewest(vault, mustStay));
  }

  async #undoNewest(vault: Vault, mustStay: readonly RefusedNote[]): Promise<UndoOutcome | undefined> {
    const entry = this.#entries.pop();
    if (entry === undefined) return undefined;
    const recorded = this.#recorded;
    const { written, found, kept, failed } = await this.#run(entry, mustStay, (step) => takeBack(vault, step));
    if (failed.length > 0 && !entry.isRetry) this.#push({ title: entry.title, changes: failed, isRetry: true });
    // What was edited meanwhile comes after this undo.
    if (written.length > 0 && recorded === this.#recorded) this.#undone.push({ title: entry.title, changes: written, isRetry: false });
    const toTrash = written.filter(({ before }) => before === undefined);
    const restored = entry.changes.filter((step) => (written.includes(step) && step.before !== undefined) || found.includes(step));
    return { title: entry.title, restored: restored.map(({ path }) => path), toTrash: toTrash.map(({ path }) => path), toMove: written.flatMap(({ path, moved }) => (moved === undefined ? [] : [{ from: path, to: moved.from }])), kept };
  }

  async #redoNewest(vault: Vault, mustStay: readonly RefusedNote[]): Promise<RedoOutcome | undefined> {
    const entry = this.#undone.pop();
    if (entry === undefined) return undefined;
    const recorded = this.#recorded;
    const { written, found, kept, failed } = await this.#run(entry, mustStay, (step) => makeAgain(vault, step));
    if (failed.length > 0 && !entry.isRetry && recorded === this.#recorded) this.#undone.push({ title: entry.title, changes: failed, isRetry: true });
    const redone = entry.changes.filter((step) => written.includes(step) || found.includes(step));
    // A created note that never got into the trash is the edit's still; what was written again by hand is not.
    const own = redone.filter((step) => written.includes(step) || step.before === undefined);
    if (own.length > 0) this.#push({ title: entry.title, changes: own, isRetry: false });
    return { title: entry.title, redone: redone.map(({ path }) => path), toMove: written.flatMap(({ path, moved }) => (moved === undefined ? [] : [{ from: path, to: moved.to }])), kept };
  }

  async #run(entry: HistoryEntry, mustStay: readonly RefusedNote[], take: (step: NoteStep) => Promise<StepResult>): Promise<RunOutcome> {
    const outcome: RunOutcome = { written: [], found: [], kept: [], failed: [] };
    this.#running = entry;
    for (const step of entry.changes) {
      const { before, after } = step;
      const staying = mustStay.find(({ path }) => path === step.path);
      const result = staying === undefined ? await take(step) : { message: staying.message, mayRetry: true };
      if (result === 'written') outcome.written.push(step);
      else if (result === 'found') outcome.found.push(step);
      else {
        outcome.kept.push({ path: step.path, before, after, message: result.message });
        if (result.mayRetry) outcome.failed.push(step);
      }
    }
    this.#running = undefined;
    return outcome;
  }

  #push(entry: HistoryEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > this.#limit) this.#entries.shift();
  }
}

interface RunOutcome {
  readonly written: NoteStep[];
  readonly found: NoteStep[];
  readonly kept: KeptNote[];
  /** Worth another try. */
  readonly failed: NoteStep[];
}

async function takeBack(vault: Vault, step: NoteStep): Promise<StepResult> {
  const { path, before, after } = step;
  try {
    const found = before === undefined ? await vault.read(path) : await replaceText(vault, path, after, before);
    if (found === after) return 'written';
    return found === before ? 'found' : { message: editedMessage(step.path), mayRetry: false };
  } catch (error) {
    return { message: failureMessage(step.path, error), mayRetry: before !== undefined };
  }
}

async function makeAgain(vault: Vault, step: NoteStep): Promise<StepResult> {
  const { path, before, after } = step;
  try {
    if (before === undefined) return await createAgain(vault, step);
    const found = await replaceText(vault, path, before, after);
    if (found === before) return 'written';
    return found === after ? 'found' : { message: editedSinceUndoMessage(step.path), mayRetry: false };
  } catch (error) {
    return { message: failureMessage(step.path, error), mayRetry: true };
  }
}

async function createAgain(vault: Vault, step: NoteStep): Promise<StepResult> {
  const { path, after } = step;
  try {
    await vault.create(path, after);
    return 'written';
  } catch (error) {
    const found = await vault.read(path).catch(() => undefined);
    if (found === undefined) throw error;
    return found === after ? 'found' : { message: takenMessage(step.path), mayRetry: true };
  }
}

function editedMessage(path: string): string {
  return `"${path}" was left as it is: it was changed after the edit. Take the edit back by hand, or restore an older version of the note.`;
}

function editedSinceUndoMessage(path: string): string {
  return `"${path}" was left as it is: it was changed after the undo. Make the edit again by hand.`;
}

function takenMessage(path: string): string {
  return `"${path}" was not created again: another note has its name by now. Rename that note, then redo.`;
}
