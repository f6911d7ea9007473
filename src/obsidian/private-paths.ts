/** What must not be seen by a client: notes below the coach's folder, and those whose property `visibility` says so. */
import { buildLineIndex } from '../markdown/text-range.js';
import { findWikilinks } from '../markdown/wikilink.js';
import type { Playbook } from '../playbook/playbook.js';
import type { Vault } from '../vault/vault.js';

/** The coach's folder, which holds private annotations and whatever else the coach keeps: a repository of its own. */
const PRIVATE_FOLDER = '_coach/';

export function isPrivatePath(path: string, vault: Pick<Vault, 'metadata'>): boolean {
  return path.startsWith(PRIVATE_FOLDER) || vault.metadata?.(path)?.frontmatter?.['visibility'] === 'coach';
}

/** A line of a text that leads to something private, and what leads there. */
export interface PrivateMention {
  readonly line: number;
  readonly text: string;
}

/** Links and embeds that end at private notes, and paths of the coach's folder, of a text as it would stand in `path`. */
export function findPrivateMentions(text: string, path: string, playbook: Pick<Playbook, 'resolvePath'>, vault: Pick<Vault, 'metadata'>): readonly PrivateMention[] {
  const index = buildLineIndex(text);
  const links = findWikilinks(text).filter(({ target }) => {
    const found = playbook.resolvePath({ target }, path);
    return found !== undefined && found !== path && isPrivatePath(found, vault);
  });
  const paths = [...text.matchAll(PRIVATE_PATH)]
    .map(({ index: from, 0: found }) => ({ from, to: from + found.length }))
    .filter(({ from }) => !links.some((link) => link.from <= from && from < link.to));
  return [...links, ...paths]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => ({ line: index.position(from).line, text: text.slice(from, to) }));
}

/** Short, for it is shown and never opened. */
const PRIVATE_PATH = /_coach\/[^\s()[\]<>"'|]{0,80}/gi;
