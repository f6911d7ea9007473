/** A roadmap of the report: the drawing, and in words what its hatching says, since paper has no tooltips. */
import { fromEpochDay, type EpochDay } from '../playbook/calendar-date.js';
import { entriesOf } from '../roadmap/layout.js';
import type { DaySpan, RoadmapEntry, RoadmapGap, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { htmlText, noteName, prose } from './html-element.js';
import { formatRoadmapSvg } from './roadmap-svg.js';
import { datesInWords, emptyInWords, shortfallInWords } from './roadmap-words.js';

/** Fits a landscape page with words that can still be read. */
const WIDTH_PX = 1180;
const MAX_ROWS = 15;
/** Rows of bars, and one for each lane's head. */
const MAX_ROWS_ON_A_PAGE = 36;

export function roadmapHeading({ groupBy }: RoadmapLayout): string {
  return `Roadmap by ${htmlText(groupBy.replace(/^property:/, ''), 60)}`;
}

export function reportRoadmap(layout: RoadmapLayout, id: string): readonly string[] {
  if (layout.lanes.length === 0 && layout.unscheduled.length === 0) return [`<p>${htmlText(emptyInWords(layout))}</p>`];
  return [
    `<div class="${isTall(layout) ? 'drawing' : 'drawing one-page'}" role="region" aria-label="${roadmapHeading(layout)}, drawing" tabindex="0">`,
    formatRoadmapSvg(layout, { theme: 'auto', widthPx: WIDTH_PX, idPrefix: id, styles: false }).trimEnd(),
    '</div>',
    gapTable(layout),
  ];
}

/** Higher than about one and a half landscape pages: it then runs over several rather than shrink to one. */
function isTall({ lanes }: RoadmapLayout): boolean {
  return lanes.reduce((rows, { rowCount }) => rows + rowCount + 1, 0) > MAX_ROWS_ON_A_PAGE;
}

/** Items with days that the recorded commitment does not carry; empty when there is none. */
function gapTable(layout: RoadmapLayout): string {
  const short = layout.lanes.flatMap(entriesOf).filter(({ gaps }) => gaps.some(({ state }) => state === 'short'));
  if (short.length === 0) return '';
  const rows = short.slice(0, MAX_ROWS).map((entry) => gapRow(entry, layout));
  const more = short.length > MAX_ROWS ? `<p>and ${short.length - MAX_ROWS} more</p>` : '';
  return [
    '<h3>Items short of recorded commitment</h3>',
    '<table class="gaps" role="table">',
    '<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Item</th><th scope="col" role="columnheader">Planned</th><th scope="col" role="columnheader">Too low</th><th scope="col" role="columnheader">Recorded in this vault</th><th scope="col" role="columnheader">Carried from</th></tr></thead>',
    `<tbody role="rowgroup">\n${rows.join('\n')}\n</tbody>`,
    `</table>${more}`,
  ].join('\n');
}

function gapRow(entry: RoadmapEntry, { levelLabels }: RoadmapLayout): string {
  const short = entry.gaps.filter(({ state }) => state === 'short');
  const days = shortDays(short).map(({ firstDay, lastDay }) => {
    const first = dayInWords(firstDay);
    return firstDay === lastDay ? first : `${first} to ${dayInWords(lastDay)}`;
  });
  const reasons = [...new Set(short.flatMap((gap) => gap.reasons.map((reason) => shortfallInWords(reason, levelLabels))))];
  const fit = entry.earliestFit === undefined ? 'no recorded day yet' : dayInWords(entry.earliestFit);
  const cell = (label: string, content: string): string => `<td role="cell" data-label="${label}">${content}</td>`;
  return [
    `<tr role="row"><th scope="row" role="rowheader">${noteName(entry)}</th>`,
    cell('Planned', prose(datesInWords(entry))),
    cell('Too low', days.join('; ')),
    cell('Recorded in this vault', `${htmlText(reasons.join('; '), 600)}.`),
    `${cell('Carried from', fit)}</tr>`,
  ].join('');
}

/** Stretches of days without a break, whoever they are short of. */
function shortDays(gaps: readonly RoadmapGap[]): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  for (const { fromDay, toDay } of gaps) {
    const last = spans.at(-1);
    if (last?.lastDay === fromDay - 1) spans[spans.length - 1] = { firstDay: last.firstDay, lastDay: toDay };
    else spans.push({ firstDay: fromDay, lastDay: toDay });
  }
  return spans;
}

function dayInWords(day: EpochDay): string {
  const text = fromEpochDay(day);
  return `<time datetime="${text}">${text}</time>`;
}
