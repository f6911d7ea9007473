/** Puts a note's read properties together as the domain's value. */
import { exactSize } from '../markdown/detached-text.js';
import { parseCompetency, type Competency } from '../playbook/competency.js';
import {
  AMBITIONS, DOCUMENT_STATUSES, PHASES, WORK_STATUSES,
  type Assessment, type Evidence, type Executive, type Foundation, type Initiative, type Journey, type NoteIdentity, type NoteKind, type PhaseSpan, type PlaybookNote, type UnreadDate,
} from '../playbook/note.js';
import type { PropertyValues } from './property-values.js';

/** What a note says outside the schema's properties. */
export interface NoteParts {
  readonly assessments: readonly Assessment[];
  readonly evidence: readonly Evidence[];
  readonly phases: readonly PhaseSpan[];
  /** Scalar properties that the schema does not know, as text. */
  readonly ownProperties: Readonly<Record<string, string>>;
  readonly unreadDates?: readonly UnreadDate[] | undefined;
}

export function buildPlaybookNote(kind: NoteKind, identity: NoteIdentity, values: PropertyValues, parts: NoteParts): PlaybookNote {
  switch (kind) {
    case 'executive': return buildExecutive(identity, values, parts);
    case 'initiative':
    case 'pilot':
    case 'milestone': return buildInitiative(kind, identity, values, parts);
    case 'journey': return buildJourney(identity, values, parts);
    case 'vision':
    case 'strategy':
    case 'governance': return buildFoundation(kind, identity, values);
    default: return { kind, path: identity.path, title: identity.title, aliases: identity.aliases };
  }
}

function buildExecutive(identity: NoteIdentity, values: PropertyValues, { assessments, evidence }: NoteParts): Executive {
  return {
    kind: 'executive',
    path: identity.path,
    title: identity.title,
    aliases: identity.aliases,
    role: values.text('role'),
    unit: values.text('unit'),
    commitment: values.level('commitment'),
    neededCommitment: values.level('needed_commitment'),
    assessed: values.date('assessed'),
    reportsTo: values.links('reports_to'),
    peers: values.links('peers'),
    influence: values.number('influence'),
    signs: values.list('signs'),
    appeal: values.list('appeal'),
    lever: values.list('lever'),
    lastContact: values.date('last_contact'),
    nextContact: values.date('next_contact'),
    competencies: competenciesOf(values),
    assessments,
    evidence,
  };
}

function buildInitiative(kind: Initiative['kind'], identity: NoteIdentity, values: PropertyValues, { ownProperties, unreadDates }: NoteParts): Initiative {
  return {
    kind,
    path: identity.path,
    title: identity.title,
    aliases: identity.aliases,
    start: values.fuzzyDate('start'),
    end: values.fuzzyDate('end'),
    phase: values.choice('phase', PHASES),
    status: values.choice('status', WORK_STATUSES),
    ambition: values.choice('ambition', AMBITIONS),
    units: values.list('units'),
    progress: values.number('progress'),
    sponsor: values.links('sponsor'),
    competencies: competenciesOf(values),
    dependsOn: values.links('depends_on'),
    supports: values.links('supports'),
    insights: values.links('insights'),
    cases: values.links('cases'),
    properties: ownProperties,
    ...(unreadDates === undefined ? {} : { unreadDates }),
  };
}

function buildJourney(identity: NoteIdentity, values: PropertyValues, { phases }: NoteParts): Journey {
  return {
    kind: 'journey',
    path: identity.path,
    title: identity.title,
    aliases: identity.aliases,
    phases,
    start: values.fuzzyDate('start'),
    end: values.fuzzyDate('end'),
    units: values.list('units'),
  };
}

function buildFoundation(kind: Foundation['kind'], identity: NoteIdentity, values: PropertyValues): Foundation {
  return {
    kind,
    path: identity.path,
    title: identity.title,
    aliases: identity.aliases,
    status: values.choice('status', DOCUMENT_STATUSES),
    approved: values.date('approved'),
    supports: values.links('supports'),
  };
}

/** Shared by the many notes that have none. */
const NO_COMPETENCIES: readonly Competency[] = [];

function competenciesOf(values: PropertyValues): readonly Competency[] {
  const competencies = values.list('competencies').flatMap((slug) => parseCompetency(slug) ?? []);
  return competencies.length === 0 ? NO_COMPETENCIES : exactSize(competencies);
}
