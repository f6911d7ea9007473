/** A window of its own for a leaf: another document with the app's helpers on its elements, in a frame of this page. */
import type { HostApp } from './app.js';

export interface PopoutWindow {
  readonly win: Window & typeof globalThis;
  close(): void;
}

export function openWindow(app: HostApp): PopoutWindow {
  const frame = document.body.createEl('iframe', { cls: 'host-popout' });
  const win = frame.contentWindow as (Window & typeof globalThis) | null;
  if (win === null) throw new Error('This document model has no frames.');
  lendHelpers(win);
  app.page.watch(win);
  const stop = app.keymap.listenTo(win.document);
  return {
    win,
    close: () => {
      stop();
      frame.remove();
    },
  };
}

const LENT = ['Node', 'Element', 'HTMLElement', 'SVGElement', 'Document', 'DocumentFragment', 'UIEvent'] as const;

/** What the app adds to the elements of its main window, added to another's. */
function lendHelpers(win: Window & typeof globalThis): void {
  for (const name of LENT) {
    const to: object = win[name].prototype;
    const from: object = window[name].prototype;
    for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(from))) if (!(key in to)) Object.defineProperty(to, key, property);
  }
}
