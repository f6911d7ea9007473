/**
 * The roadmap as a Mermaid gantt chart: lanes are sections, diamonds are milestones, gaps make an item critical.
 *
 * Mermaid reads names up to the next `:` and gives `;`, `#`, `%%` and some first words a meaning of their own. Such
 * characters are replaced by their full-width twins, and names that start like a keyword or a date are put in quotes.
 * Where an item was before is a grey task of its own below it.
 */
import { fromEpochDay } from '../playbook/calendar-date.js';
import { ghostsByPath, goneGhosts } from '../roadmap/ghosts.js';
import { entriesOf } from '../roadmap/layout.js';
import type { RoadmapEntry, RoadmapGhost, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { cleanText } from '../roadmap/clean-text.js';
import { datesOfGhost, dayAfter } from '../roadmap/roadmap-words.js';
import { originInWords, toldLayout, type RoadmapTextOptions } from './roadmap-origin.js';

const TWIN: Readonly<Record<string, string>> = {
  ':': '\uff1a', ';': '\uff1b', '#': '\uff03', '%': '\uff05', '<': '\uff1c', '>': '\uff1e', '{': '\uff5b', '}': '\uff5d', '"': '\u201d',
};
/** Words with which the gantt grammar starts a statement, dates, and digits, of which a date starts. */
const SPECIAL_START =
  /^(gantt|title|section|dateformat|axisformat|tickinterval|inclusiveenddates|topaxis|excludes|includes|todaymarker|weekday|weekend|acctitle|accdescr|click|call|href|classdef|style|direction|end|[\d-])/i;
/** Long names make the chart unreadable and the parser slow; the note has the rest. */
const MAX_NAME = 120;

export function formatRoadmapMermaid(recorded: RoadmapLayout, options: RoadmapTextOptions = {}): string {
  const layout = toldLayout(recorded, options);
  const remarks = originInWords(layout, options.origin).map((remark) => ` · ${safeName(remark)}`);
  const lines = ['gantt', `  title ${safeName(layout.title)}${remarks.join('')}`, '  dateFormat YYYY-MM-DD', '  axisFormat %Y-%m'];
  const ghostOf = ghostsByPath(layout);
  const gone = goneGhosts(layout);
  let count = 0;
  for (const lane of layout.lanes) {
    if (lane.itemCount === 0) continue;
    lines.push(`  section ${safeName(lane.label)}`);
    for (const entry of entriesOf(lane)) {
      const ghost = ghostOf.get(entry.id);
      lines.push(`  ${safeName(entry.title)}${suffixOf(entry, ghost)} :${taskData(entry, `i${++count}`)}`);
      if (ghost?.change === 'moved') lines.push(ghostLine(ghost, `i${++count}`));
    }
  }
  if (gone.length > 0) lines.push('  section No longer on the roadmap', ...gone.map((ghost) => ghostLine(ghost, `i${++count}`)));
  if (count === 0) lines.push('  section Nothing planned yet', `  Add start and end to a note :milestone, i1, ${layout.today}, 0d`);
  return `${lines.join('\n')}\n`;
}

function suffixOf(entry: RoadmapEntry, ghost: RoadmapGhost | undefined): string {
  const inferred = entry.kind !== 'milestone' && entry.inferred ? ' (no dates of its own)' : '';
  return `${inferred}${ghost?.change === 'new' ? ' (new)' : ''}`;
}

function ghostLine(ghost: RoadmapGhost, id: string): string {
  const isMilestone = ghost.kind === 'milestone';
  const start = fromEpochDay(isMilestone ? ghost.lastDay : ghost.firstDay);
  const data = ['done', ...(isMilestone ? ['milestone'] : []), id, start, isMilestone ? '0d' : dayAfter(fromEpochDay(ghost.lastDay))];
  return `  ${safeName(ghost.title)} (was ${safeName(datesOfGhost(ghost)).replace(/[“”]/g, '')}) :${data.join(', ')}`;
}

function taskData(entry: RoadmapEntry, id: string): string {
  const isOver = entry.status === 'done' || entry.status === 'dropped';
  const tags = [
    ...(entry.gaps.some(({ state }) => state === 'short') ? ['crit'] : []),
    ...(isOver ? ['done'] : entry.status === 'active' ? ['active'] : []),
    ...(entry.kind === 'milestone' ? ['milestone'] : []),
  ];
  const start = fromEpochDay(entry.firstDay);
  const end = entry.kind === 'milestone' ? '0d' : dayAfter(fromEpochDay(entry.lastDay));
  return [...tags, id, start, end].join(', ');
}

function safeName(text: string): string {
  const name = cleanText(text)
    .replace(/[:;#%<>{}"]/g, (character) => TWIN[character] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...name];
  const short = characters.length > MAX_NAME ? `${characters.slice(0, MAX_NAME).join('').trimEnd()}…` : name;
  if (short === '') return 'Untitled';
  return SPECIAL_START.test(short) ? `“${short}”` : short;
}
