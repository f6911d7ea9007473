/**
 * The roadmap as a standalone SVG file: no script, no font, no address outside the file, the same bytes each time.
 *
 * Colours are those of `styles/roadmap.css`, which travels inside the file.
 *
 * @example formatRoadmapSvg(layout, { theme: 'auto' }) // '<svg xmlns="http://www.w3.org/2000/svg" …'
 */
import { countOf } from '../playbook/count-of.js';
import css from '../../styles/roadmap.css';
import marksCss from '../../styles/roadmap-marks.css';
import recordedCss from '../../styles/roadmap-recorded.css';
import shapesCss from '../../styles/roadmap-shapes.css';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { escapeXml } from './escape.js';
import { originInWords, toldLayout, type RoadmapOrigin } from './roadmap-origin.js';
import { buildRoadmapScene, type RoadmapScene, type SceneLane } from './roadmap-scene.js';
import { describeRoadmap, emptyInWords } from '../roadmap/roadmap-words.js';
import { TICK_TEXT_OFFSET_PX, TODAY_PILL_PX } from './scene-header.js';
import type { SceneTray } from './scene-tray.js';
import { px, svgLine, svgRect, svgText } from './svg-element.js';
import { drawGhostLabel } from './svg-ghosts.js';
import { drawLegend } from './svg-legend.js';
import { drawArrow, drawEntry, drawLabel, drawTrackSpan, slotClass, type MarkContext } from './svg-marks.js';
import { hasRecordedLevels, recordedPattern } from './svg-recorded.js';

export interface RoadmapSvgOptions {
  /** `auto` follows the reader's system. */
  readonly theme: 'light' | 'dark' | 'auto';
  /** 1400 when absent. */
  readonly widthPx?: number | undefined;
  /** Starts the ids inside; give each drawing of a page its own. `cx` when absent. */
  readonly idPrefix?: string | undefined;
  /** Without the key below the chart when false. */
  readonly legend?: boolean | undefined;
  /** Without its style sheet when false: for a page that holds {@link roadmapCssFor}. */
  readonly styles?: boolean | undefined;
  /** As many items in a row as fit when absent. */
  readonly rows?: 'packed' | 'single' | undefined;
  /** Without commitment tracks, gap rails and gap counts when false. */
  readonly commitment?: boolean | undefined;
  /** Without arrows when false. */
  readonly arrows?: boolean | undefined;
  /** Told under the header. */
  readonly origin?: RoadmapOrigin | undefined;
}

/** The style sheet without comments and line breaks. */
export const roadmapCss: string = compact(`${css}${shapesCss}`);

/** {@link roadmapCss}, with the signs that only some drawings have when one of these has them. */
export function roadmapCssFor(layouts: readonly RoadmapLayout[], hasRemarks: boolean): string {
  const isMarked = hasRemarks || layouts.some(({ ghosts, lanes }) => ghosts.length > 0 || lanes.some(({ bars }) => bars.some(({ inferred }) => inferred)));
  return roadmapCss + (isMarked ? compact(marksCss) : '') + (layouts.some(hasRecordedLevels) ? compact(recordedCss) : '');
}

function compact(sheet: string): string {
  return sheet
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim();
}

