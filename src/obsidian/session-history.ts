/**
 * The recorded levels of this session: read when a person asks, kept until the app closes, read again on demand. The
 * newest wish wins; one that is given up leaves what was there.
 */
import { GitStopped } from '../history/git-port.js';
import type { RecordedHistory } from '../playbook/recorded-history.js';
import type { HistoryProgress, HistorySource, HistoryState } from '../views/history-source.js';
import { reasonOf } from './error-reason.js';

export interface HistoryReader {
  canRead(): boolean;
  /** Rejects with {@link GitStopped} when the signal said so. */
  read(signal: AbortSignal, onProgress: (done: number, total: number) => void): Promise<RecordedHistory>;
}

/** Seldom enough to cost nothing, often enough to look alive. */
const TELL_EVERY_MS = 100;

export class SessionHistory implements HistorySource {
  readonly #reader: HistoryReader;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #state: HistoryState = { history: undefined, reading: undefined, failure: undefined };
  #current: AbortController | undefined;
  #toldAtMs = 0;

  constructor(reader: HistoryReader, now: () => number) {
    this.#reader = reader;
    this.#now = now;
  }

  get state(): HistoryState {
    return this.#state;
  }

  canRead(): boolean {
    return this.#reader.canRead();
  }

  read(): void {
    void this.#read();
  }

  cancel(): void {
    if (this.#current === undefined) return;
    this.#current.abort();
    this.#current = undefined;
    this.#set({ reading: undefined });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Ends what is being read, and tells nobody any more. */
  dispose(): void {
    this.#listeners.clear();
    this.cancel();
  }

  async #read(): Promise<void> {
    this.#current?.abort();
    const current = new AbortController();
    this.#current = current;
    const isNewest = (): boolean => this.#current === current;
    this.#set({ reading: { done: 0, total: 0 }, failure: undefined });
    try {
      const history = await this.#reader.read(current.signal, (done, total) => isNewest() && this.#progress({ done, total }));
      if (!isNewest()) return;
      this.#current = undefined;
      this.#set({ history, reading: undefined });
    } catch (error) {
      if (!isNewest()) return;
      this.#current = undefined;
      this.#set({ reading: undefined, failure: error instanceof GitStopped ? undefined : `${reasonOf(error)}.` });
    }
  }

  #progress(reading: HistoryProgress): void {
    const now = this.#now();
    if (now - this.#toldAtMs < TELL_EVERY_MS && reading.done < reading.total) return;
    this.#toldAtMs = now;
    this.#set({ reading });
  }

  #set(change: Partial<HistoryState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
