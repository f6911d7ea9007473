/**
 * Where the files of a folder went, as far as git tells: renames of its whole history, followed to the last one, those
 * that are staged, and files that git knows and that stand under another name with the same text.
 */
import { CommandFailure } from './command.js';
import { GitMissing, NodeGit } from './node-git.js';

/**
 * New path by every older one, from the folder, with `/`. Empty without git, outside a repository, and before the first
 * commit. `pathsByBlob`: the notes that are there by git's id of their text.
 */
export function readRenames(folder: string, pathsByBlob: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  try {
    const git = new NodeGit(folder, 'relink');
    const prefix = git.prefix();
    const paths = ['--', `:(top${prefix === '' ? '' : ',literal'})${prefix}`];
    const ask = (command: readonly string[]): Rename[] => {
      const how = ['-z', '--name-status', '--diff-filter=R', '--no-ext-diff', '--no-textconv', '--no-relative'];
      const renamesLike = (share: string): Rename[] => renamesIn(git.text([...command, ...how, `--find-renames=${share}`, 'HEAD', ...paths]));
      try {
        return renamesLike('50%');
      } catch (error) {
        if (!(error instanceof CommandFailure) || error instanceof GitMissing) throw error;
        // A clone that lacks texts cannot compare them; those that stayed the same it knows by their ids.
        return renamesLike('100%');
      }
    };
    const past = ask(['log', '--format=']).reverse();
    const staged = ask(['diff', '--cached']);
    const inFolder = (path: string): string => (prefix === '' ? path : path.slice(prefix.length + 1));
    const known = [...past, ...staged].map(([from, to]): Rename => [inFolder(from), inFolder(to)]);
    return followed([...known, ...sameTexts(git, prefix, pathsByBlob)]);
  } catch (error) {
    if (error instanceof CommandFailure) return new Map();
    throw error;
  }
}

type Rename = readonly [from: string, to: string];

/** Reads `R<score>\0<from>\0<to>\0…`; between commits there may be empty words. */
function renamesIn(answer: string): Rename[] {
  const words = answer.split('\0');
  const renames: Rename[] = [];
  let at = 0;
  while (at + 2 < words.length) {
    if (!/^\n?R\d+$/.test(words[at] ?? '')) at++;
    else {
      renames.push([words[at + 1] ?? '', words[at + 2] ?? '']);
      at += 3;
    }
  }
  return renames;
}

/** Files of the last commit that are gone, and whose text one new file alone holds: moved without git being told. */
function sameTexts(git: NodeGit, prefix: string, pathsByBlob: ReadonlyMap<string, readonly string[]>): readonly Rename[] {
  const entries = git.tree(git.revision('HEAD'), prefix) ?? [];
  const committed = new Set(entries.map(({ path }) => path));
  const present = new Set([...pathsByBlob.values()].flat());
  return entries.flatMap(({ id, path }): Rename[] => {
    const [to, ...others] = (pathsByBlob.get(id) ?? []).filter((other) => !committed.has(other));
    return path === undefined || present.has(path) || to === undefined || others.length > 0 ? [] : [[path, to]];
  });
}

/** The renames in the order in which they were made: a file that moved twice is where it went last. */
function followed(renames: readonly Rename[]): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  const oldPaths = new Map<string, string[]>();
  for (const [from, to] of renames) {
    const all = [...(oldPaths.get(from) ?? []), from];
    oldPaths.delete(from);
    oldPaths.set(to, [...(oldPaths.get(to) ?? []), ...all]);
    for (const path of all) newest.set(path, to);
  }
  return newest;
}
