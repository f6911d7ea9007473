/**
 * The arrows of a roadmap: from each item to those that name it in `depends_on`, with the impossible ones marked.
 *
 * A conflict is said only when it holds however the fuzzy dates are read: "ends in 2027, next starts in 2027" is none.
 * Circles of dependencies are found (Tarjan's components, without recursion) and reported, never followed.
 */
import type { EpochDay } from '../playbook/calendar-date.js';
import { byCodeUnits } from '../playbook/playbook.js';
import type { RoadmapArrow, RoadmapProblem } from './roadmap-layout.js';

export interface DependencyNode {
  readonly id: string;
  readonly title: string;
  readonly dependsOn: readonly string[];
  /** Undefined when the item is not drawn. */
  readonly timing: { readonly startsBy: EpochDay; readonly endsFrom: EpochDay } | undefined;
}

export interface Dependencies {
  /** By successor in the order given, then in the order of its note. */
  readonly arrows: readonly RoadmapArrow[];
  readonly problems: readonly RoadmapProblem[];
}

/** A message names so many items of a circle before it says "and n more". */
const MAX_NAMED = 6;

export function findDependencies(nodes: readonly DependencyNode[]): Dependencies {
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const cycles = findCycles(nodes);
  const cycleOf = new Map<string, number>();
  cycles.forEach((ids, index) => ids.forEach((id) => cycleOf.set(id, index)));
  const arrows: RoadmapArrow[] = [];
  for (const { id, dependsOn, timing } of nodes) {
    for (const from of dependsOn) {
      const before = nodeById.get(from)?.timing;
      if (timing === undefined || before === undefined || from === id) continue;
      const cycle = cycleOf.get(id);
      const inCycle = cycle !== undefined && cycle === cycleOf.get(from);
      arrows.push({ from, to: id, conflict: timing.startsBy < before.endsFrom, inCycle });
    }
  }
  return { arrows, problems: cycles.map((ids) => cycleProblem(ids, nodeById)) };
}

/** Groups of items that wait for each other, or one that waits for itself; ids by code units, groups by first id. */
export function findCycles(nodes: readonly Pick<DependencyNode, 'id' | 'dependsOn'>[]): readonly (readonly string[])[] {
  const dependsOn = new Map(nodes.map((node) => [node.id, node.dependsOn]));
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const cycles: string[][] = [];
  const enter = (id: string): { readonly id: string; next: number } => {
    order.set(id, order.size);
    low.set(id, order.size - 1);
    open.push(id);
    isOpen.add(id);
    return { id, next: 0 };
  };
  const lower = (id: string, value: number): void => {
    low.set(id, Math.min(low.get(id) ?? value, value));
  };
  for (const { id: root } of nodes) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const target = dependsOn.get(at.id)?.[at.next++];
      if (target !== undefined) {
        if (!dependsOn.has(target)) continue;
        const seen = order.get(target);
        if (seen === undefined) path.push(enter(target));
        else if (isOpen.has(target)) lower(at.id, seen);
        continue;
      }
      path.pop();
      const own = low.get(at.id) ?? 0;
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.id, own);
      if (own !== order.get(at.id)) continue;
      const members = open.splice(open.lastIndexOf(at.id));
      for (const member of members) isOpen.delete(member);
      if (members.length > 1 || dependsOn.get(at.id)?.includes(at.id) === true) cycles.push(members.sort(byCodeUnits));
    }
  }
  return cycles.sort((a, b) => byCodeUnits(a[0] ?? '', b[0] ?? ''));
}

function cycleProblem(ids: readonly string[], nodeById: ReadonlyMap<string, DependencyNode>): RoadmapProblem {
  const [path = '', ...related] = ids;
  const names = ids.slice(0, MAX_NAMED).map((id) => `"${nodeById.get(id)?.title ?? id}"`);
  const more = ids.length > MAX_NAMED ? ` and ${ids.length - MAX_NAMED} more` : '';
  const message =
    ids.length === 1
      ? `${names.join()} depends on itself. Remove that link from depends_on.`
      : `${names.join(', ')}${more} wait for each other. Remove one of their links in depends_on.`;
  return { kind: 'dependency-cycle', path, message, related };
}
