import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import type { PluginContext } from '../../src/obsidian/plugin-context.js';
import { createRoadmapActions } from '../../src/obsidian/roadmap-actions.js';
import { PLAYBOOK_PROPERTIES } from '../../src/notes/item-edit.js';
import { planLaneDrop } from '../../src/roadmap/lane-drop.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { planLink } from '../../src/roadmap/link-items.js';
import { planMove } from '../../src/roadmap/move-items.js';
import type { NewItem, RoadmapChange } from '../../src/roadmap/roadmap-change.js';
import type { RoadmapItem, RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import type { RoadmapActions } from '../../src/views/roadmap-actions.js';
import type { Host } from '../host/host.js';
import { hostWith } from './feature-host.js';

const A = 'Initiatives/A.md';
const B = 'Initiatives/B.md';
const GATE = 'Initiatives/Gate.md';

const FILES = {
  [A]: '---\ntype: initiative\nstart: 2026-03-03 # agreed\nend: 2026-06-09\nsponsor:\n  - "[[Ana]]"\nstatus: idea\n---\n# A\n',
  [B]: '---\r\ntype: initiative\r\nstart: 2026-06-09\r\nend: 2026-Q4\r\ndepends_on: ["[[A]]"]\r\n---\r\n# B\r\n',
  [GATE]: '---\ntype: milestone\nstart: 2026-05\n---\n# Gate\n',
  'Executives/Ana.md': '---\ntype: executive\n---\n# Ana\n',
  'Executives/Ben.md': '---\ntype: executive\n---\n# Ben\n',
};

interface Shown {
  readonly host: Host;
  readonly context: PluginContext;
  readonly actions: RoadmapActions;
  readonly layout: (groupBy?: RoadmapLayout['groupBy']) => RoadmapLayout;
  readonly item: (path: string) => RoadmapItem;
}

async function shown(files: Readonly<Record<string, string>> = FILES): Promise<Shown> {
  const { host, context } = await hostWith([registerEdits], { files });
  const layout = (groupBy: RoadmapLayout['groupBy'] = 'leader'): RoadmapLayout => {
    const { store } = context.playbook;
    if (store === undefined) throw new Error('Nothing was read.');
    return layoutRoadmap(store.playbook, { today: store.today, groupBy });
  };
  return {
    host,
    context,
    actions: createRoadmapActions(context),
    layout,
    item: (path) => {
      const all = layout();
      const found = [...all.lanes.flatMap(({ bars, milestones }) => [...bars, ...milestones]), ...all.unscheduled].find(({ id }) => id === path);
      if (found === undefined) throw new Error(`No item at "${path}".`);
      return found;
    },
  };
}

function moveOf({ layout }: Shown, ids: readonly string[], days: number, withDependents = false): RoadmapChange {
  return planMove(layout(), { ids, days, edge: 'both', withDependents }).change;
}

function dialog(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.modal');
  if (found === null) throw new Error('No dialog is open.');
  return found;
}

function field(label: string): HTMLInputElement {
  const found = [...dialog().querySelectorAll('label')].find(({ textContent }) => textContent === label);
  const control = found === undefined ? null : found.htmlFor === '' ? found.querySelector('input') : dialog().querySelector<HTMLInputElement>(`#${CSS.escape(found.htmlFor)}`);
  if (control === null) throw new Error(`No field "${label}" in: ${dialog().textContent}`);
  return control;
}

async function fill(host: Host, label: string, text: string): Promise<void> {
  const control = field(label);
  control.value = text;
  control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  await host.settle();
}

async function click(host: Host, text: string): Promise<void> {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === text);
  if (found === undefined) throw new Error(`No button "${text}".`);
  found.click();
  await host.settle();
}

