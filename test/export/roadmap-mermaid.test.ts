import { describe, expect, test } from 'vitest';
import { formatRoadmapMermaid } from '../../src/export/roadmap-mermaid.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { date, playbookOf } from '../builders.js';
import { comparedRoadmap, originOf } from './compared-roadmap.js';
import { FORBIDDEN_CHARACTERS, HOSTILE_TITLES, hostileRoadmap } from './hostile-titles.js';

/** Words that start a statement in Mermaid's gantt grammar (version 11). */
const KEYWORD =
  /^(gantt|title|section|dateFormat|axisFormat|tickInterval|inclusiveEndDates|topAxis|excludes|includes|todayMarker|weekday|weekend|accTitle|accDescr|click|call|href|\d{4}-\d{2}-\d{2})/i;
const NAME = /^[^:;#%<>{}\n]+$/;
const TASK = /^ {2}([^:]+) :((?:(?:crit|done|active|milestone), )*)i(\d+), (\d{4}-\d{2}-\d{2}), (\d{4}-\d{2}-\d{2}|0d)$/;

/** Stricter than Mermaid: every line is the statement that was meant, and no name can be taken for another one. */
function readGantt(text: string): { readonly sections: readonly string[]; readonly tasks: readonly (readonly string[])[] } {
  const [first, title, dateFormat, axisFormat, ...rest] = text.trimEnd().split('\n');
  expect([first, dateFormat, axisFormat]).toEqual(['gantt', '  dateFormat YYYY-MM-DD', '  axisFormat %Y-%m']);
  expect(title).toMatch(/^ {2}title [^:;#%<>{}\n]+$/);
  const sections: string[] = [];
  const tasks: string[][] = [];
  for (const line of rest) {
    const section = /^ {2}section (.+)$/.exec(line)?.[1];
    const task = TASK.exec(line);
    const name = section ?? task?.[1] ?? '';
    expect(name).toMatch(NAME);
    if (section !== undefined) sections.push(section);
    else {
      expect(name).not.toMatch(KEYWORD);
      tasks.push([name, (task?.[2] ?? '').replace(/, $/, ''), task?.[4] ?? '', task?.[5] ?? '']);
    }
  }
  return { sections, tasks };
}

describe('roadmap as Mermaid', () => {
  test('has a section for each lane and a task for each item that is drawn', () => {
    expect(readGantt(formatRoadmapMermaid(hostileRoadmap('Purse')))).toEqual({
      sections: ['Purse', 'No sponsor'],
      tasks: [
        ['Purse', 'crit, active', '2026-01-01', '2026-10-01'],
        ['Purse', '', '2026-02-01', '2026-02-11'],
        ['Purse', 'milestone', '2026-12-31', '0d'],
      ],
    });
  });

  test('draws where items were as grey tasks, and what is gone in a section of its own', () => {
    const { sections, tasks } = readGantt(formatRoadmapMermaid(comparedRoadmap('Purse'), { origin: originOf('v1') }));
    expect(sections.at(-1)).toBe('No longer on the roadmap');
    expect(tasks).toEqual(
      expect.arrayContaining([
        ['Purse', 'crit', '2026-05-01', '2026-11-01'],
        ['Purse (was 2026-03 to 2026-09)', 'done', '2026-03-01', '2026-10-01'],
        ['Purse (was 2026-06-30)', 'done, milestone', '2026-06-30', '0d'],
        ['Purse (new)', '', '2027-01-01', '2027-04-01'],
        ['Purse (no dates of its own)', '', '2026-05-01', '2026-11-01'],
        ['Purse (was from 2026-Q2)', 'done', '2026-04-01', '2026-07-01'],
      ]),
    );
  });

  test.each(Object.entries(HOSTILE_TITLES))('keeps its grammar with changes and %s as a title and revision', (_, title) => {
    const text = formatRoadmapMermaid(comparedRoadmap(title), { origin: originOf(title) });
    expect(readGantt(text).tasks.length).toBeGreaterThan(6);
    expect(text).not.toMatch(FORBIDDEN_CHARACTERS);
  });

  test('of an empty playbook is still a chart, which says what to do', () => {
    const text = formatRoadmapMermaid(layoutRoadmap(playbookOf(), { today: date('2026-03-10'), groupBy: 'competency' }));
    expect(readGantt(text).tasks).toEqual([['Add start and end to a note', 'milestone', '2026-03-10', '0d']]);
  });

  test.each([
    ...Object.entries(HOSTILE_TITLES),
    ...['section x', 'Title', 'gantt', '2026-01-01 launch', 'todayMarker off', 'click a call x()', 'accDescr {', '%%{init: {}}%%', '100% sure', 'a:b;c#d', '---', 'end', 'weekday monday'].map((title): [string, string] => [title, title]),
  ])('keeps its grammar with %s as a title', (_, title) => {
    for (const groupBy of ['leader', 'property:x'] as const) {
      const text = formatRoadmapMermaid(hostileRoadmap(title, groupBy));
      expect(readGantt(text).tasks).toHaveLength(3);
      expect(text).not.toMatch(FORBIDDEN_CHARACTERS);
    }
  });
});
