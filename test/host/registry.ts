/** What plugins have added to the app: commands, views, handlers. Each call gives what takes its entry away again. */
import type { Extension } from '@codemirror/state';
import type { BasesViewRegistration, CliData, CliFlags, Command, ObsidianProtocolData } from 'obsidian';
import type { EditorSuggest } from './editor-suggest.js';
import { Events } from './events.js';
import type { WorkspaceLeaf } from './leaf.js';
import type { PostProcessor } from './preview.js';
import type { SettingTab } from './setting-tab.js';
import type { View } from './view.js';

export interface CliEntry {
  readonly description: string;
  readonly flags: CliFlags | null;
  readonly run: (params: CliData) => string | Promise<string>;
}

export type ViewCreator = (leaf: WorkspaceLeaf) => View;

/** Fires `view-registered` and `view-unregistered` with the view's type. */
export class Registry extends Events {
  readonly commands = new Map<string, Command>();
  readonly views = new Map<string, ViewCreator>();
  readonly extensions = new Map<string, string>();
  readonly cli = new Map<string, CliEntry>();
  readonly protocol = new Map<string, (params: ObsidianProtocolData) => unknown>();
  readonly basesViews = new Map<string, BasesViewRegistration>();
  readonly hoverSources = new Map<string, unknown>();
  readonly editorExtensions: Extension[] = [];
  readonly editorSuggests: EditorSuggest<unknown>[] = [];
  readonly postProcessors: PostProcessor[] = [];
  readonly settingTabs: SettingTab[] = [];

  /** Adds under a name that must be free, as the app demands. */
  name<T>(map: Map<string, T>, name: string, value: T, kind: string): () => void {
    if (map.has(name)) throw new Error(`Attempting to register an existing ${kind} "${name}"`);
    map.set(name, value);
    return () => {
      if (map.get(name) === value) map.delete(name);
    };
  }

  add<T>(list: T[], value: T): () => void {
    list.push(value);
    return () => {
      const at = list.indexOf(value);
      if (at !== -1) list.splice(at, 1);
    };
  }

  view(type: string, creator: ViewCreator): () => void {
    const remove = this.name(this.views, type, creator, 'view type');
    this.trigger('view-registered', type);
    return () => {
      remove();
      this.trigger('view-unregistered', type);
    };
  }

  /** Names of everything that is there, as `kind name`. */
  contents(): readonly string[] {
    const named = (kind: string, map: ReadonlyMap<string, unknown>): string[] => [...map.keys()].map((name) => `${kind} ${name}`);
    const counted = (kind: string, list: readonly unknown[]): string[] => list.map((_, index) => `${kind} ${index + 1}`);
    return [
      ...named('command', this.commands),
      ...named('view', this.views),
      ...named('file extension', this.extensions),
      ...named('cli handler', this.cli),
      ...named('protocol handler', this.protocol),
      ...named('bases view', this.basesViews),
      ...named('hover source', this.hoverSources),
      ...counted('editor extension', this.editorExtensions),
      ...counted('editor suggest', this.editorSuggests),
      ...counted('post processor', this.postProcessors),
      ...counted('setting tab', this.settingTabs),
    ];
  }
}
