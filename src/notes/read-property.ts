/**
 * One property of a note: its YAML value read as the schema's type says. Gives the value that could be read and the
 * problems met; never throws. Empty (`null`, `''`, `[]`) is absent, without a problem.
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
import { choicesOf, type PropertyDefinition } from './schema.js';

export interface PropertyReading {
  readonly value: PropertyValue | undefined;
  readonly problems: readonly NoteProblem[];
}

export interface PropertyReadContext {
  readonly kind: NoteKind;
  readonly definition: PropertyDefinition;
  /** Values beside the schema's that the vault allows. */
  readonly ownValues: readonly string[];
}

export function readProperty(property: Property, context: PropertyReadContext): PropertyReading {
  const { value } = property;
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return NOTHING;
  switch (context.definition.type) {
    case 'text': return readText(property);
    case 'number': return readNumber(property, context.definition);
    case 'checkbox': return readCheckbox(property);
    case 'date': return readDate(property);
    case 'fuzzy-date': return readFuzzyDate(property);
    case 'level': return readLevel(property);
    case 'choice': return readChoice(property, context);
    case 'choices': return readList(property, (item) => readOneChoice(item, property, context));
    case 'competencies': return readList(property, (item) => readCompetency(item, property));
    case 'list': return readList(property, (item) => ({ text: detachedText(item.text) }));
    case 'moves': return readList(property, (item) => readMove(item, property));
    case 'links': return readLinks(property);
  }
}

const NOTHING: PropertyReading = { value: undefined, problems: [] };

interface Item extends TextRange {
  readonly text: string;
}

function readText(property: Property): PropertyReading {
  const text = scalarText(property.value);
  if (text === undefined) return unusable(property, 'known-value', 'a text');
  return { value: { type: 'text', text: detachedText(text) }, problems: [] };
}

function readNumber(property: Property, { min, max }: PropertyDefinition): PropertyReading {
  const raw = property.value;
  const number = typeof raw === 'number' ? raw : typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : Number.NaN;
  if (!Number.isFinite(number)) return unusable(property, 'known-value', 'a number');
  if ((min !== undefined && number < min) || (max !== undefined && number > max)) {
    return unusable(property, 'known-value', max === undefined ? `a number of at least ${min}` : `a number from ${min} to ${max}`);
  }
  return { value: { type: 'number', number }, problems: [] };
}

function readCheckbox(property: Property): PropertyReading {
  if (typeof property.value !== 'boolean') return unusable(property, 'known-value', 'true or false');
  return { value: { type: 'checkbox', checked: property.value }, problems: [] };
}

function readDate(property: Property): PropertyReading {
  const text = scalarText(property.value);
  // Obsidian writes date and time into date properties on request: the day is what counts.
  const date = text === undefined ? undefined : parseCalendarDate(text.replace(/[T ]\d{2}:\d{2}.*$/, ''));
  if (date === undefined) return unusable(property, 'known-value', 'a day written yyyy-mm-dd');
  return { value: { type: 'date', date }, problems: [] };
}

function readFuzzyDate(property: Property): PropertyReading {
  const text = scalarText(property.value);
  const date = text === undefined ? undefined : parseFuzzyDate(text.replace(/[T ]\d{2}:\d{2}.*$/, ''));
  if (date === undefined) {
    return unusable(property, 'known-value', 'a day, month, quarter or year: 2027-03-01, 2027-03, 2027-Q1 or 2027');
  }
  return { value: { type: 'fuzzy-date', date }, problems: [] };
}

function readLevel(property: Property): PropertyReading {
  const text = scalarText(property.value);
  const level = text === undefined ? undefined : parseCommitmentLevel(text);
  if (level !== undefined) return { value: { type: 'level', level }, problems: [] };
  return { value: undefined, problems: [unknownValue('known-commitment', property, property, 'opposer, passive, toe-dipper, supporter, advocate'.split(', '))] };
}

function readChoice(property: Property, context: PropertyReadContext): PropertyReading {
  const text = scalarText(property.value);
  const reading = readOneChoice({ text: text ?? '', from: property.valueFrom, to: property.valueTo }, property, context);
  if (reading.text !== undefined) return { value: { type: 'text', text: reading.text }, problems: [] };
  return { value: undefined, problems: reading.problem === undefined ? [] : [reading.problem] };
}

interface ItemReading {
  readonly text?: string;
  readonly problem?: NoteProblem;
}

