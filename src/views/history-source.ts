/** What views know of the levels that git recorded, and ask of the program they are shown in. Phones have none of it. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { RecordedHistory } from '../playbook/recorded-history.js';

export interface HistoryState {
  /** The newest that was read whole; undefined before the first. */
  readonly history: RecordedHistory | undefined;
  /** Undefined: nothing is being read. */
  readonly reading: HistoryProgress | undefined;
  /** Why the last reading gave nothing; undefined when it did, or was stopped. */
  readonly failure: string | undefined;
}

/** Texts of notes; both are 0 while the commits are still listed. */
export interface HistoryProgress {
  readonly done: number;
  readonly total: number;
}

export interface HistorySource {
  readonly state: HistoryState;
  /** Whether there is a repository to read from. */
  canRead(): boolean;
  /** Begins to read; what is being read already is given up. */
  read(): void;
  /** Gives up what is being read; what was read before stays. */
  cancel(): void;
  /** Called after each change of the state; gives back how to end it. */
  subscribe(listener: () => void): () => void;
}

/** Undefined where there is no history to read. */
export function useHistory(source: HistorySource | undefined): HistoryState | undefined {
  const [, setVersion] = useState(0);
  useLayoutEffect(() => source?.subscribe(() => setVersion((before) => before + 1)), [source]);
  return source === undefined || (source.state.history === undefined && !source.canRead()) ? undefined : source.state;
}
