/**
 * What items of a roadmap are called where their name must tell them apart.
 *
 * @example namesOf(layout)(entry) // 'Purse (Initiatives/Purse.md)' when there are two
 */
import { cleanText } from '../roadmap/clean-text.js';
import type { RoadmapEntry, RoadmapLayout } from '../roadmap/roadmap-layout.js';

/** Titles that several items have are followed by the path. */
export function namesOf({ lanes }: RoadmapLayout): (entry: RoadmapEntry) => string {
  let counts: Map<string, number> | undefined;
  return ({ id, title, disambiguation }) => {
    // No other item has that title, drawn or not.
    if (disambiguation === undefined) return cleanText(title);
    if (counts === undefined) {
      counts = new Map();
      for (const lane of lanes) for (const entry of [...lane.bars, ...lane.milestones]) counts.set(entry.title, (counts.get(entry.title) ?? 0) + 1);
    }
    return (counts.get(title) ?? 0) > 1 ? `${cleanText(title)} (${cleanText(id)})` : cleanText(title);
  };
}
