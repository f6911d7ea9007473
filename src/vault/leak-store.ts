/**
 * Which shared files of a vault link to private ones. A vault without private files pays nothing. In others every shared
 * note is looked through once for each version of its text, or only those that a host's index names.
 *
 * @example
 * leaks.setFile('_coach/Plan.md', false);
 * await leaks.look(vault, playbook, pause); // whether the links found are others than before
 * leaks.found;
 */
import { findLinks, findPrivateLinks, type TextLink } from '../annotations/leak-check.js';
import { buildLineIndex, type LineIndex } from '../markdown/text-range.js';
import { byCodeUnits, type Playbook } from '../playbook/playbook.js';
import { isPrivatePath, type PrivateLink } from '../playbook/privacy.js';
import { isMarkdown, readOrUndefined, type Vault } from './vault.js';

const NO_LINKS: readonly TextLink[] = [];
const NONE_FOUND: readonly PrivateLink[] = [];

export class LeakStore {
  readonly #private = new Set<string>();
  /** Of the shared notes that were looked through. */
  readonly #links = new Map<string, readonly TextLink[]>();
  /** Of those that a private link was found in. */
  readonly #lines = new Map<string, LineIndex>();
  #found = NONE_FOUND;
  /** Whether any file came, went or changed since it was last looked. */
  #hasNews = true;
  /** The note whose text is being read; undefined as soon as it changes. */
  #reading: string | undefined;

  /** Ordered by path and place. */
  get found(): readonly PrivateLink[] {
    return this.#found;
  }

  /** Files in the private folder, and notes that say of themselves that they are for the coach; in order. */
  get privatePaths(): readonly string[] {
    return [...this.#private].sort(byCodeUnits);
  }

  isPrivate(path: string): boolean {
    return this.#private.has(path);
  }

  /** The lines of a note with a private link, whether or not it is the playbook's. */
  linesOf(path: string): LineIndex | undefined {
    return this.#lines.get(path);
  }

  /** A file appeared or has another text; `saysPrivate` by its property. */
  setFile(path: string, saysPrivate: boolean): void {
    this.#forget(path);
    if (saysPrivate || isPrivatePath(path)) this.#private.add(path);
    else this.#private.delete(path);
  }

  remove(path: string): void {
    this.#forget(path);
    this.#private.delete(path);
  }

  /** Looks for links to private files; whether they are others than before. */
  async look(vault: Vault, playbook: Pick<Playbook, 'files' | 'resolvePath'>, pause: () => Promise<void> | undefined): Promise<boolean> {
    if (!this.#hasNews) return false;
    this.#hasNews = false;
    const before = this.#found;
    const found: PrivateLink[] = [];
    if (this.#private.size === 0) this.#links.clear();
    else {
      try {
        for (const path of this.#sharedNotes(vault, playbook)) {
          for (const link of await this.#lookThrough(path, vault, playbook)) found.push(link);
          const paused = pause();
          if (paused !== undefined) await paused;
        }
      } catch (error) {
        this.#hasNews = true;
        throw error;
      }
    }
    for (const path of this.#lines.keys()) if (!found.some((link) => link.path === path)) this.#lines.delete(path);
    if (found.length === 0 && before.length === 0) return false;
    this.#found = found.sort((a, b) => byCodeUnits(a.path, b.path) || a.from - b.from);
    return true;
  }

  #sharedNotes(vault: Vault, playbook: Pick<Playbook, 'files'>): readonly string[] {
    const known = new Set(playbook.files);
    const paths = vault.linkingTo?.(this.#private) ?? known;
    return [...paths].filter((path) => known.has(path) && isMarkdown(path) && !this.#private.has(path));
  }

  async #lookThrough(path: string, vault: Vault, playbook: Pick<Playbook, 'resolvePath'>): Promise<readonly PrivateLink[]> {
    const known = this.#links.get(path);
    if (known?.length === 0) return NONE_FOUND;
    const findIn = (links: readonly TextLink[]): readonly PrivateLink[] =>
      findPrivateLinks(path, links, (target) => playbook.resolvePath({ target }, path), (other) => this.#private.has(other));
    if (known !== undefined && (this.#lines.has(path) || findIn(known).length === 0)) return findIn(known);
    this.#reading = path;
    // That it cannot be read is a finding of its own.
    const text = (await readOrUndefined(vault, path)) ?? '';
    // It is looked through again: whoever changed it says so.
    if (this.#reading !== path) return NONE_FOUND;
    const links = findLinks(text);
    this.#links.set(path, links.length === 0 ? NO_LINKS : links);
    const found = findIn(links);
    if (found.length > 0) this.#lines.set(path, buildLineIndex(text));
    return found;
  }

  /** What was found in an older text says nothing of the new one. */
  #forget(path: string): void {
    this.#hasNews = true;
    if (this.#reading === path) this.#reading = undefined;
    this.#links.delete(path);
    if (this.#lines.delete(path)) this.#found = this.#found.filter((link) => link.path !== path);
  }
}
