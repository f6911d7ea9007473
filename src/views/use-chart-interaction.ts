/**
 * Everything that a person does to the chart by keys, mouse, pen and touch. The chart draws what is there and calls this;
 * it is drawn anew when a drag begins and ends, never while it lasts ({@link RoadmapDragLayer} draws that).
 */
import { useLayoutEffect, useState } from 'preact/hooks';
import { ChartGathering } from './chart-gathering.js';
import { idsBetween, laneAt } from './chart-hits.js';
import { pressKey, type ChartParts } from './chart-keys.js';
import { ChartLinking } from './chart-linking.js';
import { markOf } from './chart-marks.js';
import { newItem, writtenSpan } from './chart-new-item.js';
import { paneOf } from './chart-pane.js';
import { ChartPointer } from './chart-pointer.js';
import { idsInHand, newestLayout, type ChartInteractionOptions, type ChartStage } from './chart-stage.js';
import { ChartWriting } from './chart-writing.js';
import type { DragState } from './drag-frame.js';
import type { MenuEntry } from './roadmap-actions.js';
import { snapUnitOf } from '../roadmap/snap.js';
import { WORDS } from './words/words.js';

export interface ChartHandlers {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDblClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

export interface ChartInteraction {
  /** To be set on the scroller. The same ones at each drawing. */
  readonly handlers: ChartHandlers;
  readonly drag: DragState | undefined;
  /** For a polite live region. */
  readonly message: string;
}

/** The view around the chart: it holds the tray, from which items are dragged in. */
const VIEW = '.cx-roadmap-view';

export function useChartInteraction(options: ChartInteractionOptions): ChartInteraction {
  const [drag, setDrag] = useState<DragState>();
  const [message, setMessage] = useState('');
  const [interaction] = useState(() => new Interaction(options, setDrag, setMessage));
  interaction.options = options;
  const layout = newestLayout(options);

  useLayoutEffect(() => interaction.check(), [interaction, layout, options.focusId, options.chart]);
  useLayoutEffect(() => interaction.listen(), [interaction]);
  return { handlers: interaction, drag, message };
}

class Interaction implements ChartHandlers {
  readonly #parts: ChartParts;
  /** The item that had the focus before the pointer gave it to another: where a range begins. */
  #anchor: string | undefined;
  /** A key asked for the menu, the system may ask once more. */
  #menuByKey = false;

  constructor(
    public options: ChartInteractionOptions,
    show: (drag: DragState | undefined) => void,
    say: (update: (before: string) => string) => void,
  ) {
    const stage: ChartStage = {
      now: () => this.options,
      show: (drag) => {
        this.#parts.linking.coveredBy(drag);
        show(drag);
      },
      // The same words twice are told twice only when they differ.
      say: (message) => say((before) => (before === message ? `${message}\u00a0` : message)),
    };
    const writing = new ChartWriting(stage);
    this.#parts = {
      stage,
      writing,
      gathering: new ChartGathering(stage, writing),
      linking: new ChartLinking(stage, writing),
      pointer: new ChartPointer(stage, writing),
      menuByKey: () => this.#openMenuByKey(),
    };
  }

  /** After the notes or the focus changed. */
  check(): void {
    const { pointer, gathering, linking } = this.#parts;
    const layout = newestLayout(this.options);
    pointer.check(layout);
    gathering.check(layout);
    linking.refresh(layout);
  }

