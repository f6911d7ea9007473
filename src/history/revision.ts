/** What git says of the repository itself, before a history is read. */
import { askText, GitAbsent, GitFailure, GitStopped, type Git, type GitSignal } from './git-port.js';

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

export interface HistoryEnd {
  /** Full id of the commit that is checked out; undefined before the first one. */
  readonly revision: string | undefined;
  /** The clone lacks what is older than some of its commits. */
  readonly shallow: boolean;
}

/** Where a history ends. Throws a GitFailure without git and outside a repository. */
export async function historyEnd(git: Git, signal?: GitSignal): Promise<HistoryEnd> {
  const ask = async (...more: readonly string[]): Promise<HistoryEnd> => {
    const [shallow, revision] = (await askText(git, { args: ['rev-parse', '--is-shallow-repository', ...more], signal })).split('\n');
    return { shallow: shallow === 'true', revision: revision === '' ? undefined : revision };
  };
  try {
    return await ask('HEAD^{commit}');
  } catch (error) {
    if (!(error instanceof GitFailure) || error instanceof GitStopped || error instanceof GitAbsent) throw error;
    // Nothing was committed yet; or the repository cannot be read, and the second question says why.
    return ask();
  }
}
