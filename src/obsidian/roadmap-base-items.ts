/**
 * Notes of a base as items of the roadmap. Which property plays which role is the base's choice; the values are read by
 * the schema, so that they mean what they mean in a note, and what cannot be read is told in the same words.
 *
 * Properties of notes are taken as they are written, for a base knows no quarters; only what a base computes comes from
 * the base.
 */
import { buildPlaybookNote } from '../notes/build-playbook-note.js';
import type { NoteProblem } from '../notes/note-problem.js';
import { PropertyValues } from '../notes/property-values.js';
import { EMPTY_BODY } from '../notes/read-body.js';
import { readProperty } from '../notes/read-property.js';
import { choicesOf, knownProperty, parseNoteKind, propertiesOfKind, RESERVED_PROPERTIES, type PropertyName } from '../notes/schema.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { Initiative, NoteKind } from '../playbook/note.js';

/** The roles that a property of a base can play; each is named as the playbook's own property for it. */
export const BASE_ROLES = ['start', 'end', 'sponsor', 'competencies', 'units', 'status', 'phase', 'progress', 'ambition', 'depends_on'] as const satisfies readonly PropertyName[];
export type BaseRole = (typeof BASE_ROLES)[number] | 'kind';

/** Ids of properties as bases have them: `note.start`, `formula.due`, `file.ctime`. */
export type BaseRoles = Readonly<Record<BaseRole, string>>;

/** One note of a base; everything that is known of it, so that the base's own entry need not be kept. */
export interface BaseNote {
  readonly path: string;
  readonly aliases: readonly string[];
  readonly frontmatter: Readonly<Record<string, unknown>> | undefined;
  /** The kind that the playbook gives it, by folder or tag; undefined for no note of the playbook. */
  readonly knownKind: NoteKind | undefined;
  /** Values of `formula.` and `file.` roles by id, as plain data. */
  readonly computed: Readonly<Record<string, unknown>>;
  /** Property and text of the group that it stands in, where the base groups by something of its own. */
  readonly group: { readonly property: string; readonly name: string } | undefined;
}

export interface BaseItem {
  /** Undefined for the journey, and for a note of another kind that has no dates: nobody means it to be drawn. */
  readonly item: Initiative | undefined;
  /** Roles that have a value. */
  readonly filled: ReadonlySet<BaseRole>;
  readonly problems: readonly string[];
}

/** Name of the property behind a role; undefined for one that a base computes. */
export function writtenName(id: string): string | undefined {
  return id.startsWith('note.') ? id.slice('note.'.length) : undefined;
}

export function readBaseItem(note: BaseNote, roles: BaseRoles): BaseItem {
  const filled = new Set<BaseRole>();
  const problems: NoteProblem[] = [];
  const values = new PropertyValues();
  const read = (role: BaseRole): unknown => {
    const value = valueOf(note, roles[role]);
    if (!isEmpty(value)) filled.add(role);
    return value;
  };
  const kind = kindOf(read('kind'), note.knownKind);
  const workKind = kind === 'pilot' || kind === 'milestone' ? kind : 'initiative';
  for (const role of BASE_ROLES) addValue(role, writtenName(roles[role]) ?? roles[role], read(role), workKind, values, problems);
  for (const [name] of propertiesOfKind(workKind)) if (!isRole(name)) addValue(name, name, note.frontmatter?.[name], workKind, values, problems);
  const hasDates = values.fuzzyDate('start') !== undefined || values.fuzzyDate('end') !== undefined;
  // The journey's dates are the roadmap's own.
  if (kind !== undefined && kind !== workKind && (kind === 'journey' || !hasDates)) return { item: undefined, filled: new Set(), problems: [] };
  const identity = { path: note.path, title: titleOfPath(note.path), aliases: note.aliases };
  const built = buildPlaybookNote(workKind, identity, values, { assessments: [], evidence: [], phases: [], body: EMPTY_BODY, ownProperties: ownProperties(note) });
  const isItem = built.kind === 'initiative' || built.kind === 'pilot' || built.kind === 'milestone';
  return { item: isItem ? built : undefined, filled, problems: problems.map(({ message }) => message) };
}

function addValue(known: string, name: string, value: unknown, kind: NoteKind, values: PropertyValues, problems: NoteProblem[]): void {
  const definition = knownProperty(known);
  if (definition?.definition.kinds.includes(kind) !== true || isEmpty(value)) return;
  // Where it stands in the note does not matter: nothing is marked there.
  const property = { name, value, from: 0, to: 0, keyFrom: 0, keyTo: 0, valueFrom: 0, valueTo: 0, items: [] };
  const read = readProperty(property, { kind, known: definition, choices: choicesOf(definition.definition, kind) }, problems);
  if (read !== undefined) values.add(known, read);
}

function valueOf({ frontmatter, computed }: BaseNote, id: string): unknown {
  const name = writtenName(id);
  return name === undefined ? computed[id] : frontmatter?.[name];
}

/** The kind that is written, else the playbook's; undefined for neither. */
function kindOf(written: unknown, known: NoteKind | undefined): NoteKind | undefined {
  return (typeof written === 'string' ? parseNoteKind(written) : undefined) ?? known;
}

/** Scalars that the schema does not know, for grouping by them, and the group of the base. */
function ownProperties({ frontmatter = {}, group }: BaseNote): Readonly<Record<string, string>> {
  const own = Object.entries(frontmatter).flatMap(([name, value]) => (isScalar(value) && knownProperty(name) === undefined && !RESERVED_PROPERTIES.has(name) ? [[name, String(value)] as const] : []));
  return Object.fromEntries(group === undefined ? own : [...own, [group.property, group.name] as const]);
}

function isRole(name: string): boolean {
  return BASE_ROLES.some((role) => role === name);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
