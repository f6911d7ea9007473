/** The app that plugins are given, put together from its parts. Beside the public members, what the host itself needs. */
import { Clock } from './clock.js';
import { EditorSuggests } from './editor-suggest.js';
import { FileManager } from './file-manager.js';
import { Keymap, Scope } from './keymap.js';
import { MarkdownView } from './markdown-view.js';
import { MetadataCache } from './metadata-cache.js';
import { PageFacts } from './page-facts.js';
import { Registry } from './registry.js';
import { Vault } from './vault.js';
import { Workspace } from './workspace.js';
import { TFile } from './files.js';

export class HostApp {
  readonly clock: Clock;
  readonly registry = new Registry();
  readonly page = new PageFacts();
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope, () => this.workspace.activeLeaf?.view.scope ?? null);
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly workspace: Workspace;
  readonly fileManager: FileManager;
  readonly editorSuggests: EditorSuggests;
  readonly rootEl: HTMLElement;
  readonly ribbonEl: HTMLElement;
  readonly statusBarEl: HTMLElement;
  /** Each plugin's data.json. */
  readonly pluginData = new Map<string, string>();
  lastEvent: Event | null = null;
  hasBases = true;
  readonly #local = new Map<string, string>();
  #running = 0;

  constructor(files: Readonly<Record<string, string>>, scale: number) {
    this.clock = new Clock(scale);
    this.rootEl = document.body.createDiv({ cls: 'app-container' });
    this.ribbonEl = this.rootEl.createDiv({ cls: 'workspace-ribbon mod-left' });
    this.vault = new Vault(this.clock, files);
    this.metadataCache = new MetadataCache(this.clock, this.vault);
    this.fileManager = new FileManager(this);
    this.editorSuggests = new EditorSuggests(this);
    this.workspace = new Workspace(this, this.rootEl.createDiv({ cls: 'workspace' }));
    this.statusBarEl = this.rootEl.createDiv({ cls: 'status-bar' });
    this.registry.view('markdown', (leaf) => new MarkdownView(leaf));
    this.#followFiles();
  }

  /** Not in the app's types, but in the app: plugins run commands by it. */
  readonly commands = {
    executeCommandById: (id: string): boolean => {
      const command = this.registry.commands.get(id);
      const run = command?.callback;
      if (run === undefined) return false;
      this.busy(Promise.resolve(run()));
      return true;
    },
  };

  /** Work that {@link Host.settle} waits for; its failure reaches the window. */
  busy(work: Promise<unknown>): void {
    this.#running++;
    void work.finally(() => this.#running--);
  }

  get pending(): number {
    return this.#running + this.clock.pending;
  }

  isDarkMode(): boolean {
    return document.body.hasClass('theme-dark');
  }

  loadLocalStorage(key: string): unknown {
    const json = this.#local.get(key);
    return json === undefined ? null : (JSON.parse(json) as unknown);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null || data === undefined) this.#local.delete(key);
    else this.#local.set(key, JSON.stringify(data));
  }

  /** Open views hear what happens to their files. */
  #followFiles(): void {
    this.vault.on('modify', (file: unknown) => {
      if (!(file instanceof TFile)) return;
      for (const { view } of this.workspace.allLeaves) if (view instanceof MarkdownView && view.file === file) view.onFileChanged(this.vault.seen(file.path) ?? '');
    });
    this.vault.on('rename', (file: unknown) => {
      for (const { view } of this.workspace.allLeaves) if (view instanceof MarkdownView && view.file === file && file instanceof TFile) this.busy(view.onRename(file));
    });
    this.vault.on('delete', (file: unknown) => {
      for (const leaf of this.workspace.allLeaves) if (leaf.file !== null && leaf.file === file) leaf.detach();
    });
  }
}
