/**
 * Open annotations in the editor: their passages are marked, and the marks follow every key. A click on a mark opens its
 * thread beside the note. What the playbook finds after a note was saved is taken over once it is known
 * (reconcile-places.ts).
 */
import { editorInfoField, MarkdownView, Platform, type Editor } from 'obsidian';
import { EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { PlacedAnnotation } from '../playbook/annotation.js';
import { UnreadableFile } from '../vault/vault.js';
import { annotationCards, showAnnotationCards } from './annotation-card.js';
import { registerAnnotationJump } from './annotation-jump.js';
import { filePathOf, isWholeNote } from './editor-findings.js';
import { livePlaces, livePlacesAt, livePlacesIn, setLivePlaces } from './live-places.js';
import { openThread } from './open-thread.js';
import type { PluginContext } from './plugin-context.js';
import { isShown, reconcilePlaces } from './reconcile-places.js';

/** OURS: when keys have rested for so long, marks that typing took away are looked for: it may have been undone. */
const KEYS_PAUSE_MS = 400;
/** A click on these goes where they lead. */
const LINKS = 'a, .cm-underline, .cm-hmd-internal-link, .cm-link, .cm-url';

export function registerEditorAnnotations(context: PluginContext): void {
  const { app, plugin, playbook } = context;
  const editors = new Set<AnnotatedEditor>();
  const open = (view: EditorView, thread: string): void => openThread(app, thread, () => focusEditor(context, view));
  plugin.registerEditorExtension([
    livePlaces,
    ViewPlugin.define((view) => new AnnotatedEditor(view, context, editors)),
    annotationCards((thread) => openThread(app, thread)),
    EditorView.domEventHandlers({ click: (event, view) => clicked(event, view, open) }),
  ]);
  plugin.register(playbook.subscribe(() => {
    for (const editor of editors) editor.refresh();
  }));
  registerAnnotationJump(context, (editor) => [...editors].find((each) => each.shows(editor))?.view);
}

/** Opens the thread of a mark that was clicked; on a touch screen it tells of it first, for a tap is also how one edits. */
function clicked(event: MouseEvent, view: EditorView, open: (view: EditorView, thread: string) => void): void {
  const target = event.target as Node | null;
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!isPlain || target?.instanceOf(HTMLElement) !== true || !view.state.selection.main.empty) return;
  const mark = target.closest<HTMLElement>('.cx-annotation');
  if (mark === null || target.closest(LINKS) !== null) return;
  const at = view.posAtDOM(mark);
  const places = livePlacesAt(view.state, at).filter(({ to }) => at < to);
  const [place] = places;
  if (place === undefined) return;
  if (Platform.isMobile) view.dispatch({ effects: showAnnotationCards.of(places) });
  else open(view, place.placed.annotation.path);
}

/** The sidebar came to the front for what was clicked: typing goes on where it was. */
function focusEditor({ app }: PluginContext, view: EditorView): void {
  const info = view.state.field(editorInfoField, false);
  if (info instanceof MarkdownView) app.workspace.setActiveLeaf(info.leaf, { focus: true });
}

/** One editor while it is open; in the set while it is. */
class AnnotatedEditor {
  readonly #context: PluginContext;
  readonly #open: Set<AnnotatedEditor>;
  #turn = 0;
  #timer: number | undefined;
  /** What the marks were made of: where both are the same, there is nothing to do. */
  #wanted: WantedMarks = { path: undefined, placed: [] };

  constructor(
    readonly view: EditorView,
    context: PluginContext,
    open: Set<AnnotatedEditor>,
  ) {
    this.#context = context;
    this.#open = open;
    open.add(this);
    void this.#look(this.#read());
  }

  update({ docChanged, state }: ViewUpdate): void {
    if (!docChanged) return;
    const { path, placed } = this.#wanted;
    // Another note may have come into the editor; and what typing took away comes back when it is undone.
    if (filePathOf(state) === path && (state.field(livePlaces, false)?.size ?? 0) >= placed.length) return;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#look(this.#read()), KEYS_PAUSE_MS);
  }

  destroy(): void {
    this.#open.delete(this);
    this.#turn++;
    window.clearTimeout(this.#timer);
  }

  /** Whether it is the one behind the app's editor, and shows the whole of a note. */
  shows(editor: Editor): boolean {
    return this.view.state.field(editorInfoField, false)?.editor === editor && this.#read().path !== undefined;
  }

  /** The playbook changed. */
  refresh(): void {
    const wanted = this.#read();
    if (!isSame(wanted, this.#wanted)) void this.#look(wanted);
  }

  #read(): WantedMarks {
    const { state } = this.view;
    const path = isWholeNote(state) ? filePathOf(state) : undefined;
    const annotations = this.#context.playbook.store?.playbook.annotations ?? [];
    return { path, placed: path === undefined ? [] : annotations.filter((each) => each.targetPath === path && isShown(each)) };
  }

  async #look(wanted: WantedMarks): Promise<void> {
    const turn = ++this.#turn;
    const isSameNote = wanted.path === this.#wanted.path;
    this.#wanted = wanted;
    const { path, placed } = wanted;
    const stored = path === undefined || placed.length === 0 ? '' : await readStored(this.#context, path);
    // An editor takes no changes while it is made or changed itself.
    await Promise.resolve();
    if (turn !== this.#turn) return;
    const { state } = this.view;
    const known = livePlacesIn(state);
    if (known.length === 0 && placed.length === 0) return;
    const places = stored === undefined ? [] : reconcilePlaces(placed, isSameNote ? known : [], { stored, shown: state.doc.toString() });
    this.view.dispatch({ effects: setLivePlaces.of(places) });
  }
}

/** The note of an editor, and its annotations that are to be marked. */
interface WantedMarks {
  readonly path: string | undefined;
  readonly placed: readonly PlacedAnnotation[];
}

function isSame(a: WantedMarks, b: WantedMarks): boolean {
  return a.path === b.path && a.placed.length === b.placed.length && a.placed.every(({ annotation, place }, index) => annotation === b.placed[index]?.annotation && place === b.placed[index].place);
}

/** Undefined when the note is gone, or cannot be read. */
async function readStored({ vault }: PluginContext, path: string): Promise<string | undefined> {
  try {
    return await vault.read(path);
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}
