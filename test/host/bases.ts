/**
 * Bases: a view that a plugin registered, over notes that a spec's query finds. Each change of the vault or the base gives
 * the view a new result and makes the old one unusable, so that a view which keeps entries fails.
 *
 * @example const base = await host.openBase('my-view', { query: (file) => file.path.startsWith('Work/'), groupBy: 'note.status' });
 */
import type { BasesAllOptions, BasesViewRegistration } from 'obsidian';
import type { HostApp } from './app.js';
import { Component } from './component.js';
import { throwLater } from './events.js';
import type { TFile } from './files.js';
import { same } from './same.js';
import { FileValue, NullValue, toValue, type Value } from './values.js';

export interface BaseSetup {
  /** Which notes the base finds, in their order; all without it. */
  readonly query?: (file: TFile) => boolean;
  /** Files that are no notes are found too, as the app finds them. */
  readonly otherFiles?: boolean;
  /** Id of the property that it groups by: `note.status`, `formula.due`. */
  readonly groupBy?: string;
  /** Formulas by name; what one gives is wrapped as the app does. */
  readonly formulas?: Readonly<Record<string, (file: TFile, properties: Readonly<Record<string, unknown>>) => unknown>>;
  /** The view's options as the file of the base holds them. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** Runs the query and tells the view. */
export class QueryController extends Component {}

export abstract class BasesView extends Component {
  abstract type: string;
  readonly app: HostApp;
  // Set once the view was made: a view that reads them earlier fails.
  config!: BasesViewConfig;
  data!: BasesQueryResult;
  allProperties: string[] = [];

  constructor(controller: HostController) {
    super();
    this.app = controller.app;
  }

  abstract onDataUpdated(): void;

  /** The host has no dialog for it: the note comes into being at once, as if the person had agreed. */
  async createFileForView(baseFileName = 'Untitled', process?: (frontmatter: Record<string, unknown>) => void): Promise<void> {
    const frontmatter: Record<string, unknown> = {};
    process?.(frontmatter);
    const lines = Object.entries(frontmatter).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
    let path = `${baseFileName}.md`;
    for (let number = 1; this.app.vault.getAbstractFileByPath(path) !== null; number++) path = `${baseFileName} ${number}.md`;
    await this.app.vault.create(path, lines.length === 0 ? '' : `---\n${lines.join('')}---\n`);
  }
}

export class BasesViewConfig {
  name = 'Test';
  readonly #values: Map<string, unknown>;
  readonly #changed: () => void;
  /** How often a view wrote a value. */
  writes = 0;

  constructor(values: Readonly<Record<string, unknown>>, changed: () => void) {
    this.#values = new Map(Object.entries(values));
    this.#changed = changed;
  }

  get(key: string): unknown {
    return this.#values.get(key);
  }

  getAsPropertyId(key: string): string | null {
    const value = this.#values.get(key);
    return typeof value === 'string' && /^(note|formula|file)\../.test(value) ? value : null;
  }

  getEvaluatedFormula(): Value {
    return NullValue.value;
  }

  /** Writes the base, which runs its query again, whether the value is another one or not. */
  set(key: string, value: unknown): void {
    this.writes++;
    this.choose(key, value);
  }

  /** The person chooses an option in the base's menu. */
  choose(key: string, value: unknown): void {
    if (value === null || value === undefined) this.#values.delete(key);
    else this.#values.set(key, value);
    this.#changed();
  }

  getOrder(): string[] {
    return [];
  }

  getSort(): never[] {
    return [];
  }

  getDisplayName(id: string): string {
    return id.slice(id.indexOf('.') + 1);
  }
}

/** Usable until the next result. */
export class BasesEntry {
  readonly #file: TFile;
  readonly #valueOf: (id: string) => Value | null;
  #isOld = false;

  constructor(file: TFile, valueOf: (id: string) => Value | null) {
    this.#file = file;
    this.#valueOf = valueOf;
  }

