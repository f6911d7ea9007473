/**
 * The roadmap as an iCalendar file (RFC 5545): an all-day event for each item with dates, on the chart or beyond it.
 *
 * Ends are exclusive, as the standard asks. UIDs come from the note's path, so importing again updates events instead
 * of doubling them. Events never block time (`TRANSPARENT`).
 */
import { fromEpochDay, type CalendarDate } from '../playbook/calendar-date.js';
import { COMPETENCY_LABEL } from '../playbook/competency.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { cleanText } from '../roadmap/clean-text.js';
import { pathIds } from './path-id.js';
import { rowsOf, type RoadmapRow } from './roadmap-rows.js';
import { dayAfter, describeEntry, describeItem } from '../roadmap/roadmap-words.js';

/** RFC 5545, 3.1: lines of at most 75 octets, without the line end. */
const MAX_OCTETS = 75;

export function formatRoadmapCalendar(layout: RoadmapLayout): string {
  const rows = rowsOf(layout).filter(({ item }) => item.fullSpan !== undefined);
  const ids = pathIds(rows.map(({ item }) => item.id));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//CX Playbook//Roadmap//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(layout.title)}`,
    ...rows.flatMap((row) => eventLines(row, layout, ids.get(row.item.id) ?? '')),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines({ item, entry }: RoadmapRow, layout: RoadmapLayout, id: string): readonly string[] {
  const span = item.fullSpan;
  if (span === undefined) return [];
  const first = fromEpochDay(item.kind === 'milestone' ? span.lastDay : span.firstDay);
  const end = dayAfter(fromEpochDay(span.lastDay));
  const isShort = entry?.gaps.some(({ state }) => state === 'short') === true;
  const categories = [...item.competencies.map((competency) => COMPETENCY_LABEL[competency]), ...(isShort ? ['Commitment too low'] : [])];
  return [
    'BEGIN:VEVENT',
    `UID:${id}@cx-playbook`,
    `DTSTAMP:${compact(layout.today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    ...(end > first ? [`DTEND;VALUE=DATE:${compact(end)}`] : []),
    `SUMMARY:${escapeText(item.title)}`,
    `DESCRIPTION:${escapeText(entry === undefined ? describeItem(item) : describeEntry(entry, layout))}`,
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escapeText).join(',')}`]),
    `STATUS:${item.status === 'dropped' ? 'CANCELLED' : item.status === 'idea' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
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
