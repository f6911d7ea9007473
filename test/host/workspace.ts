/** Leaves in the middle, at the sides and in windows of their own; which is active; and who is told. */
import type { HostApp } from './app.js';
import { Events } from './events.js';
import { folderOf, TFile } from './files.js';
import { WorkspaceLeaf, WorkspaceTabs, type ViewState } from './leaf.js';
import { MarkdownView } from './markdown-view.js';
import { openWindow } from './popout.js';
import type { View } from './view.js';

type PaneType = 'tab' | 'split' | 'window';
type Side = 'left' | 'right';

export class Workspace extends Events {
  readonly containerEl: HTMLElement;
  readonly leftSplit: WorkspaceTabs;
  readonly rootSplit: WorkspaceTabs;
  readonly rightSplit: WorkspaceTabs;
  readonly floating: WorkspaceTabs[] = [];
  layoutReady = false;
  activeLeaf: WorkspaceLeaf | null = null;
  activeEditor: MarkdownView | null = null;
  readonly requestSaveLayout = Object.assign(() => undefined, { cancel: () => undefined, run: () => undefined });
  readonly #app: HostApp;
  #whenReady: (() => unknown)[] = [];
  /** Most recent last. */
  #visited: WorkspaceLeaf[] = [];
  #activeFile: TFile | null = null;

