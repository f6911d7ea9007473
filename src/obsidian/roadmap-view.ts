/**
 * The roadmap as a view of the app, with its commands and its icon in the ribbon. What a person chose to see is the
 * pane's state: it stays with the pane, is restored with it, and travels into another window.
 */
import { Notice, Scope, type Editor, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { h } from 'preact';
import { DEFAULT_CHOICE, describeRoadmapChoice, readRoadmapChoice, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { ComparedWith } from '../views/comparison-source.js';
import type { ExportFormat, RoadmapOutput } from '../views/roadmap-actions.js';
import { RoadmapView } from '../views/RoadmapView.js';
import { WORDS } from '../views/words/words.js';
import { formatBlock } from './block-options.js';
import { shownLayout } from './choice-layout.js';
import { openView, VIEW_TYPES } from './open-view.js';
import type { PluginContext } from './plugin-context.js';
import { PreactItemView } from './preact-item-view.js';
import { createRoadmapActions } from './roadmap-actions.js';
import { ROADMAP_ICON } from './roadmap-icon.js';
import { createRoadmapOutput } from './roadmap-output.js';
import { createSavedViews } from './saved-views.js';
import { createShowMenu } from './show-menu.js';
import { createViewHost } from './view-host.js';

const words = WORDS.roadmapHost;

/** The formats that have a command; all others are in the view's menu. */
const SAVED_BY_COMMAND = ['svg', 'png', 'html'] as const satisfies readonly ExportFormat[];

export function registerRoadmap(context: PluginContext): void {
  const { app, plugin } = context;
  plugin.registerView(VIEW_TYPES.roadmap, (leaf) => new RoadmapItemView(leaf, context));
  const open = (): void => void openView(app, 'roadmap');
  plugin.addCommand({ id: 'open-roadmap', name: words.open, icon: ROADMAP_ICON, callback: open });
  plugin.addRibbonIcon(ROADMAP_ICON, words.open, open);
  const output = createRoadmapOutput(context, { document: () => activeDocument, look: () => shownChoice(context) });
  const withLayout = (use: (output: RoadmapOutput, layout: RoadmapLayout, since: ComparedWith | undefined) => void): void => {
    const { store } = context.playbook;
    const compared = context.comparison?.state.compared;
    if (store === undefined) new Notice(words.stillReading);
    else use(output, shownLayout(store, shownChoice(context), context.history?.state.history, compared), compared);
  };
  for (const format of SAVED_BY_COMMAND) {
    plugin.addCommand({ id: `save-roadmap-as-${format}`, name: words.saveAs[format], callback: () => withLayout((to, layout, since) => to.save(format, layout, since)) });
  }
  plugin.addCommand({ id: 'print-roadmap', name: words.printCommand, callback: () => withLayout((to, layout, since) => to.print(layout, since)) });
  plugin.addCommand({ id: 'insert-roadmap-block', name: words.insertBlock, editorCallback: (editor) => insertBlock(editor, shownChoice(context)) });
}

export class RoadmapItemView extends PreactItemView {
  #choice = DEFAULT_CHOICE;

  constructor(leaf: WorkspaceLeaf, context: PluginContext) {
    const { app, playbook, personal } = context;
    const documentOf = (): Document => this.contentEl.ownerDocument;
    const parts = {
      playbook,
      host: createViewHost(context),
      actions: createRoadmapActions(context),
      output: createRoadmapOutput(context, { document: documentOf, look: () => this.#choice }),
      savedViews: createSavedViews(personal),
      showMenu: createShowMenu(documentOf),
      history: context.history,
      comparison: context.comparison,
    };
    const onChoice = (choice: RoadmapChoice): void => {
      this.#choice = choice;
      this.redraw();
      // The app waits for quiet before it saves: zooming asks for it at every step.
      void app.workspace.requestSaveLayout();
    };
    super(leaf, { type: VIEW_TYPES.roadmap, icon: ROADMAP_ICON, title: words.title, content: () => h(RoadmapView, { ...parts, choice: this.#choice, onChoice }) });
    this.scope = this.#newScope();
  }

  /**
   * Ctrl or Cmd+Alt+arrow is the app's own "navigate back" and "forward", and the app is asked before the page. On an item
   * it resizes: any answer ends the key's way through the scopes, and only `false` would take it from the page as well.
   */
  #newScope(): Scope {
    const scope = new Scope(this.app.scope);
    const keep = (): true | undefined => (this.contentEl.querySelector('.cx-chart [data-id]:focus') === null ? undefined : true);
    for (const key of ['ArrowLeft', 'ArrowRight']) scope.register(['Mod', 'Alt'], key, keep);
    return scope;
  }

  get choice(): RoadmapChoice {
    return this.#choice;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...describeRoadmapChoice(this.#choice) };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.#choice = readRoadmapChoice(typeof state === 'object' && state !== null ? { ...state } : {}).choice;
    await super.setState(state, result);
    this.redraw();
  }
}

/** What the roadmap in front shows, else one that is open anywhere, else the whole. */
function shownChoice({ app }: PluginContext): RoadmapChoice {
  const active = app.workspace.getActiveViewOfType(RoadmapItemView);
  const [open] = app.workspace.getLeavesOfType(VIEW_TYPES.roadmap).flatMap(({ view }) => (view instanceof RoadmapItemView ? [view] : []));
  return (active ?? open)?.choice ?? DEFAULT_CHOICE;
}

/** On lines of its own, the cursor below it. */
function insertBlock(editor: Editor, choice: RoadmapChoice): void {
  const { line, ch } = editor.getCursor('from');
  const before = ch === 0 || editor.getLine(line).slice(0, ch).trim() === '' ? '' : '\n\n';
  const end = editor.getCursor('to');
  const after = editor.getLine(end.line).slice(end.ch).trim() === '' ? '' : '\n';
  editor.replaceSelection(`${before}${formatBlock(choice)}${after}`);
}
