/**
 * Resolves links as Obsidian does: by path, then by file name wherever the file lies, then by alias.
 *
 * A bare name that several files carry goes to the one beside the linking note, else to the one with the shortest
 * path (alphabetical among equals). A target with folders matches a whole path or the end of one. Case is ignored,
 * and so is the difference between composed and decomposed letters. Files are added and removed one at a time; no
 * call costs more than the few files that share a name.
 *
 * @example index.addFile('10 Executives/Ana.md', ['The boss']); index.resolve('ana', 'Home.md') // '10 Executives/Ana.md'
 */
export class LinkIndex {
  readonly #fileByPath = new Map<string, LinkedFile>();
  /** Keys are folded; files with one name or alias stand in the order in which they are preferred. */
  readonly #fileByFoldedPath = new Map<string, LinkedFile>();
  readonly #filesByName = new Map<string, LinkedFile[]>();
  readonly #filesByAlias = new Map<string, LinkedFile[]>();
  /** Paths by targets that mean the same file wherever they stand; forgotten when a file comes or goes. */
  readonly #pathByTarget = new Map<string, string>();

  /** Adds a file, or replaces the aliases of one that is known. `path` has `/` and its extension. Gives whether it is new. */
  addFile(path: string, aliases: readonly string[]): boolean {
    const known = this.#fileByPath.get(path);
    if (known !== undefined) {
      if (sameTexts(known.aliases, aliases)) return false;
      this.removeFile(path);
    }
    this.#pathByTarget.clear();
    const file: LinkedFile = { path, folded: fold(path), aliases };
    this.#fileByPath.set(path, file);
    if (!this.#fileByFoldedPath.has(file.folded)) this.#fileByFoldedPath.set(file.folded, file);
    insert(this.#filesByName, lastPart(file.folded), file);
    for (const alias of aliases) insert(this.#filesByAlias, fold(alias), file);
    return known === undefined;
  }

  removeFile(path: string): void {
    const file = this.#fileByPath.get(path);
    if (file === undefined) return;
    this.#pathByTarget.clear();
    this.#fileByPath.delete(path);
    const namesakes = remove(this.#filesByName, lastPart(file.folded), file);
    if (this.#fileByFoldedPath.get(file.folded) === file) {
      const twin = namesakes.find(({ folded }) => folded === file.folded);
      if (twin === undefined) this.#fileByFoldedPath.delete(file.folded);
      else this.#fileByFoldedPath.set(file.folded, twin);
    }
    for (const alias of file.aliases) remove(this.#filesByAlias, fold(alias), file);
  }

  /**
   * The file that a link target (without `#…` and `|…`) means when it stands in `fromPath`; an empty target means
   * that note itself. Undefined when there is none, and for a target that leads out of the vault.
   */
  resolve(target: string, fromPath: string): string | undefined {
    const known = this.#pathByTarget.get(target);
    if (known !== undefined) return known;
    const wanted = target.trim().replaceAll('\\', '/');
    if (wanted === '') return fromPath;
    if (wanted.startsWith('./') || wanted.startsWith('../')) {
      const path = joinPath(folderOf(fromPath), wanted);
      return path === undefined ? undefined : this.#atPath(fold(path))?.path;
    }
    const folded = fold(wanted.startsWith('/') ? wanted.slice(1) : wanted);
    const only = wanted.startsWith('/') ? undefined : this.#onlyNamesake(folded);
    if (only !== undefined) {
      this.#pathByTarget.set(target, only.path);
      return only.path;
    }
    const whole = this.#atPath(folded);
    if (whole !== undefined || wanted.startsWith('/')) return whole?.path;
    const folder = fold(folderOf(fromPath));
    const file =
      this.#atPath(folder === '' ? folded : `${folder}/${folded}`) ??
      this.#atPathEnd(`${folded}.md`) ??
      this.#atPathEnd(folded) ??
      nearest(this.#filesByAlias.get(folded) ?? [], folder);
    return file?.path;
  }

  /** Empty for a file that is not known. */
  aliasesOf(path: string): readonly string[] {
    return this.#fileByPath.get(path)?.aliases ?? [];
  }

  get paths(): Iterable<string> {
    return this.#fileByPath.keys();
  }

  /** The files whose name is the last part of the target, with or without `.md`, in the order in which they are preferred. */
  namesakes(target: string): readonly string[] {
    const name = foldedName(target);
    return [...(this.#filesByName.get(`${name}.md`) ?? []), ...(this.#filesByName.get(name) ?? [])].map(({ path }) => path);
  }

  /** The file that a bare name means wherever the link stands: the only one of that name. Nearly all links are such. */
  #onlyNamesake(folded: string): LinkedFile | undefined {
    if (folded.includes('/') || this.#filesByName.has(folded)) return undefined;
    const namesakes = this.#filesByName.get(`${folded}.md`);
    return namesakes?.length === 1 ? namesakes[0] : undefined;
  }

  #atPath(folded: string): LinkedFile | undefined {
    return this.#fileByFoldedPath.get(`${folded}.md`) ?? this.#fileByFoldedPath.get(folded);
  }

  /** The preferred file whose path ends with these folders and this name. */
  #atPathEnd(folded: string): LinkedFile | undefined {
    const namesakes = this.#filesByName.get(lastPart(folded));
    return folded.includes('/') ? namesakes?.find((file) => file.folded.endsWith(`/${folded}`)) : namesakes?.[0];
  }
}

interface LinkedFile {
  readonly path: string;
  readonly folded: string;
  readonly aliases: readonly string[];
}

/** Whether a link target climbs out of the vault from where it stands. */
export function leadsOutOfVault(target: string, fromPath: string): boolean {
  const wanted = target.trim().replaceAll('\\', '/');
  if (/^[a-z]:\//i.test(wanted)) return true;
  return /(^|\/)\.\.(\/|$)/.test(wanted) && joinPath(wanted.startsWith('/') ? '' : folderOf(fromPath), wanted) === undefined;
}

/** What a target finds files by: its last part, folded. It is that of a file's path, or that with `.md` behind it. */
export function foldedName(target: string): string {
  return lastPart(fold(target.replaceAll('\\', '/')));
}

/** File name without folder and `.md`. */
export function titleOfPath(path: string): string {
  const name = lastPart(path);
  return name.endsWith('.md') ? name.slice(0, -3) : name.replace(/\.md$/i, '');
}

/** One beside the linking note, else the preferred one. */
function nearest(files: readonly LinkedFile[], foldedFolder: string): LinkedFile | undefined {
  return files.length < 2 ? files[0] : (files.find(({ folded }) => folderOf(folded) === foldedFolder) ?? files[0]);
}

function joinPath(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function fold(text: string): string {
  const trimmed = text.trim();
  return (BEYOND_ASCII.test(trimmed) ? trimmed.normalize('NFC') : trimmed).toLowerCase();
}

const BEYOND_ASCII = /\P{ASCII}/u;

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

/** Keeps the order of preference: the shortest path first, alphabetical among equals. */
function insert(map: Map<string, LinkedFile[]>, key: string, file: LinkedFile): void {
  const files = map.get(key);
  if (files === undefined) {
    map.set(key, [file]);
    return;
  }
  if (files.includes(file)) return;
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = files[middle]?.path ?? '';
    if (other.length < file.path.length || (other.length === file.path.length && other < file.path)) low = middle + 1;
    else high = middle;
  }
  files.splice(low, 0, file);
}

/** Gives the files that are left. */
function remove(map: Map<string, LinkedFile[]>, key: string, file: LinkedFile): readonly LinkedFile[] {
  const left = (map.get(key) ?? []).filter((other) => other !== file);
  if (left.length > 0) map.set(key, left);
  else map.delete(key);
  return left;
}
