import { describe, expect, test } from 'vitest';
import { formatRoadmapJson } from '../../src/export/roadmap-json.js';
import { FORBIDDEN_CHARACTERS, HOSTILE_TITLES, hostileRoadmap } from './hostile-titles.js';

describe('roadmap as JSON', () => {
  test('keeps to its schema', () => {
    expect(JSON.parse(formatRoadmapJson(hostileRoadmap('Purse')))).toMatchObject({
      schema: 1,
      title: 'Purse',
      today: '2026-03-10',
      groupBy: 'leader',
      horizon: { firstDay: '2026-01-01', lastDay: '2027-12-31' },
      phases: [{ phase: 'awareness', name: 'Purse', start: '2026', end: '2026', firstDay: '2026-01-01', lastDay: '2026-12-31' }],
      lanes: [
        {
          id: 'leader=Executives/Ana.md',
          label: 'Purse',
          itemCount: 2,
          gapCount: 1,
          commitment: [
            { firstDay: '2026-01-01', lastDay: '2026-01-31', level: null, expected: false },
            { firstDay: '2026-02-01', lastDay: '2026-08-31', level: 'passive', expected: false },
            { firstDay: '2026-09-01', lastDay: '2027-12-31', level: 'supporter', expected: true },
          ],
          items: [
            {
              path: 'Initiatives/A.md', kind: 'initiative', start: '2026', end: '2026-Q3', firstDay: '2026-01-01', lastDay: '2026-09-30', softStart: true,
              gaps: [
                { firstDay: '2026-01-01', lastDay: '2026-01-31', state: 'unknown', reasons: [{ path: 'Executives/Ana.md', level: null, minimum: 'supporter', part: 'head' }] },
                { firstDay: '2026-02-01', lastDay: '2026-08-31', state: 'short', reasons: [{ level: 'passive' }] },
              ],
              earliestFit: '2026-09-01',
            },
            { path: 'Initiatives/B.md', dependsOn: ['Initiatives/A.md'], gaps: [] },
          ],
        },
        { label: 'No sponsor', items: [{ kind: 'milestone', firstDay: '2026-12-31', soft: false }] },
      ],
      dependencies: [
        { from: 'Initiatives/A.md', to: 'Initiatives/B.md', conflict: true, inCycle: false },
        { from: 'Initiatives/B.md', to: 'Initiatives/C.md', conflict: false, inCycle: false },
      ],
      unscheduled: [{ path: 'Initiatives/D.md', reason: 'no-dates' }, { path: 'Initiatives/E.md', reason: 'end-before-start' }],
      problems: [{ kind: 'end-before-start', path: 'Initiatives/E.md' }, { kind: 'dependency-cycle', path: 'Initiatives/E.md' }],
      summary: { items: 3, gaps: 1, conflicts: 1, unscheduled: 2 },
    });
  });

  test.each(Object.entries(HOSTILE_TITLES))('can be parsed and shown with %s as a title', (_, title) => {
    const text = formatRoadmapJson(hostileRoadmap(title, 'property:x'));
    expect(() => JSON.parse(text) as unknown).not.toThrow();
    expect(text).not.toMatch(FORBIDDEN_CHARACTERS);
  });
});
