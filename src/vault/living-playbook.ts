/**
 * A vault's playbook that lives: read once, then kept in step with a vault that people, programs and git change. Many
 * changes at once are taken together after a moment of quiet, and work is done in slices, so that the host never waits.
 *
 * New settings, or a new day, mean that every note may say something else: a second store is read behind the first,
 * which stays in use until then.
 *
 * @example
 * const living = new LivingPlaybook(vault, { clock, today });
 * living.subscribe(() => show(living.result));
 * await living.start();
 * living.changed('10 Executives/Ana.md');
 */
import { CONFIG_PATH } from '../lint/config.js';
import type { LintResult } from '../lint/diagnostic.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { PlaybookStore } from './playbook-store.js';
import { TimeSlices, type Clock } from './time-slices.js';
import type { Vault } from './vault.js';

export interface LivingPlaybookOptions {
  readonly clock: Clock;
  readonly today: () => CalendarDate;
  /** Told what the playbook could not be read for: a defect, since trouble with notes is a finding. */
  readonly onFailure?: (error: unknown) => void;
}

/** Changes that follow one another within this are taken together: a git pull, a rename with its links. */
const QUIET_MS = 150;
/** Changes are taken at the latest after this, however many follow. */
const LONGEST_WAIT_MS = 1000;

const NOTHING_READ: LintResult = { notes: 0, playbookNotes: 0, diagnostics: [] };

export class LivingPlaybook {
  readonly #listeners = new Set<() => void>();
  /** Paths that changed, and what happened to them last. */
  readonly #pending = new Map<string, 'changed' | 'removed'>();
  readonly #slices: TimeSlices;
  #store: PlaybookStore | undefined;
  #result: LintResult | undefined;
  #progress = { read: 0, total: 0 };
  #reloadWanted = false;
  #repositoryWanted = false;
  #lastChangeMs = 0;
  /** The loop that takes changes in; undefined when there is nothing to do. */
  #work: Promise<void> | undefined;
  #disposed = false;

  constructor(
    readonly vault: Vault,
    readonly options: LivingPlaybookOptions,
  ) {
    this.#slices = new TimeSlices(options.clock);
  }

  /** The newest playbook; undefined until the vault was read for the first time. */
  get store(): PlaybookStore | undefined {
    return this.#store;
  }

  /** The findings of all notes; empty until the vault was read. The same object until something changes. */
  get result(): LintResult {
    return (this.#result ??= this.#store?.lint() ?? NOTHING_READ);
  }

  /** Notes read and all notes, while the vault is read for the first time. */
  get progress(): { readonly read: number; readonly total: number } {
    return this.#progress;
  }

  /** Reads the vault. Resolves when its playbook is there. */
  async start(): Promise<void> {
    this.reload();
    await this.settled();
  }

  /** A file appeared or has a new text. */
  changed(path: string): void {
    this.#note(path, 'changed');
  }

  /** A file is gone. */
  removed(path: string): void {
    this.#note(path, 'removed');
  }

  renamed(from: string, to: string): void {
    this.removed(from);
    this.changed(to);
  }

  /** Reads everything again: the settings changed, or the day did. */
  reload(): void {
    this.#reloadWanted = true;
    this.#wake();
  }

  /** Reads everything again when the day is another than that of the playbook. */
  checkDay(): void {
    if (this.#store !== undefined && this.#store.today !== this.options.today()) this.reload();
  }

  /** What git knows may be another: its files or its index changed. */
  repositoryChanged(): void {
    this.#repositoryWanted = true;
    this.#wake();
  }

  /** Resolves when all changes told so far are taken in. */
  async settled(): Promise<void> {
    while (this.#work !== undefined) await this.#work;
  }

  /** Calls back after each change of the playbook. Gives what ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Whether it was ended; nothing starts it again. */
  get isDisposed(): boolean {
    return this.#disposed;
  }

  dispose(): void {
    this.#disposed = true;
    this.#listeners.clear();
    this.#pending.clear();
  }

  #note(path: string, what: 'changed' | 'removed'): void {
    if (path === CONFIG_PATH) this.#reloadWanted = true;
    else this.#pending.set(path, what);
    this.#wake();
  }

  #wake(): void {
    this.#lastChangeMs = this.options.clock.now();
    if (this.#disposed || this.#work !== undefined) return;
    const work = this.#takeAll().finally(() => {
      this.#work = undefined;
    });
    this.#work = work;
    work.catch((error: unknown) => this.options.onFailure?.(error));
  }

  #hasWork(): boolean {
    return !this.#disposed && (this.#reloadWanted || this.#repositoryWanted || this.#pending.size > 0);
  }

  async #takeAll(): Promise<void> {
    while (this.#hasWork()) {
      if (this.#store !== undefined) await this.#quiet();
      try {
        const isSame = !this.#repositoryWanted || !(await this.#lookAtRepository());
        // Asked often, and seldom another.
        if (isSame && !this.#hasWork()) return;
        if (this.#reloadWanted) await this.#readAll();
        else await this.#takePending();
      } catch (error) {
        if (error instanceof Disposed) return;
        // The next change tries again from the start.
        this.#reloadWanted = true;
        throw error;
      }
      this.#result = undefined;
      for (const listener of [...this.#listeners]) listener();
    }
  }

  async #quiet(): Promise<void> {
    const { clock } = this.options;
    const startMs = clock.now();
    for (;;) {
      const waitMs = Math.min(this.#lastChangeMs + QUIET_MS, startMs + LONGEST_WAIT_MS) - clock.now();
      if (waitMs <= 0) return;
      await clock.wait(waitMs);
    }
  }

  /** Gives whether what is found is another. All notes are looked at again only for what rules over one note ask of git. */
  async #lookAtRepository(): Promise<boolean> {
    this.#repositoryWanted = false;
    if (this.#reloadWanted || this.#store === undefined) return false;
    const changed = await this.#store.refreshRepository();
    if (changed === 'notes') this.#reloadWanted = true;
    return changed !== 'nothing';
  }

  async #readAll(): Promise<void> {
    this.#reloadWanted = false;
    // What changes from here on is read again.
    this.#pending.clear();
    const isFirst = this.#store === undefined;
    this.#store = await PlaybookStore.open(this.vault, {
      today: this.options.today(),
      pause: this.#pause,
      onProgress: (read, total) => {
        if (isFirst) this.#progress = { read, total };
      },
    });
  }

  async #takePending(): Promise<void> {
    for (const [path, what] of this.#pending) {
      this.#pending.delete(path);
      if (what === 'removed') this.#store?.remove(path);
      else await this.#store?.refresh(path);
      await this.#pause();
    }
    await this.#store?.followLinks(this.#pause);
    await this.#store?.placeAnnotations(this.#pause);
  }

  readonly #pause = (): Promise<void> | undefined => {
    if (this.#disposed) throw new Disposed();
    return this.#slices.pause();
  };
}

/** Ends work whose result nobody waits for. */
class Disposed extends Error {}
