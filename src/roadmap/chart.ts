/**
 * The roadmap at one zoom, in px, as the view scrolls over it: x from 0 at the first day, y from 0 at the first lane's
 * top. Gutter, header and tray stand outside it. Pure: what is in sight is asked of it, nothing is drawn.
 *
 * @example buildChart(layout, { pxPerDay: 1.1, rows: 'packed', collapsed: new Set(), withTracks: true }).heightPx
 */
import { BAR_PX, ROW_PX } from './chart-measures.js';
import { packLane, titledEntriesOf, type PackedLane, type PlacedEntry } from './placed-entries.js';
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
  /** Of its bars; 0 when collapsed. */
  readonly rowCount: number;
  /** Top of the first row. */
  readonly barsY: number;
  /** By row, each from left to right; empty when collapsed. Made when they are first asked for. */
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
  const places = new Map<string, PlaceInChart | undefined>();
  const findPlace = (id: string): PlaceInChart | undefined => {
    const at = positionsOf(layout).get(id);
    const lane = at === undefined ? undefined : lanes[at.lane];
    const placed = at === undefined ? undefined : lane?.entryAt(at.index);
    return lane === undefined || placed === undefined ? undefined : { lane, placed };
  };
  return {
    layout,
    scale,
    widthPx,
    heightPx: y,
    lanes,
    placeOf: (id) => {
      if (!places.has(id)) places.set(id, findPlace(id));
      return places.get(id);
    },
  };
}

/** A lane whose entries are placed one by one, as they are asked for. */
interface LazyLane extends ChartLane {
  entryAt(index: number): PlacedEntry | undefined;
}

const NO_ROWS: readonly never[] = [];

function placeLane(lane: RoadmapLane, index: number, y: number, scale: TimeScale, options: ChartOptions): LazyLane {
  const { rows: mode, collapsed, withTracks, namesAbove = false } = options;
  const isCollapsed = collapsed.has(lane.id);
  const hasTrack = withTracks && lane.track !== undefined && !isCollapsed;
  const above = namesAbove ? HEAD_PX : 0;
  const trackY = hasTrack ? y + above + TRACK_TOP_PX : undefined;
  const labelHeight = (namesAbove ? 0 : isCollapsed ? 1 : lane.sublabel === undefined ? 2 : 3) * LABEL_LINE_PX + 2 * LANE_PAD_PX;
  const barsTop = above + (hasTrack ? BARS_BELOW_TRACK_PX : LANE_PAD_PX);
  const barsY = y + barsTop;
  if (isCollapsed) return { lane, index, y, height: above + labelHeight, isCollapsed, trackY, rowCount: 0, barsY, rows: NO_ROWS, entryAt: () => undefined };
  const packed = packLane(lane, (day) => scale.xOf(day), { left: 0, right: scale.widthPx }, mode);
  const { rowCount } = packed;
  const barsHeight = rowCount === 0 ? 0 : rowCount * ROW_PX - (ROW_PX - BAR_PX);
  const placed: (PlacedEntry | undefined)[] = [];
  const entryAt = (at: number): PlacedEntry | undefined => (placed[at] ??= packed.place(at, barsY));
  let rows: readonly (readonly PlacedEntry[])[] | undefined;
  return {
    lane,
    index,
    y,
    height: Math.max(barsTop + barsHeight + LANE_PAD_PX, labelHeight),
    isCollapsed,
    trackY,
    rowCount,
    barsY,
    get rows() {
      return (rows ??= inRows(packed, entryAt));
    },
    entryAt,
  };
}

function inRows({ entries, rowCount }: PackedLane, entryAt: (index: number) => PlacedEntry | undefined): readonly (readonly PlacedEntry[])[] {
  const rows: PlacedEntry[][] = Array.from({ length: rowCount }, () => []);
  for (let index = 0; index < entries.length; index++) {
    const placed = entryAt(index);
    if (placed !== undefined) rows[placed.row]?.push(placed);
  }
  return rows;
}

interface Position {
  readonly lane: number;
  /** Among the entries of its lane. */
  readonly index: number;
}

/** The same at every zoom. */
const positionsByLanes = new WeakMap<RoadmapLayout['lanes'], ReadonlyMap<string, Position>>();

function positionsOf({ lanes }: RoadmapLayout): ReadonlyMap<string, Position> {
  const known = positionsByLanes.get(lanes);
  if (known !== undefined) return known;
  const positions = new Map<string, Position>();
  lanes.forEach((each, lane) => titledEntriesOf(each).entries.forEach(({ id }, index) => positions.set(id, { lane, index })));
  positionsByLanes.set(lanes, positions);
  return positions;
}
