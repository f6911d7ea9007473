import { EditorView } from '@codemirror/view';
import { editorInfoField, ItemView, MarkdownView, type WorkspaceLeaf } from 'obsidian';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { registerEditorAnnotations } from '../../src/obsidian/editor-annotations.js';
import { livePlaceOf, livePlacesIn } from '../../src/obsidian/live-places.js';
import type { HostApp } from '../host/app.js';
import type { HostOptions } from '../host/host.js';
import { threadPath, threadText, type ThreadParts } from './annotation-files.js';
import { codeOf, hostWith, type FeatureHost } from './feature-host.js';

const NOTE = '---\ntype: executive\nrole: COO\n---\n# Ana\n\nWe will cut the programme in Q3.\n\nShe pays for the desk, and nobody asks why.\n';
/** A passage with its surroundings, as the app writes them. */
const CUT = { quote: 'cut the programme', prefix: '# Ana\n\nWe will ', suffix: ' in Q3.\n\nShe pays for the desk, and nobody' };
const A = 'aaaaaaaa';
const B = 'bbbbbbbb';

/** Threads as files, by id. */
function threads(parts: Readonly<Record<string, ThreadParts>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parts).map(([id, each]) => [threadPath(id, each.visibility), threadText(id, each)]));
}

interface Opened extends FeatureHost {
  readonly view: MarkdownView;
  readonly code: EditorView;
}

async function open(files: Readonly<Record<string, string>>, options: Omit<HostOptions, 'files'> = {}): Promise<Opened> {
  const { host, context } = await hostWith([registerEditorAnnotations], { files, ...options });
  const view = await host.open('Ana.md');
  await host.settle();
  return { host, context, view, code: codeOf(view) };
}

/** What is marked, as `id: text`. */
function marked(code: EditorView): readonly string[] {
  return livePlacesIn(code.state).map(({ placed, from, to }) => `${placed.annotation.id[0] ?? ''}: ${code.state.sliceDoc(from, to)}`);
}

function marksOf(code: EditorView): readonly HTMLElement[] {
  return [...code.dom.querySelectorAll<HTMLElement>('.cx-annotation')];
}

/** What a person types, key by key. */
function typeAt(code: EditorView, at: number, text: string): void {
  for (const [index, character] of [...text].entries()) code.dispatch({ changes: { from: at + index, insert: character }, userEvent: 'input.type' });
}

function deleteRange(code: EditorView, text: string): void {
  const from = code.state.doc.toString().indexOf(text);
  code.dispatch({ changes: { from, to: from + text.length }, userEvent: 'delete.cut' });
}

async function taken({ host, context }: FeatureHost): Promise<void> {
  await host.flush();
  await context.playbook.settled();
  await host.settle();
}

/** Stands for the annotations beside the notes, and keeps what it was asked to show. */
class ThreadsStandIn extends ItemView {
  static asked: unknown[] = [];
  override getViewType = (): string => 'cx-playbook-annotations';
  override getDisplayText = (): string => 'Annotations';
  override setState(state: unknown): Promise<void> {
    ThreadsStandIn.asked.push(state);
    return Promise.resolve();
  }
}

function withSidebar({ context }: FeatureHost): void {
  ThreadsStandIn.asked = [];
  context.plugin.registerView('cx-playbook-annotations', (leaf: WorkspaceLeaf) => new ThreadsStandIn(leaf));
}

