/** Which file a link means: by its whole path, else by its name, and of many the one nearest the note that links. */
import { folderOf, type TFile } from './files.js';

export class LinkFinder {
  readonly #byName = new Map<string, Set<TFile>>();

  add(file: TFile, path: string = file.path): void {
    const name = nameOf(path);
    const files = this.#byName.get(name) ?? new Set();
    files.add(file);
    this.#byName.set(name, files);
  }

  remove(file: TFile, path: string): void {
    const name = nameOf(path);
    const files = this.#byName.get(name);
    files?.delete(file);
    if (files?.size === 0) this.#byName.delete(name);
  }

  /** Without a subpath; letters of either case. A link to nothing means the note itself. */
  find(link: string, sourcePath: string): TFile | null {
    const wanted = withoutEnding(link.normalize('NFC').toLowerCase());
    const files = [...(this.#byName.get(nameOf(wanted)) ?? this.#byName.get(nameOf(link)) ?? [])];
    const from = folderOf(sourcePath);
    const anchored = wanted.startsWith('./') || wanted.startsWith('../') || wanted.startsWith('/');
    const path = anchored ? resolvePath(wanted, from.toLowerCase()) : wanted;
    const matches = files.filter((file) => endsWithPath(file.path.toLowerCase(), path, anchored));
    return matches.sort((a, b) => rank(a, path, from) - rank(b, path, from) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1))[0] ?? null;
  }

  /** How many files a bare name could mean. */
  countNamed(path: string): number {
    return this.#byName.get(nameOf(path))?.size ?? 0;
  }
}

/** The whole path first, then the source's own folder, then the rest. */
function rank(file: TFile, wanted: string, from: string): number {
  if (withoutEnding(file.path.toLowerCase()) === wanted) return 0;
  return folderOf(file.path) === from ? 1 : 2;
}

function endsWithPath(path: string, wanted: string, whole: boolean): boolean {
  return [path, withoutEnding(path)].some((candidate) => candidate === wanted || (!whole && candidate.endsWith(`/${wanted}`)));
}

function resolvePath(path: string, folder: string): string {
  if (path.startsWith('/')) return path.slice(1);
  const names = folder === '/' ? [] : folder.split('/');
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  return names.join('/');
}

function nameOf(path: string): string {
  return withoutEnding(path.slice(path.lastIndexOf('/') + 1).toLowerCase());
}

function withoutEnding(path: string): string {
  return path.endsWith('.md') ? path.slice(0, -3) : path;
}
