import { describe, expect, it } from 'vitest';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapGrouping, RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import { sliceLayout, yearsOf } from '../../src/roadmap/slice-layout.js';
import { date, day, executive, initiative, journey, milestone, playbookOf } from '../builders.js';

const PLAYBOOK = playbookOf(
  journey({ start: '2026-04', end: '2028', phases: [['awareness', 'See', '2026', '2027-02'], ['embed', 'Keep', '2027-03', '2028']] }),
  executive({ title: 'Ada', levels: { '2026-05-01': 'passive', '2027-02-01': 'supporter' } }),
  initiative({ title: 'Purse', sponsor: ['Ada'], start: '2026-10', end: '2027-03', ambition: 'unit' }),
  initiative({ title: 'Ride', sponsor: ['Ada'], start: '2027-05', end: '2027-06', dependsOn: ['Purse'] }),
  milestone({ title: 'Go', end: '2028-05-01', dependsOn: ['Ride'] }),
  initiative({ title: 'Someday' }),
);

function layout(groupBy: RoadmapGrouping = 'leader'): RoadmapLayout {
  return layoutRoadmap(PLAYBOOK, { today: date('2026-11-22'), groupBy });
}

const YEAR_2027 = { firstDay: day('2027-01-01'), lastDay: day('2027-12-31') };
const titles = ({ lanes }: RoadmapLayout): readonly string[] => lanes.flatMap(({ bars, milestones }) => [...bars, ...milestones].map(({ title }) => title));

describe('the years of a roadmap', () => {
  it('are those in which something is drawn, cut to the days shown', () => {
    expect(yearsOf(layout())).toEqual([
      { firstDay: day('2026-04-01'), lastDay: day('2026-12-31') },
      YEAR_2027,
      { firstDay: day('2028-01-01'), lastDay: day('2028-12-31') },
    ]);
  });

  it('are the first alone where nothing is drawn', () => {
    expect(yearsOf(layoutRoadmap(playbookOf(), { today: date('2026-11-22'), groupBy: 'unit' }))).toHaveLength(1);
  });
});

describe('a year of a roadmap', () => {
  it('holds what lies in it at least in part, and marks what goes on', () => {
    const [lane] = sliceLayout(layout(), YEAR_2027).lanes;
    expect(lane?.bars.map(({ title, firstDay, lastDay, clippedStart, clippedEnd }) => ({ title, firstDay, lastDay, clippedStart, clippedEnd }))).toEqual([
      { title: 'Purse', firstDay: day('2027-01-01'), lastDay: day('2027-03-31'), clippedStart: true, clippedEnd: false },
      { title: 'Ride', firstDay: day('2027-05-01'), lastDay: day('2027-06-30'), clippedStart: false, clippedEnd: false },
    ]);
  });

  it('leaves out lanes, arrows and phases of other years', () => {
    const year = sliceLayout(layout(), YEAR_2027);
    expect(titles(year)).toEqual(['Purse', 'Ride']);
    expect(year.lanes).toHaveLength(1);
    expect(year.arrows.map(({ from, to }) => [from, to])).toEqual([['Initiatives/Purse.md', 'Initiatives/Ride.md']]);
    expect(year.phases.map(({ name, firstDay }) => [name, firstDay])).toEqual([['See', day('2027-01-01')], ['Keep', day('2027-03-01')]]);
  });

  it('cuts gaps and commitment tracks, and counts what is left', () => {
    const year = sliceLayout(layout(), { firstDay: day('2028-01-01'), lastDay: day('2028-12-31') });
    expect(titles(year)).toEqual(['Go']);
    const [lane] = sliceLayout(layout(), YEAR_2027).lanes;
    expect(lane?.track?.map(({ fromDay, toDay, level }) => [fromDay, toDay, level])).toEqual([
      [day('2027-01-01'), day('2027-01-31'), 'passive'],
      [day('2027-02-01'), day('2027-12-31'), 'supporter'],
    ]);
    for (const { gaps } of lane?.bars ?? []) for (const { fromDay } of gaps) expect(fromDay).toBeGreaterThanOrEqual(YEAR_2027.firstDay);
    expect(lane?.itemCount).toBe(2);
  });

  it('keeps what is not on the chart and leaves the whole as it was', () => {
    const whole = layout();
    const before = JSON.stringify(whole);
    expect(sliceLayout(whole, YEAR_2027).unscheduled.map(({ title }) => title)).toEqual(['Someday']);
    expect(JSON.stringify(whole)).toBe(before);
  });
});