describe('annotations in the editor', () => {
  it('mark their passages, by kind and by whom they are for', async () => {
    const { code } = await open({ 'Ana.md': NOTE, ...threads({ [A]: { ...CUT, kind: 'risk' }, [B]: { quote: 'and nobody asks why', prefix: 'She pays for the desk, ', suffix: '.\n', visibility: 'coach' } }) });
    expect(marked(code)).toEqual(['a: cut the programme', 'b: and nobody asks why']);
    expect(marksOf(code).map(({ textContent, className }) => `${textContent}: ${className}`)).toEqual([
      'cut the programme: cx-annotation cx-annotation-risk',
      'and nobody asks why: cx-annotation cx-annotation-question cx-annotation-private',
    ]);
    expect(marksOf(code)[0]?.getAttribute('aria-description')).toBe('Risk by raj.patel: Is this decided?');
  });

  it('leave out what is resolved, what belongs to other notes, and what speaks of the note as a whole', async () => {
    const { code } = await open({
      'Ana.md': NOTE,
      'Ben.md': '# Ben\n\nWe will cut the programme.\n',
      ...threads({ [A]: { quote: 'cut the programme', isResolved: true }, [B]: { quote: 'cut the programme', target: 'Ben' }, cccccccc: { quote: '' } }),
    });
    expect(marked(code)).toEqual([]);
  });

  it('stand in overlapping, nested and long passages, and at both ends of the note', async () => {
    const { code } = await open({
      'Ana.md': NOTE,
      ...threads({ [A]: { quote: NOTE.slice(0, -1) }, [B]: { quote: 'the programme in Q3.\n\nShe pays' }, cccccccc: { quote: 'She pays for the desk' }, dddddddd: { quote: 'why.' } }),
    });
    expect(marked(code).map((text) => text.slice(0, 16))).toEqual([`a: ${NOTE.slice(0, 13)}`, 'b: the programme', 'c: She pays for ', 'd: why.']);
    expect(marksOf(code).length).toBeGreaterThan(4);
  });

  it('stand where the quote stands in a note with other line endings and a byte-order mark', async () => {
    const stored = `\ufeff${NOTE.replaceAll('\n', '\r\n')}`;
    const { code } = await open({ 'Ana.md': stored, ...threads({ [A]: { quote: 'nobody asks why' }, [B]: { quote: 'role: COO' } }) });
    expect(marked(code)).toEqual(['b: role: COO', 'a: nobody asks why']);
  });

  it('follow what is typed around and inside them', async () => {
    const opened = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'cut the programme' } }) }, { timeScale: 1 });
    const { code } = opened;
    typeAt(code, NOTE.indexOf('We will'), 'Maybe: ');
    typeAt(code, code.state.doc.toString().indexOf('programme'), 'whole ');
    typeAt(code, code.state.doc.toString().indexOf('cut the'), 'not ');
    expect(marked(code)).toEqual(['a: cut the whole programme']);
  });

  it('keep the place that was typed in after the note is saved, whatever else the quote could be', async () => {
    const twice = `${NOTE}\nThey say that we will cut the programme in spring.\n`;
    const opened = await open({ 'Ana.md': twice, ...threads({ [A]: { ...CUT, start: NOTE.indexOf('cut the') } }) });
    const { code, host } = opened;
    expect(marked(code)).toEqual(['a: cut the programme']);
    expect(marksOf(code)[0]?.className).not.toContain('unsure');
    typeAt(code, twice.indexOf('the programme'), 'back ');
    await taken(opened);
    expect(host.text('Ana.md')).toContain('We will cut back the programme');
    expect(marked(code)).toEqual(['a: cut back the programme']);
  });

  it('keep an edited passage after the note is saved', async () => {
    const opened = await open({ 'Ana.md': NOTE, ...threads({ [A]: CUT }) });
    typeAt(opened.code, NOTE.indexOf('programme'), 'whole big ');
    await taken(opened);
    expect(marked(opened.code)).toEqual(['a: cut the whole big programme']);
  });

  it('go with their passage, and come back when it is put back before it was saved', async () => {
    const opened = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'cut the programme' } }) }, { timeScale: 1 });
    deleteRange(opened.code, 'We will cut the programme in Q3.');
    expect(marked(opened.code)).toEqual([]);
    opened.host.app.workspace.activeEditor?.editor?.undo();
    await vi.waitFor(() => expect(marked(opened.code)).toEqual(['a: cut the programme']), 3000);
  });

  it('go where their passage was moved to, once it is saved', async () => {
    const opened = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'We will cut the programme in Q3.' } }) });
    deleteRange(opened.code, 'We will cut the programme in Q3.');
    typeAt(opened.code, opened.code.state.doc.length, 'We will cut the programme in Q3.');
    await taken(opened);
    expect(marked(opened.code)).toEqual(['a: We will cut the programme in Q3.']);
  });

  it('stand where the playbook finds them when another program writes the note', async () => {
    const opened = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'cut the programme' }, [B]: { quote: 'nobody asks why' } }) });
    opened.host.changeFromOutside('Ana.md', `# Ana\n\nA new start: nobody asks why.\n\nThey cut the programme.\n\n${'More text. '.repeat(20)}\n`);
    await taken(opened);
    expect(marked(opened.code)).toEqual(['b: nobody asks why', 'a: cut the programme']);
  });

  it('appear, change and go with their files', async () => {
    const opened = await open({ 'Ana.md': NOTE });
    const { host, code } = opened;
    expect(marked(code)).toEqual([]);
    await host.app.vault.createFolder('_annotations');
    await host.app.vault.create(threadPath(A), threadText(A, { quote: 'cut the programme' }));
    await taken(opened);
    expect(marked(code)).toEqual(['a: cut the programme']);
    await host.app.vault.process(host.file(threadPath(A)), (text) => text.replace('"cut the programme"', '"pays for the desk"'));
    await taken(opened);
    expect(marked(code)).toEqual(['a: pays for the desk']);
    await host.app.vault.process(host.file(threadPath(A)), () => threadText(A, { quote: 'cut the programme', isResolved: true }));
    await taken(opened);
    expect(marked(code)).toEqual([]);
  });

  it('change when another note comes into the editor', async () => {
    const opened = await open({ 'Ana.md': NOTE, 'Ben.md': '# Ben\n\nWe will cut the budget.\n', ...threads({ [A]: { quote: 'cut the programme' }, [B]: { quote: 'cut the budget', target: 'Ben' } }) });
    const ben = codeOf(await opened.host.open('Ben.md'));
    await opened.host.settle();
    expect(marked(ben)).toEqual(['b: cut the budget']);
  });

  it('stand in each of two editors of one note', async () => {
    const opened = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'cut the programme' } }) }, { timeScale: 1 });
    const second = codeOf(await opened.host.open('Ana.md', { newTab: true }));
    await opened.host.settle();
    typeAt(second, NOTE.indexOf('We will'), 'Now: ');
    expect([marked(opened.code), marked(second)]).toEqual([['a: cut the programme'], ['a: cut the programme']]);
  });

  it('stand in a window of their own', async () => {
    const { host, view, code } = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'cut the programme' } }) });
    host.app.workspace.moveLeafToPopout(view.leaf);
    await host.settle();
    expect(code.dom.ownerDocument).not.toBe(document);
    expect(code.dom.ownerDocument.querySelectorAll('.cx-annotation')).toHaveLength(1);
  });

  it('leave cells of tables alone, which the app edits in small editors of their own', async () => {
    const { host, code } = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'A' } }) });
    const { registry } = host.app as unknown as HostApp;
    const cell = new EditorView({ doc: 'A cell', extensions: [editorInfoField.init(() => code.state.field(editorInfoField)), ...registry.editorExtensions], parent: document.body });
    await host.settle();
    expect(marked(cell)).toEqual([]);
    cell.destroy();
  });

  it('tell others where a thread stands by now', async () => {
    const { view, code } = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'cut the programme' } }) }, { timeScale: 1 });
    typeAt(code, 0, 'x');
    const from = NOTE.indexOf('cut the') + 1;
    expect(livePlaceOf(view, threadPath(A))).toEqual({ from, to: from + 'cut the programme'.length });
    expect(livePlaceOf(view, threadPath(B))).toBeUndefined();
  });

  it('leave nothing behind when the plugin is unloaded', async () => {
    const { host, code } = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'cut the programme' } }) });
    await host.unload();
    expect(marksOf(code)).toEqual([]);
    expect(host.leftovers()).toEqual([]);
  });
});

