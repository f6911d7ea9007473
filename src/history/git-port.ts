/**
 * How the readers of a history ask git: they name arguments and read what comes, piece by piece. The command line and
 * the plugin on a desktop each start git in their own way; phones have none.
 *
 * Arguments that people give (revisions, paths) are resolved to ids, or stand behind `--end-of-options` or `--`.
 */

export interface GitAsk {
  readonly args: readonly string[];
  /** Written to git's standard input; absent: nothing is. Pieces are awaited, so that no pipe fills up. */
  readonly input?: AsyncIterable<string> | Iterable<string>;
  /** When it is aborted git is stopped and the answer ends with a {@link GitStopped}. */
  readonly signal?: GitSignal | undefined;
}

/** The part of an AbortSignal that is needed: pure code knows no host. */
export interface GitSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface Git {
  /**
   * Git's standard output as it comes. Throws {@link GitFailure} when git ends with another code than 0, cannot be started,
   * or is stopped. Leaving the loop early stops git.
   */
  ask(ask: GitAsk): AsyncIterable<Uint8Array>;
  /** UTF-8 to text; bytes that are none become U+FFFD. */
  decode(bytes: Uint8Array): string;
}

/** Why git gave no answer: one sentence with what to do. */
export class GitFailure extends Error {
  override readonly name: string = 'GitFailure';

  /** `exitCode` is git's own; undefined when it did not end by itself. */
  constructor(
    message: string,
    readonly exitCode?: number,
  ) {
    super(message);
  }
}

/** There is no git here, or it cannot be started. */
export class GitAbsent extends GitFailure {
  override readonly name = 'GitAbsent';
}

/** Somebody asked to stop. */
export class GitStopped extends GitFailure {
  override readonly name = 'GitStopped';
}

/** Git is there, was not stopped, and has no answer. */
export function isRefusal(error: unknown): boolean {
  return error instanceof GitFailure && !(error instanceof GitStopped || error instanceof GitAbsent);
}

/** Undefined where git has no answer; without git, and when it was stopped, it throws as it did. */
export async function unlessGitFails<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return undefined;
  }
}

/** A whole answer as text, for short ones. */
export async function askText(git: Git, ask: GitAsk): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of git.ask(ask)) pieces.push(piece);
  return git.decode(joinBytes(pieces));
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
