/**
 * The commitment map as a view of the app, with its commands and its icon in the ribbon. What a person chose to see is the
 * pane's state: it stays with the pane, is restored with it, and travels into another window.
 */
import { Notice, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { h } from 'preact';
import { COMMITMENT_FORMATS, type CommitmentActions } from '../views/commitment-actions.js';
import { DEFAULT_COMMITMENT_CHOICE, describeCommitmentChoice, readCommitmentChoice, type CommitmentChoice } from '../views/commitment-choice.js';
import { buildCommitmentMap, selectRows } from '../views/commitment-map-model.js';
import { CommitmentMap } from '../views/CommitmentMap.js';
import { WORDS } from '../views/words/words.js';
import { createCommitmentOutput } from './commitment-output.js';
import { openView, VIEW_TYPES } from './open-view.js';
import type { PluginContext } from './plugin-context.js';
import { PreactItemView } from './preact-item-view.js';
import { takeIn } from './roadmap-writing.js';
import { createShowMenu } from './show-menu.js';
import { TaggingActions } from './tagging-actions.js';
import { createViewHost } from './view-host.js';

const words = WORDS.commitment;
const ICON = 'signal';

export function registerCommitmentMap(context: PluginContext): void {
  const { app, plugin, playbook } = context;
  const tagging = new TaggingActions(context);
  plugin.register(() => tagging.dispose());
  const actions = createCommitmentActions(context, tagging);
  plugin.registerView(VIEW_TYPES.commitment, (leaf) => new CommitmentMapView(leaf, context, actions));
  const open = (): void => void openView(app, 'commitment');
  plugin.addCommand({ id: 'open-commitment-map', name: words.open, icon: ICON, callback: open });
  plugin.addRibbonIcon(ICON, words.open, open);
  const output = createCommitmentOutput(context, () => activeDocument);
  for (const format of COMMITMENT_FORMATS) {
    plugin.addCommand({
      id: `save-commitment-as-${format}`,
      name: words.saveAllAs[format],
      callback: () => {
        if (playbook.store === undefined) {
          new Notice(words.stillReading);
          return;
        }
        const model = buildCommitmentMap(playbook.store);
        output.save(format, selectRows(model, shownChoice(context)), model.words);
      },
    });
  }
}

/** Whatever is written goes through the edits of notes, with one undo; the map shows it as soon as it is. */
function createCommitmentActions(context: PluginContext, tagging: TaggingActions): CommitmentActions {
  const taken = async (written: ReturnType<TaggingActions['setLevelTo']>): Promise<boolean> => {
    const paths = (await written)?.written.map(({ path }) => path) ?? [];
    await takeIn(context, paths);
    return paths.length > 0;
  };
  return {
    assess: (path, level) => taken(tagging.setLevelTo(path, level)),
    need: (path, level) => taken(tagging.setNeededTo(path, level)),
  };
}

export class CommitmentMapView extends PreactItemView {
  #choice = DEFAULT_COMMITMENT_CHOICE;

  constructor(leaf: WorkspaceLeaf, context: PluginContext, actions: CommitmentActions) {
    const { app, playbook } = context;
    const documentOf = (): Document => this.contentEl.ownerDocument;
    const parts = { playbook, host: createViewHost(context), actions, output: createCommitmentOutput(context, documentOf), showMenu: createShowMenu(documentOf), history: context.history };
    const onChoice = (choice: CommitmentChoice): void => {
      this.#choice = choice;
      this.redraw();
      void app.workspace.requestSaveLayout();
    };
    super(leaf, { type: VIEW_TYPES.commitment, icon: ICON, title: words.title, content: () => h(CommitmentMap, { ...parts, choice: this.#choice, onChoice }) });
  }

  get choice(): CommitmentChoice {
    return this.#choice;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...describeCommitmentChoice(this.#choice) };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.#choice = readCommitmentChoice(typeof state === 'object' && state !== null ? { ...state } : {});
    await super.setState(state, result);
    this.redraw();
  }
}

/** What the map in front shows, else one that is open anywhere, else all. */
function shownChoice({ app }: PluginContext): CommitmentChoice {
  const active = app.workspace.getActiveViewOfType(CommitmentMapView);
  const [open] = app.workspace.getLeavesOfType(VIEW_TYPES.commitment).flatMap(({ view }) => (view instanceof CommitmentMapView ? [view] : []));
  return (active ?? open)?.choice ?? DEFAULT_COMMITMENT_CHOICE;
}
