/**
 * Makes a bare repository with a vault's history for measuring: 5,000 commits over 2,000 notes, 200 of them executives
 * whose levels change, with renames, broken properties, and a branch merged now and then.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { buildRandom } from '../random.mjs';

const LEVELS = ['opposer', 'passive', 'toe-dipper', 'supporter', 'advocate'];

/** @param {string} folder must not exist @param {{ commits?: number, executives?: number, notes?: number }} [size] */
export function plantHistory(folder, { commits = 5000, executives = 200, notes = 2000 } = {}) {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--bare', '--initial-branch=main']);
  git(folder, ['fast-import', '--quiet'], [...commitsOf(commits, executives, notes)].join(''));
  git(folder, ['repack', '-adfq', '--depth=50', '--window=10']);
}

function* commitsOf(commits, executives, notes) {
  const { below: pick, chance: happens } = buildRandom(7);
  const people = Array.from({ length: notes }, (_, index) => ({
    path: index < executives ? `Executives/Person ${index}.md` : `Notes ${index % 40}/Note ${index}.md`,
    level: index < executives ? pick(5) : undefined,
    lines: Array.from({ length: 30 + pick(60) }, (_, line) => `Line ${line} of note ${index}: ${'words '.repeat(5 + pick(12))}${pick(1e6)}.`),
    isBroken: false,
  }));
  const textOf = ({ level, lines, isBroken }) => `${level === undefined ? '---\ntags: [note]\n---\n' : `---\ntype: executive\ncommitment: ${isBroken ? '[' : ''}${LEVELS[level]}\nassessed: 2026-01-01\n---\n`}# Note\n\n${lines.join('\n')}\n`;
  const written = (note) => data(`M 100644 inline "${note.path}"\n`, textOf(note));
  let day = 0;
  const head = (mark, parents, branch = 'main') => {
    day++;
    const from = parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} :${parent}\n`).join('');
    return `commit refs/heads/${branch}\nmark :${mark}\n${data(`committer Person ${mark % 7} <p@example.org> ${1_500_000_000 + day * 40_000} +0200\n`, `Commit ${mark}`)}${from}`;
  };
  yield `${head(1, [])}${people.map(written).join('')}\n`;
  let [tip, mark] = [1, 1];
  while (mark < commits) {
    const change = () => {
      const changes = [];
      for (let count = 1 + pick(3); count > 0; count--) {
        const note = people[happens(0.5) ? pick(executives) : pick(notes)];
        if (happens(0.03)) {
          const path = note.path.replace(/(?: \(\d+\))?\.md$/, ` (${mark}).md`);
          changes.push(`R "${note.path}" "${path}"\n`);
          note.path = path;
        } else {
          if (note.level !== undefined && happens(0.4)) note.level = pick(5);
          note.isBroken = happens(0.01);
          note.lines[pick(note.lines.length)] = `Changed in ${mark}: ${'words '.repeat(5 + pick(12))}.`;
          changes.push(written(note));
        }
      }
      return changes.join('');
    };
    if (happens(0.04)) {
      // A branch of one commit beside one on the main line, and their merge. Its notes are those that nobody else changes.
      const side = written({ ...people[notes - 1], lines: [`Side ${mark}`, ...people[notes - 1].lines.slice(1)] });
      people[notes - 1].lines[0] = `Side ${mark}`;
      yield `${head(mark + 1, [tip], 'side')}${side}\n${head(mark + 2, [tip])}${written(people[0])}\n${head(mark + 3, [mark + 2, mark + 1])}${side}\n`;
      mark += 3;
    } else {
      yield `${head(mark + 1, [tip])}${change()}\n`;
      mark++;
    }
    tip = mark;
  }
}

function data(before, text) {
  return `${before}data ${Buffer.byteLength(text)}\n${text}\n`;
}

function git(folder, args, input = '') {
  const { status, stderr, error } = spawnSync('git', ['-C', folder, ...args], { input, env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1' } });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}
