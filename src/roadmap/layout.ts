/**
 * From a playbook to a roadmap: items into lanes and rows, levels into tracks, shortfalls into gaps.
 *
 * Pure: the same playbook and options give the same layout, whatever the machine, its clock or its language. Bad data
 * becomes a problem in the result; nothing throws.
 *
 * @example layoutRoadmap(playbook, { today, groupBy: 'leader' }).lanes[0]?.gapCount
 */
import { toEpochDay, type EpochDay } from '../playbook/calendar-date.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import { byCodeUnits, type Playbook } from '../playbook/playbook.js';
import { CommitmentRecord } from '../playbook/readiness.js';
import { findDependencies } from './dependencies.js';
import { findEarliestFit, findGaps } from './gaps.js';
import { findHorizon, phasesWithin } from './horizon.js';
import { groupIntoLanes, type LaneGroup } from './lanes.js';
import { readItem, type ItemSource, type Timing } from './roadmap-item.js';
import type {
  DaySpan,
  RoadmapBar,
  RoadmapEntry,
  RoadmapLane,
  RoadmapLayout,
  RoadmapMilestone,
  RoadmapOptions,
  RoadmapProblem,
  TrackSpan,
  UnscheduledItem,
} from './roadmap-layout.js';
import { packRows, type Interval } from './row-packing.js';

/**
 * Days kept free round a diamond, so that it and the label to its right do not cover its neighbours in the row. Chosen
 * for a three-year chart on a wide screen (about 1 px a day): half a diamond, and a label of two or three words.
 */
const MILESTONE_DAYS_BEFORE = 10;
const MILESTONE_DAYS_AFTER = 120;

type DrawableSource = ItemSource & { readonly timing: Timing };

export function layoutRoadmap(playbook: Playbook, options: RoadmapOptions): RoadmapLayout {
  const { journey } = playbook;
  const sources = playbook.initiatives
    .filter(({ status }) => options.includeDropped === true || status !== 'dropped')
    .map((note) => readItem(note, playbook));
  const { span: horizon, problems } = findHorizon(journey, sources.flatMap(({ timing }) => timing?.span ?? []), options);
  const drawable = sources.filter((source): source is DrawableSource => isDrawable(source, horizon));
  const unscheduled = sources.flatMap((source) => unscheduledItem(source, horizon) ?? []);
  const drawn = new Set(drawable.map(({ item }) => item.id));
  const dependencies = findDependencies(
    sources.map(({ item, timing }) => ({ id: item.id, title: item.title, dependsOn: item.dependsOn, timing: drawn.has(item.id) ? timing : undefined })),
  );
  const record = new CommitmentRecord(playbook, options.today);
  return {
    title: journey?.title ?? 'CX journey',
    groupBy: options.groupBy,
    today: options.today,
    todayDay: toEpochDay(options.today),
    horizon,
    levelLabels: levelLabels(options),
    phases: phasesWithin(journey, horizon),
    lanes: groupIntoLanes(drawable, options.groupBy, journey).map((group) => layoutLane(group, horizon, record, options)),
    arrows: dependencies.arrows,
    unscheduled,
    problems: [...problems, ...unscheduled.flatMap((item) => problemOf(item) ?? []), ...dependencies.problems],
    ghosts: [],
  };
}

/** All entries of a lane, bars and milestones, by first day, last day and id. */
export function entriesOf(lane: RoadmapLane): readonly RoadmapEntry[] {
  return [...lane.bars, ...lane.milestones].sort(byTime);
}

function layoutLane(group: LaneGroup<DrawableSource>, horizon: DaySpan, record: CommitmentRecord, options: RoadmapOptions): RoadmapLane {
  const { id, label, sublabel, colourSlot, executive } = group.head;
  const sources = group.sources
    .map((source) => ({ source, id: source.item.id, ...drawnDays(source, horizon) }))
    .sort(byTime);
  const { rows, rowCount } = packRows(sources.map(({ source, firstDay, lastDay }) => reservedDays(source, firstDay, lastDay)));
  const bars: RoadmapBar[] = [];
  const milestones: RoadmapMilestone[] = [];
  let gapCount = 0;
  sources.forEach(({ source, firstDay, lastDay }, index) => {
    const entry = readEntry(source, { firstDay, lastDay }, rows[index] ?? 0, horizon, record, options);
    if (entry.gaps.some(({ state }) => state === 'short')) gapCount++;
    if (entry.kind === 'milestone') milestones.push(entry);
    else bars.push(entry);
  });
  return {
    id,
    label,
    sublabel,
    colourSlot,
    itemCount: sources.length,
    gapCount,
    rowCount,
    track: executive === undefined ? undefined : trackOf(record.timeline(executive), horizon),
    bars,
    milestones,
  };
}

