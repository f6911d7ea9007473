/**
 * Threads as the rows of a list: in groups by their state, each opened or closed. A row's key names its group too, so
 * that a thread which changes its state leaves its place, and what follows there takes the focus.
 */
import { byCodeUnits } from '../playbook/playbook.js';
import type { ThreadsChoice } from './thread-choice.js';
import { THREAD_STATES, type ThreadRow, type ThreadState } from './thread-rows.js';

export interface ThreadGroup {
  readonly kind: 'group';
  readonly key: string;
  readonly state: ThreadState;
  readonly count: number;
  readonly isOpen: boolean;
}

export interface ThreadItem {
  readonly kind: 'thread';
  readonly key: string;
  readonly row: ThreadRow;
  readonly group: ThreadGroup;
  /** From 1, in its group. */
  readonly place: number;
}

export type ThreadListRow = ThreadGroup | ThreadItem;

/** Groups without threads are left out. */
export function listThreads(threads: readonly ThreadRow[], { scope, order, closed }: ThreadsChoice): readonly ThreadListRow[] {
  const compare = scope === 'vault' && order === 'newest' ? byNewest : byPlace;
  return THREAD_STATES.flatMap((state): readonly ThreadListRow[] => {
    const ofState = threads.filter((row) => row.state === state);
    if (ofState.length === 0) return [];
    const group: ThreadGroup = { kind: 'group', key: state, state, count: ofState.length, isOpen: !closed.includes(state) };
    if (!group.isOpen) return [group];
    const items = ofState.sort(compare).map((row, index): ThreadItem => ({ kind: 'thread', key: `${state}:${row.path}`, row, group, place: index + 1 }));
    return [group, ...items];
  });
}

/** As the notes stand in the vault, and the passages in them; those of no note last. */
function byPlace(a: ThreadRow, b: ThreadRow): number {
  if (a.notePath !== b.notePath) return a.notePath === undefined ? 1 : b.notePath === undefined ? -1 : byCodeUnits(a.notePath, b.notePath);
  // Infinity minus infinity is no number.
  return (a.at === b.at ? 0 : a.at - b.at) || byCodeUnits(a.annotation.created, b.annotation.created) || byCodeUnits(a.path, b.path);
}

function byNewest(a: ThreadRow, b: ThreadRow): number {
  return byCodeUnits(newestIn(b), newestIn(a)) || byCodeUnits(a.path, b.path);
}

function newestIn({ annotation: { events, created } }: ThreadRow): string {
  return events[events.length - 1]?.at ?? created;
}
