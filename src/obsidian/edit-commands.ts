/** Undo and redo as commands; and what keeps edits of notes on their notes, and ends with the plugin. */
import { WORDS } from '../views/words/words.js';
import type { PluginContext } from './plugin-context.js';

export function registerEdits({ plugin, app, edits }: PluginContext): void {
  plugin.register(() => edits.dispose());
  plugin.registerEvent(app.vault.on('rename', ({ path }, oldPath) => edits.renamed(oldPath, path)));
  plugin.addCommand({
    id: 'undo-edits',
    name: WORDS.edits.undoCommand,
    checkCallback: (checking) => {
      if (!edits.canUndo) return false;
      if (!checking) void edits.undo();
      return true;
    },
  });
  plugin.addCommand({
    id: 'redo-edits',
    name: WORDS.edits.redoCommand,
    checkCallback: (checking) => {
      if (!edits.canRedo) return false;
      if (!checking) void edits.redo();
      return true;
    },
  });
}
