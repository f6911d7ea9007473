/**
 * Builds the command line to `dist/cli.js`: one file, everything bundled, the same bytes each time.
 * `node esbuild.config.mjs [--watch] [--out FILE]`
 */
import { resolve } from 'node:path';
import { build, context } from 'esbuild';
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

/** Builds the command line to a file. */
export async function buildCli(outfile = 'dist/cli.js', watch = false) {
  const options = { ...nodeBundle, entryPoints: [resolve(import.meta.dirname, 'src/cli/main.ts')], outfile, banner: { js: `#!/usr/bin/env node\n${nodeBundle.banner.js}` } };
  if (watch) await (await context(options)).watch();
  else await build(options);
}

if (process.argv[1] === import.meta.filename) {
  const out = process.argv.indexOf('--out');
  await buildCli(out < 0 ? 'dist/cli.js' : process.argv[out + 1], process.argv.includes('--watch'));
}
