/** Which items a roadmap shows. */
import type { Competency } from '../playbook/competency.js';
import type { Ambition, Phase, WorkStatus } from '../playbook/note.js';

/** An item is shown when it has one of the values of each list that is not empty, and all else that is asked. */
export interface RoadmapFilter {
  /** Every word stands in the item's title, path, sponsors, units or competencies, in any case. */
  readonly text: string;
  readonly kinds: readonly ('initiative' | 'pilot' | 'milestone')[];
  readonly competencies: readonly Competency[];
  readonly statuses: readonly WorkStatus[];
  readonly phases: readonly Phase[];
  readonly ambitions: readonly Ambition[];
  /** In any case. */
  readonly units: readonly string[];
  /** Names (titles) of executives, in any case. */
  readonly sponsors: readonly string[];
  /** Only items with days on which the recorded commitment is too low. */
  readonly gapsOnly: boolean;
  /** Path of an item: it, what it waits for and what waits for it, and nothing else. */
  readonly focus: string | undefined;
}

export const NO_FILTER: RoadmapFilter = {
  text: '',
  kinds: [],
  competencies: [],
  statuses: [],
  phases: [],
  ambitions: [],
  units: [],
  sponsors: [],
  gapsOnly: false,
  focus: undefined,
};
