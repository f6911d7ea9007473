/** Long work in short slices: between two of them the host draws, and answers keys. */

/** A host's time. */
export interface Clock {
  /** Milliseconds from any start; never goes back. */
  now(): number;
  /** Resolves after at least that many milliseconds; 0 lets whatever waits go first. */
  wait(milliseconds: number): Promise<void>;
}

/** One frame at 60 Hz leaves 16 ms; what a slice overruns by its last note still fits in. */
const SLICE_MS = 10;

export class TimeSlices {
  readonly #clock: Clock;
  #startMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startMs = clock.now();
  }

  /** To be awaited between two steps of the work; undefined while the slice is not used up. */
  pause(): Promise<void> | undefined {
    if (this.#clock.now() - this.#startMs < SLICE_MS) return undefined;
    return this.#clock.wait(0).then(() => {
      this.#startMs = this.#clock.now();
    });
  }
}
