/**
 * `node scripts/pictures.mjs [FOLDER]`: photographs the plugin's views on the sample vault, light and dark, in a side
 * leaf, on a phone and in a wide tab. The app's style is stood in for by test/host/app-theme.css.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { browserLaunch, bundle, ROOT, sampleFiles, TODAY } from './picture-tools.mjs';

/** Where the sample vault keeps its executives. */
const PEOPLE = '10 Executives';

const PICTURES = [
  { name: 'overview-wide-light', view: 'overview', theme: 'light', width: 1280, height: 1480 },
  { name: 'overview-wide-dark', view: 'overview', theme: 'dark', width: 1280, height: 1480 },
  { name: 'overview-side-light', view: 'overview', theme: 'light', width: 320, height: 1000, side: true },
  { name: 'overview-side-dark', view: 'overview', theme: 'dark', width: 320, height: 1000, side: true },
  { name: 'overview-phone-light', view: 'overview', theme: 'light', width: 390, height: 844, phone: true },
  { name: 'overview-welcome', view: 'overview', theme: 'light', width: 390, height: 560, empty: true },
  { name: 'findings-wide-light', view: 'findings', theme: 'light', width: 900, height: 760 },
  { name: 'findings-wide-dark', view: 'findings', theme: 'dark', width: 900, height: 760, choice: { groupBy: 'rule' }, why: 0 },
  { name: 'findings-side-light', view: 'findings', theme: 'light', width: 320, height: 900, side: true },
  { name: 'findings-side-dark', view: 'findings', theme: 'dark', width: 320, height: 900, side: true, choice: { groupBy: 'rule' } },
  ...['light', 'dark'].map((theme) => ({ name: `findings-team-${theme}`, view: 'findings', theme, width: 900, height: 900, choice: { shared: true, text: 'team' } })),
  { name: 'findings-team-phone', view: 'findings', theme: 'light', width: 390, height: 844, phone: true, choice: { shared: true, text: 'team' } },
  { name: 'findings-phone-light', view: 'findings', theme: 'light', width: 390, height: 844, phone: true },
  ...['light', 'dark'].flatMap((theme) => [
    { name: `roadmap-competency-${theme}`, view: 'roadmap', theme, width: 1360, height: 820 },
    { name: `roadmap-leader-${theme}`, view: 'roadmap', theme, width: 1360, height: 1180, choice: { group: 'leader' } },
    { name: `roadmap-narrow-${theme}`, view: 'roadmap', theme, width: 640, height: 820, choice: { group: 'leader' } },
    { name: `roadmap-phone-${theme}`, view: 'roadmap', theme, width: 390, height: 844, phone: true, choice: { group: 'leader' } },
  ]),
  ...['light', 'dark'].map((theme) => ({ name: `roadmap-compared-${theme}`, view: 'roadmap', theme, width: 1360, height: 820, choice: { compared: 'read' } })),
  { name: 'roadmap-compared-narrow', view: 'roadmap', theme: 'light', width: 640, height: 820, choice: { compared: 'read', group: 'leader' } },
  { name: 'roadmap-compared-phone', view: 'roadmap', theme: 'light', width: 390, height: 844, choice: { compared: 'read', group: 'leader' } },
  { name: 'roadmap-compared-reading', view: 'roadmap', theme: 'dark', width: 640, height: 500, choice: { compared: 'reading' } },
  { name: 'roadmap-small-phone', view: 'roadmap', theme: 'light', width: 320, height: 640, phone: true },
  ...['light', 'dark'].flatMap((theme) => [
    { name: `commitment-wide-${theme}`, view: 'commitment', theme, width: 1200, height: 760, hover: 'Leocadia Munt' },
    { name: `commitment-details-${theme}`, view: 'commitment', theme, width: 1360, height: 1240, choice: { person: `${PEOPLE}/Sunniva Brandt (CMO).md`, panel: 'details' } },
    { name: `commitment-coalition-${theme}`, view: 'commitment', theme, width: 1360, height: 1080, choice: { panel: 'coalition' } },
    { name: `commitment-phone-${theme}`, view: 'commitment', theme, width: 390, height: 844, phone: true },
  ]),
  ...['light', 'dark'].flatMap((theme) => [
    { name: `annotations-side-${theme}`, view: 'annotations', theme, width: 320, height: 1100, side: true, press: 'Choose place' },
    { name: `annotations-wide-${theme}`, view: 'annotations', theme, width: 720, height: 1000, choice: { scope: 'vault' } },
  ]),
  { name: 'annotations-phone-light', view: 'annotations', theme: 'light', width: 390, height: 844, phone: true, press: 'Choose place' },
  { name: 'annotations-welcome', view: 'annotations', theme: 'light', width: 320, height: 420, empty: true },
  { name: 'annotation-form-light', view: 'annotation-form', theme: 'light', width: 560, height: 560 },
  { name: 'annotation-form-phone', view: 'annotation-form', theme: 'dark', width: 390, height: 700, phone: true },
  { name: 'commitment-opposer-light', view: 'commitment', theme: 'light', width: 1360, height: 1240, choice: { person: `${PEOPLE}/Leocadia Munt (CIO).md`, panel: 'details' } },
  { name: 'commitment-table-light', view: 'commitment', theme: 'light', width: 1360, height: 420, choice: { as: 'table' } },
  { name: 'commitment-units-light', view: 'commitment', theme: 'light', width: 1100, height: 900, choice: { order: 'unit', peers: 'all' } },
  { name: 'commitment-phone-details', view: 'commitment', theme: 'light', width: 390, height: 844, phone: true, choice: { person: `${PEOPLE}/Ines Falk (CEO).md`, panel: 'details' } },
  ...['light', 'dark'].flatMap((theme) => [
    { name: `history-details-${theme}`, view: 'commitment', theme, width: 1360, height: 1480, choice: { person: `${PEOPLE}/Sunniva Brandt (CMO).md`, panel: 'details', history: 'read' } },
    { name: `history-map-${theme}`, view: 'commitment', theme, width: 1200, height: 800, choice: { history: 'read' }, press: 'Map as recorded in Git', day: '2026-01-22' },
    { name: `history-phone-${theme}`, view: 'commitment', theme, width: 390, height: 844, phone: true, choice: { history: 'read' }, press: 'Map as recorded in Git', day: '2026-01-22' },
    { name: `history-track-${theme}`, view: 'roadmap', theme, width: 1360, height: 1180, choice: { group: 'leader', from: '2025-07', to: '2027-06', history: 'read' } },
  ]),
  { name: 'history-table-light', view: 'commitment', theme: 'light', width: 1200, height: 520, choice: { as: 'table', history: 'read' }, press: 'Map as recorded in Git', day: '2026-01-22' },
  { name: 'history-reading-light', view: 'commitment', theme: 'light', width: 1200, height: 520, choice: { history: 'reading' }, press: 'Map as recorded in Git' },
  { name: 'history-unread-side', view: 'commitment', theme: 'light', width: 320, height: 700, side: true, choice: { history: 'unread' }, press: 'Map as recorded in Git' },
  { name: 'commitment-narrow', view: 'commitment', theme: 'light', width: 640, height: 900 },
  { name: 'commitment-side-light', view: 'commitment', theme: 'light', width: 320, height: 900, side: true },
  { name: 'commitment-welcome', view: 'commitment', theme: 'light', width: 640, height: 480, empty: true },
  ...['light', 'dark'].flatMap((theme) => [
    { name: `conflicts-wide-${theme}`, view: 'conflicts', theme, width: 1000, height: 1240 },
    { name: `conflicts-narrow-${theme}`, view: 'conflicts', theme, width: 560, height: 900 },
    { name: `conflicts-phone-${theme}`, view: 'conflicts', theme, width: 390, height: 844, phone: true },
  ]),
  { name: 'conflicts-small-phone', view: 'conflicts', theme: 'light', width: 320, height: 640, phone: true },
  { name: 'conflicts-list-light', view: 'conflicts', theme: 'light', width: 720, height: 420, choice: { list: true } },
  { name: 'conflicts-list-phone', view: 'conflicts', theme: 'dark', width: 390, height: 600, phone: true, choice: { list: true } },
  { name: 'roadmap-welcome', view: 'roadmap', theme: 'light', width: 900, height: 560, empty: true },
];

