import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, readFiles, tempFolder, writeFiles } from '../temp-folder.js';
import { commitAll, git } from './git-repository.js';
import { lint } from './run-cli.js';

/** A note with one finding; the text differs by `words`. */
function note(words = 'x'): string {
  return `---\ntype: initiative\n---\n## Why\n${words}\n\n## Reinforce\nx\n`;
}

/** Paths of the notes with findings, of those that changed since `revision`. */
async function changed(cwd: string, revision: string, ...args: string[]): Promise<string[]> {
  const run = await lint(['.', '--changed', revision, '--format', 'jsonl', ...args], { cwd });
  expect(run.stderr).toBe('');
  expect(run.code).toBe(run.stdout === '' ? 0 : 1);
  const paths = run.stdout.split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as { path: string }).path);
  // A name can be a finding of its own.
  return [...new Set(paths)];
}

describe('lint --changed', () => {
  test('an unchanged vault is clean, whatever its findings', async () => {
    const cwd = folderOf({ 'A.md': note() });
    commitAll(cwd);
    expect(await changed(cwd, 'HEAD')).toEqual([]);
  });

  test('takes changed, staged, renamed and untracked notes, and leaves the others', async () => {
    const cwd = folderOf({ 'A.md': note(), 'B.md': note(), 'Old name.md': note(), 'Staged.md': note(), 'Deleted.md': note() });
    commitAll(cwd);
    writeFiles(cwd, { 'B.md': note('changed'), 'Staged.md': note('staged'), 'New.md': note() });
    git(cwd, 'add', 'Staged.md');
    renameSync(join(cwd, 'Old name.md'), join(cwd, 'New name.md'));
    git(cwd, 'add', '--all', '--', 'Old name.md', 'New name.md');
    rmSync(join(cwd, 'Deleted.md'));
    expect(await changed(cwd, 'HEAD')).toEqual(['B.md', 'New name.md', 'New.md', 'Staged.md']);
  });

  test('an untracked note that git ignores is left out', async () => {
    const cwd = folderOf({ 'A.md': note(), '.gitignore': 'Private/\n' });
    commitAll(cwd);
    writeFiles(cwd, { 'Private/New.md': note() });
    expect(await changed(cwd, 'HEAD')).toEqual([]);
  });

  test.each(['Déjà vu – 顧客.md', 'Mit Leerzeichen am  Ende .md', 'quote"d\'s.md', 'tab\tand\nline.md', '-dash.md', '👩‍👧.md', '$(touch x);`y`.md', ':(glob)**.md'])('knows the path %j', async (path) => {
    const cwd = folderOf({ [path]: note(), 'Other.md': note() });
    commitAll(cwd);
    writeFiles(cwd, { [path]: note('changed') });
    expect(await changed(cwd, 'HEAD')).toEqual([path]);
    expect(Object.keys(readFiles(cwd)).some((file) => file === 'x')).toBe(false);
  });

  test('compares with any commit, branch or tag', async () => {
    const cwd = folderOf({ 'A.md': note() });
    commitAll(cwd, 'First');
    git(cwd, 'tag', 'start');
    git(cwd, 'branch', 'old');
    writeFiles(cwd, { 'B.md': note() });
    commitAll(cwd, 'Second');
    for (const revision of ['start', 'old', 'HEAD~1', 'HEAD^', git(cwd, 'rev-parse', 'start').trim(), 'main~1']) expect(await changed(cwd, revision)).toEqual(['B.md']);
    expect(await changed(cwd, 'main')).toEqual([]);
  });

  test('a vault in a folder of the repository has paths from its own root', async () => {
    const cwd = folderOf({ 'docs/vault/A.md': note(), 'docs/vault/Sub/B.md': note(), 'docs/C.md': note() });
    commitAll(cwd);
    writeFiles(cwd, { 'docs/vault/Sub/B.md': note('changed'), 'docs/C.md': note('changed'), 'docs/vault/New.md': note() });
    const run = await lint(['docs/vault', '--changed', 'HEAD', '--format', 'jsonl'], { cwd });
    expect(run.stdout.match(/"path":"[^"]+"/g)).toEqual(['"path":"New.md"', '"path":"Sub/B.md"']);
  });

  test('main... leaves out what happened on main since this branch left it', async () => {
    const cwd = folderOf({ 'A.md': note(), 'B.md': note() });
    commitAll(cwd);
    git(cwd, 'checkout', '--quiet', '-b', 'work');
    writeFiles(cwd, { 'B.md': note('work') });
    commitAll(cwd, 'Work');
    git(cwd, 'checkout', '--quiet', 'main');
    writeFiles(cwd, { 'A.md': note('main') });
    commitAll(cwd, 'Main');
    git(cwd, 'checkout', '--quiet', 'work');
    expect(await changed(cwd, 'main')).toEqual(['A.md', 'B.md']);
    for (const revision of ['main...', 'main...HEAD']) expect(await changed(cwd, revision)).toEqual(['B.md']);
    git(cwd, 'checkout', '--quiet', '--detach');
    git(cwd, 'merge', '--quiet', '--no-edit', 'main');
    expect(await changed(cwd, 'main...')).toEqual(['B.md']);
  });

  test('a branch without a commit in common is told in one line', async () => {
    const cwd = folderOf({ 'A.md': note() });
    commitAll(cwd);
    git(cwd, 'checkout', '--quiet', '--orphan', 'other');
    commitAll(cwd, 'Other');
    expect(await lint(['.', '--changed', 'main...'], { cwd })).toEqual({ code: 2, stdout: '', stderr: '"main" and this branch have no commit in common. Name a branch that this one was made from, or leave out --changed.\n' });
  });

  test('a shallow clone says how a runner fetches the history', async () => {
    const origin = folderOf({ 'A.md': note() });
    commitAll(origin);
    git(origin, 'branch', 'base');
    writeFiles(origin, { 'A.md': note('changed') });
    commitAll(origin, 'Second');
    const cwd = tempFolder();
    git(cwd, 'clone', '--quiet', '--depth', '1', `file://${origin}`, 'clone');
    const clone = join(cwd, 'clone');
    const runner = '"git fetch --unshallow" (in a workflow "fetch-depth: 0", in a GitLab job "GIT_DEPTH: 0")';
    expect(await lint(['.', '--changed', 'origin/base...'], { cwd: clone })).toEqual({ code: 2, stdout: '', stderr: `Git knows no revision "origin/base". This clone is shallow: fetch its history with ${runner}, or name a commit that it has.\n` });
    git(clone, 'fetch', '--quiet', '--depth', '1', 'origin', 'base:refs/remotes/origin/base');
    expect(await lint(['.', '--changed', 'origin/base...'], { cwd: clone })).toEqual({ code: 2, stdout: '', stderr: `"origin/base" and this branch have no commit in common. This clone is shallow: fetch its history with ${runner}.\n` });
  });

  test('FILES narrow it further', async () => {
    const cwd = folderOf({ 'A.md': note(), 'Sub/B.md': note() });
    commitAll(cwd);
    writeFiles(cwd, { 'A.md': note('changed'), 'Sub/B.md': note('changed') });
    expect(await changed(cwd, 'HEAD', 'Sub')).toEqual(['Sub/B.md']);
  });

  test('--fix mends changed notes only', async () => {
    const cwd = folderOf({ 'A.md': note(), 'B.md': note() });
    commitAll(cwd);
    writeFiles(cwd, { 'B.md': note('changed') });
    await lint(['.', '--changed', 'HEAD', '--fix'], { cwd });
    expect(git(cwd, 'diff', '--name-only')).toBe('B.md\n');
    expect(readFiles(cwd)['B.md']).toContain('## Model');
  });

  test('a program that the repository names as its monitor is not started', async () => {
    const cwd = folderOf({ 'A.md': note(), 'monitor.sh': `#!/bin/sh\ntouch "$(dirname "$0")/started"\n` });
    commitAll(cwd);
    git(cwd, 'config', 'core.fsmonitor', `sh ${join(cwd, 'monitor.sh')}`);
    await lint(['.', '--changed', 'HEAD'], { cwd });
    expect(Object.keys(readFiles(cwd))).not.toContain('started');
  });

  test.each(['nothing', '--output=owned', '-o owned', '--all', '', 'HEAD~99', 'HEAD:A.md', 'main..main', 'main...main', '...', 'a b', '$(touch owned)', '@{-1}'])('no revision: %j', async (revision) => {
    const cwd = folderOf({ 'A.md': note() });
    commitAll(cwd);
    const before = readFiles(cwd);
    const run = await lint(['.', `--changed=${revision}`], { cwd });
    expect(run).toEqual({ code: 2, stdout: '', stderr: `Git knows no revision "${revision}". Name a branch, tag or commit of this clone.\n` });
    expect(readFiles(cwd)).toEqual(before);
  });

  test('a repository without a commit knows no revision', async () => {
    const cwd = folderOf({ 'A.md': note() });
    git(cwd, 'init', '--quiet');
    expect(await lint(['.', '--changed', 'HEAD'], { cwd })).toMatchObject({ code: 2, stderr: 'Git knows no revision "HEAD". Name a branch, tag or commit of this clone.\n' });
  });

  test('no repository is told in one line', async () => {
    const cwd = folderOf({ 'A.md': note() });
    const run = await lint(['.', '--changed', 'HEAD'], { cwd, env: { GIT_CEILING_DIRECTORIES: cwd, LC_ALL: 'de_DE.UTF-8' } });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^Git could not answer: not a git repository[^\n]*\. Run it in a clone, or leave out --changed\.\n$/);
  });

  test('no git is told in one line', async () => {
    const run = await lint(['.', '--changed', 'HEAD'], { cwd: folderOf({ 'A.md': note() }), env: { PATH: tempFolder() } });
    expect(run).toEqual({ code: 2, stdout: '', stderr: 'Git is not installed, or cannot be started. Install it, or leave out --changed.\n' });
  });
});
