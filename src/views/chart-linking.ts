/**
 * Linking without dragging: one item is marked as the one that comes first, then the one that waits for it is chosen, by
 * key or click. Choosing a pair that is linked already offers to part it.
 */
import { ItemIndex } from '../roadmap/item-index.js';
import { planLink, planUnlink } from '../roadmap/link-items.js';
import { middleOf } from '../roadmap/placed-entries.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { newestLayout, type ChartStage } from './chart-stage.js';
import type { ChartWriting } from './chart-writing.js';
import { EMPTY_FRAME, LiveDrag, type DragFrame, type DragState } from './drag-frame.js';
import { oldPlaces } from './drag-outlines.js';
import { WORDS } from './words/words.js';

export class ChartLinking {
  readonly #stage: ChartStage;
  readonly #writing: ChartWriting;
  #from: { readonly id: string; readonly title: string; readonly drag: LiveDrag } | undefined;
  /** The item that was chosen though it waits already: once more parts them. */
  #toPart: string | undefined;

  constructor(stage: ChartStage, writing: ChartWriting) {
    this.#stage = stage;
    this.#writing = writing;
  }

  get isOn(): boolean {
    return this.#from !== undefined;
  }

  /** Marks the item, or links the marked one to it; waits for what is being written, which takes every mark off the chart. */
  choose(id: string): void {
    this.#writing.afterwards(() => this.#choose(id));
  }

  #choose(id: string): void {
    const layout = newestLayout(this.#stage.now());
    const words = WORDS.roadmapKeys;
    const title = ItemIndex.of(layout).titleOf(id);
    const from = this.#from;
    if (from === undefined) {
      if (this.#writing.actions() === undefined) return;
      const drag = new LiveDrag(new Set([id]), false, this.#frame(id));
      this.#from = { id, title, drag };
      this.#stage.show(drag);
      this.#stage.say(words.linking(title));
      return;
    }
    if (from.id === id) return void this.end();
    if (this.#toPart === id) {
      const parted = planUnlink(layout, from.id, id);
      this.#leave();
      if (parted.ok) this.#writing.write(parted.change, undefined, words.unlinked(title, from.title));
      else this.#stage.say(parted.message);
      return;
    }
    const plan = planLink(layout, from.id, id);
    if (plan.ok) {
      this.#leave();
      this.#writing.write(plan.change, undefined, words.linked(title, from.title));
      return;
    }
    const isLinked = ItemIndex.of(layout).get(id)?.item.dependsOn.includes(from.id) === true;
    this.#toPart = isLinked ? id : undefined;
    this.#stage.say(isLinked ? words.linkExists(title, from.title) : plan.message);
  }

  /** False when nothing was marked. */
  end(): boolean {
    if (this.#from === undefined) return false;
    this.#leave();
    this.#stage.say(WORDS.roadmapKeys.linkEnded);
    return true;
  }

  /** Something else is drawn, or nothing: a mark that is not seen links nothing. */
  coveredBy(drag: DragState | undefined): void {
    if (this.#from === undefined || this.#from.drag === drag) return;
    this.#from = undefined;
    this.#toPart = undefined;
  }

  /** After the focus went elsewhere, or the chart was laid out anew. */
  refresh(layout: RoadmapLayout): void {
    const from = this.#from;
    if (from === undefined) return;
    if (this.#toPart !== this.#stage.now().focusId) this.#toPart = undefined;
    if (ItemIndex.of(layout).get(from.id) === undefined) {
      this.#leave();
      this.#stage.say(WORDS.roadmapKeys.gone(from.title));
    } else from.drag.show(this.#frame(from.id));
  }

  #leave(): void {
    this.#from = undefined;
    this.#toPart = undefined;
    this.#stage.show(undefined);
  }

  /** A line to the focused item, with what it would mean. */
  #frame(fromId: string): DragFrame {
    const { chart, focusId } = this.#stage.now();
    const from = chart.placeOf(fromId)?.placed;
    const to = focusId === undefined || focusId === fromId ? undefined : chart.placeOf(focusId)?.placed;
    if (from === undefined) return EMPTY_FRAME;
    const start = { x: from.right, y: middleOf(from) };
    if (to === undefined) return { ...EMPTY_FRAME, oldPlaces: oldPlaces(chart, [fromId]) };
    return { ...EMPTY_FRAME, link: { from: start, to: { x: to.left, y: middleOf(to) }, target: oldPlaces(chart, [to.entry.id])[0] } };
  }
}
