/** The two views in the app: opened, found again, alive, in any window, gone with the plugin. */
import { MarkdownView } from 'obsidian';
import { describe, expect, test } from 'vitest';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import { registerFindings, FindingsView } from '../../src/obsidian/findings-view.js';
import { openView, VIEW_TYPES } from '../../src/obsidian/open-view.js';
import { registerOverview } from '../../src/obsidian/overview-view.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const ANA = '---\ntype: executive\nrole: CEO\ncommitment: supporter\n---\n## Why\nGuests wait.\n\n## Reinforce\nWeekly board.\n';

const FILES = {
  'People/Ana.md': ANA,
  // Line ends of another system: an editor counts each as one unit.
  'Work/Purse.md': '---\r\ntype: initiative\r\nstatus: onging\r\n---\r\n## Why\r\nGuests wait.\r\n',
};

const withViews = (files: Readonly<Record<string, string>> = FILES): Promise<FeatureHost> => hostWith([registerOverview, registerFindings, registerEdits], { files });

function within(selector: string, words: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>(`${selector} :is(button, summary, [role="treeitem"])`)].find((each) => each.textContent.includes(words));
  if (found === undefined) throw new Error(`Nothing in "${selector}" says "${words}": ${document.querySelector(selector)?.textContent ?? 'not there'}`);
  return found;
}

const OVERVIEW = '.workspace-leaf-content[data-type="cx-playbook-overview"]';
const FINDINGS = '.workspace-leaf-content[data-type="cx-playbook-findings"]';

async function click({ host }: FeatureHost, element: HTMLElement, modifiers: MouseEventInit = {}): Promise<void> {
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...modifiers }));
  await host.settle();
}

function findingsView({ host }: FeatureHost): FindingsView {
  const view = host.app.workspace.getLeavesOfType(VIEW_TYPES.findings)[0]?.view;
  if (!(view instanceof FindingsView)) throw new Error('The findings are not open.');
  return view;
}

describe('opening', () => {
  test('shows the overview as a tab and the findings at the side, once each, by command and by ribbon', async () => {
    const shown = await withViews();
    const { host } = shown;
    await host.run('cx-playbook:open-overview');
    expect(document.querySelector(`.mod-root ${OVERVIEW}`)?.textContent).toContain('Who stands where');
    await click(shown, host.ribbon.querySelector<HTMLElement>('[aria-label="Open playbook"]')!);
    await host.run('cx-playbook:open-findings');
    await host.run('cx-playbook:open-findings');
    expect(document.querySelector(`.mod-right-split ${FINDINGS}`)?.textContent).toContain('Section "Model" is missing.');
    expect([VIEW_TYPES.overview, VIEW_TYPES.findings].map((type) => host.app.workspace.getLeavesOfType(type).length)).toEqual([1, 1]);
  });

  test('finds a tab that was restored and not looked at yet', async () => {
    const { host } = await withViews();
    const leaf = await host.restoreTab(VIEW_TYPES.findings, { groupBy: 'rule' });
    expect(leaf.isDeferred).toBe(true);
    await openView(host.app, 'findings', { groupBy: 'note', text: 'model' });
    expect(host.app.workspace.getLeavesOfType(VIEW_TYPES.findings)).toEqual([leaf]);
    expect(leaf.view.getState()).toMatchObject({ groupBy: 'note', text: 'model' });
  });

  test('leads from what is missing to those findings alone', async () => {
    const shown = await withViews();
    await shown.host.run('cx-playbook:open-findings');
    await shown.host.run('cx-playbook:open-overview');
    await click(shown, within(OVERVIEW, 'Properties that cannot be used'));
    expect(document.querySelectorAll(`${FINDINGS} .cx-finding`)).toHaveLength(1);
    expect(document.querySelector(`${FINDINGS} .cx-limit`)?.textContent).toContain('Only: Properties that cannot be used');
  });

  test('runs a command of the welcome', async () => {
    const shown = await hostWith(
      [registerOverview, ({ plugin }) => void plugin.addCommand({ id: 'new-executive', name: 'New executive', callback: () => document.body.addClass('asked-for-executive') })],
      { files: {} },
    );
    await shown.host.run('cx-playbook:open-overview');
    await click(shown, within(OVERVIEW, 'New executive'));
    expect(document.body.hasClass('asked-for-executive')).toBe(true);
    document.body.removeClass('asked-for-executive');
    await click(shown, within(OVERVIEW, 'Create starter playbook'));
    expect(shown.host.notices()).toEqual(['Nothing was done. Run the command from the command palette.']);
  });
});

