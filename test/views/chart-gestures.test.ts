import { describe, expect, it, test } from 'vitest';
import type { Gesture } from '../../src/views/chart-gesture.js';
import { createGesture, marqueeGesture } from '../../src/views/gesture-area.js';
import { linkGesture } from '../../src/views/gesture-link.js';
import { moveGesture } from '../../src/views/gesture-move.js';
import { placeGesture } from '../../src/views/gesture-place.js';
import { moveEntries } from '../../src/views/chart-menu.js';
import { newItem, writtenSpan } from '../../src/views/chart-new-item.js';
import type { MoveEdge, RoadmapChange } from '../../src/roadmap/roadmap-change.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import type { SnapUnit } from '../../src/roadmap/snap.js';
import { date, day, initiative, journey, milestone, playbookOf } from '../builders.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { chartOf, layoutOf, NOTES, pathOf } from './chart-scene.js';

/** At 2 px a day the chart snaps to weeks. */
const WEEK_PX = 14;

function moving(titles: readonly string[], { edge = 'both', layout = layoutOf() }: { readonly edge?: MoveEdge; readonly layout?: RoadmapLayout } = {}): Gesture {
  const gesture = moveGesture({ chart: chartOf(layout), layout, ids: titles.map(pathOf), edge, from: { x: 100, y: 20 } });
  if (gesture === undefined) throw new Error(`${titles.join()} is not on the chart.`);
  return gesture;
}

function changeOf(gesture: Gesture): RoadmapChange {
  const drop = gesture.drop();
  if (drop.kind !== 'change') throw new Error(`A drop would do "${drop.kind}".`);
  return drop.change;
}

