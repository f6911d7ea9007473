/** A view of the app that shows one Preact component, in whichever window its pane is. */
import { ItemView, type IconName, type WorkspaceLeaf } from 'obsidian';
import { render, type ComponentChild } from 'preact';

export interface PreactViewOptions {
  readonly type: string;
  readonly icon: IconName;
  readonly title: string;
  /** What the view shows; called when it opens, and again by {@link PreactItemView.redraw}. */
  readonly content: () => ComponentChild;
}

export class PreactItemView extends ItemView {
  readonly #options: PreactViewOptions;
  #isOpen = false;

  constructor(leaf: WorkspaceLeaf, options: PreactViewOptions) {
    super(leaf);
    this.#options = options;
    this.icon = options.icon;
  }

  override getViewType(): string {
    return this.#options.type;
  }

  override getDisplayText(): string {
    return this.#options.title;
  }

  /** The app tells so that a view was opened to work in it. */
  override setEphemeralState(state: unknown): void {
    super.setEphemeralState(state);
    if (typeof state === 'object' && state !== null && 'focus' in state && state.focus === true) this.contentEl.querySelector<HTMLElement>('[tabindex="0"], button, input')?.focus();
  }

  protected override onOpen(): Promise<void> {
    this.#isOpen = true;
    this.contentEl.addClass('cx-view');
    // Another window has other observers: what watches sizes begins anew there.
    this.register(this.contentEl.onWindowMigrated(() => {
      render(null, this.contentEl);
      this.redraw();
    }));
    this.redraw();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.#isOpen = false;
    render(null, this.contentEl);
    return Promise.resolve();
  }

  /** Shows the content as it is now; what did not change stays as it is on the page. */
  protected redraw(): void {
    if (this.#isOpen) render(this.#options.content(), this.contentEl);
  }
}
