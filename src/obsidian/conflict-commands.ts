/** Merge conflicts: the view, its commands, and the menu of files. The command for the note in front is shown only where that has markers. */
import { MarkdownView, TFile, type App } from 'obsidian';
import { isMarkdown } from '../vault/vault.js';
import { WORDS } from '../views/words/words.js';
import { CONFLICT_VIEW, openConflicts } from './conflict-open.js';
import { holdsConflict, showsConflict } from './conflict-search.js';
import { ConflictView } from './conflict-view.js';
import type { PluginContext } from './plugin-context.js';

const words = WORDS.conflicts;
const ICON = 'git-merge';

export function registerConflicts(context: PluginContext): void {
  const { app, plugin } = context;
  plugin.registerView(CONFLICT_VIEW, (leaf) => new ConflictView(leaf, context));
  plugin.addCommand({
    id: 'resolve-conflict',
    name: words.resolveCommand,
    icon: ICON,
    checkCallback: (checking) => {
      const view = app.workspace.getActiveViewOfType(MarkdownView);
      const path = view?.file?.path;
      if (view === null || path === undefined || !holdsConflict(view.getViewData())) return false;
      if (!checking) void openConflicts(app, path);
      return true;
    },
  });
  plugin.addCommand({ id: 'show-conflicts', name: words.listCommand, icon: ICON, callback: () => void openConflicts(app, undefined) });
  plugin.registerEvent(app.workspace.on('file-menu', (menu, file) => {
    if (!(file instanceof TFile) || !isMarkdown(file.path) || !isKnownConflicted(app, file)) return;
    menu.addItem((item) => item.setTitle(words.menu).setIcon(ICON).setSection('cx-playbook').onClick(() => void openConflicts(app, file.path)));
  }));
}

/** A menu waits for no reading: what is open says it itself, of other notes the app's index shows most. */
function isKnownConflicted({ workspace, metadataCache }: App, file: TFile): boolean {
  if (showsConflict(metadataCache.getFileCache(file))) return true;
  return workspace.getLeavesOfType('markdown').some(({ view }) => view instanceof MarkdownView && view.file === file && holdsConflict(view.getViewData()));
}
