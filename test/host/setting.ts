/** A row of settings or of a form: name and description at one side, form elements at the other. */
import { ColorComponent } from 'obsidian-test-mocks/obsidian';
import { BaseComponent, ButtonComponent, DropdownComponent, SearchComponent, SliderComponent, TextAreaComponent, TextComponent, ToggleComponent } from './form-components.js';
import { setIcon } from './icons.js';

export class ExtraButtonComponent extends BaseComponent {
  readonly extraSettingsEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.extraSettingsEl = containerEl.createDiv({ cls: 'clickable-icon extra-setting-button', attr: { role: 'button', tabindex: '0' } });
  }

  setIcon(icon: string): this {
    setIcon(this.extraSettingsEl, icon);
    return this;
  }

  setTooltip(tooltip: string): this {
    this.extraSettingsEl.setAttribute('aria-label', tooltip);
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.extraSettingsEl.toggleClass('is-disabled', disabled);
    return this;
  }

  onClick(callback: () => unknown): this {
    this.extraSettingsEl.addEventListener('click', () => {
      if (!this.disabled) callback();
    });
    return this;
  }
}

type Text = string | DocumentFragment;

export class Setting {
  readonly settingEl: HTMLElement;
  readonly infoEl: HTMLElement;
  readonly nameEl: HTMLElement;
  readonly descEl: HTMLElement;
  readonly controlEl: HTMLElement;
  readonly components: { setDisabled(disabled: boolean): unknown }[] = [];

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv({ cls: 'setting-item' });
    this.infoEl = this.settingEl.createDiv({ cls: 'setting-item-info' });
    this.nameEl = this.infoEl.createDiv({ cls: 'setting-item-name' });
    this.descEl = this.infoEl.createDiv({ cls: 'setting-item-description' });
    this.controlEl = this.settingEl.createDiv({ cls: 'setting-item-control' });
  }

  setName(name: Text): this {
    this.nameEl.setText(name);
    return this;
  }

  setDesc(desc: Text): this {
    this.descEl.setText(desc);
    return this;
  }

  setClass(name: string): this {
    this.settingEl.addClass(name);
    return this;
  }

  setTooltip(tooltip: string): this {
    this.nameEl.setAttribute('aria-label', tooltip);
    return this;
  }

  setHeading(): this {
    return this.setClass('setting-item-heading');
  }

  setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass('is-disabled', disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }

  addText(fill: (component: TextComponent) => unknown): this {
    return this.#add(new TextComponent(this.controlEl), fill);
  }

  addTextArea(fill: (component: TextAreaComponent) => unknown): this {
    return this.#add(new TextAreaComponent(this.controlEl), fill);
  }

  addSearch(fill: (component: SearchComponent) => unknown): this {
    return this.#add(new SearchComponent(this.controlEl), fill);
  }

  addToggle(fill: (component: ToggleComponent) => unknown): this {
    return this.#add(new ToggleComponent(this.controlEl), fill);
  }

  addDropdown(fill: (component: DropdownComponent) => unknown): this {
    return this.#add(new DropdownComponent(this.controlEl), fill);
  }

  addSlider(fill: (component: SliderComponent) => unknown): this {
    return this.#add(new SliderComponent(this.controlEl), fill);
  }

  addColorPicker(fill: (component: ColorComponent) => unknown): this {
    return this.#add(ColorComponent.create__(this.controlEl), fill);
  }

  addButton(fill: (component: ButtonComponent) => unknown): this {
    return this.#add(new ButtonComponent(this.controlEl), fill);
  }

  addExtraButton(fill: (component: ExtraButtonComponent) => unknown): this {
    return this.#add(new ExtraButtonComponent(this.controlEl), fill);
  }

  then(callback: (setting: this) => unknown): this {
    callback(this);
    return this;
  }

  clear(): this {
    this.controlEl.empty();
    this.components.length = 0;
    return this;
  }

  #add<T extends { setDisabled(disabled: boolean): unknown }>(component: T, fill: (component: T) => unknown): this {
    this.components.push(component);
    fill(component);
    return this;
  }
}

/** Rows under one heading. */
export class SettingGroup {
  readonly groupEl: HTMLElement;
  readonly headingEl: HTMLElement;
  readonly listEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv({ cls: 'setting-group' });
    this.headingEl = this.groupEl.createDiv({ cls: 'setting-item setting-item-heading' });
    this.listEl = this.groupEl.createDiv({ cls: 'setting-items' });
  }

  setHeading(text: Text): this {
    this.headingEl.querySelector('.setting-item-name')?.remove();
    this.headingEl.createDiv({ cls: 'setting-item-name' }).setText(text);
    return this;
  }

  addClass(...names: string[]): this {
    this.groupEl.addClass(...names);
    return this;
  }

  addSetting(fill: (setting: Setting) => unknown): this {
    fill(new Setting(this.listEl));
    return this;
  }

  addSearch(fill: (component: SearchComponent) => unknown): this {
    fill(new SearchComponent(this.headingEl));
    return this;
  }

  addExtraButton(fill: (component: ExtraButtonComponent) => unknown): this {
    fill(new ExtraButtonComponent(this.headingEl));
    return this;
  }
}
