/**
 * A note's text while the roadmap changes it: its properties read and set one after another, each in the manner in which
 * it is written. What a property holds and cannot keep is never overwritten.
 */
import { readFrontmatter } from '../markdown/frontmatter.js';
import { setPropertyEdits, type PropertyInput } from '../markdown/property-edit.js';
import { TextDraft } from '../markdown/text-draft.js';
import type { TextEdit } from '../markdown/text-edit.js';
import type { TextRange } from '../markdown/text-range.js';
import { parseWikilink } from '../markdown/wikilink.js';
import type { Playbook } from '../playbook/playbook.js';

/** Why a property was not set. */
export interface DraftTrouble {
  readonly name: string;
  readonly message: string;
}

export class ItemDraft {
  readonly #draft: TextDraft;

  constructor(text: string) {
    this.#draft = new TextDraft(text);
  }

  get text(): string {
    return this.#draft.text;
  }

  edits(): readonly TextEdit[] {
    return this.#draft.edits();
  }

  /** The place of a property in the note as it was, else that of all properties. */
  problemAt({ name, message }: DraftTrouble): TextRange & { readonly message: string } {
    const frontmatter = readFrontmatter(this.#draft.original);
    const { from, to } = frontmatter.get(name) ?? frontmatter.block ?? { from: 0, to: 0 };
    return { from, to, message };
  }

  /** A single value as text, a bare number such as `2027` too; undefined for none, and for a list. */
  scalarText(name: string): string | undefined {
    const value = this.#value(name);
    return isScalar(value) ? String(value).trim() || undefined : undefined;
  }

  /** The items of a list as texts, a single value as the only one, an unquoted link as the link that was meant. */
  list(name: string): { readonly texts: readonly string[] } | DraftTrouble {
    const value = this.#value(name);
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts: string[] = [];
    for (const item of items) {
      if (item === null || item === undefined || item === '') continue;
      const text = isScalar(item) ? String(item) : unquotedLink(item);
      if (text === undefined) return { name, message: `Property "${name}" holds a list or map within a list. Write one text per item, then try again.` };
      texts.push(text);
    }
    return { texts };
  }

  /** Sets a single value; null takes it away. A list or map is not overwritten. */
  setScalar(name: string, value: string | number | null): DraftTrouble | undefined {
    const old = this.#value(name);
    if (old === undefined || old === null || old === '') return value === null ? undefined : this.#set(name, asWrittenBare(value));
    if (!isScalar(old)) return { name, message: `Property "${name}" holds a list or map. Change it by hand.` };
    if (value !== null && String(old).trim() === String(value)) return undefined;
    return this.#set(name, this.#isQuoted(name) ? value : asWrittenBare(value));
  }

  /** Sets a list; a single value that stays one keeps its form, and so does a list that says the same. */
  setList(name: string, items: readonly string[]): DraftTrouble | undefined {
    const value = this.#value(name);
    const old = this.list(name);
    if ('message' in old) return old;
    if (old.texts.length === items.length && items.every((item, index) => item === old.texts[index])) return undefined;
    const isSingle = isScalar(value) && value !== '';
    const [only = null] = items;
    if (isSingle && items.length < 2) return this.#set(name, only);
    // Empty brackets are what new notes and the app write for "nothing yet": the list is then written as the note's others.
    const isEmptyList = Array.isArray(value) && value.length === 0;
    return (isEmptyList ? this.#set(name, null) : undefined) ?? this.#set(name, items);
  }

  #set(name: string, value: PropertyInput): DraftTrouble | undefined {
    const result = setPropertyEdits(this.#draft.text, name, value);
    if (!result.ok) return { name, message: result.problem.message };
    this.#draft.apply(result.edits);
    return undefined;
  }

  #isQuoted(name: string): boolean {
    const property = readFrontmatter(this.#draft.text).get(name);
    return property !== undefined && /["']/.test(this.#draft.text.charAt(property.valueFrom));
  }

  #value(name: string): unknown {
    return readFrontmatter(this.#draft.text).get(name)?.value;
  }
}

/** Path of the note that a list's item leads to, however it is written: `[[Name#Part|Label]]`, `[[Folder/Name]]`, `Name`. */
export function linkedPath(item: string, fromPath: string, playbook: Pick<Playbook, 'resolvePath'>): string | undefined {
  const text = item.trim();
  const link = parseWikilink(text) ?? parseWikilink(`[[${text}]]`);
  return link === undefined ? undefined : playbook.resolvePath(link, fromPath);
}

/** YAML reads an unquoted `[[X]]` as a list in a list; within a list as one more. */
function unquotedLink(item: unknown): string | undefined {
  let inner = item;
  for (let depth = 0; depth < 2 && Array.isArray(inner) && inner.length === 1; depth++) inner = inner[0];
  return inner !== item && typeof inner === 'string' ? `[[${inner}]]` : undefined;
}

/** What says a number, true or false is written as that, without quotes, unless quotes stood there: `start: 2027-03` becomes `start: 2028`. */
function asWrittenBare(value: string | number | null): string | number | boolean | null {
  if (value === 'true' || value === 'false') return value === 'true';
  const number = typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) && String(number) === value ? number : value;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
