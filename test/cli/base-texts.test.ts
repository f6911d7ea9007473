import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FsVault } from '../../src/cli/fs-vault.js';
import { folderOf, tempFolder, writeFiles } from '../temp-folder.js';
import { commitAll, git } from './git-repository.js';

const OLD = '# Ana\n\nOld words of café.\n';

function baseTexts(folder: string, blobs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new FsVault(folder, folder, { history: true }).baseTexts(blobs);
}

function blobOf(folder: string, path: string): string {
  return git(folder, 'rev-parse', `HEAD:${path}`).trim();
}

afterEach(() => vi.unstubAllEnvs());

describe('the texts that notes had', () => {
  test('come from the repository round the vault, by the ids of their blobs', async () => {
    const folder = folderOf({ 'Vault/Ana.md': OLD, 'Vault/Ben.md': 'Ben' });
    commitAll(folder);
    const [ana, ben] = [blobOf(folder, 'Vault/Ana.md'), blobOf(folder, 'Vault/Ben.md')];
    writeFiles(folder, { 'Vault/Ana.md': 'New' });
    commitAll(folder);
    expect(await baseTexts(join(folder, 'Vault'), [ana, ben, ana])).toEqual(new Map([[ana, OLD], [ben, 'Ben']]));
  });

  test('are left out where the repository lacks them, and where they are no notes', async () => {
    const folder = folderOf({ 'Ana.md': OLD, 'Film.md': Buffer.alloc(5 * 1024 * 1024, 'x') });
    commitAll(folder);
    const [ana, film, tree, commit] = [blobOf(folder, 'Ana.md'), blobOf(folder, 'Film.md'), git(folder, 'rev-parse', 'HEAD^{tree}').trim(), git(folder, 'rev-parse', 'HEAD').trim()];
    expect([...(await baseTexts(folder, ['0'.repeat(40), film, tree, commit, ana])).keys()]).toEqual([ana]);
  });

  test('are none outside a repository, and without git', async () => {
    const folder = folderOf({ 'Ana.md': OLD });
    expect(await baseTexts(folder, ['a'.repeat(40)])).toEqual(new Map());
    commitAll(folder);
    const ana = blobOf(folder, 'Ana.md');
    vi.stubEnv('PATH', '/nowhere');
    expect(await baseTexts(folder, [ana])).toEqual(new Map());
  });

  test('start no program for a vault without blobs, for what is no id, and where nobody asked for history', async () => {
    const folder = folderOf({ 'bin/git': '#!/bin/sh\n: > "$MARKER"\n' });
    const marker = join(folder, 'ran');
    chmodSync(join(folder, 'bin/git'), 0o755);
    vi.stubEnv('PATH', `${join(folder, 'bin')}:/usr/bin:/bin`);
    vi.stubEnv('MARKER', marker);
    await baseTexts(folder, []);
    await baseTexts(folder, ['HEAD', '--batch-all-objects', 'A'.repeat(40), `${'a'.repeat(40)}\n`, 'a'.repeat(39), '../../x']);
    await new FsVault(folder).baseTexts(['a'.repeat(40)]);
    expect(existsSync(marker)).toBe(false);
    await baseTexts(folder, ['a'.repeat(40)]);
    expect(existsSync(marker)).toBe(true);
  });

  test('are never fetched, whatever the repository’s settings say', async () => {
    const folder = folderOf({ 'Ana.md': OLD });
    commitAll(folder);
    const ana = blobOf(folder, 'Ana.md');
    rmSync(join(folder, '.git/objects', ana.slice(0, 2), ana.slice(2)));
    const marker = join(tempFolder(), 'ran');
    git(folder, 'config', 'core.repositoryFormatVersion', '1');
    git(folder, 'config', 'extensions.partialClone', 'origin');
    git(folder, 'config', 'remote.origin.promisor', 'true');
    git(folder, 'config', 'remote.origin.url', `ext::sh -c touch% ${marker}`);
    git(folder, 'config', 'protocol.ext.allow', 'always');
    expect(await baseTexts(folder, [ana])).toEqual(new Map());
    expect(existsSync(marker)).toBe(false);
  });
});
