/**
 * Measures what a key costs in a long note with annotations marked all over it, beside the same note without any, in
 * Chromium, and prints a table; see bench/README.md. `node bench/typing/run.mjs [--write]`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { browserLaunch, bundle } from '../../scripts/picture-tools.mjs';
import { appStyles } from '../app-styles.mjs';
import { median } from '../measure.mjs';
import { cpu, quietCpu } from '../page-cpu.mjs';
import { withSection } from '../section.mjs';
import { describeMachine, formatTable, time } from '../table.mjs';

const PAGE = join(import.meta.dirname, '../../docs/benchmarks.md');
const CHARACTERS = 100_000;
const ANNOTATIONS = 200;
const ROUNDS = 5;
const WARM_UP_KEYS = 60;
const KEYS = 120;
const MORE_MS = 2;

/** What is typed in: by name, how many annotations in how many characters. Those in sight lie over one another. */
const NOTES = { none: [0, CHARACTERS], spread: [ANNOTATIONS, CHARACTERS], dense: [ANNOTATIONS, 4000] };

/** @typedef {{ syncMs: number, p95Ms: number, cpuMs: number, marked: number, inSight: number }} Typing one run; milliseconds are per key */

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>${await appStyles()}${readFileSync(join(import.meta.dirname, '../../test/demo/frame.css'), 'utf8')}</style></head><body class="theme-light"></body></html>`;
const script = await bundle('bench/typing/page.ts');
const browser = await chromium.launch(await browserLaunch());
/** @type {Record<keyof typeof NOTES, Typing[]>} */
const runs = { none: [], spread: [], dense: [] };
// By turns, so that what else the machine does falls on all alike.
for (let round = 1; round <= ROUNDS; round++) {
  for (const [name, size] of Object.entries(NOTES)) {
    const run = await measureTyping(size);
    runs[name].push(run);
    console.error(`round ${round} of ${ROUNDS}, ${name}: ${time(run.syncMs)}, ${time(run.cpuMs)} CPU, ${run.inSight} marks in sight`);
  }
}
const chromiumVersion = browser.version();
await browser.close();

const of = (name, key) => median(runs[name].map((run) => run[key]));
const row = (what, name, key, isTarget) => {
  const more = of(name, key) - of('none', key);
  const measured = `${time(of(name, key))}, without any ${time(of('none', key))}: ${more < 0 ? '−' : '+'}${Math.abs(more).toFixed(2)} ms`;
  return { what, measured, ...(isTarget ? { target: `< ${MORE_MS} ms more`, met: more < MORE_MS } : {}) };
};
const text = `## Typing beside annotations

Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}, Chromium ${chromiumVersion} without a graphics card, 1400 × 900. A note of ${CHARACTERS.toLocaleString('en')} characters with ${ANNOTATIONS} annotations, spread over it (${of('spread', 'inSight')} pieces of marks in what the editor draws) or all round the place where one types, over one another (${of('dense', 'inSight')} pieces); ${KEYS} keys, one a frame, after ${WARM_UP_KEYS} that are not counted; ${ROUNDS} rounds by turns, a fresh page for each; medians.

${formatTable([
  row('A key beside spread annotations, until its line is laid out', 'spread', 'syncMs', true),
  row('The same, processor time of the page with painting and what follows', 'spread', 'cpuMs', true),
  row('The same, 95 of 100 keys, until the line is laid out', 'spread', 'p95Ms', false),
  row('A key among all of them, until its line is laid out', 'dense', 'syncMs', false),
  row('The same, processor time of the page with painting and what follows', 'dense', 'cpuMs', false),
])}

Repeat it: \`npm run bench:typing -- --write\`. [How it is measured](../bench/README.md#typing).
`;
console.log(text);
if (values.write) writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), 'typing', text));

/** @param {number[]} size annotations, and the characters they lie in @returns {Promise<Typing>} */
async function measureTyping([annotations, stretch]) {
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
    const opened = await page.evaluate((size) => globalThis.bench.open(...size), [CHARACTERS, annotations, stretch]);
    if (opened.marked !== annotations) throw new Error(`${opened.marked} of ${annotations} annotations are marked.`);
    await page.evaluate((keys) => globalThis.bench.type(keys), WARM_UP_KEYS);
    const start = await quietCpu(cdp);
    const keys = await page.evaluate((count) => globalThis.bench.type(count), KEYS);
    const cpuMs = ((await cpu(cdp)) - start) / KEYS;
    if (errors.length > 0) throw new Error(`With ${annotations} annotations: ${errors[0]}`);
    const sorted = [...keys].sort((a, b) => a - b);
    return { syncMs: median(sorted), p95Ms: sorted[Math.floor(KEYS * 0.95)], cpuMs, marked: opened.marked, inSight: opened.inSight };
  } finally {
    await context.close();
  }
}
