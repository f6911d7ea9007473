/** The base class of plugins: everything it adds to the app goes when it is unloaded. Data is kept as JSON. */
import type { Extension } from '@codemirror/state';
import type { BasesViewRegistration, CliData, CliFlags, Command, ObsidianProtocolData, PluginManifest } from 'obsidian';
import type { HostApp } from './app.js';
import { Component } from './component.js';
import type { EditorSuggest } from './editor-suggest.js';
import { setIcon } from './icons.js';
import { codeBlockProcessor, type PostProcessor, type PostProcessorContext } from './preview.js';
import type { ViewCreator } from './registry.js';
import type { PluginSettingTab } from './setting-tab.js';

export class Plugin extends Component {
  settings: unknown;

  constructor(
    readonly app: HostApp,
    readonly manifest: PluginManifest,
  ) {
    super();
  }

  /** For subclasses: another device changed the data. */
  onExternalSettingsChange?(): unknown;

  onUserEnable(): void {
    // For subclasses.
  }

  async loadData(): Promise<unknown> {
    await this.app.clock.disk();
    const json = this.app.pluginData.get(this.manifest.id);
    return json === undefined ? null : (JSON.parse(json) as unknown);
  }

  async saveData(data: unknown): Promise<void> {
    const json = JSON.stringify(data);
    await this.app.clock.disk();
    this.app.pluginData.set(this.manifest.id, json);
  }

  /** The command as the palette shows it: id and name carry the plugin's. */
  addCommand(command: Command): Command {
    const { id, name } = this.manifest;
    const full = { ...command, id: `${id}:${command.id}`, name: `${name}: ${command.name}` };
    this.register(this.app.registry.name(this.app.registry.commands, full.id, full, 'command'));
    return full;
  }

  removeCommand(id: string): void {
    this.app.registry.commands.delete(`${this.manifest.id}:${id}`);
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = this.app.ribbonEl.createDiv({ cls: 'clickable-icon side-dock-ribbon-action', attr: { 'aria-label': title, role: 'button', tabindex: '0' } });
    setIcon(el, icon);
    el.addEventListener('click', callback);
    this.register(() => el.remove());
    return el;
  }

  addStatusBarItem(): HTMLElement {
    const el = this.app.statusBarEl.createDiv({ cls: `status-bar-item plugin-${this.manifest.id}` });
    this.register(() => el.remove());
    return el;
  }

  addSettingTab(tab: PluginSettingTab): void {
    this.register(this.app.registry.add(this.app.registry.settingTabs, tab));
    tab.update();
  }

  registerView(type: string, creator: ViewCreator): void {
    this.register(this.app.registry.view(type, creator));
  }

  registerExtensions(extensions: string[], viewType: string): void {
    const { registry } = this.app;
    for (const extension of extensions) this.register(registry.name(registry.extensions, extension, viewType, 'file extension'));
  }

  registerHoverLinkSource(id: string, info: unknown): void {
    this.register(this.app.registry.name(this.app.registry.hoverSources, id, info, 'hover source'));
  }

  registerMarkdownPostProcessor(processor: PostProcessor, sortOrder?: number): PostProcessor {
    if (sortOrder !== undefined) processor.sortOrder = sortOrder;
    this.register(this.app.registry.add(this.app.registry.postProcessors, processor));
    return processor;
  }

  registerMarkdownCodeBlockProcessor(language: string, handler: (source: string, el: HTMLElement, context: PostProcessorContext) => unknown, sortOrder?: number): PostProcessor {
    return this.registerMarkdownPostProcessor(codeBlockProcessor(language, handler), sortOrder);
  }

  registerBasesView(id: string, registration: BasesViewRegistration): boolean {
    if (!this.app.hasBases) return false;
    this.register(this.app.registry.name(this.app.registry.basesViews, id, registration, 'bases view'));
    return true;
  }

  /** An array that is given may change later; `workspace.updateOptions()` then tells the editors. */
  registerEditorExtension(extension: Extension): void {
    const remove = this.app.registry.add(this.app.registry.editorExtensions, extension);
    this.app.workspace.updateOptions();
    this.register(() => {
      remove();
      this.app.workspace.updateOptions();
    });
  }

  registerEditorSuggest(suggest: EditorSuggest<unknown>): void {
    const remove = this.app.registry.add(this.app.registry.editorSuggests, suggest);
    this.register(() => {
      remove();
      suggest.close();
    });
  }

  registerObsidianProtocolHandler(action: string, handler: (params: ObsidianProtocolData) => unknown): void {
    this.register(this.app.registry.name(this.app.registry.protocol, action, handler, 'protocol handler'));
  }

  registerCliHandler(command: string, description: string, flags: CliFlags | null, handler: (params: CliData) => string | Promise<string>): void {
    this.register(this.app.registry.name(this.app.registry.cli, command, { description, flags, run: handler }, 'cli handler'));
  }
}
