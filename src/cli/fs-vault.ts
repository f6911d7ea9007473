/**
 * A folder on disk as a vault. Reading stays inside it: symbolic links that lead out are skipped and named;
 * `.git`, `.obsidian`, `.trash`, `node_modules` and other hidden folders are not read.
 *
 * Reads are synchronous underneath: for thousands of small files that costs a third of the processor time of
 * asynchronous ones.
 */
import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { LARGEST_NOTE_BYTES } from '../notes/note-size.js';
import { isMarkdown, UnreadableFile, type Vault, type VaultFile } from '../vault/vault.js';
import { isRepositoryFile, type RepositoryFacts } from '../lint/repository.js';
import { readBaseTexts } from './base-texts.js';
import { reasonOf } from './error-reason.js';
import { readRepositoryFacts } from './repository-facts.js';
import { writeFileWhole, writeNewFile } from './write-file.js';

/** One object for all reads: Node makes another for each when it is given a name. */
const AS_TEXT = { encoding: 'utf8', flag: 'r' } as const;

export class FsVault implements Vault {
  readonly root: string;
  /** Messages about what was not read, in the order found. */
  readonly skipped: string[] = [];
  readonly #listed = new Set<string>();

  /**
   * `name` is what messages call the folder; with `history`, git is asked for texts that notes had,
   * and with `repository` for what it knows of the repository round the vault.
   * Throws {@link UnreadableFile} when the folder is not there.
   */
  constructor(
    folder: string,
    name = folder,
    private readonly options: { readonly history?: boolean; readonly repository?: boolean } = {},
  ) {
    try {
      this.root = realpathSync(resolve(folder));
      if (!statSync(this.root).isDirectory()) throw new Error('it is a file');
    } catch (error) {
      throw new UnreadableFile(folder, `Cannot open the vault "${name}": ${reasonOf(error)}. Name a folder of notes that exists.`);
    }
  }

