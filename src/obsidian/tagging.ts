/** Commands and menus that set tags: for the note in front, for files that a person points at, for all untagged executives. */
import { TFile, type Menu, type TAbstractFile } from 'obsidian';
import type { NoteKind } from '../playbook/note.js';
import { WORDS } from '../views/words/words.js';
import type { PluginContext } from './plugin-context.js';
import { TaggingActions, type TagAction } from './tagging-actions.js';
import { COMPETENCY_KINDS, LEVEL_KINDS, targetsAmong } from './tagging-targets.js';

interface TagEntry {
  readonly action: TagAction;
  readonly kinds: readonly NoteKind[];
  readonly command: { readonly id: string; readonly name: string };
  readonly menu: { readonly title: string; readonly icon: string };
}

const { commands, menu } = WORDS.tagging;

const ENTRIES: readonly TagEntry[] = [
  { action: 'level', kinds: LEVEL_KINDS, command: { id: 'set-level', name: commands.setLevel }, menu: { title: menu.setLevel, icon: 'signal' } },
  { action: 'needed', kinds: LEVEL_KINDS, command: { id: 'set-needed-level', name: commands.setNeeded }, menu: { title: menu.setNeeded, icon: 'target' } },
  { action: 'competencies', kinds: COMPETENCY_KINDS, command: { id: 'set-competencies', name: commands.setCompetencies }, menu: { title: menu.setCompetencies, icon: 'layers' } },
  { action: 'propose', kinds: COMPETENCY_KINDS, command: { id: 'tag-note', name: commands.tagNote }, menu: { title: menu.propose, icon: 'tags' } },
];

/** Items of one plugin stand together in the app's menus. */
const MENU_SECTION = 'cx-playbook';

export function registerTagging(context: PluginContext): void {
  const { plugin, app } = context;
  const actions = new TaggingActions(context);
  plugin.register(() => actions.dispose());
  for (const entry of ENTRIES) {
    plugin.addCommand({
      ...entry.command,
      checkCallback: (checking) => {
        const file = app.workspace.getActiveFile();
        if (file === null || !isTarget(context, file, entry.kinds)) return false;
        if (!checking) void actions.run(entry.action, [file.path]);
        return true;
      },
    });
  }
  plugin.addCommand({ id: 'tag-untagged', name: commands.tagUntagged, callback: () => void actions.proposeUntagged() });
  const add = (shown: Menu, files: readonly (TAbstractFile | null)[]): void => addItems(shown, files.filter((file) => file !== null), context, actions);
  plugin.registerEvent(app.workspace.on('file-menu', (shown, file) => add(shown, [file])));
  plugin.registerEvent(app.workspace.on('files-menu', (shown, files) => add(shown, files)));
  plugin.registerEvent(app.workspace.on('editor-menu', (shown, _editor, { file }) => add(shown, [file])));
}

/** While the playbook is being read, any note may turn out to be one. */
function isTarget({ playbook }: PluginContext, file: TFile, kinds: readonly NoteKind[]): boolean {
  return playbook.store === undefined ? file.extension === 'md' : targetsAmong([file], kinds, playbook.store).length > 0;
}

function addItems(shown: Menu, files: readonly TAbstractFile[], { playbook: { store } }: PluginContext, actions: TaggingActions): void {
  if (store === undefined) return;
  for (const { action, kinds, menu: { title, icon } } of ENTRIES) {
    const paths = targetsAmong(files, kinds, store);
    if (paths.length === 0) continue;
    const isOneNote = files.length === 1 && files[0] instanceof TFile;
    shown.addItem((item) =>
      item
        .setTitle(isOneNote ? title : menu.ofNotes(title, paths.length))
        .setIcon(icon)
        .setSection(MENU_SECTION)
        .onClick(() => void actions.run(action, paths)),
    );
  }
}
