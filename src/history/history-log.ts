/** The commits of a history with the notes that each changed: names and ids once, everything else by their numbers. */
import { parseCalendarDate, type CalendarDate } from '../playbook/calendar-date.js';
import type { LoggedCommit } from './git-log.js';
import type { Steps } from './steps.js';

export interface HistoryCommit {
  readonly id: string;
  /** Full ids; those that the clone lacks are not in the log. */
  readonly parents: readonly string[];
  readonly day: CalendarDate;
  readonly author: string;
  readonly subject: string;
  /** Four numbers for each note that differs from the first parent: old path, path, old text, text. */
  readonly changes: readonly number[];
}

export interface NoteChange {
  /** Numbers of names in {@link HistoryLog.paths}; they differ when the note was renamed. */
  readonly oldPath: number;
  readonly path: number;
  /** Numbers of ids in {@link HistoryLog.blobs}; {@link NO_TEXT} where there is none. */
  readonly oldBlob: number;
  readonly blob: number;
}

export const NO_TEXT = 0;
/** Numbers of a change. */
export const CHANGE_SIZE = 4;
/** Git writes days that a clock made up, such as year 0, in ways that are none. */
const NO_DAY = parseCalendarDate('1970-01-01');

export class HistoryLog {
  readonly paths = new NumberedNames();
  /** The first stands for {@link NO_TEXT}. */
  readonly blobs = new NumberedNames(['']);
  readonly #commits = new Map<string, HistoryCommit>();

  get(id: string): HistoryCommit | undefined {
    return this.#commits.get(id);
  }

  /** In the order in which they were added. */
  get commits(): IterableIterator<HistoryCommit> {
    return this.#commits.values();
  }

  get size(): number {
    return this.#commits.size;
  }

  addLogged({ id, parents, day, author, subject, changes }: LoggedCommit): void {
    const numbers: number[] = [];
    for (const { oldPath, path, oldBlob, blob } of changes) {
      const from = this.paths.numberOf(oldPath);
      numbers.push(from, oldPath === path ? from : this.paths.numberOf(path), this.blobs.numberOf(oldBlob ?? ''), this.blobs.numberOf(blob ?? ''));
    }
    this.add({ id, parents, day: dayOf(day), author, subject, changes: numbers });
  }

  add(commit: HistoryCommit): void {
    this.#commits.set(commit.id, commit);
  }

  /** A log of these commits alone, with the names that they need. */
  *with(commits: readonly HistoryCommit[]): Steps<HistoryLog> {
    const log = new HistoryLog();
    for (const commit of commits) {
      const changes = commit.changes.map((number, at) => {
        const [from, to] = at % CHANGE_SIZE < CHANGE_SIZE / 2 ? [this.paths, log.paths] : [this.blobs, log.blobs];
        return to.numberOf(from.name(number));
      });
      log.add({ ...commit, changes });
      yield;
    }
    return log;
  }

  /** A commit and all that come before it, each behind its parents; empty when there is no such commit. */
  *upTo(revision: string): Steps<readonly HistoryCommit[]> {
    const ordered: HistoryCommit[] = [];
    const seen = new Set<string>();
    const open: { readonly commit: HistoryCommit; next: number }[] = [];
    const enter = (id: string): void => {
      const commit = this.#commits.get(id);
      if (commit === undefined || seen.has(id)) return;
      seen.add(id);
      open.push({ commit, next: 0 });
    };
    enter(revision);
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const parent = last.commit.parents[last.next++];
      if (parent !== undefined) enter(parent);
      else {
        ordered.push(last.commit);
        open.pop();
        yield;
      }
    }
    return ordered;
  }
}

export function dayOf(written: string): CalendarDate {
  const day = parseCalendarDate(written) ?? NO_DAY;
  if (day === undefined) throw new Error('1970-01-01 is a day.');
  return day;
}

export function changesOf({ changes }: HistoryCommit): readonly NoteChange[] {
  const read: NoteChange[] = [];
  for (let at = 0; at < changes.length; at += CHANGE_SIZE) {
    read.push({ oldPath: changes[at] ?? 0, path: changes[at + 1] ?? 0, oldBlob: changes[at + 2] ?? NO_TEXT, blob: changes[at + 3] ?? NO_TEXT });
  }
  return read;
}

/** Names by number, from 0 in the order in which they came. */
export class NumberedNames {
  readonly #names: string[];
  readonly #numbers: Map<string, number>;

  constructor(names: readonly string[] = []) {
    this.#names = [...names];
    this.#numbers = new Map(names.map((name, number) => [name, number]));
  }

  get names(): readonly string[] {
    return this.#names;
  }

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  name(number: number): string {
    const name = this.#names[number];
    if (name === undefined) throw new Error(`There is no name with number ${number}, only ${this.#names.length} of them.`);
    return name;
  }
}
