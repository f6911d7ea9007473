/** What is to change about items of the roadmap, before any note is touched. */
import type { RoadmapGrouping } from './roadmap-layout.js';

/** What is absent stays as it is in the note. */
export interface ItemChange {
  /** Path of the item's note. */
  readonly path: string;
  /** As it is to be written, in the precision the note had; null takes the property away. */
  readonly start?: string | null;
  readonly end?: string | null;
  /** Paths of items that it is to wait for, or no longer. */
  readonly addPredecessors?: readonly string[];
  readonly removePredecessors?: readonly string[];
  /** Another lane: the value that the lanes stand for is `from` no longer, and `to` now. */
  readonly lane?: LaneChange;
  /** Other properties by name; null takes one away. */
  readonly properties?: Readonly<Record<string, string | number | null>>;
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
}

/** A new item, as far as the chart knows it: to be completed in a dialog. */
export interface NewItem {
  readonly kind: 'initiative' | 'pilot' | 'milestone';
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** The lane it was drawn in. */
  readonly lane: Omit<LaneChange, 'from'> | undefined;
}
