/**
 * The texts of `git cat-file --batch`, read from bytes as they come: `<id> blob <size>`, a line end, the bytes and a line
 * end, or `<id> missing`. Of most texts the first bytes say that nothing more of them is needed; those are passed over, so
 * that a large one costs no memory.
 */
import { askText, isRefusal, joinBytes, type Git, type GitAsk, type GitSignal } from './git-port.js';

export interface BatchText {
  readonly id: string;
  /** Undefined: `unwanted`, the clone lacks it, or it is too large. Bytes hold until the next piece is read. */
  readonly bytes: Uint8Array | undefined;
  readonly outcome: 'read' | 'unwanted' | 'missing' | 'too-large';
}

export interface BatchNeeds {
  /** Whether a text that begins so is needed. Called with the first bytes, fewer than it needs where a piece ends there. */
  readonly isWanted: (start: Uint8Array, id: string) => boolean;
  readonly maxBytes: number;
}

/** Ids go to git in pieces of so many. */
const IDS_AT_ONCE = 2000;

/**
 * Each of the ids, which are full ones, once. A clone that was made without all its texts lets git give up at the first
 * that it lacks: the others are then asked for alone. Throws what the port throws.
 */
export async function* readGitTexts(git: Git, ids: readonly string[], needs: BatchNeeds, signal?: GitSignal): AsyncGenerator<readonly BatchText[]> {
  const open = new Set(ids);
  try {
    yield* readBatch(git, open, needs, signal);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const held = await heldObjects(git, signal);
    const lacking = [...open].filter((id) => !held.has(id));
    if (lacking.length === 0) throw error;
    for (const id of lacking) open.delete(id);
    yield lacking.map((id) => ({ id, bytes: undefined, outcome: 'missing' }));
    yield* readBatch(git, open, needs, signal);
  }
}

/** Takes out of `open` what was read. */
async function* readBatch(git: Git, open: Set<string>, needs: BatchNeeds, signal: GitSignal | undefined): AsyncGenerator<readonly BatchText[]> {
  if (open.size === 0) return;
  for await (const texts of readAnswers(git, linesOf([...open]), needs, signal)) {
    for (const { id } of texts) open.delete(id);
    yield texts;
  }
}

/** Texts by full ids that are asked for while the answers come: ends behind {@link TextAsks.end}. Throws what the port throws, also where a clone lacks one of the texts. */
export function readGitTextsAsAsked(git: Git, asks: TextAsks, needs: BatchNeeds, signal?: GitSignal): AsyncGenerator<readonly BatchText[]> {
  return readAnswers(git, asks, needs, signal);
}

async function* readAnswers(git: Git, input: NonNullable<GitAsk['input']>, needs: BatchNeeds, signal: GitSignal | undefined): AsyncGenerator<readonly BatchText[]> {
  const parser = new GitBatchParser((bytes) => git.decode(bytes), needs);
  for await (const bytes of git.ask({ args: ['cat-file', '--batch', '--buffer'], input, signal })) {
    const texts = parser.push(bytes);
    if (texts.length > 0) yield texts;
  }
}

/** Ids that come one after the other, for one reader. */
export class TextAsks implements AsyncIterable<string> {
  #lines = '';
  #isOver = false;
  #wake: () => void = () => undefined;

  add(ids: readonly string[]): void {
    this.#lines += `${ids.join('\n')}\n`;
    this.#wake();
  }

  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (;;) {
      const lines = this.#lines;
      this.#lines = '';
      if (lines !== '') yield lines;
      else if (this.#isOver) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** Ids of all objects that the clone has. */
async function heldObjects(git: Git, signal: GitSignal | undefined): Promise<ReadonlySet<string>> {
  return new Set((await askText(git, { args: ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname)'], signal })).split('\n'));
}

function* linesOf(ids: readonly string[]): Generator<string> {
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) yield `${ids.slice(from, from + IDS_AT_ONCE).join('\n')}\n`;
}

const LF = 10;

/** Gives the same texts however the bytes are cut into pieces. */
export class GitBatchParser {
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #needs: BatchNeeds;
  /** Pieces of a heading line that has not ended. */
  #heading: Uint8Array[] = [];
  /** Undefined while a heading is read. */
  #text: TextBeingRead | undefined;

  constructor(decode: (bytes: Uint8Array) => string, needs: BatchNeeds) {
    this.#decode = decode;
    this.#needs = needs;
  }

  /** The texts that ended with these bytes. */
  push(bytes: Uint8Array): BatchText[] {
    const ended: BatchText[] = [];
    let at = 0;
    while (at < bytes.length) at = this.#text === undefined ? this.#takeHeading(bytes, at, ended) : this.#takeText(bytes, at, this.#text, ended);
    return ended;
  }

  #takeHeading(bytes: Uint8Array, from: number, ended: BatchText[]): number {
    const end = bytes.indexOf(LF, from);
    if (end === -1) {
      this.#heading.push(bytes.slice(from));
      return bytes.length;
    }
    const last = bytes.subarray(from, end);
    const [id = '', type = '', written = ''] = this.#decode(this.#heading.length === 0 ? last : joinBytes([...this.#heading, last])).split(' ');
    if (this.#heading.length > 0) this.#heading = [];
    const size = Number(written);
    if (written === '' || !Number.isSafeInteger(size)) ended.push({ id, bytes: undefined, outcome: 'missing' });
    else this.#text = { id, size, outcome: type !== 'blob' ? 'unwanted' : size > this.#needs.maxBytes ? 'too-large' : 'read', taken: 0, kept: undefined };
    return end + 1;
  }

  /** Takes what there is of a text and the line end behind it. */
  #takeText(bytes: Uint8Array, from: number, text: TextBeingRead, ended: BatchText[]): number {
    const piece = bytes.subarray(from, Math.min(bytes.length, from + text.size - text.taken));
    if (text.taken === 0 && text.outcome === 'read' && !this.#needs.isWanted(piece, text.id)) text.outcome = 'unwanted';
    const isWhole = piece.length === text.size;
    if (text.outcome === 'read' && !isWhole) (text.kept ??= new Uint8Array(text.size)).set(piece, text.taken);
    text.taken += piece.length;
    const at = from + piece.length;
    if (at === bytes.length) {
      // The line end is still to come: what ended with this piece would not outlive it.
      if (isWhole && text.outcome === 'read') text.kept = piece.slice();
      return at;
    }
    ended.push({ id: text.id, bytes: text.outcome === 'read' ? (text.kept ?? piece) : undefined, outcome: text.outcome });
    this.#text = undefined;
    return at + 1;
  }
}

interface TextBeingRead {
  readonly id: string;
  readonly size: number;
  outcome: BatchText['outcome'];
  taken: number;
  kept: Uint8Array | undefined;
}
