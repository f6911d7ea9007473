/**
 * Every command that asks git, on every state that a repository can be in: each run ends with an answer, or with one line and
 * exit code 2; nothing is written, and nothing of the program shows. What each of them answers stands in its own tests.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, tempFolder, writeFiles } from '../temp-folder.js';
import { commitAll, git } from './git-repository.js';
import { runCli, TODAY } from './run-cli.js';

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  history: ['history', '.', '--no-cache'],
  diff: ['diff', '.', 'HEAD', '--today', TODAY],
  'roadmap --history': ['roadmap', '.', '--history', '--format', 'json', '--today', TODAY],
  'roadmap --since': ['roadmap', '.', '--since', 'HEAD', '--format', 'json', '--today', TODAY],
  resolve: ['resolve', '.', '--diff'],
  'install-git': ['install-git', '.'],
  doctor: ['doctor', '.'],
  'lint --staged': ['lint', '.', '--staged', '--today', TODAY],
  'lint --changed': ['lint', '.', '--changed', 'HEAD', '--today', TODAY],
};

const leader = (level: string, more = ''): string => `---\ntype: executive\nrole: CEO\ncommitment: ${level}\nassessed: 2026-01-10\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n${more}`;

/** Two commits in which a level moved. */
function vault(): string {
  const folder = folderOf({ 'Ana.md': leader('passive') });
  commitAll(folder, 'First');
  writeFiles(folder, { 'Ana.md': leader('supporter') });
  commitAll(folder, 'Second');
  return folder;
}

const STATES: Readonly<Record<string, () => string>> = {
  'a folder in no repository': () => folderOf({ 'Ana.md': leader('passive') }),
  'a repository without a commit': () => {
    const folder = folderOf({ 'Ana.md': leader('passive') });
    git(folder, 'init', '--quiet');
    return folder;
  },
  'a bare repository': () => {
    const bare = join(tempFolder(), 'bare.git');
    git(tempFolder(), 'clone', '--quiet', '--bare', vault(), bare);
    return bare;
  },
  'no branch': () => {
    const folder = vault();
    git(folder, 'checkout', '--quiet', '--detach', 'HEAD');
    return folder;
  },
  'a shallow clone': () => {
    const clone = join(tempFolder(), 'clone');
    git(tempFolder(), 'clone', '--quiet', '--depth', '1', `file://${vault()}`, clone);
    return clone;
  },
  'a second worktree': () => {
    const tree = join(tempFolder(), 'tree');
    git(vault(), 'worktree', 'add', '--quiet', tree);
    return tree;
  },
  'a submodule': () => {
    const outer = folderOf({ 'README.md': 'x' });
    commitAll(outer);
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', vault(), 'vault');
    return join(outer, 'vault');
  },
  'a rebase that stopped': () => {
    const folder = vault();
    git(folder, 'checkout', '--quiet', '-b', 'mine', 'HEAD~1');
    writeFiles(folder, { 'Ana.md': leader('opposer') });
    commitAll(folder, 'Mine');
    expect(() => git(folder, 'rebase', '--quiet', 'main')).toThrow();
    return folder;
  },
  'names with line breaks, quotes, dashes, signs of git and bytes that are no UTF-8': () => {
    const folder = vault();
    writeFiles(folder, Object.fromEntries(['new\nline.md', 'quo"te\'s.md', '-dash.md', '--output=x.md', ':(glob)**.md', '$(touch owned).md', '\u001b[31mred.md'].map((name) => [name, leader('passive')])));
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.md')]), leader('passive'));
    commitAll(folder, 'Names');
    writeFiles(folder, { 'new\nline.md': leader('opposer'), '-dash.md': leader('opposer') });
    git(folder, 'add', '--all');
    return folder;
  },
  'a name that changed in large and small letters alone': () => {
    const folder = vault();
    renameSync(join(folder, 'Ana.md'), join(folder, 'between'));
    renameSync(join(folder, 'between'), join(folder, 'ANA.md'));
    git(folder, 'add', '--all');
    return folder;
  },
  'a repository whose head names nothing': () => {
    const folder = vault();
    writeFiles(folder, { '.git/HEAD': 'ref: refs/heads/gone\n' });
    return folder;
  },
  'a repository that is damaged': () => {
    const folder = vault();
    writeFiles(folder, { '.git/HEAD': 'nonsense\n' });
    return folder;
  },
  'a .git that leads nowhere': () => folderOf({ 'Ana.md': leader('passive'), '.git': 'gitdir: /nowhere/at/all\n' }),
  'an empty folder within a repository': () => {
    const folder = vault();
    mkdirSync(join(folder, 'Empty'));
    return join(folder, 'Empty');
  },
};

