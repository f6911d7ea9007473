import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, test } from 'vitest';
import chartLook from '../../styles/plugin/roadmap-chart.css';
import coloursLook from '../../styles/plugin/roadmap-colours.css';
import shapesLook from '../../styles/roadmap-shapes.css';
import { COMPETENCIES } from '../../src/playbook/competency.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { DEFAULT_CHOICE, type RoadmapChoice } from '../../src/roadmap/roadmap-choice.js';
import type { RoadmapGrouping, RoadmapLayout, RoadmapOptions } from '../../src/roadmap/roadmap-layout.js';
import { RoadmapChart, type ChartHandle } from '../../src/views/RoadmapChart.js';
import { executive, initiative, journey, milestone, playbookOf } from '../builders.js';
import { accessibilityTroubles, click, draw, LAYS_OUT, openPane, press, recordingHost, textOf, TODAY } from './in-page.js';

type Notes = readonly PlaybookNote[];

const JOURNEY = journey({
  start: '2026-01',
  end: '2028-06',
  phases: [
    ['awareness', 'Awareness & proof', '2026-01', '2026-06'],
    ['prove-value', 'Pilots', '2026-07', '2028-06'],
  ],
});
const ANA = executive({ title: 'Ana Ruiz', role: 'CEO', levels: { '2026-01-01': 'toe-dipper', '2027-03-01': 'supporter' } });
const BEN = executive({ title: 'Ben Okafor', role: 'COO', levels: { '2026-02-01': 'advocate' } });
const SOME: Notes = [
  JOURNEY,
  ANA,
  BEN,
  initiative({ title: 'Purse', competencies: ['employee-engagement'], sponsor: ['Ana Ruiz'], start: '2026-09', end: '2027-06', ambition: 'enterprise', status: 'active', progress: 30 }),
  initiative({ title: 'Academy', competencies: ['employee-engagement'], sponsor: ['Ben Okafor'], start: '2027', end: '2027', dependsOn: ['Purse'] }),
  milestone({ title: 'Go or no-go', competencies: ['customer-connectedness'], end: '2027-02-01' }),
];

function layoutOf(notes: Notes, groupBy: RoadmapGrouping = 'competency', options: Partial<RoadmapOptions> = {}): RoadmapLayout {
  return layoutRoadmap(playbookOf(...notes), { today: TODAY, groupBy, ...options });
}

/** As a person left it. */
let now: { choice: RoadmapChoice; selection: ReadonlySet<string> };
let handle: { current: ChartHandle | null };

function Shell({ layout, first }: { readonly layout: RoadmapLayout; readonly first: Partial<RoadmapChoice> }): VNode {
  const [choice, onChoice] = useState<RoadmapChoice>({ ...DEFAULT_CHOICE, ...first });
  const [selection, onSelect] = useState<ReadonlySet<string>>(new Set());
  now = { choice, selection };
  return (
    <RoadmapChart
      layout={layout} host={recordingHost()} choice={choice} onChoice={onChoice} selection={selection} onSelect={onSelect}
      actions={undefined} showMenu={undefined} menuOf={() => []} onHelp={() => undefined} onGroupNext={() => undefined} handle={handle}
    />
  );
}

async function show(layout: RoadmapLayout, choice: Partial<RoadmapChoice> = {}, size: Parameters<typeof openPane>[0] & { readonly dir?: 'rtl' } = {}): Promise<HTMLElement> {
  const pane = openPane({ width: 1200, height: 700, ...size });
  document.documentElement.dir = size.dir ?? 'ltr';
  const style = document.head.querySelector('style[data-views]');
  style?.append(coloursLook, shapesLook, chartLook, '.workspace-leaf-content, .view-content { height: 100%; }');
  handle = { current: null };
  await draw(<Shell key={Math.random()} layout={layout} first={choice} />, pane);
  await rest();
  return pane;
}

