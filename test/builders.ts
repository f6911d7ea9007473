/**
 * Builds playbooks for tests in a few words: names instead of links, text instead of dates.
 *
 * @example playbookOf(executive({ title: 'Ana', role: 'CEO', levels: { '2025-01-01': 'supporter' } }), initiative({ title: 'Purse', sponsor: ['Ana'], start: '2026-03' }))
 */
import { parseCalendarDate, toEpochDay, type CalendarDate, type EpochDay } from '../src/playbook/calendar-date.js';
import type { CommitmentLevel } from '../src/playbook/commitment.js';
import { parseFuzzyDate, type FuzzyDate } from '../src/playbook/fuzzy-date.js';
import { titleOfPath } from '../src/playbook/link-index.js';
import type { Assessment, Executive, Initiative, Journey, NoteLink, Phase, PlaybookNote } from '../src/playbook/note.js';
import { Playbook } from '../src/playbook/playbook.js';
import { ANNOTATION_FOLDERS, type Annotation, type PlacedAnnotation } from '../src/playbook/annotation.js';
import type { Empowerment, Recognition } from '../src/playbook/enablement.js';
import type { Message } from '../src/playbook/message.js';
import type { Case, Insight } from '../src/playbook/proof.js';
import type { Room } from '../src/playbook/room.js';

/** A day that must exist; throws otherwise, since a test that misspells a date tests nothing. */
export function date(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (parsed === undefined) throw new Error(`"${text}" is no day.`);
  return parsed;
}

/** The epoch day of `yyyy-mm-dd`. */
export function day(text: string): EpochDay {
  return toEpochDay(date(text));
}

/** A day, month, quarter or year that must exist. */
export function fuzzy(text: string): FuzzyDate {
  const parsed = parseFuzzyDate(text);
  if (parsed === undefined) throw new Error(`"${text}" is no date.`);
  return parsed;
}

/** A link to a note by its name; the range is that of no text. */
export function link(target: string): NoteLink {
  return { target, from: 0, to: 0 };
}

interface Named {
  /** Name of the note; taken from `path` when absent. */
  readonly title?: string;
  /** Path with folder; `<folder of the kind>/<title>.md` when absent. */
  readonly path?: string;
}

type ExecutiveValues = Named &
  Partial<Omit<Executive, 'kind' | 'title' | 'path' | 'reportsTo' | 'peers' | 'assessed' | 'assessments' | 'cases' | 'mentions'>> & {
    readonly cases?: readonly string[];
    readonly mentions?: readonly string[];
    readonly reportsTo?: readonly string[];
    readonly peers?: readonly string[];
    readonly assessed?: string;
    /** Assessments as day → level. */
    readonly levels?: Readonly<Record<string, CommitmentLevel>>;
  };

export function executive(values: ExecutiveValues = {}): Executive {
  const { title, path, reportsTo, peers, assessed, levels, cases, mentions, ...rest } = values;
  return {
    kind: 'executive',
    ...identity('Executives', title ?? (path === undefined ? 'Ana Ruiz' : titleOfPath(path)), path),
    aliases: [],
    signs: [],
    appeal: [],
    lever: [],
    competencies: [],
    evidence: [],
    ...rest,
    cases: (cases ?? []).map(link),
    mentions: (mentions ?? []).map(link),
    reportsTo: (reportsTo ?? []).map(link),
    peers: (peers ?? []).map(link),
    ...(assessed === undefined ? {} : { assessed: date(assessed) }),
    assessments: Object.entries(levels ?? {}).map(
      ([written, level]): Assessment => ({ date: date(written), level, remark: '', from: 0, to: 0 }),
    ),
  };
}

type InitiativeLinks = 'sponsor' | 'dependsOn' | 'supports' | 'insights' | 'cases' | 'pilots';
type InitiativeValues = Named &
  Partial<Omit<Initiative, 'title' | 'path' | 'start' | 'end' | InitiativeLinks>> &
  Partial<Readonly<Record<InitiativeLinks, readonly string[]>>> & {
    readonly start?: string;
    readonly end?: string;
  };

