/**
 * The one table of a playbook's notes: which properties each kind carries, of which type, with which values, and
 * which sections it needs. Readers, lint, templates, docs and the published JSON schema derive from it.
 *
 * Properties are flat and `snake_case`, one type per name in the whole vault, as Obsidian wants it. Links are lists of
 * quoted wikilinks.
 */
import { ANNOTATION_VISIBILITIES, THREAD_STATUSES } from '../playbook/annotation.js';
import { COMMITMENT_LEVELS } from '../playbook/commitment.js';
import { COMPETENCIES } from '../playbook/competency.js';
import { AMBITIONS, DOCUMENT_STATUSES, NOTE_KINDS, PHASES, WORK_STATUSES, type NoteKind } from '../playbook/note.js';
import { SIGNS } from '../playbook/sign.js';

/** How a property's value is read. `fuzzy-date` also takes a month, a quarter or a year. */
export type PropertyType =
  | 'text' | 'number' | 'checkbox' | 'date' | 'fuzzy-date' | 'choice' | 'choices' | 'level' | 'competencies' | 'list' | 'links' | 'moves';

export interface PropertyDefinition {
  readonly type: PropertyType;
  readonly description: string;
  /** Kinds that carry it. */
  readonly kinds: readonly NoteKind[];
  /** For `choice` and `choices`: the values; a kind in `choicesByKind` has its own. */
  readonly choices?: readonly string[];
  readonly choicesByKind?: Readonly<Partial<Record<NoteKind, readonly string[]>>>;
  /** Users may add values of their own in the settings. */
  readonly open?: true;
  /** For `number`: both included. */
  readonly min?: number;
  readonly max?: number;
  /** For `date`: a day after today is a mistake. */
  readonly past?: true;
  /** For `links`: the kinds that a link may lead to; absent = any note. */
  readonly linkKinds?: readonly NoteKind[];
}

const ALL = NOTE_KINDS;
const WORK: readonly NoteKind[] = ['initiative', 'pilot'];
const DATED: readonly NoteKind[] = ['initiative', 'pilot', 'milestone', 'journey'];
const SCHEDULED: readonly NoteKind[] = ['initiative', 'pilot', 'milestone'];
const FOUNDATION: readonly NoteKind[] = ['vision', 'strategy', 'governance'];
const PROOF: readonly NoteKind[] = ['pilot', 'case'];
const DATED_NOTES: readonly NoteKind[] = ['room', 'comms', 'session', 'insight'];
const LINKING: readonly NoteKind[] = ['initiative', 'pilot', 'milestone', 'case'];

export const LEVERS = ['roi', 'peers', 'vision', 'empathy', 'first-step', 'confidence'] as const;
export const APPEALS = ['loved', 'greatness'] as const;

