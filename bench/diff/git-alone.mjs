/**
 * The yardstick of `diff`: what it rests on and nothing else. Asks git for the history of a repository and for the texts of
 * two of its revisions, and takes the texts as text. `node git-alone.mjs REPO BASE HEAD [--log]`
 */
import { spawnSync } from 'node:child_process';

const [repository = '', base = '', head = '', log] = process.argv.slice(2);

/** @param {readonly string[]} args @param {string} [input] */
function git(args, input = '') {
  const { status, stdout, stderr } = spawnSync('git', ['-C', repository, ...args], { input, maxBuffer: 1 << 29 });
  if (status !== 0) throw new Error(stderr.toString('utf8'));
  return stdout;
}

/** Ids of notes by path. @param {string} revision */
function notesOf(revision) {
  const entries = git(['ls-tree', '-r', '-z', '--full-tree', revision]).toString('utf8').split('\0');
  return new Map(entries.filter((entry) => /\.md$/i.test(entry)).map((entry) => {
    const [about = '', path = ''] = entry.split('\t');
    return [path, about.split(' ')[2] ?? ''];
  }));
}

if (log === '--log') git(['log', '--raw', '-z', '--no-renames', head]);
const [then, now] = [notesOf(base), notesOf(head)];
const ids = new Set([...now.values(), ...[...then].flatMap(([path, id]) => (now.get(path) === id ? [] : [id]))]);
const texts = git(['cat-file', '--batch'], [...ids].join('\n')).toString('utf8');
console.log(`${ids.size} notes, ${texts.length} characters`);
