/** Tells that a file was written into the vault, with a button that opens it. */
import { Notice } from 'obsidian';
import { WORDS } from '../views/words/words.js';
import type { PluginContext } from './plugin-context.js';
import { createViewHost } from './view-host.js';

/** OURS: long enough to read a line and reach for the button. */
const SHOWN_MS = 10_000;

export function tellSaved(context: PluginContext, path: string): void {
  const words = WORDS.roadmapHost;
  const content = createFragment((fragment) => {
    const text = fragment.createDiv({ cls: 'cx-edit-notice', attr: { role: 'status' } });
    text.createDiv({ text: words.saved(path) });
    // The click also closes the notice.
    text.createEl('button', { text: words.openFile, attr: { type: 'button' } }).addEventListener('click', () => createViewHost(context).open(path, { newTab: true }));
  });
  new Notice(content, SHOWN_MS);
}
