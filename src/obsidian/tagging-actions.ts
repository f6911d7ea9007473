/**
 * What a person can do about tags: set one by hand for one note or several, or go through what is proposed. The same
 * action again is how a mind is changed; nothing is written that was not chosen.
 */
import { Notice } from 'obsidian';
import { harmlessLine } from '../notes/evidence-text.js';
import { recordedCompetencies, untaggedExecutives } from '../notes/propose-tags.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import { readNote } from '../notes/read-note.js';
import type { Competency } from '../playbook/competency.js';
import type { EditOutcome } from '../vault/edit-plan.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { Executive } from '../playbook/note.js';
import { failureMessage } from '../vault/edit-plan.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { levelLabel } from '../views/tag-labels.js';
import { WORDS } from '../views/words/words.js';
import { followFile } from './follow-file.js';
import { OpenDialogs } from './open-dialogs.js';
import { saveOpenEditors } from './open-editors.js';
import type { PluginContext } from './plugin-context.js';
import { writeTags } from './tagging-edit.js';
import type { LevelChoice } from './tagging-level-modal.js';
import { readProposals } from './tagging-proposals.js';
import { TaggingQuestions } from './tagging-questions.js';
import { reviewProposals } from './tagging-review.js';
import { COMPETENCY_KINDS, LEVEL_KINDS } from './tagging-targets.js';
import { createViewHost } from './view-host.js';
import { whenRead } from './when-read.js';

export type TagAction = 'level' | 'needed' | 'competencies' | 'propose';

export class TaggingActions {
  readonly #dialogs = new OpenDialogs();
  readonly #questions: TaggingQuestions;

  constructor(readonly context: PluginContext) {
    this.#questions = new TaggingQuestions(context.app, this.#dialogs);
  }

  /** Does one of the actions for the notes. Whatever fails is told. */
  run(action: TagAction, paths: readonly string[]): Promise<void> {
    const actions: Readonly<Record<TagAction, (store: PlaybookStore) => Promise<void>>> = {
      level: (store) => this.#setLevel(store, paths),
      needed: (store) => this.#setNeeded(store, paths),
      competencies: (store) => this.#setCompetencies(store, paths),
      propose: (store) => this.#propose(store, paths),
    };
    return this.#whenRead(actions[action]);
  }

  /** Sets the level of one executive as it was chosen elsewhere, and asks why. Undefined when nothing came of it. */
  setLevelTo(path: string, level: LevelChoice): Promise<EditOutcome | undefined> {
    return this.#whenRead((store) => this.#writeLevel(store, [path], level));
  }

  /** As {@link setLevelTo} for the level that the journey needs; nothing is asked. */
  setNeededTo(path: string, needed: LevelChoice): Promise<EditOutcome | undefined> {
    return this.#whenRead((store) => this.#writeNeeded(store, [path], needed));
  }

