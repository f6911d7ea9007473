/** The annotations as a view at the side: of the note in front, or of the vault. What a person chose to see stays with the pane. */
import type { TFile, ViewStateResult, WorkspaceLeaf } from 'obsidian';
import { h } from 'preact';
import type { PlacedAnnotation } from '../playbook/annotation.js';
import { readThreadsChoice, type ThreadsChoice } from '../views/thread-choice.js';
import { buildThreadRows, notesToConfirm, type ThreadRow } from '../views/thread-rows.js';
import { ThreadList } from '../views/ThreadList.js';
import { WORDS } from '../views/words/words.js';
import type { AnnotationActions } from './annotation-actions.js';
import { VIEW_TYPES } from './open-view.js';
import type { PluginContext } from './plugin-context.js';
import { PreactItemView } from './preact-item-view.js';
import { createViewHost } from './view-host.js';

export const THREADS_ICON = 'message-square-quote';

export class ThreadsView extends PreactItemView {
  readonly #context: PluginContext;
  #choice = readThreadsChoice(undefined);
  #focused: { readonly path: string } | undefined;
  #rows: readonly ThreadRow[] | undefined;
  /** The note that was in front last. */
  #note: TFile | null = null;
  /** What the rows were made from. */
  #placed: readonly PlacedAnnotation[] | undefined;

  constructor(leaf: WorkspaceLeaf, context: PluginContext, actions: AnnotationActions) {
    const { app, playbook } = context;
    const host = createViewHost(context);
    const resolveLink = (target: string, path: string): string | undefined => playbook.store?.playbook.resolvePath({ target }, path);
    const onChoice = (choice: ThreadsChoice): void => {
      this.#choice = choice;
      this.redraw();
      void app.workspace.requestSaveLayout();
    };
    super(leaf, {
      type: VIEW_TYPES.annotations,
      icon: THREADS_ICON,
      title: WORDS.annotate.title,
      content: () =>
        h(ThreadList, {
          threads: this.#rows,
          currentPath: this.#noteInFront()?.path,
          today: playbook.options.today(),
          host,
          actions,
          resolveLink,
          focused: this.#focused,
          drafts: actions.drafts,
          choice: this.#choice,
          onChoice,
        }),
    });
    this.#context = context;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.#choice };
  }

  /** `thread` asks for one to be shown, by its path; the choice stays as it is where the state holds nothing else. */
  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const thread: unknown = typeof state === 'object' && state !== null && 'thread' in state ? state.thread : undefined;
    if (typeof thread === 'string') this.#focused = { path: thread };
    else this.#choice = readThreadsChoice(state);
    await super.setState(state, result);
    this.redraw();
  }

  protected override async onOpen(): Promise<void> {
    const { app, playbook } = this.#context;
    this.register(playbook.subscribe(() => void this.#follow()));
    this.registerEvent(app.workspace.on('file-open', () => this.redraw()));
    this.registerEvent(app.vault.on('rename', () => this.redraw()));
    await super.onOpen();
    await this.#follow();
  }

  /** In a window or tab of its own the list is itself in front: it goes on with the note before it. */
  #noteInFront(): TFile | null {
    const { app } = this.#context;
    const isInFront = app.workspace.getMostRecentLeaf() === this.leaf;
    const note = app.workspace.getActiveFile() ?? (isInFront ? this.#note : null);
    this.#note = note !== null && app.vault.getFileByPath(note.path) === note ? note : null;
    return this.#note;
  }

  /** Takes in what the playbook knows by now. */
  async #follow(): Promise<void> {
    const { playbook, vault } = this.#context;
    const placed = playbook.store?.playbook.annotations;
    if (placed === this.#placed) {
      // The day may be another.
      this.redraw();
      return;
    }
    this.#placed = placed;
    const texts = new Map<string, string>();
    for (const path of notesToConfirm(placed ?? [])) {
      // A note that cannot be read is shown without the text of its places.
      const text = await vault.read(path).catch(() => undefined);
      if (text !== undefined) texts.set(path, text);
    }
    if (placed !== this.#placed) return;
    this.#rows = placed === undefined ? undefined : buildThreadRows(placed, (path) => texts.get(path));
    this.redraw();
  }
}
