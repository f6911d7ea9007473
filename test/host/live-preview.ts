/**
 * Live preview of code blocks: a block whose language a plugin draws is replaced by the drawing while the cursor is
 * elsewhere, drawn anew when its text changes, and unloaded when it goes.
 */
import { StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import type { HostApp } from './app.js';
import { MarkdownRenderChild } from './component.js';
import { editorLivePreviewField } from './editor-fields.js';
import { readNoteCache } from './note-cache.js';
import { renderSection } from './section-elements.js';

/** Blocks of the note that `pathOf` names; none where it names none. */
export function livePreviewBlocks(app: HostApp, pathOf: () => string | undefined): Extension {
  return StateField.define<DecorationSet>({
    create: (state) => blocksOf(state, app, pathOf),
    update: (_, { state }) => blocksOf(state, app, pathOf),
    provide: (field) => EditorView.decorations.from(field),
  });
}

function blocksOf(state: EditorState, app: HostApp, pathOf: () => string | undefined): DecorationSet {
  const path = pathOf();
  if (path === undefined || !state.field(editorLivePreviewField)) return Decoration.none;
  const languages = new Set(app.registry.postProcessors.flatMap(({ language }) => language ?? []));
  if (languages.size === 0) return Decoration.none;
  const text = state.sliceDoc();
  const { main } = state.selection;
  const found = (readNoteCache(text).sections ?? []).flatMap(({ type, position }) => {
    const from = position.start.offset;
    const to = position.end.offset;
    const language = type === 'code' ? /^[ \t]*(?:`{3,}|~{3,})[ \t]*([^\s`]*)/.exec(text.slice(from, to))?.[1] : undefined;
    const isCursorIn = main.from <= to && main.to >= from;
    if (language === undefined || !languages.has(language) || isCursorIn) return [];
    return [Decoration.replace({ widget: new BlockWidget(app, text.slice(from, to), path), block: true }).range(from, to)];
  });
  return Decoration.set(found);
}

class BlockWidget extends WidgetType {
  readonly #app: HostApp;
  readonly #source: string;
  readonly #path: string;

  constructor(app: HostApp, source: string, path: string) {
    super();
    this.#app = app;
    this.#source = source;
    this.#path = path;
  }

  override eq(other: BlockWidget): boolean {
    return this.#source === other.#source && this.#path === other.#path;
  }

  override toDOM(): HTMLElement {
    const parent = createDiv({ cls: 'cm-preview-code-block cm-embed-block markdown-rendered' });
    const [section] = readNoteCache(this.#source).sections ?? [];
    if (section === undefined) return parent;
    const element = renderSection(parent, section, this.#source);
    const owner = new MarkdownRenderChild(parent);
    owner.load();
    owners.set(parent, owner);
    const context = { docId: 'live', sourcePath: this.#path, frontmatter: undefined, addChild: (child: MarkdownRenderChild) => void owner.addChild(child), getSectionInfo: () => null };
    for (const process of this.#app.registry.postProcessors) if (process.language !== undefined) this.#app.busy(Promise.resolve(process(element, context)));
    return parent;
  }

  override destroy(dom: HTMLElement): void {
    owners.get(dom)?.unload();
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** An editor may draw a widget several times: each drawing has an owner. */
const owners = new WeakMap<HTMLElement, MarkdownRenderChild>();
