/**
 * What a person ticked on the list of signs of commitment, as edits of the note: the property, and dated lines of what
 * was seen. Signs that the person did not touch stay as the note has them by then.
 *
 * @example changeSigns(text, ['cx-goal'], { added: ['agenda-item'], removed: [], lines: [] }, options)
 */
import { TextDraft } from '../markdown/text-draft.js';
import { evidenceEdits, type NewEvidence } from './evidence-edit.js';
import { changeTags, type TagChangeResult, type TagEditOptions } from './tag-edit.js';

export interface SignChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** A line that stands there already is not written again. */
  readonly lines: readonly NewEvidence[];
}

/** `listed`: the signs that the note's property lists now. */
export function changeSigns(text: string, listed: readonly string[], { added, removed, lines }: SignChange, options: TagEditOptions): TagChangeResult {
  const draft = new TextDraft(text);
  for (const line of lines) {
    const result = evidenceEdits(draft.text, line, options.notes);
    if (result.kind === 'no-place') return { ok: false, problem: result };
    if (result.kind === 'added') draft.apply(result.edits);
  }
  if (added.length > 0 || removed.length > 0) {
    const tags = changeTags(draft.text, { signs: [...listed, ...added].filter((sign) => !removed.includes(sign)) }, options);
    if (!tags.ok) return tags;
    draft.apply(tags.edits);
  }
  return { ok: true, text: draft.text, edits: draft.edits() };
}
