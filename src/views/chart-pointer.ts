/**
 * Pointers on the chart: a press becomes a drag once it has moved far enough, by touch once it was held; before that a
 * finger pans the chart and nothing here is in its way. One drag at a time, drawn once a frame; Escape, a second finger
 * or a window that loses the pointer ends it as if it had not been.
 */
import type { Point } from '../roadmap/arrow-routes.js';
import type { Chart } from '../roadmap/chart.js';
import { ItemIndex } from '../roadmap/item-index.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { createGesture, marqueeGesture } from './gesture-area.js';
import type { Gesture } from './chart-gesture.js';
import { entryAt } from './chart-hits.js';
import { markOf, type ChartMark } from './chart-marks.js';
import { paneOf, scrollNearEdge } from './chart-pane.js';
import { newestLayout, type ChartStage } from './chart-stage.js';
import type { ChartWriting } from './chart-writing.js';
import { LiveDrag } from './drag-frame.js';
import { linkGesture } from './gesture-link.js';
import { moveGesture } from './gesture-move.js';
import { placeGesture } from './gesture-place.js';
import { WORDS } from './words/words.js';

/** As agreed for the whole view: less is a press with an unsteady hand. */
const THRESHOLD_PX = 4;
/** OURS: a finger rolls more than a mouse before it means to pan. */
const FINGER_PX = 9;
/** Held so long a finger drags; shorter than the half second of the system's own menu. */
const HOLD_MS = 350;
/** OURS: a handle may stand beside its bar. */
const HANDLE_REACH_PX = 14;

interface Press {
  readonly pointerId: number;
  readonly isTouch: boolean;
  readonly mark: ChartMark;
  readonly from: Point;
  readonly client: Point;
  readonly isShift: boolean;
  readonly isAdding: boolean;
  readonly win: Window;
  readonly stop: AbortController;
}

interface Drag {
  readonly gesture: Gesture;
  /** Another one, as after a zoom, has other places. */
  readonly chart: Chart;
  readonly live: LiveDrag;
  /** Where the pointer is, in the page; scrolling moves the chart below it. */
  client: Point;
  isFree: boolean;
  hasMoved: boolean;
  frame: number;
}

export class ChartPointer {
  readonly #stage: ChartStage;
  readonly #writing: ChartWriting;
  #press: Press | undefined;
  #drag: Drag | undefined;
  #hold = 0;
  /** The click that ends a drag is no click. */
  #swallowsClick = false;

  constructor(stage: ChartStage, writing: ChartWriting) {
    this.#stage = stage;
    this.#writing = writing;
  }

  get isDragging(): boolean {
    return this.#drag !== undefined;
  }

  /** A finger is down that may drag: the system's own menu would be in the way. */
  get isTouching(): boolean {
    return this.#press?.isTouch === true;
  }

  takeClick(): boolean {
    const swallows = this.#swallowsClick;
    this.#swallowsClick = false;
    return swallows;
  }

