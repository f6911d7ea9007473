/**
 * One property of a note: its YAML value read as the schema's type says. Gives the value that could be read and adds the
 * problems met to a list; never throws. Empty (`null`, `''`, `[]`) is absent, without a problem.
 */
import { detachedText, exactSize } from '../markdown/detached-text.js';
import type { Property } from '../markdown/frontmatter.js';
import type { TextRange } from '../markdown/text-range.js';
import { parseWikilink, type WikiLink } from '../markdown/wikilink.js';
import { parseCalendarDate } from '../playbook/calendar-date.js';
import { parseCommitmentLevel } from '../playbook/commitment.js';
import { parseCompetency } from '../playbook/competency.js';
import { parseFuzzyDate } from '../playbook/fuzzy-date.js';
import type { NoteKind } from '../playbook/note.js';
import { nearestName } from './nearest-name.js';
import { quoted, type NoteProblem, type ProblemCode } from './note-problem.js';
import type { PropertyLink, PropertyValue } from './property-values.js';
import { type KnownProperty, type PropertyDefinition } from './schema.js';

export interface PropertyReadContext {
  readonly kind: NoteKind;
  readonly known: KnownProperty;
  /** The values that a choice takes in this vault. */
  readonly choices: readonly string[];
}

/** The value, undefined when there is none to use; adds what was wrong to `problems`. */
export function readProperty(property: Property, context: PropertyReadContext, problems: NoteProblem[]): PropertyValue | undefined {
  const { value } = property;
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  const { definition } = context.known;
  switch (definition.type) {
    case 'text': return readText(property, problems);
    case 'number': return readNumber(property, definition, problems);
    case 'checkbox': return readCheckbox(property, problems);
    case 'date': return readDate(property, problems);
    case 'fuzzy-date': return readFuzzyDate(property, problems);
    case 'level': return readLevel(property, problems);
    case 'choice': return readChoice(property, context, problems);
    case 'links': return readLinks(property, context.known.name, problems);
    default: return readList(property, context, problems);
  }
}

function readText(property: Property, problems: NoteProblem[]): PropertyValue | undefined {
  const text = scalarText(property.value);
  if (text !== undefined) return { type: 'text', text: detachedText(text) };
  problems.push(unusable(property, 'a text'));
  return undefined;
}

function readNumber(property: Property, { min, max }: PropertyDefinition, problems: NoteProblem[]): PropertyValue | undefined {
  const raw = property.value;
  const number = typeof raw === 'number' ? raw : typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : Number.NaN;
  const fits = Number.isFinite(number) && (min === undefined || number >= min) && (max === undefined || number <= max);
  if (fits) return { type: 'number', number };
  const expected = !Number.isFinite(number) ? 'a number' : max === undefined ? `a number of at least ${min}` : `a number from ${min} to ${max}`;
  problems.push(unusable(property, expected));
  return undefined;
}

function readCheckbox(property: Property, problems: NoteProblem[]): PropertyValue | undefined {
  if (typeof property.value === 'boolean') return { type: 'checkbox', checked: property.value };
  problems.push(unusable(property, 'true or false'));
  return undefined;
}

function readDate(property: Property, problems: NoteProblem[]): PropertyValue | undefined {
  const text = scalarText(property.value);
  const date = text === undefined ? undefined : parseCalendarDate(withoutTime(text));
  if (date !== undefined) return { type: 'date', date };
  problems.push(unusable(property, 'a day written yyyy-mm-dd'));
  return undefined;
}

function readFuzzyDate(property: Property, problems: NoteProblem[]): PropertyValue | undefined {
  const text = scalarText(property.value);
  const date = text === undefined ? undefined : parseFuzzyDate(withoutTime(text));
  if (date !== undefined) return { type: 'fuzzy-date', date };
  problems.push(unusable(property, 'a day, month, quarter or year: 2027-03-01, 2027-03, 2027-Q1 or 2027'));
  return undefined;
}

/** Obsidian writes date and time into date properties on request: the day is what counts. */
function withoutTime(text: string): string {
  return text.includes(':') ? text.replace(/[T ]\d{2}:\d{2}.*$/, '') : text;
}

function readLevel(property: Property, problems: NoteProblem[]): PropertyValue | undefined {
  const text = scalarText(property.value);
  const level = text === undefined ? undefined : parseCommitmentLevel(text);
  if (level !== undefined) return { type: 'level', level };
  problems.push(unknownValue('known-commitment', property, wholeValue(property), property.value, 'opposer, passive, toe-dipper, supporter, advocate'.split(', ')));
  return undefined;
}

function readChoice(property: Property, context: PropertyReadContext, problems: NoteProblem[]): PropertyValue | undefined {
  const text = readOneChoice(scalarText(property.value) ?? '', wholeValue(property), property, context, problems);
  return text === undefined ? undefined : { type: 'text', text };
}

function readOneChoice(text: string, range: TextRange, property: Property, context: PropertyReadContext, problems: NoteProblem[]): string | undefined {
  const { choices } = context;
  const written = choices.indexOf(text);
  if (written >= 0) return choices[written];
  const slug = text.trim().toLowerCase().replace(/[\s_]+/g, '-');
  const choice = choices.find((known) => known.toLowerCase() === slug);
  if (choice === undefined) problems.push(unknownValue('known-value', property, range, text, choices));
  return choice;
}

function readCompetency(text: string, range: TextRange, property: Property, problems: NoteProblem[]): string | undefined {
  const competency = parseCompetency(text);
  if (competency === undefined) problems.push(unknownValue('known-competency', property, range, text, 'purposeful-leadership, compelling-brand-values, employee-engagement, customer-connectedness'.split(', ')));
  return competency;
}

