import { render, type VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, test } from 'vitest';
import keysLook from '../../styles/plugin/roadmap-keys.css';
import roadmapLook from '../../styles/roadmap.css';
import chartLook from '../../styles/plugin/roadmap-chart.css';
import { buildChart } from '../../src/roadmap/chart.js';
import { DEFAULT_CHOICE, type RoadmapChoice } from '../../src/roadmap/roadmap-choice.js';
import type { NewItem, RoadmapChange } from '../../src/roadmap/roadmap-change.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import type { MenuEntry, RoadmapActions } from '../../src/views/roadmap-actions.js';
import { RoadmapChart } from '../../src/views/RoadmapChart.js';
import { RoadmapDragLayer } from '../../src/views/RoadmapDragLayer.js';
import { useChartInteraction } from '../../src/views/use-chart-interaction.js';
import { initiative } from '../builders.js';
import { layoutOf, NOTES, pathOf } from './chart-scene.js';
import { click, LAYS_OUT, openPane, press, recordingHost, textOf, type RecordingHost } from './in-page.js';

/** What a person does to the chart, on a page that has its marks and nothing else of it. */
interface Shown {
  readonly root: HTMLElement;
  readonly host: RecordingHost;
  readonly changes: RoadmapChange[];
  readonly created: NewItem[];
  /** What else was asked for: "undo", "fit", "edit Alpha". */
  readonly did: string[];
  /** How often the chart was drawn. */
  readonly draws: () => number;
  readonly selected: () => readonly string[];
  readonly focused: () => string;
  readonly said: () => string;
  readonly menu: () => readonly MenuEntry[];
  /** The notes change. */
  readonly relayout: (layout: RoadmapLayout) => Promise<void>;
  /** What the next change comes to; holds it back until it is called. */
  readonly holdBack: () => (isWritten: boolean) => Promise<void>;
}

interface StandInProps {
  readonly layout: RoadmapLayout;
  readonly actions: RoadmapActions | undefined;
  readonly host: RecordingHost;
  readonly isRtl: boolean;
  readonly withMenu: boolean;
  readonly did: string[];
  readonly tell: (state: { readonly selection: ReadonlySet<string>; readonly focusId: string | undefined }) => void;
  readonly onMenu: (entries: readonly MenuEntry[]) => void;
}

function StandIn({ layout, actions, host, isRtl, withMenu, did, tell, onMenu }: StandInProps): VNode {
  const root = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [selection, onSelect] = useState<ReadonlySet<string>>(new Set());
  const [focusId, setFocusId] = useState<string>();
  const isHeld = useRef(false);
  const drawn = useRef(layout);
  if (!isHeld.current) drawn.current = layout;
  const shown = drawn.current;
  const chart = useMemo(() => buildChart(shown, { pxPerDay: 2, rows: 'packed', collapsed: new Set(), withTracks: false }), [shown]);
  const onFocus = (id: string): void => {
    setFocusId(id);
    [...(content.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [])].find((bar) => bar.dataset['id'] === id)?.focus({ preventScroll: true });
  };
  tell({ selection, focusId });
  const { handlers, drag, message } = useChartInteraction({
    root,
    chart,
    layout,
    selection,
    onSelect,
    focusId,
    onFocus,
    actions,
    showMenu: withMenu ? onMenu : undefined,
    menuOf: (ids) => [{ title: ids.join(), icon: 'info', run: () => undefined }],
    host,
    view: {
      zoomBy: (steps) => did.push(`zoom ${steps}`),
      fit: () => did.push('fit'),
      today: () => did.push('today'),
      phase: (direction) => did.push(`phase ${direction}`),
      groupNext: () => did.push('group'),
      help: () => did.push('help'),
    },
    contentOffset: () => {
      const rect = content.current?.getBoundingClientRect();
      return { x: (isRtl ? rect?.right : rect?.left) ?? 0, y: rect?.top ?? 0 };
    },
  });
  isHeld.current = drag?.holdsLayout === true;
  return (
    <div class="cx-roadmap-view cx-roadmap" style={{ direction: isRtl ? 'rtl' : 'ltr' }}>
      <div ref={root} class="scroller" style={{ width: '900px', height: '260px', overflow: 'auto', direction: isRtl ? 'rtl' : 'ltr' }} {...handlers}>
        <div ref={content} style={{ position: 'relative', width: `${chart.widthPx}px`, height: '600px' }}>
          {chart.lanes.map(({ lane, y, height, rows }) => (
            <div key={lane.id} data-lane={lane.id} style={{ position: 'absolute', top: `${y}px`, height: `${height}px`, width: `${chart.widthPx}px` }}>
              {rows.flat().map(({ entry, left, right, y: top }) => (
                <div key={entry.id} data-id={entry.id} tabIndex={-1} style={{ position: 'absolute', top: `${top - y}px`, insetInlineStart: `${left}px`, width: `${right - left}px`, height: '24px' }}>
                  {entry.title}
                  <i data-edge="start" />
                  <i data-edge="end" />
                  <i data-grip="" />
                </div>
              ))}
            </div>
          ))}
          <button data-toggle="lane">Close</button>
          <RoadmapDragLayer drag={drag} chart={chart} isRtl={isRtl} />
        </div>
      </div>
      <ul>{layout.unscheduled.map(({ id, title }) => <li key={id} data-unscheduled={id}><button>{title}</button></li>)}</ul>
      <div role="status">{message}</div>
    </div>
  );
}

let mounted: HTMLElement | undefined;

afterEach(async () => {
  const pane = mounted;
  if (pane !== undefined) await act(() => render(null, pane));
  mounted = undefined;
});

async function show({ isRtl = false, lookOnly = false, withMenu = true, layout = layoutOf() }: { readonly isRtl?: boolean; readonly lookOnly?: boolean; readonly withMenu?: boolean; readonly layout?: RoadmapLayout } = {}): Promise<Shown> {
  const pane = openPane({ width: 1000, height: 600 });
  pane.ownerDocument.head.querySelector('style[data-views]')?.append(`${roadmapLook}\n${chartLook}\n${keysLook}`);
  mounted = pane;
  const host = recordingHost();
  const changes: RoadmapChange[] = [];
  const created: NewItem[] = [];
  const did: string[] = [];
  let menu: readonly MenuEntry[] = [];
  let state: Parameters<StandInProps['tell']>[0] = { selection: new Set(), focusId: undefined };
  let draws = 0;
  let pending: Promise<boolean> | undefined;
  const actions: RoadmapActions = {
    change: (change) => {
      changes.push(change);
      const answer = pending ?? Promise.resolve(true);
      pending = undefined;
      return answer;
    },
    edit: ({ title }) => did.push(`edit ${title}`),
    create: (item) => created.push(item),
    undo: () => did.push('undo'),
    redo: () => did.push('redo'),
  };
  const props = {
    actions: lookOnly ? undefined : actions,
    host,
    isRtl,
    withMenu,
    did,
    tell: (next: typeof state) => {
      state = next;
      draws++;
    },
    onMenu: (entries: readonly MenuEntry[]) => (menu = entries),
  };
  const relayout = async (next: RoadmapLayout): Promise<void> => act(() => render(<StandIn layout={next} {...props} />, pane));
  await relayout(layout);
  return {
    root: pane.querySelector<HTMLElement>('.scroller')!,
    host,
    changes,
    created,
    did,
    draws: () => draws,
    selected: () => [...state.selection].map(titleOf),
    focused: () => titleOf(state.focusId ?? ''),
    said: () => textOf(pane.querySelector('[role=status]')),
    menu: () => menu,
    relayout,
    holdBack: () => {
      let answer: (isWritten: boolean) => void = () => undefined;
      pending = new Promise((resolve) => (answer = resolve));
      return (isWritten) =>
        act(async () => {
          answer(isWritten);
          await Promise.resolve();
        });
    },
  };
}

