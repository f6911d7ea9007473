/**
 * The roadmap as a page of its own: the drawing, its key, and the same facts as a table for those who read by ear, on
 * a phone or on paper. No script, nothing loaded from elsewhere; a content policy in the page says so to the browser.
 */
import { goneGhosts } from '../roadmap/ghosts.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { escapeXml } from './escape.js';
import { originInWords, toldLayout, type RoadmapTextOptions } from './roadmap-origin.js';
import { datesOfRow, rowsOf, type RoadmapRow } from './roadmap-rows.js';
import { formatRoadmapSvg, roadmapCssFor } from './roadmap-svg.js';
import { hasRecordedLevels } from './svg-recorded.js';
import { splitByYears, type RoadmapYear } from './roadmap-years.js';
import { describeRoadmap, fitInWords, gapInWords, ghostInWords, itemName } from '../roadmap/roadmap-words.js';

export interface RoadmapHtmlOptions extends RoadmapTextOptions {
  /** `auto`, which follows the reader's system, when absent. */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined;
  readonly widthPx?: number | undefined;
  readonly rows?: 'packed' | 'single' | undefined;
  readonly arrows?: boolean | undefined;
  /** A drawing for each year, each on a page of its own in print. */
  readonly byYear?: boolean | undefined;
}

const PAGE_CSS =
  'body{margin:0;background:var(--cx-bg);color:var(--cx-text);font:14px/1.5 var(--cx-font)}' +
  'main{padding:24px;max-width:1448px;margin:0 auto}h1{font-size:22px;margin:0 0 4px}h2{font-size:16px;margin:28px 0 8px}' +
  'p{margin:0 0 16px;color:var(--cx-muted)}figure{margin:0;overflow-x:auto;border:1px solid var(--cx-line);border-radius:6px}' +
  'figure svg{display:block;min-width:900px;width:100%;height:auto}.cx-scroll{overflow-x:auto}' +
  'table{border-collapse:collapse;width:100%;font-size:13px}caption{text-align:start;color:var(--cx-muted);padding:0 0 8px}' +
  'th,td{text-align:start;vertical-align:top;padding:5px 10px;border-bottom:1px solid var(--cx-line)}thead th{color:var(--cx-muted);font-weight:600}' +
  'tbody th{font-weight:500;min-width:11em;max-width:26em;overflow-wrap:anywhere}td{overflow-wrap:break-word}.cx-low{color:var(--cx-error)}' +
  '@media print{@page{size:A4 landscape;margin:10mm}main{padding:0;max-width:none}figure{border:0;overflow:visible}' +
  'figure svg{min-width:0}tr{break-inside:avoid}thead{display:table-header-group}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}';

/** For a page with a drawing for each year: the table starts a page of its own too. */
const YEARS_CSS = '@media print{section.cx-year{break-after:page}section.cx-year figure svg{max-height:165mm}}';

const COLUMNS = ['Item', 'Kind', 'Lane', 'Dates', 'Status', 'Ambition', 'Sponsor', 'Commitment'] as const;

