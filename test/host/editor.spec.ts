import { StateField } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editorEditorField, editorInfoField, editorLivePreviewField, EditorSuggest, Plugin, type Editor, type EditorPosition, type EditorSuggestTriggerInfo } from 'obsidian';
import { expect, it } from 'vitest';
import { createHost, type Host } from './host.js';
import { MANIFEST } from './tidy-plugin.js';

async function started(files: Record<string, string>): Promise<Host> {
  const host = createHost({ files });
  await host.layoutReady();
  return host;
}

function codeMirror(editor: Editor): EditorView {
  const view: unknown = Reflect.get(editor, 'cm');
  if (!(view instanceof EditorView)) throw new Error('No CodeMirror view.');
  return view;
}

it('saves what is typed, a while later', async () => {
  const host = await started({ 'Ana.md': '# Ana' });
  const view = await host.open('Ana.md');
  view.editor.setCursor(0, 5);
  await host.type(' Falk');
  expect(view.editor.getValue()).toBe('# Ana Falk');
  await host.settle();
  expect(host.text('Ana.md')).toBe('# Ana Falk');
});

it('takes over what is written to the note, and keeps what is not saved yet', async () => {
  const host = createHost({ files: { 'Ana.md': 'one\ntwo\nthree' }, timeScale: 0.2 });
  await host.layoutReady();
  const view = await host.open('Ana.md');
  view.editor.setCursor(2, 2);
  view.editor.replaceRange('!', { line: 2, ch: 5 });
  await host.app.vault.process(host.file('Ana.md'), (text) => text.replace('one', 'ONE'));
  expect(view.editor.getValue()).toBe('ONE\ntwo\nthree!');
  expect(view.editor.getCursor()).toEqual({ line: 2, ch: 2 });
  await host.flush();
  expect(host.text('Ana.md')).toBe('ONE\ntwo\nthree!');
});

it('counts positions in lines and columns', async () => {
  const host = await started({ 'Ana.md': 'ab\ncd😀\n' });
  const { editor } = await host.open('Ana.md');
  expect(editor.lineCount()).toBe(3);
  expect(editor.getLine(1)).toBe('cd😀');
  expect(editor.posToOffset({ line: 1, ch: 1 })).toBe(4);
  expect(editor.offsetToPos(4)).toEqual({ line: 1, ch: 1 });
  expect(editor.posToOffset({ line: 9, ch: 0 })).toBe(8);
});

it('undoes a transaction of several changes in one step', async () => {
  const host = await started({ 'Ana.md': 'ab' });
  const { editor } = await host.open('Ana.md');
  editor.transaction({ changes: [{ text: 'x', from: { line: 0, ch: 0 } }, { text: 'y', from: { line: 0, ch: 2 } }] });
  expect(editor.getValue()).toBe('xaby');
  editor.undo();
  expect(editor.getValue()).toBe('ab');
  editor.redo();
  expect(editor.getValue()).toBe('xaby');
});

it('gives editor extensions the note and the view', async () => {
  const host = await started({ 'Ana.md': 'ab' });
  const { editor } = await host.open('Ana.md');
  const cm = codeMirror(editor);
  expect(cm.state.field(editorInfoField).file?.path).toBe('Ana.md');
  expect(cm.state.field(editorEditorField)).toBe(cm);
  expect(cm.state.field(editorLivePreviewField)).toBe(true);
});

it('puts extensions into open editors, follows their changes, and takes them out', async () => {
  const field = StateField.define({ create: () => 'mine', update: (value) => value });
  const list: StateField<string>[] = [];
  class ExtendingPlugin extends Plugin {
    override onload(): void {
      this.registerEditorExtension(list);
    }
  }
  const host = await started({ 'Ana.md': 'ab' });
  const cm = codeMirror((await host.open('Ana.md')).editor);
  await host.load(ExtendingPlugin, MANIFEST);
  expect(cm.state.field(field, false)).toBeUndefined();
  list.push(field);
  host.app.workspace.updateOptions();
  expect(cm.state.field(field, false)).toBe('mine');
  await host.unload();
  expect(cm.state.field(field, false)).toBeUndefined();
});

class NameSuggest extends EditorSuggest<string> {
  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const at = editor.getLine(cursor.line).lastIndexOf('@', cursor.ch);
    return at === -1 ? null : { start: { line: cursor.line, ch: at }, end: cursor, query: editor.getLine(cursor.line).slice(at + 1, cursor.ch) };
  }

  override getSuggestions({ query }: { query: string }): string[] {
    return ['Ana', 'Anton', 'Bo'].filter((name) => name.startsWith(query));
  }

  override renderSuggestion(name: string, el: HTMLElement): void {
    el.setText(name);
  }

  override selectSuggestion(name: string): void {
    const { context } = this;
    context?.editor.replaceRange(name, context.start, context.end);
    this.close();
  }
}

it('offers suggestions while typing; arrows and Enter choose', async () => {
  class SuggestingPlugin extends Plugin {
    override onload(): void {
      this.registerEditorSuggest(new NameSuggest(this.app));
    }
  }
  const host = await started({ 'Ana.md': '' });
  await host.load(SuggestingPlugin, MANIFEST);
  const { editor } = await host.open('Ana.md');
  await host.type('@An');
  const rows = (): string[] => [...document.querySelectorAll('.suggestion-item')].map(({ textContent }) => textContent);
  expect(rows()).toEqual(['Ana', 'Anton']);
  await host.press('ArrowDown');
  await host.press('Enter');
  expect(editor.getValue()).toBe('Anton');
  expect(rows()).toEqual([]);
  await host.type(' @');
  await host.press('Escape');
  expect(rows()).toEqual([]);
  await host.unload();
  expect(host.leftovers()).toEqual([]);
});

it('shows the reading view, with what post processors make of it', async () => {
  class ProcessingPlugin extends Plugin {
    readonly lines: number[] = [];

    override onload(): void {
      this.registerMarkdownPostProcessor((el, context) => {
        if (el.querySelector('h2') !== null) this.lines.push(context.getSectionInfo(el)?.lineStart ?? -1);
        el.addClass('seen');
      });
      this.registerMarkdownCodeBlockProcessor('cx', (source, el, context) => el.setText(`${context.sourcePath}: ${source}`));
    }
  }
  const host = await started({ 'Ana.md': '---\na: 1\n---\n## Why\n\nSee [[Bo|him]].\n\n```cx\nmap\n```\n' });
  const plugin = await host.load(ProcessingPlugin, MANIFEST);
  const view = await host.open('Ana.md', { mode: 'preview' });
  const { containerEl } = view.previewMode;
  expect(view.getMode()).toBe('preview');
  expect(plugin.lines).toEqual([3]);
  expect(containerEl.querySelector('a.internal-link')?.getAttribute('data-href')).toBe('Bo');
  expect(containerEl.querySelector('.block-language-cx')?.textContent).toBe('Ana.md: map');
  expect(containerEl.querySelectorAll('.seen')).toHaveLength(3);
});