describe('dragging a bar', () => {
  it('moves by the nearest step of the zoom, with the dates it would have', () => {
    const gesture = moving(['Alpha']);
    const frame = gesture.moveTo({ x: 100 + 2 * WEEK_PX + 5, y: 20 }, false);
    expect(frame.outlines).toMatchObject([{ id: pathOf('Alpha'), shape: 'bar', text: '15 Feb – 14 Jun 2026', x: 62 + 2 * WEEK_PX, y: 9, height: 24 }]);
    expect(frame.oldPlaces).toEqual([{ x: 62, y: 9, width: 240, height: 24 }]);
    expect(changeOf(gesture).items).toMatchObject([{ path: pathOf('Alpha'), start: '2026-02-15', end: '2026-06-14' }]);
  });

  it('moves by days while Alt is held', () => {
    const gesture = moving(['Alpha']);
    gesture.moveTo({ x: 106, y: 20 }, true);
    expect(changeOf(gesture).items).toMatchObject([{ start: '2026-02-04', end: '2026-06-03' }]);
  });

  it('does nothing where it was taken up', () => {
    const gesture = moving(['Alpha']);
    gesture.moveTo({ x: 100 + WEEK_PX, y: 20 }, false);
    gesture.moveTo({ x: 102, y: 20 }, false);
    expect(gesture.drop()).toEqual({ kind: 'nothing' });
  });

  test.each<[MoveEdge, string]>([
    ['start', '8 Feb – 31 May 2026'],
    ['end', '1 Feb – 7 Jun 2026'],
  ])('by its %s changes that alone', (edge, dates) => {
    const gesture = moving(['Alpha'], { edge });
    expect(gesture.moveTo({ x: 100 + WEEK_PX, y: 160 }, false)).toMatchObject({ outlines: [{ text: dates, y: 9 }], lane: undefined });
    expect(Object.keys(changeOf(gesture).items[0] ?? {}).filter((key) => key === 'start' || key === 'end')).toEqual([edge]);
  });

  it('keeps the precision of dates, and steps by what they can say', () => {
    const gesture = moving(['Echo']);
    gesture.moveTo({ x: 100 + 20, y: 165 }, false);
    expect(gesture.drop()).toMatchObject({ kind: 'nothing' });
    gesture.moveTo({ x: 100 + 700, y: 165 }, false);
    expect(changeOf(gesture).items).toMatchObject([{ start: '2028', end: '2028' }]);
  });

  it('tells while it moves how many dependents would be late', () => {
    const gesture = moving(['Alpha']);
    expect(gesture.moveTo({ x: 100 + 2 * WEEK_PX, y: 20 }, false).remark).toBeUndefined();
    expect(gesture.moveTo({ x: 100 + 8 * WEEK_PX, y: 20 }, false).remark?.text).toBe('1 dependent late');
    const drop = gesture.drop();
    expect(drop).toMatchObject({ kind: 'change', said: 'Moved to 29 Mar – 26 Jul 2026, 1 dependent late.', move: { outcome: { late: [pathOf('Beta')] } } });
    expect(changeOf(gesture).items.map(({ path }) => path)).toEqual([pathOf('Alpha')]);
  });

  it('moves all that is selected by the same step', () => {
    const gesture = moving(['Alpha', 'Gate', 'Carol']);
    const frame = gesture.moveTo({ x: 100 + WEEK_PX, y: 20 }, false);
    expect(frame.outlines.map(({ id, shape, x }) => [id, shape, x])).toEqual([
      [pathOf('Alpha'), 'bar', 76],
      [pathOf('Gate'), 'diamond', 1096],
      [pathOf('Carol'), 'bar', 132],
    ]);
    expect(changeOf(gesture).items.map(({ path }) => path)).toEqual(['Alpha', 'Gate', 'Carol'].map(pathOf));
  });

  it('draws few outlines of a large selection and says how many there are more', () => {
    const many = Array.from({ length: 500 }, (_, index) => initiative({ title: `W${index}`, start: '2026-03-01', end: '2026-04-01', competencies: ['purposeful-leadership'] }));
    const layout = layoutOf([...NOTES, ...many]);
    const gesture = moving(many.map(({ title }) => title), { layout });
    const frame = gesture.moveTo({ x: 100 + WEEK_PX, y: 20 }, false);
    expect([frame.outlines.length, frame.oldPlaces.length, frame.remark?.text]).toEqual([30, 30, 'and 470 more']);
    expect(changeOf(gesture).items).toHaveLength(500);
  });

  it('says why what has no dates of its own cannot move', () => {
    const layout = layoutOf([...NOTES, initiative({ title: 'Parent', competencies: ['purposeful-leadership'] }), initiative({ title: 'Child', start: '2026-02-01', end: '2026-03-01', supports: ['Parent'], competencies: ['purposeful-leadership'] })]);
    const gesture = moveGesture({ chart: chartOf(layout), layout, ids: [pathOf('Parent')], edge: 'both', from: { x: 100, y: 20 } });
    expect(gesture?.moveTo({ x: 200, y: 20 }, false).isRefused).toBe(true);
    expect(gesture?.drop()).toMatchObject({ kind: 'refused', message: expect.stringContaining('no dates of its own') });
  });

  it('is no drag when the item is not drawn', () => {
    const layout = layoutOf();
    expect(moveGesture({ chart: chartOf(layout), layout, ids: [pathOf('Someday')], edge: 'both', from: { x: 0, y: 0 } })).toBeUndefined();
  });
});

describe('dragging into another lane', () => {
  it('changes the lane alone when it goes straight down', () => {
    const gesture = moving(['Alpha']);
    const frame = gesture.moveTo({ x: 108, y: 180 }, true);
    expect(frame).toMatchObject({ lane: { y: 156, height: 76, width: 1460 }, outlines: [{ text: '1 Feb – 31 May 2026', y: 9 + 160 }] });
    expect(changeOf(gesture).items).toEqual([{ path: pathOf('Alpha'), lane: { groupBy: 'competency', from: 'purposeful-leadership', to: 'customer-connectedness' } }]);
  });

  it('is one change of a note with a move', () => {
    const gesture = moving(['Alpha']);
    gesture.moveTo({ x: 100 + WEEK_PX, y: 180 }, false);
    const change = changeOf(gesture);
    expect(change.items).toMatchObject([{ path: pathOf('Alpha'), start: '2026-02-08', end: '2026-06-07', lane: { to: 'customer-connectedness' } }]);
    expect(change.title).toBe('Move Alpha to 2026-02-08 – 2026-06-07, and to Customer connectedness');
  });

  it('goes back to its own lane without a trace', () => {
    const gesture = moving(['Alpha']);
    gesture.moveTo({ x: 100, y: 180 }, false);
    expect(gesture.moveTo({ x: 100, y: 22 }, false).lane).toBeUndefined();
    expect(gesture.drop()).toEqual({ kind: 'nothing' });
  });

  it('writes nothing when the lane cannot take it, and says why', () => {
    const layout = layoutOf(NOTES, { groupBy: 'property:type' });
    const chart = chartOf(layout);
    const alpha = chart.placeOf(pathOf('Alpha'))!;
    const other = chart.lanes.find(({ index }) => index !== alpha.lane.index)!;
    const gesture = moveGesture({ chart, layout, ids: [pathOf('Alpha')], edge: 'both', from: { x: 100, y: alpha.placed.y } })!;
    const frame = gesture.moveTo({ x: 100, y: other.y + 5 }, false);
    expect([frame.isRefused, frame.remark?.text]).toEqual([true, expect.stringContaining('not changed by dragging')]);
    expect(gesture.drop().kind).toBe('refused');
  });
});

