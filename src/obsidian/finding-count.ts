/** The number of findings of the note one looks at, in the status bar. Phones have none. */
import { Platform, type App } from 'obsidian';
import type { EditorView } from '@codemirror/view';
import { WORDS } from '../views/words/words.js';
import { openView } from './open-view.js';
import type { PluginContext } from './plugin-context.js';

/** How many findings open editors show, of the text as it stands. */
export class ShownCounts {
  readonly #counts = new Map<EditorView, { readonly path: string; readonly count: number }>();
  /** Called after each change. */
  onChange: () => void = () => undefined;

  /** Without a path nothing is shown. */
  set(view: EditorView, path: string | undefined, count: number): void {
    if (path === undefined) this.#counts.delete(view);
    else this.#counts.set(view, { path, count });
    this.onChange();
  }

  forget(view: EditorView): void {
    if (this.#counts.delete(view)) this.onChange();
  }

  /** Undefined when no editor shows the note. */
  of(path: string): number | undefined {
    return [...this.#counts.values()].find((shown) => shown.path === path)?.count;
  }
}

export function registerFindingCount(context: PluginContext, shown: ShownCounts): void {
  const { app, plugin, playbook, personal } = context;
  if (Platform.isPhone) return;
  let item: HTMLElement | undefined;
  const update = (): void => {
    if (!personal.values.showStatusBar) {
      item?.remove();
      item = undefined;
      return;
    }
    item ??= plugin.addStatusBarItem();
    showCount(app, item, countsOf(context, shown));
  };
  shown.onChange = update;
  plugin.register(() => {
    shown.onChange = () => undefined;
  });
  plugin.register(playbook.subscribe(update));
  plugin.register(personal.subscribe(update));
  plugin.registerEvent(app.workspace.on('file-open', update));
  update();
}

interface Counts {
  readonly ofNote: number;
  readonly inAll: number;
}

/** Undefined where the active file is no note of the playbook and has no findings. */
function countsOf({ app, playbook }: PluginContext, shown: ShownCounts): Counts | undefined {
  const path = app.workspace.getActiveFile()?.path;
  const { store } = playbook;
  if (path === undefined || store === undefined) return undefined;
  const { diagnostics } = playbook.result;
  const ofNote = shown.of(path) ?? diagnostics.filter((diagnostic) => diagnostic.path === path).length;
  return ofNote === 0 && store.playbook.note(path) === undefined ? undefined : { ofNote, inAll: diagnostics.length };
}

function showCount(app: App, item: HTMLElement, counts: Counts | undefined): void {
  item.toggle(counts !== undefined);
  if (counts === undefined) return;
  const button = item.querySelector('button') ?? addButton(app, item);
  button.setText(WORDS.editor.count(counts.ofNote));
  // The app shows it beside the pointer too.
  button.setAttribute('aria-label', WORDS.editor.countInAll(counts.ofNote, counts.inAll));
}

function addButton(app: App, item: HTMLElement): HTMLButtonElement {
  const button = item.createEl('button', { cls: 'cx-finding-count', attr: { type: 'button', 'data-tooltip-position': 'top' } });
  button.addEventListener('click', () => void openView(app, 'findings'));
  return button;
}
