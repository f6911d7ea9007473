import { NodeGit } from './node-git.js';

/**
 * Files of the folder that differ from a revision, or that git does not track yet: paths from the folder, with `/`.
 * `main...` takes the commit at which this branch left `main`, as a review does: what happened on `main` since is no
 * change of this branch. Throws a CommandFailure without git, outside a repository, when the revision is unknown,
 * and where the two have no commit in common.
 */
export function changedFiles(folder: string, revision: string): ReadonlySet<string> {
  const git = new NodeGit(folder, '--changed');
  git.text(['rev-parse', '--is-inside-work-tree']);
  const branch = /^(.+)\.\.\.(?:HEAD)?$/.exec(revision)?.[1];
  const commit = branch === undefined ? git.revision(revision).commit : git.mergeBase(branch);
  const changed = git.text(['diff', '--name-only', '-z', '--relative', '--no-ext-diff', commit, '--', '.']);
  const untracked = git.text(['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  return new Set([...changed.split('\0'), ...untracked.split('\0')].filter((path) => path !== ''));
}