/** Until all that comes a frame later is there. */
async function rest(frames = 12): Promise<void> {
  for (let frame = 0; frame < frames; frame++) await act(() => new Promise<void>((resolve) => void requestAnimationFrame(() => resolve())));
}

async function scrollTo(pane: HTMLElement, x: number, y: number): Promise<void> {
  const scroller = one(pane, '.cx-scroller');
  scroller.scrollLeft = x;
  scroller.scrollTop = y;
  await act(() => void scroller.dispatchEvent(new Event('scroll')));
  await rest();
}

function one(pane: HTMLElement, selector: string): HTMLElement {
  const found = pane.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`No "${selector}".`);
  return found;
}

function bars(pane: HTMLElement): readonly HTMLElement[] {
  return [...pane.querySelectorAll<HTMLElement>('[data-id]')];
}

function bar(pane: HTMLElement, title: string): HTMLElement {
  const found = bars(pane).find((each) => each.getAttribute('aria-label')?.startsWith(title) === true);
  if (found === undefined) throw new Error(`No bar "${title}". There are: ${bars(pane).map((each) => each.getAttribute('aria-label') ?? '').join(' | ')}`);
  return found;
}

/** The button of the lane that holds two items. */
function toggleOf(pane: HTMLElement): HTMLElement {
  return one(pane, '[data-toggle="competency=employee-engagement"]');
}

function named(pane: HTMLElement, element: Element): string {
  return (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => textOf(pane.querySelector(`[id="${id}"]`))).join(' ');
}

/** Many items over a few years, in four lanes, some waiting for others. */
function many(count: number): Notes {
  const items = Array.from({ length: count }, (_, index) =>
    initiative({
      title: `Item ${index}`,
      competencies: [COMPETENCIES[index % COMPETENCIES.length] ?? 'employee-engagement'],
      start: new Date(Date.UTC(2026, 0, 1 + ((index * 37) % 850))).toISOString().slice(0, 10),
      end: new Date(Date.UTC(2026, 0, 8 + ((index * 37) % 850) + ((index * 13) % 60))).toISOString().slice(0, 10),
      ...(index % 3 === 0 && index > 5 ? { dependsOn: [`Item ${index - 5}`] } : {}),
    }),
  );
  return [JOURNEY, ...items];
}

afterEach(() => {
  document.documentElement.dir = 'ltr';
});

