import { describe, expect, test } from 'vitest';
import { EditHistory } from '../../src/vault/edit-history.js';
import { applyPlan, createNotes, planEdits } from '../../src/vault/edit-plan.js';
import { MemoryVault } from '../memory-vault.js';

/** Adds a sign to each note and keeps that in the history. */
async function add(vault: MemoryVault, history: EditHistory, sign: string, paths: readonly string[] = [...vault.files.keys()]): Promise<void> {
  const plan = await planEdits(vault, `Add ${sign}`, paths, (_path, text) => ({ ok: true, text: text + sign }));
  history.record(plan.title, await applyPlan(vault, plan));
}

function plain(vault: MemoryVault): Record<string, string> {
  return Object.fromEntries(vault.files);
}

describe('undo', () => {
  test('takes the newest edit back, then the one before', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const history = new EditHistory();
    await add(vault, history, '!');
    await add(vault, history, '?', ['A.md']);
    expect([history.canUndo, history.nextTitle]).toEqual([true, 'Add ?']);
    expect(await history.undo(vault)).toEqual({ title: 'Add ?', restored: ['A.md'], toTrash: [], kept: [] });
    expect(plain(vault)).toEqual({ 'A.md': 'a!', 'B.md': 'b!' });
    expect(await history.undo(vault)).toEqual({ title: 'Add !', restored: ['A.md', 'B.md'], toTrash: [], kept: [] });
    expect(plain(vault)).toEqual({ 'A.md': 'a', 'B.md': 'b' });
    expect([history.canUndo, history.nextTitle, await history.undo(vault)]).toEqual([false, undefined, undefined]);
  });

  test('twice at once takes two edits of one note back, in order', async () => {
    const vault = new MemoryVault({ 'A.md': 'a' });
    const history = new EditHistory();
    await add(vault, history, '!');
    await add(vault, history, '?');
    const outcomes = await Promise.all([history.undo(vault), history.undo(vault)]);
    expect(outcomes.map((outcome) => outcome?.restored)).toEqual([['A.md'], ['A.md']]);
    expect(plain(vault)).toEqual({ 'A.md': 'a' });
  });

  test('leaves a note that must stay, tells why, and offers it once more', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const history = new EditHistory();
    await add(vault, history, '!');
    expect(history.nextPaths).toEqual(['A.md', 'B.md']);
    const undone = await history.undo(vault, [{ path: 'A.md', message: 'Not saved yet.' }]);
    expect(undone).toEqual({ title: 'Add !', restored: ['B.md'], toTrash: [], kept: [{ path: 'A.md', before: 'a', after: 'a!', message: 'Not saved yet.' }] });
    expect([plain(vault), history.nextPaths]).toEqual([{ 'A.md': 'a!', 'B.md': 'b' }, ['A.md']]);
    expect((await history.undo(vault))?.restored).toEqual(['A.md']);
    expect(plain(vault)).toEqual({ 'A.md': 'a', 'B.md': 'b' });
  });

  test('leaves a note that was changed by hand since, gives both its texts and says so', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const history = new EditHistory();
    await add(vault, history, '!');
    vault.files.set('A.md', 'a! and more');
    expect(await history.undo(vault)).toEqual({
      title: 'Add !',
      restored: ['B.md'],
      toTrash: [],
      kept: [{ path: 'A.md', before: 'a', after: 'a!', message: '"A.md" was left as it is: it was changed after the edit. Take the edit back by hand, or restore an older version of the note.' }],
    });
    expect(plain(vault)).toEqual({ 'A.md': 'a! and more', 'B.md': 'b' });
    expect(history.canUndo).toBe(false);
  });

  test('counts a note as restored that was taken back by hand', async () => {
    const vault = new MemoryVault({ 'A.md': 'a' });
    const history = new EditHistory();
    await add(vault, history, '!');
    vault.files.set('A.md', 'a');
    expect(await history.undo(vault)).toMatchObject({ restored: ['A.md'], kept: [] });
  });

  test('takes back what was written of an edit that did not reach all notes', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const history = new EditHistory();
    const plan = await planEdits(vault, 'Add !', ['A.md', 'B.md'], (_path, text) => ({ ok: true, text: `${text}!` }));
    vault.files.set('B.md', 'by hand');
    history.record(plan.title, await applyPlan(vault, plan));
    expect(await history.undo(vault)).toMatchObject({ restored: ['A.md'], kept: [] });
    expect(plain(vault)).toEqual({ 'A.md': 'a', 'B.md': 'by hand' });
  });

  test('offers once more what the vault did not let be written, and then goes on to the edit before', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const history = new EditHistory();
    await add(vault, history, '?', ['B.md']);
    await add(vault, history, '!');
    vault.unreadable.add('A.md');
    expect(await history.undo(vault)).toMatchObject({ restored: ['B.md'], kept: [{ path: 'A.md', before: 'a' }] });
    expect(history.nextTitle).toBe('Add !');
    expect(await history.undo(vault)).toMatchObject({ restored: [], kept: [{ path: 'A.md', before: 'a' }] });
    expect(history.nextTitle).toBe('Add ?');
    vault.unreadable.clear();
    await history.undo(vault);
    expect(plain(vault)).toEqual({ 'A.md': 'a!', 'B.md': 'b' });
  });

  test('follows notes and folders that were renamed', async () => {
    const vault = new MemoryVault({ 'Old/A.md': 'a', 'B.md': 'b', 'Older/C.md': 'c' });
    const history = new EditHistory();
    await add(vault, history, '!');
    for (const [from, to] of [['Old/A.md', 'New/A.md'], ['B.md', 'B 2.md']] as const) {
      vault.files.set(to, vault.files.get(from)!);
      vault.files.delete(from);
    }
    history.renamed('Old', 'New');
    history.renamed('B.md', 'B 2.md');
    expect(await history.undo(vault)).toMatchObject({ restored: ['New/A.md', 'B 2.md', 'Older/C.md'], kept: [] });
    expect(plain(vault)).toEqual({ 'New/A.md': 'a', 'B 2.md': 'b', 'Older/C.md': 'c' });
  });

  test('gives new notes to the host for its trash, unless somebody wrote into them', async () => {
    const vault = new MemoryVault({});
    const history = new EditHistory();
    history.record('Starter', await createNotes(vault, [{ path: 'A.md', text: 'a' }, { path: 'B.md', text: 'b' }, { path: 'C.md', text: 'c' }]));
    vault.files.set('B.md', 'mine');
    vault.files.delete('C.md');
    expect(await history.undo(vault)).toMatchObject({ restored: [], toTrash: ['A.md'], kept: [{ path: 'B.md', before: undefined, after: 'b' }, { path: 'C.md' }] });
    expect(plain(vault)).toEqual({ 'A.md': 'a', 'B.md': 'mine' });
    expect(history.canUndo).toBe(false);
  });
});

describe('the history', () => {
  test('keeps the newest edits, and none that wrote nothing', async () => {
    const vault = new MemoryVault({ 'A.md': '' });
    const history = new EditHistory(3);
    for (const sign of ['1', '2', '3', '4', '']) await add(vault, history, sign);
    const titles: (string | undefined)[] = [];
    while (history.canUndo) titles.push((await history.undo(vault))?.title);
    expect(titles).toEqual(['Add 4', 'Add 3', 'Add 2']);
    expect(plain(vault)).toEqual({ 'A.md': '1' });
  });

  test('holds twenty where nothing else is said', async () => {
    const vault = new MemoryVault({ 'A.md': '' });
    const history = new EditHistory();
    for (let count = 0; count < 25; count++) await add(vault, history, 'x');
    while (history.canUndo) await history.undo(vault);
    expect(plain(vault)).toEqual({ 'A.md': 'xxxxx' });
  });
});
