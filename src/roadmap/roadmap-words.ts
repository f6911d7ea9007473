/**
 * The roadmap in words: what an item's tooltip, table row and calendar entry say.
 *
 * It speaks of what the vault records, never of a person's character: "recorded as toe-dipper, supporter is needed".
 */
import { countOf } from '../playbook/count-of.js';
import { fromEpochDay, toEpochDay, type CalendarDate } from '../playbook/calendar-date.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import { COMPETENCY_LABEL } from '../playbook/competency.js';
import type {
  RoadmapBar,
  RoadmapEntry,
  RoadmapGap,
  RoadmapGhost,
  RoadmapGrouping,
  RoadmapItem,
  RoadmapLayout,
  RoadmapShortfall,
  UnscheduledItem,
} from './roadmap-layout.js';

type LevelLabels = Readonly<Record<CommitmentLevel, string>>;

/** The title, with what tells the item from others of that title: "Storm texts (2027)". Its accessible name. */
export function itemName({ title, disambiguation }: Pick<RoadmapItem, 'title' | 'disambiguation'>): string {
  return disambiguation === undefined ? title : `${title} (${disambiguation})`;
}

type Dated = Pick<RoadmapItem, 'kind' | 'start' | 'end'>;
/** An item, or the bar that is drawn of it: only that tells days which were inferred. */
type PerhapsInferred = Dated | (Dated & Pick<RoadmapBar, 'inferred' | 'firstDay' | 'lastDay'>);

/**
 * "2026-02 to 2027-03", "from 2026-02", "until 2027", "2027-Q1", "no dates": as written. Of a bar with inferred days that
 * it has no dates of its own, and those days.
 */
export function datesInWords(item: PerhapsInferred): string {
  const { kind, start, end } = item;
  if ('inferred' in item && item.inferred) {
    return `no dates of its own, ${fromEpochDay(item.firstDay)} to ${fromEpochDay(item.lastDay)} inferred from what supports it`;
  }
  if (kind === 'milestone') return end ?? start ?? 'no dates';
  if (start !== undefined && end !== undefined) return `${start} to ${end}`;
  if (start !== undefined) return `from ${start}`;
  return end === undefined ? 'no dates' : `until ${end}`;
}

export function shortfallInWords({ name, level, minimum }: RoadmapShortfall, labels: LevelLabels): string {
  return level === undefined
    ? `${name} is not assessed, ${labels[minimum]} is needed`
    : `${name} is recorded as ${labels[level]}, ${labels[minimum]} is needed`;
}

/** "2026-02-01 to 2026-06-30: Ben Okafor is recorded as toe-dipper, supporter is needed". */
export function gapInWords({ fromDay, toDay, reasons }: RoadmapGap, labels: LevelLabels): string {
  const days = fromDay === toDay ? fromEpochDay(fromDay) : `${fromEpochDay(fromDay)} to ${fromEpochDay(toDay)}`;
  return reasons.length === 0 ? `${days}: a sponsor, head or CEO who must answer for it is not recorded` : `${days}: ${reasons.map((reason) => shortfallInWords(reason, labels)).join('; ')}`;
}

/** The first day that fits; undefined when there is no gap to answer. */
export function fitInWords({ gaps, earliestFit }: Pick<RoadmapEntry, 'gaps' | 'earliestFit'>): string | undefined {
  if (gaps.length === 0) return undefined;
  return earliestFit === undefined ? 'No recorded or expected level carries it yet' : `Carried from ${fromEpochDay(earliestFit)} on`;
}

/** Everything about an item that the chart shows, in sentences: its accessible description. */
export function describeItem(item: RoadmapItem): string {
  const facts = [
    item.kind,
    datesInWords(item),
    item.status,
    item.progress === undefined ? undefined : `${item.progress} % done`,
    item.ambition === undefined ? undefined : `ambition ${item.ambition}`,
    item.competency === undefined ? undefined : COMPETENCY_LABEL[item.competency],
    item.sponsors.length === 0 ? 'no sponsor' : `sponsor ${item.sponsors.map(({ name }) => name).join(', ')}`,
  ];
  return `${itemName(item)}: ${facts.filter((fact) => fact !== undefined).join(', ')}.`;
}

