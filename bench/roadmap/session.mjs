/**
 * One program with one number of items on a page of its own: drawn, panned, scrolled, zoomed and dragged in.
 *
 * What is measured is the processor time of the page's main thread, from the kernel's clock of that thread: script,
 * style, layout, painting and the handling of events count, wherever the program spends them; waiting does not, nor what
 * other processes take. Threads that raster and compose are not counted; they show in the times between frames.
 */
import { cpu, quietCpu } from '../page-cpu.mjs';

const FRAMES = 60;
const STEP_PX = 25;
/** Each way. */
const ZOOM_STEPS = 4;
const ZOOM_PAUSE_MS = 60;
const DRAG_MOVES = 60;
const DRAG_STEP_PX = 3;
/** Longer than any program waits before it draws exactly what was zoomed or scrolled. */
const SETTLED_MS = 250;
/** After that an action is stopped; what was done until then is divided by what was done. */
const ACTION_LIMIT_MS = 3000;

/**
 * @typedef {{ paintCpuMs: number, paintMs: number, settledCpuMs: number, elements: number, panCpuMs?: number, panP95Ms?: number,
 *   scrollCpuMs?: number, zoomCpuMs?: number, zoomSettledCpuMs?: number, dragCpuMs?: number }} Figures
 *   `timedOut` stands alone when the first frame did not come in time.
 */

/**
 * @param {import('playwright').Browser} browser @param {import('./programs.mjs').Program} program
 * @param {{ html: string, script: string }} page @param {number} items @param {number} limitMs
 * @returns {Promise<Figures | { timedOut: true }>}
 */
export async function measureSession(browser, program, { html, script }, items, limitMs) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, deviceScaleFactor: 1 });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.setContent(html);
    await page.addScriptTag({ content: script });
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    await page.evaluate((count) => globalThis.bench.prepare(count), items);
    const figures = await withLimit(paint(page, cdp), limitMs);
    if (figures === undefined) return { timedOut: true };
    await act(page, cdp, program, figures);
    if (errors.length > 0) throw new Error(`"${program.name}" with ${items} items: ${errors[0]}`);
    return figures;
  } finally {
    await context.close();
  }
}

async function paint(page, cdp) {
  const start = await quietCpu(cdp);
  const paintMs = await page.evaluate(() => globalThis.bench.draw());
  const painted = await cpu(cdp);
  await page.waitForTimeout(SETTLED_MS);
  const settled = await cpu(cdp);
  const elements = await page.evaluate(() => globalThis.bench.elements());
  return { paintCpuMs: painted - start, paintMs, settledCpuMs: settled - start, elements };
}

async function act(page, cdp, program, figures) {
  const can = await page.evaluate(() => globalThis.bench.can());
  const most = (/** @type {number} */ elements) => { figures.elements = Math.max(figures.elements, elements); };
  if (can.pan) {
    const { perFrameMs, times, elements } = await frames(page, cdp, 'pan');
    figures.panCpuMs = perFrameMs;
    figures.panP95Ms = times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];
    most(elements);
  }
  if (can.scroll) {
    const { perFrameMs, elements } = await frames(page, cdp, 'scroll');
    figures.scrollCpuMs = perFrameMs;
    most(elements);
  }
  if (can.zoom || program.wheelZooms) {
    await page.evaluate(() => globalThis.bench.toStart());
    await page.waitForTimeout(SETTLED_MS);
    Object.assign(figures, await zoom(page, cdp, program));
    most(await page.evaluate(() => globalThis.bench.elements()));
  }
  if (program.drags) figures.dragCpuMs = await drag(page, cdp, program);
}

async function frames(page, cdp, action) {
  await page.evaluate(() => globalThis.bench.toStart());
  await page.waitForTimeout(SETTLED_MS);
  const start = await quietCpu(cdp);
  const { times, elements } = await page.evaluate(([name, count, px, limit]) => globalThis.bench[name](count, px, limit), [action, FRAMES, STEP_PX, ACTION_LIMIT_MS]);
  return { perFrameMs: ((await cpu(cdp)) - start) / times.length, times, elements };
}

/** In by some steps, a rest, and out again: the time of the steps alone, and that with what is drawn in the rests. */
async function zoom(page, cdp, program) {
  const ways = [await zoomBy(page, cdp, program, 1), await zoomBy(page, cdp, program, -1)];
  const perStep = (/** @type {'stepsMs' | 'allMs'} */ key) => ways.reduce((sum, way) => sum + way[key], 0) / ways.reduce((sum, { steps }) => sum + steps, 0);
  return { zoomCpuMs: perStep('stepsMs'), zoomSettledCpuMs: perStep('allMs') };
}

async function zoomBy(page, cdp, { wheelZooms }, direction) {
  await page.mouse.move(700, 450);
  if (wheelZooms) await page.keyboard.down('Control');
  const start = await quietCpu(cdp);
  const startedMs = performance.now();
  let steps = 0;
  while (steps < ZOOM_STEPS && performance.now() - startedMs < ACTION_LIMIT_MS) {
    if (wheelZooms) await page.mouse.wheel(0, -100 * direction);
    else await page.evaluate((way) => globalThis.bench.zoom(way), direction);
    steps++;
    await page.waitForTimeout(ZOOM_PAUSE_MS);
  }
  const stepped = await cpu(cdp);
  await page.waitForTimeout(SETTLED_MS);
  const settled = await cpu(cdp);
  if (wheelZooms) await page.keyboard.up('Control');
  return { steps, stepsMs: stepped - start, allMs: settled - start };
}

/** A bar by the mouse, as a person would; each move is handled before the next is sent. */
async function drag(page, cdp, { name }) {
  await page.evaluate(() => globalThis.bench.toStart());
  await page.waitForTimeout(SETTLED_MS);
  const at = await page.evaluate(() => globalThis.bench.barToDrag());
  if (at === undefined) throw new Error(`"${name}" shows no bar that could be dragged.`);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 6, at.y);
  await page.mouse.move(at.x + 12, at.y);
  const start = await quietCpu(cdp);
  const startedMs = performance.now();
  let moves = 0;
  while (moves < DRAG_MOVES && performance.now() - startedMs < ACTION_LIMIT_MS) await page.mouse.move(at.x + 12 + ++moves * DRAG_STEP_PX, at.y);
  const end = await cpu(cdp);
  const { movedPx, outline } = await page.evaluate(() => globalThis.bench.dragged());
  if (movedPx < 20 && !outline) throw new Error(`"${name}" did not drag its bar.`);
  return (end - start) / moves;
}

async function withLimit(promise, limitMs) {
  let timer;
  const limit = new Promise((resolve) => { timer = globalThis.setTimeout(() => resolve(undefined), limitMs); });
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, limit]);
  } finally {
    globalThis.clearTimeout(timer);
  }
}
