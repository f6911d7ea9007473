import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay } from '../../src/playbook/calendar-date.js';
import { COMMITMENT_LEVELS, commitmentRank, type CommitmentLevel } from '../../src/playbook/commitment.js';
import { AMBITIONS, type PlaybookNote } from '../../src/playbook/note.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import { rankSponsors } from '../../src/roadmap/sponsor-gaps.js';
import { compareGaps, raiseOneLevel } from '../../src/roadmap/what-if.js';
import { date, executive, initiative, journey, milestone, playbookOf } from '../builders.js';

const today = date('2026-03-10');
const ana = executive({ title: 'Ana', role: 'CEO', levels: { '2026-01-01': 'supporter' } });
const ben = executive({ title: 'Ben', unit: 'Retail', levels: { '2026-01-01': 'passive', '2026-10-01': 'supporter' } });
const cid = executive({ title: 'Cid' });

function layoutOf(notes: readonly PlaybookNote[], raised?: Readonly<Record<string, CommitmentLevel>>): RoadmapLayout {
  const options = raised === undefined ? {} : { raised: new Map(Object.entries(raised).map(([name, level]) => [`Executives/${name}.md`, level])) };
  return layoutRoadmap(playbookOf(journey({ start: '2026', end: '2026' }), ...notes), { today, groupBy: 'leader', ...options });
}

describe('one level up', () => {
  test.each([[undefined, 'opposer'], ['opposer', 'passive'], ['passive', 'toe-dipper'], ['toe-dipper', 'supporter'], ['supporter', 'advocate'], ['advocate', undefined]] as const)(
    'from %s is %s',
    (level, expected) => expect(raiseOneLevel(level)).toBe(expected),
  );
});

describe('raised levels', () => {
  const work = [
    initiative({ title: 'Soon', sponsor: ['Ben'], units: ['Retail'], ambition: 'unit', start: '2026-04', end: '2026-06' }),
    initiative({ title: 'Running', sponsor: ['Ben'], units: ['Retail'], ambition: 'unit', start: '2026-02', end: '2026-06' }),
    initiative({ title: 'Wide', sponsor: ['Ana'], units: ['Retail'], ambition: 'enterprise', start: '2026-04', end: '2026-06' }),
  ];

  test('show which gaps vanish and which remain', () => {
    const before = layoutOf([ana, ben, ...work]);
    const compare = (raised: Readonly<Record<string, CommitmentLevel>>) => {
      const { vanishing, remaining } = compareGaps(before, layoutOf([ana, ben, ...work], raised));
      return [vanishing, remaining].map((ids) => ids.map((id) => id.slice('Initiatives/'.length, -'.md'.length)).sort().join(' '));
    };
    expect(compare({})).toEqual(['', 'Running Soon Wide']);
    expect(compare({ Ben: 'toe-dipper' })).toEqual(['', 'Running Soon Wide']);
    expect(compare({ Ben: 'supporter' })).toEqual(['Running Soon', 'Wide']);
    expect(compare({ Ben: 'supporter', Ana: 'advocate' })).toEqual(['Running Soon Wide', '']);
  });

  test('hold from today on, as expected ones, until a higher level is recorded', () => {
    const track = (level: CommitmentLevel) =>
      layoutOf([ben, ...work], { Ben: level }).lanes[0]?.track?.map(({ fromDay, toDay, level: held, expected }) => `${fromEpochDay(fromDay)}..${fromEpochDay(toDay)} ${held}${expected ? ' expected' : ''}`);
    expect(track('toe-dipper')).toEqual(['2026-01-01..2026-03-09 passive', '2026-03-10..2026-09-30 toe-dipper expected', '2026-10-01..2026-12-31 supporter expected']);
    expect(track('advocate')).toEqual(['2026-01-01..2026-03-09 passive', '2026-03-10..2026-12-31 advocate expected']);
    expect(track('opposer')).toEqual(['2026-01-01..2026-09-30 passive', '2026-10-01..2026-12-31 supporter expected']);
  });

  test('never make an item short that was carried, whoever is raised', () => {
    const level = fc.option(fc.constantFrom(...COMMITMENT_LEVELS), { nil: undefined });
    const scene = fc.record({ levels: fc.array(level, { minLength: 3, maxLength: 3 }), later: fc.array(level, { minLength: 3, maxLength: 3 }), raised: fc.array(level, { minLength: 3, maxLength: 3 }), ambition: fc.constantFrom(...AMBITIONS) });
    fc.assert(
      fc.property(scene, ({ levels, later, raised, ambition }) => {
        const names = ['Ana', 'Ben', 'Cid'];
        const people = names.map((title, index) => {
          const [now, then] = [levels[index], later[index]];
          return executive({ title, unit: `U${index}`, role: index === 0 ? 'CEO' : 'COO', levels: { ...(now === undefined ? {} : { '2026-01-01': now }), ...(then === undefined ? {} : { '2026-08-01': then }) } });
        });
        const notes = [...people, initiative({ title: 'X', ambition, sponsor: ['Cid'], units: ['U1', 'U2'], start: '2026-02', end: '2026-11' })];
        const before = layoutOf(notes);
        const after = layoutOf(notes, Object.fromEntries(names.flatMap((name, index) => (raised[index] === undefined ? [] : [[name, raised[index]]]))));
        const carried = (layout: RoadmapLayout, day: number) => layout.lanes[0]?.bars[0]?.gaps.every(({ fromDay, toDay }) => day < fromDay || day > toDay);
        for (let day = before.horizon.firstDay; day <= before.horizon.lastDay; day += 5) if (carried(before, day) === true) expect(carried(after, day)).toBe(true);
        for (const [index, { track }] of after.lanes.entries()) {
          track?.forEach((span) => {
            const was = before.lanes[index]?.track?.find(({ fromDay, toDay }) => fromDay <= span.fromDay && span.fromDay <= toDay);
            expect(rank(span.level)).toBeGreaterThanOrEqual(rank(was?.level));
          });
        }
      }),
    );
  });

  test('of the unassessed turn what was unknown into what is known', () => {
    const notes = [cid, initiative({ title: 'X', sponsor: ['Cid'], ambition: 'unit', start: '2026-04', end: '2026-06' })];
    expect(layoutOf(notes).lanes[0]?.bars[0]?.gaps).toMatchObject([{ state: 'unknown' }]);
    expect(compareGaps(layoutOf(notes), layoutOf(notes, { Cid: 'opposer' }))).toEqual({ vanishing: [], remaining: ['Initiatives/X.md'] });
    expect(layoutOf(notes, { Cid: 'supporter' }).lanes[0]?.bars[0]?.gaps).toEqual([]);
  });
});