function titleOf(id: string): string {
  return id.replace(/^.*\/|\.md$/g, '');
}

function bar(root: HTMLElement, title: string): HTMLElement {
  return [...root.querySelectorAll<HTMLElement>('[data-id]')].find((each) => each.dataset['id'] === pathOf(title))!;
}

/** Focuses an item as a click does, without choosing it. */
async function focus(shown: Shown, title: string): Promise<void> {
  await click(bar(shown.root, title));
  await press(shown.root, 'Escape');
}

async function keys(shown: Shown, ...pressed: readonly (string | readonly [string, KeyboardEventInit])[]): Promise<void> {
  for (const each of pressed) {
    const [key, modifiers] = typeof each === 'string' ? [each, {}] : each;
    await press(bar(shown.root, shown.focused()), key, modifiers);
  }
}

async function point(type: string, target: Element | Window, x: number, y: number, init: PointerEventInit = {}): Promise<PointerEvent> {
  const event = new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 7, isPrimary: true, pointerType: 'mouse', button: 0, clientX: x, clientY: y, ...init });
  await act(() => void target.dispatchEvent(event));
  return event;
}

/** The centre of an element on the page; where nothing is laid out, of the chart: its corner is the page's. */
function middle(element: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

async function nextFrame(): Promise<void> {
  await act(() => new Promise((resolve) => requestAnimationFrame(() => resolve())));
}

/** Takes an element up, carries it by so many px and holds it there. */
async function carry(element: HTMLElement, dx: number, dy = 0, init: PointerEventInit = {}): Promise<{ readonly x: number; readonly y: number; readonly drop: () => Promise<void> }> {
  const { x, y } = middle(element);
  await point('pointerdown', element, x, y, init);
  await point('pointermove', window, x + dx / 2, y + dy / 2, init);
  await point('pointermove', window, x + dx, y + dy, init);
  await nextFrame();
  const drop = async (): Promise<void> => {
    await point('pointerup', window, x + dx, y + dy, init);
    await click(element);
  };
  return { x: x + dx, y: y + dy, drop };
}

function outlines(root: HTMLElement): readonly string[] {
  return [...root.querySelectorAll('.cx-drag-outline')].map((outline) => textOf(outline));
}

const WEEK_PX = 14;

describe('keys that go', () => {
  it('lead from item to item and keep one in focus', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    const seen: string[] = [];
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'Home', 'End', 'PageUp', 'PageDown']) {
      await keys(shown, key);
      seen.push(shown.focused());
    }
    expect(seen).toEqual(['Beta', 'Carol', 'Delta', 'Carol', 'Carol', 'Carol', 'Echo', 'Gate', 'Echo']);
    await keys(shown, ['Home', { ctrlKey: true }]);
    expect(shown.focused()).toBe('Alpha');
    await keys(shown, ['End', { ctrlKey: true }]);
    expect(shown.focused()).toBe('Delta');
    expect(shown.root.ownerDocument.activeElement).toBe(bar(shown.root, 'Delta'));
  });

  it('are mirrored where time runs from right to left', async () => {
    const shown = await show({ isRtl: true });
    await focus(shown, 'Alpha');
    await keys(shown, 'ArrowLeft');
    expect(shown.focused()).toBe('Beta');
    await keys(shown, ['ArrowLeft', { altKey: true }], 'Enter');
    expect(shown.changes[0]?.items).toMatchObject([{ path: pathOf('Beta'), start: '2026-07-08' }]);
  });

  it('are left to buttons on the chart', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await press(shown.root.querySelector('button'), 'ArrowRight');
    await press(shown.root.querySelector('button'), 'Enter');
    expect([shown.focused(), shown.host.opened]).toEqual(['Alpha', []]);
  });

  it('take the page nothing that is not theirs', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    const passes = (key: string, modifiers: KeyboardEventInit = {}): boolean => bar(shown.root, 'Alpha').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
    await act(() => expect([passes('p', { ctrlKey: true }), passes('ArrowUp', { altKey: true }), passes('+', { ctrlKey: true }), passes('x'), passes('Tab'), passes('Escape')]).toEqual([true, true, true, true, true, true]));
    await act(() => expect([passes('ArrowRight'), passes('g')]).toEqual([false, false]));
  });
});

describe('keys that choose and open', () => {
  it('open the note, in a new tab with Ctrl or Cmd', async () => {
    const shown = await show();
    await focus(shown, 'Beta');
    await keys(shown, 'Enter', ['Enter', { ctrlKey: true }], ['Enter', { metaKey: true }]);
    expect(shown.host.opened).toEqual([false, true, true].map((newTab) => ({ path: pathOf('Beta'), newTab })));
  });

  it('select with Space, extend with Shift, and take back what was gone over twice', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, ' ', ['ArrowRight', { shiftKey: true }], ['ArrowRight', { shiftKey: true }]);
    expect(shown.selected()).toEqual(['Alpha', 'Beta', 'Gate']);
    await keys(shown, ['ArrowLeft', { shiftKey: true }]);
    expect(shown.selected()).toEqual(['Alpha', 'Beta']);
    expect(shown.said()).toBe('2 items selected.');
    await keys(shown, ' ');
    expect(shown.selected()).toEqual(['Alpha']);
    await keys(shown, 'Escape');
    expect(shown.selected()).toEqual([]);
  });

  it('select the lane with Ctrl+A, then the chart', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, ['a', { ctrlKey: true }]);
    expect(shown.selected()).toEqual(['Alpha', 'Beta', 'Gate']);
    await keys(shown, ['a', { ctrlKey: true }]);
    expect(shown.selected()).toHaveLength(6);
  });

  it('open one menu for what is in hand, whatever the system adds', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, ' ', ['ArrowRight', { shiftKey: true }], ['F10', { shiftKey: true }]);
    expect(shown.menu().map(({ title }) => title)).toEqual([`${pathOf('Beta')},${pathOf('Alpha')}`]);
    await focus(shown, 'Gate');
    await keys(shown, 'ContextMenu');
    const own = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    bar(shown.root, 'Alpha').dispatchEvent(own);
    expect([own.defaultPrevented, shown.menu()[0]?.title]).toEqual([true, pathOf('Gate')]);
  });

  test.each<[string, KeyboardEventInit, string]>([
    ['+', {}, 'zoom 1'],
    ['=', {}, 'zoom 1'],
    ['-', {}, 'zoom -1'],
    ['0', {}, 'fit'],
    ['t', {}, 'today'],
    ['T', { shiftKey: true }, 'today'],
    ['[', {}, 'phase -1'],
    [']', {}, 'phase 1'],
    ['g', {}, 'group'],
    ['?', { shiftKey: true }, 'help'],
    ['z', { ctrlKey: true }, 'undo'],
    ['Z', { metaKey: true, shiftKey: true }, 'redo'],
    ['e', {}, 'edit Alpha'],
  ])('%s %o: %s', async (key, modifiers, done) => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, [key, modifiers]);
    expect(shown.did).toEqual([done]);
  });

  it('take brackets that are written with AltGr', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    const event = new KeyboardEvent('keydown', { key: ']', ctrlKey: true, altKey: true, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' });
    await act(() => void bar(shown.root, 'Alpha').dispatchEvent(event));
    expect(shown.did).toEqual(['phase 1']);
  });

  it('N asks for a new item of the lane', async () => {
    const shown = await show();
    await focus(shown, 'Carol');
    await keys(shown, 'n');
    expect(shown.created).toEqual([{ kind: 'initiative', start: undefined, end: undefined, lane: { groupBy: 'competency', to: 'customer-connectedness' } }]);
  });
});

