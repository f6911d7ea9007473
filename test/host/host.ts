/**
 * The app in a test: a vault in memory, real leaves, real editors, real elements. A spec creates a host, loads a plugin,
 * does what a user does, and looks at files and elements.
 *
 * @example
 * const host = createHost({ files: { 'Ana.md': '# Ana' } });
 * await host.layoutReady();
 * await host.load(CxPlaybookPlugin, manifest);
 * await host.run('cx-playbook:open-roadmap');
 */
import type * as App from 'obsidian';
import { HostApp } from './app.js';
import { turn } from './clock.js';
import { setCurrentApp } from './current-app.js';
import type { TFile } from './files.js';
import { HostController, type BaseSetup } from './bases.js';
import { newSince, takeInventory, type Inventory } from './leftovers.js';
import { MarkdownView } from './markdown-view.js';
import { hideNotices } from './notice.js';
import type { PageFacts } from './page-facts.js';
import { setPlatform, type PlatformName } from './platform.js';
import type { Plugin } from './plugin.js';
import type { WorkspaceLeaf } from './leaf.js';
import { Traces } from './traces.js';
import { same } from './same.js';
import { User } from './user.js';

export interface HostOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly platform?: PlatformName;
  readonly language?: string;
  /** Whether the vault has bases switched on; it has without a wish. */
  readonly bases?: boolean;
  /** 1 is the app's own pace; the usual 0.01 saves 20 ms after an edit instead of 2 s. */
  readonly timeScale?: number;
}

type PluginClass<P extends App.Plugin> = new (app: App.App, manifest: App.PluginManifest) => P;

/** One host runs at a time: the one before is closed. */
let running: Host | undefined;

export function createHost(options: HostOptions = {}): Host {
  running?.close();
  running = new Host(options);
  return running;
}

export class Host extends User {
  readonly #app: HostApp;
  readonly #traces = new Traces();
  readonly #plugins = new Map<string, Plugin>();
  readonly #stopKeys: () => void;
  readonly #bases: HostController[] = [];
  readonly #bodyBefore: ReadonlySet<Element>;
  #before: Inventory;

