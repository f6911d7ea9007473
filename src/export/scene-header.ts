/** The head of a drawn roadmap: years over quarters or months, the "Today" pill, and a chip for each phase. */
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { timeTicks, type TimeScale } from '../roadmap/time-scale.js';
import { cleanText } from '../roadmap/clean-text.js';
import { textWidth, truncateText } from '../roadmap/text-width.js';

export interface SceneTick {
  readonly x: number;
  /** Empty when there is no room for the word. */
  readonly text: string;
  readonly isYear: boolean;
  /** Whether a line runs down from it: not from one that starts before the chart. */
  readonly hasLine: boolean;
}

export interface ScenePhase {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly name: string;
  readonly fullName: string;
}

export interface SceneHeader {
  readonly heightPx: number;
  readonly rulesY: number;
  readonly title: string;
  readonly ticks: readonly SceneTick[];
  readonly phases: readonly ScenePhase[];
  readonly phaseHeightPx: number;
  /** Undefined when today lies outside the horizon. */
  readonly today: { readonly x: number; readonly pillX: number } | undefined;
}

const TICKS_PX = 47;
const PHASE_PX = 20;
const PHASES_PX = 29;
export const TODAY_PILL_PX = 46;
/** From a tick's line to its word. */
export const TICK_TEXT_OFFSET_PX = 8;

export function buildHeader(layout: RoadmapLayout, scale: TimeScale, left: number, right: number): SceneHeader {
  const xOf = (day: number): number => left + scale.xOf(day);
  const { firstDay, lastDay } = layout.horizon;
  const todayX = layout.todayDay < firstDay || layout.todayDay > lastDay ? undefined : xOf(layout.todayDay + 0.5);
  const pillX = todayX === undefined ? undefined : Math.min(Math.max(todayX - TODAY_PILL_PX / 2, left), right - TODAY_PILL_PX);
  const ticks = timeTicks(layout.horizon, scale.pxPerDay);
  const phases = layout.phases.map((phase) => {
    const x = xOf(phase.firstDay);
    const width = Math.max(2, xOf(phase.lastDay + 1) - x - 3);
    const fullName = cleanText(phase.name) || phase.phase;
    const name = truncateText(`${phase.number} · ${fullName}`, width - 14, 11);
    return { x, width, y: TICKS_PX + 4, name, fullName };
  });
  return {
    heightPx: TICKS_PX + (phases.length === 0 ? 0 : PHASES_PX),
    rulesY: TICKS_PX - 0.5,
    title: truncateText(cleanText(layout.title), left - 22, 13, 'bold'),
    ticks: [
      ...placeTicks(ticks.years, true, xOf, left, right, undefined),
      ...placeTicks(ticks.minor, false, xOf, left, right, pillX),
    ],
    phases,
    phaseHeightPx: PHASE_PX,
    today: todayX === undefined || pillX === undefined ? undefined : { x: todayX, pillX },
  };
}

/** Words that would run into the next tick, past the chart or under the pill are left out; their lines stay. */
function placeTicks(
  ticks: readonly { readonly day: number; readonly label: string }[],
  isYear: boolean,
  xOf: (day: number) => number,
  left: number,
  right: number,
  pillX: number | undefined,
): readonly SceneTick[] {
  return ticks.map(({ day, label }, index) => {
    const tickX = xOf(day);
    const x = Math.max(left, tickX);
    const next = ticks[index + 1];
    const limit = next === undefined ? right + 16 : xOf(next.day);
    const from = x + TICK_TEXT_OFFSET_PX;
    const to = from + textWidth(label, 12, isYear ? 'bold' : 'normal');
    const isUnderPill = pillX !== undefined && to > pillX - 2 && from < pillX + TODAY_PILL_PX + 2;
    return { x, text: to > limit || isUnderPill ? '' : label, isYear, hasLine: tickX >= left };
  });
}
