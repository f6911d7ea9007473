/** The check before a commit, as a part of the program that git starts: git works while the rules are loaded. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ForGitIo } from './for-git-io.js';
import { StagedGit } from './staged-git.js';

/** Exit code: 0 clean, 100 findings, 2 could not run. Rejects with defects alone. */
export async function run(argv: readonly string[], io: ForGitIo): Promise<number> {
  const git = askEarly(argv, io);
  try {
    const { runStagedFromGit } = await import('./staged-entry.js');
    return await runStagedFromGit(argv, io, git);
  } finally {
    git?.close();
  }
}

/** Of the vault that the hook names; undefined for every other way to ask, which waits until it is understood. */
function askEarly(argv: readonly string[], { cwd }: ForGitIo): StagedGit | undefined {
  const [name, ...others] = argv.filter((word) => word !== '--staged');
  if (name === undefined || name === '' || name.startsWith('-') || others.length > 0 || argv.length !== 2) return undefined;
  const folder = realPath(resolve(cwd, name));
  return folder === undefined ? undefined : new StagedGit(folder);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
