/** The key below a drawn roadmap: only the signs that the drawing uses, each with its words. */
import { COMPETENCIES, COMPETENCY_LABEL } from '../playbook/competency.js';
import type { RoadmapEntry, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { slotClass } from './svg-marks.js';
import { px, svgLine, svgRect, svgText } from './svg-element.js';
import { newMark } from './svg-ghosts.js';
import { hasRecordedLevels, recordedStripes } from './svg-recorded.js';
import { textWidth } from '../roadmap/text-width.js';

interface LegendSign {
  readonly words: string;
  /** The sign in a box of 22 × 12 px whose upper left corner is given. */
  readonly draw: (x: number, y: number) => string;
}

const SIGN_PX = 22;
const LINE_PX = 20;
const PAD_PX = 14;

export interface Legend {
  readonly markup: string;
  readonly heightPx: number;
}

export function drawLegend(layout: RoadmapLayout, top: number, widthPx: number, idPrefix: string): Legend {
  const signs = signsOf(layout, idPrefix);
  if (signs.length === 0) return { markup: '', heightPx: 0 };
  const parts: string[] = [];
  let x = PAD_PX;
  let y = top + 10;
  for (const { words, draw } of signs) {
    const width = SIGN_PX + 7 + textWidth(words, 11) + 18;
    if (x + width > widthPx - PAD_PX && x > PAD_PX) {
      x = PAD_PX;
      y += LINE_PX;
    }
    parts.push(draw(x, y), svgText(words, x + SIGN_PX + 7, y + 10, 'cx-small cx-hint'));
    x += width;
  }
  return { markup: `<g class="cx-legend">${parts.join('')}</g>`, heightPx: y + LINE_PX + 6 - top };
}

function signsOf(layout: RoadmapLayout, idPrefix: string): readonly LegendSign[] {
  const entries: readonly RoadmapEntry[] = layout.lanes.flatMap((lane) => [...lane.bars, ...lane.milestones]);
  const bars = layout.lanes.flatMap((lane) => lane.bars);
  const milestones = layout.lanes.flatMap((lane) => lane.milestones);
  const changeOf = new Map(layout.ghosts.map(({ id, change }) => [id, change]));
  const hasState = (state: 'short' | 'unknown'): boolean => entries.some(({ gaps }) => gaps.some((gap) => gap.state === state));
  const isExpected = layout.lanes.some(({ track }) => track?.some(({ expected }) => expected) === true);
  const sign = (isUsed: boolean, words: string, draw: LegendSign['draw']): readonly LegendSign[] => (isUsed ? [{ words, draw }] : []);
  const box = (classes: string) => (x: number, y: number) => `<g class="${classes}">${svgRect('cx-box', x + 0.5, y + 0.5, SIGN_PX - 1, 11, 3)}</g>`;
  const colours =
    layout.groupBy === 'competency'
      ? []
      : COMPETENCIES.filter((competency) => entries.some((entry) => entry.competency === competency)).map((competency) => ({
          words: COMPETENCY_LABEL[competency],
          draw: box(slotClass(competency)),
        }));
  const diamond = (classes: string) => (x: number, y: number) =>
    `<g class="cx-slot-none"><path class="${classes}" d="M${px(x + 11)} ${px(y - 1)}l7 7l-7 7l-7 -7Z"/></g>`;
  const arrow = (suffix: string) => (x: number, y: number) =>
    `${svgLine(`cx-arrow${suffix === '' ? '' : ` cx-arrow-${suffix}`}`, x, y + 6, x + 16, y + 6)}<path class="cx-arrow-head${suffix === '' ? '' : ` cx-arrow-head-${suffix}`}" d="M${px(x + SIGN_PX)} ${px(y + 6)}l-6 -3.5v7Z"/>`;
  return [
    ...colours,
    ...sign(bars.some(({ progress }) => (progress ?? 0) > 0), 'progress', (x, y) => `<g class="cx-slot-none">${svgRect('cx-box', x + 0.5, y + 0.5, SIGN_PX - 1, 11, 3)}${svgRect('cx-progress', x + 1, y + 1, 12, 10, 2)}</g>`),
    ...sign(hasState('short'), 'recorded commitment too low for the ambition', (x, y) => `<rect x="${px(x)}" y="${px(y + 3)}" width="${SIGN_PX}" height="6" fill="url(#${idPrefix}-hatch)"/>`),
    ...sign(milestones.some(({ gaps }) => gaps.some(({ state }) => state === 'short')), 'milestone, commitment too low', diamond('cx-diamond-short')),
    ...sign(hasState('unknown'), 'commitment not assessed', (x, y) => svgLine('cx-unknown-line', x + 1, y + 6, x + SIGN_PX - 1, y + 6)),
    ...sign(isExpected, 'level expected, not yet recorded', (x, y) => `<g class="cx-level-supporter">${svgRect('cx-expected', x + 0.5, y + 0.5, SIGN_PX - 1, 11, 3)}</g>`),
    ...sign(hasRecordedLevels(layout), 'level recorded in git, not dated in the note', (x, y) => `<g class="cx-level-supporter">${svgRect('cx-track-span', x, y, SIGN_PX, 12, 3)}${recordedStripes(x, y, SIGN_PX, 12, idPrefix)}</g>`),
    ...sign(bars.some(({ softStart, softEnd }) => softStart || softEnd), 'date not known to the day', (x, y) => `<g class="cx-slot-none">${svgRect('cx-box', x + 0.5, y + 0.5, SIGN_PX - 1, 11, 3)}<rect x="${px(x + 8)}" y="${px(y - 0.5)}" width="15" height="13" fill="url(#${idPrefix}-fade-end)"/>${svgLine('cx-soft-edge', x + 21.5, y + 1, x + 21.5, y + 11)}</g>`),
    ...sign(bars.some(({ inferred }) => inferred), 'no dates of its own, inferred from what supports it', (x, y) => `<g class="cx-slot-none cx-inferred">${svgRect('cx-box', x + 0.5, y + 0.5, SIGN_PX - 1, 11, 3)}</g>`),
    ...sign(entries.some(({ id }) => changeOf.get(id) === 'moved'), 'where it was before', (x, y) => svgRect('cx-ghost', x + 0.5, y + 0.5, SIGN_PX - 1, 11, 3)),
    ...sign(entries.some(({ id }) => changeOf.get(id) === 'new'), 'new since then', (x, y) => newMark(x + SIGN_PX / 2, y + 6)),
    ...sign(layout.arrows.length > 0, 'depends on', arrow('')),
    ...sign(layout.arrows.some(({ conflict, inCycle }) => conflict || inCycle), 'starts before what it depends on ends', arrow('conflict')),
  ];
}
