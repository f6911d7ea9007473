/** From figures to rows of docs/benchmarks.md: the redraws, and below them what of it is judged without a browser. */
import { spawnSync } from 'node:child_process';
import { median } from '../measure.mjs';
import { runTs } from '../programs.mjs';
import { time } from '../table.mjs';

const REDRAW_MS = 100;
const COALITION_MS = 50;
const PURE_ROUNDS = 3;

/** `view` is what the page calls it. @type {readonly { view: string, what: string }[]} */
export const VIEWS = [
  { view: 'home', what: 'Home view, with the findings of all notes' },
  { view: 'map', what: 'Map of everybody (findings are not asked for, here and below)' },
  { view: 'table', what: 'The map as a table' },
  { view: 'details', what: 'Map with the details of the executive who changed' },
  { view: 'coalition', what: 'Map with the coalition and its other thresholds' },
];

/**
 * The target is held against the time on the clock: a person waits for that.
 * @param {string} what @param {import('./redraw.mjs').Redraws} redraws @returns {import('../table.mjs').Row}
 */
export function redrawRow(what, { cpuMs, wallMs, elements }) {
  const wall = median(wallMs);
  return { what: `${what}; ${elements.toLocaleString('en')} elements`, measured: `${spread(wallMs)} until the frame, ${spread(cpuMs)} CPU`, target: `< ${REDRAW_MS} ms`, met: wall < REDRAW_MS };
}

/** @param {number} executives @param {number} notes @returns {readonly import('../table.mjs').Row[]} */
export function pureRows(executives, notes) {
  const home = repeat('home.ts', executives, notes);
  const commitment = repeat('commitment.ts', executives);
  const of = (runs, key) => median(runs.map((run) => run[key]));
  const row = (what, ms, targetMs) => ({ what, measured: time(ms), ...(targetMs === undefined ? {} : { target: `< ${targetMs} ms`, met: ms < targetMs }) });
  return [
    row('Judging alone: all that the home view shows (`assessHome`)', of(home, 'medianMs'), REDRAW_MS),
    row('Judging alone: findings of all notes after a change', of(home, 'lintMs')),
    row('Judging alone: table of all executives, 10 peers each', of(commitment, 'tableMs'), REDRAW_MS),
    row('Judging alone: advice for each of them', of(commitment, 'adviceMs')),
    row('Judging alone: their coalition', of(commitment, 'coalitionMs'), COALITION_MS),
    row('Judging alone: their coalition at 5 other thresholds too', of(commitment, 'sensitivityMs')),
  ];
}

/** The median, and what 90 of 100 stay within. */
function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return `${time(median(values))} (90 of 100 below ${time(sorted[Math.ceil(sorted.length * 0.9) - 1])})`;
}

function repeat(script, ...numbers) {
  return Array.from({ length: PURE_ROUNDS }, () => {
    const [command, ...args] = runTs(script, ...numbers.map(String));
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`"${script}" failed: ${stderr}`);
    return JSON.parse(stdout);
  });
}
