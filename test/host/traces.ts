/**
 * What code leaves in the page: listeners on things that outlive it, timers, frames. While a host runs, the page's own
 * functions are wrapped so that each of these is on a list until it is taken away or has run.
 */
export interface Timer {
  readonly kind: 'timeout' | 'interval' | 'animation frame';
  readonly ms: number;
  readonly from: string;
}

interface Heard {
  readonly target: EventTarget;
  readonly type: string;
  readonly listener: EventListenerOrEventListenerObject;
  readonly capture: boolean;
}

export class Traces {
  readonly timers = new Map<unknown, Timer>();
  #heard: Heard[] = [];
  readonly #restore: (() => void)[] = [];

  /** Listeners on the window, a document, its body or a media query, without those of the host's `own` editors. */
  listeners(own: ReadonlySet<unknown>): readonly string[] {
    return this.#heard.filter(({ listener }) => !own.has(listener)).map(({ target, type }) => `${nameOf(target)} listener "${type}"`);
  }

  start(): void {
    this.#wrapTimer('setTimeout', 'clearTimeout', 'timeout');
    this.#wrapTimer('setInterval', 'clearInterval', 'interval');
    this.#wrapTimer('requestAnimationFrame', 'cancelAnimationFrame', 'animation frame');
    this.#wrapListeners();
  }

  stop(): void {
    for (const restore of this.#restore.splice(0).reverse()) restore();
    this.timers.clear();
    this.#heard = [];
  }

  #wrapTimer(set: 'setTimeout' | 'setInterval' | 'requestAnimationFrame', clear: 'clearTimeout' | 'clearInterval' | 'cancelAnimationFrame', kind: Timer['kind']): void {
    const home = globalThis as unknown as Record<string, (...args: unknown[]) => unknown>;
    const setOriginal = home[set];
    const clearOriginal = home[clear];
    if (setOriginal === undefined || clearOriginal === undefined) return;
    const { timers } = this;
    home[set] = (call: unknown, ms: unknown, ...rest: unknown[]) => {
      const wrapped = (...args: unknown[]): unknown => {
        if (kind !== 'interval') timers.delete(id);
        return typeof call === 'function' ? Reflect.apply(call, globalThis, args) : undefined;
      };
      const id = setOriginal.call(globalThis, wrapped, ms, ...rest);
      timers.set(id, { kind, ms: typeof ms === 'number' ? ms : 0, from: callerOf(new Error().stack) });
      return id;
    };
    home[clear] = (id: unknown) => {
      timers.delete(id);
      return clearOriginal.call(globalThis, id);
    };
    this.#restore.push(() => {
      home[set] = setOriginal;
      home[clear] = clearOriginal;
    });
  }

  /** On the prototype of all targets; some document models give the window functions of its own. */
  #wrapListeners(): void {
    for (const home of new Set([globalThis, document, EventTarget.prototype].map(ownerOfListeners))) {
      this.#wrapCall(home, 'addEventListener', (heard) => void this.#heard.push(heard));
      this.#wrapCall(home, 'removeEventListener', () => undefined);
    }
  }

  #wrapCall(home: object, name: 'addEventListener' | 'removeEventListener', note: (heard: Heard) => void): void {
    const own = Object.getOwnPropertyDescriptor(home, name);
    if (own === undefined) return;
    const original = Reflect.get(home, name) as (...args: unknown[]) => void;
    const forget = (heard: Heard): void => this.#forget(heard);
    const wrapped = function (this: EventTarget | undefined, type: string, listener: Heard['listener'] | null, options?: boolean | AddEventListenerOptions): void {
      const target = this ?? window;
      if (listener !== null && outlives(target) && !endsByItself(options)) {
        const heard = { target, type, listener, capture: isCapture(options) };
        forget(heard);
        note(heard);
      }
      Reflect.apply(original, target, [type, listener, options]);
    };
    Object.defineProperty(home, name, { configurable: true, writable: true, value: wrapped });
    this.#restore.push(() => Object.defineProperty(home, name, own));
  }

  #forget({ target, type, listener, capture }: Heard): void {
    this.#heard = this.#heard.filter((other) => other.target !== target || other.type !== type || other.listener !== listener || other.capture !== capture);
  }
}

/** The object of a prototype chain that has the function itself. */
function ownerOfListeners(target: object): object {
  let home = target;
  while (!Object.hasOwn(home, 'addEventListener')) home = Object.getPrototypeOf(home) as object;
  return home;
}

function endsByItself(options: boolean | AddEventListenerOptions | undefined): boolean {
  return typeof options === 'object' && (options.once === true || options.signal !== undefined);
}

function isCapture(options: boolean | AddEventListenerOptions | EventListenerOptions | undefined): boolean {
  return typeof options === 'object' ? options.capture === true : options === true;
}

function outlives(target: EventTarget): boolean {
  return nameOf(target) !== '';
}

function nameOf(target: EventTarget): string {
  if (target === window || target === document.defaultView) return 'window';
  if (target === document) return 'document';
  if (target === document.body) return 'body';
  if (target === document.documentElement) return 'html';
  return 'media' in target ? 'media query' : '';
}

/** The first line of a stack outside this file. */
function callerOf(stack: string | undefined): string {
  const line = stack?.split('\n').find((candidate) => candidate.includes('at ') && !candidate.includes('traces.ts'));
  return line?.trim() ?? '';
}
