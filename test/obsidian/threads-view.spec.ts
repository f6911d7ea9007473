import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { registerAnnotate } from '../../src/obsidian/annotate.js';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import { openView, VIEW_TYPES } from '../../src/obsidian/open-view.js';
import { threadPath, threadText } from './annotation-files.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const FIRST = threadPath('00000001');
const SECOND = threadPath('00000002');
const FILES = {
  'Ana.md': '# Ana\n\nWe will cut the programme in Q3.\n',
  'Bo.md': '# Bo\n\nAll is well here.\n',
  [FIRST]: threadText('00000001', { quote: 'cut the programme', said: 'Is this decided?' }),
  [SECOND]: threadText('00000002', { quote: 'well here', target: 'Bo', said: 'Says who?' }),
};

async function start(): Promise<FeatureHost> {
  const shown = await hostWith([registerEdits, registerAnnotate], { files: FILES });
  await shown.host.open('Ana.md');
  await shown.host.run('cx-playbook:open-annotations');
  return shown;
}

function pane({ host }: FeatureHost): HTMLElement {
  const [leaf] = host.app.workspace.getLeavesOfType(VIEW_TYPES.annotations);
  if (leaf === undefined) throw new Error('The annotations are not open.');
  return leaf.view.containerEl;
}

function find(within: HTMLElement, words: string): HTMLElement {
  const found = [...within.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent === words);
  if (found === undefined) throw new Error(`No button "${words}".`);
  return found;
}

function press(within: HTMLElement, words: string): void {
  find(within, words).click();
}

async function typeReply(shown: FeatureHost, text: string): Promise<void> {
  const field = pane(shown).querySelector('textarea')!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await shown.host.settle();
}

afterEach(() => void vi.unstubAllGlobals());

describe('the list of annotations', () => {
  it('stands at the right, once, and follows the note in front', async () => {
    const shown = await start();
    await shown.host.run('cx-playbook:open-annotations');
    const leaves = shown.host.app.workspace.getLeavesOfType(VIEW_TYPES.annotations);
    expect([leaves.length, leaves[0]?.getRoot() === shown.host.app.workspace.rightSplit]).toEqual([1, true]);
    expect([pane(shown).textContent.includes('cut the programme'), pane(shown).textContent.includes('well here')]).toEqual([true, false]);
    await shown.host.open('Bo.md');
    expect([pane(shown).textContent.includes('cut the programme'), pane(shown).textContent.includes('well here')]).toEqual([false, true]);
  });

  it('shows what changes in the vault', async () => {
    const shown = await start();
    shown.host.changeFromOutside(FIRST, threadText('00000001', { quote: 'cut the programme', said: 'Really?' }));
    await shown.host.settle();
    expect(pane(shown).textContent).toContain('Really?');
    shown.host.changeFromOutside(FIRST, undefined);
    await shown.host.settle();
    expect(pane(shown).textContent).not.toContain('cut the programme');
  });

  it('shows one thread on demand, of another note too, and keeps the choice with the pane', async () => {
    const shown = await start();
    await openView(shown.host.app, 'annotations', { thread: SECOND });
    await shown.host.settle();
    expect(pane(shown).textContent).toContain('Says who?');
    const [leaf] = shown.host.app.workspace.getLeavesOfType(VIEW_TYPES.annotations);
    expect(leaf?.getViewState().state).toMatchObject({ scope: 'vault' });
    expect(leaf?.getViewState().state).not.toHaveProperty('thread');
  });

  it('works in a window of its own, where a reply that is being written goes along', async () => {
    const shown = await start();
    shown.context.personal.setOnDevice('authorName', 'Ana Ruiz');
    const { workspace } = shown.host.app;
    const [leaf] = workspace.getLeavesOfType(VIEW_TYPES.annotations);
    press(pane(shown), 'Reply');
    await shown.host.settle();
    await typeReply(shown, 'By the board, in March.');
    workspace.moveLeafToPopout(leaf!);
    await shown.host.settle();
    expect(pane(shown).ownerDocument).not.toBe(document);
    expect(pane(shown).querySelector('textarea')?.value).toBe('By the board, in March.');
    press(pane(shown), 'Reply and resolve');
    await shown.host.settle();
    expect(shown.host.text(FIRST)).toContain('Ana Ruiz · resolved\nBy the board, in March.\n');
    expect([...pane(shown).querySelectorAll('[role="status"]')].map(({ textContent }) => textContent)).toContain('Resolved.');
  });

  it('goes on with the note that was in front, and its selection, in a window of its own', async () => {
    const LOST = threadPath('00000003');
    const shown = await hostWith([registerEdits, registerAnnotate], { files: { ...FILES, [LOST]: threadText('00000003', { quote: 'the ferry that nobody knows', said: 'Which one?' }) } });
    shown.context.personal.setOnDevice('authorName', 'Ana Ruiz');
    const { editor } = await shown.host.open('Ana.md');
    editor.blur();
    editor.setSelection({ line: 2, ch: 0 }, { line: 2, ch: 7 });
    await shown.host.run('cx-playbook:open-annotations');
    const { workspace } = shown.host.app;
    const [leaf] = workspace.getLeavesOfType(VIEW_TYPES.annotations);
    workspace.moveLeafToPopout(leaf!);
    workspace.setActiveLeaf(leaf!, { focus: true });
    await shown.host.settle();
    expect([pane(shown).textContent.includes('cut the programme'), pane(shown).textContent.includes('well here')]).toEqual([true, false]);
    press(pane(shown), 'Re-anchor to selection');
    await shown.host.settle();
    expect([shown.host.notices().filter((told) => told.includes('Open the note')), shown.host.text(LOST)?.includes('quote: "We will"')]).toEqual([[], true]);
    await shown.host.app.fileManager.trashFile(shown.host.file('Ana.md'));
    await shown.host.settle();
    expect(pane(shown).textContent).toContain('No note is open');
  });

  it('asks in the window in which somebody works, and gives the focus back there', async () => {
    const shown = await start();
    const [leaf] = shown.host.app.workspace.getLeavesOfType(VIEW_TYPES.annotations);
    shown.host.app.workspace.moveLeafToPopout(leaf!);
    await shown.host.settle();
    const { ownerDocument } = pane(shown);
    // The app points these at the window in front.
    vi.stubGlobal('activeDocument', ownerDocument);
    const resolve = find(pane(shown), 'Resolve');
    resolve.focus();
    resolve.click();
    await shown.host.settle();
    expect([document.querySelector('.modal'), ownerDocument.activeElement]).toEqual([null, ownerDocument.querySelector('.modal input')]);
    await shown.host.press('Escape');
    expect([ownerDocument.querySelector('.modal'), ownerDocument.activeElement, shown.host.text(FIRST)?.includes('resolved')]).toEqual([null, resolve, false]);
  });

  it('keeps a reply that was not sent when the pane is closed', async () => {
    const shown = await start();
    press(pane(shown), 'Reply');
    await shown.host.settle();
    await typeReply(shown, 'Half a thought');
    shown.host.app.workspace.detachLeavesOfType(VIEW_TYPES.annotations);
    await shown.host.run('cx-playbook:open-annotations');
    expect(pane(shown).querySelector('textarea')?.value).toBe('Half a thought');
  });

  it('can be read by everybody', async () => {
    const shown = await start();
    const { violations } = await axe.run(pane(shown), { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  it('goes with the plugin', async () => {
    const shown = await start();
    await shown.host.unload();
    expect(shown.host.leftovers()).toEqual([]);
  });
});
