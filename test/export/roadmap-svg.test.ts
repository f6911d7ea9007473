import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRoadmapScene } from '../../src/export/roadmap-scene.js';
import { formatRoadmapSvg, roadmapCss } from '../../src/export/roadmap-svg.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { date, executive, initiative, journey, milestone, pilot, playbookOf } from '../builders.js';
import { FORBIDDEN_CHARACTERS, HOSTILE_TITLES, hostileRoadmap } from './hostile-titles.js';
import { findUnsafe, readMarkup } from './markup-reader.js';

const today = date('2026-03-10');

function layoutOf(...notes: readonly PlaybookNote[]): RoadmapLayout {
  return layoutRoadmap(playbookOf(...notes), { today, groupBy: 'leader' });
}

const small = layoutOf(
  journey({ title: 'CX journey', start: '2026', end: '2027', phases: [['awareness', 'Listen', '2026', '2026-06'], ['embed', 'Keep', '2026-07', '2027']] }),
  executive({ title: 'Ana Ruiz', role: 'CEO', levels: { '2026-02-01': 'toe-dipper', '2026-09-01': 'supporter' } }),
  pilot({ title: 'Storm texts', start: '2026-01-15', end: '2026-06-30', sponsor: ['Ana Ruiz'], ambition: 'unit', competencies: ['customer-connectedness'], status: 'active', progress: 40 }),
  initiative({ title: 'Hosts with a purse', start: '2026-05', end: '2028', sponsor: ['Ana Ruiz'], ambition: 'local', competencies: ['employee-engagement'], dependsOn: ['Storm texts'] }),
  milestone({ title: 'Board decides', end: '2026-07-31', sponsor: ['Ana Ruiz'], ambition: 'unit', dependsOn: ['Storm texts'] }),
  initiative({ title: 'Someday', status: 'idea' }),
);

describe('roadmap as SVG', () => {
  test('looks as agreed', async () => {
    await expect(formatRoadmapSvg(small, { theme: 'auto', styles: false })).toMatchFileSnapshot('snapshots/roadmap.svg');
  });

  test('carries its style sheet, which asks for nothing from outside', () => {
    expect(roadmapCss).toContain('.cx-roadmap.cx-dark{--cx-bg:');
    expect(roadmapCss).not.toMatch(/url\(|@import|expression|javascript:|https?:|[<&]/i);
    expect(formatRoadmapSvg(small, { theme: 'light' })).toContain(`<style>${roadmapCss}</style>`);
  });

  test('is the same, byte for byte, each time', () => {
    expect(formatRoadmapSvg(small, { theme: 'dark' })).toBe(formatRoadmapSvg(structuredClone(small), { theme: 'dark' }));
  });

  test('names the drawing, every lane, item, phase and level for assistive technology', () => {
    const svg = formatRoadmapSvg(small, { theme: 'light' });
    const titles = [...svg.matchAll(/<title[^>]*>([^<]*)</g)].map(([, title]) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        'CX journey',
        'Listen',
        'Ana Ruiz, CEO: 3 items, 2 gaps',
        'toe-dipper, 2026-02-01 to 2026-08-31',
        'supporter (expected), 2026-09-01 to 2027-12-31',
        'not assessed, 2026-01-01 to 2026-01-31',
        'Someday: no dates',
      ]),
    );
    expect(titles.find((title) => title?.startsWith('Storm texts'))).toBe(
      'Storm texts: pilot, 2026-01-15 to 2026-06-30, active, 40 % done, ambition unit, Customer connectedness, sponsor Ana Ruiz. ' +
        'Recorded commitment is too low, 2026-02-01 to 2026-06-30: Ana Ruiz is recorded as toe-dipper, supporter is needed. ' +
        'Not assessed, 2026-01-15 to 2026-01-31: Ana Ruiz is not assessed, supporter is needed. Carried from 2026-09-01 on.',
    );
    const { elements } = readMarkup(svg, 'xml');
    const root = elements[0]?.attributes;
    expect(elements.filter(({ attributes }) => attributes['id'] === root?.['aria-labelledby'])).toHaveLength(1);
    expect(elements.filter(({ attributes }) => attributes['id'] === root?.['aria-describedby'])).toHaveLength(1);
  });

  test('says every level with its word, not by colour alone', () => {
    const { text } = readMarkup(formatRoadmapSvg(small, { theme: 'light' }), 'xml');
    for (const word of ['not assessed', 'toe-dipper', 'supporter, expected']) expect(text).toContain(word);
  });

  test('tells an empty playbook what to do', () => {
    const { text } = readMarkup(formatRoadmapSvg(layoutOf(), { theme: 'light' }), 'xml');
    expect(text).toContain('Nothing is planned yet. Add a note of type initiative, pilot or milestone with a start and an end.');
    expect(readMarkup(formatRoadmapSvg(layoutOf(initiative({ title: 'Someday' })), { theme: 'light' }), 'xml').text).toContain('Not on the chart (1)');
  });

  test.each(Object.entries(HOSTILE_TITLES))('is safe and whole with %s as a title', (_, title) => {
    for (const groupBy of ['leader', 'unit', 'property:x'] as const) {
      const svg = formatRoadmapSvg(hostileRoadmap(title, groupBy), { theme: 'auto' });
      expect(findUnsafe(readMarkup(svg, 'xml'), svg)).toEqual([]);
      expect(svg).not.toMatch(FORBIDDEN_CHARACTERS);
    }
  });

  test('gives each drawing of a page its own ids', () => {
    const ids = (idPrefix: string) => readMarkup(formatRoadmapSvg(small, { theme: 'light', idPrefix }), 'xml').elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(ids('a').filter((id) => ids('b').includes(id))).toEqual([]);
    expect(new Set(ids('a')).size).toBe(ids('a').length);
  });

  test.each([['light', 'cx-roadmap'], ['dark', 'cx-roadmap cx-dark'], ['auto', 'cx-roadmap cx-auto']] as const)('wears the %s theme', (theme, classes) =>
    expect(readMarkup(formatRoadmapSvg(small, { theme }), 'xml').elements[0]?.attributes['class']).toBe(classes),
  );

  test('copes with every day that can be written', () => {
    const layout = layoutOf(journey({ start: '0001', end: '9999' }), initiative({ title: 'A', start: '0001' }), initiative({ title: 'B', end: '9999', dependsOn: ['A'] }));
    const svg = formatRoadmapSvg(layout, { theme: 'light' });
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg.length).toBeLessThan(40_000);
  });

  test('draws 20,000 items', () => {
    const items = Array.from({ length: 20_000 }, (_, index) => initiative({ title: `Item ${index}`, start: '2026-02-01', end: '2026-05-01', dependsOn: [`Item ${index - 1}`] }));
    expect(formatRoadmapSvg(layoutOf(...items), { theme: 'light' })).toContain('20000 items');
  });
});

