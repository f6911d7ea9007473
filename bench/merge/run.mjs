/**
 * Measures how notes merge that two people changed: invented pairs of edits beside a truth told from the edits, and notes that
 * both sides of real merges changed. `node bench/merge/run.mjs [REPO…] [--count N] [--seed N] [--rounds N] [--only edits|real|speed] [--write]`
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCli } from '../../esbuild.config.mjs';
import { runTs } from '../programs.mjs';
import { withSection } from '../section.mjs';
import { describeMachine, formatTable } from '../table.mjs';
import { speedRows } from './speed.mjs';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/benchmarks.md');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '15' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const wants = (/** @type {string} */ part) => values.only === undefined || values.only === part;

const parts = [];
if (wants('edits')) parts.push(formatEdits(run('merge/evaluate.ts', values.count, values.seed)));
if (wants('real') && positionals.length > 0) parts.push(formatReal(positionals.map((folder) => ({ name: nameOf(resolve(folder)), ...run('merge/replay.ts', '500', resolve(folder)) }))));
if (wants('speed')) {
  await buildCli(join(ROOT, 'dist/cli.js'));
  parts.push(formatTable(speedRows(Number(values.rounds))));
}
const text = `## Notes that two people changed\n\nMeasured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}.\n\n${parts.join('\n\n')}\n\nRepeat it: \`npm run bench:merge -- REPO… --write\`.\n`;
console.log(text);
if (values.write) writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), 'merge', text));

function formatEdits({ count, real, counts }) {
  const names = { git: 'git alone', union: '`merge=union`', byName: 'property by property' };
  const columns = [
    ['in conflict', 'conflicts'],
    ['of these false', 'falseConflicts'],
    ['conflicts missed', 'missed'],
    ['clean and invalid', 'invalid'],
    ['clean and wrong', 'wrong'],
    ['with conflicts, and wrong outside of them', 'wrongBeside'],
    ['untouched properties with other bytes', 'touched'],
  ];
  const rows = Object.entries(names).map(([key, name]) => `| ${name} | ${columns.map(([, column]) => counts[key][column]).join(' | ')} |`);
  return [
    `${count.toLocaleString('en')} notes that two people changed at once, by chance (level, day, lists, text, sections, order, manner, comments, line endings). In ${real} they contradict each other.`,
    [`| Merged by | ${columns.map(([title]) => title).join(' | ')} |`, `|${' --- |'.repeat(columns.length + 1)}`, ...rows].join('\n'),
  ].join('\n\n');
}

function formatReal(repositories) {
  const columns = [
    ['notes changed on both sides', 'notes'],
    ['in conflict by git', 'git'],
    ['in conflict by property', 'byName'],
    ['both clean, same text', 'sameAsGit'],
    ['both clean, another text', 'otherThanGit'],
    ['git clean and invalid', 'gitInvalid'],
    ['ours clean and invalid', 'invalid'],
  ];
  const rows = repositories.map((repository) => `| ${repository.name} | ${columns.map(([, column]) => repository[column]).join(' | ')} |`);
  return [`| Repository | ${columns.map(([title]) => title).join(' | ')} |`, `|${' --- |'.repeat(columns.length + 1)}`, ...rows].join('\n');
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
