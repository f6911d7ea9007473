/** Where the items of the roadmap stood in the state that it is compared with. */
import { useMemo } from 'preact/hooks';
import { withGhosts } from '../roadmap/ghosts.js';
import { layoutRoadmap } from '../roadmap/layout.js';
import { layoutOptionsOf, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import { NO_FILTER } from '../roadmap/roadmap-filter.js';
import type { RoadmapGhost, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import type { ComparedPlaybook } from './comparison-source.js';

const NO_GHOSTS: readonly RoadmapGhost[] = [];

interface Layouts {
  readonly shown: RoadmapLayout;
  /** The same of all items. */
  readonly whole: () => RoadmapLayout;
}

/** The shown layout with its ghosts; the same object where there is nothing to compare with. */
export function useRoadmapGhosts(store: PlaybookStore, choice: RoadmapChoice, { shown, whole }: Layouts, compared: ComparedPlaybook | undefined): RoadmapLayout {
  const ghosts = useMemo(() => (compared === undefined ? NO_GHOSTS : ghostsSince(compared, store, choice, { shown, whole })), [shown, whole, compared]);
  return useMemo(() => (ghosts.length === 0 ? shown : { ...shown, ghosts }), [shown, ghosts]);
}

/** Changes are found among all items, for one that the filter hides now is not gone; those are told that are shown, or were. */
export function ghostsSince(compared: ComparedPlaybook, { today, config }: Pick<PlaybookStore, 'today' | 'config'>, choice: RoadmapChoice, { shown, whole }: Layouts): readonly RoadmapGhost[] {
  const { firstDay: fromDay, lastDay: toDay } = shown.horizon;
  const layoutOf = (part: RoadmapChoice): RoadmapLayout => layoutRoadmap(compared.playbook, { ...layoutOptionsOf(part, today), fromDay, toDay, levelLabels: config.settings.levelLabels });
  const before = layoutOf({ ...choice, filter: NO_FILTER });
  const wasShown = idsOf(choice.filter === NO_FILTER ? before : layoutOf(choice));
  const isShown = idsOf(shown);
  return withGhosts(before, whole(), { renamed: compared.renamed }).ghosts.filter(({ id, change }) => (change === 'gone' ? wasShown : isShown).has(id));
}

function idsOf({ lanes, unscheduled }: RoadmapLayout): ReadonlySet<string> {
  return new Set([...lanes.flatMap(({ bars, milestones }) => [...bars, ...milestones]), ...unscheduled].map(({ id }) => id));
}
