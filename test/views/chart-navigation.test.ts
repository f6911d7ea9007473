import { describe, expect, it, test } from 'vitest';
import { entryAt, idsBetween, idsInBox, laneAt } from '../../src/views/chart-hits.js';
import { idsOfLane, neighbourOf, type Step } from '../../src/views/chart-navigation.js';
import { KEYS, POINTER_KEYS } from '../../src/views/chart-keys-table.js';
import { initiative, journey } from '../builders.js';
import { chartOf, layoutOf, pathOf } from './chart-scene.js';

const chart = chartOf();
const CUSTOMERS = 'competency=customer-connectedness';

describe('steps on the chart', () => {
  test.each<[from: string, step: Step, to: string]>([
    ['Alpha', 'next', 'Beta'],
    ['Beta', 'next', 'Gate'],
    ['Gate', 'next', 'Gate'],
    ['Beta', 'previous', 'Alpha'],
    ['Alpha', 'previous', 'Alpha'],
    // Echo follows Carol in the row, Delta follows no one: what comes next in the lane by time does.
    ['Carol', 'next', 'Echo'],
    ['Delta', 'next', 'Echo'],
    ['Delta', 'previous', 'Carol'],
    ['Carol', 'below', 'Delta'],
    ['Echo', 'below', 'Delta'],
    ['Delta', 'above', 'Carol'],
    ['Delta', 'below', 'Delta'],
    ['Alpha', 'above', 'Alpha'],
    // Over the empty lanes between, to what shares most with it in time.
    ['Beta', 'below', 'Carol'],
    ['Gate', 'below', 'Echo'],
    ['Carol', 'above', 'Alpha'],
    ['Echo', 'above', 'Gate'],
    ['Beta', 'row-start', 'Alpha'],
    ['Alpha', 'row-end', 'Gate'],
    ['Delta', 'row-end', 'Delta'],
    ['Delta', 'chart-start', 'Alpha'],
    ['Alpha', 'chart-end', 'Delta'],
    ['Alpha', 'lane-below', 'Carol'],
    ['Delta', 'lane-above', 'Beta'],
    ['Delta', 'lane-below', 'Delta'],
  ])('%s %s leads to %s', (from, step, to) => {
    expect(neighbourOf(chart, pathOf(from), step)).toBe(pathOf(to));
  });

  it('begins at the first item when none has the focus, or when it is not drawn', () => {
    expect(neighbourOf(chart, undefined, 'next')).toBe(pathOf('Alpha'));
    expect(neighbourOf(chart, pathOf('Someday'), 'below')).toBe(pathOf('Alpha'));
  });

  it('passes over lanes that are closed', () => {
    const closed = chartOf(layoutOf(), { collapsed: [CUSTOMERS] });
    expect(neighbourOf(closed, pathOf('Beta'), 'below')).toBe(pathOf('Beta'));
    expect(neighbourOf(closed, pathOf('Beta'), 'chart-end')).toBe(pathOf('Gate'));
  });

  it('leads nowhere on an empty chart', () => {
    expect(neighbourOf(chartOf(layoutOf([journey({ start: '2026', end: '2027' })])), undefined, 'next')).toBeUndefined();
  });

  it('reaches every item of a crowded lane by going down and along', () => {
    const crowd = chartOf(layoutOf(Array.from({ length: 40 }, (_, index) => initiative({ title: `W${index}`, start: `2026-${String((index % 12) + 1).padStart(2, '0')}-01`, end: '2026-12-31', competencies: ['purposeful-leadership'] }))));
    const seen = new Set<string>();
    const queue = [neighbourOf(crowd, undefined, 'chart-start')];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      for (const step of ['next', 'previous', 'above', 'below'] as const) queue.push(neighbourOf(crowd, id, step));
    }
    expect(seen.size).toBe(40);
  });
});

describe('what stands at a place', () => {
  it('finds lanes by their height, none outside', () => {
    expect([laneAt(chart, 0)?.index, laneAt(chart, 51.9)?.index, laneAt(chart, 52)?.index, laneAt(chart, 200)?.index]).toEqual([0, 0, 1, 3]);
    expect([laneAt(chart, -1), laneAt(chart, chart.heightPx)]).toEqual([undefined, undefined]);
  });

  it('finds bars and diamonds, and what is a few px beside them', () => {
    expect(entryAt(chart, { x: 200, y: 20 }, 5)?.entry.title).toBe('Alpha');
    expect(entryAt(chart, { x: 1091, y: 20 }, 5)?.entry.title).toBe('Gate');
    expect(entryAt(chart, { x: 305, y: 20 }, 5)?.entry.title).toBe('Alpha');
    expect(entryAt(chart, { x: 330, y: 20 }, 5)).toBeUndefined();
    expect(entryAt(chart, { x: 200, y: 45 }, 5)).toBeUndefined();
  });

  it('takes what a rectangle touches, in whatever lanes', () => {
    expect(idsInBox(chart, { x: 300, y: 0, width: 80, height: 230 })).toEqual(['Alpha', 'Beta', 'Carol', 'Delta'].map(pathOf));
    expect(idsInBox(chart, { x: 305, y: 0, width: 50, height: 40 })).toEqual([]);
  });

  it('takes all between two items, both included, whichever comes first', () => {
    const between = ['Beta', 'Carol', 'Delta'].map(pathOf);
    expect(idsBetween(chart, pathOf('Beta'), pathOf('Delta')).filter((id) => id !== pathOf('Carol'))).toEqual([between[0], between[2]]);
    expect(new Set(idsBetween(chart, pathOf('Delta'), pathOf('Beta')))).toEqual(new Set(between));
    expect(idsBetween(chart, pathOf('Someday'), pathOf('Beta'))).toEqual([pathOf('Beta')]);
  });

  it('lists a lane in the order of time', () => {
    expect(idsOfLane(chart.lanes[3]!)).toEqual(['Carol', 'Delta', 'Echo'].map(pathOf));
  });
});

it('lists every key once, each with what it does', () => {
  const rows = [...KEYS, ...POINTER_KEYS];
  expect(new Set(rows.map(({ keys }) => keys)).size).toBe(rows.length);
  expect(rows.filter(({ does }) => !/^[A-Z].*[^.]$/.test(does))).toEqual([]);
});
