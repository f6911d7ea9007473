import { MarkdownView } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { readThread } from '../../src/annotations/read-thread.js';
import { registerAnnotate } from '../../src/obsidian/annotate.js';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import { registerEvidence } from '../../src/obsidian/evidence.js';
import type { HostOptions } from '../host/host.js';
import { click, dialogProblems, select, write } from './annotation-steps.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const ANA = '\uFEFF---\r\ntype: executive\r\nrole: CFO # kept\r\n---\r\n# Ana\r\n\r\n## Why\r\nWe will cut the programme in Q3.\r\nAnd **more** of that.\r\n';
const DIARY = '# Diary\nSaw the quay.\n';
const FILES = { 'Executives/Ana.md': ANA, 'Diary.md': DIARY };

async function start(files: Readonly<Record<string, string>> = FILES, options: Partial<HostOptions> = {}, name = 'Raj Patel'): Promise<FeatureHost> {
  const shown = await hostWith([registerEvidence, registerEdits, registerAnnotate], { files, ...options });
  if (name !== '') shown.context.personal.setOnDevice('authorName', name);
  return shown;
}

const threads = ({ host }: FeatureHost): readonly string[] => host.paths().filter((path) => /^_(?:annotations|coach)\//.test(path));
const isOpen = (): boolean => document.querySelector('.modal') !== null;
const title = (): string | undefined => document.querySelector('.modal-title')?.textContent;

describe('annotating a selection', () => {
  it('writes one file, and leaves every byte of the note: CRLF, byte order mark and comments', async () => {
    const shown = await start();
    await select(shown, 'Executives/Ana.md', 'cut the programme in Q3.\nAnd **more**');
    await shown.host.run('cx-playbook:annotate');
    expect([title(), await dialogProblems()]).toEqual(['Annotate: Ana', []]);
    await write(shown, 'Is this decided?\nOr a fear?');
    const [path = ''] = threads(shown);
    expect(path).toMatch(/^_coach\/annotations\/ana--[0-9a-z]{8}\.md$/);
    const { annotation, problems } = await readThread(path, shown.host.text(path) ?? '');
    expect(annotation).toMatchObject({ target: 'Ana', kind: 'question', visibility: 'coach', author: 'Raj Patel', status: 'open', events: [{ kind: 'comment', author: 'Raj Patel', text: 'Is this decided?\nOr a fear?' }] });
    expect(annotation.selector).toMatchObject({ quote: 'cut the programme in Q3.\nAnd **more**', heading: ['Ana', 'Why'] });
    expect(annotation.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(problems).toEqual([]);
    expect([shown.host.text('Executives/Ana.md') === ANA, isOpen()]).toEqual([true, false]);
    const [placed] = shown.context.playbook.store?.playbook.annotations ?? [];
    const from = ANA.indexOf('cut the');
    expect(placed).toMatchObject({ targetPath: 'Executives/Ana.md', place: { state: 'anchored', from, to: ANA.indexOf(' of that') } });
  });

  it('is one undo, which moves the file to the trash', async () => {
    const shown = await start();
    await select(shown, 'Diary.md', 'the quay');
    await shown.host.run('cx-playbook:annotate');
    await write(shown, 'When?');
    expect(shown.host.notices()[0]).toContain('Annotate Diary: 1 note created.');
    await shown.host.run('cx-playbook:undo-edits');
    expect([threads(shown), shown.host.text('Diary.md')]).toEqual([[], DIARY]);
  });

  it('saves what is typed first, so that the passage is found in what is stored', async () => {
    const shown = await start();
    const { editor } = await shown.host.open('Diary.md');
    editor.blur();
    editor.replaceRange('Typed. ', { line: 0, ch: 0 });
    editor.setSelection({ line: 1, ch: 0 }, { line: 1, ch: 3 });
    await shown.host.run('cx-playbook:annotate');
    expect(shown.host.text('Diary.md')).toBe(`Typed. ${DIARY}`);
    await write(shown, 'Who?');
    expect(shown.context.playbook.store?.playbook.annotations[0]).toMatchObject({ annotation: { selector: { quote: 'Saw', start: 15 } }, place: { state: 'anchored', from: 15, to: 18 } });
  });

  it('takes the selection of the note behind a pane that is in front', async () => {
    const shown = await start();
    await select(shown, 'Diary.md', 'the quay');
    await shown.host.run('cx-playbook:open-annotations');
    expect(shown.host.app.workspace.getActiveViewOfType(MarkdownView)).toBeNull();
    await shown.host.run('cx-playbook:annotate');
    await write(shown, 'When?');
    expect(shown.host.text(threads(shown)[0] ?? '')).toContain('quote: "the quay"');
  });

  it('remembers kind and visibility for the next time', async () => {
    const shown = await start();
    await select(shown, 'Diary.md', 'the quay');
    await shown.host.run('cx-playbook:annotate');
    await click(shown, '.modal label', 'Praise');
    await click(shown, '.modal label', 'Client');
    await write(shown, 'Well seen.');
    expect([threads(shown)[0]?.startsWith('_annotations/diary--'), shown.host.savedData('cx-playbook')]).toEqual([true, undefined]);
    await shown.host.run('cx-playbook:annotate');
    expect([...document.querySelectorAll<HTMLInputElement>('.modal input:checked')].map(({ value }) => value)).toEqual(['praise', 'client']);
  });

  it('asks for a name once where none is known, and keeps it on the device', async () => {
    const shown = await start(FILES, {}, '');
    await select(shown, 'Diary.md', 'the quay');
    await shown.host.run('cx-playbook:annotate');
    const field = document.querySelector<HTMLInputElement>('.modal input')!;
    expect([title(), document.activeElement === field, await dialogProblems()]).toEqual(['Your name', true, []]);
    field.value = ' Raj ';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await shown.host.settle();
    await click(shown, '.modal button', 'Save name');
    await write(shown, 'When?');
    expect([shown.context.personal.values.authorName, shown.host.text(threads(shown)[0] ?? '')?.includes('author: Raj\n'), shown.host.savedData('cx-playbook')]).toEqual(['Raj', true, undefined]);
  });

  it('writes nothing when the person leaves, or gives no name', async () => {
    const shown = await start(FILES, {}, '');
    await select(shown, 'Diary.md', 'the quay');
    await shown.host.run('cx-playbook:annotate');
    await shown.host.press('Escape');
    shown.context.personal.setOnDevice('authorName', 'Raj');
    await shown.host.run('cx-playbook:annotate');
    await shown.host.press('Escape');
    expect([isOpen(), shown.host.paths(), shown.host.notices()]).toEqual([false, ['Diary.md', 'Executives/Ana.md'], []]);
  });

  it('gives back what was typed when the dialog was left by Escape, and not after Cancel or saving', async () => {
    const shown = await start();
    const typed = (): string | undefined => document.querySelector<HTMLTextAreaElement>('.modal textarea')?.value;
    const ask = async (words: string): Promise<void> => {
      await select(shown, 'Diary.md', words);
      await shown.host.run('cx-playbook:annotate');
    };
    await ask('the quay');
    const field = document.querySelector<HTMLTextAreaElement>('.modal textarea')!;
    field.value = 'Half a thought';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await shown.host.settle();
    await shown.host.press('Escape');
    await ask('quay');
    expect([typed(), document.querySelector('.modal')?.textContent.includes('did not save it'), await dialogProblems()]).toEqual(['Half a thought', true, []]);
    await click(shown, '.modal button', 'Cancel');
    await ask('quay');
    expect(typed()).toBe('');
    await write(shown, 'All of it');
    await ask('quay');
    expect([typed(), threads(shown).length]).toEqual(['', 1]);
  });

  it('links by the path that tells two notes of one name apart, and to the note under its new name', async () => {
    const shown = await start({ 'A/Plan.md': '# Plan A\n', 'B/Plan.md': '# Plan B\n' });
    await select(shown, 'B/Plan.md', 'Plan B');
    await shown.host.run('cx-playbook:annotate');
    await write(shown, 'Which?');
    expect(shown.host.text(threads(shown)[0] ?? '')).toContain('target: "[[B/Plan]]"');
    await shown.host.run('cx-playbook:annotate');
    await shown.host.app.vault.rename(shown.host.file('B/Plan.md'), 'B/Second plan.md');
    await shown.host.settle();
    await write(shown, 'And?');
    expect(threads(shown).map((path) => shown.host.text(path)?.includes('target: "[[Second plan]]"'))).toEqual([true, true]);
  });

  it('stays open with what was typed where nothing can be written', async () => {
    const shown = await start();
    await select(shown, 'Diary.md', 'the quay');
    await shown.host.run('cx-playbook:annotate');
    shown.host.changeFromOutside('Diary.md', undefined);
    await shown.host.settle();
    await write(shown, 'When?');
    expect([isOpen(), document.querySelector<HTMLTextAreaElement>('.modal textarea')?.value, shown.host.notices(), threads(shown)]).toEqual([true, 'When?', ['Nothing was written: "Diary.md" is no longer in the vault.'], []]);
  });

  it('ends with the plugin, and leaves nothing behind', async () => {
    const shown = await start();
    await select(shown, 'Diary.md', 'the quay');
    await shown.host.run('cx-playbook:annotate');
    await shown.host.unload();
    expect([isOpen(), shown.host.leftovers(), shown.host.notices().at(-1)]).toEqual([false, [], expect.stringContaining('closed because CX Playbook was switched off')]);
  });
});

describe('annotating without a selection', () => {
  it('speaks of the note as a whole, from its menu too, on a phone', async () => {
    const shown = await start(FILES, { platform: 'phone' });
    const menu = await shown.host.fileMenu('Diary.md');
    expect(menu.textContent).toContain('Annotate note…');
    await click(shown, '.menu-item', 'Annotate note…');
    await write(shown, 'A diary?');
    await shown.host.open('Diary.md');
    await shown.host.editorMenu();
    await click(shown, '.menu-item', 'Annotate note…');
    await write(shown, 'Whose?');
    for (const { annotation, place } of shown.context.playbook.store?.playbook.annotations ?? []) expect([annotation.selector.quote, place.state]).toEqual(['', 'anchored']);
    expect(threads(shown)).toHaveLength(2);
  });

  it('is offered in the editor’s menu for a selection', async () => {
    const shown = await start();
    await select(shown, 'Diary.md', 'the quay');
    await shown.host.editorMenu();
    await click(shown, '.menu-item', 'Annotate selection…');
    await write(shown, 'When?');
    expect(shown.host.text(threads(shown)[0] ?? '')).toContain('quote: "the quay"');
  });

  it('is refused for annotations themselves, and for the client where the note is private', async () => {
    const shown = await start({ '_annotations/x--7k3m9q2x.md': '---\ntype: annotation\n---\n', '_coach/Talk.md': '# Talk\n' });
    await shown.host.open('_annotations/x--7k3m9q2x.md');
    await shown.host.run('cx-playbook:annotate');
    expect([isOpen(), shown.host.notices().at(-1)]).toEqual([false, expect.stringContaining('cannot be annotated itself')]);
    await shown.host.open('_coach/Talk.md');
    await shown.host.run('cx-playbook:annotate');
    await click(shown, '.modal label', 'Client');
    await write(shown, 'Hm.');
    expect([isOpen(), shown.host.notices().at(-1)]).toEqual([true, expect.stringContaining('is private')]);
    expect(threads(shown)).toEqual(['_annotations/x--7k3m9q2x.md', '_coach/Talk.md']);
  });
});

describe('annotating in reading view', () => {
  it('finds the words of the page in the source, markup and all', async () => {
    const shown = await start();
    const view = await shown.host.open('Executives/Ana.md', { mode: 'preview' });
    const paragraph = [...view.contentEl.querySelectorAll('.markdown-preview-view p, .markdown-reading-view p')].find(({ textContent }) => textContent.includes('programme'));
    const range = document.createRange();
    range.selectNodeContents(paragraph!);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
    await shown.host.run('cx-playbook:annotate');
    await write(shown, 'Hm?');
    expect(shown.context.playbook.store?.playbook.annotations[0]?.annotation.selector.quote).toMatch(/^We will cut the programme in Q3\.\nAnd \*\*more\*\* of that\.?$/);
    expect(shown.host.text('Executives/Ana.md')).toBe(ANA);
  });
});
