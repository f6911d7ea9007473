/**
 * Practices that a note lacks, marked in reading view: one quiet line below the note's first section for each that is
 * missing, and one below the heading of each that is empty.
 *
 * The app renders a note section by section and renders again only those whose text changed. So each section decides
 * for itself what it shows, by the note's text as it is rendered, and decides again when the playbook changes. What
 * the app does not know the place of, such as text that another plugin renders, is left alone.
 */
import { MarkdownRenderChild, type MarkdownPostProcessorContext } from 'obsidian';
import type { Diagnostic } from '../lint/diagnostic.js';
import { splitFrontmatter } from '../markdown/frontmatter-block.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { isMarkdown } from '../vault/vault.js';
import type { PluginContext } from './plugin-context.js';

const MISSING_RULES: readonly string[] = ['require-why', 'require-model', 'require-reinforce'];
const EMPTY_RULE = 'no-empty-practice';

export function registerReadingMarks(context: PluginContext): void {
  const { plugin, playbook, personal } = context;
  const practices = new PracticeFindings(context);
  const sections = new Set<MarkedSection>();
  const drawAll = (): void => {
    for (const section of sections) void section.draw();
  };
  plugin.registerMarkdownPostProcessor((element, rendering) => {
    if (isMarkdown(rendering.sourcePath)) rendering.addChild(new MarkedSection(element, rendering, practices, sections));
  });
  plugin.register(playbook.subscribe(drawAll));
  plugin.register(personal.subscribe(drawAll));
  plugin.register(() => {
    for (const section of [...sections]) section.unload();
  });
}

/** One rendered section; in the set while it is shown. */
class MarkedSection extends MarkdownRenderChild {
  #marks: readonly HTMLElement[] = [];
  #turn = 0;

  constructor(
    element: HTMLElement,
    readonly rendering: MarkdownPostProcessorContext,
    readonly practices: PracticeFindings,
    readonly shown: Set<MarkedSection>,
  ) {
    super(element);
  }

  override onload(): void {
    this.shown.add(this);
    void this.draw();
  }

  override onunload(): void {
    this.shown.delete(this);
    this.#turn++;
    this.#show([]);
  }

  async draw(): Promise<void> {
    const turn = ++this.#turn;
    const findings = await this.#findings();
    if (turn === this.#turn) this.#show(findings);
  }

  async #findings(): Promise<readonly Diagnostic[]> {
    const { sourcePath } = this.rendering;
    if (!this.practices.areMarkedIn(sourcePath)) return [];
    const place = this.rendering.getSectionInfo(this.containerEl);
    if (place === null) return [];
    const isFirst = isWithin(place, firstBodyLine(place.text));
    const found = await this.practices.of(sourcePath, place.text);
    return found.filter(({ rule, range }) => (rule === EMPTY_RULE ? isWithin(place, range.start.line - 1) : isFirst));
  }

  #show(findings: readonly Diagnostic[]): void {
    for (const mark of this.#marks) mark.remove();
    this.#marks = findings.map(({ message }) => this.containerEl.createDiv({ cls: 'cx-practice-mark', text: withoutAdvice(message), title: message, attr: { role: 'note' } }));
  }
}

/** What the notes on the screen lack; the newest text is kept, since its sections ask one after another. */
class PracticeFindings {
  readonly #context: PluginContext;
  #newest: { readonly store: PlaybookStore; readonly path: string; readonly text: string; readonly findings: Promise<readonly Diagnostic[]> } | undefined;

  constructor(context: PluginContext) {
    this.#context = context;
  }

  areMarkedIn(path: string): boolean {
    const { playbook, personal } = this.#context;
    return personal.values.markMissingPractices && playbook.store?.playbook.note(path) !== undefined;
  }

  of(path: string, text: string): Promise<readonly Diagnostic[]> {
    const { store } = this.#context.playbook;
    if (store === undefined) return Promise.resolve([]);
    const newest = this.#newest;
    if (newest?.store === store && newest.path === path && newest.text === text) return newest.findings;
    const findings = store.lintText(path, text).then((all) => all.filter(({ rule }) => rule === EMPTY_RULE || MISSING_RULES.includes(rule)));
    this.#newest = { store, path, text, findings };
    return findings;
  }
}

/** From 0, both ends included. */
function isWithin({ lineStart, lineEnd }: { readonly lineStart: number; readonly lineEnd: number }, line: number): boolean {
  return lineStart <= line && line <= lineEnd;
}

/** Number from 0 of the first line below the properties that says something; of the note's first line where none does. */
function firstBodyLine(text: string): number {
  const from = splitFrontmatter(text)?.to ?? 0;
  const length = text.slice(from).search(/\S/);
  return length < 0 ? 0 : text.slice(0, from + length).split(/\r\n?|\n/).length - 1;
}

/** The message less its last sentence, which says what to do: that is told beside the pointer. */
function withoutAdvice(message: string): string {
  return message.replace(/\s[^.]*\.$/, '');
}
