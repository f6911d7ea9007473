/** The questions that stand open: asked for an answer, and closed when the plugin goes. */
export interface OpenDialog<T> {
  readonly answer: Promise<T>;
  readonly close: () => void;
}

export class OpenDialogs {
  readonly #open = new Set<() => void>();
  #isOver = false;

  /** Gives the answer. A question that was still being made ready when the plugin went is closed at once. */
  async track<T>({ answer, close }: OpenDialog<T>): Promise<T> {
    this.#open.add(close);
    if (this.#isOver) close();
    try {
      return await answer;
    } finally {
      this.#open.delete(close);
    }
  }

  /** Closes all without an answer, also what is asked from now on; whether there were any. */
  closeAll(): boolean {
    this.#isOver = true;
    const open = [...this.#open];
    for (const close of open) close();
    return open.length > 0;
  }
}
