/** The findings as a view of the app: grouping and filters are the pane's state, and stay with it. */
import type { ViewStateResult, WorkspaceLeaf } from 'obsidian';
import { h } from 'preact';
import { readChoice, type FindingsChoice } from '../views/findings-model.js';
import { FindingsList } from '../views/FindingsList.js';
import { WORDS } from '../views/words/words.js';
import { createListFixes } from './list-fixes.js';
import { openView, VIEW_TYPES } from './open-view.js';
import type { PluginContext } from './plugin-context.js';
import { PreactItemView } from './preact-item-view.js';
import { createViewHost } from './view-host.js';

const ICON = 'list-checks';

export function registerFindings(context: PluginContext): void {
  const { app, plugin } = context;
  plugin.registerView(VIEW_TYPES.findings, (leaf) => new FindingsView(leaf, context));
  plugin.addCommand({ id: 'open-findings', name: WORDS.findings.open, icon: ICON, callback: () => void openView(app, 'findings') });
}

export class FindingsView extends PreactItemView {
  #choice = readChoice(undefined);

  constructor(leaf: WorkspaceLeaf, context: PluginContext) {
    const { playbook } = context;
    const host = createViewHost(context);
    const fixes = createListFixes(context);
    const onChoice = (choice: FindingsChoice): void => {
      this.#choice = choice;
      this.redraw();
      void context.app.workspace.requestSaveLayout();
    };
    super(leaf, {
      type: VIEW_TYPES.findings,
      icon: ICON,
      title: WORDS.findings.title,
      content: () => h(FindingsList, { playbook, host, fixes, choice: this.#choice, onChoice }),
    });
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.#choice };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.#choice = readChoice(state);
    await super.setState(state, result);
    this.redraw();
  }
}
