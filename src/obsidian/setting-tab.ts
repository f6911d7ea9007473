/**
 * The settings tab: the person's own settings go to the plugin's data, the shared ones to `cx-playbook.yml`. What is
 * typed is written once the keys rest, since each change of the file has the whole vault read again.
 */
import { FuzzySuggestModal, Notice, PluginSettingTab, type App, type SettingDefinitionItem, type TFolder } from 'obsidian';
import { CONFIG_PATH, readConfig } from '../lint/config.js';
import { setIgnore } from '../lint/config-edit.js';
import { RULES } from '../lint/rules/index.js';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';
import type { PluginContext } from './plugin-context.js';
import { settingDefinitions, type SettingsHost } from './setting-definitions.js';
import { SHARED_ROWS, type SharedRow } from './setting-rows.js';
import { SharedSettings, type ConfigEdit } from './shared-settings.js';

/** OURS: a pause in typing. */
const REST_MS = 600;

const ROW_BY_KEY: ReadonlyMap<string, SharedRow> = new Map(SHARED_ROWS.map((row) => [row.key, row]));

export function registerSettings(context: PluginContext): void {
  const { app, plugin, vault, playbook, personal } = context;
  const shared = new SharedSettings(vault, playbook, () => app.vault.getFileByPath(CONFIG_PATH) !== null);
  const tab = new PlaybookSettingTab(context, shared);
  plugin.addSettingTab(tab);
  plugin.register(shared.follow());
  plugin.register(shared.subscribe(() => tab.update()));
  plugin.register(personal.subscribe(() => tab.personalChanged()));
  plugin.register(() => tab.writeTyped());
  const { damage } = personal;
  if (damage !== undefined) app.workspace.onLayoutReady(() => new Notice(WORDS.settings.dataDamaged(damage), 0));
}

export class PlaybookSettingTab extends PluginSettingTab implements SettingsHost {
  /** What is typed and not written yet, by key. */
  readonly #typed = new Map<string, string | number>();
  #timer: number | undefined;
  /** While this tab itself changes a personal setting: listeners are told before that call returns. */
  #isOwn = false;

  constructor(
    readonly context: PluginContext,
    readonly shared: SharedSettings,
  ) {
    super(context.app, context.plugin);
    this.icon = 'compass';
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return settingDefinitions(this);
  }

  override getControlValue(key: string): unknown {
    const row = ROW_BY_KEY.get(key);
    if (row !== undefined) return this.#typed.get(key) ?? row.read(this.shared.config);
    return Object.entries(this.context.personal.values).find(([name]) => name === key)?.[1];
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const row = ROW_BY_KEY.get(key);
    if (row === undefined) await this.#setPersonal(key, value);
    else if (typeof value === 'string' || typeof value === 'number') {
      this.#typed.set(key, value);
      if (row.form === 'severity' || row.form === 'sign') await this.writeTyped();
      else this.#writeSoon();
    }
  }

  override hide(): void {
    void this.writeTyped();
    super.hide();
  }

  /** Writes what is typed, now. */
  async writeTyped(): Promise<void> {
    window.clearTimeout(this.#timer);
    await Promise.all([...this.#typed].map(async ([key, value]) => {
      const row = ROW_BY_KEY.get(key);
      // The form refuses too; it is not the only one that may call.
      const refused = row === undefined ? undefined : (row.refuse(value, this.shared.config) ?? (await this.shared.change((text) => row.change(text, value))));
      if (this.#typed.get(key) === value) this.#typed.delete(key);
      if (refused !== undefined) this.#refused(refused);
    }));
    this.refreshDomState();
  }

  /** Draws the tab anew when the settings were changed elsewhere. */
  personalChanged(): void {
    if (!this.#isOwn) this.update();
  }

  pickIgnoredFolder(): void {
    new IgnoredFolderModal(this.app, this.shared.config.ignore, (folder) => void this.#changeIgnored((ignored) => [...ignored, folder])).open();
  }

  stopIgnoring(folder: string): void {
    void this.#changeIgnored((ignored) => ignored.filter((other) => other !== folder));
  }

  async #changeIgnored(change: (ignored: readonly string[]) => readonly string[]): Promise<void> {
    const edit: ConfigEdit = async (text) => setIgnore(text, [...new Set(change((await readConfig(text, RULES.map(({ id }) => id))).config.ignore))]);
    const refused = await this.shared.change(edit);
    if (refused === undefined) this.update();
    else this.#refused(refused);
  }

  async #setPersonal(key: string, value: unknown): Promise<void> {
    try {
      this.#isOwn = true;
      const saved = this.context.personal.setFromForm(key, value);
      this.#isOwn = false;
      await saved;
    } catch (error) {
      new Notice(WORDS.settings.notSaved(`${reasonOf(error)}.`));
    }
  }

  #writeSoon(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.writeTyped(), REST_MS);
  }

  /** Says why, and shows again what the file says. */
  #refused(message: string): void {
    new Notice(WORDS.settings.notSaved(message));
    this.update();
  }
}

/** Folders of the vault that are not ignored yet. */
class IgnoredFolderModal extends FuzzySuggestModal<TFolder> {
  constructor(
    app: App,
    readonly ignored: readonly string[],
    readonly onChoose: (folder: string) => void,
  ) {
    super(app);
    this.setPlaceholder(WORDS.settings.ignorePick);
  }

  override getItems(): TFolder[] {
    return this.app.vault.getAllFolders(false).filter(({ path }) => !this.ignored.includes(path));
  }

  override getItemText({ path }: TFolder): string {
    return path;
  }

  override onChooseItem({ path }: TFolder): void {
    this.onChoose(path);
  }
}