export function formatRoadmapSvg(recorded: RoadmapLayout, options: RoadmapSvgOptions): string {
  const told = toldLayout(recorded, options);
  const layout = options.arrows === false ? { ...told, arrows: [] } : told;
  const remarks = originInWords(layout, options.origin);
  const scene = buildRoadmapScene(layout, options.widthPx, { rows: options.rows, remarks });
  const idPrefix = options.idPrefix ?? 'cx';
  const context: MarkContext = { layout, idPrefix };
  const legend = options.legend === false ? { markup: '', heightPx: 0 } : drawLegend(layout, scene.heightPx, scene.widthPx, idPrefix);
  const height = scene.heightPx + legend.heightPx;
  const entries = scene.lanes.flatMap((lane) => lane.entries);
  const theme = options.theme === 'light' ? '' : ` cx-${options.theme}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="cx-roadmap${theme}" viewBox="0 0 ${scene.widthPx} ${height}" width="${scene.widthPx}" height="${height}" role="graphics-document document" aria-labelledby="${idPrefix}-title" aria-describedby="${idPrefix}-desc">`,
    `<title id="${idPrefix}-title">${escapeXml(layout.title)}</title>`,
    `<desc id="${idPrefix}-desc">${escapeXml([describeRoadmap(layout, options), ...remarks].join(' '))}</desc>`,
    options.styles === false ? '' : `<style>${roadmapCssFor([layout], remarks.length > 0)}</style>`,
    definitions(idPrefix),
    hasRecordedLevels(layout) ? recordedPattern(idPrefix) : '',
    svgRect('cx-background', 0, 0, scene.widthPx, height),
    drawHeader(scene, layout),
    ...scene.lanes.map((lane) => drawLaneGround(lane, scene, context)),
    `<g aria-hidden="true">${scene.arrows.map(drawArrow).join('')}</g>`,
    ...scene.lanes.map((lane) => `<g role="graphics-object group" aria-label="${escapeXml(laneName(lane))}">${lane.entries.map((entry) => drawEntry(entry, context, lane.ghosts.get(entry.entry.id))).join('\n')}</g>`),
    drawToday(scene),
    drawRemarks(scene),
    `<g aria-hidden="true">${entries.map(drawLabel).join('\n')}</g>`,
    drawGhostLabels(scene),
    scene.emptyY === undefined ? '' : svgText(emptyInWords(layout), scene.chartLeft + 12, scene.emptyY + 4, 'cx-hint cx-label-outside'),
    ...scene.trays.map(drawTray),
    legend.markup,
    '</svg>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function definitions(idPrefix: string): string {
  const fade = (name: string, from: number, to: number): string =>
    `<linearGradient id="${idPrefix}-fade-${name}"><stop class="cx-fade-stop" offset="0" stop-opacity="${from}"/><stop class="cx-fade-stop" offset="1" stop-opacity="${to}"/></linearGradient>`;
  return (
    `<defs><pattern id="${idPrefix}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect class="cx-hatch-ground" width="6" height="6"/><line class="cx-hatch-line" x1="1.5" y1="0" x2="1.5" y2="6"/></pattern>${fade('start', 0.85, 0)}${fade('end', 0, 0.85)}</defs>`
  );
}

function drawHeader({ header, widthPx, chartLeft, chartRight, lanesBottom }: RoadmapScene, { title }: RoadmapLayout): string {
  const lines = header.ticks
    .filter(({ hasLine }) => hasLine)
    .map(({ x, isYear }) => svgLine(isYear ? 'cx-grid cx-grid-year' : 'cx-grid', Math.round(x) + 0.5, header.heightPx, Math.round(x) + 0.5, lanesBottom));
  const words = header.ticks.map(({ x, text, isYear }) => svgText(text, x + TICK_TEXT_OFFSET_PX, isYear ? 18 : 36, isYear ? 'cx-year' : 'cx-minor'));
  const phases = header.phases.map(
    ({ x, width, y, name, fullName }) =>
      `<g role="graphics-symbol img"><title>${escapeXml(fullName)}</title>${svgRect('cx-phase', x, y, width, header.phaseHeightPx, 3)}${svgText(name, x + 8, y + 14, 'cx-phase-name cx-small')}</g>`,
  );
  return [
    `<g class="cx-head"><g><title>${escapeXml(title)}</title>${svgText(header.title, 12, 27, 'cx-heading')}</g>`,
    ...lines,
    svgLine('cx-rule', chartLeft - 0.5, 0, chartLeft - 0.5, lanesBottom),
    svgLine('cx-rule', 0, header.rulesY, widthPx, header.rulesY),
    ...words,
    ...phases,
    `${svgLine('cx-rule', chartRight, header.heightPx, chartRight, lanesBottom)}</g>`,
  ].join('');
}

