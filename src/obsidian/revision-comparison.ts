/** The comparison of this session: read when a person asks, shown by every roadmap, gone when it is ended. */
import { GitStopped } from '../history/git-port.js';
import type { RevisionChoice } from '../history/revision-choices.js';
import type { ComparedPlaybook, ComparisonSource, ComparisonState } from '../views/comparison-source.js';
import type { RevisionAsk } from './revision-playbook.js';

export interface RevisionReader {
  canRead(): boolean;
  list(signal: AbortSignal): Promise<readonly RevisionChoice[]>;
  /** Rejects with {@link GitStopped} when the signal said so. */
  read(commit: string, ask: RevisionAsk): Promise<Pick<ComparedPlaybook, 'playbook' | 'renamed'>>;
}

/** Seldom enough to cost nothing, often enough to look alive. */
const TELL_EVERY_MS = 100;

const NOTHING: ComparisonState = { compared: undefined, reading: undefined };

export class RevisionComparison implements ComparisonSource {
  readonly #listeners = new Set<() => void>();
  #state = NOTHING;
  #current: AbortController | undefined;
  #toldAtMs = 0;

  constructor(
    readonly reader: RevisionReader,
    private readonly now: () => number,
  ) {}

  get state(): ComparisonState {
    return this.#state;
  }

  /** What is read already is given up, and what was compared before stays until this is read. Rejects with why it was not. */
  async compare({ name, commit, day }: RevisionChoice): Promise<void> {
    this.#current?.abort();
    const current = new AbortController();
    this.#current = current;
    const isNewest = (): boolean => this.#current === current;
    this.#set({ reading: { name, done: 0, total: 0 } });
    try {
      const read = await this.reader.read(commit, { signal: current.signal, onProgress: (done, total) => isNewest() && this.#progress(name, done, total) });
      if (!isNewest()) return;
      this.#current = undefined;
      this.#set({ compared: { name, commit, day, ...read }, reading: undefined });
    } catch (error) {
      if (!isNewest()) return;
      this.#current = undefined;
      this.#set({ reading: undefined });
      if (!(error instanceof GitStopped)) throw error;
    }
  }

  cancel(): void {
    if (this.#current === undefined) return;
    this.#current.abort();
    this.#current = undefined;
    this.#set({ reading: undefined });
  }

  end(): void {
    this.cancel();
    if (this.#state.compared !== undefined) this.#set({ compared: undefined });
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

  #progress(name: string, done: number, total: number): void {
    const now = this.now();
    if (now - this.#toldAtMs < TELL_EVERY_MS && done < total) return;
    this.#toldAtMs = now;
    this.#set({ reading: { name, done, total } });
  }

  #set(change: Partial<ComparisonState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
