/**
 * What a new note of each kind starts with: the few properties that a person fills in first, in this order, and what
 * stands below the title. The rest of the schema is there when it is needed. What belongs where stands in comments,
 * which no reader counts as content.
 */
import type { NoteKind } from '../playbook/note.js';
import type { PropertyName } from './schema.js';

export interface NoteTemplate {
  readonly properties: readonly PropertyName[];
  /** Values that new notes have; the other properties are empty. */
  readonly values?: Readonly<Partial<Record<PropertyName, string>>>;
  /** Below the title, and below the sections for the practices where the kind has them. `{{today}}` is the day. */
  readonly body: readonly string[];
}

/** Placeholder for the day, and for its month. */
export const TODAY = '{{today}}';
export const THIS_MONTH = '{{this_month}}';

/** Of a customer room: a row for each promise. */
export const PROMISES_SECTION = [
  '## Commitments made', '%% Who as a link; by when as a day, such as 2026-05-18; kept: yes or no, when it shows. %%', '',
  '| Who | What | By | Kept |', '| --- | --- | --- | --- |', '| | | | |',
] as const;

export const NOTE_TEMPLATES: Readonly<Record<NoteKind, NoteTemplate>> = {
  executive: {
    properties: ['role', 'unit', 'commitment', 'needed_commitment', 'assessed', 'reports_to', 'peers'],
    body: ['## Evidence', '### Said', '### Did', `%% One line each, such as: ${TODAY} Gave two people to the pilot #people %%`, '', '## Assessments'],
  },
  initiative: {
    properties: ['start', 'end', 'phase', 'status', 'ambition', 'units', 'sponsor', 'supports'],
    values: { status: 'idea' },
    body: [],
  },
  pilot: {
    properties: ['start', 'end', 'phase', 'status', 'ambition', 'units', 'sponsor', 'supports', 'metric', 'baseline', 'result', 'employee_metric', 'employee_result'],
    values: { phase: 'prove-value', status: 'idea' },
    body: [
      '%% What is tried, where, with whom, and which result would prove it? %%', '',
      '## What’s in it for each unit', '%% One line each, such as: - Freight: fewer calls about late ships %%', '',
      '## Told to', `%% Who has heard of the result. One line each, such as: - ${TODAY} leadership call, four minutes %%`,
    ],
  },
  milestone: {
    properties: ['end', 'phase', 'status', 'sponsor', 'depends_on', 'supports'],
    values: { status: 'planned' },
    body: ['%% What is decided or delivered on that day, and who does it? %%'],
  },
  play: { properties: ['moves', 'lever', 'competencies'], body: [] },
  insight: { properties: ['date'], body: ['%% What customers or employees said, in their own words, such as: > "I rang at six." — and when and where. %%'] },
  case: {
    properties: ['metric', 'baseline', 'result', 'supports', 'insights'],
    body: ['## The number', '%% What it costs or earns, and how that was counted. %%', '', '## The story', '%% One customer or employee to whom it happened. %%'],
  },
  vision: { properties: ['status', 'approved', 'supports'], values: { status: 'draft' }, body: ['%% One sentence that every unit can see its own part in. %%'] },
  strategy: { properties: ['status', 'approved', 'supports'], values: { status: 'draft' }, body: ['%% What comes first for customers, and one thing that will not be done. %%'] },
  governance: { properties: ['status', 'approved', 'supports'], values: { status: 'draft' }, body: ['%% Who decides which initiative gets the next money, and on which day. %%'] },
  comms: { properties: ['date'], body: ['%% Who says it, and to whom; then the text itself. %%'] },
  room: {
    properties: ['date'],
    values: { date: TODAY },
    body: [
      '## Stages walked', '%% One line each, such as: - Book: the fares page on a phone %%', '',
      ...PROMISES_SECTION,
    ],
  },
  empowerment: {
    properties: ['unit', 'amount', 'per', 'scope', 'approval', 'review'],
    body: ['%% What an employee may decide alone, and where that ends. %%', '', '## Mistakes', '%% What follows an honest mistake, and what follows abuse? %%'],
  },
  recognition: {
    properties: ['unit'],
    body: [
      '%% For what, and who chooses. %%', '',
      '## Beside sales', '| | Sales | Here |', '| --- | --- | --- |', '| Money | | |', '| Days off | | |', '| Award | | |', '| Recognition | | |', '| Fun | | |', '',
      '## Cadence', '%% How often, and where it is seen. %%',
    ],
  },
  session: { properties: ['date', 'visibility'], values: { date: TODAY, visibility: 'coach' }, body: ['## Until next time'] },
  journey: {
    properties: ['start', 'end', 'units'],
    values: { start: THIS_MONTH },
    body: ['%% Where does the organisation want its customers to be at the end, and who asked for it? %%', '', '## Phases', `%% One line each, such as: - ${THIS_MONTH} – ${THIS_MONTH} awareness — Awareness and proof %%`],
  },
  annotation: { properties: ['status'], values: { status: 'open' }, body: [] },
};
