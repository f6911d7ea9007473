/**
 * The merge driver: git gives it three files and takes what it leaves in the second. A driver that fails without having
 * written leaves our side there, without markers, and the other side is lost at the next commit. So the first thing it does
 * is to leave both sides between markers; from then on whatever happens, a kill included, loses nothing.
 */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { printable } from '../export/printable.js';
import { mergeNotes, type MergedNote } from '../history/merge-notes.js';
import type { MergeLabels } from '../history/merge-text.js';
import { reasonOf } from './error-reason.js';
import type { ForGitIo } from './for-git-io.js';
import type { MergedBytes, MergeFileOptions } from './merge-file.js';
import { describeConflicts } from './merge-conflict-words.js';
import { CONFLICTS } from './merge-driver-line.js';
import { replaceFile } from './replace-file.js';

/** Larger notes are merged as text: nobody writes so many properties, and reading them takes memory. */
export const LARGEST_MERGE_BYTES = 16 * 1024 * 1024;
const MARKER_SIZE = 7;
const LARGEST_MARKER = 1000;
/**
 * Nothing could be merged nor written. Newer versions of git (2.42 and on) then stop the merge as failed; older ones take the
 * file as it is and count it as a conflict.
 */
const FAILED = 129;

/** What starts git is loaded when git is needed: most merges of notes need none. */
const loadMergeFile = () => import('./merge-file.js');

interface DriverTask extends MergeFileOptions {
  readonly base: Buffer;
  readonly ours: Buffer;
  readonly theirs: Buffer;
}

/** `%O %A %B %L %P [%S %X %Y]`. Exit code: 0 merged, 100 conflicts, 129 nothing could be done. Never throws. */
export async function runMergeDriver(argv: readonly string[], io: ForGitIo): Promise<number> {
  const [baseFile = '', oursFile = '', theirsFile = '', size = '', path = oursFile] = argv;
  const shown = printable(path);
  if (theirsFile === '') {
    io.err('Usage: merge-driver %O %A %B %L %P, as git calls it. See "cx-playbook install-git --help".\n');
    return FAILED;
  }
  const target = resolve(io.cwd, oursFile);
  let task: DriverTask;
  try {
    task = {
      base: readBase(resolve(io.cwd, baseFile)),
      ours: readFileSync(target),
      theirs: readFileSync(resolve(io.cwd, theirsFile)),
      cwd: io.cwd,
      labels: labelsOf(argv.slice(5), io.env),
      markerSize: markerSizeOf(size),
    };
    // As git does with them: ours stays, and the file counts as unmerged.
    if ([task.base, task.ours, task.theirs].some((bytes) => bytes.includes(0))) {
      io.err(`"${shown}" is no text: choose a side with "git checkout --ours" or "--theirs".\n`);
      return CONFLICTS;
    }
    replaceFile(target, bothSides(task));
  } catch (error) {
    io.err(`"${shown}" was not merged: ${reasonOf(error)}. Stop the merge with "git merge --abort" (or "git rebase --abort"), mend that, and merge again.\n`);
    return FAILED;
  }
  try {
    const { bytes, conflicts, words } = await mergeTask(task);
    replaceFile(target, bytes);
    if (conflicts > 0) io.err(`Conflict in "${shown}": ${printable(words)}\n`);
    return conflicts > 0 ? CONFLICTS : 0;
  } catch (error) {
    io.err(`"${shown}" could not be merged (${printable(reasonOf(error))}): both sides stand in it, one below the other, between markers.\n`);
    return CONFLICTS;
  }
}

async function mergeTask(task: DriverTask): Promise<MergedBytes & { readonly words: string }> {
  const note = await mergeAsNote(task);
  if (note !== undefined) {
    const conflicts = note.properties.length + note.textConflicts;
    return { bytes: Buffer.from(note.text, 'utf8'), conflicts, words: conflicts > 0 ? describeConflicts(note) : '' };
  }
  const { mergeFile } = await loadMergeFile();
  const merged = mergeFile(task.base, task.ours, task.theirs, task);
  return { ...merged, words: describeConflicts({ properties: [], textConflicts: merged.conflicts }) };
}

/** Undefined for what is merged as bytes: no UTF-8, very large, or a note on which our own merge fails. */
async function mergeAsNote(task: DriverTask): Promise<MergedNote | undefined> {
  if (Math.max(task.base.length, task.ours.length, task.theirs.length) > LARGEST_MERGE_BYTES) return undefined;
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const sides = { base: utf8.decode(task.base), ours: utf8.decode(task.ours), theirs: utf8.decode(task.theirs) };
    return await mergeNotes(sides, {
      labels: task.labels,
      markerSize: task.markerSize,
      style: async () => (await loadMergeFile()).conflictStyleOf(task.cwd),
      mergeText: async ({ base, ours, theirs }) => {
        const { mergeFile } = await loadMergeFile();
        const { bytes, conflicts } = mergeFile(base, ours, theirs, task);
        return { text: bytes.toString('utf8'), conflicts };
      },
    });
  } catch {
    return undefined;
  }
}

/** Without the ancestor everything that differs is in conflict, and nothing is lost. */
function readBase(file: string): Buffer {
  return statSync(file, { throwIfNoEntry: false }) === undefined ? Buffer.alloc(0) : readFileSync(file);
}

function bothSides({ ours, theirs, labels, markerSize }: DriverTask): Buffer {
  const ending = ours.includes('\r\n') ? '\r\n' : '\n';
  const marker = (sign: string, label: string): Buffer => Buffer.from(`${sign.repeat(markerSize)}${label}${ending}`, 'utf8');
  const lines = (bytes: Buffer): Buffer => (bytes.length === 0 || bytes.at(-1) === 10 ? bytes : Buffer.concat([bytes, Buffer.from(ending)]));
  return Buffer.concat([marker('<', ` ${labels.ours}`), lines(ours), marker('=', ''), lines(theirs), marker('>', ` ${labels.theirs}`)]);
}

/** Given by git since 2.45; else the branch that is merged, as `git merge` names it to the programs it starts. */
function labelsOf([base = '', ours = '', theirs = '']: readonly string[], env: ForGitIo['env']): MergeLabels {
  const heads = Object.entries(env).flatMap(([name, value]) => (name.startsWith('GITHEAD_') && value !== undefined ? [value] : []));
  const label = (given: string, fallback: string): string => (given === '' || /^%[SXY]$/.test(given) ? fallback : given.replace(/[\r\n]+/g, ' '));
  const [head = ''] = heads.length === 1 ? heads : [];
  return { base: label(base, 'base'), ours: label(ours, head === '' ? 'ours' : 'HEAD'), theirs: label(theirs, label(head, 'theirs')) };
}

function markerSizeOf(given: string): number {
  const size = /^\d{1,4}$/.test(given) ? Number(given) : MARKER_SIZE;
  return size >= 1 && size <= LARGEST_MARKER ? size : MARKER_SIZE;
}
