/**
 * On whom most gaps hang: executives whose recorded level is too low for work on the roadmap, as its sponsor, as the
 * head of its unit or as the chief executive.
 *
 * Counted are days that are short, and of those who are asked on them only the assessed: a level that nobody recorded
 * makes a day unknown, never short.
 */
import type { EpochDay } from '../playbook/calendar-date.js';
import { reachesLevel, type CommitmentLevel } from '../playbook/commitment.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { entriesOf } from './layout.js';
import type { RoadmapLayout, RoadmapPerson } from './roadmap-layout.js';

export interface SponsorGaps extends RoadmapPerson {
  /** Ids of the items with days that are short because of this executive, in the order of the lanes. */
  readonly items: readonly string[];
  /** Those days, summed over the items. */
  readonly gapDays: number;
  /** The highest level that is asked for. */
  readonly minimum: CommitmentLevel;
  /** On the first of those days. */
  readonly level: CommitmentLevel | undefined;
}

interface Gathered {
  readonly name: string;
  readonly items: Set<string>;
  gapDays: number;
  minimum: CommitmentLevel;
  level: CommitmentLevel;
  firstDay: EpochDay;
}

/** Most items first, then most days, then by path. */
export function rankSponsors(layout: RoadmapLayout): readonly SponsorGaps[] {
  const byPath = new Map<string, Gathered>();
  for (const { id, gaps } of layout.lanes.flatMap(entriesOf)) {
    for (const { state, fromDay, toDay, reasons } of gaps) {
      if (state !== 'short') continue;
      for (const { path, name, level, minimum } of reasons) {
        if (level === undefined) continue;
        let gathered = byPath.get(path);
        if (gathered === undefined) byPath.set(path, (gathered = { name, items: new Set(), gapDays: 0, minimum, level, firstDay: fromDay }));
        gathered.items.add(id);
        gathered.gapDays += toDay - fromDay + 1;
        if (reachesLevel(minimum, gathered.minimum)) gathered.minimum = minimum;
        if (fromDay < gathered.firstDay) {
          gathered.firstDay = fromDay;
          gathered.level = level;
        }
      }
    }
  }
  return [...byPath]
    .map(([path, { name, items, gapDays, minimum, level }]) => ({ path, name, items: [...items], gapDays, minimum, level }))
    .sort((a, b) => b.items.length - a.items.length || b.gapDays - a.gapDays || byCodeUnits(a.path, b.path));
}