export function initiative(values: InitiativeValues = {}): Initiative {
  const { title, path, start, end, sponsor, dependsOn, supports, insights, cases, pilots, ...rest } = values;
  return {
    kind: 'initiative',
    ...identity('Initiatives', title ?? (path === undefined ? 'Goodwill purse' : titleOfPath(path)), path),
    aliases: [],
    units: [],
    competencies: [],
    lever: [],
    benefits: [],
    toldOn: [],
    properties: {},
    ...rest,
    sponsor: (sponsor ?? []).map(link),
    dependsOn: (dependsOn ?? []).map(link),
    supports: (supports ?? []).map(link),
    insights: (insights ?? []).map(link),
    pilots: (pilots ?? []).map(link),
    cases: (cases ?? []).map(link),
    ...(start === undefined ? {} : { start: fuzzy(start) }),
    ...(end === undefined ? {} : { end: fuzzy(end) }),
  };
}

export function pilot(values: InitiativeValues = {}): Initiative {
  return initiative({ ...values, kind: 'pilot' });
}

export function milestone(values: InitiativeValues = {}): Initiative {
  return initiative({ title: 'Go or no-go', ...values, kind: 'milestone' });
}

type CaseValues = Named & Partial<Omit<Case, 'kind' | 'title' | 'path' | 'supports' | 'insights' | 'pilots'>> & Partial<Readonly<Record<'supports' | 'insights' | 'pilots', readonly string[]>>>;

export function businessCase(values: CaseValues = {}): Case {
  const { title, path, supports, insights, pilots, ...rest } = values;
  return {
    kind: 'case',
    ...identity('Cases', title ?? (path === undefined ? 'What a missed call costs' : titleOfPath(path)), path),
    aliases: [],
    proof: {},
    hasStory: false,
    hasFigure: false,
    isWritten: true,
    ...rest,
    supports: (supports ?? []).map(link),
    insights: (insights ?? []).map(link),
    pilots: (pilots ?? []).map(link),
  };
}

export function message(values: Named & { readonly kind?: Message['kind']; readonly date?: string; readonly mentions?: readonly string[] } = {}): Message {
  const { title, path, kind, date: said, mentions } = values;
  return {
    kind: kind ?? 'comms',
    ...identity('Comms', title ?? (path === undefined ? 'CEO letter' : titleOfPath(path)), path),
    aliases: [],
    mentions: (mentions ?? []).map(link),
    ...(said === undefined ? {} : { date: date(said) }),
  };
}

export function empowerment(values: Named & Partial<Omit<Empowerment, 'kind' | 'title' | 'path' | 'review'>> & { readonly review?: string } = {}): Empowerment {
  const { title, path, review, ...rest } = values;
  return {
    kind: 'empowerment',
    ...identity('Enablement', title ?? (path === undefined ? 'Host purse' : titleOfPath(path)), path),
    aliases: [],
    saysMistakes: false,
    ...rest,
    ...(review === undefined ? {} : { review: date(review) }),
  };
}

export function recognition(values: Named & Partial<Omit<Recognition, 'kind' | 'title' | 'path'>> = {}): Recognition {
  const { title, path, ...rest } = values;
  return {
    kind: 'recognition',
    ...identity('Enablement', title ?? (path === undefined ? 'Beacon awards' : titleOfPath(path)), path),
    aliases: [],
    forms: [],
    salesForms: [],
    comparesWithSales: false,
    saysCadence: false,
    ...rest,
  };
}

type JourneyValues = Named & {
  readonly start?: string;
  readonly end?: string;
  readonly units?: readonly string[];
  /** Phase, its name, first and last date. */
  readonly phases?: readonly (readonly [phase: Phase, name: string, start: string, end: string])[];
};

