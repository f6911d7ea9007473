/**
 * What `git log --raw -z` tells of each commit, read from bytes as they come: paths may hold line ends, quotes and bytes
 * that are no UTF-8, and NUL alone ends a word. A commit is five words (id, parents, day, author, subject); what it changed
 * follows as `:<modes> <ids> <status>` and one path, or two for a rename, until the next id.
 *
 * @example for await (const commits of readGitLog(git, { revision, without: [], compareTexts: true })) commits[0]?.changes
 */
import { joinBytes, type Git, type GitSignal } from './git-port.js';

export interface LoggedCommit {
  readonly id: string;
  /** Empty for a first commit, and for the oldest of a shallow clone. */
  readonly parents: readonly string[];
  /** The committer's day, where the committer was, as git writes it. */
  readonly day: string;
  readonly author: string;
  readonly subject: string;
  /** Notes that differ from the first parent. */
  readonly changes: readonly LoggedChange[];
}

export interface LoggedChange {
  /** Another one than `path` when the note was renamed. */
  readonly oldPath: string;
  readonly path: string;
  /** Ids of the texts; undefined where there is no file of that name, or what is there is a link or a repository. */
  readonly oldBlob: string | undefined;
  readonly blob: string | undefined;
}

export interface LogAsk {
  /** Full id of the newest commit. */
  readonly revision: string;
  /** Full ids of commits that are known with all that comes before them. */
  readonly without: readonly string[];
  /** False: a rename counts as one only where the text stayed the same. A clone that lacks texts cannot compare them. */
  readonly compareTexts: boolean;
  readonly signal?: GitSignal | undefined;
}

/**
 * Newest first, some at a time. All commits, also those that changed no note, so that each one's parents are known; a merge says how it
 * differs from its first parent, from which its whole state follows. Throws what the port throws.
 */
export async function* readGitLog(git: Git, { revision, without, compareTexts, signal }: LogAsk): AsyncGenerator<readonly LoggedCommit[]> {
  const parser = new GitLogParser((bytes) => git.decode(bytes));
  const args = [
    // Settings of a repository or a person that would change what is written.
    ...['-c', 'log.showRoot=true', '-c', 'diff.renameLimit=1000'],
    ...['log', '-z', '--raw', '--no-abbrev', '--no-color', '--no-ext-diff', '--no-textconv', '--no-relative', '--encoding=UTF-8'],
    ...['--format=%H%x00%P%x00%cs%x00%an%x00%s', `--find-renames=${compareTexts ? '50%' : '100%'}`],
    // Every commit: the paths below choose what is compared, not which commits are named.
    ...['--diff-merges=first-parent', '--full-history', '--sparse'],
    ...['--end-of-options', revision, ...without.map((id) => `^${id}`), '--', ':(top)*.[mM][dD]'],
  ];
  for await (const bytes of git.ask({ args, signal })) yield parser.push(bytes);
  yield parser.end();
}

const NUL = 0;
const HEAD_WORDS = 5;

/** Gives the same commits however the bytes are cut into pieces. */
export class GitLogParser {
  readonly #decode: (bytes: Uint8Array) => string;
  /** Bytes behind the last NUL. */
  #rest: Uint8Array[] = [];
  #head: string[] = [];
  #changes: LoggedChange[] = [];
  /** Of the change that is being read; undefined between two. */
  #meta: ChangeMeta | undefined;
  #oldPath: string | undefined;

  constructor(decode: (bytes: Uint8Array) => string) {
    this.#decode = decode;
  }

  /** The commits that ended with these bytes. */
  push(bytes: Uint8Array): LoggedCommit[] {
    const end = bytes.lastIndexOf(NUL);
    if (end === -1) {
      this.#rest.push(bytes);
      return [];
    }
    const whole = joinBytes([...this.#rest, bytes.subarray(0, end)]);
    this.#rest = end + 1 === bytes.length ? [] : [bytes.subarray(end + 1)];
    const ended: LoggedCommit[] = [];
    for (const word of this.#words(whole)) this.#take(word, ended);
    return ended;
  }

  end(): LoggedCommit[] {
    const ended: LoggedCommit[] = [];
    this.#endCommit(ended);
    return ended;
  }

  #words(whole: Uint8Array): string[] {
    const text = this.#decode(whole);
    return text.includes('\ufffd') ? splitBytes(whole).map((bytes) => losslessText(bytes, this.#decode)) : text.split('\0');
  }

  #take(word: string, ended: LoggedCommit[]): void {
    if (this.#meta !== undefined) this.#takePath(word, this.#meta);
    else if (this.#head.length < HEAD_WORDS) this.#head.push(word);
    else if (word.startsWith(':') || word.startsWith('\n:')) this.#meta = readMeta(word);
    else {
      this.#endCommit(ended);
      this.#head = [word];
    }
  }

  #takePath(path: string, { renamed, oldBlob, blob }: ChangeMeta): void {
    if (renamed && this.#oldPath === undefined) {
      this.#oldPath = path;
      return;
    }
    this.#changes.push({ oldPath: this.#oldPath ?? path, path, oldBlob, blob });
    this.#meta = undefined;
    this.#oldPath = undefined;
  }

  #endCommit(ended: LoggedCommit[]): void {
    const [id, parents, day, author, subject] = this.#head;
    if (id === undefined || parents === undefined || day === undefined || author === undefined || subject === undefined) return;
    ended.push({ id, parents: parents === '' ? [] : parents.split(' '), day, author: shown(author), subject: shown(subject), changes: this.#changes });
    this.#head = [];
    this.#changes = [];
  }
}

interface ChangeMeta {
  readonly renamed: boolean;
  readonly oldBlob: string | undefined;
  readonly blob: string | undefined;
}

/** `:100644 100644 <old id> <new id> M`, with a line end before the first of a commit. */
function readMeta(word: string): ChangeMeta {
  // Modes have six digits, and both ids the same length.
  const oldMode = word.indexOf(':') + 1;
  const mode = oldMode + MODE_LENGTH + 1;
  const oldId = mode + MODE_LENGTH + 1;
  const id = word.indexOf(' ', oldId) + 1;
  const status = id + (id - oldId);
  return { renamed: word.startsWith('R', status), oldBlob: isFile(word, oldMode) ? word.slice(oldId, id - 1) : undefined, blob: isFile(word, mode) ? word.slice(id, status - 1) : undefined };
}

const MODE_LENGTH = 6;

function isFile(word: string, mode: number): boolean {
  return word.startsWith('100', mode);
}

function splitBytes(bytes: Uint8Array): Uint8Array[] {
  const words: Uint8Array[] = [];
  let from = 0;
  for (;;) {
    const end = bytes.indexOf(NUL, from);
    words.push(bytes.subarray(from, end === -1 ? bytes.length : end));
    if (end === -1) return words;
    from = end + 1;
  }
}

/** A word that is no UTF-8 keeps its bytes behind a NUL, which no name can hold: two such names stay two. */
function losslessText(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): string {
  const text = decode(bytes);
  return text.includes('\ufffd') ? `${text}\0${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}` : text;
}

/** A name as it can be shown. */
export function shown(name: string): string {
  const end = name.indexOf('\0');
  return end === -1 ? name : name.slice(0, end);
}
