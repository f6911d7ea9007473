import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { executiveNote, importHistory } from '../history/imported-history.js';
import { folderOf, readFiles, tempFolder, writeFiles } from '../temp-folder.js';
import { commitAll, git } from './git-repository.js';
import { runCli } from './run-cli.js';

const ana = (level: string, more = ''): string => executiveNote('Ana', level, more);

/** Two levels of Ana, the second one with its day; checked out. */
function vault(): string {
  const folder = importHistory([
    { files: { 'People/Ana.md': ana('passive'), 'other.md': 'x' }, subject: 'Begin' },
    { files: { 'People/Ana.md': ana('supporter').replace('---\n#', 'assessed: 2025-12-24\n---\n#'), 'other.md': 'x' }, subject: 'After the meeting' },
  ]);
  git(folder, 'reset', '--quiet', '--hard', 'main');
  return folder;
}

async function history(folder: string, ...args: readonly string[]): Promise<string> {
  const run = await runCli(['history', folder, ...args], { cwd: folder });
  expect([run.stderr, run.code]).toEqual(['', 0]);
  return run.stdout;
}

async function levelsOf(folder: string, ...args: readonly string[]): Promise<unknown> {
  const { executives } = JSON.parse(await history(folder, '--format', 'json', ...args)) as { executives: { path: string; stretches: { level?: string; reason?: string }[] }[] };
  return Object.fromEntries(executives.map(({ path, stretches }) => [path, stretches.map(({ level, reason }) => level ?? reason)]));
}

describe('what is written', () => {
  test('is a table for people, with the day that the note gives beside the one of the record', async () => {
    const folder = vault();
    const [first, second] = git(folder, 'log', '--reverse', '--format=%H').split('\n').map((id) => id.slice(0, 10));
    expect(await history(folder)).toBe(`Commitment as git recorded it
=============================
Read from 2 commits, 2026-01-01 to 2026-01-02. A level has the day on which git recorded it,
which is not the day on which it came about.

Ana
===
People/Ana.md
Recorded on  Level      Change          Note says   Commit      By
-----------  ---------  --------------  ----------  ----------  ----
2026-01-01   passive    first recorded              ${first}  Test
2026-01-02   supporter  ▲ 2 levels up   2025-12-24  ${second}  Test
`);
  });

  test('is JSON with whole ids, and rows for a spreadsheet', async () => {
    const folder = vault();
    const [first, second] = git(folder, 'log', '--reverse', '--format=%H').split('\n');
    const days = (day: string): object => ({ recordedOn: day, lastRecordedOn: day });
    expect(JSON.parse(await history(folder, '--format', 'json'))).toEqual({
      schema: 1, revision: second, commits: 2, firstDay: '2026-01-01', lastDay: '2026-01-02', shallow: false, since: null, until: null,
      executives: [{
        path: 'People/Ana.md', title: 'Ana', present: true, formerPaths: [],
        stretches: [
          { kind: 'level', level: 'passive', steps: null, ...days('2026-01-01'), assessed: null, commit: first, author: 'Test', subject: 'Begin' },
          { kind: 'level', level: 'supporter', steps: 2, ...days('2026-01-02'), assessed: '2025-12-24', commit: second, author: 'Test', subject: 'After the meeting' },
        ],
      }],
    });
    expect((await history(folder, '--format', 'csv')).split('\r\n').slice(0, 2)).toEqual([
      'Executive,Note,Recorded on,Last recorded on,Level,Levels up,Note says,Gap,Commit,By,Subject',
      `Ana,People/Ana.md,2026-01-01,2026-01-01,passive,,,,${first},Test,Begin`,
    ]);
  });

  test('says what a level is called in the vault, and goes to a file whole', async () => {
    const folder = vault();
    writeFiles(folder, { 'cx-playbook.yml': 'labels:\n  supporter: Ally\n' });
    expect(await history(folder, '-o', 'history.txt')).toBe('');
    expect(readFileSync(join(folder, 'history.txt'), 'utf8')).toContain('2026-01-02   Ally ');
  });

  test('holds no raw control of a name, a subject or an author', async () => {
    const folder = importHistory([{ files: { 'A\u001b[31m\n.md': ana('passive') }, subject: 'S \u001b[2J' }]);
    git(folder, 'symbolic-ref', 'HEAD', 'refs/heads/main');
    for (const format of ['text', 'json', 'csv']) expect(await history(folder, '--format', format)).not.toContain('\u001b');
  });
});

