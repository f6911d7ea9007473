/** The roadmap as a view of the app: opened, restored, moved to another window, alive, gone with the plugin. */
import { describe, expect, test } from 'vitest';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import { openView, VIEW_TYPES } from '../../src/obsidian/open-view.js';
import { registerOpenUri } from '../../src/obsidian/open-uri.js';
import { registerCliHandlers } from '../../src/obsidian/cli-handlers.js';
import { registerRoadmap, RoadmapItemView } from '../../src/obsidian/roadmap-view.js';
import { hostWith, type FeatureHost } from './feature-host.js';
import { click, drawnIn, ROADMAP, ROADMAP_FILES } from './roadmap-files.js';

const withRoadmap = (files = ROADMAP_FILES): Promise<FeatureHost> => hostWith([registerRoadmap, registerEdits, registerOpenUri, registerCliHandlers], { files });

function roadmapIn({ host }: FeatureHost): RoadmapItemView {
  const view = host.app.workspace.getLeavesOfType(VIEW_TYPES.roadmap)[0]?.view;
  if (!(view instanceof RoadmapItemView)) throw new Error('The roadmap is not open.');
  return view;
}

const shown = (): readonly string[] => drawnIn(document.querySelector(ROADMAP));

describe('opening', () => {
  test('shows the roadmap as one tab, by command, ribbon, link and command line', async () => {
    const { host } = await withRoadmap();
    await host.run('cx-playbook:open-roadmap');
    expect(shown()).toContain('Work/Purse.md');
    host.ribbon.querySelector<HTMLElement>('[aria-label="Open roadmap"]')?.click();
    await host.uri('cx-playbook', { view: 'roadmap' });
    expect(await host.cli('cx-playbook:open', { view: 'roadmap' })).toBe('Opened roadmap.\n');
    expect(host.app.workspace.getLeavesOfType(VIEW_TYPES.roadmap)).toHaveLength(1);
    expect(document.querySelector(`.mod-root ${ROADMAP}`)).not.toBeNull();
  });

  test('takes a restored tab that was not looked at yet, with what it was to show', async () => {
    const shownHost = await withRoadmap();
    const { host } = shownHost;
    const leaf = await host.restoreTab(VIEW_TYPES.roadmap, { group: 'leader', rows: 'single' });
    expect(leaf.isDeferred).toBe(true);
    await openView(host.app, 'roadmap');
    await host.settle();
    expect(host.app.workspace.getLeavesOfType(VIEW_TYPES.roadmap)).toEqual([leaf]);
    expect(roadmapIn(shownHost).choice).toMatchObject({ groupBy: 'leader', rows: 'single' });
    expect(document.querySelector(ROADMAP)?.textContent).toContain('Ada');
  });
});

describe('keys that the app has for itself', () => {
  test('resize the item that has the focus, and are the app’s everywhere else', async () => {
    const shownHost = await withRoadmap();
    const { host } = shownHost;
    let navigated = 0;
    for (const key of ['ArrowLeft', 'ArrowRight']) {
      host.app.scope.register(['Mod', 'Alt'], key, () => {
        navigated++;
        return false;
      });
    }
    await host.run('cx-playbook:open-roadmap');
    const { containerEl } = roadmapIn(shownHost);
    containerEl.querySelector<HTMLElement>('button')?.focus();
    await host.press('ArrowRight', { ctrlKey: true, altKey: true });
    expect(navigated).toBe(1);
    const bar = [...containerEl.querySelectorAll<HTMLElement>('[data-id]')].find(({ dataset }) => dataset['id'] === 'Work/Purse.md');
    await click({ host }, bar);
    await host.press('ArrowRight', { ctrlKey: true, altKey: true });
    await host.press('Home');
    await host.settle();
    expect(navigated).toBe(1);
    expect(host.text('Work/Purse.md')).not.toBe(ROADMAP_FILES['Work/Purse.md']);
    expect(host.text('Work/Purse.md')).toContain('end: 2027-03');
  });
});

test('quick moves by keys are planned on the notes as the one before left them', async () => {
  const shownHost = await withRoadmap();
  const { host } = shownHost;
  await host.run('cx-playbook:open-roadmap');
  const bar = [...roadmapIn(shownHost).containerEl.querySelectorAll<HTMLElement>('[data-id]')].find(({ dataset }) => dataset['id'] === 'Work/Purse.md');
  await click({ host }, bar);
  for (const [key, altKey] of [['ArrowRight', true], ['Home', false], ['ArrowRight', true], ['Home', false]] as const) {
    bar?.dispatchEvent(new KeyboardEvent('keydown', { key, altKey, bubbles: true, cancelable: true }));
  }
  await host.settle();
  expect(host.notices().filter((notice) => notice.includes('meanwhile'))).toEqual([]);
  expect(host.text('Work/Purse.md')).toContain('start: 2026-12\nend: 2027-05\n');
});

describe('what is shown', () => {
  test('stays with the pane, and only what differs from the usual is written', async () => {
    const shownHost = await withRoadmap();
    const { host } = shownHost;
    await host.run('cx-playbook:open-roadmap');
    expect(roadmapIn(shownHost).getState()).toEqual({});
    await openView(host.app, 'roadmap', { group: 'unit', gaps: true });
    await host.settle();
    expect(roadmapIn(shownHost).leaf.getViewState().state).toEqual({ group: 'unit', gaps: true });
  });

  test('is the usual where the state holds anything else', async () => {
    const shownHost = await withRoadmap();
    const { host } = shownHost;
    await host.run('cx-playbook:open-roadmap');
    await roadmapIn(shownHost).setState({ group: 7, rows: ['x'], zoom: 'huge', search: { a: 1 } }, { history: false });
    await host.settle();
    expect(roadmapIn(shownHost).getState()).toEqual({});
    expect(shown()).toContain('Work/Purse.md');
  });

  test('follows notes that change, move and go', async () => {
    const { host } = await withRoadmap();
    await host.run('cx-playbook:open-roadmap');
    await host.app.fileManager.renameFile(host.file('Work/Purse.md'), 'Work/Wallet.md');
    await host.settle();
    expect(shown()).toContain('Work/Wallet.md');
    expect(shown()).not.toContain('Work/Purse.md');
    await host.app.fileManager.trashFile(host.file('Work/Wallet.md'));
    await host.settle();
    expect(shown()).not.toContain('Work/Wallet.md');
    expect(shown()).toContain('Work/Ride along.md');
  });
});

describe('living in the app', () => {
  test('is drawn in a window of its own, and goes on when it moves there', async () => {
    const shownHost = await withRoadmap();
    const { host } = shownHost;
    await host.run('cx-playbook:open-roadmap');
    const view = roadmapIn(shownHost);
    host.app.workspace.moveLeafToPopout(view.leaf);
    await host.settle();
    expect(view.contentEl.ownerDocument).not.toBe(document);
    expect(view.contentEl.textContent).toContain('Purse');
    host.changeFromOutside('Work/Brand new.md', '---\ntype: initiative\nstart: 2027\n---\n');
    await host.settle();
    expect(view.contentEl.textContent).toContain('Brand new');
  });

  test('leaves nothing behind when the plugin goes', async () => {
    const { host } = await withRoadmap();
    await host.run('cx-playbook:open-roadmap');
    await host.unload();
    expect(host.leftovers()).toEqual([]);
  });
});