describe('keys that move', () => {
  test.each<[string, KeyboardEventInit, object]>([
    ['ArrowRight', { altKey: true }, { start: '2026-02-08', end: '2026-06-07' }],
    ['ArrowLeft', { altKey: true }, { start: '2026-01-25', end: '2026-05-24' }],
    ['ArrowRight', { altKey: true, shiftKey: true }, { end: '2026-06-07' }],
    ['ArrowLeft', { altKey: true, shiftKey: true }, { end: '2026-05-24' }],
    ['ArrowRight', { altKey: true, ctrlKey: true }, { start: '2026-02-08' }],
    ['ArrowLeft', { altKey: true, metaKey: true }, { start: '2026-01-25' }],
  ])('%s %o writes %o', async (key, modifiers, dates) => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, [key, modifiers]);
    await expect.poll(() => shown.changes.length).toBe(1);
    const { path, was, ...rest } = shown.changes[0]?.items[0] ?? { path: '', was: undefined };
    expect([path, rest]).toEqual([pathOf('Alpha'), dates]);
    expect(was).toEqual({ start: '2026-02-01', end: '2026-05-31' });
  });

  it('are gathered into one change, and drawn and told before it is written', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, ...Array.from({ length: 4 }, () => ['ArrowRight', { altKey: true }] as const));
    expect(outlines(shown.root)).toEqual(['1 Mar – 28 Jun 2026']);
    expect(shown.said()).toBe('Moved to 1 Mar – 28 Jun 2026.');
    expect(shown.changes).toEqual([]);
    await expect.poll(() => shown.changes.length).toBe(1);
    expect(shown.changes[0]?.items).toMatchObject([{ start: '2026-03-01', end: '2026-06-28' }]);
    await expect.poll(() => outlines(shown.root)).toEqual([]);
  });

  it('of several are said to be moved once they are', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    const written = shown.holdBack();
    await keys(shown, ['a', { ctrlKey: true }], ['ArrowRight', { altKey: true }]);
    expect(shown.said()).toMatch(/^\d+ items to move\. A preview comes next\.$/);
    await expect.poll(() => shown.changes.length).toBe(1);
    expect(shown.said()).toMatch(/to move/);
    await written(true);
    expect(shown.said()).toMatch(/^Moved \d+ items/);
  });

  it('are taken back and made again in words', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, ['z', { ctrlKey: true }]);
    expect([shown.said(), shown.did]).toEqual(['Taking back the last change.', ['undo']]);
    await keys(shown, ['Z', { ctrlKey: true, shiftKey: true }]);
    expect([shown.said(), shown.did]).toEqual(['Making the change again.', ['undo', 'redo']]);
  });

  it('come to nothing there and back, by Escape, and by undo', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    const later = ['ArrowRight', { altKey: true }] as const;
    await keys(shown, later, ['ArrowLeft', { altKey: true }]);
    expect([outlines(shown.root), shown.said()]).toEqual([[], 'Cancelled. Nothing was changed.']);
    await keys(shown, later, later, 'Escape', later, ['z', { ctrlKey: true }], 'Enter');
    expect([shown.changes, shown.did]).toEqual([[], []]);
  });

  it('are written at once when the person goes on', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, ['ArrowRight', { altKey: true }], 'ArrowRight');
    expect([shown.changes.length, shown.focused()]).toEqual([1, 'Beta']);
  });

  it('wait for what is being written', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    const written = shown.holdBack();
    await keys(shown, ['ArrowRight', { altKey: true }], 'Home', ['ArrowRight', { altKey: true }]);
    expect(shown.changes).toHaveLength(1);
    await shown.relayout(layoutOf(NOTES.map((note) => (note.title === 'Alpha' ? initiative({ title: 'Alpha', start: '2026-02-08', end: '2026-06-07', competencies: ['purposeful-leadership'] }) : note))));
    await written(true);
    await expect.poll(() => shown.changes.length).toBe(2);
    expect(shown.changes[1]?.items).toMatchObject([{ start: '2026-02-15', was: { start: '2026-02-08' } }]);
  });

  it('forget what was asked for after a change that was not made', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    const written = shown.holdBack();
    await keys(shown, ['ArrowRight', { altKey: true }], 'Home', ['ArrowRight', { altKey: true }]);
    await written(false);
    expect([shown.said(), outlines(shown.root)]).toEqual(['Nothing was changed.', []]);
  });

  it('wait for a link that is being written, and a link for them', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    const written = shown.holdBack();
    await keys(shown, ['ArrowRight', { altKey: true }], 'Home', 'l', 'ArrowRight', 'ArrowRight', 'l');
    expect(shown.changes).toHaveLength(1);
    await written(true);
    await expect.poll(() => shown.changes.length).toBe(2);
    expect(shown.changes[1]?.items[0]?.addPredecessors).toEqual([pathOf('Alpha')]);
  });

  it('are written before an item is taken from the tray, whose drag they would hide', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, ['ArrowRight', { altKey: true }]);
    const item = shown.root.parentElement?.querySelector('[data-unscheduled]');
    await point('pointerdown', item ?? window, 5, 5);
    expect(shown.changes).toHaveLength(1);
    await point('pointerup', window, 5, 5);
  });

  it('begin anew with what was selected since', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, ['ArrowRight', { altKey: true }], ['a', { ctrlKey: true }], ['ArrowRight', { altKey: true }], 'Home');
    expect(shown.changes.map(({ items }) => items.length > 1)).toEqual([false, true]);
  });

  it('move all that is selected', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, ' ', ['ArrowRight', { shiftKey: true }], ['ArrowRight', { altKey: true }], 'Home');
    expect(shown.changes[0]?.items.map(({ path }) => titleOf(path))).toEqual(['Beta', 'Alpha']);
  });

  it('tell who would be late, and D shifts them', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, ...Array.from({ length: 8 }, () => ['ArrowRight', { altKey: true }] as const));
    expect(shown.said()).toBe('Moved to 29 Mar – 26 Jul 2026, 1 dependent late. Press D to shift it.');
    await keys(shown, 'd');
    await expect.poll(() => shown.changes.length).toBe(2);
    expect(shown.changes[1]).toMatchObject({ title: 'Shift 1 dependent: Beta', withPreview: true, items: [{ path: pathOf('Beta'), start: '2026-07-26', was: { start: '2026-07-01' } }] });
    await keys(shown, 'd');
    expect(shown.said()).toBe('No dependent became late by the last move.');
  });

  it('offer the shift in the menu of items', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, ...Array.from({ length: 8 }, () => ['ArrowRight', { altKey: true }] as const), 'Home');
    await keys(shown, 'ContextMenu');
    expect(shown.menu()[0]?.title).toBe('Shift 1 dependent');
    await act(() => shown.menu()[0]?.run());
    expect(shown.changes[1]?.items).toMatchObject([{ path: pathOf('Beta') }]);
  });

  it('say that a roadmap is to look at only', async () => {
    const shown = await show({ lookOnly: true });
    await focus(shown, 'Alpha');
    for (const key of [['ArrowRight', { altKey: true }], 'l', 'd', 'e', 'n', ['z', { ctrlKey: true }]] as const) {
      await keys(shown, key);
      expect(shown.said()).toBe('This roadmap is to look at only.');
    }
    expect([shown.changes, shown.created, shown.did]).toEqual([[], [], []]);
  });
});

