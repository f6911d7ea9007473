/** The size of what an element shows, as the browser tells it: at once, and whenever it changes. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

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
    const win = pane?.ownerDocument.defaultView;
    if (pane === null || win === null || win === undefined) return undefined;
    const look = (): void => {
      const { clientWidth: width, clientHeight: height } = pane;
      const next = width === 0 || height === 0 ? UNKNOWN : { width, height };
      setSize((before) => (before !== undefined && (next === UNKNOWN || (before.width === width && before.height === height)) ? before : next));
    };
    look();
    let frame = 0;
    // In the next frame: what is drawn at once could change the size again.
    const observer = new win.ResizeObserver(() => {
      win.cancelAnimationFrame(frame);
      frame = win.requestAnimationFrame(look);
    });
    observer.observe(pane);
    return () => {
      observer.disconnect();
      win.cancelAnimationFrame(frame);
    };
  }, [element]);
  return size;
}
