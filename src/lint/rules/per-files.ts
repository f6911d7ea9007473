/**
 * Remembers what a rule found in the names of files: a change of a text changes no name, and rules over the playbook are
 * asked after every change.
 */
import { byCodeUnits, type Playbook } from '../../playbook/playbook.js';
import type { RepositoryFacts } from '../repository.js';

/** Paths of the vault's files and of those that git tracks, in order, each once. */
export function allPaths(playbook: Playbook, repository: RepositoryFacts | undefined): readonly string[] {
  const paths = new Set(playbook.files);
  for (const path of repository?.tracked ?? []) paths.add(path);
  return [...paths].sort(byCodeUnits);
}

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