/** Every property that the playbook reads, by name. */
export const PROPERTIES = {
  commitment: { type: 'level', kinds: ['executive'], description: 'Recorded level of commitment; empty means not assessed.' },
  needed_commitment: { type: 'level', kinds: ['executive'], description: 'Level that the journey needs of this person.' },
  assessed: { type: 'date', past: true, kinds: ['executive'], description: 'Day on which the level was last assessed.' },
  role: { type: 'text', kinds: ['executive'], description: 'Role, such as CEO or MD Freight.' },
  unit: { type: 'text', kinds: ['executive', 'empowerment', 'recognition'], description: 'Unit of the organisation, one of the journey’s units.' },
  reports_to: { type: 'links', linkKinds: ['executive'], kinds: ['executive'], description: 'Whom this person reports to.' },
  peers: { type: 'links', linkKinds: ['executive'], kinds: ['executive'], description: 'Whose support counts for this person.' },
  influence: { type: 'number', min: 1, max: 5, kinds: ['executive'], description: 'Influence on others, 1 to 5.' },
  signs: { type: 'choices', choices: SIGNS, open: true, kinds: ['executive'], description: 'Signs of commitment seen.' },
  appeal: { type: 'choices', choices: APPEALS, kinds: ['executive'], description: 'What the person responds to: being loved, greatness.' },
  lever: { type: 'choices', choices: LEVERS, open: true, kinds: ['executive', 'play', 'initiative'], description: 'What a message or play relies on.' },
  last_contact: { type: 'date', kinds: ['executive'], description: 'Day of the last conversation.' },
  next_contact: { type: 'date', kinds: ['executive'], description: 'Day of the next conversation.' },
  competencies: { type: 'competencies', kinds: ['executive', 'initiative', 'pilot', 'milestone', 'play'], description: 'Competencies that the note is about.' },
  start: { type: 'fuzzy-date', kinds: DATED, description: 'Day, month, quarter or year of the start.' },
  end: { type: 'fuzzy-date', kinds: DATED, description: 'Day, month, quarter or year of the end.' },
  phase: { type: 'choice', choices: PHASES, kinds: SCHEDULED, description: 'Phase of the journey.' },
  status: {
    type: 'choice', choices: WORK_STATUSES, kinds: [...SCHEDULED, ...FOUNDATION, 'annotation'],
    choicesByKind: { vision: DOCUMENT_STATUSES, strategy: DOCUMENT_STATUSES, governance: DOCUMENT_STATUSES, annotation: THREAD_STATUSES },
    description: 'Where the work or the document stands.',
  },
  ambition: { type: 'choice', choices: AMBITIONS, kinds: SCHEDULED, description: 'How far the change reaches.' },
  units: { type: 'list', kinds: ['initiative', 'pilot', 'milestone', 'journey'], description: 'Units of the organisation that take part.' },
  progress: { type: 'number', min: 0, max: 100, kinds: WORK, description: 'Percent done, 0 to 100.' },
  sponsor: { type: 'links', linkKinds: ['executive'], kinds: SCHEDULED, description: 'Executives who answer for it.' },
  depends_on: { type: 'links', linkKinds: SCHEDULED, kinds: SCHEDULED, description: 'Work that must end first.' },
  supports: { type: 'links', linkKinds: ['journey', 'vision', 'strategy', 'initiative', 'pilot', 'case'], kinds: [...LINKING, ...FOUNDATION], description: 'What this serves: journey, strategy, vision or larger work.' },
  insights: { type: 'links', linkKinds: ['insight'], kinds: LINKING, description: 'Insights that it rests on.' },
  cases: { type: 'links', linkKinds: ['case'], kinds: [...SCHEDULED, 'executive'], description: 'Business cases behind it, or told to this person.' },
  pilots: { type: 'links', linkKinds: ['pilot'], kinds: LINKING, description: 'Pilots that prove it.' },
  metric: { type: 'text', kinds: PROOF, description: 'Customer metric.' },
  baseline: { type: 'number', kinds: PROOF, description: 'Customer metric before.' },
  result: { type: 'number', kinds: PROOF, description: 'Customer metric after.' },
  employee_metric: { type: 'text', kinds: PROOF, description: 'Employee metric.' },
  employee_result: { type: 'number', kinds: PROOF, description: 'Employee metric after.' },
  amount: { type: 'number', min: 0, kinds: ['empowerment'], description: 'What an employee may spend without asking.' },
  per: { type: 'choice', choices: ['guest', 'day', 'case'], kinds: ['empowerment'], description: 'What the amount is for.' },
  scope: { type: 'text', kinds: ['empowerment'], description: 'Who may spend it, and on what.' },
  approval: { type: 'checkbox', kinds: ['empowerment'], description: 'Whether someone must approve.' },
  review: { type: 'date', kinds: ['empowerment'], description: 'Day on which the split is renegotiated.' },
  date: { type: 'date', kinds: DATED_NOTES, description: 'Day of the room, message, session or voice.' },
  approved: { type: 'date', kinds: FOUNDATION, description: 'Day of approval.' },
  moves: { type: 'moves', kinds: ['play'], description: 'Moves that the play is for, such as passive -> toe-dipper.' },
  visibility: { type: 'choice', choices: ['shared', 'team', 'coach', 'client'], choicesByKind: { annotation: ANNOTATION_VISIBILITIES }, kinds: ALL, description: 'Who it is meant for. Not access control.' },
} as const satisfies Record<string, PropertyDefinition>;

export type PropertyName = keyof typeof PROPERTIES;

/** A property of the table with its name. */
export interface KnownProperty {
  readonly name: string;
  readonly definition: PropertyDefinition;
}

const PROPERTY_BY_NAME: ReadonlyMap<string, KnownProperty> = new Map(
  Object.entries<PropertyDefinition>(PROPERTIES).map(([name, definition]) => [name, { name, definition }]),
);

/** The property of any name; undefined when the playbook reads no such property. */
export function knownProperty(name: string): KnownProperty | undefined {
  return PROPERTY_BY_NAME.get(name);
}