const folder = resolve(process.argv[2] ?? join(ROOT, 'docs/pictures'));
const only = process.argv[3];
const script = await bundle('test/pictures/page.tsx');
const styles = readFileSync(join(ROOT, 'test/host/app-theme.css'), 'utf8') + (await bundle('styles/plugin.css'));
const files = sampleFiles();

const browser = await chromium.launch(await browserLaunch());
for (const picture of PICTURES.filter(({ name }) => only === undefined || name.includes(only))) await photograph(picture);
await browser.close();

async function photograph({ name, view, theme, width, height, side, phone, empty, choice, why, hover, press, day }) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: width > 600 ? (view === 'findings' ? 1.5 : 1) : 2, colorScheme: theme, reducedMotion: 'reduce', ...(phone ? { isMobile: true, hasTouch: true } : {}) });
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  const leaf = '<div class="workspace-leaf-content"><div class="view-content cx-view"></div></div>';
  await page.setContent(`<!DOCTYPE html><html lang="en"><head><meta name="viewport" content="width=device-width"><style>${styles} html, body { height: 100%; }</style></head><body class="theme-${theme}${side ? ' mod-right-split' : ''}">${leaf}</body></html>`);
  await page.addScriptTag({ content: script, type: 'module' });
  await page.evaluate(([shown, notes, today, wanted]) => globalThis.showView(shown, notes, today, wanted), [view, empty ? {} : files, TODAY, choice]);
  if (why !== undefined) await page.getByRole('button', { name: 'Why' }).nth(why).click();
  if (press !== undefined) await page.getByRole('button', { name: press }).first().click();
  if (day !== undefined) await page.getByRole('combobox', { name: 'As recorded on' }).selectOption(day);
  if (hover === undefined) await page.mouse.move(0, 0);
  else await page.getByRole('button', { name: hover }).hover();
  await page.screenshot({ path: join(folder, `plugin-${name}.png`) });
  await page.close();
}
