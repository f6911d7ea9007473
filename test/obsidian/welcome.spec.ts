import { ItemView } from 'obsidian';
import { describe, expect, it } from 'vitest';
import type { Feature } from '../../src/obsidian/plugin-context.js';
import { welcome } from '../../src/obsidian/welcome.js';
import { hostWith } from './feature-host.js';

class Overview extends ItemView {
  override getViewType(): string {
    return 'cx-playbook-overview';
  }

  override getDisplayText(): string {
    return 'Overview';
  }
}

const registerOverview: Feature = ({ plugin }) => plugin.registerView('cx-playbook-overview', (leaf) => new Overview(leaf));
const EXECUTIVE = { 'Ana.md': '---\ntype: executive\n---\n' };

describe('the welcome', () => {
  it('opens the overview in a vault without a playbook, exactly once', async () => {
    const { host, context } = await hostWith([registerOverview], { files: { 'Diary.md': 'x' } });
    const open = (): number => host.app.workspace.getLeavesOfType('cx-playbook-overview').length;
    await welcome(context);
    await host.settle();
    expect(open()).toBe(1);
    expect(host.savedData('cx-playbook')).toEqual({ version: 1, welcomed: true });
    host.app.workspace.detachLeavesOfType('cx-playbook-overview');
    await welcome(context);
    await host.settle();
    expect(open()).toBe(0);
  });

  it('leaves a vault alone that has a playbook', async () => {
    const { host, context } = await hostWith([registerOverview], { files: EXECUTIVE });
    await welcome(context);
    await host.settle();
    expect(host.app.workspace.getLeavesOfType('cx-playbook-overview')).toHaveLength(0);
    expect(host.savedData('cx-playbook')).toBeUndefined();
  });

  it('shows the overview that is open already, and no second one', async () => {
    const { host, context } = await hostWith([registerOverview], {});
    await host.app.workspace.getLeaf('tab').setViewState({ type: 'cx-playbook-overview' });
    await host.settle();
    await welcome(context);
    await host.settle();
    expect(host.app.workspace.getLeavesOfType('cx-playbook-overview')).toHaveLength(1);
  });

  it('opens nothing when the plugin goes meanwhile', async () => {
    const { host, context } = await hostWith([registerOverview], {});
    const welcomed = welcome(context);
    await host.unload();
    await welcomed;
    await host.settle();
    expect(host.app.workspace.getLeavesOfType('cx-playbook-overview')).toHaveLength(0);
  });
});
