/**
 * The roadmap as a page of its own: the drawing, its key, and the same facts as a table for those who read by ear, on
 * a phone or on paper. No script, nothing loaded from elsewhere; a content policy in the page says so to the browser.
 */
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { escapeXml } from './escape.js';
import { rowsOf, type RoadmapRow } from './roadmap-rows.js';
import { formatRoadmapSvg, roadmapCss } from './roadmap-svg.js';
import { datesInWords, describeRoadmap, fitInWords, gapInWords, reasonInWords } from '../roadmap/roadmap-words.js';

export interface RoadmapHtmlOptions {
  /** `auto`, which follows the reader's system, when absent. */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined;
  readonly widthPx?: number | undefined;
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

const COLUMNS = ['Item', 'Kind', 'Lane', 'Dates', 'Status', 'Ambition', 'Sponsor', 'Commitment'] as const;

export function formatRoadmapHtml(layout: RoadmapLayout, options: RoadmapHtmlOptions = {}): string {
  const theme = options.theme ?? 'auto';
  const themeClass = theme === 'light' ? '' : ` cx-${theme}`;
  const scheme = theme === 'auto' ? 'light dark' : theme;
  const svg = formatRoadmapSvg(layout, { theme, widthPx: options.widthPx, styles: false });
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="${scheme}">`,
    `<title>${escapeXml(layout.title)}</title>`,
    `<style>${roadmapCss}${PAGE_CSS}</style>`,
    '</head>',
    `<body class="cx-roadmap${themeClass}">`,
    '<main>',
    `<h1>${escapeXml(layout.title)}</h1>`,
    `<p>${escapeXml(describeRoadmap(layout))}</p>`,
    `<figure tabindex="0" aria-label="Roadmap, scrolls sideways">${svg.trimEnd()}</figure>`,
    formatRoadmapTable(layout),
    problemList(layout),
    '</main>',
    '</body>',
    '</html>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Every item as a row of an HTML table; empty without items. */
export function formatRoadmapTable(layout: RoadmapLayout): string {
  const rows = rowsOf(layout);
  if (rows.length === 0) return '';
  const head = COLUMNS.map((name) => `<th scope="col">${name}</th>`).join('');
  return [
    '<h2>All items</h2>',
    `<div class="cx-scroll"><table><caption>What the drawing shows, in words. Levels are those that the vault records.</caption><thead><tr>${head}</tr></thead><tbody>`,
    ...rows.map((row) => tableRow(row, layout)),
    '</tbody></table></div>',
  ].join('\n');
}

function tableRow({ item, lane, entry, unscheduled }: RoadmapRow, layout: RoadmapLayout): string {
  const dates = unscheduled === undefined ? datesInWords(item) : item.fullSpan === undefined ? reasonInWords(unscheduled) : `${datesInWords(item)}, ${reasonInWords(unscheduled)}`;
  const cells = [item.kind, lane?.label ?? '', dates, item.status ?? '', item.ambition ?? '', item.sponsors.map(({ name }) => name).join(', ')];
  const commitment = (entry?.gaps ?? []).map((gap) => {
    const words = escapeXml(gapInWords(gap, layout.levelLabels));
    return gap.state === 'short' ? `<span class="cx-low">Too low</span> ${words}` : `Not assessed ${words}`;
  });
  const fit = entry === undefined ? undefined : fitInWords(entry);
  const last = [...commitment, ...(fit === undefined ? [] : [escapeXml(fit)])].join('<br>');
  return `<tr><th scope="row">${escapeXml(item.title)}</th>${cells.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}<td>${last}</td></tr>`;
}

function problemList({ problems }: RoadmapLayout): string {
  if (problems.length === 0) return '';
  return `<h2>To correct</h2>\n<ul>\n${problems.map(({ message }) => `<li>${escapeXml(message)}</li>`).join('\n')}\n</ul>`;
}
