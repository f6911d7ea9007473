/** The files of a vault that are in conflict: those that git's index holds for unmerged, and notes that hold markers all the same. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MergeSides } from '../history/merge-text.js';
import { readConflicts } from '../markdown/conflict-markers.js';
import { LARGEST_NOTE_BYTES } from '../notes/note-size.js';
import { isMarkdown } from '../vault/vault.js';
import type { FsVault } from './fs-vault.js';
import type { NodeGit } from './node-git.js';
import { readUnmerged, type UnmergedFile } from './unmerged-files.js';

/** A note that can be merged, with the versions of the index where there are some; or why it is left, without a full stop. */
export type FoundConflict = { readonly path: string; readonly text: string; readonly index: MergeSides | undefined } | { readonly path: string; readonly reason: string };

/** `named` are notes or folders, all where none is named. In the order of their paths. */
export async function findConflicts(vault: FsVault, git: NodeGit | undefined, named: readonly string[]): Promise<readonly FoundConflict[]> {
  const isNamed = (path: string): boolean => named.length === 0 || named.some((name) => name === '' || path === name || path.startsWith(`${name}/`));
  const unmerged = (git === undefined ? [] : readUnmerged(git)).filter(({ shownPath }) => isNamed(shownPath));
  const texts = git === undefined ? new Map<string, Buffer>() : git.blobs(unmerged.flatMap(({ base, ours, theirs }) => [base, ours, theirs].filter((id) => id !== undefined)));
  const found = unmerged.map((file) => conflictOf(file, unmerged, texts, vault));
  const known = new Set(unmerged.map(({ path }) => path));
  for (const { path } of await vault.list()) {
    if (!isMarkdown(path) || known.has(path) || !isNamed(path)) continue;
    const text = readText(vault, path);
    if (typeof text !== 'string' || !text.includes('<<<<<<<')) continue;
    const { conflicts } = readConflicts(text);
    if (conflicts.length > 0) found.push({ path, text, index: undefined });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function conflictOf(file: UnmergedFile, all: readonly UnmergedFile[], texts: ReadonlyMap<string, Buffer>, vault: FsVault): FoundConflict {
  const path = file.shownPath;
  const reason = reasonToLeave(file, all);
  if (reason !== undefined) return { path, reason };
  const ids = [file.base, file.ours, file.theirs];
  if (ids.some((id) => id !== undefined && (texts.get(id)?.length ?? 0) > LARGEST_NOTE_BYTES)) return { path, reason: `${TOO_LARGE}. Choose a side with "git checkout --ours" or "--theirs", then "git add"` };
  const [base, ours, theirs] = ids.map((id) => (id === undefined ? '' : decode(texts.get(id))));
  if (base === undefined || ours === undefined || theirs === undefined) return { path, reason: 'it is no text in UTF-8. Choose a side with "git checkout --ours" or "--theirs", then "git add"' };
  const text = readText(vault, path);
  return typeof text === 'string' ? { path, text, index: { base, ours, theirs } } : { path, reason: text.reason };
}

function reasonToLeave({ path, base, ours, theirs, modes, shownPath }: UnmergedFile, all: readonly UnmergedFile[]): string | undefined {
  if (path === undefined) return 'its name is no UTF-8. Rename it with git';
  if (modes.includes('160000')) return 'it is a submodule. Choose its commit with "git add"';
  if (modes.includes('120000')) return 'it is a symbolic link. Choose where it leads, then "git add"';
  if (ours === undefined && theirs === undefined) return 'each side moved it elsewhere, or removed it. Keep the name you want with "git add", and drop the others with "git rm"';
  if (ours === undefined || theirs === undefined) {
    const [gone, kept] = ours === undefined ? ['the first', 'the second'] : ['the second', 'the first'];
    if (base === undefined) return `only ${kept} side has it under this name: a note was renamed in two ways. Keep the name you want with "git add", and drop the others with "git rm"`;
    return `${gone} side removed it, ${kept} changed it. Keep it with "git add", or drop it with "git rm"`;
  }
  if (!isMarkdown(path)) return 'it is no note. Merge it by hand, then "git add"';
  const folded = path.normalize('NFC').toLowerCase();
  if (all.some((other) => other.shownPath !== shownPath && other.shownPath.normalize('NFC').toLowerCase() === folded)) return 'another note has the same name but for capitals. Rename one with "git mv" first';
  return undefined;
}

const TOO_LARGE = 'it is larger than 64 MB';

/** Only bytes that come back the same; undefined for what is missing too. */
function decode(bytes: Buffer | undefined): string | undefined {
  if (bytes === undefined || bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readText(vault: FsVault, path: string): string | { readonly reason: string } {
  const file = join(vault.root, path);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || vault.pathOf(file) !== path) return { reason: 'it is not in the folder. Bring it back with "git checkout --merge", or drop it with "git rm"' };
  if (stats.size > LARGEST_NOTE_BYTES) return { reason: `${TOO_LARGE}. Merge it by hand, then "git add"` };
  return decode(readFileSync(file)) ?? { reason: 'it is no text in UTF-8. Merge it by hand, then "git add"' };
}