export function formatRoadmapHtml(recorded: RoadmapLayout, options: RoadmapHtmlOptions = {}): string {
  const layout = toldLayout(recorded, options);
  const remarks = originInWords(layout, options.origin);
  const theme = options.theme ?? 'auto';
  const themeClass = theme === 'light' ? '' : ` cx-${theme}`;
  const scheme = theme === 'auto' ? 'light dark' : theme;
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="${scheme}">`,
    `<title>${escapeXml(layout.title)}</title>`,
    `<style>${roadmapCssFor([layout], false)}${PAGE_CSS}${options.byYear === true ? YEARS_CSS : ''}</style>`,
    '</head>',
    `<body class="cx-roadmap${themeClass}">`,
    '<main>',
    `<h1>${escapeXml(layout.title)}</h1>`,
    `<p>${escapeXml(describeRoadmap(layout, options))}</p>`,
    ...remarks.map((remark) => `<p class="cx-remark">${escapeXml(remark)}</p>`),
    options.byYear === true ? drawYears(layout, options, theme) : figure(layout, options, theme),
    formatRoadmapTable(layout, options),
    goneList(layout),
    problemList(layout),
    '</main>',
    '</body>',
    '</html>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function figure(layout: RoadmapLayout, { widthPx, rows, commitment, arrows }: RoadmapHtmlOptions, theme: 'light' | 'dark' | 'auto', part?: RoadmapYear): string {
  const label = part === undefined ? 'Roadmap, scrolls sideways' : `Roadmap of ${part.year}, scrolls sideways`;
  const svg = formatRoadmapSvg(part?.layout ?? layout, {
    ...{ theme, widthPx, styles: false, rows, commitment, arrows },
    ...(part === undefined ? {} : { idPrefix: `cx-${part.year}` }),
  });
  return `<figure tabindex="0" aria-label="${label}">${svg.trimEnd()}</figure>`;
}

function drawYears(layout: RoadmapLayout, options: RoadmapHtmlOptions, theme: 'light' | 'dark' | 'auto'): string {
  const years = splitByYears(layout);
  if (years === undefined) return figure(layout, options, theme);
  return years.map((part) => `<section class="cx-year" aria-label="${part.year}">\n<h2>${part.year}</h2>\n${figure(layout, options, theme, part)}\n</section>`).join('\n');
}

/** Every item as a row of an HTML table; empty without items. */
function formatRoadmapTable(layout: RoadmapLayout, { commitment }: RoadmapTextOptions): string {
  const rows = rowsOf(layout);
  if (rows.length === 0) return '';
  const columns = commitment === false ? COLUMNS.slice(0, -1) : COLUMNS;
  const source = hasRecordedLevels(layout) ? 'Levels are those that the vault records, and striped ones those that git recorded.' : 'Levels are those that the vault records.';
  const caption = commitment === false ? 'What the drawing shows, in words.' : `What the drawing shows, in words. ${source}`;
  const head = columns.map((name) => `<th scope="col">${name}</th>`).join('');
  return [
    '<h2>All items</h2>',
    `<div class="cx-scroll"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>`,
    ...rows.map((row) => tableRow(row, layout, commitment !== false)),
    '</tbody></table></div>',
  ].join('\n');
}

function tableRow(row: RoadmapRow, layout: RoadmapLayout, withCommitment: boolean): string {
  const { item, lane, entry } = row;
  const cells = [item.kind, lane?.label ?? '', datesOfRow(row), item.status ?? '', item.ambition ?? '', item.sponsors.map(({ name }) => name).join(', ')];
  const commitment = (entry?.gaps ?? []).map((gap) => {
    const words = escapeXml(gapInWords(gap, layout.levelLabels));
    return gap.state === 'short' ? `<span class="cx-low">Too low</span> ${words}` : `Not assessed ${words}`;
  });
  const fit = entry === undefined ? undefined : fitInWords(entry);
  const last = [...commitment, ...(fit === undefined ? [] : [escapeXml(fit)])].join('<br>');
  return `<tr><th scope="row">${escapeXml(itemName(item))}</th>${cells.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}${withCommitment ? `<td>${last}</td>` : ''}</tr>`;
}

function goneList(layout: RoadmapLayout): string {
  const gone = goneGhosts(layout);
  if (gone.length === 0) return '';
  return `<h2>No longer on the roadmap</h2>\n<ul>\n${gone.map((ghost) => `<li>${escapeXml(`${ghost.title}: ${ghostInWords(ghost)}`)}</li>`).join('\n')}\n</ul>`;
}

function problemList({ problems }: RoadmapLayout): string {
  if (problems.length === 0) return '';
  return `<h2>To correct</h2>\n<ul>\n${problems.map(({ message }) => `<li>${escapeXml(message)}</li>`).join('\n')}\n</ul>`;
}
