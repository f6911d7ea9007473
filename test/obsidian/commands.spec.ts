import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { DESKTOP_COMMANDS, PLUGIN_COMMANDS } from '../../docs/plugin-page.js';
import { CxPlaybookPlugin } from '../../src/obsidian/plugin.js';
import { createHost } from '../host/host.js';

const NOTE = '---\ntype: executive\ncommitment: suporter\n---\n# Ana\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n';

describe('the commands of the plugin', () => {
  it('are those that the docs name, in an executive’s note with conflict markers after an edit, and another that was undone', async () => {
    const host = createHost({ files: { 'Ana.md': NOTE } });
    await host.layoutReady();
    await host.load(CxPlaybookPlugin, manifest);
    for (const title of ['Ride along', 'Story']) {
      await host.run('cx-playbook:new-play');
      const field = document.querySelector<HTMLInputElement>('.modal input');
      field!.value = title;
      field!.dispatchEvent(new Event('input', { bubbles: true }));
      await host.settle();
      document.querySelector<HTMLButtonElement>('.modal .mod-cta')?.click();
      await host.settle();
    }
    await host.run('cx-playbook:undo-edits');
    await host.open('Ana.md');
    const named = PLUGIN_COMMANDS.map(([id, name]) => ({ id: `cx-playbook:${id}`, name: `CX Playbook: ${name}` }));
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    expect([...host.commands()].sort(byId)).toEqual([...named].sort(byId));
    await host.unload();
    expect(host.leftovers()).toEqual([]);
  });

  it('name the words that the palette shows once, for a person to tell them apart', () => {
    const names = [...PLUGIN_COMMANDS, ...DESKTOP_COMMANDS].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('settings changed elsewhere', () => {
  it('reach the plugin', async () => {
    const host = createHost({ files: { 'Ana.md': NOTE } });
    await host.layoutReady();
    await host.load(CxPlaybookPlugin, manifest, { data: { version: 1, showStatusBar: true } });
    const page = await host.openSettings();
    await host.changeDataFromOutside('cx-playbook', { version: 1, showStatusBar: false });
    expect(page.querySelector<HTMLInputElement>('[aria-label="Show the number of findings in the status bar"]')?.checked).toBe(false);
  });
});

describe('who switches the plugin on', () => {
  const overviews = (host: ReturnType<typeof createHost>): number => host.app.workspace.getLeavesOfType('cx-playbook-overview').length;

  it('sees the overview in a vault without a playbook', async () => {
    const host = createHost({ files: { 'Diary.md': 'x' } });
    await host.layoutReady();
    await host.load(CxPlaybookPlugin, manifest, { userEnable: true });
    expect(overviews(host)).toBe(1);
  });

  it('is left alone when the app merely starts', async () => {
    const host = createHost({ files: { 'Diary.md': 'x' } });
    await host.load(CxPlaybookPlugin, manifest);
    await host.layoutReady();
    expect(overviews(host)).toBe(0);
  });
});
