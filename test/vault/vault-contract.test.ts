import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FsVault } from '../../src/cli/fs-vault.js';
import { UnreadableFile } from '../../src/vault/vault.js';
import { MemoryVault } from '../memory-vault.js';
import { folderOf, readFiles, tempFolder } from '../temp-folder.js';
import { testVaultContract } from './vault-contract.js';

testVaultContract('MemoryVault', (files) => new MemoryVault(files));
testVaultContract('FsVault', (files) => new FsVault(folderOf(files)));

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
