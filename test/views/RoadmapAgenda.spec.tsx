/** The roadmap as a list: what narrow panes and phones show instead of the chart. */
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { epochDayOf } from '../../src/playbook/calendar-date.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import { RoadmapAgenda, type AgendaHandle, type RoadmapAgendaProps } from '../../src/views/RoadmapAgenda.js';
import { executive, initiative, milestone, pilot, playbookOf } from '../builders.js';
import { accessibilityTroubles, button, click, draw, LAYS_OUT, press, recordingHost, textOf, TODAY } from './in-page.js';
import { entry, openRoadmapPane, showRoadmap } from './roadmap-page.js';

const BEN = executive({ title: 'Ben Okafor', unit: 'Freight', commitment: 'toe-dipper', levels: { '2025-01-10': 'toe-dipper' } });
const PLAYBOOK = playbookOf(
  BEN,
  initiative({ title: 'Alpha', start: '2026-02', end: '2026-10', competencies: ['employee-engagement'], status: 'active' }),
  initiative({ title: 'Beta', start: '2026-05', end: '2027-02', competencies: ['employee-engagement'], ambition: 'cross-unit', units: ['Freight'], sponsor: ['Ben Okafor'] }),
  pilot({ title: 'Gamma', start: '2026-03', competencies: ['customer-connectedness'] }),
  milestone({ title: 'Gate', end: '2027-05-01', competencies: ['customer-connectedness'] }),
  initiative({ title: 'Someday' }),
);

let selected: string[];
let asked: string[];
let collapsed: readonly string[];
let handle: { current: AgendaHandle | null };

beforeEach(() => {
  selected = [];
  asked = [];
  collapsed = [];
  handle = { current: null };
});

function layoutOf(playbook = PLAYBOOK): RoadmapLayout {
  return layoutRoadmap(playbook, { today: TODAY, groupBy: 'competency' });
}

async function show(layout = layoutOf(), more: Partial<RoadmapAgendaProps> = {}, pane = openRoadmapPane({ width: 360, height: 700 })): Promise<HTMLElement> {
  const props: RoadmapAgendaProps = {
    layout,
    host: recordingHost(),
    withCommitment: true,
    collapsed,
    onCollapsed: (next) => {
      collapsed = next;
      void show(layout, more, pane);
    },
    selection: new Set(selected),
    onSelect: (id) => {
      selected = [id];
      void show(layout, more, pane);
    },
    onMenu: (id) => void asked.push(id),
    handle,
    ...more,
  };
  await draw(<div class="cx-view cx-roadmap-view cx-roadmap is-narrow"><RoadmapAgenda {...props} /></div>, pane);
  return pane;
}

function rows(pane: HTMLElement): readonly string[] {
  return [...pane.querySelectorAll('[role="listitem"]')].map((row) => textOf(row.querySelector('.cx-agenda-title, .cx-row-text')));
}

/** As many items as asked for, in four lanes. */
function manyItems(count: number): RoadmapLayout {
  const competencies = ['purposeful-leadership', 'compelling-brand-values', 'employee-engagement', 'customer-connectedness'] as const;
  const items = Array.from({ length: count }, (_, index) =>
    initiative({ title: `Item ${index}`, start: '2026-02', end: '2027-05', competencies: [competencies[index % 4] ?? 'employee-engagement'], ambition: 'cross-unit', units: ['Freight'], sponsor: ['Ben Okafor'] }));
  return layoutOf(playbookOf(BEN, ...items));
}