function readOneChoice(item: Item, property: Property, context: PropertyReadContext): ItemReading {
  const choices = [...choicesOf(context.definition, context.kind), ...context.ownValues];
  const slug = item.text.trim().toLowerCase().replace(/[\s_]+/g, '-');
  const choice = choices.find((known) => known.toLowerCase() === slug);
  if (choice !== undefined) return { text: choice };
  return { problem: unknownValue('known-value', property, item, choices) };
}

function readCompetency(item: Item, property: Property): ItemReading {
  const competency = parseCompetency(item.text);
  if (competency !== undefined) return { text: competency };
  return { problem: unknownValue('known-competency', property, item, 'purposeful-leadership, compelling-brand-values, employee-engagement, customer-connectedness'.split(', ')) };
}

const MOVE = /^(.+?)\s*(?:->|→|➜)\s*(.+)$/u;

function readMove(item: Item, property: Property): ItemReading {
  const match = MOVE.exec(item.text.trim());
  const from = parseCommitmentLevel(match?.[1] ?? '');
  const to = parseCommitmentLevel(match?.[2] ?? '');
  if (from !== undefined && to !== undefined) return { text: `${from} -> ${to}` };
  return { problem: problem(item, 'known-value', `Property "${property.name}" holds ${quoted(item.text)}. Write two levels with an arrow, such as "passive -> toe-dipper".`) };
}

function readList(property: Property, read: (item: Item) => ItemReading): PropertyReading {
  const texts: string[] = [];
  const problems: NoteProblem[] = [];
  for (const [value, range] of itemsOf(property)) {
    if (value === null || value === '') continue;
    const text = scalarText(value);
    const reading: ItemReading = text === undefined
      ? { problem: problem(range, 'known-value', `Property "${property.name}" holds ${quoted(value)}. Write one text per list item.`) }
      : read({ text, from: range.from, to: range.to });
    if (reading.text !== undefined) texts.push(reading.text);
    if (reading.problem !== undefined) problems.push(reading.problem);
  }
  return { value: texts.length === 0 ? undefined : { type: 'list', items: exactSize(texts) }, problems };
}

function readLinks(property: Property): PropertyReading {
  const links: PropertyLink[] = [];
  const problems: NoteProblem[] = [];
  for (const [value, range] of itemsOf(property)) {
    if (value === null || value === '' || value === '[[]]') continue;
    const unquoted = nestedLinkText(value);
    const text = unquoted === undefined ? value : `[[${unquoted}]]`;
    const parsed = typeof text === 'string' ? parseWikilink(text.trim()) : undefined;
    if (parsed !== undefined) links.push(propertyLink(property.name, parsed, range));
    if (parsed !== undefined && unquoted === undefined) continue;
    const written = typeof value === 'string' ? value.trim() : unquoted;
    const linked = written === undefined ? undefined : parseWikilink(`[[${written}]]`);
    if (linked === undefined) {
      problems.push(problem(range, 'known-value', `Property "${property.name}" holds ${quoted(value)}. Write a link in quotes, such as "[[Ana Ruiz]]".`));
      continue;
    }
    if (parsed === undefined) links.push(propertyLink(property.name, linked, range));
    problems.push({
      ...problem(range, 'known-value', `Property "${property.name}" holds ${quoted(unquoted === undefined ? written : `[[${written}]]`)}. Write the link in double brackets and quotes.`),
      ...(range === property ? {} : { fix: { title: 'Write it as a quoted link', edits: [{ from: range.from, to: range.to, insert: JSON.stringify(`[[${written}]]`) }] } }),
    });
  }
  return { value: links.length === 0 ? undefined : { type: 'links', links: exactSize(links) }, problems };
}

function propertyLink(property: string, { target, subpath, label }: WikiLink, { from, to }: TextRange): PropertyLink {
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

/** A list's items with their places; a value that is no list counts as its only item. */
function itemsOf(property: Property): readonly (readonly [unknown, TextRange])[] {
  const whole: TextRange = { from: property.valueFrom, to: property.valueTo };
  if (!Array.isArray(property.value)) return [[property.value, whole]];
  const values: readonly unknown[] = property.value;
  return values.map((value, index) => [value, property.items[index] ?? whole]);
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function unusable(property: Property, code: ProblemCode, expected: string): PropertyReading {
  return {
    value: undefined,
    problems: [problem({ from: property.valueFrom, to: property.valueTo }, code, `Property "${property.name}" holds ${quoted(property.value)}. Write ${expected}.`)],
  };
}

function unknownValue(code: ProblemCode, property: Property, range: TextRange, choices: readonly string[]): NoteProblem {
  const place = range === property ? { from: property.valueFrom, to: property.valueTo } : range;
  const written = 'text' in range && typeof range.text === 'string' ? range.text : property.value;
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
