/**
 * The arrows of a roadmap: from each item to those that name it in `depends_on`, with the impossible ones marked.
 *
 * A conflict is said only when it holds however the fuzzy dates are read: "ends in 2027, next starts in 2027" is none.
 * Circles of dependencies are reported, never followed.
 */
import type { ItemSources } from './item-sources.js';
import type { RoadmapArrow, RoadmapProblem } from './roadmap-layout.js';

/** Of an item by number: whether it is drawn, or only listed, or left out by the filter. */
export type Presence = 'drawn' | 'listed' | undefined;

export interface Dependencies {
  /** By successor in the order of the items, then in the order of its note. */
  readonly arrows: readonly RoadmapArrow[];
  /** One for each circle of which an item is shown, at the first that is. */
  readonly problems: readonly RoadmapProblem[];
}

/** A message names so many items of a circle before it says "and n more". */
const MAX_NAMED = 6;

export function findDependencies(sources: ItemSources, presence: readonly Presence[]): Dependencies {
  const { items, before, cycles } = sources;
  const cycleOf = new Map<number, number>();
  cycles.forEach((members, cycle) => {
    for (const member of members) cycleOf.set(member, cycle);
  });
  const arrows: RoadmapArrow[] = [];
  before.forEach((targets, index) => {
    if (targets.length === 0 || presence[index] !== 'drawn') return;
    const to = items[index];
    for (const target of targets) {
      const from = items[target];
      if (to?.timing === undefined || from?.timing === undefined || presence[target] !== 'drawn' || target === index) continue;
      const cycle = cycleOf.get(index);
      const inCycle = cycle !== undefined && cycle === cycleOf.get(target);
      arrows.push({ from: from.item.id, to: to.item.id, conflict: to.timing.startsBy < from.timing.endsFrom, inCycle });
    }
  });
  return { arrows, problems: cycles.flatMap((members) => cycleProblem(members, sources, presence) ?? []) };
}

function cycleProblem(members: readonly number[], { items }: ItemSources, presence: readonly Presence[]): RoadmapProblem | undefined {
  const first = members.find((member) => presence[member] !== undefined);
  if (first === undefined) return undefined;
  const pathOf = (member: number): string => items[member]?.item.id ?? '';
  const names = members.slice(0, MAX_NAMED).map((member) => `"${items[member]?.item.title ?? ''}"`);
  const more = members.length > MAX_NAMED ? ` and ${members.length - MAX_NAMED} more` : '';
  const message =
    members.length === 1
      ? `${names.join()} depends on itself. Remove that link from depends_on.`
      : `${names.join(', ')}${more} wait for each other. Remove one of their links in depends_on.`;
  return { kind: 'dependency-cycle', path: pathOf(first), message, related: members.filter((member) => member !== first).map(pathOf) };
}
