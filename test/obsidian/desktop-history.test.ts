/** A vault's history read as the plugin on a desktop does: real git, the cache in the repository, turns for the app between. */
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GitFailure, GitStopped } from '../../src/history/git-port.js';
import { readDesktopHistory } from '../../src/obsidian/desktop-history.js';
import { desktopOf, type Desktop } from '../../src/obsidian/desktop-node.js';
import type { RecordedHistory } from '../../src/playbook/recorded-history.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import type { Clock } from '../../src/vault/time-slices.js';
import { date } from '../builders.js';
import { git } from '../cli/git-repository.js';
import { runCli } from '../cli/run-cli.js';
import { MemoryVault } from '../memory-vault.js';
import { tempFolder, writeFiles } from '../temp-folder.js';

const CLOCK: Clock = { now: () => performance.now(), wait: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)) };

function desktop(folder: string): Desktop {
  const reached = desktopOf(createRequire(import.meta.url), folder);
  if (reached === undefined) throw new Error('Node gives no desktop.');
  return reached;
}

async function read(folder: string, clock = CLOCK, signal = new AbortController().signal): Promise<RecordedHistory> {
  const store = await PlaybookStore.open(new MemoryVault({}), { today: date('2026-11-22') });
  return readDesktopHistory(desktop(folder), store, clock, { signal, onProgress: () => undefined });
}

const ANA = (level: string): string => `---\ntype: executive\ncommitment: ${level}\n---\n`;

function commit(folder: string, files: Readonly<Record<string, string>>, day: string): void {
  writeFiles(folder, files);
  git(folder, 'add', '--all');
  git(folder, '-c', `user.name=Maud`, 'commit', '--quiet', '--message', `On ${day}`, `--date=${day}T12:00:00Z`);
}

/** A vault in a folder of a repository: two levels of one executive, whose note was renamed. */
function clone(): { readonly top: string; readonly vault: string } {
  const top = tempFolder();
  git(top, 'init', '--quiet');
  commit(top, { 'Vault/Ana.md': ANA('passive') }, '2026-01-04');
  git(top, 'mv', 'Vault/Ana.md', 'Vault/Ana Ruiz.md');
  commit(top, { 'Other.md': 'x' }, '2026-01-05');
  commit(top, { 'Vault/Ana Ruiz.md': ANA('supporter') }, '2026-02-01');
  return { top, vault: join(top, 'Vault') };
}

const cacheFiles = (top: string): readonly string[] => (existsSync(join(top, '.git/cx-playbook')) ? readdirSync(join(top, '.git/cx-playbook')) : []);

describe('the history of a vault on a desktop', () => {
  test('has the levels of its folder of the repository, with authors and former paths', async () => {
    const { vault } = clone();
    const { executives } = await read(vault);
    expect(executives).toMatchObject([{ path: 'Ana Ruiz.md', present: true, formerPaths: ['Ana.md'], stretches: [{ level: 'passive', author: 'Maud', subject: 'On 2026-01-04' }, { level: 'supporter' }] }]);
  });

  test('is kept in the repository, in the same file as the command line\'s, and read from it', async () => {
    const { top, vault } = clone();
    const first = await read(vault);
    const files = cacheFiles(top);
    expect(files).toEqual([expect.stringMatching(/^history-[0-9a-f]{16}\.txt$/)]);
    expect(await read(vault)).toEqual(first);
    const { code } = await runCli(['history', vault], { cwd: top });
    expect(code).toBe(0);
    expect(cacheFiles(top)).toEqual(files);
    expect(git(top, 'status', '--porcelain')).toBe('');
  });

  test('is read where nothing can be kept, and follows no link', async () => {
    const { top, vault } = clone();
    writeFileSync(join(top, '.git/cx-playbook'), 'a file');
    expect((await read(vault)).executives).toHaveLength(1);
    rmSync(join(top, '.git/cx-playbook'));
    const elsewhere = join(tempFolder(), 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(top, '.git/cx-playbook'));
    expect((await read(vault)).executives).toHaveLength(1);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('lets the app have its turn when the work took longer than a slice', async () => {
    const { vault } = clone();
    let nowMs = 0;
    let turns = 0;
    const slow: Clock = {
      now: () => (nowMs += 20),
      wait: () => {
        turns++;
        return Promise.resolve();
      },
    };
    await read(vault, slow);
    expect(turns).toBeGreaterThan(3);
  });

  test('is given up when somebody says so, and says where there is no repository', async () => {
    await expect(read(clone().vault, CLOCK, AbortSignal.abort())).rejects.toThrow(GitStopped);
    await expect(read(tempFolder())).rejects.toThrow(GitFailure);
  });
});
