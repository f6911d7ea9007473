/**
 * Measures `diff` on real repositories beside git alone, by turns: `npm run bench:diff -- REPO… [--rounds N] [--write]`.
 * A repository is a clone or a bare one; it is read and never written.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCli } from '../../esbuild.config.mjs';
import { measureByTurns } from '../measure.mjs';
import { withSection } from '../section.mjs';
import { describeMachine } from '../table.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '5' }, write: { type: 'boolean', default: false } } });
const work = join(import.meta.dirname, '..', '.work', 'diff');
const cli = join(work, 'cli.js');
await buildCli(cli);
const rows = ['| repository | commits | base | git alone, ms | with log, ms | diff, ms | ratio | with log | whole time with log, ms | diff, ms | ratio | peak, MiB |', '| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'];
for (const repository of positionals.map((path) => resolve(path))) {
  const commits = git(repository, 'rev-list', '--first-parent', 'HEAD').trim().split('\n');
  // The first commits of a history often hold nothing yet.
  const bases = { 'HEAD~50': commits[50], 'root-ish': commits[commits.length - 1 - Math.min(20, commits.length >> 2)] };
  for (const [name, base] of Object.entries(bases)) {
    if (base === undefined) continue;
    const alone = [process.execPath, join(import.meta.dirname, 'git-alone.mjs'), repository, base, commits[0] ?? 'HEAD'];
    const measured = await measureByTurns([
      { name: 'git alone', command: alone },
      { name: 'with log', command: [...alone, '--log'] },
      { name: 'diff', command: [process.execPath, cli, 'diff', repository, base, 'HEAD', '--format', 'json'], saw: /"schema": 1/ },
    ], Number(values.rounds), work, () => undefined);
    const [git1, git2, ours] = ['git alone', 'with log', 'diff'].map((program) => measured.get(program)?.cpuMs ?? Number.NaN);
    const [wholeGit, whole] = ['with log', 'diff'].map((program) => measured.get(program)?.wallMs ?? Number.NaN);
    const count = git(repository, 'rev-list', '--count', 'HEAD').trim();
    const cells = [nameOf(repository), count, name, git1, git2, ours, ours / git1, ours / git2, wholeGit, whole, whole / wholeGit, measured.get('diff')?.peakMiB ?? Number.NaN];
    rows.push(`| ${cells.map((cell) => (typeof cell === 'number' ? (cell < 20 ? cell.toFixed(2) : cell.toFixed(0)) : cell)).join(' | ')} |`);
  }
}
const text = `## Differences between revisions\n\nMeasured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}. Processor time of whole processes and, behind it, their whole time; medians.\n\n${rows.join('\n')}\n\nTarget: at most 1.5 times the time of git with its log, 350 MiB. [How it is measured](../bench/README.md#differences).\n`;
console.log(text);
const page = join(import.meta.dirname, '../../docs/benchmarks.md');
if (values.write) writeFileSync(page, withSection(readFileSync(page, 'utf8'), 'diff', text));

/** A mirror's folder is called alike in all of them. @param {string} repository */
function nameOf(repository) {
  return basename(repository) === 'repo' ? basename(dirname(repository)) : basename(repository);
}

/** @param {string} repository @param {...string} args */
function git(repository, ...args) {
  const { status, stdout, stderr } = spawnSync('git', ['-C', repository, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
