/** The roadmap as a view of bases: notes of any kind on properties of any name, alive with the base, and its edits. */
import { describe, expect, test } from 'vitest';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import { createBaseActions } from '../../src/obsidian/base-actions.js';
import { newItemProperties } from '../../src/obsidian/base-new-item.js';
import type { OwnGroups } from '../../src/obsidian/base-options.js';
import type { BaseRoles } from '../../src/obsidian/roadmap-base-items.js';
import type { ItemChange, NewItem, RoadmapChange } from '../../src/roadmap/roadmap-change.js';
import { VIEW_TYPES } from '../../src/obsidian/open-view.js';
import { registerRoadmapBase } from '../../src/obsidian/roadmap-base.js';
import type { BaseSetup, HostController } from '../host/bases.js';
import { hostWith, type FeatureHost } from './feature-host.js';
import { click, drawnIn, menuItem, ROADMAP_FILES } from './roadmap-files.js';

interface ShownBase extends FeatureHost {
  readonly base: HostController;
}

async function withBase(setup: BaseSetup = {}, files: Readonly<Record<string, string>> = ROADMAP_FILES): Promise<ShownBase> {
  const shown = await hostWith([registerRoadmapBase, registerEdits], { files });
  return { ...shown, base: await shown.host.openBase(VIEW_TYPES.roadmap, setup) };
}

const page = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('.cx-roadmap-base');
  if (found === null) throw new Error('No roadmap in the base.');
  return found;
};
const shown = (): readonly string[] => drawnIn(page());
const lanes = (): readonly string[] => [...page().querySelectorAll<HTMLElement>('[data-lane]')].map(({ dataset }) => dataset['lane'] ?? '');

const TASKS = {
  'Tasks/Paint.md': '---\nbegin: 2027-01-10\ndue: 2027-03\nstate: open\n---\n',
  'Tasks/Sweep.md': '---\nbegin: 2027-Q2\ndue: 2027-Q3\nstate: shut\nafter: "[[Paint]]"\n---\n',
};

describe('items of a base', () => {
  test('are the notes that the base finds, as the playbook draws them', async () => {
    await withBase({ query: ({ path }) => path.startsWith('Work/') && path !== 'Work/Go.md' });
    expect(shown()).toEqual(['Work/Purse.md', 'Work/Ride along.md']);
    expect(page().textContent).toContain('Someday');
  });

  test('leave out the journey, and notes of other kinds that have no dates', async () => {
    await withBase({}, { ...ROADMAP_FILES, 'Remark.md': '---\ntype: annotation\nstart: 870\nstatus: open\n---\n' });
    expect(page().textContent).not.toContain('Remark');
    expect(shown().every((path) => path.startsWith('Work/'))).toBe(true);
  });

  test('may be notes that are none of the playbook’s, on properties of other names, as they are written', async () => {
    await withBase({ config: { start: 'note.begin', end: 'note.due', depends_on: 'note.after' } }, TASKS);
    expect(shown()).toEqual(['Tasks/Paint.md', 'Tasks/Sweep.md']);
    expect(page().querySelector('[data-id="Tasks/Sweep.md"]')?.getAttribute('aria-label') ?? page().textContent).toContain('Sweep');
    expect(page().textContent).not.toContain('could not be read');
  });

  test('take days from formulas', async () => {
    await withBase({ config: { start: 'formula.from', end: 'formula.from' }, formulas: { from: (file) => (file.name === 'Paint.md' ? '2027-02-01T08:00' : null) } }, TASKS);
    expect(shown()).toEqual(['Tasks/Paint.md']);
  });

  test('without dates say which properties lack them and where to choose others', async () => {
    await withBase({}, TASKS);
    expect(page().textContent).toContain('No note of this base has dates in "start" or "end". Open the options of this view and choose the properties that hold them under Start and End.');
    expect(page().textContent).toContain('Paint');
  });

  test('say which chosen property no note has', async () => {
    await withBase({ config: { start: 'note.begin', end: 'note.due', sponsor: 'note.owner' } }, TASKS);
    expect(page().textContent).toContain('No note of this base has a value in "owner". Open the options of this view and choose another property under Sponsor.');
    expect(shown()).toHaveLength(2);
  });

  test('tell values that cannot be read, by note, and no endless list of them', async () => {
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`T${index}.md`, `---\nstart: ${index === 0 ? '2027' : 'soon'}\n---\n`]));
    await withBase({}, files);
    expect(page().textContent).toContain('T1: Property "start" holds "soon".');
    expect(page().textContent).toContain('5 more values could not be read.');
  });

  test('are notes alone: properties cannot be written into other files', async () => {
    const { host, base } = await withBase({ query: ({ path }) => path.startsWith('Work/') || path.startsWith('Files/'), otherFiles: true }, { ...ROADMAP_FILES, 'Files/Plan.pdf': '%PDF-1.7', 'Files/Board.canvas': '{}' });
    expect(base.updates).toBe(1);
    expect(page().textContent).toContain('Someday');
    expect(page().textContent).not.toMatch(/Plan|Board/);
    await host.settle();
  });

  test('are none in a base that finds nothing', async () => {
    await withBase({ query: () => false });
    expect(shown()).toEqual([]);
    expect(page().textContent).not.toContain('No note of this base');
  });
});

