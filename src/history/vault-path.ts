/** Which names of a repository are notes of the vault in it. */
import { shown } from './git-log.js';

/**
 * The path of a note in the vault by its name in the repository; undefined outside of the vault's folder, and for what a
 * vault does not read: hidden folders, those of programs, what its settings leave out.
 */
export function vaultPathIn(prefix: string, isIgnored: (path: string) => boolean = () => false): (name: string) => string | undefined {
  const start = prefix === '' ? '' : `${prefix}/`;
  return (name) => {
    if (!name.startsWith(start)) return undefined;
    const path = name.slice(start.length);
    return path.split('/').some(isHidden) || isIgnored(shown(path)) ? undefined : path;
  };
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