  /** What cannot be asked for by attributes: the tray's presses, clicks that end a drag, panning while a finger drags. */
  listen(): (() => void) | undefined {
    const root = this.options.root.current;
    if (root === null) return undefined;
    const view = root.closest<HTMLElement>(VIEW) ?? root;
    const { pointer, gathering } = this.#parts;
    const stop = new AbortController();
    const { signal } = stop;
    const takeFromTray = (event: PointerEvent): void => {
      if (markOf(event.target)?.part !== 'unscheduled') return;
      gathering.flush();
      pointer.down(event);
    };
    view.addEventListener('pointerdown', takeFromTray, { signal });
    const swallow = (event: MouseEvent): void => {
      if (!pointer.takeClick()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    view.addEventListener('click', swallow, { signal, capture: true });
    // On the way down: the chart keeps touches from the app's drawers.
    view.addEventListener('touchmove', (event) => pointer.isDragging && event.cancelable && event.preventDefault(), { signal, passive: false, capture: true });
    // Moves are written when the person turns to something else.
    root.addEventListener('focusout', (event) => isWithin(root, event.relatedTarget) || gathering.flush(), { signal });
    return () => {
      stop.abort();
      pointer.cancel();
      gathering.flush();
    };
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    this.#menuByKey = false;
    if (!pressKey(event, this.#parts)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly onPointerDown = (event: PointerEvent): void => {
    this.#menuByKey = false;
    this.#anchor = this.options.focusId;
    this.#parts.gathering.flush();
    this.#parts.pointer.down(event);
  };

  readonly onClick = (event: MouseEvent): void => {
    const mark = markOf(event.target);
    if (mark === undefined || mark.part === 'unscheduled') return;
    const { id } = mark;
    const { linking } = this.#parts;
    const { chart, selection, focusId, onSelect, onFocus } = this.options;
    const anchor = this.#anchor ?? focusId;
    this.#anchor = id ?? anchor;
    if (id === undefined) {
      if (selection.size > 0 && !linking.isOn) onSelect(new Set());
      return;
    }
    if (linking.isOn) linking.choose(id);
    else if (event.shiftKey && anchor !== undefined) onSelect(new Set([...selection, ...idsBetween(chart, anchor, id), id]));
    else if (event.ctrlKey || event.metaKey) onSelect(toggled(selection, id));
    else onSelect(new Set([id]));
    if (focusId !== id) onFocus(id);
  };

  readonly onDblClick = (event: MouseEvent): void => {
    const mark = markOf(event.target);
    if (mark === undefined || mark.part === 'unscheduled') return;
    if (mark.id !== undefined) this.options.host.open(mark.id, { newTab: event.ctrlKey || event.metaKey });
    else this.#createAt(event);
  };

  readonly onContextMenu = (event: MouseEvent): void => {
    if (this.#menuByKey || this.#parts.pointer.isTouching) {
      event.preventDefault();
      this.#menuByKey = false;
      return;
    }
    const mark = markOf(event.target);
    const { showMenu, selection, onSelect, onFocus } = this.options;
    if (mark === undefined || mark.part === 'unscheduled' || showMenu === undefined) return;
    event.preventDefault();
    this.#parts.gathering.flush();
    const at = { x: event.clientX, y: event.clientY };
    const { id } = mark;
    if (id === undefined) {
      if (this.options.actions !== undefined) showMenu([{ title: WORDS.roadmapKeys.newHere, icon: 'plus', run: () => this.#createAt(event) }], at);
      return;
    }
    if (!selection.has(id)) onSelect(new Set([id]));
    onFocus(id);
    showMenu(this.#menuOf(selection.has(id) ? idsInHand({ focusId: id, selection }) : [id]), at);
  };

  #openMenuByKey(): void {
    const { showMenu, root, focusId } = this.options;
    const ids = idsInHand(this.options);
    const element = root.current?.ownerDocument.activeElement;
    if (showMenu === undefined || ids.length === 0 || focusId === undefined) return;
    this.#menuByKey = true;
    showMenu(this.#menuOf(ids), isElement(element) ? element : this.#placeOf(focusId));
  }

  #placeOf(id: string): { readonly x: number; readonly y: number } {
    const placed = this.options.chart.placeOf(id)?.placed;
    const offset = this.options.contentOffset();
    return { x: offset.x + (placed?.left ?? 0), y: offset.y + (placed?.y ?? 0) };
  }

  /** The shell's entries, and what the last move left to do. */
  #menuOf(ids: readonly string[]): readonly MenuEntry[] {
    const { writing } = this.#parts;
    const entries = this.options.menuOf(ids);
    if (writing.lateCount === 0 || this.options.actions === undefined) return entries;
    return [{ title: WORDS.roadmapKeys.shiftLate(writing.lateCount), icon: 'chevrons-right', isWarning: true, run: () => writing.shiftLate() }, ...entries];
  }

  /** A new item as long as one step of the zoom, where the pointer is. */
  #createAt({ clientX, clientY }: MouseEvent): void {
    const pane = paneOf(this.options);
    const { chart } = this.options;
    if (pane === undefined) return;
    const { x, y } = pane.toChart(clientX, clientY);
    const { left, right, top, bottom } = pane.inSight;
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) return;
    const day = chart.scale.dayAt(x);
    const span = writtenSpan({ firstDay: day, lastDay: day }, snapUnitOf(chart.scale.pxPerDay));
    this.#parts.writing.actions()?.create(newItem(newestLayout(this.options), laneAt(chart, y)?.lane.id, span));
  }
}

function toggled(selection: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

function isWithin(root: HTMLElement, target: EventTarget | null): boolean {
  return isNode(target) && root.contains(target);
}

function isNode(target: EventTarget | null): target is Node {
  return target !== null && 'nodeType' in target;
}

function isElement(element: Element | null | undefined): element is HTMLElement {
  return element !== null && element !== undefined && 'dataset' in element;
}
