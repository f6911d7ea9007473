import { expect, it } from 'vitest';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import type { EditOutcome } from '../../src/vault/edit-plan.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const FILES = { 'A.md': 'a\n', 'B.md': 'b\n', 'C.md': 'c\r\n' };

const withEdits = (files: Readonly<Record<string, string>> = FILES): Promise<FeatureHost> => hostWith([registerEdits], { files });

/** Adds a word to each note. */
function plan({ context }: FeatureHost, word = 'new', paths: readonly string[] = ['A.md', 'B.md', 'C.md']): ReturnType<typeof context.edits.plan> {
  return context.edits.plan(`Add ${word}`, paths, (_path, text) => ({ ok: true, text: `${text}${word}` }));
}

/** The answer to a preview on screen, which a spec gives afterwards. */
async function review(shown: FeatureHost): Promise<{ readonly outcome: Promise<EditOutcome | undefined> }> {
  const planned = await plan(shown);
  const outcome = shown.context.edits.review(planned);
  await shown.host.settle();
  return { outcome };
}

function press(label: string): void {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith(label));
  if (button === undefined) throw new Error(`No button "${label}".`);
  button.click();
}

it('writes the notes that were kept in the preview, byte by byte as shown', async () => {
  const shown = await withEdits();
  const { outcome } = await review(shown);
  document.querySelector<HTMLInputElement>('input[aria-label="Change B.md"]')?.click();
  await shown.host.settle();
  press('Change 2 notes');
  expect((await outcome)?.written.map(({ path }) => path)).toEqual(['A.md', 'C.md']);
  expect([shown.host.text('A.md'), shown.host.text('B.md'), shown.host.text('C.md')]).toEqual(['a\nnew', 'b\n', 'c\r\nnew']);
  expect(shown.host.notices()[0]).toContain('Add new: 2 notes changed.');
  expect(document.querySelector('.modal')).toBeNull();
});

it('writes nothing when the preview is left by Escape', async () => {
  const shown = await withEdits();
  const { outcome } = await review(shown);
  await shown.host.press('Escape');
  expect(await outcome).toBeUndefined();
  expect(shown.host.text('A.md')).toBe('a\n');
  expect(shown.context.edits.canUndo).toBe(false);
});

it('says so and asks nothing when there is nothing to change', async () => {
  const shown = await withEdits();
  const same = await shown.context.edits.plan('Tidy', ['A.md'], (_path, text) => ({ ok: true, text }));
  expect(await shown.context.edits.review(same)).toEqual({ written: [], created: [], refused: [] });
  expect(await shown.context.edits.apply(same)).toEqual({ written: [], created: [], refused: [] });
  expect(shown.host.notices()).toEqual(['Tidy: nothing to change.']);
});

it('leaves the line endings of an open note alone in which nothing was typed', async () => {
  const shown = await withEdits();
  await shown.host.open('C.md');
  await plan(shown, 'new', ['C.md']);
  await shown.context.edits.undo();
  expect(shown.host.text('C.md')).toBe('c\r\n');
});

it('plans from what is typed and not yet saved', async () => {
  const shown = await withEdits();
  await shown.host.open('A.md');
  shown.host.app.workspace.activeEditor?.editor?.replaceRange('typed ', { line: 0, ch: 0 });
  const { changes } = await plan(shown, 'new', ['A.md']);
  expect(changes[0]?.before).toBe('typed a\n');
  await shown.context.edits.apply(await plan(shown, 'new', ['A.md']));
  expect(shown.host.text('A.md')).toBe('typed a\nnew');
});

it('keeps what is typed while the preview is open, and tells that the note was left', async () => {
  const shown = await withEdits();
  await shown.host.open('A.md');
  const { outcome } = await review(shown);
  shown.host.app.workspace.activeEditor?.editor?.replaceRange('typed ', { line: 0, ch: 0 });
  press('Change 3 notes');
  expect((await outcome)?.refused.map(({ path }) => path)).toEqual(['A.md']);
  await shown.host.flush();
  expect(shown.host.text('A.md')).toBe('typed a\n');
  expect(shown.host.text('B.md')).toBe('b\nnew');
  expect(shown.host.notices().join()).toContain('"A.md" was not changed: it no longer says what the preview was made from.');
});

