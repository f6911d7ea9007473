/** One swimlane: its items in rows, the commitment of its leader as a track. */
import type { EpochDay } from '../playbook/calendar-date.js';
import { byCodeUnits } from '../playbook/playbook.js';
import type { CommitmentRecord } from '../playbook/readiness.js';
import type { GapFinder } from './gaps.js';
import type { LaneHead } from './lanes.js';
import type { ItemSource } from './roadmap-item.js';
import type { DaySpan, RoadmapBar, RoadmapEntry, RoadmapGap, RoadmapLane, RoadmapMilestone, TrackSpan } from './roadmap-layout.js';
import { packSpans } from './row-packing.js';

/**
 * Days kept free round a diamond, so that it and the label to its right do not cover its neighbours in the row. Chosen
 * for a three-year chart on a wide screen (about 1 px a day): half a diamond, and a label of two or three words.
 */
const MILESTONE_DAYS_BEFORE = 10;
const MILESTONE_DAYS_AFTER = 120;

/** An item with the days that are drawn of it, and those of them that are not carried. */
export interface DrawnItem {
  readonly id: string;
  readonly source: ItemSource;
  /** All its days. */
  readonly span: DaySpan;
  /** Those inside the horizon; of a milestone the last of all alone. */
  readonly firstDay: EpochDay;
  readonly lastDay: EpochDay;
  readonly gaps: readonly RoadmapGap[];
  readonly isShort: boolean;
}

/** Undefined when nothing of it lies inside the horizon. */
export function drawItem(source: ItemSource, horizon: DaySpan, gapFinder: GapFinder): DrawnItem | undefined {
  const { item, timing } = source;
  if (timing === undefined) return undefined;
  const { span } = timing;
  const start = item.kind === 'milestone' ? span.lastDay : span.firstDay;
  if (start > horizon.lastDay || span.lastDay < horizon.firstDay) return undefined;
  const firstDay = Math.max(start, horizon.firstDay);
  const lastDay = Math.min(span.lastDay, horizon.lastDay);
  const gaps = gapFinder.gaps(source, { firstDay, lastDay });
  return { id: item.id, source, span, firstDay, lastDay, gaps, isShort: gaps.some(({ state }) => state === 'short') };
}

export function layoutLane(head: LaneHead, items: readonly DrawnItem[], horizon: DaySpan, record: CommitmentRecord, gapFinder: GapFinder): RoadmapLane {
  const { id, label, sublabel, colourSlot, executive } = head;
  const sorted = inOrderOfTime(items, horizon.firstDay);
  const { rows, rowCount } = packSpans(Float64Array.from(sorted, firstReserved), Float64Array.from(sorted, lastReserved));
  const bars: RoadmapBar[] = [];
  const milestones: RoadmapMilestone[] = [];
  let gapCount = 0;
  sorted.forEach((drawn, index) => {
    const entry = buildEntry(drawn, rows[index] ?? 0, horizon, gapFinder);
    if (drawn.isShort) gapCount++;
    if (entry.kind === 'milestone') milestones.push(entry);
    else bars.push(entry);
  });
  const track = executive === undefined ? undefined : trackOf(record.timeline(executive), horizon);
  return { id, label, sublabel, colourSlot, itemCount: sorted.length, gapCount, rowCount, track, bars, milestones };
}

function buildEntry({ source, span, firstDay, lastDay, gaps }: DrawnItem, row: number, horizon: DaySpan, gapFinder: GapFinder): RoadmapEntry {
  const { item, timing, isInferred } = source;
  const whole = item.kind === 'milestone' ? { firstDay, lastDay } : span;
  const earliestFit = gaps.length === 0 ? undefined : gapFinder.earliestFit(source, whole);
  // The spread stands last on purpose: engines copy a large object into a small one fast, and grow a large copy slowly.
  if (item.kind === 'milestone') {
    return { row, firstDay, lastDay, gaps, earliestFit, day: lastDay, soft: timing?.softEnd === true, ...item, kind: item.kind };
  }
  return {
    row,
    firstDay,
    lastDay,
    gaps,
    earliestFit,
    softStart: timing?.softStart === true,
    softEnd: timing?.softEnd === true,
    clippedStart: span.firstDay < horizon.firstDay,
    clippedEnd: span.lastDay > horizon.lastDay,
    inferred: isInferred,
    ...item,
    kind: item.kind,
  };
}

function firstReserved({ source, firstDay, lastDay }: DrawnItem): EpochDay {
  return source.item.kind === 'milestone' ? lastDay - MILESTONE_DAYS_BEFORE : firstDay;
}

function lastReserved({ source, lastDay }: DrawnItem): EpochDay {
  return source.item.kind === 'milestone' ? lastDay + MILESTONE_DAYS_AFTER : lastDay;
}

/** The spans of a timeline inside the horizon; days before the first record, and gaps, are spans without a level. */
function trackOf(timeline: ReturnType<CommitmentRecord['timeline']>, horizon: DaySpan): readonly TrackSpan[] {
  const track: TrackSpan[] = [];
  let next = horizon.firstDay;
  const addUnknown = (lastDay: EpochDay): void => {
    if (next <= lastDay) track.push({ fromDay: next, toDay: lastDay, level: undefined, expected: false });
  };
  for (const { level, expected, recorded, ...span } of timeline) {
    const fromDay = Math.max(span.fromDay, horizon.firstDay);
    const toDay = Math.min(span.toDay ?? horizon.lastDay, horizon.lastDay);
    if (fromDay > toDay) continue;
    addUnknown(fromDay - 1);
    track.push({ fromDay, toDay, level, expected, ...(recorded === true ? { recorded } : {}) });
    next = toDay + 1;
  }
  addUnknown(horizon.lastDay);
  return track;
}

/** Sorted by numbers first: of thousands of items only those that start on the same day are compared by all they have. */
function inOrderOfTime(items: readonly DrawnItem[], firstDay: EpochDay): readonly DrawnItem[] {
  const keys = Float64Array.from(items, (item, index) => (item.firstDay - firstDay) * items.length + index).sort();
  const sorted: DrawnItem[] = [];
  let sameDay: DrawnItem[] = [];
  for (const key of keys) {
    const item = items[key % items.length];
    if (item === undefined) continue;
    if (sameDay.length > 0 && sameDay[0]?.firstDay !== item.firstDay) {
      sorted.push(...(sameDay.length > 1 ? sameDay.sort(byTime) : sameDay));
      sameDay = [];
    }
    sameDay.push(item);
  }
  return sorted.concat(sameDay.sort(byTime));
}

export function byTime(a: { firstDay: EpochDay; lastDay: EpochDay; id: string }, b: { firstDay: EpochDay; lastDay: EpochDay; id: string }): number {
  return a.firstDay - b.firstDay || a.lastDay - b.lastDay || byCodeUnits(a.id, b.id);
}
