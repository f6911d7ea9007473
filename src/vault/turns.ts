/** Work that must not overlap, one piece after the other; one that fails stops no later one. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Starts the work when all before it is done. Rejects with what it throws. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
