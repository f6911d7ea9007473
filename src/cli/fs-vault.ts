/**
 * A folder on disk as a vault. Reading stays inside it: symbolic links that lead out are skipped and named;
 * `.git`, `.obsidian`, `.trash`, `node_modules` and other hidden folders are not read.
 *
 * Reads are synchronous underneath: for thousands of small files that costs a third of the processor time of
 * asynchronous ones.
 */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { UnreadableFile, type Vault, type VaultFile } from '../vault/vault.js';
import { reasonOf } from './error-reason.js';
import { writeFileWhole } from './write-file.js';

/** Larger notes are no notes. */
const LARGEST_NOTE_BYTES = 64 * 1024 * 1024;

export class FsVault implements Vault {
  readonly root: string;
  /** Messages about what was not read, in the order found. */
  readonly skipped: string[] = [];

  /** Throws {@link UnreadableFile} when the folder is not there. */
  constructor(folder: string) {
    try {
      this.root = realpathSync(resolve(folder));
      if (!statSync(this.root).isDirectory()) throw new Error('it is a file');
    } catch (error) {
      throw new UnreadableFile(folder, `Cannot open the vault "${folder}": ${reasonOf(error)}. Name a folder of notes.`);
    }
  }

  list(options: { readonly versions?: boolean } = {}): Promise<readonly VaultFile[]> {
    this.skipped.length = 0;
    const files: VaultFile[] = [];
    this.#walk('', files, options.versions === true, new Set([this.root]));
    return Promise.resolve(files.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }

  read(path: string): Promise<string> {
    try {
      return Promise.resolve(this.#read(path));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  process(path: string, edit: (text: string) => string): Promise<string> {
    const file = this.#inside(path);
    try {
      const text = this.#read(path);
      const next = edit(text);
      if (next === text) return Promise.resolve(text);
      if (!Buffer.from(text, 'utf8').equals(readFileSync(file))) {
        throw new UnreadableFile(path, `"${path}" holds bytes that are not UTF-8, so it was not changed. Save it as UTF-8 first.`);
      }
      writeFileWhole(file, next);
      return Promise.resolve(next);
    } catch (error) {
      if (error instanceof Error && 'code' in error) return Promise.reject(new UnreadableFile(path, `Cannot write "${path}": ${reasonOf(error)}. The note was not changed.`));
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** The path in the vault of an absolute file name, `''` for the vault itself; undefined when it is not there or lies outside. */
  pathOf(file: string): string | undefined {
    let real: string;
    try {
      real = realpathSync(file);
    } catch {
      return undefined;
    }
    if (real === this.root) return '';
    return real.startsWith(this.root + sep) ? real.slice(this.root.length + 1).split(sep).join('/') : undefined;
  }

  #read(path: string): string {
    const file = this.#inside(path);
    try {
      const text = readFileSync(file, 'utf8');
      if (text.length > LARGEST_NOTE_BYTES) throw new Error('it is larger than 64 MB');
      return text;
    } catch (error) {
      throw new UnreadableFile(path, `Cannot read "${path}": ${reasonOf(error)}. Correct its permissions, or ignore it in cx-playbook.yml.`);
    }
  }

  /** The file of a path; throws when it leads out of the vault. */
  #inside(path: string): string {
    const file = resolve(this.root, path);
    if (!file.startsWith(this.root + sep)) throw new UnreadableFile(path, `"${path}" leads out of the vault and is not read.`);
    return file;
  }

  #walk(folder: string, files: VaultFile[], versions: boolean, above: ReadonlySet<string>): void {
    const absolute = join(this.root, folder);
    let entries;
    try {
      entries = readdirSync(absolute, { withFileTypes: true });
    } catch (error) {
      this.skipped.push(`Cannot read the folder "${folder}": ${reasonOf(error)}. It is left out.`);
      return;
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isSymbolicLink()) this.#follow(path, files, versions, above);
      else if (entry.isDirectory()) this.#walk(path, files, versions, above);
      else if (entry.isFile()) files.push(this.#file(path, versions));
    }
  }

  #follow(path: string, files: VaultFile[], versions: boolean, above: ReadonlySet<string>): void {
    let target: string;
    let isFolder: boolean;
    try {
      target = realpathSync(join(this.root, path));
      isFolder = statSync(target).isDirectory();
    } catch {
      this.skipped.push(`Symbolic link "${path}" leads nowhere. It is left out.`);
      return;
    }
    if (!target.startsWith(this.root + sep)) this.skipped.push(`Symbolic link "${path}" leads out of the vault. It is left out.`);
    else if (!isFolder) files.push(this.#file(path, versions));
    else if (above.has(target)) this.skipped.push(`Symbolic link "${path}" leads in a circle. It is left out.`);
    else this.#walk(path, files, versions, new Set([...above, target]));
  }

  #file(path: string, versions: boolean): VaultFile {
    if (!versions) return { path };
    const { size, mtimeMs } = lstatSync(join(this.root, path));
    return { path, version: `${size}-${mtimeMs}` };
  }
}
