/** Frames, as a page sees them. */
const { requestAnimationFrame, MessageChannel } = globalThis;

/** Resolves while the next frame is made, with its time. @returns {Promise<number>} */
export function nextFrame() {
  return new Promise((resolve) => void requestAnimationFrame(resolve));
}

/** A message sent while a frame is made is read when the frame is done. @returns {Promise<void>} */
export function afterFrame() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(undefined);
    port2.postMessage(0);
  });
}
