/** The test host with a plugin that holds single features: a spec shows one part as it stands in the app. */
import { Plugin, type App, type MarkdownView, type PluginManifest } from 'obsidian';
import { EditorView } from '@codemirror/view';
import { buildContext } from '../../src/obsidian/build-context.js';
import { feedPlaybook } from '../../src/obsidian/playbook-feed.js';
import type { Feature, PluginContext } from '../../src/obsidian/plugin-context.js';
import { date } from '../builders.js';
import { createHost, type Host, type HostOptions } from '../host/host.js';

const MANIFEST: PluginManifest = { id: 'cx-playbook', name: 'CX Playbook', version: '0.1.0', minAppVersion: '1.13.0', author: 'Tests', description: 'Shows single features.' };

export interface FeatureHost {
  readonly host: Host;
  readonly context: PluginContext;
}

/** A vault whose playbook was read, with the features loaded. `today` is 2026-11-22; `prepare` may change the app before. */
export async function hostWith(features: readonly Feature[], options: HostOptions, prepare: (app: App) => void = () => undefined): Promise<FeatureHost> {
  const contexts: PluginContext[] = [];
  class FeaturePlugin extends Plugin {
    override async onload(): Promise<void> {
      const context = await buildContext(this, () => date('2026-11-22'));
      if (context === undefined) return;
      contexts.push(context);
      for (const register of features) register(context);
      feedPlaybook(context);
    }
  }
  const host = createHost(options);
  prepare(host.app);
  await host.layoutReady();
  await host.load(FeaturePlugin, MANIFEST);
  const context = contexts[0]!;
  await context.playbook.settled();
  await host.settle();
  return { host, context };
}

/** The CodeMirror view of an open note. */
export function codeOf(view: MarkdownView): EditorView {
  const element = view.contentEl.querySelector<HTMLElement>('.cm-editor');
  const code = element === null ? null : EditorView.findFromDOM(element);
  if (code === null) throw new Error('The note shows no editor.');
  return code;
}
