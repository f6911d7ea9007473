/**
 * Changes to a text, in the shape of CodeMirror's changes: replace `from`–`to` by `insert`, offsets of the old text.
 *
 * @example applyEdits('abc', [{ from: 1, to: 2, insert: 'X' }]) // 'aXc'
 */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Applies edits that do not overlap, in any order. Throws when two overlap or one lies outside the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = sortEdits(edits);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.from < at || edit.to < edit.from || edit.to > text.length) {
      throw new Error(`Edit ${edit.from}–${edit.to} overlaps another or leaves the text of length ${text.length}.`);
    }
    result += text.slice(at, edit.from) + edit.insert;
    at = edit.to;
  }
  return result + text.slice(at);
}

/** By position; at one position insertions come before replacements, otherwise the given order stays. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Whether two edits touch the same text, or insert at the same place. */
export function editsOverlap(a: TextEdit, b: TextEdit): boolean {
  if (a.from === b.from) return true;
  return a.from < b.from ? a.to > b.from : b.to > a.from;
}
