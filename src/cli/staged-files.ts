/**
 * What the next commit of a vault would hold, as git's index says: every file, and which of them it would change. The
 * working tree does not matter, for a file may be staged in part.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandFailure } from './command.js';
import type { StagedGit } from './staged-git.js';

export interface IndexEntry {
  /** `100644`, `100755`, `120000` for a symbolic link, `160000` for a submodule. */
  readonly mode: string;
  readonly id: string;
}

export interface StagedFiles {
  /** Everything below the vault's folder, by path from there with `/`; names that are no UTF-8 are left out. */
  readonly files: ReadonlyMap<string, IndexEntry>;
  /** New and changed ones, in the order of paths. In a merge those alone that differ from every side: the others were committed before. */
  readonly changed: readonly string[];
  /** In conflict still: no commit can be made with them. */
  readonly unmerged: readonly string[];
  /** Changed files whose name is no UTF-8, as far as it can be shown. */
  readonly unreadableNames: readonly string[];
}

const CHANGES = ['diff', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--diff-filter=d', '--relative', '--no-ext-diff', '--no-textconv'];

/** Throws {@link CommandFailure} without git, outside a repository and in a bare one. */
export async function readStagedFiles(git: StagedGit): Promise<StagedFiles> {
  const [place, changes, entries] = [git.ask('rev-parse', '--is-inside-work-tree', '--git-path', 'MERGE_HEAD'), git.ask(...CHANGES, '--', '.'), git.ask('ls-files', '-z', '--stage', '--', '.')];
  // When the first fails its reason is told, and the others fail unheard.
  for (const answer of [changes, entries]) answer.catch(() => undefined);
  const [isInside, ...mergeHead] = (await place).toString('utf8').replace(/\n$/, '').split('\n');
  if (isInside !== 'true') throw new CommandFailure('This repository has no working tree, so nothing is staged in it. Run it in a clone with files, or leave out --staged.');
  const { files, unmerged } = readEntries(await entries);
  const names = readChanges(await changes);
  const changed = names.filter((name): name is string => typeof name === 'string').filter((path) => files.has(path));
  return {
    files,
    changed: await differingFromAll(changed, readMergeHeads(resolve(git.folder, mergeHead.join('\n'))), git),
    unmerged,
    unreadableNames: names.flatMap((name) => (typeof name === 'string' ? [] : [name.toString('utf8')])),
  };
}

/** What a merge brings unchanged from another side is that side's. */
async function differingFromAll(changed: readonly string[], heads: readonly string[], git: StagedGit): Promise<readonly string[]> {
  const others = await Promise.all(heads.map((head) => git.ask(...CHANGES, head, '--', '.')));
  const differing = others.map((answer) => new Set(readChanges(answer)));
  return changed.filter((path) => differing.every((paths) => paths.has(path)));
}

/** The commits that a merge in progress brings in; empty when there is none. */
function readMergeHeads(file: string): readonly string[] {
  try {
    return readFileSync(file, 'latin1').split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line));
  } catch {
    return [];
  }
}

/** Reads `:<modes> <ids> <status>\0<path>\0…`: paths, and the bytes of names that are no UTF-8. */
function readChanges(answer: Buffer): readonly (string | Buffer)[] {
  const fields = fieldsOf(answer);
  return fields.filter((_, index) => index % 2 === 1).map((name) => decoded(name) ?? name);
}

/** Reads `<mode> <id> <stage>\t<path>\0…`. */
function readEntries(answer: Buffer): Pick<StagedFiles, 'files' | 'unmerged'> {
  const files = new Map<string, IndexEntry>();
  const unmerged = new Set<string>();
  // One long text is cut faster than thousands of pieces of bytes are read; names with U+FFFD are looked at again.
  for (const line of answer.toString('utf8').split('\0')) {
    const tab = line.indexOf('\t');
    if (tab === -1) continue;
    const [mode = '', id = '', stage] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    if (path.includes('\ufffd')) continue;
    if (stage === '0') files.set(path, { mode, id });
    else unmerged.add(path);
  }
  return { files, unmerged: [...unmerged] };
}

function fieldsOf(answer: Buffer): readonly Buffer[] {
  const fields: Buffer[] = [];
  for (let from = 0; from < answer.length; ) {
    const end = answer.indexOf(0, from);
    if (end === -1) break;
    fields.push(answer.subarray(from, end));
    from = end + 1;
  }
  return fields;
}

/** Undefined for bytes that are no UTF-8. */
function decoded(name: Buffer): string | undefined {
  const text = name.toString('utf8');
  return text.includes('\ufffd') ? undefined : text;
}
