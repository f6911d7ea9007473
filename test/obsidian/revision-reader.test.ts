/** What the plugin reads of revisions, from real repositories: Node's own `require` stands for the app's. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GitFailure } from '../../src/history/git-port.js';
import { desktopOf } from '../../src/obsidian/desktop-node.js';
import { RevisionComparison } from '../../src/obsidian/revision-comparison.js';
import { revisionReader } from '../../src/obsidian/revision-reader.js';
import { commitAll, git } from '../cli/git-repository.js';
import { folderOf, tempFolder, writeFiles } from '../temp-folder.js';

const CLOCK = { now: () => 0, wait: () => Promise.resolve() };

function readerOf(folder: string) {
  const desktop = desktopOf(createRequire(import.meta.url), folder);
  if (desktop === undefined) throw new Error('Node gives no desktop.');
  return revisionReader(desktop, CLOCK);
}

const NEVER = new AbortController().signal;

function read(folder: string, revision: string) {
  const commit = git(folder, 'rev-parse', revision).trim();
  return readerOf(folder).read(commit, { signal: NEVER, onProgress: () => undefined });
}

const PILOT = '---\ntype: pilot\nstart: 2026-03\nend: 2026-06\n---\nTexts on storm days, at some length so that git knows it again.\n';

describe('revisions to choose from', () => {
  test('are branches, tags and commits by name, with day and first line', async () => {
    const folder = folderOf({ 'A.md': '' });
    commitAll(folder, 'First | "odd" line');
    git(folder, 'tag', '--annotate', 'v1', '--message', 'Version one');
    git(folder, 'branch', '--', 'with/slash');
    git(folder, 'tag', 'tree', 'HEAD^{tree}');
    const revisions = await readerOf(folder).list(NEVER);
    const commit = git(folder, 'rev-parse', 'HEAD').trim();
    expect(revisions.map(({ form, name }) => `${form} ${name}`).sort()).toEqual(['branch main', 'branch with/slash', `commit ${git(folder, 'rev-parse', '--short', 'HEAD').trim()}`, 'tag v1']);
    expect(new Set(revisions.map((revision) => revision.commit))).toEqual(new Set([commit]));
    expect(revisions.at(-1)).toMatchObject({ form: 'commit', subject: 'First | "odd" line', day: git(folder, 'show', '-s', '--format=%cs').trim() });
  });

  test('are none before the first commit, and a reason outside a repository', async () => {
    const folder = tempFolder();
    await expect(readerOf(folder).list(NEVER)).rejects.toThrow(GitFailure);
    git(folder, 'init', '--quiet');
    expect(await readerOf(folder).list(NEVER)).toEqual([]);
  });
});

describe('a playbook at a revision', () => {
  test('has the notes of that time, by the settings of that time, in the vault’s folder alone', async () => {
    const folder = folderOf({
      'vault/Texts.md': PILOT,
      'vault/Twin.md': PILOT,
      'vault/Work/By folder.md': 'No properties.\n',
      'vault/cx-playbook.yml': 'kinds:\n  folders:\n    Work: initiative\nignore: [Old]\n',
      'vault/Old/Gone.md': PILOT,
      'vault/.hidden/Gone.md': PILOT,
      'Outside.md': PILOT,
    });
    commitAll(folder);
    writeFiles(folder, { 'vault/Texts.md': PILOT.replace('2026-06', '2027'), 'vault/cx-playbook.yml': '' });
    commitAll(folder);
    const { playbook } = await read(join(folder, 'vault'), 'HEAD~1');
    expect(playbook.initiatives.map(({ path, end }) => [path, end?.text])).toEqual([['Texts.md', '2026-06'], ['Twin.md', '2026-06'], ['Work/By folder.md', undefined]]);
  });

  test('knows where notes went since', async () => {
    const folder = folderOf({ 'Texts.md': PILOT });
    commitAll(folder);
    git(folder, 'mv', 'Texts.md', 'Storm texts.md');
    expect((await read(folder, 'HEAD')).renamed).toEqual(new Map([['Texts.md', 'Storm texts.md']]));
  });
});

describe('a comparison', () => {
  const choiceOf = (folder: string) => ({ form: 'branch', name: 'main', commit: git(folder, 'rev-parse', 'HEAD').trim(), day: undefined, subject: '' }) as const;
  const repository = (): string => {
    const folder = folderOf({ 'Texts.md': PILOT });
    commitAll(folder);
    return folder;
  };

  test('tells that it reads, what it read, and that it ended', async () => {
    const folder = repository();
    const comparison = new RevisionComparison(readerOf(folder), CLOCK.now);
    const told: string[] = [];
    comparison.subscribe(() => void told.push(comparison.state.reading === undefined ? (comparison.state.compared?.name ?? 'nothing') : 'reading'));
    await comparison.compare(choiceOf(folder));
    expect(comparison.state.compared?.playbook.initiatives).toHaveLength(1);
    comparison.end();
    expect([...new Set(told)]).toEqual(['reading', 'main', 'nothing']);
  });

  test('that is given up leaves the one before', async () => {
    const folder = repository();
    const comparison = new RevisionComparison(readerOf(folder), CLOCK.now);
    await comparison.compare(choiceOf(folder));
    const before = comparison.state.compared;
    const next = comparison.compare({ ...choiceOf(folder), name: 'other' });
    comparison.cancel();
    await next;
    expect(comparison.state).toEqual({ compared: before, reading: undefined });
  });

  test('that fails says why, and leaves the one before', async () => {
    const folder = repository();
    const comparison = new RevisionComparison(readerOf(folder), CLOCK.now);
    await comparison.compare(choiceOf(folder));
    await expect(comparison.compare({ ...choiceOf(folder), commit: '0'.repeat(40) })).rejects.toThrow(GitFailure);
    expect(comparison.state).toMatchObject({ compared: { name: 'main' }, reading: undefined });
  });
});
