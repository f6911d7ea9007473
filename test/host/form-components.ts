/** The form elements that plugins put into rows and dialogs: real elements that tell what the user does. */
import { setIcon } from './icons.js';

export abstract class BaseComponent {
  disabled = false;

  abstract setDisabled(disabled: boolean): this;

  then(callback: (component: this) => unknown): this {
    callback(this);
    return this;
  }
}

type FormElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One element with a value. `onChange` hears the user, not the code. */
export abstract class ValueComponent<T, E extends FormElement = FormElement> extends BaseComponent {
  #onChange: ((value: T) => unknown) | undefined;

  constructor(
    protected readonly formEl: E,
    event: 'input' | 'change',
  ) {
    super();
    formEl.addEventListener(event, () => this.onChanged());
  }

  abstract getValue(): T;
  abstract setValue(value: T): this;

  onChange(callback: (value: T) => unknown): this {
    this.#onChange = callback;
    return this;
  }

  onChanged(): void {
    this.#onChange?.(this.getValue());
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.formEl.disabled = disabled;
    return this;
  }
}

export abstract class AbstractTextComponent<E extends HTMLInputElement | HTMLTextAreaElement> extends ValueComponent<string, E> {
  constructor(readonly inputEl: E) {
    super(inputEl, 'input');
  }

  getValue(): string {
    return this.inputEl.value;
  }

  setValue(value: string): this {
    this.inputEl.value = value;
    return this;
  }

  setPlaceholder(placeholder: string): this {
    this.inputEl.placeholder = placeholder;
    return this;
  }
}

export class TextComponent extends AbstractTextComponent<HTMLInputElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('input', { type: 'text', attr: { spellcheck: 'false' } }));
  }
}

export class TextAreaComponent extends AbstractTextComponent<HTMLTextAreaElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('textarea', { attr: { spellcheck: 'false' } }));
  }
}

export class SearchComponent extends AbstractTextComponent<HTMLInputElement> {
  readonly clearButtonEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const holder = containerEl.createDiv({ cls: 'search-input-container' });
    super(holder.createEl('input', { type: 'search' }));
    this.clearButtonEl = holder.createDiv({ cls: 'search-input-clear-button', attr: { 'aria-label': 'Clear search' } });
    this.clearButtonEl.addEventListener('click', () => this.setValue('').onChanged());
  }
}

export class ToggleComponent extends ValueComponent<boolean, HTMLInputElement> {
  readonly toggleEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const toggleEl = containerEl.createDiv({ cls: 'checkbox-container' });
    super(toggleEl.createEl('input', { type: 'checkbox' }), 'change');
    this.toggleEl = toggleEl;
  }

  getValue(): boolean {
    return this.formEl.checked;
  }

  setValue(on: boolean): this {
    this.formEl.checked = on;
    this.toggleEl.toggleClass('is-enabled', on);
    return this;
  }

  setTooltip(tooltip: string): this {
    this.toggleEl.setAttribute('aria-label', tooltip);
    return this;
  }

  override onChanged(): void {
    this.toggleEl.toggleClass('is-enabled', this.getValue());
    super.onChanged();
  }
}

export class DropdownComponent extends ValueComponent<string, HTMLSelectElement> {
  readonly selectEl: HTMLSelectElement;

  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('select', { cls: 'dropdown' }), 'change');
    this.selectEl = this.formEl;
  }

  addOption(value: string, text: string): this {
    this.selectEl.createEl('option', { value, text });
    return this;
  }

  addOptions(options: Readonly<Record<string, string>>): this {
    for (const [value, text] of Object.entries(options)) this.addOption(value, text);
    return this;
  }

  getValue(): string {
    return this.selectEl.value;
  }

  setValue(value: string): this {
    this.selectEl.value = value;
    return this;
  }
}

export class SliderComponent extends ValueComponent<number, HTMLInputElement> {
  readonly sliderEl: HTMLInputElement;

  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('input', { cls: 'slider', type: 'range' }), 'input');
    this.sliderEl = this.formEl;
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    for (const [name, value] of Object.entries({ min, max, step })) if (value !== null) this.sliderEl.setAttribute(name, String(value));
    return this;
  }

  getValue(): number {
    return Number(this.sliderEl.value);
  }

  setValue(value: number): this {
    this.sliderEl.value = String(value);
    return this;
  }

  setDynamicTooltip(): this {
    return this;
  }
}

export class ButtonComponent extends BaseComponent {
  readonly buttonEl: HTMLButtonElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.buttonEl = containerEl.createEl('button', { attr: { type: 'button' } });
  }

  setButtonText(text: string): this {
    this.buttonEl.setText(text);
    return this;
  }

  setIcon(icon: string): this {
    setIcon(this.buttonEl, icon);
    return this;
  }

  setTooltip(tooltip: string): this {
    this.buttonEl.setAttribute('aria-label', tooltip);
    return this;
  }

  setCta(): this {
    return this.setClass('mod-cta');
  }

  removeCta(): this {
    this.buttonEl.removeClass('mod-cta');
    return this;
  }

  setWarning(): this {
    return this.setClass('mod-warning');
  }

  setDestructive(): this {
    return this.setClass('mod-destructive');
  }

  setClass(name: string): this {
    this.buttonEl.addClass(name);
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.buttonEl.disabled = disabled;
    return this;
  }

  onClick(callback: (event: MouseEvent) => unknown): this {
    this.buttonEl.addEventListener('click', callback);
    return this;
  }
}
