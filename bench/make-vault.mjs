/**
 * Writes an invented playbook: the same notes each time for the same count and seed.
 * `node bench/make-vault.mjs FOLDER [COUNT] [SEED]`
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { noteText } from './note-text.mjs';
import { buildRandom } from './random.mjs';
import { ADJECTIVES, FIRST_NAMES, LAST_NAMES, NOUNS } from './words.mjs';

/** Kinds with their share in per cent and their folder. The rest are plain notes, which are no part of the playbook. */
const MIX = [
  ['executive', 5, '10 Executives'], ['initiative', 22, '20 Initiatives'], ['pilot', 10, '20 Initiatives'], ['milestone', 8, '20 Initiatives'],
  ['play', 8, '25 Plays'], ['insight', 13, '40 Insights'], ['case', 6, '50 Cases'], ['comms', 5, '60 Rooms & comms'], ['room', 2, '60 Rooms & comms'],
  ['empowerment', 2, '70 Enablement'], ['recognition', 1, '70 Enablement'], ['session', 3, '80 Coach'],
];
const JOURNEY = [['journey', 'CX Journey'], ['vision', 'CX Vision'], ['strategy', 'CX Strategy'], ['governance', 'CX Governance']];
/** Notes of a sub-folder: people sort by year and month. */
const NOTES_PER_FOLDER = 250;

/** A change of the notes' making must give a new number here, so that an old vault is not measured. */
const RECIPE = 1;

/** Makes the vault unless it is there already, whole and of the same recipe. */
export function makeVault(folder, count = 10_000, seed = 1) {
  const mark = join(dirname(folder), `.${count}-${seed}-${RECIPE}.made`);
  if (existsSync(mark) && existsSync(folder) && readFileSync(mark, 'utf8') === folder) return;
  rmSync(folder, { recursive: true, force: true });
  const random = buildRandom(seed);
  const names = noteNames(count, random);
  const ofKind = new Map();
  for (const { kind, title } of names) ofKind.set(kind, [...(ofKind.get(kind) ?? []), title]);
  const ceo = names.find(({ kind }) => kind === 'executive');
  for (const note of names) {
    const file = join(folder, note.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, noteText(note, { random, ofKind, isCeo: note === ceo }));
  }
  writeFileSync(mark, folder);
}

function noteNames(count, random) {
  const names = JOURNEY.map(([kind, title]) => ({ kind, title, path: `00 Journey/${title}.md` }));
  for (const [kind, share, folder] of MIX) {
    for (let index = 0; index < Math.round((count * share) / 100); index++) names.push(nameOf(kind, folder, index, random));
  }
  for (let index = 0; names.length < count; index++) names.push(nameOf('plain', 'Notes', index, random));
  return names;
}

function nameOf(kind, folder, index, random) {
  const words = kind === 'executive' ? `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}` : `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}`;
  const title = `${words} ${kind.slice(0, 2)}${index}`;
  return { kind, title, path: `${folder}/${String(Math.floor(index / NOTES_PER_FOLDER)).padStart(2, '0')}/${title}.md` };
}

if (process.argv[1] === import.meta.filename) {
  const [folder = '', count = '10000', seed = '1'] = process.argv.slice(2);
  if (folder === '') throw new Error('Usage: node bench/make-vault.mjs FOLDER [COUNT] [SEED]');
  makeVault(resolve(folder), Number(count), Number(seed));
}
