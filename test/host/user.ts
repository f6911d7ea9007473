/** What a user can do in the app, for specs: open notes, type, press keys, run commands, use menus and settings. */
import type * as App from 'obsidian';
import type { HostApp } from './app.js';
import type { Editor } from './editor.js';
import { MarkdownView } from './markdown-view.js';
import { Menu } from './menu.js';
import { openNotices } from './notice.js';
import { same } from './same.js';

export abstract class User {
  constructor(protected readonly hostApp: HostApp) {}

  /** Waits until nothing is under way. */
  abstract settle(): Promise<void>;

  /** Opens a note in the middle and gives its editor's view. */
  async open(path: string, state: { readonly mode?: 'source' | 'preview'; readonly newTab?: boolean } = {}): Promise<App.MarkdownView> {
    const file = this.hostApp.vault.getFileByPath(path);
    if (file === null) throw new Error(`No file "${path}".`);
    const leaf = this.hostApp.workspace.getLeaf(state.newTab === true ? 'tab' : false);
    await leaf.openFile(file, { state: { mode: state.mode ?? 'source' } });
    await this.settle();
    if (!(leaf.view instanceof MarkdownView)) throw new Error(`"${path}" does not open as a note.`);
    return same(leaf.view) as App.MarkdownView;
  }

  /** Types at the cursor of the active editor, character by character. */
  async type(text: string): Promise<void> {
    const { cm } = this.#editor();
    for (const character of text) cm.dispatch(cm.state.replaceSelection(character), { userEvent: 'input.type' });
    await this.settle();
  }

  /** Presses a key where the focus is. */
  async press(key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
    const target = activeDocument.activeElement ?? activeDocument.body;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
    target.dispatchEvent(event);
    await this.settle();
  }

  #editor(): Editor {
    const { activeEditor } = this.hostApp.workspace;
    if (activeEditor === null) throw new Error('No editor is active.');
    return activeEditor.editor;
  }

  /** The palette: ids and names of the commands that can run now, with the plugin's prefix. */
  commands(): readonly { readonly id: string; readonly name: string }[] {
    return [...this.hostApp.registry.commands.values()].filter((command) => this.#call(command, true)).map(({ id, name }) => ({ id, name }));
  }

  /** Runs a command by its full id. Throws when it is not there or cannot run now. */
  async run(id: string): Promise<void> {
    const command = this.hostApp.registry.commands.get(id);
    if (command === undefined) throw new Error(`No command "${id}". There are: ${[...this.hostApp.registry.commands.keys()].join(', ')}`);
    if (!this.#call(command, true)) throw new Error(`The command "${id}" cannot run now.`);
    await this.#call(command, false);
    await this.settle();
  }

  /** Whether it can run; or runs it. */
  #call(command: App.Command, checking: boolean): unknown {
    const view = this.hostApp.workspace.activeEditor;
    if (command.mobileOnly === true && !document.body.hasClass('is-mobile')) return false;
    if (command.editorCheckCallback !== undefined || command.editorCallback !== undefined) {
      if (view === null || view.getMode() !== 'source') return false;
      const editor = same(view.editor) as App.Editor;
      const context = same(view) as App.MarkdownView;
      if (command.editorCheckCallback !== undefined) return command.editorCheckCallback(checking, editor, context);
      return checking ? true : command.editorCallback?.(editor, context);
    }
    if (command.checkCallback !== undefined) return command.checkCallback(checking);
    return checking ? true : command.callback?.();
  }

  /** Calls a command-line handler, as `obsidian <command> key=value` does. Gives what it prints. */
  async cli(command: string, params: Readonly<Record<string, string>> = {}): Promise<string> {
    const entry = this.hostApp.registry.cli.get(command);
    if (entry === undefined) throw new Error(`No command-line handler "${command}".`);
    const required = Object.entries(entry.flags ?? {}).filter(([name, flag]) => flag.required === true && !(name in params));
    if (required.length > 0) throw new Error(`Missing: ${required.map(([name]) => name).join(', ')}`);
    const output = await entry.run({ ...params });
    await this.settle();
    return output;
  }

  /** Opens `obsidian://<action>?…`. */
  async uri(action: string, params: Readonly<Record<string, string>> = {}): Promise<void> {
    const handler = this.hostApp.registry.protocol.get(action);
    if (handler === undefined) throw new Error(`No protocol handler "${action}".`);
    await handler({ ...params, action });
    await this.settle();
  }

  /** The menu of one file or of several, filled by whoever listens, on screen. */
  async fileMenu(path: string, ...more: readonly string[]): Promise<HTMLElement> {
    const files = [path, ...more].map((each) => this.hostApp.vault.getAbstractFileByPath(each));
    const menu = new Menu();
    if (more.length === 0) this.hostApp.workspace.trigger('file-menu', menu, files[0], 'file-explorer-context-menu');
    else this.hostApp.workspace.trigger('files-menu', menu, files, 'file-explorer-context-menu');
    return this.#show(menu);
  }

  /** The menu of the active editor, on screen. */
  async editorMenu(): Promise<HTMLElement> {
    const menu = new Menu();
    this.hostApp.workspace.trigger('editor-menu', menu, this.#editor(), this.hostApp.workspace.activeEditor);
    return this.#show(menu);
  }

  async #show(menu: Menu): Promise<HTMLElement> {
    menu.showAtPosition({ x: 0, y: 0 });
    await this.settle();
    return menu.dom;
  }

  /** Texts of the notices on screen, oldest first. */
  notices(): readonly string[] {
    return openNotices();
  }

  /** The settings of the loaded plugin on screen, drawn from its definitions. Without a tab it throws. */
  async openSettings(): Promise<HTMLElement> {
    const [tab] = this.hostApp.registry.settingTabs;
    if (tab === undefined) throw new Error('No settings tab.');
    this.hostApp.rootEl.appendChild(tab.containerEl);
    tab.show();
    await this.settle();
    return tab.containerEl;
  }

  async closeSettings(): Promise<void> {
    for (const tab of this.hostApp.registry.settingTabs) {
      tab.hide();
      tab.containerEl.remove();
    }
    await this.settle();
  }

  /** What the search of the settings finds. */
  settingsSearch(): readonly { readonly name: string; readonly desc: string; readonly aliases: readonly string[] }[] {
    return this.hostApp.registry.settingTabs.flatMap((tab) => tab.searchEntries());
  }

  get statusBar(): HTMLElement {
    return this.hostApp.statusBarEl;
  }

  get ribbon(): HTMLElement {
    return this.hostApp.ribbonEl;
  }
}
