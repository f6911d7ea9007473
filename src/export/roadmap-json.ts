/**
 * The roadmap as JSON for other programs. `schema` is 1; a change that breaks readers raises it.
 *
 * Days are `yyyy-mm-dd`, included at both ends. `start` and `end` are as written in the note and may be a month, a
 * quarter or a year. Keys without a value are left out. Control characters are escaped, so that the file can be shown.
 */
import { fromEpochDay, type EpochDay } from '../playbook/calendar-date.js';
import { entriesOf } from '../roadmap/layout.js';
import type { DaySpan, RoadmapEntry, RoadmapGap, RoadmapItem, RoadmapLane, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { cleanText } from '../roadmap/clean-text.js';

export function formatRoadmapJson(layout: RoadmapLayout): string {
  const json = JSON.stringify(roadmapData(layout), undefined, 2);
  const escaped = json.replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${escaped}\n`;
}

function roadmapData(layout: RoadmapLayout) {
  return {
    schema: 1,
    title: cleanText(layout.title),
    today: layout.today,
    groupBy: layout.groupBy,
    horizon: days(layout.horizon),
    phases: layout.phases.map(({ phase, name, start, end, ...span }) => ({ phase, name: cleanText(name), start, end, ...days(span) })),
    lanes: layout.lanes.map(laneData),
    dependencies: layout.arrows,
    unscheduled: layout.unscheduled.map((item) => ({ ...itemData(item), reason: item.reason })),
    problems: layout.problems,
    summary: {
      items: layout.lanes.reduce((sum, lane) => sum + lane.itemCount, 0),
      gaps: layout.lanes.reduce((sum, lane) => sum + lane.gapCount, 0),
      conflicts: layout.arrows.filter(({ conflict }) => conflict).length,
      unscheduled: layout.unscheduled.length,
    },
  };
}

function laneData(lane: RoadmapLane) {
  return {
    id: lane.id,
    label: cleanText(lane.label),
    role: lane.sublabel,
    itemCount: lane.itemCount,
    gapCount: lane.gapCount,
    rowCount: lane.rowCount,
    commitment: lane.track?.map(({ level, expected, fromDay, toDay }) => ({ ...between(fromDay, toDay), level: level ?? null, expected })),
    items: entriesOf(lane).map(entryData),
  };
}

function entryData(entry: RoadmapEntry) {
  return {
    ...itemData(entry),
    row: entry.row,
    ...days(entry),
    gaps: entry.gaps.map(gapData),
    earliestFit: entry.earliestFit === undefined ? undefined : fromEpochDay(entry.earliestFit),
    ...(entry.kind === 'milestone'
      ? { soft: entry.soft }
      : { softStart: entry.softStart, softEnd: entry.softEnd, clippedStart: entry.clippedStart, clippedEnd: entry.clippedEnd }),
  };
}

function itemData(item: RoadmapItem) {
  return {
    path: item.id,
    title: cleanText(item.title),
    kind: item.kind,
    start: item.start,
    end: item.end,
    fullSpan: item.fullSpan === undefined ? undefined : days(item.fullSpan),
    status: item.status,
    progress: item.progress,
    phase: item.phase,
    ambition: item.ambition,
    competencies: item.competencies,
    units: item.units,
    sponsors: item.sponsors,
    dependsOn: item.dependsOn,
  };
}

function gapData({ fromDay, toDay, state, reasons }: RoadmapGap) {
  return { ...between(fromDay, toDay), state, reasons: reasons.map((reason) => ({ ...reason, level: reason.level ?? null })) };
}

function days({ firstDay, lastDay }: DaySpan) {
  return { firstDay: fromEpochDay(firstDay), lastDay: fromEpochDay(lastDay) };
}

function between(firstDay: EpochDay, lastDay: EpochDay) {
  return days({ firstDay, lastDay });
}
