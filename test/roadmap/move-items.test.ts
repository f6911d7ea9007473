import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay } from '../../src/playbook/calendar-date.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { NO_FILTER } from '../../src/roadmap/roadmap-filter.js';
import { planMove, planSchedule } from '../../src/roadmap/move-items.js';
import { describeMove, formatDaySpan } from '../../src/roadmap/move-words.js';
import type { MoveOutcome, MoveRequest } from '../../src/roadmap/roadmap-change.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import { date, day, fuzzy, initiative, journey, milestone, playbookOf } from '../builders.js';

type Values = NonNullable<Parameters<typeof initiative>[0]>;

function layoutOf(...notes: readonly PlaybookNote[]): RoadmapLayout {
  return layoutRoadmap(playbookOf(journey({ start: '2026', end: '2028' }), ...notes), { today: date('2026-11-22'), groupBy: 'status' });
}

function pathOf(title: string): string {
  return `Initiatives/${title}.md`;
}

function move(notes: readonly PlaybookNote[], titles: string | readonly string[], days: number, options: Partial<MoveRequest> = {}): MoveOutcome {
  return planMove(layoutOf(...notes), { ids: [titles].flat().map(pathOf), days, edge: 'both', withDependents: false, ...options });
}

/** The dates that one item gets: "start..end", a dash for none; or why it stays. */
function moved(values: Values, days: number, edge: MoveRequest['edge'] = 'both', make = initiative): string {
  const { moved: items, refused } = move([make({ title: 'A', ...values })], 'A', days, { edge });
  const [item] = items;
  if (item === undefined) return refused[0]?.message ?? 'stays';
  return `${item.start ?? '-'}..${item.end ?? '-'}`;
}

function datesOf({ moved: items }: MoveOutcome): readonly string[] {
  return items.map(({ title, start, end, isDependent }) => `${title} ${start ?? '-'}..${end ?? '-'}${isDependent ? ' (made room)' : ''}`);
}

describe('a move', () => {
  test.each<[string, Values, number, string]>([
    ['days', { start: '2026-03-03', end: '2026-06-09' }, 7, '2026-03-10..2026-06-16'],
    ['months as months', { start: '2026-03', end: '2026-06' }, 31, '2026-04..2026-07'],
    ['quarters by as many quarters at both ends', { start: '2026-Q3', end: '2026-Q4' }, 46, '2026-Q4..2027-Q1'],
    ['each edge in its own precision', { start: '2026-03-03', end: '2026-Q4' }, 91, '2026-06-02..2027-Q1'],
    ['nothing where the days are too few for what is written', { start: '2027', end: '2027' }, 100, 'stays'],
    ['a start alone', { start: '2026-03' }, 31, '2026-04..-'],
    ['an end alone', { end: '2026Q4' }, -91, '-..2026Q3'],
    ['what the horizon cuts off', { start: '2020-01-01', end: '2030-01-01' }, 1, '2020-01-02..2030-01-02'],
    ['a coarse end along with a start that would pass it', { start: '2027-03-20', end: '2027-Q1' }, 30, '2027-04-19..2027-Q2'],
    ['a coarse start along with an end that would pass it', { start: '2027-Q1', end: '2027-01-10' }, -30, '2026-Q4..2026-12-11'],
  ])('moves %s', (_what, values, days, expected) => {
    expect(moved(values, days)).toBe(expected);
  });

  test.each<[Values, string]>([
    [{ end: '2026-06-09' }, '-..2026-06-16'],
    [{ start: '2026-06-09' }, '2026-06-16..-'],
    [{ start: '2026-05-01', end: '2026-06-09' }, '2026-05-08..2026-06-16'],
  ])('of a milestone %o moves what is written, whatever the edge', (values, expected) => {
    for (const edge of ['both', 'start', 'end'] as const) expect(moved(values, 7, edge, milestone)).toBe(expected);
  });

  test('gives the days to draw and only the dates that change', () => {
    const outcome = move([initiative({ title: 'A', start: '2026-03-03', end: '2026-06-09' })], 'A', 7, { edge: 'end' });
    expect(outcome.moved).toEqual([{ id: pathOf('A'), title: 'A', kind: 'initiative', start: '2026-03-03', end: '2026-06-16', firstDay: day('2026-03-03'), lastDay: day('2026-06-16'), isDependent: false }]);
    expect(outcome.change).toEqual({ title: 'End A on 2026-06-16', items: [{ path: pathOf('A'), end: '2026-06-16', was: { start: '2026-03-03', end: '2026-06-09' } }] });
  });

  test('of many moves each once', () => {
    const notes = ['A', 'B', 'C'].map((title) => initiative({ title, start: '2026-03-03', end: '2026-06-09' }));
    const outcome = move(notes, ['B', 'A', 'B'], 1);
    expect(datesOf(outcome)).toEqual(['B 2026-03-04..2026-06-10', 'A 2026-03-04..2026-06-10']);
    expect(outcome.change.title).toBe('Move 2 items');
  });
});

