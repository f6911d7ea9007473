/** The whole plugin in the app: cheap to load, alive while it runs, gone when it is unloaded. */
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json';
import { CxPlaybookPlugin } from '../../src/obsidian/plugin.js';
import { createHost, type Host } from '../host/host.js';

const EXECUTIVE = '---\ntype: executive\ncommitment: supporter\n---\n';

/** Which files were read, from here on. */
function watchReads(host: Host): string[] {
  const read: string[] = [];
  const { vault } = host.app;
  for (const name of ['read', 'cachedRead'] as const) {
    const original = vault[name].bind(vault);
    vault[name] = (file) => {
      read.push(file.path);
      return original(file);
    };
  }
  return read;
}

/** What the plugin says of the vault, as a person at a terminal asks it. */
async function findings(host: Host): Promise<readonly { readonly rule: string; readonly path: string }[]> {
  const { diagnostics } = JSON.parse(await host.cli('cx-playbook:lint', { format: 'json' })) as { diagnostics: { rule: string; path: string }[] };
  return diagnostics;
}

describe('the plugin', () => {
  test('reads nothing before the layout is ready, and then the notes of the playbook alone', async () => {
    const host = createHost({ files: { 'Ana.md': EXECUTIVE, 'Soup.md': '---\ntype: recipe\n---\n', 'Diary.md': 'Dear diary', 'cx-playbook.yml': 'rules:\n  require-why: off\n' } });
    const read = watchReads(host);
    await host.load(CxPlaybookPlugin, manifest);
    expect(read).toEqual([]);
    await host.layoutReady();
    expect((await findings(host)).map(({ rule }) => rule)).not.toContain('require-why');
    expect([...new Set(read)].sort()).toEqual(['Ana.md', 'cx-playbook.yml']);
  });

  test('keeps in step with edits, renames, deletions and a pull of many files', async () => {
    const host = createHost({ files: { 'Ana.md': '---\ntype: executive\npeers: ["[[Ben]]"]\n---\n' } });
    await host.layoutReady();
    await host.load(CxPlaybookPlugin, manifest);
    const lost = async () => (await findings(host)).filter(({ rule }) => rule === 'resolved-link').map(({ path }) => path);
    expect(await lost()).toEqual(['Ana.md']);
    for (let index = 0; index < 300; index++) host.changeFromOutside(`People/Person ${index}.md`, EXECUTIVE);
    host.changeFromOutside('Ben.md', EXECUTIVE);
    await host.settle();
    expect(await lost()).toEqual([]);
    await host.app.fileManager.renameFile(host.file('Ben.md'), 'Benjamin.md');
    await host.settle();
    expect(await lost()).toEqual(host.text('Ana.md')?.includes('[[Benjamin]]') === true ? [] : ['Ana.md']);
    await host.app.fileManager.trashFile(host.file('Benjamin.md'));
    await host.settle();
    expect(await lost()).toEqual(['Ana.md']);
  });

  test('takes new settings from cx-playbook.yml, written by whomever', async () => {
    const host = createHost({ files: { 'Ana.md': EXECUTIVE } });
    await host.layoutReady();
    await host.load(CxPlaybookPlugin, manifest);
    const rules = async () => (await findings(host)).map(({ rule }) => rule);
    expect(await rules()).toContain('require-why');
    host.changeFromOutside('cx-playbook.yml', 'rules:\n  require-why: off\n');
    await host.settle();
    expect(await rules()).not.toContain('require-why');
    host.changeFromOutside('cx-playbook.yml', undefined);
    await host.settle();
    expect(await rules()).toContain('require-why');
  });

  test('leaves nothing when it is unloaded, even in the middle of reading', async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`Person ${index}.md`, EXECUTIVE]));
    const host = createHost({ files });
    await host.load(CxPlaybookPlugin, manifest);
    const ready = host.layoutReady();
    await Promise.resolve();
    await host.unload();
    await ready;
    expect(host.leftovers()).toEqual([]);
  });

  test('starts nothing when it is unloaded before the layout is ready', async () => {
    const host = createHost({ files: { 'Ana.md': EXECUTIVE } });
    await host.load(CxPlaybookPlugin, manifest);
    await host.unload();
    const read = watchReads(host);
    await host.layoutReady();
    expect(host.leftovers()).toEqual([]);
    expect(read).toEqual([]);
  });

  test('registers nothing when it is unloaded while its settings are read', async () => {
    const host = createHost({ files: { 'Ana.md': EXECUTIVE } });
    await host.layoutReady();
    const loading = host.load(CxPlaybookPlugin, manifest);
    await host.unload();
    await loading;
    expect(host.leftovers()).toEqual([]);
  });

  test('leaves nothing after it was used', async () => {
    const host = createHost({ files: { 'Ana.md': EXECUTIVE } });
    await host.layoutReady();
    await host.load(CxPlaybookPlugin, manifest, { userEnable: true });
    await host.open('Ana.md');
    await host.run('cx-playbook:open-overview');
    await host.run('cx-playbook:open-findings');
    await host.openSettings();
    await host.closeSettings();
    host.app.workspace.detachLeavesOfType('cx-playbook-overview');
    host.app.workspace.detachLeavesOfType('cx-playbook-findings');
    await host.unload();
    expect(host.leftovers()).toEqual([]);
  });

  test('can be switched off and on again', async () => {
    const host = createHost({ files: { 'Ana.md': EXECUTIVE } });
    await host.layoutReady();
    await host.load(CxPlaybookPlugin, manifest);
    await host.unload();
    await host.load(CxPlaybookPlugin, manifest);
    expect((await findings(host)).length).toBeGreaterThan(0);
  });
});
