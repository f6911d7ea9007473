/**
 * Open annotations in reading view: their passages are marked, and a button behind each opens its thread. A passage that
 * is not found among the rendered words leaves the button alone, at the end of its section.
 *
 * Each rendered section decides for itself, as for practices (reading-marks.ts). What is rendered elsewhere, as for an
 * export, has no place that the app knows, and is left alone: an annotation never gets into what leaves the vault.
 */
import { MarkdownRenderChild, setIcon, type MarkdownPostProcessorContext } from 'obsidian';
import type { TextRange } from '../markdown/text-range.js';
import { isPrivate, type PlacedAnnotation } from '../playbook/annotation.js';
import { isMarkdown, UnreadableFile } from '../vault/vault.js';
import { WORDS } from '../views/words/words.js';
import { annotationTitle, spokenAnnotation } from './annotation-line.js';
import { annotationClasses } from './live-places.js';
import { openThread } from './open-thread.js';
import type { PluginContext } from './plugin-context.js';
import { isShown, likeliestRange } from './reconcile-places.js';
import { findRendered, type RenderedPart } from './rendered-quote.js';
import { shownRanges } from './stored-ranges.js';
import { THREADS_ICON } from './threads-view.js';

export function registerAnnotationMarks(context: PluginContext): void {
  const { plugin, playbook } = context;
  const notes = new AnnotatedTexts(context);
  const sections = new Set<AnnotatedSection>();
  plugin.registerMarkdownPostProcessor((element, rendering) => {
    if (isMarkdown(rendering.sourcePath)) rendering.addChild(new AnnotatedSection(element, rendering, notes, sections));
  });
  plugin.register(playbook.subscribe(() => {
    for (const section of sections) void section.draw();
  }));
  plugin.register(() => {
    for (const section of [...sections]) section.unload();
  });
}

/** An annotation with its place in the text of a note as it is rendered. */
interface MarkedPassage extends TextRange {
  readonly placed: PlacedAnnotation;
}

/** A note as it is rendered; every line ends with `\n`. */
interface AnnotatedText {
  readonly text: string;
  /** Where each line starts, and where one behind the last would. */
  readonly lineStarts: readonly number[];
  /** In the order of the text. */
  readonly passages: readonly MarkedPassage[];
}

const NOWHERE: TextRange = { from: 0, to: 0 };

/** One rendered section; in the set while it is shown. */
class AnnotatedSection extends MarkdownRenderChild {
  #marks: HTMLElement[] = [];
  #buttons: HTMLElement[] = [];
  #shown: readonly MarkedPassage[] = [];
  #turn = 0;

  constructor(
    element: HTMLElement,
    readonly rendering: MarkdownPostProcessorContext,
    readonly notes: AnnotatedTexts,
    readonly sections: Set<AnnotatedSection>,
  ) {
    super(element);
  }

  override onload(): void {
    this.sections.add(this);
    void this.draw();
  }

  override onunload(): void {
    this.sections.delete(this);
    this.#turn++;
    this.#clear();
  }