describe('The chart of the roadmap', () => {
  it('draws lanes, bars, a diamond, phases, today and the gap rail', async () => {
    const pane = await show(layoutOf(SOME));
    const lanes = [...pane.querySelectorAll('[role="group"]')].map((lane) => named(pane, lane));
    expect(lanes.slice(2)).toEqual(['Employee engagement 2 items · 1 gap', 'Customer connectedness 1 item']);
    expect(bars(pane).map((each) => each.getAttribute('aria-label'))).toEqual(['Purse, 2026-09 to 2027-06', 'Academy, 2027 to 2027', 'Go or no-go, 2027-02-01']);
    expect(bar(pane, 'Purse').className).toContain('has-rail');
    expect(bar(pane, 'Academy').className).toContain('is-soft-start is-soft-end');
    expect(bar(pane, 'Go or').className).toContain('cx-diamond');
    expect(textOf(one(pane, '.cx-phases'))).toBe('1 · Awareness & proof2 · Pilots');
    expect(textOf(one(pane, '.cx-today-chip'))).toBe('Today');
    expect(pane.querySelectorAll('.cx-link-head').length).toBeGreaterThan(0);
  });

  it("draws a leader's commitment over time with its words", async () => {
    const pane = await show(layoutOf(SOME, 'leader'));
    const spans = [...pane.querySelectorAll('.cx-track')].map((span) => span.getAttribute('aria-label'));
    expect(spans).toContain('toe-dipper, 2026-01-01 – 2027-02-28');
    expect(spans).toContain('supporter, expected, 2027-03-01 – 2028-06-30');
  });

  it('leaves rails and tracks out when asked to', async () => {
    const pane = await show(layoutOf(SOME, 'leader'), { commitment: false });
    expect(pane.querySelectorAll('.cx-track, .has-rail, .cx-rail, .has-dot')).toHaveLength(0);
  });

  it('leaves arrows out when asked to', async () => {
    const pane = await show(layoutOf(SOME), { arrows: false });
    expect(pane.querySelectorAll('.cx-link, .cx-link-head')).toHaveLength(0);
  });

  it('is a region that says what it shows, and one stop for Tab', async () => {
    const pane = await show(layoutOf(SOME));
    const region = one(pane, '[role="region"]');
    expect(named(pane, region)).toBe(JOURNEY.title);
    expect(textOf(pane.querySelector(`[id="${region.getAttribute('aria-describedby') ?? ''}"]`))).toContain('3 items in 4 lanes');
    expect(pane.querySelectorAll('[tabindex="0"], button:not([tabindex="-1"])')).toHaveLength(1);
  });

  it('tells of the gap of the item with the focus', async () => {
    const pane = await show(layoutOf(SOME));
    await act(() => bar(pane, 'Purse').focus());
    const about = bar(pane, 'Purse').getAttribute('aria-describedby') ?? '';
    expect(textOf(pane.querySelector(`[id="${about}"]`))).toContain('Ana Ruiz is recorded as toe-dipper');
    await act(() => bar(pane, 'Academy').focus());
    expect(bar(pane, 'Purse').tabIndex).toBe(-1);
    expect(bar(pane, 'Academy').tabIndex).toBe(0);
  });

  it('counts an item among all of its lane, though only some are drawn', async () => {
    const pane = await show(layoutOf(many(400)), { zoom: 20 });
    const drawn = bars(pane);
    expect(drawn.length).toBeLessThan(400);
    for (const each of drawn) expect(each.getAttribute('aria-setsize')).toBe('100');
    expect(new Set(drawn.map((each) => `${each.closest('[data-lane]')?.getAttribute('data-lane') ?? ''} ${each.getAttribute('aria-posinset') ?? ''}`)).size).toBe(drawn.length);
  });

  it('tells items of one name apart', async () => {
    const pane = await show(layoutOf([JOURNEY, initiative({ title: 'Purse', path: 'A/Purse.md', start: '2026-09' }), initiative({ title: 'Purse', path: 'B/Purse.md', start: '2026-10' })]));
    expect(bars(pane).map((each) => each.getAttribute('aria-label'))).toEqual(['Purse (A/Purse.md), from 2026-09', 'Purse (B/Purse.md), from 2026-10']);
  });

  it('shows titles as text, whatever they hold', async () => {
    const title = '<img src=x onerror=alert(1)> "quoted" \u202e&amp;';
    const pane = await show(layoutOf([JOURNEY, initiative({ title, path: "I/a'b]\"c.md", start: '2026-09', end: '2027-09' })]));
    expect(pane.querySelector('img')).toBeNull();
    expect(textOf(bars(pane)[0])).toBe('<img src=x onerror=alert(1)> "quoted" &amp;');
    expect(bars(pane)[0]?.dataset['id']).toBe("I/a'b]\"c.md");
  });

  it('says what to do when there is nothing to draw', async () => {
    const pane = await show(layoutOf([JOURNEY]));
    expect(textOf(one(pane, '.cx-chart-empty'))).toContain('Nothing is planned yet');
    expect(await accessibilityTroubles(pane)).toEqual([]);
  });

  it('closes a lane to a line of its items, and opens it again', async () => {
    const pane = await show(layoutOf(SOME));
    await click(toggleOf(pane));
    expect(now.choice.collapsed).toHaveLength(1);
    expect(one(pane, '.cx-strip').getAttribute('aria-label')).toBe('2 items, 1 gap');
    expect(bars(pane)).toHaveLength(1);
    expect(await accessibilityTroubles(pane)).toEqual([]);
    await click(pane.querySelector('.cx-strip'));
    expect(bars(pane)).toHaveLength(3);
  });

  it('closes the lane of the item with the focus by c, and keeps the focus in it', async () => {
    const pane = await show(layoutOf(SOME));
    await act(() => bar(pane, 'Purse').focus());
    await press(bar(pane, 'Purse'), 'c');
    expect(document.activeElement).toBe(toggleOf(pane));
    expect(toggleOf(pane).getAttribute('aria-expanded')).toBe('false');
    await press(toggleOf(pane), 'c');
    expect(toggleOf(pane).getAttribute('aria-expanded')).toBe('true');
  });

  it('draws an item where it is asked for, and focuses it', async () => {
    const pane = await show(layoutOf(many(2_000)), { zoom: 10 });
    const { path } = initiative({ title: 'Item 1999' });
    await act(() => handle.current?.reveal(path));
    await rest();
    expect((document.activeElement as HTMLElement | null)?.dataset['id']).toBe(path);
    await scrollTo(pane, 0, 0);
    expect((document.activeElement as HTMLElement | null)?.dataset['id']).toBe(path);
  });

  test.each([['0001', '0003'], ['9998', '9999'], ['0001', '9999']])('draws the years %s to %s within what a browser can lay out', async (start, end) => {
    const pane = await show(layoutOf([journey({ start, end }), initiative({ title: 'Long', start, end })]), { zoom: 40 });
    expect(bars(pane)).toHaveLength(1);
    expect(Number.parseFloat(one(pane, '.cx-plot').style.inlineSize || one(pane, '.cx-plot').getAttribute('style')?.replace(/.*inline-size:/, '') || '0')).toBeLessThanOrEqual(8_000_000);
  });

  it('draws what stood elsewhere before as outlines', async () => {
    const layout = layoutOf(SOME);
    const [from] = layout.lanes[2]?.bars ?? [];
    if (from === undefined) throw new Error('The lane is empty.');
    const pane = await show({ ...layout, ghosts: [{ id: from.id, title: from.title, kind: from.kind, start: '2026-03', end: '2026-08', change: 'moved', firstDay: from.firstDay - 180, lastDay: from.firstDay - 20 }] });
    expect(pane.querySelectorAll('.cx-ghost')).toHaveLength(1);
  });
});

