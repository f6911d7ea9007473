/**
 * What a person chose to see of the roadmap. The same names are options of the view, a saved view, a base and a
 * `cx-roadmap` block.
 *
 * @example readRoadmapChoice({ group: 'leader', kind: 'pilot, milestone', zoom: 'quarter' }).choice.filter.kinds // ['pilot', 'milestone']
 */
import type { CalendarDate } from '../playbook/calendar-date.js';
import { COMPETENCIES, parseCompetency } from '../playbook/competency.js';
import { parseFuzzyDate } from '../playbook/fuzzy-date.js';
import { titleOfPath } from '../playbook/link-index.js';
import { AMBITIONS, PHASES, WORK_STATUSES } from '../playbook/note.js';
import { parseRoadmapGrouping } from './grouping.js';
import { OptionReader, type OptionProblem } from './option-reader.js';
import type { RoadmapFilter } from './roadmap-filter.js';
import { NO_FILTER } from './roadmap-filter.js';
import type { RoadmapGrouping, RoadmapOptions } from './roadmap-layout.js';

export interface RoadmapChoice {
  readonly groupBy: RoadmapGrouping;
  readonly filter: RoadmapFilter;
  /** As many items in a row as fit, or one. */
  readonly rows: 'packed' | 'single';
  /** Dropped work too. */
  readonly dropped: boolean;
  /** Commitment tracks and gap rails. */
  readonly commitment: boolean;
  readonly arrows: boolean;
  /** First and last day shown, as written (a day, month, quarter or year); the journey's when undefined. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** All in the width of the pane, or px per day. */
  readonly zoom: 'fit' | number;
  /** Ids of lanes that are closed. */
  readonly collapsed: readonly string[];
}

export const DEFAULT_CHOICE: RoadmapChoice = {
  groupBy: 'competency',
  filter: NO_FILTER,
  rows: 'packed',
  dropped: false,
  commitment: true,
  arrows: true,
  from: undefined,
  to: undefined,
  zoom: 'fit',
  collapsed: [],
};

/**
 * Px per day at which one such unit is about 160 px wide. OURS: a bar of one unit then holds a title of some twenty
 * letters, and a pane of half a screen shows five to seven units, as many as are planned at a time.
 */
const ZOOM_WORDS: ReadonlyMap<string, number> = new Map([['year', 0.44], ['quarter', 1.75], ['month', 5.25], ['week', 23]]);

// Known values stand as plain lists, so that a bundle that reads no options can leave the table out.
const GROUPS = ['competency', 'leader', 'unit', 'status', 'phase', 'property:NAME'] as const;
const ZOOMS = ['fit', 'year', 'quarter', 'month', 'week'] as const;

const KINDS = ['initiative', 'pilot', 'milestone'] as const;
const ROWS = ['packed', 'single'] as const;

export interface RoadmapOptionRow {
  readonly name: string;
  /** One line, a sentence. */
  readonly description: string;
  /** Lists are written as a list, or as one text with commas. */
  readonly form: 'text' | 'list' | 'flag';
  /** Those it can hold, where they are few. */
  readonly values?: readonly string[];
}

