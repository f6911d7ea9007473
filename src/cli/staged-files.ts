/**
 * What the next commit of a vault would hold, as git's index says: every file, and which of them it would change. The
 * working tree does not matter, for a file may be staged in part.
 *
 * The index of a large vault is one long text here, looked through for the few names that matter: to make thousands of
 * entries of it would take longer than the whole check.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { foldedName } from '../playbook/link-index.js';
import { CommandFailure } from './command.js';
import { gitEnvironment } from './node-git.js';
import { CHANGES, type StagedGit } from './staged-git.js';

export interface StagedFile {
  /** From the vault's folder, with `/`. */
  readonly path: string;
  /** `100644`, `100755`, `120000` for a symbolic link, `160000` for a submodule. */
  readonly mode: string;
  readonly id: string;
}

export interface StagedFiles {
  readonly index: IndexText;
  /** New and changed ones, in the order of paths. In a merge those alone that differ from every side: the others were committed before. */
  readonly changed: readonly StagedFile[];
  /** Paths in conflict still: no commit can be made with them. */
  readonly unmerged: readonly string[];
  /** Changed files whose name is no UTF-8, as far as it can be shown. */
  readonly unreadableNames: readonly string[];
}

/** Throws {@link CommandFailure} without git, outside a repository and in a bare one. */
export async function readStagedFiles(git: StagedGit): Promise<StagedFiles> {
  // Outside of a repository the other one says something else than that.
  const entries = await git.listing;
  const changes = await git.changing;
  const repository = repositoryOf(git.folder);
  if (repository === undefined) throw new CommandFailure('This repository has no working tree, so nothing is staged in it. Run it in a clone with files, or leave out --staged.');
  const all = readChanges(changes);
  const readable = all.filter(({ path }) => !path.includes(UNDECODED));
  return {
    index: new IndexText(entries),
    changed: await differingFromAll(readable.filter(({ status }) => status !== UNMERGED), readMergeHeads(repository), git),
    unmerged: readable.filter(({ status }) => status === UNMERGED).map(({ path }) => path),
    unreadableNames: all.filter(({ path }) => path.includes(UNDECODED)).map(({ path }) => path),
  };
}

/** What stands for bytes that are no UTF-8. */
const UNDECODED = '\ufffd';
const UNMERGED = 'U';

/** What folds to more than small letters: accents in two ways, spaces at the ends. Each byte is a letter here. */
const NEEDS_MORE = /^\s|\s$|[\x80-\xff]/;

/** Lines of `git ls-files --stage`. A letter of the text is a byte, for to decode all of it takes longer than to look through it. */
export class IndexText {
  readonly #text: string;
  readonly #folded: string;

  constructor(entries: Buffer) {
    this.#text = entries.toString('latin1');
    this.#folded = this.#text.toLowerCase();
  }

  /** The file at a path, written so; undefined when the index holds none. */
  find(path: string): StagedFile | undefined {
    const ending = `\t${Buffer.from(path, 'utf8').toString('latin1')}\0`;
    const at = this.#text.indexOf(ending);
    return at === -1 ? undefined : this.#entry(this.#text.lastIndexOf('\0', at) + 1, at + ending.length - 1);
  }

  /** The files with one of the names, folded as links are; names that are no UTF-8 are left out. */
  named(names: ReadonlySet<string>): readonly StagedFile[] {
    const [text, folded] = [this.#text, this.#folded];
    const found: StagedFile[] = [];
    for (let from = 0, end = 0; (end = text.indexOf('\0', from)) !== -1; from = end + 1) {
      const slash = text.lastIndexOf('/', end);
      const start = slash > from ? slash + 1 : text.indexOf('\t', from) + 1;
      const name = folded.slice(start, end);
      if (!names.has(NEEDS_MORE.test(name) ? foldedName(decoded(text.slice(start, end))) : name)) continue;
      const entry = this.#entry(from, end);
      if (entry !== undefined) found.push(entry);
    }
    return found;
  }

  /** Reads `<mode> <id> <stage>\t<path>`; undefined for a side of a conflict. */
  #entry(from: number, to: number): StagedFile | undefined {
    const tab = this.#text.indexOf('\t', from);
    const [mode = '', id = '', stage] = this.#text.slice(from, tab).split(' ');
    const path = decoded(this.#text.slice(tab + 1, to));
    return stage === '0' && !path.includes(UNDECODED) ? { path, mode, id } : undefined;
  }
}

function decoded(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

interface StagedChange extends StagedFile {
  readonly status: string;
}

/** What a merge brings unchanged from another side is that side's. */
async function differingFromAll(changed: readonly StagedFile[], heads: readonly string[], git: StagedGit): Promise<readonly StagedFile[]> {
  const others = await Promise.all(heads.map((head) => git.ask(...CHANGES, head, '--', '.')));
  const differing = others.map((answer) => new Set(readChanges(answer).map(({ path }) => path)));
  return changed.filter(({ path }) => differing.every((paths) => paths.has(path)));
}

/** The commits that a merge in progress brings in; empty when there is none. */
function readMergeHeads(repository: string): readonly string[] {
  try {
    return readFileSync(join(repository, 'MERGE_HEAD'), 'latin1').split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line));
  } catch {
    return [];
  }
}

/** The folder in which git keeps what belongs to this working tree; undefined when there is none, as in a bare repository. */
function repositoryOf(folder: string): string | undefined {
  const named = gitEnvironment()['GIT_DIR'];
  if (named !== undefined) return resolve(named);
  const place = join(folder, '.git');
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return place;
  const elsewhere = stats?.isFile() === true ? /^gitdir: (.+)/s.exec(readFileSync(place, 'utf8'))?.[1] : undefined;
  if (elsewhere !== undefined) return resolve(folder, elsewhere.replace(/[\r\n]+$/, ''));
  const above = dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}

/** Reads `:<mode> <mode> <id> <id> <status>\0<path>\0…`. */
function readChanges(answer: Buffer): readonly StagedChange[] {
  const fields = answer.toString('utf8').split('\0');
  const changes: StagedChange[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode = '', , id = '', status = ''] = (fields[at] ?? '').split(' ');
    changes.push({ path: fields[at + 1] ?? '', mode, id, status: status.charAt(0) });
  }
  return changes;
}
