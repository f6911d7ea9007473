/**
 * A vault as it was at a revision of git, read without checking anything out and never written. Folders that a vault on
 * disk does not read are not read here either; what is no file, or has a name that cannot be shown, is named and left out.
 *
 * The tree comes in one answer, notes in as few as memory allows: a process for each of thousands of notes would take
 * longer than everything else.
 */
import { LARGEST_NOTE_BYTES } from '../notes/note-size.js';
import { isMarkdown, UnreadableFile, type Vault, type VaultFile } from '../vault/vault.js';
import { countOf } from '../playbook/count-of.js';
import { CONFIG_PATH } from '../lint/config.js';
import { CommandFailure } from './command.js';
import { isHidden } from './fs-vault.js';
import type { GitRevision, NodeGit } from './node-git.js';

/** Notes are fetched ahead up to so much: all of most vaults in one answer, and little memory for the largest. */
const BATCH_BYTES = 16 * 1024 * 1024;

interface Blob {
  readonly id: string;
  readonly sizeBytes: number;
}

export class GitVault implements Vault {
  /** Messages about what was not read, in the order of paths. */
  readonly skipped: string[] = [];
  readonly #files = new Map<string, Blob>();
  /** Fetched and not read yet, by path. */
  readonly #ahead = new Map<string, Buffer>();
  /** Paths of what is read as text, in the order in which it will be asked for, and the place of each. */
  #texts: readonly string[] = [];
  #placeOf: ReadonlyMap<string, number> = new Map();

  /**
   * `prefix` is the vault's folder in the repository, `name` what messages call it, `entries` what git says is there.
   * Throws {@link CommandFailure} when the revision has no such folder.
   */
  constructor(
    readonly git: NodeGit,
    readonly revision: GitRevision,
    readonly prefix: string,
    name: string,
    entries = git.tree(revision, prefix),
  ) {
    if (entries === undefined) throw new CommandFailure(`The vault "${name}" is not in revision "${revision.name}". Name a revision that has its folder.`);
    const lacked: string[] = [];
    for (const { mode, id, sizeBytes, path, shownPath } of entries) {
      const skip = (what: string): void => void this.skipped.push(`${what} at revision "${revision.name}". It is left out.`);
      if (shownPath.split('/').some(isHidden)) continue;
      if (mode === '120000') skip(`Symbolic link "${shownPath}" is not followed`);
      else if (mode === '160000') skip(`"${shownPath}" is a repository of its own`);
      else if (path === undefined) skip(`The name of "${shownPath}" is no UTF-8`);
      // Of anything but texts the name alone counts: links lead to it.
      else if (!isText(path)) this.#files.set(path, { id, sizeBytes: sizeBytes ?? 0 });
      else if (sizeBytes === undefined) lacked.push(path);
      else if (sizeBytes > LARGEST_NOTE_BYTES) skip(`"${path}" is larger than 64 MB`);
      else this.#files.set(path, { id, sizeBytes });
    }
    const [first, ...others] = lacked;
    if (first !== undefined) {
      const what = others.length === 0 ? `"${first}" is` : `"${first}" and ${countOf(others.length, 'other note')} are`;
      this.skipped.push(`${what} not in this clone at revision "${revision.name}". ${others.length === 0 ? 'It is' : 'They are'} left out: clone without "--filter" to have ${others.length === 0 ? 'it' : 'them'}.`);
    }
    // The settings are read first: with them in front, one answer may hold everything.
    this.willRead(this.#files.keys());
  }

  /** These alone will be asked for, and others are not fetched with them: what was fetched ahead is forgotten. */
  willRead(paths: Iterable<string>): void {
    this.#ahead.clear();
    this.#texts = [...paths].filter(isText).sort((a, b) => Number(b === CONFIG_PATH) - Number(a === CONFIG_PATH) || byUnits(a, b));
    this.#placeOf = new Map(this.#texts.map((path, place) => [path, place]));
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  list(options: { readonly versions?: boolean } = {}): Promise<readonly VaultFile[]> {
    const files = [...this.#files].sort(([a], [b]) => byUnits(a, b));
    return Promise.resolve(files.map(([path, { id }]) => (options.versions === true ? { path, version: id } : { path })));
  }

  read(path: string): Promise<string> {
    try {
      return Promise.resolve(this.readNow(path));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  readNow(path: string): string {
    const blob = this.#files.get(path);
    if (blob === undefined) throw this.#unreadable(path, 'it does not exist');
    if (!this.#ahead.has(path)) this.#fetchFrom(path, blob);
    const bytes = this.#ahead.get(path);
    if (bytes === undefined) throw this.#unreadable(path, 'this clone lacks it');
    this.#ahead.delete(path);
    return bytes.toString('utf8');
  }

  process(path: string): Promise<string> {
    if (!this.#files.has(path)) return Promise.reject(this.#unreadable(path, 'it does not exist'));
    return Promise.reject(new UnreadableFile(path, `Cannot write "${path}": revision "${this.revision.name}" is past and stays as it is. Change the note in its folder.`));
  }

  create(path: string): Promise<void> {
    return Promise.reject(new UnreadableFile(path, `Cannot create "${path}": revision "${this.revision.name}" is past and stays as it is. Create the note in the vault's folder.`));
  }

  /** New path by old one of files that git takes for renamed; `later` is the vault's folder as it is when undefined. */
  renamesTo(later: GitRevision | undefined): ReadonlyMap<string, string> {
    return this.git.renames(this.revision, later, this.prefix);
  }

  /** Fetches a file, and with it the notes that come after it in the listing. */
  #fetchFrom(path: string, blob: Blob): void {
    this.#ahead.clear();
    const place = this.#placeOf.get(path);
    const paths = [path];
    let bytes = blob.sizeBytes;
    if (place !== undefined) {
      for (const next of this.#texts.slice(place + 1)) {
        bytes += this.#files.get(next)?.sizeBytes ?? 0;
        if (bytes > BATCH_BYTES) break;
        paths.push(next);
      }
    }
    const idOf = (wanted: string): string => this.#files.get(wanted)?.id ?? '';
    const blobs = this.git.blobs([...new Set(paths.map(idOf))]);
    for (const wanted of paths) {
      const content = blobs.get(idOf(wanted));
      if (content !== undefined) this.#ahead.set(wanted, content);
    }
  }

  #unreadable(path: string, reason: string): UnreadableFile {
    return new UnreadableFile(path, `Cannot read "${path}": ${reason}. Name a note of revision "${this.revision.name}".`);
  }
}

function isText(path: string): boolean {
  return isMarkdown(path) || path === CONFIG_PATH;
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}
