/** `vault.adapter`: files by path, hidden ones too. The vault hears of its writes as it hears of another program's. */
import { folderOf } from './files.js';
import type { Disk } from './disk.js';

export interface DiskWatcher {
  /** Something at this path was written, moved or taken away. */
  changed(path: string): void;
}

export class DataAdapter {
  constructor(
    private readonly disk: Disk,
    private readonly watcher: DiskWatcher,
  ) {}

  getName(): string {
    return 'test-vault';
  }

  getResourcePath(path: string): string {
    return `app://local/${encodeURI(path)}`;
  }

  exists(path: string): Promise<boolean> {
    return this.disk.inTurn(() => this.disk.has(path));
  }

  read(path: string): Promise<string> {
    return this.disk.inTurn(() => this.disk.text(path));
  }

  write(path: string, text: string): Promise<void> {
    return this.#change(path, () => void this.disk.write(path, text));
  }

  append(path: string, text: string): Promise<void> {
    return this.#change(path, () => void this.disk.write(path, (this.disk.files.get(path) ?? '') + text));
  }

  async process(path: string, edit: (text: string) => string): Promise<string> {
    const text = await this.disk.inTurn(() => {
      const next = edit(this.disk.text(path));
      this.disk.write(path, next);
      return next;
    });
    this.watcher.changed(path);
    return text;
  }

  mkdir(path: string): Promise<void> {
    return this.#change(path, () => {
      for (let folder = path; folder !== '/'; folder = folderOf(folder)) this.disk.folders.add(folder);
    });
  }

  remove(path: string): Promise<void> {
    return this.#change(path, () => {
      this.disk.text(path);
      this.disk.remove(path, false);
    });
  }

  async trashSystem(path: string): Promise<boolean> {
    await this.trashLocal(path);
    return true;
  }

  trashLocal(path: string): Promise<void> {
    return this.#change(path, () => this.disk.remove(path, true));
  }

  rmdir(path: string): Promise<void> {
    return this.#change(path, () => this.disk.remove(path, false));
  }

  async rename(path: string, newPath: string): Promise<void> {
    await this.disk.inTurn(() => this.disk.move(path, newPath));
    this.watcher.changed(path);
    this.watcher.changed(newPath);
  }

  stat(path: string): Promise<{ type: 'file' | 'folder'; ctime: number; mtime: number; size: number } | null> {
    return this.disk.inTurn(() => {
      const text = this.disk.files.get(path);
      if (text === undefined && !this.disk.folders.has(path)) return null;
      return { type: text === undefined ? 'folder' : 'file', ctime: 0, mtime: 0, size: byteLength(text ?? '') };
    });
  }

  list(path: string): Promise<{ files: string[]; folders: string[] }> {
    const folder = path === '' ? '/' : path;
    const within = (candidate: string): boolean => candidate !== '/' && folderOf(candidate) === folder;
    return this.disk.inTurn(() => ({ files: [...this.disk.files.keys()].filter(within), folders: [...this.disk.folders].filter(within) }));
  }

  async #change(path: string, run: () => void): Promise<void> {
    await this.disk.inTurn(run);
    this.watcher.changed(path);
  }
}

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
