/**
 * The recorded levels of all executives over the whole history of a vault, from one `git log` and one
 * `git cat-file --batch`.
 */
import type { NoteContext } from '../notes/playbook-settings.js';
import type { RecordedHistory } from '../playbook/recorded-history.js';
import type { Git, GitSignal } from './git-port.js';
import type { HistoryCache } from './history-cache.js';

export interface HistoryOptions {
  /** The vault's folder in the repository, with `/` and without one at the end; empty for the top. */
  readonly prefix: string;
  /** How notes are read now: the present settings of the vault hold for all its revisions. */
  readonly notes: NoteContext;
  /** Paths of the vault that its settings leave out. */
  readonly isIgnored?: (path: string) => boolean;
  /** Notes of the coach's own too. */
  readonly includePrivate: boolean;
  /** Full id of the commit at which the history ends; absent: that of the files as they are checked out. */
  readonly revision?: string | undefined;
  /** Where what is read once is kept; absent: nowhere. */
  readonly cache?: HistoryCache | undefined;
  readonly signal?: GitSignal | undefined;
  /** Called with the texts read so far and their number. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * A repository without commits has an empty history. Throws a GitFailure when git gives no answer (GitAbsent: there is no
 * git; GitStopped: the signal said so).
 */
export function readRecordedHistory(git: Git, options: HistoryOptions): Promise<RecordedHistory> {
  return Promise.reject(new Error(`Not written yet: ${git.decode(new Uint8Array())}${options.prefix}`));
}
