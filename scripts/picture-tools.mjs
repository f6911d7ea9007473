/** What the demo and the pictures share: pages bundled as the plugin is, the sample vault, and the tests' browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { nodeBundle, pluginBundle } from '../esbuild.config.mjs';

export const ROOT = resolve(import.meta.dirname, '..');
const VAULT = join(ROOT, 'test/sample-vault');
/** The sample vault's present: its evidence and assessments are dated around it. */
export const TODAY = '2026-11-22';

/** A script or style sheet with all it needs; `obsidian` is the test host. */
export async function bundle(entry) {
  const { outputFiles } = await build({
    ...pluginBundle,
    loader: entry.endsWith('.css') ? {} : pluginBundle.loader,
    alias: { obsidian: join(ROOT, 'test/host/obsidian.ts') },
    format: 'esm',
    external: [],
    entryPoints: [join(ROOT, entry)],
    write: false,
  });
  return outputFiles[0].text;
}

/** The sample vault: text by path. */
export function sampleFiles() {
  const files = readdirSync(VAULT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ parentPath, name }) => [relative(VAULT, join(parentPath, name)).split(sep).join('/'), readFileSync(join(parentPath, name), 'utf8')]));
}

/** How to start the tests' browser, by the tests' own rule. */
export async function browserLaunch() {
  const outfile = join(ROOT, 'node_modules/.cache/run-ts/chromium.mjs');
  await build({ ...nodeBundle, packages: 'external', legalComments: 'none', entryPoints: [join(ROOT, 'test/host/chromium.node.ts')], outfile, define: { 'import.meta.dirname': JSON.stringify(join(ROOT, 'test')) } });
  const { chromiumLaunch } = await import(pathToFileURL(outfile).href);
  return chromiumLaunch();
}
