/**
 * The roadmap over the result of a base: reads the notes of the result into items, and draws them by the base's options.
 *
 * The app replaces the result with each change of the vault or the base, and tells so more often than anything changed:
 * a note whose values are those of before keeps its item, and when all do, the roadmap is not laid out again. Nothing of
 * the result is kept.
 */
import { parseFrontMatterAliases, type BasesEntry, type BasesPropertyId, type BasesQueryResult, type BasesViewConfig } from 'obsidian';
import { h, render } from 'preact';
import { describeRoadmapChoice, DEFAULT_CHOICE, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapSource } from '../roadmap/roadmap-layout.js';
import type { NewItem } from '../roadmap/roadmap-change.js';
import { titleOfPath } from '../playbook/link-index.js';
import { isMarkdown } from '../vault/vault.js';
import type { RoadmapActions } from '../views/roadmap-actions.js';
import { RoadmapView } from '../views/RoadmapView.js';
import { WORDS } from '../views/words/words.js';
import { createBaseActions } from './base-actions.js';
import { BaseGroups } from './base-groups.js';
import { chosenRoles, keepBaseChoice, readBaseChoice, readOwnGroups, readRoles, type OwnGroups } from './base-options.js';
import type { PluginContext } from './plugin-context.js';
import { readBaseItem, writtenName, type BaseItem, type BaseNote, type BaseRole, type BaseRoles } from './roadmap-base-items.js';
import { groupName, plainValue } from './roadmap-base-values.js';
import { createRoadmapOutput } from './roadmap-output.js';
import { createSavedViews } from './saved-views.js';
import { createShowMenu } from './show-menu.js';
import { createViewHost } from './view-host.js';

const words = WORDS.roadmapHost;

/** Troubles of single notes that are told; the rest is a number. */
const MOST_PROBLEMS = 3;

/** Makes a note in the app's own dialog; `valueOf` gives what a group of the base stands for in a note. */
type CreateNote = (roles: BaseRoles, item: NewItem, valueOf: (name: string) => unknown) => void;

interface ReadNote extends BaseItem {
  /** All values that were read, as text: the item is another one when it is. */
  readonly signature: string;
}

export class BaseRoadmap {
  readonly #context: PluginContext;
  readonly #element: HTMLElement;
  readonly #create: CreateNote;
  readonly #parts;
  #notes: ReadonlyMap<string, ReadNote> = new Map();
  #named = new BaseGroups();
  #source: RoadmapSource | undefined;
  #problems: readonly string[] = [];
  #roles: BaseRoles | undefined;
  #actions: RoadmapActions | undefined;
  #groups: OwnGroups = { grouping: undefined, property: undefined, isComputed: false };
  /** What the base's options said when they were last read, and what is shown. */
  #chosen: RoadmapChoice = DEFAULT_CHOICE;
  #choice: RoadmapChoice = DEFAULT_CHOICE;
  #config: BasesViewConfig | undefined;
  #isClosed = false;

