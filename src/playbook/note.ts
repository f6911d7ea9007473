/**
 * The notes of a playbook as plain values: what each kind says, with links still as written. Resolving a link is the
 * {@link Playbook}'s work, so that one changed note never rebuilds the others.
 */
import type { CalendarDate } from './calendar-date.js';
import type { CommitmentLevel } from './commitment.js';
import type { Competency } from './competency.js';
import type { Empowerment, Recognition } from './enablement.js';
import type { FuzzyDate } from './fuzzy-date.js';
import type { Message } from './message.js';
import type { NoteIdentity, NoteLink } from './note-identity.js';
import type { Play } from './play.js';
import type { Case, Insight, Proof } from './proof.js';
import type { Room } from './room.js';

export type { NoteIdentity, NoteLink } from './note-identity.js';

export const NOTE_KINDS = [
  'executive', 'initiative', 'pilot', 'milestone', 'play', 'insight', 'case', 'vision', 'strategy', 'governance', 'comms',
  'room', 'empowerment', 'recognition', 'session', 'journey', 'annotation',
] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

export const PHASES = ['awareness', 'prove-value', 'broaden', 'embed'] as const;
/** A stretch of the journey. Source: S3. */
export type Phase = (typeof PHASES)[number];

export const AMBITIONS = ['local', 'unit', 'cross-unit', 'enterprise'] as const;
/** How far a change reaches, from smallest to largest. OURS (domain of S1: ambition must match commitment). */
export type Ambition = (typeof AMBITIONS)[number];

export const WORK_STATUSES = ['idea', 'planned', 'active', 'paused', 'stalled', 'done', 'dropped'] as const;
export type WorkStatus = (typeof WORK_STATUSES)[number];

export const DOCUMENT_STATUSES = ['draft', 'approved', 'retired'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** A level recorded for a day in `## Assessments`. */
export interface Assessment {
  readonly date: CalendarDate;
  readonly level: CommitmentLevel;
  /** The rest of the line: who assessed, why. Plain text. */
  readonly remark: string;
  readonly from: number;
  readonly to: number;
}

export const EVIDENCE_CATEGORIES = ['time', 'money', 'people', 'tradeoff', 'peer', 'priority'] as const;
export type EvidenceCategory = (typeof EVIDENCE_CATEGORIES)[number];

/** A dated item of `## Evidence`. `said` has no category. Source: S1, S4. */
export interface Evidence {
  readonly date: CalendarDate;
  readonly form: 'said' | 'did';
  readonly category?: EvidenceCategory | undefined;
  /** A sign of commitment that the line shows, by its tag; undefined for none. */
  readonly sign?: string | undefined;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Executive extends NoteIdentity {
  readonly kind: 'executive';
  readonly role?: string | undefined;
  readonly unit?: string | undefined;
  readonly commitment?: CommitmentLevel | undefined;
  readonly neededCommitment?: CommitmentLevel | undefined;
  readonly assessed?: CalendarDate | undefined;
  readonly reportsTo: readonly NoteLink[];
  readonly peers: readonly NoteLink[];
  /** 1 to 5. */
  readonly influence?: number | undefined;
  readonly signs: readonly string[];
  readonly appeal: readonly string[];
  readonly lever: readonly string[];
  readonly lastContact?: CalendarDate | undefined;
  readonly nextContact?: CalendarDate | undefined;
  readonly competencies: readonly Competency[];
  /** In the order of the note. */
  readonly assessments: readonly Assessment[];
  readonly evidence: readonly Evidence[];
  /** Business cases told to this person. */
  readonly cases: readonly NoteLink[];
  /** Links in the note's text. */
  readonly mentions: readonly NoteLink[];
}

/** Work on the roadmap: an initiative, a pilot or a milestone. */
export interface Initiative extends NoteIdentity {
  readonly kind: 'initiative' | 'pilot' | 'milestone';
  readonly start?: FuzzyDate | undefined;
  readonly end?: FuzzyDate | undefined;
  readonly phase?: Phase | undefined;
  readonly status?: WorkStatus | undefined;
  readonly ambition?: Ambition | undefined;
  readonly units: readonly string[];
  /** 0 to 100. */
  readonly progress?: number | undefined;
  readonly sponsor: readonly NoteLink[];
  readonly competencies: readonly Competency[];
  readonly dependsOn: readonly NoteLink[];
  readonly supports: readonly NoteLink[];
  readonly insights: readonly NoteLink[];
  readonly cases: readonly NoteLink[];
  readonly pilots: readonly NoteLink[];
  readonly lever: readonly string[];
  /** What a pilot measured; undefined on other work. */
  readonly proof?: Proof | undefined;
  /** Units that the note says what's in it for: empty where it says nothing of the sort. Source: S3. */
  readonly benefits: readonly string[];
  /** Dated lines of `## Told to`, newest anywhere: who heard the result. */
  readonly toldOn: readonly CalendarDate[];
  /** Other scalar properties as text, for grouping a roadmap by any property. */
  readonly properties: Readonly<Record<string, string>>;
  /** Starts and ends that hold something which is no date; undefined where there is none. */
  readonly unreadDates?: readonly UnreadDate[] | undefined;
}

/** A date property, and what it holds, quoted. */
export interface UnreadDate {
  readonly property: string;
  readonly held: string;
}

/** A phase as the journey plans it: an item of `## Phases`. */
export interface PhaseSpan {
  readonly phase: Phase;
  /** What the organisation calls it. */
  readonly name: string;
  readonly start: FuzzyDate;
  readonly end: FuzzyDate;
}

export interface Journey extends NoteIdentity {
  readonly kind: 'journey';
  /** In the order of the note. */
  readonly phases: readonly PhaseSpan[];
  readonly start?: FuzzyDate | undefined;
  readonly end?: FuzzyDate | undefined;
  readonly units: readonly string[];
}

/** Vision, strategy or governance: the foundation, in that order. Source: S4. */
export interface Foundation extends NoteIdentity {
  readonly kind: 'vision' | 'strategy' | 'governance';
  readonly status?: DocumentStatus | undefined;
  readonly approved?: CalendarDate | undefined;
  readonly supports: readonly NoteLink[];
}

/** A kind that has no behaviour of its own yet: known, linked to and linted by its schema. */
export interface OtherNote extends NoteIdentity {
  readonly kind: 'annotation';
}

export type PlaybookNote =
  | Executive | Initiative | Journey | Foundation | Play | Case | Insight | Room | Message | Empowerment | Recognition | OtherNote;
