/** The head of the chart: two tiers of time, today, and the phases of the journey below them. Stays when scrolled down. */
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Chart } from '../roadmap/chart.js';
import { cleanText } from '../roadmap/clean-text.js';
import { timeTicks } from '../roadmap/time-scale.js';
import { WORDS } from './words/words.js';

interface RoadmapChartHeaderProps {
  readonly chart: Chart;
  readonly fromX: number;
  readonly toX: number;
  readonly cutX: number;
  /** Id of the title. */
  readonly titleId: string;
}

/** OURS: below it a year's word need not keep in sight. */
const SLIDES_FROM_PX = 160;
/** Room that the smaller words need. */
const MIN_WORD_PX = 22;

export function RoadmapChartHeader({ chart, fromX, toX, cutX, titleId }: RoadmapChartHeaderProps): VNode {
  const { scale, layout, widthPx } = chart;
  const { years, minor } = useMemo(() => timeTicks({ firstDay: scale.dayAt(fromX), lastDay: scale.dayAt(toX - 1) }, scale.pxPerDay, 'day'), [scale, fromX, toX]);
  const box = (fromDay: number, toDay: number | undefined): { readonly left: number; readonly width: number } => {
    const left = Math.max(0, scale.xOf(fromDay));
    return { left, width: Math.max(0, (toDay === undefined ? Math.max(toX, left + 120) : Math.min(widthPx, scale.xOf(toDay))) - left) };
  };
  const place = ({ left, width }: { readonly left: number; readonly width: number }): string => `inset-inline-start:${Math.round(left)}px;inline-size:${Math.round(width)}px`;
  const hasToday = layout.todayDay >= layout.horizon.firstDay && layout.todayDay <= layout.horizon.lastDay;
  return (
    <div class="cx-chart-head">
      <div class="cx-corner" id={titleId}>{cleanText(layout.title)}</div>
      <div class="cx-head-strip" aria-hidden="true">
        {years.map(({ day, label }, index) => {
          const at = box(day, years[index + 1]?.day);
          return <div key={day} class="cx-tick cx-tick-year" style={place(at)}><span class={at.left < cutX && at.width > SLIDES_FROM_PX ? 'cx-label-slides' : undefined}>{label}</span></div>;
        })}
        {minor.map(({ day, label }, index) => {
          const at = box(day, minor[index + 1]?.day);
          return at.width < MIN_WORD_PX ? null : <div key={day} class="cx-tick" style={place(at)}>{label}</div>;
        })}
      </div>
      {layout.phases.length > 0 && (
        <div class="cx-head-strip cx-phases" role="list" aria-label={WORDS.roadmapChart.phases}>
          {layout.phases.map(({ number, phase, name, firstDay, lastDay }) => {
            const at = box(firstDay, lastDay + 1);
            return at.left > toX || at.left + at.width < fromX ? null : (
              <div key={phase} role="listitem" class="cx-phase-chip" style={place({ left: at.left, width: at.width - 3 })}>
                <span class={at.left < cutX ? 'cx-label-slides' : undefined}>{`${number} · ${cleanText(name) || phase}`}</span>
              </div>
            );
          })}
        </div>
      )}
      {hasToday && <div class="cx-head-strip cx-today-strip"><div class="cx-today-chip" style={`inset-inline-start:${Math.round(scale.xOf(layout.todayDay + 0.5))}px`}>{WORDS.roadmapChart.today}</div></div>}
    </div>
  );
}
