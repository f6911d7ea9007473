/** The text that the edits of a thread's file make, or why there are none. */
import type { ThreadEdits } from '../annotations/thread-edit.js';
import { applyEdits } from '../markdown/text-edit.js';
import type { NoteChange } from '../vault/edit-plan.js';

export function edited(text: string, change: ThreadEdits): NoteChange {
  return change.ok ? { ok: true, text: applyEdits(text, change.edits) } : change;
}
