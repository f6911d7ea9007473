/**
 * The histories of a repository's Markdown notes: for each note the blobs that it went through, renames followed. One
 * `git log` and a few `git cat-file` for all of them; a repository without a work tree will do.
 */
import { spawnSync } from 'node:child_process';

export interface NoteHistory {
  /** The newest one. */
  path: string;
  /** Git’s ids of its texts, oldest first; no two neighbours are equal. */
  readonly blobs: string[];
}

const MOST_BYTES = 2 ** 30;
/** Above it a note is no note: logs, exports. */
const LARGEST_NOTE_BYTES = 300_000;

/** Along the first parents, so that each revision follows from the one before it. A note that was deleted and made again has two histories. */
export function readHistories(repository: string): readonly NoteHistory[] {
  const log = git(repository, ['log', '--first-parent', '-m', '--reverse', '--raw', '--no-abbrev', '-M', '-z', '--format=', 'HEAD', '--', ':(icase)*.md']).toString('utf8');
  const fields = log.split('\0');
  const alive = new Map<string, NoteHistory>();
  const histories: NoteHistory[] = [];
  for (let at = 0; at < fields.length; at++) {
    const change = /:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(fields[at]!);
    if (change === null) continue;
    const [, mode, blob, status] = change as unknown as [string, string, string, string];
    const from = fields[++at]!;
    const path = status === 'R' || status === 'C' ? fields[++at]! : from;
    const known = status === 'C' ? undefined : alive.get(from);
    if (status === 'R' || status === 'D') alive.delete(from);
    if (status === 'D' || !mode.startsWith('100')) continue;
    const history = known ?? { path, blobs: [] };
    if (known === undefined) histories.push(history);
    history.path = path;
    if (history.blobs.at(-1) !== blob) history.blobs.push(blob);
    alive.set(path, history);
  }
  return histories;
}

/** Their texts as stored; those that are missing, no UTF-8 or too long for a note are left out. */
export function readBlobs(repository: string, blobs: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const wanted = sizesOf(repository, blobs).filter(({ bytes }) => bytes <= LARGEST_NOTE_BYTES);
  for (let at = 0; at < wanted.length; ) {
    const part: string[] = [];
    for (let bytes = 0; at < wanted.length && bytes < MOST_BYTES / 4; at++) {
      part.push(wanted[at]!.blob);
      bytes += wanted[at]!.bytes;
    }
    const output = git(repository, ['cat-file', '--batch'], part);
    for (let offset = 0; offset < output.length; ) {
      const lineEnd = output.indexOf(10, offset);
      const [blob = '', , bytes = '0'] = output.toString('latin1', offset, lineEnd).split(' ');
      const end = lineEnd + 1 + Number(bytes);
      const text = output.toString('utf8', lineEnd + 1, end);
      if (!text.includes('\ufffd') && !text.includes('\0')) texts.set(blob, text);
      offset = end + 1;
    }
  }
  return texts;
}

function sizesOf(repository: string, blobs: readonly string[]): readonly { blob: string; bytes: number }[] {
  if (blobs.length === 0) return [];
  const lines = git(repository, ['cat-file', '--batch-check'], blobs).toString('latin1').trimEnd().split('\n').map((line) => line.split(' '));
  return lines.filter(([, type]) => type === 'blob').map(([blob, , bytes]) => ({ blob: blob!, bytes: Number(bytes) }));
}

function git(repository: string, args: readonly string[], lines: readonly string[] = []): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', repository, ...args], { input: lines.map((line) => `${line}\n`).join(''), maxBuffer: MOST_BYTES });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`git ${args[0]} failed in ${repository}: ${stderr.toString()}`);
  return stdout;
}
