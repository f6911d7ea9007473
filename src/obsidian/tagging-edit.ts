/** Writes what a person decided about notes' tags: one note at once, several after a preview. */
import { changeTags, type TagChange } from '../notes/tag-edit.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import { readNote } from '../notes/read-note.js';
import type { NoteKind } from '../playbook/note.js';
import type { EditOutcome, NoteChange } from '../vault/edit-plan.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { TagDecision } from '../views/tag-review.js';
import { WORDS } from '../views/words/words.js';
import type { PluginContext } from './plugin-context.js';

export interface TagWriting {
  /** What is done, as shown with the preview and the undo. */
  readonly title: string;
  readonly decisions: readonly TagDecision[];
  /** Kinds of notes that take such tags; others are refused. */
  readonly kinds: readonly NoteKind[];
  /** A preview also for one note: the person did not ask for it by name. */
  readonly preview?: boolean;
}

/** What was written; undefined when the person cancelled the preview. */
export async function writeTags({ edits, personal, playbook }: PluginContext, store: PlaybookStore, { title, decisions, kinds, preview = decisions.length !== 1 }: TagWriting): Promise<EditOutcome | undefined> {
  const byPath = new Map(decisions.map((decision) => [decision.path, decision]));
  const notes = buildNoteContext(store.config.settings);
  const options = { today: playbook.options.today(), notes, mirrorTags: personal.values.writeMirrorTags };
  const change = async (path: string, text: string): Promise<NoteChange> => {
    // Loads the full reader of YAML where the note needs it.
    const { note } = (await readNote(path, text, notes)).parsed;
    const decision = byPath.get(path);
    if (decision === undefined || note === undefined || !kinds.includes(note.kind)) return { ok: false, message: WORDS.tagging.wrongKind(titleOfPath(path), kinds.join(', ')) };
    const result = changeTags(text, tagChangeOf(decision, personal.values.authorName), options);
    return result.ok ? result : { ok: false, message: WORDS.tagging.refused(path, lineOf(text, result.problem.from), result.problem.message) };
  };
  const plan = await edits.plan(title, [...byPath.keys()], change);
  return preview ? edits.review(plan) : edits.apply(plan);
}

function tagChangeOf({ level, needed, competencies, remark }: TagDecision, by: string): TagChange {
  return {
    remark,
    by,
    ...(level === undefined ? {} : { commitment: level }),
    ...(needed === undefined ? {} : { needed }),
    ...(competencies === undefined ? {} : { competencies }),
  };
}

/** From 1. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
