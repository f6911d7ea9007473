/**
 * Builds the plugin to `main.js` and `styles.css`, and the command line to `dist/cli.js` and `dist/for-git.js`: the same bytes each time.
 * `node esbuild.config.mjs [--watch] [--out FILE]`; with `--out` the command line alone, to that file and beside it.
 */
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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

/** Builds the command line to a file, and beside it `for-git.js`, the part that git starts. */
export async function buildCli(outfile = 'dist/cli.js', watch = false) {
  const cli = { ...nodeBundle, entryPoints: [resolve(import.meta.dirname, 'src/cli/main.ts')], outfile, banner: { js: `#!/usr/bin/env node\n${nodeBundle.banner.js}` } };
  for (const options of [cli, forGitBundle(dirname(outfile))]) {
    if (watch) await (await context(options)).watch();
    else await build(options);
  }
}

/**
 * What git starts: in pieces, for a merge of one note must not read the YAML library, nor the linter. The pieces lie in a
 * folder of their own, emptied here of those of earlier builds.
 */
function forGitBundle(folder) {
  rmSync(join(folder, 'for-git'), { recursive: true, force: true });
  return { ...nodeBundle, minify: true, plugins: [...nodeBundle.plugins, dietPlugin], entryPoints: { 'for-git': resolve(import.meta.dirname, 'src/cli/for-git.ts') }, outdir: folder, splitting: true, chunkNames: 'for-git/[name]-[hash]' };
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
