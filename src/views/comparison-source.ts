/** What the roadmap knows of an earlier state that it is compared with, and asks of the program it is shown in. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { Playbook } from '../playbook/playbook.js';

/** A revision of git that the roadmap is compared with. */
export interface ComparedWith {
  /** What it is called: a branch, a tag, the beginning of a commit's id. May hold anything. */
  readonly name: string;
  /** The commit's full id. */
  readonly commit: string;
  readonly day: CalendarDate | undefined;
}

export interface ComparedPlaybook extends ComparedWith {
  readonly playbook: Playbook;
  /** Path of now by path of then of notes that were renamed since. */
  readonly renamed: ReadonlyMap<string, string>;
}

export interface ComparisonState {
  /** Undefined: the roadmap is compared with nothing. */
  readonly compared: ComparedPlaybook | undefined;
  /** What is being read; `total` is 0 while notes are still listed. */
  readonly reading: { readonly name: string; readonly done: number; readonly total: number } | undefined;
}

export interface ComparisonSource {
  readonly state: ComparisonState;
  /** Gives up what is being read; an earlier comparison stays. */
  cancel(): void;
  /** Compares with nothing any more. */
  end(): void;
  /** Called after each change of the state; gives back how to end it. */
  subscribe(listener: () => void): () => void;
}

/** Undefined where nothing can be compared: on phones. */
export function useComparison(source: ComparisonSource | undefined): ComparisonState | undefined {
  const [, setVersion] = useState(0);
  useLayoutEffect(() => source?.subscribe(() => setVersion((before) => before + 1)), [source]);
  return source?.state;
}
