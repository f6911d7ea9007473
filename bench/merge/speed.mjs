/** Processor time of the built merge driver for one note, beside Node alone and `git merge-file`; medians of rounds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from '../measure.mjs';
import { time } from '../table.mjs';

const FOR_GIT = join(import.meta.dirname, '../../dist/for-git.js');
const TARGET_MS = 150;

const BASE = '---\ntype: executive\ncommitment: passive\nassessed: 2026-01-01\ntags: [a]\n---\n# Ana\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n';
/** Ours and theirs. */
const CASES = {
  apart: [BASE.replace('[a]', '[a, b]').replace('One', '1'), BASE.replace('passive', 'supporter').replace('Five', '5')],
  between: [BASE.replace('[a]', '[a, b]').replace('One', '1').replace('Five', '5'), BASE.replace('passive', 'supporter').replace('Three', '3')],
  nested: ['apart', 'theirs'].map((side) => BASE.replace('tags: [a]', `tags: [a]\nmoves:\n  from: ${side}`).replace('# Ana', `# Ana ${side}`)),
};

/** @param {number} rounds @returns {import('../table.mjs').Row[]} */
export function speedRows(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'merge-speed-'));
  const driver = [process.execPath, FOR_GIT, 'merge-driver', 'O', 'A', 'B', '7', 'Ana.md'];
  const programs = [
    { what: 'Node alone', command: [process.execPath, '-e', '0'], sides: CASES.apart },
    { what: '`git merge-file`', command: ['git', 'merge-file', 'A', 'O', 'B'], sides: CASES.apart },
    { what: 'Merge driver, changes of the text apart', command: driver, sides: CASES.apart, target: TARGET_MS },
    { what: 'Merge driver, changes one between the other (starts git)', command: driver, sides: CASES.between, target: TARGET_MS },
    { what: 'Merge driver, with a group among the properties and conflicts (loads the YAML library, starts git twice)', command: driver, sides: CASES.nested, target: TARGET_MS },
  ].map((program) => ({ ...program, times: /** @type {number[]} */ ([]) }));
  for (let round = 0; round < rounds; round++) {
    for (const { what, command, sides, times } of programs) {
      for (const [name, text] of [['O', BASE], ['A', sides[0]], ['B', sides[1]]]) writeFileSync(join(folder, name), text);
      // The exit code of a merge counts conflicts.
      times.push(measure({ name: what, command: ['bash', '-c', '"$@" || true', 'merge', ...command], cwd: folder }, folder).cpuMs);
    }
  }
  rmSync(folder, { recursive: true });
  return programs.map(({ what, times, target }) => {
    const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    return { what: `${what}, processor time`, measured: `${time(middle)} (n = ${times.length})`, ...(target === undefined ? {} : { target: `≤ ${target} ms`, met: middle <= target }) };
  });
}
