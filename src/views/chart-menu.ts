/**
 * Moving and resizing by menu: for whoever neither drags nor presses keys. Each entry says where it leads, and is there
 * only if it leads anywhere. Pure.
 */
import { ItemIndex } from '../roadmap/item-index.js';
import { planMove } from '../roadmap/move-items.js';
import { formatDaySpan } from '../roadmap/move-words.js';
import type { MoveEdge, RoadmapChange } from '../roadmap/roadmap-change.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { stepDays, type SnapUnit } from '../roadmap/snap.js';
import type { MenuEntry } from './roadmap-actions.js';
import { WORDS } from './words/words.js';

const STEPS = [
  { edge: 'both', direction: -1, icon: 'arrow-left', says: 'moveEarlier' },
  { edge: 'both', direction: 1, icon: 'arrow-right', says: 'moveLater' },
  { edge: 'start', direction: -1, icon: 'arrow-left-from-line', says: 'startEarlier' },
  { edge: 'start', direction: 1, icon: 'arrow-right-from-line', says: 'startLater' },
  { edge: 'end', direction: -1, icon: 'arrow-left-to-line', says: 'endEarlier' },
  { edge: 'end', direction: 1, icon: 'arrow-right-to-line', says: 'endLater' },
] as const satisfies readonly { readonly edge: MoveEdge; readonly direction: 1 | -1; readonly icon: string; readonly says: keyof typeof WORDS.roadmapKeys }[];

/** `run` writes; the step is that of the first item. */
export function moveEntries(layout: RoadmapLayout, ids: readonly string[], unit: SnapUnit, run: (change: RoadmapChange) => void): readonly MenuEntry[] {
  const words = WORDS.roadmapKeys;
  const first = ids[0] === undefined ? undefined : ItemIndex.of(layout).get(ids[0])?.item;
  if (first === undefined) return [];
  return STEPS.flatMap(({ edge, direction, icon, says }): readonly MenuEntry[] => {
    if (first.kind === 'milestone' && edge !== 'both') return [];
    const request = { ids, edge, days: stepDays(first, unit, direction, edge) };
    const { change, moved, late } = planMove(layout, { ...request, withDependents: false });
    const [item] = moved;
    if (item === undefined) return [];
    const title = moved.length > 1 ? words[says] : words.moveTo(words[says], formatDaySpan(item.kind === 'milestone' ? item.lastDay : item.firstDay, item.lastDay));
    const alone: MenuEntry = { title, icon, startsGroup: says === 'moveEarlier', run: () => run(change) };
    if (late.length === 0) return [alone];
    const shifting = planMove(layout, { ...request, withDependents: true });
    const count = shifting.moved.length - moved.length;
    return count <= 0 ? [alone] : [alone, { title: words.moveWith(words[says], count), icon: 'chevrons-right', run: () => run(shifting.change) }];
  });
}