  list(options: { readonly versions?: boolean } = {}): Promise<readonly VaultFile[]> {
    const files: VaultFile[] = [];
    this.skipped.length = 0;
    this.#listed.clear();
    this.#walk('', files, options.versions === true, false);
    return Promise.resolve(files.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }

  read(path: string): Promise<string> {
    try {
      return Promise.resolve(this.readNow(path));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  readNow(path: string): string {
    const file = this.#inside(path);
    if (isRepositoryFile(path)) {
      const stats = lstatSync(file, { throwIfNoEntry: false });
      if (stats === undefined) return '';
      // Git does not follow it, and what it leads to is another file: a note, perhaps.
      if (stats.isSymbolicLink()) throw new UnreadableFile(path, `"${path}" is a symbolic link, which git does not follow, and was not read. Put a file in its place.`);
    }
    try {
      const text = readFileSync(file, AS_TEXT);
      if (text.length > LARGEST_NOTE_BYTES) throw new Error('it is larger than 64 MB');
      return text;
    } catch (error) {
      throw new UnreadableFile(path, `Cannot read "${path}": ${reasonOf(error)}. Correct its permissions, or ignore it in cx-playbook.yml.`);
    }
  }

  /** Texts of git blobs by id, where the vault lies in a repository that has them. Never rejects. */
  baseTexts(blobs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(readBaseTexts(this.root, this.options.history === true ? blobs : []));
  }

  /** Undefined where the vault lies in no repository, and where nobody wanted to know. Never rejects. */
  async repository(): Promise<RepositoryFacts | undefined> {
    return this.options.repository === true ? readRepositoryFacts(this.root) : undefined;
  }

  process(path: string, edit: (text: string) => string): Promise<string> {
    try {
      const file = this.#inside(path);
      const text = this.readNow(path);
      if (text.includes('\ufffd') && !Buffer.from(text, 'utf8').equals(readFileSync(file))) {
        throw new UnreadableFile(path, `"${path}" holds bytes that are not UTF-8, so it was not changed. Save it as UTF-8 first.`);
      }
      const next = edit(text);
      if (next === text) return Promise.resolve(text);
      if (!existsSync(file)) {
        writeNewFile(file, next);
        return Promise.resolve(next);
      }
      // A rename would replace a note that is write-protected.
      accessSync(file, constants.W_OK);
      writeFileWhole(file, next);
      return Promise.resolve(next);
    } catch (error) {
      if (error instanceof Error && 'code' in error) return Promise.reject(new UnreadableFile(path, `Cannot write "${path}": ${reasonOf(error)}. The note was not changed.`));
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  create(path: string, text: string): Promise<void> {
    try {
      const file = this.#newInside(path);
      mkdirSync(dirname(file), { recursive: true });
      writeNewFile(file, text);
      return Promise.resolve();
    } catch (error) {
      const failure = error instanceof UnreadableFile ? error : new UnreadableFile(path, `Cannot create "${path}": ${reasonOf(error)}. Nothing was changed: take another name, or correct the folder's permissions.`);
      return Promise.reject(failure);
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

  /** Like {@link pathOf} for a file that is not there yet, in a folder that is. */
  pathOfNew(file: string): string | undefined {
    const folder = this.pathOf(dirname(file));
    if (folder === undefined) return undefined;
    return folder === '' ? basename(file) : `${folder}/${basename(file)}`;
  }

  /** The file of a path; throws when it leads out of the vault. The listing followed the links of what it found. */
  #inside(path: string): string {
    if (this.#listed.has(path)) return this.root + sep + path;
    const file = resolve(this.root, path);
    const isInside = file.startsWith(this.root + sep) && (this.pathOf(file) !== undefined || !existsSync(file));
    if (!isInside) throw new UnreadableFile(path, `"${path}" leads out of the vault and is not read. Name a note of the vault.`);
    return file;
  }

  /** The file of a path where nothing stands yet; throws when a link on the way leads out, or to what is not read. */
  #newInside(path: string): string {
    const file = resolve(this.root, path);
    const parts = path.split('/');
    let folder = dirname(file);
    while (!existsSync(folder)) folder = dirname(folder);
    const above = this.pathOf(folder);
    const isInside = parts.every((part) => part !== '' && !isHidden(part)) && file === join(this.root, ...parts) && above !== undefined;
    if (isInside && !above.split('/').some(isHidden)) return file;
    throw new UnreadableFile(path, `Cannot create "${path}": it leads out of the vault or into a folder that is not read. Name a path in the vault.`);
  }

  /** `behindLink`: the folder was reached through a symbolic link, and links in it are not followed. */
  #walk(folder: string, files: VaultFile[], versions: boolean, behindLink: boolean): void {
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
      if (isHidden(entry.name)) continue;
      if (entry.isSymbolicLink()) this.#follow(path, files, versions, behindLink);
      else if (entry.isDirectory()) this.#walk(path, files, versions, behindLink);
      else if (entry.isFile()) this.#add(path, files, versions);
      else this.#skip(path, 'is no file');
    }
  }

  #follow(path: string, files: VaultFile[], versions: boolean, behindLink: boolean): void {
    const link = `Symbolic link "${path}"`;
    let target: string;
    let stats;
    try {
      target = realpathSync(join(this.root, path));
      stats = statSync(target);
    } catch (error) {
      const circle = error instanceof Error && 'code' in error && error.code === 'ELOOP';
      this.skipped.push(`${link} leads ${circle ? 'in a circle' : 'nowhere'}. It is left out.`);
      return;
    }
    if (target !== this.root && !target.startsWith(this.root + sep)) this.skipped.push(`${link} leads out of the vault. It is left out.`);
    else if (target.slice(this.root.length).split(sep).some(isHidden)) this.skipped.push(`${link} leads into a folder that is not read. It is left out.`);
    else if (stats.isFile()) this.#add(path, files, versions);
    else if (!stats.isDirectory()) this.skipped.push(`${link} leads to what is no file. It is left out.`);
    else if (`${join(this.root, path)}${sep}`.startsWith(target + sep)) this.skipped.push(`${link} leads in a circle. It is left out.`);
    else if (behindLink) this.skipped.push(`${link} stands behind another link. It is left out.`);
    else this.#walk(path, files, versions, true);
  }

  #skip(path: string, why: string): void {
    if (isMarkdown(path)) this.skipped.push(`"${path}" ${why}. It is left out.`);
  }

  #add(path: string, files: VaultFile[], versions: boolean): void {
    this.#listed.add(path);
    const stats = versions ? statSync(join(this.root, path), { throwIfNoEntry: false }) : undefined;
    // The time of change beside that of modification: tools can set the second back.
    files.push(stats === undefined ? { path } : { path, version: `${stats.size}-${stats.mtimeMs}-${stats.ctimeMs}` });
  }
}

/** Folders and files that Obsidian and git keep for themselves, and those of programs. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