/** What cannot be asked of a state: told in one line, with exit code 2. */
const NO_COMMIT = ['diff', 'roadmap --since', 'lint --changed'];
const ALL_BUT_RESOLVE = Object.keys(COMMANDS).filter((name) => name !== 'resolve');
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  // Markers in a text are conflicts wherever it lies.
  'a folder in no repository': ALL_BUT_RESOLVE,
  'a .git that leads nowhere': ALL_BUT_RESOLVE,
  'a repository that is damaged': ALL_BUT_RESOLVE,
  'a repository without a commit': NO_COMMIT,
  'a repository whose head names nothing': NO_COMMIT,
  'a bare repository': ['diff', 'roadmap --since', 'install-git', 'doctor', 'lint --staged', 'lint --changed'],
  'an empty folder within a repository': ['roadmap --since'],
};

/** What stands on disk and in git, but for what a history keeps of what it read, and git of what it looked at. */
function heldBy(folder: string): readonly string[] {
  const kept: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    const name = file.slice(folder.length + 1);
    if (!entry.isFile() || /^(?:\.git\/)?(?:cx-playbook\/|index$)/.test(name)) continue;
    // A name that is no UTF-8 cannot be opened by what is read of it.
    kept.push(`${name} ${existsSync(file) ? readFileSync(file, 'latin1') : ''}`);
  }
  return kept.sort();
}

describe.each(Object.entries(STATES))('%s', (state, make) => {
  test('every command answers, or says in one line why not, and writes nothing', async () => {
    const cwd = make();
    const before = heldBy(cwd);
    const refused: string[] = [];
    for (const [name, args] of Object.entries(COMMANDS)) {
      const { code, stdout, stderr } = await runCli(args, { cwd });
      const said = `${name}: ${String(code)}\n${stdout.slice(0, 300)}\n${stderr}`;
      expect(said).not.toMatch(/\n\s+at |Error:|undefined|\u001b|fatal: |usage: git/);
      if (code === 2) {
        expect([stdout, stderr.trimEnd().split('\n').length], said).toEqual(['', 1]);
        refused.push(name);
      } else {
        expect([0, 1], said).toContain(code);
      }
    }
    expect(refused).toEqual(REFUSED[state] ?? []);
    expect(heldBy(cwd)).toEqual(before);
  });
});

describe('a revision that begins with a dash', () => {
  test.each(['--end-of-options', '-rf', '--output=owned'])('%j is none, and never an option', async (revision) => {
    const cwd = vault();
    const before = heldBy(cwd);
    const asked = [
      ['history', '.', `--revision=${revision}`], ['history', '.', `--since=${revision}`], ['history', '.', `--until=${revision}`],
      ['roadmap', '.', `--since=${revision}`], ['roadmap', '.', `--at=${revision}`], ['lint', '.', `--changed=${revision}`], ['lint', '.', `--changed=${revision}...`],
      ['diff', '--', '.', revision], ['diff', '--', '.', 'HEAD', revision], ['diff', '--', '.', `${revision}...HEAD`], ['diff', '.', revision],
    ];
    for (const args of asked) {
      const { code, stdout, stderr } = await runCli(args, { cwd });
      expect([args, code, stdout, stderr.trimEnd().split('\n').length]).toEqual([args, 2, '', 1]);
      expect(stderr).toMatch(/^(?:Git knows no revision|Unknown option|Option|Usage)/);
    }
    expect(heldBy(cwd)).toEqual(before);
  });
});

test('without git each command says so in one line', async () => {
  const cwd = vault();
  const before = heldBy(cwd);
  const path = process.env['PATH'];
  process.env['PATH'] = tempFolder();
  try {
    for (const [name, args] of Object.entries(COMMANDS)) {
      const { code, stderr } = await runCli(args, { cwd });
      // Conflicts stand in the text, and are read without git.
      if (name === 'resolve') expect([name, code, stderr]).toEqual([name, 0, 'No note is in conflict.\n']);
      else expect([name, code, stderr]).toEqual([name, 2, expect.stringMatching(/^Git is not installed, or cannot be started\. Install it[^\n]*\.\n$/)]);
    }
  } finally {
    process.env['PATH'] = path;
  }
  expect(heldBy(cwd)).toEqual(before);
});