/** The definition of a property by any name; undefined when the playbook reads no such property. */
export function propertyDefinition(name: string): PropertyDefinition | undefined {
  return PROPERTY_BY_NAME.get(name)?.definition;
}

/** The values that a property takes on a kind; empty when it is not bound to a list. */
export function choicesOf(definition: PropertyDefinition, kind: NoteKind): readonly string[] {
  if (definition.type === 'level') return COMMITMENT_LEVELS;
  if (definition.type === 'competencies') return COMPETENCIES;
  return definition.choicesByKind?.[kind] ?? definition.choices ?? [];
}

export interface KindDefinition {
  readonly label: string;
  readonly description: string;
  /** Folder of new notes. */
  readonly folder: string;
  /** Whether the note needs the sections why, model and reinforce. */
  readonly practices: boolean;
}

/** Every kind of note. The kind is the property `type`, else a mapped folder, else a mapped tag. */
export const KINDS: Readonly<Record<NoteKind, KindDefinition>> = {
  executive: { label: 'Executive', folder: 'Executives', practices: true, description: 'A leader whose commitment the journey needs.' },
  initiative: { label: 'Initiative', folder: 'Initiatives', practices: true, description: 'Work on the roadmap.' },
  pilot: { label: 'Pilot', folder: 'Pilots', practices: false, description: 'A small proof with a result.' },
  milestone: { label: 'Milestone', folder: 'Initiatives', practices: false, description: 'A decision or delivery on one day.' },
  play: { label: 'Play', folder: 'Plays', practices: true, description: 'A move that raises commitment.' },
  insight: { label: 'Insight', folder: 'Insights', practices: false, description: 'What customers or employees said.' },
  case: { label: 'Case', folder: 'Cases', practices: false, description: 'A business case with numbers and a story.' },
  vision: { label: 'Vision', folder: 'Journey', practices: false, description: 'Where the organisation wants to be.' },
  strategy: { label: 'Strategy', folder: 'Journey', practices: false, description: 'How it gets there.' },
  governance: { label: 'Governance', folder: 'Journey', practices: false, description: 'Who decides what, and when.' },
  comms: { label: 'Message', folder: 'Comms', practices: false, description: 'A letter, script or post by a leader.' },
  room: { label: 'Customer room', folder: 'Rooms', practices: false, description: 'A walk through the customer’s journey.' },
  empowerment: { label: 'Empowerment', folder: 'Enablement', practices: false, description: 'What employees may decide themselves.' },
  recognition: { label: 'Recognition', folder: 'Enablement', practices: false, description: 'How good work is seen and rewarded.' },
  session: { label: 'Coaching session', folder: 'Coach', practices: false, description: 'Notes of a session with a coach.' },
  journey: { label: 'Journey', folder: 'Journey', practices: false, description: 'The journey: horizon, units and phases.' },
  annotation: { label: 'Annotation', folder: '_annotations', practices: false, description: 'A coach’s remark on a note.' },
};

/** Properties that Obsidian itself or the playbook's machinery reads on any note. */
export const RESERVED_PROPERTIES: ReadonlySet<string> = new Set(['type', 'aliases', 'alias', 'tags', 'tag', 'cssclasses', 'cssclass', 'publish', 'permalink', 'description', 'image', 'cover']);

/** Properties of an annotation's own format, which its reader checks. */
export const ANNOTATION_PROPERTIES: ReadonlySet<string> = new Set(['format', 'id', 'target', 'kind', 'author', 'created', 'quote', 'prefix', 'suffix', 'heading', 'start', 'blob']);

const PROPERTIES_BY_KIND = new Map<NoteKind, readonly (readonly [string, PropertyDefinition])[]>();

/** The property's definitions that a kind carries, in the order of the table. */
export function propertiesOfKind(kind: NoteKind): readonly (readonly [string, PropertyDefinition])[] {
  let properties = PROPERTIES_BY_KIND.get(kind);
  if (properties === undefined) {
    properties = Object.entries<PropertyDefinition>(PROPERTIES).filter(([, definition]) => definition.kinds.includes(kind));
    PROPERTIES_BY_KIND.set(kind, properties);
  }
  return properties;
}

export function parseNoteKind(text: string): NoteKind | undefined {
  const key = text.trim().toLowerCase();
  return NOTE_KINDS.find((kind) => kind === key);
}