describe('notes', () => {
  test('open at the place of a finding, whatever their line ends', async () => {
    const shown = await withViews();
    await shown.host.run('cx-playbook:open-findings');
    await click(shown, within(FINDINGS, '"onging"'));
    const view = shown.host.app.workspace.getActiveViewOfType(MarkdownView);
    expect(view?.file?.path).toBe('Work/Purse.md');
    expect(view?.editor.getCursor()).toEqual({ line: 2, ch: 8 });
  });

  test('open beside the views, in a tab of their own where asked', async () => {
    const shown = await withViews();
    const { workspace } = shown.host.app;
    await shown.host.run('cx-playbook:open-overview');
    await click(shown, within(OVERVIEW, 'Ana'));
    await click(shown, within(OVERVIEW, 'Ana'));
    expect(workspace.getLeavesOfType('markdown')).toHaveLength(1);
    await click(shown, within(OVERVIEW, 'Ana'), { ctrlKey: true });
    expect(workspace.getLeavesOfType('markdown')).toHaveLength(2);
    expect(workspace.getLeavesOfType(VIEW_TYPES.overview)).toHaveLength(1);
  });

  test('that are gone are not made anew', async () => {
    const shown = await withViews();
    await shown.host.run('cx-playbook:open-overview');
    const name = within(OVERVIEW, 'Ana');
    await shown.host.app.fileManager.trashFile(shown.host.file('People/Ana.md'));
    name.click();
    await shown.host.settle();
    expect(shown.host.notices()[0]).toContain('There is no file "People/Ana.md" in this vault.');
    expect(shown.host.text('People/Ana.md')).toBeUndefined();
  });
});

describe('fixing from the list', () => {
  test('mends one finding at once, tells so, and can be undone', async () => {
    const shown = await withViews();
    await shown.host.run('cx-playbook:open-findings');
    await click(shown, document.querySelector<HTMLElement>(`${FINDINGS} .cx-finding .cx-fix`)!);
    expect(shown.host.text('People/Ana.md')).toContain('## Model');
    expect(shown.host.text('Work/Purse.md')).toBe(FILES['Work/Purse.md']);
    expect(shown.host.notices()[0]).toContain('Add a section "Model"');
    await shown.host.run('cx-playbook:undo-edits');
    expect(shown.host.text('People/Ana.md')).toBe(ANA);
  });

  test('shows what fixing all would do before it does it, for the rules and notes that are shown', async () => {
    const shown = await withViews();
    await openView(shown.host.app, 'findings', { groupBy: 'rule', rules: ['require-model'] });
    await shown.host.settle();
    await click(shown, within(FINDINGS, 'Fix all 2'));
    expect(document.querySelector('.modal')?.textContent).toContain('Ana');
    expect(shown.host.text('People/Ana.md')).toBe(ANA);
    await click(shown, [...document.querySelectorAll<HTMLElement>('.modal button')].find((each) => each.textContent.startsWith('Change 2 notes'))!);
    expect(shown.host.text('People/Ana.md')).toContain('## Model');
    expect(shown.host.text('Work/Purse.md')).toContain('## Model');
    // Another rule's finding, and not asked for.
    expect(shown.host.text('Work/Purse.md')).not.toContain('## Reinforce');
    expect(document.querySelector(FINDINGS)?.textContent).toContain('No finding matches the filters.');
  });

  test('leaves a note as it is when its finding is gone', async () => {
    const shown = await withViews();
    await shown.host.run('cx-playbook:open-findings');
    const fix = document.querySelector<HTMLElement>(`${FINDINGS} .cx-finding .cx-fix`)!;
    const mended = `${ANA}\n## Model\nRides along.\n`;
    await shown.host.app.vault.process(shown.host.file('People/Ana.md'), () => mended);
    fix.click();
    await shown.host.settle();
    expect(shown.host.text('People/Ana.md')).toBe(mended);
    expect(shown.host.notices().join(' ')).toContain('the finding is gone');
  });
});

describe('living in the app', () => {
  test('follows the vault while it is open', async () => {
    const shown = await withViews();
    await shown.host.run('cx-playbook:open-overview');
    shown.host.changeFromOutside('People/Ana.md', ANA.replace('supporter', 'advocate'));
    await shown.host.settle();
    expect(document.querySelector(`${OVERVIEW} .cx-level-advocate`)?.textContent).toContain('Ana');
  });

  test('keeps grouping and filters with the pane', async () => {
    const shown = await withViews();
    await shown.host.run('cx-playbook:open-findings');
    await click(shown, within(FINDINGS, 'Rule'));
    expect(findingsView(shown).leaf.getViewState().state).toMatchObject({ groupBy: 'rule', rules: [] });
    await findingsView(shown).setState({ groupBy: 'colour', text: 'model' }, { history: false });
    await shown.host.settle();
    expect(findingsView(shown).getState()).toMatchObject({ groupBy: 'note', text: 'model' });
    expect(document.querySelectorAll(`${FINDINGS} .cx-finding`)).toHaveLength(2);
  });

  test('works in a window of its own', async () => {
    const shown = await withViews();
    const leaf = shown.host.app.workspace.openPopoutLeaf();
    await leaf.setViewState({ type: VIEW_TYPES.findings, active: true });
    await shown.host.settle();
    const { contentEl } = findingsView(shown);
    expect(contentEl.ownerDocument).not.toBe(document);
    const rows = (): readonly HTMLElement[] => [...contentEl.querySelectorAll<HTMLElement>('[role="treeitem"]')];
    rows()[0]?.focus();
    rows()[0]?.dispatchEvent(new (contentEl.ownerDocument.defaultView ?? window).KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
    await shown.host.settle();
    expect(contentEl.ownerDocument.activeElement).toBe(rows()[1]);
  });

  test('leaves nothing behind when the plugin goes', async () => {
    const { host } = await withViews();
    await host.run('cx-playbook:open-overview');
    await host.run('cx-playbook:open-findings');
    await host.unload();
    expect(host.leftovers()).toEqual([]);
    expect(host.app.workspace.getLeavesOfType(VIEW_TYPES.overview)).toHaveLength(1);
  });
});
