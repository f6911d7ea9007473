/**
 * Moves by keys, gathered: quick presses become one change with one undo. Until it is written an outline stands at the
 * new place and the live message tells it.
 */
import { ItemIndex } from '../roadmap/item-index.js';
import { planMove } from '../roadmap/move-items.js';
import { describeMove } from '../roadmap/move-words.js';
import type { MoveEdge, MoveOutcome } from '../roadmap/roadmap-change.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { snapDays, snapUnitOf, stepDays } from '../roadmap/snap.js';
import { revealBox } from './chart-pane.js';
import { idsInHand, newestLayout, type ChartStage } from './chart-stage.js';
import type { ChartWriting } from './chart-writing.js';
import { EMPTY_FRAME, LiveDrag } from './drag-frame.js';
import { MAX_OUTLINES, oldPlaces, outlinesOf } from './drag-outlines.js';
import { WORDS } from './words/words.js';

/** OURS: longer than a person takes between two presses of a key, short enough to feel written at once. */
const GATHER_MS = 400;

interface Gathered {
  readonly ids: readonly string[];
  readonly edge: MoveEdge;
  readonly layout: RoadmapLayout;
  readonly drag: LiveDrag;
  days: number;
  outcome: MoveOutcome;
}

export class ChartGathering {
  readonly #stage: ChartStage;
  readonly #writing: ChartWriting;
  #gathered: Gathered | undefined;
  #timer = 0;

  constructor(stage: ChartStage, writing: ChartWriting) {
    this.#stage = stage;
    this.#writing = writing;
  }

  /** One step of what is in hand; waits for what is being written. */
  step(edge: MoveEdge, direction: 1 | -1): void {
    if (this.#writing.actions() === undefined) return;
    this.#writing.afterwards(() => this.#step(edge, direction));
  }

  #step(edge: MoveEdge, direction: 1 | -1): void {
    const ids = idsInHand(this.#stage.now());
    const [main] = ids;
    if (main === undefined) return;
    const before = this.#gathered;
    if (before !== undefined && (before.edge !== edge || before.ids[0] !== main)) {
      this.flush();
      this.step(edge, direction);
      return;
    }
    const { chart } = this.#stage.now();
    const layout = before?.layout ?? newestLayout(this.#stage.now());
    const item = ItemIndex.of(layout).get(main)?.item;
    if (item === undefined) return;
    const unit = snapUnitOf(chart.scale.pxPerDay);
    // The nearest whole step: months differ in length, and there and back is where it was.
    const days = snapDays(item, (before?.days ?? 0) + stepDays(item, unit, direction, edge), unit, edge);
    if (days === 0) return void this.cancel();
    const outcome = planMove(layout, { ids: before?.ids ?? ids, days, edge, withDependents: false });
    if (outcome.moved.length === 0) this.#stage.say(outcome.refused[0]?.message ?? WORDS.roadmapKeys.stays);
    else this.#keep(before, { ids: before?.ids ?? ids, edge, layout, days, outcome });
  }

  #keep(before: Gathered | undefined, next: Omit<Gathered, 'drag'>): void {
    const { chart, root } = this.#stage.now();
    const shown = next.ids.slice(0, MAX_OUTLINES);
    const frame = { ...EMPTY_FRAME, outlines: outlinesOf(chart, next.outcome, shown), oldPlaces: oldPlaces(chart, shown) };
    const drag = before?.drag ?? new LiveDrag(new Set(next.ids), true, frame);
    drag.show(frame);
    if (before === undefined) this.#stage.show(drag);
    this.#gathered = { ...next, drag };
    const [first] = frame.outlines;
    if (first !== undefined) revealBox(this.#stage.now(), first);
    const { late, moved } = next.outcome;
    if (moved.length > 1) this.#stage.say(WORDS.roadmapKeys.toPreview(moved.length));
    else this.#stage.say(`${describeMove(next.outcome)}${late.length === 0 ? '' : ` ${WORDS.roadmapKeys.offerShift(late.length)}`}`);
    const win = root.current?.ownerDocument.defaultView;
    win?.clearTimeout(this.#timer);
    this.#timer = win?.setTimeout(() => this.flush(), GATHER_MS) ?? 0;
  }

  /** Writes what was gathered, now. */
  flush(): void {
    const gathered = this.#end();
    if (gathered === undefined) return;
    const { ids, days, edge, outcome } = gathered;
    this.#writing.write(outcome.change, { request: { ids, days, edge, withDependents: false }, outcome }, outcome.moved.length > 1 ? describeMove(outcome) : undefined);
  }

  /** Forgets what was gathered; false when there was nothing. */
  cancel(): boolean {
    if (this.#end() === undefined) return false;
    this.#stage.show(undefined);
    this.#stage.say(WORDS.roadmapKeys.cancelled);
    return true;
  }

  /** Ends when one of its items is gone. */
  check(layout: RoadmapLayout): void {
    const gone = this.#gathered?.ids.find((id) => ItemIndex.of(layout).get(id) === undefined);
    if (gone === undefined || this.#gathered === undefined) return;
    const title = ItemIndex.of(this.#gathered.layout).titleOf(gone);
    this.#end();
    this.#stage.show(undefined);
    this.#stage.say(WORDS.roadmapKeys.gone(title));
  }

  #end(): Gathered | undefined {
    const gathered = this.#gathered;
    this.#gathered = undefined;
    this.#stage.now().root.current?.ownerDocument.defaultView?.clearTimeout(this.#timer);
    return gathered;
  }
}
