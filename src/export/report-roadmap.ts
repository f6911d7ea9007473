/** A roadmap of the report: the drawing, and in words what its hatching says, since paper has no tooltips. */
import { fromEpochDay, type EpochDay } from '../playbook/calendar-date.js';
import { entriesOf } from '../roadmap/layout.js';
import type { DaySpan, RoadmapEntry, RoadmapGap, RoadmapLane, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { htmlText, noteName, prose } from './html-element.js';
import { formatRoadmapSvg } from './roadmap-svg.js';
import { datesInWords, emptyInWords, shortfallInWords } from '../roadmap/roadmap-words.js';

/** Fits a landscape page with words that can still be read. */
const WIDTH_PX = 1180;
const COLUMNS = ['Item', 'Planned', 'Too low', 'Recorded in this vault', 'Carried from'] as const;
const MAX_ROWS = 15;
/** Rows of bars, and one for each lane's head. */
const MAX_ROWS_ON_A_PAGE = 30;

export function roadmapHeading({ groupBy }: RoadmapLayout): string {
  return `Roadmap by ${htmlText(groupBy.replace(/^property:/, ''), 60)}`;
}

export function reportRoadmap(layout: RoadmapLayout, id: string): readonly string[] {
  if (layout.lanes.length === 0 && layout.unscheduled.length === 0) return [`<p>${htmlText(emptyInWords(layout))}</p>`];
  const parts = splitByLanes(layout);
  const drawings = parts.map((part, index) => {
    const ofParts = parts.length === 1 ? '' : ` ${index + 1} of ${parts.length}`;
    return [
      `<div class="drawing" role="region" aria-label="${roadmapHeading(layout)}, drawing${ofParts}" tabindex="0">`,
      formatRoadmapSvg(part, { theme: 'auto', widthPx: WIDTH_PX, idPrefix: `${id}-${index + 1}`, styles: false, legend: index === parts.length - 1 }).trimEnd(),
      '</div>',
    ].join('\n');
  });
  const split = parts.length === 1 ? '' : `<p class="note">In ${parts.length} drawings, one to a page. Dependencies from one drawing to another are not drawn.</p>`;
  return [split, ...drawings, gapTable(layout)];
}

/** Whole lanes, as many as a page of paper holds; the last part keeps the items that cannot be drawn. */
function splitByLanes(layout: RoadmapLayout): readonly RoadmapLayout[] {
  const groups: RoadmapLane[][] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const lane of layout.lanes) {
    rows += lane.rowCount + 1;
    const group = groups.at(-1);
    if (group === undefined || rows > MAX_ROWS_ON_A_PAGE) {
      groups.push([lane]);
      rows = lane.rowCount + 1;
    } else group.push(lane);
  }
  if (groups.length < 2) return [layout];
  return groups.map((lanes, index) => {
    const drawn = new Set(lanes.flatMap(entriesOf).map((entry) => entry.id));
    return {
      ...layout,
      lanes,
      arrows: layout.arrows.filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
      unscheduled: index === groups.length - 1 ? layout.unscheduled : [],
    };
  });
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
    `<thead role="rowgroup"><tr role="row">${COLUMNS.map((column) => `<th scope="col" role="columnheader">${column}</th>`).join('')}</tr></thead>`,
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
  const cell = (label: (typeof COLUMNS)[number], content: string): string => `<td role="cell" data-label="${label}">${content}</td>`;
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
