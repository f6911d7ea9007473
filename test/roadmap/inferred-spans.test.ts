import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay } from '../../src/playbook/calendar-date.js';
import type { Initiative, PlaybookNote } from '../../src/playbook/note.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { NO_FILTER } from '../../src/roadmap/roadmap-filter.js';
import type { RoadmapLayout, RoadmapOptions } from '../../src/roadmap/roadmap-layout.js';
import { describeEntry } from '../../src/roadmap/roadmap-words.js';
import { date, executive, initiative, journey, milestone, pilot, playbookOf } from '../builders.js';

const today = date('2026-03-10');
const parent = initiative({ title: 'Parent' });

function layoutOf(notes: readonly PlaybookNote[], options: Partial<RoadmapOptions> = {}): RoadmapLayout {
  return layoutRoadmap(playbookOf(journey({ start: '2026', end: '2027' }), ...notes), { today, groupBy: 'status', ...options });
}

/** Bars by title: the days, marked when they are inferred. */
function daysByTitle({ lanes }: RoadmapLayout): Readonly<Record<string, string>> {
  const bars = lanes.flatMap((lane) => lane.bars);
  return Object.fromEntries(bars.map(({ title, firstDay, lastDay, inferred }) => [title, `${fromEpochDay(firstDay)}..${fromEpochDay(lastDay)}${inferred ? ' inferred' : ''}`]));
}

