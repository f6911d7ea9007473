/** The signs of a comparison in a drawing: the dashed outline of where an item was, its words, and the mark of what is new. */
import { BAR_PX } from '../roadmap/chart-measures.js';
import type { PlacedEntry } from '../roadmap/placed-entries.js';
import type { SceneGhost } from './scene-ghosts.js';
import { px, svgRect, svgText } from './svg-element.js';

/** An outline stands so far out that a bar on the same days does not hide it. The rows leave 10 px. */
const OUTSET_PX = 3;
const MARK_RADIUS_PX = 5.5;

/** Below the bar or diamond of its item. */
export function drawGhostOutline({ ghost, outline }: SceneGhost, y: number): string {
  if (outline === undefined) return '';
  const { left, right } = outline;
  if (ghost.kind !== 'milestone') return svgRect('cx-ghost', left - OUTSET_PX + 0.5, y - OUTSET_PX + 0.5, right - left + 2 * OUTSET_PX - 1, BAR_PX + 2 * OUTSET_PX - 1, 5);
  const middle = y + BAR_PX / 2;
  const radius = (right - left) / 2 + OUTSET_PX;
  return `<path class="cx-ghost" d="${diamondPath((left + right) / 2, middle, radius)}"/>`;
}

export function drawGhostLabel({ label }: SceneGhost, y: number): string {
  return label === undefined ? '' : svgText(label.text, label.x, y + BAR_PX / 2 + 4, 'cx-small cx-label-outside cx-ghost-label');
}

/** On the upper left corner, where neither arrows nor labels come. */
export function drawNewMark({ entry, left, y }: PlacedEntry): string {
  return newMark(left + (entry.kind === 'milestone' ? 3 : 2), y + (entry.kind === 'milestone' ? 4 : 1));
}

export function newMark(x: number, y: number): string {
  return `<circle class="cx-new" cx="${px(x)}" cy="${px(y)}" r="${MARK_RADIUS_PX}"/><path class="cx-new-plus" d="M${px(x - 3)} ${px(y)}h6M${px(x)} ${px(y - 3)}v6"/>`;
}

function diamondPath(x: number, y: number, radius: number): string {
  return `M${px(x)} ${px(y - radius)}L${px(x + radius)} ${px(y)}L${px(x)} ${px(y + radius)}L${px(x - radius)} ${px(y)}Z`;
}