describe('lanes', () => {
  test('are the base’s own groups where it groups', async () => {
    await withBase({ groupBy: 'note.state', config: { start: 'note.begin', end: 'note.due' } }, TASKS);
    expect(lanes()).toEqual(['property:state=open', 'property:state=shut']);
  });

  test('are the sponsors, with their commitment, where the base groups by the property that holds them', async () => {
    await withBase({ groupBy: 'note.sponsor', query: ({ path }) => path.startsWith('Work/') });
    expect(lanes()).toContain('leader=People/Ada.md');
  });

  test('are what the options say, and the base’s own groups again', async () => {
    const { base, host } = await withBase({ groupBy: 'note.status', config: { group: 'unit' }, query: ({ path }) => path.startsWith('Work/') });
    expect(lanes()).toContain('unit=lines');
    base.config.choose('group', 'base');
    await host.settle();
    expect(lanes()).toContain('status=active');
  });
});

describe('a base that changes', () => {
  test('shows notes that change, move, come and go', async () => {
    const { host } = await withBase({ query: ({ path }) => path.startsWith('Work/') });
    await host.app.fileManager.renameFile(host.file('Work/Purse.md'), 'Work/Wallet.md');
    host.changeFromOutside('Work/New.md', '---\ntype: pilot\nstart: 2027\n---\n');
    await host.settle();
    expect(shown()).toEqual(['Work/Go.md', 'Work/New.md', 'Work/Ride along.md', 'Work/Wallet.md']);
    await host.app.fileManager.trashFile(host.file('Work/New.md'));
    await host.settle();
    expect(shown()).not.toContain('Work/New.md');
  });

  test('is not written by anything but a choice of the person, and then once', async () => {
    const { host, base } = await withBase({ query: ({ path }) => path.startsWith('Work/') });
    base.update();
    base.config.choose('arrows', false);
    await host.settle();
    expect(base.config.writes).toBe(0);
    const updates = base.updates;
    await click({ host }, page().querySelector<HTMLElement>('[aria-label="One item per row"]'));
    expect(base.config.get('rows')).toBe('single');
    expect(base.config.writes).toBe(1);
    expect(base.updates).toBe(updates + 1);
    await click({ host }, page().querySelector<HTMLElement>('[aria-label="Zoom in"]'));
    expect(base.config.writes).toBe(1);
  });

  test('keeps what is drawn as it is when nothing that it shows changed', async () => {
    const { host, base } = await withBase({ query: ({ path }) => path.startsWith('Work/') });
    await click({ host }, page().querySelector<HTMLElement>('[aria-label="Zoom in"]'));
    const bar = page().querySelector('[data-id="Work/Purse.md"]');
    await host.app.vault.append(host.file('Work/Purse.md'), '\nMore text.\n');
    base.update();
    await host.settle();
    expect(bar).not.toBeNull();
    expect(page().querySelector('[data-id="Work/Purse.md"]')).toBe(bar);
  });

  test('goes with its pane and with the plugin', async () => {
    const { host, base } = await withBase();
    await host.unload();
    expect(page().childElementCount).toBe(0);
    base.update();
    expect(page().childElementCount).toBe(0);
    base.unload();
    expect(document.querySelector('.cx-roadmap-base')).toBeNull();
    expect(host.leftovers()).toEqual([]);
  });
});