describe('rows', () => {
  test('stand by lane in the order of time, what is not on the chart last', async () => {
    expect(rows(await show())).toEqual(['Employee engagement', 'Alpha', 'Beta', 'Customer connectedness', 'Gamma', 'Gate', 'Not on the chart', 'Someday']);
  });

  test('say dates as written, status and gap', async () => {
    const pane = await show();
    const texts = [...pane.querySelectorAll('.cx-agenda-main')].map(textOf);
    expect(texts[0]).toBe('Alpha2026-02 to 2026-10 · active');
    expect(texts[1]).toBe('Beta2026-05 to 2027-02Ben Okafor is recorded as toe-dipper, supporter is needed');
    expect(texts[2]).toBe('Gammafrom 2026-03');
    expect(texts[4]).toBe('Somedayno dates');
  });

  test('say what an item was on the roadmap that this one is compared with', async () => {
    const [alpha, gamma] = ['Initiatives/Alpha.md', 'Initiatives/Gamma.md'];
    const moved = { title: 'Alpha', kind: 'initiative' as const, start: '2026-01', end: '2026-05', firstDay: epochDayOf(2026, 1, 1), lastDay: epochDayOf(2026, 5, 31), change: 'moved' as const };
    const layout = layoutOf();
    const pane = await show({ ...layout, ghosts: [{ ...moved, id: alpha }, { ...moved, id: gamma, change: 'new' }, { ...moved, id: 'Gone.md', change: 'gone' }] });
    const texts = [...pane.querySelectorAll('.cx-agenda-main')].map(textOf);
    expect(texts[0]).toBe('Alpha2026-02 to 2026-10 · active · was 2026-01 to 2026-05');
    expect(texts[2]).toBe('Gammafrom 2026-03 · new');
    const [ghost, ...others] = pane.querySelectorAll<HTMLElement>('.cx-mini-ghost');
    expect(others).toEqual([]);
    const { horizon } = layout;
    expect(Number.parseFloat(ghost?.style.insetInlineStart ?? '')).toBeCloseTo(((moved.firstDay - horizon.firstDay) / (horizon.lastDay - horizon.firstDay + 1)) * 100, 3);
    expect(await accessibilityTroubles(pane)).toEqual([]);
  });

  test('say nothing of commitment where it is switched off', async () => {
    const pane = await show(layoutOf(), { withCommitment: false });
    expect(textOf(pane)).not.toContain('is recorded as');
    expect(pane.querySelector('.cx-mini-rail')).toBeNull();
  });

  test('put the bar where the item is in the days shown', async () => {
    const pane = await show();
    const { horizon } = layoutOf();
    const alpha = layoutOf().lanes.flatMap(({ bars }) => bars).find(({ title }) => title === 'Alpha');
    if (alpha === undefined) throw new Error('Alpha is not drawn.');
    const days = horizon.lastDay - horizon.firstDay + 1;
    const box = pane.querySelector<HTMLElement>('.cx-mini-box');
    expect(Number.parseFloat(box?.style.insetInlineStart ?? '')).toBeCloseTo(((alpha.firstDay - horizon.firstDay) / days) * 100, 3);
    expect(Number.parseFloat(box?.style.width ?? '')).toBeCloseTo(((alpha.lastDay - alpha.firstDay + 1) / days) * 100, 3);
  });

  test('stand below the years of the days shown', async () => {
    const pane = await show(layoutRoadmap(PLAYBOOK, { today: TODAY, groupBy: 'competency', fromDay: epochDayOf(2026, 1, 1), toDay: epochDayOf(2027, 12, 31) }));
    const years = [...pane.querySelectorAll<HTMLElement>('.cx-agenda-scale span')].map((year) => [textOf(year), Number.parseFloat(year.style.insetInlineStart)]);
    expect(years).toEqual([['2026', 0], ['2027', 50]]);
  });

  test.each([['0001', epochDayOf(1, 1, 1), epochDayOf(9999, 12, 31)], ['November', epochDayOf(2026, 11, 1), epochDayOf(2029, 12, 31)]])('stand below years that are apart, from %s on', async (_, fromDay, toDay) => {
    const pane = await show(layoutRoadmap(PLAYBOOK, { today: TODAY, groupBy: 'competency', fromDay, toDay }));
    const starts = [...pane.querySelectorAll<HTMLElement>('.cx-agenda-scale span')].map(({ style }) => Number.parseFloat(style.insetInlineStart));
    expect(starts.length).toBeGreaterThan(1);
    for (const [index, start] of starts.entries()) expect((starts[index + 1] ?? 100) - start).toBeGreaterThan(15);
  });

  test('tell items of one name apart', async () => {
    const twins = playbookOf(initiative({ title: 'Twin', path: 'A/Twin.md', start: '2026-02' }), initiative({ title: 'Twin', path: 'B/Twin.md' }));
    expect(rows(await show(layoutOf(twins)))).toEqual(['No competency', 'Twin (A)', 'Not on the chart', 'Twin (B)']);
  });

  test('are hidden with their group, and come back', async () => {
    const pane = await show();
    await click(button(pane, 'Employee engagement'));
    expect(rows(pane)).toEqual(['Employee engagement', 'Customer connectedness', 'Gamma', 'Gate', 'Not on the chart', 'Someday']);
    expect(button(pane, 'Employee engagement').getAttribute('aria-expanded')).toBe('false');
    await click(button(pane, 'Employee engagement'));
    expect(rows(pane)).toHaveLength(8);
  });

  test('are selected by a press, and have a menu', async () => {
    const pane = await show();
    await click(button(pane, 'Beta'));
    expect(selected).toEqual(['Initiatives/Beta.md']);
    expect(button(pane, 'Beta').getAttribute('aria-pressed')).toBe('true');
    await click(button(pane, 'Menu of Gate'));
    expect(asked).toEqual(['Initiatives/Gate.md']);
  });

  test('take titles for text', async () => {
    const pane = await show(layoutOf(playbookOf(initiative({ title: '<b>bold</b>', path: 'a"]\'.md', start: '2026-02' }))));
    expect(rows(pane)).toContain('<b>bold</b>');
    expect(pane.querySelector('b')).toBeNull();
  });
});

