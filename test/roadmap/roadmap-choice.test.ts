import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPETENCIES } from '../../src/playbook/competency.js';
import { AMBITIONS, PHASES, WORK_STATUSES } from '../../src/playbook/note.js';
import { FIXED_GROUPINGS } from '../../src/roadmap/grouping.js';
import { DEFAULT_CHOICE, describeRoadmapChoice, layoutOptionsOf, readRoadmapChoice, ROADMAP_OPTIONS, type RoadmapChoice } from '../../src/roadmap/roadmap-choice.js';
import { NO_FILTER } from '../../src/roadmap/roadmap-filter.js';
import { date, day } from '../builders.js';

function read(values: Readonly<Record<string, unknown>>): RoadmapChoice {
  const { choice, problems } = readRoadmapChoice(values);
  expect(problems).toEqual([]);
  return choice;
}

function problemsOf(values: Readonly<Record<string, unknown>>): readonly string[] {
  const { choice, problems } = readRoadmapChoice(values);
  expect(choice).toEqual(DEFAULT_CHOICE);
  return problems.map(({ key, message }) => `${key}: ${message}`);
}

describe('a choice is read', () => {
  test('from nothing as the default, filter and all', () => {
    expect(read({})).toEqual(DEFAULT_CHOICE);
    expect(read({}).filter).toBe(NO_FILTER);
    expect(read({ kind: null, search: undefined, zoom: '', status: [], gaps: ' ', unit: '' })).toEqual(DEFAULT_CHOICE);
  });

  test.each([
    [{ group: 'leader' }, { groupBy: 'leader' }],
    [{ Group: ' Sponsor ' }, { groupBy: 'leader' }],
    [{ group: 'UNIT' }, { groupBy: 'unit' }],
    [{ group: 'property:Region' }, { groupBy: 'property:Region' }],
    [{ rows: 'Single', dropped: 'yes', commitment: false, arrows: 'off' }, { rows: 'single', dropped: true, commitment: false, arrows: false }],
    [{ from: 2026, to: '2027-Q1' }, { from: '2026', to: '2027-Q1' }],
    [{ zoom: 'FIT' }, { zoom: 'fit' }],
    [{ zoom: 'quarter' }, { zoom: 1.75 }],
    [{ zoom: 3 }, { zoom: 3 }],
    [{ zoom: '0.5' }, { zoom: 0.5 }],
    [{ collapsed: ['leader=Executives/Ana, CEO.md'] }, { collapsed: ['leader=Executives/Ana, CEO.md'] }],
  ] as const)('%j', (values, expected) => expect(read(values)).toEqual({ ...DEFAULT_CHOICE, ...expected }));

  test.each([
    [{ search: 2027 }, { text: '2027' }],
    [{ kind: 'pilot, milestone,' }, { kinds: ['pilot', 'milestone'] }],
    [{ kind: ['Pilot'] }, { kinds: ['pilot'] }],
    [{ competency: 'Employee engagement' }, { competencies: ['employee-engagement'] }],
    [{ status: 'active', phase: 'Prove value', ambition: 'cross_unit' }, { statuses: ['active'], phases: ['prove-value'], ambitions: ['cross-unit'] }],
    [{ unit: ['Food, drinks', 7] }, { units: ['Food, drinks', '7'] }],
    [{ sponsor: '[[10 Executives/Ana Ruiz|Ana]], Ben' }, { sponsors: ['Ana Ruiz', 'Ben'] }],
    [{ sponsor: [['Ana Ruiz'], [['Ben']]] }, { sponsors: ['Ana Ruiz', 'Ben'] }],
    [{ focus: '[[Storm texts#Plan]]' }, { focus: 'Storm texts' }],
    [{ focus: [['Storm texts']] }, { focus: 'Storm texts' }],
    [{ gaps: true }, { gapsOnly: true }],
  ] as const)('%j as a filter', (values, expected) => expect(read(values)).toEqual({ ...DEFAULT_CHOICE, filter: { ...NO_FILTER, ...expected } }));

  test('with what is wrong told, and the default in its place', () => {
    expect(problemsOf({ groupBy: 'leader' })).toEqual([`groupBy: Option "groupBy" does not exist. Did you mean "group"? Known: ${ROADMAP_OPTIONS.map(({ name }) => name).join(', ')}.`]);
    expect(problemsOf({ serch: 'x' })[0]).toContain('Did you mean "search"?');
    expect(problemsOf({ constructor: 'x', hasOwnProperty: 1 })).toHaveLength(2);
    expect(problemsOf({ group: 'laeder' })).toEqual(['group: Option "group" holds "laeder", which is not known. Did you mean "leader"? Known: competency, leader, unit, status, phase, property:NAME.']);
    expect(problemsOf({ kind: 'play' })).toEqual(['kind: Option "kind" holds "play", which is not known. Use one of: initiative, pilot, milestone.']);
    expect(problemsOf({ rows: ['packed', 'single'] })).toEqual(['rows: Option "rows" holds the list "packed", "single", which is not known. Use one of: packed, single.']);
    expect(problemsOf({ gaps: 1 })).toEqual(['gaps: Option "gaps" holds 1, which is not known. Use one of: true, false.']);
    expect(problemsOf({ from: 'soon', to: '2026-13' })).toEqual([
      'from: Option "from" holds "soon", which is not known. Use one of: 2027, 2027-Q1, 2027-03, 2027-03-31.',
      'to: Option "to" holds "2026-13", which is not known. Use one of: 2027, 2027-Q1, 2027-03, 2027-03-31.',
    ]);
    for (const zoom of ['huge', 0, -1, '1e999', NaN]) expect(problemsOf({ zoom })).toHaveLength(1);
    expect(problemsOf({ search: { a: 1 }, unit: [{}], focus: () => 1 })).toHaveLength(3);
  });

  test('with the known values of a list that holds others too', () => {
    const { choice, problems } = readRoadmapChoice({ Status: 'active, planed, done' });
    expect(choice.filter.statuses).toEqual(['active', 'done']);
    expect(problems).toEqual([{ key: 'Status', message: `Option "status" holds "planed", which is not known. Did you mean "planned"? Known: ${WORK_STATUSES.join(', ')}.` }]);
  });

  test('from anything without throwing', () => {
    const key = fc.oneof(fc.constantFrom(...ROADMAP_OPTIONS.map(({ name }) => name), '__proto__'), fc.string());
    fc.assert(fc.property(fc.dictionary(key, fc.anything({ withBigInt: true, withDate: true, withMap: true })), (values) => {
      const { choice } = readRoadmapChoice(values);
      expect(readRoadmapChoice(describeRoadmapChoice(choice))).toEqual({ choice, problems: [] });
    }));
  });
});

