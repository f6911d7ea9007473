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
  readonly #pathsByName = new Map<string, string[]>();
  readonly #pathsByAlias = new Map<string, string[]>();
  readonly #aliasesByPath = new Map<string, readonly string[]>();

  /** Adds a file, or replaces the aliases of one that is known. `path` has `/` and its extension. */
  addFile(path: string, aliases: readonly string[]): void {
    if (this.#aliasesByPath.has(path)) this.#removeAliases(path);
    else insert(this.#pathsByName, nameKey(path), path);
    this.#aliasesByPath.set(path, aliases);
    for (const alias of aliases) insert(this.#pathsByAlias, fold(alias), path);
  }

  removeFile(path: string): void {
    if (!this.#aliasesByPath.has(path)) return;
    this.#removeAliases(path);
    this.#aliasesByPath.delete(path);
    remove(this.#pathsByName, nameKey(path), path);
  }

  hasFile(path: string): boolean {
    return this.#aliasesByPath.has(path);
  }

  /**
   * The file that a link target (without `#…` and `|…`) means when it stands in `fromPath`; an empty target means
   * that note itself. Undefined when there is none, and for a target that leads out of the vault.
   */
  resolve(target: string, fromPath: string): string | undefined {
    const wanted = target.trim().replaceAll('\\', '/');
    if (wanted === '') return fromPath;
    if (wanted.startsWith('./') || wanted.startsWith('../')) {
      const path = joinPath(folderOf(fromPath), wanted);
      return path === undefined ? undefined : this.#byPath(path, fromPath, true);
    }
    const absolute = wanted.startsWith('/');
    return this.#byPath(absolute ? wanted.slice(1) : wanted, fromPath, absolute) ?? this.#byAlias(wanted, fromPath);
  }

  #byPath(target: string, fromPath: string, wholePath: boolean): string | undefined {
    const withoutExtension = fold(target);
    const withExtension = fold(`${target}.md`);
    const named = [
      ...(this.#pathsByName.get(lastPart(withExtension)) ?? []),
      ...(this.#pathsByName.get(lastPart(withoutExtension)) ?? []),
    ];
    const matches = named.filter((path) => {
      const folded = fold(path);
      if (folded === withExtension || folded === withoutExtension) return true;
      return !wholePath && (folded.endsWith(`/${withExtension}`) || folded.endsWith(`/${withoutExtension}`));
    });
    return (
      matches.find((path) => fold(path) === withExtension || fold(path) === withoutExtension) ?? nearest(matches, fromPath)
    );
  }

  #byAlias(alias: string, fromPath: string): string | undefined {
    return nearest(this.#pathsByAlias.get(fold(alias)) ?? [], fromPath);
  }

  #removeAliases(path: string): void {
    for (const alias of this.#aliasesByPath.get(path) ?? []) remove(this.#pathsByAlias, fold(alias), path);
  }
}

/** Whether a link target climbs out of the vault from where it stands. */
export function leadsOutOfVault(target: string, fromPath: string): boolean {
  const wanted = target.trim().replaceAll('\\', '/');
  if (/^[a-z]:\//i.test(wanted)) return true;
  return /(^|\/)\.\.(\/|$)/.test(wanted) && joinPath(wanted.startsWith('/') ? '' : folderOf(fromPath), wanted) === undefined;
}

/** File name without folder and `.md`. */
export function titleOfPath(path: string): string {
  return lastPart(path).replace(/\.md$/i, '');
}

function nearest(paths: readonly string[], fromPath: string): string | undefined {
  if (paths.length < 2) return paths[0];
  const folder = folderOf(fromPath);
  const beside = paths.filter((path) => folderOf(path) === folder);
  const candidates = beside.length > 0 ? beside : paths;
  return [...candidates].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
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

function nameKey(path: string): string {
  return fold(lastPart(path));
}

function fold(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

function insert(map: Map<string, string[]>, key: string, path: string): void {
  const paths = map.get(key);
  if (paths === undefined) map.set(key, [path]);
  else if (!paths.includes(path)) paths.push(path);
}

function remove(map: Map<string, string[]>, key: string, path: string): void {
  const left = (map.get(key) ?? []).filter((other) => other !== path);
  if (left.length > 0) map.set(key, left);
  else map.delete(key);
}