describe('roadmap scene', () => {
  const anItem = fc.record({
    start: fc.integer({ min: 0, max: 700 }),
    days: fc.integer({ min: 0, max: 200 }),
    title: fc.string({ minLength: 1, maxLength: 60 }),
    isMilestone: fc.boolean(),
  });

  test('lets nothing in a row touch, labels included, and nothing leave the chart', () => {
    fc.assert(
      fc.property(fc.array(anItem, { maxLength: 30 }), fc.integer({ min: 400, max: 2000 }), (items, widthPx) => {
        const first = Date.UTC(2026, 0, 1);
        const text = (offset: number): string => new Date(first + offset * 86_400_000).toISOString().slice(0, 10);
        const notes = items.map(({ start, days, title, isMilestone }, index) =>
          initiative({ title, path: `${index}.md`, kind: isMilestone ? 'milestone' : 'initiative', start: text(start), end: text(start + days) }),
        );
        const scene = buildRoadmapScene(layoutOf(journey({ start: '2026', end: '2027' }), ...notes), widthPx);
        for (const { entries, y, height } of scene.lanes) {
          const boxes = entries.map(({ left, right, label, row, y: top }) => ({ row, top, from: Math.min(left, label.x), to: Math.max(right, label.x + label.width) }));
          boxes.forEach((a, index) => {
            expect(a.top >= y && a.top + 24 <= y + height).toBe(true);
            expect(a.from).toBeGreaterThanOrEqual(scene.chartLeft - 10);
            expect(a.to).toBeLessThanOrEqual(scene.chartRight + 10);
            for (const b of boxes.slice(index + 1)) if (a.row === b.row) expect(a.to < b.from || b.to < a.from).toBe(true);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('leads every arrow from its predecessor to its successor at right angles', () => {
    const notes = Array.from({ length: 14 }, (_, index) =>
      initiative({ title: `Item ${index}`, start: `2026-${String(1 + ((index * 5) % 12)).padStart(2, '0')}`, end: '2027-03', dependsOn: [`Item ${(index * 3) % 14}`] }),
    );
    const scene = buildRoadmapScene(layoutOf(journey({ start: '2026', end: '2027' }), ...notes, milestone({ end: '2027-06', dependsOn: ['Item 3'] })));
    const placed = new Map(scene.lanes.flatMap(({ entries }) => entries.map((entry) => [entry.entry.id, entry])));
    expect(scene.arrows.length).toBeGreaterThan(10);
    for (const { arrow, points } of scene.arrows) {
      const [start, end] = [points[0], points.at(-1)];
      const [from, to] = [placed.get(arrow.from), placed.get(arrow.to)];
      expect(start !== undefined && from !== undefined && start.x >= from.left && start.x <= from.right && start.y >= from.y && start.y <= from.y + 24).toBe(true);
      expect(end !== undefined && to !== undefined && end.x >= to.left && end.x <= to.right && end.y >= to.y && end.y <= to.y + 24).toBe(true);
      points.slice(1).forEach((point, index) => expect(point.x === points[index]?.x || point.y === points[index]?.y).toBe(true));
    }
  });
});
