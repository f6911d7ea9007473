/**
 * Items dropped into another lane, planned: the value that the lanes stand for becomes that of the lane. Of several
 * competencies, sponsors or units it is the first, which decides the lane; the others stay. The lane of those without a
 * value takes the value away.
 */
import { countOf } from '../playbook/count-of.js';
import { unitKey } from '../playbook/readiness.js';
import { ItemIndex, type IndexedItem } from './item-index.js';
import type { ItemChange, LaneChange, PlannedRoadmapChange } from './roadmap-change.js';
import type { RoadmapItem, RoadmapLayout } from './roadmap-layout.js';

/** The value that a lane stands for: undefined for that of the items without one, and for a lane that is not there. */
export function laneValueOf({ lanes, groupBy }: Pick<RoadmapLayout, 'lanes' | 'groupBy'>, laneId: string): LaneChange['to'] {
  const lane = lanes.find(({ id }) => id === laneId);
  const key = lane?.id.slice(`${groupBy}=`.length) ?? '';
  if (lane === undefined || key === '') return undefined;
  // Lanes of units go by a key in which spellings agree; the label is the unit as it is written.
  return groupBy === 'unit' ? lane.label : key;
}

/** Refused as a whole when one of the items cannot take the value. Items that stand in the lane already stay. */
export function planLaneDrop(layout: RoadmapLayout, ids: readonly string[], laneId: string): PlannedRoadmapChange {
  const index = ItemIndex.of(layout);
  const lane = layout.lanes.find(({ id }) => id === laneId);
  if (lane === undefined) return refuse('That lane is not shown any more. Drop it into another.');
  const fixed = fixedBecause(layout.groupBy);
  if (fixed !== undefined) return refuse(fixed);
  const to = laneValueOf(layout, laneId);
  const items: ItemChange[] = [];
  const titles: string[] = [];
  for (const id of new Set(ids)) {
    const indexed = index.get(id);
    if (indexed === undefined) return refuse(`"${id}" is not on the roadmap any more. Choose another item.`);
    const from = valueOf(layout, indexed);
    if (indexed.laneId === laneId || (indexed.laneId === undefined && isSame(layout, from, to))) continue;
    const message = to === undefined ? reasonToKeep(layout, indexed.item) : undefined;
    if (message !== undefined) return refuse(message);
    items.push({ path: id, lane: { groupBy: layout.groupBy, from, to } });
    titles.push(indexed.item.title);
  }
  if (items.length === 0) return refuse(`${ids.length === 1 ? 'It stands' : 'They stand'} in "${lane.label}" already. Nothing is left to do.`);
  const what = titles.length === 1 ? (titles[0] ?? '') : countOf(titles.length, 'item');
  return { ok: true, change: { title: `Move ${what} to ${lane.label}`, items } };
}

/** Lanes whose value is not the note's own to change. */
function fixedBecause(groupBy: LaneChange['groupBy']): string | undefined {
  if (groupBy === 'property:type') return 'The kind of a note is not changed by dragging. Change its type in the note.';
  const computed = /^property:(file|formula)\.(.+)$/s.exec(groupBy);
  if (computed === null) return undefined;
  return computed[1] === 'formula' ? `"${computed[2] ?? ''}" is computed by the base. Change what it is computed from.` : `"${computed[2] ?? ''}" comes from the file itself. Change it in the list of files.`;
}

/** Taking "the" value away where there are several would take more than is seen. */
function reasonToKeep({ groupBy }: RoadmapLayout, { title, competencies, sponsors, units }: RoadmapItem): string | undefined {
  const [count, what] = groupBy === 'competency' ? [competencies.length, 'competencies'] : groupBy === 'leader' ? [sponsors.length, 'sponsors'] : groupBy === 'unit' ? [units.length, 'units'] : [0, ''];
  return count < 2 ? undefined : `"${title}" has ${count} ${what}, which all would go. Remove them in the note.`;
}

/** For items that are not drawn: whose own property that is, only the note can tell. */
function isSame({ groupBy }: RoadmapLayout, from: string | undefined, to: string | undefined): boolean {
  if (groupBy === 'unit') return unitKey(from ?? '') === unitKey(to ?? '');
  return from === to && !groupBy.startsWith('property:');
}

/** What the item has now, in the lanes' words. */
function valueOf(layout: RoadmapLayout, { item, laneId }: IndexedItem): string | undefined {
  switch (layout.groupBy) {
    case 'competency': return item.competency;
    case 'leader': return item.sponsors[0]?.path;
    case 'unit': return item.units.find((unit) => unitKey(unit) !== '');
    case 'status': return item.status;
    case 'phase': return item.phase;
    default: return laneId === undefined ? undefined : laneValueOf(layout, laneId);
  }
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
