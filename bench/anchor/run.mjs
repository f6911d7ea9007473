/**
 * Measures on the histories of Markdown notes how well annotations find their passages again, and prints tables; see
 * bench/README.md. `node bench/anchor/run.mjs REPO… [--write] [--count N] [--seed N] [--cases FILE] [--only quality|speed]`
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runTs } from '../programs.mjs';
import { withSection } from '../section.mjs';
import { describeMachine, formatTable } from '../table.mjs';
import { distanceTable, methodTable, speedRows, sumOf, targetRows } from './rows.mjs';

const PAGE = join(import.meta.dirname, '../../docs/benchmarks.md');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    count: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    cases: { type: 'string' },
    only: { type: 'string' },
  },
});
const wants = (/** @type {string} */ part) => values.only === undefined || values.only === part;
if (wants('quality') && positionals.length === 0) throw new Error('Name one git repository of Markdown notes or more: npm run bench:anchor -- REPO…');

const casesFile = values.cases === undefined ? undefined : resolve(values.cases);
if (casesFile !== undefined) writeFileSync(casesFile, '');
const repositories = (wants('quality') ? positionals : []).map((folder) => {
  const result = run('anchor/evaluate.ts', resolve(folder), values.count, values.seed, ...(casesFile === undefined ? [] : [casesFile]));
  const name = nameOf(resolve(folder));
  console.error(`${name}: ${result.asked} passages; ${Object.entries(result.milliseconds).map(([method, ms]) => `${method} ${Math.round(ms)} ms`).join(', ')}`);
  return { name, ...result };
});
const speed = wants('speed') ? speedRows(run('anchor/speed.ts')) : [];

for (const repository of repositories) console.log(`### ${repository.name}\n\n${describeRepository(repository)}\n\n${tablesOf(repository.counts)}\n`);
const text = formatSection();
console.log(text);
if (values.write) writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), 'anchor', text));

function formatSection() {
  const counts = sumOf(repositories.map((repository) => repository.counts));
  const quality = repositories.length === 0 ? [] : [
    `Passages of notes, looked for in later revisions of the same notes: ${repositories.map(describeRepository).join('; ')}.`,
    tablesOf(counts),
    '“As they come” is three passages of each old revision, chosen by chance; of edited and deleted ones, which are rarer, more are counted in their own rows. A deleted passage is right as an orphan. “Silently wrong” is a passage anchored where it is not. By distance each cell says right / asks to confirm / silently wrong.',
  ];
  return `## Annotations in notes that change\n\nMeasured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}.\n\n${[...quality, ...(speed.length === 0 ? [] : [formatTable(speed)])].join('\n\n')}\n\nRepeat it: \`npm run bench:anchor -- REPO… --write\`. [How it is measured](../bench/README.md#annotations).\n`;
}

function tablesOf(counts) {
  return [formatTable(targetRows(counts)), methodTable(counts), distanceTable(counts)].join('\n\n');
}

function describeRepository({ name, notes, revisions, asked, unclear }) {
  return `${name} (${notes.toLocaleString('en')} notes, ${revisions.toLocaleString('en')} revisions; ${asked.toLocaleString('en')} passages, and ${unclear.toLocaleString('en')} left out as unclear)`;
}

/** The folder’s name; of a git directory without a work tree, that of the folder around it. */
function nameOf(folder) {
  return (['.git', 'repo'].includes(basename(folder)) ? basename(dirname(folder)) : basename(folder).replace(/\.git$/, '')).replace('+', '/');
}

function run(file, ...args) {
  const [program, ...rest] = runTs(file, ...args);
  const { status, stdout, error } = spawnSync(program, rest, { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${file} ended with ${status}.`);
  return JSON.parse(stdout);
}
