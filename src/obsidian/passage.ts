/** The passage that a person means: a note, and what is selected in it, by editor or in reading view. */
import { MarkdownView, type App, type Editor, type MarkdownFileInfo } from 'obsidian';
import { anchorAll } from '../annotations/anchor.js';
import type { TextRange } from '../markdown/text-range.js';
import { isMarkdown } from '../vault/vault.js';
import { WORDS } from '../views/words/words.js';
import { storedRange } from './editor-range.js';
import { saveOpenEditors } from './open-editors.js';
import type { PluginContext } from './plugin-context.js';

const words = WORDS.annotate;

/** What a person selected when they asked. */
export type Selection =
  /** The note as a whole. */
  | { readonly kind: 'note' }
  /** In an editor, offsets of the text that it shows: equal where there is only a cursor, which means the note as a whole too. */
  | ({ readonly kind: 'editor'; readonly shown: string } & TextRange)
  /** In reading view, where the text has no offsets: the words, and those round them. */
  | { readonly kind: 'reading'; readonly quote: string; readonly prefix: string; readonly suffix: string };

export interface Passage {
  readonly path: string;
  readonly selection: Selection;
}

/** A place in the text of a note as it is stored, or why there is none. */
export type StoredPassage = { readonly ok: true; readonly text: string; readonly range: TextRange } | { readonly ok: false; readonly message: string };

/** Characters of context that are looked for on each side of what is selected in reading view. */
const CONTEXT = 64;

/** Of the note in front; undefined where no note is. */
export function passageInFront({ workspace }: App): Passage | undefined {
  const file = workspace.getActiveFile();
  if (file === null || !isMarkdown(file.path)) return undefined;
  // With a pane at the side in front, the note is behind it.
  const behind = workspace.getMostRecentLeaf()?.view;
  const info = workspace.activeEditor ?? (behind instanceof MarkdownView ? behind : undefined);
  if (info?.file !== file) return { path: file.path, selection: { kind: 'note' } };
  if (info instanceof MarkdownView && info.getMode() !== 'source') return { path: file.path, selection: readingSelection(info) };
  return info.editor === undefined ? { path: file.path, selection: { kind: 'note' } } : passageOf(info.editor, info);
}

/** Undefined where the editor shows no note. */
export function passageOf(editor: Editor, { file }: MarkdownView | MarkdownFileInfo): Passage | undefined {
  if (file === null) return undefined;
  return { path: file.path, selection: { kind: 'editor', shown: editor.getValue(), from: editor.posToOffset(editor.getCursor('from')), to: editor.posToOffset(editor.getCursor('to')) } };
}

/** Of the note that is edited, be it in front or behind the pane that asks; undefined where none is. */
export function editedPassage({ workspace }: App): Passage | undefined {
  // A pane in a window of its own is the most recent one; the note is then in the main window.
  for (const leaf of [workspace.getMostRecentLeaf(), workspace.getMostRecentLeaf(workspace.rootSplit)]) {
    const view = leaf?.view;
    if (view instanceof MarkdownView && view.getMode() === 'source') return passageOf(view.editor, view);
  }
  return undefined;
}

/** Saves what is typed, so that offsets speak of what is stored. The note keeps every byte. */
export async function storePassage({ app, vault }: PluginContext, { path, selection }: Passage): Promise<StoredPassage> {
  const [unsaved] = await saveOpenEditors(app, [path]);
  if (unsaved !== undefined) return { ok: false, message: unsaved.message };
  const text = await vault.read(path);
  if (selection.kind === 'note') return { ok: true, text, range: { from: 0, to: 0 } };
  if (selection.kind === 'editor') {
    const range = storedRange(text, selection.shown, selection);
    return range === undefined ? { ok: false, message: words.notSaved(path) } : { ok: true, text, range };
  }
  const { quote, prefix, suffix } = selection;
  const [place] = anchorAll(text, [{ selector: { quote, prefix, suffix, heading: [], start: undefined, blob: undefined } }]);
  if (place?.state === 'anchored') return { ok: true, text, range: { from: place.from, to: place.to } };
  // The dialog shows the passage, so that a person sees whether it is the one.
  const likeliest = place?.state === 'confirm' ? place.candidates[0] : undefined;
  return likeliest === undefined ? { ok: false, message: words.notFoundInSource } : { ok: true, text, range: { from: likeliest.from, to: likeliest.to } };
}

function readingSelection({ previewMode: { containerEl } }: MarkdownView): Selection {
  const selection = containerEl.win.getSelection();
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const quote = range !== undefined && containerEl.contains(range.commonAncestorContainer) ? range.toString().trim() : '';
  if (range === undefined || quote === '') return { kind: 'note' };
  const before = containerEl.doc.createRange();
  before.setStart(containerEl, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = containerEl.doc.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(containerEl, containerEl.childNodes.length);
  return { kind: 'reading', quote, prefix: before.toString().slice(-CONTEXT), suffix: after.toString().slice(0, CONTEXT) };
}