export function journey(values: JourneyValues = {}): Journey {
  const { title, path, start, end, units, phases } = values;
  return {
    kind: 'journey',
    ...identity('Journey', title ?? (path === undefined ? 'CX journey' : titleOfPath(path)), path),
    aliases: [],
    units: units ?? [],
    phases: (phases ?? []).map(([phase, name, from, to]) => ({ phase, name, start: fuzzy(from), end: fuzzy(to) })),
    ...(start === undefined ? {} : { start: fuzzy(start) }),
    ...(end === undefined ? {} : { end: fuzzy(end) }),
  };
}

type RoomValues = Named &
  Partial<Omit<Room, 'kind' | 'title' | 'path' | 'date' | 'promises' | 'mentions'>> & {
    readonly date?: string;
    readonly promises?: readonly { readonly who?: readonly string[]; readonly what: string; readonly by?: string; readonly kept?: boolean }[];
    readonly mentions?: readonly string[];
  };

export function room(values: RoomValues = {}): Room {
  const { title, path, date: written, promises, mentions, ...rest } = values;
  return {
    kind: 'room',
    ...identity('Rooms', title ?? (path === undefined ? 'Customer room' : titleOfPath(path)), path),
    aliases: [],
    stages: [],
    ...rest,
    ...(written === undefined ? {} : { date: date(written) }),
    promises: (promises ?? []).map(({ who, what, by, kept }) => ({ who: (who ?? []).map(link), what, by: by === undefined ? undefined : date(by), kept, from: 0, to: 0 })),
    mentions: (mentions ?? []).map(link),
  };
}

type InsightValues = Named & Partial<Omit<Insight, 'kind' | 'title' | 'path' | 'date' | 'verbatims'>> & { readonly date?: string; readonly verbatims?: readonly string[] };

export function insight(values: InsightValues = {}): Insight {
  const { title, path, date: written, verbatims, ...rest } = values;
  return {
    kind: 'insight',
    ...identity('Insights', title ?? (path === undefined ? 'Voices' : titleOfPath(path)), path),
    aliases: [],
    ...rest,
    ...(written === undefined ? {} : { date: date(written) }),
    verbatims: (verbatims ?? []).map((text) => ({ text, from: 0, to: 0 })),
  };
}

export function playbookOf(...notes: readonly PlaybookNote[]): Playbook {
  const playbook = new Playbook();
  for (const note of notes) playbook.setNote(note);
  return playbook;
}

function identity(folder: string, title: string, path: string | undefined): { readonly path: string; readonly title: string } {
  return path === undefined ? { path: `${folder}/${title}.md`, title } : { path, title };
}

/** An open question of a coach on the note at `targetPath`, unless said otherwise. */
export function annotation({ targetPath, place = { state: 'anchored', from: 0, to: 1 }, id = '7k3m9q2x', created = '2026-11-01T08:00:00Z', text = 'Is this decided, or a fear?', ...rest }: Partial<Omit<Annotation, 'selector' | 'createdOn' | 'lastOn'>> & Partial<Pick<PlacedAnnotation, 'targetPath' | 'place'>> & { readonly text?: string } = {}): PlacedAnnotation {
  const author = rest.author ?? 'raj.patel';
  const visibility = rest.visibility ?? 'client';
  const on = parseCalendarDate(created.slice(0, 10));
  return {
    targetPath,
    place,
    annotation: {
      path: `${ANNOTATION_FOLDERS[visibility]}/note--${id}.md`,
      target: targetPath === undefined ? 'Gone' : titleOfPath(targetPath),
      kind: 'question',
      status: 'open',
      events: [{ kind: 'comment', at: created, author, text }],
      ...rest,
      id,
      visibility,
      author,
      created,
      createdOn: on,
      lastOn: on,
      selector: { quote: 'We will cut the programme in Q3', prefix: '', suffix: '', heading: [], start: undefined, blob: undefined },
    },
  };
}