/** {@link describeItem} with the item's gaps and what would close them. */
export function describeEntry(entry: RoadmapEntry, { levelLabels }: Pick<RoadmapLayout, 'levelLabels'>): string {
  const short = entry.gaps.filter(({ state }) => state === 'short');
  const unknown = entry.gaps.filter(({ state }) => state === 'unknown');
  const sentences = [
    describeItem(entry),
    short.length === 0 ? undefined : `Recorded commitment is too low, ${short.map((gap) => gapInWords(gap, levelLabels)).join('; ')}.`,
    unknown.length === 0 ? undefined : `Not assessed, ${unknown.map((gap) => gapInWords(gap, levelLabels)).join('; ')}.`,
    fitInWords(entry)?.concat('.'),
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

const REASON_IN_WORDS: Readonly<Record<UnscheduledItem['reason'], string>> = {
  'no-dates': 'no dates',
  'unread-dates': 'dates that cannot be read',
  'end-before-start': 'ends before it starts',
  'outside-horizon': 'outside the days shown',
};

export function reasonInWords({ reason }: Pick<UnscheduledItem, 'reason'>): string {
  return REASON_IN_WORDS[reason];
}

/** The dates that a ghost stands for, as written then; the days where nothing was written. */
export function datesOfGhost(ghost: RoadmapGhost): string {
  if (ghost.start !== undefined || ghost.end !== undefined) return datesInWords(ghost);
  const [first, last] = [fromEpochDay(ghost.firstDay), fromEpochDay(ghost.lastDay)];
  return first === last ? first : `${first} to ${last}`;
}

/** "was 2026-03 to 2026-09" as written then; the days where nothing was written. "new" for what was not there. */
export function ghostInWords(ghost: RoadmapGhost): string {
  return ghost.change === 'new' ? 'new' : `was ${datesOfGhost(ghost)}`;
}

/** What to do when nothing can be drawn. */
export function emptyInWords({ unscheduled, hidden }: Pick<RoadmapLayout, 'unscheduled' | 'hidden'>): string {
  if (hidden.length > 0) return `Nothing with days matches the filter, which leaves out ${countOf(hidden.length, 'item')}. Ask for less, or remove the filter.`;
  return unscheduled.length === 0
    ? 'Nothing is planned yet. Add a note of type initiative, pilot or milestone with a start and an end.'
    : 'Nothing here has dates to draw. Add start and end to the notes listed below.';
}

/** The day after, for formats whose ends are exclusive; the last day that can be written stays itself. */
export function dayAfter(day: CalendarDate): CalendarDate {
  return day === '9999-12-31' ? day : fromEpochDay(toEpochDay(day) + 1);
}

const GROUPING_IN_WORDS: Readonly<Record<string, string>> = { leader: 'sponsor' };

/** "competency", "sponsor", the name of a property. */
function groupingInWords(groupBy: RoadmapGrouping): string {
  return GROUPING_IN_WORDS[groupBy] ?? groupBy.replace(/^property:/, '');
}

/** The whole chart in a few sentences; nothing about commitment when `commitment` is false. */
export function describeRoadmap(layout: RoadmapLayout, { commitment }: { readonly commitment?: boolean | undefined } = {}): string {
  const items = layout.lanes.reduce((sum, lane) => sum + lane.itemCount, 0);
  const gaps = layout.lanes.reduce((sum, lane) => sum + lane.gapCount, 0);
  const conflicts = layout.arrows.filter(({ conflict }) => conflict).length;
  const days = `${fromEpochDay(layout.horizon.firstDay)} to ${fromEpochDay(layout.horizon.lastDay)}`;
  const sentences = [
    `Roadmap from ${days}, grouped by ${groupingInWords(layout.groupBy)}: ${countOf(items, 'item')} in ${countOf(layout.lanes.length, 'lane')}.`,
    commitment === false ? '' : gaps === 0 ? 'No item is short of recorded commitment.' : `${countOf(gaps, 'item')} with days on which the recorded commitment is too low.`,
    conflicts === 0 ? '' : `${countOf(conflicts, 'dependency conflict')}.`,
    layout.unscheduled.length === 0 ? '' : `${countOf(layout.unscheduled.length, 'item')} not on the chart.`,
    layout.hidden.length === 0 ? '' : `${countOf(layout.hidden.length, 'item')} left out by the filter.`,
    `Today is ${layout.today}.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