  constructor(context: PluginContext, element: HTMLElement, create: CreateNote) {
    this.#context = context;
    this.#element = element;
    this.#create = create;
    const documentOf = (): Document => element.ownerDocument;
    this.#parts = {
      playbook: context.playbook,
      host: createViewHost(context),
      output: createRoadmapOutput(context, { document: documentOf, look: () => this.#choice }),
      savedViews: createSavedViews(context.personal),
      showMenu: createShowMenu(documentOf),
    };
  }

  /** Takes a result of the base. `config` is the view's own, whose values change with the base's options. */
  update(config: BasesViewConfig, result: BasesQueryResult): void {
    // The app may go on telling a view whose plugin is gone.
    if (this.#isClosed) return;
    this.#config = config;
    const kindProperty = this.#context.playbook.store?.config.settings.kindProperty ?? 'type';
    const roles = readRoles(config, kindProperty);
    const groups = readOwnGroups(config, roles, result.groupedData.some((group) => group.hasKey()));
    const rolesChanged = this.#roles === undefined || JSON.stringify(roles) !== JSON.stringify(this.#roles);
    if (rolesChanged || JSON.stringify(groups) !== JSON.stringify(this.#groups)) this.#takeRoles(roles, groups);
    this.#groups = groups;
    this.#takeChoice(readBaseChoice(config, groups));
    if (this.#takeNotes(result, roles, rolesChanged)) {
      this.#source = this.#newSource();
      this.#problems = this.#findProblems(roles, kindProperty);
    }
    this.redraw();
  }

  redraw(): void {
    if (this.#source === undefined) return;
    render(h(RoadmapView, { ...this.#parts, actions: this.#actions, source: this.#source, problems: this.#problems, choice: this.#choice, onChoice: this.#onChoice }), this.#element);
  }

  /** Draws all anew, in the window where it is now. */
  reopen(): void {
    render(null, this.#element);
    this.redraw();
  }

  close(): void {
    this.#isClosed = true;
    render(null, this.#element);
    this.#notes = new Map();
    this.#source = undefined;
  }

  #takeRoles(roles: BaseRoles, groups: OwnGroups): void {
    this.#roles = roles;
    const create = (item: NewItem): void => this.#create(roles, item, (name) => (groups.grouping !== item.lane?.groupBy ? name : groups.isComputed ? undefined : this.#named.valueOf(name)));
    this.#actions = createBaseActions(this.#context, roles, groups, create, () => this.#named);
  }

  /** What the base's options changed is shown; all else stays as the person has it in front. */
  #takeChoice(chosen: RoadmapChoice): void {
    const before = this.#chosen;
    this.#chosen = chosen;
    const next = {
      ...this.#choice,
      ...(chosen.groupBy === before.groupBy ? {} : { groupBy: chosen.groupBy }),
      ...(chosen.rows === before.rows ? {} : { rows: chosen.rows }),
      ...(chosen.zoom === before.zoom ? {} : { zoom: chosen.zoom }),
      ...(chosen.commitment === before.commitment ? {} : { commitment: chosen.commitment }),
      ...(chosen.arrows === before.arrows ? {} : { arrows: chosen.arrows }),
      ...(chosen.dropped === before.dropped ? {} : { dropped: chosen.dropped }),
    };
    if (JSON.stringify(describeRoadmapChoice(next)) !== JSON.stringify(describeRoadmapChoice(this.#choice))) this.#choice = next;
  }

  /** Zoom, filters and closed lanes are of this pane and this moment: they are not written into the base. */
  readonly #onChoice = (choice: RoadmapChoice): void => {
    const before = this.#choice;
    this.#choice = choice;
    this.redraw();
    if (this.#config !== undefined) keepBaseChoice(this.#config, this.#groups, before, choice);
  };

  /** Whether an item is another one, came, went or moved. */
  #takeNotes(result: BasesQueryResult, roles: BaseRoles, readAll: boolean): boolean {
    const before = this.#notes;
    const notes = new Map<string, ReadNote>();
    const computedIds = [...new Set(Object.values(roles))].filter((id): id is BasesPropertyId => writtenName(id) === undefined);
    const named = new BaseGroups();
    let changed = this.#source === undefined || readAll;
    for (const { key, entries } of result.groupedData) {
      const { property } = this.#groups;
      const name = property === undefined ? undefined : groupName(key);
      const group = property === undefined || name === undefined ? undefined : { property, name };
      for (const entry of entries) {
        // With several values it stands in several groups of the base, and in one lane.
        // Properties cannot be written into files that are no notes.
        if (notes.has(entry.file.path) || !isMarkdown(entry.file.path)) continue;
        const note = this.#noteOf(entry, computedIds, group);
        if (group !== undefined) named.add(note.path, group.name, note.frontmatter?.[group.property]);
        const signature = JSON.stringify(note);
        const known = readAll ? undefined : before.get(note.path);
        const read = known?.signature === signature ? known : { ...readBaseItem(note, roles), signature };
        changed ||= read !== known;
        notes.set(note.path, read);
      }
    }
    changed ||= notes.size !== before.size;
    this.#notes = notes;
    this.#named = named;
    return changed;
  }

  #noteOf(entry: BasesEntry, computedIds: readonly BasesPropertyId[], group: BaseNote['group']): BaseNote {
    const { app, playbook } = this.#context;
    const { path } = entry.file;
    const frontmatter = app.metadataCache.getFileCache(entry.file)?.frontmatter;
    return {
      path,
      aliases: (frontmatter === undefined ? null : parseFrontMatterAliases(frontmatter)) ?? [],
      frontmatter,
      knownKind: playbook.store?.playbook.note(path)?.kind,
      computed: Object.fromEntries(computedIds.map((id) => [id, plainValue(entry.getValue(id))])),
      group,
    };
  }

  #newSource(): RoadmapSource {
    const { metadataCache } = this.#context.app;
    const items = [...this.#notes.values()].flatMap(({ item }) => item ?? []);
    const paths = new Set(items.map(({ path }) => path));
    return {
      items,
      resolveItem: ({ target }, fromPath) => {
        const path = metadataCache.getFirstLinkpathDest(target, fromPath)?.path;
        return path !== undefined && paths.has(path) ? path : undefined;
      },
    };
  }

  /** Roles that no note fills, and values that could not be read. */
  #findProblems(roles: BaseRoles, kindProperty: string): readonly string[] {
    const notes = [...this.#notes];
    const isFilled = (role: BaseRole): boolean => notes.some(([, { filled }]) => filled.has(role));
    const shown = (role: BaseRole): string => writtenName(roles[role]) ?? roles[role];
    if (notes.length === 0) return [];
    const dates = isFilled('start') || isFilled('end') ? [] : [words.noDates(shown('start'), shown('end'))];
    const chosen = chosenRoles(roles, kindProperty).filter((role) => !isFilled(role) && (dates.length === 0 || (role !== 'start' && role !== 'end')));
    const wrong = notes.flatMap(([path, { problems }]) => problems.map((message) => words.baseNote(titleOfPath(path), message)));
    return [
      ...dates,
      ...chosen.map((role) => words.noRole(words.role[role], shown(role))),
      ...wrong.slice(0, MOST_PROBLEMS),
      ...(wrong.length > MOST_PROBLEMS ? [words.baseMore(wrong.length - MOST_PROBLEMS)] : []),
    ];
  }
}
