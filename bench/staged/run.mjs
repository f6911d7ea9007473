/**
 * Measures the check before a commit as a whole process, beside what it rests on, and prints a table; see
 * bench/README.md. `node bench/staged/run.mjs [--rounds N] [--count NOTES] [--changed NOTES] [--write]`
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCli } from '../../esbuild.config.mjs';
import { makeVault } from '../make-vault.mjs';
import { measureByTurns } from '../measure.mjs';
import { withSection } from '../section.mjs';
import { describeMachine, formatMeasure, formatTable, time } from '../table.mjs';

const PAGE = join(import.meta.dirname, '../../docs/benchmarks.md');
/** For a check that nobody waits for. */
const TARGET_MS = 300;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    count: { type: 'string', default: '10000' },
    changed: { type: 'string', default: '20' },
    write: { type: 'boolean', default: false },
  },
});
const [count, changed] = [Number(values.count), Number(values.changed)];
const work = join(import.meta.dirname, '../../node_modules/.cache/bench-staged');
const vault = join(work, 'vault');
const program = join(work, 'dist/for-git.js');
mkdirSync(work, { recursive: true });
await buildCli(join(work, 'dist/cli.js'));
makeRepository();

const check = (...args) => [process.execPath, ...args, 'lint', '.', '--staged'];
const programs = [
  { name: 'node', command: [process.execPath, '--eval', '0'] },
  { name: 'git', command: ['git', 'diff', '--cached', '--name-only'], cwd: vault, saw: /\.md/ },
  { name: 'check', command: check(program), cwd: vault },
  { name: 'whole', command: check(join(work, 'dist/cli.js')), cwd: vault },
];
const measures = measureByTurns(programs, Number(values.rounds), work, (text) => console.error(text));
const of = (name) => measures.get(name);
const more = of('check').wallMs - of('node').wallMs;

const text = `## The check before a commit

Measured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}. A vault of ${count.toLocaleString('en')} notes in a repository, ${changed} of them changed and staged; whole processes, start included; by turns, medians.

${formatTable([
  { what: `Check of ${changed} notes`, measured: formatMeasure(of('check')), target: `≤ ${TARGET_MS} ms wall`, met: of('check').wallMs <= TARGET_MS },
  { what: 'The same by the whole command line', measured: formatMeasure(of('whole')) },
  { what: 'Node that does nothing', measured: `${formatMeasure(of('node'))}: the check adds ${time(more)}` },
  { what: '`git diff --cached --name-only`', measured: formatMeasure(of('git')) },
])}

Repeat it: \`npm run bench:staged -- --write\`. [How it is measured](../bench/README.md#the-check-before-a-commit).
`;
console.log(text);
if (values.write) writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), 'staged', text));

/** The vault in one commit, packed, and changes of the first notes of several kinds on top of it. */
function makeRepository() {
  const mark = join(work, `.${count}-${changed}.made`);
  if (existsSync(mark) && existsSync(vault)) return;
  rmSync(mark, { force: true });
  rmSync(vault, { recursive: true, force: true });
  makeVault(vault, count);
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', 'commit', '--quiet', '--message', 'All');
  git('repack', '-a', '-d', '--quiet');
  const notes = git('ls-files', '-z').split('\0').filter((path) => path.endsWith('.md'));
  const step = Math.floor(notes.length / changed);
  for (let index = 0; index < changed; index++) appendFileSync(join(vault, notes[index * step]), '\nOne more sentence.\n');
  git('add', '--all');
  writeFileSync(mark, '');
}

/** @param {...string} args */
function git(...args) {
  const { status, stdout, stderr } = spawnSync('git', ['-C', vault, ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  return stdout;
}
