/** Puts a note's read properties together as the domain's value. */
import { exactSize } from '../markdown/detached-text.js';
import { parseCompetency, type Competency } from '../playbook/competency.js';
import {
  AMBITIONS, DOCUMENT_STATUSES, PHASES, WORK_STATUSES,
  type Assessment, type Evidence, type Executive, type Foundation, type Initiative, type Journey, type NoteIdentity, type NoteKind, type PhaseSpan, type PlaybookNote, type UnreadDate,
} from '../playbook/note.js';
import { parseCommitmentLevel } from '../playbook/commitment.js';
import type { Empowerment, Recognition } from '../playbook/enablement.js';
import type { Message } from '../playbook/message.js';
import type { LevelMove, Play } from '../playbook/play.js';
import type { Case, Insight, Proof } from '../playbook/proof.js';
import type { Room } from '../playbook/room.js';
import type { NoteBody } from './read-body.js';
import type { PropertyValues } from './property-values.js';

/** What a note says outside the schema's properties. */
export interface NoteParts {
  readonly assessments: readonly Assessment[];
  readonly evidence: readonly Evidence[];
  readonly phases: readonly PhaseSpan[];
  readonly body: NoteBody;
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
    case 'play': return buildPlay(identity, values, parts);
    case 'case': return buildCase(identity, values, parts);
    case 'insight': return buildInsight(identity, values, parts);
    case 'room': return buildRoom(identity, values, parts);
    case 'comms':
    case 'session': return buildMessage(kind, identity, values, parts);
    case 'empowerment': return buildEmpowerment(identity, values, parts);
    case 'recognition': return buildRecognition(identity, values, parts);
    case 'annotation': return { kind, path: identity.path, title: identity.title, aliases: identity.aliases };
  }
}

function buildExecutive(identity: NoteIdentity, values: PropertyValues, { assessments, evidence, body }: NoteParts): Executive {
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
    cases: values.links('cases'),
    mentions: body.mentions,
  };
}

function buildInitiative(kind: Initiative['kind'], identity: NoteIdentity, values: PropertyValues, { ownProperties, unreadDates, body }: NoteParts): Initiative {
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
    pilots: values.links('pilots'),
    lever: values.list('lever'),
    ...(kind === 'pilot' ? { proof: proofOf(values) } : {}),
    benefits: body.benefits,
    toldOn: body.toldOn,
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

function buildPlay(identity: NoteIdentity, values: PropertyValues, { body }: NoteParts): Play {
  return { kind: 'play', ...identity, moves: values.list('moves').flatMap(readMove), lever: values.list('lever'), competencies: competenciesOf(values), mentions: body.mentions };
}

/** The property's reader writes both levels as slugs. */
function readMove(written: string): readonly LevelMove[] {
  const [from, to] = written.split(' -> ').map(parseCommitmentLevel);
  return from === undefined || to === undefined ? [] : [{ from, to }];
}

function buildCase(identity: NoteIdentity, values: PropertyValues, { body }: NoteParts): Case {
  return { kind: 'case', ...identity, proof: proofOf(values), supports: values.links('supports'), insights: values.links('insights'), pilots: values.links('pilots'), hasStory: body.hasStory, hasFigure: body.hasFigure, isWritten: body.isWritten };
}

function buildInsight(identity: NoteIdentity, values: PropertyValues, { body }: NoteParts): Insight {
  return { kind: 'insight', ...identity, date: values.date('date'), visibility: values.text('visibility'), verbatims: body.verbatims };
}

function buildRoom(identity: NoteIdentity, values: PropertyValues, { body }: NoteParts): Room {
  return { kind: 'room', ...identity, date: values.date('date') ?? body.date, stages: body.stages, promises: body.promises, mentions: body.mentions };
}

function buildMessage(kind: Message['kind'], identity: NoteIdentity, values: PropertyValues, { body }: NoteParts): Message {
  return { kind, ...identity, date: values.date('date') ?? body.date, mentions: body.mentions };
}

function buildEmpowerment(identity: NoteIdentity, values: PropertyValues, { body }: NoteParts): Empowerment {
  return {
    kind: 'empowerment',
    ...identity,
    unit: values.text('unit'),
    amount: values.number('amount'),
    per: values.text('per'),
    scope: values.text('scope'),
    approval: values.checkbox('approval'),
    review: values.date('review'),
    saysMistakes: body.saysMistakes,
  };
}

function buildRecognition(identity: NoteIdentity, values: PropertyValues, { body }: NoteParts): Recognition {
  return { kind: 'recognition', ...identity, unit: values.text('unit'), forms: body.forms, salesForms: body.salesForms, comparesWithSales: body.comparesWithSales, saysCadence: body.saysCadence };
}

function proofOf(values: PropertyValues): Proof {
  return {
    metric: values.text('metric'),
    baseline: values.number('baseline'),
    result: values.number('result'),
    employeeMetric: values.text('employee_metric'),
    employeeResult: values.number('employee_result'),
  };
}

/** Shared by the many notes that have none. */
const NO_COMPETENCIES: readonly Competency[] = [];

function competenciesOf(values: PropertyValues): readonly Competency[] {
  const competencies = values.list('competencies').flatMap((slug) => parseCompetency(slug) ?? []);
  return competencies.length === 0 ? NO_COMPETENCIES : exactSize(competencies);
}
