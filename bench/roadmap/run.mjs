/**
 * Measures the roadmap beside other charts in Chromium and prints a table; see bench/README.md.
 * `node bench/roadmap/run.mjs [--write] [--rounds N] [--sizes 100,1000] [--only ours,vis] [--json FILE]`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { browserLaunch } from '../../scripts/picture-tools.mjs';
import { withSection } from '../section.mjs';
import { describeMachine } from '../table.mjs';
import { measureCode } from './code-size.mjs';
import { bundlePage, installPeers, peerVersions, PROGRAMS } from './programs.mjs';
import { formatFigures } from './rows.mjs';
import { measureSession } from './session.mjs';

const PAGE = join(import.meta.dirname, '../../docs/benchmarks.md');
/** A first paint that takes longer is given up, and not tried again. */
const LIMIT_MS = 20_000;
/** Programs whose first paint takes longer are measured in two rounds: they are far from the others, whatever the noise. */
const SLOW_MS = 3000;
const SLOW_ROUNDS = 2;
const MOST_MINIFIED = 40_000;
const MOST_GZIPPED = 15_000;

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '100,1000,5000,20000' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const sizes = values.sizes.split(',').map(Number);
const programs = PROGRAMS.filter(({ name }) => values.only === undefined || values.only.split(',').includes(name));

installPeers();
const pages = new Map();
for (const program of programs) pages.set(program.name, await bundlePage(program));
const browser = await chromium.launch(await browserLaunch());
const chromiumVersion = browser.version();
/** @type {Map<string, { runs: object[], timedOut: boolean }>} by items and program */
const results = new Map(sizes.flatMap((items) => programs.map(({ name }) => [`${items} ${name}`, { runs: [], timedOut: false }])));
// By turns, so that what else the machine does falls on all alike.
for (let round = 1; round <= rounds; round++) {
  for (const items of sizes) for (const program of programs) await once(round, items, program);
}
await browser.close();

const text = await formatSection();
console.log(text);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(Object.fromEntries(results), undefined, 1));
if (values.write) writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), 'roadmap', text));

async function once(round, items, program) {
  const result = results.get(`${items} ${program.name}`);
  const isSlow = result.runs.some(({ paintCpuMs }) => paintCpuMs > SLOW_MS);
  if (result.timedOut || (isSlow && result.runs.length >= SLOW_ROUNDS)) return;
  const figures = await measureSession(browser, program, pages.get(program.name), items, LIMIT_MS);
  if ('timedOut' in figures) result.timedOut = true;
  else result.runs.push(figures);
  console.error(`round ${round} of ${rounds}: ${items} items, ${program.name}: ${'timedOut' in figures ? 'not in time' : `${Math.round(figures.paintCpuMs)} ms`}`);
}

async function formatSection() {
  const table = formatFigures(sizes, programs, (items, name) => results.get(`${items} ${name}`) ?? { runs: [], timedOut: false }, LIMIT_MS);
  const [view, chart] = [await measureCode('view'), await measureCode('chart')];
  const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} KB`;
  const isSmall = view.minified <= MOST_MINIFIED && view.gzipped <= MOST_GZIPPED;
  const parts = Object.entries(view.parts).sort(([, a], [, b]) => b - a).map(([name, bytes]) => `${name} ${kilobytes(bytes)}`).join(', ');
  return `## The roadmap beside other charts

Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}, Chromium ${chromiumVersion} without a graphics card, 1400 × 900. Rounds by turns, a fresh page for each run: ${rounds}; medians, lowest and highest in brackets. Peers: ${peerVersions().join(', ')}.

${table}

Figures without another word are processor time of the page’s main thread. The canvas is the same scene drawn by hand, a yardstick of what a frame costs at least; it is no peer. What a chart cannot do is not held against it. A chart whose first paint takes more than ${SLOW_MS / 1000} s is measured in ${SLOW_ROUNDS} rounds, and given up after ${LIMIT_MS / 1000} s.

Code of the roadmap view with Preact, as the plugin is built: ${kilobytes(view.minified)} minified, ${kilobytes(view.gzipped)} gzipped (target: ≤ 40 KB and ≤ 15 KB; ${isSmall ? 'met' : '**not met**'}). Counted is all that \`src/views/RoadmapView.tsx\` runs, also what other views of the plugin use too: ${parts}. The chart alone, with \`layoutRoadmap\`, words and Preact, is ${kilobytes(chart.minified)}, ${kilobytes(chart.gzipped)} gzipped.

Repeat it: \`npm run bench:roadmap -- --write\`. [How it is measured](../bench/README.md#the-roadmap).
`;
}
