/**
 * Remembers what a rule found in the names of files: a change of a text changes no name, and rules over the playbook are
 * asked after every change.
 */
import { byCodeUnits, type Playbook } from '../../playbook/playbook.js';
import type { RepositoryFacts } from '../repository.js';

/** `find` rests on names alone, those of the vault and those that git tracks. */
export function perFiles<T>(find: (playbook: Playbook, repository: RepositoryFacts | undefined) => T): (playbook: Playbook, repository: RepositoryFacts | undefined) => T {
  const found = new WeakMap<Playbook, { readonly version: number; readonly repository: RepositoryFacts | undefined; readonly value: T }>();
  return (playbook, repository) => {
    const known = found.get(playbook);
    if (known?.version === playbook.filesVersion && known.repository === repository) return known.value;
    const value = find(playbook, repository);
    found.set(playbook, { version: playbook.filesVersion, repository, value });
    return value;
  };
}

/** Paths of the vault's files and of those that git tracks, in order, each once. */
export const allPaths = perFiles((playbook, repository): readonly string[] => {
  const paths = new Set(playbook.files);
  for (const path of repository?.tracked ?? []) paths.add(path);
  return [...paths].sort(byCodeUnits);
});

/** A file or folder, with the first file that it is named in: the file itself, or one in the folder. */
export interface NamedPart {
  readonly part: string;
  readonly path: string;
}

/** All files and the folders that they lie in, each once, a folder before what lies in it. */
export const allParts = perFiles((playbook, repository): readonly NamedPart[] => {
  const parts: NamedPart[] = [];
  const seen = new Set<string>();
  let folder = '';
  for (const path of allPaths(playbook, repository)) {
    const end = path.lastIndexOf('/') + 1;
    // Neighbours nearly always lie in one folder.
    if (end > 0 && !(end === folder.length && path.startsWith(folder))) {
      folder = path.slice(0, end);
      for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
        const part = path.slice(0, slash);
        if (!seen.has(part)) parts.push({ part, path });
        seen.add(part);
      }
    }
    parts.push({ part: path, path });
  }
  return parts;
});
