/** Circles in what waits for what, and what hangs together: walks over the dependencies, none of which recurses. */
import { byCodeUnits } from '../playbook/playbook.js';

/** An item and the ids of those that it waits for; ids that are no node of the list are passed over. */
export interface WaitingItem {
  readonly id: string;
  readonly dependsOn: readonly string[];
}

const UNSEEN = -1;

/** Groups of items that wait for each other, or one that waits for itself; ids by code units, groups by first id. */
export function findCycles(nodes: readonly WaitingItem[]): readonly (readonly string[])[] {
  const cycles = findNumberedCycles(targetsOf(nodes)).map((members) => members.map((member) => nodes[member]?.id ?? '').sort(byCodeUnits));
  return cycles.sort((a, b) => byCodeUnits(a[0] ?? '', b[0] ?? ''));
}

/** As {@link findCycles}, of items by number with the numbers that each waits for; in ascending order (Tarjan's strong components). */
export function findNumberedCycles(targets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const order = new Int32Array(targets.length).fill(UNSEEN);
  const low = new Int32Array(targets.length);
  const next = new Int32Array(targets.length);
  const isOpen = new Uint8Array(targets.length);
  const open: number[] = [];
  const path: number[] = [];
  const cycles: number[][] = [];
  let entered = 0;
  const enter = (node: number): void => {
    order[node] = low[node] = entered++;
    isOpen[node] = 1;
    open.push(node);
    path.push(node);
  };
  const lower = (node: number, value: number): void => {
    low[node] = Math.min(low[node] ?? value, value);
  };
  const close = (root: number): void => {
    const members = open.splice(open.lastIndexOf(root));
    for (const member of members) isOpen[member] = 0;
    if (members.length === 1 && targets[root]?.includes(root) !== true) return;
    cycles.push(members.sort((a, b) => a - b));
  };
  for (let root = 0; root < targets.length; root++) {
    if (order[root] !== UNSEEN || targets[root]?.length === 0) continue;
    enter(root);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const step = next[at] ?? 0;
      next[at] = step + 1;
      const target = targets[at]?.[step];
      if (target !== undefined) {
        if (order[target] === UNSEEN) enter(target);
        else if (isOpen[target] === 1) lower(at, order[target] ?? 0);
        continue;
      }
      path.pop();
      const own = low[at] ?? 0;
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent, own);
      if (own === order[at]) close(at);
    }
  }
  return cycles.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** Numbers of the item, of all that it waits for and of all that waits for it, over any number of steps. */
export function findConnected(before: readonly (readonly number[])[], item: number): ReadonlySet<number> {
  const after = before.map((): number[] => []);
  before.forEach((targets, index) => {
    for (const target of targets) after[target]?.push(index);
  });
  return new Set([...reach(item, before), ...reach(item, after)]);
}

function reach(item: number, targets: readonly (readonly number[])[]): ReadonlySet<number> {
  const reached = new Set([item]);
  // A set that grows while it is walked gives the new ones too.
  for (const at of reached) for (const target of targets[at] ?? []) reached.add(target);
  return reached;
}

function targetsOf(nodes: readonly WaitingItem[]): readonly (readonly number[])[] {
  const numberOf = new Map<string, number>();
  nodes.forEach(({ id }, index) => numberOf.set(id, index));
  return nodes.map(({ dependsOn }) => {
    const targets: number[] = [];
    for (const id of dependsOn) {
      const target = numberOf.get(id);
      if (target !== undefined) targets.push(target);
    }
    return targets;
  });
}