describe('a mark in the editor', () => {
  it('opens its thread by a click, the innermost of several, and leaves the focus in the editor', async () => {
    const opened = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'We will cut the programme in Q3.' }, [B]: { quote: 'the programme' } }) });
    withSidebar(opened);
    marksOf(opened.code).find(({ textContent }) => textContent === 'the programme')?.click();
    await opened.host.settle();
    expect(ThreadsStandIn.asked.at(-1)).toEqual({ thread: threadPath(B) });
    expect(opened.host.app.workspace.getActiveViewOfType(MarkdownView)).toBe(opened.view);
  });

  it('does not open while text is selected or a key is held', async () => {
    const opened = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'cut the programme' } }) });
    withSidebar(opened);
    marksOf(opened.code)[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
    opened.code.dispatch({ selection: { anchor: 0, head: 5 } });
    marksOf(opened.code)[0]?.click();
    await opened.host.settle();
    expect(ThreadsStandIn.asked).toEqual([]);
  });

  it('shows its card by a tap on a phone, and opens from there', async () => {
    const opened = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'cut the programme', said: 'Is <b>this</b> decided?' } }) }, { platform: 'phone' });
    withSidebar(opened);
    marksOf(opened.code)[0]?.click();
    await opened.host.settle();
    const card = document.querySelector<HTMLElement>('.cx-annotation-card');
    expect(card?.textContent).toContain('Question by raj.patelIs <b>this</b> decided?');
    expect(ThreadsStandIn.asked).toEqual([]);
    card?.querySelector('button')?.click();
    await opened.host.settle();
    expect(ThreadsStandIn.asked.at(-1)).toEqual({ thread: threadPath(A) });
  });

  it('passes the accessibility check, as its card does', async () => {
    const opened = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'cut the programme' } }) }, { platform: 'phone' });
    marksOf(opened.code)[0]?.click();
    await opened.host.settle();
    const rules = { 'color-contrast': { enabled: false }, region: { enabled: false }, 'aria-input-field-name': { enabled: false } };
    expect((await axe.run(opened.code.dom, { rules })).violations).toEqual([]);
  });

  it('says in dots and words that its place is to be confirmed', async () => {
    // Too short to be found again by itself.
    const { code } = await open({ 'Ana.md': NOTE, ...threads({ [A]: { quote: 'nobody' } }) });
    expect(marked(code)).toEqual(['a: nobody']);
    expect(marksOf(code)[0]?.className).toContain('cx-annotation-unsure');
    expect(marksOf(code)[0]?.getAttribute('aria-description')).toBe('Question by raj.patel: Is this decided? Its place is not certain. Open the thread to confirm it.');
  });
});
