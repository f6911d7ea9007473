/**
 * Follows notes through the commits of a history, the oldest first, so that each note of the last commit ends with the
 * line of its versions: the one history that led there.
 *
 * A commit hands its notes on to its children. A merge keeps the side that it agrees with: the one whose version is the
 * very same, else the one that says the same of the level, the first parent before the others. A merge that agrees with no
 * side is a version of its own behind the first parent's. What a branch said and the merge did not keep is therefore not
 * told, as it never held where the history ends. Days play no part in the order.
 *
 * A note that is deleted stays as a version without a text, and goes on when a note of that name comes back.
 */
import { noteMoves } from './history-lineages.js';
import { changesOf, NO_TEXT, type HistoryCommit, type NoteChange } from './history-log.js';
import type { Steps } from './steps.js';

export interface NoteVersion {
  readonly commit: HistoryCommit;
  /** Numbers of the log. */
  readonly path: number;
  readonly blob: number;
  /** Undefined for the first. */
  readonly before: NoteVersion | undefined;
  /** The number of the note: the same for all its versions. */
  readonly note: number;
}

export interface WalkQuestions {
  /** Notes of other lineages are not followed. */
  readonly isFollowed: (path: number) => boolean;
  /** What a version says of the level, as a short text; equal texts say the same. */
  readonly sayingOf: (version: Pick<NoteVersion, 'commit' | 'path' | 'blob'>) => string;
}

/** The newest version of each note that ever led to the last of the commits, each of which stands behind its parents. */
export function walkHistory(commits: readonly HistoryCommit[], questions: WalkQuestions): Steps<readonly NoteVersion[]> {
  return new HistoryWalk(commits, questions).run();
}

/** The notes of a commit by number of their names; notes whose name was taken over have negative ones. Shared until it is changed. */
class NoteTree {
  readonly notes: Map<number, NoteVersion>;
  /** Commits that still hand it on. */
  holders = 0;

  constructor(notes: Iterable<readonly [number, NoteVersion]> = []) {
    this.notes = new Map(notes);
  }
}

class HistoryWalk {
  readonly #commits: readonly HistoryCommit[];
  readonly #questions: WalkQuestions;
  readonly #trees = new Map<string, NoteTree>();
  /** Children that have not been reached. */
  readonly #children = new Map<string, number>();
  #notes = 0;

  constructor(commits: readonly HistoryCommit[], questions: WalkQuestions) {
    this.#commits = commits;
    this.#questions = questions;
    const known = new Set(commits.map(({ id }) => id));
    for (const { parents } of commits) for (const parent of new Set(parents)) if (known.has(parent)) this.#children.set(parent, (this.#children.get(parent) ?? 0) + 1);
  }

  *run(): Steps<readonly NoteVersion[]> {
    let last = new NoteTree();
    for (const commit of this.#commits) {
      const parents = [...new Set(commit.parents)].filter((parent) => this.#trees.has(parent));
      last = this.#treeOf(commit, parents);
      last.holders++;
      this.#trees.set(commit.id, last);
      yield;
    }
    return [...last.notes.values()];
  }

  #treeOf(commit: HistoryCommit, parents: readonly string[]): NoteTree {
    const [first, ...others] = parents.map((parent) => this.#trees.get(parent) ?? new NoteTree());
    for (const parent of parents) this.#release(parent);
    const changes = noteMoves(changesOf(commit).filter(({ oldPath, path }) => this.#questions.isFollowed(path) || this.#questions.isFollowed(oldPath)));
    const merged = others.filter((tree) => tree !== first);
    const shared = first ?? new NoteTree();
    if (changes.length === 0 && merged.length === 0) return shared;
    const tree = shared.holders === 0 && !merged.includes(shared) ? shared : new NoteTree(shared.notes);
    this.#apply(commit, changes, tree, merged);
    for (const other of merged) this.#keepLost(commit, tree, other);
    return tree;
  }

  /** A parent hands its notes on for the last time: nobody else sees what becomes of them. */
  #release(id: string): void {
    const left = (this.#children.get(id) ?? 0) - 1;
    this.#children.set(id, left);
    if (left > 0) return;
    const tree = this.#trees.get(id);
    if (tree !== undefined) tree.holders--;
    this.#trees.delete(id);
  }

  #apply(commit: HistoryCommit, changes: readonly NoteChange[], { notes }: NoteTree, merged: readonly NoteTree[]): void {
    const moves = changes.map((change) => ({ ...change, source: notes.get(change.oldPath) }));
    // Renames of one commit happen at once: nobody's new name is another's old one before all have left theirs.
    for (const { oldPath, path } of moves) if (oldPath !== path) notes.delete(oldPath);
    for (const { path, blob, source } of moves) {
      const there = notes.get(path);
      if (there !== undefined && there !== source) notes.set(-1 - this.#notes++, there);
      if (blob === NO_TEXT && merged.length > 0 && movedOn(source, path, merged)) notes.delete(path);
      else notes.set(path, this.#version({ commit, path, blob }, [source, ...merged.map((tree) => tree.notes.get(path))]));
    }
  }

  /** The version that a commit has of a note, by what its parents have. */
  #version(now: Pick<NoteVersion, 'commit' | 'path' | 'blob'>, parents: readonly (NoteVersion | undefined)[]): NoteVersion {
    const known = parents.filter((version) => version !== undefined);
    const same = known.find(({ path, blob }) => path === now.path && blob === now.blob);
    if (same !== undefined) return same;
    const { sayingOf } = this.#questions;
    const saying = known.length > 1 ? sayingOf(now) : '';
    const before = known.length > 1 ? (known.find((version) => sayingOf(version) === saying) ?? known[0]) : known[0];
    return { ...now, before, note: before?.note ?? this.#notes++ };
  }

  /** Notes of another parent that the merge has under no name: gone, or never known to the first parent. */
  #keepLost(commit: HistoryCommit, { notes }: NoteTree, other: NoteTree): void {
    let kept: Set<number> | undefined;
    for (const [key, version] of other.notes) {
      if (notes.has(key)) continue;
      kept ??= new Set([...notes.values()].map(({ note }) => note));
      if (kept.has(version.note)) continue;
      notes.set(key, version.blob === NO_TEXT || key < 0 ? version : { commit, path: version.path, blob: NO_TEXT, before: version, note: version.note });
    }
  }
}

/** Whether a note that a merge lacks under its name goes on under another one in what was merged. */
function movedOn(source: NoteVersion | undefined, path: number, merged: readonly NoteTree[]): boolean {
  if (source === undefined) return false;
  return merged.some(({ notes }) => !notes.has(path) && [...notes.values()].some(({ note }) => note === source.note));
}
