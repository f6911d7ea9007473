/** The command that reads the recorded levels from git, and the notice that tells how far it is and can stop it. */
import { Notice } from 'obsidian';
import type { HistoryProgress, HistorySource, HistoryState } from '../views/history-source.js';
import { WORDS } from '../views/words/words.js';
import type { PluginContext } from './plugin-context.js';

const words = WORDS.history;
/** Stays until the reading ends or somebody clicks. */
const SHOWN_UNTIL_CLICKED = 0;

export function registerRecordedHistory({ plugin, history }: PluginContext): void {
  if (history === undefined) return;
  plugin.addCommand({
    id: 'read-commitment-history',
    name: words.read,
    icon: 'history',
    checkCallback: (checking) => {
      const canRead = history.canRead();
      if (canRead && !checking) history.read();
      return canRead;
    },
  });
  const notice = new ProgressNotice(history);
  plugin.register(history.subscribe(() => notice.follow(history.state)));
  plugin.register(() => notice.hide());
}

/** One at a time; clicked away, it stays away until the reading ends. */
class ProgressNotice {
  readonly #history: HistorySource;
  #open: { readonly notice: Notice; readonly count: HTMLElement } | undefined;
  #before: HistoryState | undefined;

  constructor(history: HistorySource) {
    this.#history = history;
  }

  follow(state: HistoryState): void {
    const wasReading = this.#before?.reading !== undefined;
    const before = this.#before;
    this.#before = state;
    if (state.reading !== undefined) {
      if (wasReading) this.#open?.count.setText(words.progress(state.reading));
      else this.#show(state.reading);
      return;
    }
    if (!wasReading) return;
    this.hide();
    if (state.failure !== undefined) new Notice(words.failed(state.failure), SHOWN_UNTIL_CLICKED);
    else if (state.history !== undefined && state.history !== before?.history) new Notice(words.done(state.history));
    else new Notice(words.stopped(state.history !== undefined));
  }

  hide(): void {
    this.#open?.notice.hide();
    this.#open = undefined;
  }

  #show(reading: HistoryProgress): void {
    this.hide();
    const counts: HTMLElement[] = [];
    const content = createFragment((fragment) => {
      const text = fragment.createDiv({ cls: 'cx-edit-notice' });
      text.createDiv({ text: words.reading, attr: { role: 'status' } });
      counts.push(text.createDiv({ text: words.progress(reading), cls: 'cx-notice-count' }));
      const button = text.createEl('button', { text: words.cancel, attr: { type: 'button' } });
      // The click also closes the notice.
      button.addEventListener('click', () => this.#history.cancel());
    });
    const notice = new Notice(content, SHOWN_UNTIL_CLICKED);
    const [count] = counts;
    if (count !== undefined) this.#open = { notice, count };
  }
}
