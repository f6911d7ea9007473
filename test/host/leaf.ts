/** A leaf and the tab groups it stands in. `setViewState` makes the view by the factory that was registered for its type. */
import type { HostApp } from './app.js';
import { Events } from './events.js';
import type { TFile } from './files.js';
import { DeferredView, EmptyView, FileView, UnknownView, type View } from './view.js';

export interface ViewState {
  readonly type: string;
  readonly state?: Record<string, unknown>;
  readonly active?: boolean;
  readonly pinned?: boolean;
}

/** A side or the middle of a window: one group of tabs, of which one shows. */
export class WorkspaceTabs extends Events {
  readonly containerEl: HTMLElement;
  readonly leaves: WorkspaceLeaf[] = [];
  collapsed: boolean;

  constructor(
    readonly place: 'left' | 'right' | 'root' | 'window',
    parentEl: HTMLElement,
    readonly win: Window & typeof globalThis,
  ) {
    super();
    this.containerEl = parentEl.createDiv({ cls: `workspace-split mod-${place === 'left' || place === 'right' ? `${place}-split` : place}` });
    this.collapsed = place === 'left' || place === 'right';
    this.#applyCollapsed();
  }

  get doc(): Document {
    return this.containerEl.ownerDocument;
  }

  collapse(): void {
    this.collapsed = true;
    this.#applyCollapsed();
  }

  expand(): void {
    this.collapsed = false;
    this.#applyCollapsed();
  }

  toggle(): void {
    if (this.collapsed) this.expand();
    else this.collapse();
  }

  show(shown: WorkspaceLeaf): void {
    for (const leaf of this.leaves) leaf.containerEl.toggle(leaf === shown);
  }

  getRoot(): this {
    return this;
  }

  getContainer(): this {
    return this;
  }

  #applyCollapsed(): void {
    this.containerEl.toggle(!this.collapsed);
  }
}

let nextId = 1;

export class WorkspaceLeaf extends Events {
  readonly id = `leaf-${nextId++}`;
  readonly containerEl: HTMLElement;
  view: View;
  isDeferred = false;
  pinned = false;
  hoverPopover = null;
  group = '';
  #deferredState: ViewState | undefined;

  constructor(
    readonly app: HostApp,
    public parent: WorkspaceTabs,
  ) {
    super();
    this.containerEl = parent.containerEl.createDiv({ cls: 'workspace-leaf' });
    this.containerEl.addEventListener('focusin', () => app.workspace.setActiveLeaf(this));
    this.containerEl.addEventListener('mousedown', () => app.workspace.setActiveLeaf(this));
    parent.leaves.push(this);
    this.view = new EmptyView(this);
    this.containerEl.appendChild(this.view.containerEl);
    parent.show(this);
  }

  getRoot(): WorkspaceTabs {
    return this.parent;
  }

  getContainer(): WorkspaceTabs {
    return this.parent;
  }

  getViewState(): ViewState {
    return this.#deferredState ?? { type: this.view.getViewType(), state: this.view.getState(), pinned: this.pinned };
  }

  async setViewState(state: ViewState, ephemeral?: unknown): Promise<void> {
    this.isDeferred = false;
    this.#deferredState = undefined;
    if (state.type !== this.view.getViewType() || this.view instanceof DeferredView) {
      const view = this.#create(state.type);
      await this.open(view);
    }
    if (state.state !== undefined) await this.view.setState(state.state, { history: false });
    if (ephemeral !== undefined) this.view.setEphemeralState(ephemeral);
    if (state.pinned !== undefined) this.setPinned(state.pinned);
    if (state.active === true) this.app.workspace.setActiveLeaf(this, { focus: true });
    else this.app.workspace.activeViewChanged(this);
    this.app.workspace.trigger('layout-change');
  }

  /** Puts a restored tab here that loads when it is looked at. */
  async defer(state: ViewState): Promise<void> {
    await this.open(new DeferredView(this, state.type));
    this.isDeferred = true;
    this.#deferredState = state;
  }

  async loadIfDeferred(): Promise<void> {
    if (this.#deferredState !== undefined) await this.setViewState(this.#deferredState);
  }

  /** Makes the view anew: its plugin came or went. */
  async rebuild(): Promise<void> {
    if (this.isDeferred) return;
    const { type, state } = this.getViewState();
    await this.open(this.#create(type));
    await this.view.setState(state ?? {}, { history: false });
    this.app.workspace.trigger('layout-change');
  }

  async open(view: View): Promise<View> {
    const before = this.view;
    this.view = view;
    await before.close();
    before.containerEl.remove();
    await view.open(this.containerEl);
    return view;
  }

  async openFile(file: TFile, options?: { active?: boolean; state?: Record<string, unknown>; eState?: unknown }): Promise<void> {
    const type = this.app.registry.extensions.get(file.extension) ?? 'markdown';
    await this.setViewState({ type, state: { ...options?.state, file: file.path }, active: options?.active ?? true }, options?.eState);
  }

  detach(): void {
    const at = this.parent.leaves.indexOf(this);
    if (at === -1) return;
    this.parent.leaves.splice(at, 1);
    this.containerEl.remove();
    const last = this.parent.leaves[this.parent.leaves.length - 1];
    if (last !== undefined) this.parent.show(last);
    void this.view.close();
    this.app.workspace.leafGone(this);
  }

  /** To another tab group, maybe of another window. */
  moveTo(parent: WorkspaceTabs): void {
    this.parent.leaves.splice(this.parent.leaves.indexOf(this), 1);
    this.parent = parent;
    parent.leaves.push(this);
    parent.containerEl.appendChild(this.containerEl);
    parent.show(this);
    this.view.onResize();
  }

  getEphemeralState(): unknown {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  setPinned(pinned: boolean): void {
    if (this.pinned === pinned) return;
    this.pinned = pinned;
    this.trigger('pinned-change', pinned);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setGroup(group: string): void {
    this.group = group;
    this.trigger('group-change', group);
  }

  setGroupMember(other: WorkspaceLeaf): void {
    this.setGroup(other.group);
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  get file(): TFile | null {
    return this.view instanceof FileView ? this.view.file : null;
  }

  #create(type: string): View {
    if (type === 'empty') return new EmptyView(this);
    const creator = this.app.registry.views.get(type);
    return creator === undefined ? new UnknownView(this, type) : creator(this);
  }
}
