import { Plugin, type PluginManifest } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { LONGEST_AUTHOR_NAME } from '../../src/obsidian/device-settings.js';
import { PERSONAL_DEFAULTS, PersonalSettings } from '../../src/obsidian/personal-settings.js';
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

class ReadOnlyPlugin extends KeepingPlugin {
  override saveData(): Promise<void> {
    return Promise.reject(new Error('disk full'));
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
    const { personal } = await start({ version: 1, lintInEditor: 'no', showStatusBar: false, writeMirrorTags: null });
    expect(personal.values).toEqual({ ...PERSONAL_DEFAULTS, showStatusBar: false });
  });

  it('keep what a newer version wrote, its number too', async () => {
    const { host, personal } = await start({ version: 3, showStatusBar: true, favourites: ['x'], lintInEditor: false });
    await personal.set('showStatusBar', false);
    expect(host.savedData('cx-playbook')).toEqual({ version: 3, showStatusBar: false, favourites: ['x'], lintInEditor: false });
  });

  it('save changes made at once in their order, each of them', async () => {
    const { host, personal } = await start();
    await Promise.all([personal.set('showStatusBar', false), personal.set('lintInEditor', false), personal.set('showStatusBar', true)]);
    expect(host.savedData('cx-playbook')).toEqual({ version: 1, showStatusBar: true, lintInEditor: false });
  });

  it('save the next change after one that could not be saved', async () => {
    const { host, plugin, personal } = await start();
    plugin.trouble = new Error('disk full');
    await expect(personal.set('writeMirrorTags', true)).rejects.toThrow('disk full');
    plugin.trouble = undefined;
    await personal.set('lintInEditor', false);
    expect(host.savedData('cx-playbook')).toEqual({ version: 1, writeMirrorTags: true, lintInEditor: false });
  });

  it('take what another device wrote, tell it, and keep it with the next change', async () => {
    const { host, personal } = await start({ version: 1, showStatusBar: true });
    const heard: boolean[] = [];
    const stop = personal.subscribe(() => heard.push(personal.values.showStatusBar));
    await host.changeDataFromOutside('cx-playbook', { version: 1, showStatusBar: false });
    stop();
    await personal.set('lintInEditor', false);
    expect(heard).toEqual([false]);
    expect(host.savedData('cx-playbook')).toEqual({ version: 1, showStatusBar: false, lintInEditor: false });
  });

  it('stay as they are while the file is half written', async () => {
    const { plugin, personal } = await start({ version: 1, showStatusBar: false });
    plugin.trouble = new SyntaxError('Unexpected end of JSON input');
    await personal.reload();
    expect(personal.values.showStatusBar).toBe(false);
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

describe('the name of the person', () => {
  const again = async (host: Host): Promise<PersonalSettings> => {
    await host.unload();
    return (await host.load(KeepingPlugin, MANIFEST)).personal!;
  };

  it('stays on the device, and out of the file that a team shares', async () => {
    const { host, personal } = await start();
    const heard: string[] = [];
    personal.subscribe(() => heard.push(personal.values.authorName));
    personal.setOnDevice('authorName', 'Raj Patel');
    expect([heard, host.savedData('cx-playbook')]).toEqual([['Raj Patel'], undefined]);
    expect((await again(host)).values.authorName).toBe('Raj Patel');
  });

  it('moves there from the file of an older version, and leaves all else in it', async () => {
    const { host, personal } = await start({ version: 1, authorName: 'Raj', favourites: ['x'], lintInEditor: false });
    expect([personal.values.authorName, personal.values.lintInEditor]).toEqual(['Raj', false]);
    expect(host.savedData('cx-playbook')).toEqual({ version: 1, favourites: ['x'], lintInEditor: false });
    await personal.set('showStatusBar', false);
    expect(host.savedData('cx-playbook')).toEqual({ version: 1, favourites: ['x'], lintInEditor: false, showStatusBar: false });
    expect((await again(host)).values.authorName).toBe('Raj');
  });

  it.each(['Raj', ''])('given here as "%s" gives way to no name that comes with the file', async (name) => {
    const { host, personal } = await start();
    personal.setOnDevice('authorName', name);
    await host.changeDataFromOutside('cx-playbook', { version: 1, authorName: 'Ana' });
    expect(personal.values.authorName).toBe(name);
    expect([(await again(host)).values.authorName, host.savedData('cx-playbook')]).toEqual([name, { version: 1 }]);
  });

  it('is used, and moved at a later start, where the file cannot be written', async () => {
    const { host, personal } = await start({ version: 1, authorName: 'Raj' }, ReadOnlyPlugin);
    expect([personal.values.authorName, host.savedData('cx-playbook')]).toEqual(['Raj', { version: 1, authorName: 'Raj' }]);
    expect([(await again(host)).values.authorName, host.savedData('cx-playbook')]).toEqual(['Raj', { version: 1 }]);
  });

  it('is cut where it is too long, and none where it is no text', async () => {
    expect((await start({ authorName: 'x'.repeat(5000) })).personal.values.authorName).toHaveLength(LONGEST_AUTHOR_NAME);
    const { host, personal } = await start({ authorName: 7 });
    expect([personal.values.authorName, host.savedData('cx-playbook')]).toEqual(['', {}]);
  });
});