describe('a change of one note', () => {
  it('is written at once, byte by byte, and the playbook knows it when that is told', async () => {
    const view = await shown();
    expect(await view.actions.change(moveOf(view, [A], 7))).toBe(true);
    expect(view.item(A)).toMatchObject({ start: '2026-03-10', end: '2026-06-16' });
    expect(view.host.text(A)).toBe(FILES[A].replace('2026-03-03', '2026-03-10').replace('2026-06-09', '2026-06-16'));
    expect(view.host.notices()[0]).toContain('Move A to 2026-03-10 – 2026-06-16: 1 note changed.');
    await view.host.settle();
    expect(view.item(A).start).toBe('2026-03-10');
  });

  it('is taken back and made again', async () => {
    const view = await shown();
    await view.actions.change(moveOf(view, [A], 7));
    const moved = view.host.text(A);
    view.actions.undo();
    await view.host.settle();
    expect(view.host.text(A)).toBe(FILES[A]);
    view.actions.redo();
    await view.host.settle();
    expect(view.host.text(A)).toBe(moved);
    await view.host.settle();
    expect(view.item(A).start).toBe('2026-03-10');
  });

  it('of a lane and of a link goes by the links of the vault', async () => {
    const view = await shown();
    const layout = view.layout();
    const lane = layout.lanes.find(({ label }) => label === 'No sponsor');
    const drop = planLaneDrop(layout, [A], lane?.id ?? '');
    const link = planLink(layout, A, GATE);
    if (!drop.ok || !link.ok) throw new Error('Nothing was planned.');
    expect([await view.actions.change(drop.change), await view.actions.change(link.change)]).toEqual([true, true]);
    expect(view.host.text(A)).toContain('sponsor: []\nstatus: idea');
    expect(view.host.text(GATE)).toBe('---\ntype: milestone\nstart: 2026-05\ndepends_on:\n  - "[[A]]"\n---\n# Gate\n');
    expect(view.item(GATE).dependsOn).toEqual([A]);
  });

  it('that changes nothing is told', async () => {
    const view = await shown();
    expect(await view.actions.change({ title: 'Move A', items: [{ path: A, start: '2026-03-03' }] })).toBe(false);
    expect(view.host.notices()).toEqual(['Move A: nothing to change.']);
  });

  it('writes what a base maps', async () => {
    const view = await shown();
    const actions = createRoadmapActions(view.context, { ...PLAYBOOK_PROPERTIES, start: 'begins' });
    await actions.change({ title: 'Start B', items: [{ path: B, start: '2027' }] });
    expect(view.host.text(B)).toBe(FILES[B].replace('depends_on: ["[[A]]"]\r\n', 'depends_on: ["[[A]]"]\r\nbegins: 2027\r\n'));
  });

  it('is previewed when nobody could see what it writes', async () => {
    const view = await shown();
    const { items } = moveOf(view, [A], 7);
    const written = view.actions.change({ title: 'Shift 1 dependent', items, withPreview: true });
    await view.host.settle();
    expect(dialog().textContent).toContain('2026-03-10');
    expect(view.host.text(A)).toBe(FILES[A]);
    await click(view.host, 'Cancel');
    expect(await written).toBe(false);
    expect(view.host.text(A)).toBe(FILES[A]);
  });

  it('merges what is asked of it twice', async () => {
    const view = await shown();
    expect(await view.actions.change({ title: 'Both', items: [{ path: A, start: '2026-03-04' }, { path: A, properties: { status: 'active' } }] })).toBe(true);
    expect(view.host.text(A)).toBe(FILES[A].replace('2026-03-03', '2026-03-04').replace('status: idea', 'status: active'));
  });

  it('loads the full reader of properties where the note needs it', async () => {
    const view = await shown({ ...FILES, [A]: '---\ntype: initiative\nstart: 2026-03-03\nmap: {a: [1, {b: c}]}\ntext: |\n  one\n  two\n---\n' });
    expect(await view.actions.change(moveOf(view, [A], 7))).toBe(true);
    expect(view.host.text(A)).toContain('start: 2026-03-10\nmap: {a: [1, {b: c}]}\ntext: |\n');
  });
});

