import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, readFiles, tempFolder, writeFiles } from '../temp-folder.js';
import { commitAll, git } from './git-repository.js';
import { runCli } from './run-cli.js';

const NOTE = '---\ntype: initiative\n---\n## Why\nx\n';

interface Answer {
  readonly schema: number;
  readonly folder: string;
  readonly lacking: number;
  readonly checks: readonly { readonly id: string; readonly state: string; readonly message: string; readonly remedy?: string }[];
}

/** A repository in which git knows who commits. */
function clone(files: Readonly<Record<string, string>> = { 'A.md': NOTE }): string {
  const cwd = folderOf(files);
  commitAll(cwd);
  git(cwd, 'config', 'user.name', 'Ana');
  git(cwd, 'config', 'user.email', 'ana@example.org');
  return cwd;
}

async function examine(cwd: string, vault = '.'): Promise<Answer & { readonly code: number | null }> {
  const run = await runCli(['doctor', vault, '--format', 'json'], { cwd });
  expect(run.stderr).toBe('');
  return { ...(JSON.parse(run.stdout) as Answer), code: run.code };
}

/** Ids of the checks in a state. */
function inState({ checks }: Answer, state: string): readonly string[] {
  return checks.filter((check) => check.state === state).map(({ id }) => id);
}

describe('doctor', () => {
  test('a fresh clone lacks what install-git brings, and nothing after it', async () => {
    const cwd = clone();
    const before = readFiles(cwd);
    const fresh = await examine(cwd);
    expect(fresh).toMatchObject({ schema: 1, folder: '', code: 1, lacking: 4 });
    expect(inState(fresh, 'lacking')).toEqual(['merge-driver', 'pre-commit', 'attributes', 'ignore']);
    expect(readFiles(cwd)).toEqual(before);
    await runCli(['install-git', '.', '--yes', '--github'], { cwd });
    const after = await examine(cwd);
    expect(after).toMatchObject({ code: 0, lacking: 0 });
    expect(inState(after, 'hint')).toEqual(['conflict-style']);
  });

  test('says it as text, each with what to do', async () => {
    const cwd = clone();
    const run = await runCli(['doctor', '.'], { cwd });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('lacking Notes are not checked before a commit. Run "cx-playbook install-git" for the vault.\n');
    expect(run.stdout).toContain('ok      Git knows who commits.\n');
    expect(run.stderr).toBe('4 things are lacking.\n');
  });

  test('a colleague’s clone has the files and lacks the settings', async () => {
    const cwd = clone();
    await runCli(['install-git', '.', '--yes', '--no-ci'], { cwd });
    git(cwd, 'add', '--all');
    git(cwd, 'commit', '--quiet', '--no-verify', '--message', 'Set up');
    const theirs = join(tempFolder(), 'clone');
    git(cwd, 'clone', '--quiet', cwd, theirs);
    expect(inState(await examine(theirs), 'lacking')).toEqual(['merge-driver', 'pre-commit', 'user']);
  });

  test('private and own files that git tracks', async () => {
    const cwd = clone({ 'A.md': NOTE, '_coach/Plan.md': 'x', '.obsidian/workspace.json': '{}' });
    const { checks } = await examine(cwd);
    expect(checks.find(({ id }) => id === 'private')).toMatchObject({ state: 'lacking', message: 'Git tracks 1 private file in "_coach": "_coach/Plan.md".' });
    expect(checks.find(({ id }) => id === 'tracked')).toMatchObject({ state: 'lacking', message: 'Git tracks what belongs to one device: ".obsidian/workspace.json".' });
  });

  test.each([
    ['a driver that is gone', "'/nowhere/node' '/nowhere/x.js' merge-driver %O %A %B", 'The merge driver is set up, but its program does not run: "/nowhere/node" is not there.', 'lacking'],
    ['another driver', 'true %A', 'The merge driver is set up with another program than this one.', 'hint'],
  ])('%s', async (_, driver, message, state) => {
    const cwd = clone();
    git(cwd, 'config', 'merge.cx-playbook.driver', driver);
    expect((await examine(cwd)).checks.find(({ id }) => id === 'merge-driver')).toMatchObject({ state, message });
  });

  test('a driver that a setting names is not started', async () => {
    const cwd = clone();
    const program = join(cwd, 'program.sh');
    writeFileSync(program, `#!/bin/sh\ntouch '${cwd}/started'\n`);
    chmodSync(program, 0o755);
    git(cwd, 'config', 'merge.cx-playbook.driver', `'${program}' '${program}'`);
    await examine(cwd);
    expect(Object.keys(readFiles(cwd))).not.toContain('started');
  });

  test('a hook that is not executable, and one that is elsewhere', async () => {
    const cwd = clone();
    await runCli(['install-git', '.', '--yes', '--no-ci'], { cwd });
    chmodSync(join(cwd, '.git/hooks/pre-commit'), 0o644);
    expect((await examine(cwd)).checks.find(({ id }) => id === 'pre-commit')?.message).toBe('The hook with the check is not executable, so git does not run it.');
    git(cwd, 'config', 'core.hooksPath', 'hooks');
    expect((await examine(cwd)).checks.find(({ id }) => id === 'pre-commit')?.message).toContain('core.hooksPath');
    writeFiles(cwd, { 'hooks/pre-commit': "#!/bin/sh\ncx-playbook lint '.' --staged || exit 1\n" });
    expect((await examine(cwd)).checks.find(({ id }) => id === 'pre-commit')?.state).toBe('ok');
  });

  test('a shallow clone, no branch, a merge in progress, line ends', async () => {
    const cwd = clone({ 'A.md': NOTE, 'Mixed.md': 'a\r\nb\n', 'Windows.md': 'a\r\nb\r\n' });
    writeFiles(cwd, { 'A.md': `${NOTE}y\n` });
    git(cwd, 'commit', '--quiet', '--all', '--message', 'Second');
    const shallow = join(tempFolder(), 'shallow');
    git(cwd, 'clone', '--quiet', '--depth', '1', `file://${cwd}`, shallow);
    git(shallow, 'checkout', '--quiet', '--detach');
    writeFileSync(join(shallow, '.git/MERGE_HEAD'), git(shallow, 'rev-parse', 'HEAD'));
    const { checks } = await examine(shallow);
    expect(checks.find(({ id }) => id === 'history')).toMatchObject({ state: 'lacking', message: 'This clone is shallow: its history is cut off.' });
    expect(checks.find(({ id }) => id === 'branch')?.state).toBe('hint');
    expect(checks.find(({ id }) => id === 'in-progress')?.message).toBe('A merge is in progress.');
    expect(checks.find(({ id }) => id === 'line-ends')?.message).toBe('Git stores 1 note with line ends of two kinds and 1 note with those of Windows.');
  });

  test('a rebase on no branch is told as a rebase', async () => {
    const cwd = clone();
    git(cwd, 'checkout', '--quiet', '--detach');
    expect(inState(await examine(cwd), 'hint')).toContain('branch');
    mkdirSync(join(cwd, '.git/rebase-merge'));
    const hints = inState(await examine(cwd), 'hint');
    expect(hints).toContain('in-progress');
    expect(hints).not.toContain('branch');
  });

  test('a repository without a commit', async () => {
    const cwd = folderOf({ 'A.md': NOTE });
    git(cwd, 'init', '--quiet');
    expect((await examine(cwd)).code).toBe(1);
  });

  test('no repository, a bare one, no git', async () => {
    expect(await runCli(['doctor', '.'], { cwd: tempFolder() })).toMatchObject({ code: 2, stdout: '', stderr: 'This folder is in no git repository. Make one with "git init", or name a vault that lies in a clone.\n' });
    const bare = tempFolder();
    git(bare, 'init', '--quiet', '--bare');
    expect(await runCli(['doctor', '.'], { cwd: bare })).toMatchObject({ code: 2, stdout: '' });
    expect((await runCli(['doctor', '.'], { cwd: clone(), env: { PATH: tempFolder() } })).code).toBe(2);
  });
});
