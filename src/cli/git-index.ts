/** What the repository round a folder shares, as its index says: committed or staged. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandFailure } from './command.js';
import { GitMissing, NodeGit } from './node-git.js';

/** Paths from the folder, with `/`. Repositories inside of it are their own business. */
export interface SharedByGit {
  readonly tracked: ReadonlySet<string>;
  /** Neither tracked nor ignored: the next `git add` takes them. */
  readonly untracked: ReadonlySet<string>;
}

/**
 * Undefined without git and outside a repository. Throws {@link CommandFailure} when there is one and git gives no answer:
 * what was not checked must not pass for clean.
 */
export function readGitIndex(folder: string): SharedByGit | undefined {
  try {
    const git = new NodeGit(folder, '--check-leaks');
    if (git.text(['rev-parse', '--is-inside-work-tree']).trim() !== 'true') return undefined;
    return { tracked: files(git, '--cached'), untracked: files(git, '--others', '--exclude-standard') };
  } catch (error) {
    if (error instanceof GitMissing || (error instanceof CommandFailure && !liesInRepository(folder))) return undefined;
    throw error;
  }
}

function files(git: NodeGit, ...which: readonly string[]): ReadonlySet<string> {
  return new Set(git.text(['ls-files', '-z', ...which, '--', '.']).split('\0').filter((path) => path !== ''));
}

function liesInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  const above = dirname(folder);
  return above !== folder && liesInRepository(above);
}
