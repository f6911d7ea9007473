/** One listener: what `on` gives and `offref` takes. */
export interface Listening {
  readonly events: Events;
  readonly name: string;
  readonly call: (...data: never[]) => unknown;
  readonly context: unknown;
}

/** The app's events: listeners run in order; one that throws is reported and does not keep the next from running. */
export class Events {
  #listeners: Listening[] = [];

  on(name: string, call: (...data: never[]) => unknown, context?: unknown): Listening {
    const listening = { events: this, name, call, context };
    this.#listeners.push(listening);
    return listening;
  }

  off(name: string, call: (...data: never[]) => unknown): void {
    this.#listeners = this.#listeners.filter((listening) => listening.name !== name || listening.call !== call);
  }

  offref(ref: Listening): void {
    this.#listeners = this.#listeners.filter((listening) => listening !== ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const { name: listened, call, context } of this.#listeners) {
      if (listened !== name) continue;
      try {
        Reflect.apply(call, context, data);
      } catch (error) {
        throwLater(error);
      }
    }
  }

  tryTrigger({ call, context }: Listening, args: unknown[]): void {
    Reflect.apply(call, context, args);
  }

  /** What listens now. */
  listening(): readonly Listening[] {
    return this.#listeners;
  }
}

/** As in the app the error reaches the window: a spec whose listener throws fails. */
export function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