  constructor({ files = {}, platform = 'desktop', language = 'en', bases = true, timeScale = 0.01 }: HostOptions) {
    const bodyBefore = new Set(document.body.children);
    setPlatform(platform, language);
    const app = new HostApp(files, timeScale);
    app.hasBases = bases;
    super(app);
    this.#app = app;
    this.#bodyBefore = bodyBefore;
    setCurrentApp(this.#app);
    this.#stopKeys = this.#app.keymap.listenTo(document);
    this.#app.page.watch(window);
    this.#traces.start();
    this.#before = takeInventory(this.#app, this.#traces);
  }

  /** What the plugin is given. */
  get app(): App.App {
    return same(this.#app) as App.App;
  }

  /** The end of the app's start: files come by `create`, then callbacks of `onLayoutReady` run. Resolves when settled. */
  async layoutReady(): Promise<void> {
    if (this.#app.workspace.layoutReady) return;
    this.#app.vault.loadAll();
    this.#app.metadataCache.setReady();
    this.#app.workspace.setLayoutReady();
    await this.settle();
  }

  /** Loads a plugin as the app does, `userEnable` as when the user has just switched it on. */
  async load<P extends App.Plugin>(plugin: PluginClass<P>, manifest: App.PluginManifest, options: { readonly userEnable?: boolean; readonly data?: unknown } = {}): Promise<P> {
    if (this.#plugins.size === 0) this.#before = takeInventory(this.#app, this.#traces);
    if (options.data !== undefined) this.#app.pluginData.set(manifest.id, JSON.stringify(options.data));
    const loaded = new plugin(this.app, manifest);
    const inside = same(loaded) as Plugin;
    this.#plugins.set(manifest.id, inside);
    inside.load();
    await inside.started;
    if (options.userEnable === true) inside.onUserEnable();
    await this.settle();
    return loaded;
  }

  /** Unloads what was loaded, all of it or one. */
  async unload(id?: string): Promise<void> {
    for (const [loadedId, plugin] of [...this.#plugins]) {
      if (id !== undefined && id !== loadedId) continue;
      this.#plugins.delete(loadedId);
      plugin.unload();
    }
    await this.settle();
  }

  /** What is there now and was not before the first plugin was loaded. Nothing, after a tidy plugin is unloaded. */
  leftovers(): readonly string[] {
    return newSince(this.#before, takeInventory(this.#app, this.#traces));
  }

  /** What a plugin saved; undefined before it did. */
  savedData(id: string): unknown {
    const json = this.#app.pluginData.get(id);
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  }

  /** Another device changed the plugin's data. */
  async changeDataFromOutside(id: string, data: unknown): Promise<void> {
    this.#app.pluginData.set(id, JSON.stringify(data));
    await this.#plugins.get(id)?.onExternalSettingsChange?.();
    await this.settle();
  }

  /**
   * Waits until nothing is under way: the host's own waits, the plugin's timeouts of less than a second, frames. Throws when
   * that does not come about within the limit.
   */
  override async settle(limitMs = 5000): Promise<void> {
    const end = performance.now() + limitMs;
    for (let quiet = 0; quiet < 2; ) {
      await turn();
      const waits = [...this.#traces.timers.values()].filter(({ kind, ms }) => kind !== 'interval' && ms < 1000);
      quiet = this.#app.pending === 0 && waits.length === 0 ? quiet + 1 : 0;
      if (performance.now() > end) throw new Error(`Not settled: ${this.#app.pending} waits of the host; ${waits.map(({ kind, ms, from }) => `${kind} ${ms} ms ${from}`).join('; ')}`);
    }
  }

  /** Saves what open editors hold, then settles. */
  async flush(): Promise<void> {
    for (const { view } of this.#app.workspace.allLeaves) if (view instanceof MarkdownView) await view.save();
    await this.settle();
  }

  /** What is on the disk now; undefined for no such file. Unsaved text of editors is not in it. */
  text(path: string): string | undefined {
    return this.#app.vault.disk.files.get(path);
  }

  /** All paths on the disk, sorted. */
  paths(): readonly string[] {
    return [...this.#app.vault.disk.files.keys()].sort();
  }

  /** Another program writes a file, or takes it away (undefined). Settle for the app to hear of it. */
  changeFromOutside(path: string, text: string | undefined): void {
    this.#app.vault.fromOutside(path, text);
  }

  /** Makes a file fail to be read and written, or be well again. */
  lock(path: string, locked = true): void {
    if (locked) this.#app.vault.disk.locked.add(path);
    else this.#app.vault.disk.locked.delete(path);
  }

  /** A tab restored at start that loads when it is looked at. */
  async restoreTab(type: string, state: Record<string, unknown> = {}): Promise<App.WorkspaceLeaf> {
    const leaf: WorkspaceLeaf = this.#app.workspace.getLeaf('tab');
    await leaf.defer({ type, state });
    return same(leaf) as App.WorkspaceLeaf;
  }

  /** Opens a base on the page whose view is one that a plugin registered. */
  async openBase(viewType: string, setup: BaseSetup = {}): Promise<HostController> {
    const registration = this.#app.registry.basesViews.get(viewType);
    if (registration === undefined) throw new Error(`No view of bases "${viewType}".`);
    const base = new HostController(this.#app, registration, setup, this.#app.workspace.rootSplit.containerEl);
    this.#bases.push(base);
    base.load();
    await this.settle();
    return base;
  }

  /** The bytes of a file that is no text. */
  bytes(path: string): Uint8Array | undefined {
    return this.#app.vault.disk.bytes.get(path);
  }

  /** What was copied and printed. */
  get page(): PageFacts {
    return this.#app.page;
  }

  file(path: string): App.TFile {
    const file: TFile | null = this.#app.vault.getFileByPath(path);
    if (file === null) throw new Error(`No file "${path}".`);
    return same(file) as App.TFile;
  }

  /** Takes the host off the page. The next `createHost` does so too. */
  close(): void {
    for (const plugin of this.#plugins.values()) plugin.unload();
    for (const base of this.#bases) base.unload();
    for (const leaf of this.#app.workspace.allLeaves) leaf.detach();
    this.#app.clock.close();
    this.#stopKeys();
    this.#traces.stop();
    this.#app.page.close();
    hideNotices();
    for (const el of [...document.body.children]) if (!this.#bodyBefore.has(el)) el.remove();
    setPlatform('desktop', 'en');
    setCurrentApp(undefined);
    if (running === this) running = undefined;
  }
}
