/**
 * `node scripts/pictures.mjs [FOLDER]`: photographs the plugin's views on the sample vault, light and dark, in a side
 * leaf, on a phone and in a wide tab. The app's style is stood in for by test/host/app-theme.css.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { nodeBundle, pluginBundle } from '../esbuild.config.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const VAULT = join(ROOT, 'test/sample-vault');
/** The sample vault's present: its evidence and assessments are dated around it. */
const TODAY = '2026-11-22';

const PICTURES = [
  { name: 'overview-wide-light', view: 'overview', theme: 'light', width: 900, height: 1000 },
  { name: 'overview-wide-dark', view: 'overview', theme: 'dark', width: 900, height: 1000 },
  { name: 'overview-side-light', view: 'overview', theme: 'light', width: 320, height: 1000, side: true },
  { name: 'overview-side-dark', view: 'overview', theme: 'dark', width: 320, height: 1000, side: true },
  { name: 'overview-phone-light', view: 'overview', theme: 'light', width: 390, height: 844, phone: true },
  { name: 'overview-welcome', view: 'overview', theme: 'light', width: 390, height: 560, empty: true },
  { name: 'findings-wide-light', view: 'findings', theme: 'light', width: 900, height: 760 },
  { name: 'findings-wide-dark', view: 'findings', theme: 'dark', width: 900, height: 760, choice: { groupBy: 'rule' }, why: 0 },
  { name: 'findings-side-light', view: 'findings', theme: 'light', width: 320, height: 900, side: true },
  { name: 'findings-side-dark', view: 'findings', theme: 'dark', width: 320, height: 900, side: true, choice: { groupBy: 'rule' } },
  { name: 'findings-phone-light', view: 'findings', theme: 'light', width: 390, height: 844, phone: true },
];

const folder = resolve(process.argv[2] ?? join(ROOT, 'docs/pictures'));
const only = process.argv[3];
const { executablePath, env } = await findBrowser();
const script = await bundle('test/pictures/page.tsx');
const styles = readFileSync(join(ROOT, 'test/host/app-theme.css'), 'utf8') + (await bundle('styles/plugin.css'));
const files = Object.fromEntries(filesOf(VAULT).map((path) => [relative(VAULT, path).split(sep).join('/'), readFileSync(path, 'utf8')]));

const browser = await chromium.launch({ executablePath, env, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
for (const picture of PICTURES.filter(({ name }) => only === undefined || name.includes(only))) await photograph(picture);
await browser.close();

async function photograph({ name, view, theme, width, height, side, phone, empty, choice, why }) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: width > 600 ? (view === 'overview' ? 1 : 1.5) : 2, colorScheme: theme, ...(phone ? { isMobile: true, hasTouch: true } : {}) });
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  const leaf = '<div class="workspace-leaf-content"><div class="view-content cx-view"></div></div>';
  await page.setContent(`<!DOCTYPE html><html lang="en"><head><meta name="viewport" content="width=device-width"><style>${styles} html, body { height: 100%; }</style></head><body class="theme-${theme}${side ? ' mod-right-split' : ''}">${leaf}</body></html>`);
  await page.addScriptTag({ content: script });
  await page.evaluate(([shown, notes, today, wanted]) => globalThis.showView(shown, notes, today, wanted), [view, empty ? {} : files, TODAY, choice]);
  if (why !== undefined) await page.getByRole('button', { name: 'Why' }).nth(why).click();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(folder, `plugin-${name}.png`) });
  await page.close();
}

async function bundle(entry) {
  const { outputFiles } = await build({ ...pluginBundle, ...(entry.endsWith('.css') ? { loader: {} } : {}), format: 'iife', external: [], entryPoints: [join(ROOT, entry)], write: false });
  return outputFiles[0].text;
}

/** The tests' browser, by the tests' own rule. */
async function findBrowser() {
  const outfile = join(ROOT, 'node_modules/.cache/run-ts/chromium.mjs');
  await build({ ...nodeBundle, packages: 'external', legalComments: 'none', entryPoints: [join(ROOT, 'test/host/chromium.node.ts')], outfile, define: { 'import.meta.dirname': JSON.stringify(join(ROOT, 'test')) } });
  const { chromiumLaunch } = await import(pathToFileURL(outfile).href);
  return chromiumLaunch();
}

function filesOf(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
