/**
 * Git asked several things at once: a pre-commit check has a third of a second for everything, and each process of git
 * takes its part of it. Without a shell; nothing that a person wrote reaches git but the folder it runs in.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { LARGEST_NOTE_BYTES } from '../notes/note-size.js';
import { CommandFailure } from './command.js';
import { GIT_SETTINGS, reasonIn } from '../history/git-process.js';
import { gitEnvironment, GitMissing } from './node-git.js';

/** Monitors that a repository's own settings name are programs, and are not started. */
const SAFELY = [...GIT_SETTINGS, '-c', 'core.untrackedCache=false'];

/** What the next commit would change. */
export const CHANGES = ['diff', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--diff-filter=d', '--relative', '--no-ext-diff', '--no-textconv'];

/** Git in a folder, at work from the start on what every check asks for. It is to be closed. */
export class StagedGit {
  /** What {@link CHANGES} gives. */
  readonly changing: Promise<Buffer>;
  /** Every file of the index below the folder. */
  readonly listing: Promise<Buffer>;
  /** Blobs that are larger are not read. */
  readonly blobs: BlobReader;

  constructor(
    readonly folder: string,
    largestBytes: number = LARGEST_NOTE_BYTES,
  ) {
    this.listing = this.ask('ls-files', '-z', '--stage', '--', '.');
    this.changing = this.ask(...CHANGES, '--', '.');
    // Whoever reads them hears of failures; nobody may.
    this.listing.catch(() => undefined);
    this.changing.catch(() => undefined);
    this.blobs = new BlobReader(spawn('git', ['cat-file', '--batch'], { cwd: folder, env: gitEnvironment(), stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true }), largestBytes);
  }

  /** Git's whole answer. Rejects with {@link CommandFailure} when git fails, and with {@link GitMissing} without git. */
  ask(...args: readonly string[]): Promise<Buffer> {
    const child = spawn('git', [...SAFELY, ...args], { cwd: this.folder, env: gitEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => void pieces.push(piece));
    return ended(child).then(() => Buffer.concat(pieces));
  }

  close(): void {
    this.blobs.close();
  }
}

type GitChild = ChildProcessByStdio<Writable, Readable, Readable>;

/** Resolves when git ended well. */
function ended(child: ChildProcessByStdio<Writable | null, Readable, Readable>): Promise<void> {
  const told: Buffer[] = [];
  child.stderr.on('data', (piece: Buffer) => void told.push(piece));
  // A git that ended does not read what it is given; its exit code says why.
  child.stdin?.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    child.once('error', () => {
      reject(new GitMissing('Git is not installed, or cannot be started. Install it, or leave out --staged.'));
    });
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new CommandFailure(`Git could not answer: ${reasonIn(Buffer.concat(told).toString('utf8'))}. Run it in a clone, or leave out --staged.`));
    });
  });
}

/** What came of a blob: its bytes, or why there are none. */
export type BlobAnswer = Buffer | 'missing' | 'too large';

/** Reads blobs from one running git, as often as it is asked. */
export class BlobReader {
  readonly #ended: Promise<void>;
  readonly #answers: BlobAnswer[] = [];
  #rest: Buffer = Buffer.alloc(0);
  /** Of the blob that is coming: its pieces, or undefined when it is passed over. */
  #coming: { pieces: Buffer[] | undefined; left: number } | undefined;
  #onAnswer: () => void = () => undefined;

  constructor(
    private readonly child: GitChild,
    private readonly largestBytes: number,
  ) {
    this.#ended = ended(child);
    this.#ended.catch(() => undefined);
    child.stdout.on('data', (piece: Buffer) => {
      this.#take(piece);
      this.#onAnswer();
    });
  }

  /** The blobs of the ids, in any number; ids are those that git gave. */
  async read(ids: readonly string[]): Promise<ReadonlyMap<string, BlobAnswer>> {
    if (ids.length === 0) return new Map();
    this.#answers.length = 0;
    const whole = new Promise<void>((resolve) => {
      this.#onAnswer = () => {
        if (this.#answers.length >= ids.length) resolve();
      };
    });
    this.child.stdin.write(`${ids.join('\n')}\n`);
    await Promise.race([whole, this.#ended]);
    if (this.#answers.length < ids.length) throw new CommandFailure('Git ended before it gave all notes. Run "git fsck", and try again.');
    return new Map(ids.map((id, index) => [id, this.#answers[index] ?? 'missing']));
  }

  close(): void {
    this.child.stdin.end();
  }

  /** Reads `<id> blob <size>\n<bytes>\n`, `<id> missing\n` and the like, as they come. */
  #take(piece: Buffer): void {
    let bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    while (bytes.length > 0) {
      if (this.#coming === undefined) {
        const lineEnd = bytes.indexOf(10);
        if (lineEnd === -1) break;
        this.#open(bytes.toString('latin1', 0, lineEnd));
        bytes = bytes.subarray(lineEnd + 1);
      } else {
        const { pieces, left } = this.#coming;
        const part = bytes.subarray(0, left);
        pieces?.push(part);
        this.#coming.left -= part.length;
        bytes = bytes.subarray(part.length);
        if (this.#coming.left === 0) this.#finish(pieces);
      }
    }
    this.#rest = bytes;
  }

  #open(header: string): void {
    const [, type = '', size = ''] = header.split(' ');
    if (!/^\d+$/.test(size)) this.#answers.push('missing');
    // Its line end belongs to it here, and is cut off below.
    else this.#coming = { pieces: type === 'blob' && Number(size) <= this.largestBytes ? [] : undefined, left: Number(size) + 1 };
  }

  #finish(pieces: readonly Buffer[] | undefined): void {
    this.#coming = undefined;
    if (pieces === undefined) this.#answers.push('too large');
    else this.#answers.push(Buffer.concat(pieces).subarray(0, -1));
  }
}
