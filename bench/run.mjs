/**
 * Measures this project beside its peers and prints a table; see README.md beside this file.
 * `node bench/run.mjs [--write] [--rounds N] [--notes N] [--no-peers] [--only vault|notes|real]`
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCli } from '../esbuild.config.mjs';
import { noteRows } from './note-rows.mjs';
import { realRows } from './real-rows.mjs';
import { keepSections } from './section.mjs';
import { describeMachine, formatTable } from './table.mjs';
import { vaultRows } from './vault-rows.mjs';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    notes: { type: 'string', default: '10000' },
    'no-peers': { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const ROOT = join(import.meta.dirname, '..');
const work = join(import.meta.dirname, '.work');
const options = {
  work,
  rounds: Number(values.rounds),
  notes: Number(values.notes),
  peers: !values['no-peers'],
  log: (/** @type {string} */ text) => console.error(text),
};
const wants = (/** @type {string} */ part) => values.only === undefined || values.only === part;

mkdirSync(work, { recursive: true });
await buildCli(join(ROOT, 'dist/cli.js'));
const rows = [
  ...(wants('vault') ? vaultRows(options) : []),
  ...(wants('real') && process.env.BENCH_VAULT !== undefined ? realRows(resolve(process.env.BENCH_VAULT), options) : []),
  ...(wants('notes') ? noteRows(options) : []),
];
const table = formatTable(rows);
console.log(table);
const page = join(ROOT, 'docs/benchmarks.md');
if (values.write) writeFileSync(page, keepSections(formatPage(table), existsSync(page) ? readFileSync(page, 'utf8') : ''));

function formatPage(table) {
  return `# Benchmarks

Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}. ${options.notes.toLocaleString('en')} invented notes of about 2 KB, ${options.rounds} rounds, medians.

${table}

“Reads the notes” is the yardstick: a script that lists the folder and reads each note as text, start of Node included. CPU is user and system time of all threads and child processes. Peers run one rule each (rumdl two), the cheapest that looks at headings, and print next to nothing; lint runs all of its rules, resolves links between notes and writes its findings as JSON. Peak memory is the highest of all runs.

Repeat it: \`npm run bench -- --write\`. [How it is measured](../bench/README.md).
`;
}
