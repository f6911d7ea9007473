/**
 * Edits of many notes, planned and shown before they are made. The preview is a promise: a note is written only while
 * it says what the preview was made from, and gets exactly the text that was shown. What cannot be written is told,
 * note by note, and keeps no other note from being written.
 *
 * @example
 * const plan = await planEdits(vault, 'Set level', paths, (path, text) => ({ ok: true, text: withLevel(text) }));
 * const outcome = await applyPlan(vault, plan);
 */
import { UnreadableFile, type Vault } from './vault.js';

/** What an edit makes of a note: its whole new text, or why the note is left as it is. */
export type NoteChange = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** A note's text before and after. */
export interface PlannedChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A note that was left as it is: effect, cause and remedy in one line. */
export interface RefusedNote {
  readonly path: string;
  readonly message: string;
}

export interface EditPlan {
  /** What the edit does, as a person would call it: shown with the preview and with the undo. */
  readonly title: string;
  /** In the order asked for; notes that would stay the same are left out. */
  readonly changes: readonly PlannedChange[];
  readonly refused: readonly RefusedNote[];
}

/** A note that was not there before. */
export interface CreatedNote {
  readonly path: string;
  readonly text: string;
}

export interface EditOutcome {
  readonly written: readonly PlannedChange[];
  readonly created: readonly CreatedNote[];
  readonly refused: readonly RefusedNote[];
}

/** Reads the notes and asks for each one's new text; writes nothing. A path named twice counts once. */
export async function planEdits(
  vault: Vault,
  title: string,
  paths: readonly string[],
  change: (path: string, text: string) => NoteChange | Promise<NoteChange>,
): Promise<EditPlan> {
  const changes: PlannedChange[] = [];
  const refused: RefusedNote[] = [];
  for (const path of new Set(paths)) {
    try {
      const before = await vault.read(path);
      const changed = await change(path, before);
      if (!changed.ok) refused.push({ path, message: changed.message });
      else if (changed.text !== before) changes.push({ path, before, after: changed.text });
    } catch (error) {
      refused.push({ path, message: failureMessage(path, error) });
    }
  }
  return { title, changes, refused };
}

/** Writes the planned changes of the chosen notes, or of all. Other paths are ignored. Never rejects. */
export async function applyPlan(vault: Vault, plan: EditPlan, chosenPaths?: Iterable<string>): Promise<EditOutcome> {
  const chosen = chosenPaths === undefined ? undefined : new Set(chosenPaths);
  const written: PlannedChange[] = [];
  const refused: RefusedNote[] = [];
  for (const change of plan.changes) {
    if (chosen !== undefined && !chosen.has(change.path)) continue;
    const { path, before, after } = change;
    try {
      const found = await replaceText(vault, path, before, after);
      if (found === before) written.push(change);
      else refused.push({ path, message: found === after ? alreadyMessage(path) : changedMessage(path) });
    } catch (error) {
      refused.push({ path, message: failureMessage(path, error) });
    }
  }
  return { written, created: [], refused };
}

/**
 * Changes notes by what `change` makes of the text that is there now, with no gap between reading and writing: for what
 * fits any text, like a section at the end. Never rejects.
 */
export async function changeNotes(vault: Vault, paths: readonly string[], change: (path: string, text: string) => NoteChange): Promise<EditOutcome> {
  const written: PlannedChange[] = [];
  const refused: RefusedNote[] = [];
  for (const path of paths) {
    let before = '';
    let refusal: string | undefined;
    try {
      const after = await vault.process(path, (text) => {
        before = text;
        const changed = change(path, text);
        if (changed.ok) return changed.text;
        refusal = changed.message;
        return text;
      });
      if (refusal !== undefined) refused.push({ path, message: refusal });
      else if (after !== before) written.push({ path, before, after });
    } catch (error) {
      refused.push({ path, message: failureMessage(path, error) });
    }
  }
  return { written, created: [], refused };
}

/** Writes new notes; where something stands already it stays. Never rejects. */
export async function createNotes(vault: Vault, notes: readonly CreatedNote[]): Promise<EditOutcome> {
  const created: CreatedNote[] = [];
  const refused: RefusedNote[] = [];
  for (const note of notes) {
    try {
      await vault.create(note.path, note.text);
      created.push(note);
    } catch (error) {
      refused.push({ path: note.path, message: failureMessage(note.path, error) });
    }
  }
  return { written: [], created, refused };
}

/** Writes a text in place of another, and only of that; gives the text that was found. */
export async function replaceText(vault: Vault, path: string, before: string, after: string): Promise<string> {
  let found = before;
  await vault.process(path, (text) => {
    found = text;
    return text === before ? after : text;
  });
  return found;
}

export function failureMessage(path: string, error: unknown): string {
  if (error instanceof UnreadableFile) return error.message;
  const reason = (error instanceof Error ? error.message : String(error)).replace(/[.\s]+$/, '');
  return `"${path}" was not changed: ${reason}. Look at the note, then try again.`;
}

function changedMessage(path: string): string {
  return `"${path}" was not changed: it no longer says what the preview was made from. Preview it again.`;
}

function alreadyMessage(path: string): string {
  return `"${path}" was not changed: it says so already. Nothing is left to do.`;
}
