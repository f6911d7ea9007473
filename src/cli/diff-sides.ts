/**
 * The two states of a vault that `diff` compares, and which files may differ between them. What git ignores, and what stands
 * behind a symbolic link, is in no revision: it counts as it is now on both sides.
 */
import { CONFIG_PATH } from '../lint/config.js';
import type { ComparedRevision } from '../playbook/playbook-difference.js';
import { readOrUndefined, UnreadableFile, type Vault, type VaultFile } from '../vault/vault.js';
import { readBaseTexts } from './base-texts.js';
import { CommandFailure } from './command.js';
import type { FsVault } from './fs-vault.js';
import { GitVault } from './git-vault.js';
import type { GitRevision } from './node-git.js';
import type { VaultHistory } from './vault-history.js';

export type Side = 'base' | 'head';

export interface DiffSides {
  readonly history: VaultHistory;
  readonly baseRevision: GitRevision;
  /** Undefined: the vault's folder as it is. */
  readonly headRevision: GitRevision | undefined;
  /** Undefined where the revision has no such folder. */
  readonly base: GitVault | undefined;
  readonly head: GitVault | FsVault | undefined;
}

/** The files of both sides. */
export interface SideFiles {
  readonly base: ReadonlySet<string>;
  readonly head: ReadonlySet<string>;
  /** Files that may say something else, or stand on one side alone; in no order. */
  readonly changed: readonly string[];
}

export async function listFiles(sides: DiffSides): Promise<SideFiles> {
  const { base, head } = sides;
  const [then, now] = [await versionsOf(base), await versionsOf(head)];
  if (head === undefined || head instanceof GitVault) {
    const paths = [...new Set([...then.keys(), ...now.keys()])];
    return { base: new Set(then.keys()), head: new Set(now.keys()), changed: paths.filter((path) => then.get(path) !== now.get(path)) };
  }
  const alone = [...now.keys()].filter((path) => !then.has(path));
  const known = alone.length === 0 ? new Set<string>() : knownFiles(sides);
  const kept = alone.filter((path) => !known.has(path));
  const touched = touchedFiles(sides);
  const changed = [...[...then.keys()].filter((path) => !now.has(path) || touched.has(path)), ...alone.filter((path) => known.has(path))];
  return { base: new Set([...then.keys(), ...kept]), head: new Set(now.keys()), changed };
}

/** Git's ids of texts by path; of a folder on disk, nothing by path. */
async function versionsOf(vault: Vault | undefined): Promise<ReadonlyMap<string, string | undefined>> {
  const files = (await vault?.list(vault instanceof GitVault ? { versions: true } : {})) ?? [];
  return new Map(files.map(({ path, version }) => [path, version]));
}

/** Files of the folder that git tracks, or would track; no symbolic links. */
function knownFiles({ history: { git, prefix } }: DiffSides): ReadonlySet<string> {
  const folder = ['--', pathspec(prefix)];
  const tracked = git.text(['ls-files', '--full-name', '--stage', '-z', ...folder]).split('\0').flatMap((line) => {
    const tab = line.indexOf('\t');
    return tab === -1 || line.startsWith('120000') ? [] : [line.slice(tab + 1)];
  });
  const untracked = git.text(['ls-files', '--full-name', '--others', '--exclude-standard', '-z', ...folder]).split('\0');
  return new Set([...tracked, ...untracked].flatMap((path) => inVault(path, prefix) ?? []));
}

/** Tracked files that may differ from the base: of some git does not know without reading them. */
function touchedFiles({ history: { git, prefix }, baseRevision }: DiffSides): ReadonlySet<string> {
  const answer = git.text(['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-relative', baseRevision.commit, '--', pathspec(prefix)]);
  return new Set(answer.split('\0').flatMap((path) => inVault(path, prefix) ?? []));
}

function pathspec(prefix: string): string {
  return prefix === '' ? ':(top)' : `:(top,literal)${prefix}`;
}

