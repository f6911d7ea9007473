/** The roadmap's layouts for a choice: as recorded, and as it would be in a what-if. Zoom and closed lanes need no new one. */
import { useMemo } from 'preact/hooks';
import { layoutRoadmap } from '../roadmap/layout.js';
import { NO_FILTER } from '../roadmap/roadmap-filter.js';
import { layoutOptionsOf, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout, RoadmapSource } from '../roadmap/roadmap-layout.js';
import type { RecordedHistory } from '../playbook/recorded-history.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import type { RaisedLevels } from './roadmap-actions.js';

export interface RoadmapLayouts {
  /** As recorded. */
  readonly recorded: RoadmapLayout;
  /** With the levels that a what-if supposes; the recorded one without. */
  readonly shown: RoadmapLayout;
  /** Of all items, whatever the filter: laid out when first asked. */
  readonly whole: () => RoadmapLayout;
}

export function useRoadmapLayout(store: PlaybookStore, version: number, choice: RoadmapChoice, source: RoadmapSource | undefined, raised: RaisedLevels, history?: RecordedHistory): RoadmapLayouts {
  const { groupBy, filter, dropped, from, to } = choice;
  const build = (part: RoadmapChoice, supposed?: RaisedLevels): RoadmapLayout =>
    layoutRoadmap(store.playbook, {
      ...layoutOptionsOf(part, store.today),
      levelLabels: store.config.settings.levelLabels,
      source,
      raised: supposed,
      history,
    });
  const recorded = useMemo(() => build(choice), [store, version, source, groupBy, filter, dropped, from, to, history]);
  const shown = useMemo(() => (raised.size === 0 ? recorded : build(choice, raised)), [recorded, raised]);
  const whole = useMemo(() => {
    let layout: RoadmapLayout | undefined;
    return () => (layout ??= filter === NO_FILTER ? recorded : build({ ...choice, filter: NO_FILTER }));
  }, [recorded]);
  return { recorded, shown, whole };
}
