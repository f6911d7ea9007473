/** A roadmap with everything that few roadmaps have: ghosts of each kind, inferred days, a what-if, a revision. */
import { withGhosts } from '../../src/roadmap/ghosts.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapGrouping, RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import type { RoadmapOrigin } from '../../src/export/roadmap-origin.js';
import { date, executive, initiative, journey, milestone, pilot, playbookOf } from '../builders.js';

export function comparedRoadmap(title: string, groupBy: RoadmapGrouping = 'leader'): RoadmapLayout {
  const others = [
    journey({ title, path: 'Journey.md', start: '2026', end: '2027' }),
    executive({ title, path: 'Executives/Ana.md', role: title, unit: title, levels: { '2026-02-01': 'passive' } }),
    initiative({ title, path: 'Initiatives/Parent.md' }),
  ];
  const moved = { title, path: 'Initiatives/Moved.md', sponsor: ['Ana'], ambition: 'unit', supports: ['Parent'] } as const;
  const options = { today: date('2026-03-10'), groupBy, levelLabels: { supporter: title } };
  const before = playbookOf(
    ...others,
    initiative({ ...moved, start: '2026-03', end: '2026-09' }),
    milestone({ title, path: 'Initiatives/Gate.md', end: '2026-06-30' }),
    pilot({ title, path: 'Initiatives/Gone.md', start: '2026-Q2' }),
    initiative({ title, path: 'Initiatives/Far.md', start: '2026-01', end: '2026-02' }),
  );
  const after = playbookOf(
    ...others,
    initiative({ ...moved, start: '2026-05', end: '2026-10' }),
    milestone({ title, path: 'Initiatives/Gate.md', end: '2026-09-30' }),
    initiative({ title, path: 'Initiatives/New 1.md', start: '2027-01', end: '2027-03', dependsOn: ['Moved'] }),
    milestone({ title, path: 'Initiatives/New 2.md', end: '2027-05' }),
    initiative({ title, path: 'Initiatives/Far.md', start: '2031', end: '2032' }),
  );
  return withGhosts(layoutRoadmap(before, options), layoutRoadmap(after, options));
}

export function originOf(name: string): RoadmapOrigin {
  return {
    at: { name, commit: '0123456789abcdef0123456789abcdef01234567', day: date('2026-03-01') },
    since: { name, commit: 'fedcba9876543210fedcba9876543210fedcba98', day: undefined },
    whatIf: { raised: [{ path: 'Executives/Ana.md', name, level: 'supporter' }], vanishing: 2, remaining: 1, shortDays: { recorded: 900, raised: 100 } },
  };
}
