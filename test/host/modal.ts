/** A dialog in the active window: a darkened background, the box with title and content, Escape and the cross close it. */
import type { HostApp } from './app.js';
import { setIcon } from './icons.js';
import { Scope } from './keymap.js';

export class Modal {
  readonly containerEl: HTMLElement;
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  readonly scope: Scope;
  shouldRestoreSelection = true;
  #open = false;
  #closeCallback: (() => unknown) | undefined;
  #focusBefore: Element | null = null;

  constructor(readonly app: HostApp) {
    this.scope = new Scope(app.scope);
    this.containerEl = createDiv({ cls: 'modal-container' });
    this.containerEl.createDiv({ cls: 'modal-bg' }).addEventListener('click', () => this.close());
    this.modalEl = this.containerEl.createDiv({ cls: 'modal', attr: { role: 'dialog', 'aria-modal': 'true' } });
    const closeButton = this.modalEl.createDiv({ cls: 'modal-close-button', attr: { role: 'button', 'aria-label': 'Close', tabindex: '0' } });
    setIcon(closeButton, 'x');
    closeButton.addEventListener('click', () => this.close());
    this.titleEl = this.modalEl.createDiv({ cls: 'modal-header' }).createDiv({ cls: 'modal-title' });
    this.contentEl = this.modalEl.createDiv({ cls: 'modal-content' });
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.#open) return;
    this.#open = true;
    this.#focusBefore = activeDocument.activeElement;
    activeDocument.body.appendChild(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    const opened: unknown = this.onOpen();
    if (opened instanceof Promise) this.app.busy(opened);
    if (!this.modalEl.contains(activeDocument.activeElement)) this.modalEl.querySelector<HTMLElement>('input, textarea, select, button, [tabindex]')?.focus();
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    this.onClose();
    this.#closeCallback?.();
    if (this.shouldRestoreSelection && this.#focusBefore?.instanceOf(HTMLElement) === true) this.#focusBefore.focus();
  }

  onOpen(): unknown {
    return undefined;
  }

  onClose(): void {
    // For subclasses.
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.#closeCallback = callback;
    return this;
  }
}
