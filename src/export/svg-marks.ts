/**
 * The marks of a drawn roadmap: bars with progress and gap rail, diamonds, commitment tracks, arrows, labels.
 *
 * Every bar, diamond and track span is an element with a `<title>`: its accessible name and its tooltip. Labels are a
 * layer of their own above the arrows, hidden from assistive technology since the titles say the same and more.
 */
import { COMPETENCIES, type Competency } from '../playbook/competency.js';
import type { RoadmapBar, RoadmapGap, RoadmapLayout, RoadmapMilestone } from '../roadmap/roadmap-layout.js';
import { fromEpochDay } from '../playbook/calendar-date.js';
import { escapeXml } from './escape.js';
import { describeEntry, ghostInWords } from '../roadmap/roadmap-words.js';
import type { SceneTrackSpan } from './roadmap-scene.js';
import type { SceneGhost } from './scene-ghosts.js';
import { arrowPaths } from '../roadmap/arrow-paths.js';
import type { SceneArrow } from '../roadmap/arrow-routes.js';
import { DIAMOND_RADIUS_PX, middleOf, type PlacedEntry } from '../roadmap/placed-entries.js';
import { BAR_PX } from '../roadmap/chart-measures.js';
import { px, sidedRectPath, svgLine, svgRect, svgText } from './svg-element.js';
import { drawGhostOutline, drawNewMark } from './svg-ghosts.js';
import { recordedStripes } from './svg-recorded.js';

/** What the marks need to know of the drawing they stand in. */
export interface MarkContext {
  readonly layout: RoadmapLayout;
  /** Starts the ids of patterns and gradients. */
  readonly idPrefix: string;
}

const BAR_RADIUS_PX = 4;
const RAIL_PX = 6;
/** A soft edge fades over so much, or a quarter of a short bar. */
const FADE_PX = 26;

export function slotClass(competency: Competency | undefined): string {
  return competency === undefined ? 'cx-slot-none' : `cx-slot-${COMPETENCIES.indexOf(competency)}`;
}

/** `ghost` is where the item stood on an earlier roadmap, or says that it is new. */
export function drawEntry(placed: PlacedEntry, context: MarkContext, ghost?: SceneGhost): string {
  const { entry } = placed;
  const status = entry.status === undefined ? '' : ` cx-status-${entry.status}`;
  const shapes = entry.kind === 'milestone' ? drawDiamond(entry, placed) : drawBar(entry, placed, context);
  const inferred = entry.kind !== 'milestone' && entry.inferred ? ' cx-inferred' : '';
  const description = describeEntry(entry, context.layout);
  const then = ghost === undefined ? '' : ` Compared with the earlier roadmap: ${ghostInWords(ghost.ghost)}.`;
  const outline = ghost === undefined ? '' : drawGhostOutline(ghost, placed.y);
  const mark = ghost?.ghost.change === 'new' ? drawNewMark(placed) : '';
  return (
    `<g class="${slotClass(entry.competency)}${status}${inferred}" role="graphics-symbol img">` +
    `<title>${escapeXml(description + then)}</title>${outline}${shapes}${mark}</g>`
  );
}

function drawBar(bar: RoadmapBar, { left, right, y, xOf }: PlacedEntry, { idPrefix }: MarkContext): string {
  const width = right - left;
  const leftRadius = bar.clippedStart ? 0 : BAR_RADIUS_PX;
  const rightRadius = bar.clippedEnd ? 0 : BAR_RADIUS_PX;
  const progress = bar.status === 'done' ? 0 : Math.min(100, Math.max(0, bar.progress ?? 0));
  const done = (width * progress) / 100;
  const isWhole = !bar.clippedStart && !bar.clippedEnd;
  const boxWidth = Math.max(1, width - 1);
  const parts = [
    isWhole
      ? svgRect('cx-box', left + 0.5, y + 0.5, boxWidth, BAR_PX - 1, Math.min(BAR_RADIUS_PX, boxWidth / 2))
      : `<path class="cx-box" d="${sidedRectPath(left + 0.5, y + 0.5, boxWidth, BAR_PX - 1, leftRadius, rightRadius)}"/>`,
  ];
  if (done >= 1) {
    parts.push(`<path class="cx-progress" d="${sidedRectPath(left + 1, y + 1, Math.max(1, done - 1), BAR_PX - 2, Math.max(0, leftRadius - 1), progress === 100 ? BAR_RADIUS_PX - 1 : 0)}"/>`);
  }
  for (const gap of bar.gaps) parts.push(drawRail(gap, bar, xOf, y, right, idPrefix));
  const fade = Math.min(FADE_PX, width / 4);
  if (bar.softStart && !bar.clippedStart) {
    parts.push(`<rect x="${px(left - 0.5)}" y="${px(y - 0.5)}" width="${px(fade)}" height="${BAR_PX + 1}" fill="url(#${idPrefix}-fade-start)"/>`);
    parts.push(svgLine('cx-soft-edge', left + 0.5, y + 2, left + 0.5, y + BAR_PX - 2));
  }
  if (bar.softEnd && !bar.clippedEnd) {
    parts.push(`<rect x="${px(right - fade + 0.5)}" y="${px(y - 0.5)}" width="${px(fade)}" height="${BAR_PX + 1}" fill="url(#${idPrefix}-fade-end)"/>`);
    parts.push(svgLine('cx-soft-edge', right - 0.5, y + 2, right - 0.5, y + BAR_PX - 2));
  }
  const middle = y + BAR_PX / 2;
  if (bar.clippedStart) parts.push(`<path class="cx-clip-mark" d="M${px(left + 8)} ${px(middle - 4)}l-4 4l4 4"/>`);
  if (bar.clippedEnd) parts.push(`<path class="cx-clip-mark" d="M${px(right - 8)} ${px(middle - 4)}l4 4l-4 4"/>`);
  return parts.join('');
}

