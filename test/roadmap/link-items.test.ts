import { expect, test } from 'vitest';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { planLink, planUnlink } from '../../src/roadmap/link-items.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import { date, initiative, journey, playbookOf } from '../builders.js';

/** B waits for A, C for B, L1 … L9 in a row. D has no dates. */
const LAYOUT: RoadmapLayout = layoutRoadmap(
  playbookOf(
    journey({ start: '2026', end: '2028' }),
    initiative({ title: 'A', start: '2026-01' }),
    initiative({ title: 'B', start: '2026-02', dependsOn: ['A'] }),
    initiative({ title: 'C', start: '2026-03', dependsOn: ['B'] }),
    initiative({ title: 'D' }),
    ...Array.from({ length: 9 }, (_, index) => initiative({ title: `L${index + 1}`, start: '2026-03', dependsOn: index === 0 ? [] : [`L${index}`] })),
  ),
  { today: date('2026-11-22'), groupBy: 'status' },
);

function pathOf(title: string): string {
  return `Initiatives/${title}.md`;
}

test('a link lets one item wait for another, drawn or not', () => {
  expect(planLink(LAYOUT, pathOf('A'), pathOf('C'))).toEqual({ ok: true, change: { title: 'Let C wait for A', items: [{ path: pathOf('C'), addPredecessors: [pathOf('A')] }] } });
  expect(planLink(LAYOUT, pathOf('D'), pathOf('A'))).toMatchObject({ ok: true });
});

test('a link is taken away', () => {
  expect(planUnlink(LAYOUT, pathOf('A'), pathOf('B'))).toEqual({ ok: true, change: { title: 'Let B no longer wait for A', items: [{ path: pathOf('B'), removePredecessors: [pathOf('A')] }] } });
});

test.each([
  ['to itself', 'A', 'A', '"A" cannot wait for itself. Link it to another item.'],
  ['that is there', 'A', 'B', '"B" waits for "A" already. Nothing is left to do.'],
  ['that closes a circle', 'C', 'A', '"C" waits for "A" already (A → B → C), so they would wait for each other. Remove one of those links first.'],
  ['that closes a circle of two', 'B', 'A', '"B" waits for "A" already (A → B), so they would wait for each other. Remove one of those links first.'],
  ['that closes a large circle', 'L9', 'L1', '"L9" waits for "L1" already (L1 → L2 → L3 → L4 → L5 → L6 and 3 more), so they would wait for each other. Remove one of those links first.'],
  ['to what is gone', 'A', 'gone', '"Initiatives/gone.md" is not on the roadmap any more. Choose another item.'],
])('a link %s is refused', (_what, from, to, message) => {
  expect(planLink(LAYOUT, pathOf(from), pathOf(to))).toEqual({ ok: false, message });
});

test('a link that is not there is not taken away', () => {
  expect(planUnlink(LAYOUT, pathOf('A'), pathOf('C'))).toEqual({ ok: false, message: '"C" does not wait for "A". Nothing is left to do.' });
});
