/** A roadmap as one drawing for each year, for paper: what has no year stands with the last. */
import { civilFromEpochDay } from '../playbook/calendar-date.js';
import { entriesOf } from '../roadmap/layout.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { sliceLayout, yearsOf } from '../roadmap/slice-layout.js';

export interface RoadmapYear {
  /** Four digits. */
  readonly year: string;
  readonly layout: RoadmapLayout;
}

/** More pages than this are a slip of a date, not a plan: the longest journeys last ten years. */
const MAX_YEARS = 30;

/** In order of time, years in which something is drawn; undefined when they are too many for pages. */
export function splitByYears(layout: RoadmapLayout): readonly RoadmapYear[] | undefined {
  const years = yearsOf(layout);
  if (years.length > MAX_YEARS) return undefined;
  return years.map((span, index) => {
    const part = sliceLayout(layout, span);
    const drawn = new Set(part.lanes.flatMap(entriesOf).map(({ id }) => id));
    const isLast = index === years.length - 1;
    return {
      year: String(civilFromEpochDay(span.firstDay).year).padStart(4, '0'),
      layout: {
        ...part,
        // An item keeps its ghost in each of its years, wherever it was then.
        ghosts: layout.ghosts.filter(({ id, change }) => (change === 'gone' ? isLast : drawn.has(id))),
        unscheduled: isLast ? layout.unscheduled : [],
      },
    };
  });
}
