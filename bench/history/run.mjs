/**
 * Measures the command `history` beside the two questions to git that it rests on, and prints a table; see
 * bench/README.md. `node bench/history/run.mjs REPO… [--write] [--runs N] [--cli FILE]`
 *
 * Each repository is measured through a bare clone that shares its objects, so that nothing is written to it; one with a
 * planted history of executives is made beside them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureByTurns } from '../measure.mjs';
import { withSection } from '../section.mjs';
import { describeMachine, formatTable, time, times } from '../table.mjs';
import { plantHistory } from './plant.mjs';

const PAGE = join(import.meta.dirname, '../../docs/benchmarks.md');
const MOST_TIMES = 1.5;
const MOST_MIB = 350;
/** What `history` asks the log for, in the words of src/history/git-log.ts. */
const SETTINGS = ['log.showSignature=false', 'log.showRoot=true', 'diff.renameLimit=1000'].flatMap((setting) => ['-c', setting]);
const LOG = ['-z', '--raw', '--no-abbrev', '--format=%H%x00%P%x00%cs%x00%an%x00%s', '--diff-merges=first-parent', '--full-history', '--sparse'];
const RENAMES = ['--find-renames=50%'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, runs: { type: 'string', default: '5' }, cli: { type: 'string', default: join(import.meta.dirname, '../../dist/cli.js') } },
});

const work = mkdtempSync(join(tmpdir(), 'cx-playbook-history-'));
try {
  const planted = join(work, 'planted.git');
  plantHistory(planted);
  const clones = positionals.map((folder, index) => {
    const clone = join(work, `${index}.git`);
    git(work, ['clone', '--quiet', '--bare', '--shared', resolve(folder), clone]);
    return { name: nameOf(resolve(folder)), folder: clone };
  });
  const rows = [...clones, { name: 'planted', folder: planted }].flatMap(rowsOf);
  const text = `## Recorded histories\n\nMeasured on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}. The yardstick is the same \`git log --raw\` with renames and \`git cat-file --batch\` of the same texts, one after the other, both to nowhere.\n\n${formatTable(rows)}\n\nRepeat it: \`npm run bench:history -- REPO… --write\`. [How it is measured](../bench/README.md#histories).\n`;
  console.log(text);
  if (values.write) writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), 'history', text));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @param {{ name: string, folder: string }} repository */
function rowsOf({ name, folder }) {
  const asked = ['--no-pager', ...SETTINGS, 'log', ...LOG, ...RENAMES, 'HEAD', '--', ':(top)*.[mM][dD]'];
  const log = git(folder, ['log', ...LOG, 'HEAD', '--', ':(top)*.[mM][dD]']);
  const ids = [...new Set([...log.matchAll(/:\d+ 100\d+ [0-9a-f]+ ([0-9a-f]+) /g)].map(([, id]) => id))];
  const list = join(work, 'ids');
  writeFileSync(list, `${ids.join('\n')}\n`);
  const yardstick = 'git -C "$0" "${@:2}" >/dev/null && git -C "$0" cat-file --batch --buffer <"$1" >/dev/null';
  const history = [process.execPath, resolve(values.cli), 'history', folder, '--format', 'json'];
  const commits = Number(git(folder, ['rev-list', '--count', 'HEAD']));
  const saw = new RegExp(`"commits": ${commits},`);
  const measures = measureByTurns([
    { name: 'git', command: ['bash', '-c', yardstick, folder, list, ...asked] },
    { name: 'cold', command: [...history, '--no-cache'], saw },
    { name: 'warm', command: history, saw },
  ], Number(values.runs), work, (line) => console.error(`${name}: ${line}`));
  const [yard, cold, warm] = ['git', 'cold', 'warm'].map((key) => measures.get(key));
  const ratio = cold.wallMs / yard.wallMs;
  const what = `${name}: ${commits.toLocaleString('en')} commits, ${ids.length.toLocaleString('en')} texts`;
  return [
    { what: `${what}; git alone`, measured: `${time(yard.wallMs)} (${time(yard.cpuMs)} CPU)` },
    { what: `${what}; \`history\``, measured: `${time(cold.wallMs)} (${time(cold.cpuMs)} CPU), ${times(ratio)}`, target: `≤ ${MOST_TIMES} times git`, met: ratio <= MOST_TIMES },
    { what: `${what}; \`history\` again`, measured: `${time(warm.wallMs)} (${time(warm.cpuMs)} CPU), ${times(warm.wallMs / yard.wallMs)}` },
    ...(cold.peakMiB === undefined ? [] : [{ what: `${what}; memory`, measured: `${Math.round(Math.max(cold.peakMiB, warm.peakMiB ?? 0))} MiB`, target: `≤ ${MOST_MIB} MiB`, met: Math.max(cold.peakMiB, warm.peakMiB ?? 0) <= MOST_MIB }]),
  ];
}

/** The folder’s name; of a git directory without a work tree, that of the folder around it. */
function nameOf(folder) {
  return (['.git', 'repo'].includes(basename(folder)) ? basename(dirname(folder)) : basename(folder).replace(/\.git$/, '')).replace('+', '/');
}

function git(folder, args) {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  return stdout;
}