describe('linking by keys', () => {
  it('marks the first, then links the one that waits', async () => {
    const shown = await show();
    await focus(shown, 'Beta');
    await keys(shown, 'l');
    expect(shown.said()).toContain('Linking from "Beta".');
    await keys(shown, 'ArrowRight');
    expect(shown.root.querySelectorAll('.cx-drag-link path')).toHaveLength(1);
    await keys(shown, 'l');
    expect(shown.changes[0]?.items).toEqual([{ path: pathOf('Gate'), addPredecessors: [pathOf('Beta')] }]);
    await expect.poll(() => shown.said()).toBe('"Gate" now waits for "Beta".');
    expect(shown.root.querySelector('.cx-drag')).toBeNull();
  });

  it('links by Enter and by click too', async () => {
    const shown = await show();
    await focus(shown, 'Beta');
    await keys(shown, 'l', 'ArrowRight', 'Enter');
    await keys(shown, 'l');
    await click(bar(shown.root, 'Echo'));
    expect(shown.changes.map(({ items }) => [titleOf(items[0]?.path ?? ''), titleOf(items[0]?.addPredecessors?.[0] ?? '')])).toEqual([['Gate', 'Beta'], ['Echo', 'Gate']]);
    expect(shown.host.opened).toEqual([]);
  });

  it('offers to part what is linked, and parts it when asked again', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, 'l', 'ArrowRight', 'l');
    expect(shown.said()).toContain('"Beta" waits for "Alpha" already.');
    expect(shown.changes).toEqual([]);
    await keys(shown, 'l');
    expect(shown.changes[0]?.items).toEqual([{ path: pathOf('Beta'), removePredecessors: [pathOf('Alpha')] }]);
  });

  it('says why a link cannot be, and goes on', async () => {
    const shown = await show();
    await focus(shown, 'Beta');
    await keys(shown, 'l', 'ArrowLeft', 'l');
    expect(shown.said()).toContain('wait for each other');
    await keys(shown, 'ArrowRight', 'ArrowRight', 'l');
    expect(shown.changes).toHaveLength(1);
  });

  it('ends when something else is drawn in place of its mark: nothing is linked unseen', async () => {
    const shown = await show();
    await focus(shown, 'Alpha');
    await keys(shown, 'l', ['ArrowRight', { altKey: true }], 'ArrowRight');
    await expect.poll(() => outlines(shown.root)).toEqual([]);
    await keys(shown, 'Enter');
    expect(shown.changes.map(({ items }) => items[0]?.addPredecessors)).toEqual([undefined]);
    expect(shown.host.opened.map(({ path }) => path)).toEqual([pathOf('Beta')]);
  });

  it('ends by Escape, and when the first is gone', async () => {
    const shown = await show();
    await focus(shown, 'Beta');
    await keys(shown, 'l', 'Escape');
    expect(shown.said()).toBe('Linking ended.');
    await keys(shown, 'l');
    await shown.relayout(layoutOf(NOTES.filter(({ title }) => title !== 'Beta')));
    await expect.poll(() => shown.said()).toBe('"Beta" is not on the roadmap any more. Nothing was changed.');
  });
});

describe('clicks', () => {
  it('select, add with Ctrl, and take a range with Shift', async () => {
    const shown = await show();
    await click(bar(shown.root, 'Alpha'));
    expect([shown.selected(), shown.focused()]).toEqual([['Alpha'], 'Alpha']);
    await click(bar(shown.root, 'Gate'), { ctrlKey: true });
    expect(shown.selected()).toEqual(['Alpha', 'Gate']);
    await click(bar(shown.root, 'Gate'), { ctrlKey: true });
    expect(shown.selected()).toEqual(['Alpha']);
    await click(bar(shown.root, 'Alpha'));
    await click(bar(shown.root, 'Carol'), { shiftKey: true });
    expect(shown.selected()).toEqual(['Alpha', 'Beta', 'Carol']);
    expect(shown.host.opened).toEqual([]);
  });

  it('clear the selection on empty room', async () => {
    const shown = await show();
    await click(bar(shown.root, 'Alpha'));
    await click(shown.root.querySelector('[data-lane]'));
    expect(shown.selected()).toEqual([]);
  });

  it('twice open the note', async () => {
    const shown = await show();
    await act(() => void bar(shown.root, 'Beta').dispatchEvent(new MouseEvent('dblclick', { bubbles: true, ctrlKey: true })));
    expect(shown.host.opened).toEqual([{ path: pathOf('Beta'), newTab: true }]);
  });

  it('with the right button show the menu of the item, or of the selection it is in', async () => {
    const shown = await show();
    const rightClick = async (title: string): Promise<string | undefined> => {
      await act(() => void bar(shown.root, title).dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 })));
      return shown.menu()[0]?.title;
    };
    expect(await rightClick('Alpha')).toBe(pathOf('Alpha'));
    expect(shown.selected()).toEqual(['Alpha']);
    await click(bar(shown.root, 'Beta'), { ctrlKey: true });
    expect(await rightClick('Alpha')).toBe(`${pathOf('Alpha')},${pathOf('Beta')}`);
    expect(await rightClick('Gate')).toBe(pathOf('Gate'));
  });
});

