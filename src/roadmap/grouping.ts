/** What the lanes of a roadmap stand for, as a person names it. */
import type { RoadmapGrouping } from './roadmap-layout.js';

/** Those with a name of their own, beside any property. */
export const FIXED_GROUPINGS = ['competency', 'leader', 'unit', 'status', 'phase'] as const;

/** Reads `competency`, `leader`, `unit`, `status`, `phase` or `property:NAME`; undefined for anything else. */
export function parseRoadmapGrouping(text: string): RoadmapGrouping | undefined {
  const name = /^property:(.+)$/s.exec(text)?.[1];
  if (name !== undefined) return `property:${name}`;
  return FIXED_GROUPINGS.find((grouping) => grouping === text);
}
