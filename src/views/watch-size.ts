/** Looks at an element's size at once, and again whenever it changes. Gives what ends it. */
export function watchSize(element: HTMLElement, look: () => void): () => void {
  look();
  const win = element.ownerDocument.defaultView;
  if (win === null) return () => undefined;
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
}