describe('dragging', () => {
  it('moves a bar in steps of the zoom, drawn on the way, written once', async () => {
    const shown = await show();
    const { drop } = await carry(bar(shown.root, 'Alpha'), 2 * WEEK_PX + 3);
    expect(outlines(shown.root)).toEqual(['15 Feb – 14 Jun 2026']);
    expect(shown.root.querySelectorAll('.cx-drag-old')).toHaveLength(1);
    await drop();
    expect(shown.changes.map(({ items }) => items)).toMatchObject([[{ path: pathOf('Alpha'), start: '2026-02-15', end: '2026-06-14' }]]);
    await expect.poll(() => shown.said()).toBe('Moved to 15 Feb – 14 Jun 2026.');
    // The click that comes with letting go is none.
    expect([shown.selected(), shown.root.querySelector('.cx-drag')]).toEqual([[], null]);
  });

  it('is a click when it moves less than a hand trembles', async () => {
    const shown = await show();
    const { drop } = await carry(bar(shown.root, 'Alpha'), 3);
    expect(shown.root.querySelector('.cx-drag')).toBeNull();
    await drop();
    expect([shown.changes, shown.selected()]).toEqual([[], ['Alpha']]);
  });

  it('draws the chart when it begins and when it ends, never between', async () => {
    const shown = await show();
    const before = bar(shown.root, 'Alpha');
    const { x, y } = middle(before);
    await point('pointerdown', before, x, y);
    await point('pointermove', window, x + 10, y);
    const draws = shown.draws();
    for (let step = 1; step <= 30; step++) {
      await point('pointermove', window, x + 10 + step * 5, y);
      await nextFrame();
    }
    expect(shown.draws()).toBe(draws);
    expect(outlines(shown.root)).toEqual(['19 Apr – 16 Aug 2026']);
    expect(bar(shown.root, 'Alpha')).toBe(before);
    await point('pointercancel', window, x, y);
  });

  it('moves all that is selected', async () => {
    const shown = await show();
    await click(bar(shown.root, 'Alpha'));
    await click(bar(shown.root, 'Gate'), { ctrlKey: true });
    const { drop } = await carry(bar(shown.root, 'Alpha'), WEEK_PX);
    expect(outlines(shown.root)).toEqual(['8 Feb – 7 Jun 2026', '']);
    await drop();
    expect(shown.changes[0]?.items.map(({ path }) => titleOf(path))).toEqual(['Alpha', 'Gate']);
    expect(shown.selected()).toEqual(['Alpha', 'Gate']);
  });

  test.each<['start' | 'end', object]>([
    ['start', { start: '2026-02-15' }],
    ['end', { end: '2026-06-14' }],
  ])('resizes by the %s', async (edge, dates) => {
    const shown = await show();
    const { drop } = await carry(bar(shown.root, 'Alpha').querySelector<HTMLElement>(`[data-edge=${edge}]`)!, 2 * WEEK_PX);
    await drop();
    expect(shown.changes[0]?.items[0]).toMatchObject(dates);
    expect(Object.keys(shown.changes[0]?.items[0] ?? {}).filter((key) => key === 'start' || key === 'end')).toEqual([edge]);
  });

  it('ignores the steps of the zoom while Alt is held', async () => {
    const shown = await show();
    const { drop } = await carry(bar(shown.root, 'Alpha'), 6, 0, { altKey: true });
    await drop();
    expect(shown.changes[0]?.items).toMatchObject([{ start: '2026-02-04' }]);
  });

  it.each(['Escape', 'second finger', 'cancel', 'blur'])('is as if it had not been after: %s', async (how) => {
    const shown = await show();
    const { x, y, drop } = await carry(bar(shown.root, 'Alpha'), 3 * WEEK_PX);
    if (how === 'Escape') await press(shown.root, 'Escape');
    else if (how === 'cancel') await point('pointercancel', window, x, y);
    else if (how === 'blur') await act(() => void window.dispatchEvent(new Event('blur')));
    else await point('pointerdown', shown.root, x + 50, y, { pointerId: 8, isPrimary: false, pointerType: 'touch' });
    expect([shown.root.querySelector('.cx-drag'), shown.said()]).toEqual([null, 'Cancelled. Nothing was changed.']);
    await drop();
    expect([shown.changes, shown.selected()]).toEqual([[], []]);
  });

  it('ends when the note is deleted on the way', async () => {
    const shown = await show();
    const { drop } = await carry(bar(shown.root, 'Beta'), 3 * WEEK_PX);
    await shown.relayout(layoutOf(NOTES.filter(({ title }) => title !== 'Beta')));
    await expect.poll(() => shown.said()).toBe('"Beta" is not on the roadmap any more. Nothing was changed.');
    expect(shown.root.querySelector('.cx-drag')).toBeNull();
    await drop();
    expect(shown.changes).toEqual([]);
  });

  it('goes on when another note changes', async () => {
    const shown = await show();
    const { drop } = await carry(bar(shown.root, 'Beta'), WEEK_PX);
    await shown.relayout(layoutOf(NOTES.filter(({ title }) => title !== 'Gate')));
    expect(outlines(shown.root)).toHaveLength(1);
    await drop();
    expect(shown.changes).toHaveLength(1);
  });

  it('keeps the outline until the notes hold the change', async () => {
    const shown = await show();
    const { drop } = await carry(bar(shown.root, 'Alpha'), WEEK_PX);
    const written = shown.holdBack();
    await drop();
    expect(outlines(shown.root)).toHaveLength(1);
    await written(true);
    await expect.poll(() => outlines(shown.root)).toEqual([]);
  });

  it('tells who became late, and D shifts them', async () => {
    const shown = await show();
    const { drop } = await carry(bar(shown.root, 'Alpha'), 8 * WEEK_PX);
    await drop();
    await expect.poll(() => shown.said()).toBe('Moved to 29 Mar – 26 Jul 2026, 1 dependent late. Press D to shift it.');
    await press(shown.root, 'd');
    expect(shown.changes[1]?.items).toMatchObject([{ path: pathOf('Beta'), start: '2026-07-26' }]);
  });

  it('does nothing on a roadmap to look at', async () => {
    const shown = await show({ lookOnly: true });
    const { drop } = await carry(bar(shown.root, 'Alpha'), 3 * WEEK_PX);
    expect([shown.root.querySelector('.cx-drag'), shown.said()]).toEqual([null, 'This roadmap is to look at only.']);
    await drop();
    expect([shown.changes, shown.selected()]).toEqual([[], ['Alpha']]);
  });
});

