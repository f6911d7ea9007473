/**
 * The app's index of notes. It follows the vault a moment behind: after a write the old entry stands until `changed`
 * fires. A rename moves the entry and fires nothing here.
 */
import type { CachedMetadata } from 'obsidian';
import type { Cancel, Clock } from './clock.js';
import { Events } from './events.js';
import { TFile, type TAbstractFile } from './files.js';
import { LinkFinder } from './link-finder.js';
import { readNoteCache } from './note-cache.js';
import type { Vault } from './vault.js';

/** In the app's milliseconds, between a write and its `changed`. */
const INDEX_DELAY = 100;

interface Entry {
  readonly text: string;
  cache?: CachedMetadata;
}

type LinkCounts = Record<string, Record<string, number>>;

export class MetadataCache extends Events {
  readonly #clock: Clock;
  readonly #vault: Vault;
  readonly #entries = new Map<TFile, Entry>();
  readonly #links = new LinkFinder();
  readonly #waiting = new Map<TFile, Cancel>();
  #ready = false;

  constructor(clock: Clock, vault: Vault) {
    super();
    this.#clock = clock;
    this.#vault = vault;
    vault.on('create', (file: TAbstractFile) => this.#created(file));
    vault.on('modify', (file: TAbstractFile) => this.#wait(file));
    vault.on('rename', (file: TAbstractFile, oldPath: string) => this.#renamed(file, oldPath));
    vault.on('delete', (file: TAbstractFile) => this.#deleted(file));
  }

  /** Start is over: what the vault holds is indexed. */
  setReady(): void {
    this.#ready = true;
    this.trigger('resolved');
  }

  /** Null for files that are no notes, or not indexed yet. */
  getFileCache(file: TFile): CachedMetadata | null {
    const entry = this.#entries.get(file);
    if (entry === undefined) return null;
    entry.cache ??= readNoteCache(entry.text);
    return entry.cache;
  }

  getCache(path: string): CachedMetadata | null {
    const file = this.#vault.getFileByPath(path);
    return file === null ? null : this.getFileCache(file);
  }

  getFirstLinkpathDest(link: string, sourcePath: string): TFile | null {
    return link === '' ? this.#vault.getFileByPath(sourcePath) : this.#links.find(link, sourcePath);
  }

  /** The shortest link that means the file: its name, or its path when another has the name too. */
  fileToLinktext(file: TFile, sourcePath: string, omitMarkdownEnding = true): string {
    const unique = this.#links.countNamed(file.path) < 2 || this.getFirstLinkpathDest(file.basename, sourcePath) === file;
    const link = unique ? file.name : file.path;
    return omitMarkdownEnding && file.extension === 'md' ? link.slice(0, -'.md'.length) : link;
  }

  get resolvedLinks(): LinkCounts {
    return this.#countLinks(true);
  }

  get unresolvedLinks(): LinkCounts {
    return this.#countLinks(false);
  }

  #countLinks(resolved: boolean): LinkCounts {
    const counts: LinkCounts = {};
    for (const file of this.#entries.keys()) {
      const cache = this.getFileCache(file);
      const own: Record<string, number> = (counts[file.path] = {});
      for (const { link } of [...(cache?.links ?? []), ...(cache?.embeds ?? []), ...(cache?.frontmatterLinks ?? [])]) {
        const path = link.replace(/#.*$/, '');
        const target = this.getFirstLinkpathDest(path, file.path);
        if ((target !== null) !== resolved) continue;
        const key = target?.path ?? path;
        own[key] = (own[key] ?? 0) + 1;
      }
    }
    return counts;
  }

  #created(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    this.#links.add(file);
    if (this.#ready) this.#wait(file);
    else if (file.extension === 'md') this.#entries.set(file, { text: this.#vault.seen(file.path) ?? '' });
  }

  /** Several writes within the delay are indexed once. */
  #wait(file: TAbstractFile): void {
    if (!(file instanceof TFile) || file.extension !== 'md') return;
    this.#waiting.get(file)?.();
    this.#waiting.set(file, this.#clock.after(INDEX_DELAY, () => this.#index(file)));
  }

  #index(file: TFile): void {
    this.#waiting.delete(file);
    const text = this.#vault.seen(file.path);
    if (text === undefined || this.#vault.getFileByPath(file.path) !== file) return;
    this.#entries.set(file, { text });
    this.trigger('changed', file, text, this.getFileCache(file));
    this.trigger('resolve', file);
    if (this.#waiting.size === 0) this.trigger('resolved');
  }

  #renamed(file: TAbstractFile, oldPath: string): void {
    if (!(file instanceof TFile)) return;
    this.#links.remove(file, oldPath);
    this.#links.add(file);
    if (file.extension === 'md' && !this.#entries.has(file)) this.#wait(file);
    if (file.extension !== 'md') this.#entries.delete(file);
  }

  #deleted(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    this.#waiting.get(file)?.();
    this.#waiting.delete(file);
    const before = this.getFileCache(file);
    this.#links.remove(file, file.path);
    this.#entries.delete(file);
    this.trigger('deleted', file, before);
  }
}
