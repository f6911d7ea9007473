/** Whole programs over a vault of 10,000 notes: reading alone, lint, and the peers. */
import { join } from 'node:path';
import { makeVault } from './make-vault.mjs';
import { measure, measureByTurns } from './measure.mjs';
import { installPeers, peerPrograms } from './peers.mjs';
import { ownPrograms } from './programs.mjs';
import { formatMeasure, times } from './table.mjs';

const PEERS = { rumdl: 'rumdl, two rules', 'markdownlint-cli2': 'markdownlint-cli2, one rule', 'remark-cli': 'remark-cli, one rule', textlint: 'textlint, one rule' };

/**
 * @param {{ work: string, notes: number, rounds: number, peers: boolean, log: (text: string) => void }} options
 * @returns {import('./table.mjs').Row[]}
 */
export function vaultRows({ work, notes, rounds, peers, log }) {
  const vault = join(work, `vault-${notes}`);
  log(`a vault of ${notes} notes`);
  makeVault(vault, notes);
  if (peers) installPeers();
  const own = ownPrograms(vault, work, notes);
  // Files into the system's memory, and the result into lint's cache.
  for (const program of own) measure(program, work);
  const results = measureByTurns([...own, ...(peers ? peerPrograms(vault, notes) : [])], rounds, work, log);
  const of = (/** @type {string} */ name) => {
    const result = results.get(name);
    if (result === undefined) throw new Error(`"${name}" was not measured.`);
    return result;
  };
  const [read, cold, warm] = [of('read'), of('cold'), of('warm')];
  const rows = [
    { what: 'A script that reads the notes and does nothing', measured: formatMeasure(read) },
    { what: 'Lint', measured: `${times(cold.cpuMs / read.cpuMs)}: ${formatMeasure(cold)}`, target: '≤ 2.5× the script’s CPU', met: cold.cpuMs <= 2.5 * read.cpuMs },
    { what: 'Lint, peak memory', measured: cold.peakMiB === undefined ? 'unknown' : `${Math.round(cold.peakMiB)} MiB`, target: '≤ 100 MiB', met: cold.peakMiB !== undefined && cold.peakMiB <= 100 },
    { what: 'Lint with `--cache`, nothing changed', measured: `${times(warm.cpuMs / read.cpuMs)}: ${formatMeasure(warm)}`, target: '≤ 1.2× the script’s CPU', met: warm.cpuMs <= 1.2 * read.cpuMs },
  ];
  return peers ? [...rows, ...Object.entries(PEERS).map(([name, what]) => peerRow(what, of(name), cold, name === 'rumdl'))] : rows;
}

/** A native program runs on all cores, so its wall time counts too. */
function peerRow(what, peer, cold, native) {
  const cpu = peer.cpuMs / cold.cpuMs;
  const wall = peer.wallMs / cold.wallMs;
  const measured = `lint takes 1/${cpu.toFixed(1)} of its CPU, 1/${wall.toFixed(1)} of its wall time: ${formatMeasure(peer)}`;
  return native
    ? { what, measured, target: 'lint ≤ 1/4 of its CPU, ≤ 1/2 of its wall time', met: cpu >= 4 && wall >= 2 }
    : { what, measured, target: 'lint ≤ 1/20 of its CPU', met: cpu >= 20 };
}
