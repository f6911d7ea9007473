/** The folder behind the vault: texts by path. Each call takes a trip to the disk; calls run one at a time. */
import type { Clock } from './clock.js';
import { folderOf } from './files.js';

export class Disk {
  readonly files = new Map<string, string>();
  /** Of files that are no text; each also stands in {@link files}, as nothing that can be read. */
  readonly bytes = new Map<string, Uint8Array>();
  readonly folders = new Set<string>(['/']);
  /** Paths that cannot be read or written, as if they were locked. */
  readonly locked = new Set<string>();
  /** Files that were sent to a bin, by their last path. */
  readonly bin = new Map<string, string>();

  constructor(
    private readonly clock: Clock,
    files: Readonly<Record<string, string>>,
  ) {
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  /** Writes at once, with the folders it takes: what another program does. */
  put(path: string, text: string): void {
    for (let folder = folderOf(path); folder !== '/'; folder = folderOf(folder)) this.folders.add(folder);
    this.files.set(path, text);
  }

  text(path: string): string {
    const text = this.files.get(path);
    if (text === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    if (this.locked.has(path)) throw new Error(`EACCES: permission denied, open '${path}'`);
    return text;
  }

  /** Writes what may be written; returns whether the file was there. */
  write(path: string, text: string): boolean {
    if (this.locked.has(path)) throw new Error(`EACCES: permission denied, open '${path}'`);
    if (!this.folders.has(folderOf(path))) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    const existed = this.files.has(path);
    this.files.set(path, text);
    return existed;
  }

  has(path: string): boolean {
    return this.files.has(path) || this.folders.has(path);
  }

  /** Moves a file, or a folder with all in it. Gives the moved files and folders: old path, new path. */
  move(from: string, to: string): readonly (readonly [string, string])[] {
    const moved: (readonly [string, string])[] = [];
    const target = (path: string): string => to + path.slice(from.length);
    const within = (path: string): boolean => path === from || path.startsWith(`${from}/`);
    for (const folder of [...this.folders].filter(within).sort()) {
      this.folders.delete(folder);
      this.folders.add(target(folder));
      moved.push([folder, target(folder)]);
    }
    for (const [path, text] of [...this.files].filter(([path]) => within(path))) {
      this.files.delete(path);
      this.files.set(target(path), text);
      moved.push([path, target(path)]);
    }
    return moved;
  }

  remove(path: string, toBin: boolean): void {
    for (const [file, text] of [...this.files]) {
      if (file !== path && !file.startsWith(`${path}/`)) continue;
      this.files.delete(file);
      if (toBin) this.bin.set(file, text);
    }
    for (const folder of [...this.folders]) if (folder === path || folder.startsWith(`${path}/`)) this.folders.delete(folder);
  }

  /** After a trip to the disk, in the order of the calls and without a pause within: no update is lost between a read and its write. */
  async inTurn<T>(run: () => T): Promise<T> {
    await this.clock.disk();
    return run();
  }
}
