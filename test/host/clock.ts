/**
 * The host's time. The app waits 2 s before it saves an open note and a moment before it indexes a change; here those
 * waits are shortened by one factor, so that specs are quick and their order stays the app's.
 */

/** Taken before anything is patched or faked. */
export const native = {
  setTimeout: globalThis.setTimeout.bind(globalThis),
  clearTimeout: globalThis.clearTimeout.bind(globalThis),
};

/** In real milliseconds: longer than a few trips to the disk, so that what comes after them still does. */
const SHORTEST = 10;

export type Cancel = () => void;

export class Clock {
  readonly #waits = new Set<number>();
  #next = 0;
  #closed = false;

  /** `scale` of 1 is the app's own pace. */
  constructor(readonly scale: number) {}

  /** Waits that will end by themselves. */
  get pending(): number {
    return this.#waits.size;
  }

  /** Runs something after the app's `ms` milliseconds, unless it is cancelled or the host closed. */
  after(ms: number, run: () => void): Cancel {
    const id = this.#next++;
    this.#waits.add(id);
    const timer = native.setTimeout(() => {
      this.#waits.delete(id);
      if (!this.#closed) run();
    }, Math.max(SHORTEST, ms * this.scale));
    return () => {
      native.clearTimeout(timer);
      this.#waits.delete(id);
    };
  }

  /** What a trip to the disk takes. */
  disk(): Promise<void> {
    return new Promise((resolve) => {
      const id = this.#next++;
      this.#waits.add(id);
      native.setTimeout(() => {
        this.#waits.delete(id);
        resolve();
      }, 0);
    });
  }

  close(): void {
    this.#closed = true;
  }
}

/** Lets everything run that waits for nothing but its turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => void native.setTimeout(resolve, 0));
}
