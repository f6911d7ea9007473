/** The number of open annotations of the note one looks at, in the status bar. Phones have none. */
import { Platform } from 'obsidian';
import { WORDS } from '../views/words/words.js';
import { openAnnotations } from './open-annotations.js';
import { openThread } from './open-thread.js';
import type { PluginContext } from './plugin-context.js';

export function registerAnnotationCount(context: PluginContext): void {
  const { app, plugin, playbook, personal } = context;
  if (Platform.isPhone) return;
  let item: HTMLElement | undefined;
  const update = (): void => {
    const path = app.workspace.getActiveFile()?.path;
    const counts = openAnnotations(playbook.store?.playbook.annotations ?? []);
    const count = path === undefined || !personal.values.showStatusBar ? 0 : (counts.get(path) ?? 0);
    if (count === 0) {
      item?.remove();
      item = undefined;
      return;
    }
    item ??= plugin.addStatusBarItem();
    const button = item.querySelector('button') ?? addButton(item, () => openThread(app, undefined));
    button.setText(WORDS.annotationMarks.count(count));
    // The app shows it beside the pointer too.
    button.setAttribute('aria-label', WORDS.annotationMarks.countOpen(count));
  };
  plugin.register(playbook.subscribe(update));
  plugin.register(personal.subscribe(update));
  plugin.registerEvent(app.workspace.on('file-open', update));
  update();
}

function addButton(item: HTMLElement, run: () => void): HTMLButtonElement {
  const button = item.createEl('button', { cls: 'cx-annotation-count', attr: { type: 'button', 'data-tooltip-position': 'top' } });
  button.addEventListener('click', run);
  return button;
}
