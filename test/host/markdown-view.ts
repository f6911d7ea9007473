/**
 * An open note: a real editor with every extension that plugins registered, or its reading view. Edits are saved 2 s
 * (by the host's clock) after the last one; what another program or plugin writes comes into the editor.
 */
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Cancel } from './clock.js';
import { Editor } from './editor.js';
import { editorEditorField, editorInfoField, editorLivePreviewField, setLivePreview, setView } from './editor-fields.js';
import type { TFile } from './files.js';
import { joinEdits, smallestEdit } from './join-edits.js';
import { livePreviewBlocks } from './live-preview.js';
import type { WorkspaceLeaf } from './leaf.js';
import { MarkdownPreviewView } from './preview.js';
import { undoHistory } from './undo.js';
import { FileView } from './view.js';

export abstract class EditableFileView extends FileView {}

export abstract class TextFileView extends EditableFileView {
  data = '';
  /** The text as it was last read or saved; differs from the view's while a save waits. */
  #saved = '';
  #waiting: Cancel | undefined;

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  readonly requestSave = (): void => {
    this.#waiting?.();
    this.#waiting = this.app.clock.after(2000, () => void this.save());
  };

  async save(clear = false): Promise<void> {
    this.#waiting?.();
    this.#waiting = undefined;
    const { file } = this;
    const text = this.getViewData();
    if (clear) this.clear();
    if (file === null || text === this.#saved) return;
    this.#saved = text;
    await this.app.vault.modify(file, text);
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.#saved = await this.app.vault.read(file);
    this.data = this.#saved;
    this.setViewData(this.data, true);
  }

  override async onUnloadFile(): Promise<void> {
    if (this.#waiting !== undefined) await this.save();
    this.clear();
  }

  /** The file changed under the view: what is not saved yet is kept, and joined with the change where both can stand. */
  onFileChanged(text: string): void {
    if (text === this.#saved) return;
    const joined = joinEdits(this.#saved, text, this.getViewData());
    this.#saved = text;
    if (joined !== this.getViewData()) this.setViewData(joined, false);
  }
}

export class MarkdownView extends TextFileView {
  readonly editor: Editor;
  readonly previewMode: MarkdownPreviewView;
  hoverPopover = null;
  #mode: 'source' | 'preview' = 'source';
  readonly #plugins = new Compartment();
  readonly #cm: EditorView;
  #quiet = false;
  /** Behind the reading view the editor draws no blocks. */
  #isSourceSeen = true;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.icon = 'lucide-file';
    const sourceEl = this.contentEl.createDiv({ cls: 'markdown-source-view mod-cm6 is-live-preview' });
    this.#cm = new EditorView({ state: this.#newState(''), parent: sourceEl, root: document });
    this.#cm.dispatch({ effects: setView.of(this.#cm) });
    this.editor = new Editor(this.#cm);
    this.previewMode = new MarkdownPreviewView(this);
    this.addChild(this.previewMode);
    this.contentEl.appendChild(this.previewMode.containerEl);
    this.#showMode();
  }

  override getViewType(): string {
    return 'markdown';
  }

  getMode(): 'source' | 'preview' {
    return this.#mode;
  }

  get currentMode(): { get(): string } {
    return this.#mode === 'preview' ? this.previewMode : { get: () => this.getViewData() };
  }

  override getViewData(): string {
    return this.editor.getValue();
  }

  override setViewData(text: string, clear: boolean): void {
    this.data = text;
    this.#quiet = true;
    if (clear) {
      this.#cm.setState(this.#newState(text));
      this.#cm.dispatch({ effects: setView.of(this.#cm) });
    } else this.#cm.dispatch({ changes: smallestEdit(this.getViewData(), text) });
    this.#quiet = false;
    if (this.#mode === 'preview') this.previewMode.set(text);
  }

  override clear(): void {
    this.data = '';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.#mode, source: false };
  }

  override async setState(state: unknown, result: unknown): Promise<void> {
    const wish = typeof state === 'object' && state !== null && 'mode' in state ? state.mode : this.#mode;
    this.#isSourceSeen = wish !== 'preview';
    await super.setState(state, result);
    const source = typeof state === 'object' && state !== null && 'source' in state && state.source === true;
    this.#cm.dispatch({ effects: setLivePreview.of(!source) });
    if (wish === this.#mode || (wish !== 'source' && wish !== 'preview')) return;
    this.#mode = wish;
    this.#showMode();
  }

  override setEphemeralState(state: unknown): void {
    if (typeof state !== 'object' || state === null) return;
    const line = 'line' in state && typeof state.line === 'number' ? state.line : this.#lineOf('subpath' in state ? state.subpath : undefined);
    if (line !== undefined) this.editor.setCursor(line);
  }

  override getEphemeralState(): Record<string, unknown> {
    return { cursor: { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') } };
  }

  override canAcceptExtension(extension: string): boolean {
    return extension === 'md';
  }

  protected override async onClose(): Promise<void> {
    this.#cm.destroy();
    await super.onClose();
  }

  showSearch(): void {
    // The host has no search bar.
  }

  /** Takes over what plugins changed in the list of editor extensions. */
  updateOptions(): void {
    this.#cm.dispatch({ effects: this.#plugins.reconfigure([...this.app.registry.editorExtensions]) });
  }

  #newState(text: string): EditorState {
    const own: Extension[] = [editorInfoField.init(() => this), editorEditorField, editorLivePreviewField, undoHistory, EditorView.lineWrapping, livePreviewBlocks(this.app, () => (this.#isSourceSeen ? (this.file?.path ?? '') : undefined))];
    const listener = EditorView.updateListener.of(({ docChanged, selectionSet }) => {
      if (docChanged) this.#changed();
      else if (selectionSet) this.app.editorSuggests.moved(this);
    });
    return EditorState.create({ doc: text, extensions: [own, listener, this.#plugins.of([...this.app.registry.editorExtensions])] });
  }

  #changed(): void {
    this.data = this.getViewData();
    if (!this.#quiet) this.requestSave();
    this.app.workspace.trigger('editor-change', this.editor, this);
    if (!this.#quiet) this.app.editorSuggests.changed(this);
  }

  #showMode(): void {
    const preview = this.#mode === 'preview';
    this.contentEl.querySelector<HTMLElement>('.markdown-source-view')?.toggle(!preview);
    this.previewMode.containerEl.toggle(preview);
    if (preview) this.previewMode.set(this.getViewData());
    else this.previewMode.clear();
  }

  #lineOf(subpath: unknown): number | undefined {
    if (typeof subpath !== 'string' || this.file === null) return undefined;
    const wanted = subpath.replace(/^#/, '').toLowerCase();
    return this.app.metadataCache.getFileCache(this.file)?.headings?.find(({ heading }) => heading.toLowerCase() === wanted)?.position.start.line;
  }
}
