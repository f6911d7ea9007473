import { describe, expect, it, test } from 'vitest';
import { arrowTiles } from '../../src/roadmap/chart-arrows.js';
import { heldLabels } from '../../src/roadmap/chart-held.js';
import { buildWindow, viewKey, type ChartView, type ChartWindow } from '../../src/roadmap/chart-window.js';
import { buildChart, type Chart } from '../../src/roadmap/chart.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { fromEpochDay } from '../../src/playbook/calendar-date.js';
import { date, day, executive, initiative, journey, playbookOf } from '../builders.js';

const JOURNEY = journey({ start: '2026-01-01', end: '2028-12-31' });
const FIRST = day('2026-01-01');

function chartOf(notes: readonly PlaybookNote[], pxPerDay: number, groupBy: 'competency' | 'leader' = 'competency'): Chart {
  return buildChart(layoutRoadmap(playbookOf(JOURNEY, ...notes), { today: date('2026-11-22'), groupBy }), { pxPerDay, rows: 'packed', collapsed: new Set(), withTracks: true });
}

function many(count: number, days = 30): readonly PlaybookNote[] {
  return Array.from({ length: count }, (_, index) => {
    const start = FIRST + ((index * 37) % 1_000);
    return initiative({ title: `Item ${index}`, start: fromEpochDay(start), end: fromEpochDay(start + days), ...(index > 0 ? { dependsOn: [`Item ${index - 1}`] } : {}) });
  });
}

function idsIn({ lanes }: ChartWindow): ReadonlySet<string> {
  return new Set(lanes.flatMap(({ chunks }) => chunks.flatMap(({ chunk }) => [...chunk.entries, ...chunk.runs.flatMap(({ entries }) => entries)].map(({ entry }) => entry.id))));
}

const VIEWS: readonly ChartView[] = [
  { x: 0, y: 0, width: 1_000, height: 600 },
  { x: 1_234, y: 777, width: 1_000, height: 600 },
  { x: 2_000, y: 5_000, width: 300, height: 200 },
  { x: 10, y: 90_000, width: 3_000, height: 2_000 },
];