  down(event: PointerEvent): void {
    if (event.pointerType === 'touch' && !event.isPrimary) return;
    this.cancel();
    this.#swallowsClick = false;
    const mark = markOf(event.target);
    const pane = paneOf(this.#stage.now());
    const win = this.#stage.now().root.current?.ownerDocument.defaultView;
    if (event.button !== 0 || mark === undefined || pane === undefined || win === null || win === undefined) return;
    const { left, right, top, bottom } = pane.inSight;
    const { clientX: x, clientY: y } = event;
    if (mark.part === 'room' && (x < left || x > right || y < top || y > bottom)) return;
    const isTouch = event.pointerType === 'touch' || event.pointerType === 'pen';
    const isHandle = mark.part === 'start' || mark.part === 'end' || mark.part === 'grip';
    const press = {
      pointerId: event.pointerId,
      isTouch,
      mark,
      from: pane.toChart(x, y),
      client: { x, y },
      isShift: event.shiftKey,
      isAdding: event.ctrlKey || event.metaKey,
      win,
      stop: new AbortController(),
    };
    this.#press = press;
    const { signal } = press.stop;
    win.addEventListener('pointermove', (moved) => this.#move(moved), { signal });
    const ofOther = (other: PointerEvent): boolean => other.pointerId !== press.pointerId;
    win.addEventListener('pointerup', (up) => ofOther(up) || this.#up(up), { signal });
    win.addEventListener('pointercancel', (gone) => ofOther(gone) || this.cancel(), { signal });
    win.addEventListener('pointerdown', (second) => !ofOther(second) || this.cancel(), { signal, capture: true });
    win.addEventListener('blur', () => this.cancel(), { signal });
    win.addEventListener('keydown', (key) => this.#key(key), { signal, capture: true });
    if (isTouch && !isHandle) this.#hold = win.setTimeout(() => this.#begin(press), HOLD_MS);
  }

  #move(event: PointerEvent): void {
    const press = this.#press;
    if (press === undefined || event.pointerId !== press.pointerId) return;
    const far = Math.hypot(event.clientX - press.client.x, event.clientY - press.client.y);
    if (this.#drag === undefined) {
      const isWaiting = this.#hold !== 0;
      if (isWaiting && far > FINGER_PX) return void this.#end();
      if (isWaiting || far < THRESHOLD_PX) return;
      this.#begin(press);
    }
    const drag = this.#drag;
    if (drag === undefined) return;
    if (far >= THRESHOLD_PX) drag.hasMoved = true;
    drag.client = { x: event.clientX, y: event.clientY };
    drag.isFree = event.altKey;
    this.#draw(press, drag);
  }

  #begin(press: Press): void {
    this.#hold = 0;
    const gesture = this.#gestureOf(press);
    if (gesture === undefined) return void this.#end();
    const live = new LiveDrag(new Set(gesture.ids), true, gesture.moveTo(press.from, false));
    this.#swallowsClick = true;
    this.#drag = { gesture, chart: this.#stage.now().chart, live, client: press.client, isFree: false, hasMoved: false, frame: 0 };
    this.#stage.show(live);
    const root = this.#stage.now().root.current;
    try {
      root?.setPointerCapture(press.pointerId);
    } catch {
      // The pointer was let go in the meantime: its last event is on the way.
    }
  }

  #gestureOf({ mark, from, isShift, isTouch }: Press): Gesture | undefined {
    const { chart, selection } = this.#stage.now();
    const layout = newestLayout(this.#stage.now());
    const { part } = mark;
    if (part === 'room' && !isShift && !isTouch) return marqueeGesture(chart, from);
    if (this.#writing.isWriting || this.#writing.actions() === undefined) return undefined;
    if (part === 'room') return createGesture(chart, layout, from);
    if (part === 'unscheduled') {
      const item = layout.unscheduled.find(({ id }) => id === mark.id);
      return item === undefined ? undefined : placeGesture(chart, layout, item);
    }
    const id = mark.id ?? entryAt(chart, from, HANDLE_REACH_PX)?.entry.id;
    if (id === undefined) return undefined;
    if (part === 'grip') return linkGesture(chart, layout, id);
    if (part !== 'item') return moveGesture({ chart, layout, ids: [id], edge: part, from });
    const ids = selection.has(id) ? [id, ...[...selection].filter((other) => other !== id)] : [id];
    return moveGesture({ chart, layout, ids, edge: 'both', from });
  }

  /** At most once a frame, however often the pointer tells. */
  #draw(press: Press, drag: Drag): void {
    if (drag.frame !== 0) return;
    drag.frame = press.win.requestAnimationFrame(() => {
      drag.frame = 0;
      if (this.#drag !== drag) return;
      const isInside = press.mark.part !== 'unscheduled' || this.#isOverRoot(drag.client);
      const scrolled = drag.hasMoved && isInside && scrollNearEdge(this.#stage.now(), drag.client, press.client);
      this.#update(drag);
      if (scrolled) this.#draw(press, drag);
    });
  }

  #isOverRoot({ x, y }: Point): boolean {
    const rect = this.#stage.now().root.current?.getBoundingClientRect();
    return rect !== undefined && x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
  }

  #update(drag: Drag): void {
    const pane = paneOf(this.#stage.now());
    if (pane !== undefined) drag.live.show(drag.gesture.moveTo(pane.toChart(drag.client.x, drag.client.y), drag.isFree));
  }

  #up(event: PointerEvent): void {
    const press = this.#press;
    const drag = this.#drag;
    if (press === undefined || drag === undefined) return void this.#end();
    drag.client = { x: event.clientX, y: event.clientY };
    drag.isFree = event.altKey;
    if (drag.hasMoved) this.#update(drag);
    this.#end();
    if (drag.hasMoved) this.#drop(press, drag.gesture);
    else this.#held(press, drag.gesture);
  }

  #drop(press: Press, gesture: Gesture): void {
    const words = WORDS.roadmapKeys;
    const drop = gesture.drop();
    if (drop.kind !== 'change') this.#stage.show(undefined);
    switch (drop.kind) {
      case 'change': {
        const late = drop.move?.outcome.late.length ?? 0;
        this.#writing.write(drop.change, drop.move, late === 0 ? drop.said : `${drop.said} ${words.offerShift(late)}`);
        return;
      }
      case 'create':
        return this.#writing.actions()?.create(drop.item);
      case 'select': {
        const { selection, onSelect } = this.#stage.now();
        onSelect(new Set(press.isAdding ? [...selection, ...drop.ids] : drop.ids));
        this.#stage.say(drop.ids.length === 0 ? words.nothingSelected : `${words.selected(drop.ids.length)}.`);
        return;
      }
      case 'refused':
        this.#stage.say(drop.message);
        return;
      case 'nothing':
        this.#stage.say(words.unchanged);
        return;
    }
  }

  /** Held and let go without moving, by touch: what a right click is to a mouse. */
  #held({ client, mark }: Press, gesture: Gesture): void {
    const { showMenu, menuOf } = this.#stage.now();
    this.#stage.show(undefined);
    const drop = gesture.drop();
    if (drop.kind === 'create') this.#writing.actions()?.create(drop.item);
    else if (mark.id !== undefined) showMenu?.(menuOf(gesture.ids), client);
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.#drag === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  }

  /** As if it had not been. */
  cancel(): void {
    const wasDragging = this.#end();
    if (!wasDragging) return;
    this.#stage.show(undefined);
    this.#stage.say(WORDS.roadmapKeys.cancelled);
  }

  /** Ends when one of what is dragged is gone from the roadmap, or the chart is drawn at another scale. */
  check(layout: RoadmapLayout): void {
    if (this.#drag === undefined) return;
    const index = ItemIndex.of(layout);
    const gone = this.#drag.gesture.ids.find((id) => index.get(id) === undefined);
    if (gone === undefined) {
      if (this.#drag.chart.scale.pxPerDay !== this.#stage.now().chart.scale.pxPerDay) this.cancel();
      return;
    }
    const title = ItemIndex.of(this.#drag.chart.layout).titleOf(gone);
    this.#end();
    this.#stage.show(undefined);
    this.#stage.say(WORDS.roadmapKeys.gone(title));
  }

  /** True when something was dragged. */
  #end(): boolean {
    const press = this.#press;
    const drag = this.#drag;
    this.#press = undefined;
    this.#drag = undefined;
    press?.win.clearTimeout(this.#hold);
    this.#hold = 0;
    press?.stop.abort();
    if (drag !== undefined && drag.frame !== 0) press?.win.cancelAnimationFrame(drag.frame);
    return drag !== undefined;
  }
}