describe('what is asked for', () => {
  test('can be one executive, by title, path or former path', async () => {
    const folder = importHistory([{ files: { 'Ana.md': ana('passive'), 'Ben.md': executiveNote('Ben', 'opposer') } }, { files: { 'Ana Ruiz.md': ana('passive'), 'Ben.md': executiveNote('Ben', 'opposer') } }]);
    for (const name of ['ana ruiz', 'Ana Ruiz.md', 'Ana']) expect(await levelsOf(folder, '--executive', name)).toEqual({ 'Ana Ruiz.md': ['passive'] });
    expect(await runCli(['history', folder, '--executive', 'Bem'], { cwd: folder })).toMatchObject({ code: 2, stderr: 'The history has no executive "Bem". Did you mean "Ben"?\n' });
  });

  test('can be a period, by days or revisions, in which levels keep their steps', async () => {
    const folder = importHistory(['opposer', 'passive', 'supporter', 'advocate'].map((level) => ({ files: { 'Ana.md': ana(level) } })));
    expect(await levelsOf(folder, '--since', '2026-01-02', '--until', 'main~1')).toEqual({ 'Ana.md': ['passive', 'supporter'] });
    expect(await levelsOf(folder, '--since', 'main~1')).toEqual({ 'Ana.md': ['supporter', 'advocate'] });
    expect(await history(folder, '--until', '2020-01-01')).toContain('No executive’s level is recorded in it.');
    expect(await history(folder, '--since', 'main~1')).toContain('supporter  ▲ 2 levels up');
    expect(await levelsOf(folder, '--revision', 'main~2')).toEqual({ 'Ana.md': ['opposer', 'passive'] });
  });

  test('leaves private notes out unless they are asked for', async () => {
    const folder = importHistory([{ files: { '_coach/Ana.md': ana('passive'), 'Ben.md': executiveNote('Ben', 'opposer') } }]);
    const run = await runCli(['history', folder], { cwd: folder });
    expect([run.stderr, run.code, /Ana/.test(run.stdout)]).toEqual(['1 private note left out.\n', 0, false]);
    expect(await levelsOf(folder, '--private')).toEqual({ 'Ben.md': ['opposer'], '_coach/Ana.md': ['passive'] });
  });
});

