import { TFile, TFolder, type TAbstractFile } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { createHost, type Host } from './host.js';

async function started(files: Record<string, string>): Promise<Host> {
  const host = createHost({ files });
  await host.layoutReady();
  return host;
}

describe('the vault', () => {
  it('is empty until the start is over, and tells every file by "create"', async () => {
    const host = createHost({ files: { 'A/Ana.md': 'x', 'Bo.md': 'y' } });
    const created: string[] = [];
    host.app.vault.on('create', (file) => created.push(file.path));
    expect(host.app.vault.getFiles()).toEqual([]);
    await host.layoutReady();
    expect(created.sort()).toEqual(['A', 'A/Ana.md', 'Bo.md']);
  });

  it('shows files and folders as a tree', async () => {
    const host = await started({ 'A/B/Ana.md': 'x', 'A/pic.png': '' });
    const { vault } = host.app;
    const file = vault.getFileByPath('A/B/Ana.md');
    expect(file).toBeInstanceOf(TFile);
    expect(file).toMatchObject({ basename: 'Ana', extension: 'md', name: 'Ana.md' });
    expect(file?.parent?.path).toBe('A/B');
    expect(vault.getAbstractFileByPath('A')).toBeInstanceOf(TFolder);
    expect(vault.getFileByPath('A')).toBeNull();
    expect(vault.getMarkdownFiles().map(({ path }) => path)).toEqual(['A/B/Ana.md']);
    expect(vault.getRoot().children.map(({ path }) => path)).toEqual(['A']);
  });

  it('hides files whose path starts with a full stop, and reads them through the adapter', async () => {
    const host = await started({ '.obsidian/app.json': '{}', 'Ana.md': '' });
    expect(host.app.vault.getFiles().map(({ path }) => path)).toEqual(['Ana.md']);
    expect(await host.app.vault.adapter.read('.obsidian/app.json')).toBe('{}');
  });

  it('loses no update when many edits of one note are asked for at once', async () => {
    const host = await started({ 'Ana.md': '' });
    const file = host.file('Ana.md');
    await Promise.all(Array.from({ length: 50 }, (_, index) => host.app.vault.process(file, (text) => `${text}${index},`)));
    expect(host.text('Ana.md')).toBe(Array.from({ length: 50 }, (_, index) => `${index},`).join(''));
  });

  it('leaves a note as it was when its edit throws', async () => {
    const host = await started({ 'Ana.md': 'kept' });
    const edit = host.app.vault.process(host.file('Ana.md'), () => {
      throw new Error('no');
    });
    await expect(edit).rejects.toThrow('no');
    expect(host.text('Ana.md')).toBe('kept');
    await host.app.vault.process(host.file('Ana.md'), (text) => `${text}!`);
    expect(host.text('Ana.md')).toBe('kept!');
  });

  it('refuses to create over a file, or in a folder that is not there', async () => {
    const host = await started({ 'Ana.md': 'kept' });
    await expect(host.app.vault.create('Ana.md', 'new')).rejects.toThrow('already exists');
    await expect(host.app.vault.create('No/Ana.md', 'new')).rejects.toThrow('ENOENT');
    expect(host.text('Ana.md')).toBe('kept');
  });

  it('writes later than the call, and says so after it is written', async () => {
    const host = await started({ 'Ana.md': 'old' });
    const heard: (string | undefined)[] = [];
    host.app.vault.on('modify', ({ path }) => heard.push(host.text(path)));
    const done = host.app.vault.modify(host.file('Ana.md'), 'new');
    expect(host.text('Ana.md')).toBe('old');
    await done;
    expect(heard).toEqual(['new']);
  });

  it('keeps the object of a file through a rename, and tells the old path', async () => {
    const host = await started({ 'A/Ana.md': 'x' });
    const file = host.file('A/Ana.md');
    const heard: string[] = [];
    host.app.vault.on('rename', (renamed: TAbstractFile, oldPath: string) => heard.push(`${oldPath} ${renamed.path}`));
    const folder = host.app.vault.getFolderByPath('A');
    await host.app.vault.rename(folder!, 'B');
    expect(heard).toEqual(['A B', 'A/Ana.md B/Ana.md']);
    expect(host.file('B/Ana.md')).toBe(file);
    expect(host.text('B/Ana.md')).toBe('x');
    expect(host.app.vault.getFileByPath('A/Ana.md')).toBeNull();
  });

  it('refuses to rename onto a file', async () => {
    const host = await started({ 'Ana.md': 'a', 'Bo.md': 'b' });
    await expect(host.app.vault.rename(host.file('Ana.md'), 'Bo.md')).rejects.toThrow('already exists');
    expect(host.text('Bo.md')).toBe('b');
  });

  it('tells deleted files, and cannot read them', async () => {
    const host = await started({ 'A/Ana.md': 'a' });
    const file = host.file('A/Ana.md');
    const heard: string[] = [];
    host.app.vault.on('delete', ({ path }) => heard.push(path));
    await host.app.vault.delete(host.app.vault.getFolderByPath('A')!, true);
    expect(heard).toEqual(['A/Ana.md', 'A']);
    await expect(host.app.vault.read(file)).rejects.toThrow('ENOENT');
    await expect(host.app.vault.process(file, (text) => text)).rejects.toThrow('ENOENT');
  });

  it('hears of another program a moment later', async () => {
    const host = createHost({ files: { 'Ana.md': 'old' }, timeScale: 1 });
    await host.layoutReady();
    host.changeFromOutside('Ana.md', 'new');
    host.changeFromOutside('Git/Bo.md', 'b');
    expect(await host.app.vault.read(host.file('Ana.md'))).toBe('new');
    expect(host.app.vault.getFileByPath('Git/Bo.md')).toBeNull();
    await host.settle();
    expect(await host.app.vault.cachedRead(host.file('Ana.md'))).toBe('new');
    expect(host.app.vault.getFileByPath('Git/Bo.md')).not.toBeNull();
    host.changeFromOutside('Ana.md', undefined);
    await host.settle();
    expect(host.app.vault.getFileByPath('Ana.md')).toBeNull();
  });

  it('moves the time of a file with every write', async () => {
    const host = await started({ 'Ana.md': 'a' });
    const file = host.file('Ana.md');
    const before = file.stat.mtime;
    await host.app.vault.modify(file, 'ä');
    expect(file.stat.mtime).toBeGreaterThan(before);
    expect(file.stat.size).toBe(2);
  });
});
