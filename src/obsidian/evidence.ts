/** Commands and menus that record evidence: for the executive in front, or from a selection in any other note. */
import { MarkdownView, TFile, type Editor, type MarkdownFileInfo, type Menu, type TAbstractFile } from 'obsidian';
import { isMarkdown } from '../vault/vault.js';
import { WORDS } from '../views/words/words.js';
import { EvidenceActions, type Front } from './evidence-actions.js';
import type { PluginContext } from './plugin-context.js';
import { SignActions } from './sign-actions.js';
import { LEVEL_KINDS, targetsAmong } from './tagging-targets.js';

const words = WORDS.evidence;
/** Items of one plugin stand together in the app's menus. */
const MENU_SECTION = 'cx-playbook';

export function registerEvidence(context: PluginContext): void {
  const { plugin, app } = context;
  const evidence = new EvidenceActions(context);
  const signs = new SignActions(context);
  plugin.register(() => {
    evidence.dispose();
    signs.dispose();
  });
  plugin.addCommand({ id: 'add-evidence', name: words.add, callback: () => void evidence.add(passageInFront(context)) });
  plugin.addCommand({
    id: 'set-signs',
    name: words.checkSigns,
    checkCallback: (checking) => {
      const file = app.workspace.getActiveFile();
      if (file === null || !isExecutive(context, file)) return false;
      if (!checking) void signs.check(file.path);
      return true;
    },
  });
  plugin.registerEvent(app.workspace.on('file-menu', (menu, file) => {
    if (!isKnownExecutive(context, file)) return;
    addItem(menu, words.menu.add, 'quote', () => void evidence.add({ path: file.path, text: undefined, from: 0, to: 0 }));
    addItem(menu, words.menu.checkSigns, 'list-checks', () => void signs.check(file.path));
  }));
  plugin.registerEvent(app.workspace.on('editor-menu', (menu, editor, info) => {
    const { file } = info;
    if (file === null || context.playbook.store === undefined) return;
    const isOwn = isKnownExecutive(context, file);
    if (isOwn || editor.somethingSelected()) addItem(menu, words.menu.add, 'quote', () => void evidence.add(passageOf(editor, info)));
    if (isOwn) addItem(menu, words.menu.checkSigns, 'list-checks', () => void signs.check(file.path));
  }));
}

function passageInFront({ app }: PluginContext): Front | undefined {
  const file = app.workspace.getActiveFile();
  if (file === null || !isMarkdown(file.path)) return undefined;
  const info = app.workspace.activeEditor;
  const isReading = info instanceof MarkdownView && info.getMode() !== 'source';
  if (info?.editor === undefined || info.file !== file || isReading) return { path: file.path, text: undefined, from: 0, to: 0 };
  return passageOf(info.editor, info);
}

function passageOf(editor: Editor, { file }: MarkdownView | MarkdownFileInfo): Front | undefined {
  if (file === null) return undefined;
  return { path: file.path, text: editor.getValue(), from: editor.posToOffset(editor.getCursor('from')), to: editor.posToOffset(editor.getCursor('to')) };
}

/** While the playbook is being read, any note may turn out to be one. */
function isExecutive(context: PluginContext, file: TFile): boolean {
  return context.playbook.store === undefined ? file.extension === 'md' : isKnownExecutive(context, file);
}

function isKnownExecutive({ playbook: { store } }: PluginContext, file: TAbstractFile): boolean {
  return store !== undefined && file instanceof TFile && targetsAmong([file], LEVEL_KINDS, store).length > 0;
}

function addItem(menu: Menu, title: string, icon: string, run: () => void): void {
  menu.addItem((item) => item.setTitle(title).setIcon(icon).setSection(MENU_SECTION).onClick(run));
}
