/** Saved views and menus of the roadmap: kept with the personal settings, shown as menus of the app. */
import { describe, expect, test } from 'vitest';
import { readKeptViews } from '../../src/obsidian/kept-views.js';
import { registerRoadmap } from '../../src/obsidian/roadmap-view.js';
import { createSavedViews } from '../../src/obsidian/saved-views.js';
import { createShowMenu } from '../../src/obsidian/show-menu.js';
import { DEFAULT_CHOICE, type RoadmapChoice } from '../../src/roadmap/roadmap-choice.js';
import type { SavedViews } from '../../src/views/roadmap-actions.js';
import { hostWith, type FeatureHost } from './feature-host.js';
import { click, menuItem, ROADMAP_FILES } from './roadmap-files.js';

const LEADERS: RoadmapChoice = { ...DEFAULT_CHOICE, groupBy: 'leader', filter: { ...DEFAULT_CHOICE.filter, gapsOnly: true } };

async function withViews(): Promise<FeatureHost & { readonly saved: SavedViews }> {
  const shown = await hostWith([registerRoadmap], { files: ROADMAP_FILES });
  return { ...shown, saved: createSavedViews(shown.context.personal) };
}

describe('saved views', () => {
  test('are kept under their names, replaced and taken away, and others hear of it', async () => {
    const { host, saved } = await withViews();
    let heard = 0;
    const stop = saved.subscribe(() => heard++);
    saved.save('  Board  ', LEADERS);
    saved.save('Units', { ...DEFAULT_CHOICE, groupBy: 'unit' });
    saved.save('Board', { ...LEADERS, rows: 'single' });
    await host.settle();
    expect(saved.list()).toEqual([{ name: 'Board', choice: { ...LEADERS, rows: 'single' } }, { name: 'Units', choice: { ...DEFAULT_CHOICE, groupBy: 'unit' } }]);
    expect(host.savedData('cx-playbook')).toMatchObject({ roadmapViews: [{ name: 'Board', choice: { group: 'leader', gaps: true, rows: 'single' } }, { name: 'Units', choice: { group: 'unit' } }] });
    saved.remove('Board');
    stop();
    saved.save('More', DEFAULT_CHOICE);
    await host.settle();
    expect(saved.list().map(({ name }) => name)).toEqual(['Units', 'More']);
    expect(heard).toBe(4);
  });

  test('give the same list until it changes', async () => {
    const { saved } = await withViews();
    saved.save('Board', LEADERS);
    expect(saved.list()).toBe(saved.list());
  });

  test('have a name and an end', async () => {
    const { host, saved } = await withViews();
    saved.save('   ', LEADERS);
    for (let number = 0; number <= 50; number++) saved.save(`View ${number}`, DEFAULT_CHOICE);
    await host.settle();
    expect(saved.list()).toHaveLength(50);
    expect(host.notices()).toEqual(['Nothing was saved: 50 views are kept already. Remove one first.']);
  });

  test('tell when they cannot be written', async () => {
    const { host, context, saved } = await withViews();
    context.plugin.saveData = () => Promise.reject(new Error('disk full'));
    saved.save('Board', LEADERS);
    await host.settle();
    expect(host.notices()[0]).toContain('The saved views were not written: disk full.');
  });

  test('from a damaged file lose only what is damaged', () => {
    const read = readKeptViews([
      { name: 'Good', choice: { group: 'leader', unit: ['A', 'B'], zoom: 3, gaps: true } },
      { name: 'Good', choice: { group: 'unit' } },
      { name: 7, choice: {} },
      { name: ' ', choice: {} },
      'text',
      null,
      { name: 'x'.repeat(500), choice: { search: 'y'.repeat(100_000), kind: [{}], collapsed: ['a'], rows: { a: 1 } } },
      { name: 'No choice' },
    ]);
    expect(read).toEqual([
      { name: 'Good', choice: { group: 'leader', unit: ['A', 'B'], zoom: 3, gaps: true } },
      { name: 'x'.repeat(80), choice: { collapsed: ['a'] } },
    ]);
    for (const nothing of [undefined, null, 'views', { name: 'x' }, 7]) expect(readKeptViews(nothing)).toEqual([]);
    expect(readKeptViews(Array.from({ length: 90 }, (_, index) => ({ name: `${index}`, choice: [] })))).toHaveLength(50);
  });
});

describe('menus', () => {
  test('show their lines in groups, checked and disabled, and run the one that is chosen', async () => {
    const { host } = await withViews();
    const ran: string[] = [];
    const button = document.body.createEl('button');
    const showMenu = createShowMenu(() => document);
    button.focus();
    showMenu(
      [
        { title: 'First', icon: 'map', startsGroup: true, run: () => ran.push('first') },
        { title: 'Checked', icon: 'map', startsGroup: true, isChecked: true, run: () => ran.push('checked') },
        { title: 'Off', icon: 'map', isDisabled: true, run: () => ran.push('off') },
        { title: 'Danger', icon: 'map', isWarning: true, run: () => ran.push('danger') },
      ],
      button,
    );
    expect(document.querySelectorAll('.menu .menu-separator')).toHaveLength(1);
    expect(menuItem('Checked').getAttribute('aria-checked')).toBe('true');
    expect(menuItem('First').hasAttribute('aria-checked')).toBe(false);
    expect(menuItem('Danger').hasClass('is-warning')).toBe(true);
    await click({ host }, menuItem('Off'));
    await click({ host }, menuItem('Checked'));
    expect(ran).toEqual(['checked']);
    expect(document.querySelector('.menu')).toBeNull();
    button.remove();
  });

  test('give the focus back when they are left by key', async () => {
    const { host } = await withViews();
    const button = document.body.createEl('button');
    button.focus();
    createShowMenu(() => document)([{ title: 'Only', icon: 'map', run: () => undefined }], { x: 5, y: 5 });
    button.blur();
    await host.press('Escape');
    expect(document.querySelector('.menu')).toBeNull();
    expect(document.activeElement).toBe(button);
    button.remove();
  });

  test('stand in the window that was asked', async () => {
    const { host } = await withViews();
    const leaf = host.app.workspace.openPopoutLeaf();
    const doc = leaf.view.containerEl.ownerDocument;
    createShowMenu(() => doc)([{ title: 'Only', icon: 'map', run: () => undefined }], { x: 5, y: 5 });
    expect(document.querySelector('.menu')).toBeNull();
    expect(doc.querySelector('.menu')?.textContent).toBe('Only');
  });
});