describe('a change of several notes', () => {
  it('is previewed, and writes those that the person kept', async () => {
    const view = await shown();
    const done = view.actions.change(moveOf(view, [A], 31, true));
    await view.host.settle();
    expect(dialog().textContent).toContain('Move A to 2026-04-03 – 2026-07-10 and shift 1 dependent');
    expect([view.host.text(A), view.host.text(B)]).toEqual([FILES[A], FILES[B]]);
    await click(view.host, 'Change 2 notes');
    expect(await done).toBe(true);
    expect(view.host.text(B)).toBe(FILES[B].replace('2026-06-09', '2026-07-10'));
    expect(view.item(B)).toMatchObject({ start: '2026-07-10', end: '2026-Q4' });
    view.actions.undo();
    await view.host.settle();
    expect([view.host.text(A), view.host.text(B)]).toEqual([FILES[A], FILES[B]]);
  });

  it('writes nothing when the preview is left', async () => {
    const view = await shown();
    const done = view.actions.change(moveOf(view, [A, B], 7));
    await view.host.settle();
    await view.host.press('Escape');
    expect(await done).toBe(false);
    expect([view.host.text(A), view.host.text(B)]).toEqual([FILES[A], FILES[B]]);
  });
});

describe('what cannot be written is told, and nothing is lost', () => {
  it('of a note that is deleted while it is dragged', async () => {
    const view = await shown();
    const change = moveOf(view, [A], 7);
    view.host.changeFromOutside(A, undefined);
    await view.host.settle();
    expect(await view.actions.change(change)).toBe(false);
    expect(view.host.notices()[0]).toMatch(/no note was changed\.[^]*"Initiatives\/A\.md"[^]*does not exist/);
    expect(view.host.paths()).not.toContain(A);
  });

  it('of a file that cannot be written', async () => {
    const view = await shown();
    const change = moveOf(view, [A], 7);
    view.host.lock(A);
    expect(await view.actions.change(change)).toBe(false);
    view.host.lock(A, false);
    expect(view.host.text(A)).toBe(FILES[A]);
    expect(view.host.notices()[0]).toContain('no note was changed.');
  });

  it('of a note whose dates were changed meanwhile, with line and remedy', async () => {
    const view = await shown();
    const change = moveOf(view, [A], 7);
    const edited = FILES[A].replace('2026-06-09', '2026-12-31');
    view.host.changeFromOutside(A, edited);
    await view.host.settle();
    expect(await view.actions.change(change)).toBe(false);
    expect(view.host.text(A)).toBe(edited);
    expect(view.host.notices()[0]).toContain('"Initiatives/A.md" was not changed, line 4: "end" was changed meanwhile (2026-12-31). Look at the new dates, then try again.');
  });

  it('of a note whose lane was changed meanwhile', async () => {
    const view = await shown({ ...FILES, [B]: FILES[B].replace('start', 'status: active\r\nstart') });
    const drop = planLaneDrop(view.layout('status'), [A], 'status=active');
    if (!drop.ok) throw new Error(drop.message);
    view.host.changeFromOutside(A, FILES[A].replace('idea', 'done'));
    await view.host.settle();
    expect(await view.actions.change(drop.change)).toBe(false);
    expect(view.host.text(A)).toContain('status: done');
    expect(view.host.notices()[0]).toContain('was changed meanwhile');
  });

  it('of a note that is typed in: what is typed is saved first and stays', async () => {
    const view = await shown();
    await view.host.open(A);
    const change = moveOf(view, [A], 7);
    view.host.app.workspace.activeEditor?.editor?.replaceRange('typed ', { line: 8, ch: 0 });
    expect(await view.actions.change(change)).toBe(true);
    await view.host.flush();
    expect(view.host.text(A)).toContain('start: 2026-03-10 # agreed');
    expect(view.host.text(A)).toContain('typed # A');
  });

  it('of a note whose properties are broken', async () => {
    const view = await shown({ ...FILES, 'Broken.md': '---\ntype: [initiative\n---\n' });
    expect(await view.actions.change({ title: 'Move', items: [{ path: 'Broken.md', start: '2027' }] })).toBe(false);
    expect(view.host.notices()[0]).toMatch(/"Broken\.md" was not changed, line \d+: .+\./);
    expect(view.host.text('Broken.md')).toBe('---\ntype: [initiative\n---\n');
  });

  it('after the plugin is gone', async () => {
    const view = await shown();
    const change = moveOf(view, [A, B], 7);
    await view.host.unload();
    expect(await view.actions.change(change)).toBe(false);
    expect([view.host.text(A), view.host.text(B)]).toEqual([FILES[A], FILES[B]]);
  });
});

