/** What the roadmap can be filtered by: the values that its items have, how often, and the filter that a press makes. */
import { COMPETENCIES, COMPETENCY_LABEL } from '../playbook/competency.js';
import { AMBITIONS, PHASES, WORK_STATUSES } from '../playbook/note.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { unitKey } from '../playbook/readiness.js';
import { capitalised } from '../roadmap/capitalised.js';
import { cleanText } from '../roadmap/clean-text.js';
import type { RoadmapFilter } from '../roadmap/roadmap-filter.js';
import type { RoadmapItem, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { phaseName, roadmapIndex } from './roadmap-index.js';
import { WORDS } from './words/words.js';

export interface FacetValue {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  toggled(): RoadmapFilter;
}

export interface Facet {
  readonly label: string;
  readonly values: readonly FacetValue[];
}

const KINDS = ['initiative', 'pilot', 'milestone'] as const;

/** Number of things that are asked for, beside the search. */
export function countFilters(filter: RoadmapFilter): number {
  const { text: _, gapsOnly, focus, ...lists } = filter;
  return Object.values(lists).filter((list) => list.length > 0).length + (gapsOnly ? 1 : 0) + (focus === undefined ? 0 : 1);
}

/** By the items of a layout without filter. Values that no item has are left out, unless they are asked for. */
export function roadmapFacets(layout: RoadmapLayout, filter: RoadmapFilter): readonly Facet[] {
  const items = [...roadmapIndex(layout).items.values()];
  const names = WORDS.roadmap.filterBy;
  return [
    facet(names.competencies, items, filter.competencies, ({ competencies }) => competencies, (competencies) => ({ ...filter, competencies }), (value) => COMPETENCY_LABEL[value], COMPETENCIES),
    facet(names.statuses, items, filter.statuses, ({ status }) => [status], (statuses) => ({ ...filter, statuses }), capitalised, WORK_STATUSES),
    facet(names.phases, items, filter.phases, ({ phase }) => [phase], (phases) => ({ ...filter, phases }), (value) => phaseName(layout, value), PHASES),
    facet(names.kinds, items, filter.kinds, ({ kind }) => [kind], (kinds) => ({ ...filter, kinds }), (value) => WORDS.roadmap.kinds[value], KINDS),
    facet(names.ambitions, items, filter.ambitions, ({ ambition }) => [ambition], (ambitions) => ({ ...filter, ambitions }), capitalised, AMBITIONS),
    facet(names.units, items, filter.units, ({ units }) => units, (units) => ({ ...filter, units }), cleanText),
    facet(names.sponsors, items, filter.sponsors, ({ sponsors }) => sponsors.map(({ name }) => name), (sponsors) => ({ ...filter, sponsors }), cleanText),
  ];
}

/** Values in their own order; without one by how often they are there. */
function facet<Value extends string>(
  label: string,
  items: readonly RoadmapItem[],
  chosen: readonly Value[],
  valuesOf: (item: RoadmapItem) => readonly (Value | undefined)[],
  filterBy: (values: readonly Value[]) => RoadmapFilter,
  nameOf: (value: Value) => string,
  order?: readonly Value[],
): Facet {
  const counts = new Map<string, { readonly value: Value; count: number }>();
  const on = new Set(chosen.map(unitKey));
  for (const value of [...(order ?? []), ...chosen]) if (!counts.has(unitKey(value))) counts.set(unitKey(value), { value, count: 0 });
  for (const item of items) {
    for (const value of valuesOf(item)) {
      if (value === undefined) continue;
      const known = counts.get(unitKey(value));
      if (known === undefined) counts.set(unitKey(value), { value, count: 1 });
      else known.count++;
    }
  }
  const values = [...counts].filter(([key, { count }]) => count > 0 || on.has(key));
  if (order === undefined) values.sort(([a, { count }], [b, other]) => other.count - count || byCodeUnits(a, b));
  return {
    label,
    values: values.map(([key, { value, count }]) => ({
      label: nameOf(value),
      count,
      isOn: on.has(key),
      toggled: () => filterBy(on.has(key) ? chosen.filter((one) => unitKey(one) !== key) : [...chosen, value]),
    })),
  };
}
