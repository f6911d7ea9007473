/** The roadmap laid out by a choice, for what is made of it without a view: files, print, a block on paper. */
import type { RecordedHistory } from '../playbook/recorded-history.js';
import { layoutRoadmap } from '../roadmap/layout.js';
import { layoutOptionsOf, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import { NO_FILTER } from '../roadmap/roadmap-filter.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import type { ComparedPlaybook } from '../views/comparison-source.js';
import { ghostsSince } from '../views/use-roadmap-ghosts.js';

export function layoutChoice({ playbook, today, config }: PlaybookStore, choice: RoadmapChoice, history?: RecordedHistory): RoadmapLayout {
  return layoutRoadmap(playbook, { ...layoutOptionsOf(choice, today), levelLabels: config.settings.levelLabels, history });
}

/** With where its items stood in what the roadmap is compared with, as the view shows it. */
export function shownLayout(store: PlaybookStore, choice: RoadmapChoice, history: RecordedHistory | undefined, compared: ComparedPlaybook | undefined): RoadmapLayout {
  const layout = layoutChoice(store, choice, history);
  if (compared === undefined) return layout;
  const whole = (): RoadmapLayout => (choice.filter === NO_FILTER ? layout : layoutChoice(store, { ...choice, filter: NO_FILTER }));
  return { ...layout, ghosts: ghostsSince(compared, store, choice, { shown: layout, whole }) };
}
