/** What of a scrolling element is in sight, in px, and how to bring more of it there. For content whose places are known. */
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { usePaneSize, type PaneSize } from './use-pane-size.js';

export interface ScrollWindow {
  /** To be set on what scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  readonly topPx: number;
  /** Undefined until the element stands. */
  readonly size: PaneSize | undefined;
  /** Scrolls as little as it takes to have this in sight; `headPx` stays above it. */
  readonly reveal: (fromPx: number, toPx: number, headPx: number) => void;
}

export function useScrollWindow(): ScrollWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [topPx, setTopPx] = useState(0);
  const size = usePaneSize(scroller);
  const onScroll = (): void => setTopPx(scroller.current?.scrollTop ?? 0);
  return {
    scroller,
    onScroll,
    topPx,
    size,
    reveal: (fromPx, toPx, headPx) => {
      const element = scroller.current;
      if (element === null || element.clientHeight === 0) return;
      const heightPx = element.clientHeight - headPx;
      if (fromPx < element.scrollTop) element.scrollTop = fromPx;
      else if (toPx > element.scrollTop + heightPx) element.scrollTop = toPx - heightPx;
      else return;
      onScroll();
    },
  };
}
