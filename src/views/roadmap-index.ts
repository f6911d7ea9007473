/** A layout's items by their ids, with what waits for them: looked up by menus and panels, built when first asked. */
import { addTo } from '../playbook/add-to.js';
import type { Phase } from '../playbook/note.js';
import { cleanText } from '../roadmap/clean-text.js';
import { PHASE_LABEL } from '../roadmap/lanes.js';
import { itemName } from '../roadmap/roadmap-words.js';
import type { RoadmapArrow, RoadmapEntry, RoadmapItem, RoadmapLayout, RoadmapProblem, UnscheduledItem } from '../roadmap/roadmap-layout.js';

export interface RoadmapIndex {
  /** Drawn or not. */
  readonly items: ReadonlyMap<string, RoadmapEntry | UnscheduledItem>;
  /** Id of the lane in which a drawn item stands. */
  readonly lanes: ReadonlyMap<string, string>;
  /** Items that depend on an item, in the order of the chart. */
  readonly successors: ReadonlyMap<string, readonly RoadmapItem[]>;
  /** Links whose successor starts too early. */
  readonly late: readonly RoadmapArrow[];
}

const BY_LAYOUT = new WeakMap<RoadmapLayout, RoadmapIndex>();

export function roadmapIndex(layout: RoadmapLayout): RoadmapIndex {
  const known = BY_LAYOUT.get(layout);
  if (known !== undefined) return known;
  const items = new Map<string, RoadmapEntry | UnscheduledItem>();
  const lanes = new Map<string, string>();
  for (const lane of layout.lanes) {
    for (const entry of [...lane.bars, ...lane.milestones]) {
      items.set(entry.id, entry);
      lanes.set(entry.id, lane.id);
    }
  }
  for (const item of layout.unscheduled) items.set(item.id, item);
  const successors = new Map<string, RoadmapItem[]>();
  for (const item of items.values()) {
    for (const before of item.dependsOn) {
      addTo(successors, before, item);
    }
  }
  const index = { items, lanes, successors, late: layout.arrows.filter(({ conflict }) => conflict) };
  BY_LAYOUT.set(layout, index);
  return index;
}

/** An item's title as it is shown, with what tells it from others of that title. */
export function nameOf(item: Pick<RoadmapItem, 'title' | 'disambiguation'>): string {
  return cleanText(itemName(item));
}

/** As the journey calls it, where it does. */
export function phaseName({ phases }: RoadmapLayout, phase: Phase): string {
  const planned = phases.find((one) => one.phase === phase);
  return planned === undefined ? PHASE_LABEL[phase] : cleanText(planned.name);
}

/** What is wrong in notes. That an item lies outside the days shown is told where it stands, off the chart. */
export function problemsIn({ problems }: RoadmapLayout): readonly RoadmapProblem[] {
  return problems.filter(({ kind }) => kind !== 'outside-horizon');
}

/** Undefined for an item that is not drawn. */
export function entryOf(layout: RoadmapLayout, id: string): RoadmapEntry | undefined {
  const item = roadmapIndex(layout).items.get(id);
  return item !== undefined && 'gaps' in item ? item : undefined;
}

/** All that a set of ids names, as far as it is there. */
export function itemsOf(layout: RoadmapLayout, ids: Iterable<string>): readonly (RoadmapEntry | UnscheduledItem)[] {
  return [...ids].flatMap((id) => roadmapIndex(layout).items.get(id) ?? []);
}

/** Days on which the recorded commitment is too low, summed over all items. */
export function countShortDays({ lanes }: RoadmapLayout): number {
  let days = 0;
  for (const { bars, milestones } of lanes) {
    for (const { gaps } of [...bars, ...milestones]) for (const { state, fromDay, toDay } of gaps) days += state === 'short' ? toDay - fromDay + 1 : 0;
  }
  return days;
}

export function countItems(layout: RoadmapLayout): { readonly items: number; readonly gaps: number } {
  return layout.lanes.reduce((sum, { itemCount, gapCount }) => ({ items: sum.items + itemCount, gaps: sum.gaps + gapCount }), { items: layout.unscheduled.length, gaps: 0 });
}
