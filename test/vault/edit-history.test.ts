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
    expect(await history.undo(vault)).toEqual({ title: 'Add ?', restored: ['A.md'], toTrash: [], toMove: [], kept: [] });
    expect(plain(vault)).toEqual({ 'A.md': 'a!', 'B.md': 'b!' });
    expect(await history.undo(vault)).toEqual({ title: 'Add !', restored: ['A.md', 'B.md'], toTrash: [], toMove: [], kept: [] });
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
    expect(undone).toEqual({ title: 'Add !', restored: ['B.md'], toTrash: [], toMove: [], kept: [{ path: 'A.md', before: 'a', after: 'a!', message: 'Not saved yet.' }] });
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
      toMove: [],
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

describe('redo', () => {
  test('makes again what was taken back, the last first, and undo takes it back again', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const history = new EditHistory();
    await add(vault, history, '!');
    await add(vault, history, '?', ['A.md']);
    expect([history.canRedo, await history.redo(vault)]).toEqual([false, undefined]);
    await history.undo(vault);
    await history.undo(vault);
    expect([history.canRedo, history.nextRedoPaths]).toEqual([true, ['A.md', 'B.md']]);
    expect(await history.redo(vault)).toEqual({ title: 'Add !', redone: ['A.md', 'B.md'], toMove: [], kept: [] });
    expect(plain(vault)).toEqual({ 'A.md': 'a!', 'B.md': 'b!' });
    expect(await history.redo(vault)).toEqual({ title: 'Add ?', redone: ['A.md'], toMove: [], kept: [] });
    expect([plain(vault), history.canRedo, history.nextTitle]).toEqual([{ 'A.md': 'a!?', 'B.md': 'b!' }, false, 'Add ?']);
    await history.undo(vault);
    await history.undo(vault);
    expect([plain(vault), history.canUndo]).toEqual([{ 'A.md': 'a', 'B.md': 'b' }, false]);
  });

  test('leaves a note that was changed by hand since, gives both its texts and says so', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const history = new EditHistory();
    await add(vault, history, '!');
    await history.undo(vault);
    vault.files.set('A.md', 'a and more');
    expect(await history.redo(vault)).toEqual({
      title: 'Add !',
      redone: ['B.md'],
      toMove: [],
      kept: [{ path: 'A.md', before: 'a', after: 'a!', message: '"A.md" was left as it is: it was changed after the undo. Make the edit again by hand.' }],
    });
    expect([plain(vault), history.canRedo, history.nextPaths]).toEqual([{ 'A.md': 'a and more', 'B.md': 'b!' }, false, ['B.md']]);
  });

  test('does not make again what the undo did not take back', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b', 'C.md': 'c' });
    const history = new EditHistory();
    await add(vault, history, '!');
    vault.files.set('A.md', 'by hand');
    vault.files.set('B.md', 'b');
    expect((await history.undo(vault))?.restored).toEqual(['B.md', 'C.md']);
    vault.files.set('A.md', 'a');
    expect(await history.redo(vault)).toMatchObject({ redone: ['C.md'], kept: [] });
    expect(plain(vault)).toEqual({ 'A.md': 'a', 'B.md': 'b', 'C.md': 'c!' });
  });

  test('counts a note as done that was written again by hand, and leaves it to that hand', async () => {
    const vault = new MemoryVault({ 'A.md': 'a' });
    const history = new EditHistory();
    await add(vault, history, '!');
    await history.undo(vault);
    vault.files.set('A.md', 'a!');
    expect([await history.redo(vault), history.canUndo]).toEqual([{ title: 'Add !', redone: ['A.md'], toMove: [], kept: [] }, false]);
  });

  test('ends with a new edit, also one made while the undo runs', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const history = new EditHistory();
    await add(vault, history, '!', ['A.md']);
    await history.undo(vault);
    await add(vault, history, '?', ['B.md']);
    expect(history.canRedo).toBe(false);
    const undoing = history.undo(vault);
    await Promise.resolve();
    history.record('Other', { written: [{ path: 'A.md', before: 'x', after: 'a' }], created: [] });
    await undoing;
    expect([history.canRedo, await history.redo(vault)]).toEqual([false, undefined]);
  });

  test('is not ended by an edit that wrote nothing', async () => {
    const vault = new MemoryVault({ 'A.md': 'a' });
    const history = new EditHistory();
    await add(vault, history, '!');
    await history.undo(vault);
    history.record('Nothing', { written: [], created: [] });
    expect(history.canRedo).toBe(true);
  });

  test('follows notes and folders that were renamed, also while it runs', async () => {
    const vault = new MemoryVault({ 'Old/A.md': 'a', 'B.md': 'b' });
    const history = new EditHistory();
    await add(vault, history, '!');
    await history.undo(vault);
    vault.files.set('New/A.md', 'a');
    vault.files.delete('Old/A.md');
    history.renamed('Old', 'New');
    const redoing = history.redo(vault);
    await Promise.resolve();
    history.renamed('B.md', 'C.md');
    vault.files.set('C.md', 'b');
    vault.files.delete('B.md');
    expect((await redoing)?.redone).toEqual(['New/A.md', 'C.md']);
    expect(plain(vault)).toEqual({ 'New/A.md': 'a!', 'C.md': 'b!' });
    expect((await history.undo(vault))?.restored).toEqual(['New/A.md', 'C.md']);
  });

  test('creates again what was created, tells where another note stands, and offers that once more', async () => {
    const vault = new MemoryVault({});
    const history = new EditHistory();
    history.record('Starter', await createNotes(vault, [{ path: 'A.md', text: 'a' }, { path: 'B.md', text: 'b' }, { path: 'C.md', text: 'c' }]));
    expect((await history.undo(vault))?.toTrash).toEqual(['A.md', 'B.md', 'C.md']);
    // C never got into the trash.
    vault.files.delete('A.md');
    vault.files.set('B.md', 'mine');
    expect(await history.redo(vault)).toEqual({
      title: 'Starter',
      redone: ['A.md', 'C.md'],
      toMove: [],
      kept: [{ path: 'B.md', before: undefined, after: 'b', message: '"B.md" was not created again: another note has its name by now. Rename that note, then redo.' }],
    });
    expect(plain(vault)).toEqual({ 'A.md': 'a', 'B.md': 'mine', 'C.md': 'c' });
    vault.files.delete('B.md');
    expect((await history.redo(vault))?.redone).toEqual(['B.md']);
    expect((await history.undo(vault))?.toTrash).toEqual(['B.md']);
    expect((await history.undo(vault))?.toTrash).toEqual(['A.md', 'C.md']);
  });

  test('offers once more what the vault did not let be written, and then goes on', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const history = new EditHistory();
    await add(vault, history, '!');
    await history.undo(vault);
    vault.files.delete('A.md');
    expect(await history.redo(vault)).toMatchObject({ redone: ['B.md'], kept: [{ path: 'A.md', before: 'a', after: 'a!' }] });
    expect(history.nextRedoPaths).toEqual(['A.md']);
    vault.files.set('A.md', 'a');
    expect(await history.redo(vault)).toMatchObject({ redone: ['A.md'], toMove: [], kept: [] });
    expect(plain(vault)).toEqual({ 'A.md': 'a!', 'B.md': 'b!' });
    await history.undo(vault);
    vault.unreadable.add('A.md');
    await history.redo(vault);
    await history.redo(vault);
    expect(history.canRedo).toBe(false);
  });

  test('leaves a note that must stay, tells why, and offers it once more', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const history = new EditHistory();
    await add(vault, history, '!');
    await history.undo(vault);
    expect(await history.redo(vault, [{ path: 'A.md', message: 'Not saved yet.' }])).toMatchObject({ redone: ['B.md'], kept: [{ path: 'A.md', message: 'Not saved yet.' }] });
    expect((await history.redo(vault))?.redone).toEqual(['A.md']);
  });

  test('and undo at once wait for one another', async () => {
    const vault = new MemoryVault({ 'A.md': 'a' });
    const history = new EditHistory();
    await add(vault, history, '!');
    await add(vault, history, '?');
    await Promise.all([history.undo(vault), history.undo(vault), history.redo(vault), history.undo(vault), history.redo(vault), history.redo(vault)]);
    expect([plain(vault), history.canUndo, history.canRedo]).toEqual([{ 'A.md': 'a!?' }, true, false]);
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

describe('an edit that moved its note', () => {
  test('says where to move it back on undo, and forth on redo, wherever it is called by then', async () => {
    const vault = new MemoryVault({ 'B/A.md': 'a!' });
    const history = new EditHistory();
    history.record('Move', { written: [{ path: 'B/A.md', before: 'a', after: 'a!' }], created: [] }, { from: 'A.md', to: 'B/A.md' });
    expect(await history.undo(vault)).toMatchObject({ restored: ['B/A.md'], toMove: [{ from: 'B/A.md', to: 'A.md' }] });
    vault.files.delete('B/A.md');
    vault.files.set('A.md', 'a');
    history.renamed('B/A.md', 'A.md');
    expect(await history.redo(vault)).toMatchObject({ redone: ['A.md'], toMove: [{ from: 'A.md', to: 'B/A.md' }] });
  });

  test('stays where it is when it was changed since', async () => {
    const vault = new MemoryVault({ 'B/A.md': 'mine' });
    const history = new EditHistory();
    history.record('Move', { written: [{ path: 'B/A.md', before: 'a', after: 'a!' }], created: [] }, { from: 'A.md', to: 'B/A.md' });
    expect(await history.undo(vault)).toMatchObject({ restored: [], toMove: [], kept: [{ path: 'B/A.md' }] });
  });
});
