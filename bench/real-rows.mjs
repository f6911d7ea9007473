/**
 * Notes that people wrote, from the folder that BENCH_VAULT names. They are copied into a vault whose settings take
 * every note for an initiative, so that all are read in full: more than most vaults would ask for.
 */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { measure, measureByTurns } from './measure.mjs';
import { ownPrograms } from './programs.mjs';
import { formatMeasure, times } from './table.mjs';

/**
 * @param {string} folder
 * @param {{ work: string, rounds: number, log: (text: string) => void }} options
 * @returns {import('./table.mjs').Row[]}
 */
export function realRows(folder, { work, rounds, log }) {
  const vault = join(work, 'real');
  rmSync(vault, { recursive: true, force: true });
  mkdirSync(vault, { recursive: true });
  log('real notes');
  // Hidden folders are read by neither.
  cpSync(folder, join(vault, 'Notes'), { recursive: true, filter: (file) => file === folder || !basename(file).startsWith('.') });
  writeFileSync(join(vault, 'cx-playbook.yml'), 'kinds:\n  folders:\n    Notes: initiative\n');
  const notes = readdirSync(vault, { recursive: true }).filter((name) => String(name).endsWith('.md')).length;
  const programs = ownPrograms(vault, work, notes).filter(({ name }) => name !== 'warm');
  for (const program of programs) measure(program, work);
  const results = measureByTurns(programs, rounds, work, log);
  const read = results.get('read');
  const cold = results.get('cold');
  if (read === undefined || cold === undefined) throw new Error('The real notes were not measured.');
  return [
    { what: `${notes} real notes: the script that reads them`, measured: formatMeasure(read) },
    { what: `${notes} real notes: lint, each note as an initiative`, measured: `${times(cold.cpuMs / read.cpuMs)}: ${formatMeasure(cold)}`, target: '≤ 4× the script’s CPU', met: cold.cpuMs <= 4 * read.cpuMs },
  ];
}
