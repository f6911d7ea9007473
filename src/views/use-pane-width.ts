/** How much room a view has: narrow as on a phone, wide enough for a panel beside, or between. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { watchSize } from './watch-size.js';

export type PaneWidth = 'narrow' | 'middle' | 'wide';

/** OURS: below it a chart beside its lane names shows too little. */
const NARROW_BELOW_PX = 520;
/** OURS: from here on a panel of 320 px leaves the chart the larger part. */
const WIDE_FROM_PX = 860;

export function usePaneWidth(element: RefObject<HTMLElement | null>): PaneWidth {
  const [width, setWidth] = useState<PaneWidth>('wide');
  useLayoutEffect(() => {
    const pane = element.current;
    if (pane === null) return undefined;
    const look = (): void => {
      const px = pane.clientWidth;
      // A pane in the background has no width; nor has one in a browser that lays nothing out.
      if (px > 0) setWidth(px < NARROW_BELOW_PX ? 'narrow' : px < WIDE_FROM_PX ? 'middle' : 'wide');
    };
    return watchSize(pane, look);
  }, [element]);
  return width;
}