describe('repositories of all kinds', () => {
  test('are read: a folder of one, a second worktree, a submodule, a bare one, a head that is on no branch', async () => {
    const [folder, other] = [vault(), tempFolder()];
    git(folder, 'worktree', 'add', '--quiet', join(other, 'tree'), 'main~1', '--detach');
    git(folder, 'clone', '--quiet', '--bare', folder, join(other, 'bare.git'));
    git(other, 'init', '--quiet', 'outer');
    git(join(other, 'outer'), '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', folder, 'vault');
    expect(await levelsOf(join(folder, 'People'))).toEqual({ 'Ana.md': ['passive', 'supporter'] });
    expect(await levelsOf(join(other, 'tree'))).toEqual({ 'People/Ana.md': ['passive'] });
    expect(await levelsOf(join(other, 'bare.git'))).toEqual({ 'People/Ana.md': ['passive', 'supporter'] });
    expect(await levelsOf(join(other, 'outer/vault'))).toEqual({ 'People/Ana.md': ['passive', 'supporter'] });
  });

  test('use their settings: those of the folder, or of the newest revision of a bare one', async () => {
    const folder = folderOf({ 'cx-playbook.yml': 'kinds:\n  folders:\n    Board: executive\n', 'Board/Ana.md': '---\ncommitment: passive\n---\n' });
    commitAll(folder);
    const bare = join(tempFolder(), 'bare.git');
    git(folder, 'clone', '--quiet', '--bare', folder, bare);
    for (const repository of [folder, bare]) expect(await levelsOf(repository)).toEqual({ 'Board/Ana.md': ['passive'] });
  });

  test('say where a shallow clone begins', async () => {
    const [folder, other] = [vault(), tempFolder()];
    git(other, '-c', 'protocol.file.allow=always', 'clone', '--quiet', '--depth', '1', `file://${folder}`, 'shallow');
    const shallow = join(other, 'shallow');
    expect(await history(shallow)).toContain('This clone is shallow');
    const run = await runCli(['history', shallow, '--format', 'json'], { cwd: shallow });
    expect([run.code, run.stderr]).toEqual([0, 'This clone is shallow: what is older is not known. Fetch it with "git fetch --unshallow".\n']);
    git(shallow, '-c', 'protocol.file.allow=always', 'fetch', '--quiet', '--unshallow');
    expect(await levelsOf(shallow)).toEqual({ 'People/Ana.md': ['passive', 'supporter'] });
  });

  test('show a text that a partial clone lacks as a gap, and fetch nothing', async () => {
    const [folder, other] = [vault(), tempFolder()];
    git(folder, 'config', 'uploadpack.allowFilter', 'true');
    git(other, '-c', 'protocol.file.allow=always', 'clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${folder}`, 'partial');
    git(folder, 'mv', 'People/Ana.md', 'Ana.md');
    git(folder, 'commit', '--quiet', '--message', 'Move');
    const partial = join(other, 'partial');
    git(partial, '-c', 'protocol.file.allow=always', 'checkout', '--quiet', 'main');
    expect(await levelsOf(partial)).toEqual({ 'People/Ana.md': ['missing-text', 'supporter'] });
  });

  test('may be empty, in the midst of a rebase, or have replaced commits', async () => {
    const empty = tempFolder();
    git(empty, 'init', '--quiet');
    expect(await history(empty)).toContain('Nothing was committed here yet.');
    const folder = vault();
    git(folder, 'checkout', '--quiet', '-b', 'mine', 'main~1');
    writeFiles(folder, { 'People/Ana.md': ana('advocate') });
    git(folder, 'commit', '--quiet', '--all', '--message', 'Mine');
    expect(() => git(folder, 'rebase', 'main')).toThrow('rebase');
    expect(await levelsOf(folder)).toEqual({ 'People/Ana.md': ['passive', 'supporter'] });
    git(folder, 'rebase', '--abort');
    git(folder, 'replace', '--graft', 'main');
    expect(await levelsOf(folder, '--revision', 'main')).toEqual({ 'People/Ana.md': ['supporter'] });
    git(folder, 'replace', '--delete', git(folder, 'rev-parse', 'main').trim());
    expect(await levelsOf(folder, '--revision', 'main')).toEqual({ 'People/Ana.md': ['passive', 'supporter'] });
  });

  test('pass over texts that are huge, links, and what is called like a note', async () => {
    const folder = vault();
    writeFileSync(join(folder, 'Huge.md'), `---\ntype: executive\ncommitment: passive\n---\n${'x'.repeat(65 * 1024 * 1024)}`);
    symlinkSync('People/Ana.md', join(folder, 'Link.md'));
    mkdirSync(join(folder, 'Folder.md'));
    writeFiles(folder, { 'Folder.md/x.txt': 'x' });
    git(folder, 'add', '--all');
    git(folder, '-c', 'core.compression=0', 'commit', '--quiet', '--message', 'More');
    expect(await levelsOf(folder)).toEqual({ 'People/Ana.md': ['passive', 'supporter'] });
  });
});

describe('what cannot be read', () => {
  test('is told in a line: no repository, no such revision, no git', async () => {
    const folder = vault();
    const outside = folderOf({ 'Ana.md': ana('passive') });
    const tell = async (where: string, ...args: readonly string[]): Promise<string> => {
      const run = await runCli(['history', where, ...args], { cwd: where });
      expect([run.code, run.stdout]).toEqual([2, '']);
      return run.stderr;
    };
    expect(await tell(outside)).toMatch(/^A history needs a git repository, and ".*" is in none that git can read\. .*\n$/);
    for (const revision of ['--all', '-x', '--output=x', 'no such']) expect(await tell(folder, `--revision=${revision}`)).toBe(`Git knows no revision "${revision}". Name a branch, tag or commit of this clone.\n`);
    expect(await tell(folder, '--since', '2026-13-01')).toContain('Git knows no revision "2026-13-01"');
    const run = await runCli(['history', folder], { cwd: folder, env: { PATH: outside } });
    expect([run.code, run.stderr]).toEqual([2, 'Git is not installed, or cannot be started. Install it to read a history.\n']);
  });
});

describe('the cache', () => {
  test('lies in the repository, where worktrees share it and git sees nothing of it', async () => {
    const [folder, other] = [vault(), tempFolder()];
    git(folder, 'worktree', 'add', '--quiet', join(other, 'tree'), 'main', '--detach');
    const expected = await history(join(other, 'tree'));
    const kept = readFileSync(join(folder, '.git/cx-playbook/history.txt'), 'utf8');
    expect(await history(folder)).toBe(expected);
    expect(readFileSync(join(folder, '.git/cx-playbook/history.txt'), 'utf8')).toBe(kept);
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  test('is neither read nor written when nothing may be kept', async () => {
    const folder = vault();
    await history(folder, '--no-cache');
    expect(Object.keys(readFiles(folder)).filter((path) => path.includes('cx-playbook'))).toEqual([]);
  });

  test('that is damaged, a link, or cannot be written changes nothing', async () => {
    const folder = vault();
    const expected = await history(folder);
    const [file, outside] = [join(folder, '.git/cx-playbook/history.txt'), join(tempFolder(), 'mine.txt')];
    writeFileSync(file, 'cx-playbook history 1 x');
    expect(await history(folder)).toBe(expected);
    writeFileSync(outside, 'mine');
    rmSync(file);
    symlinkSync(outside, file);
    expect(await history(folder)).toBe(expected);
    expect(readFileSync(outside, 'utf8')).toBe('mine');
    rmSync(join(folder, '.git/cx-playbook'), { recursive: true });
    writeFileSync(join(folder, '.git/cx-playbook'), 'a file');
    expect(await history(folder)).toBe(expected);
  });

  test('stays true when a branch is written anew', async () => {
    const folder = vault();
    await history(folder);
    writeFiles(folder, { 'People/Ana.md': ana('advocate') });
    git(folder, 'commit', '--quiet', '--all', '--amend', '--message', 'Anew');
    expect(await levelsOf(folder)).toEqual({ 'People/Ana.md': ['passive', 'advocate'] });
    git(folder, 'reflog', 'expire', '--expire=now', '--all');
    git(folder, 'reset', '--quiet', '--hard', 'main~1');
    writeFiles(folder, { 'People/Ana.md': ana('toe-dipper') });
    git(folder, 'commit', '--quiet', '--all', '--message', 'Again');
    git(folder, 'reflog', 'expire', '--expire=now', '--all');
    git(folder, 'gc', '--quiet', '--prune=now');
    expect(await levelsOf(folder)).toEqual({ 'People/Ana.md': ['passive', 'toe-dipper'] });
  });
});