/** Every option, in the order in which they are described and written. */
export const ROADMAP_OPTIONS = [
  { name: 'group', form: 'text', values: GROUPS, description: 'What the lanes stand for.' },
  { name: 'search', form: 'text', description: 'Only items with each of these words in their title, path, sponsors, units or competencies.' },
  { name: 'kind', form: 'list', values: KINDS, description: 'Only items of these kinds.' },
  { name: 'competency', form: 'list', values: COMPETENCIES, description: 'Only items with one of these competencies.' },
  { name: 'status', form: 'list', values: WORK_STATUSES, description: 'Only items with one of these statuses.' },
  { name: 'phase', form: 'list', values: PHASES, description: 'Only items of these phases.' },
  { name: 'ambition', form: 'list', values: AMBITIONS, description: 'Only items with one of these ambitions.' },
  { name: 'unit', form: 'list', description: 'Only items of one of these units.' },
  { name: 'sponsor', form: 'list', description: 'Only items with one of these executives as sponsor.' },
  { name: 'gaps', form: 'flag', description: 'Only items with days on which the recorded commitment is too low.' },
  { name: 'focus', form: 'text', description: 'Only this item, what it waits for and what waits for it: a path or a title.' },
  { name: 'rows', form: 'text', values: ROWS, description: 'As many items in a row as fit (packed), or one (single).' },
  { name: 'dropped', form: 'flag', description: 'Dropped work too.' },
  { name: 'commitment', form: 'flag', description: 'Commitment tracks and gap rails.' },
  { name: 'arrows', form: 'flag', description: 'Arrows from each item to what waits for it.' },
  { name: 'from', form: 'text', description: 'First day shown: a day, month, quarter or year. The start of the journey without it.' },
  { name: 'to', form: 'text', description: 'Last day shown: a day, month, quarter or year. The end of the journey without it.' },
  { name: 'zoom', form: 'text', values: ZOOMS, description: 'All in the width there is (fit), a unit to read at ease, or a number of px per day.' },
  { name: 'collapsed', form: 'list', description: 'Ids of lanes that are closed, such as competency=employee-engagement.' },
] as const satisfies readonly RoadmapOptionRow[];

type OptionName = (typeof ROADMAP_OPTIONS)[number]['name'];
type WrittenChoice = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface ReadChoice {
  readonly choice: RoadmapChoice;
  readonly problems: readonly OptionProblem[];
}

/** Options as they were written, by name. What is absent or cannot be read is as in {@link DEFAULT_CHOICE}. */
export function readRoadmapChoice(values: Readonly<Record<string, unknown>>): ReadChoice {
  const read = new OptionReader(values, ROADMAP_OPTIONS.map(({ name }) => name));
  const slugs = <Value extends string>(name: OptionName, known: readonly Value[]): readonly Value[] => read.list(name, slugIn(known), known) ?? [];
  const date = (name: OptionName): string | undefined => read.parsed(name, (text) => parseFuzzyDate(text)?.text, DATE_EXAMPLES);
  const focus = read.text('focus');
  const filter: RoadmapFilter = {
    text: read.text('search') ?? NO_FILTER.text,
    kinds: slugs('kind', KINDS),
    competencies: read.list('competency', parseCompetency, COMPETENCIES) ?? [],
    statuses: slugs('status', WORK_STATUSES),
    phases: slugs('phase', PHASES),
    ambitions: slugs('ambition', AMBITIONS),
    units: read.texts('unit') ?? [],
    sponsors: read.texts('sponsor')?.map((text) => (isLink(text) ? titleOfPath(linkTarget(text)) : text)) ?? [],
    gapsOnly: read.flag('gaps') ?? NO_FILTER.gapsOnly,
    focus: focus === undefined || focus.trim() === '' ? undefined : isLink(focus) ? linkTarget(focus) : focus,
  };
  const choice: RoadmapChoice = {
    groupBy: read.parsed('group', parseGroup, GROUPS) ?? DEFAULT_CHOICE.groupBy,
    filter: Object.keys(describeFilter(filter)).length === 0 ? NO_FILTER : filter,
    rows: read.parsed('rows', slugIn(ROWS), ROWS) ?? DEFAULT_CHOICE.rows,
    dropped: read.flag('dropped') ?? DEFAULT_CHOICE.dropped,
    commitment: read.flag('commitment') ?? DEFAULT_CHOICE.commitment,
    arrows: read.flag('arrows') ?? DEFAULT_CHOICE.arrows,
    from: date('from'),
    to: date('to'),
    zoom: read.parsed('zoom', parseZoom, [...ZOOMS, 'a number of px per day']) ?? DEFAULT_CHOICE.zoom,
    collapsed: read.texts('collapsed') ?? DEFAULT_CHOICE.collapsed,
  };
  return { choice, problems: read.problems };
}

