/**
 * Tells by what a host has indexed of a note whether it is worth reading. Most notes of a vault are not the
 * playbook's; a playbook of thirty notes among ten thousand is then read in thirty steps.
 *
 * Never false for a note in which {@link readNote} finds a kind or a problem: where the index cannot tell, it says true.
 *
 * @example mayBePlaybookNote('Ana.md', { frontmatter: { type: 'executive' }, tags: [], brokenFrontmatter: false }, settings) // true
 */
import { NOTE_KINDS } from '../playbook/note.js';
import { nearestName } from './nearest-name.js';
import { kindNamingPattern, kindOfFolder, kindOfTags, namesOf } from './note-kind.js';
import type { PlaybookSettings } from './playbook-settings.js';
import { parseNoteKind } from './schema.js';

export interface IndexedNote {
  /** Properties as the host parsed them; undefined when the note has none, or they cannot be parsed. */
  readonly frontmatter: Readonly<Record<string, unknown>> | undefined;
  /** With or without `#`. */
  readonly tags: readonly string[];
  /** The note opens with dashes, and the host read no properties behind them. */
  readonly brokenFrontmatter: boolean;
}

export function mayBePlaybookNote(path: string, { frontmatter, tags, brokenFrontmatter }: IndexedNote, settings: PlaybookSettings): boolean {
  if (brokenFrontmatter || kindOfFolder(path, settings.kindByFolder) !== undefined) return true;
  const values = frontmatter ?? {};
  const names = [...tags, ...namesOf(values['tags']), ...namesOf(values['tag'])].map((tag) => tag.replace(/^#/, ''));
  if (kindOfTags(names, settings.kindByTag) !== undefined) return true;
  if (frontmatter === undefined) return false;
  const written = frontmatter[settings.kindProperty];
  if (typeof written === 'string' && (parseNoteKind(written) !== undefined || nearestName(written, NOTE_KINDS) !== undefined)) return true;
  return seemsToNameKind(frontmatter, settings.kindProperty);
}

/**
 * Whether any property, at any depth, seems to name a kind. The reader says so of properties that it cannot use, such
 * as those with a tag of their own, and the host's values do not show which these are.
 */
function seemsToNameKind(frontmatter: Readonly<Record<string, unknown>>, kindProperty: string): boolean {
  const pattern = kindNamingPattern(kindProperty);
  const seen = new Set<unknown>();
  const waiting: unknown[] = [frontmatter];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string' && pattern.test(value)) return true;
    // Aliases make one value stand in many places, and may lead in circles.
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [name, inner] of Object.entries(value)) {
      if (pattern.test(typeof inner === 'string' ? `${name}: ${inner}` : name)) return true;
      waiting.push(inner);
    }
  }
  return false;
}