function drawRail(gap: RoadmapGap, bar: RoadmapBar, xOf: (day: number) => number, y: number, right: number, idPrefix: string): string {
  const from = Math.max(xOf(gap.fromDay), xOf(bar.firstDay)) + 1;
  const to = Math.max(from + 2, Math.min(xOf(gap.toDay + 1), right) - 1);
  const top = y + BAR_PX - RAIL_PX - 1;
  if (gap.state === 'unknown') return svgLine('cx-unknown-line', from + 3, top + RAIL_PX / 2 + 0.5, to - 2, top + RAIL_PX / 2 + 0.5);
  const leftRadius = gap.fromDay === bar.firstDay && !bar.clippedStart ? BAR_RADIUS_PX - 1 : 0;
  const rightRadius = gap.toDay === bar.lastDay && !bar.clippedEnd ? BAR_RADIUS_PX - 1 : 0;
  const shape = railPath(from, top, to - from, leftRadius, rightRadius);
  return `<path d="${shape}" fill="url(#${idPrefix}-hatch)"/>`;
}

/** A strip that follows the bar's lower corners. */
function railPath(x: number, y: number, width: number, leftRadius: number, rightRadius: number): string {
  const left = Math.min(leftRadius, width / 2);
  const right = Math.min(rightRadius, width / 2);
  return (
    `M${px(x)} ${px(y)}H${px(x + width)}V${px(y + RAIL_PX - right)}` +
    (right === 0 ? '' : `a${px(right)} ${px(right)} 0 0 1 ${px(-right)} ${px(right)}`) +
    `H${px(x + left)}` +
    (left === 0 ? '' : `a${px(left)} ${px(left)} 0 0 1 ${px(-left)} ${px(-left)}`) +
    'Z'
  );
}

function drawDiamond(milestone: RoadmapMilestone, { left, right, y }: PlacedEntry): string {
  const state = milestone.gaps[0]?.state;
  const kind = state === undefined ? (milestone.soft ? 'cx-diamond-soft' : 'cx-diamond') : `cx-diamond-${state}`;
  const x = (left + right) / 2;
  const middle = y + BAR_PX / 2;
  const radius = DIAMOND_RADIUS_PX - 0.5;
  return `<path class="${kind}" d="M${px(x)} ${px(middle - radius)}L${px(x + radius)} ${px(middle)}L${px(x)} ${px(middle + radius)}L${px(x - radius)} ${px(middle)}Z"/>`;
}

export function drawLabel(placed: PlacedEntry): string {
  const { entry, label, isShort, left, y } = placed;
  const hasRail = entry.gaps.length > 0 && entry.kind !== 'milestone';
  const isMuted = entry.status === 'done' || entry.status === 'dropped';
  const classes = `cx-label${label.isOutside ? ' cx-label-outside' : ''}${isMuted ? ` cx-label-${entry.status}` : ''}`;
  const baseline = middleOf(placed) + (hasRail && !label.isOutside ? 1.5 : 4);
  const dotX = label.isOutside ? left + Math.min(12, (placed.right - left) / 2) : label.x - 8;
  const hasDot = isShort && entry.kind !== 'milestone';
  const dot = hasDot ? `<circle class="cx-gap-dot" cx="${px(dotX)}" cy="${px(y + 9)}" r="${px(Math.min(4, (placed.right - left) / 2))}"/>` : '';
  return dot + svgText(label.text, label.x, baseline, classes);
}

export function drawTrackSpan({ x, width, span, word }: SceneTrackSpan, y: number, height: number, { layout, idPrefix }: MarkContext): string {
  const level = span.level === undefined ? 'not assessed' : layout.levelLabels[span.level];
  const days = `${fromEpochDay(span.fromDay)} to ${fromEpochDay(span.toDay)}`;
  const title = `<title>${escapeXml(`${level}${span.expected ? ' (expected)' : ''}${span.recorded === true ? ' (recorded in git)' : ''}, ${days}`)}</title>`;
  if (span.level === undefined) {
    const wordEnd = word === '' ? x : x + 6 + word.length * 5.4 + 8;
    const middle = y + height / 2;
    const line = wordEnd < x + width - 4 ? svgLine('cx-unknown-line', wordEnd, middle, x + width - 3, middle) : '';
    return `<g role="graphics-symbol img">${title}${svgText(word, x + 6, y + 10, 'cx-track-word cx-hint')}${line}</g>`;
  }
  const shape = span.expected
    ? svgRect('cx-expected', x + 0.5, y + 0.5, width - 1, height - 1, 3)
    : svgRect('cx-track-span', x, y, width, height, 3) + (span.recorded === true ? recordedStripes(x, y, width, height, idPrefix) : '');
  return `<g class="cx-level-${span.level}" role="graphics-symbol img">${title}${shape}${svgText(word, x + 6, y + 10, 'cx-track-word')}</g>`;
}

export function drawArrow(arrow: SceneArrow): string {
  const paths = arrowPaths(arrow);
  if (paths === undefined) return '';
  const { line, head, isRed } = paths;
  return `<path class="cx-arrow${isRed ? ' cx-arrow-conflict' : ''}" d="${line}"/><path class="cx-arrow-head${isRed ? ' cx-arrow-head-conflict' : ''}" d="${head}"/>`;
}
