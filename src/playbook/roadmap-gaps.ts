/**
 * Open roadmap items that the recorded commitment does not carry from today on, each with those on whom it hangs, and
 * those that nobody can judge yet. That ambition must match commitment is S1's; which ambition needs which level is OURS.
 *
 * @example summarizeRoadmapGaps(findOpenWork(record, rule)).short[0] // { item: Shared customer record, people: [Leocadia, …] }
 */
import { addTo } from './add-to.js';
import type { CommitmentLevel } from './commitment.js';
import type { Executive, Initiative } from './note.js';
import { byCodeUnits } from './playbook.js';
import type { OpenWork, WorkOfExecutive } from './short-work.js';

export interface GapPerson {
  readonly executive: Executive;
  /** The highest level that the item asks of the person. */
  readonly minimum: CommitmentLevel;
}

export interface ItemGap {
  readonly item: Initiative;
  /** In the order of {@link OpenWork}: on whom most hangs first. */
  readonly people: readonly GapPerson[];
}

export interface RoadmapGaps {
  /** Those with most people first, then by path. */
  readonly short: readonly ItemGap[];
  /** Held up by people who are not assessed alone, in the same order. */
  readonly unjudged: readonly ItemGap[];
}

export function summarizeRoadmapGaps({ short, unjudged }: OpenWork): RoadmapGaps {
  const shortItems = byItem(short);
  const isShort = new Set(shortItems.map(({ item }) => item));
  return { short: shortItems, unjudged: byItem(unjudged).filter(({ item }) => !isShort.has(item)) };
}

function byItem(work: readonly WorkOfExecutive[]): readonly ItemGap[] {
  const people = new Map<Initiative, GapPerson[]>();
  for (const { executive, items } of work) {
    for (const { initiative, minimum } of items) {
      addTo(people, initiative, { executive, minimum });
    }
  }
  return [...people].map(([item, who]) => ({ item, people: who })).sort((a, b) => b.people.length - a.people.length || byCodeUnits(a.item.path, b.item.path));
}
