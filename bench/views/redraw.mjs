/** One view on a page of its own: opened on a large playbook, then redrawn after each change of one executive. */
import { appStyles } from '../app-styles.mjs';
import { cpu, quietCpu } from '../page-cpu.mjs';
import { bundle } from '../../scripts/picture-tools.mjs';

const WARM_UPS = 3;
const CHANGES = 15;
/** What is left to do after the frame counts too: effects, garbage. */
const SETTLED_MS = 60;

/** @typedef {{ cpuMs: readonly number[], wallMs: readonly number[], elements: number }} Redraws one entry per change */

/** The page of all views, with all it needs in it. */
export async function buildViewsPage() {
  const own = 'html,body{margin:0;height:900px;overflow:hidden}';
  const pane = '<div class="workspace-leaf-content" style="height:900px"><div id="pane" class="view-content cx-view" style="width:1400px;height:900px;padding:0;overflow:auto"></div></div>';
  return {
    html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>${await appStyles()}${own}</style></head><body class="theme-light">${pane}</body></html>`,
    script: await bundle('bench/views/page.tsx'),
  };
}

/**
 * @param {import('playwright').Browser} browser @param {{ html: string, script: string }} page
 * @param {{ view: string, executives: number, notes: number, profile?: (profile: object) => void }} options
 * @returns {Promise<Redraws>}
 */
export async function measureRedraws(browser, { html, script }, { view, executives, notes, profile }) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, deviceScaleFactor: 1 });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.setContent(html);
    await page.addScriptTag({ content: script, type: 'module' });
    await page.waitForFunction(() => globalThis.bench !== undefined);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const elements = await page.evaluate(([name, ...size]) => globalThis.bench.open(name, ...size), [view, executives, notes]);
    const [cpuMs, wallMs] = [[], []];
    for (let run = 0; run < WARM_UPS + CHANGES; run++) {
      if (run === WARM_UPS && profile !== undefined) await startProfile(cdp);
      const before = await page.evaluate(() => globalThis.bench.shown());
      const start = await quietCpu(cdp);
      const wall = await page.evaluate((count) => globalThis.bench.change(count), run);
      await page.waitForTimeout(SETTLED_MS);
      const used = (await cpu(cdp)) - start;
      if (before === (await page.evaluate(() => globalThis.bench.shown()))) throw new Error(`"${view}" looks the same after change ${run + 1}: nothing was redrawn.`);
      if (run < WARM_UPS) continue;
      cpuMs.push(used);
      wallMs.push(wall);
    }
    if (profile !== undefined) profile((await cdp.send('Profiler.stop')).profile);
    if (errors.length > 0) throw new Error(`"${view}": ${errors[0]}`);
    return { cpuMs, wallMs, elements };
  } finally {
    await context.close();
  }
}

async function startProfile(cdp) {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
}
