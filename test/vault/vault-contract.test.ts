/** What every host's vault must do: the folder on disk and the tests' memory are held to the same. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FsVault } from '../../src/cli/fs-vault.js';
import { UnreadableFile, type Vault } from '../../src/vault/vault.js';
import { MemoryVault } from '../memory-vault.js';
import { folderOf, readFiles, tempFolder } from '../temp-folder.js';

type Files = Readonly<Record<string, string>>;

const HOSTS: readonly (readonly [name: string, open: (files: Files) => Vault])[] = [
  ['MemoryVault', (files) => new MemoryVault(files)],
  ['FsVault', (files) => new FsVault(folderOf(files))],
];

describe.each(HOSTS)('%s', (_name, open) => {
  test('lists all files in the order of UTF-16 units', async () => {
    const paths = ['a.md', 'B.md', 'Sub/c.md', 'Sub.md', 'Sub-x.md', 'ä.md', 'picture.png', '👩.md', '\uffe0.md', 'cx-playbook.yml'];
    const vault = open(Object.fromEntries(paths.map((path) => [path, 'x'])));
    expect((await vault.list()).map(({ path }) => path)).toEqual(['B.md', 'Sub-x.md', 'Sub.md', 'Sub/c.md', 'a.md', 'cx-playbook.yml', 'picture.png', 'ä.md', '👩.md', '\uffe0.md']);
  });

  test('an empty vault lists nothing', async () => {
    expect(await open({}).list()).toEqual([]);
  });

  test.each(['', 'x', '\ufeffBOM', 'a\r\nb\r\n', 'no end', '👩‍👧 顧客', '\u0000\u001b', '\ufffd'])('reads %j back as it is', async (text) => {
    expect(await open({ 'A.md': text }).read('A.md')).toBe(text);
  });

  test('gives versions when asked, which change when a note does, and only then', async () => {
    const vault = open({ 'A.md': 'x', 'B.md': 'x' });
    const versions = async () => (await vault.list({ versions: true })).map(({ version }) => version);
    const [a, b] = await versions();
    expect(a).toBeTypeOf('string');
    await vault.process('A.md', (text) => text);
    expect(await versions()).toEqual([a, b]);
    await vault.process('A.md', () => 'y');
    const [changed, other] = await versions();
    expect(changed).not.toBe(a);
    expect(other).toBe(b);
    expect((await vault.list())[0]).toEqual({ path: 'A.md' });
  });

  test('process gives the edit what stands there now, and says what stands there then', async () => {
    const vault = open({ 'A.md': 'one' });
    expect(await vault.process('A.md', (text) => `${text} two`)).toBe('one two');
    expect(await vault.process('A.md', (text) => `${text} three`)).toBe('one two three');
    expect(await vault.read('A.md')).toBe('one two three');
  });

  test('edits of one note at a time lose nothing', async () => {
    const vault = open({ 'A.md': '' });
    await Promise.all(Array.from({ length: 20 }, (_, index) => vault.process('A.md', (text) => `${text}${index},`)));
    expect((await vault.read('A.md')).split(',').filter((part) => part !== '').map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  test('an edit that throws leaves the note as it is', async () => {
    const vault = open({ 'A.md': 'x' });
    await expect(vault.process('A.md', () => { throw new Error('No.'); })).rejects.toThrow('No.');
    expect(await vault.read('A.md')).toBe('x');
  });

  test('what is not there is unreadable, for reading and for editing', async () => {
    const vault = open({ 'A.md': 'x' });
    for (const attempt of [vault.read('B.md'), vault.process('B.md', () => 'y')]) {
      const error = await attempt.then(() => undefined, (reason: unknown) => reason);
      expect(error).toBeInstanceOf(UnreadableFile);
      expect(error).toMatchObject({ path: 'B.md', message: expect.stringMatching(/^Cannot read "B\.md": it does not exist\. .+\.$/) });
    }
    expect((await vault.list()).map(({ path }) => path)).toEqual(['A.md']);
  });

  test('creates a note with the folders above it', async () => {
    const vault = open({ 'Sub/A.md': 'x' });
    await vault.create('New/Deep/B.md', '\ufeffone\r\n');
    await vault.create('Sub/C.md', '');
    await vault.create('D.md', '👩‍👧');
    expect((await vault.list()).map(({ path }) => path)).toEqual(['D.md', 'New/Deep/B.md', 'Sub/A.md', 'Sub/C.md']);
    expect(await Promise.all(['New/Deep/B.md', 'Sub/C.md', 'D.md'].map((path) => vault.read(path)))).toEqual(['\ufeffone\r\n', '', '👩‍👧']);
  });

  test.each(['Sub/A.md', 'Sub', 'Sub/A.md/B.md', '', '/B.md', '../B.md', 'Sub/../B.md', 'Sub//B.md', 'Sub/', '.obsidian/B.md'])('creates nothing at %j, where something stands or nothing may', async (path) => {
    const vault = open({ 'Sub/A.md': 'x' });
    const error = await vault.create(path, 'new').then(() => undefined, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(error).toMatchObject({ path, message: expect.stringMatching(/^Cannot create ".*": .+\. |^Cannot create ".*": .+: .+\.$/) });
    expect(await vault.list()).toEqual([{ path: 'Sub/A.md' }]);
    expect(await vault.read('Sub/A.md')).toBe('x');
  });

  test('of those who create one note at a time, one does', async () => {
    const vault = open({});
    const results = await Promise.allSettled(['a', 'b', 'c'].map((text) => vault.create('Sub/A.md', text)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await vault.read('Sub/A.md')).toBe(['a', 'b', 'c'][results.findIndex(({ status }) => status === 'fulfilled')]);
  });
});

describe('FsVault', () => {
  test('writes nothing when an edit gives the same text', async () => {
    const folder = folderOf({ 'A.md': 'x' });
    utimesSync(join(folder, 'A.md'), 1000, 1000);
    await new FsVault(folder).process('A.md', (text) => text);
    expect(statSync(join(folder, 'A.md')).mtimeMs).toBe(1_000_000);
  });

  test('a note deleted after the listing is unreadable', async () => {
    const folder = folderOf({ 'A.md': 'x' });
    const vault = new FsVault(folder);
    await vault.list();
    rmSync(join(folder, 'A.md'));
    await expect(vault.read('A.md')).rejects.toThrow('Cannot read "A.md": it does not exist. Correct its permissions, or ignore it in cx-playbook.yml.');
  });

  test('reads without waiting what it reads with waiting', () => {
    const vault = new FsVault(folderOf({ 'A.md': 'x' }));
    expect(vault.readNow('A.md')).toBe('x');
    expect(() => vault.readNow('B.md')).toThrow(UnreadableFile);
    expect(() => vault.readNow('../A.md')).toThrow(UnreadableFile);
  });

  test.each(['../out.md', '/etc/passwd', 'Sub/../../out.md', ''])('does not read or write %j outside', async (path) => {
    const folder = folderOf({ 'out.md': 'x', 'vault/A.md': 'x' });
    const vault = new FsVault(join(folder, 'vault'));
    await expect(vault.read(path)).rejects.toThrow('leads out of the vault and is not read. Name a note of the vault.');
    await expect(vault.process(path, () => 'y')).rejects.toThrow('leads out of the vault and is not read. Name a note of the vault.');
    expect(readFiles(folder)).toEqual({ 'out.md': 'x', 'vault/A.md': 'x' });
  });

  test('does not read or write through a link that came to lead outside', async () => {
    const folder = folderOf({ 'out.md': 'x', 'vault/A.md': 'x' });
    const vault = new FsVault(join(folder, 'vault'));
    symlinkSync('../out.md', join(folder, 'vault/Link.md'));
    await expect(vault.read('Link.md')).rejects.toBeInstanceOf(UnreadableFile);
    await expect(vault.process('Link.md', () => 'y')).rejects.toBeInstanceOf(UnreadableFile);
    expect(readFileSync(join(folder, 'out.md'), 'utf8')).toBe('x');
  });

  test('creates nothing through links, nor over one that leads nowhere', async () => {
    const folder = folderOf({ 'out/x.md': 'x', 'vault/A.md': 'x', 'vault/.git/config': 'x' });
    const inVault = (name: string) => join(folder, 'vault', name);
    symlinkSync('../out', inVault('Out'));
    symlinkSync('.git', inVault('Hidden'));
    symlinkSync('nowhere', inVault('Dangling.md'));
    const vault = new FsVault(join(folder, 'vault'));
    for (const path of ['Out/B.md', 'Out/New/B.md', 'Hidden/B.md', 'Dangling.md', 'Dangling.md/B.md']) await expect(vault.create(path, 'new')).rejects.toBeInstanceOf(UnreadableFile);
    expect(Object.keys(readFiles(folder)).sort()).toEqual(['out/x.md', 'vault/.git/config', 'vault/A.md']);
  });

  test('a failing write leaves the old note whole and no file behind', async () => {
    const folder = folderOf({ 'A.md': 'old' });
    const vault = new FsVault(folder);
    // The edit puts a folder where the note was: the rename onto it fails as it would on a broken disk.
    const attempt = vault.process('A.md', () => {
      rmSync(join(folder, 'A.md'));
      mkdirSync(join(folder, 'A.md'));
      writeFileSync(join(folder, 'A.md/inside'), 'x');
      return 'new';
    });
    await expect(attempt).rejects.toThrow('Cannot write "A.md": it is a folder. The note was not changed.');
    expect(readFiles(folder)).toEqual({ 'A.md/inside': 'x' });
  });

  test('tells what it left out, anew for each listing', async () => {
    const folder = tempFolder();
    symlinkSync('nowhere', join(folder, 'A.md'));
    const vault = new FsVault(folder);
    await vault.list();
    await vault.list();
    expect(vault.skipped).toEqual(['Symbolic link "A.md" leads nowhere. It is left out.']);
    expect(readdirSync(folder)).toEqual(['A.md']);
  });
});
