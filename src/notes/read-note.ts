/**
 * A note's text read as what it is in the playbook: its kind, its value for the domain, and what was wrong on the way.
 * Never throws. A note without a kind gives its names only, so that links to it resolve.
 */
import { detachedText, exactSize } from '../markdown/detached-text.js';
import { loadYamlReader, tryReadFrontmatter, type Frontmatter, type FrontmatterProblem, type Property } from '../markdown/frontmatter.js';
import { scanOutline, type Outline } from '../markdown/outline.js';
import type { TextRange } from '../markdown/text-range.js';
import { visibilityOfPath } from '../playbook/annotation.js';
import { titleOfPath } from '../playbook/link-index.js';
import { NOTE_KINDS, type NoteKind, type PlaybookNote, type UnreadDate } from '../playbook/note.js';
import { nearestName } from './nearest-name.js';
import { quoted, type NoteProblem } from './note-problem.js';
import { kindNamingPattern, kindOfFolder, kindOfTags, namesOf } from './note-kind.js';
import type { NoteContext, PlaybookSettings } from './playbook-settings.js';
import { PropertyValues, type PropertyLink } from './property-values.js';
import { buildPlaybookNote } from './build-playbook-note.js';
import { choicesIn } from './property-choices.js';
import { readBody } from './read-body.js';
import { conflictProblems } from './read-conflicts.js';
import { readDatedItems } from './read-dated-items.js';
import { readPhases } from './read-phases.js';
import { readPractices, type PracticeReading } from './read-practices.js';
import { readProperty } from './read-property.js';
import { saysPrivate } from './says-private.js';
import { ANNOTATION_PROPERTIES, KINDS, knownProperty, parseNoteKind, propertiesOfKind, propertyDefinition, RESERVED_PROPERTIES } from './schema.js';

export type { PropertyLink } from './property-values.js';

export interface ParsedNote {
  readonly path: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  /** Undefined: not a note of the playbook. */
  readonly note: PlaybookNote | undefined;
  readonly links: readonly PropertyLink[];
  readonly problems: readonly NoteProblem[];
  /** By its property `visibility`: any note can be the coach's own. */
  readonly saysPrivate: boolean;
}

/** The parts of a note's text that checks look into; made while the text is at hand. */
export interface NoteText {
  readonly text: string;
  readonly frontmatter: Frontmatter;
  readonly outline: Outline;
  /** Undefined for kinds that need no practices. */
  readonly practices: PracticeReading | undefined;
}

export interface NoteReading {
  readonly parsed: ParsedNote;
  /** Undefined when the note is not the playbook's: then only its frontmatter was read. */
  readonly source: NoteText | undefined;
}

/** Reads a note, loading the full reader of YAML when its properties need that. */
export async function readNote(path: string, text: string, context: NoteContext): Promise<NoteReading> {
  const reading = tryReadNote(path, text, context);
  if (reading !== undefined) return reading;
  await loadYamlReader();
  return readNote(path, text, context);
}

