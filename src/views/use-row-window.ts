/**
 * Draws of a long list only the rows in sight, each as high as its text makes it. What a person looks at stays where it
 * is when rows above it come, go, or turn out higher than guessed: the first row in sight is the anchor.
 */
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { RowHeights, type KeyedRow } from './row-heights.js';

/** Drawn above and below what is in sight, so that a turn of the wheel finds rows that are there. */
const AHEAD_PX = 400;
/** Until the browser tells. */
const FIRST_VIEW = { top: 0, height: 800, width: 320 };

/** Index of the row with a key, first looked for where it was; -1 when it is gone. */
export function findRow(rows: readonly KeyedRow[], key: string, before: number): number {
  return rows[before]?.key === key ? before : rows.findIndex((row) => row.key === key);
}

export interface RowWindow {
  /** To be set on what scrolls, and on what holds the rows. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly holder: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  readonly totalPx: number;
  /** Indexes of the rows to draw, ascending. */
  readonly indexes: readonly number[];
  readonly topOf: (index: number) => number;
  /** Scrolls as little as it takes to have a row in sight. */
  readonly reveal: (index: number) => void;
}

/** Rows in the holder carry their index as `data-index`. `kept` is drawn wherever it is: it may hold the focus. */
export function useRowWindow<R extends KeyedRow>(rows: readonly R[], guessPx: (row: R, widthPx: number) => number, kept: number): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef(FIRST_VIEW);
  /** The view has to move once the rows stand in their new places. */
  const hasMoved = useRef(false);
  const [heights] = useState(() => new RowHeights());
  const [, redraw] = useReducer((count: number, _: undefined) => count + 1, 0);
  const { width } = view.current;

  const layOut = (): void => {
    const top = scroller.current?.scrollTop ?? 0;
    const anchor = heights.rowAt(top);
    const key = heights.keyAt(anchor);
    const belowTop = top - heights.topOf(anchor);
    heights.layOut(rows, (row) => guessPx(row, width));
    // At the very top new rows may push down what is there.
    const index = key === undefined || top <= 0 ? -1 : findRow(rows, key, anchor);
    const wanted = index < 0 ? top : heights.topOf(index) + belowTop;
    view.current = { ...view.current, top: Math.max(0, Math.min(wanted, heights.totalPx - view.current.height)) };
    hasMoved.current ||= Math.abs(view.current.top - top) > 0.5;
  };
  useMemo(layOut, [rows, guessPx, width]);

  const onScroll = (): void => {
    view.current = { ...view.current, top: scroller.current?.scrollTop ?? 0 };
    redraw(undefined);
  };

  useLayoutEffect(() => {
    if (hasMoved.current && scroller.current !== null) scroller.current.scrollTop = view.current.top;
    hasMoved.current = false;
    let isNew = false;
    for (const element of holder.current?.children ?? []) {
      const key = rows[Number(element.getAttribute('data-index') ?? -1)]?.key;
      if (key !== undefined && heights.measure(key, element.getBoundingClientRect().height)) isNew = true;
    }
    if (!isNew) return;
    layOut();
    redraw(undefined);
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void => {
      const { clientHeight: height, clientWidth: width } = element;
      if (height === 0 || (height === view.current.height && width === view.current.width)) return;
      if (width !== view.current.width) heights.forget();
      view.current = { ...view.current, height, width };
      redraw(undefined);
    };
    look();
    const win = element.ownerDocument.defaultView ?? window;
    let frame = 0;
    // In the next frame: what is drawn at once could change the size again.
    const observer = new win.ResizeObserver(() => {
      win.cancelAnimationFrame(frame);
      frame = win.requestAnimationFrame(look);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      win.cancelAnimationFrame(frame);
    };
  }, [heights]);

  const { top, height } = view.current;
  const first = heights.rowAt(top - AHEAD_PX);
  const last = heights.rowAt(top + height + AHEAD_PX);
  const indexes = rows.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  if (kept >= 0 && kept < first) indexes.unshift(kept);
  if (kept > last && kept < rows.length) indexes.push(kept);
  return {
    scroller,
    holder,
    onScroll,
    totalPx: heights.totalPx,
    indexes,
    topOf: (index) => heights.topOf(index),
    reveal: (index) => {
      const element = scroller.current;
      if (element === null || element.clientHeight === 0) return;
      const from = heights.topOf(index);
      const to = heights.topOf(index + 1);
      if (from < element.scrollTop) element.scrollTop = from;
      else if (to > element.scrollTop + element.clientHeight) element.scrollTop = to - element.clientHeight;
      else return;
      onScroll();
    },
  };
}
