/**
 * The roadmap as JSON for other programs. `schema` is 1; a change that breaks readers raises it.
 *
 * Days are `yyyy-mm-dd`, included at both ends. `start` and `end` are as written in the note and may be a month, a
 * quarter or a year. Keys without a value are left out. Control characters are escaped, so that the file can be shown.
 * `sponsors` ranks the executives whose recorded level is too low; `changes` compares with the revision `since`.
 * `recordedInGit` is true where git's history, not the note, has the level from that day on.
 */
import { fromEpochDay, type EpochDay } from '../playbook/calendar-date.js';
import { entriesOf } from '../roadmap/layout.js';
import type { DaySpan, RoadmapEntry, RoadmapGap, RoadmapGhost, RoadmapItem, RoadmapLane, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { cleanText } from '../roadmap/clean-text.js';
import { rankSponsors } from '../roadmap/sponsor-gaps.js';
import { toldLayout, type RoadmapTextOptions } from './roadmap-origin.js';

export function formatRoadmapJson(layout: RoadmapLayout, options: RoadmapTextOptions = {}): string {
  const json = JSON.stringify(roadmapData(toldLayout(layout, options), options), undefined, 2);
  const escaped = json.replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${escaped}\n`;
}

function roadmapData(layout: RoadmapLayout, { origin, commitment }: RoadmapTextOptions) {
  const isTold = commitment !== false;
  return {
    schema: 1,
    title: cleanText(layout.title),
    today: layout.today,
    revision: origin?.at,
    since: origin?.since,
    whatIf: origin?.whatIf,
    groupBy: layout.groupBy,
    horizon: days(layout.horizon),
    phases: layout.phases.map(({ number, phase, name, start, end, ...span }) => ({ number, phase, name: cleanText(name), start, end, ...days(span) })),
    lanes: layout.lanes.map((lane) => laneData(lane, isTold)),
    dependencies: layout.arrows,
    unscheduled: layout.unscheduled.map((item) => ({ ...itemData(item), reason: item.reason })),
    sponsors: isTold ? rankSponsors(layout).map(({ level, ...sponsor }) => ({ ...sponsor, name: cleanText(sponsor.name), level: level ?? null })) : undefined,
    changes: origin?.since === undefined && layout.ghosts.length === 0 ? undefined : layout.ghosts.map(ghostData),
    problems: layout.problems,
    summary: {
      items: layout.lanes.reduce((sum, lane) => sum + lane.itemCount, 0),
      gaps: isTold ? layout.lanes.reduce((sum, lane) => sum + lane.gapCount, 0) : undefined,
      conflicts: layout.arrows.filter(({ conflict }) => conflict).length,
      unscheduled: layout.unscheduled.length,
      leftOut: layout.hidden.length === 0 ? undefined : layout.hidden.length,
    },
  };
}

function laneData(lane: RoadmapLane, isTold: boolean) {
  return {
    id: lane.id,
    label: cleanText(lane.label),
    role: lane.sublabel,
    itemCount: lane.itemCount,
    gapCount: isTold ? lane.gapCount : undefined,
    rowCount: lane.rowCount,
    commitment: lane.track?.map(({ level, expected, recorded, fromDay, toDay }) => ({ ...between(fromDay, toDay), level: level ?? null, expected, recordedInGit: recorded })),
    items: entriesOf(lane).map((entry) => entryData(entry, isTold)),
  };
}

function entryData(entry: RoadmapEntry, isTold: boolean) {
  return {
    ...itemData(entry),
    row: entry.row,
    ...days(entry),
    gaps: isTold ? entry.gaps.map(gapData) : undefined,
    earliestFit: entry.earliestFit === undefined ? undefined : fromEpochDay(entry.earliestFit),
    ...(entry.kind === 'milestone'
      ? { soft: entry.soft }
      : { softStart: entry.softStart, softEnd: entry.softEnd, clippedStart: entry.clippedStart, clippedEnd: entry.clippedEnd, inferred: entry.inferred ? true : undefined }),
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

/** `new` has the days of now, the others those of then. */
function ghostData({ id, title, kind, start, end, change, ...span }: RoadmapGhost) {
  return { path: id, title: cleanText(title), kind, change, start, end, ...days(span) };
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
