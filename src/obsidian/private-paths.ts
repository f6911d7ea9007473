/** What must not be seen by a client, as the app knows it by now, and what a text tells of it. */
import { findLinks, findPrivateLinks, findPrivateWords, secretsOfTitle, withoutInner } from '../annotations/leak-check.js';
import { buildLineIndex } from '../markdown/text-range.js';
import { isPrivatePath, isPrivateVisibility } from '../playbook/privacy.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { titlesBeside } from '../vault/shared-part.js';

type KnownVault = Pick<PlaybookStore, 'playbook' | 'leaks' | 'vault'>;

/** Below the coach's folder, or by its property; the app knows of a new one before the playbook does. */
export function isPrivateNote(path: string, { leaks, vault }: KnownVault): boolean {
  return isPrivatePath(path) || leaks.isPrivate(path) || isPrivateVisibility(vault.metadata?.(path)?.frontmatter?.['visibility']);
}

/** A line of a text that leads to something private, and what leads there. */
export interface PrivateMention {
  readonly line: number;
  readonly text: string;
}

/**
 * What a thread's text, as it would stand in `path`, tells of private files: links and embeds, paths of the coach's
 * folder, titles. The thread's own file, where it lies now, is no secret.
 */
export function findPrivateMentions(text: string, path: string, ownPath: string, store: KnownVault): readonly PrivateMention[] {
  const { playbook, leaks } = store;
  const index = buildLineIndex(text);
  const links = findPrivateLinks(path, findLinks(text), (target) => playbook.resolvePath({ target }, path), (other) => other !== ownPath && isPrivateNote(other, store));
  const paths = [...text.matchAll(PRIVATE_PATH)].map(({ index: from, 0: found }) => ({ from, to: from + found.length }));
  const privatePaths = new Set(leaks.privatePaths);
  const sharedTitles = titlesBeside(privatePaths, playbook);
  privatePaths.delete(ownPath);
  const titles = findPrivateWords(text, [...privatePaths].map((other) => secretsOfTitle(other, sharedTitles)));
  return withoutInner([...links, ...paths, ...titles]).map(({ from, to }) => ({ line: index.position(from).line, text: text.slice(from, to) }));
}

/** Short, for it is shown and never opened. */
const PRIVATE_PATH = /_coach\/[^\s()[\]<>"'|]{0,80}/gi;
