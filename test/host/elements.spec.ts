import { FuzzySuggestModal, Menu, Modal, Notice, Setting, type App } from 'obsidian';
import { expect, it } from 'vitest';
import { createHost } from './host.js';
import { MANIFEST, TidyPlugin } from './tidy-plugin.js';

const shown = (selector: string): string[] => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

it('shows a dialog until Escape, and gives the focus back', async () => {
  const host = createHost();
  const before = document.body.createEl('button');
  before.focus();
  const modal = new Modal(host.app);
  let closed = 0;
  modal.setTitle('Fix all').setCloseCallback(() => closed++);
  modal.contentEl.createEl('input');
  modal.open();
  expect(shown('.modal-title')).toEqual(['Fix all']);
  expect(modal.containerEl.contains(document.activeElement)).toBe(true);
  await host.press('Escape');
  await host.press('Escape');
  expect(shown('.modal')).toEqual([]);
  expect(closed).toBe(1);
  expect(document.activeElement).toBe(before);
  before.remove();
});

class NamePrompt extends FuzzySuggestModal<string> {
  chosen: string | undefined;

  constructor(app: App) {
    super(app);
    this.setPlaceholder('Who');
  }

  override getItems(): string[] {
    return ['Ana', 'Anton', 'Bo'];
  }

  override getItemText(name: string): string {
    return name;
  }

  override onChooseItem(name: string): void {
    this.chosen = name;
  }
}

it('finds items as the query is typed, and says when there are none', async () => {
  const host = createHost();
  const prompt = new NamePrompt(host.app);
  prompt.open();
  expect(shown('.suggestion-item')).toHaveLength(3);
  prompt.inputEl.value = 'ant';
  prompt.inputEl.dispatchEvent(new Event('input'));
  expect(shown('.suggestion-item')).toEqual(['Anton']);
  prompt.inputEl.value = 'xyz';
  prompt.inputEl.dispatchEvent(new Event('input'));
  expect(shown('.suggestion-empty')).toEqual(['No results found.']);
  prompt.inputEl.value = '';
  prompt.inputEl.dispatchEvent(new Event('input'));
  await host.press('ArrowUp');
  await host.press('Enter');
  expect(prompt.chosen).toBe('Bo');
  expect(shown('.prompt')).toEqual([]);
});

it('shows menus whose items can be clicked, unless they are disabled', async () => {
  const host = createHost();
  const clicked: string[] = [];
  const menu = new Menu();
  menu.addItem((item) => item.setTitle('One').setIcon('map').onClick(() => clicked.push('one')));
  menu.addSeparator();
  menu.addItem((item) => item.setTitle('Two').setDisabled(true).onClick(() => clicked.push('two')));
  menu.showAtPosition({ x: 1, y: 1 });
  const [one, two] = document.querySelectorAll<HTMLElement>('.menu-item');
  two?.click();
  expect(shown('.menu')).toHaveLength(1);
  one?.click();
  expect(clicked).toEqual(['one']);
  expect(shown('.menu')).toEqual([]);
  menu.showAtPosition({ x: 1, y: 1 });
  await host.press('Escape');
  expect(shown('.menu')).toEqual([]);
});

it('fills file and editor menus through events', async () => {
  const host = createHost({ files: { 'Ana.md': '', 'Bo.md': '' } });
  await host.layoutReady();
  const plugin = await host.load(TidyPlugin, MANIFEST);
  plugin.registerEvent(host.app.workspace.on('file-menu', (menu, file) => menu.addItem((item) => item.setTitle(`Open ${file.path}`))));
  plugin.registerEvent(host.app.workspace.on('files-menu', (menu, files) => menu.addItem((item) => item.setTitle(`Open ${files.length}`))));
  expect((await host.fileMenu('Ana.md')).textContent).toBe('Open Ana.md');
  await host.press('Escape');
  expect((await host.fileMenu('Ana.md', 'Bo.md')).textContent).toBe('Open 2');
});

it('shows notices, changes and hides them', () => {
  const host = createHost();
  const notice = new Notice('Working', 0);
  notice.setMessage('Done');
  expect(host.notices()).toEqual(['Done']);
  expect(shown('.notice')).toEqual(['Done']);
  notice.hide();
  expect(shown('.notice-container')).toEqual([]);
});

it('builds rows of form elements that hear the user', () => {
  createHost();
  const heard: unknown[] = [];
  const form = document.body.createDiv();
  new Setting(form)
    .setName('Row')
    .addText((text) => text.setValue('a').onChange((value) => heard.push(value)))
    .addToggle((toggle) => toggle.onChange((value) => heard.push(value)))
    .addDropdown((dropdown) => dropdown.addOptions({ a: 'A', b: 'B' }).onChange((value) => heard.push(value)))
    .addButton((button) => button.setButtonText('Go').setCta().onClick(() => heard.push('go')));
  const text = form.querySelector<HTMLInputElement>('input[type="text"]')!;
  text.value = 'typed';
  text.dispatchEvent(new Event('input'));
  form.querySelector<HTMLElement>('input[type="checkbox"]')?.click();
  const select = form.querySelector('select')!;
  select.value = 'b';
  select.dispatchEvent(new Event('change'));
  form.querySelector('button')?.click();
  expect(heard).toEqual(['typed', true, 'b', 'go']);
  form.remove();
});
