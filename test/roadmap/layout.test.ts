import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay } from '../../src/playbook/calendar-date.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { entriesOf, layoutRoadmap } from '../../src/roadmap/layout.js';
import { OPEN_ENDED_DAYS } from '../../src/roadmap/roadmap-item.js';
import type { RoadmapBar, RoadmapLayout, RoadmapMilestone, RoadmapOptions } from '../../src/roadmap/roadmap-layout.js';
import { date, day, executive, initiative, journey, milestone, playbookOf } from '../builders.js';

const trip = journey({ start: '2026', end: '2027' });

function layoutOf(notes: readonly PlaybookNote[], options: Partial<RoadmapOptions> = {}): RoadmapLayout {
  return layoutRoadmap(playbookOf(trip, ...notes), { today: date('2026-03-10'), groupBy: 'leader', ...options });
}

function barOf(values: Parameters<typeof initiative>[0], ...others: readonly PlaybookNote[]): RoadmapBar | undefined {
  return layoutOf([initiative(values), ...others]).lanes.flatMap(({ bars }) => bars)[0];
}

function milestoneOf(values: Parameters<typeof initiative>[0], ...others: readonly PlaybookNote[]): RoadmapMilestone | undefined {
  return layoutOf([milestone(values), ...others]).lanes.flatMap(({ milestones }) => milestones)[0];
}

function daysOf(bar: RoadmapBar | undefined): string {
  return bar === undefined ? 'none' : `${fromEpochDay(bar.firstDay)}..${fromEpochDay(bar.lastDay)}`;
}

describe('bars', () => {
  test.each([
    ['2026-02-03', '2026-04-05', '2026-02-03..2026-04-05', false, false],
    ['2026-02', '2026-04-05', '2026-02-01..2026-04-05', true, false],
    ['2026-Q2', '2026-Q3', '2026-04-01..2026-09-30', true, true],
    ['2026', '2026', '2026-01-01..2026-12-31', true, true],
    ['2026-05-01', undefined, '2026-05-01..2026-07-30', false, true],
    [undefined, '2026-05-01', '2026-01-31..2026-05-01', true, false],
    ['2026', undefined, '2026-01-01..2026-12-31', true, true],
  ])('from %s to %s cover %s, soft where not known to the day', (start, end, days, softStart, softEnd) => {
    const bar = barOf({ ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) });
    expect(daysOf(bar)).toBe(days);
    expect(bar).toMatchObject({ softStart, softEnd, start, end, clippedStart: false, clippedEnd: false });
  });

  test('with one date last a quarter', () => {
    const bar = barOf({ start: '2026-05-01' });
    expect((bar?.lastDay ?? 0) - (bar?.firstDay ?? 0) + 1).toBe(OPEN_ENDED_DAYS);
  });

  test('are cut at the horizon and say so, but keep what was written', () => {
    const bar = barOf({ start: '2025-06-01', end: '2030' });
    expect(daysOf(bar)).toBe('2026-01-01..2027-12-31');
    expect(bar).toMatchObject({ clippedStart: true, clippedEnd: true, end: '2030', fullSpan: { firstDay: day('2025-06-01'), lastDay: day('2030-12-31') } });
  });

  test('carry what the note says', () => {
    const bar = barOf(
      { start: '2026', end: '2026', sponsor: ['Ana', 'Nobody'], competencies: ['employee-engagement', 'purposeful-leadership'], status: 'active', progress: 40, ambition: 'local', units: ['Retail'], phase: 'embed' },
      executive({ title: 'Ana' }),
    );
    expect(bar).toMatchObject({
      id: 'Initiatives/Goodwill purse.md', title: 'Goodwill purse', kind: 'initiative', competency: 'employee-engagement', status: 'active',
      progress: 40, ambition: 'local', units: ['Retail'], phase: 'embed', sponsors: [{ path: 'Executives/Ana.md', name: 'Ana' }], row: 0,
    });
  });
});

