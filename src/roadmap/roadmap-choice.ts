/**
 * What a person chose to see of the roadmap. The same names are options of the view, a saved view, a base and a
 * `cx-roadmap` block.
 */
import type { RoadmapFilter } from './roadmap-filter.js';
import { NO_FILTER } from './roadmap-filter.js';
import type { RoadmapGrouping } from './roadmap-layout.js';

export interface RoadmapChoice {
  readonly groupBy: RoadmapGrouping;
  readonly filter: RoadmapFilter;
  /** As many items in a row as fit, or one. */
  readonly rows: 'packed' | 'single';
  /** Dropped work too. */
  readonly dropped: boolean;
  /** Commitment tracks and gap rails. */
  readonly commitment: boolean;
  readonly arrows: boolean;
  /** First and last day shown, as written (a day, month, quarter or year); the journey's when undefined. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** All in the width of the pane, or px per day. */
  readonly zoom: 'fit' | number;
  /** Ids of lanes that are closed. */
  readonly collapsed: readonly string[];
}

export const DEFAULT_CHOICE: RoadmapChoice = {
  groupBy: 'competency',
  filter: NO_FILTER,
  rows: 'packed',
  dropped: false,
  commitment: true,
  arrows: true,
  from: undefined,
  to: undefined,
  zoom: 'fit',
  collapsed: [],
};
