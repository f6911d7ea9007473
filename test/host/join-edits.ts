/** Two edits of one text, brought together: what the app does when a file changes under an editor with unsaved text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The one edit that makes `after` of `before`, as short as can be. */
export function smallestEdit(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/** `theirs` with the edit that made `ours` of `base`. Where both edits touch, ours stands. */
export function joinEdits(base: string, theirs: string, ours: string): string {
  if (ours === base) return theirs;
  const own = smallestEdit(base, ours);
  const other = smallestEdit(base, theirs);
  if (own.to <= other.from) return apply(theirs, own);
  const shift = other.insert.length - (other.to - other.from);
  if (own.from >= other.to) return apply(theirs, { ...own, from: own.from + shift, to: own.to + shift });
  return ours;
}

function apply(text: string, { from, to, insert }: Edit): string {
  return text.slice(0, from) + insert + text.slice(to);
}
