/** `git merge-file`: merges three texts line by line, in the style that the clone's `merge.conflictStyle` asks for. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConflictStyle, MergeLabels } from '../history/merge-text.js';

export interface MergeFileOptions {
  readonly cwd: string;
  readonly labels: MergeLabels;
  readonly markerSize: number;
}

export interface MergedBytes {
  readonly bytes: Buffer;
  readonly conflicts: number;
}

/** What git adds to the three texts is little; this is for texts of {@link LARGEST_MERGE_BYTES}. */
const MAX_ANSWER_BYTES = 512 * 1024 * 1024;
/** More conflicts than this git does not count; beyond are its failures. */
const MOST_CONFLICTS = 127;

/** Throws when git cannot be started, or refuses, as it does with files that are no text. */
export function mergeFile(base: string | Uint8Array, ours: string | Uint8Array, theirs: string | Uint8Array, { cwd, labels, markerSize }: MergeFileOptions): MergedBytes {
  const folder = mkdtempSync(join(tmpdir(), 'cx-playbook-merge-'));
  try {
    const files = [['ours', ours], ['base', base], ['theirs', theirs]] as const;
    for (const [name, text] of files) writeFileSync(join(folder, name), text, { flag: 'wx', mode: 0o600 });
    const names = [labels.ours, labels.base, labels.theirs].flatMap((label) => ['-L', label]);
    const { status, stdout, error } = spawnSync('git', ['merge-file', '-p', '-q', `--marker-size=${markerSize}`, ...names, '--', ...files.map(([name]) => join(folder, name))], {
      cwd,
      maxBuffer: MAX_ANSWER_BYTES,
      windowsHide: true,
    });
    if (error !== undefined) throw error;
    if (status === null || status > MOST_CONFLICTS) throw new Error('git merge-file could not merge the texts');
    return { bytes: stdout, conflicts: status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The style that a clone asks for; git's own default without an answer. */
export function conflictStyleOf(cwd: string): ConflictStyle {
  const { stdout } = spawnSync('git', ['config', '--get', 'merge.conflictStyle'], { cwd, encoding: 'utf8', windowsHide: true });
  const style = stdout.trim();
  return style === 'diff3' || style === 'zdiff3' ? style : 'merge';
}