  async draw(): Promise<void> {
    const turn = ++this.#turn;
    const { sourcePath } = this.rendering;
    const place = this.notes.areIn(sourcePath) && this.containerEl.closest('.print') === null ? this.rendering.getSectionInfo(this.containerEl) : null;
    const note = place === null ? undefined : await this.notes.of(sourcePath, place.text);
    if (turn !== this.#turn) return;
    const section = place === null || note === undefined ? NOWHERE : { from: startOf(note, place.lineStart), to: Math.max(0, startOf(note, place.lineEnd + 1) - 1) };
    const here = note?.passages.filter(({ from, to }) => from < section.to && to > section.from) ?? [];
    if (here.length === this.#shown.length && here.every((passage, index) => isSame(passage, this.#shown[index]))) return;
    this.#clear();
    this.#shown = here;
    for (const passage of here) this.#mark(passage, note?.text ?? '', section);
  }

  #mark({ placed, from, to }: MarkedPassage, text: string, section: TextRange): void {
    const inSection = { from: Math.max(from, section.from) - section.from, to: Math.min(to, section.to) - section.from };
    const parts = findRendered(this.containerEl, text.slice(section.from, section.to), inSection);
    const marks = (parts ?? []).filter((part) => part.from < part.to).map((part) => wrap(part, annotationClasses(placed)));
    for (const mark of marks) mark.addEventListener('click', (event) => this.#clicked(event, placed));
    this.#marks.push(...marks);
    // A passage over several sections has its button in the last one.
    if (to > section.to && marks.length > 0) return;
    const button = this.#addButton(placed, marks.at(-1));
    this.#buttons.push(button);
  }

  #addButton(placed: PlacedAnnotation, mark: HTMLElement | undefined): HTMLElement {
    const { annotation } = placed;
    // What is private stays out of the page that others may see or copy: only its kind is told.
    const told = isPrivate(annotation) ? annotationTitle(placed) : spokenAnnotation(placed);
    const button = this.containerEl.createEl('button', {
      cls: `cx-annotation-open cx-annotation-${annotation.kind} clickable-icon${mark === undefined ? ' cx-annotation-aside' : ''}`,
      attr: { type: 'button', 'aria-label': WORDS.annotationMarks.openNamed(told) },
    });
    setIcon(button, THREADS_ICON);
    button.addEventListener('click', () => this.notes.open(annotation.path));
    mark?.after(button);
    return button;
  }

  /** A link inside the passage goes where it leads; of passages inside one another the innermost opens. */
  #clicked(event: MouseEvent, { annotation }: PlacedAnnotation): void {
    const target = event.target as Node | null;
    if (event.defaultPrevented || target?.instanceOf(HTMLElement) !== true || target.closest('a, button, input') !== null) return;
    if (this.containerEl.ownerDocument.getSelection()?.isCollapsed === false) return;
    event.stopPropagation();
    this.notes.open(annotation.path);
  }

  #clear(): void {
    for (const button of this.#buttons) button.remove();
    for (const mark of this.#marks.reverse()) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
    this.#marks = [];
    this.#buttons = [];
    this.#shown = [];
  }
}

/** The passages of the notes on the screen; the newest is kept, since its sections ask one after another. */
class AnnotatedTexts {
  readonly #context: PluginContext;
  #newest: { readonly annotations: readonly PlacedAnnotation[]; readonly path: string; readonly rendered: string; readonly note: Promise<AnnotatedText> } | undefined;

  constructor(context: PluginContext) {
    this.#context = context;
  }

  areIn(path: string): boolean {
    return this.#annotations.some((each) => each.targetPath === path && isShown(each));
  }

  open(thread: string): void {
    openThread(this.#context.app, thread);
  }

  of(path: string, rendered: string): Promise<AnnotatedText> {
    const annotations = this.#annotations;
    const newest = this.#newest;
    if (newest?.annotations === annotations && newest.path === path && newest.rendered === rendered) return newest.note;
    const note = this.#find(annotations.filter((each) => each.targetPath === path && isShown(each)), path, rendered.replace(/\r\n?/g, '\n'));
    this.#newest = { annotations, path, rendered, note };
    return note;
  }

  get #annotations(): readonly PlacedAnnotation[] {
    return this.#context.playbook.store?.playbook.annotations ?? [];
  }

  async #find(placed: readonly PlacedAnnotation[], path: string, text: string): Promise<AnnotatedText> {
    const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1), text.length + 1];
    try {
      const toShown = shownRanges(await this.#context.vault.read(path), text);
      const passages = placed
        .flatMap((each): MarkedPassage[] => {
          const range = likeliestRange(each);
          const shown = range === undefined ? undefined : toShown(range);
          return shown === undefined ? [] : [{ placed: each, ...shown }];
        })
        .sort((a, b) => a.from - b.from || b.to - a.to);
      return { text, lineStarts, passages };
    } catch (error) {
      // The note is gone, or cannot be read.
      if (error instanceof UnreadableFile) return { text, lineStarts, passages: [] };
      throw error;
    }
  }
}

function isSame(a: MarkedPassage, b: MarkedPassage | undefined): boolean {
  return b !== undefined && a.from === b.from && a.to === b.to && a.placed.annotation === b.placed.annotation && a.placed.place.state === b.placed.place.state;
}

/** Where a line, counted from 0, starts; the end of the text for what lies behind it. */
function startOf({ text, lineStarts }: AnnotatedText, line: number): number {
  return lineStarts[line] ?? text.length + 1;
}

/** Puts a part of a text node into a mark. */
function wrap({ node, from, to }: RenderedPart, cls: string): HTMLElement {
  const marked = from === 0 ? node : node.splitText(from);
  if (to - from < marked.data.length) marked.splitText(to - from);
  const mark = createEl('mark', { cls });
  marked.replaceWith(mark);
  mark.append(marked);
  return mark;
}
