import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
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
