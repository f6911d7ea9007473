/**
 * `npm run demo`: the plugin on the sample vault, in the test host that stands in for the app. Writes one page without
 * anything outside it, opens it in the browser where there is a screen, and photographs it where there is none.
 * `npm run demo -- --photograph FOLDER [NAME PART]` takes all pictures, or those whose names have the part.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserLaunch, bundle, ROOT, sampleFiles, TODAY } from './picture-tools.mjs';

const PAGE = join(ROOT, 'dist/demo.html');
const SHOWN = 'view=findings&view=overview';
const NOTE = 'view=findings&note=20 Initiatives/Shared customer record.md&run=next-finding';

const RECORD = 'note=20 Initiatives/Shared customer record.md';
const MUNT = 'note=10 Executives/Leocadia Munt (CIO).md';

/** What is photographed: screens that a person would see, by the page's own address. */
const PICTURES = [
  ...['light', 'dark'].flatMap((theme) => [
    { name: `plugin-app-${theme}`, theme, width: 1360, height: 860, scale: 1, shown: SHOWN },
    { name: `plugin-editor-${theme}`, theme, width: 1360, height: 860, scale: 1, shown: NOTE },
    { name: `plugin-annotations-${theme}`, theme, width: 1360, height: 860, scale: 1, shown: `${RECORD}&mode=preview&run=open-annotations&click=Open conversation` },
    { name: `plugin-annotations-editor-${theme}`, theme, width: 1000, height: 760, shown: `${RECORD}&run=next-annotation` },
    { name: `plugin-annotations-reading-${theme}`, theme, width: 1000, height: 760, shown: `${RECORD}&mode=preview` },
    { name: `plugin-tagging-review-${theme}`, theme, width: 1000, height: 860, shown: `${MUNT}&run=tag-note` },
    { name: `plugin-tagging-preview-${theme}`, theme, width: 1000, height: 760, shown: `${MUNT}&run=tag-note&press=a` },
    { name: `plugin-settings-${theme}`, theme, width: 1000, height: 860, shown: 'view=overview&settings=1' },
  ]),
  { name: 'plugin-tagging-levels-light', theme: 'light', width: 1000, height: 760, shown: `${MUNT}&run=set-level` },
  { name: 'plugin-tagging-review-phone', theme: 'light', width: 390, height: 844, shown: `${MUNT}&run=tag-note&platform=phone` },
  { name: 'plugin-tagging-preview-phone', theme: 'light', width: 390, height: 844, shown: `${MUNT}&run=tag-note&press=a&platform=phone` },
];

const photograph = process.argv.indexOf('--photograph');
const hasScreen = process.platform !== 'linux' || ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '');

mkdirSync(join(ROOT, 'dist'), { recursive: true });
writeFileSync(PAGE, await buildPage());
if (photograph >= 0 || !hasScreen) await photographPage(resolve((photograph < 0 ? undefined : process.argv[photograph + 1]) ?? join(ROOT, 'dist')), photograph < 0 ? 'plugin-app-light' : process.argv[photograph + 2]);
else {
  const [program, ...before] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  const address = `${pathToFileURL(PAGE).href}#${encodeURI(SHOWN)}`;
  spawn(program, [...before, address], { stdio: 'ignore', detached: true })
    .on('error', () => console.log(`Open ${address} in a browser.`))
    .unref();
  console.log(`Opening ${PAGE}`);
}

/** Script, styles and notes in one file; the notes as JSON, which no script end can close. */
async function buildPage() {
  const [script, styles] = await Promise.all([bundle('test/demo/page.ts'), bundle('styles/plugin.css')]);
  const sheets = ['test/host/app-theme.css', 'test/demo/frame.css'].map((file) => readFileSync(join(ROOT, file), 'utf8'));
  const json = JSON.stringify(sampleFiles()).replaceAll('<', '\\u003c');
  const theme = `document.body.className = new URLSearchParams(location.hash.slice(1)).get('theme') === 'dark' || (!location.hash.includes('theme=') && matchMedia('(prefers-color-scheme: dark)').matches) ? 'theme-dark' : 'theme-light';`;
  const clock = `window.Date = class extends Date { constructor(...parts) { super(...(parts.length > 0 ? parts : ['${TODAY}T12:00'])); } };`;
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>CX Playbook: demo</title>',
    `<style>${[...sheets, styles].join('\n').replaceAll('</', '<\\/')}</style></head><body>`,
    `<script>${theme} ${clock} window.demoFiles = ${json};</script><script type="module">${script.replaceAll('</script', '<\\/script')}</script></body></html>`,
  ].join('\n');
}

async function photographPage(folder, only = '') {
  const { chromium } = await import('playwright');
  const browser = await chromium.launch(await browserLaunch());
  for (const { name, theme, width, height, scale = 1.5, shown } of PICTURES.filter((picture) => picture.name.includes(only))) {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale, colorScheme: theme });
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
    await page.goto(`${pathToFileURL(PAGE).href}#theme=${theme}&${encodeURI(shown)}`);
    await page.evaluate(() => globalThis.demoReady);
    const file = join(folder, `${name}.png`);
    await page.screenshot({ path: file });
    console.log(file);
    await page.close();
  }
  await browser.close();
}
