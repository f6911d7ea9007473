/**
 * Runs a program and measures the whole of it, children included: processor time and wall time by bash's own `time`,
 * peak memory by the kernel's high-water mark. Nothing has to be installed. Bash stands between this process and the
 * program, so that the memory of this one is not counted as the program's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const GNU_TIME = '/usr/bin/time';
const SCRIPT = 'TIMEFORMAT="%3U %3S %3R"; { time "$@" >"$BENCH_OUT" 2>"$BENCH_ERR"; } 2>"$BENCH_TIMES"';

/**
 * @typedef {{ name: string, command: readonly string[], cwd?: string, env?: Record<string, string>, saw?: RegExp }} Program
 *   `saw` must match what the program printed: proof that it read the notes.
 * @typedef {{ cpuMs: number, wallMs: number, peakMiB: number | undefined }} Measure
 */

/** @param {Program} program @param {string} work folder for what it prints @returns {Measure} */
export function measure(program, work) {
  mkdirSync(work, { recursive: true });
  const [out, err, times, peak] = ['out', 'err', 'times', 'peak'].map((name) => join(work, `measured.${name}`));
  rmSync(peak, { force: true });
  const hasGnuTime = process.platform === 'linux' && existsSync(GNU_TIME);
  const command = hasGnuTime ? [GNU_TIME, '-f', '%M', '-o', peak, ...program.command] : program.command;
  const preload = `--require ${JSON.stringify(join(import.meta.dirname, 'peak-memory.cjs'))}`;
  const { status, error } = spawnSync('bash', ['-c', SCRIPT, 'bench', ...command], {
    cwd: program.cwd,
    env: {
      ...process.env, ...program.env, LC_ALL: 'C', BENCH_OUT: out, BENCH_ERR: err, BENCH_TIMES: times, BENCH_PEAK: peak,
      ...(hasGnuTime ? {} : { NODE_OPTIONS: preload }),
    },
  });
  if (error !== undefined) throw error;
  const printed = readFileSync(out, 'utf8') + readFileSync(err, 'utf8');
  // Linters end with 1 when they found something.
  if (status === null || status > 1 || program.saw?.test(printed) === false) {
    throw new Error(`"${program.name}" did not run as expected (exit code ${status}): ${printed.slice(0, 2000)}`);
  }
  const [user = 0, system = 0, wall = 0] = readFileSync(times, 'utf8').trim().split(' ').map(Number);
  return { cpuMs: (user + system) * 1000, wallMs: wall * 1000, peakMiB: readPeak(peak) };
}

/** GNU time writes a line before the number when the exit code is not 0. */
function readPeak(file) {
  if (!existsSync(file)) return undefined;
  const kilobytes = Number(readFileSync(file, 'utf8').trim().split('\n').at(-1));
  return Number.isFinite(kilobytes) ? kilobytes / 1024 : undefined;
}

/**
 * Measures programs by turns, so that what else the machine does falls on all of them alike.
 * @param {readonly Program[]} programs @param {number} rounds @param {string} work @param {(text: string) => void} log
 */
export function measureByTurns(programs, rounds, work, log) {
  /** @type {Map<string, Measure[]>} */
  const measures = new Map(programs.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const program of programs) {
      const result = measure(program, work);
      measures.get(program.name)?.push(result);
      log(`round ${round} of ${rounds}: ${program.name} ${Math.round(result.cpuMs)} ms CPU`);
    }
  }
  return new Map([...measures].map(([name, all]) => [name, medianOf(all)]));
}

/** @param {readonly Measure[]} measures @returns {Measure & { runs: number }} */
function medianOf(measures) {
  const peaks = measures.flatMap(({ peakMiB }) => peakMiB ?? []);
  return {
    runs: measures.length,
    cpuMs: median(measures.map(({ cpuMs }) => cpuMs)),
    wallMs: median(measures.map(({ wallMs }) => wallMs)),
    peakMiB: peaks.length === 0 ? undefined : Math.max(...peaks),
  };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
