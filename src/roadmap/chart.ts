/**
 * The roadmap at one zoom, in px, as the view scrolls over it: x from 0 at the first day, y from 0 at the first lane's
 * top. Gutter, header and tray stand outside it. Pure: what is in sight is asked of it, nothing is drawn.
 *
 * @example buildChart(layout, { pxPerDay: 1.1, rows: 'packed', collapsed: new Set(), withTracks: true }).heightPx
 */
import { BAR_PX, ROW_PX } from './chart-measures.js';
import { placeEntries, type PlacedEntry } from './placed-entries.js';
import type { RoadmapLane, RoadmapLayout } from './roadmap-layout.js';
import { buildTimeScale, type TimeScale } from './time-scale.js';

export interface ChartOptions {
  readonly pxPerDay: number;
  readonly rows: 'packed' | 'single';
  /** Ids of lanes that show their name alone. */
  readonly collapsed: ReadonlySet<string>;
  /** Leaves room for the commitment tracks. */
  readonly withTracks: boolean;
  /** Names stand above their lanes, in a line of {@link HEAD_PX}, and not beside them: for narrow panes. */
  readonly namesAbove?: boolean;
}

export interface ChartLane {
  readonly lane: RoadmapLane;
  readonly index: number;
  readonly y: number;
  readonly height: number;
  readonly isCollapsed: boolean;
  /** Top of the commitment track; undefined where none is drawn. */
  readonly trackY: number | undefined;
  /** By row, each from left to right; empty when collapsed. */
  readonly rows: readonly (readonly PlacedEntry[])[];
}

export interface PlaceInChart {
  readonly lane: ChartLane;
  readonly placed: PlacedEntry;
}

export interface Chart {
  readonly layout: RoadmapLayout;
  readonly scale: TimeScale;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lanes: readonly ChartLane[];
  /** Undefined for an item that is not drawn, or whose lane is collapsed. */
  placeOf(id: string): PlaceInChart | undefined;
}

const LANE_PAD_PX = 9;
export const TRACK_PX = 13;
const TRACK_TOP_PX = 6;
/** From the top of a lane with a track to its first bar. */
const BARS_BELOW_TRACK_PX = 30;
export const HEAD_PX = 27;
const LABEL_LINE_PX = 17;

export function buildChart(layout: RoadmapLayout, options: ChartOptions): Chart {
  const days = layout.horizon.lastDay - layout.horizon.firstDay + 1;
  const widthPx = Math.max(1, Math.round(days * options.pxPerDay));
  const scale = buildTimeScale(layout.horizon, widthPx);
  let y = 0;
  const lanes = layout.lanes.map((lane, index) => {
    const placed = placeLane(lane, index, y, scale, options);
    y += placed.height;
    return placed;
  });
  let places: Map<string, PlaceInChart> | undefined;
  return {
    layout,
    scale,
    widthPx,
    heightPx: y,
    lanes,
    placeOf: (id) => (places ??= placesById(lanes)).get(id),
  };
}

function placeLane(lane: RoadmapLane, index: number, y: number, scale: TimeScale, options: ChartOptions): ChartLane {
  const { rows: mode, collapsed, withTracks, namesAbove = false } = options;
  const isCollapsed = collapsed.has(lane.id);
  const hasTrack = withTracks && lane.track !== undefined && !isCollapsed;
  const above = namesAbove ? HEAD_PX : 0;
  const trackY = hasTrack ? y + above + TRACK_TOP_PX : undefined;
  const labelHeight = (namesAbove ? 0 : isCollapsed ? 1 : lane.sublabel === undefined ? 2 : 3) * LABEL_LINE_PX + 2 * LANE_PAD_PX;
  if (isCollapsed) return { lane, index, y, height: above + labelHeight, isCollapsed, trackY, rows: [] };
  const barsTop = above + (hasTrack ? BARS_BELOW_TRACK_PX : LANE_PAD_PX);
  const { entries, rowCount } = placeEntries(lane, (day) => scale.xOf(day), y + barsTop, { left: 0, right: scale.widthPx }, mode);
  const byRow: PlacedEntry[][] = Array.from({ length: rowCount }, () => []);
  for (const entry of entries) byRow[entry.row]?.push(entry);
  const barsHeight = rowCount === 0 ? 0 : rowCount * ROW_PX - (ROW_PX - BAR_PX);
  return { lane, index, y, height: Math.max(barsTop + barsHeight + LANE_PAD_PX, labelHeight), isCollapsed, trackY, rows: byRow };
}

function placesById(lanes: readonly ChartLane[]): Map<string, PlaceInChart> {
  const places = new Map<string, PlaceInChart>();
  for (const lane of lanes) for (const row of lane.rows) for (const placed of row) places.set(placed.entry.id, { lane, placed });
  return places;
}
