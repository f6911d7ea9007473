/**
 * Links between items, planned: one waits for another, or no longer. What would make items wait for each other is
 * refused, with the way round named.
 */
import { ItemIndex } from './item-index.js';
import type { PlannedRoadmapChange } from './roadmap-change.js';
import type { RoadmapLayout } from './roadmap-layout.js';

/** A message names so many items of a circle before it says "and n more". */
const MAX_NAMED = 6;

/** `to` waits for `from` from now on. */
export function planLink(layout: RoadmapLayout, from: string, to: string): PlannedRoadmapChange {
  const index = ItemIndex.of(layout);
  const gone = missing(index, from, to);
  if (gone !== undefined) return gone;
  const [before, after] = [index.titleOf(from), index.titleOf(to)];
  if (from === to) return refuse(`"${after}" cannot wait for itself. Link it to another item.`);
  if (index.get(to)?.item.dependsOn.includes(from) === true) return refuse(`"${after}" waits for "${before}" already. Nothing is left to do.`);
  const way = wayOf(index, to, from);
  if (way !== undefined) return refuse(`"${before}" waits for "${after}" already (${inWords(index, way)}), so they would wait for each other. Remove one of those links first.`);
  return { ok: true, change: { title: `Let ${after} wait for ${before}`, items: [{ path: to, addPredecessors: [from] }] } };
}

/** `to` waits for `from` no longer. */
export function planUnlink(layout: RoadmapLayout, from: string, to: string): PlannedRoadmapChange {
  const index = ItemIndex.of(layout);
  const gone = missing(index, to);
  if (gone !== undefined) return gone;
  const [before, after] = [index.titleOf(from), index.titleOf(to)];
  if (index.get(to)?.item.dependsOn.includes(from) !== true) return refuse(`"${after}" does not wait for "${before}". Nothing is left to do.`);
  return { ok: true, change: { title: `Let ${after} no longer wait for ${before}`, items: [{ path: to, removePredecessors: [from] }] } };
}

/** The shortest way from an item to another over what waits for what; undefined when there is none. */
function wayOf(index: ItemIndex, from: string, to: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  const queue = [from];
  for (let id = queue[0], at = 0; id !== undefined; id = queue[++at]) {
    if (id === to) return wayBack(cameFrom, to);
    for (const after of index.successorsOf(id)) {
      if (cameFrom.has(after)) continue;
      cameFrom.set(after, id);
      queue.push(after);
    }
  }
  return undefined;
}

function wayBack(cameFrom: ReadonlyMap<string, string | undefined>, to: string): readonly string[] {
  const way: string[] = [];
  for (let id: string | undefined = to; id !== undefined; id = cameFrom.get(id)) way.push(id);
  return way.reverse();
}

/** "A → B → C": each waits for the one before. */
function inWords(index: ItemIndex, way: readonly string[]): string {
  const named = way.slice(0, MAX_NAMED).map((id) => index.titleOf(id)).join(' → ');
  return way.length > MAX_NAMED ? `${named} and ${way.length - MAX_NAMED} more` : named;
}

function missing(index: ItemIndex, ...ids: readonly string[]): { readonly ok: false; readonly message: string } | undefined {
  const id = ids.find((each) => index.get(each) === undefined);
  return id === undefined ? undefined : refuse(`"${id}" is not on the roadmap any more. Choose another item.`);
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