describe('the dialog of an item', () => {
  it('writes all that was changed in one go, to be taken back as one', async () => {
    const view = await shown();
    view.actions.edit(view.item(A));
    await view.host.settle();
    expect(field('Start').value).toBe('2026-03-03');
    // The app names its dialogs.
    const { violations } = await axe.run(dialog(), { rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'aria-dialog-name': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await fill(view.host, 'End', '2026-Q3');
    await fill(view.host, 'Status', 'active');
    await fill(view.host, 'Progress in percent', '20');
    await fill(view.host, 'Sponsor', 'Ben');
    await click(view.host, 'Save');
    expect(view.host.text(A)).toBe('---\ntype: initiative\nstart: 2026-03-03 # agreed\nend: 2026-Q3\nsponsor:\n  - "[[Ben]]"\nstatus: active\nprogress: 20\n---\n# A\n');
    expect(view.host.notices()[0]).toContain('Change A: 1 note changed.');
    view.actions.undo();
    await view.host.settle();
    expect(view.host.text(A)).toBe(FILES[A]);
  });

  it('takes dates and values away', async () => {
    const view = await shown();
    view.actions.edit(view.item(A));
    await view.host.settle();
    await fill(view.host, 'End', '');
    await fill(view.host, 'Status', '');
    await fill(view.host, 'Sponsor', '');
    await click(view.host, 'Save');
    expect(view.host.text(A)).toBe('---\ntype: initiative\nstart: 2026-03-03 # agreed\nend:\nsponsor: []\nstatus:\n---\n# A\n');
  });

  it('writes the date of a milestone where it stands', async () => {
    const view = await shown();
    view.actions.edit(view.item(GATE));
    await view.host.settle();
    expect(field('Date').value).toBe('2026-05');
    await fill(view.host, 'Date', '2026-06-01');
    await click(view.host, 'Save');
    expect(view.host.text(GATE)).toBe(FILES[GATE].replace('2026-05', '2026-06-01'));
  });

  it('writes nothing when nothing was changed, or the person changed their mind', async () => {
    const view = await shown();
    view.actions.edit(view.item(A));
    await view.host.settle();
    await click(view.host, 'Save');
    view.actions.edit(view.item(A));
    await view.host.settle();
    await fill(view.host, 'End', '2028');
    await view.host.press('Escape');
    expect([view.host.text(A), view.host.notices(), document.querySelector('.modal')]).toEqual([FILES[A], [], null]);
  });

  it('overwrites no dates that were changed while it was open', async () => {
    const view = await shown();
    view.actions.edit(view.item(A));
    await view.host.settle();
    await fill(view.host, 'End', '2026-07-01');
    const edited = FILES[A].replace('2026-06-09', '2026-12-31');
    view.host.changeFromOutside(A, edited);
    await view.host.settle();
    await click(view.host, 'Save');
    expect(view.host.text(A)).toBe(edited);
    expect(view.host.notices()[0]).toContain('"end" was changed meanwhile');
  });

  it('goes with the plugin', async () => {
    const view = await shown();
    view.actions.edit(view.item(A));
    await view.host.settle();
    await view.host.unload();
    expect([document.querySelector('.modal'), view.host.leftovers()]).toEqual([null, []]);
  });
});

describe('the dialog for a new item', () => {
  const drawn: NewItem = { kind: 'initiative', start: '2027-03-01', end: '2027-05-31', lane: { groupBy: 'leader', to: 'Executives/Ana.md' } };

  it('creates a note with the dates and the sponsor of its lane, and opens none', async () => {
    const view = await shown();
    view.actions.create(drawn);
    await view.host.settle();
    expect([field('Sponsor').value, field('Start').value, field('End').value]).toEqual(['Ana', '2027-03-01', '2027-05-31']);
    await fill(view.host, 'Title', 'Storm texts');
    expect(dialog().textContent).toContain('Will be written to Initiatives/Storm texts.md');
    await click(view.host, 'Create');
    const text = view.host.text('Initiatives/Storm texts.md') ?? '';
    expect(text).toMatch(/^---\ntype: initiative\nstart: 2027-03-01\nend: 2027-05-31\n[^]*\nsponsor:\n {2}- "\[\[Ana\]\]"\n[^]*# Storm texts\n/);
    expect(view.item('Initiatives/Storm texts.md')).toMatchObject({ start: '2027-03-01', end: '2027-05-31', sponsors: [{ name: 'Ana' }] });
    expect(view.context.playbook.result.diagnostics.filter(({ path, severity }) => path.includes('Storm') && severity === 'error')).toEqual([]);
    expect(view.host.app.workspace.getActiveFile()).toBeNull();
    view.actions.undo();
    await view.host.settle();
    expect(view.host.paths()).not.toContain('Initiatives/Storm texts.md');
    view.actions.redo();
    await view.host.settle();
    expect(view.host.text('Initiatives/Storm texts.md')).toBe(text);
  });

  it('takes the value of any lane, and opens the note where that is asked for', async () => {
    const view = await shown();
    view.actions.create({ kind: 'milestone', start: '2027-Q1', end: undefined, lane: { groupBy: 'status', to: 'active' } });
    await view.host.settle();
    expect(field('Date').value).toBe('2027-Q1');
    await fill(view.host, 'Title', 'Go');
    field('Open the note afterwards').click();
    await view.host.settle();
    await click(view.host, 'Create');
    expect(view.host.text('Initiatives/Go.md')).toMatch(/^---\ntype: milestone\nend: 2027-Q1\nphase:\nstatus: active\nsponsor: \[\]\n/);
    expect(view.host.app.workspace.getActiveFile()?.path).toBe('Initiatives/Go.md');
  });

  it('takes a lane’s value over what the template says, and the kind from the dialog alone', async () => {
    const view = await shown();
    for (const [title, groupBy, to] of [['Active', 'status', 'active'], ['Kind', 'property:type', 'pilot']] as const) {
      view.actions.create({ ...drawn, lane: { groupBy, to } });
      await view.host.settle();
      await fill(view.host, 'Title', title);
      await click(view.host, 'Create');
    }
    expect(view.host.text('Initiatives/Active.md')).toMatch(/^status: active$/m);
    expect(view.host.text('Initiatives/Kind.md')).toMatch(/^type: initiative$/m);
    expect(view.host.notices().filter((notice) => !notice.includes('created'))).toEqual([]);
  });

  it('never takes the place of another', async () => {
    const view = await shown();
    view.actions.create({ ...drawn, lane: undefined });
    await view.host.settle();
    await fill(view.host, 'Title', 'a');
    expect(dialog().textContent).toContain('so this one will be called "a 2"');
    await click(view.host, 'Create');
    expect([view.host.text(A), view.host.paths().includes('Initiatives/a 2.md')]).toEqual([FILES[A], true]);
  });

  it('creates nothing when the person changed their mind', async () => {
    const view = await shown();
    view.actions.create(drawn);
    await view.host.settle();
    await fill(view.host, 'Title', 'Storm texts');
    await click(view.host, 'Cancel');
    expect(view.host.paths()).toEqual(Object.keys(FILES).sort());
  });
});