function drawLaneGround(scene: SceneLane, { widthPx }: RoadmapScene, context: MarkContext): string {
  const { lane, y, height } = scene;
  const slot = lane.colourSlot === undefined ? 'cx-slot-accent' : `cx-slot-${lane.colourSlot}`;
  const count = countOf(lane.itemCount, 'item');
  const countY = y + (scene.sublabel === undefined ? 40 : 57);
  const gaps = lane.gapCount === 0 ? '' : ` · <tspan class="cx-gap-count">${countOf(lane.gapCount, 'gap')}</tspan>`;
  return [
    `<g class="${slot}">${svgRect('cx-edge', 0, y, 3, height)}<g><title>${escapeXml(laneName(scene))}</title>${svgText(scene.label, 14, y + 23, 'cx-heading')}</g>`,
    scene.sublabel === undefined ? '' : svgText(scene.sublabel, 14, y + 40, 'cx-role'),
    `<text class="cx-count" x="14" y="${px(countY)}">${count}${gaps}</text>`,
    svgLine('cx-rule', 0, y + height - 0.5, widthPx, y + height - 0.5),
    '</g>',
    ...scene.track.map((span) => drawTrackSpan(span, scene.trackY, scene.trackHeight, context)),
  ].join('');
}

function laneName({ lane }: SceneLane): string {
  const gaps = lane.gapCount === 0 ? '' : `, ${countOf(lane.gapCount, 'gap')}`;
  return `${lane.label}${lane.sublabel === undefined ? '' : `, ${lane.sublabel}`}: ${countOf(lane.itemCount, 'item')}${gaps}`;
}

function drawToday({ header: { today }, lanesBottom }: RoadmapScene): string {
  if (today === undefined) return '';
  const pill = svgRect('cx-today-pill', today.pillX + 0.5, 23.5, TODAY_PILL_PX - 1, 16, 8);
  return `<g class="cx-today">${svgLine('cx-today-line', today.x, 40, today.x, lanesBottom)}${pill}<text class="cx-today-word" x="${px(today.pillX + TODAY_PILL_PX / 2)}" y="35.5">Today</text></g>`;
}

/** Over the lines that run down through the chart. */
function drawRemarks({ remarks: { y, heightPx, lines }, widthPx }: RoadmapScene): string {
  if (lines.length === 0) return '';
  const words = lines.map(({ text, full, x, baseline }) => `<g><title>${escapeXml(full)}</title>${svgText(text, x, baseline, '')}</g>`);
  return `<g class="cx-origin">${svgRect('cx-origin-ground', 0, y, widthPx, heightPx)}${svgLine('cx-rule', 0, y + heightPx - 0.5, widthPx, y + heightPx - 0.5)}${words.join('')}</g>`;
}

function drawGhostLabels({ lanes }: RoadmapScene): string {
  const labels = lanes.flatMap(({ entries, ghosts }) =>
    entries.flatMap(({ entry, y }) => {
      const ghost = ghosts.get(entry.id);
      return ghost === undefined ? [] : drawGhostLabel(ghost, y);
    }),
  );
  return labels.length === 0 ? '' : `<g aria-hidden="true">${labels.join('')}</g>`;
}

function drawTray(tray: SceneTray): string {
  const chips = tray.chips.map(
    ({ item, title, reason, x, y, width, reasonX }) =>
      `<g class="${slotClass(item.competency)}"><title>${escapeXml(`${item.title}: ${reason}`)}</title>${svgRect('cx-chip', x + 0.5, y + 0.5, width, tray.chipHeightPx - 1, 4)}${svgText(title, x + 10, y + 16, '')}${svgText(reason, reasonX, y + 16, 'cx-small cx-hint')}</g>`,
  );
  return `<g class="cx-tray">${svgText(tray.heading, 14, tray.headingY, 'cx-heading')}${chips.join('')}</g>`;
}
