/** What views ask of the app: open a note at a place, draw an icon, run one of our commands. */
import { MarkdownView, Notice, setIcon } from 'obsidian';
import { buildLineIndex } from '../markdown/text-range.js';
import { isMarkdown } from '../vault/vault.js';
import type { ViewHost } from '../views/view-host.js';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';
import type { PluginContext } from './plugin-context.js';

export function createViewHost(context: PluginContext): ViewHost {
  return {
    open: (path, options = {}) => {
      openPlace(context, path, options).catch((error: unknown) => new Notice(WORDS.plugin.notOpened(path, reasonOf(error))));
    },
    icon: (element, name) => setIcon(element, name),
    run: (command) => runCommand(context, command),
  };
}

async function openPlace({ app }: PluginContext, path: string, { offset, newTab = false }: { readonly offset?: number; readonly newTab?: boolean }): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file === null) {
    new Notice(WORDS.plugin.noSuchNote(path));
    return;
  }
  if (!isMarkdown(path)) {
    // The app knows which program shows such a file.
    await app.workspace.openLinkText(path, '', newTab ? 'tab' : false);
    return;
  }
  const leaf = app.workspace.getLeaf(newTab ? 'tab' : false);
  if (offset === undefined) {
    await leaf.openFile(file, { active: true });
    return;
  }
  // Lines, for an editor counts each of their ends as one unit, whatever the file has.
  const { line, column } = buildLineIndex(await app.vault.cachedRead(file)).position(offset);
  await leaf.openFile(file, { active: true, eState: { line: line - 1 } });
  const { view } = leaf;
  if (!(view instanceof MarkdownView) || view.getMode() !== 'source') return;
  const place = { line: line - 1, ch: column - 1 };
  view.editor.setCursor(place);
  view.editor.scrollIntoView({ from: place, to: place }, true);
  view.editor.focus();
}

/** The app has no public call for this; where its own is missing the person is told the way. */
function runCommand({ app, plugin }: PluginContext, id: string): void {
  const commands: unknown = Reflect.get(app, 'commands');
  const done = canExecute(commands) && commands.executeCommandById(`${plugin.manifest.id}:${id}`) !== false;
  if (!done) new Notice(WORDS.plugin.runFromPalette);
}

function canExecute(commands: unknown): commands is { executeCommandById: (id: string) => unknown } {
  return typeof commands === 'object' && commands !== null && 'executeCommandById' in commands && typeof commands.executeCommandById === 'function';
}
