/**
 * Files and folders as the app hands them out: one object per file for as long as it lives, also through renames. What
 * leads to the rest of the tree is read through getters, so that a failed expectation prints a file and not the vault.
 */
import type { Vault } from './vault.js';

export class TAbstractFile {
  path: string;
  name: string;
  readonly #vault: Vault;
  #parent: TFolder | null = null;

  constructor(vault: Vault, path: string) {
    this.#vault = vault;
    this.path = path;
    this.name = nameOf(path);
  }

  get vault(): Vault {
    return this.#vault;
  }

  get parent(): TFolder | null {
    return this.#parent;
  }

  set parent(parent: TFolder | null) {
    this.#parent = parent;
  }

  /** Gives it another path; the tree is the vault's business. */
  moveTo(path: string): void {
    this.path = path;
    this.name = nameOf(path);
  }
}

export class TFile extends TAbstractFile {
  stat = { ctime: 0, mtime: 0, size: 0 };

  get basename(): string {
    const dot = this.name.lastIndexOf('.');
    return dot === -1 ? this.name : this.name.slice(0, dot);
  }

  get extension(): string {
    const dot = this.name.lastIndexOf('.');
    return dot === -1 ? '' : this.name.slice(dot + 1).toLowerCase();
  }
}

export class TFolder extends TAbstractFile {
  readonly #children: TAbstractFile[] = [];

  get children(): TAbstractFile[] {
    return this.#children;
  }

  isRoot(): boolean {
    return this.path === '/';
  }
}

/** The folder a path lies in; `/` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
