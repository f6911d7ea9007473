/**
 * Long work as steps, between which a host draws and answers keys. A generator yields where it may be interrupted, so that
 * the same work runs through where nobody waits.
 */

/** Work that may be interrupted at each `yield`, and what comes of it. */
export type Steps<T> = Generator<undefined, T>;

/** Awaited between steps; undefined while the host can wait. Abandons the work when it throws. */
export type Pause = () => Promise<void> | undefined;

export async function takeSteps<T>(work: Steps<T>, pause: Pause | undefined): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const paused = pause?.();
    if (paused !== undefined) await paused;
  }
}