describe('milestones', () => {
  test.each([
    [{ end: '2026-05-04' }, '2026-05-04', false],
    [{ start: '2026-05-04' }, '2026-05-04', false],
    [{ end: '2026-Q2' }, '2026-06-30', true],
    [{ start: '2026-01-01', end: '2026-06' }, '2026-06-30', true],
  ])('%j stands on the last day that it covers', (values, expected, soft) => {
    const found = milestoneOf(values);
    expect(fromEpochDay(found?.day ?? 0)).toBe(expected);
    expect(found?.soft).toBe(soft);
  });

  test('are short when the level on their day is too low', () => {
    const ana = executive({ title: 'Ana', levels: { '2026-01-01': 'passive', '2026-06-01': 'supporter' } });
    const values = { sponsor: ['Ana'], ambition: 'unit' } as const;
    expect(milestoneOf({ ...values, end: '2026-05-31' }, ana)).toMatchObject({ gaps: [{ state: 'short' }], earliestFit: day('2026-06-01') });
    expect(milestoneOf({ ...values, end: '2026-06-01' }, ana)?.gaps).toEqual([]);
    expect(milestoneOf({ sponsor: ['Ana'], end: '2026-05-31' }, ana)?.gaps).toEqual([]);
  });
});

describe('gaps', () => {
  const ben = executive({ title: 'Ben', role: 'COO', levels: { '2026-02-01': 'passive', '2026-07-01': 'supporter' } });
  const values = { sponsor: ['Ben'], ambition: 'unit', start: '2026-01-15', end: '2026-09-30' } as const;

  test('cover exactly the days without enough commitment, with who, level and minimum', () => {
    const bar = barOf(values, ben);
    expect(bar?.gaps.map(({ fromDay, toDay, state }) => `${fromEpochDay(fromDay)}..${fromEpochDay(toDay)} ${state}`)).toEqual([
      '2026-01-15..2026-01-31 unknown',
      '2026-02-01..2026-06-30 short',
    ]);
    expect(bar?.gaps[1]?.reasons).toEqual([{ path: 'Executives/Ben.md', name: 'Ben', level: 'passive', minimum: 'supporter', part: 'sponsor' }]);
  });

  test('tell the first day from which the whole duration is carried', () => {
    expect(barOf(values, ben)?.earliestFit).toBe(day('2026-07-01'));
    const wavering = executive({ title: 'Ben', levels: { '2026-01-01': 'passive', '2026-06-01': 'supporter', '2026-07-01': 'passive', '2027-01-01': 'advocate' } });
    expect(barOf(values, wavering)?.earliestFit).toBe(day('2027-01-01'));
    expect(barOf(values, executive({ title: 'Ben', levels: { '2026-01-01': 'passive' } }))?.earliestFit).toBeUndefined();
  });

  test('ask for no earlier start than today', () => {
    const risen = executive({ title: 'Ben', levels: { '2025-01-01': 'passive', '2026-02-01': 'supporter' } });
    expect(barOf(values, risen)?.earliestFit).toBe(day('2026-03-10'));
  });

  test.each(['done', 'dropped'] as const)('are not shown for work that is %s', (status) => {
    const { lanes } = layoutOf([initiative({ ...values, status }), ben], { includeDropped: true });
    expect(lanes[0]?.bars[0]?.gaps).toEqual([]);
  });

  test('stay inside the horizon', () => {
    expect(barOf({ ...values, start: '2020', end: '2030' }, executive({ title: 'Ben', levels: { '2019-01-01': 'passive' } }))?.gaps).toMatchObject([
      { fromDay: day('2026-01-01'), toDay: day('2027-12-31') },
    ]);
  });

  test('name an executive once, with the higher minimum', () => {
    const head = executive({ title: 'Ben', unit: 'Retail', levels: { '2025-01-01': 'opposer' } });
    const bar = barOf({ ...values, ambition: 'cross-unit', units: ['Retail'] }, head);
    expect(bar?.gaps[0]?.reasons).toMatchObject([{ name: 'Ben', minimum: 'supporter' }]);
  });

  test('are counted by lane: items with a short day, not days, and not what is unknown', () => {
    const notes = [
      ben,
      initiative({ ...values, title: 'A' }),
      initiative({ ...values, title: 'B', start: '2026-08' }),
      initiative({ ...values, title: 'C', start: '2026-01-01', end: '2026-01-20' }),
    ];
    expect(layoutOf(notes).lanes).toMatchObject([{ label: 'Ben', sublabel: 'COO', itemCount: 3, gapCount: 1 }]);
  });

  test('follow an edited rule', () => {
    const rule = { localHead: 'opposer', unitHead: 'passive', crossUnitSponsor: 'opposer', crossUnitHead: 'opposer', enterpriseCeo: 'opposer', enterpriseHead: 'opposer', enterpriseShare: 0 } as const;
    expect(layoutOf([ben, initiative({ ...values, start: '2026-02-01' })], { ambitionRule: rule }).lanes[0]?.gapCount).toBe(0);
  });
});

