/** What stands in a leaf. A view's life is `onload`, `onOpen`, states, `onClose`, `onunload`; the leaf leads it. */
import type { HostApp } from './app.js';
import { Component } from './component.js';
import type { TFile } from './files.js';
import { setIcon } from './icons.js';
import type { Scope } from './keymap.js';
import type { WorkspaceLeaf } from './leaf.js';

export abstract class View extends Component {
  readonly app: HostApp;
  readonly containerEl: HTMLElement;
  icon = 'document';
  navigation = false;
  scope: Scope | null = null;

  constructor(readonly leaf: WorkspaceLeaf) {
    super();
    this.app = leaf.app;
    this.containerEl = createDiv({ cls: 'workspace-leaf-content' });
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  async open(parent: HTMLElement): Promise<void> {
    this.containerEl.setAttribute('data-type', this.getViewType());
    parent.appendChild(this.containerEl);
    this.load();
    await this.onOpen();
  }

  async close(): Promise<void> {
    await this.onClose();
    this.containerEl.remove();
    this.unload();
  }

  protected async onOpen(): Promise<void> {
    // For subclasses.
  }

  protected async onClose(): Promise<void> {
    // For subclasses.
  }

  getState(): Record<string, unknown> {
    return {};
  }

  setState(state: unknown, result: unknown): Promise<void>;
  async setState(): Promise<void> {
    // For subclasses.
  }

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(state: unknown): void;
  setEphemeralState(): void {
    // For subclasses.
  }

  getIcon(): string {
    return this.icon;
  }

  onResize(): void {
    // For subclasses.
  }

  onPaneMenu(menu: unknown, source: string): void;
  onPaneMenu(): void {
    // For subclasses.
  }
}

export abstract class ItemView extends View {
  readonly contentEl: HTMLElement;
  readonly #actionsEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const header = this.containerEl.createDiv({ cls: 'view-header' });
    header.createDiv({ cls: 'view-header-title' });
    this.#actionsEl = header.createDiv({ cls: 'view-actions' });
    this.contentEl = this.containerEl.createDiv({ cls: 'view-content' });
  }

  override async open(parent: HTMLElement): Promise<void> {
    await super.open(parent);
    this.containerEl.querySelector('.view-header-title')?.setText(this.getDisplayText());
  }

  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = createEl('button', { cls: 'clickable-icon view-action', attr: { 'aria-label': title } });
    setIcon(button, icon);
    button.addEventListener('click', callback);
    this.#actionsEl.prepend(button);
    return button;
  }
}

export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  override getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }

  override getState(): Record<string, unknown> {
    return this.file === null ? {} : { file: this.file.path };
  }

  override async setState(state: unknown, result: unknown): Promise<void> {
    await super.setState(state, result);
    const path = typeof state === 'object' && state !== null && 'file' in state ? state.file : undefined;
    if (typeof path === 'string') await this.loadFile(this.app.vault.getFileByPath(path));
  }

  async loadFile(file: TFile | null): Promise<void> {
    if (file === this.file) return;
    if (this.file !== null) await this.onUnloadFile(this.file);
    this.file = file;
    if (file !== null) await this.onLoadFile(file);
  }

  override async close(): Promise<void> {
    await this.loadFile(null);
    await super.close();
  }

  onLoadFile(file: TFile): Promise<void>;
  async onLoadFile(): Promise<void> {
    // For subclasses.
  }

  onUnloadFile(file: TFile): Promise<void>;
  async onUnloadFile(): Promise<void> {
    // For subclasses.
  }

  onRename(file: TFile): Promise<void>;
  async onRename(): Promise<void> {
    // For subclasses.
  }

  canAcceptExtension(extension: string): boolean;
  canAcceptExtension(): boolean {
    return false;
  }
}

/** A leaf's tab that was restored at start and never looked at: it knows its type and holds no view of it. */
export class DeferredView extends View {
  constructor(
    leaf: WorkspaceLeaf,
    private readonly type: string,
  ) {
    super(leaf);
  }

  override getViewType(): string {
    return this.type;
  }

  override getDisplayText(): string {
    return this.type;
  }
}

export class EmptyView extends ItemView {
  override getViewType(): string {
    return 'empty';
  }

  override getDisplayText(): string {
    return 'New tab';
  }
}

/** Stands in a leaf whose view's plugin is not loaded, and keeps the leaf's state for when it is. */
export class UnknownView extends ItemView {
  #state: Record<string, unknown> = {};

  constructor(
    leaf: WorkspaceLeaf,
    private readonly type: string,
  ) {
    super(leaf);
    this.contentEl.setText('Plugin no longer active');
  }

  override getViewType(): string {
    return this.type;
  }

  override getDisplayText(): string {
    return 'Plugin no longer active';
  }

  override getState(): Record<string, unknown> {
    return this.#state;
  }

  override async setState(state: unknown, result: unknown): Promise<void> {
    this.#state = { ...(state as Record<string, unknown>) };
    await super.setState(state, result);
  }
}