  constructor(app: HostApp, containerEl: HTMLElement) {
    super();
    this.#app = app;
    this.containerEl = containerEl;
    this.leftSplit = new WorkspaceTabs('left', containerEl, window);
    this.rootSplit = new WorkspaceTabs('root', containerEl, window);
    this.rightSplit = new WorkspaceTabs('right', containerEl, window);
    app.registry.on('view-registered', (type: string) => this.#rebuild(type));
    app.registry.on('view-unregistered', (type: string) => this.#rebuild(type));
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.#whenReady.push(callback);
  }

  setLayoutReady(): void {
    this.layoutReady = true;
    for (const callback of this.#whenReady.splice(0)) callback();
    this.trigger('layout-ready');
    this.trigger('layout-change');
  }

  iterateAllLeaves(visit: (leaf: WorkspaceLeaf) => unknown): void {
    for (const tabs of [this.rootSplit, ...this.floating, this.leftSplit, this.rightSplit]) for (const leaf of [...tabs.leaves]) visit(leaf);
  }

  iterateRootLeaves(visit: (leaf: WorkspaceLeaf) => unknown): void {
    for (const tabs of [this.rootSplit, ...this.floating]) for (const leaf of [...tabs.leaves]) visit(leaf);
  }

  get allLeaves(): readonly WorkspaceLeaf[] {
    const leaves: WorkspaceLeaf[] = [];
    this.iterateAllLeaves((leaf) => leaves.push(leaf));
    return leaves;
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return this.allLeaves.filter((leaf) => leaf.view.getViewType() === type);
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.allLeaves.find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.allLeaves.filter((leaf) => leaf.group === group);
  }

  detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }

  /** Without a wish, the last visited one in the middle that may go elsewhere; else a new one. */
  getLeaf(newLeaf?: PaneType | boolean): WorkspaceLeaf {
    if (newLeaf === 'window') return this.openPopoutLeaf();
    const recent = this.getMostRecentLeaf();
    const free = recent !== null && !recent.pinned && (recent.view.navigation || recent.view.getViewType() === 'empty');
    return free && (newLeaf === undefined || newLeaf === false) ? recent : new WorkspaceLeaf(this.#app, this.rootSplit);
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    return this.getLeaf(false);
  }

  splitActiveLeaf(): WorkspaceLeaf {
    return this.getLeaf('split');
  }

  createLeafBySplit(leaf: WorkspaceLeaf): WorkspaceLeaf {
    return new WorkspaceLeaf(this.#app, leaf.parent);
  }

  async duplicateLeaf(leaf: WorkspaceLeaf): Promise<WorkspaceLeaf> {
    const copy = new WorkspaceLeaf(this.#app, leaf.parent);
    await copy.setViewState(leaf.getViewState());
    return copy;
  }

  getLeftLeaf(): WorkspaceLeaf {
    return new WorkspaceLeaf(this.#app, this.leftSplit);
  }

  getRightLeaf(): WorkspaceLeaf {
    return new WorkspaceLeaf(this.#app, this.rightSplit);
  }

  async ensureSideLeaf(type: string, side: Side, options: { active?: boolean; reveal?: boolean; split?: boolean; state?: Record<string, unknown> } = {}): Promise<WorkspaceLeaf> {
    const tabs = side === 'left' ? this.leftSplit : this.rightSplit;
    const leaf = this.getLeavesOfType(type).find((candidate) => candidate.parent === tabs) ?? new WorkspaceLeaf(this.#app, tabs);
    const state: ViewState = { type, ...(options.state === undefined ? {} : { state: options.state }) };
    if (leaf.view.getViewType() !== type || options.state !== undefined) await leaf.setViewState(state);
    if (options.reveal !== false) await this.revealLeaf(leaf);
    if (options.active === true) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  getMostRecentLeaf(root?: WorkspaceTabs): WorkspaceLeaf | null {
    const within = (leaf: WorkspaceLeaf): boolean => (root === undefined ? leaf.parent.place === 'root' || leaf.parent.place === 'window' : leaf.parent === root);
    const visited = this.#visited.filter(within);
    const tabs = root ?? this.rootSplit;
    return visited[visited.length - 1] ?? tabs.leaves[tabs.leaves.length - 1] ?? null;
  }

  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    leaf.parent.expand();
    leaf.parent.show(leaf);
    await leaf.loadIfDeferred();
    if (leaf.parent.place === 'root' || leaf.parent.place === 'window') this.setActiveLeaf(leaf, { focus: true });
  }

  setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean }): void {
    if (this.activeLeaf !== leaf) {
      this.activeLeaf?.containerEl.removeClass('mod-active');
      leaf.containerEl.addClass('mod-active');
      leaf.parent.show(leaf);
      this.activeLeaf = leaf;
      this.#visited = [...this.#visited.filter((other) => other !== leaf), leaf];
      void leaf.loadIfDeferred();
      this.activeViewChanged(leaf);
      this.trigger('active-leaf-change', leaf);
    } else this.activeViewChanged(leaf);
    if (params?.focus === true && leaf.view instanceof MarkdownView) leaf.view.editor.focus();
  }

  /** What the active leaf shows may have changed. */
  activeViewChanged(leaf: WorkspaceLeaf): void {
    if (leaf !== this.activeLeaf) return;
    this.activeEditor = leaf.view instanceof MarkdownView ? leaf.view : null;
    const file = this.getActiveFile();
    if (file === this.#activeFile) return;
    this.#activeFile = file;
    this.trigger('file-open', file);
  }

  leafGone(leaf: WorkspaceLeaf): void {
    this.#visited = this.#visited.filter((other) => other !== leaf);
    if (this.activeLeaf === leaf) {
      this.activeLeaf = null;
      this.activeEditor = null;
      const next = this.getMostRecentLeaf();
      if (next !== null) this.setActiveLeaf(next);
      else this.trigger('active-leaf-change', null);
    }
    const gone = this.floating.find((tabs) => tabs === leaf.parent && tabs.leaves.length === 0);
    if (gone !== undefined) this.closeWindow(gone);
    this.trigger('layout-change');
  }

  getActiveViewOfType<T>(type: abstract new (...args: never[]) => T): T | null {
    const view: View | undefined = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  /** Of the active leaf; when that has none, of the last visited leaf in the middle. */
  getActiveFile(): TFile | null {
    return this.activeLeaf?.file ?? this.getMostRecentLeaf()?.file ?? null;
  }

  getLastOpenFiles(): string[] {
    return this.#visited.flatMap(({ file }) => (file === null ? [] : [file.path])).reverse();
  }

  async openLinkText(linktext: string, sourcePath: string, newLeaf?: PaneType | boolean, options?: { active?: boolean }): Promise<void> {
    const [path = '', subpath] = linktext.split(/#(.*)/s);
    const { metadataCache, vault } = this.#app;
    const file = metadataCache.getFirstLinkpathDest(path, sourcePath) ?? (await this.#createLinked(path));
    if (!(file instanceof TFile)) throw new Error(`"${linktext}" cannot be opened in "${vault.getName()}".`);
    await this.getLeaf(newLeaf).openFile(file, { ...options, ...(subpath === undefined ? {} : { eState: { subpath: `#${subpath}` } }) });
  }

  /** As the app does: a link to a note that is not there makes it. */
  async #createLinked(link: string): Promise<TFile> {
    const path = link.endsWith('.md') ? link : `${link}.md`;
    const folder = folderOf(path);
    if (this.#app.vault.getFolderByPath(folder) === null) await this.#app.vault.createFolder(folder);
    return this.#app.vault.create(path, '');
  }

  openPopoutLeaf(): WorkspaceLeaf {
    return new WorkspaceLeaf(this.#app, this.#openWindow());
  }

  moveLeafToPopout(leaf: WorkspaceLeaf): WorkspaceTabs {
    const tabs = this.#openWindow();
    leaf.moveTo(tabs);
    this.trigger('layout-change');
    return tabs;
  }

  #openWindow(): WorkspaceTabs {
    const popout = openWindow(this.#app);
    const { win } = popout;
    const tabs = new WorkspaceTabs('window', win.document.body, win);
    tabs.on('close', () => popout.close());
    this.floating.push(tabs);
    this.trigger('window-open', tabs, win);
    return tabs;
  }

  closeWindow(tabs: WorkspaceTabs): void {
    this.floating.splice(this.floating.indexOf(tabs), 1);
    for (const leaf of [...tabs.leaves]) leaf.detach();
    this.trigger('window-close', tabs, tabs.win);
    tabs.trigger('close');
  }

  /** Editors take over what plugins changed in their extensions. */
  updateOptions(): void {
    for (const { view } of this.allLeaves) if (view instanceof MarkdownView) view.updateOptions();
  }

  getLayout(): Record<string, unknown> {
    return { leaves: this.allLeaves.map((leaf) => ({ place: leaf.parent.place, ...leaf.getViewState() })) };
  }

  #rebuild(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) void leaf.rebuild();
  }
}
