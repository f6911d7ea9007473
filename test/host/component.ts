import type { Listening } from './events.js';

/** Something with a life: what is registered while it is loaded goes when it is unloaded, last first, children before. */
export class Component {
  /** What `onload` gave: of a plugin, a promise that the app waits for. */
  started: unknown;
  #loaded = false;
  #children: Component[] = [];
  readonly #endings: (() => unknown)[] = [];

  load(): void {
    if (this.#loaded) return;
    this.#loaded = true;
    this.started = this.onload();
    for (const child of [...this.#children]) child.load();
  }

  onload(): unknown {
    return undefined;
  }

  unload(): void {
    if (!this.#loaded) return;
    this.#loaded = false;
    for (let child = this.#children.pop(); child !== undefined; child = this.#children.pop()) child.unload();
    for (let end = this.#endings.pop(); end !== undefined; end = this.#endings.pop()) end();
    this.onunload();
  }

  onunload(): void {
    // For subclasses.
  }

  addChild<T extends Component>(child: T): T {
    this.#children.push(child);
    if (this.#loaded) child.load();
    return child;
  }

  removeChild<T extends Component>(child: T): T {
    this.#children = this.#children.filter((candidate) => candidate !== child);
    child.unload();
    return child;
  }

  register(end: () => unknown): void {
    this.#endings.push(end);
  }

  registerEvent(ref: Listening): void {
    this.register(() => ref.events.offref(ref));
  }

  registerDomEvent(target: EventTarget, type: string, listener: EventListener, options?: boolean | AddEventListenerOptions): void {
    target.addEventListener(type, listener, options);
    this.register(() => target.removeEventListener(type, listener, options));
  }

  registerInterval(id: number): number {
    this.register(() => window.clearInterval(id));
    return id;
  }
}

export class MarkdownRenderChild extends Component {
  constructor(readonly containerEl: HTMLElement) {
    super();
  }
}
