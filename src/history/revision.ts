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

export interface Repository {
  /** It has no folder of files: notes are in its revisions alone. */
  readonly isBare: boolean;
  /** The asked folder's path in it, with `/` and without one at the end; empty for the top. */
  readonly prefix: string;
}

/** The repository round the folder in which git is asked. Throws a GitFailure without git and outside of one. */
export async function readRepository(git: Git, signal?: GitSignal): Promise<Repository> {
  const answer = await askText(git, { args: ['rev-parse', '--is-bare-repository', '--show-prefix'], signal });
  const end = answer.indexOf('\n');
  return { isBare: answer.slice(0, end) === 'true', prefix: answer.slice(end + 1).replace(/\n$/, '').replace(/\/$/, '') };
}

/** Whether the clone lacks what is older than some of its commits. */
export async function isShallow(git: Git, signal?: GitSignal): Promise<boolean> {
  return (await askText(git, { args: ['rev-parse', '--is-shallow-repository'], signal })).trim() === 'true';
}
