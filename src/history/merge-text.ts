/** What a merge is asked for and what it gives, for whole notes and for plain text alike. */

/** The versions of one text: what both sides started from, and what each made of it. */
export interface MergeSides {
  /** Empty when the sides have nothing in common, as when each added the file. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What stands behind the signs of a conflict's markers; may be empty. */
export interface MergeLabels {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** How a conflict is shown: git's `merge.conflictStyle`. All but `merge` show the common ancestor too. */
export type ConflictStyle = 'merge' | 'diff3' | 'zdiff3';

export interface MergedText {
  readonly text: string;
  /** Of places where the sides do not go together; each stands between markers. */
  readonly conflicts: number;
}

/**
 * Merges text line by line, as `git merge-file` does, with the host's labels, size of markers and style. Throws when it
 * cannot.
 */
export type MergeText = (sides: MergeSides) => MergedText | Promise<MergedText>;

/** The first line that opens a conflict, and so on: what the markers look like. */
export interface MarkerForm {
  readonly labels: MergeLabels;
  /** The count of signs of a marker. */
  readonly size: number;
  readonly style: ConflictStyle;
  readonly ending: string;
}

/** The side that changed, when only one did or both did the same; undefined when they differ. */
export function pickChanged<T>(base: T, ours: T, theirs: T, same: (a: T, b: T) => boolean = Object.is): { readonly picked: T } | undefined {
  if (same(ours, theirs) || same(theirs, base)) return { picked: ours };
  return same(ours, base) ? { picked: theirs } : undefined;
}

/** Texts of whole lines between the markers of a conflict. */
export function writeConflict({ base, ours, theirs }: MergeSides, { labels, size, style, ending }: MarkerForm): string {
  const marker = (sign: string, label: string): string => `${sign.repeat(size)}${label === '' ? '' : ` ${label}`}${ending}`;
  const lines = (text: string): string => (text === '' || text.endsWith('\n') || text.endsWith('\r') ? text : text + ending);
  const ancestor = style === 'merge' ? '' : marker('|', labels.base) + lines(base);
  return marker('<', labels.ours) + lines(ours) + ancestor + marker('=', '') + lines(theirs) + marker('>', labels.theirs);
}
