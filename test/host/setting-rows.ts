/** Rows of the declarative settings: groups, lists, pages, and what a row's predicates show, hide and lock. */
import type * as App from 'obsidian';
import type { SettingDefinition, SettingDefinitionGroup, SettingDefinitionItem, SettingDefinitionList, SettingDefinitionPage } from 'obsidian';
import { setIcon } from './icons.js';
import { showControl } from './setting-controls.js';
import { Setting, SettingGroup } from './setting.js';
import type { SettingTab } from './setting-tab.js';

/** Puts what predicates say on the screen. */
type Refresh = () => void;

export class SettingRows {
  readonly #refreshes: Refresh[] = [];
  readonly #cleanups: (() => void)[] = [];

  constructor(private readonly tab: SettingTab) {}

  show(items: readonly SettingDefinitionItem[], parent: HTMLElement): void {
    let loose: SettingGroup | undefined;
    for (const item of items) {
      if ('type' in item && item.type !== 'page') {
        loose = undefined;
        this.#showGroup(item, parent);
      } else {
        loose ??= new SettingGroup(parent);
        this.#showRow(item, loose, 0);
      }
    }
    this.refresh();
  }

  refresh(): void {
    for (const refresh of this.#refreshes) refresh();
  }

  clear(): void {
    for (const cleanup of this.#cleanups.splice(0)) cleanup();
    this.#refreshes.length = 0;
  }

  #showGroup(definition: SettingDefinitionGroup | SettingDefinitionList, parent: HTMLElement): void {
    const group = new SettingGroup(parent);
    if (definition.cls !== undefined) group.addClass(...definition.cls.split(' '));
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    for (const fill of definition.extraButtons ?? []) group.addExtraButton((button) => fill(asApp(button) as App.ExtraButtonComponent));
    const list = isList(definition) ? definition : undefined;
    for (const [index, item] of (definition.items ?? []).entries()) this.#showRow(item, group, index, list);
    if (list !== undefined) this.#showListParts(list, group);
    this.#refreshes.push(() => group.groupEl.toggle(holds(definition.visible, true)));
  }

  #showListParts(list: SettingDefinitionList, { listEl, groupEl }: SettingGroup): void {
    if ((list.items ?? []).length === 0 && list.emptyState !== undefined) listEl.createDiv({ cls: 'setting-list-empty' }).setText(list.emptyState);
    const { addItem } = list;
    if (addItem === undefined) return;
    const button = groupEl.createEl('button', { cls: 'setting-list-add', text: addItem.name });
    button.addEventListener('click', () => addItem.action(button));
  }

  #showRow(item: SettingDefinition | SettingDefinitionPage, group: SettingGroup, index: number, list?: SettingDefinitionList): void {
    const setting = new Setting(group.listEl);
    setting.setName(item.name);
    if (item.desc !== undefined) setting.setDesc(item.desc);
    this.#refreshes.push(() => setting.settingEl.toggle(holds(item.visible, true)));
    if ('type' in item) this.#fillPage(item, setting);
    else if (item.render !== undefined) {
      const cleanup = item.render(asApp(setting) as App.Setting, asApp(group) as App.SettingGroup);
      if (typeof cleanup === 'function') this.#cleanups.push(cleanup);
    } else if (item.action !== undefined) this.#fillAction(item.action, item.disabled, setting, index);
    else if (item.control !== undefined) this.#fillControl(item.control, setting, item.name);
    if (list?.onDelete === undefined) return;
    const button = setting.controlEl.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': 'Delete' } });
    setIcon(button, 'trash');
    button.addEventListener('click', () => list.onDelete?.(index));
  }

  #fillAction(action: (el: HTMLElement, index: number) => void, disabled: boolean | (() => boolean) | undefined, setting: Setting, index: number): void {
    const el = setting.settingEl;
    el.addClass('mod-action');
    el.setAttribute('role', 'button');
    el.setAttribute('tabindex', '0');
    el.addEventListener('click', () => {
      if (!holds(disabled, false)) action(el, index);
    });
    this.#refreshes.push(() => el.toggleClass('is-disabled', holds(disabled, false)));
  }

  #fillControl(control: NonNullable<SettingDefinition['control']>, setting: Setting, name: string): void {
    const { tab } = this;
    const validate = control.validate as ((value: unknown) => string | undefined | Promise<string | undefined>) | undefined;
    const errorEl = createDiv({ cls: 'setting-item-error', attr: { role: 'alert' } });
    const complain = (message: string): void => {
      errorEl.setText(message);
      if (message === '') errorEl.remove();
      else setting.infoEl.appendChild(errorEl);
      setting.settingEl.toggleClass('is-invalid', message !== '');
    };
    const change = async (value: unknown): Promise<void> => {
      const message = (await validate?.(value)) ?? '';
      complain(message);
      if (message !== '') return;
      await tab.setControlValue(control.key, value);
      this.refresh();
    };
    const value = tab.getControlValue(control.key) ?? control.defaultValue;
    const shown = showControl(tab.app, setting.controlEl, control, value, (next) => tab.app.busy(change(next)));
    shown.inputEl.setAttribute('aria-label', name);
    const atMount = value === undefined ? undefined : validate?.(value);
    if (atMount instanceof Promise) tab.app.busy(atMount.then((message) => complain(message ?? '')));
    else complain(atMount ?? '');
    this.#refreshes.push(() => shown.setDisabled(holds(control.disabled, false)));
  }

  #fillPage(page: SettingDefinitionPage, setting: Setting): void {
    const { settingEl } = setting;
    settingEl.addClass('mod-page');
    settingEl.setAttribute('role', 'button');
    settingEl.setAttribute('tabindex', '0');
    const valueEl = setting.controlEl.createSpan({ cls: 'setting-item-value' });
    this.#refreshes.push(() => {
      valueEl.setText(typeof page.displayValue === 'function' ? page.displayValue() : (page.displayValue ?? ''));
      settingEl.toggleClass('mod-warning', (typeof page.status === 'function' ? page.status() : page.status) === 'warning');
    });
    settingEl.addEventListener('click', () => this.tab.openPage(page));
  }
}

function isList(definition: SettingDefinitionGroup | SettingDefinitionList): definition is SettingDefinitionList {
  return definition.type === 'list';
}

/** The same object, to be named by the app's type. */
function asApp(value: unknown): unknown {
  return value;
}

function holds(wish: boolean | (() => boolean) | undefined, otherwise: boolean): boolean {
  return typeof wish === 'function' ? wish() : (wish ?? otherwise);
}
