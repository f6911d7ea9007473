/**
 * Builds the plugin to `main.js` and `styles.css`, and the command line to `dist/cli.js`, `dist/for-git.js` and `dist/parts`: the same bytes each time.
 * `node esbuild.config.mjs [--watch] [--out FILE]`; with `--out` the command line alone, to that file and beside it.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { build, context } from 'esbuild';
import { dietPlugin } from './esbuild.diet.mjs';
import { grayMatterPlugin } from './esbuild.gray-matter.mjs';

/** How code for Node is bundled. @type {import('esbuild').BuildOptions} */
export const nodeBundle = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  loader: { '.md': 'text', '.base': 'text', '.yml': 'text', '.css': 'text' },
  plugins: [grayMatterPlugin],
  // Bundled CommonJS packages ask for Node's built-ins by require, which ES modules lack.
  banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
  logLevel: 'warning',
};

/** The part of the command line that holds all commands, and those that git starts, which have to start fast. */
const PARTS = { all: 'all-commands', merge: 'for-git-merge', check: 'for-git-check' };

/**
 * Builds the command line to a file, and beside it `for-git.js`, which git starts: two small programs, and their parts, which
 * they load with what V8 compiled of them before. The parts lie in a folder of their own, emptied here of those of earlier
 * builds. Their names change with their texts, and the programs know the names.
 */
export async function buildCli(outfile = 'dist/cli.js', watch = false) {
  const folder = join(dirname(outfile), 'parts');
  rmSync(folder, { recursive: true, force: true });
  const built = {};
  for (const [name, { plugins = [], ...options }] of Object.entries(partBundles(folder))) {
    const programs = { name: 'programs', setup: ({ onEnd }) => onEnd(async ({ metafile }) => {
      const file = Object.keys(metafile?.outputs ?? {}).find((output) => output.endsWith('.cjs'));
      if (file === undefined) return;
      built[name] = basename(file);
      writeAsAscii(file);
      if (Object.keys(PARTS).every((part) => built[part] !== undefined)) await buildPrograms(outfile, built);
    }) };
    const bundle = { ...options, plugins: [...plugins, programs] };
    if (watch) await (await context(bundle)).watch();
    else await build(bundle);
  }
}

function partBundles(folder) {
  const shared = { ...nodeBundle, banner: {}, format: 'cjs', outdir: folder, entryNames: '[name]-[hash]', outExtension: { '.js': '.cjs' }, metafile: true };
  const forGit = { ...shared, minify: true, plugins: [...nodeBundle.plugins, dietPlugin] };
  const source = (name) => ({ entryPoints: { [name]: sourceOf(PARTS[name]) } });
  return { all: { ...shared, ...source('all') }, merge: { ...forGit, ...source('merge') }, check: { ...forGit, ...source('check') } };
}

/**
 * Parts are read as Latin-1, which is fastest. The bundler escapes what is no ASCII everywhere but in regular expressions;
 * there, too, two escaped halves mean one character.
 */
function writeAsAscii(file) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

/** @param {Record<string, string>} parts their file names */
async function buildPrograms(outfile, parts) {
  const shared = { ...nodeBundle, banner: {}, minify: true, define: { BUILT_PARTS: JSON.stringify(parts) } };
  await build({ ...shared, entryPoints: [sourceOf('main')], outfile, banner: { js: '#!/usr/bin/env node' } });
  await build({ ...shared, entryPoints: [sourceOf('for-git')], outfile: join(dirname(outfile), 'for-git.js') });
}

function sourceOf(name) {
  return resolve(import.meta.dirname, `src/cli/${name}.ts`);
}

/** What the app brings itself. */
export const APP_MODULES = ['obsidian', 'electron', '@codemirror/*', '@lezer/*'];

/** How the plugin is bundled: for the app on desktops and phones, which knows neither Node nor ES modules. @type {import('esbuild').BuildOptions} */
export const pluginBundle = {
  bundle: true,
  platform: 'browser',
  // The oldest engine the app runs on: that of iOS 16.4.
  target: ['es2022', 'safari16.4'],
  format: 'cjs',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  external: APP_MODULES,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: nodeBundle.loader,
  plugins: [grayMatterPlugin, dietPlugin],
  logLevel: 'warning',
};

/** Builds the plugin into a folder. */
export async function buildPlugin(folder = '.', watch = false) {
  const script = { ...pluginBundle, entryPoints: [resolve(import.meta.dirname, 'src/main.ts')], outfile: join(folder, 'main.js') };
  const styles = { bundle: true, minify: true, logLevel: 'warning', entryPoints: [resolve(import.meta.dirname, 'styles/plugin.css')], outfile: join(folder, 'styles.css') };
  for (const options of [script, styles]) {
    if (watch) await (await context(options)).watch();
    else await build(options);
  }
}

if (process.argv[1] === import.meta.filename) {
  const out = process.argv.indexOf('--out');
  const watch = process.argv.includes('--watch');
  if (out < 0) await buildPlugin('.', watch);
  await buildCli(out < 0 ? 'dist/cli.js' : process.argv[out + 1], watch);
}
