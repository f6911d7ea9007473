import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay } from '../../src/playbook/calendar-date.js';
import type { Initiative, NoteLink, PlaybookNote } from '../../src/playbook/note.js';
import { entriesOf, layoutRoadmap } from '../../src/roadmap/layout.js';
import { NO_FILTER } from '../../src/roadmap/roadmap-filter.js';
import type { RoadmapLayout, RoadmapOptions } from '../../src/roadmap/roadmap-layout.js';
import { date, executive, initiative, journey, milestone, pilot, playbookOf } from '../builders.js';

const today = date('2026-03-10');

function layoutOf(notes: readonly PlaybookNote[], options: Partial<RoadmapOptions> = {}): RoadmapLayout {
  return layoutRoadmap(playbookOf(...notes), { today, groupBy: 'status', ...options });
}

/** Every day that an export may write: throws when one has no date. */
function allDays({ horizon, lanes, unscheduled }: RoadmapLayout): readonly string[] {
  const entries = lanes.flatMap(entriesOf);
  const spans = [horizon, ...entries, ...[...entries, ...unscheduled].flatMap(({ fullSpan }) => fullSpan ?? [])];
  const gaps = entries.flatMap((entry) => entry.gaps.flatMap(({ fromDay, toDay }) => [fromDay, toDay]));
  const fits = entries.flatMap(({ earliestFit }) => earliestFit ?? []);
  const tracks = lanes.flatMap(({ track }) => track ?? []).flatMap(({ fromDay, toDay }) => [fromDay, toDay]);
  return [...spans.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]), ...gaps, ...fits, ...tracks].map(fromEpochDay);
}

describe('years at the edge', () => {
  const edges = ['0001', '0001-01-01', '0001-Q1', '2026', '2026-05', '9999-Q4', '9999-12-31', '9999'];

  test('have days that can be written, also where only one edge is given', () => {
    const text = fc.option(fc.constantFrom(...edges), { nil: undefined });
    const item = fc.record({ start: text, end: text, kind: fc.constantFrom('initiative', 'milestone', 'pilot' as const) });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), text, text, fc.constantFrom(...edges), (items, from, to, record) => {
        const dates = (start: string | undefined, end: string | undefined) => ({ ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) });
        const layout = layoutOf(
          [
            journey(dates(from, to)),
            executive({ title: 'Ana', levels: { [record.length === 10 ? record : '2026-01-01']: 'supporter' } }),
            ...items.map(({ start, end, kind }, index) => initiative({ title: String(index), kind, sponsor: ['Ana'], ambition: 'unit', supports: [String((index + 1) % 6)], ...dates(start, end) })),
          ],
          { groupBy: 'leader' },
        );
        expect(allDays(layout).length).toBeGreaterThan(1);
        expect(layout.lanes.flatMap(entriesOf).length + layout.unscheduled.length).toBe(items.length);
      }),
    );
  });

  test('end where dates end', () => {
    const days = (values: Parameters<typeof initiative>[0]) => {
      const [bar] = layoutOf([journey({ start: '0001', end: '9999' }), initiative(values)]).lanes.flatMap(({ bars }) => bars);
      return [bar?.fullSpan?.firstDay ?? 0, bar?.fullSpan?.lastDay ?? 0].map(fromEpochDay);
    };
    expect(days({ start: '9999-12-31' })).toEqual(['9999-12-31', '9999-12-31']);
    expect(days({ end: '0001-01-01' })).toEqual(['0001-01-01', '0001-01-01']);
  });
});

describe('dates that are none', () => {
  const unreadDates = [{ property: 'start', held: '"soon"' }];

  test('are told at the item, in place of its having none', () => {
    const { unscheduled, problems } = layoutOf([{ ...initiative({ title: 'A' }), unreadDates }, initiative({ title: 'B' })]);
    expect(unscheduled.map(({ title, reason }) => [title, reason])).toEqual([['A', 'unread-dates'], ['B', 'no-dates']]);
    expect(problems).toEqual([
      { kind: 'unread-dates', path: 'Initiatives/A.md', related: [], message: '"A" has "soon" as start, which is no date. Write a day, month, quarter or year: 2027-03-01, 2027-03, 2027-Q1 or 2027.' },
    ]);
  });

  test('are told of an item that is drawn by its other date too', () => {
    const { lanes, problems } = layoutOf([{ ...initiative({ title: 'A', end: '2026' }), unreadDates }]);
    expect(lanes.flatMap(entriesOf).map(({ title }) => title)).toEqual(['A']);
    expect(problems.map(({ kind }) => kind)).toEqual(['unread-dates']);
  });

  test('of work that is left out are not', () => {
    expect(layoutOf([{ ...initiative({ title: 'A', status: 'dropped' }), unreadDates }]).problems).toEqual([]);
  });
});

