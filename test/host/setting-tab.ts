/** A plugin's page of settings, drawn from its definitions; and what the settings search knows of it. */
import type { SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import type { HostApp } from './app.js';
import type { Plugin } from './plugin.js';
import { SettingRows } from './setting-rows.js';

/** One row that the search finds. */
export interface SearchEntry {
  readonly name: string;
  readonly desc: string;
  readonly aliases: readonly string[];
}

export class SettingTab {
  readonly containerEl: HTMLElement = createDiv({ cls: 'vertical-tab-content' });
  icon = 'settings';
  settingItems: SettingDefinitionItem[] = [];
  readonly #rows: SettingRows;
  #shown = false;
  #page: SettingDefinitionPage | undefined;
  #customPage: Pick<SettingPage, 'hide'> | undefined;

  constructor(readonly app: HostApp) {
    this.#rows = new SettingRows(this);
  }

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  /** Asks for the definitions anew; a tab on screen is drawn anew. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.#shown) this.#draw();
  }

  getControlValue(key: string): unknown;
  getControlValue(): unknown {
    return undefined;
  }

  setControlValue(key: string, value: unknown): unknown;
  setControlValue(): unknown {
    return undefined;
  }

  refreshDomState(): void {
    this.#rows.refresh();
  }

  display(): void {
    // For tabs without definitions.
  }

  hide(): void {
    this.#shown = false;
    this.#rows.clear();
    this.#customPage?.hide();
    this.containerEl.empty();
  }

  /** What the settings window does when the tab is chosen. */
  show(): void {
    this.#shown = true;
    this.#page = undefined;
    this.settingItems = this.getSettingDefinitions();
    this.#draw();
  }

  openPage(page: SettingDefinitionPage): void {
    this.#page = page;
    this.#draw();
  }

  closePage(): void {
    this.#page = undefined;
    this.#draw();
  }

  #draw(): void {
    this.#rows.clear();
    this.containerEl.empty();
    const page = this.#page;
    if (page !== undefined) {
      const back = this.containerEl.createEl('button', { cls: 'setting-page-back', text: 'Back' });
      back.addEventListener('click', () => this.closePage());
      this.containerEl.createDiv({ cls: 'setting-page-title', text: page.name });
    }
    if (page?.page !== undefined) this.#drawCustom(page.page());
    else if (page !== undefined) this.#rows.show(page.items ?? [], this.containerEl);
    else if (this.settingItems.length > 0) this.#rows.show(this.settingItems, this.containerEl);
    else this.display();
  }

  #drawCustom(page: Pick<SettingPage, 'rootEl' | 'display' | 'hide'>): void {
    this.#customPage = page;
    this.containerEl.appendChild(page.rootEl);
    page.display();
  }

  /** Every named row, also those on pages and inside groups, that does not hide from the search. */
  searchEntries(): readonly SearchEntry[] {
    const within = (items: readonly SettingDefinitionItem[]): readonly SearchEntry[] =>
      items.flatMap((item) => {
        const inner = 'items' in item ? within(item.items ?? []) : [];
        if (!('name' in item)) return inner;
        const searchable = 'searchable' in item ? item.searchable : undefined;
        if (searchable === false || (typeof searchable === 'function' && !searchable())) return inner;
        const desc = typeof item.desc === 'string' ? item.desc : (item.desc?.textContent ?? '');
        return [{ name: item.name, desc, aliases: ('aliases' in item ? item.aliases : undefined) ?? [] }, ...inner];
      });
    return within(this.settingItems);
  }
}

export class PluginSettingTab extends SettingTab {
  constructor(
    app: HostApp,
    readonly plugin: Plugin,
  ) {
    super(app);
  }

  override getControlValue(key: string): unknown {
    const { settings } = this.plugin;
    return typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>)[key] : undefined;
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const settings = (this.plugin.settings ??= {}) as Record<string, unknown>;
    settings[key] = value;
    await this.plugin.saveData(settings);
  }
}

/** A page of a tab that draws itself. */
export abstract class SettingPage {
  readonly rootEl: HTMLElement = createDiv({ cls: 'setting-page' });
  readonly titlebarEl: HTMLElement = this.rootEl.createDiv({ cls: 'setting-page-titlebar' });
  readonly containerEl: HTMLElement = this.rootEl.createDiv({ cls: 'setting-page-content' });
  title = '';

  abstract display(): void;

  hide(): void {
    this.containerEl.empty();
  }
}