it('leaves and names a note that another program changed, deleted or renamed during the preview', async () => {
  const shown = await withEdits();
  const { outcome } = await review(shown);
  shown.host.changeFromOutside('A.md', 'pulled\n');
  shown.host.changeFromOutside('B.md', undefined);
  await shown.host.settle();
  await shown.host.app.fileManager.renameFile(shown.host.file('C.md'), 'D.md');
  press('Change 3 notes');
  const { written, refused } = (await outcome)!;
  expect(written).toEqual([]);
  expect(refused.map(({ path }) => path)).toEqual(['A.md', 'B.md', 'C.md']);
  expect([shown.host.text('A.md'), shown.host.text('D.md'), shown.host.paths().includes('B.md')]).toEqual(['pulled\n', 'c\r\n', false]);
  expect(shown.host.notices()[0]).toMatch(/Add new: no note was changed\.[^]*"A\.md"[^]*"B\.md"[^]*"C\.md"/);
});

it('lets two edits at once both land where they do not meet, and the later one be told where they do', async () => {
  const shown = await withEdits();
  const [first, second] = await Promise.all([plan(shown, 'one', ['A.md', 'B.md']), plan(shown, 'two', ['B.md', 'C.md'])]);
  const [one, two] = await Promise.all([shown.context.edits.apply(first), shown.context.edits.apply(second)]);
  expect(one.written.map(({ path }) => path)).toEqual(['A.md', 'B.md']);
  expect(two.written.map(({ path }) => path)).toEqual(['C.md']);
  expect(two.refused.map(({ path }) => path)).toEqual(['B.md']);
  await shown.context.edits.undo();
  await shown.context.edits.undo();
  expect(['A.md', 'B.md', 'C.md'].map((path) => shown.host.text(path))).toEqual(['a\n', 'b\n', 'c\r\n']);
});

it('takes the whole edit back with the command, and no hand edit made since', async () => {
  const shown = await withEdits();
  expect(shown.host.commands()).toEqual([]);
  await shown.context.edits.apply(await plan(shown));
  await shown.host.open('B.md');
  shown.host.app.workspace.activeEditor?.editor?.replaceRange('typed ', { line: 0, ch: 0 });
  await shown.host.run('cx-playbook:undo-edits');
  await shown.host.flush();
  expect(['A.md', 'B.md', 'C.md'].map((path) => shown.host.text(path))).toEqual(['a\n', 'typed b\nnew', 'c\r\n']);
  expect(shown.host.notices().at(-1)).toMatch(/Undone: Add new \(2 notes\)\.[^]*"B\.md" was left as it is/);
  expect(shown.host.commands().map(({ id }) => id)).toEqual(['cx-playbook:redo-edits']);
});

it('makes the edit again with the command, and no note that was changed by hand since', async () => {
  const shown = await withEdits();
  await shown.context.edits.apply(await plan(shown));
  await shown.context.edits.undo();
  await shown.host.open('B.md');
  shown.host.app.workspace.activeEditor?.editor?.replaceRange('typed ', { line: 0, ch: 0 });
  await shown.host.run('cx-playbook:redo-edits');
  await shown.host.flush();
  expect(['A.md', 'B.md', 'C.md'].map((path) => shown.host.text(path))).toEqual(['a\nnew', 'typed b\n', 'c\r\nnew']);
  expect(shown.host.notices().at(-1)).toMatch(/Redone: Add new \(2 notes\)\.[^]*"B\.md" was left as it is/);
  expect(shown.host.commands().map(({ id }) => id)).toEqual(['cx-playbook:undo-edits']);
  press('Undo');
  await shown.host.settle();
  expect(shown.host.text('A.md')).toBe('a\n');
});

it('creates again what the undo put into the trash', async () => {
  const shown = await withEdits({});
  await shown.context.edits.create('Create notes', [{ path: 'New/One.md', text: '1' }]);
  await shown.context.edits.undo();
  expect(shown.host.paths()).toEqual([]);
  await shown.context.edits.redo();
  expect(shown.host.text('New/One.md')).toBe('1');
  await shown.context.edits.undo();
  expect(shown.host.app.vault.getFileByPath('New/One.md')).toBeNull();
});

it('tells when there is nothing to make again, and what could not be', async () => {
  const shown = await withEdits();
  await shown.context.edits.redo();
  expect(shown.host.notices()).toEqual(['There is no edit of notes to redo.']);
  await shown.context.edits.apply(await plan(shown, 'new', ['A.md']));
  await shown.context.edits.undo();
  shown.host.lock('A.md');
  await shown.context.edits.redo();
  shown.host.lock('A.md', false);
  expect(shown.host.notices().at(-1)).toMatch(/^Not redone: Add new\./);
  await shown.context.edits.redo();
  expect(shown.host.text('A.md')).toBe('a\nnew');
});