describe('dragging from a grip', () => {
  const layout = layoutOf();
  const chart = chartOf(layout);

  it('links to the item under the pointer', () => {
    const gesture = linkGesture(chart, layout, pathOf('Beta'))!;
    const frame = gesture.moveTo({ x: 1200, y: 175 }, false);
    expect(frame).toMatchObject({ link: { from: { x: 730, y: 21 }, to: { x: 1200, y: 175 }, target: { x: 730, y: 165 } }, remark: { text: 'Echo will wait for Beta' }, isRefused: false });
    expect(changeOf(gesture).items).toEqual([{ path: pathOf('Echo'), addPredecessors: [pathOf('Beta')] }]);
  });

  it('says why a pair cannot be linked: there already, or in a circle', () => {
    const again = linkGesture(chart, layout, pathOf('Alpha'))!;
    expect(again.moveTo({ x: 500, y: 20 }, false)).toMatchObject({ isRefused: true, remark: { text: expect.stringContaining('already') } });
    const circle = linkGesture(chart, layout, pathOf('Beta'))!;
    circle.moveTo({ x: 100, y: 20 }, false);
    expect(circle.drop()).toMatchObject({ kind: 'refused', message: expect.stringContaining('wait for each other') });
  });

  it('does nothing on empty room and on itself', () => {
    const gesture = linkGesture(chart, layout, pathOf('Beta'))!;
    gesture.moveTo({ x: 1200, y: 175 }, false);
    expect(gesture.moveTo({ x: 500, y: 20 }, false).link?.target).toBeUndefined();
    expect(gesture.drop()).toEqual({ kind: 'nothing' });
  });
});

describe('dragging over empty room', () => {
  it('selects what the frame touches, from whichever corner it is drawn', () => {
    const gesture = marqueeGesture(chartOf(), { x: 400, y: 230 });
    const frame = gesture.moveTo({ x: -20, y: 150 }, false);
    expect(frame).toMatchObject({ area: { x: 0, y: 150, width: 400, height: 80, isNew: false }, remark: { text: '2 items selected' } });
    expect(gesture.drop()).toEqual({ kind: 'select', ids: [pathOf('Carol'), pathOf('Delta')] });
  });

  it('draws a new item in whole steps of the zoom, in its lane', () => {
    const layout = layoutOf();
    const gesture = createGesture(chartOf(layout), layout, { x: 100, y: 70 });
    const frame = gesture.moveTo({ x: 60, y: 90 }, false);
    // 31 January to 20 February, in weeks from Monday on.
    expect(frame.remark?.text).toBe('26 Jan – 22 Feb 2026');
    expect(gesture.drop()).toEqual({
      kind: 'create',
      item: { kind: 'initiative', start: '2026-01-26', end: '2026-02-22', lane: { groupBy: 'competency', to: 'compelling-brand-values' } },
    });
  });
});

describe('dates of what is drawn', () => {
  test.each<[SnapUnit, string, string]>([
    ['day', '2027-02-10', '2027-02-14'],
    ['week', '2027-02-08', '2027-02-14'],
    ['month', '2027-02', '2027-02'],
    ['quarter', '2027-Q1', '2027-Q1'],
  ])('are written by the %s', (unit, start, end) => {
    expect(writtenSpan({ firstDay: day('2027-02-14'), lastDay: day('2027-02-10') }, unit)).toMatchObject({ start, end });
  });

  test.each<SnapUnit>(['day', 'week', 'month', 'quarter'])('stay within the years that can be written, by the %s', (unit) => {
    const span = writtenSpan({ firstDay: -9_999_999, lastDay: 9_999_999 }, unit);
    expect([span.firstDay, span.lastDay]).toEqual([day('0001-01-01'), day('9999-12-31')]);
  });

  it('leave a lane without a value without one', () => {
    const layout = layoutOf(NOTES, { groupBy: 'leader' });
    expect(newItem(layout, layout.lanes.at(-1)?.id, undefined)).toEqual({ kind: 'initiative', start: undefined, end: undefined, lane: { groupBy: 'leader', to: undefined } });
    expect(newItem(layout, undefined, undefined).lane).toBeUndefined();
  });
});

