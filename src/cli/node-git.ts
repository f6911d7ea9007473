/** Asks git, without a shell. Revisions and paths never reach it as options. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { CommandFailure } from './command.js';

/**
 * Files of the folder that differ from a revision, or that git does not track yet: paths from the folder, with `/`.
 * Throws {@link CommandFailure} without git, outside a repository, or when the revision is unknown.
 */
export function changedFiles(folder: string, revision: string): ReadonlySet<string> {
  git(folder, ['rev-parse', '--is-inside-work-tree']);
  const commit = answerOf(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).stdout.trim();
  if (!/^[0-9a-f]{40,64}$/.test(commit)) throw new CommandFailure(`Git knows no revision "${revision}". Name a branch, tag or commit of this clone.`);
  const changed = git(folder, ['diff', '--name-only', '-z', '--relative', '--no-ext-diff', commit, '--', '.']);
  const untracked = git(folder, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  return new Set([...changed.split('\0'), ...untracked.split('\0')].filter((path) => path !== ''));
}

/** Larger answers are no answers. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;

function git(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr } = answerOf(folder, args);
  if (status === 0) return stdout;
  throw new CommandFailure(`Git could not answer: ${stderr.split('\n')[0]?.trim() ?? 'no reason given'}. Run it in a clone, or leave out --changed.`);
}

/** Monitors that a repository's own settings name are programs, and are not started. */
function answerOf(folder: string, args: readonly string[]): SpawnSyncReturns<string> {
  const result = spawnSync('git', ['-C', folder, '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args], { encoding: 'utf8', maxBuffer: MAX_ANSWER_BYTES, windowsHide: true });
  if (result.error !== undefined) throw new CommandFailure('Git is not installed, or cannot be started. Install it, or leave out --changed.');
  return result;
}