describe('edits', () => {
  const roles = (ids: Partial<BaseRoles> = {}): BaseRoles => ({
    kind: 'note.type', start: 'note.start', end: 'note.end', sponsor: 'note.sponsor', competencies: 'note.competencies', units: 'note.units',
    status: 'note.status', phase: 'note.phase', progress: 'note.progress', ambition: 'note.ambition', depends_on: 'note.depends_on', ...ids,
  });
  const OWN: OwnGroups = { grouping: undefined, property: undefined, isComputed: false };
  const change = (item: Omit<ItemChange, 'path'>): RoadmapChange => ({ title: 'Change', items: [{ path: 'Work/Purse.md', ...item }] });

  test.each<readonly [told: string, Partial<BaseRoles>, OwnGroups, Omit<ItemChange, 'path'>]>([
    ['Start is shown from "formula.from"', { start: 'formula.from' }, OWN, { start: '2027' }],
    ['End is shown from "file.mtime"', { end: 'file.mtime' }, OWN, { end: null }],
    ['Depends on is shown from', { depends_on: 'formula.after' }, OWN, { addPredecessors: ['Work/Go.md'] }],
    ['Sponsor is shown from', { sponsor: 'formula.boss' }, OWN, { lane: { groupBy: 'leader', from: undefined, to: 'People/Ada.md' } }],
    ['Ambition is shown from', { ambition: 'formula.reach' }, OWN, { properties: { ambition: 'local' } }],
    ['what this base groups by cannot be written from here', {}, { grouping: 'property:folder', property: 'folder', isComputed: true }, { lane: { groupBy: 'property:folder', from: 'Work', to: 'People' } }],
  ])('of what is computed are refused: %s', async (told, ids, groups, item) => {
    const { host, context } = await withBase();
    const actions = createBaseActions(context, roles(ids), groups, () => undefined);
    expect(await actions.change(change(item))).toBe(false);
    await host.settle();
    expect(host.notices()[0]).toContain(told);
    expect(host.text('Work/Purse.md')).toBe(ROADMAP_FILES['Work/Purse.md']);
  });

  test('of one date do not ask the note for the other one that the base computes', async () => {
    const { host, context } = await withBase();
    const actions = createBaseActions(context, roles({ start: 'formula.from' }), OWN, () => undefined);
    expect(await actions.change(change({ end: '2027-06', was: { start: '2026-12-24', end: '2027-03' } }))).toBe(true);
    expect(host.text('Work/Purse.md')).toContain('\nstart: 2026-10\nend: 2027-06\n');
    expect(await actions.change(change({ end: '2027-09', was: { start: '2026-12-24', end: '2027-03' } }))).toBe(false);
    expect(host.text('Work/Purse.md')).toContain('end: 2027-06');
  });

  test('into another group of the base write what its notes hold: a link as a link, a choice as a choice', async () => {
    const files = {
      'People/Ana.md': '',
      'Tasks/Paint.md': '---\nstart: 2027\nowner: "[[Ana|Boss]]" # who else\nurgent: true\n---\n',
      'Tasks/Sweep.md': '---\nstart: 2027\nowner: "[[Ben]]"\nurgent: false\n---\n',
      'Tasks/Wash.md': '---\nstart: 2027\nowner: ["[[Ana]]", "[[Ben]]"]\n---\n',
    };
    const query = ({ path }: { readonly path: string }): boolean => path.startsWith('Tasks/');
    const owners = await withBase({ query, groupBy: 'note.owner' }, files);
    const into = async (shownBase: ShownBase, path: string, lane: string): Promise<void> => {
      const bar = [...shownBase.base.containerEl.querySelectorAll<HTMLElement>('[data-id]')].find(({ dataset }) => dataset['id'] === path);
      bar?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
      await shownBase.host.settle();
      await click(shownBase, menuItem(`Move to ${lane}`));
    };
    await into(owners, 'Tasks/Sweep.md', 'Boss');
    expect(owners.host.text('Tasks/Sweep.md')).toContain('owner: "[[Ana|Boss]]"\n');
    await into(owners, 'Tasks/Paint.md', 'Ana, Ben');
    expect(owners.host.text('Tasks/Paint.md')).toBe(files['Tasks/Paint.md']);
    expect(owners.host.notices().at(-1)).toContain('stands for several values');
    await into(owners, 'Tasks/Wash.md', 'Boss');
    expect(owners.host.text('Tasks/Wash.md')).toBe(files['Tasks/Wash.md']);
    owners.base.unload();
    const urgent = { ...owners, base: await owners.host.openBase(VIEW_TYPES.roadmap, { query, groupBy: 'note.urgent' }) };
    await into(urgent, 'Tasks/Paint.md', 'false');
    expect(owners.host.text('Tasks/Paint.md')).toContain('urgent: false\n');
  });

  test('of dates are written into the properties that the base names', async () => {
    const { host, context } = await withBase({}, TASKS);
    const actions = createBaseActions(context, roles({ start: 'note.begin', end: 'note.due', depends_on: 'note.after' }), OWN, () => undefined);
    expect(await actions.change({ title: 'Move', items: [{ path: 'Tasks/Paint.md', start: '2027-02-10', end: '2027-04' }] })).toBe(true);
    await host.settle();
    expect(host.text('Tasks/Paint.md')).toBe('---\nbegin: 2027-02-10\ndue: 2027-04\nstate: open\n---\n');
  });

  test('link notes that are none of the playbook’s, and part them', async () => {
    const { host, context } = await withBase({}, TASKS);
    const actions = createBaseActions(context, roles({ depends_on: 'note.after' }), OWN, () => undefined);
    expect(await actions.change({ title: 'Link', items: [{ path: 'Tasks/Paint.md', addPredecessors: ['Tasks/Sweep.md'] }] })).toBe(true);
    expect(host.text('Tasks/Paint.md')).toContain('after:\n  - "[[Sweep]]"\n');
    expect(await actions.change({ title: 'Part', items: [{ path: 'Tasks/Sweep.md', removePredecessors: ['Tasks/Paint.md'] }] })).toBe(true);
    expect(host.text('Tasks/Sweep.md')).toContain('after:\n---');
  });

  test('by quick keys are planned on what the base shows after the one before', async () => {
    const { host } = await withBase({ query: ({ path }) => path.startsWith('Work/'), config: { zoom: 'month' } });
    const bar = [...page().querySelectorAll<HTMLElement>('[data-id]')].find(({ dataset }) => dataset['id'] === 'Work/Purse.md');
    await click({ host }, bar);
    for (const [key, altKey] of [['ArrowRight', true], ['Home', false], ['ArrowRight', true], ['Home', false]] as const) {
      bar?.dispatchEvent(new KeyboardEvent('keydown', { key, altKey, bubbles: true, cancelable: true }));
    }
    await host.settle();
    expect(host.notices().filter((notice) => notice.includes('meanwhile'))).toEqual([]);
    expect(host.text('Work/Purse.md')).toContain('start: 2026-12\nend: 2027-05\n');
  });

  test('that add a note hand its properties to the base', async () => {
    const shownBase = await withBase({ query: ({ path }) => !path.includes('Journey') });
    await click(shownBase, page().querySelector<HTMLElement>('[aria-label="New item"]'));
    await click(shownBase, menuItem('New pilot'));
    expect(shownBase.host.text('New pilot.md')).toBe('---\ntype: "pilot"\n---\n');
    expect(page().textContent).toContain('New pilot');
  });

  test('that cannot add a note say why', async () => {
    const shownBase = await withBase({ query: ({ path }) => !path.includes('Journey') });
    shownBase.host.app.vault.create = () => Promise.reject(new Error('disk full'));
    await click(shownBase, page().querySelector<HTMLElement>('[aria-label="New item"]'));
    await click(shownBase, menuItem('New pilot'));
    expect(shownBase.host.notices()).toEqual(['No note was created: disk full. Create it from the toolbar of the base.']);
  });

  test('that draw a note into a lane give it the lane’s value', async () => {
    const { context } = await withBase();
    const { app } = context;
    const drawn = (lane: NonNullable<NewItem['lane']>, ids: Partial<BaseRoles> = {}) => newItemProperties(app, { kind: 'pilot', start: '2027-01', end: undefined, lane }, roles(ids));
    expect(drawn({ groupBy: 'leader', to: 'People/Ada.md' })).toEqual({ type: 'pilot', start: '2027-01', sponsor: ['[[Ada]]'] });
    expect(drawn({ groupBy: 'competency', to: 'employee-engagement' })).toMatchObject({ competencies: ['employee-engagement'] });
    expect(drawn({ groupBy: 'unit', to: 'Lines' }, { units: 'note.team' })).toMatchObject({ team: ['Lines'] });
    expect(drawn({ groupBy: 'status', to: 'idea' }, { status: 'formula.status', start: 'formula.start' })).toEqual({ type: 'pilot' });
    expect(drawn({ groupBy: 'property:area', to: 'North' })).toMatchObject({ area: 'North' });
    const grouped = (valueOf: (name: string) => unknown) => newItemProperties(app, { kind: 'pilot', start: undefined, end: undefined, lane: { groupBy: 'property:owner', to: 'Boss' } }, roles(), valueOf);
    expect(grouped(() => '[[Ana|Boss]]')).toEqual({ type: 'pilot', owner: '[[Ana|Boss]]' });
    expect(grouped(() => undefined)).toEqual({ type: 'pilot' });
  });
});

describe('a vault without bases', () => {
  test('gets the rest of the plugin', async () => {
    const { host } = await hostWith([registerRoadmapBase, registerEdits], { files: ROADMAP_FILES, bases: false });
    await expect(host.openBase(VIEW_TYPES.roadmap)).rejects.toThrow('No view of bases');
    await host.unload();
    expect(host.leftovers()).toEqual([]);
  });
});

describe('options of the view', () => {
  test('name a property for every role, and the look', async () => {
    const { base } = await withBase();
    const options = base.options().flatMap((option) => (option.type === 'group' ? option.items : [option]));
    expect(options.flatMap((option) => (option.type === 'property' ? [`${option.key} ${option.default ?? ''}`] : []))).toEqual([
      'start note.start', 'end note.end', 'sponsor note.sponsor', 'competencies note.competencies', 'units note.units', 'status note.status',
      'phase note.phase', 'progress note.progress', 'ambition note.ambition', 'depends_on note.depends_on', 'kind note.type',
    ]);
    expect(options.flatMap(({ type, key }) => (type === 'property' ? [] : [key]))).toEqual(['group', 'rows', 'zoom', 'commitment', 'arrows', 'dropped']);
  });
});
