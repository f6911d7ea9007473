/**
 * From a playbook to a roadmap: items into lanes and rows, levels into tracks, shortfalls into gaps.
 *
 * Pure: the same playbook and options give the same layout, whatever the machine, its clock or its language. Bad data
 * becomes a problem in the result; nothing throws.
 *
 * @example layoutRoadmap(playbook, { today, groupBy: 'leader' }).lanes[0]?.gapCount
 */
import { toEpochDay } from '../playbook/calendar-date.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { Playbook } from '../playbook/playbook.js';
import { CommitmentRecord } from '../playbook/readiness.js';
import { chooseItems } from './chosen-items.js';
import { findDependencies, type Presence } from './dependencies.js';
import { GapFinder } from './gaps.js';
import { findHorizon, phasesWithin } from './horizon.js';
import { readItemSources } from './item-sources.js';
import type { ItemSource } from './roadmap-item.js';
import { byTime, drawItem, layoutLane, type DrawnItem } from './lane-layout.js';
import { groupIntoLanes } from './lanes.js';
import type { RoadmapEntry, RoadmapItem, RoadmapLane, RoadmapLayout, RoadmapOptions, RoadmapProblem, UnscheduledItem } from './roadmap-layout.js';
import { findStrangeSponsors, findUnreadDates, problemOf, unknownFocus } from './roadmap-problems.js';

export function layoutRoadmap(playbook: Playbook, options: RoadmapOptions): RoadmapLayout {
  const { journey } = playbook;
  const record = new CommitmentRecord(playbook, options.today, options.raised, options.history);
  const gapFinder = new GapFinder(record, options.ambitionRule);
  const sources = readItemSources(playbook, options.source, options.includeDropped === true);
  const { span: horizon, problems } = findHorizon(journey, sources.spans, options);
  const { isChosen, isFocusUnknown } = chooseItems(sources, options.filter);
  const gapsOnly = options.filter?.gapsOnly === true;
  const presence: Presence[] = [];
  const drawnItems: DrawnItem[] = [];
  const unscheduled: UnscheduledItem[] = [];
  const hidden: RoadmapItem[] = [];
  const unreadDates: RoadmapProblem[] = [];
  const strangeSponsors: RoadmapProblem[] = [];
  sources.items.forEach((source, index) => {
    const isAsked = isChosen(source, index);
    const drawn = isAsked ? drawItem(source, horizon, gapFinder) : undefined;
    const isShown = gapsOnly ? drawn?.isShort === true : isAsked;
    presence.push(isShown ? (drawn === undefined ? 'listed' : 'drawn') : undefined);
    if (!isShown) {
      hidden.push(source.item);
      return;
    }
    if (source.note.unreadDates !== undefined) unreadDates.push(...findUnreadDates(source.note));
    if (source.sponsors.length < source.note.sponsor.length) strangeSponsors.push(...findStrangeSponsors(source.note, playbook));
    if (drawn !== undefined) drawnItems.push(drawn);
    else unscheduled.push({ ...source.item, reason: reasonOf(source) });
  });
  const dependencies = findDependencies(sources, presence);
  return {
    title: journey?.title ?? 'CX journey',
    groupBy: options.groupBy,
    today: options.today,
    todayDay: toEpochDay(options.today),
    horizon,
    levelLabels: levelLabels(options),
    phases: phasesWithin(journey, horizon),
    lanes: groupIntoLanes(drawnItems, options.groupBy, journey).map(({ head, items }) => layoutLane(head, items, horizon, record, gapFinder)),
    arrows: dependencies.arrows,
    unscheduled,
    hidden,
    problems: [
      ...problems,
      ...(isFocusUnknown ? [unknownFocus(options.filter?.focus ?? '')] : []),
      ...unreadDates,
      ...unscheduled.flatMap((item) => problemOf(item) ?? []),
      ...strangeSponsors,
      ...dependencies.problems,
    ],
    ghosts: [],
  };
}

/** Days that were only inferred leave an item beyond the horizon as it is without them: without dates. */
function reasonOf({ unusable, isInferred, note }: ItemSource): UnscheduledItem['reason'] {
  const reason = unusable ?? (isInferred ? 'no-dates' : 'outside-horizon');
  return reason === 'no-dates' && note.unreadDates !== undefined ? 'unread-dates' : reason;
}

/** All entries of a lane, bars and milestones, by first day, last day and id: each of the two is in that order already. */
export function entriesOf({ bars, milestones }: RoadmapLane): readonly RoadmapEntry[] {
  if (milestones.length === 0) return bars;
  const entries: RoadmapEntry[] = [];
  let at = 0;
  for (const milestone of milestones) {
    for (let bar = bars[at]; bar !== undefined && byTime(bar, milestone) <= 0; bar = bars[++at]) entries.push(bar);
    entries.push(milestone);
  }
  for (const bar of bars.slice(at)) entries.push(bar);
  return entries;
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
