/** Whether a first frame was seen: what is not needed in it is drawn after it, all at once. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** `isReady`: from the next drawing on there is something to see. */
export function useFirstFrame(element: RefObject<HTMLElement | null>, isReady: boolean): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const win = element.current?.ownerDocument.defaultView ?? undefined;
    if (!isReady || win === undefined) return undefined;
    // The next frame may be the first that is seen.
    let frame = win.requestAnimationFrame(() => {
      frame = win.requestAnimationFrame(() => setSeen(true));
    });
    return () => win.cancelAnimationFrame(frame);
  }, [element, isReady]);
  return isSeen;
}
