/** Which of several calls about a path is the newest: a later version of a text may have been read in less time. */
export class NewestCalls {
  readonly #calls = new Map<string, number>();
  #last = 0;

  /** A call begins; gives its number. */
  begin(path: string): number {
    this.#calls.set(path, ++this.#last);
    return this.#last;
  }

  /** Whether no other call about the path began since, and it was not forgotten; it is over then. */
  end(path: string, call: number): boolean {
    return this.#calls.get(path) === call && this.#calls.delete(path);
  }

  /** Calls about the path that go on are out of date. */
  forget(path: string): void {
    this.#calls.delete(path);
  }
}
