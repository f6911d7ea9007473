import { describe, expect, test } from 'vitest';
import { formatRoadmapCalendar } from '../../src/export/roadmap-calendar.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { date, initiative, journey, milestone, playbookOf } from '../builders.js';
import { comparedRoadmap, originOf } from './compared-roadmap.js';
import { FORBIDDEN_CHARACTERS, HOSTILE_TITLES, hostileRoadmap } from './hostile-titles.js';

type CalendarEvent = Readonly<Record<string, string>>;

/** Reads RFC 5545 as far as the export uses it; throws on long lines, bare line ends and unbalanced blocks. */
function readCalendar(text: string): readonly CalendarEvent[] {
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text)) throw new Error('Lines must end with CRLF.');
  const raw = text.slice(0, -2).split('\r\n');
  for (const line of raw) if (new TextEncoder().encode(line).length > 75) throw new Error(`Longer than 75 octets: ${line}`);
  const lines = raw.join('\n').replace(/\n /g, '').split('\n');
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR') throw new Error('No calendar.');
  const events: Record<string, string>[] = [];
  let event: Record<string, string> | undefined;
  for (const line of lines.slice(1, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;VALUE=DATE)?):(.*)$/s.exec(line) ?? [];
    if (name === '') throw new Error(`No property: ${line}`);
    if (name === 'BEGIN') event = {};
    else if (name === 'END') {
      if (event === undefined) throw new Error('END without BEGIN.');
      events.push(event);
      event = undefined;
    } else if (event !== undefined) {
      if (Object.hasOwn(event, name)) throw new Error(`Two of ${name}.`);
      event[name] = value.replace(/\\([\\;,])/g, '$1');
    }
  }
  return events;
}

function calendarOf(...items: Parameters<typeof initiative>[0][]): readonly CalendarEvent[] {
  const notes = items.map((values) => (values?.kind === 'milestone' ? milestone(values) : initiative(values)));
  return readCalendar(formatRoadmapCalendar(layoutRoadmap(playbookOf(journey({ start: '2026', end: '2027' }), ...notes), { today: date('2026-03-10'), groupBy: 'status' })));
}

describe('roadmap as a calendar', () => {
  test('cancels what is gone, says where items were, and has days for inferred spans', () => {
    const events = readCalendar(formatRoadmapCalendar(comparedRoadmap('Purse'), { origin: originOf('v1') }));
    expect(events.filter(({ STATUS }) => STATUS === 'CANCELLED')).toMatchObject([{ 'DTSTART;VALUE=DATE': '20260401', 'DTEND;VALUE=DATE': '20260701', 'DESCRIPTION': 'No longer on the roadmap: was from 2026-Q2.' }]);
    const described = events.map(({ DESCRIPTION }) => DESCRIPTION ?? '');
    expect(described.filter((text) => text.endsWith('Compared with the earlier roadmap: was 2026-03 to 2026-09.'))).toHaveLength(1);
    expect(events.filter((event) => event['DTSTART;VALUE=DATE'] === '20260501')).toHaveLength(2);
  });

  test.each(Object.entries(HOSTILE_TITLES))('keeps to its format with changes and %s as a title and revision', (_, title) => {
    const text = formatRoadmapCalendar(comparedRoadmap(title), { origin: originOf(title) });
    expect(readCalendar(text).length).toBeGreaterThan(5);
    expect(text).not.toMatch(FORBIDDEN_CHARACTERS);
  });

  test('has all-day events whose end is exclusive', () => {
    const [event] = calendarOf({ title: 'Purse, part 1; final', start: '2026-02', end: '2026-12-31', status: 'idea', competencies: ['employee-engagement'] });
    expect(event).toMatchObject({
      'DTSTAMP': '20260310T000000Z',
      'DTSTART;VALUE=DATE': '20260201',
      'DTEND;VALUE=DATE': '20270101',
      'SUMMARY': 'Purse, part 1; final',
      'CATEGORIES': 'Employee engagement',
      'STATUS': 'TENTATIVE',
      'TRANSP': 'TRANSPARENT',
    });
  });

  test('puts a milestone on its one day', () => {
    expect(calendarOf({ kind: 'milestone', title: 'Decide', end: '2026-Q2' })[0]).toMatchObject({ 'DTSTART;VALUE=DATE': '20260630', 'DTEND;VALUE=DATE': '20260701' });
  });

  test('holds what lies beyond the horizon and leaves out what has no dates', () => {
    expect(calendarOf({ title: 'Later', start: '2030', end: '2030' }, { title: 'Someday' }).map(({ SUMMARY }) => SUMMARY)).toEqual(['Later']);
  });

  test('never ends after the last day that can be written', () => {
    expect(calendarOf({ start: '9999-12-31', end: '9999-12-31' })[0]?.['DTEND;VALUE=DATE']).toBeUndefined();
  });

  test('keeps the id of a note while its path stays', () => {
    const [before] = calendarOf({ title: 'Purse', start: '2026' });
    const after = calendarOf({ title: 'Another', start: '2026' }, { title: 'Purse', start: '2027' }).find(({ SUMMARY }) => SUMMARY === 'Purse');
    expect(before?.['UID']).toMatch(/^[0-9a-f]{16}@cx-playbook$/);
    expect(after?.['UID']).toBe(before?.['UID']);
  });

  test('folds long lines between characters', () => {
    const title = '日本語😀'.repeat(60);
    expect(calendarOf({ title, path: 'a.md', start: '2026' })[0]?.['SUMMARY']).toBe(title);
  });

  test.each(Object.entries(HOSTILE_TITLES))('is whole with %s as a title', (_, title) => {
    const text = formatRoadmapCalendar(hostileRoadmap(title));
    const events = readCalendar(text);
    expect(events).toHaveLength(3);
    for (const event of events) expect(Object.keys(event)).not.toContain('ATTENDEE');
    expect(text).not.toMatch(FORBIDDEN_CHARACTERS);
  });
});
