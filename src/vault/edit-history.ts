/**
 * The last edits of notes, each of which can be taken back as one. A note goes back only while it says what the edit
 * left there: what a person wrote since is never overwritten.
 *
 * @example history.record(plan.title, outcome); await history.undo(vault);
 */
import { failureMessage, replaceText, type EditOutcome, type RefusedNote } from './edit-plan.js';
import { Turns } from './turns.js';
import type { Vault } from './vault.js';

/** A note that did not go back: the texts before and after the edit, so that neither is lost, and why. */
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
  readonly kept: readonly KeptNote[];
}

/** Paths follow renames, also while an undo runs. */
interface HistoryEntry {
  readonly title: string;
  readonly changes: readonly { path: string; readonly before: string | undefined; readonly after: string }[];
  /** Holds what an earlier undo could not write. */
  readonly isRetry: boolean;
}

/** OURS: as many as anybody remembers making. */
const DEFAULT_LIMIT = 20;

export class EditHistory {
  readonly #limit: number;
  /** Oldest first. */
  readonly #entries: HistoryEntry[] = [];
  #undoing: HistoryEntry | undefined;
  /** Undos wait for one another: each starts from what the one before left. */
  readonly #turns = new Turns();

  constructor(limit = DEFAULT_LIMIT) {
    this.#limit = limit;
  }

  /** Keeps an edit; one that wrote nothing is not kept. The oldest makes room. */
  record(title: string, { written, created }: Pick<EditOutcome, 'written' | 'created'>): void {
    const changes = [...written.map(({ path, before, after }) => ({ path, before, after })), ...created.map(({ path, text }) => ({ path, before: undefined, after: text }))];
    if (changes.length > 0) this.#push({ title, changes, isRetry: false });
  }

  get canUndo(): boolean {
    return this.#entries.length > 0;
  }

  /** What the next undo takes back; undefined when there is nothing. */
  get nextTitle(): string | undefined {
    return this.#entries.at(-1)?.title;
  }

  /** The notes that the next undo is about. */
  get nextPaths(): readonly string[] {
    return this.#entries.at(-1)?.changes.map(({ path }) => path) ?? [];
  }

  /** Tells that a note or a folder has another path now. */
  renamed(from: string, to: string): void {
    const entries = this.#undoing === undefined ? this.#entries : [...this.#entries, this.#undoing];
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

  async #undoNewest(vault: Vault, mustStay: readonly RefusedNote[]): Promise<UndoOutcome | undefined> {
    const entry = this.#entries.pop();
    if (entry === undefined) return undefined;
    this.#undoing = entry;
    const restored: string[] = [];
    const toTrash: string[] = [];
    const kept: KeptNote[] = [];
    const failed: HistoryEntry['changes'][number][] = [];
    for (const change of entry.changes) {
      const { before, after } = change;
      const staying = mustStay.find(({ path }) => path === change.path);
      if (staying !== undefined) {
        kept.push({ path: change.path, before, after, message: staying.message });
        failed.push(change);
        continue;
      }
      try {
        const found = before === undefined ? await vault.read(change.path) : await replaceText(vault, change.path, after, before);
        if (before === undefined && found === after) toTrash.push(change.path);
        else if (found === after || found === before) restored.push(change.path);
        else kept.push({ path: change.path, before, after, message: editedMessage(change.path) });
      } catch (error) {
        kept.push({ path: change.path, before, after, message: failureMessage(change.path, error) });
        if (before !== undefined) failed.push(change);
      }
    }
    this.#undoing = undefined;
    if (failed.length > 0 && !entry.isRetry) this.#push({ title: entry.title, changes: failed, isRetry: true });
    return { title: entry.title, restored, toTrash, kept };
  }

  #push(entry: HistoryEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > this.#limit) this.#entries.shift();
  }
}

function editedMessage(path: string): string {
  return `"${path}" was left as it is: it was changed after the edit. Take the edit back by hand, or restore an older version of the note.`;
}
