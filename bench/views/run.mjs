/**
 * Measures how long the home view and the commitment map take to draw a change of a large playbook in Chromium, and prints
 * a table; see bench/README.md. `node bench/views/run.mjs [--write] [--only home,map] [--profile FOLDER]`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { browserLaunch } from '../../scripts/picture-tools.mjs';
import { withSection } from '../section.mjs';
import { describeMachine, formatTable } from '../table.mjs';
import { buildViewsPage, measureRedraws } from './redraw.mjs';
import { pureRows, redrawRow, VIEWS } from './rows.mjs';

const PAGE = join(import.meta.dirname, '../../docs/benchmarks.md');
const EXECUTIVES = 1000;
const NOTES = 10_000;

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, only: { type: 'string' }, profile: { type: 'string' } } });
const views = VIEWS.filter(({ view }) => values.only === undefined || values.only.split(',').includes(view));

const page = await buildViewsPage();
const browser = await chromium.launch(await browserLaunch());
const rows = [];
for (const { view, what } of views) {
  const profile = values.profile === undefined ? {} : { profile: (/** @type {object} */ profile) => writeFileSync(join(values.profile, `${view}.cpuprofile`), JSON.stringify(profile)) };
  const redraws = await measureRedraws(browser, page, { view, executives: EXECUTIVES, notes: NOTES, ...profile });
  rows.push(redrawRow(what, redraws));
  console.error(`${view}: ${rows.at(-1).measured}`);
}
const chromiumVersion = browser.version();
await browser.close();
if (values.only === undefined) rows.push(...pureRows(EXECUTIVES, NOTES));

const text = `## Views after a change

Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}, Chromium ${chromiumVersion} without a graphics card, 1400 × 900. ${EXECUTIVES.toLocaleString('en')} executives among ${NOTES.toLocaleString('en')} notes; one executive’s level changes 15 times, after 3 times that are not counted; medians.

${formatTable(rows)}

“Until the frame” is time on the clock from the change to the end of the frame that shows it: the note is read, links are followed, the view judges and draws. CPU is processor time of the page’s main thread, with what is left to do after the frame.

Repeat it: \`npm run bench:views -- --write\`. [How it is measured](../bench/README.md#views).
`;
console.log(text);
if (values.write) writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), 'views', text));
