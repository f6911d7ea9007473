/** Reads the recorded levels of the vault on a desktop: git gives its bytes in pieces, and the app draws between them. */
import type { App } from 'obsidian';
import type { Git, GitAsk } from '../history/git-port.js';
import { readRecordedHistory } from '../history/read-history.js';
import { readRepository } from '../history/revision.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import type { RecordedHistory } from '../playbook/recorded-history.js';
import type { LivingPlaybook } from '../vault/living-playbook.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { TimeSlices, type Clock } from '../vault/time-slices.js';
import { WORDS } from '../views/words/words.js';
import { DesktopGit } from './desktop-git.js';
import { openDesktopHistoryCache } from './desktop-history-cache.js';
import { repositoryFolder, type Desktop } from './desktop-node.js';
import { reachDesktop } from './reach-desktop.js';
import type { HistoryReader } from './session-history.js';

/** Undefined where nothing can be started: on phones. */
export function desktopHistoryReader(app: App, playbook: LivingPlaybook, clock: Clock): HistoryReader | undefined {
  const desktop = reachDesktop(app);
  if (desktop === undefined) return undefined;
  return {
    canRead: () => repositoryFolder(desktop) !== undefined,
    read: (signal, onProgress) => {
      if (playbook.store === undefined) return Promise.reject(new Error(WORDS.history.stillReading));
      return readDesktopHistory(desktop, playbook.store, clock, { signal, onProgress });
    },
  };
}

interface HistoryAsk {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Throws what git's failures are: see {@link readRecordedHistory}. */
export async function readDesktopHistory(desktop: Desktop, store: Pick<PlaybookStore, 'config' | 'isIgnored'>, clock: Clock, { signal, onProgress }: HistoryAsk): Promise<RecordedHistory> {
  const slices = new TimeSlices(clock);
  const git = new SlicedGit(new DesktopGit(desktop), slices);
  const repository = await readRepository(git, signal);
  return readRecordedHistory(git, repository, {
    notes: buildNoteContext(store.config.settings),
    isIgnored: (path) => store.isIgnored(path),
    // Whoever has the vault open sees those notes too.
    includePrivate: true,
    cache: await openDesktopHistoryCache(git, desktop, { prefix: repository.prefix, chance: String(clock.now()).replace(/\D/g, ''), signal }),
    signal,
    onProgress,
    pause: () => slices.pause(),
  });
}

/** Lets the app draw between two pieces, where working at what came took longer than a slice. */
class SlicedGit implements Git {
  readonly #git: Git;
  readonly #slices: TimeSlices;

  constructor(git: Git, slices: TimeSlices) {
    this.#git = git;
    this.#slices = slices;
  }

  decode(bytes: Uint8Array): string {
    return this.#git.decode(bytes);
  }

  async *ask(ask: GitAsk): AsyncIterable<Uint8Array> {
    for await (const piece of this.#git.ask(ask)) {
      yield piece;
      await this.#slices.pause();
    }
  }
}
