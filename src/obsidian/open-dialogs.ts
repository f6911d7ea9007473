/** The questions that stand open: asked for an answer, and closed when the plugin goes. */
export interface OpenDialog<T> {
  readonly answer: Promise<T>;
  readonly close: () => void;
}

export class OpenDialogs {
  readonly #open = new Set<() => void>();

  /** Gives the answer. */
  async track<T>({ answer, close }: OpenDialog<T>): Promise<T> {
    this.#open.add(close);
    try {
      return await answer;
    } finally {
      this.#open.delete(close);
    }
  }

  /** Closes all without an answer; whether there were any. */
  closeAll(): boolean {
    const open = [...this.#open];
    for (const close of open) close();
    return open.length > 0;
  }
}
