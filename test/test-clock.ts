import type { Clock } from '../src/vault/time-slices.js';

/** A clock that stands still until the test lets time pass; waiting code goes on in the order of its time. */
export class TestClock implements Clock {
  /** How often anything waited. */
  waits = 0;
  #nowMs = 0;
  readonly #waiting: { readonly atMs: number; readonly resolve: () => void }[] = [];

  now(): number {
    return this.#nowMs;
  }

  wait(milliseconds: number): Promise<void> {
    this.waits++;
    return new Promise((resolve) => {
      this.#waiting.push({ atMs: this.#nowMs + milliseconds, resolve });
    });
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0;
  }

  /** Time that work takes. */
  spend(milliseconds: number): void {
    this.#nowMs += milliseconds;
  }

  /** Lets time pass and what waited for it go on. */
  async pass(milliseconds: number): Promise<void> {
    const untilMs = this.#nowMs + milliseconds;
    await turn();
    while (this.#wakeNext(untilMs)) await turn();
    this.#nowMs = Math.max(this.#nowMs, untilMs);
  }

  /** Lets as much time pass as a promise needs; modules that load take no time of this clock. */
  async run<T>(promise: Promise<T>): Promise<T> {
    const state = { done: false };
    const end = (): void => void (state.done = true);
    promise.then(end, end);
    await turn();
    while (!state.done) {
      this.#wakeNext(Infinity);
      await turn();
    }
    return promise;
  }

  #wakeNext(untilMs: number): boolean {
    this.#waiting.sort((a, b) => a.atMs - b.atMs);
    const next = this.#waiting[0];
    if (next === undefined || next.atMs > untilMs) return false;
    this.#waiting.shift();
    this.#nowMs = Math.max(this.#nowMs, next.atMs);
    next.resolve();
    return true;
  }
}

/** After all promises that are settled by now. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