  proposeUntagged(): Promise<void> {
    return this.#whenRead(async (store) => {
      const untagged = untaggedExecutives(store.playbook);
      if (untagged.length === 0) new Notice(WORDS.tagging.noneUntagged);
      else await this.#propose(store, untagged.map(({ path }) => path));
    });
  }

  /** Closes what is open, and tells so. */
  dispose(): void {
    if (this.#dialogs.closeAll()) new Notice(WORDS.tagging.closedByUnload);
  }

  async #whenRead<T>(act: (store: PlaybookStore) => Promise<T>): Promise<T | undefined> {
    try {
      const store = await whenRead(this.context);
      return store === undefined ? undefined : await act(store);
    } catch (error) {
      new Notice(failureMessage(WORDS.tagging.review.title, error), 0);
      return undefined;
    }
  }

  async #setLevel(store: PlaybookStore, paths: readonly string[]): Promise<void> {
    const words = WORDS.tagging;
    const level = await this.#questions.level({
      prompt: words.levelPrompt(whomOf(paths)),
      removal: { name: words.removeLevel, meaning: words.removeLevelMeaning },
      labels: store.config.settings.levelLabels,
      current: commonLevel(store, paths, ({ commitment }) => commitment),
    });
    if (level !== undefined) await this.#writeLevel(store, paths, level);
  }

  async #writeLevel(store: PlaybookStore, paths: readonly string[], level: LevelChoice): Promise<EditOutcome | undefined> {
    const words = WORDS.tagging;
    const labels = store.config.settings.levelLabels;
    const name = level === null ? '' : levelLabel(level, labels);
    const by = this.context.personal.values.authorName.trim();
    const lineOf = (remark: string): string => [`${this.context.playbook.options.today()} ${level ?? ''}`, by === '' ? '' : words.by(by), harmlessLine(remark)].filter((part) => part !== '').join(' — ');
    const action = paths.length === 1 ? words.set : words.preview;
    const places = paths.map((path) => followFile(this.context.app, path));
    const remark = level === null ? '' : await this.#questions.remark(words.remarkTitle(name, whomOf(paths)), action, lineOf);
    if (remark === undefined) return undefined;
    return writeTags(this.context, store, {
      title: level === null ? words.edits.removedLevel : words.edits.level(name),
      decisions: places.map((whereIs) => ({ path: whereIs(), level, remark })),
      kinds: LEVEL_KINDS,
    });
  }

  async #setNeeded(store: PlaybookStore, paths: readonly string[]): Promise<void> {
    const words = WORDS.tagging;
    const needed = await this.#questions.level({
      prompt: words.neededPrompt(whomOf(paths)),
      removal: { name: words.removeNeeded, meaning: words.removeNeededMeaning },
      labels: store.config.settings.levelLabels,
      current: commonLevel(store, paths, ({ neededCommitment }) => neededCommitment),
    });
    if (needed !== undefined) await this.#writeNeeded(store, paths, needed);
  }

  #writeNeeded(store: PlaybookStore, paths: readonly string[], needed: LevelChoice): Promise<EditOutcome | undefined> {
    const words = WORDS.tagging;
    return writeTags(this.context, store, {
      title: needed === null ? words.edits.removedNeeded : words.edits.needed(levelLabel(needed, store.config.settings.levelLabels)),
      decisions: paths.map((path) => ({ path, needed, remark: '' })),
      kinds: LEVEL_KINDS,
    });
  }

  async #setCompetencies(store: PlaybookStore, paths: readonly string[]): Promise<void> {
    const words = WORDS.tagging;
    const current = await this.#commonCompetencies(store, paths);
    const [action, hint] = paths.length === 1 ? [words.save, ''] : [words.preview, words.competenciesHint(paths.length)];
    const competencies = await this.#questions.competencies(words.competenciesTitle(whomOf(paths)), action, hint, current);
    if (competencies === undefined) return;
    await writeTags(this.context, store, { title: words.edits.competencies, decisions: paths.map((path) => ({ path, competencies, remark: '' })), kinds: COMPETENCY_KINDS });
  }

  /** What all of the notes have, as their texts say now. */
  async #commonCompetencies(store: PlaybookStore, paths: readonly string[]): Promise<readonly Competency[]> {
    const { app, vault } = this.context;
    await saveOpenEditors(app, paths);
    const notes = buildNoteContext(store.config.settings);
    let common: readonly Competency[] | undefined;
    for (const path of paths) {
      const { source } = await readNote(path, await vault.read(path), notes);
      const recorded = source === undefined ? [] : recordedCompetencies(source);
      common = common === undefined ? recorded : common.filter((competency) => recorded.includes(competency));
    }
    return common ?? [];
  }

  async #propose(store: PlaybookStore, paths: readonly string[]): Promise<void> {
    const { app } = this.context;
    const proposals = await readProposals(this.context, store, paths);
    const labels = store.config.settings.levelLabels;
    const decisions = await reviewProposals({ app, dialogs: this.#dialogs, proposals, labels, open: (path, offset) => this.#look(path, offset) });
    if (decisions === undefined) return;
    if (decisions.length === 0) new Notice(WORDS.tagging.noneAccepted);
    else await writeTags(this.context, store, { title: WORDS.tagging.edits.proposals, decisions, kinds: COMPETENCY_KINDS, preview: true });
  }

  /** The note in front stays where it is: another one opens beside it. */
  #look(path: string, offset: number | undefined): void {
    const newTab = this.context.app.workspace.getActiveFile()?.path !== path;
    createViewHost(this.context).open(path, { newTab, ...(offset === undefined ? {} : { offset }) });
  }
}

/** "Ana Ruiz", "8 notes". */
function whomOf(paths: readonly string[]): string {
  return WORDS.tagging.whomOf(titleOfPath(paths[0] ?? ''), paths.length);
}

/** The level that all of the executives have, null when none has any; undefined when they differ. */
function commonLevel({ playbook }: PlaybookStore, paths: readonly string[], levelOf: (executive: Executive) => LevelChoice | undefined): LevelChoice | undefined {
  const levels = new Set(
    paths.map((path) => {
      const note = playbook.note(path);
      return note?.kind === 'executive' ? (levelOf(note) ?? null) : null;
    }),
  );
  return levels.size === 1 ? [...levels][0] : undefined;
}