describe('touch', () => {
  const touch = { pointerType: 'touch' };

  it('pans as long as nothing was held', async () => {
    const shown = await show();
    const { x, y } = middle(bar(shown.root, 'Alpha'));
    const down = await point('pointerdown', bar(shown.root, 'Alpha'), x, y, touch);
    await point('pointermove', window, x + 40, y, touch);
    const moved = new Event('touchmove', { bubbles: true, cancelable: true });
    bar(shown.root, 'Alpha').dispatchEvent(moved);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await nextFrame();
    expect([down.defaultPrevented, moved.defaultPrevented, shown.root.querySelector('.cx-drag')]).toEqual([false, false, null]);
    await point('pointercancel', window, x, y, touch);
    expect(shown.said()).toBe('');
  });

  it('drags what was held, and the page does not pan then', async () => {
    const shown = await show();
    const { x, y } = middle(bar(shown.root, 'Alpha'));
    await point('pointerdown', bar(shown.root, 'Alpha'), x, y, touch);
    await expect.poll(() => outlines(shown.root)).toHaveLength(1);
    const moved = new Event('touchmove', { bubbles: true, cancelable: true });
    bar(shown.root, 'Alpha').dispatchEvent(moved);
    expect(moved.defaultPrevented).toBe(true);
    await point('pointermove', window, x + WEEK_PX, y, touch);
    await point('pointerup', window, x + WEEK_PX, y, touch);
    expect(shown.changes[0]?.items).toMatchObject([{ path: pathOf('Alpha'), start: '2026-02-08' }]);
  });

  it('shows the menu of what was held and let go, once', async () => {
    const shown = await show();
    const { x, y } = middle(bar(shown.root, 'Alpha'));
    await point('pointerdown', bar(shown.root, 'Alpha'), x, y, touch);
    await expect.poll(() => outlines(shown.root)).toHaveLength(1);
    const own = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    bar(shown.root, 'Alpha').dispatchEvent(own);
    expect([own.defaultPrevented, shown.menu()]).toEqual([true, []]);
    await point('pointerup', window, x, y, touch);
    expect([shown.menu()[0]?.title, shown.changes]).toEqual([pathOf('Alpha'), []]);
  });

  it('drags a handle at once', async () => {
    const shown = await show();
    const { drop } = await carry(bar(shown.root, 'Alpha').querySelector<HTMLElement>('[data-edge=end]')!, WEEK_PX, 0, touch);
    await drop();
    expect(shown.changes[0]?.items).toMatchObject([{ end: '2026-06-07' }]);
  });
});

if (LAYS_OUT) {
  describe('on a page that is laid out', () => {
    /** Client coordinates of a place of the chart. */
    const at = (shown: Shown, x: number, y: number): { readonly x: number; readonly y: number } => {
      const rect = shown.root.firstElementChild!.getBoundingClientRect();
      return { x: rect.left + x, y: rect.top + y };
    };
    const drag = async (shown: Shown, from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }, init: PointerEventInit = {}): Promise<void> => {
      const target = shown.root.ownerDocument.elementFromPoint(from.x, from.y)!;
      await point('pointerdown', target, from.x, from.y, init);
      await point('pointermove', window, (from.x + to.x) / 2, (from.y + to.y) / 2, init);
      await point('pointermove', window, to.x, to.y, init);
      await nextFrame();
    };

    it('drops into another lane, which is marked on the way', async () => {
      const shown = await show();
      const from = middle(bar(shown.root, 'Alpha'));
      await drag(shown, from, { x: from.x, y: from.y + 60 });
      const lane = shown.root.querySelector('.cx-drag-lane')!.getBoundingClientRect();
      expect([lane.top, lane.height]).toEqual([at(shown, 0, 52).y, 52]);
      await point('pointerup', window, from.x, from.y + 60);
      expect(shown.changes[0]?.items).toEqual([{ path: pathOf('Alpha'), lane: { groupBy: 'competency', from: 'purposeful-leadership', to: 'compelling-brand-values' } }]);
    });

    it('links from the grip to the bar under the pointer', async () => {
      const shown = await show();
      const to = middle(bar(shown.root, 'Delta'));
      const grip = bar(shown.root, 'Alpha').querySelector<HTMLElement>('[data-grip]')!;
      await point('pointerdown', grip, middle(grip).x, middle(grip).y);
      await point('pointermove', window, to.x, to.y);
      await nextFrame();
      expect(textOf(shown.root.querySelector('.cx-drag-remark'))).toBe('Delta will wait for Alpha');
      await point('pointerup', window, to.x, to.y);
      expect(shown.changes[0]?.items).toEqual([{ path: pathOf('Delta'), addPredecessors: [pathOf('Alpha')] }]);
    });

    it('selects what a frame touches, with Ctrl in addition', async () => {
      const shown = await show();
      await drag(shown, at(shown, 40, 130), at(shown, 400, 225));
      expect(shown.root.querySelectorAll('.cx-drag-marquee')).toHaveLength(1);
      await point('pointerup', window, at(shown, 400, 225).x, at(shown, 400, 225).y);
      expect(shown.selected()).toEqual(['Carol', 'Delta']);
      await drag(shown, at(shown, 330, 45), at(shown, 360, 5), { ctrlKey: true });
      await point('pointerup', window, at(shown, 380, 5).x, at(shown, 380, 5).y, { ctrlKey: true });
      expect(shown.selected()).toEqual(['Carol', 'Delta', 'Beta']);
    });

    it('selects by a frame where nothing can be changed', async () => {
      const shown = await show({ lookOnly: true });
      await drag(shown, at(shown, 40, 130), at(shown, 400, 225));
      await point('pointerup', window, at(shown, 400, 225).x, at(shown, 400, 225).y);
      expect(shown.selected()).toEqual(['Carol', 'Delta']);
    });

    it('draws a new item with Shift, and makes one by a double click', async () => {
      const shown = await show();
      await drag(shown, at(shown, 100, 70), at(shown, 160, 75), { shiftKey: true });
      await point('pointerup', window, at(shown, 160, 75).x, at(shown, 160, 75).y, { shiftKey: true });
      const { x, y } = at(shown, 100, 130);
      const lane = shown.root.ownerDocument.elementFromPoint(x, y)!;
      await act(() => void lane.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, clientX: x, clientY: y })));
      expect(shown.created.map(({ start, end, lane: to }) => [start, end, to?.to])).toEqual([
        ['2026-02-16', '2026-03-22', 'compelling-brand-values'],
        ['2026-02-16', '2026-02-22', 'employee-engagement'],
      ]);
    });

    it('takes items from the tray, and lets a short press be the button\'s', async () => {
      const shown = await show();
      const tray = shown.root.parentElement!.querySelector<HTMLElement>('[data-unscheduled] button')!;
      const from = middle(tray);
      let clicks = 0;
      tray.addEventListener('click', () => clicks++);
      const to = at(shown, 100, 70);
      await drag(shown, from, to);
      expect(outlines(shown.root)).toEqual(['16 Feb – 17 May 2026']);
      await point('pointerup', window, to.x, to.y);
      await click(tray);
      expect(clicks).toBe(0);
      expect(shown.changes[0]?.items).toMatchObject([{ path: pathOf('Someday'), start: '2026-02-16', lane: { to: 'compelling-brand-values' } }]);
      await point('pointerdown', tray, from.x, from.y);
      await point('pointerup', window, from.x, from.y);
      await click(tray);
      expect(clicks).toBe(1);
    });

    it('mirrors where time runs from right to left', async () => {
      const shown = await show({ isRtl: true });
      const from = middle(bar(shown.root, 'Alpha'));
      await drag(shown, from, { x: from.x - WEEK_PX, y: from.y });
      const outline = shown.root.querySelector('.cx-drag-outline')!.getBoundingClientRect();
      const old = bar(shown.root, 'Alpha').getBoundingClientRect();
      expect(Math.round(old.left - outline.left)).toBe(WEEK_PX);
      await point('pointerup', window, from.x - WEEK_PX, from.y);
      expect(shown.changes[0]?.items).toMatchObject([{ start: '2026-02-08' }]);
    });

    it('scrolls on near the edge, and what is dragged stays below the pointer', async () => {
      const shown = await show();
      const from = middle(bar(shown.root, 'Beta'));
      const edge = shown.root.getBoundingClientRect().right - 10;
      await drag(shown, from, { x: edge, y: from.y });
      await expect.poll(() => shown.root.scrollLeft).toBeGreaterThan(60);
      await point('pointercancel', window, 0, 0);
      const { scrollLeft } = shown.root;
      await nextFrame();
      await nextFrame();
      expect(shown.root.scrollLeft).toBe(scrollLeft);
    });

    it('leaves the chart where it is while a bar near the edge is not carried beyond it', async () => {
      const shown = await show();
      const { right } = shown.root.getBoundingClientRect();
      const from = { x: right - 20, y: middle(bar(shown.root, 'Echo')).y };
      await drag(shown, from, { x: from.x - 30, y: from.y });
      await nextFrame();
      expect([shown.root.scrollLeft, outlines(shown.root).length]).toEqual([0, 1]);
      await point('pointercancel', window, 0, 0);
    });

    it('brings into sight what keys move out of it', async () => {
      const shown = await show();
      await focus(shown, 'Beta');
      await keys(shown, ...Array.from({ length: 30 }, () => ['ArrowRight', { altKey: true }] as const));
      const outline = shown.root.querySelector('.cx-drag-outline')!.getBoundingClientRect();
      expect(outline.right).toBeLessThanOrEqual(shown.root.getBoundingClientRect().right + 1);
      await keys(shown, 'Escape');
    });

    it('draws the layer over the bars, without taking presses or more than it promised', async () => {
      const many = Array.from({ length: 300 }, (_, index) => initiative({ title: `W${index}`, start: '2026-03-01', end: '2026-04-01', competencies: ['purposeful-leadership'] }));
      const shown = await show({ layout: layoutOf([...NOTES, ...many]) });
      await focus(shown, 'Alpha');
      await keys(shown, ['a', { ctrlKey: true }]);
      await drag(shown, middle(bar(shown.root, 'Alpha')), { x: middle(bar(shown.root, 'Alpha')).x + WEEK_PX, y: middle(bar(shown.root, 'Alpha')).y });
      const layer = shown.root.querySelector('.cx-drag')!;
      expect(layer.querySelectorAll('*').length).toBeLessThan(100);
      expect(getComputedStyle(layer).pointerEvents).toBe('none');
      await point('pointercancel', window, 0, 0);
    });
  });
}