function rank(level: CommitmentLevel | undefined): number {
  return level === undefined ? -1 : commitmentRank(level);
}

describe('sponsors ranked', () => {
  test('by items, then by days, then by path, with what is asked and what is recorded first', () => {
    const dan = executive({ title: 'Dan', levels: { '2025-01-01': 'opposer', '2026-05-01': 'passive' } });
    const layout = layoutOf([
      ana, ben, cid, dan,
      initiative({ title: 'One', sponsor: ['Ben'], ambition: 'unit', start: '2026-04-01', end: '2026-04-10' }),
      initiative({ title: 'Two', sponsor: ['Dan'], units: ['Retail'], ambition: 'cross-unit', start: '2026-04-21', end: '2026-05-10' }),
      initiative({ title: 'Three', sponsor: ['Cid'], ambition: 'unit', start: '2026-04-01', end: '2026-04-10' }),
      milestone({ title: 'Four', sponsor: ['Ana'], units: ['Retail'], ambition: 'enterprise', end: '2026-06-30' }),
      initiative({ title: 'Five', sponsor: ['Dan'], ambition: 'unit', start: '2026-04-01', end: '2026-04-10', status: 'done' }),
    ]);
    expect(rankSponsors(layout)).toEqual([
      { path: 'Executives/Ben.md', name: 'Ben', items: ['Initiatives/Four.md', 'Initiatives/One.md', 'Initiatives/Two.md'], gapDays: 31, minimum: 'supporter', level: 'passive' },
      { path: 'Executives/Dan.md', name: 'Dan', items: ['Initiatives/Two.md'], gapDays: 20, minimum: 'supporter', level: 'opposer' },
      { path: 'Executives/Ana.md', name: 'Ana', items: ['Initiatives/Four.md'], gapDays: 1, minimum: 'advocate', level: 'supporter' },
    ]);
  });

  test('are none without gaps', () => {
    expect(rankSponsors(layoutOf([ana, initiative({ sponsor: ['Ana'], ambition: 'unit', start: '2026' })]))).toEqual([]);
  });
});
