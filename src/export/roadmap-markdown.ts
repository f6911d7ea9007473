/**
 * The roadmap as Markdown: a table for each lane, what is not on the chart, and what to correct.
 *
 * Titles are escaped so that none becomes a link, an image, markup or another column.
 */
import { countOf } from '../playbook/count-of.js';
import { fromEpochDay } from '../playbook/calendar-date.js';
import type { RoadmapEntry, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { entriesOf } from '../roadmap/layout.js';
import { cleanText } from '../roadmap/clean-text.js';
import { datesInWords, describeRoadmap, emptyInWords, fitInWords, gapInWords, reasonInWords } from '../roadmap/roadmap-words.js';

export function formatRoadmapMarkdown(layout: RoadmapLayout): string {
  const blocks = [`# ${escapeMarkdown(layout.title)}`, escapeMarkdown(describeRoadmap(layout))];
  if (layout.phases.length > 0) {
    blocks.push(layout.phases.map(({ name, phase, start, end }, index) => `${index + 1}. ${escapeMarkdown(name || phase)}, ${start} to ${end}`).join('\n'));
  }
  if (layout.lanes.length === 0) blocks.push(emptyInWords(layout));
  for (const lane of layout.lanes) {
    const counts = lane.gapCount === 0 ? countOf(lane.itemCount, 'item') : `${countOf(lane.itemCount, 'item')}, ${countOf(lane.gapCount, 'gap')}`;
    const role = lane.sublabel === undefined ? '' : `, ${escapeMarkdown(lane.sublabel)}`;
    blocks.push(`## ${escapeMarkdown(lane.label)}${role} (${counts})`);
    const track = (lane.track ?? []).map(({ level, fromDay, expected }) => `${level === undefined ? 'not assessed' : escapeMarkdown(layout.levelLabels[level])} from ${fromEpochDay(fromDay)}${expected ? ' (expected)' : ''}`);
    if (track.length > 0) blocks.push(`Recorded commitment: ${track.join(' → ')}.`);
    if (lane.itemCount > 0) blocks.push(table(entriesOf(lane), layout));
  }
  if (layout.unscheduled.length > 0) {
    const items = layout.unscheduled.map((item) => `- ${escapeMarkdown(item.title)}: ${reasonInWords(item)}`);
    blocks.push('## Not on the chart', items.join('\n'));
  }
  if (layout.problems.length > 0) {
    blocks.push('## To correct', layout.problems.map(({ message }) => `- ${escapeMarkdown(message)}`).join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

function table(entries: readonly RoadmapEntry[], layout: RoadmapLayout): string {
  const rows = entries.map((entry) => [
    escapeMarkdown(entry.title),
    entry.kind,
    datesInWords(entry),
    entry.status ?? '',
    entry.ambition ?? '',
    entry.sponsors.map(({ name }) => escapeMarkdown(name)).join(', '),
    commitmentCell(entry, layout),
  ]);
  const head = ['Item', 'Kind', 'Dates', 'Status', 'Ambition', 'Sponsor', 'Commitment'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function commitmentCell(entry: RoadmapEntry, { levelLabels }: RoadmapLayout): string {
  const gaps = entry.gaps.map((gap) => `${gap.state === 'short' ? 'Too low' : 'Unknown'} ${gapInWords(gap, levelLabels)}`);
  return escapeMarkdown([...gaps, fitInWords(entry) ?? ''].filter((text) => text !== '').join('. '));
}

/** Text without any meaning for Markdown, HTML inside it, or a table's columns. */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replace(/[\\`*_[\]|~#!]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/%%/g, '%\\%')
    .replace(/\b(https?|ftp|mailto|javascript|data|obsidian):/gi, '$1&#58;')
    .replace(/\bwww\./gi, 'www&#46;');
}