describe('dragging from the tray', () => {
  const notes = [...NOTES, milestone({ title: 'Party', path: 'Initiatives/Party.md' }), initiative({ title: 'Far', start: '2031-02-03', end: '2031-03-04', competencies: ['purposeful-leadership'] })];
  const playbook = playbookOf(...notes);
  const layout = layoutRoadmap(playbook, { today: date('2026-11-22'), groupBy: 'competency', fromDay: day('2026-01-01'), toDay: day('2027-12-31') });
  const chart = chartOf(layout);
  const placing = (title: string): Gesture => placeGesture(chart, layout, layout.unscheduled.find((item) => item.title === title)!);

  it('gives dates from the day under the pointer on, and the lane there', () => {
    const gesture = placing('Someday');
    const frame = gesture.moveTo({ x: 100, y: 20 }, false);
    expect(frame.outlines).toMatchObject([{ x: chart.scale.xOf(day('2026-02-16')), text: '16 Feb – 17 May 2026' }]);
    expect(changeOf(gesture).items).toMatchObject([{ path: pathOf('Someday'), start: '2026-02-16', end: '2026-05-17', lane: { to: 'purposeful-leadership' } }]);
  });

  it('puts a milestone on one day', () => {
    const gesture = placing('Party');
    expect(gesture.moveTo({ x: 100, y: 20 }, true).outlines).toMatchObject([{ shape: 'diamond', text: '20 Feb 2026' }]);
    expect(changeOf(gesture).items).toMatchObject([{ path: 'Initiatives/Party.md', end: '2026-02-20' }]);
  });

  it('keeps the length of what has dates outside the days shown', () => {
    const gesture = placing('Far');
    gesture.moveTo({ x: 100, y: 20 }, true);
    expect(changeOf(gesture).items).toMatchObject([{ start: '2026-02-20', end: '2026-03-21' }]);
  });

  it('does nothing beside the chart', () => {
    const gesture = placing('Someday');
    gesture.moveTo({ x: 100, y: 20 }, false);
    expect(gesture.moveTo({ x: 100, y: 900 }, false).remark?.text).toBe('Someday: drop it on a lane');
    expect(gesture.drop()).toEqual({ kind: 'nothing' });
  });
});

describe('the menu', () => {
  const layout = layoutOf();
  const entriesOf = (...titles: readonly string[]): ReturnType<typeof moveEntries> => moveEntries(layout, titles.map(pathOf), 'month', (change) => changes.push(change));
  const changes: RoadmapChange[] = [];

  it('moves and resizes one item, saying where to', () => {
    expect(moveEntries(layout, [pathOf('Alpha')], 'quarter', () => undefined).map(({ title }) => title)).toEqual([
      'Move earlier: 1 Nov 2025 – 28 Feb 2026',
      'Move later: 1 May – 28 Aug 2026',
      'Move later and shift 1 dependent',
      'Start earlier: 1 Nov 2025 – 31 May 2026',
      'Start later: 1 May – 31 May 2026',
      'End earlier: 1 Feb – 28 Feb 2026',
      'End later: 1 Feb – 31 Aug 2026',
      'End later and shift 1 dependent',
    ]);
  });

  it('runs what an entry says', () => {
    entriesOf('Beta').find(({ title }) => title.startsWith('End later'))?.run();
    expect(changes.at(-1)?.items).toMatchObject([{ path: pathOf('Beta'), end: '2027-01-31' }]);
  });

  it('only moves milestones, and moves several at once', () => {
    expect(entriesOf('Gate').map(({ title }) => title)).toEqual(['Move earlier: 30 May 2027', 'Move later: 30 Jul 2027']);
    expect(entriesOf('Beta', 'Gate').map(({ title }) => title).slice(0, 2)).toEqual(['Move earlier', 'Move later']);
    expect(entriesOf('Someday')).toEqual([]);
    expect(moveEntries(layoutOf([journey()]), [], 'day', () => undefined)).toEqual([]);
  });
});
