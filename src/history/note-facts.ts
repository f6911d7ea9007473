/**
 * What the playbook knows of one version of a note, as plain values that two versions can be compared by: properties as
 * the schema reads them, what is read in the text, practices, and the wording. How something is written (quotes, order of
 * keys, style of lists, blank lines) is not in it.
 *
 * Links are followed when the facts are read, so that they hold after the playbook went on.
 *
 * @example readFacts(reading, { settings, pathOf, isPrivate })?.values.get('influence') // { form: 'value', key: '4', text: '4' }
 */
import type { Frontmatter, Property } from '../markdown/frontmatter.js';
import { namesOf } from '../notes/note-kind.js';
import type { PlaybookSettings } from '../notes/playbook-settings.js';
import { choicesIn } from '../notes/property-choices.js';
import type { PropertyValue } from '../notes/property-values.js';
import type { NoteReading } from '../notes/read-note.js';
import { readProperty } from '../notes/read-property.js';
import { knownProperty, RESERVED_PROPERTIES } from '../notes/schema.js';
import { saysWhenTouched } from '../notes/touched-properties.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { NoteKind, NoteLink, PlaybookNote } from '../playbook/note.js';
import type { Practice } from '../playbook/practice.js';
import { readBodyFacts } from './body-facts.js';
import { wordingOf } from './wording.js';

/** One thing of a list or a value: `key` is what it is compared by, `text` what is shown. */
export interface FactItem {
  readonly key: string;
  readonly text: string;
  /** Where a link leads; undefined for what is no link, and for one that leads nowhere. */
  readonly path?: string | undefined;
}

export type Fact = ({ readonly form: 'value' } & FactItem) | { readonly form: 'list'; readonly items: readonly FactItem[] };

export interface NoteFacts {
  readonly path: string;
  readonly note: PlaybookNote;
  /** Without those that have a place of their own in the note's value: level, dates, status, evidence. */
  readonly values: ReadonlyMap<string, Fact>;
  /** Those that stand in the note, and whether anything is written below. */
  readonly practices: ReadonlyMap<Practice, 'empty' | 'written'>;
  /** The text below the properties, without what is only form. */
  readonly wording: string;
}

export interface FactsContext {
  readonly settings: PlaybookSettings;
  /** The file that a link leads to; undefined for none. */
  readonly pathOf: (link: Pick<NoteLink, 'target'>, fromPath: string) => string | undefined;
  /** Of a file whose name is not to be shown. */
  readonly isPrivate: (path: string) => boolean;
}

/** What stands for the name of a private note. */
export const PRIVATE_NAME = '(private note)';

/** Told by {@link NoteFacts.note}, and compared by itself. */
const TOLD_APART: ReadonlySet<string> = new Set(['commitment', 'needed_commitment', 'start', 'end', 'status']);

/** Undefined for a note that is none of the playbook. */
export function readFacts({ parsed, source }: NoteReading, context: FactsContext): NoteFacts | undefined {
  const { note } = parsed;
  if (note === undefined || source === undefined) return undefined;
  const values = new Map<string, Fact>();
  const { frontmatter } = source;
  for (const property of frontmatter.properties) {
    const fact = isCompared(property, note.kind, context.settings) ? propertyFact(property, note, context) : undefined;
    if (fact !== undefined) values.set(property.name, fact);
  }
  addNames(frontmatter, context.settings, values);
  for (const [name, fact] of readBodyFacts(note)) values.set(name, fact);
  const practices = new Map<Practice, 'empty' | 'written'>();
  for (const { practice, hasContent } of source.practices?.sections ?? []) {
    if (practices.get(practice) !== 'written') practices.set(practice, hasContent ? 'written' : 'empty');
  }
  return { path: parsed.path, note, values, practices, wording: wordingOf(source.text.slice(frontmatter.block?.to ?? 0)) };
}

function isCompared({ name }: Property, kind: NoteKind, { kindProperty }: PlaybookSettings): boolean {
  if (name === kindProperty || RESERVED_PROPERTIES.has(name)) return false;
  const known = knownProperty(name);
  if (known === undefined) return !saysWhenTouched(name) && name.toLowerCase() !== 'version';
  return !TOLD_APART.has(name) || !known.definition.kinds.includes(kind);
}

function propertyFact(property: Property, note: PlaybookNote, context: FactsContext): Fact | undefined {
  const known = knownProperty(property.name);
  if (known?.definition.kinds.includes(note.kind) !== true) return ownFact(property.value);
  const value = readProperty(property, { kind: note.kind, known, choices: choicesIn(known, note.kind, context.settings) }, []);
  return value === undefined ? ownFact(property.value) : factOf(value, note.path, context);
}

function factOf(value: PropertyValue, path: string, context: FactsContext): Fact | undefined {
  switch (value.type) {
    case 'text': return valueFact(value.text.trim());
    case 'number': return valueFact(String(value.number));
    case 'checkbox': return valueFact(value.checked ? 'yes' : 'no');
    case 'date': return valueFact(value.date);
    case 'fuzzy-date': return valueFact(value.date.text);
    case 'level': return valueFact(value.level);
    case 'list': return listFact(value.items.map(textItem));
    case 'links': return listFact(value.links.map((link) => linkItem(link, path, context)));
  }
}

function linkItem(link: NoteLink, fromPath: string, { pathOf, isPrivate }: FactsContext): FactItem {
  const path = pathOf(link, fromPath);
  const written = link.target.trim();
  if (path === undefined) return { key: `to ${titleOfPath(written).toLowerCase()}`, text: written };
  return { key: `at ${path}`, text: isPrivate(path) ? PRIVATE_NAME : titleOfPath(path), path };
}

/** A value that the schema does not know, or could not read, as text; undefined where nothing is written. */
function ownFact(value: unknown): Fact | undefined {
  if (Array.isArray(value)) return listFact(value.flatMap((item: unknown) => (isNothing(item) ? [] : [textItem(plainText(item))])));
  return isNothing(value) ? undefined : valueFact(plainText(value));
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** Groups with their names in order: how they were ordered in the note is form. */
function plainText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return `[${value.map(plainText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.entries(value).map(([name, inner]) => `${name}: ${plainText(inner)}`).sort().join(', ')}}`;
}

/** Names that links can use, and tags but those that mirror what the properties say. */
function addNames(frontmatter: Frontmatter, { tagPrefix }: PlaybookSettings, values: Map<string, Fact>): void {
  const named = (name: string, other: string): readonly string[] => namesOf((frontmatter.get(name) ?? frontmatter.get(other))?.value);
  const tags = named('tags', 'tag').map((tag) => tag.replace(/^#/, '')).filter((tag) => !tag.toLowerCase().startsWith(`${tagPrefix.toLowerCase()}/`));
  for (const [name, items] of [['aliases', named('aliases', 'alias')], ['tags', tags]] as const) {
    const fact = listFact(items.map(textItem));
    if (fact !== undefined) values.set(name, fact);
  }
}

export function valueFact(text: string): Fact | undefined {
  return text === '' ? undefined : { form: 'value', key: text, text };
}

export function listFact(items: readonly FactItem[]): Fact | undefined {
  return items.length === 0 ? undefined : { form: 'list', items };
}

function textItem(text: string): FactItem {
  return { key: text.trim(), text: text.trim() };
}
