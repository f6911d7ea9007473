/**
 * The roadmap in a note: a `cx-roadmap` block draws it by the options that stand in it, in reading view and live preview,
 * and follows the playbook. What is chosen in the drawing itself lasts as long as the drawing.
 *
 * Beside it stands a picture of the whole that only print shows, so that a note made into a PDF holds all of it, not the
 * part that was scrolled into sight. It is one image: thousands of unseen shapes would make the note slow.
 */
import { MarkdownRenderChild } from 'obsidian';
import { h, render } from 'preact';
import { formatRoadmapSvg } from '../export/roadmap-svg.js';
import { describeRoadmap } from '../roadmap/roadmap-words.js';
import { DEFAULT_CHOICE, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import { RoadmapView } from '../views/RoadmapView.js';
import { WORDS } from '../views/words/words.js';
import { BLOCK_LANGUAGE, readBlock } from './block-options.js';
import { layoutChoice } from './choice-layout.js';
import type { PluginContext } from './plugin-context.js';
import { createRoadmapActions } from './roadmap-actions.js';
import { createRoadmapOutput } from './roadmap-output.js';
import { createShowMenu } from './show-menu.js';
import { svgAddress } from './svg-picture.js';
import { createViewHost } from './view-host.js';

/** OURS: a drawing of so many takes a few tenths of a second, and no sheet of paper shows more. */
const MOST_PRINTED_ITEMS = 2000;
/** The picture is drawn anew when the playbook was quiet for so long: nobody prints while they type. */
const QUIET_MS = 500;

export function registerRoadmapBlock(context: PluginContext): void {
  const shown = new Set<RoadmapBlock>();
  context.plugin.registerMarkdownCodeBlockProcessor(BLOCK_LANGUAGE, (source, element, rendering) => {
    const block = new RoadmapBlock(element, source, context, shown);
    rendering.addChild(block);
    // Who makes a PDF waits for it.
    return block.show();
  });
  // Notes stay open when the plugin goes.
  context.plugin.register(() => {
    for (const block of [...shown]) block.unload();
  });
}

/** One block on a page; in the set while it is shown. */
class RoadmapBlock extends MarkdownRenderChild {
  readonly #context: PluginContext;
  readonly #source: string;
  readonly #shown: Set<RoadmapBlock>;
  readonly #parts;
  #element: HTMLElement | undefined;
  #picture: HTMLElement | undefined;
  #choice: RoadmapChoice | undefined;
  /** As written in the block, whatever was chosen since. */
  #written: RoadmapChoice | undefined;
  #problems: readonly string[] = [];
  #timer: number | undefined;
  #isGone = false;

  constructor(containerEl: HTMLElement, source: string, context: PluginContext, shown: Set<RoadmapBlock>) {
    super(containerEl);
    this.#context = context;
    this.#source = source;
    this.#shown = shown;
    const documentOf = (): Document => containerEl.ownerDocument;
    this.#parts = {
      playbook: context.playbook,
      host: createViewHost(context),
      actions: createRoadmapActions(context),
      output: createRoadmapOutput(context, { document: documentOf, look: () => this.#choice ?? DEFAULT_CHOICE }),
      showMenu: createShowMenu(documentOf),
      compact: true,
    };
  }

  override onload(): void {
    this.#shown.add(this);
    this.register(this.#context.playbook.subscribe(() => this.#drawPictureSoon()));
    this.register(this.containerEl.onWindowMigrated(() => {
      if (this.#element === undefined) return;
      render(null, this.#element);
      this.#draw();
    }));
  }

  override onunload(): void {
    this.#isGone = true;
    this.#shown.delete(this);
    this.containerEl.win.clearTimeout(this.#timer);
    if (this.#element !== undefined) render(null, this.#element);
    this.#element?.remove();
    this.#picture?.remove();
  }

  async show(): Promise<void> {
    const { choice, heightPx, problems } = await readBlock(this.#source);
    if (this.#isGone) return;
    this.#choice = choice;
    this.#written = choice;
    this.#problems = problems;
    this.#element = this.containerEl.createDiv({ cls: 'cx-view cx-roadmap-block' });
    this.#element.toggleClass('cx-fixed-height', heightPx !== undefined);
    if (heightPx !== undefined) this.#element.setCssProps({ '--cx-block-height': `${heightPx}px` });
    this.#draw();
    this.#drawPicture();
  }

  #draw(): void {
    if (this.#element === undefined || this.#choice === undefined) return;
    render(h(RoadmapView, { ...this.#parts, choice: this.#choice, onChoice: this.#onChoice, problems: this.#problems }), this.#element);
  }

  readonly #onChoice = (choice: RoadmapChoice): void => {
    this.#choice = choice;
    this.#draw();
  };

  #drawPictureSoon(): void {
    const { win } = this.containerEl;
    win.clearTimeout(this.#timer);
    this.#timer = win.setTimeout(() => this.#drawPicture(), QUIET_MS);
  }

  #drawPicture(): void {
    const { store } = this.#context.playbook;
    if (this.#isGone || store === undefined || this.#written === undefined) return;
    const { rows, commitment, arrows } = this.#written;
    const layout = layoutChoice(store, this.#written);
    const count = layout.lanes.reduce((sum, { itemCount }) => sum + itemCount, 0);
    this.#picture?.remove();
    this.#picture =
      count > MOST_PRINTED_ITEMS
        ? this.containerEl.createDiv({ cls: 'cx-roadmap-printed', text: WORDS.roadmapHost.blockTooMany(count) })
        : this.containerEl.createEl('img', { cls: 'cx-roadmap-printed', attr: { src: svgAddress(formatRoadmapSvg(layout, { theme: 'light', rows, commitment, arrows })), alt: describeRoadmap(layout) } });
  }
}
