/**
 * The app's vault over a disk in memory: a tree of files that fills at start with one `create` event each, and calls
 * that write, then speak. Two edits of one note wait for each other.
 */
import { byteLength, DataAdapter } from './adapter.js';
import type { Clock } from './clock.js';
import { Disk } from './disk.js';
import { Events } from './events.js';
import { folderOf, TFile, TFolder, type TAbstractFile } from './files.js';

export class Vault extends Events {
  readonly configDir = '.obsidian';
  readonly disk: Disk;
  readonly adapter: DataAdapter;
  readonly #entries = new Map<string, TAbstractFile>();
  /** The text of each file as the vault last saw it. */
  readonly #seen = new Map<string, string>();
  readonly #clock: Clock;
  #lastTime = 0;

  constructor(clock: Clock, files: Readonly<Record<string, string>>) {
    super();
    this.#clock = clock;
    this.disk = new Disk(clock, files);
    this.adapter = new DataAdapter(this.disk, { changed: (path) => this.lookAt(path) });
    this.#entries.set('/', new TFolder(this, '/'));
  }

  static recurseChildren(root: TFolder, visit: (file: TAbstractFile) => unknown): void {
    const rest: TAbstractFile[] = [root];
    for (let file = rest.pop(); file !== undefined; file = rest.pop()) {
      visit(file);
      if (file instanceof TFolder) rest.push(...file.children);
    }
  }

  /** What the app does before the layout is ready: every folder and file comes by `create`. */
  loadAll(): void {
    for (const folder of [...this.disk.folders].sort()) this.lookAt(folder);
    for (const path of this.disk.files.keys()) this.lookAt(path);
  }

  getName(): string {
    return this.adapter.getName();
  }

  getRoot(): TFolder {
    const root = this.#entries.get('/');
    if (!(root instanceof TFolder)) throw new Error('The vault has no root.');
    return root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.#entries.get(path) ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const file = this.#entries.get(path);
    return file instanceof TFile ? file : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const folder = this.#entries.get(path);
    return folder instanceof TFolder ? folder : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.#entries.values()];
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles().filter((file) => file instanceof TFolder).filter((folder) => includeRoot || !folder.isRoot());
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((file) => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  read(file: TFile): Promise<string> {
    return this.disk.inTurn(() => this.disk.text(file.path));
  }

  /** From memory while the vault knows of no change. */
  async cachedRead(file: TFile): Promise<string> {
    await Promise.resolve();
    const text = this.#seen.get(file.path);
    return text === undefined || this.disk.locked.has(file.path) ? this.disk.text(file.path) : text;
  }

  async create(path: string, text: string): Promise<TFile> {
    await this.disk.inTurn(() => {
      if (this.disk.has(path)) throw new Error('File already exists.');
      this.disk.write(path, text);
    });
    this.lookAt(path);
    const file = this.getFileByPath(path);
    if (file === null) throw new Error(`The vault does not show "${path}".`);
    return file;
  }

  async createBinary(path: string, data: ArrayBuffer): Promise<TFile> {
    const file = await this.create(path, '');
    this.disk.bytes.set(path, new Uint8Array(data.slice(0)));
    return file;
  }

  async createFolder(path: string): Promise<TFolder> {
    if (this.disk.has(path)) throw new Error('Folder already exists.');
    await this.adapter.mkdir(path);
    const folder = this.getFolderByPath(path);
    if (folder === null) throw new Error(`The vault does not show "${path}".`);
    return folder;
  }

  modify(file: TFile, text: string): Promise<void> {
    return this.adapter.write(file.path, text);
  }

  append(file: TFile, text: string): Promise<void> {
    return this.adapter.append(file.path, text);
  }

  process(file: TFile, edit: (text: string) => string): Promise<string> {
    return this.adapter.process(file.path, edit);
  }

  async copy(file: TFile, path: string): Promise<TFile> {
    return this.create(path, await this.read(file));
  }

  async rename(file: TAbstractFile, path: string): Promise<void> {
    const moved = await this.disk.inTurn(() => {
      if (this.disk.has(path)) throw new Error('Destination file already exists!');
      if (!this.disk.folders.has(folderOf(path))) throw new Error(`ENOENT: no such file or directory, rename '${file.path}' -> '${path}'`);
      return this.disk.move(file.path, path);
    });
    for (const [from, to] of moved) this.#moved(from, to);
  }

  async delete(file: TAbstractFile): Promise<void> {
    await this.disk.inTurn(() => this.disk.remove(file.path, false));
    this.lookAt(file.path);
  }

  async trash(file: TAbstractFile): Promise<void> {
    await this.disk.inTurn(() => this.disk.remove(file.path, true));
    this.lookAt(file.path);
  }

  /** Brings the tree in line with the disk at one path, and says what changed. Hidden paths are not the vault's. */
  lookAt(path: string): void {
    if (path.split('/').some((name) => name.startsWith('.'))) return;
    const known = this.#entries.get(path);
    const text = this.disk.files.get(path);
    if (text === undefined && !this.disk.folders.has(path)) {
      if (known !== undefined) this.#gone(known);
      return;
    }
    if (known === undefined) this.#appeared(path, text);
    else if (known instanceof TFile && text !== undefined) {
      this.#see(known, text);
      this.trigger('modify', known);
    }
  }

  #appeared(path: string, text: string | undefined): void {
    const parentPath = folderOf(path);
    if (!this.#entries.has(parentPath)) this.lookAt(parentPath);
    const entry = text === undefined ? new TFolder(this, path) : new TFile(this, path);
    this.#place(entry);
    if (entry instanceof TFile && text !== undefined) this.#see(entry, text);
    this.trigger('create', entry);
  }

  #gone(entry: TAbstractFile): void {
    if (entry instanceof TFolder) for (const child of [...entry.children]) this.#gone(child);
    this.#takeOut(entry);
    this.#seen.delete(entry.path);
    this.trigger('delete', entry);
  }

  #moved(from: string, to: string): void {
    const entry = this.#entries.get(from);
    if (entry === undefined) return;
    const text = this.#seen.get(from);
    this.#takeOut(entry);
    this.#seen.delete(from);
    entry.moveTo(to);
    this.#place(entry);
    if (text !== undefined) this.#seen.set(to, text);
    this.trigger('rename', entry, from);
  }

  #place(entry: TAbstractFile): void {
    const parent = this.#entries.get(folderOf(entry.path));
    if (parent instanceof TFolder) {
      entry.parent = parent;
      parent.children.push(entry);
    }
    this.#entries.set(entry.path, entry);
  }

  #takeOut(entry: TAbstractFile): void {
    this.#entries.delete(entry.path);
    const siblings = entry.parent?.children ?? [];
    const at = siblings.indexOf(entry);
    if (at !== -1) siblings.splice(at, 1);
  }

  #see(file: TFile, text: string): void {
    this.#seen.set(file.path, text);
    this.#lastTime = Math.max(Date.now(), this.#lastTime + 1);
    file.stat = { ctime: file.stat.ctime === 0 ? this.#lastTime : file.stat.ctime, mtime: this.#lastTime, size: byteLength(text) };
  }

  /** What the vault last saw of a file, without a wait; undefined for what it does not know. */
  seen(path: string): string | undefined {
    return this.#seen.get(path);
  }

  /** Another program writes, or takes away: the vault hears of it a moment later. */
  fromOutside(path: string, text: string | undefined): void {
    if (text === undefined) this.disk.remove(path, false);
    else this.disk.put(path, text);
    this.#clock.after(100, () => this.lookAt(path));
  }
}
