import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CommandIo } from '../../src/cli/command.js';
import { runCli as runHere } from '../../src/cli/run.js';
import { folderOf, readFiles, tempFolder, writeFiles } from '../temp-folder.js';
import { BUILT_FOR_GIT } from './built-cli.js';
import { commitAll, git } from './git-repository.js';
import { runCli, TODAY } from './run-cli.js';

const NOTE = '---\ntype: initiative\n---\n## Why\nx\n';
const BROKEN = '---\ntype: initiative\nstatus: done\nstatus: planned\n---\n## Why\nx\n';

function install(cwd: string, ...args: string[]) {
  return runCli(['install-git', ...args], { cwd });
}

function vaultInGit(files: Readonly<Record<string, string>> = { 'A.md': NOTE }): string {
  const cwd = folderOf(files);
  commitAll(cwd);
  return cwd;
}

/** Commits without stopping the test when git refuses. */
function tryCommit(cwd: string, ...args: string[]): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync('git', ['-C', cwd, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '--quiet', '--message', 'Next', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' },
  });
  return { status, stderr };
}

/** What is in the repository's own settings. */
function settings(cwd: string): string {
  return readFileSync(join(cwd, '.git/config'), 'utf8');
}

describe('install-git', () => {
  test('without a terminal and without --yes it shows the plan and writes nothing', async () => {
    const cwd = vaultInGit();
    const before = readFiles(cwd);
    const run = await install(cwd, '.', '--github');
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('Will write ".gitattributes":\n');
    expect(run.stdout).toContain('  +*.md text=auto eol=lf merge=cx-playbook\n');
    expect(run.stdout).toContain('Will set "merge.cx-playbook.driver" in this repository’s settings:\n');
    expect(run.stdout).toContain("  +cx_playbook_check '.'\n");
    expect(run.stdout).toContain('Will write ".github/workflows/cx-playbook.yml":\n');
    expect(run.stderr).toBe('Nothing was written. Add --yes to do it.\n');
    expect(readFiles(cwd)).toEqual(before);
  });

  test.each([['yes', 0], ['y', 0], ['', 1], ['no', 1], ['yes please', 1]])('the answer %j at the terminal', async (answer, code) => {
    const cwd = vaultInGit();
    const before = readFiles(cwd);
    const asked: string[] = [];
    const io: CommandIo = {
      cwd,
      env: {},
      out: () => undefined,
      err: () => undefined,
      readStdin: () => Promise.resolve(''),
      outIsTerminal: true,
      errIsTerminal: true,
      today: TODAY,
      forGit: BUILT_FOR_GIT,
      ask: (question) => {
        asked.push(question);
        return Promise.resolve(answer);
      },
    };
    expect(await runHere(['install-git', '.'], io)).toBe(code);
    expect(asked).toHaveLength(1);
    if (code === 1) expect(readFiles(cwd)).toEqual(before);
    else expect(existsSync(join(cwd, '.git/hooks/pre-commit'))).toBe(true);
  });

  test('twice is once: no byte changes', async () => {
    const cwd = vaultInGit({ 'A.md': NOTE, '.gitignore': 'node_modules\n' });
    expect((await install(cwd, '.', '--yes', '--github', '--gitlab')).code).toBe(0);
    const once = readFiles(cwd);
    const again = await install(cwd, '.', '--yes', '--github', '--gitlab');
    expect(again).toMatchObject({ code: 0, stderr: 'Nothing is left to do.\n' });
    expect(readFiles(cwd)).toEqual(once);
    expect(once['.gitignore']).toMatch(/^# cx-playbook: begin\n[^]*# cx-playbook: end\nnode_modules\n$/);
  });

  test('--remove gives every byte back', async () => {
    const cwd = vaultInGit({ 'A.md': NOTE, '.gitignore': 'node_modules\n' });
    const hook = join(cwd, '.git/hooks/pre-commit');
    mkdirSync(join(cwd, '.git/hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\nexit 0\n');
    chmodSync(hook, 0o755);
    const before = readFiles(cwd);
    await install(cwd, '.', '--yes', '--github', '--gitlab', '--tool', 'acme/cx-playbook');
    expect(readFiles(cwd)).not.toEqual(before);
    expect((await install(cwd, '.', '--remove', '--yes')).code).toBe(0);
    expect(readFiles(cwd)).toEqual(before);
    expect(await install(cwd, '.', '--remove', '--yes')).toMatchObject({ code: 0, stdout: '', stderr: 'Nothing is left to do.\n' });
  });

  test('settings are those of the repository, in words that a shell cannot misread', async () => {
    const cwd = vaultInGit();
    await install(cwd, '.', '--yes', '--no-ci');
    expect(git(cwd, 'config', '--local', '--get', 'merge.cx-playbook.driver')).toMatch(new RegExp(`^'${process.execPath}' '${BUILT_FOR_GIT}' merge-driver %O %A %B %L %P`));
    expect(git(cwd, 'config', '--local', '--get', 'merge.cx-playbook.name')).toBe('CX Playbook: merges properties one by one\n');
    expect(settings(cwd)).toContain('[merge "cx-playbook"]');
  });

  test('what git tracks though it is ignored leaves the index and stays on disk', async () => {
    const cwd = vaultInGit({ 'A.md': NOTE, '.obsidian/workspace.json': '{}', '.obsidian/app.json': '{}', '_coach/Plan.md': 'x' });
    const run = await install(cwd, '.', '--yes', '--no-ci');
    expect(run.stdout).toContain('Will take 2 files out of git’s index:\n  .obsidian/workspace.json\n  _coach/Plan.md\n');
    expect(run.stdout).toContain('stay in the history');
    expect(git(cwd, 'ls-files')).toBe('.obsidian/app.json\nA.md\n');
    expect(readFiles(cwd)).toMatchObject({ '.obsidian/workspace.json': '{}', '_coach/Plan.md': 'x' });
  });

  test('lines of people that say otherwise are respected and told', async () => {
    const cwd = vaultInGit({ 'A.md': NOTE, '.gitattributes': '*.md merge=union\n' });
    const run = await install(cwd, '.', '--yes', '--no-ci');
    expect(run.stdout).toContain('Note: ".gitattributes" says "*.md merge=union" in line 1');
    expect(readFiles(cwd)['.gitattributes']?.endsWith('*.md merge=union\n')).toBe(true);
  });

  test('a file that is a symbolic link is left alone and told', async () => {
    const cwd = vaultInGit();
    const elsewhere = join(tempFolder(), 'ignores');
    writeFileSync(elsewhere, 'x\n');
    symlinkSync(elsewhere, join(cwd, '.gitignore'));
    const run = await install(cwd, '.', '--yes', '--no-ci');
    expect(run.stdout).toContain('Note: ".gitignore" is a symbolic link, and is left alone.');
    expect(readFileSync(elsewhere, 'utf8')).toBe('x\n');
  });

  test('folders that are symbolic links lead to what belongs to somebody else', async () => {
    const [cwd, elsewhere] = [vaultInGit(), folderOf({ 'hooks/pre-commit': '#!/bin/sh\n', 'workflows/x.yml': 'x\n' })];
    chmodSync(join(elsewhere, 'hooks/pre-commit'), 0o755);
    const before = readFiles(elsewhere);
    rmSync(join(cwd, '.git/hooks'), { recursive: true, force: true });
    symlinkSync(join(elsewhere, 'hooks'), join(cwd, '.git/hooks'));
    symlinkSync(elsewhere, join(cwd, '.github'));
    const run = await install(cwd, '.', '--yes', '--github');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('Note: ".github/workflows/cx-playbook.yml" lies behind a symbolic link, and is left alone.');
    expect(run.stdout).toContain('outside this repository’s own hooks, and is left alone.');
    expect(readFiles(elsewhere)).toEqual(before);
  });

  test.each<[string, (file: string) => void, string]>([
    ['was edited', (file) => {
      writeFileSync(file, 'node_modules\nmine\n');
    }, 'node_modules\nmine\n'],
    ['was taken away', (file) => {
      rmSync(file);
    }, ''],
    ['became a symbolic link', (file) => {
      renameSync(file, `${file}-other`);
      symlinkSync(`${file}-other`, file);
    }, 'node_modules\n'],
  ])('a file that %s between the preview and the yes stays as it is', async (_name, change, left) => {
    const cwd = vaultInGit({ 'A.md': NOTE, '.gitignore': 'node_modules\n' });
    const file = join(cwd, '.gitignore');
    const told: string[] = [];
    const io: CommandIo = {
      cwd, env: {}, out: () => undefined, err: (text) => void told.push(text), readStdin: () => Promise.resolve(''), outIsTerminal: false, errIsTerminal: false, today: TODAY, forGit: BUILT_FOR_GIT,
      ask: () => {
        change(file);
        return Promise.resolve('yes');
      },
    };
    expect(await runHere(['install-git', '.', '--no-ci'], io)).toBe(2);
    expect(told.join('')).toContain('Cannot change ".gitignore": it was changed since the plan was made. Of 5 steps 1 were done, and stay;');
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(left);
  });

  test('a step that fails is told with what was done, and a second run does the rest', async () => {
    const cwd = vaultInGit();
    writeFileSync(join(cwd, '.git/config.lock'), '');
    const run = await install(cwd, '.', '--yes', '--no-ci');
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^Done: write "\.gitattributes"\.\nDone: write "\.gitignore"\.\nCannot set "merge\.cx-playbook\.name" in this repository’s settings: .*\. Of 5 steps 2 were done, and stay; run this again when the cause is gone\.\n$/);
    expect(existsSync(join(cwd, '.git/hooks/pre-commit'))).toBe(false);
    renameSync(join(cwd, '.git/config.lock'), join(cwd, '.git/gone'));
    expect((await install(cwd, '.', '--yes', '--no-ci')).code).toBe(0);
    expect(existsSync(join(cwd, '.git/hooks/pre-commit'))).toBe(true);
  });

  describe('files for services', () => {
    test.each([
      ['git@github.com:acme/vault.git', ['.github/workflows/cx-playbook.yml']],
      ['https://gitlab.example.org/acme/vault.git', ['.gitlab-ci.yml', '.gitlab/cx-playbook.yml']],
      ['https://example.org/github.com/vault.git', []],
      ['../elsewhere', []],
    ])('the remote %s', async (url, files) => {
      const cwd = vaultInGit();
      git(cwd, 'remote', 'add', 'origin', url);
      const run = await install(cwd, '.', '--yes');
      expect(Object.keys(readFiles(cwd)).filter((path) => /^\.git(?:hub|lab)/.test(path)).sort()).toEqual(files);
      expect(run.stdout.includes('Add --github or --gitlab')).toBe(files.length === 0);
    });

    test('others’ files are not overwritten, and told', async () => {
      const cwd = vaultInGit({ 'A.md': NOTE, '.github/workflows/cx-playbook.yml': 'on: push\n', '.gitlab-ci.yml': 'test: {}\n' });
      const run = await install(cwd, '.', '--yes', '--github', '--gitlab');
      expect(run.stdout).toContain('Note: ".github/workflows/cx-playbook.yml" was not written by this program, and is left alone.');
      expect(run.stdout).toContain('add this line to it: include: [{ local: /.gitlab/cx-playbook.yml }]');
      expect(readFiles(cwd)).toMatchObject({ '.github/workflows/cx-playbook.yml': 'on: push\n', '.gitlab-ci.yml': 'test: {}\n' });
    });

    test('what was chosen once is kept by whoever runs it without choosing', async () => {
      const cwd = vaultInGit();
      await install(cwd, '.', '--yes', '--github', '--tool', 'acme/cx-playbook@v2');
      const chosen = readFiles(cwd)['.github/workflows/cx-playbook.yml'];
      expect(chosen).toContain('"acme/cx-playbook"');
      expect((await install(cwd, '.', '--yes')).stderr).toBe('Nothing is left to do.\n');
      expect(readFiles(cwd)['.github/workflows/cx-playbook.yml']).toBe(chosen);
    });

    test('a second vault of the repository does not take the first one’s file', async () => {
      const cwd = vaultInGit({ 'one/A.md': NOTE, 'two/A.md': NOTE });
      await install(cwd, 'one', '--yes', '--github');
      const first = readFiles(cwd)['.github/workflows/cx-playbook.yml'];
      const run = await install(cwd, 'two', '--yes', '--github', '--tool', 'acme/cx-playbook');
      expect(run.stdout).toContain('checks another vault of this repository, and is left alone');
      await install(cwd, 'two', '--yes', '--remove');
      expect(readFiles(cwd)['.github/workflows/cx-playbook.yml']).toBe(first);
    });

    test('a name that GitHub does not know is refused', async () => {
      const cwd = vaultInGit();
      expect(await install(cwd, '.', '--yes', '--github', '--tool', 'https://example.org/x')).toMatchObject({ code: 2, stderr: 'Option --tool takes owner/name for GitHub, not "https://example.org/x".\n' });
    });
  });

  describe('the check before a commit', () => {
    test('a real commit is stopped by it, and passes when the note is mended', async () => {
      const cwd = vaultInGit();
      await install(cwd, '.', '--yes', '--no-ci');
      writeFiles(cwd, { 'A.md': BROKEN });
      git(cwd, 'add', '--all');
      const stopped = tryCommit(cwd);
      expect(stopped.status).toBe(1);
      expect(stopped.stderr).toContain('The commit was stopped. Mend the notes and stage them again');
      writeFiles(cwd, { 'A.md': `${NOTE}y\n` });
      // Mended on disk alone: what would be committed is broken still.
      expect(tryCommit(cwd).status).toBe(1);
      git(cwd, 'add', '--all');
      expect(tryCommit(cwd)).toEqual({ status: 0, stderr: '' });
    });

    test('it sees what commit --all and commit --only take', async () => {
      const cwd = vaultInGit({ 'A.md': NOTE, 'B.md': NOTE });
      await install(cwd, '.', '--yes', '--no-ci');
      git(cwd, 'add', '--all');
      expect(tryCommit(cwd).status).toBe(0);
      writeFiles(cwd, { 'A.md': BROKEN, 'B.md': `${NOTE}y\n` });
      expect(tryCommit(cwd, '--all').status).toBe(1);
      expect(tryCommit(cwd, '--only', '--', 'A.md').status).toBe(1);
      expect(tryCommit(cwd, '--only', '--', 'B.md').status).toBe(0);
    });

    test.each(['my vault', "it's", '-x', '$(touch owned)', '`x`;y', '"q"', 'ümlaut'])('a vault in the folder %j', async (folder) => {
      const cwd = vaultInGit({ [`${folder}/A.md`]: NOTE, 'other/B.md': NOTE });
      expect((await install(cwd, `./${folder}`, '--yes', '--no-ci')).code).toBe(0);
      writeFiles(cwd, { [`${folder}/A.md`]: BROKEN, 'other/B.md': BROKEN });
      git(cwd, 'add', 'other');
      expect(tryCommit(cwd)).toEqual({ status: 0, stderr: '' });
      git(cwd, 'add', '--all');
      expect(tryCommit(cwd).status).toBe(1);
      expect(existsSync(join(cwd, 'owned'))).toBe(false);
    });

    test('a vault in a folder is checked as it is staged, whatever index the commit is made of', async () => {
      const cwd = vaultInGit({ "it's $(x)/A.md": NOTE, "it's $(x)/B.md": NOTE });
      await install(cwd, "it's $(x)", '--yes', '--no-ci');
      git(cwd, 'add', '--all');
      expect(tryCommit(cwd).status).toBe(0);
      writeFiles(cwd, { "it's $(x)/A.md": BROKEN });
      expect(tryCommit(cwd, '--all').status).toBe(1);
      expect(tryCommit(cwd, '--only', '--', "it's $(x)/A.md").status).toBe(1);
      writeFiles(cwd, { "it's $(x)/B.md": `${NOTE}More\n` });
      expect(tryCommit(cwd, '--only', '--', "it's $(x)/B.md").status).toBe(0);
      const other = { GIT_INDEX_FILE: join(cwd, '.git/other-index') };
      const run = (...args: string[]) => spawnSync('git', ['-C', cwd, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', ...other } }).status;
      expect([run('read-tree', 'HEAD'), run('add', '--all'), run('commit', '--quiet', '--message', 'Other')]).toEqual([0, 0, 1]);
    });

    test('two vaults of a repository are both checked, and one can leave', async () => {
      const cwd = vaultInGit({ 'one/A.md': NOTE, 'two/A.md': NOTE });
      await install(cwd, 'one', '--yes', '--no-ci');
      await install(cwd, 'two', '--yes', '--no-ci');
      const hook = (): string => readFileSync(join(cwd, '.git/hooks/pre-commit'), 'utf8');
      expect(hook().match(/^cx_playbook_check '.*$/gm)).toEqual(["cx_playbook_check './one'", "cx_playbook_check './two'"]);
      writeFiles(cwd, { 'two/A.md': BROKEN });
      git(cwd, 'add', '--all');
      expect(tryCommit(cwd).status).toBe(1);
      await install(cwd, 'two', '--yes', '--remove');
      expect(hook().match(/^cx_playbook_check '.*$/gm)).toEqual(["cx_playbook_check './one'"]);
      expect(tryCommit(cwd).status).toBe(0);
      // Notes of the other one are still merged by it.
      expect(settings(cwd)).toContain('merge-driver');
      await install(cwd, 'one', '--yes', '--remove');
      expect(settings(cwd)).not.toContain('merge-driver');
    });

    test('a second worktree is checked for itself', async () => {
      const cwd = vaultInGit({ 'vault/A.md': NOTE });
      const second = join(tempFolder(), 'second');
      git(cwd, 'worktree', 'add', '--quiet', '-b', 'other', second);
      expect((await install(second, 'vault', '--yes', '--no-ci')).code).toBe(0);
      expect(settings(cwd)).toContain('[merge "cx-playbook"]');
      writeFiles(second, { 'vault/A.md': BROKEN });
      git(second, 'add', '--all');
      expect(tryCommit(second).status).toBe(1);
      // Nothing is staged in the first one, whatever stands there.
      writeFiles(cwd, { 'vault/A.md': BROKEN });
      expect(tryCommit(cwd, '--allow-empty').status).toBe(0);
    });

    test('a script that is there runs after it, whatever it ends with', async () => {
      const cwd = vaultInGit();
      const hook = join(cwd, '.git/hooks/pre-commit');
      mkdirSync(join(cwd, '.git/hooks'), { recursive: true });
      writeFileSync(hook, '#!/usr/bin/env bash\nset -eu\necho theirs >&2\nexit 0\n');
      chmodSync(hook, 0o755);
      await install(cwd, '.', '--yes', '--no-ci');
      git(cwd, 'add', '--all');
      expect(tryCommit(cwd)).toEqual({ status: 0, stderr: 'theirs\n' });
      writeFiles(cwd, { 'A.md': BROKEN });
      expect(tryCommit(cwd, '--all').status).toBe(1);
    });

    test.each([
      ['#!/usr/bin/env python3\nprint(1)\n', 0o755, 'is no shell script'],
      ['#!/bin/sh\r\nexit 0\r\n', 0o755, 'has line ends that a shell does not read'],
      ['#!/bin/sh\nexit 1\n', 0o644, 'is not executable, so git does not run it'],
    ])('%j is left alone, with the line to add', async (text, mode, why) => {
      const cwd = vaultInGit();
      const hook = join(cwd, '.git/hooks/pre-commit');
      mkdirSync(join(cwd, '.git/hooks'), { recursive: true });
      writeFileSync(hook, text);
      chmodSync(hook, mode);
      const run = await install(cwd, '.', '--yes', '--no-ci');
      expect(run.stdout).toContain(`Note: The hook "hooks/pre-commit of this repository" ${why}, and is left alone. To check notes before each commit, add this line to it: cx-playbook lint '.' --staged || exit 1\n`);
      expect(readFileSync(hook, 'utf8')).toBe(text);
      expect(statSync(hook).mode & 0o777).toBe(mode);
    });

    test('hooks elsewhere are nobody’s here to write', async () => {
      const cwd = vaultInGit({ 'A.md': NOTE, 'hooks/pre-commit': '#!/bin/sh\n' });
      git(cwd, 'config', 'core.hooksPath', 'hooks');
      const run = await install(cwd, '.', '--yes', '--no-ci');
      expect(run.code).toBe(0);
      expect(run.stdout).toContain('add this line to it: cx-playbook lint');
      expect(readFiles(cwd)['hooks/pre-commit']).toBe('#!/bin/sh\n');
      expect(existsSync(join(cwd, '.git/hooks/pre-commit'))).toBe(false);
      git(cwd, 'config', 'core.hooksPath', '.husky/_');
      expect((await install(cwd, '.', '--yes', '--no-ci')).stdout).toContain('add this line to ".husky/pre-commit"');
    });

    test('without the program, and with one that fails, a commit goes on and is told', async () => {
      const cwd = vaultInGit();
      await install(cwd, '.', '--yes', '--no-ci');
      const hook = join(cwd, '.git/hooks/pre-commit');
      const script = readFileSync(hook, 'utf8');
      writeFiles(cwd, { 'A.md': BROKEN });
      git(cwd, 'add', '--all');
      writeFileSync(hook, script.replaceAll(BUILT_FOR_GIT, '/nowhere/for-git.js'));
      expect(tryCommit(cwd)).toMatchObject({ status: 0, stderr: 'CX Playbook is not where it was, so the notes of this commit were not checked. Run "cx-playbook install-git" once more.\n' });
      const failing = join(tempFolder(), 'failing.js');
      writeFileSync(failing, 'process.exit(1)');
      writeFileSync(hook, script.replaceAll(BUILT_FOR_GIT, failing));
      expect(tryCommit(cwd, '--allow-empty')).toMatchObject({ status: 0, stderr: 'The notes of this commit could not be checked; it goes on.\n' });
    });
  });

  describe('where it cannot work', () => {
    test('no repository', async () => {
      expect(await runCli(['install-git', '.'], { cwd: tempFolder() })).toEqual({ code: 2, stdout: '', stderr: 'This folder is in no git repository. Make one with "git init", or name a vault that lies in a clone.\n' });
    });

    test('a bare repository', async () => {
      const cwd = tempFolder();
      git(cwd, 'init', '--quiet', '--bare');
      expect(await install(cwd, '.')).toEqual({ code: 2, stdout: '', stderr: 'This repository is bare: it has no files to work on. Run it in a clone.\n' });
    });

    test('a folder whose name a script cannot be sure to name', async () => {
      const cwd = vaultInGit({ 'a\nb/A.md': NOTE });
      const run = await install(cwd, 'a\nb', '--yes');
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('Rename the folder first.');
    });

    test('no git', async () => {
      const run = await runCli(['install-git', '.'], { cwd: vaultInGit(), env: { PATH: tempFolder() } });
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toMatch(/^Git is not installed, or cannot be started\./);
    });

    test('a submodule has its own settings and hooks', async () => {
      const inner = vaultInGit();
      const outer = vaultInGit({ 'README.md': 'x' });
      git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'vault');
      expect((await install(outer, 'vault', '--yes', '--no-ci')).code).toBe(0);
      expect(settings(outer)).not.toContain('[merge');
      writeFiles(outer, { 'vault/A.md': BROKEN });
      expect(tryCommit(join(outer, 'vault'), '--all').status).toBe(1);
    });
  });
});
