/** The lines in which two texts differ, as edits: what stays keeps its cursor, folds and marks. */
import type { TextEdit } from '../markdown/text-edit.js';
import { buildLineDiff } from '../vault/line-diff.js';

/** Edits of `before` that make it `after`; none when they are equal. */
export function buildLineEdits(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let open: TextEdit | undefined;
  for (const { kind, text, ending } of buildLineDiff(before, after, Infinity).flatMap(({ lines }) => lines)) {
    const line = text + ending;
    if (kind !== 'same') open = { from: open?.from ?? at, to: open?.to ?? at, insert: open?.insert ?? '' };
    if (kind === 'added' && open !== undefined) open = { ...open, insert: open.insert + line };
    if (kind !== 'added') at += line.length;
    if (kind === 'removed' && open !== undefined) open = { ...open, to: at };
    if (kind === 'same' && open !== undefined) {
      edits.push(open);
      open = undefined;
    }
  }
  return open === undefined ? edits : [...edits, open];
}
