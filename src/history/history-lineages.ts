/**
 * Which notes are one note under several names, as far as renames tell: names that a rename ever joined are of one
 * lineage. Two notes can share a lineage (both were once called the same); it only says what has to be read.
 */
import { changesOf, NO_TEXT, type HistoryLog, type NoteChange } from './history-log.js';
import type { Steps } from './steps.js';

export class NoteLineages {
  /** Of each name the one that it was joined to; a name that leads to itself stands for its lineage. */
  readonly #above: number[];

  private constructor(log: HistoryLog) {
    this.#above = log.paths.names.map((_, path) => path);
  }

  static *find(log: HistoryLog): Steps<NoteLineages> {
    const lineages = new NoteLineages(log);
    for (const commit of log.commits) {
      for (const { oldPath, path } of noteMoves(changesOf(commit))) lineages.#join(oldPath, path);
      yield;
    }
    return lineages;
  }

  /** The same number for all names of a lineage. */
  of(path: number): number {
    let at = path;
    for (;;) {
      const above = this.#above[at] ?? at;
      if (above === at) return at;
      this.#above[at] = this.#above[above] ?? above;
      at = above;
    }
  }

  #join(a: number, b: number): void {
    if (a !== b) this.#above[this.of(a)] = this.of(b);
  }
}

/** The changes of a commit with two notes that swapped their names seen as such: git tells them as two changed texts. */
export function noteMoves(changes: readonly NoteChange[]): readonly NoteChange[] {
  if (changes.length < 2) return changes;
  const byOldText = new Map<number, NoteChange>();
  for (const change of changes) if (isRewrite(change)) byOldText.set(change.oldBlob, change);
  return changes.map((change) => {
    const other = isRewrite(change) ? byOldText.get(change.blob) : undefined;
    return other === undefined || other === change || other.blob !== change.oldBlob ? change : { ...change, oldPath: other.path, oldBlob: change.blob };
  });
}

function isRewrite({ oldPath, path, oldBlob, blob }: NoteChange): boolean {
  return oldPath === path && oldBlob !== NO_TEXT && blob !== NO_TEXT && oldBlob !== blob;
}