describe('an item without dates', () => {
  test('is drawn from the first to the last day of what supports it, soft at both ends', () => {
    const layout = layoutOf([
      parent,
      initiative({ title: 'A', supports: ['Parent'], start: '2026-03-01', end: '2026-04-30' }),
      pilot({ title: 'B', supports: ['Parent'], start: '2026-02', end: '2026-03' }),
      milestone({ title: 'M', supports: ['Parent'], start: '2026-01-01', end: '2026-07-15' }),
    ]);
    expect(daysByTitle(layout)['Parent']).toBe('2026-02-01..2026-07-15 inferred');
    expect(layout.lanes[0]?.bars.find(({ inferred }) => inferred)).toMatchObject({ softStart: true, softEnd: true, start: undefined, end: undefined, fullSpan: undefined });
    expect(layout.unscheduled).toEqual([]);
    expect(layout.lanes[0]?.bars.filter(({ inferred }) => !inferred).map(({ title }) => title)).toEqual(['B', 'A']);
  });

  test('takes days over several steps, and round circles of support', () => {
    const layout = layoutOf([
      initiative({ title: 'Grandparent', supports: ['Parent'] }),
      initiative({ title: 'Parent', supports: ['Grandparent', 'Parent'] }),
      initiative({ title: 'Child', supports: ['Parent'], start: '2026-05-01', end: '2026-05-31' }),
    ]);
    expect(daysByTitle(layout)).toMatchObject({ Grandparent: '2026-05-01..2026-05-31 inferred', Parent: '2026-05-01..2026-05-31 inferred' });
  });

  test.each<[string, readonly Initiative[]]>([
    ['nothing supports it', []],
    ['only what has no dates supports it', [initiative({ title: 'A', supports: ['Parent'] })]],
    ['only what has reversed dates supports it', [initiative({ title: 'A', supports: ['Parent'], start: '2027', end: '2026' })]],
    ['only dropped work supports it', [initiative({ title: 'A', supports: ['Parent'], start: '2026', status: 'dropped' })]],
    ['only itself supports it', [initiative({ title: 'Parent', supports: ['Parent'] })]],
    ['what supports it lies outside the days shown', [initiative({ title: 'A', supports: ['Parent'], start: '2031', end: '2031' })]],
  ])('stays in the tray, without dates, when %s', (_, notes) => {
    const { unscheduled, lanes } = layoutOf([parent, ...notes]);
    expect(unscheduled.find(({ title }) => title === 'Parent')?.reason).toBe('no-dates');
    expect(lanes.flatMap(({ bars }) => bars).some(({ inferred }) => inferred)).toBe(false);
  });

  test('keeps its own dates, however little they say', () => {
    const layout = layoutOf([initiative({ title: 'Parent', start: '2026-06' }), initiative({ title: 'A', supports: ['Parent'], start: '2026-01', end: '2027' })]);
    expect(daysByTitle(layout)['Parent']).toBe('2026-06-01..2026-08-30');
  });

  test('stays without days when it is a milestone: that day is a decision', () => {
    const { unscheduled } = layoutOf([milestone({ title: 'Parent' }), initiative({ title: 'A', supports: ['Parent'], start: '2026' })]);
    expect(unscheduled.map(({ title }) => title)).toEqual(['Parent']);
  });

  test('is judged on those days, and is cut at the horizon', () => {
    const ana = executive({ title: 'Ana', levels: { '2025-01-01': 'passive' } });
    const layout = layoutOf([ana, initiative({ title: 'Parent', sponsor: ['Ana'], ambition: 'unit' }), initiative({ title: 'A', supports: ['Parent'], start: '2025', end: '2026' })]);
    expect(layout.lanes[0]?.bars.find(({ inferred }) => inferred)).toMatchObject({ clippedStart: true, clippedEnd: false, gaps: [{ state: 'short' }] });
  });

  test('says in words that its days are inferred', () => {
    const layout = layoutOf([parent, initiative({ title: 'A', supports: ['Parent'], start: '2026-05-01', end: '2026-05-31' })]);
    const bar = layout.lanes[0]?.bars.find(({ inferred }) => inferred);
    expect(bar === undefined ? '' : describeEntry(bar, layout)).toBe('Parent: initiative, no dates of its own, 2026-05-01 to 2026-05-31 inferred from what supports it, no sponsor.');
  });

  test('has those days whether or not the filter shows what supports it', () => {
    const notes = [parent, initiative({ title: 'A', supports: ['Parent'], start: '2026-05-01', end: '2026-05-31' })];
    expect(daysByTitle(layoutOf(notes, { filter: { ...NO_FILTER, text: 'parent' } }))).toEqual({ Parent: '2026-05-01..2026-05-31 inferred' });
  });

  test('is told to conflict only with what lies wholly on the wrong side', () => {
    const child = initiative({ title: 'Child', supports: ['Parent'], start: '2026-05-01', end: '2026-08-31' });
    const conflictWith = (values: Parameters<typeof initiative>[0]) =>
      layoutOf([initiative({ title: 'Parent', dependsOn: ['Other'] }), child, initiative({ title: 'Other', ...values })]).arrows.map(({ conflict }) => conflict);
    expect(conflictWith({ start: '2026-06-01', end: '2026-07-31' })).toEqual([false]);
    expect(conflictWith({ start: '2026-10-01', end: '2026-11-30' })).toEqual([true]);
  });

  test('covers exactly the days of all that reaches it, in any web of support', () => {
    const web = fc.array(fc.record({ supports: fc.array(fc.nat(7), { maxLength: 3 }), month: fc.option(fc.integer({ min: 1, max: 12 })) }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(web, (items) => {
        const monthText = (month: number) => `2026-${String(month).padStart(2, '0')}`;
        const notes = items.map(({ supports, month }, index) =>
          initiative({ title: String(index), supports: supports.map(String), ...(month === null ? {} : { start: monthText(month), end: monthText(month) }) }),
        );
        const drawn = new Map(layoutOf(notes).lanes.flatMap(({ bars }) => bars).map((bar) => [bar.title, bar]));
        items.forEach(({ month: own }, index) => {
          if (own !== null) return;
          // What reaches it over items without dates of their own.
          const reaching = new Set([index]);
          for (const at of reaching) {
            items.forEach(({ supports }, other) => {
              if (supports.includes(at) && (at === index || items[at]?.month === null)) reaching.add(other);
            });
          }
          const months = [...reaching].flatMap((at) => items[at]?.month ?? []);
          const bar = drawn.get(String(index));
          const expected = months.length === 0 ? undefined : [monthText(Math.min(...months)), monthText(Math.max(...months))];
          expect(bar === undefined ? undefined : [fromEpochDay(bar.firstDay).slice(0, 7), fromEpochDay(bar.lastDay).slice(0, 7)]).toEqual(expected);
        });
      }),
    );
  });
});