const MOVE = /^(.+?)\s*(?:->|→|➜)\s*(.+)$/u;

function readMove(text: string, range: TextRange, property: Property, problems: NoteProblem[]): string | undefined {
  const match = MOVE.exec(text.trim());
  const from = parseCommitmentLevel(match?.[1] ?? '');
  const to = parseCommitmentLevel(match?.[2] ?? '');
  if (from !== undefined && to !== undefined) return `${from} -> ${to}`;
  problems.push(problem(range, 'known-value', `Property "${property.name}" holds ${quoted(text)}. Write two levels with an arrow, such as "passive -> toe-dipper".`));
  return undefined;
}

function readList(property: Property, context: PropertyReadContext, problems: NoteProblem[]): PropertyValue | undefined {
  const texts: string[] = [];
  const values = itemsOf(property);
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === null || value === '') continue;
    const range = rangeOfItem(property, index);
    const written = scalarText(value);
    if (written === undefined) problems.push(problem(range, 'known-value', `Property "${property.name}" holds ${quoted(value)}. Write one text per list item.`));
    const text = written === undefined ? undefined : readItem(written, range, property, context, problems);
    if (text !== undefined) texts.push(text);
  }
  return texts.length === 0 ? undefined : { type: 'list', items: exactSize(texts) };
}

function readItem(text: string, range: TextRange, property: Property, context: PropertyReadContext, problems: NoteProblem[]): string | undefined {
  switch (context.known.definition.type) {
    case 'choices': return readOneChoice(text, range, property, context, problems);
    case 'competencies': return readCompetency(text, range, property, problems);
    case 'moves': return readMove(text, range, property, problems);
    default: return detachedText(text);
  }
}

function readLinks(property: Property, name: string, problems: NoteProblem[]): PropertyValue | undefined {
  const links: PropertyLink[] = [];
  const values = itemsOf(property);
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === null || value === '' || value === '[[]]') continue;
    const range = rangeOfItem(property, index);
    const unquoted = nestedLinkText(value);
    const text = unquoted === undefined ? value : `[[${unquoted}]]`;
    const parsed = typeof text === 'string' ? parseWikilink(text.trim()) : undefined;
    if (parsed !== undefined) links.push(propertyLink(name, parsed, range));
    if (parsed !== undefined && unquoted === undefined) continue;
    const written = typeof value === 'string' ? value.trim() : unquoted;
    const linked = written === undefined ? undefined : parseWikilink(`[[${written}]]`);
    if (linked === undefined) {
      problems.push(problem(range, 'known-value', `Property "${name}" holds ${quoted(value)}. Write a link in quotes, such as "[[Ana Ruiz]]".`));
      continue;
    }
    if (parsed === undefined) links.push(propertyLink(name, linked, range));
    problems.push({
      ...problem(range, 'known-value', `Property "${name}" holds ${quoted(unquoted === undefined ? written : `[[${written}]]`)}. Write the link in double brackets and quotes.`),
      fix: { title: 'Write it as a quoted link', edits: [{ from: range.from, to: range.to, insert: JSON.stringify(`[[${written}]]`) }] },
    });
  }
  return links.length === 0 ? undefined : { type: 'links', links: exactSize(links) };
}

function propertyLink(property: string, { target, subpath, label }: WikiLink, { from, to }: TextRange): PropertyLink {
  // Nearly all links are a target alone, and thousands are kept: they share one shape.
  if (subpath === undefined && label === undefined) return { property, target: detachedText(target), from, to };
  return {
    property,
    target: detachedText(target),
    ...(subpath === undefined ? {} : { subpath: detachedText(subpath) }),
    ...(label === undefined ? {} : { label: detachedText(label) }),
    from,
    to,
  };
}

/** YAML reads an unquoted `[[X]]` as a list in a list: gives back X. */
function nestedLinkText(value: unknown): string | undefined {
  let inner = value;
  for (let depth = 0; depth < 2 && Array.isArray(inner) && inner.length === 1; depth++) inner = inner[0];
  return inner !== value && typeof inner === 'string' ? inner : undefined;
}

/** A list's items; a value that is no list counts as its only item. */
function itemsOf({ value }: Property): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function rangeOfItem(property: Property, index: number): TextRange {
  return (index < property.items.length ? property.items[index] : undefined) ?? wholeValue(property);
}

function wholeValue({ valueFrom, valueTo }: Property): TextRange {
  return { from: valueFrom, to: valueTo };
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function unusable(property: Property, expected: string): NoteProblem {
  return problem(wholeValue(property), 'known-value', `Property "${property.name}" holds ${quoted(property.value)}. Write ${expected}.`);
}

function unknownValue(code: ProblemCode, property: Property, place: TextRange, written: unknown, choices: readonly string[]): NoteProblem {
  const nearest = typeof written === 'string' ? nearestName(written, choices) : undefined;
  const advice = nearest === undefined ? `Use one of: ${choices.join(', ')}.` : `Did you mean "${nearest}"? Known: ${choices.join(', ')}.`;
  return {
    ...problem(place, code, `Property "${property.name}" holds ${quoted(written)}, which is not known. ${advice}`),
    ...(nearest === undefined ? {} : { fix: { title: `Change to "${nearest}"`, edits: [{ from: place.from, to: place.to, insert: nearest }] } }),
  };
}

function problem(range: TextRange, code: ProblemCode, message: string): NoteProblem {
  return { from: range.from, to: range.to, code, message };
}
