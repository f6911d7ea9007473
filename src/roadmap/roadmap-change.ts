/** What is to change about items of the roadmap, before any note is touched. */
import type { DaySpan, RoadmapGrouping, RoadmapItem } from './roadmap-layout.js';

/** What is absent stays as it is in the note. */
export interface ItemChange {
  /** Path of the item's note. */
  readonly path: string;
  /** As it is to be written, in the precision the note had; null takes the value away. */
  readonly start?: string | null;
  readonly end?: string | null;
  /** The dates that the change was planned from: a note that has others by now is left as it is. One that is not named is not of the note. */
  readonly was?: Partial<WrittenDates>;
  /** Paths of items that it is to wait for, or no longer. */
  readonly addPredecessors?: readonly string[];
  readonly removePredecessors?: readonly string[];
  /** Another lane: the value that the lanes stand for is `from` no longer, and `to` now. */
  readonly lane?: LaneChange;
  /** Other properties by name; null takes a value away. */
  readonly properties?: Readonly<Record<string, string | number | null>>;
}

/** As written; undefined for none, or for one that cannot be read. */
export interface WrittenDates {
  readonly start: string | undefined;
  readonly end: string | undefined;
}

/** A slug, a unit, the path of an executive, or a property's text; undefined for "no value". */
export interface LaneChange {
  readonly groupBy: RoadmapGrouping;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface RoadmapChange {
  /** What is done, as shown with the preview and the undo: "Move Storm texts to 2027-03". */
  readonly title: string;
  readonly items: readonly ItemChange[];
  /** Nobody saw yet what it writes: it is previewed even if it is of one note. */
  readonly withPreview?: true;
}

/** A new item, as far as the chart knows it: to be completed in a dialog. */
export interface NewItem {
  readonly kind: 'initiative' | 'pilot' | 'milestone';
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** The lane it was drawn in. */
  readonly lane: Omit<LaneChange, 'from'> | undefined;
}

/** What an item is moved or resized by: both edges, or one. */
export type MoveEdge = 'both' | 'start' | 'end';

export interface MoveRequest {
  readonly ids: readonly string[];
  /** Negative for earlier. */
  readonly days: number;
  readonly edge: MoveEdge;
  /** Whether what waits for the items makes room for them. */
  readonly withDependents: boolean;
}

/** Where an item stands after a move: the days it covers, whatever the horizon, and the dates to write. */
export interface MovedItem extends DaySpan, WrittenDates {
  readonly id: string;
  readonly title: string;
  readonly kind: RoadmapItem['kind'];
  /** It makes room for an item that it waits for; nobody moved it by hand. */
  readonly isDependent: boolean;
}

export interface MoveOutcome {
  readonly change: RoadmapChange;
  /** Items that stand elsewhere than before: those asked for in their order, then what waits for them. */
  readonly moved: readonly MovedItem[];
  /** Ids of items that wait for a moved one, start before it ends now, and did not before. */
  readonly late: readonly string[];
  /** Ids of moved items that now start before something ends that they wait for and that did not move. */
  readonly early?: readonly string[];
  /** Items that stay, and why. */
  readonly refused: readonly { readonly id: string; readonly message: string }[];
}

/** A change, or why there is none: what was found and what to do. */
export type PlannedRoadmapChange = { readonly ok: true; readonly change: RoadmapChange } | { readonly ok: false; readonly message: string };
