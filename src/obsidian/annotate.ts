/** Annotations: commands and menus that write them, the view that shows them, and what keeps them on renamed notes. */
import { TFile, type Menu } from 'obsidian';
import { isMarkdown } from '../vault/vault.js';
import { WORDS } from '../views/words/words.js';
import { visibilityOfPath } from '../playbook/annotation.js';
import { AnnotationActions } from './annotation-actions.js';
import { registerAnnotationRenames } from './annotation-renames.js';
import { openView, VIEW_TYPES } from './open-view.js';
import { passageInFront, passageOf } from './passage.js';
import type { PluginContext } from './plugin-context.js';
import { THREADS_ICON, ThreadsView } from './threads-view.js';

const words = WORDS.annotate;
/** Items of one plugin stand together in the app's menus. */
const MENU_SECTION = 'cx-playbook';

export function registerAnnotate(context: PluginContext): void {
  const { app, plugin } = context;
  const actions = new AnnotationActions(context);
  plugin.register(() => actions.dispose());
  plugin.registerView(VIEW_TYPES.annotations, (leaf) => new ThreadsView(leaf, context, actions));
  registerAnnotationRenames(context);
  const addInFront = (id: string, name: string, icon: string, run: () => unknown): void => {
    plugin.addCommand({
      id,
      name,
      icon,
      checkCallback: (checking) => {
        const file = app.workspace.getActiveFile();
        if (file === null || !isMarkdown(file.path)) return false;
        if (!checking) void run();
        return true;
      },
    });
  };
  addInFront('annotate', words.annotate, 'message-square-plus', () => actions.annotate(passageInFront(app)));
  plugin.addCommand({ id: 'open-annotations', name: words.open, icon: THREADS_ICON, callback: () => void openView(app, 'annotations') });
  addInFront('resolve-annotation', words.resolveHere, 'check', () => actions.resolveAtCursor());
  addInFront('share-annotation', words.shareHere, 'share-2', () => actions.shareAtCursor());
  plugin.registerEvent(app.workspace.on('file-menu', (menu, file) => {
    if (file instanceof TFile && canAnnotate(file)) addItem(menu, words.menu.note, () => void actions.annotate({ path: file.path, selection: { kind: 'note' } }));
  }));
  plugin.registerEvent(app.workspace.on('editor-menu', (menu, editor, info) => {
    const { file } = info;
    if (file === null || !canAnnotate(file)) return;
    addItem(menu, editor.somethingSelected() ? words.menu.selection : words.menu.note, () => void actions.annotate(passageOf(editor, info)));
  }));
}

function canAnnotate({ path }: TFile): boolean {
  return isMarkdown(path) && visibilityOfPath(path) === undefined;
}

function addItem(menu: Menu, title: string, run: () => void): void {
  menu.addItem((item) => item.setTitle(title).setIcon('message-square-plus').setSection(MENU_SECTION).onClick(run));
}
