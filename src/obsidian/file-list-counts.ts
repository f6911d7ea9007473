/**
 * The number of open annotations behind each note's name in the app's file list.
 *
 * The app has no interface for that: its file list keeps an item for each file under `fileItems`, with its row as
 * `selfEl`. This is not documented, so everything is looked at before it is used, and where it is another way nothing is
 * shown. Rows outside the window are kept by the list and shown again as they were; a list that is opened later is a
 * change of the layout.
 */
import type { View } from 'obsidian';
import { WORDS } from '../views/words/words.js';
import { openAnnotations } from './open-annotations.js';
import type { PluginContext } from './plugin-context.js';

const FILE_LIST = 'file-explorer';

export function registerFileListCounts({ app, plugin, playbook }: PluginContext): void {
  /** By the row that it stands in. */
  const badges = new Map<HTMLElement, HTMLElement>();
  const update = (): void => {
    const counts = openAnnotations(playbook.store?.playbook.annotations ?? []);
    const wanted = new Map<HTMLElement, number>();
    for (const { view } of app.workspace.getLeavesOfType(FILE_LIST)) {
      for (const [path, count] of counts) {
        const row = rowOf(view, path);
        if (row !== undefined) wanted.set(row, count);
      }
    }
    for (const [row, badge] of badges) {
      if (wanted.has(row) && row.contains(badge)) continue;
      badge.remove();
      badges.delete(row);
    }
    for (const [row, count] of wanted) {
      const badge = badges.get(row) ?? row.createSpan({ cls: 'cx-annotation-badge' });
      badges.set(row, badge);
      badge.setText(String(count));
      badge.setAttribute('aria-label', WORDS.annotationMarks.inFile(count));
    }
  };
  plugin.register(playbook.subscribe(update));
  app.workspace.onLayoutReady(() => {
    if (playbook.isDisposed) return;
    plugin.registerEvent(app.workspace.on('layout-change', update));
    update();
  });
  plugin.register(() => {
    for (const badge of badges.values()) badge.remove();
    badges.clear();
  });
}

/** The row of a file; undefined where the list is made in another way. */
function rowOf(view: View, path: string): HTMLElement | undefined {
  const items: unknown = 'fileItems' in view ? view.fileItems : undefined;
  if (typeof items !== 'object' || items === null || !Object.hasOwn(items, path)) return undefined;
  const item: unknown = Reflect.get(items, path);
  if (typeof item !== 'object' || item === null || !('selfEl' in item)) return undefined;
  const { selfEl } = item;
  return selfEl instanceof Node && selfEl.instanceOf(HTMLElement) ? selfEl : undefined;
}
