/** The roadmap laid out by a choice, for what is made of it without a view: files, print, a block on paper. */
import type { RecordedHistory } from '../playbook/recorded-history.js';
import { layoutRoadmap } from '../roadmap/layout.js';
import { layoutOptionsOf, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { PlaybookStore } from '../vault/playbook-store.js';

export function layoutChoice({ playbook, today, config }: PlaybookStore, choice: RoadmapChoice, history?: RecordedHistory): RoadmapLayout {
  return layoutRoadmap(playbook, { ...layoutOptionsOf(choice, today), levelLabels: config.settings.levelLabels, history });
}