it('takes the edit back with the button of the notice', async () => {
  const shown = await withEdits();
  await shown.context.edits.apply(await plan(shown));
  press('Undo');
  await shown.host.settle();
  expect(shown.host.text('A.md')).toBe('a\n');
  expect(shown.host.notices()).toEqual(['Undone: Add new (3 notes).']);
});

it('tells of the newest edit in place of the one before, and offers no undo that was used', async () => {
  const shown = await withEdits();
  const undos = (): readonly string[] => [...document.querySelectorAll('.notice')].map((notice) => (notice.querySelector('button') === null ? 'none' : 'undo'));
  await shown.context.edits.apply(await plan(shown, 'one', ['A.md']));
  await shown.context.edits.apply(await plan(shown, 'two', ['B.md']));
  expect(undos()).toEqual(['undo']);
  await shown.context.edits.undo();
  expect(undos()).toEqual(['none']);
});

it('undoes a partial success without touching what was refused', async () => {
  const shown = await withEdits();
  const planned = await plan(shown);
  shown.host.lock('B.md');
  const { written, refused } = await shown.context.edits.apply(planned);
  expect([written.length, refused.map(({ path }) => path)]).toEqual([2, ['B.md']]);
  shown.host.lock('B.md', false);
  await shown.context.edits.undo();
  expect(['A.md', 'B.md', 'C.md'].map((path) => shown.host.text(path))).toEqual(['a\n', 'b\n', 'c\r\n']);
});

it('follows notes and folders that were renamed since', async () => {
  const shown = await withEdits({ 'Old/A.md': 'a\n', 'B.md': 'b\n' });
  await shown.context.edits.apply(await plan(shown, 'new', ['Old/A.md', 'B.md']));
  await shown.host.app.fileManager.renameFile(shown.host.app.vault.getFolderByPath('Old')!, 'New');
  await shown.host.app.fileManager.renameFile(shown.host.file('B.md'), 'Bo.md');
  await shown.context.edits.undo();
  expect([shown.host.text('New/A.md'), shown.host.text('Bo.md')]).toEqual(['a\n', 'b\n']);
});

it('follows a note that is renamed while others are still being written', async () => {
  const shown = await withEdits();
  const { vault, fileManager } = shown.host.app;
  const ref = vault.on('modify', ({ path }) => {
    if (path === 'A.md') void fileManager.renameFile(shown.host.file('A.md'), 'Z.md');
  });
  const { written } = await shown.context.edits.apply(await plan(shown));
  await shown.host.settle();
  vault.offref(ref);
  expect([written.length, shown.host.text('Z.md')]).toEqual([3, 'a\nnew']);
  await shown.context.edits.undo();
  expect([shown.host.text('Z.md'), shown.host.text('B.md'), shown.host.text('C.md')]).toEqual(['a\n', 'b\n', 'c\r\n']);
});

it('moves created notes to the trash on undo, but none that was changed since', async () => {
  const shown = await withEdits({});
  const { created } = await shown.context.edits.create('Create notes', [{ path: 'New/One.md', text: '1' }, { path: 'New/Two.md', text: '2' }]);
  expect(created.length).toBe(2);
  expect(shown.host.notices()[0]).toContain('Create notes: 2 notes created.');
  await shown.host.app.vault.modify(shown.host.file('New/Two.md'), 'mine');
  await shown.context.edits.undo();
  expect(shown.host.app.vault.getFileByPath('New/One.md')).toBeNull();
  expect(shown.host.text('New/Two.md')).toBe('mine');
  expect(shown.host.notices().at(-1)).toMatch(/Undone: Create notes \(1 note\)\.[^]*"New\/Two\.md" was left as it is/);
});

it('never writes over a note that stands where one is to be created', async () => {
  const shown = await withEdits();
  const { created, refused } = await shown.context.edits.create('Create notes', [{ path: 'A.md', text: 'other' }]);
  expect([created.length, refused.length, shown.host.text('A.md')]).toEqual([0, 1, 'a\n']);
});

