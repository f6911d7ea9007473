/**
 * The wikilink that leads from one note to another, as short as can be: the name alone where that is enough, else as many
 * folders as tell it from its namesakes.
 *
 * @example shortestLink('10 People/Ana.md', 'Initiatives/Purse.md', playbook) // '[[Ana]]'
 */
import type { Playbook } from '../playbook/playbook.js';

/** Signs that end a link's target or the link. */
const UNLINKABLE = /[#^|[\]\r\n]/;

/** Undefined when no link leads there: the path holds a sign that links cannot hold. */
export function shortestLink(path: string, fromPath: string, playbook: Pick<Playbook, 'resolvePath'>): string | undefined {
  const target = path.replace(/\.md$/i, '');
  if (UNLINKABLE.test(target)) return undefined;
  const parts = target.split('/');
  const endings = parts.map((_, index) => parts.slice(parts.length - 1 - index).join('/'));
  // From the vault's root: what a note of the same ending in the linking folder would take otherwise.
  const found = [...endings, `/${target}`].find((name) => playbook.resolvePath({ target: name }, fromPath) === path);
  return found === undefined ? undefined : `[[${found}]]`;
}

/** The link by the whole path, for files that the playbook does not know; undefined when the path holds a sign that links cannot hold. */
export function pathLink(path: string): string | undefined {
  const target = path.replace(/\.md$/i, '');
  return UNLINKABLE.test(target) ? undefined : `[[${target}]]`;
}
