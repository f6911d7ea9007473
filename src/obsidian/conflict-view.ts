/**
 * The resolver of merge conflicts as a view of the app: a note's choices, or the notes with conflicts. It reads the note
 * again whenever that changes; what was chosen stays where both sides still say the same.
 */
import { MarkdownView, Notice, TFile, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { h, type ComponentChild } from 'preact';
import { readConflictChoices, type ConflictReading } from '../history/conflict-choices.js';
import { resolveConflicts, type ConflictResult } from '../history/conflict-result.js';
import type { ConflictOption } from '../history/conflict-slots.js';
import { titleOfPath } from '../playbook/link-index.js';
import { readOrUndefined } from '../vault/vault.js';
import type { ChosenWay } from '../views/ConflictCard.js';
import { ConflictNotes, type ConflictSearch } from '../views/ConflictNotes.js';
import { ConflictResolver } from '../views/ConflictResolver.js';
import type { ViewHost } from '../views/view-host.js';
import { WORDS } from '../views/words/words.js';
import { CONFLICT_VIEW } from './conflict-open.js';
import { findConflictedNotes } from './conflict-search.js';
import { reasonOf } from './error-reason.js';
import { saveOpenEditors } from './open-editors.js';
import type { PluginContext } from './plugin-context.js';
import { PreactItemView } from './preact-item-view.js';
import { createViewHost } from './view-host.js';

const NOT_LOOKED: ConflictSearch = { notes: [], progress: { read: 0, all: 0 } };

export class ConflictView extends PreactItemView {
  readonly #context: PluginContext;
  readonly #host: ViewHost;
  /** The note that is resolved; undefined for the list. */
  #path: string | undefined;
  /** Undefined for the list, and until the note was read. */
  #reading: ConflictReading | undefined;
  #chosen: ReadonlyMap<string, ChosenWay> = new Map();
  #done: { readonly path: string; readonly isGone: boolean } | undefined;
  #search = NOT_LOOKED;
  /** Counts readings and searches: of two that overlap the newer one counts. */
  #readings = 0;
  #searches = 0;

  constructor(leaf: WorkspaceLeaf, context: PluginContext) {
    super(leaf, { type: CONFLICT_VIEW, icon: 'git-merge', title: WORDS.conflicts.title, content: () => this.#content() });
    this.#context = context;
    this.#host = createViewHost(context);
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...(this.#path === undefined ? {} : { path: this.#path }) };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const path: unknown = typeof state === 'object' && state !== null && 'path' in state ? state.path : undefined;
    await this.#show(typeof path === 'string' ? path : undefined);
  }

  protected override async onOpen(): Promise<void> {
    const { vault } = this.#context.app;
    this.registerEvent(vault.on('modify', ({ path }) => {
      if (path === this.#path) void this.#read(path);
    }));
    this.registerEvent(vault.on('delete', ({ path }) => {
      if (path === this.#path) void this.#read(path);
    }));
    this.registerEvent(vault.on('rename', (file, oldPath) => {
      if (this.#path === undefined || !(file instanceof TFile) || oldPath !== this.#path) return;
      this.#path = file.path;
      void this.#read(file.path);
    }));
    this.register(() => {
      this.#readings++;
      this.#searches++;
    });
    await super.onOpen();
  }

  #content(): ComponentChild {
    const { playbook } = this.#context;
    const path = this.#path;
    if (path === undefined) {
      return h(ConflictNotes, { search: this.#search, done: this.#done, host: this.#host, onResolve: (path) => void this.#show(path), onLookAgain: () => void this.#look() });
    }
    const reading = this.#reading;
    if (reading === undefined) return h('div', { class: 'cx-pane' });
    return h(ConflictResolver, {
      title: titleOfPath(path),
      reading,
      chosen: this.#chosen,
      result: this.#result(reading),
      labels: playbook.store?.config.settings.levelLabels ?? {},
      host: this.#host,
      onChoose: (chosen) => {
        this.#chosen = chosen;
        this.redraw();
      },
      onWrite: () => void this.#write(path, reading),
      onOpen: (offset) => this.#openNote(path, offset),
      onShowList: () => void this.#show(undefined),
    });
  }
  async #show(path: string | undefined): Promise<void> {
    // Asked for again, a note keeps what was chosen.
    if (path === undefined || path !== this.#path) {
      this.#path = path;
      this.#reading = undefined;
      this.#chosen = new Map();
    }
    this.#done = undefined;
    if (path === undefined) await this.#look();
    else {
      // Markers may have been typed a moment ago; what cannot be saved is told when it comes to writing.
      await saveOpenEditors(this.#context.app, [path]);
      await this.#read(path);
    }
    void this.#context.app.workspace.requestSaveLayout();
  }

  /** Reads the note anew; when nothing of its conflicts is left the list comes in its place. */
  async #read(path: string): Promise<void> {
    const reading = ++this.#readings;
    const text = await readOrUndefined(this.#context.vault, path);
    const read = text === undefined ? undefined : await readConflictChoices(text);
    if (reading !== this.#readings || path !== this.#path) return;
    if (read === undefined || read.choices.length + read.strays.length === 0) {
      this.#path = undefined;
      this.#reading = undefined;
      this.#done = { path, isGone: text === undefined };
      await this.#look();
      return;
    }
    this.#reading = read;
    // What a rule makes certain is chosen before, once: what the person chose since stays.
    const suggested = read.choices.flatMap(({ key, suggestion }) => (suggestion === undefined || this.#chosen.has(key) ? [] : [[key, suggestion.option] as const]));
    const known = new Set(read.choices.map(({ key }) => key));
    this.#chosen = new Map([...[...this.#chosen].filter(([key]) => known.has(key)), ...suggested]);
    this.redraw();
  }

  async #look(): Promise<void> {
    const search = ++this.#searches;
    this.#search = NOT_LOOKED;
    this.redraw();
    const isOver = (): boolean => search !== this.#searches;
    const tell = (found: ConflictSearch): void => {
      if (isOver()) return;
      this.#search = found;
      this.redraw();
    };
    await findConflictedNotes(this.#context, tell, isOver);
  }

  #result(reading: ConflictReading): ConflictResult {
    const options = new Map<string, ConflictOption>();
    for (const [key, way] of this.#chosen) if (way !== 'hand') options.set(key, way);
    return resolveConflicts(reading, options);
  }

  /** Makes the choices in the text as it stands now, what is typed beside them included, and shows what comes of it first. */
  async #write(path: string, reading: ConflictReading): Promise<void> {
    const { edits } = this.#context;
    const words = WORDS.conflicts;
    try {
      const plan = await edits.plan(words.editTitle, [path], async (_path, text) => {
        const { text: after, parses } = this.#result(text === reading.text ? reading : await readConflictChoices(text));
        return parses ? { ok: true, text: after } : { ok: false, message: words.notWritten(path) };
      });
      await edits.review(plan);
    } catch (error) {
      new Notice(words.failed(reasonOf(error)));
    }
    // As it stands now, whether it was written or somebody was faster.
    if (this.#path === path) await this.#read(path);
  }

  /** Where the note is open already, else beside this view. */
  #openNote(path: string, offset: number | undefined): void {
    const { workspace } = this.#context.app;
    const leaf = workspace.getLeavesOfType('markdown').find(({ view }) => view instanceof MarkdownView && view.file?.path === path);
    if (leaf !== undefined) workspace.setActiveLeaf(leaf, { focus: true });
    this.#host.open(path, { newTab: leaf === undefined, ...(offset === undefined ? {} : { offset }) });
  }
}