describe('a choice is described', () => {
  test('by what differs from the default, in the order of the options', () => {
    expect(describeRoadmapChoice(DEFAULT_CHOICE)).toEqual({});
    const choice: RoadmapChoice = {
      groupBy: 'leader', rows: 'single', dropped: true, commitment: false, arrows: false, from: '2026', to: '2027', zoom: 5.25, collapsed: ['leader='],
      filter: { text: 'a', kinds: ['pilot'], competencies: ['employee-engagement'], statuses: ['active'], phases: ['embed'], ambitions: ['unit'], units: ['Retail'], sponsors: ['Ana'], gapsOnly: true, focus: 'A.md' },
    };
    const written = describeRoadmapChoice(choice);
    expect(Object.keys(written)).toEqual(ROADMAP_OPTIONS.map(({ name }) => name));
    expect(written).toMatchObject({ group: 'leader', kind: ['pilot'], gaps: true, zoom: 'month', commitment: false });
    expect(read(written)).toEqual(choice);
  });

  test('so that it is read again as it was', () => {
    const some = <Value>(values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values));
    const name = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.startsWith('[['));
    const written = fc.option(fc.constantFrom('2026', '2026-Q3', '2026-09', '2026-09-30', '0001', '9999'), { nil: undefined });
    const choices: fc.Arbitrary<RoadmapChoice> = fc.record({
      groupBy: fc.oneof(fc.constantFrom('competency', 'leader', 'unit', 'status', 'phase' as const), name.map((text) => `property:${text.trim()}` as const)),
      filter: fc.record({
        text: fc.string(),
        kinds: some(['initiative', 'pilot', 'milestone'] as const),
        competencies: some(COMPETENCIES),
        statuses: some(WORK_STATUSES),
        phases: some(PHASES),
        ambitions: some(AMBITIONS),
        units: fc.array(name),
        sponsors: fc.array(name),
        gapsOnly: fc.boolean(),
        focus: fc.option(name, { nil: undefined }),
      }),
      rows: fc.constantFrom('packed', 'single' as const),
      dropped: fc.boolean(),
      commitment: fc.boolean(),
      arrows: fc.boolean(),
      from: written,
      to: written,
      zoom: fc.oneof(fc.constant('fit' as const), fc.constantFrom(0.44, 1.75, 5.25, 23), fc.double({ min: 1e-6, max: 1000, noNaN: true })),
      collapsed: fc.array(name),
    });
    fc.assert(fc.property(choices, (choice) => {
      expect(readRoadmapChoice(describeRoadmapChoice(choice))).toEqual({ choice, problems: [] });
    }));
  });

  test('with every option once, in one sentence, and with values that it takes', () => {
    for (const { name, values } of ROADMAP_OPTIONS.flatMap((row) => ('values' in row ? [row] : []))) {
      for (const value of values) expect(readRoadmapChoice({ [name]: value }).problems).toEqual([]);
    }
    expect(ROADMAP_OPTIONS[0].values).toEqual([...FIXED_GROUPINGS, 'property:NAME']);
    expect(new Set(ROADMAP_OPTIONS.map(({ name }) => name)).size).toBe(19);
    for (const { description } of ROADMAP_OPTIONS) expect(description).toMatch(/^[A-Z][^\n]{10,120}\.$/);
  });
});

test('a choice decides days, lanes and filter of the layout', () => {
  const filter = { ...NO_FILTER, text: 'a' };
  expect(layoutOptionsOf({ ...DEFAULT_CHOICE, groupBy: 'unit', from: '2026-Q2', to: '2027', dropped: true, filter }, date('2026-03-10'))).toEqual({
    today: '2026-03-10', groupBy: 'unit', includeDropped: true, filter, fromDay: day('2026-04-01'), toDay: day('2027-12-31'),
  });
});
