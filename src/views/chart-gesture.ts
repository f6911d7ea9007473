/**
 * One drag from press to drop, without a page: where the pointer is goes in, what is to be drawn and what a drop would do
 * come out. Each kind of drag is one of these.
 */
import type { Point } from '../roadmap/arrow-routes.js';
import type { MoveOutcome, MoveRequest, NewItem, RoadmapChange } from '../roadmap/roadmap-change.js';
import type { DragFrame } from './drag-frame.js';

export interface Gesture {
  /** Items that take part, the one under the pointer first; empty for what is new or chosen. */
  readonly ids: readonly string[];
  /** What to draw with the pointer at a place of the chart; `isFree`: days are not rounded to the zoom's unit. */
  moveTo(at: Point, isFree: boolean): DragFrame;
  /** What letting go would do now. */
  drop(): Drop;
}

/** A move with what was asked for: by that, dependents can be shifted afterwards. */
export interface PlannedMove {
  readonly request: MoveRequest;
  readonly outcome: MoveOutcome;
}

export type Drop =
  /** `said` tells what was done once it is. */
  | { readonly kind: 'change'; readonly change: RoadmapChange; readonly move: PlannedMove | undefined; readonly said: string }
  | { readonly kind: 'create'; readonly item: NewItem }
  | { readonly kind: 'select'; readonly ids: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'nothing' };

/** Both changes as one, for one preview and one undo. What both say of a note is said by the second. */
export function mergeChanges(first: RoadmapChange, second: RoadmapChange, title: string): RoadmapChange {
  const items = new Map(first.items.map((item) => [item.path, item]));
  for (const item of second.items) items.set(item.path, { ...items.get(item.path), ...item });
  return { title, items: [...items.values()] };
}