function inVault(path: string, prefix: string): string | undefined {
  if (path === '' || prefix === '') return path === '' ? undefined : path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined;
}

/**
 * One vault for both: a store that was read from the head is turned into the base by reading the files that differ again.
 */
export class TurnedVault implements Vault {
  #side: Side = 'head';

  constructor(
    private readonly sides: DiffSides,
    private readonly files: SideFiles,
  ) {}

  /** What neither side can read. */
  get skipped(): readonly string[] {
    const { base, head } = this.sides;
    return [...new Set([...(head?.skipped ?? []), ...(base?.skipped ?? [])])];
  }

  /** From now on `read` gives the texts of this side; those of these files are asked for next. */
  turnTo(side: Side, next: Iterable<string>): void {
    this.#side = side;
    const vault = side === 'base' ? this.sides.base : this.sides.head;
    if (vault instanceof GitVault) vault.willRead(next);
  }

  list(): Promise<readonly VaultFile[]> {
    return Promise.resolve([...this.files[this.#side]].sort((a, b) => (a < b ? -1 : 1)).map((path) => ({ path })));
  }

  read(path: string): Promise<string> {
    try {
      return Promise.resolve(this.readNow(path));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  readNow(path: string): string {
    const { base, head } = this.sides;
    const isOfHead = this.#side === 'head' || base?.has(path) !== true;
    const vault = isOfHead ? head : base;
    if (vault === undefined) throw new UnreadableFile(path, `Cannot read "${path}": it does not exist.`);
    return vault.readNow(path);
  }

  baseTexts(blobs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(readBaseTexts(this.sides.history.git.folder, blobs));
  }

  process(path: string): Promise<string> {
    return Promise.reject(new UnreadableFile(path, `Cannot write "${path}": it is compared.`));
  }

  create(path: string): Promise<void> {
    return Promise.reject(new UnreadableFile(path, `Cannot create "${path}": it is compared.`));
  }
}

/** The texts of the settings on both sides, where they may differ; else undefined. */
export async function changedSettings(sides: DiffSides, files: SideFiles): Promise<Readonly<Record<Side, string | undefined>> | undefined> {
  if (!files.changed.includes(CONFIG_PATH)) return undefined;
  const read = async (vault: Vault | undefined, paths: ReadonlySet<string>): Promise<string | undefined> => {
    if (vault === undefined || !paths.has(CONFIG_PATH)) return undefined;
    if (vault instanceof GitVault) vault.willRead([CONFIG_PATH]);
    return readOrUndefined(vault, CONFIG_PATH);
  };
  const texts = { base: await read(sides.base, files.base), head: await read(sides.head, files.head) };
  return texts.base === texts.head ? undefined : texts;
}

/** Opens both sides; throws {@link CommandFailure} when git knows them not, or neither has the vault's folder. */
export function openSides(history: VaultHistory, folder: FsVault, { base, head }: { readonly base: GitRevision; readonly head: GitRevision | undefined }, tell: (message: string) => void): DiffSides {
  const at = (revision: GitRevision): GitVault | undefined => {
    const entries = history.git.tree(revision, history.prefix);
    return entries === undefined ? undefined : new GitVault(history.git, revision, history.prefix, history.name, entries);
  };
  const sides: DiffSides = { history, baseRevision: base, headRevision: head, base: at(base), head: head === undefined ? folder : at(head) };
  if (sides.base === undefined && sides.head === undefined) throw new CommandFailure(`The vault "${history.name}" is neither in revision "${base.name}" nor in "${head?.name ?? ''}". Name revisions that have its folder.`);
  if (sides.base === undefined) tell(`The vault "${history.name}" is not in revision "${base.name}": all of it counts as new.`);
  if (sides.head === undefined) tell(`The vault "${history.name}" is not in revision "${head?.name ?? ''}": all of it counts as removed.`);
  return sides;
}

export function comparedRevision(revision: GitRevision | undefined): ComparedRevision {
  return { name: revision?.name, commit: revision?.commit, day: revision?.day };
}
