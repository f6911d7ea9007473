/**
 * The focus within the chart. Items come and go as the chart is scrolled and drawn anew; what a person works on keeps the
 * focus, and an item that is to have it gets it once it is drawn.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dataOf, isElement } from './chart-elements.js';

export interface ChartFocus {
  /** The item that Tab leads to, once one was focused. */
  readonly focusId: string | undefined;
  /** Focuses an item after the next drawing. */
  readonly focusItem: (id: string) => void;
  /** Focuses the button of a lane after the next drawing. */
  readonly focusLane: (laneId: string) => void;
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onFocusOut: () => void;
}

export function useChartFocus(content: RefObject<HTMLElement | null>): ChartFocus {
  const [focusId, setFocusId] = useState<string>();
  /** Id of the lane whose button is to be focused, or true for the item that Tab leads to. */
  const wanted = useRef<string | boolean>(false);
  const focused = useRef<HTMLElement | null>(null);
  /** An element that is taken away while the chart is drawn loses the focus though nobody turned elsewhere. */
  const isDrawing = useRef(false);
  isDrawing.current = true;
  useLayoutEffect(() => {
    isDrawing.current = false;
    // An item that moved into another chunk is another element.
    const isLost = focused.current?.isConnected === false;
    const target = wanted.current === false ? isLost : wanted.current;
    wanted.current = false;
    if (isLost) focused.current = null;
    if (target === false) return;
    const toggles = typeof target === 'string' ? content.current?.querySelectorAll<HTMLElement>('[data-toggle]') : undefined;
    const element = [...(toggles ?? [])].find(({ dataset }) => dataset['toggle'] === target) ?? content.current?.querySelector<HTMLElement>('.cx-mark[tabindex="0"]');
    element?.focus({ preventScroll: true });
  });
  return {
    focusId,
    focusItem: (id) => {
      setFocusId(id);
      wanted.current = true;
    },
    focusLane: (laneId) => {
      wanted.current = laneId;
    },
    onFocusIn: (event) => {
      focused.current = isElement(event.target) ? event.target : null;
      const id = dataOf(event.target, 'id') ?? dataOf(event.target, 'run');
      if (id !== undefined && id !== focusId) setFocusId(id);
    },
    onFocusOut: () => {
      if (!isDrawing.current) focused.current = null;
    },
  };
}
