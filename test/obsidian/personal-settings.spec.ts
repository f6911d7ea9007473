import { Plugin, type PluginManifest } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { LONGEST_AUTHOR_NAME, PERSONAL_DEFAULTS, PersonalSettings } from '../../src/obsidian/personal-settings.js';
import { createHost, type Host } from '../host/host.js';

const MANIFEST: PluginManifest = { id: 'cx-playbook', name: 'CX Playbook', version: '0.1.0', minAppVersion: '1.13.0', author: 'Tests', description: 'Keeps settings.' };

class KeepingPlugin extends Plugin {
  personal: PersonalSettings | undefined;
  /** What the disk answers instead of data, where a spec wants trouble. */
  trouble: Error | undefined;

  override async onload(): Promise<void> {
    this.personal = await PersonalSettings.load(this);
  }

  override async loadData(): Promise<unknown> {
    if (this.trouble !== undefined) throw this.trouble;
    return super.loadData();
  }

  override async saveData(data: unknown): Promise<void> {
    if (this.trouble !== undefined) throw this.trouble;
    await super.saveData(data);
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.personal?.reload();
  }
}

class DamagedPlugin extends KeepingPlugin {
  override trouble: Error | undefined = new SyntaxError('Unexpected end of JSON input');
}

async function start(data?: unknown, type: typeof KeepingPlugin = KeepingPlugin): Promise<{ host: Host; plugin: KeepingPlugin; personal: PersonalSettings }> {
  const host = createHost();
  await host.layoutReady();
  const plugin = await host.load(type, MANIFEST, { data });
  return { host, plugin, personal: plugin.personal! };
}

describe('personal settings', () => {
  it.each([[undefined], [null], [[]], ['text'], [7], [{}]])('start with the defaults where the file holds %j', async (data) => {
    const { personal } = await start(data);
    expect(personal.values).toEqual(PERSONAL_DEFAULTS);
    expect(personal.damage).toBeUndefined();
  });

  it('lose only the values that are damaged', async () => {
    const { personal } = await start({ version: 1, authorName: 7, lintInEditor: 'no', showStatusBar: false, writeMirrorTags: null });
    expect(personal.values).toEqual({ ...PERSONAL_DEFAULTS, showStatusBar: false });
  });

  it('cut a name that is too long', async () => {
    const { personal } = await start({ authorName: 'x'.repeat(5000) });
    expect(personal.values.authorName).toHaveLength(LONGEST_AUTHOR_NAME);
  });

  it('keep what a newer version wrote, its number too', async () => {
    const { host, personal } = await start({ version: 3, authorName: 'Ana', favourites: ['x'], lintInEditor: false });
    await personal.set('authorName', 'Ben');
    expect(host.savedData('cx-playbook')).toEqual({ version: 3, authorName: 'Ben', favourites: ['x'], lintInEditor: false });
  });

  it('save changes made at once in their order, each of them', async () => {
    const { host, personal } = await start();
    await Promise.all([personal.set('authorName', 'A'), personal.set('lintInEditor', false), personal.set('authorName', 'Ana')]);
    expect(host.savedData('cx-playbook')).toEqual({ version: 1, authorName: 'Ana', lintInEditor: false });
  });

  it('save the next change after one that could not be saved', async () => {
    const { host, plugin, personal } = await start();
    plugin.trouble = new Error('disk full');
    await expect(personal.set('authorName', 'Ana')).rejects.toThrow('disk full');
    plugin.trouble = undefined;
    await personal.set('lintInEditor', false);
    expect(host.savedData('cx-playbook')).toEqual({ version: 1, authorName: 'Ana', lintInEditor: false });
  });

  it('take what another device wrote, tell it, and keep it with the next change', async () => {
    const { host, personal } = await start({ version: 1, authorName: 'Ana' });
    const heard: string[] = [];
    const stop = personal.subscribe(() => heard.push(personal.values.authorName));
    await host.changeDataFromOutside('cx-playbook', { version: 1, authorName: 'Ben', showStatusBar: false });
    stop();
    await personal.set('lintInEditor', false);
    expect(heard).toEqual(['Ben']);
    expect(host.savedData('cx-playbook')).toEqual({ version: 1, authorName: 'Ben', showStatusBar: false, lintInEditor: false });
  });

  it('stay as they are while the file is half written', async () => {
    const { plugin, personal } = await start({ version: 1, authorName: 'Ana' });
    plugin.trouble = new SyntaxError('Unexpected end of JSON input');
    await personal.reload();
    expect(personal.values.authorName).toBe('Ana');
  });

  it('start with the defaults where no program can read the file, and know why', async () => {
    const { personal } = await start(undefined, DamagedPlugin);
    expect(personal.values).toEqual(PERSONAL_DEFAULTS);
    expect(personal.damage).toBe('Unexpected end of JSON input');
  });

  it.each([
    ['authorName', 7],
    ['lintInEditor', 'yes'],
    ['welcomed', true],
    ['__proto__', 'x'],
    ['another', true],
  ])('take no %s of %j from a form', async (key, value) => {
    const { host, personal } = await start();
    await expect(personal.setFromForm(key, value)).rejects.toThrow(`No personal setting "${key}"`);
    expect(personal.values).toEqual(PERSONAL_DEFAULTS);
    expect(host.savedData('cx-playbook')).toBeUndefined();
  });
});