describe('However many items there are', () => {
  const layout = layoutOf(many(20_000));

  test.each(['fit', 0.8, 3, 40] as const)('at most 600 elements are drawn at zoom %s, each bar with a name', async (zoom) => {
    for (const [width, height] of [[1200, 700], [1900, 1000], [390, 760]] as const) {
      const pane = await show(layout, { zoom }, { width, height });
      for (const [x, y] of [[0, 0], [700, 3_000], [300, 90_000], [2_000, 20]] as const) {
        await scrollTo(pane, x, y);
        expect(pane.querySelectorAll('.cx-chart, .cx-chart *').length).toBeLessThanOrEqual(600);
        for (const each of pane.querySelectorAll<HTMLElement>('.cx-mark')) {
          expect(each.getAttribute('aria-label')).toBeTruthy();
          expect(each.tabIndex).toBeLessThanOrEqual(0);
        }
      }
    }
  }, 60_000);

  it('a thousand lanes are drawn as far as they are in sight', async () => {
    const notes = Array.from({ length: 1_000 }, (_, index) => initiative({ title: `Item ${index}`, units: [`Unit ${index}`], start: '2026-09', end: '2027-03' }));
    const pane = await show(layoutOf([JOURNEY, ...notes], 'unit'));
    expect(pane.querySelectorAll('.cx-chart, .cx-chart *').length).toBeLessThanOrEqual(600);
    await scrollTo(pane, 0, 30_000);
    if (LAYS_OUT) expect(bar(pane, 'Item 6')).toBeTruthy();
  });

  if (LAYS_OUT) it('what is too dense to draw becomes runs that zoom in', async () => {
    const dense = Array.from({ length: 1_500 }, (_, index) => initiative({ title: 'x', path: `I/x${index}.md`, start: day(index * 2), end: day(index * 2) }));
    const pane = await show(layoutOf([journey({ start: '2026-01-01', end: '2034-12-31' }), ...dense]), { zoom: 'fit', rows: 'packed' }, { width: 3_000, height: 2_000 });
    const runs = pane.querySelectorAll<HTMLElement>('[data-run]');
    expect(pane.querySelectorAll('.cx-chart, .cx-chart *').length).toBeLessThanOrEqual(600);
    expect(runs.length).toBeGreaterThan(0);
    expect(runs[0]?.getAttribute('aria-label')).toMatch(/^\d+ items, 20\d\d-\d\d to 20\d\d-\d\d\. Enter zooms in$/);
    await act(() => runs[0]?.focus());
    await press(runs[0] ?? null, 'Enter');
    expect(now.choice.zoom).not.toBe('fit');
  });
});

