/**
 * The roadmap as Markdown: a table for each lane, what is not on the chart, and what to correct.
 *
 * Titles are escaped so that none becomes a link, an image, markup or another column.
 */
import { addTo } from '../playbook/add-to.js';
import { countOf } from '../playbook/count-of.js';
import { fromEpochDay } from '../playbook/calendar-date.js';
import type { RoadmapEntry, RoadmapGhost, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { rankSponsors } from '../roadmap/sponsor-gaps.js';
import { datesInWords, describeRoadmap, emptyInWords, fitInWords, gapInWords, ghostInWords, itemName, reasonInWords } from '../roadmap/roadmap-words.js';
import { escapeMarkdown, markdownTable } from './markdown-text.js';
import { originInWords, toldLayout, type RoadmapTextOptions } from './roadmap-origin.js';
import { datesOfRow, rowsOf, type RoadmapRow } from './roadmap-rows.js';

export function formatRoadmapMarkdown(recorded: RoadmapLayout, options: RoadmapTextOptions = {}): string {
  const layout = toldLayout(recorded, options);
  const isTold = options.commitment !== false;
  const blocks = [`# ${escapeMarkdown(layout.title)}`, escapeMarkdown(describeRoadmap(layout, options)), ...originInWords(layout, options.origin).map(escapeMarkdown)];
  const rows = rowsOf(layout);
  const rowsByLane = drawnRowsByLane(rows);
  if (layout.phases.length > 0) {
    blocks.push(layout.phases.map(({ number, name, phase, start, end }) => `${number}. ${escapeMarkdown(name || phase)}, ${start} to ${end}`).join('\n'));
  }
  if (layout.lanes.length === 0) blocks.push(emptyInWords(layout));
  for (const lane of layout.lanes) {
    const counts = lane.gapCount === 0 ? countOf(lane.itemCount, 'item') : `${countOf(lane.itemCount, 'item')}, ${countOf(lane.gapCount, 'gap')}`;
    const role = lane.sublabel === undefined ? '' : `, ${escapeMarkdown(lane.sublabel)}`;
    blocks.push(`## ${escapeMarkdown(lane.label)}${role} (${counts})`);
    const track = (lane.track ?? []).map(({ level, fromDay, expected, recorded }) => `${level === undefined ? 'not assessed' : escapeMarkdown(layout.levelLabels[level])} from ${fromEpochDay(fromDay)}${expected ? ' (expected)' : ''}${recorded === true ? ' (recorded in git)' : ''}`);
    if (track.length > 0) blocks.push(`Recorded commitment: ${track.join(' → ')}.`);
    if (lane.itemCount > 0) blocks.push(table(rowsByLane.get(lane) ?? [], layout, isTold));
  }
  if (layout.unscheduled.length > 0) {
    const items = rows.flatMap(({ item, unscheduled, ghost }) => {
      const then = ghost === undefined ? '' : `, ${ghostInWords(ghost)}`;
      return unscheduled === undefined ? [] : `- ${nameOf(item)}: ${reasonInWords(unscheduled)}${then}`;
    });
    blocks.push('## Not on the chart', items.join('\n'));
  }
  if (layout.ghosts.length > 0) blocks.push('## Changes', changesInMarkdown(layout));
  const sponsors = isTold ? sponsorTable(layout) : '';
  if (sponsors !== '') blocks.push('## Sponsors asked for more', sponsors);
  if (layout.problems.length > 0) {
    blocks.push('## To correct', layout.problems.map(({ message }) => `- ${escapeMarkdown(message)}`).join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

type DrawnRow = RoadmapRow & { readonly entry: RoadmapEntry };

function drawnRowsByLane(rows: readonly RoadmapRow[]): ReadonlyMap<RoadmapRow['lane'], readonly DrawnRow[]> {
  const byLane = new Map<RoadmapRow['lane'], DrawnRow[]>();
  for (const row of rows) {
    if (row.entry === undefined) continue;
    const drawn = { ...row, entry: row.entry };
    addTo(byLane, row.lane, drawn);
  }
  return byLane;
}

/** One line for each item that moved, is new or is gone. */
export function changesInMarkdown(layout: RoadmapLayout): string {
  const now = new Map(rowsOf(layout).map(({ item, entry }) => [item.id, entry ?? item]));
  const lines = layout.ghosts.map((ghost) => {
    const item = ghost.change === 'gone' ? undefined : now.get(ghost.id);
    return `- ${nameOf(item ?? ghost)}: ${changeInWords(ghost, item === undefined ? undefined : datesInWords(item))}`;
  });
  return lines.join('\n');
}

function changeInWords(ghost: RoadmapGhost, now: string | undefined): string {
  if (ghost.change === 'new') return `new, ${now ?? datesInWords(ghost)}`;
  const then = ghostInWords(ghost);
  return ghost.change === 'gone' ? `no longer on the roadmap, ${then}` : `moved, ${then}${now === undefined ? '' : `, is ${now}`}`;
}

/** Executives whose recorded level is too low, by the number of items; empty when there is none. */
function sponsorTable(layout: RoadmapLayout): string {
  const rows = rankSponsors(layout).map(({ name, items, gapDays, level, minimum }) => [
    escapeMarkdown(name),
    String(items.length),
    String(gapDays),
    escapeMarkdown(level === undefined ? 'not assessed' : layout.levelLabels[level]),
    escapeMarkdown(layout.levelLabels[minimum]),
  ]);
  return rows.length === 0 ? '' : markdownTable(['Name', 'Items', 'Days too low', 'Recorded', 'Needed'], rows);
}

function table(entries: readonly DrawnRow[], layout: RoadmapLayout, isTold: boolean): string {
  const rows = entries.map((row) => tableRow(row, layout, isTold));
  return markdownTable(['Item', 'Kind', 'Dates', 'Status', 'Ambition', 'Sponsor', ...(isTold ? ['Commitment'] : [])], rows);
}

function tableRow(row: DrawnRow, layout: RoadmapLayout, isTold: boolean): readonly string[] {
  const { entry } = row;
  return [
    nameOf(entry),
    entry.kind,
    datesOfRow(row),
    entry.status ?? '',
    entry.ambition ?? '',
    entry.sponsors.map(({ name }) => escapeMarkdown(name)).join(', '),
    ...(isTold ? [commitmentCell(entry, layout)] : []),
  ];
}

function commitmentCell(entry: RoadmapEntry, { levelLabels }: RoadmapLayout): string {
  const gaps = entry.gaps.map((gap) => `${gap.state === 'short' ? 'Too low' : 'Unknown'} ${gapInWords(gap, levelLabels)}`);
  return escapeMarkdown([...gaps, fitInWords(entry) ?? ''].filter((text) => text !== '').join('. '));
}

/** Without space before it: a list would take that for code. */
function nameOf(item: Parameters<typeof itemName>[0]): string {
  return escapeMarkdown(itemName(item)).trim();
}
