/** What git says of the repository itself, before a history is read. */
import { askText, GitFailure, type Git, type GitSignal } from './git-port.js';

/**
 * The full id of the commit that is checked out; undefined before the first one. Throws a GitFailure without git and
 * outside a repository.
 */
export async function headRevision(git: Git, signal?: GitSignal): Promise<string | undefined> {
  try {
    return (await askText(git, { args: ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], signal })).trim();
  } catch (error) {
    // Said of a name that leads nowhere; everything else has another code.
    if (error instanceof GitFailure && error.exitCode === 1) return undefined;
    throw error;
  }
}

/** Whether the clone lacks what is older than some of its commits. */
export async function isShallow(git: Git, signal?: GitSignal): Promise<boolean> {
  return (await askText(git, { args: ['rev-parse', '--is-shallow-repository'], signal })).trim() === 'true';
}
