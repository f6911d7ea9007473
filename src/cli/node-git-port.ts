/** Git for the readers of a history: a process of its own for each question, whose answer is read while it comes. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { GitAbsent, GitFailure, GitStopped, type Git, type GitAsk, type GitSignal } from '../history/git-port.js';
import { GIT_READS, GIT_SETTINGS, reasonIn } from '../history/git-process.js';
import { gitEnvironment } from './node-git.js';

type GitProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** So much of what git complains of is kept: one line is told. */
const LONGEST_COMPLAINT = 4096;

export class NodeGitPort implements Git {
  /** Git finds the repository from the folder. */
  constructor(readonly folder: string) {}

  decode(bytes: Uint8Array): string {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  }

  async *ask({ args, input, signal }: GitAsk): AsyncGenerator<Uint8Array> {
    const stopped = new GitStopped('Git was stopped before it had answered. Ask again.');
    if (isAborted(signal)) throw stopped;
    const child = spawn('git', ['-C', this.folder, ...GIT_SETTINGS, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      env: { ...gitEnvironment(), ...GIT_READS },
    });
    const ended = endOf(child);
    const stop = (): void => void child.kill();
    signal?.addEventListener('abort', stop);
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (complaint.length < LONGEST_COMPLAINT) complaint += text;
    });
    // What git makes of its input, it says on the other ends.
    child.stdin.on('error', () => undefined);
    const written = write(child, input ?? []);
    try {
      yield* piecesOf(child.stdout);
      await written;
      const code = await ended;
      if (isAborted(signal)) throw stopped;
      if (code !== 0) throw new GitFailure(`Git could not answer: ${reasonIn(complaint)}. Run it in a clone that is whole.`, code);
    } finally {
      signal?.removeEventListener('abort', stop);
      child.kill();
    }
  }
}

/** So many pieces wait to be read, of up to 64 KB each, before git has to wait. */
const MOST_WAITING = 16;

/** All that comes, to the end or to where it is cut off. Cheaper than the stream's own iteration, and git writes thousands of pieces. */
async function* piecesOf(output: Readable): AsyncGenerator<Uint8Array> {
  const state: { waiting: Buffer[]; isOver: boolean; wake: () => void } = { waiting: [], isOver: false, wake: () => undefined };
  output.on('data', (piece: Buffer) => {
    if (state.waiting.push(piece) === MOST_WAITING) output.pause();
    state.wake();
  });
  // Git's exit code says what was cut off.
  output.on('error', () => undefined);
  output.once('close', () => {
    state.isOver = true;
    state.wake();
  });
  try {
    for (;;) {
      const pieces = state.waiting;
      state.waiting = [];
      for (const piece of pieces) yield piece;
      if (output.isPaused()) output.resume();
      if (state.waiting.length > 0) continue;
      if (state.isOver) return;
      await new Promise<void>((resolve) => (state.wake = resolve));
    }
  } finally {
    output.destroy();
  }
}

/** Git's exit code; undefined when it was killed. Rejects when it cannot be started. */
function endOf(child: GitProcess): Promise<number | undefined> {
  const end = new Promise<number | undefined>((resolve, reject) => {
    child.once('error', () => reject(new GitAbsent('Git is not installed, or cannot be started. Install it to read a history.')));
    child.once('close', (code) => resolve(code ?? undefined));
  });
  // Whoever leaves early does not wait for it.
  end.catch(() => undefined);
  return end;
}

async function write(child: GitProcess, input: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const { stdin } = child;
  const closed = once(child, 'close').catch(() => undefined);
  for await (const text of input) {
    if (stdin.destroyed) return;
    if (!stdin.write(text)) await Promise.race([once(stdin, 'drain').catch(() => undefined), closed]);
  }
  stdin.end();
}

function isAborted(signal: GitSignal | undefined): boolean {
  return signal?.aborted === true;
}