describe('a sponsor who is no executive', () => {
  test('is told at the item, with the note that was meant', () => {
    const layout = layoutOf([
      executive({ title: 'Ana' }),
      initiative({ title: 'A', sponsor: ['Ana', 'B'], start: '2026' }),
      initiative({ title: 'B', sponsor: ['Nobody'] }),
      initiative({ title: 'C', sponsor: ['Nobody'], status: 'dropped' }),
    ]);
    expect(layout.problems).toEqual([
      {
        kind: 'no-executive', path: 'Initiatives/A.md', related: ['Initiatives/B.md'],
        message: '"A" names "B" as sponsor, which is not a note of type executive. Link an executive, or change that note\'s type.',
      },
      {
        kind: 'no-executive', path: 'Initiatives/B.md', related: [],
        message: '"B" names "Nobody" as sponsor, but there is no such note. Correct the link, or add a note of type executive.',
      },
    ]);
    expect(layout.lanes[0]?.bars[0]?.sponsors).toEqual([{ path: 'Executives/Ana.md', name: 'Ana' }]);
  });
});

describe('items from elsewhere', () => {
  const rows = [
    initiative({ path: 'Base/B.md', title: 'Second', dependsOn: ['one'], supports: ['whole'], sponsor: ['Ana'], ambition: 'unit', start: '2026-04', end: '2026-05' }),
    pilot({ path: 'Base/A.md', title: 'First', start: '2026-02', end: '2026-03', status: 'dropped' }),
    milestone({ path: 'Base/M.md', title: 'Gate', supports: ['whole'], end: '2026-09-30' }),
    initiative({ path: 'Base/W.md', title: 'Whole' }),
  ];
  const names = new Map([['one', 'Base/A.md'], ['whole', 'Base/W.md']]);
  const notes = [journey({ start: '2026', end: '2026' }), executive({ title: 'Ana', levels: { '2026-01-01': 'passive' } }), initiative({ title: 'Not asked', start: '2026' })];

  function layoutFrom(items: readonly Initiative[], options: Partial<RoadmapOptions> = {}): RoadmapLayout {
    return layoutOf(notes, { groupBy: 'leader', includeDropped: true, source: { items, resolveItem: ({ target }: NoteLink) => names.get(target) }, ...options });
  }

  test('take the place of the playbook\'s, with its executives and its journey', () => {
    const layout = layoutFrom(rows);
    expect(layout.lanes.map(({ label, track, bars }) => [label, track !== undefined, bars.map(({ title, inferred }) => (inferred ? `${title} inferred` : title)).join()])).toEqual([
      ['Ana', true, 'Second'],
      ['No sponsor', false, 'First,Whole inferred'],
    ]);
    expect(layout.arrows).toEqual([{ from: 'Base/A.md', to: 'Base/B.md', conflict: false, inCycle: false }]);
    expect(layout.lanes[0]?.gapCount).toBe(1);
    expect(layout.horizon).toEqual(layoutOf(notes).horizon);
  });

  test('count once for each path, and follow the choice about dropped work', () => {
    expect(layoutFrom([...rows, ...rows]).lanes).toEqual(layoutFrom(rows).lanes);
    expect(layoutFrom(rows, { includeDropped: false }).lanes.flatMap(entriesOf).map(({ title }) => title)).toEqual(['Second', 'Whole', 'Gate']);
  });

  test('are read anew when the source is another, or a note of the playbook changed', () => {
    const playbook = playbookOf(...notes);
    const source = { items: rows, resolveItem: () => undefined };
    const lanesOf = (from: typeof source) => layoutRoadmap(playbook, { today, groupBy: 'leader', source: from }).lanes.map(({ label }) => label);
    expect(lanesOf(source)).toEqual(['Ana', 'No sponsor']);
    expect(lanesOf({ ...source, items: rows.slice(0, 1) })).toEqual(['Ana']);
    playbook.remove('Executives/Ana.md');
    expect(lanesOf(source)).toEqual(['No sponsor']);
  });
});

test('20,000 items, many of one title and all in one circle, have a layout', () => {
  const pathOf = (index: number) => `${index % 7}/Item ${index % 5000}`;
  const notes = Array.from({ length: 20_000 }, (_, index) =>
    initiative({
      path: `${pathOf(index)}.md`, start: `2026-${String(1 + (index % 12)).padStart(2, '0')}`, end: '2027',
      sponsor: [`Leader ${index % 60}`], ambition: 'unit', units: [`Unit ${index % 12}`], dependsOn: [pathOf((index + 1) % 20_000)],
    }),
  );
  const people = Array.from({ length: 60 }, (_, index) => executive({ title: `Leader ${index}`, unit: `Unit ${index % 12}`, levels: { '2025-01-01': 'passive', '2026-06-01': 'supporter' } }));
  const layout = layoutOf([...people, ...notes], { groupBy: 'unit', filter: { ...NO_FILTER, text: 'unit 5', sponsors: ['leader 17'], focus: '3/Item 17.md' } });
  expect(layout.lanes.flatMap(entriesOf).every(({ disambiguation, sponsors }) => disambiguation !== undefined && sponsors[0]?.name === 'Leader 17')).toBe(true);
  expect(layout.hidden).toHaveLength(20_000 - (layout.lanes[0]?.itemCount ?? 0));
  expect(layout.lanes.map(({ itemCount }) => itemCount)).toEqual([334]);
  expect(layout.problems).toMatchObject([{ kind: 'dependency-cycle' }]);
});
