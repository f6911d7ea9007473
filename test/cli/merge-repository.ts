/** A repository with the merge driver in its settings, as `install-git` leaves it, and two branches that changed a note. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeDriverLine } from '../../src/cli/merge-driver-line.js';
import { folderOf, writeFiles } from '../temp-folder.js';
import { BUILT_FOR_GIT } from './built-cli.js';
import { commitAll, git } from './git-repository.js';

export const NOTE = 'Ana.md';
export const DRIVER = mergeDriverLine(process.execPath, BUILT_FOR_GIT);

export interface GitRun {
  readonly code: number | null;
  readonly output: string;
}

/** Like {@link git} for what may fail, as a merge with conflicts does. */
export function tryGit(folder: string, ...args: readonly string[]): GitRun {
  const settings = ['user.name=Test', 'user.email=test@example.org', 'core.autocrlf=false', 'commit.gpgSign=false', 'core.editor=true'];
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...settings.flatMap((setting) => ['-c', setting]), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
  });
  return { code: status, output: stdout + stderr };
}

/**
 * On branch `main` stand our texts, on branch `other` theirs, each one commit behind a common one; `main` is checked out.
 * Undefined where a side has no such file. An empty driver is git's own.
 */
export function branches(base: Files, ours: Files, theirs: Files, driver: string = DRIVER): string {
  const attributes = driver === '' ? '' : '*.md merge=cx-playbook\n';
  const folder = folderOf({ ...present(base), '.gitattributes': attributes });
  commitAll(folder, 'Base');
  if (driver !== '') git(folder, 'config', 'merge.cx-playbook.driver', driver);
  git(folder, 'checkout', '--quiet', '-b', 'other');
  commitFiles(folder, theirs, 'Theirs');
  git(folder, 'checkout', '--quiet', 'main');
  commitFiles(folder, ours, 'Ours');
  return folder;
}

export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

export function commitFiles(folder: string, files: Files, message: string): void {
  writeFiles(folder, present(files));
  for (const [path, text] of Object.entries(files)) if (text === undefined) git(folder, 'rm', '--quiet', '--', path);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message);
}

function present(files: Files): Record<string, string | Uint8Array> {
  return Object.fromEntries(Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}

export function read(folder: string, path = NOTE): string {
  return readFileSync(join(folder, path), 'utf8');
}

export function write(folder: string, path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

/** Paths that git holds for unmerged. */
export function unmerged(folder: string): readonly string[] {
  return [...new Set(git(folder, 'ls-files', '-u', '-z').split('\0').flatMap((line) => line.split('\t')[1] ?? []))];
}
