import { Plugin, PluginSettingTab, type SettingDefinitionItem } from 'obsidian';
import { expect, it } from 'vitest';
import { createHost, type Host } from './host.js';
import { MANIFEST } from './tidy-plugin.js';

class SettingsPlugin extends Plugin {
  override settings: Record<string, unknown> = {};

  override async onload(): Promise<void> {
    this.settings = { on: false, name: 'Ana', months: 12, ...((await this.loadData()) as object | null) };
    this.addSettingTab(new Tab(this.app, this));
  }
}

class Tab extends PluginSettingTab {
  constructor(
    app: Plugin['app'],
    private readonly owner: SettingsPlugin,
  ) {
    super(app, owner);
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const isOn = (): boolean => this.owner.settings['on'] === true;
    return [
      { name: 'On', desc: 'Switches', aliases: ['enable'], control: { type: 'toggle', key: 'on' } },
      { name: 'Name', visible: isOn, control: { type: 'text', key: 'name', validate: (value) => (value === '' ? 'Say a name.' : undefined) } },
      {
        type: 'group',
        heading: 'Roadmap',
        items: [
          { name: 'Months', control: { type: 'number', key: 'months', min: 1, disabled: () => !isOn() } },
          { name: 'Scale', control: { type: 'dropdown', key: 'scale', defaultValue: 'month', options: { month: 'Month', year: 'Year' } } },
        ],
      },
      { type: 'page', name: 'More', items: [{ name: 'Folder', control: { type: 'folder', key: 'folder' } }] },
    ];
  }
}

async function open(): Promise<{ host: Host; el: HTMLElement; input: (name: string) => HTMLInputElement }> {
  const host = createHost({ files: { 'A/Ana.md': '' } });
  await host.layoutReady();
  await host.load(SettingsPlugin, MANIFEST);
  const el = await host.openSettings();
  return { host, el, input: (name) => el.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)! };
}

function rowOf(el: HTMLElement): HTMLElement {
  return el.closest<HTMLElement>('.setting-item')!;
}

it('shows what is stored, else the default, and saves what the user changes', async () => {
  const { host, input } = await open();
  expect(input('Name').value).toBe('Ana');
  expect(input('Scale').value).toBe('month');
  input('Scale').value = 'year';
  input('Scale').dispatchEvent(new Event('change'));
  await host.settle();
  expect(host.savedData('tidy')).toMatchObject({ scale: 'year', name: 'Ana' });
});

it('shows, hides and locks rows when another changes', async () => {
  const { host, input } = await open();
  expect(rowOf(input('Name')).style.display).toBe('none');
  expect(input('Months').disabled).toBe(true);
  input('On').click();
  await host.settle();
  expect(rowOf(input('Name')).style.display).not.toBe('none');
  expect(input('Months').disabled).toBe(false);
});

it('saves nothing that is not valid, and says why', async () => {
  const { host, input } = await open();
  input('Name').value = '';
  input('Name').dispatchEvent(new Event('input'));
  await host.settle();
  expect(rowOf(input('Name')).querySelector('.setting-item-error')?.textContent).toBe('Say a name.');
  expect(host.savedData('tidy')).toBeUndefined();
  input('Name').value = 'Bo';
  input('Name').dispatchEvent(new Event('input'));
  await host.settle();
  expect(rowOf(input('Name')).querySelector('.setting-item-error')).toBeNull();
  expect(host.savedData('tidy')).toMatchObject({ name: 'Bo' });
});

it('gives numbers for numbers', async () => {
  const { host, input } = await open();
  input('Months').value = '24';
  input('Months').dispatchEvent(new Event('input'));
  await host.settle();
  expect(host.savedData('tidy')).toMatchObject({ months: 24 });
});

it('opens pages and comes back', async () => {
  const { host, el } = await open();
  [...el.querySelectorAll<HTMLElement>('.mod-page')][0]?.click();
  expect(el.querySelector('[aria-label="Folder"]')).not.toBeNull();
  expect([...el.querySelectorAll('option')].map(({ value }) => value)).toEqual(['A']);
  el.querySelector<HTMLElement>('.setting-page-back')?.click();
  expect(el.querySelector('[aria-label="Months"]')).not.toBeNull();
  await host.closeSettings();
  expect(el.isConnected).toBe(false);
});

it('has every row in the search, before the tab was ever shown', async () => {
  const host = createHost();
  await host.load(SettingsPlugin, MANIFEST);
  expect(host.settingsSearch().map(({ name }) => name)).toEqual(['On', 'Name', 'Months', 'Scale', 'More', 'Folder']);
  expect(host.settingsSearch()[0]).toEqual({ name: 'On', desc: 'Switches', aliases: ['enable'] });
});