/** Like {@link readNote} without waiting; undefined when the full reader of YAML is needed and not loaded. */
export function tryReadNote(path: string, text: string, context: NoteContext): NoteReading | undefined {
  const frontmatter = tryReadFrontmatter(text);
  if (frontmatter === undefined) return undefined;
  const aliases = namesIn(frontmatter.get('aliases') ?? frontmatter.get('alias'));
  const names = namesIn(frontmatter.get('tags') ?? frontmatter.get('tag'));
  const tags = names.some((name) => name.startsWith('#')) ? names.map((name) => name.replace(/^#/, '')) : names;
  const title = titleOfPath(path);
  const { kind, problem: kindProblem } = detectKind(path, frontmatter, tags, context.settings);
  if (kind === undefined) {
    const problems = [...(kindProblem === undefined ? [] : [kindProblem]), ...hiddenKindProblems(text, frontmatter, context.settings), ...conflictsIn(path, text)];
    return { parsed: { path, title, aliases, tags, note: undefined, links: NO_LINKS, problems, saysPrivate: saysPrivate(text, frontmatter) }, source: undefined };
  }
  const source = new NoteSource(text, frontmatter);
  const { values, links, problems, ownProperties, unreadDates } = readProperties(frontmatter, kind, context.settings);
  const dated = kind === 'executive' ? readDatedItems(text, source.outline, context) : undefined;
  if (dated !== undefined) problems.push(...dated.problems);
  const plan = kind === 'journey' ? readPhases(text, source.outline, context.headings) : undefined;
  if (plan !== undefined) problems.push(...plan.problems);
  for (const problem of conflictsIn(path, text, () => source.outline)) problems.push(problem);
  if (KINDS[kind].practices) source.practices = readPractices(text, source.outline, context.headings);
  const note = buildPlaybookNote(kind, { path, title, aliases }, values, {
    assessments: dated?.assessments ?? NOTHING,
    evidence: dated?.evidence ?? NOTHING,
    phases: plan?.phases ?? NOTHING,
    body: readBody(kind, source, context, problems),
    ownProperties,
    unreadDates,
  });
  return {
    parsed: { path, title, aliases, tags, note, links: links.length === 0 ? NO_LINKS : exactSize(links), problems: problems.length === 0 ? NO_PROBLEMS : problems, saysPrivate: saysPrivate(text, frontmatter) },
    source,
  };
}

/** Reads the outline when it is first asked for: most kinds of notes never need it. */
class NoteSource implements NoteText {
  practices: PracticeReading | undefined;
  #outline: Outline | undefined;

  constructor(
    readonly text: string,
    readonly frontmatter: Frontmatter,
  ) {}

  get outline(): Outline {
    return (this.#outline ??= scanOutline(this.text));
  }
}

function detectKind(
  path: string,
  frontmatter: Frontmatter,
  tags: readonly string[],
  settings: PlaybookSettings,
): { readonly kind: NoteKind | undefined; readonly problem?: NoteProblem } {
  const property = frontmatter.get(settings.kindProperty);
  const written = typeof property?.value === 'string' ? property.value : undefined;
  const named = written === undefined ? undefined : parseNoteKind(written);
  if (named !== undefined) return { kind: named };
  const mapped = kindOfFolder(path, settings.kindByFolder) ?? kindOfTags(tags, settings.kindByTag);
  if (property === undefined || written === undefined || written.trim() === '') return { kind: mapped };
  const nearest = nearestName(written, NOTE_KINDS);
  if (nearest === undefined && mapped === undefined) return { kind: undefined };
  return { kind: mapped, problem: unknownKind(property, nearest) };
}

/** Those of threads are told with the thread, which is read from both sides. */
function conflictsIn(path: string, text: string, outlineOf?: () => Outline): readonly NoteProblem[] {
  return visibilityOfPath(path) === undefined ? conflictProblems(text, outlineOf) : NO_PROBLEMS;
}

/** How far to look for a kind in properties that are never closed. */
const LONGEST_OPENING = 4096;

/** Trouble of a frontmatter that hides the kind: one that would run code always, others where they seem to name a kind. */
function hiddenKindProblems(text: string, frontmatter: Frontmatter, { kindProperty }: PlaybookSettings): readonly NoteProblem[] {
  if (frontmatter.problems.length === 0) return [];
  const opening = text.slice(0, frontmatter.block?.to ?? LONGEST_OPENING);
  const namesKind = new RegExp(`^[ \\t]*${kindNamingPattern(kindProperty).source}`, 'm').test(opening);
  return frontmatter.problems.filter(({ code }) => namesKind || code === 'executable').map(frontmatterProblem);
}

function frontmatterProblem({ from, to, message }: FrontmatterProblem): NoteProblem {
  return { from, to, message, code: 'valid-frontmatter' };
}

function unknownKind(property: Property, nearest: string | undefined): NoteProblem {
  const place = { from: property.valueFrom, to: property.valueTo };
  const advice = nearest === undefined ? `Use one of: ${NOTE_KINDS.join(', ')}.` : `Did you mean "${nearest}"?`;
  return {
    ...place,
    code: 'known-kind',
    message: `Property "${property.name}" holds ${quoted(property.value)}, which is no kind of note. ${advice}`,
    ...(nearest === undefined ? {} : { fix: { title: `Change to "${nearest}"`, edits: [{ ...place, insert: nearest }] } }),
  };
}

function readProperties(frontmatter: Frontmatter, kind: NoteKind, settings: PlaybookSettings): NoteProperties {
  const read = new NoteProperties();
  for (const problem of frontmatter.problems) read.problems.push(frontmatterProblem(problem));
  // Not in one loop's body: the engine compiles a large function anew for each kind of note that a vault has.
  for (const property of frontmatter.properties) addProperty(property, frontmatter, kind, settings, read);
  return read;
}

class NoteProperties {
  readonly values = new PropertyValues();
  readonly links: PropertyLink[] = [];
  readonly problems: NoteProblem[] = [];
  readonly ownProperties: Record<string, string> = {};
  unreadDates: readonly UnreadDate[] | undefined;
}

function addProperty(property: Property, frontmatter: Frontmatter, kind: NoteKind, settings: PlaybookSettings, read: NoteProperties): void {
  const known = knownProperty(property.name);
  if (known === undefined || !known.definition.kinds.includes(kind)) {
    if (known === undefined) addOwnProperty(property, read.ownProperties);
    const strange = strangeProperty(property, kind, settings, frontmatter);
    if (strange !== undefined) read.problems.push(strange);
    return;
  }
  const troublesBefore = read.problems.length;
  const value = readProperty(property, { kind, known, choices: choicesIn(known, kind, settings) }, read.problems);
  if (value === undefined) {
    if (known.definition.type === 'fuzzy-date' && read.problems.length > troublesBefore) read.unreadDates = [...(read.unreadDates ?? []), { property: property.name, held: quoted(property.value) }];
    return;
  }
  read.values.add(known.name, value);
  if (value.type === 'links') for (const link of value.links) read.links.push(link);
}

/** Keeps a property of the author's own as text, for grouping by it. */
function addOwnProperty({ name, value }: Property, own: Record<string, string>): void {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') own[detachedText(name)] = detachedText(String(value));
}

/** A name that is near a known one, or known on other kinds only. Everything else is the author's own business. */
function strangeProperty(property: Property, kind: NoteKind, settings: PlaybookSettings, frontmatter: Frontmatter): NoteProblem | undefined {
  const { name } = property;
  if (name === settings.kindProperty || RESERVED_PROPERTIES.has(name)) return undefined;
  if (kind === 'annotation' && ANNOTATION_PROPERTIES.has(name)) return undefined;
  const place = { from: property.keyFrom, to: property.keyTo };
  const definition = propertyDefinition(name);
  if (definition !== undefined) {
    return { ...place, code: 'known-property', hint: true, message: `Property "${name}" is not read on a note of kind "${kind}". It belongs on: ${definition.kinds.join(', ')}.` };
  }
  const nearest = nearestName(name.replace(/[\s-]+/g, '_'), propertiesOfKind(kind).map(([known]) => known));
  if (nearest === undefined) return undefined;
  return {
    ...place,
    code: 'known-property',
    message: `Property "${name}" is not known. Did you mean "${nearest}"?`,
    ...(frontmatter.get(nearest) === undefined ? renameFix(place, nearest) : {}),
  };
}

function renameFix(place: TextRange, name: string): Pick<NoteProblem, 'fix'> {
  return { fix: { title: `Rename to "${name}"`, edits: [{ ...place, insert: name }] } };
}

/** Shared by the many notes that have none. */
const NO_NAMES: readonly string[] = [];
const NOTHING: readonly never[] = [];
const NO_PROBLEMS: readonly NoteProblem[] = [];
const NO_LINKS: readonly PropertyLink[] = [];

function namesIn(property: Property | undefined): readonly string[] {
  return property === undefined ? NO_NAMES : namesOf(property.value);
}
