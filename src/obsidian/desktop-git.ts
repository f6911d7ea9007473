/**
 * Git on a desktop: a program that is started without a shell, with the vault's folder as an argument. Nothing that a
 * repository's own settings name is started with it, nobody is asked for a password, nothing is fetched, no file of the
 * repository is locked or refreshed.
 *
 * @example askText(new DesktopGit(desktop), { args: ['rev-parse', 'HEAD'] })
 */
import { printable } from '../export/printable.js';
import { GitAbsent, GitFailure, GitStopped, type Git, type GitAsk } from '../history/git-port.js';
import { GIT_READS, GIT_SETTINGS, reasonIn } from '../history/git-process.js';
import type { Desktop, Program, ProgramInput, ProgramOutput } from './desktop-node.js';

/** How a program ended. */
type End = { readonly code: number | null } | { readonly error: Error };

/** Where git's own files and settings are; every other GIT_ variable would point it elsewhere. */
const KEPT_VARIABLES: ReadonlySet<string> = new Set(['GIT_EXEC_PATH', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM']);
/** Of what git says when it fails, so much is kept: one line of it is told. */
const MOST_REASON_BYTES = 4096;

export class DesktopGit implements Git {
  readonly #desktop: Pick<Desktop, 'spawn' | 'environment' | 'programFolder' | 'folder'>;
  /** A byte order mark stays, as in the files that other readers open. */
  readonly #utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(desktop: Pick<Desktop, 'spawn' | 'environment' | 'programFolder' | 'folder'>) {
    this.#desktop = desktop;
  }

  decode(bytes: Uint8Array): string {
    return this.#utf8.decode(bytes);
  }

  async *ask({ args, input = [], signal }: GitAsk): AsyncIterable<Uint8Array> {
    const isStopped = (): boolean => signal?.aborted === true;
    if (isStopped()) throw new GitStopped(STOPPED);
    const program = this.#start(args);
    const ended = endOf(program);
    const reason = firstBytes(program.stderr);
    const state: { isOver: boolean; failure: { readonly error: unknown } | undefined } = { isOver: false, failure: undefined };
    const stop = (): void => {
      program.kill();
      program.stdout.destroy();
      program.stderr.destroy();
    };
    const failed = (error: unknown): void => {
      if (state.isOver) return;
      state.failure ??= { error };
      stop();
    };
    signal?.addEventListener('abort', stop);
    feed(program.stdin, input, state).catch(failed);
    try {
      yield* whole(program.stdout, failed);
      const end = await ended;
      if (isStopped()) throw new GitStopped(STOPPED);
      if ('error' in end) throw new GitAbsent('Git is not installed, or cannot be started. Install it, and start the app again.');
      if (state.failure !== undefined) throw state.failure.error;
      if (end.code !== 0) throw new GitFailure(failureInWords(this.decode(reason())), end.code ?? undefined);
    } finally {
      state.isOver = true;
      signal?.removeEventListener('abort', stop);
      stop();
    }
  }

  /** Started from the app's own folder: some systems look for a program where it is started from, and a vault may hold any. */
  #start(args: readonly string[]): Program {
    const { spawn, environment, programFolder, folder } = this.#desktop;
    try {
      return spawn('git', ['--no-pager', '-C', folder, ...GIT_SETTINGS, ...args], {
        cwd: programFolder,
        env: gitEnvironment(environment),
        windowsHide: true,
        shell: false,
        stdio: 'pipe',
      });
    } catch {
      throw new GitAbsent('Git cannot be started. Start the app again.');
    }
  }
}

const STOPPED = 'Reading from git was stopped.';

/** What the app was started with, less what would point git elsewhere; git speaks English, for its reasons are read. */
export function gitEnvironment(environment: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string | undefined>> {
  const kept = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name) || KEPT_VARIABLES.has(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    ...GIT_READS,
  };
}

function endOf(program: Program): Promise<End> {
  return new Promise((resolve) => {
    program.on('error', (error) => resolve({ error }));
    program.on('close', (code) => resolve({ code }));
  });
}

/** The output to its end. An output that is cut off ends too, and `failed` hears why. */
async function* whole(output: ProgramOutput, failed: (error: unknown) => void): AsyncIterable<Uint8Array> {
  const pieces = output[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await pieces.next().catch(failed);
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    await pieces.return?.();
  }
}

/** Writes piece by piece, and waits while the pipe is full. A pipe that git closed takes nothing more: its end says why. */
async function feed(pipe: ProgramInput, input: NonNullable<GitAsk['input']>, state: { readonly isOver: boolean }): Promise<void> {
  pipe.on('error', () => undefined);
  for await (const piece of input) {
    if (state.isOver || pipe.destroyed) return;
    if (!pipe.write(piece)) await room(pipe);
  }
  pipe.end();
}

function room(pipe: ProgramInput): Promise<void> {
  return new Promise((resolve) => {
    if (pipe.destroyed) {
      resolve();
      return;
    }
    const go = (): void => {
      pipe.off('drain', go);
      pipe.off('close', go);
      resolve();
    };
    pipe.once('drain', go);
    pipe.once('close', go);
  });
}

/** Reads all, for a full pipe would stop git, and keeps the beginning. */
function firstBytes(output: ProgramOutput): () => Uint8Array {
  const kept = new Uint8Array(MOST_REASON_BYTES);
  let length = 0;
  output.on('error', () => undefined);
  output.on('data', (bytes) => {
    const part = bytes.subarray(0, MOST_REASON_BYTES - length);
    kept.set(part, length);
    length += part.length;
  });
  return () => kept.subarray(0, length);
}

function failureInWords(said: string): string {
  const reason = reasonIn(said);
  if (/^not a git repository/.test(reason)) return 'The vault is in no git repository. Make one, or open the vault from its clone.';
  if (/^detected dubious ownership/.test(reason)) return 'Git does not trust this repository, since its folder belongs to another person. Run "git status" in the vault\'s folder, and do what it says.';
  return `Git could not answer: ${printable(reason)}. Run "git status" in the vault's folder to see more.`;
}