function readEntry(
  { note, item, timing }: DrawableSource,
  drawn: DaySpan,
  row: number,
  horizon: DaySpan,
  record: CommitmentRecord,
  options: RoadmapOptions,
): RoadmapEntry {
  const { span } = timing;
  const { firstDay, lastDay } = drawn;
  const gaps = findGaps(note, drawn, record, options.ambitionRule);
  const whole = item.kind === 'milestone' ? drawn : span;
  const earliestFit = gaps.length === 0 ? undefined : findEarliestFit(note, whole, toEpochDay(options.today), record, options.ambitionRule);
  if (item.kind === 'milestone') {
    return { row, firstDay, lastDay, gaps, earliestFit, day: lastDay, soft: timing.softEnd, ...item, kind: item.kind };
  }
  // The spread stands last on purpose: engines copy a large object into a small one fast, and grow a large copy slowly.
  return {
    row,
    firstDay,
    lastDay,
    gaps,
    earliestFit,
    softStart: timing.softStart,
    softEnd: timing.softEnd,
    clippedStart: span.firstDay < horizon.firstDay,
    clippedEnd: span.lastDay > horizon.lastDay,
    inferred: false,
    ...item,
    kind: item.kind,
  };
}

/** The part of an item's days that the horizon shows; a milestone has the last of them alone. */
function drawnDays({ item, timing: { span } }: DrawableSource, horizon: DaySpan): DaySpan {
  if (item.kind === 'milestone') return { firstDay: span.lastDay, lastDay: span.lastDay };
  return { firstDay: Math.max(span.firstDay, horizon.firstDay), lastDay: Math.min(span.lastDay, horizon.lastDay) };
}

function reservedDays({ item }: ItemSource, firstDay: EpochDay, lastDay: EpochDay): Interval {
  return item.kind === 'milestone'
    ? { from: lastDay - MILESTONE_DAYS_BEFORE, to: lastDay + MILESTONE_DAYS_AFTER }
    : { from: firstDay, to: lastDay };
}

/** The spans of a timeline inside the horizon; days before the first record are spans without a level. */
function trackOf(timeline: ReturnType<CommitmentRecord['timeline']>, horizon: DaySpan): readonly TrackSpan[] {
  const track: TrackSpan[] = [];
  const firstRecord = timeline[0]?.fromDay ?? Number.POSITIVE_INFINITY;
  if (firstRecord > horizon.firstDay) {
    track.push({ fromDay: horizon.firstDay, toDay: Math.min(horizon.lastDay, firstRecord - 1), level: undefined, expected: false });
  }
  for (const { level, expected, ...span } of timeline) {
    const fromDay = Math.max(span.fromDay, horizon.firstDay);
    const toDay = Math.min(span.toDay ?? horizon.lastDay, horizon.lastDay);
    if (fromDay <= toDay) track.push({ fromDay, toDay, level, expected });
  }
  return track;
}

function isDrawable({ item, timing }: ItemSource, horizon: DaySpan): boolean {
  if (timing === undefined) return false;
  const firstDay = item.kind === 'milestone' ? timing.span.lastDay : timing.span.firstDay;
  return firstDay <= horizon.lastDay && timing.span.lastDay >= horizon.firstDay;
}

function unscheduledItem(source: ItemSource, horizon: DaySpan): UnscheduledItem | undefined {
  if (source.unusable !== undefined) return { ...source.item, reason: source.unusable };
  return isDrawable(source, horizon) ? undefined : { ...source.item, reason: 'outside-horizon' };
}

function problemOf({ id, title, start, end, reason }: UnscheduledItem): RoadmapProblem | undefined {
  if (reason === 'no-dates') return undefined;
  const message =
    reason === 'end-before-start'
      ? `"${title}" ends (${end}) before it starts (${start}). Swap the dates, or correct one.`
      : `"${title}" (${[start, end].filter((text) => text !== undefined).join(' to ')}) lies outside the days shown. Change its dates, or show more.`;
  return { kind: reason, path: id, message, related: [] };
}

function levelLabels({ levelLabels: labels = {} }: RoadmapOptions): Readonly<Record<CommitmentLevel, string>> {
  const named = (level: CommitmentLevel): string => labels[level] ?? level;
  return {
    opposer: named('opposer'),
    passive: named('passive'),
    'toe-dipper': named('toe-dipper'),
    supporter: named('supporter'),
    advocate: named('advocate'),
  };
}

function byTime(a: { firstDay: EpochDay; lastDay: EpochDay; id: string }, b: { firstDay: EpochDay; lastDay: EpochDay; id: string }): number {
  return a.firstDay - b.firstDay || a.lastDay - b.lastDay || byCodeUnits(a.id, b.id);
}
