import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleOfPath } from '../../src/playbook/link-index.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { distinguish } from '../../src/roadmap/namesakes.js';
import { describeItem, itemName } from '../../src/roadmap/roadmap-words.js';
import { date, executive, initiative, playbookOf } from '../builders.js';

function partsOf(...paths: readonly string[]): readonly (string | undefined)[] {
  const parts = distinguish(paths.map((path) => ({ path, title: titleOfPath(path) })));
  return paths.map((path) => parts.get(path));
}

describe('items of one title', () => {
  test.each([
    [['A/Storm.md', 'A/Wind.md'], [undefined, undefined]],
    [['A/Storm.md', 'B/Storm.md'], ['A', 'B']],
    [['2026/Retail/Storm.md', '2027/Retail/Storm.md', '2027/Retail/Wind.md'], ['2026', '2027', undefined]],
    [['2026/Retail/Storm.md', '2027/Claims/Storm.md'], ['Retail', 'Claims']],
    [['A/x/Storm.md', 'B/x/Storm.md', 'A/y/Storm.md'], ['A/x', 'B/x', 'y']],
    [['Storm.md', 'A/Storm.md'], ['/', 'A']],
    [['A/Storm.md', 'B/A/Storm.md', 'C/Storm.md'], ['A', 'B/A', 'C']],
    [['A/Storm.md', 'A/Storm.MD'], ['A/Storm.md', 'A/Storm.MD']],
  ])('%j are told apart as %j', (paths, expected) => expect(partsOf(...paths)).toEqual(expected));

  test('are always told apart', () => {
    const paths = fc.uniqueArray(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }).map((folders) => [...folders, 'Storm.md'].join('/')), { minLength: 2, maxLength: 12 });
    fc.assert(fc.property(paths, (all) => {
      const parts = partsOf(...all);
      expect(new Set(parts).size).toBe(all.length);
      expect(parts).not.toContain(undefined);
    }));
  });

  test('have that part in their name and description, each with a lane, a row and arrows of its own', () => {
    const when = { start: '2026-01', end: '2026-06' };
    const playbook = playbookOf(
      executive({ path: 'North/Ana.md', role: 'COO', levels: { '2026-01-01': 'passive' } }),
      executive({ path: 'South/Ana.md', levels: { '2026-01-01': 'advocate' } }),
      initiative({ path: '2026/Storm.md', sponsor: ['North/Ana'], ...when }),
      initiative({ path: '2027/Storm.md', sponsor: ['South/Ana'], dependsOn: ['2026/Storm'], ...when }),
    );
    const { lanes, arrows } = layoutRoadmap(playbook, { today: date('2026-03-10'), groupBy: 'leader' });
    expect(lanes.map(({ id, label, sublabel, bars }) => [id, label, sublabel, bars.map(itemName).join()])).toEqual([
      ['leader=North/Ana.md', 'Ana', 'COO, North', 'Storm (2026)'],
      ['leader=South/Ana.md', 'Ana', 'South', 'Storm (2027)'],
    ]);
    expect(arrows).toMatchObject([{ from: '2026/Storm.md', to: '2027/Storm.md' }]);
    expect(lanes.flatMap(({ bars }) => bars).map(describeItem)[0]).toMatch(/^Storm \(2026\): initiative/);
  });
});
