import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withGhosts, type GhostOptions } from '../../src/roadmap/ghosts.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapGhost, RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { date, day, initiative, journey, milestone, pilot, playbookOf } from '../builders.js';

function layoutOf(...notes: readonly PlaybookNote[]): RoadmapLayout {
  return layoutRoadmap(playbookOf(journey({ start: '2026', end: '2027' }), ...notes), { today: date('2026-03-10'), groupBy: 'competency' });
}

function ghosts(before: readonly PlaybookNote[], after: readonly PlaybookNote[], options?: GhostOptions): readonly RoadmapGhost[] {
  return withGhosts(layoutOf(...before), layoutOf(...after), options).ghosts;
}

const purse = initiative({ title: 'Purse', start: '2026-03', end: '2026-09' });

describe('withGhosts', () => {
  test('shows where a moved item stood, as written then', () => {
    expect(ghosts([purse], [initiative({ title: 'Purse', start: '2026-05', end: '2026-10' })])).toEqual([
      { id: 'Initiatives/Purse.md', title: 'Purse', kind: 'initiative', start: '2026-03', end: '2026-09', firstDay: day('2026-03-01'), lastDay: day('2026-09-30'), change: 'moved' },
    ]);
  });

  test.each([
    ['start', initiative({ title: 'Purse', start: '2026-02', end: '2026-09' })],
    ['end', initiative({ title: 'Purse', start: '2026-03', end: '2026-10' })],
    ['precision', initiative({ title: 'Purse', start: '2026-03-01', end: '2026-09' })],
    ['open end', initiative({ title: 'Purse', start: '2026-03' })],
  ])('a change of the %s alone is a move', (_what, after) => {
    expect(ghosts([purse], [after])).toMatchObject([{ change: 'moved', start: '2026-03', end: '2026-09' }]);
  });

  test.each([
    ['status', initiative({ title: 'Purse', start: '2026-03', end: '2026-09', status: 'active' })],
    ['lane', initiative({ title: 'Purse', start: '2026-03', end: '2026-09', competencies: ['employee-engagement'] })],
  ])('a change of the %s is none', (_what, after) => {
    expect(ghosts([purse], [after])).toEqual([]);
  });

  test('names what is new and what is gone', () => {
    expect(ghosts([purse], [pilot({ title: 'Storm texts', start: '2026-06' })])).toMatchObject([
      { id: 'Initiatives/Purse.md', change: 'gone', start: '2026-03', end: '2026-09' },
      { id: 'Initiatives/Storm texts.md', change: 'new', kind: 'pilot', firstDay: day('2026-06-01') },
    ]);
  });

  test('an item without dates is not on the roadmap, before or after', () => {
    const undated = initiative({ title: 'Purse' });
    expect(ghosts([undated], [purse])).toMatchObject([{ change: 'new' }]);
    expect(ghosts([purse], [undated])).toMatchObject([{ change: 'gone' }]);
    expect(ghosts([purse], [initiative({ title: 'Purse', start: '2026-09', end: '2026-03' })])).toMatchObject([{ change: 'gone' }]);
    expect(ghosts([undated], [])).toEqual([]);
  });

  test('an item that left the horizon has moved, and one that never was inside has not', () => {
    const far = initiative({ title: 'Purse', start: '2031', end: '2032' });
    expect(ghosts([purse], [far])).toMatchObject([{ change: 'moved', firstDay: day('2026-03-01') }]);
    expect(ghosts([far], [purse])).toMatchObject([{ change: 'moved', firstDay: day('2031-01-01'), lastDay: day('2032-12-31') }]);
    expect(ghosts([far], [far])).toEqual([]);
  });

  test('a milestone moves by its last day', () => {
    expect(ghosts([milestone({ end: '2026-06' })], [milestone({ end: '2026-07-01' })])).toMatchObject([{ kind: 'milestone', end: '2026-06', lastDay: day('2026-06-30') }]);
  });

  describe('a renamed note', () => {
    const renamed = initiative({ title: 'Quayside purse', start: '2026-03', end: '2026-09' });

    test('is followed where a map says so', () => {
      const options = { renamed: new Map([['Initiatives/Purse.md', 'Initiatives/Quayside purse.md']]) };
      expect(ghosts([purse], [renamed], options)).toEqual([]);
      expect(ghosts([purse], [initiative({ title: 'Quayside purse', start: '2026-04' })], options)).toMatchObject([{ id: 'Initiatives/Quayside purse.md', title: 'Purse', change: 'moved' }]);
      expect(ghosts([purse], [renamed])).toMatchObject([{ change: 'gone' }, { change: 'new' }]);
    });

    test('is followed by its title and kind', () => {
      const other = (note: PlaybookNote, path: string): PlaybookNote => ({ ...note, path });
      expect(ghosts([purse], [other(purse, 'Archive/Purse.md')])).toEqual([]);
      expect(ghosts([purse], [other(pilot({ title: 'Purse', start: '2026-03' }), 'Archive/Purse.md')])).toMatchObject([{ id: 'Archive/Purse.md', change: 'new' }, { id: 'Initiatives/Purse.md', change: 'gone' }]);
    });

    test('is not guessed between two of the same title', () => {
      const at = (path: string) => initiative({ title: 'Purse', path, start: '2026-03' });
      expect(ghosts([at('A/Purse.md'), at('B/Purse.md')], [at('C/Purse.md')]).map(({ id, change }) => `${change} ${id}`)).toEqual(['gone A/Purse.md', 'gone B/Purse.md', 'new C/Purse.md']);
    });

    test('a map that is wrong harms nothing', () => {
      const options = { renamed: new Map([['Initiatives/Purse.md', 'Initiatives/Nowhere.md'], ['x', 'y']]) };
      expect(ghosts([purse], [purse], options)).toEqual([]);
      expect(ghosts([purse], [], options)).toMatchObject([{ change: 'gone' }]);
      const two = new Map([['A.md', 'C.md'], ['B.md', 'C.md']]);
      expect(ghosts([initiative({ path: 'A.md', start: '2026' }), initiative({ path: 'B.md', start: '2026' })], [initiative({ path: 'C.md', start: '2026' })], { renamed: two })).toMatchObject([{ id: 'B.md', change: 'gone' }]);
    });
  });

  const anItem = fc.record({
    path: fc.constantFrom('a.md', 'b.md', 'c.md', 'Sub/a.md', 'Sub/d.md'),
    kind: fc.constantFrom('initiative', 'pilot', 'milestone'),
    start: fc.option(fc.constantFrom('2025', '2026-Q2', '2026-05', '2026-05-03', '2031'), { nil: undefined }),
    end: fc.option(fc.constantFrom('2026', '2026-08', '2027-01-01', '2033', '2024'), { nil: undefined }),
  });
  const someNotes = fc.uniqueArray(anItem, { selector: ({ path }) => path }).map((items) =>
    items.map(({ path, kind, start, end }) => initiative({ path, kind, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) })),
  );

  test('a roadmap has no ghosts of itself', () => {
    fc.assert(
      fc.property(someNotes, (notes) => {
        expect(ghosts(notes, notes)).toEqual([]);
      }),
    );
  });

  test('each change shows once, whichever way one looks', () => {
    fc.assert(
      fc.property(someNotes, someNotes, (before, after) => {
        const there = ghosts(before, after);
        const back = ghosts(after, before);
        expect(new Set(there.map(({ id, change }) => `${change} ${id}`)).size).toBe(there.length);
        const count = (list: readonly RoadmapGhost[], change: RoadmapGhost['change']) => list.filter((ghost) => ghost.change === change).length;
        expect(count(there, 'new')).toBe(count(back, 'gone'));
        expect(count(there, 'gone')).toBe(count(back, 'new'));
        expect(count(there, 'moved')).toBe(count(back, 'moved'));
      }),
    );
  });

  test('changes nothing else of the later roadmap', () => {
    fc.assert(
      fc.property(someNotes, someNotes, (before, after) => {
        const layout = layoutOf(...after);
        expect({ ...withGhosts(layoutOf(...before), layout), ghosts: [] }).toEqual(layout);
      }),
    );
  });
});
