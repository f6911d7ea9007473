import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCycles } from '../../src/roadmap/dependency-cycles.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { Initiative } from '../../src/playbook/note.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import { date, initiative, journey, milestone, playbookOf } from '../builders.js';

function layoutOf(...items: readonly Initiative[]): RoadmapLayout {
  return layoutRoadmap(playbookOf(journey({ start: '2026', end: '2028' }), ...items), { today: date('2026-03-10'), groupBy: 'status' });
}

function conflict(before: Parameters<typeof initiative>[0], after: Parameters<typeof initiative>[0]): boolean | undefined {
  return layoutOf(initiative({ title: 'A', ...before }), initiative({ title: 'B', dependsOn: ['A'], ...after })).arrows[0]?.conflict;
}

describe('dependencies', () => {
  test.each([
    ['a day too early', { start: '2026-01-01', end: '2026-06-30' }, { start: '2026-06-29', end: '2026-12-31' }, true],
    ['on the last day', { start: '2026-01-01', end: '2026-06-30' }, { start: '2026-06-30', end: '2026-12-31' }, false],
    ['in the same quarter', { start: '2026', end: '2026-Q2' }, { start: '2026-Q2', end: '2027' }, false],
    ['in the quarter before', { start: '2026', end: '2026-Q2' }, { start: '2026-Q1', end: '2027' }, true],
    ['after a start without an end', { start: '2026-05-01' }, { start: '2026-05-02' }, false],
    ['before a start without an end', { start: '2026-05-01' }, { start: '2026-04-01' }, true],
    ['some time before an end', { start: '2026-05-01', end: '2026-06-01' }, { end: '2026-05-20' }, true],
  ])('conflict when the successor starts %s: %#', (_, before, after, expected) => expect(conflict(before, after)).toBe(expected));

  test('join milestones and bars by the milestone\'s day', () => {
    const bar = initiative({ title: 'A', start: '2026-01-01', end: '2026-06-30' });
    const { arrows } = layoutOf(bar, milestone({ title: 'M', end: '2026-06-30', dependsOn: ['A'] }), milestone({ title: 'N', end: '2026-06-01', dependsOn: ['A'] }));
    expect(arrows.map(({ to, conflict: early }) => [to, early])).toEqual([['Initiatives/M.md', false], ['Initiatives/N.md', true]]);
  });

  test('are drawn once, and only between items that are drawn', () => {
    const { arrows } = layoutOf(
      initiative({ title: 'A', start: '2026', end: '2026' }),
      initiative({ title: 'B', start: '2027', end: '2027', dependsOn: ['A', 'A', 'Nowhere', 'Idea', 'Old'] }),
      initiative({ title: 'Idea' }),
      initiative({ title: 'Old', start: '1999', end: '1999' }),
    );
    expect(arrows).toEqual([{ from: 'Initiatives/A.md', to: 'Initiatives/B.md', conflict: false, inCycle: false }]);
  });

  test('in a circle are reported once, marked and not followed', () => {
    const { arrows, problems } = layoutOf(
      initiative({ title: 'A', start: '2026', dependsOn: ['C'] }),
      initiative({ title: 'B', start: '2026', dependsOn: ['A'] }),
      initiative({ title: 'C', start: '2026', dependsOn: ['B'] }),
      initiative({ title: 'D', start: '2026', dependsOn: ['C'] }),
      initiative({ title: 'Self', dependsOn: ['Self'] }),
    );
    expect(problems.map(({ kind, path, related, message }) => [kind, path, related.length, message])).toEqual([
      ['dependency-cycle', 'Initiatives/A.md', 2, '"A", "B", "C" wait for each other. Remove one of their links in depends_on.'],
      ['dependency-cycle', 'Initiatives/Self.md', 0, '"Self" depends on itself. Remove that link from depends_on.'],
    ]);
    expect(arrows.map(({ from, to, inCycle }) => [from.slice(12, 13), to.slice(12, 13), inCycle])).toEqual([
      ['C', 'A', true], ['A', 'B', true], ['B', 'C', true], ['C', 'D', false],
    ]);
  });

  test('follow a chain of 50,000 without running out of stack', () => {
    const chain = Array.from({ length: 50_000 }, (_, index) => ({ id: String(index), dependsOn: [String(index + 1)] }));
    expect(findCycles(chain)).toEqual([]);
    expect(findCycles([...chain, { id: '50000', dependsOn: ['0'] }])[0]).toHaveLength(50_001);
  });

  test('are in one circle exactly when each can be reached from the other', () => {
    const graph = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(graph, (links) => {
        const reach = (from: number): Set<number> => {
          const seen = new Set<number>();
          const open = [...(links[from] ?? [])];
          for (let at = open.pop(); at !== undefined; at = open.pop()) {
            if (seen.has(at)) continue;
            seen.add(at);
            open.push(...(links[at] ?? []));
          }
          return seen;
        };
        const expected = links.map((_, id) => links.map((__, other) => other).filter((other) => reach(id).has(other) && reach(other).has(id)).join());
        const cycles = findCycles(links.map((targets, id) => ({ id: String(id), dependsOn: targets.map(String) })));
        links.forEach((_, id) => expect(cycles.find((ids) => ids.includes(String(id)))?.join() ?? '').toBe(expected[id]));
      }),
    );
  });
});
