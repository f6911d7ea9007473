/**
 * Builds the plugin to `main.js` and `styles.css`, and the command line to `dist/cli.js` and `dist/for-git.js`: the same bytes each time.
 * `node esbuild.config.mjs [--watch] [--out FILE]`; with `--out` the command line alone, to that file and beside it.
 */
import { rmSync } from 'node:fs';
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

/** Builds the command line to a file, and beside it `for-git.js`, the part that git starts. That one is built once also when watching. */
export async function buildCli(outfile = 'dist/cli.js', watch = false) {
  const cli = { ...nodeBundle, entryPoints: [resolve(import.meta.dirname, 'src/cli/main.ts')], outfile, banner: { js: `#!/usr/bin/env node\n${nodeBundle.banner.js}` } };
  await buildForGit(dirname(outfile));
  if (watch) await (await context(cli)).watch();
  else await build(cli);
}

/**
 * What git starts: a small program, and its parts, which it loads with what V8 compiled of them before. They lie in a folder
 * of their own, emptied here of those of earlier builds. Their names change with their texts, and the program knows the names.
 */
async function buildForGit(folder) {
  rmSync(join(folder, 'for-git'), { recursive: true, force: true });
  const shared = { ...nodeBundle, banner: {}, minify: true, plugins: [...nodeBundle.plugins, dietPlugin], outdir: folder };
  const source = (name) => resolve(import.meta.dirname, `src/cli/${name}.ts`);
  const parts = { ...shared, format: 'cjs', entryPoints: { merge: source('for-git-merge'), check: source('for-git-check') }, entryNames: 'for-git/[name]-[hash]', outExtension: { '.js': '.cjs' }, metafile: true };
  const { metafile } = await build(parts);
  const built = Object.keys(metafile.outputs).map((file) => basename(file)).filter((file) => file.endsWith('.cjs'));
  const names = Object.fromEntries(['merge', 'check'].map((name) => [name, built.find((file) => file.startsWith(`${name}-`))]));
  await build({ ...shared, entryPoints: { 'for-git': source('for-git') }, define: { BUILT_PARTS: JSON.stringify(names) } });
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