/** What differs from {@link DEFAULT_CHOICE}, in the order of {@link ROADMAP_OPTIONS}: {@link readRoadmapChoice} gives the choice again. */
export function describeRoadmapChoice({ groupBy, filter, rows, dropped, commitment, arrows, from, to, zoom, collapsed }: RoadmapChoice): WrittenChoice {
  return {
    ...(groupBy === DEFAULT_CHOICE.groupBy ? {} : { group: groupBy }),
    ...describeFilter(filter),
    ...(rows === DEFAULT_CHOICE.rows ? {} : { rows }),
    ...(dropped === DEFAULT_CHOICE.dropped ? {} : { dropped }),
    ...(commitment === DEFAULT_CHOICE.commitment ? {} : { commitment }),
    ...(arrows === DEFAULT_CHOICE.arrows ? {} : { arrows }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(zoom === DEFAULT_CHOICE.zoom ? {} : { zoom: zoomInWords(zoom) }),
    ...listOf('collapsed', collapsed),
  };
}

/** The part of a layout's options that the choice decides. */
export function layoutOptionsOf(
  { groupBy, filter, dropped, from, to }: RoadmapChoice,
  today: CalendarDate,
): Pick<RoadmapOptions, 'today' | 'groupBy' | 'filter' | 'includeDropped' | 'fromDay' | 'toDay'> {
  const fromDay = from === undefined ? undefined : parseFuzzyDate(from)?.firstDay;
  const toDay = to === undefined ? undefined : parseFuzzyDate(to)?.lastDay;
  return { today, groupBy, filter, includeDropped: dropped, fromDay, toDay };
}

const DATE_EXAMPLES = ['2027', '2027-Q1', '2027-03', '2027-03-31'];

function describeFilter(filter: RoadmapFilter): WrittenChoice {
  return {
    ...(filter.text === NO_FILTER.text ? {} : { search: filter.text }),
    ...listOf('kind', filter.kinds),
    ...listOf('competency', filter.competencies),
    ...listOf('status', filter.statuses),
    ...listOf('phase', filter.phases),
    ...listOf('ambition', filter.ambitions),
    ...listOf('unit', filter.units),
    ...listOf('sponsor', filter.sponsors),
    ...(filter.gapsOnly === NO_FILTER.gapsOnly ? {} : { gaps: filter.gapsOnly }),
    ...(filter.focus === undefined ? {} : { focus: filter.focus }),
  };
}

function listOf(name: OptionName, values: readonly string[]): WrittenChoice {
  return values.length === 0 ? {} : { [name]: [...values] };
}

/** "sponsor" is what the words for people call the leaders' lanes. */
function parseGroup(text: string): RoadmapGrouping | undefined {
  return parseRoadmapGrouping(text) ?? (text.toLowerCase() === 'sponsor' ? 'leader' : parseRoadmapGrouping(text.toLowerCase()));
}

function parseZoom(text: string): RoadmapChoice['zoom'] | undefined {
  const word = text.toLowerCase();
  if (word === 'fit') return 'fit';
  const pxPerDay = ZOOM_WORDS.get(word) ?? Number(text);
  return Number.isFinite(pxPerDay) && pxPerDay > 0 ? pxPerDay : undefined;
}

function zoomInWords(zoom: RoadmapChoice['zoom']): string | number {
  for (const [word, pxPerDay] of ZOOM_WORDS) if (pxPerDay === zoom) return word;
  return zoom;
}

/** Reads one of the slugs, in any case and with spaces for hyphens. */
function slugIn<Value extends string>(known: readonly Value[]): (text: string) => Value | undefined {
  return (text) => {
    const slug = text.trim().toLowerCase().replace(/[\s_]+/g, '-');
    return known.find((value) => value === slug);
  };
}

const LINK = /^\[\[([^\]|#]+)[^\]]*\]\]$/;

function isLink(text: string): boolean {
  return LINK.test(text.trim());
}

/** What a link as `[[target#part|label]]` leads to. */
function linkTarget(text: string): string {
  return LINK.exec(text.trim())?.[1]?.trim() ?? text;
}