describe('commitment track', () => {
  const tracks = (levels: Parameters<typeof executive>[0]) =>
    layoutOf([executive({ title: 'Ana', ...levels }), initiative({ start: '2026', sponsor: ['Ana'] })]).lanes[0]?.track?.map(
      ({ fromDay, toDay, level, expected }) => `${fromEpochDay(fromDay)}..${fromEpochDay(toDay)} ${level ?? 'not assessed'}${expected ? ' expected' : ''}`,
    );

  test('covers the horizon: unknown before the first record, expected after today', () => {
    expect(tracks({ levels: { '2026-02-01': 'passive', '2026-10-01': 'supporter' } })).toEqual([
      '2026-01-01..2026-01-31 not assessed',
      '2026-02-01..2026-09-30 passive',
      '2026-10-01..2027-12-31 supporter expected',
    ]);
  });

  test.each([
    ['before the horizon', { '2020-01-01': 'passive', '2021-01-01': 'advocate' }, ['2026-01-01..2027-12-31 advocate']],
    ['after the horizon', { '2030-01-01': 'passive' }, ['2026-01-01..2027-12-31 not assessed']],
    ['never', {}, ['2026-01-01..2027-12-31 not assessed']],
  ] as const)('copes with records %s', (_, levels, expected) => expect(tracks({ levels })).toEqual(expected));

  test('belongs to leaders alone', () => {
    const notes = [initiative({ start: '2026' })];
    expect(layoutOf(notes).lanes[0]?.track).toBeUndefined();
    expect(layoutOf(notes, { groupBy: 'status' }).lanes[0]?.track).toBeUndefined();
  });

  test('has softer words when the settings give them', () => {
    expect(layoutOf([], { levelLabels: { opposer: 'not yet convinced' } }).levelLabels).toMatchObject({ opposer: 'not yet convinced', passive: 'passive' });
  });
});

