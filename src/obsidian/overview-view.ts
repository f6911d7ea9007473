/** The overview as a view of the app, with its command and its icon in the ribbon. */
import type { WorkspaceLeaf } from 'obsidian';
import { h } from 'preact';
import { EVERYTHING } from '../views/findings-model.js';
import { Overview } from '../views/Overview.js';
import { WORDS } from '../views/words/words.js';
import { openView, VIEW_TYPES } from './open-view.js';
import type { PluginContext } from './plugin-context.js';
import { PreactItemView } from './preact-item-view.js';
import { createViewHost } from './view-host.js';

const ICON = 'compass';

export function registerOverview(context: PluginContext): void {
  const { app, plugin, playbook } = context;
  const host = createViewHost(context);
  const onShowFindings = (rules: readonly string[]): void => void openView(app, 'findings', { ...EVERYTHING, rules });
  const content = () => h(Overview, { playbook, host, onShowFindings });
  plugin.registerView(VIEW_TYPES.overview, (leaf: WorkspaceLeaf) => new PreactItemView(leaf, { type: VIEW_TYPES.overview, icon: ICON, title: WORDS.overview.title, content }));
  const open = (): void => void openView(app, 'overview');
  plugin.addCommand({ id: 'open-overview', name: WORDS.overview.open, icon: ICON, callback: open });
  plugin.addRibbonIcon(ICON, WORDS.overview.open, open);
}