it('tells when an open editor cannot be saved, and leaves its note', async () => {
  const shown = await withEdits();
  await shown.host.open('A.md');
  shown.host.app.workspace.activeEditor?.editor?.replaceRange('typed ', { line: 0, ch: 0 });
  shown.host.lock('A.md');
  const { refused, changes } = await plan(shown);
  shown.host.lock('A.md', false);
  expect([refused.map(({ path }) => path), changes.map(({ path }) => path)]).toEqual([['A.md'], ['B.md', 'C.md']]);
  expect(refused[0]?.message).toContain('could not be saved');
});

it('leaves a note whose editor saves nothing, as one that is being saved already', async () => {
  const shown = await withEdits();
  const view = await shown.host.open('A.md');
  view.editor.replaceRange('typed ', { line: 0, ch: 0 });
  view.save = () => Promise.resolve();
  const { refused, changes } = await plan(shown);
  expect([refused.map(({ path }) => path), changes.map(({ path }) => path)]).toEqual([['A.md'], ['B.md', 'C.md']]);
  expect(refused[0]?.message).toContain('not saved yet');
});

it('takes no edit back from under what is typed and cannot be saved, and offers the undo again', async () => {
  const shown = await withEdits();
  const view = await shown.host.open('A.md');
  await shown.context.edits.apply(await plan(shown, 'new', ['A.md', 'B.md']));
  view.editor.replaceRange('typed ', { line: 0, ch: 0 });
  const save = view.save.bind(view);
  view.save = () => Promise.reject(new Error('the disk is full'));
  await shown.context.edits.undo();
  expect([shown.host.text('A.md'), shown.host.text('B.md'), view.editor.getValue()]).toEqual(['a\nnew', 'b\n', 'typed a\nnew']);
  expect(shown.host.notices().at(-1)).toMatch(/Undone: Add new \(1 note\)\.[^]*"A\.md"[^]*the disk is full/);
  view.save = save;
  view.editor.replaceRange('', { line: 0, ch: 0 }, { line: 0, ch: 'typed '.length });
  await shown.context.edits.undo();
  expect(shown.host.text('A.md')).toBe('a\n');
});

it('saves no editor that an undo is not about', async () => {
  const shown = await withEdits();
  await shown.context.edits.apply(await plan(shown, 'new', ['A.md']));
  const view = await shown.host.open('B.md');
  let saves = 0;
  view.save = () => {
    saves++;
    return Promise.resolve();
  };
  view.editor.replaceRange('typed ', { line: 0, ch: 0 });
  await shown.context.edits.undo();
  expect([saves, shown.host.text('A.md')]).toEqual([0, 'a\n']);
});

it('closes an open preview when the plugin goes, writes nothing and tells so', async () => {
  const shown = await withEdits();
  const { outcome } = await review(shown);
  await shown.host.unload();
  expect(await outcome).toBeUndefined();
  expect(shown.host.text('A.md')).toBe('a\n');
  expect(shown.host.notices()).toEqual(['Add new: the preview was closed because CX Playbook was switched off. No note was changed.']);
  expect(document.querySelector('.modal')).toBeNull();
  expect(shown.host.leftovers()).toEqual([]);
});

it('finishes and tells a write that is under way when the plugin goes, without an undo that would no longer work', async () => {
  const shown = await withEdits();
  const writing = shown.context.edits.apply(await plan(shown));
  await shown.host.unload();
  expect((await writing).written.length).toBe(3);
  expect(shown.host.notices()).toEqual(['Add new: 3 notes changed.']);
});

it('shows hostile titles and messages as text', async () => {
  const shown = await withEdits();
  const refusal = { ok: false, message: '<img src=x onerror=alert(1)>' } as const;
  const refused = await shown.context.edits.plan('<b>Bold</b>', ['A.md'], () => refusal);
  await shown.context.edits.apply(refused);
  expect(document.querySelector('.notice img, .notice b')).toBeNull();
  expect(shown.host.notices()[0]).toContain('<img src=x onerror=alert(1)>');
});

it('shows five reasons in a notice and counts the rest', async () => {
  const files = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${index}.md`, 'x']));
  const shown = await withEdits(files);
  const refused = await shown.context.edits.plan('Tidy', Object.keys(files), (path) => ({ ok: false, message: `No: ${path}` }));
  await shown.context.edits.apply(refused);
  expect(shown.host.notices()[0]).toBe('Tidy: no note was changed.No: 0.mdNo: 1.mdNo: 2.mdNo: 3.mdNo: 4.md… and 3 more notes.');
});
