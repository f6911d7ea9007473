import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { foldText } from '../../src/roadmap/folded-text.js';
import { NO_FILTER, type RoadmapFilter } from '../../src/roadmap/roadmap-filter.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import { describeRoadmap, emptyInWords } from '../../src/roadmap/roadmap-words.js';
import { date, executive, initiative, journey, milestone, pilot, playbookOf } from '../builders.js';

const when = { start: '2026-01', end: '2026-06' };

function layoutOf(filter: Partial<RoadmapFilter>, ...notes: readonly PlaybookNote[]): RoadmapLayout {
  const playbook = playbookOf(journey({ start: '2026', end: '2027' }), ...notes);
  return layoutRoadmap(playbook, { today: date('2026-03-10'), groupBy: 'status', filter: { ...NO_FILTER, ...filter } });
}

/** Titles of what is drawn or listed, in any order of lanes. */
function shownTitles({ lanes, unscheduled }: RoadmapLayout): readonly string[] {
  return [...lanes.flatMap(({ bars, milestones }) => [...bars, ...milestones]), ...unscheduled].map(({ title }) => title).sort();
}

describe('a filter', () => {
  const notes = [
    executive({ title: 'Zoë Ånström', levels: { '2026-01-01': 'passive' } }),
    executive({ title: 'Ben' }),
    initiative({ title: 'A', status: 'active', phase: 'embed', ambition: 'unit', units: ['Retail', 'Claims'], sponsor: ['Zoë Ånström'], competencies: ['employee-engagement', 'purposeful-leadership'], ...when }),
    pilot({ title: 'B', status: 'planned', phase: 'broaden', ambition: 'local', units: [' retail '], sponsor: ['Ben'], competencies: ['customer-connectedness'] }),
    milestone({ title: 'C', path: 'Ärger/C.md', status: 'done', end: '2026-05' }),
  ];

  test.each([
    [{ kinds: ['pilot', 'milestone'] }, 'B C'],
    [{ competencies: ['purposeful-leadership'] }, 'A'],
    [{ statuses: ['planned', 'done'] }, 'B C'],
    [{ phases: ['embed'] }, 'A'],
    [{ ambitions: ['local', 'enterprise'] }, 'B'],
    [{ units: ['RETAIL'] }, 'A B'],
    [{ units: ['Claims', 'Nowhere'] }, 'A'],
    [{ sponsors: ['zoe anstrom'] }, 'A'],
    [{ sponsors: ['BEN', 'Zoë Ånström'] }, 'A B'],
    [{ text: 'ZOE retail' }, 'A'],
    [{ text: '  anstrom\tengagement ' }, 'A'],
    [{ text: 'arger' }, 'C'],
    [{ text: 'customer-connectedness' }, 'B'],
    [{ text: 'ben zoe' }, ''],
    [{ kinds: ['pilot'], statuses: ['active'] }, ''],
    [{ gapsOnly: true }, 'A'],
    [{ gapsOnly: true, sponsors: ['Ben'] }, ''],
    [{}, 'A B C'],
  ] as const)('%j leaves in "%s"', (filter, expected) => expect(shownTitles(layoutOf(filter, ...notes)).join(' ')).toBe(expected));

  test('takes the rest out of lanes, tray, arrows and problems, counts it and says so', () => {
    const layout = layoutOf(
      { text: 'keep' },
      initiative({ title: 'Keep 1', ...when }),
      initiative({ title: 'Keep 2', dependsOn: ['Keep 1', 'Drop 1'], ...when }),
      initiative({ title: 'Drop 1', dependsOn: ['Keep 1'], sponsor: ['Nobody'], ...when }),
      initiative({ title: 'Drop 2', start: '2027', end: '2026' }),
      initiative({ title: 'Drop 3', dependsOn: ['Drop 3'] }),
    );
    expect(shownTitles(layout)).toEqual(['Keep 1', 'Keep 2']);
    expect(layout.arrows.map(({ from, to }) => `${from} ${to}`)).toEqual(['Initiatives/Keep 1.md Initiatives/Keep 2.md']);
    expect(layout).toMatchObject({ problems: [], hidden: { length: 3 }, lanes: [{ itemCount: 2 }] });
    expect(describeRoadmap(layout)).toContain('3 items left out by the filter.');
  });

  test('keeps a circle as long as one of its items is shown, and points at that one', () => {
    const circle = [initiative({ title: 'A', dependsOn: ['B'], ...when }), initiative({ title: 'B', dependsOn: ['A'], ...when })];
    expect(layoutOf({ text: 'b.md' }, ...circle).problems).toMatchObject([{ kind: 'dependency-cycle', path: 'Initiatives/B.md', related: ['Initiatives/A.md'] }]);
    expect(layoutOf({ text: 'neither' }, ...circle).problems).toEqual([]);
  });

  test('for gaps takes no row and no lane for the rest', () => {
    const short = { sponsor: ['Zoë Ånström'], ambition: 'unit', ...when } as const;
    const { lanes } = layoutOf({ gapsOnly: true }, ...notes, initiative({ title: 'D', status: 'active', ...short }), initiative({ title: 'E', status: 'active', ...when }));
    expect(lanes.map(({ label, itemCount, gapCount, rowCount }) => [label, itemCount, gapCount, rowCount])).toEqual([['Active', 2, 2, 2]]);
  });

  test('does not move the days that are shown', () => {
    const playbook = playbookOf(initiative({ title: 'A', start: '2024', end: '2024' }), initiative({ title: 'B', start: '2026', end: '2026' }));
    const horizonOf = (text: string) => layoutRoadmap(playbook, { today: date('2026-03-10'), groupBy: 'status', filter: { ...NO_FILTER, text } }).horizon;
    expect(horizonOf('b.md')).toEqual(horizonOf(''));
  });

  test('that leaves nothing says what to do', () => {
    const layout = layoutOf({ text: 'nothing is called so' }, ...notes);
    expect(layout.lanes).toEqual([]);
    expect(emptyInWords(layout)).toBe('Nothing with days matches the filter, which leaves out 3 items. Ask for less, or remove the filter.');
  });

  test('sees an edit of the playbook', () => {
    const playbook = playbookOf(...notes);
    const find = () => shownTitles(layoutRoadmap(playbook, { today: date('2026-03-10'), groupBy: 'status', filter: { ...NO_FILTER, text: 'harbour' } }));
    expect(find()).toEqual([]);
    playbook.setNote(initiative({ title: 'A', units: ['Harbour'], ...when }));
    expect(find()).toEqual(['A']);
    playbook.remove('Initiatives/A.md');
    expect(find()).toEqual([]);
    playbook.setNote(initiative({ title: 'F', sponsor: ['Ben'], ...when }));
    playbook.setNote(executive({ title: 'Ben', path: 'Ben.md' }));
    playbook.remove('Executives/Ben.md');
    const { lanes } = layoutRoadmap(playbook, { today: date('2026-03-10'), groupBy: 'leader' });
    expect(lanes.map(({ id }) => id)).toContain('leader=Ben.md');
  });

  test('of any kind leaves in what it leaves in alone: two asked at once are both asked', () => {
    const some = <T>(...values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
    const filters = fc.record({
      kinds: some('initiative', 'pilot', 'milestone' as const), statuses: some('active', 'planned', 'done' as const), ambitions: some('unit', 'local' as const),
      units: some('retail', 'claims'), text: fc.constantFrom('', 'a', 'ben', 'e r'), gapsOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        const both = shownTitles(layoutOf(filter as Partial<RoadmapFilter>, ...notes));
        const each = Object.entries(filter).map(([name, value]) => new Set(shownTitles(layoutOf({ [name]: value }, ...notes))));
        expect(both).toEqual(['A', 'B', 'C'].filter((title) => each.every((titles) => titles.has(title))));
      }),
    );
  });
});

