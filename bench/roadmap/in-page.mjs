/**
 * What runs inside each page: the scene is made, the chart is drawn and moved frame by frame. A page gives its program:
 *
 * `prepare(scene)` turns the scene into the program's own data, which is not measured; `draw(pane)` draws it;
 * `isDrawn()` tells when bars stand on the page; `pan(px)`, `scroll(px)` move by so much, within `scrollRoom()`; `zoom(direction)`
 * zooms by one step where the program has no wheel for it. What a program cannot do is left out.
 */
import { afterFrame, nextFrame } from '../page-frames.mjs';
import { buildScene } from './scene.mjs';

const { document, setTimeout } = globalThis;
const POLL_MS = 4;
/** Where a bar to drag is looked for: there is room to its right, and headers and edges are far. */
const DRAG_AREA = { left: 0, right: 1150, top: 100, bottom: 850 };
/** Wide enough that its handles are not hit. */
const DRAG_MIN_PX = 60;

/** @param {{ prepare(scene: object, pane: Element): unknown, draw(pane: Element): unknown, isDrawn(): boolean, barSelector: string, pan?(px: number): void, scroll?(px: number): void, scrollRoom?(): number, toStart?(): void, zoom?(direction: 1 | -1): void }} program */
export function runs(program) {
  const pane = document.querySelector('#pane');
  globalThis.bench = {
    prepare: async (count) => void (await program.prepare(buildScene(count), pane)),
    draw: () => draw(program, pane),
    elements: () => pane.querySelectorAll('*').length,
    pan: (frames, px, limitMs) => frameByFrame(frames, limitMs, () => program.pan?.(px)),
    scroll: (frames, px, limitMs) => {
      // A short chart is scrolled to its end and back, so that each frame has something to do.
      const stepsDown = Math.max(1, Math.floor((program.scrollRoom?.() ?? Number.POSITIVE_INFINITY) / px));
      return frameByFrame(frames, limitMs, (frame) => program.scroll?.(Math.floor(frame / stepsDown) % 2 === 0 ? px : -px));
    },
    toStart: () => program.toStart?.(),
    zoom: (direction) => program.zoom?.(direction),
    can: () => ({ pan: program.pan !== undefined, scroll: program.scroll !== undefined, zoom: program.zoom !== undefined }),
    barToDrag: () => barToDrag(program),
    widestPx: () => Math.max(...[...document.querySelectorAll(program.barSelector)].map((bar) => bar.getBoundingClientRect().width)),
    dragged,
  };
}

/** Resolves with the time from the call to the first frame that shows bars. */
async function draw(program, pane) {
  const startedMs = performance.now();
  await program.draw(pane);
  while (!program.isDrawn()) await pause();
  await nextFrame();
  await afterFrame();
  return performance.now() - startedMs;
}

/** Frames are not asked for meanwhile: making them costs time that would be counted. */
function pause() {
  return new Promise((resolve) => void setTimeout(resolve, POLL_MS));
}

/** Makes a step in each frame; the times between frames, fewer than asked for when the time is over. */
async function frameByFrame(frames, limitMs, step) {
  const startedMs = performance.now();
  const times = [];
  let last = await nextFrame();
  let elements = 0;
  for (let frame = 0; frame < frames && performance.now() - startedMs < limitMs; frame++) {
    step(frame);
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  await afterFrame();
  elements = document.querySelectorAll('#pane *').length;
  return { times, elements };
}

let target;
let targetLeft = 0;

/** The middle of a bar that nothing covers. */
function barToDrag({ barSelector }) {
  for (const bar of document.querySelectorAll(barSelector)) {
    const { left, right, top, bottom, width } = bar.getBoundingClientRect();
    if (width < DRAG_MIN_PX || left < DRAG_AREA.left || right > DRAG_AREA.right || top < DRAG_AREA.top || bottom > DRAG_AREA.bottom) continue;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const hit = document.elementFromPoint(x, y);
    if (hit === null || !(bar.contains(hit) || hit.contains(bar))) continue;
    target = bar;
    targetLeft = left;
    return { x, y };
  }
  return undefined;
}

/** By how much the bar moved, or an outline of it that is drawn meanwhile. */
function dragged() {
  const outline = document.querySelector('#pane .cx-drag-outline');
  const movedPx = Math.abs((target?.getBoundingClientRect().left ?? 0) - targetLeft);
  return { movedPx, outline: outline !== null };
}
