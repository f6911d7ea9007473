/** The reading view: each section of a note as plain elements, then what plugins' post processors make of them. */
import type { CachedMetadata, SectionCache } from 'obsidian';
import type { HostApp } from './app.js';
import { MarkdownRenderChild, type Component } from './component.js';
import type { TFile } from './files.js';
import type { MarkdownView } from './markdown-view.js';
import { readNoteCache } from './note-cache.js';
import { renderSection } from './section-elements.js';

export interface PostProcessorContext {
  readonly docId: string;
  readonly sourcePath: string;
  readonly frontmatter: unknown;
  addChild(child: Component): void;
  getSectionInfo(el: HTMLElement): { readonly text: string; readonly lineStart: number; readonly lineEnd: number } | null;
}

export interface PostProcessor {
  (el: HTMLElement, context: PostProcessorContext): unknown;
  sortOrder?: number;
  /** Of code blocks alone: their language. Live preview runs no other. */
  language?: string;
}

let nextDocument = 1;

/** Fills `parent` and runs the post processors; resolves when all are done. */
export async function renderNote(app: HostApp, text: string, parent: HTMLElement, sourcePath: string, owner: Component): Promise<void> {
  const cache = readNoteCache(text);
  const docId = `document-${nextDocument++}`;
  const processors = [...app.registry.postProcessors].sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
  for (const section of cache.sections ?? []) {
    if (section.type === 'yaml') continue;
    const el = renderSection(parent, section, text);
    const context = contextOf(docId, text, section, cache, sourcePath, el, owner);
    for (const process of processors) await process(el, context);
  }
}

function contextOf(docId: string, text: string, { position }: SectionCache, cache: CachedMetadata, sourcePath: string, el: HTMLElement, owner: Component): PostProcessorContext {
  return {
    docId,
    sourcePath,
    frontmatter: cache.frontmatter,
    addChild: (child) => void owner.addChild(child),
    getSectionInfo: (inner) => (el.contains(inner) ? { text, lineStart: position.start.line, lineEnd: position.end.line } : null),
  };
}

/** The post processor that hands code blocks of one language to a plugin. */
export function codeBlockProcessor(language: string, handler: (source: string, el: HTMLElement, context: PostProcessorContext) => unknown): PostProcessor {
  const processor: PostProcessor = async (el, context) => {
    for (const code of [...el.querySelectorAll(`pre > code.language-${CSS.escape(language)}`)]) {
      const block = createDiv({ cls: `block-language-${language}` });
      code.parentElement?.replaceWith(block);
      await handler(code.textContent.replace(/\n$/, ''), block, context);
    }
  };
  processor.language = language;
  return processor;
}

export class MarkdownPreviewView extends MarkdownRenderChild {
  #text = '';
  #rendered = new MarkdownRenderChild(createDiv());

  constructor(private readonly view: MarkdownView) {
    super(createDiv({ cls: 'markdown-reading-view' }));
  }

  get file(): TFile | null {
    return this.view.file;
  }

  get(): string {
    return this.#text;
  }

  set(text: string): void {
    this.#text = text;
    this.rerender();
  }

  clear(): void {
    this.#text = '';
    this.removeChild(this.#rendered);
    this.containerEl.empty();
  }

  rerender(): void {
    const text = this.#text;
    this.clear();
    this.#text = text;
    const parent = this.containerEl.createDiv({ cls: 'markdown-preview-view markdown-rendered' });
    this.#rendered = this.addChild(new MarkdownRenderChild(parent));
    const { app, file } = this.view;
    app.busy(renderNote(app, text, parent, file?.path ?? '', this.#rendered));
  }

  getScroll(): number {
    return this.containerEl.scrollTop;
  }

  applyScroll(top: number): void {
    this.containerEl.scrollTop = top;
  }
}

export class MarkdownRenderer extends MarkdownRenderChild {
  static async render(app: HostApp, text: string, el: HTMLElement, sourcePath: string, owner: Component): Promise<void> {
    await renderNote(app, text, el, sourcePath, owner);
  }
}
