/**
 * The roadmap as an iCalendar file (RFC 5545): an all-day event for each item with dates, on the chart or beyond it.
 *
 * Ends are exclusive, as the standard asks. UIDs come from the note's path, so importing again updates events instead
 * of doubling them; what is gone since an earlier roadmap is cancelled. Events never block time (`TRANSPARENT`).
 */
import { fromEpochDay, type CalendarDate } from '../playbook/calendar-date.js';
import { COMPETENCY_LABEL } from '../playbook/competency.js';
import { goneGhosts } from '../roadmap/ghosts.js';
import type { DaySpan, RoadmapGhost, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { cleanText } from '../roadmap/clean-text.js';
import { pathIds } from './path-id.js';
import { originInWords, toldLayout, type RoadmapTextOptions } from './roadmap-origin.js';
import { rowsOf, type RoadmapRow } from './roadmap-rows.js';
import { dayAfter, describeEntry, describeItem, ghostInWords } from '../roadmap/roadmap-words.js';

/** RFC 5545, 3.1: lines of at most 75 octets, without the line end. */
const MAX_OCTETS = 75;

export function formatRoadmapCalendar(recorded: RoadmapLayout, options: RoadmapTextOptions = {}): string {
  const layout = toldLayout(recorded, options);
  const rows = rowsOf(layout).filter((row) => spanOf(row) !== undefined);
  const gone = goneGhosts(layout);
  const ids = pathIds([...rows.map(({ item }) => item.id), ...gone.map(({ id }) => id)]);
  const remarks = originInWords(layout, options.origin);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//CX Playbook//Roadmap//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(layout.title)}`,
    ...(remarks.length === 0 ? [] : [`X-WR-CALDESC:${escapeText(remarks.join(' '))}`]),
    ...rows.flatMap((row) => eventLines(row, layout, ids.get(row.item.id) ?? '')),
    ...gone.flatMap((ghost) => goneLines(ghost, layout, ids.get(ghost.id) ?? '')),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** The days of an item's own dates, else those drawn. */
function spanOf({ item, entry }: RoadmapRow): DaySpan | undefined {
  return item.fullSpan ?? entry;
}

function eventLines(row: RoadmapRow, layout: RoadmapLayout, id: string): readonly string[] {
  const { item, entry, ghost } = row;
  const span = spanOf(row);
  if (span === undefined) return [];
  const description = entry === undefined ? describeItem(item) : describeEntry(entry, layout);
  const then = ghost === undefined ? '' : ` Compared with the earlier roadmap: ${ghostInWords(ghost)}.`;
  const isShort = entry?.gaps.some(({ state }) => state === 'short') === true;
  const categories = [...item.competencies.map((competency) => COMPETENCY_LABEL[competency]), ...(isShort ? ['Commitment too low'] : [])];
  return [
    'BEGIN:VEVENT',
    `UID:${id}@cx-playbook`,
    `DTSTAMP:${compact(layout.today)}T000000Z`,
    ...dayLines(item.kind, span),
    `SUMMARY:${escapeText(item.title)}`,
    `DESCRIPTION:${escapeText(description + then)}`,
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escapeText).join(',')}`]),
    `STATUS:${item.status === 'dropped' ? 'CANCELLED' : item.status === 'idea' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function goneLines(ghost: RoadmapGhost, layout: RoadmapLayout, id: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@cx-playbook`,
    `DTSTAMP:${compact(layout.today)}T000000Z`,
    ...dayLines(ghost.kind, ghost),
    `SUMMARY:${escapeText(ghost.title)}`,
    `DESCRIPTION:${escapeText(`No longer on the roadmap: ${ghostInWords(ghost)}.`)}`,
    'STATUS:CANCELLED',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** First day, and the day after the last. */
function dayLines(kind: RoadmapGhost['kind'], { firstDay, lastDay }: DaySpan): readonly string[] {
  const first = fromEpochDay(kind === 'milestone' ? lastDay : firstDay);
  const end = dayAfter(fromEpochDay(lastDay));
  return [`DTSTART;VALUE=DATE:${compact(first)}`, ...(end > first ? [`DTEND;VALUE=DATE:${compact(end)}`] : [])];
}

function compact(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return cleanText(text).replace(/[\\;,]/g, '\\$&');
}

/** Breaks a line at 75 octets of UTF-8, never inside a character; each further line starts with a space. */
function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
