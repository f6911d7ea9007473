import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, readFiles, tempFolder, writeFiles } from '../temp-folder.js';
import { commitAll, git } from './git-repository.js';
import { runCli, TODAY, type CliOptions } from './run-cli.js';

const JOURNEY = '---\ntype: journey\nstart: 2026\nend: 2027\n---\n';

function item(start: string, end: string, more = ''): string {
  return `---\ntype: initiative\nstart: ${start}\nend: ${end}\n${more}---\n`;
}

function roadmap(cwd: string, args: readonly string[], options: Partial<CliOptions> = {}) {
  return runCli(['roadmap', ...args, '--today', TODAY], { cwd, ...options });
}

interface RoadmapJson {
  readonly revision?: { readonly name: string; readonly commit: string; readonly day: string };
  readonly since?: { readonly name: string };
  readonly changes?: readonly { readonly path: string; readonly change: string; readonly start?: string; readonly end?: string }[];
  readonly lanes: readonly { readonly items: readonly { readonly path: string }[] }[];
}

async function json(cwd: string, ...args: string[]): Promise<RoadmapJson> {
  const run = await roadmap(cwd, [...args, '--format', 'json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout) as RoadmapJson;
}

async function changes(cwd: string, ...args: string[]): Promise<readonly string[]> {
  return ((await json(cwd, ...args)).changes ?? []).map(({ path, change, start, end }) => `${change} ${path}${change === 'new' ? '' : ` ${start} ${end}`}`);
}

async function drawn(cwd: string, ...args: string[]): Promise<readonly string[]> {
  return (await json(cwd, ...args)).lanes.flatMap(({ items }) => items.map(({ path }) => path)).sort();
}

/** A vault with a tagged commit behind it. */
function changedVault(folder = tempFolder()): string {
  writeFiles(folder, { 'Journey.md': JOURNEY, 'Purse.md': item('2026-03', '2026-09'), 'Texts.md': item('2026-05', '2026-08'), 'Stays.md': item('2026', '2026') });
  commitAll(folder);
  git(folder, 'tag', 'v1');
  writeFiles(folder, { 'Purse.md': item('2026-05', '2026-10'), 'New.md': item('2027-01', '2027-03') });
  rmSync(join(folder, 'Texts.md'));
  return folder;
}

describe('roadmap --since', () => {
  test('shows what moved, is new and is gone in the folder as it is', async () => {
    expect(await changes(changedVault(), '.', '--since', 'v1')).toEqual(['new New.md', 'moved Purse.md 2026-03 2026-09', 'gone Texts.md 2026-05 2026-08']);
  });

  test('names the revision, its commit and day', async () => {
    const folder = changedVault();
    const { since } = await json(folder, '.', '--since', 'v1');
    expect(since).toEqual({ name: 'v1', commit: git(folder, 'rev-parse', 'v1').trim(), day: git(folder, 'show', '-s', '--format=%cs', 'v1').trim() });
  });

  test.each(['svg', 'html', 'json', 'mermaid', 'ics', 'canvas', 'csv', 'md'])('%s says it, the same each time, and nothing is written', async (format) => {
    const folder = changedVault();
    const before = readFiles(folder);
    const [first, second] = await Promise.all([roadmap(folder, ['.', '--since', 'v1', '--format', format]), roadmap(folder, ['.', '--since', 'v1', '--format', format])]);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    for (const word of ['2026-03', 'Texts', 'New']) expect(first.stdout).toContain(word);
    expect(first.stdout).not.toMatch(/undefined|NaN|\[object/);
    expect(readFiles(folder)).toEqual(before);
  });

  test('of a folder that did not change has no ghosts', async () => {
    const folder = folderOf({ 'Journey.md': JOURNEY, 'Purse.md': item('2026-03', '2026-09') });
    commitAll(folder);
    expect(await changes(folder, '.', '--since', 'HEAD')).toEqual([]);
    expect((await roadmap(folder, ['.', '--since', 'HEAD', '--format', 'md'])).stdout).toContain('no item moved.');
  });

  test('follows a note that was moved or renamed, whether git knows of it or not', async () => {
    const body = 'Why, model and reinforce stand here at some length.\n'.repeat(4);
    const folder = folderOf({ 'Journey.md': JOURNEY, 'Purse.md': item('2026-03', '2026-09') + body, 'Texts.md': item('2026-05', '2026-08') });
    commitAll(folder);
    const move = (from: string, to: string) => renameSync(join(folder, from), join(folder, to));
    move('Texts.md', 'Storm texts.md');
    expect(await changes(folder, '.', '--since', 'HEAD')).toEqual([]);
    mkdirSync(join(folder, 'Sub'));
    move('Storm texts.md', 'Sub/Texts.md');
    expect(await changes(folder, '.', '--since', 'HEAD')).toEqual([]);
    move('Purse.md', 'Quayside purse.md');
    writeFiles(folder, { 'Quayside purse.md': item('2026-03', '2026-12') + body });
    git(folder, 'add', '--all');
    expect(await changes(folder, '.', '--since', 'HEAD')).toEqual(['moved Quayside purse.md 2026-03 2026-09']);
  });

  test('what a filter hides is not gone', async () => {
    const folder = folderOf({ 'Stays.md': item('2026', '2026', 'status: active\n'), 'A.md': item('2026-03', '2026-09', 'status: active\n'), 'B.md': item('2026-03', '2026-09', 'status: active\n'), 'C.md': item('2026-03', '2026-09', 'status: done\n') });
    commitAll(folder);
    writeFiles(folder, { 'A.md': item('2026-03', '2026-09', 'status: done\n'), 'C.md': item('2026-04', '2026-09', 'status: done\n') });
    rmSync(join(folder, 'B.md'));
    expect(await changes(folder, '.', '--since', 'HEAD', '--status', 'active')).toEqual(['gone B.md 2026-03 2026-09']);
    expect(await changes(folder, '.', '--since', 'HEAD', '--status', 'done')).toEqual(['moved C.md 2026-03 2026-09']);
  });
});

describe('roadmap --at', () => {
  test('draws the revision, whatever the folder holds', async () => {
    const folder = changedVault();
    expect(await drawn(folder, '.')).toEqual(['New.md', 'Purse.md', 'Stays.md']);
    expect(await drawn(folder, '.', '--at', 'v1')).toEqual(['Purse.md', 'Stays.md', 'Texts.md']);
    expect((await json(folder, '.', '--at', 'v1')).revision).toMatchObject({ name: 'v1' });
  });

  test('compares two revisions with --since', async () => {
    const folder = changedVault();
    commitAll(folder);
    writeFiles(folder, { 'Later.md': item('2027', '2027') });
    expect(await changes(folder, '.', '--since', 'v1', '--at', 'HEAD')).toEqual(['new New.md', 'moved Purse.md 2026-03 2026-09', 'gone Texts.md 2026-05 2026-08']);
    expect(await changes(folder, '.', '--since', 'HEAD', '--at', 'v1')).toEqual(['gone New.md 2027-01 2027-03', 'moved Purse.md 2026-05 2026-10', 'new Texts.md']);
  });

  test('takes the settings of the same revision', async () => {
    const folder = folderOf({ 'cx-playbook.yml': 'ignore: [Old]\n', 'Old/A.md': item('2026', '2026'), 'B.md': item('2026', '2026') });
    commitAll(folder);
    writeFiles(folder, { 'cx-playbook.yml': 'ignore: []\n' });
    expect(await drawn(folder, '.')).toEqual(['B.md', 'Old/A.md']);
    expect(await drawn(folder, '.', '--at', 'HEAD')).toEqual(['B.md']);
    expect(await changes(folder, '.', '--since', 'HEAD')).toEqual(['new Old/A.md']);
  });

  test('reads a vault in a subfolder, from anywhere', async () => {
    const folder = tempFolder();
    writeFiles(folder, { 'Notes/A.md': item('2026', '2026'), 'Other.md': item('2026', '2026') });
    commitAll(folder);
    rmSync(join(folder, 'Notes/A.md'));
    expect(await drawn(folder, 'Notes', '--at', 'HEAD')).toEqual(['A.md']);
    expect(await drawn(join(folder, 'Notes'), '.', '--at', 'HEAD')).toEqual(['A.md']);
    expect(await changes(folder, 'Notes', '--since', 'HEAD')).toEqual(['gone A.md 2026 2026']);
  });

  test('reads a bare repository', async () => {
    const folder = changedVault();
    git(folder, 'clone', '--quiet', '--bare', '.', 'bare.git');
    expect(await drawn(folder, 'bare.git', '--at', 'v1')).toEqual(['Purse.md', 'Stays.md', 'Texts.md']);
    const run = await roadmap(folder, ['bare.git', '--since', 'v1']);
    expect(run).toEqual({ code: 2, stdout: '', stderr: '"bare.git" is a bare repository and has no folder of notes. Add --at with the revision to draw.\n' });
  });

  test('reads with a detached head, and what a shallow clone has', async () => {
    const folder = changedVault();
    commitAll(folder);
    git(folder, 'checkout', '--quiet', '--detach', 'v1');
    expect(await changes(folder, '.', '--since', 'HEAD')).toEqual([]);
    git(folder, 'clone', '--quiet', '--depth', '1', '--branch', 'main', `file://${folder}`, 'shallow');
    const shallow = join(folder, 'shallow');
    expect(await drawn(shallow, '.', '--at', 'main')).toEqual(['New.md', 'Purse.md', 'Stays.md']);
    const run = await roadmap(shallow, ['.', '--at', 'HEAD~1']);
    expect(run).toEqual({ code: 2, stdout: '', stderr: 'Git knows no revision "HEAD~1". This clone is shallow: fetch its history with "git fetch --unshallow", or name a commit that it has.\n' });
  });

  test('says which links, modules and names it left out', async () => {
    const folder = folderOf({ 'A.md': item('2026', '2026') });
    commitAll(folder);
    git(folder, 'update-index', '--add', '--cacheinfo', `160000,${git(folder, 'rev-parse', 'HEAD').trim()},Module`);
    git(folder, 'commit', '--quiet', '--message', 'Module');
    const run = await roadmap(folder, ['.', '--at', 'HEAD', '--format', 'csv']);
    expect(run).toMatchObject({ code: 0, stderr: '"Module" is a repository of its own at revision "HEAD". It is left out.\n' });
  });
});

describe('roadmap of a revision that cannot be read', () => {
  test.each(['nowhere', '', '-p', '--output=x', 'v1..HEAD', 'HEAD:Purse.md', 'HEAD^{tree}', '@{u}', 'v1 HEAD', '$(touch x)', ';touch x'])('%j is told', async (revision) => {
    const folder = changedVault();
    const before = readFiles(folder);
    for (const option of ['at', 'since']) {
      const run = await roadmap(folder, ['.', `--${option}=${revision}`]);
      expect(run).toEqual({ code: 2, stdout: '', stderr: `Git knows no revision "${revision}". Name a branch, tag or commit of this clone.\n` });
    }
    expect(readFiles(folder)).toEqual(before);
  });

  test('a branch whose name begins with a dash is read', async () => {
    const folder = changedVault();
    git(folder, 'update-ref', 'refs/heads/-p', 'HEAD');
    expect(await drawn(folder, '.', '--at=-p')).toEqual(['Purse.md', 'Stays.md', 'Texts.md']);
  });

  test('a folder that the revision lacks is told', async () => {
    const folder = changedVault();
    writeFiles(folder, { 'Later/A.md': item('2026', '2026') });
    expect(await roadmap(folder, ['Later', '--since', 'v1'])).toEqual({ code: 2, stdout: '', stderr: 'The vault "Later" is not in revision "v1". Name a revision that has its folder.\n' });
  });

  test('a folder outside any repository is told', async () => {
    const run = await roadmap(folderOf({ 'A.md': item('2026', '2026') }), ['.', '--at', 'HEAD']);
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^Git could not answer: not a git repository[^\n]*\. Run it in a clone, or leave out --at\.\n$/) });
  });

  test('a machine without git is told', async () => {
    const folder = changedVault();
    for (const option of ['--at', '--since']) {
      expect(await roadmap(folder, ['.', option, 'v1'], { env: { PATH: folder } })).toEqual({ code: 2, stdout: '', stderr: `Git is not installed, or cannot be started. Install it, or leave out ${option}.\n` });
    }
  });

  test('a repository’s own programs are not started', async () => {
    const folder = changedVault();
    for (const [key, value] of [['core.fsmonitor', 'touch started'], ['diff.external', 'touch started'], ['log.showSignature', 'true'], ['core.pager', 'touch started']] as const) git(folder, 'config', key, value);
    expect(await changes(folder, '.', '--since', 'v1')).toHaveLength(3);
    expect(Object.keys(readFiles(folder))).not.toContain('started');
  });
});