describe('layout', () => {
  test('lists what cannot be drawn, and why', () => {
    const { unscheduled, problems, lanes } = layoutOf([
      initiative({ title: 'A' }),
      initiative({ title: 'B', start: '2026-05', end: '2026-04' }),
      initiative({ title: 'C', start: '2030' }),
      milestone({ title: 'D', end: '2028-01-01' }),
    ]);
    expect(unscheduled.map(({ title, reason }) => [title, reason])).toEqual([['A', 'no-dates'], ['B', 'end-before-start'], ['C', 'outside-horizon'], ['D', 'outside-horizon']]);
    expect(problems.map(({ kind, message }) => [kind, message])).toEqual([
      ['end-before-start', '"B" ends (2026-04) before it starts (2026-05). Swap the dates, or correct one.'],
      ['outside-horizon', '"C" (2030) lies outside the days shown. Change its dates, or show more.'],
      ['outside-horizon', '"D" (2028-01-01) lies outside the days shown. Change its dates, or show more.'],
    ]);
    expect(lanes).toEqual([]);
  });

  test('leaves dropped work out unless asked', () => {
    const notes = [initiative({ start: '2026', status: 'dropped' })];
    expect([layoutOf(notes).lanes.length, layoutOf(notes, { includeDropped: true }).lanes.length]).toEqual([0, 1]);
  });

  test('of an empty playbook has a title, a horizon and nothing else', () => {
    const layout = layoutRoadmap(playbookOf(), { today: date('2026-03-10'), groupBy: 'competency' });
    expect(layout).toMatchObject({ title: 'CX journey', lanes: [], arrows: [], unscheduled: [], problems: [], phases: [] });
  });

  test('is plain data that survives JSON', () => {
    const layout = layoutOf([executive({ title: 'Ana', levels: { '2026-02-01': 'passive' } }), initiative({ start: '2026', end: '2026-Q3', sponsor: ['Ana'], ambition: 'unit' })]);
    const strip = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    expect(strip(strip(layout))).toEqual(strip(layout));
  });

  test('does not depend on the order in which notes arrive', () => {
    const notes = Array.from({ length: 12 }, (_, index) =>
      initiative({ title: `Item ${index}`, start: `2026-0${1 + (index % 6)}`, end: '2027-01', dependsOn: [`Item ${(index * 5) % 12}`], sponsor: [index % 2 === 0 ? 'Ana' : 'Ben'] }),
    );
    const people = [executive({ title: 'Ana' }), executive({ title: 'Ben' })];
    const expected = layoutOf([...people, ...notes]);
    fc.assert(fc.property(fc.shuffledSubarray([...people, ...notes], { minLength: 14 }), (shuffled) => {
      expect(layoutOf(shuffled)).toEqual(expected);
    }), { numRuns: 20 });
  });

  test('never puts two entries of a row on the same day', () => {
    const item = fc.record({ start: fc.integer({ min: 1, max: 12 }), months: fc.integer({ min: 0, max: 12 }), kind: fc.constantFrom('initiative', 'milestone') });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 25 }), (items) => {
        const notes = items.map(({ start, months, kind }, index) => {
          const end = start + months;
          const text = (month: number): string => `${2026 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`;
          return initiative({ title: String(index), kind: kind === 'milestone' ? 'milestone' : 'initiative', start: text(start), end: text(end) });
        });
        for (const lane of layoutOf(notes, { groupBy: 'status' }).lanes) {
          const entries = entriesOf(lane);
          entries.forEach((a, i) =>
            entries.slice(i + 1).forEach((b) => {
              if (a.row === b.row) expect(a.lastDay < b.firstDay || b.lastDay < a.firstDay).toBe(true);
              expect(Math.max(a.row, b.row)).toBeLessThan(lane.rowCount);
            }),
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  test('lays out 20,000 items', () => {
    const ben = executive({ title: 'Ben', levels: { '2026-01-01': 'passive', '2026-06-01': 'supporter' } });
    const notes = Array.from({ length: 20_000 }, (_, index) =>
      initiative({ title: `Item ${index}`, start: `2026-${String(1 + (index % 12)).padStart(2, '0')}`, end: '2027', sponsor: ['Ben'], ambition: 'unit', dependsOn: [`Item ${index + 1}`] }),
    );
    const layout = layoutOf([ben, ...notes]);
    expect(layout.lanes[0]).toMatchObject({ itemCount: 20_000, rowCount: 20_000 });
    expect(layout.arrows).toHaveLength(19_999);
  });

  test('reaches from the first year to the last', () => {
    const whole = layoutRoadmap(playbookOf(journey({ start: '0001', end: '9999' }), initiative({ start: '0001', end: '9999' })), { today: date('2026-03-10'), groupBy: 'status' });
    expect(daysOf(whole.lanes[0]?.bars[0])).toBe('0001-01-01..9999-12-31');
  });
});