describe('the focus', () => {
  const chain = [
    initiative({ title: 'A', ...when }),
    initiative({ title: 'B', dependsOn: ['A'] }),
    initiative({ title: 'C', dependsOn: ['B'], ...when }),
    initiative({ title: 'Sibling', dependsOn: ['A'], ...when }),
    initiative({ title: 'Apart', ...when }),
  ];

  test.each([
    ['Initiatives/B.md', 'A B C'],
    ['Initiatives/B', 'A B C'],
    ['b', 'A B C'],
    ['Initiatives/A.md', 'A B C Sibling'],
    ['Sibling', 'A Sibling'],
    ['Apart', 'Apart'],
  ])('on %s shows %s: what it waits for and what waits for it, however far', (focus, expected) => {
    expect(shownTitles(layoutOf({ focus }, ...chain)).join(' ')).toBe(expected);
  });

  test('is safe with circles', () => {
    const circle = [initiative({ title: 'A', dependsOn: ['C'], ...when }), initiative({ title: 'B', dependsOn: ['A'], ...when }), initiative({ title: 'C', dependsOn: ['B'], ...when })];
    expect(shownTitles(layoutOf({ focus: 'B' }, ...circle, initiative({ title: 'D' })))).toEqual(['A', 'B', 'C']);
  });

  test('on nothing shows nothing and says so', () => {
    const layout = layoutOf({ focus: 'Gone.md' }, ...chain);
    expect(shownTitles(layout)).toEqual([]);
    expect(layout.problems).toEqual([{ kind: 'unknown-focus', path: '', message: 'No item of the roadmap is "Gone.md", so none is shown. Choose another to focus on, or show all.', related: [] }]);
  });
});

describe('folded text', () => {
  test.each([[' Zoë ', 'zoe'], ['ÅNGSTRÖM', 'angstrom'], ['Straße', 'strasse'], ['Łódź', 'lodz'], ['İstanbul', 'istanbul'], ['ﬁnal', 'final'], ['가각', '가각'], ['', '']])(
    'of "%s" is "%s"',
    (text, expected) => expect(foldText(text)).toBe(expected),
  );

  test('is the same folded again, and for any case', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'Ä', 'ß', 'ø', 'Ł', 'İ', 'ı', 'é', ' ', 'ﬁ', '가', 'Ⅳ', '\u0301', '1') }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }));
    expect(foldText('ZOË')).toBe(foldText('zoe\u0308'));
  });
});