describe('a resize', () => {
  test.each<[string, Values, number, MoveRequest['edge'], string]>([
    ['an end', { start: '2026-03-03', end: '2026-06-09' }, 7, 'end', '2026-03-03..2026-06-16'],
    ['a start', { start: '2026-03-03', end: '2026-06-09' }, -7, 'start', '2026-02-24..2026-06-09'],
    ['an end no further back than its start', { start: '2026-03-03', end: '2026-06-09' }, -400, 'end', '2026-03-03..2026-03-03'],
    ['a start no further than its end', { start: '2026-03-03', end: '2026-06-09' }, 400, 'start', '2026-06-09..2026-06-09'],
    ['an end no further back, however far it is dragged', { start: '2026-03-03', end: '2026-06-09' }, -1e7, 'end', '2026-03-03..2026-03-03'],
    ['a quarter no further back than that of the start', { start: '2026-03-03', end: '2026-Q4' }, -400, 'end', '2026-03-03..2026-Q1'],
    ['a month no further than that of the end', { start: '2026-03', end: '2026-06-09' }, 400, 'start', '2026-06..2026-06-09'],
    ['an end that is not written yet as the start is', { start: '2027-Q1' }, 91, 'end', '2027-Q1..2027-Q2'],
    ['an end that is not written yet to the day', { start: '2027-01-01' }, 10, 'end', '2027-01-01..2027-04-11'],
    ['a start that is not written yet as the end is', { end: '2027-06' }, 31, 'start', '2027-05..2027-06'],
    ['an open end no further back than the start', { start: '2027-01-01' }, -500, 'end', '2027-01-01..2027-01-01'],
  ])('moves %s', (_what, values, days, edge, expected) => {
    expect(moved(values, days, edge)).toBe(expected);
  });
});

