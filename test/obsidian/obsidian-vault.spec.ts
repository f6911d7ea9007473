import { describe, expect, test } from 'vitest';
import { ObsidianVault } from '../../src/obsidian/obsidian-vault.js';
import { createHost } from '../host/host.js';
import { testVaultContract, type Files } from '../vault/vault-contract.js';

async function open(files: Files) {
  const host = createHost({ files });
  await host.layoutReady();
  return { host, vault: new ObsidianVault(host.app) };
}

testVaultContract('ObsidianVault', async (files) => (await open(files)).vault);

describe('ObsidianVault', () => {
  test('knows properties, tags and aliases of a note without reading it', async () => {
    const { vault } = await open({ 'Ana.md': '---\ntype: executive\ntags: [cx/supporter, "#team"]\naliases: [Ana R]\n---\n', 'Plain.md': 'text' });
    expect(vault.metadata('Ana.md')).toEqual({ frontmatter: expect.objectContaining({ type: 'executive' }), brokenFrontmatter: false, tags: ['cx/supporter', 'team'], aliases: ['Ana R'] });
    expect(vault.metadata('Plain.md')).toEqual({ frontmatter: undefined, brokenFrontmatter: false, tags: [], aliases: [] });
    expect(vault.metadata('Gone.md')).toBeUndefined();
  });

  test.each(['---\ntype: [\n---\n', '---\ntype: executive\nno end', '---js\ntype: executive\n---\n', '---\n<<<<<<< HEAD\ntype: play\n=======\ntype: case\n>>>>>>> main\n---\n', '<<<<<<< HEAD\n---\ntype: play\n=======\n---\ntype: case\n>>>>>>> main\n---\n'])('knows that the properties of %j cannot be read', async (text) => {
    const { vault } = await open({ 'A.md': text });
    expect(vault.metadata('A.md')).toMatchObject({ frontmatter: undefined, brokenFrontmatter: true });
  });

  test('an edit sees what another one wrote a moment before', async () => {
    const { host, vault } = await open({ 'A.md': 'one' });
    await host.app.vault.process(host.file('A.md'), (text) => `${text} two`);
    expect(await vault.process('A.md', (text) => `${text} three`)).toBe('one two three');
  });

  test('a note that cannot be written stays as it is, and the error says why', async () => {
    const { host, vault } = await open({ 'A.md': 'x' });
    host.lock('A.md');
    await expect(vault.process('A.md', () => 'y')).rejects.toThrow(/^Cannot write "A\.md": .+\. The note was not changed\.$/);
  });
});
