/** The size of what an element shows, as the browser tells it: at once, and whenever it changes. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { watchSize } from './watch-size.js';

export interface PaneSize {
  readonly width: number;
  readonly height: number;
}

/** Where a pane has no size yet (hidden, or no browser that lays out): what is drawn is bounded all the same. */
const UNKNOWN: PaneSize = { width: 1000, height: 700 };

/** Undefined until the element stands. */
export function usePaneSize(element: RefObject<HTMLElement | null>): PaneSize | undefined {
  const [size, setSize] = useState<PaneSize>();
  useLayoutEffect(() => {
    const pane = element.current;
    if (pane === null) return undefined;
    const look = (): void => {
      const { clientWidth: width, clientHeight: height } = pane;
      const next = width === 0 || height === 0 ? UNKNOWN : { width, height };
      setSize((before) => (before !== undefined && (next === UNKNOWN || (before.width === width && before.height === height)) ? before : next));
    };
    return watchSize(pane, look);
  }, [element]);
  return size;
}