describe('the window on a chart', () => {
  test.each(VIEWS)('holds all that is in sight at $x, $y', (view) => {
    const chart = chartOf(many(2_000), 3);
    const drawn = idsIn(buildWindow(chart, view, undefined));
    const inSight = chart.lanes
      .flatMap(({ rows }) => rows.flat())
      .filter(({ left, right, y }) => right > view.x && left < view.x + view.width && y + 24 > view.y && y < view.y + view.height);
    expect(inSight.filter(({ entry }) => !drawn.has(entry.id))).toEqual([]);
  });

  test.each([0.05, 0.5, 3, 40])('comes to a bounded number of elements at %s px a day', (pxPerDay) => {
    const chart = chartOf(many(6_000, 3), pxPerDay);
    for (const view of VIEWS) expect(buildWindow(chart, view, undefined).elements).toBeLessThanOrEqual(540);
  });

  it('keeps what has the focus, however far away, once', () => {
    const chart = chartOf(many(3_000), 3);
    const last = chart.lanes.at(-1)?.rows.at(-1)?.at(-1)?.entry.id ?? '';
    const window = buildWindow(chart, { x: 0, y: 0, width: 800, height: 300 }, last);
    expect(window.lanes.flatMap(({ chunks }) => chunks.flatMap(({ chunk }) => chunk.entries)).filter(({ entry }) => entry.id === last)).toHaveLength(1);
  });

  it('gives the same chunks wherever it stands', () => {
    const chart = chartOf(many(3_000), 3);
    const chunksAt = (x: number) => new Map(buildWindow(chart, { x, y: 2_000, width: 800, height: 400 }, undefined).lanes.flatMap(({ lane, chunks }) => chunks.map(({ chunk }) => [`${lane.index} ${chunk.key}`, chunk])));
    const [before, after] = [chunksAt(800), chunksAt(1_100)];
    const shared = [...after].filter(([key]) => before.has(key));
    expect(shared.length).toBeGreaterThan(5);
    expect(shared.filter(([key, chunk]) => before.get(key) !== chunk && chunk.entries.length > (before.get(key)?.entries.length ?? 0))).toEqual([]);
  });

  it('makes runs of what is too dense, and no item is in two', () => {
    const chart = chartOf(Array.from({ length: 9_000 }, (_, index) => initiative({ title: 'x', path: `I/${index}.md`, start: fromEpochDay(FIRST + (index % 1_000)) , end: fromEpochDay(FIRST + (index % 1_000)) })), 1);
    const { lanes } = buildWindow(chart, { x: 0, y: 0, width: 1_900, height: 1_500 }, undefined);
    const runs = lanes.flatMap(({ chunks }) => chunks.flatMap(({ chunk }) => chunk.runs));
    expect(runs.length).toBeGreaterThan(0);
    const ids = runs.flatMap(({ entries }) => entries.map(({ entry }) => entry.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const run of runs) expect(run.entries.length).toBeGreaterThan(1);
  });

  it('is the same while the view stays in the same columns and bands', () => {
    expect(viewKey({ x: 260, y: 140, width: 500, height: 300 }, 256)).toBe(viewKey({ x: 265, y: 145, width: 500, height: 300 }, 256));
    expect(viewKey({ x: 260, y: 140, width: 500, height: 300 }, 256)).not.toBe(viewKey({ x: 560, y: 140, width: 500, height: 300 }, 256));
  });
});

describe('held labels', () => {
  const notes = [executive({ title: 'Ana', role: 'CEO', levels: { '2026-01-01': 'supporter' } }), initiative({ title: 'Long', sponsor: ['Ana'], start: '2026-01-01', end: '2026-12-31' })];

  it('are those of bars and spans that the left edge cuts', () => {
    const chart = chartOf(notes, 3, 'leader');
    const at = (x: number) => heldLabels(chart, { x, y: 0, width: 500, height: 300 }).map(({ placed, isAtEnd }) => [placed?.entry.title ?? 'track', isAtEnd]);
    expect(at(0)).toEqual([]);
    expect(at(300)).toEqual([['track', false], ['Long', false]]);
    expect(at(365 * 3 - 10)).toEqual([['track', false], ['Long', true]]);
    expect(at(365 * 3 + 10)).toEqual([['track', false]]);
  });
});

describe('arrows in sight', () => {
  it('are drawn when one end is in sight, and none twice', () => {
    const chart = chartOf(many(400), 6);
    for (const view of VIEWS.slice(0, 2)) {
      const window = buildWindow(chart, view, undefined);
      const drawn = idsIn(window);
      const wanted = chart.layout.arrows.filter(({ from, to }) => drawn.has(from) || drawn.has(to));
      const heads = arrowTiles(chart, window).flatMap(({ x, y, heads: plain, redHeads }) =>
        `${plain}${redHeads}`.split('M').slice(1).map((head) => {
          const [dx = 0, dy = 0] = (head.split('L')[0] ?? '').split(' ').map(Number);
          return `${Math.round(x + dx)} ${Math.round(y + dy)}`;
        }),
      );
      const tips = new Set(heads);
      const tipOf = (id: string): string => {
        const placed = chart.placeOf(id)?.placed;
        return `${Math.round(placed?.left ?? 0)} ${Math.round((placed?.y ?? 0) + 12)}`;
      };
      // Those that come in from above or below end elsewhere: most come to the middle of the left edge.
      expect(wanted.filter(({ to }) => tips.has(tipOf(to))).length).toBeGreaterThan(wanted.length / 2);
      expect(heads.length).toBeGreaterThanOrEqual(wanted.length);
      expect(heads.length).toBeLessThanOrEqual(chart.layout.arrows.length);
    }
  });
});
