/**
 * Dragging a bar or one of its edges: days along x, another lane along y. The day it would have is rounded to the unit
 * of the zoom; what cannot be moved says why while it is dragged.
 */
import type { Point } from '../roadmap/arrow-routes.js';
import type { Chart, ChartLane } from '../roadmap/chart.js';
import { cleanText } from '../roadmap/clean-text.js';
import { planLaneDrop } from '../roadmap/lane-drop.js';
import { planMove } from '../roadmap/move-items.js';
import { describeMove } from '../roadmap/move-words.js';
import type { MoveEdge, MoveOutcome, MoveRequest, PlannedRoadmapChange } from '../roadmap/roadmap-change.js';
import { snapDays, snapUnitOf } from '../roadmap/snap.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { mergeChanges, type Drop, type Gesture } from './chart-gesture.js';
import { laneAt } from './chart-hits.js';
import { EMPTY_FRAME, type DragFrame } from './drag-frame.js';
import { MAX_OUTLINES, oldPlaces, outlinesOf } from './drag-outlines.js';
import { WORDS } from './words/words.js';

interface MoveOptions {
  readonly chart: Chart;
  /** The newest: what is planned is planned on it. */
  readonly layout: RoadmapLayout;
  /** The item under the pointer first. */
  readonly ids: readonly string[];
  readonly edge: MoveEdge;
  readonly from: Point;
}

/** OURS: a drag into another lane that strays less than this to a side was meant to keep its days. */
const STRAIGHT_DOWN_PX = 12;

const STAYS: MoveOutcome = { change: { title: '', items: [] }, moved: [], late: [], early: [], refused: [] };

/** Undefined when the item is not on the chart. */
export function moveGesture({ chart, layout, ids, edge, from }: MoveOptions): Gesture | undefined {
  const [main = ''] = ids;
  const home = chart.placeOf(main);
  if (home === undefined) return undefined;
  const unit = snapUnitOf(chart.scale.pxPerDay);
  const shown = ids.slice(0, MAX_OUTLINES);
  const places = oldPlaces(chart, ids);
  const laneDrops = new Map<string, PlannedRoadmapChange>();
  let days = 0;
  let preview = STAYS;
  let lane: ChartLane | undefined;

  const requestOf = (moving: readonly string[]): MoveRequest => ({ ids: moving, days, edge, withDependents: false });
  const plan = (moving: readonly string[]): MoveOutcome => (days === 0 ? STAYS : planMove(layout, requestOf(moving)));
  const laneDropOf = ({ lane: { id } }: ChartLane): PlannedRoadmapChange => {
    const planned = laneDrops.get(id) ?? planLaneDrop(layout, ids, id);
    laneDrops.set(id, planned);
    return planned;
  };

  const refusal = (): string | undefined => {
    const dropped = lane === undefined ? undefined : laneDropOf(lane);
    if (dropped?.ok === false) return dropped.message;
    return preview.refused.find(({ id }) => id === main)?.message;
  };

  return {
    ids,
    moveTo: (at, isFree): DragFrame => {
      const under = edge === 'both' ? laneAt(chart, at.y) : undefined;
      lane = under === undefined || under.lane.id === home.lane.lane.id ? undefined : under;
      const aside = at.x - from.x;
      const raw = aside / chart.scale.pxPerDay;
      const wanted = lane !== undefined && Math.abs(aside) < STRAIGHT_DOWN_PX ? 0 : isFree ? Math.round(raw) : snapDays(home.placed.entry, raw, unit, edge);
      if (wanted !== days) {
        days = wanted;
        preview = plan(shown);
      }
      const refused = refusal();
      const late = ids.length === 1 && preview.late.length > 0 ? WORDS.roadmapKeys.late(preview.late.length) : undefined;
      const more = ids.length > MAX_OUTLINES ? WORDS.roadmapKeys.more(ids.length - MAX_OUTLINES) : undefined;
      const text = refused ?? late ?? more;
      return {
        ...EMPTY_FRAME,
        outlines: outlinesOf(chart, preview, shown, lane === undefined ? 0 : at.y - from.y),
        oldPlaces: places,
        lane: lane === undefined ? undefined : { x: 0, y: lane.y, width: chart.widthPx, height: lane.height },
        remark: text === undefined ? undefined : { text, at },
        isRefused: refused !== undefined,
      };
    },
    drop: (): Drop => {
      const refused = refusal();
      if (refused !== undefined) return { kind: 'refused', message: refused };
      const outcome = plan(ids);
      const dropped = lane === undefined ? undefined : laneDropOf(lane);
      const laneChange = dropped?.ok === true ? dropped.change : undefined;
      const toLane = cleanText(lane?.lane.label ?? '');
      const hasMoved = outcome.change.items.length > 0;
      if (!hasMoved && laneChange === undefined) return { kind: 'nothing' };
      if (!hasMoved && laneChange !== undefined) return { kind: 'change', change: laneChange, move: undefined, said: WORDS.roadmapKeys.movedToLane(toLane) };
      const said = describeMove(outcome);
      const move = { request: requestOf(ids), outcome };
      if (laneChange === undefined) return { kind: 'change', change: outcome.change, move, said };
      const title = WORDS.roadmapKeys.both(outcome.change.title, toLane);
      return { kind: 'change', change: mergeChanges(outcome.change, laneChange, title), move, said: `${said} ${WORDS.roadmapKeys.movedToLane(toLane)}` };
    },
  };
}
