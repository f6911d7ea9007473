/**
 * A part of a roadmap's days as a roadmap of its own: one year for a page of print. What lies outside is left out, what
 * crosses an edge is cut there and says so. Nothing is judged anew: levels, gaps and lanes are those of the whole.
 *
 * @example sliceLayout(layout, { firstDay, lastDay }).lanes[0]?.bars[0]?.clippedEnd // true
 */
import { civilFromEpochDay, epochDayOf } from '../playbook/calendar-date.js';
import type { DaySpan, RoadmapBar, RoadmapEntry, RoadmapGap, RoadmapLane, RoadmapLayout } from './roadmap-layout.js';

/**
 * The years of the horizon in which something is drawn, each as far as the horizon shows it, in order of time. The first
 * year of the horizon where nothing is drawn at all.
 */
export function yearsOf({ horizon, lanes }: RoadmapLayout): readonly DaySpan[] {
  const firstYear = civilFromEpochDay(horizon.firstDay).year;
  const lastYear = civilFromEpochDay(horizon.lastDay).year;
  const filled = new Set<number>();
  for (const { bars, milestones } of lanes) {
    for (const { firstDay, lastDay } of [...bars, ...milestones]) {
      const { year: from } = civilFromEpochDay(firstDay);
      const { year: to } = civilFromEpochDay(lastDay);
      for (let year = from; year <= to; year++) filled.add(year);
    }
  }
  const years = filled.size === 0 ? [firstYear] : [...filled].filter((year) => firstYear <= year && year <= lastYear).sort((a, b) => a - b);
  return years.map((year) => ({ firstDay: Math.max(horizon.firstDay, epochDayOf(year, 1, 1)), lastDay: Math.min(horizon.lastDay, epochDayOf(year, 12, 31)) }));
}

/** `span` lies inside the layout's horizon. Lanes keep their order; those without an entry in the span are left out. */
export function sliceLayout(layout: RoadmapLayout, span: DaySpan): RoadmapLayout {
  const lanes = layout.lanes.map((lane) => sliceLane(lane, span)).filter(({ itemCount }) => itemCount > 0);
  const drawn = new Set(lanes.flatMap(({ bars, milestones }) => [...bars, ...milestones].map(({ id }) => id)));
  return {
    ...layout,
    horizon: span,
    phases: within(layout.phases, span),
    lanes,
    arrows: layout.arrows.filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
    ghosts: within(layout.ghosts, span),
  };
}

function sliceLane(lane: RoadmapLane, span: DaySpan): RoadmapLane {
  const bars = within(lane.bars, span).map((bar): RoadmapBar => ({ ...withGaps(bar, span), ...clipMarks(bar, span) }));
  const milestones = lane.milestones.filter(({ day }) => span.firstDay <= day && day <= span.lastDay);
  return {
    ...lane,
    itemCount: bars.length + milestones.length,
    gapCount: [...bars, ...milestones].filter(({ gaps }: Pick<RoadmapEntry, 'gaps'>) => gaps.some(({ state }) => state === 'short')).length,
    track: lane.track?.flatMap((part) => cutGap(part, span)),
    bars,
    milestones,
  };
}

function withGaps(bar: RoadmapBar, span: DaySpan): RoadmapBar {
  return { ...bar, gaps: bar.gaps.flatMap((gap): readonly RoadmapGap[] => cutGap(gap, span)) };
}

/** `bar` is cut to the span already. */
function clipMarks(bar: RoadmapBar, span: DaySpan): Pick<RoadmapBar, 'clippedStart' | 'clippedEnd'> {
  const { fullSpan = bar } = bar;
  return { clippedStart: bar.clippedStart || fullSpan.firstDay < span.firstDay, clippedEnd: bar.clippedEnd || fullSpan.lastDay > span.lastDay };
}

/** Those that lie in the span at least in part, cut to it. */
function within<T extends DaySpan>(parts: readonly T[], span: DaySpan): readonly T[] {
  return parts
    .filter(({ firstDay, lastDay }) => firstDay <= span.lastDay && lastDay >= span.firstDay)
    .map((part) => ({ ...part, firstDay: Math.max(part.firstDay, span.firstDay), lastDay: Math.min(part.lastDay, span.lastDay) }));
}

function cutGap<T extends { readonly fromDay: number; readonly toDay: number }>(part: T, span: DaySpan): readonly T[] {
  const fromDay = Math.max(part.fromDay, span.firstDay);
  const toDay = Math.min(part.toDay, span.lastDay);
  return fromDay > toDay ? [] : [{ ...part, fromDay, toDay }];
}
