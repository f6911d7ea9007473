/** The form elements behind `control` rows: each shows a value and tells what the user made of it. */
import type { SettingControl } from 'obsidian';
import type { HostApp } from './app.js';
import { TFile, TFolder } from './files.js';

export interface ShownControl {
  readonly inputEl: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  setDisabled(disabled: boolean): void;
}

/** `changed` hears every input of the user. */
export function showControl(app: HostApp, parent: HTMLElement, control: SettingControl, value: unknown, changed: (value: unknown) => void): ShownControl {
  const { inputEl, read } = build(app, parent, control, value);
  const event = control.type === 'toggle' || control.type === 'dropdown' ? 'change' : 'input';
  inputEl.addEventListener(event, () => changed(read()));
  return {
    inputEl,
    setDisabled: (disabled) => {
      inputEl.disabled = disabled;
    },
  };
}

interface Built {
  readonly inputEl: ShownControl['inputEl'];
  readonly read: () => unknown;
}

function build(app: HostApp, parent: HTMLElement, control: SettingControl, value: unknown): Built {
  switch (control.type) {
    case 'toggle': {
      const box = parent.createDiv({ cls: 'checkbox-container' }).createEl('input', { type: 'checkbox' });
      box.checked = value === true;
      return { inputEl: box, read: () => box.checked };
    }
    case 'dropdown': {
      const select = parent.createEl('select', { cls: 'dropdown' });
      for (const [name, label] of Object.entries(control.options)) select.createEl('option', { value: name, text: label });
      select.value = text(value);
      return { inputEl: select, read: () => select.value };
    }
    case 'textarea': {
      const area = parent.createEl('textarea', { attr: { placeholder: control.placeholder ?? '', rows: control.rows ?? 4 } });
      area.value = text(value);
      return { inputEl: area, read: () => area.value };
    }
    case 'number':
    case 'slider': {
      const input = textInput(parent, control.type === 'number' ? 'number' : 'range', value);
      for (const name of ['min', 'max', 'step'] as const) if (control[name] !== undefined) input.setAttribute(name, String(control[name]));
      input.value = text(value);
      return { inputEl: input, read: () => (input.value === '' ? Number.NaN : Number(input.value)) };
    }
    case 'file':
    case 'folder': {
      const input = textInput(parent, 'search', value, control.placeholder);
      offerPaths(input, pathsFor(app, control));
      return { inputEl: input, read: () => input.value };
    }
    default: {
      const input = textInput(parent, control.type, value, 'placeholder' in control ? control.placeholder : undefined);
      return { inputEl: input, read: () => input.value };
    }
  }
}

function textInput(parent: HTMLElement, type: string, value: unknown, placeholder = ''): HTMLInputElement {
  const input = parent.createEl('input', { type, attr: { placeholder, spellcheck: 'false' } });
  input.value = text(value);
  return input;
}

function offerPaths(input: HTMLInputElement, paths: readonly string[]): void {
  const list = input.parentElement?.createEl('datalist');
  for (const path of paths) list?.createEl('option', { value: path });
}

function pathsFor(app: HostApp, control: SettingControl): readonly string[] {
  const files = app.vault.getAllLoadedFiles();
  const wanted = control.type === 'folder' ? files.filter((file) => file instanceof TFolder && (control.includeRoot === true || !file.isRoot())) : files.filter((file) => file instanceof TFile);
  const filter = control.type === 'file' || control.type === 'folder' ? (control.filter as ((file: unknown) => boolean) | undefined) : undefined;
  return wanted.filter((file) => filter?.(file) ?? true).map(({ path }) => path);
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
