/**
 * What is drawn over the chart while something is dragged or moved by keys: plain boxes in px of the chart. The chart
 * itself stays as it is; it hears of a drag when it begins and when it ends, the layer over it of every frame between.
 */
import type { Point } from '../roadmap/arrow-routes.js';
import type { ChartBox } from './chart-hits.js';

/** Where an item would stand. */
export interface Outline extends ChartBox {
  readonly id: string;
  readonly shape: 'bar' | 'diamond';
  /** The dates it would have: "3 Mar – 9 Jun 2026"; empty to leave them out. */
  readonly text: string;
}

export interface DragFrame {
  readonly outlines: readonly Outline[];
  /** Where the items stand now. */
  readonly oldPlaces: readonly ChartBox[];
  /** The lane that it would go to. */
  readonly lane: ChartBox | undefined;
  readonly link: { readonly from: Point; readonly to: Point; readonly target: ChartBox | undefined } | undefined;
  readonly area: (ChartBox & { readonly isNew: boolean }) | undefined;
  /** What is to be said where the pointer is: the dates of something new, a count, why something cannot be. */
  readonly remark: { readonly text: string; readonly at: Point } | undefined;
  readonly isRefused: boolean;
}

export const EMPTY_FRAME: DragFrame = { outlines: [], oldPlaces: [], lane: undefined, link: undefined, area: undefined, remark: undefined, isRefused: false };

export interface DragState {
  /** Items that are dragged; empty while something new is drawn. */
  readonly ids: ReadonlySet<string>;
  /** While true the chart keeps the layout it has, whatever happens to the notes. */
  readonly holdsLayout: boolean;
  readonly frame: () => DragFrame;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A drag that can be moved on: listeners are told once per frame by whoever moves it. */
export class LiveDrag implements DragState {
  readonly #listeners = new Set<() => void>();
  #frame: DragFrame;

  constructor(
    readonly ids: ReadonlySet<string>,
    readonly holdsLayout: boolean,
    frame: DragFrame,
  ) {
    this.#frame = frame;
  }

  readonly frame = (): DragFrame => this.#frame;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  show(frame: DragFrame): void {
    if (frame === this.#frame) return;
    this.#frame = frame;
    for (const listener of this.#listeners) listener();
  }
}
