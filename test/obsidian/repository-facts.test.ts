/** What the plugin knows of a repository on a desktop: real git in real repositories, hidden files read from disk. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RepositoryFacts } from '../../src/lint/repository.js';
import { DesktopGit } from '../../src/obsidian/desktop-git.js';
import { desktopOf } from '../../src/obsidian/desktop-node.js';
import { readRepositoryFacts, type HiddenFiles } from '../../src/obsidian/repository-facts.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import { date } from '../builders.js';
import { commitAll, git } from '../cli/git-repository.js';
import { MemoryVault } from '../memory-vault.js';
import { folderOf, tempFolder, writeFiles } from '../temp-folder.js';

function appAt(folder: string): HiddenFiles {
  return {
    vault: {
      configDir: '.obsidian',
      adapter: { exists: (path) => Promise.resolve(existsSync(join(folder, path))), read: (path) => readFile(join(folder, path), 'utf8') },
    },
  };
}

function factsAt(folder: string): Promise<RepositoryFacts | undefined> {
  const desktop = desktopOf(createRequire(import.meta.url), folder);
  if (desktop === undefined) throw new Error('Node gives no desktop.');
  return readRepositoryFacts(appAt(folder), new DesktopGit(desktop));
}

async function findings(facts: RepositoryFacts | undefined): Promise<readonly string[]> {
  const store = await PlaybookStore.open(new MemoryVault({ 'Case.md': 'A note.\n' }, facts), { today: date('2026-11-22') });
  return store.lint().diagnostics.map(({ rule, path }) => `${rule} ${path}`);
}

const SHARED = {
  'Vault/Case.md': 'A note.\n',
  'Vault/.obsidian/workspace.json': '{}',
  'Vault/.obsidian/plugins/assistant/data.json': '{"apiKey":"4f9a8b7c6d5e4f9a8b7c6d5e"}',
  'Vault/.obsidian/plugins/templates/data.json': '{"folder":"Templates"}',
  'Vault/Zoë.md': '',
  'Other/Note.md': '',
  '.gitattributes': '*.md text=auto eol=lf merge=cx-playbook\n_annotations/** merge=union\n',
};

describe('on a desktop', () => {
  test('a vault below the top of its repository has the findings of what git tracks in it', async () => {
    const top = folderOf(SHARED);
    commitAll(top);
    git(top, 'remote', 'add', 'origin', 'https://example.org/vault.git');
    const facts = await factsAt(join(top, 'Vault'));
    expect(facts).toMatchObject({ isShared: true, driver: { isConfigured: false }, attributes: { text: undefined, above: [{ folder: 'Vault' }] } });
    expect(facts?.tracked).toEqual(['.obsidian/plugins/assistant/data.json', '.obsidian/plugins/templates/data.json', '.obsidian/workspace.json', 'Case.md', 'Zoë.md']);
    const found = await findings(facts);
    expect(found.filter((finding) => finding.startsWith('team/'))).toEqual(expect.arrayContaining([
      'team/workspace-tracked .obsidian/workspace.json',
      'team/secret-in-plugin-data .obsidian/plugins/assistant/data.json',
      'team/plugin-data-tracked .obsidian/plugins/templates/data.json',
      'team/merge-driver-not-installed .gitattributes',
    ]));
  });

  test('what git forgot, and a driver that was set up, are no findings any more', async () => {
    const top = folderOf(SHARED);
    commitAll(top);
    git(top, 'rm', '--quiet', '-r', '--cached', 'Vault/.obsidian');
    git(top, 'config', 'merge.cx-playbook.driver', 'cx-playbook merge-driver %O %A %B');
    const facts = await factsAt(join(top, 'Vault'));
    expect(facts).toMatchObject({ isShared: false, tracked: ['Case.md', 'Zoë.md'], driver: { isConfigured: true } });
    expect((await findings(facts)).filter((finding) => finding.startsWith('team/'))).toEqual([]);
  });

  test('a vault that git knows nothing of is read from its files, and one in no repository not at all', async () => {
    const folder = tempFolder();
    expect(await factsAt(folder)).toBeUndefined();
    git(folder, 'init', '--quiet');
    writeFiles(folder, { 'Case.md': 'A note.\n' });
    expect(await factsAt(folder)).toMatchObject({ tracked: undefined, driver: undefined });
  });
});
