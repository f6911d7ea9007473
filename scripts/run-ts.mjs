/** Runs a TypeScript file of this project: bundles it as the build does, then imports it. `node scripts/run-ts.mjs FILE [ARGS…]` */
import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { nodeBundle } from '../esbuild.config.mjs';

const [file = '', ...args] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../node_modules/.cache/run-ts');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, `${basename(file, '.ts')}.mjs`);
await build({ ...nodeBundle, entryPoints: [resolve(file)], outfile });
process.argv.splice(1, process.argv.length - 1, outfile, ...args);
await import(pathToFileURL(outfile).href);