describe('keys', () => {
  test('go from row to row, and to the ends', async () => {
    const pane = await show();
    await act(() => button(pane, 'Employee engagement').focus());
    const at = (): string => textOf(document.activeElement?.querySelector('bdi'));
    await press(document.activeElement, 'ArrowDown');
    expect(at()).toBe('Alpha');
    await press(document.activeElement, 'End');
    expect(at()).toBe('Someday');
    await press(document.activeElement, 'ArrowUp');
    expect(at()).toBe('Not on the chart');
    await press(document.activeElement, 'Home');
    expect(at()).toBe('Employee engagement');
  });

  test('begin at an item that is shown from elsewhere', async () => {
    await show();
    await act(() => handle.current?.reveal('Initiatives/Gate.md'));
    expect(textOf(document.activeElement?.querySelector('bdi'))).toBe('Gate');
  });
});

describe('20,000 items', () => {
  test('cost no more than 600 elements, at the top, in the middle and at the end', async () => {
    const pane = await show(manyItems(20_000));
    const scroller = pane.querySelector('.cx-agenda');
    for (const part of [0, 0.5, 1]) {
      await act(() => {
        if (scroller !== null) scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * part;
        scroller?.dispatchEvent(new Event('scroll'));
      });
      expect(pane.querySelectorAll('*').length).toBeLessThanOrEqual(600);
      expect(pane.querySelectorAll('[role="listitem"]').length).toBeGreaterThan(5);
    }
  });

  test('tell how long the list is', async () => {
    const pane = await show(manyItems(20_000));
    expect(pane.querySelector('[role="listitem"]')?.getAttribute('aria-setsize')).toBe('20004');
  });

  if (LAYS_OUT) test('keep the head of a group in sight, and its press closes the group', async () => {
    const pane = await show(manyItems(400));
    const scroller = pane.querySelector('.cx-agenda');
    await act(() => {
      if (scroller !== null) scroller.scrollTop = 3000;
      scroller?.dispatchEvent(new Event('scroll'));
    });
    const stuck = pane.querySelector('.cx-agenda-stuck button');
    expect(textOf(stuck)).toContain('Purposeful leadership');
    expect(stuck?.getBoundingClientRect().top).toBeCloseTo(scroller?.getBoundingClientRect().top ?? 0, 0);
    await click(stuck);
    expect(collapsed).toHaveLength(1);
  });
});

describe('in a narrow view', () => {
  if (LAYS_OUT) test('keeps an item in sight whose details open below the list', async () => {
    const items = Array.from({ length: 12 }, (_, index) => [`Work/Item ${index}.md`, '---\ntype: initiative\nstart: 2026-02\n---\n']);
    const shown = await showRoadmap({ files: Object.fromEntries(items), pane: openRoadmapPane({ width: 320, height: 720 }) });
    const list = (): DOMRect => shown.pane.querySelector('.cx-agenda')?.getBoundingClientRect() ?? new DOMRect();
    const before = list().bottom;
    const low = [...shown.pane.querySelectorAll('.cx-agenda-main')].filter((row) => row.getBoundingClientRect().bottom <= before).at(-1);
    await click(low);
    expect(list().bottom).toBeLessThan(before - 100);
    expect(low?.isConnected).toBe(true);
    // Icons come after the details, and the list hears of its new height a frame later.
    for (let frame = 0; frame < 4; frame++) await act(() => new Promise<void>((resolve) => void requestAnimationFrame(() => resolve())));
    expect(low?.getBoundingClientRect().bottom).toBeLessThanOrEqual(list().bottom + 1);
  });

  if (LAYS_OUT) test('takes the chart’s place, shows details by a press, and all actions by the menu', async () => {
    const shown = await showRoadmap({ pane: openRoadmapPane({ width: 320, height: 720 }) });
    await act(() => expect.poll(() => shown.pane.querySelector('.cx-agenda')).not.toBeNull());
    expect(shown.pane.querySelector('.cx-chart, .cx-tray')).toBeNull();
    await click(button(shown.pane, 'Beta'));
    expect(textOf(shown.pane.querySelector('.cx-side'))).toContain('Recorded commitment is too low');
    await click(button(shown.pane, 'Menu of Beta'));
    await act(() => entry(shown.menu(), 'Move later').run());
    expect(shown.changes.at(-1)?.items).toMatchObject([{ path: 'Work/Beta.md', start: '2026-07', end: '2027-04' }]);
  });

  if (LAYS_OUT) test('gives a finger room', async () => {
    const pane = await show();
    for (const element of pane.querySelectorAll('.cx-agenda button')) {
      const { width, height } = element.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(43.5);
    }
  });

  test.each(['light', 'dark'] as const)('has no trouble of accessibility, %s', async (theme) => {
    expect(await accessibilityTroubles(await show(layoutOf(), {}, openRoadmapPane({ width: 320, height: 720, theme })))).toEqual([]);
  });
});
