/** What git says of the repository itself, before a history is read. */
import { askText, unlessGitFails, type Git, type GitSignal } from './git-port.js';

export interface Repository {
  /** It has no folder of files: notes are in its revisions alone. */
  readonly isBare: boolean;
  /** The clone lacks what is older than some of its commits. */
  readonly shallow: boolean;
  /** Full id of the commit that is checked out; undefined before the first one. */
  readonly head: string | undefined;
  /** The asked folder's path in it, with `/` and without one at the end; empty for the top. */
  readonly prefix: string;
}

/** The repository round the folder in which git is asked. Throws a GitFailure without git and outside of one. */
export async function readRepository(git: Git, signal?: GitSignal): Promise<Repository> {
  const ask = (...head: readonly string[]): Promise<string> => askText(git, { args: ['rev-parse', '--is-bare-repository', '--is-shallow-repository', ...head, '--show-prefix'], signal });
  const answer = await unlessGitFails(() => ask('HEAD^{commit}'));
  // Nothing was committed yet; or the repository cannot be read, and the second question says why.
  const [bare, shallow, ...lines] = (answer ?? (await ask())).split('\n');
  const head = answer === undefined ? undefined : lines.shift();
  // The name of a folder may hold line ends.
  return { isBare: bare === 'true', shallow: shallow === 'true', head, prefix: lines.slice(0, -1).join('\n').replace(/\/$/, '') };
}
