/**
 * Where the items of a lane stood before, in pixels: a dashed outline at the old days in the row of the bar, and "was
 * 2026-03 to 2026-09" beside it. Rows are packed with what ghosts cover, so that they touch no neighbour either.
 */
import { ghostInWords } from '../roadmap/roadmap-words.js';
import type { RoadmapGhost, RoadmapLane } from '../roadmap/roadmap-layout.js';
import { DIAMOND_RADIUS_PX, placeEntries, type PlacedEntry } from '../roadmap/placed-entries.js';
import { ROW_PX } from '../roadmap/chart-measures.js';
import { packRows, type Interval } from '../roadmap/row-packing.js';
import { textWidth } from '../roadmap/text-width.js';

export interface SceneGhost {
  readonly ghost: RoadmapGhost;
  /** Edges of the outline; undefined when the old days lie outside the chart, and for what is new. */
  readonly outline: { readonly left: number; readonly right: number } | undefined;
  /** Undefined where there is no room, and for what is new. */
  readonly label: { readonly text: string; readonly x: number } | undefined;
}

interface PlacedLane {
  readonly entries: readonly PlacedEntry[];
  readonly rowCount: number;
  /** By the path of the item. */
  readonly ghosts: ReadonlyMap<string, SceneGhost>;
}

interface ChartEdges {
  readonly left: number;
  readonly right: number;
}

export const GHOST_FONT_PX = 11;
/** Between an outline or label and the next thing: as between a bar and its label. */
const GAP_PX = 6;
/** Kept free between neighbours of a row, as between bars. */
const ROW_GAP_PX = 12;
const MIN_OUTLINE_PX = 4;

const NO_GHOSTS: ReadonlyMap<string, SceneGhost> = new Map();

export function placeWithGhosts(
  lane: RoadmapLane,
  ghostOf: ReadonlyMap<string, RoadmapGhost>,
  xOf: (day: number) => number,
  top: number,
  chart: ChartEdges,
  rows: 'packed' | 'single',
): PlacedLane {
  const hasGhosts = ghostOf.size > 0 && [...lane.bars, ...lane.milestones].some(({ id }) => ghostOf.has(id));
  const { entries, rowCount } = placeEntries(lane, xOf, top, chart, hasGhosts ? 'single' : rows);
  if (!hasGhosts) return { entries, rowCount, ghosts: NO_GHOSTS };
  const ghosts = new Map<string, SceneGhost>();
  const covered: Interval[] = [];
  for (const placed of entries) {
    const own = ownInterval(placed);
    const ghost = ghostOf.get(placed.entry.id);
    const scene = ghost === undefined ? undefined : placeGhost(ghost, own, xOf, chart);
    if (scene !== undefined) ghosts.set(placed.entry.id, scene);
    covered.push(scene === undefined ? own : withGhost(own, scene));
  }
  if (rows === 'single') return { entries, rowCount, ghosts };
  const packed = packRows(covered.map(({ from, to }) => ({ from, to: to + ROW_GAP_PX })));
  const inRows = entries.map((placed, index) => {
    const row = packed.rows[index] ?? 0;
    return { ...placed, row, y: top + row * ROW_PX };
  });
  return { entries: inRows, rowCount: packed.rowCount, ghosts };
}

function ownInterval({ left, right, label }: PlacedEntry): Interval {
  return { from: label.isOutside ? Math.min(left, label.x) : left, to: Math.max(right, label.x + label.width) };
}

function withGhost({ from, to }: Interval, { outline, label }: SceneGhost): Interval {
  return {
    from: Math.min(from, outline?.left ?? from, label?.x ?? from),
    to: Math.max(to, outline?.right ?? to, label === undefined ? to : label.x + textWidth(label.text, GHOST_FONT_PX)),
  };
}

/** The label stands right of everything in its row, else left of it, else nowhere: the item's description says it too. */
function placeGhost(ghost: RoadmapGhost, own: Interval, xOf: (day: number) => number, chart: ChartEdges): SceneGhost {
  if (ghost.change === 'new') return { ghost, outline: undefined, label: undefined };
  const outline = outlineOf(ghost, xOf, chart);
  const { from, to } = withGhost(own, { ghost, outline, label: undefined });
  const text = ghostInWords(ghost);
  const width = textWidth(text, GHOST_FONT_PX);
  const x = to + GAP_PX + width <= chart.right ? to + GAP_PX : from - GAP_PX - width;
  return { ghost, outline, label: x < chart.left ? undefined : { text, x } };
}

function outlineOf({ kind, firstDay, lastDay }: RoadmapGhost, xOf: (day: number) => number, chart: ChartEdges): SceneGhost['outline'] {
  if (kind === 'milestone') {
    const centre = xOf(lastDay + 0.5);
    return centre < chart.left || centre > chart.right ? undefined : { left: centre - DIAMOND_RADIUS_PX, right: centre + DIAMOND_RADIUS_PX };
  }
  const left = Math.max(chart.left, xOf(firstDay));
  const right = Math.min(chart.right, Math.max(xOf(lastDay + 1), xOf(firstDay) + MIN_OUTLINE_PX));
  return right <= left ? undefined : { left, right };
}
