/**
 * A roadmap in pixels: every shape and word with its place, before any markup. One geometry for the exported SVG and
 * the HTML page round it.
 *
 * Unlike the layout it knows the width of the page, so it can keep room for the labels of short bars and diamonds: it
 * packs the rows once more, labels included, and no label ever covers a neighbour.
 */
import { ghostsByPath } from '../roadmap/ghosts.js';
import { buildTimeScale, type TimeScale } from '../roadmap/time-scale.js';
import type { RoadmapGhost, RoadmapLane, RoadmapLayout, TrackSpan } from '../roadmap/roadmap-layout.js';
import { cleanText } from '../roadmap/clean-text.js';
import { routeArrows, type SceneArrow } from '../roadmap/arrow-routes.js';
import { buildHeader, type SceneHeader } from './scene-header.js';
import type { PlacedEntry } from '../roadmap/placed-entries.js';
import { BAR_PX, GUTTER_PX, ROW_PX } from '../roadmap/chart-measures.js';
import { placeWithGhosts, type SceneGhost } from './scene-ghosts.js';
import { buildTrays, type SceneTray } from './scene-tray.js';
import { textWidth, truncateText } from '../roadmap/text-width.js';

/** Free strip right of the chart, so that the last labels and edges do not touch the border. */
const RIGHT_PAD_PX = 20;
const LANE_PAD_PX = 9;
const TRACK_PX = 13;
const TRACK_TOP_PX = 6;
/** From the top of a lane with a track to its first bar. */
const BARS_BELOW_TRACK_PX = 30;
const LABEL_LINE_PX = 17;
const GUTTER_TEXT_PX = GUTTER_PX - 14 - 10;
export const DEFAULT_WIDTH_PX = 1400;
/** Below this no label fits beside the gutter. */
const MIN_WIDTH_PX = 560;
const TRACK_FONT_PX = 10.5;
const EMPTY_HEIGHT_PX = 64;
const REMARK_LINE_PX = 18;
const REMARK_PAD_PX = 6;
const REMARK_FONT_PX = 12;
const REMARK_X_PX = 12;

/** Sentences under the header on how the roadmap came about. */
export interface SceneRemarks {
  readonly y: number;
  readonly heightPx: number;
  readonly lines: readonly { readonly text: string; readonly full: string; readonly x: number; readonly baseline: number }[];
}

export interface SceneTrackSpan {
  readonly x: number;
  readonly width: number;
  readonly span: TrackSpan;
  /** Word shown in the span; empty when not even a piece of it fits. */
  readonly word: string;
}

export interface SceneLane {
  readonly lane: RoadmapLane;
  readonly y: number;
  readonly height: number;
  readonly label: string;
  readonly sublabel: string | undefined;
  readonly trackY: number;
  readonly trackHeight: number;
  readonly track: readonly SceneTrackSpan[];
  readonly entries: readonly PlacedEntry[];
  /** Where its items stood before, by path. */
  readonly ghosts: ReadonlyMap<string, SceneGhost>;
}

export interface RoadmapScene {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly chartLeft: number;
  readonly chartRight: number;
  readonly header: SceneHeader;
  readonly lanes: readonly SceneLane[];
  /** Lower edge of the last lane: the end of grid and today line. */
  readonly lanesBottom: number;
  readonly arrows: readonly SceneArrow[];
  readonly remarks: SceneRemarks;
  /** Items that are not drawn, listed below the chart. */
  readonly trays: readonly SceneTray[];
  /** Middle of the place for a message when there is nothing to draw. */
  readonly emptyY: number | undefined;
}

export interface SceneOptions {
  /** As many items in a row as fit when absent. */
  readonly rows?: 'packed' | 'single' | undefined;
  readonly remarks?: readonly string[] | undefined;
}