  get file(): TFile {
    if (this.#isOld) throw new Error('An entry of an old result was used.');
    return this.#file;
  }

  getValue(id: string): Value | null {
    if (this.#isOld) throw new Error('An entry of an old result was used.');
    return this.#valueOf(id);
  }

  expire(): void {
    this.#isOld = true;
  }
}

export class BasesEntryGroup {
  constructor(
    readonly entries: BasesEntry[],
    readonly key?: Value,
  ) {}

  hasKey(): boolean {
    return this.key !== undefined && !(this.key instanceof NullValue);
  }
}

export class BasesQueryResult {
  constructor(
    readonly data: BasesEntry[],
    readonly groupedData: BasesEntryGroup[],
  ) {}

  get properties(): string[] {
    return [];
  }

  getSummaryValue(): Value {
    return NullValue.value;
  }
}

/** A base on the screen, for specs. */
export class HostController extends QueryController {
  readonly config: BasesViewConfig;
  readonly containerEl: HTMLElement;
  view: BasesView | undefined;
  /** How often the view was given a result. */
  updates = 0;
  readonly #setup: BaseSetup;
  readonly #registration: BasesViewRegistration;
  #result: BasesQueryResult | undefined;

  constructor(
    readonly app: HostApp,
    registration: BasesViewRegistration,
    setup: BaseSetup,
    parent: HTMLElement,
  ) {
    super();
    this.#setup = setup;
    this.#registration = registration;
    this.containerEl = parent.createDiv({ cls: 'bases-view' });
    const grouping = setup.groupBy === undefined ? {} : { groupBy: { property: setup.groupBy, direction: 'ASC' } };
    this.config = new BasesViewConfig({ ...grouping, ...setup.config }, () => this.#later());
  }

  override onload(): void {
    const view = same(this.#registration.factory(same(this) as never, this.containerEl)) as BasesView;
    view.config = this.config;
    this.view = this.addChild(view);
    const { vault, metadataCache } = this.app;
    const events = [metadataCache.on('changed', () => this.#later()), ...['create', 'delete', 'rename'].map((name) => vault.on(name, () => this.#later()))];
    for (const event of events) this.registerEvent(event);
    this.update();
  }

  override onunload(): void {
    this.#expire();
    this.containerEl.remove();
  }

  /** The options that the base's menu shows. */
  options(): readonly BasesAllOptions[] {
    return this.#registration.options?.(same(this.config) as never) ?? [];
  }

  /** Runs the query and hands its result to the view, as when anything changed. */
  update(): void {
    this.#expire();
    if (this.view === undefined) return;
    this.#result = this.#run();
    this.view.data = this.#result;
    this.updates++;
    try {
      this.view.onDataUpdated();
    } catch (error) {
      throwLater(error);
    }
  }

  #waits = false;

  /** A moment later, once for all that changed meanwhile. */
  #later(): void {
    if (this.#waits) return;
    this.#waits = true;
    this.app.clock.after(50, () => {
      this.#waits = false;
      if (this.view !== undefined && this.containerEl.isConnected) this.update();
    });
  }

  #run(): BasesQueryResult {
    const { query = () => true, groupBy, otherFiles = false } = this.#setup;
    const files = this.app.vault.getFiles().filter((file) => (otherFiles || file.extension === 'md') && query(file));
    const entries = files.map((file) => new BasesEntry(file, (id) => this.#valueOf(file, id)));
    if (groupBy === undefined) return new BasesQueryResult(entries, [new BasesEntryGroup(entries)]);
    const groups = new Map<string, BasesEntryGroup>();
    for (const entry of entries) {
      const key = this.#valueOf(entry.file, groupBy);
      const group = groups.get(key.toString());
      if (group === undefined) groups.set(key.toString(), new BasesEntryGroup([entry], key));
      else group.entries.push(entry);
    }
    return new BasesQueryResult(entries, [...groups.values()]);
  }

  #valueOf(file: TFile, id: string): Value {
    const properties = this.app.metadataCache.getFileCache(file)?.frontmatter ?? {};
    const name = id.slice(id.indexOf('.') + 1);
    if (id.startsWith('formula.')) return toValue(this.#setup.formulas?.[name]?.(file, properties));
    if (id.startsWith('file.')) return name === 'file' ? new FileValue(file) : toValue({ name: file.name, path: file.path, folder: file.path.slice(0, Math.max(0, file.path.lastIndexOf('/'))) }[name]);
    return toValue(properties[name]);
  }

  #expire(): void {
    for (const entry of this.#result?.data ?? []) entry.expire();
    this.#result = undefined;
  }
}
