/** A dialog over one Preact component that gives one answer, or none. Focus goes back to where it was. */
import { Modal, type App } from 'obsidian';
import { render, type ComponentChild } from 'preact';

export interface AskOptions<T> {
  readonly title: string;
  readonly className: string;
  /** What the dialog shows. `answer` closes it. */
  readonly content: (answer: (value: T) => void, cancel: () => void) => ComponentChild;
}

export class AskModal<T> extends Modal {
  readonly #options: AskOptions<T>;
  #value: T | undefined;
  #resolve: ((value: T | undefined) => void) | undefined;
  #focusBefore: Element | null = null;

  constructor(app: App, options: AskOptions<T>) {
    super(app);
    this.#options = options;
  }

  /** Undefined when the person cancelled. */
  ask(): Promise<T | undefined> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.#focusBefore = activeDocument.activeElement;
      this.open();
    });
  }

  override onOpen(): void {
    const { title, className, content } = this.#options;
    this.setTitle(title);
    this.modalEl.addClass(className);
    const answer = (value: T): void => {
      this.#value = value;
      this.close();
    };
    render(content(answer, () => this.close()), this.contentEl);
  }

  override onClose(): void {
    render(null, this.contentEl);
    if (this.#focusBefore?.instanceOf(HTMLElement) === true && this.#focusBefore.isConnected) this.#focusBefore.focus();
    this.#resolve?.(this.#value);
  }
}