export function buildRoadmapScene(layout: RoadmapLayout, requestedWidthPx: number = DEFAULT_WIDTH_PX, options: SceneOptions = {}): RoadmapScene {
  const widthPx = Math.max(MIN_WIDTH_PX, Math.round(requestedWidthPx));
  const chartRight = widthPx - RIGHT_PAD_PX;
  const scale = buildTimeScale(layout.horizon, chartRight - GUTTER_PX);
  const xOf = (day: number): number => GUTTER_PX + scale.xOf(day);
  const header = buildHeader(layout, scale, GUTTER_PX, chartRight);
  const remarks = placeRemarks(options.remarks ?? [], header.heightPx, widthPx);
  const ghostOf = ghostsByPath(layout);
  let y = header.heightPx + remarks.heightPx;
  const lanes = layout.lanes.map((lane) => {
    const scene = buildLane(lane, layout, { scale, xOf, chartRight, ghostOf, rows: options.rows ?? 'packed' }, y);
    y += scene.height;
    return scene;
  });
  const emptyY = lanes.length === 0 ? y + EMPTY_HEIGHT_PX / 2 : undefined;
  if (emptyY !== undefined) y += EMPTY_HEIGHT_PX;
  const trays = buildTrays(layout, ghostOf, y, widthPx);
  return {
    widthPx,
    heightPx: Math.ceil(trays.reduce((bottom, tray) => bottom + tray.heightPx, y)),
    chartLeft: GUTTER_PX,
    chartRight,
    header,
    lanes,
    lanesBottom: y,
    arrows: routeArrows(layout.arrows, lanes.map(({ entries }) => entries)),
    remarks,
    trays,
    emptyY,
  };
}

function placeRemarks(sentences: readonly string[], y: number, widthPx: number): SceneRemarks {
  const lines = sentences.map((full, index) => ({
    full,
    text: truncateText(cleanText(full), widthPx - 2 * REMARK_X_PX, REMARK_FONT_PX),
    x: REMARK_X_PX,
    baseline: y + REMARK_PAD_PX + index * REMARK_LINE_PX + 13,
  }));
  return { y, lines, heightPx: lines.length === 0 ? 0 : lines.length * REMARK_LINE_PX + 2 * REMARK_PAD_PX };
}

/** What the lanes of a drawing share. */
interface LaneGround {
  readonly scale: TimeScale;
  readonly xOf: (day: number) => number;
  readonly chartRight: number;
  readonly ghostOf: ReadonlyMap<string, RoadmapGhost>;
  readonly rows: 'packed' | 'single';
}

function buildLane(lane: RoadmapLane, layout: RoadmapLayout, { scale, xOf, chartRight, ghostOf, rows }: LaneGround, y: number): SceneLane {
  const barsTop = lane.track === undefined ? LANE_PAD_PX : BARS_BELOW_TRACK_PX;
  const { entries, rowCount, ghosts } = placeWithGhosts(lane, ghostOf, xOf, y + barsTop, { left: GUTTER_PX, right: chartRight }, rows);
  const barsHeight = rowCount === 0 ? 0 : rowCount * ROW_PX - (ROW_PX - BAR_PX);
  const labelLines = lane.sublabel === undefined ? 2 : 3;
  return {
    lane,
    y,
    height: Math.max(barsTop + barsHeight + LANE_PAD_PX, labelLines * LABEL_LINE_PX + 2 * LANE_PAD_PX),
    label: truncateText(cleanText(lane.label), GUTTER_TEXT_PX, 13, 'bold'),
    sublabel: lane.sublabel === undefined ? undefined : truncateText(cleanText(lane.sublabel), GUTTER_TEXT_PX, 12),
    trackY: y + TRACK_TOP_PX,
    trackHeight: TRACK_PX,
    track: (lane.track ?? []).map((span) => placeTrackSpan(span, layout, scale, xOf)),
    entries,
    ghosts,
  };
}

function placeTrackSpan(span: TrackSpan, { levelLabels }: RoadmapLayout, scale: TimeScale, xOf: (day: number) => number): SceneTrackSpan {
  const x = xOf(span.fromDay);
  const width = Math.max(1, (span.toDay - span.fromDay + 1) * scale.pxPerDay - 2);
  const word = span.level === undefined ? 'not assessed' : cleanText(levelLabels[span.level]);
  const room = width - 10;
  const long = span.expected ? `${word}, expected` : span.recorded === true ? `${word}, recorded in git` : word;
  const fits = textWidth(long, TRACK_FONT_PX) <= room;
  return { x, width, span, word: fits ? long : truncateText(word, room, TRACK_FONT_PX) };
}