if (LAYS_OUT) {
  describe('the chart itself', () => {
    interface ShownChart {
      readonly root: HTMLElement;
      readonly changes: RoadmapChange[];
      readonly said: () => string;
      readonly selected: () => readonly string[];
      readonly update: (next: { readonly layout?: RoadmapLayout; readonly choice?: RoadmapChoice }) => Promise<void>;
    }

    const showChart = async ({ isRtl = false, notes = NOTES }: { readonly isRtl?: boolean; readonly notes?: typeof NOTES } = {}): Promise<ShownChart> => {
      const pane = openPane({ width: 1100, height: 480 });
      pane.ownerDocument.head.querySelector('style[data-views]')?.append(`${roadmapLook}\n${chartLook}\n${keysLook}`);
      pane.style.direction = isRtl ? 'rtl' : 'ltr';
      mounted = pane;
      const changes: RoadmapChange[] = [];
      const host = recordingHost();
      let selection: ReadonlySet<string> = new Set();
      let layout = layoutOf(notes);
      let choice: RoadmapChoice = { ...DEFAULT_CHOICE, zoom: 2 };
      const actions: RoadmapActions = { change: (change) => (changes.push(change), Promise.resolve(true)), edit: () => undefined, create: () => undefined, undo: () => undefined, redo: () => undefined };
      const menuOf = (): readonly MenuEntry[] => [];
      const nothing = (): void => undefined;
      const redraw = (): void =>
        render(
          <div class="cx-roadmap-view" style={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
            <RoadmapChart
              layout={layout}
              host={host}
              choice={choice}
              onChoice={(next) => {
                choice = next;
                redraw();
              }}
              selection={selection}
              onSelect={(next) => {
                selection = next;
                redraw();
              }}
              actions={actions}
              showMenu={undefined}
              menuOf={menuOf}
              onHelp={nothing}
              onGroupNext={nothing}
            />
          </div>,
          pane,
        );
      await act(redraw);
      await nextFrame();
      await nextFrame();
      await act(() => undefined);
      return {
        root: pane.querySelector<HTMLElement>('.cx-scroller')!,
        changes,
        said: () => textOf(pane.querySelector('[aria-live]')),
        selected: () => [...selection].map(titleOf),
        update: async (next) => {
          layout = next.layout ?? layout;
          choice = next.choice ?? choice;
          await act(redraw);
        },
      };
    };

    it('moves a bar, and touches no element of its own between taking it up and letting go', async () => {
      const shown = await showChart();
      const alpha = bar(shown.root, 'Alpha');
      const { x, y } = middle(alpha);
      await point('pointerdown', alpha, x, y);
      await point('pointermove', window, x + 8, y);
      await nextFrame();
      const touched: string[] = [];
      const observer = new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          if (element?.closest('.cx-drag') === null) touched.push(element.className);
        }
      });
      observer.observe(shown.root, { subtree: true, childList: true, attributes: true, characterData: true });
      for (let step = 1; step <= 20; step++) {
        await point('pointermove', window, x + 8 + step * 6, y);
        await nextFrame();
      }
      await nextFrame();
      observer.disconnect();
      expect(touched).toEqual([]);
      expect(outlines(shown.root)).toEqual(['5 Apr – 2 Aug 2026']);
      await point('pointerup', window, x + 128, y);
      expect(shown.changes[0]?.items).toMatchObject([{ path: pathOf('Alpha'), start: '2026-04-05' }]);
      await expect.poll(() => shown.said()).toBe('Moved to 5 Apr – 2 Aug 2026, 1 dependent late. Press D to shift it.');
    });

    it('draws what is dragged over its bar, and what is below it where the pointer is', async () => {
      const shown = await showChart();
      const alpha = bar(shown.root, 'Alpha');
      const from = alpha.getBoundingClientRect();
      const { x, y } = await carry(alpha, WEEK_PX);
      const outline = shown.root.querySelector('.cx-drag-outline')!.getBoundingClientRect();
      expect([outline.left - from.left, outline.top - from.top, outline.height].map(Math.round)).toEqual([WEEK_PX, 0, 24]);
      await point('pointercancel', window, x, y);
    });

    it('keeps the layout it draws while something is dragged, and takes the new one after', async () => {
      const shown = await showChart();
      const { drop } = await carry(bar(shown.root, 'Alpha'), WEEK_PX);
      await shown.update({ layout: layoutOf(NOTES.filter(({ title }) => title !== 'Echo')) });
      expect(bar(shown.root, 'Echo')).toBeInstanceOf(HTMLElement);
      await drop();
      await expect.poll(() => bar(shown.root, 'Echo')).toBeUndefined();
      expect(shown.changes).toHaveLength(1);
    });

    it('ends the drag of a note that is deleted, and of any when the scale changes', async () => {
      const shown = await showChart();
      await carry(bar(shown.root, 'Alpha'), WEEK_PX);
      await shown.update({ choice: { ...DEFAULT_CHOICE, zoom: 3 } });
      await expect.poll(() => shown.said()).toBe('Cancelled. Nothing was changed.');
      await carry(bar(shown.root, 'Beta'), WEEK_PX);
      await shown.update({ layout: layoutOf(NOTES.filter(({ title }) => title !== 'Beta')) });
      await expect.poll(() => shown.said()).toBe('"Beta" is not on the roadmap any more. Nothing was changed.');
      await expect.poll(() => bar(shown.root, 'Beta')).toBeUndefined();
      expect(shown.changes).toEqual([]);
    });

    it('has handles on the item with the focus that resize and link', async () => {
      const shown = await showChart();
      await act(() => bar(shown.root, 'Alpha').focus());
      const end = await carry(bar(shown.root, 'Alpha').querySelector<HTMLElement>('[data-edge=end]')!, WEEK_PX);
      await end.drop();
      await expect.poll(() => shown.root.querySelector('.cx-drag')).toBeNull();
      const grip = bar(shown.root, 'Alpha').querySelector<HTMLElement>('[data-grip]')!;
      const [from, to] = [middle(grip), middle(bar(shown.root, 'Delta'))];
      const link = await carry(grip, to.x - from.x, to.y - from.y);
      await link.drop();
      expect(shown.changes.map(({ items }) => items[0])).toMatchObject([{ path: pathOf('Alpha'), end: '2026-06-07' }, { path: pathOf('Delta'), addPredecessors: [pathOf('Alpha')] }]);
    });

    it('selects by a frame on its empty room, not on header or gutter', async () => {
      const shown = await showChart();
      const sweep = async (x: number, y: number): Promise<void> => {
        await point('pointerdown', shown.root.ownerDocument.elementFromPoint(x, y)!, x, y);
        await point('pointermove', window, x + 300, y + 300);
        await nextFrame();
        await point('pointerup', window, x + 300, y + 300);
      };
      const rect = shown.root.getBoundingClientRect();
      await sweep(rect.left + 20, rect.top + 120);
      await sweep(rect.left + 260, rect.top + 10);
      expect(shown.selected()).toEqual([]);
      // Below the first lane's bars, in the room of an empty one.
      await sweep(rect.left + 220, bar(shown.root, 'Alpha').getBoundingClientRect().bottom + 40);
      expect(shown.selected()).toEqual(['Carol', 'Delta']);
    });

    it('moves by keys, and the focus stays on the item wherever it goes', async () => {
      const shown = await showChart();
      await act(() => bar(shown.root, 'Alpha').focus());
      await press(bar(shown.root, 'Alpha'), 'ArrowRight');
      expect(shown.root.ownerDocument.activeElement).toBe(bar(shown.root, 'Beta'));
      await press(bar(shown.root, 'Beta'), 'ArrowRight', { altKey: true });
      await expect.poll(() => shown.changes.length).toBe(1);
      await shown.update({ layout: layoutOf(NOTES.map((note) => (note.title === 'Beta' ? initiative({ title: 'Beta', start: '2026-07-08', end: '2027-01-07', competencies: ['purposeful-leadership'] }) : note))) });
      await expect.poll(() => shown.root.ownerDocument.activeElement === bar(shown.root, 'Beta')).toBe(true);
    });

    it('runs from right to left with all of it', async () => {
      const shown = await showChart({ isRtl: true });
      const alpha = bar(shown.root, 'Alpha');
      const old = alpha.getBoundingClientRect();
      const { drop } = await carry(alpha, -WEEK_PX);
      const outline = shown.root.querySelector('.cx-drag-outline')!.getBoundingClientRect();
      expect(Math.round(old.left - outline.left)).toBe(WEEK_PX);
      await drop();
      expect(shown.changes[0]?.items).toMatchObject([{ start: '2026-02-08' }]);
    });

    it('drags what a finger holds, and keeps the page from panning then', async () => {
      const shown = await showChart();
      const alpha = bar(shown.root, 'Alpha');
      const { x, y } = middle(alpha);
      const pans = (): boolean => {
        const touches = [new Touch({ identifier: 1, target: alpha, clientX: x, clientY: y })];
        return alpha.dispatchEvent(new TouchEvent('touchmove', { bubbles: true, cancelable: true, touches }));
      };
      await point('pointerdown', alpha, x, y, { pointerType: 'touch' });
      expect(pans()).toBe(true);
      await expect.poll(() => outlines(shown.root)).toHaveLength(1);
      expect(pans()).toBe(false);
      await point('pointermove', window, x + WEEK_PX, y, { pointerType: 'touch' });
      await point('pointerup', window, x + WEEK_PX, y, { pointerType: 'touch' });
      expect(shown.changes).toHaveLength(1);
    });

    it('stays within its elements while much is dragged', async () => {
      const many = Array.from({ length: 400 }, (_, index) => initiative({ title: `W${index}`, start: `2026-${String((index % 9) + 1).padStart(2, '0')}-01`, end: '2026-12-01', competencies: ['purposeful-leadership'] }));
      const shown = await showChart({ notes: [...NOTES, ...many] });
      const first = shown.root.querySelector<HTMLElement>('[data-id]')!;
      await act(() => first.focus());
      await press(first, 'a', { ctrlKey: true });
      await carry(first, WEEK_PX);
      expect(shown.root.querySelectorAll('*').length).toBeLessThanOrEqual(600);
      await point('pointercancel', window, 0, 0);
    });
  });
}
