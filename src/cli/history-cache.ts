/** Where the command line keeps what it read of a history: in the repository itself, which all its worktrees share. */
import { existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { askText, GitFailure, type Git } from '../history/git-port.js';
import type { HistoryCache } from '../history/history-cache.js';
import { writeFileWhole } from './write-file.js';

/**
 * The place for a vault's folder of a repository. Undefined where the repository shows other commits than it has, by
 * replacements or grafts: what is kept would not be true without them.
 */
export async function openHistoryCache(git: Git, folder: string, prefix: string): Promise<HistoryCache | undefined> {
  try {
    const common = resolve(folder, (await askText(git, { args: ['rev-parse', '--git-common-dir'] })).replace(/\n$/, ''));
    const replaced = await askText(git, { args: ['for-each-ref', '--count=1', 'refs/replace/'] });
    if (replaced !== '' || existsSync(join(common, 'info', 'grafts'))) return undefined;
    const name = prefix === '' ? 'history' : `history-${createHash('sha256').update(prefix).digest('hex').slice(0, 16)}`;
    return new FileCache(join(common, 'cx-playbook'), `${name}.txt`);
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

class FileCache implements HistoryCache {
  readonly #folder: string;
  readonly #file: string;

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#file = join(folder, name);
  }

  read(): Promise<string | undefined> {
    try {
      return Promise.resolve(this.#isOwn() ? readFileSync(this.#file, 'utf8') : undefined);
    } catch {
      return Promise.resolve(undefined);
    }
  }

  write(text: string): Promise<void> {
    try {
      mkdirSync(this.#folder, { recursive: true });
      if (this.#isOwn()) writeFileWhole(this.#file, text);
    } catch {
      // A repository that cannot be written to is read anew each time.
    }
    return Promise.resolve();
  }

  /** A link in a repository that came from elsewhere could lead to any file. */
  #isOwn(): boolean {
    return [this.#folder, this.#file].every((path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true);
  }
}
