/** What gives a note its kind beside its own property: the folder it lies in and its tags; and the names that a property lists. */
import { detachedText, exactSize } from '../markdown/detached-text.js';
import { literalPattern } from '../markdown/literal-pattern.js';
import { NOTE_KINDS, type NoteKind } from '../playbook/note.js';

/** The nearest mapped folder above the note decides. */
export function kindOfFolder(path: string, kindByFolder: ReadonlyMap<string, NoteKind>): NoteKind | undefined {
  if (kindByFolder.size === 0) return undefined;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const kind = kindByFolder.get(path.slice(0, end));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** The first mapped tag decides; tags without `#`. */
export function kindOfTags(tags: readonly string[], kindByTag: ReadonlyMap<string, NoteKind>): NoteKind | undefined {
  for (const tag of kindByTag.size === 0 ? [] : tags) {
    const kind = kindByTag.get(tag.toLowerCase());
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Shared by the many notes that have none. */
const NO_NAMES: readonly string[] = [];

/** The names that a value of `aliases` or `tags` lists: its texts, or one text split at commas. */
export function namesOf(value: unknown): readonly string[] {
  const written: readonly unknown[] = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : NO_NAMES;
  const names: string[] = [];
  for (const name of written) {
    const trimmed = typeof name === 'string' ? name.trim() : '';
    if (trimmed !== '') names.push(detachedText(trimmed));
  }
  return names.length === 0 ? NO_NAMES : exactSize(names);
}

/** Finds text in which a property seems to name a kind, as in `type: "case`, also where YAML reads it as something else. */
export function kindNamingPattern(kindProperty: string): RegExp {
  return new RegExp(`${literalPattern(kindProperty)}[ \\t]*:[ \\t]*["']?(?:${NOTE_KINDS.join('|')})\\b`);
}
