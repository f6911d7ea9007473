import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FsVault } from '../../src/cli/fs-vault.js';
import type { GitVault } from '../../src/cli/git-vault.js';
import { VaultHistory } from '../../src/cli/vault-history.js';
import { UnreadableFile } from '../../src/vault/vault.js';
import { folderOf, readFiles, tempFolder, writeFiles } from '../temp-folder.js';
import { testVaultReading } from '../vault/vault-contract.js';
import { commitAll, git } from './git-repository.js';

function openAt(folder: string, revision = 'HEAD', subfolder = ''): GitVault {
  return new VaultHistory(new FsVault(join(folder, subfolder)), 'vault', '--at').open(revision);
}

async function pathsOf(vault: GitVault): Promise<readonly string[]> {
  return (await vault.list()).map(({ path }) => path);
}

testVaultReading('GitVault', (files) => {
  const folder = folderOf(files);
  commitAll(folder);
  // What stands in the folder now is nobody's business.
  for (const path of Object.keys(files)) rmSync(join(folder, path));
  return openAt(folder);
});

testVaultReading('GitVault of a subfolder', (files) => {
  const folder = folderOf(Object.fromEntries(Object.entries(files).map(([path, text]) => [`Team notes/[vault]/${path}`, text])));
  mkdirSync(join(folder, 'Team notes/[vault]'), { recursive: true });
  writeFiles(folder, { 'Other.md': 'x', 'Team notes/[vault]/.keep': '' });
  commitAll(folder);
  return openAt(folder, 'HEAD', 'Team notes/[vault]');
});

describe('GitVault', () => {
  test('shows each revision as it was', async () => {
    const folder = folderOf({ 'A.md': 'one', 'B.md': 'x' });
    commitAll(folder);
    git(folder, 'tag', 'v1');
    writeFiles(folder, { 'A.md': 'two', 'C.md': 'y' });
    rmSync(join(folder, 'B.md'));
    commitAll(folder);
    writeFiles(folder, { 'A.md': 'three' });
    expect(await pathsOf(openAt(folder, 'v1'))).toEqual(['A.md', 'B.md']);
    expect(await openAt(folder, 'v1').read('A.md')).toBe('one');
    expect(await pathsOf(openAt(folder))).toEqual(['A.md', 'C.md']);
    expect(await openAt(folder).read('A.md')).toBe('two');
  });

  test('reads any name that UTF-8 can write, and leaves others out with a message', async () => {
    const names = ['new\nline.md', 'quo"te.md', 'tab\tname.md', 'back\\slash.md', ' space .md', '-dash.md', ':colon.md', 'Zoë 👩‍👧.md'];
    const folder = folderOf(Object.fromEntries(names.map((name) => [name, name])));
    writeFileSync(Buffer.concat([Buffer.from(join(folder, 'caf')), Buffer.from([0xe9]), Buffer.from('.md')]), 'x');
    commitAll(folder);
    const vault = openAt(folder);
    expect([...(await pathsOf(vault))].sort()).toEqual([...names].sort());
    for (const name of names) expect(await vault.read(name)).toBe(name);
    expect(vault.skipped).toEqual(['The name of "caf\ufffd.md" is no UTF-8 at revision "HEAD". It is left out.']);
  });

  test('reads no hidden folder, no link, no submodule and nothing larger than a note can be', async () => {
    const folder = folderOf({ 'A.md': 'x', '.obsidian/app.json': '{}', 'node_modules/x/README.md': 'x', 'Sub/.trash/B.md': 'x', 'Film.mov': 'x' });
    writeFileSync(join(folder, 'Huge.md'), Buffer.alloc(64 * 1024 * 1024 + 1, 'x'));
    symlinkSync('A.md', join(folder, 'Link.md'));
    commitAll(folder);
    git(folder, 'update-index', '--add', '--cacheinfo', `160000,${git(folder, 'rev-parse', 'HEAD').trim()},Module`);
    git(folder, 'commit', '--quiet', '--message', 'Module');
    const vault = openAt(folder);
    expect(await pathsOf(vault)).toEqual(['A.md', 'Film.mov']);
    expect(vault.skipped).toEqual([
      '"Huge.md" is larger than 64 MB at revision "HEAD". It is left out.',
      'Symbolic link "Link.md" is not followed at revision "HEAD". It is left out.',
      '"Module" is a repository of its own at revision "HEAD". It is left out.',
    ]);
    await expect(vault.read('Link.md')).rejects.toBeInstanceOf(UnreadableFile);
  });

  test('of a clone that lacks texts has the names of attachments, and says in one line which notes are not there', async () => {
    const [folder, parent] = [folderOf({ 'A.md': 'a', 'B.md': 'b', 'Film.mov': 'film' }), tempFolder()];
    commitAll(folder);
    git(folder, 'config', 'uploadpack.allowFilter', 'true');
    git(parent, '-c', 'protocol.file.allow=always', 'clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${folder}`, 'partial');
    const partial = join(parent, 'partial');
    const vault = openAt(partial);
    expect(await pathsOf(vault)).toEqual(['Film.mov']);
    expect(vault.skipped).toEqual(['"A.md" and 1 other note are not in this clone at revision "HEAD". They are left out: clone without "--filter" to have them.']);
    git(partial, '-c', 'protocol.file.allow=always', 'checkout', '--quiet', 'HEAD', '--', 'B.md');
    expect(await pathsOf(openAt(partial))).toEqual(['B.md', 'Film.mov']);
    expect(await openAt(partial).read('B.md')).toBe('b');
  });

  test('reads notes in any order, alike ones and large ones too', () => {
    const texts: Record<string, string> = { 'cx-playbook.yml': 'x: 1\n', 'same 1.md': 'same', 'same 2.md': 'same', 'empty.md': '' };
    for (const name of ['a', 'b', 'c']) texts[`large ${name}.md`] = name.repeat(9 * 1024 * 1024);
    const folder = folderOf(texts);
    commitAll(folder);
    const vault = openAt(folder);
    for (const path of [...Object.keys(texts), ...Object.keys(texts).reverse()]) expect(vault.readNow(path) === texts[path]).toBe(true);
  });

  test('is never written', async () => {
    const folder = folderOf({ 'A.md': 'x' });
    commitAll(folder);
    const before = readFiles(folder);
    const vault = openAt(folder);
    await expect(vault.process('A.md')).rejects.toThrow('Cannot write "A.md": revision "HEAD" is past and stays as it is. Change the note in its folder.');
    await expect(vault.create('B.md')).rejects.toThrow('Cannot create "B.md": revision "HEAD" is past and stays as it is. Create the note in the vault\'s folder.');
    expect(readFiles(folder)).toEqual(before);
  });

  test('tells renames between revisions, and from one to the folder', () => {
    const text = 'A note that is long enough to be known again when a line of it changes.\n'.repeat(5);
    const folder = folderOf({ 'Vault/A "1".md': text, 'Vault/B.md': 'x', 'Out.md': 'y' });
    commitAll(folder);
    const first = openAt(folder, 'HEAD', 'Vault');
    git(folder, 'mv', 'Vault/A "1".md', 'Vault/A\n2.md');
    expect([...first.renamesTo(undefined)]).toEqual([['A "1".md', 'A\n2.md']]);
    commitAll(folder);
    expect([...first.renamesTo(openAt(folder, 'HEAD', 'Vault').revision)]).toEqual([['A "1".md', 'A\n2.md']]);
  });
});