test('whatever is moved by whatever, dates keep their precision, read back, and end no earlier than they start', () => {
  const text = fc.constantFrom('2026', '2026-Q2', '2027Q1', '2026-02', '2026-12', '2026-01-31', '2026-05-06', '2027-11-30', '0001-01', '9999');
  const values = fc.record({ start: fc.option(text, { nil: undefined }), end: fc.option(text, { nil: undefined }), isMilestone: fc.boolean() });
  fc.assert(
    fc.property(values, fc.integer({ min: -1500, max: 1500 }), fc.constantFrom('both', 'start', 'end'), ({ start, end, isMilestone }, days, edge) => {
      const make = isMilestone ? milestone : initiative;
      const { moved: [item] } = move([make({ title: 'A', ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) })], 'A', days, { edge });
      if (item === undefined) return;
      const [first, last] = [item.start, item.end].map((written) => (written === undefined ? undefined : fuzzy(written)));
      expect(first === undefined || last === undefined || first.firstDay <= last.lastDay).toBe(true);
      expect([first?.precision, last?.precision]).toEqual([start === undefined ? first?.precision : fuzzy(start).precision, end === undefined ? last?.precision : fuzzy(end).precision]);
      expect(item.firstDay <= item.lastDay).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe('what cannot be moved stays, and says why', () => {
  test.each<[string, Values, number, string]>([
    ['without dates', {}, 7, '"A" has no dates. Give it a start or an end first.'],
    ['with an end before its start', { start: '2027', end: '2026' }, 7, '"A" ends before it starts. Correct its dates first.'],
    ['at the end of the years', { start: '9999-Q4' }, 91, '"A" stays: its dates would leave the years 0001 to 9999. Move it by less.'],
    ['at their start', { start: '0001', end: '2027' }, -365, '"A" stays: its dates would leave the years 0001 to 9999. Move it by less.'],
  ])('%s', (_what, values, days, message) => {
    expect(moved(values, days)).toBe(message);
  });

  test('drawn by the dates of others', () => {
    const outcome = move([initiative({ title: 'A' }), initiative({ title: 'B', start: '2026-03', end: '2026-04', supports: ['A'] })], 'A', 31);
    expect(outcome.refused).toEqual([{ id: pathOf('A'), message: '"A" has no dates of its own: it is drawn by those of the work that supports it. Give it a start and an end, or move that work.' }]);
    expect(outcome.change.items).toEqual([]);
  });

  test('gone by now, while the others move', () => {
    const outcome = move([initiative({ title: 'A', start: '2026-03-03' })], ['gone', 'A'], 7);
    expect([outcome.moved.length, outcome.refused]).toEqual([1, [{ id: pathOf('gone'), message: `"${pathOf('gone')}" is not on the roadmap any more. Choose another item.` }]]);
  });
});

describe('what waits for a moved item', () => {
  const chain = [
    initiative({ title: 'A', start: '2026-01-01', end: '2026-01-31' }),
    initiative({ title: 'B', start: '2026-02-10', end: '2026-02-20', dependsOn: ['A'] }),
    initiative({ title: 'C', start: '2026-02-20', end: '2026-03-05', dependsOn: ['B'] }),
    milestone({ title: 'D', end: '2026-04-01', dependsOn: ['C'] }),
  ];

  test('is named as late when it would start too early', () => {
    expect(move(chain, 'A', 20)).toMatchObject({ late: [pathOf('B')], early: [], refused: [] });
    expect(move(chain, 'A', 10)).toMatchObject({ late: [] });
  });

  test('is named and makes room where a filter hides it', () => {
    const filtered = layoutRoadmap(playbookOf(journey({ start: '2026', end: '2028' }), ...chain), { today: date('2026-11-22'), groupBy: 'status', filter: { ...NO_FILTER, text: 'Initiatives/A.md' } });
    expect(filtered.hidden).toHaveLength(3);
    const request = { ids: [pathOf('A')], days: 20, edge: 'both', withDependents: false } as const;
    expect(planMove(filtered, request)).toMatchObject({ late: [pathOf('B')] });
    expect(datesOf(planMove(filtered, { ...request, withDependents: true }))).toEqual(datesOf(move(chain, 'A', 20, { withDependents: true })));
  });

  test('makes room by as little as it needs, in any number of steps, after its slack is used up', () => {
    const outcome = move(chain, 'A', 20, { withDependents: true });
    expect(datesOf(outcome)).toEqual(['A 2026-01-21..2026-02-20', 'B 2026-02-20..2026-03-02 (made room)', 'C 2026-03-02..2026-03-15 (made room)']);
    expect([outcome.late, outcome.change.title]).toEqual([[], 'Move A to 2026-01-21 – 2026-02-20 and shift 2 dependents']);
    expect(datesOf(move(chain, 'A', 10, { withDependents: true }))).toEqual(['A 2026-01-11..2026-02-10']);
  });

  test('makes room for the later of two', () => {
    const notes = [...chain.slice(0, 1), initiative({ title: 'X', start: '2026-01-01', end: '2026-02-01' }), initiative({ title: 'Y', start: '2026-02-05', dependsOn: ['A', 'X'] })];
    expect(datesOf(move(notes, ['A', 'X'], 30, { withDependents: true })).at(-1)).toBe('Y 2026-03-03..- (made room)');
  });

  test('makes room in whole periods', () => {
    const notes = [initiative({ title: 'A', start: '2026-Q1', end: '2026-Q2' }), initiative({ title: 'B', start: '2026-08', end: '2026-Q4', dependsOn: ['A'] })];
    expect(datesOf(move(notes, 'A', 184, { withDependents: true }))).toEqual(['A 2026-Q3..2026-Q4', 'B 2026-10..2027-Q1 (made room)']);
  });

  test('stays as late as it was before, unless it is moved too', () => {
    const notes = [chain[0]!, initiative({ title: 'B', start: '2026-01-05', end: '2026-01-06', dependsOn: ['A'] })];
    expect(move(notes, 'A', 20, { withDependents: true })).toMatchObject({ moved: [{ title: 'A' }], late: [] });
  });

  test('is not shifted again when it was moved by hand', () => {
    const outcome = move(chain, ['A', 'C'], 20, { withDependents: true });
    expect(datesOf(outcome)).toEqual(['A 2026-01-21..2026-02-20', 'C 2026-03-12..2026-03-25', 'B 2026-02-20..2026-03-02 (made room)']);
  });

  test('is found in circles without an end', () => {
    const circle = [
      initiative({ title: 'A', start: '2026-01-01', end: '2026-01-31', dependsOn: ['C'] }),
      initiative({ title: 'B', start: '2026-02-10', end: '2026-02-20', dependsOn: ['A', 'B'] }),
      initiative({ title: 'C', start: '2026-02-20', end: '2026-03-05', dependsOn: ['B'] }),
      initiative({ title: 'E', start: '2026-03-06', end: '2026-03-07', dependsOn: ['C'] }),
    ];
    expect(datesOf(move(circle, 'C', 10, { withDependents: true }))).toEqual(['C 2026-03-02..2026-03-15', 'E 2026-03-15..2026-03-16 (made room)']);
    expect(move(circle, 'A', 40, { withDependents: true })).toMatchObject({ moved: [{ title: 'A' }], late: [pathOf('B')] });
  });

  test('says when it cannot make room', () => {
    const notes = [initiative({ title: 'A', start: '9999-12-01', end: '9999-12-05' }), initiative({ title: 'B', start: '9999-12-06', end: '9999-12-31', dependsOn: ['A'] })];
    expect(move(notes, 'A', 10, { withDependents: true })).toMatchObject({
      moved: [{ title: 'A' }],
      late: [pathOf('B')],
      refused: [{ id: pathOf('B'), message: '"B" cannot make room: its dates would leave the years 0001 to 9999. Move it by hand.' }],
    });
  });

  test('an item that is moved before what it waits for is named', () => {
    expect(move(chain, 'B', -20)).toMatchObject({ late: [], early: [pathOf('B')] });
  });

  test('nobody is newly late after room was made, however items wait for each other', () => {
    const starts = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 }), fc.constantFrom('day', 'month', 'quarter')), { minLength: 2, maxLength: 8 });
    const links = fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), { maxLength: 14 });
    fc.assert(
      fc.property(starts, links, fc.integer({ min: 0, max: 200 }), (spans, pairs, days) => {
        const at = (offset: number, form: string): string => {
          const [year = '', month = '', ofMonth = ''] = fromEpochDay(day('2026-01-01') + offset).split('-');
          return form === 'day' ? `${year}-${month}-${ofMonth}` : form === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
        };
        // Each waits for earlier ones only: circles are another test.
        const notes = spans.map(([start, length, form], index) =>
          initiative({ title: `N${index}`, start: at(start, form), end: at(start + length, form), dependsOn: pairs.flatMap(([a, b]) => (b === index && a < b ? [`N${a}`] : [])) }),
        );
        expect(move(notes, 'N0', days, { withDependents: true }).late).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an item put onto a day', () => {
  const put = (values: Values, on: string, make = initiative): string => {
    const { moved: [item], refused, change } = planSchedule(layoutOf(make({ title: 'A', ...values })), [pathOf('A')], day(on));
    if (item === undefined) return refused[0]?.message ?? 'stays';
    expect(change.items).toEqual([{ path: pathOf('A'), ...(item.start === values.start ? {} : { start: item.start ?? null }), ...(item.end === values.end ? {} : { end: item.end ?? null }), was: { start: values.start, end: values.end } }]);
    return `${item.start ?? '-'}..${item.end ?? '-'}`;
  };

  test.each<[string, Values, string]>([
    ['starts on it and lasts a quarter', {}, '2027-03-01..2027-05-30'],
    ['keeps its length and what is written of it', { start: '2035-Q1' }, '2027-Q1..-'],
    ['keeps its days', { start: '2035-01-01', end: '2035-01-10' }, '2027-03-01..2027-03-10'],
    ['has its wrong dates replaced', { start: '2027', end: '2026' }, '2027-03-01..2027-05-30'],
  ])('%s', (_what, values, expected) => {
    expect(put(values, '2027-03-01')).toBe(expected);
  });

  test('as a milestone is on it', () => {
    expect(put({}, '2027-03-01', milestone)).toBe('-..2027-03-01');
    expect(put({ start: '2035-01-01' }, '2027-03-01', milestone)).toBe('2027-03-01..-');
  });

  test('beyond the years that can be written stays', () => {
    expect(put({}, '9999-12-31')).toBe('"A" stays: its dates would leave the years 0001 to 9999. Move it by less.');
  });

  test('that is drawn by the dates of others gets its own', () => {
    const layout = layoutOf(initiative({ title: 'A' }), initiative({ title: 'B', start: '2026-03', end: '2026-04', supports: ['A'] }));
    expect(datesOf(planSchedule(layout, [pathOf('A')], day('2027-03-01')))).toEqual(['A 2027-03-01..2027-05-30']);
  });
});

test('moves of thousands of items that wait in a row end', () => {
  const notes = Array.from({ length: 5000 }, (_, index) => initiative({ title: `N${index}`, start: '2026-01-01', end: '2026-01-01', ...(index === 0 ? {} : { dependsOn: [`N${index - 1}`] }) }));
  expect(move(notes, 'N0', 5, { withDependents: true }).moved).toHaveLength(5000);
});

describe('words', () => {
  test.each([
    ['2026-03-03', '2026-06-09', '3 Mar – 9 Jun 2026'],
    ['2026-12-28', '2027-01-04', '28 Dec 2026 – 4 Jan 2027'],
    ['2026-03-03', '2026-03-03', '3 Mar 2026'],
    ['0009-03-03', '0009-03-04', '3 Mar – 4 Mar 0009'],
  ])('say the days from %s to %s', (from, to, expected) => {
    expect(formatDaySpan(day(from), day(to))).toBe(expected);
  });

  test('say where an item is now, who is late and who made room', () => {
    const a = initiative({ title: 'A', start: '2026-03-03', end: '2026-06-02' });
    const b = initiative({ title: 'B', start: '2026-06-02', dependsOn: ['A'] });
    expect(describeMove(move([a, b], 'A', 7))).toBe('Moved to 10 Mar – 9 Jun 2026, 1 dependent late.');
    expect(describeMove(move([a, b], 'A', 7, { withDependents: true }))).toBe('Moved to 10 Mar – 9 Jun 2026, 1 dependent shifted.');
    expect(describeMove(move([a, b], 'B', -7))).toBe('Moved to 26 May – 24 Aug 2026, starts before what it waits for ends.');
    expect(describeMove(move([a, b], ['A', 'B'], 7))).toBe('Moved 2 items.');
    expect(describeMove(move([a, b], [], 7))).toBe('Nothing moved.');
    expect(describeMove(move([initiative({ title: 'A' })], 'A', 7))).toBe('"A" has no dates. Give it a start or an end first.');
  });
});