function day(index: number): string {
  return new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
}

describe('Assistive technology', () => {
  test.each(['light', 'dark'] as const)('has nothing to complain of in the %s theme', async (theme) => {
    const pane = await show(layoutOf(SOME, 'leader'), {}, { theme });
    expect(await accessibilityTroubles(pane)).toEqual([]);
    const narrow = await show(layoutOf(SOME, 'leader'), {}, { theme, width: 390 });
    expect(await accessibilityTroubles(narrow)).toEqual([]);
  });

  it('has nothing to complain of in a chart of many items', async () => {
    const pane = await show(layoutOf(many(300)), { zoom: 4 });
    expect(await accessibilityTroubles(pane)).toEqual([]);
  });
});

if (LAYS_OUT) describe('In a browser', () => {
  it('keeps the elements of bars that stay in sight while it scrolls', async () => {
    const pane = await show(layoutOf(many(3_000)), { zoom: 4 });
    await scrollTo(pane, 600, 400);
    const before = new Map(bars(pane).map((each) => [each.dataset['id'], each]));
    await scrollTo(pane, 900, 560);
    const after = bars(pane);
    const kept = after.filter((each) => before.get(each.dataset['id']) === each);
    const shared = after.filter((each) => before.has(each.dataset['id']));
    expect(shared.length).toBeGreaterThan(20);
    expect(kept).toEqual(shared);
    expect(after.length).toBeGreaterThan(kept.length);
  });

  it('draws every bar that is in sight, wherever it is scrolled to', async () => {
    const layout = layoutOf(many(1_000));
    const pane = await show(layout, { zoom: 3 });
    for (const [x, y] of [[0, 0], [777, 333], [1_900, 2_000], [130, 90]] as const) {
      await scrollTo(pane, x, y);
      const scroller = one(pane, '.cx-scroller').getBoundingClientRect();
      const plot = one(pane, '.cx-plot').getBoundingClientRect();
      const top = scroller.top + 76 - plot.top;
      const left = scroller.left + 196 - plot.left;
      const { buildChart } = await import('../../src/roadmap/chart.js');
      const chart = buildChart(layout, { pxPerDay: 3, rows: 'packed', collapsed: new Set(), withTracks: true });
      const wanted = chart.lanes.flatMap(({ rows }) => rows.flat()).filter((placed) => placed.right > left && placed.left < left + scroller.width - 196 && placed.y + 24 > top && placed.y < top + scroller.height - 76);
      const drawn = new Set(bars(pane).map((each) => each.dataset['id']));
      expect(wanted.filter(({ entry }) => !drawn.has(entry.id)).map(({ entry }) => entry.title)).toEqual([]);
      expect(wanted.length).toBeGreaterThan(20);
    }
  });

  it('keeps a label in sight while its bar is cut', async () => {
    const pane = await show(layoutOf(SOME), { zoom: 6 });
    await scrollTo(pane, one(pane, '[data-id]').offsetLeft + 400, 0);
    await act(() => new Promise<void>((resolve) => void setTimeout(resolve, 120)));
    const label = one(pane, '.cx-held span').getBoundingClientRect();
    expect(textOf(one(pane, '.cx-held span'))).toBe('Purse');
    expect(getComputedStyle(one(bar(pane, 'Purse'), 'span')).visibility).toBe('hidden');
    const scroller = one(pane, '.cx-scroller').getBoundingClientRect();
    expect(label.left).toBeGreaterThanOrEqual(scroller.left + 196);
  });

  it('runs from right to left where the language does', async () => {
    const pane = await show(layoutOf(SOME), { zoom: 4 }, { dir: 'rtl' });
    const [purse, academy] = [bar(pane, 'Purse').getBoundingClientRect(), bar(pane, 'Academy').getBoundingClientRect()];
    expect(purse.right).toBeGreaterThan(academy.right);
    const scroller = one(pane, '.cx-scroller');
    expect(one(pane, '.cx-gutter').getBoundingClientRect().right).toBeCloseTo(scroller.getBoundingClientRect().right, 0);
    const before = scroller.scrollLeft;
    await act(() => handle.current?.today());
    await rest();
    const today = one(pane, '.cx-today-mark').getBoundingClientRect();
    expect(today.left).toBeGreaterThan(scroller.getBoundingClientRect().left);
    expect(today.right).toBeLessThan(scroller.getBoundingClientRect().right - 196);
    expect(Math.max(before, scroller.scrollLeft)).toBeLessThanOrEqual(0);
  });

  it('zooms by the wheel round the pointer', async () => {
    const pane = await show(layoutOf(SOME), { zoom: 2 });
    const scroller = one(pane, '.cx-scroller');
    await scrollTo(pane, 300, 0);
    const at = bar(pane, 'Academy').getBoundingClientRect().left;
    await act(() => void scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: -200, ctrlKey: true, clientX: at, clientY: 200, bubbles: true, cancelable: true })));
    expect(one(pane, '.cx-plot').style.transform).toMatch(/^scaleX\(1\.\d+\)$/);
    await act(() => new Promise<void>((resolve) => void setTimeout(resolve, 250)));
    await rest();
    expect(one(pane, '.cx-plot').style.transform).toBe('');
    expect(now.choice.zoom).toBeGreaterThan(2.5);
    expect(Math.abs(bar(pane, 'Academy').getBoundingClientRect().left - at)).toBeLessThan(3);
  });

  it('keeps the place it shows when it zooms by a key', async () => {
    const pane = await show(layoutOf(many(2_000)), { zoom: 4 });
    await scrollTo(pane, 1_500, 1_000);
    const [middle] = bars(pane).filter((each) => Math.abs(each.getBoundingClientRect().left - 700) < 200 && Math.abs(each.getBoundingClientRect().top - 350) < 100);
    await act(() => middle?.focus());
    const top = middle?.getBoundingClientRect().top ?? 0;
    await act(() => handle.current?.zoomBy(1));
    await rest();
    expect((document.activeElement as HTMLElement | null)?.dataset['id']).toBe(middle?.dataset['id']);
    expect(Math.abs((document.activeElement?.getBoundingClientRect().top ?? 0) - top)).toBeLessThan(3);
  });

  it('tells nobody outside of moves of a finger', async () => {
    const pane = await show(layoutOf(SOME), { zoom: 4 });
    const told: string[] = [];
    const listen = (event: Event): void => void told.push(event.type);
    document.addEventListener('touchmove', listen);
    one(pane, '.cx-scroller').dispatchEvent(new TouchEvent('touchmove', { bubbles: true, cancelable: true }));
    document.removeEventListener('touchmove', listen);
    expect(told).toEqual([]);
  });
});
