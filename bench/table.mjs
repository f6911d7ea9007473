/** The figures as a table of Markdown, each with its target beside it. */
import { cpus, totalmem } from 'node:os';

/**
 * @typedef {{ what: string, measured: string, target?: string, met?: boolean }} Row
 *   `met` is undefined for rows that are there to compare with.
 */

/** @param {readonly Row[]} rows */
export function formatTable(rows) {
  const lines = rows.map(({ what, measured, target = '', met }) => `| ${what} | ${measured} | ${target} | ${met === undefined ? '' : met ? 'yes' : '**no**'} |`);
  return ['| What | Measured | Target | Met |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

/** The machine in words that matter to the figures. */
export function describeMachine() {
  const [first] = cpus();
  const model = (first?.model ?? 'unknown processor').replace(/\s+/g, ' ').trim();
  return `${model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`;
}

/** Milliseconds or seconds, three digits. @param {number} ms */
export function time(ms) {
  return ms < 10 ? `${ms.toFixed(1)} ms` : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}

/** @param {number} ratio */
export function times(ratio) {
  return `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)}×`;
}

/** @param {{ cpuMs: number, wallMs: number, peakMiB: number | undefined, runs: number }} measure */
export function formatMeasure({ cpuMs, wallMs, peakMiB, runs }) {
  const peak = peakMiB === undefined ? '' : `, ${Math.round(peakMiB)} MiB`;
  return `${time(cpuMs)} CPU, ${time(wallMs)} wall${peak} (n = ${runs})`;
}
