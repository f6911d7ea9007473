/** A source of histories that a test drives by hand. */
import { act } from 'preact/test-utils';
import type { HistorySource, HistoryState } from '../../src/views/history-source.js';

export interface HistoryInHand {
  readonly source: HistorySource;
  /** `read` and `cancel`, in order. */
  readonly asked: readonly string[];
  readonly set: (state: Partial<HistoryState>) => Promise<void>;
}

export function historyInHand(first: Partial<HistoryState> = {}, canRead = true): HistoryInHand {
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  let state: HistoryState = { history: undefined, reading: undefined, failure: undefined, ...first };
  return {
    asked,
    source: {
      get state() {
        return state;
      },
      canRead: () => canRead,
      read: () => void asked.push('read'),
      cancel: () => void asked.push('cancel'),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    set: (next) =>
      act(() => {
        state = { ...state, ...next };
        for (const listener of listeners) listener();
      }),
  };
}
