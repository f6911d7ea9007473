/** What a page can do beside showing itself, as facts for specs: the clipboard, and paper. */

/** A page as it was when it was printed. */
export interface Print {
  /** A copy of the body; what the style sheet hides on paper is in it. */
  readonly body: HTMLElement;
}

export class PageFacts {
  /** What was copied last; undefined before anything was. */
  copied: string | undefined;
  /** The system refuses the clipboard. */
  refusesClipboard = false;
  /** Newest last. */
  readonly prints: Print[] = [];
  readonly #restore: (() => void)[] = [];

  /** Takes the place of a window's clipboard and printer. */
  watch(win: Window): void {
    this.#replace(win.navigator, 'clipboard', {
      writeText: (text: string): Promise<void> => {
        if (this.refusesClipboard) return Promise.reject(new Error('Write permission denied.'));
        this.copied = text;
        return Promise.resolve();
      },
      readText: () => Promise.resolve(this.copied ?? ''),
    });
    this.#replace(win, 'print', () => {
      win.dispatchEvent(new Event('beforeprint'));
      this.prints.push({ body: win.document.body.cloneNode(true) as HTMLElement });
      win.dispatchEvent(new Event('afterprint'));
    });
  }

  close(): void {
    for (const restore of this.#restore.splice(0).reverse()) restore();
  }

  #replace(target: object, name: string, value: unknown): void {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, writable: true, value });
    this.#restore.push(() => {
      if (before === undefined) Reflect.deleteProperty(target, name);
      else Object.defineProperty(target, name, before);
    });
  }
}
