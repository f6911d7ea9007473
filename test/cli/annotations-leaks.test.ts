import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, tempFolder, writeFiles } from '../temp-folder.js';
import { threadText } from './annotation-vault.js';
import { BUILT_CLI } from './built-cli.js';
import { commitAll, git } from './git-repository.js';
import { runCli, TODAY, type CliOptions, type CliRun } from './run-cli.js';

function checkLeaks(cwd: string, files: readonly string[] = [], options: Partial<CliOptions> = {}): Promise<CliRun> {
  return runCli(['annotations', '.', '--check-leaks', '--today', TODAY, ...files], { cwd, ...options });
}

const SECRET = 'She bluffs about this each year, & "everyone" knows.';
const VAULT = {
  'Ana.md': '# Ana\n\nWe will cut the programme.\n',
  '_annotations/a.md': threadText({ target: 'Ana', quote: 'cut the programme' }),
  '_coach/Plan for the board.md': '# Plan\n\n- The budget is cut by half in May.\n',
  '_coach/annotations/b.md': threadText({ id: 'bbbbbbbb', target: 'Ana', quote: 'cut the programme', visibility: 'coach', events: [['hal', '2026-11-02T08:00:00Z', SECRET]] }),
  '.gitignore': '/_coach/\n',
};
const TRACKED = 'Git tracks this private file, so everyone with the repository has it. Run "git rm --cached" on it, ignore it, and mind that older commits keep it.';

describe('what git shares', () => {
  test('a vault whose private folder is ignored is clean', async () => {
    const cwd = folderOf(VAULT);
    commitAll(cwd);
    expect(await checkLeaks(cwd)).toEqual({ code: 0, stdout: '', stderr: 'No leak: 2 private files, 2 shared notes.\n' });
  });

  test('private files that are committed or staged are told, whatever they are called, also in a subfolder and a second worktree', async () => {
    const folder = folderOf({
      ...Object.fromEntries(Object.entries(VAULT).map(([path, text]) => [`My vault/${path}`, text])),
      'My vault/_coach/-rf  two\nlines.md': 'x',
      'My vault/Sub/Told.md': '---\nvisibility: Coach\n---\n',
    });
    commitAll(folder);
    git(folder, 'add', '--force', 'My vault/_coach/annotations/b.md', 'My vault/_coach/-rf  two\nlines.md');
    const found = [`Sub/Told.md:1:1 ${TRACKED}`, `_coach/-rf  two\\nlines.md:1:1 ${TRACKED}`, `_coach/annotations/b.md:1:1 ${TRACKED}`, ''].join('\n');
    expect(await checkLeaks(join(folder, 'My vault'))).toEqual({
      code: 1,
      stdout: found,
      stderr: '3 leaks: 4 private files, 2 shared notes.\n',
    });
    git(folder, 'commit', '--quiet', '--message', 'Leak');
    const other = join(tempFolder(), 'other');
    git(folder, 'worktree', 'add', '--quiet', '--detach', other);
    expect((await checkLeaks(join(other, 'My vault'))).stdout).toBe(found);
  });

  test('a file that is tracked and not there any more counts', async () => {
    const cwd = folderOf({ 'Ana.md': 'x', '_coach/Old.md': 'x' });
    commitAll(cwd);
    git(cwd, 'rm', '--quiet', '--cached', '_coach/Old.md');
    expect((await checkLeaks(cwd)).code).toBe(0);
    git(cwd, 'reset', '--quiet', '--hard');
    rmSync(join(cwd, '_coach/Old.md'));
    expect((await checkLeaks(cwd)).stdout).toBe(`_coach/Old.md:1:1 ${TRACKED}\n`);
  });

  test('a private folder that is a repository of its own, or a submodule, is fine; one that is not ignored is told', async () => {
    const cwd = folderOf({ ...VAULT, '.gitignore': '' });
    commitAll(join(cwd, '_coach'));
    git(cwd, 'init', '--quiet');
    git(cwd, '-c', 'advice.addEmbeddedRepo=false', 'add', '--all');
    expect(await checkLeaks(cwd)).toEqual({ code: 0, stdout: '', stderr: 'No leak: 2 private files, 2 shared notes.\n' });
    const loose = folderOf({ ...VAULT, '.gitignore': '' });
    git(loose, 'init', '--quiet');
    expect(await checkLeaks(loose)).toMatchObject({ code: 0, stderr: '2 private files not ignored by git: the next "git add" takes them. Add "/_coach/" to .gitignore.\nNo leak: 2 private files, 2 shared notes.\n' });
  });

  test('without git, or outside a repository, the rest is checked and that is said', async () => {
    const cwd = folderOf({ ...VAULT, 'Ben.md': '[[Plan for the board]]' });
    for (const env of [{}, { PATH: '/nowhere' }]) {
      const { code, stdout, stderr } = await checkLeaks(cwd, [], { env });
      expect(code).toBe(1);
      expect(stdout).toMatch(/^Ben\.md:1:1 /);
      expect(stderr).toContain('Git is not there, or the vault lies in no repository: what git shares was not checked.\n');
    }
  });

  test('a repository that git cannot read does not pass for clean', async () => {
    const cwd = folderOf({ ...VAULT, '.git/HEAD': 'broken' });
    expect(await checkLeaks(cwd)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^Git could not answer: /) });
  });

  test('stops a commit as a hook, in a subfolder of a second worktree', () => {
    const folder = folderOf({ 'My vault/Ana.md': 'x' });
    commitAll(folder);
    writeFiles(folder, { '.git/hooks/pre-commit': `#!/bin/sh\nexec "${process.execPath}" "${BUILT_CLI}" annotations "My vault" --check-leaks --today ${TODAY}\n` });
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    const other = join(tempFolder(), 'other');
    git(folder, 'worktree', 'add', '--quiet', '--detach', other);
    for (const place of [folder, other]) {
      writeFiles(place, { 'My vault/_coach/Plan.md': 'x' });
      git(place, 'add', '--all');
      expect(() => git(place, 'commit', '--message', 'Leak')).toThrow(/1 leak: 1 private file, 1 shared note\./);
      git(place, 'rm', '--quiet', '--cached', '-r', 'My vault/_coach');
      git(place, 'commit', '--quiet', '--allow-empty', '--message', 'Clean');
    }
  });
});

describe('what shared notes tell', () => {
  test('links, embeds, properties and Markdown links to private files, each at its place', async () => {
    const cwd = folderOf({
      ...VAULT,
      'Ben.md': '---\npeers: ["[[_coach/Plan for the board]]"]\n---\nx ![[b]] [p](_coach/Plan%20for%20the%20board.md)\n[[_coach/Not there]] [[Ana]]\n',
      '_annotations/c.md': threadText({ id: 'cccccccc', target: 'Plan for the board' }),
    });
    const { code, stdout } = await checkLeaks(cwd);
    expect(code).toBe(1);
    expect(stdout.split('\n').map((line) => line.replace(/, which is private.*/, ''))).toEqual([
      'Ben.md:2:10 The note links to "_coach/Plan for the board.md"',
      'Ben.md:4:3 The note embeds "_coach/annotations/b.md"',
      'Ben.md:4:10 The note links to "_coach/Plan for the board.md"',
      'Ben.md:5:1 The note links to a file of the private folder. Remove the link, or make the note private.',
      '_annotations/c.md:5:10 The note links to "_coach/Plan for the board.md"',
      '_annotations/c.md:15:12 The note links to "_coach/Plan for the board.md"',
      '',
    ]);
  });

  test('threads whose visibility and folder say different things', async () => {
    const cwd = folderOf({
      'Ana.md': 'x',
      '_annotations/a.md': threadText({ target: 'Ana', visibility: 'coach' }),
      '_coach/annotations/b.md': threadText({ id: 'bbbbbbbb', target: 'Ana', visibility: 'client' }),
    });
    expect((await checkLeaks(cwd)).stdout).toBe([
      '_annotations/a.md:8:13 The thread is private by its "visibility" and lies where it is shared. Move it to "_coach/annotations", or make it "client".',
      '_coach/annotations/b.md:8:13 The thread says "visibility: client" and lies in the private folder. Share it in the app, or make it "coach".',
      '',
    ].join('\n'));
  });
});

describe('files that were exported', () => {
  test.each<[string, string, string]>([
    ['Markdown', 'x\n\n> She bluffs about this each\n> year, & "everyone" knows\\.\n', '3:3'],
    ['HTML', '<p>\n<b>hal</b>: She bluffs about this<br/>each year, &amp; &quot;everyone&quot; knows.</p>', '2:13'],
    ['JSON', JSON.stringify({ text: SECRET }), '1:10'],
    ['a calendar', 'DESCRIPTION:She bluffs about th\r\n is each year\\, & "everyone" knows.\r\n', '1:13'],
    ['a title in capitals', 'x PLAN FOR THE BOARD.', '1:3'],
    ['a title in an address', '[x](_coach/Plan%20for%20the%20board.md)', '1:1'],
    ['a line of a private note', '| The budget is cut by half in May. |', '1:3'],
  ])('%s tells private words, at its place', async (_what, text, place) => {
    const cwd = folderOf(VAULT);
    const out = join(folderOf({ 'page -1.out': text }), 'page -1.out');
    const { code, stdout } = await checkLeaks(cwd, [out]);
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`^[^\\n]*page -1\\.out:${place} The file (?:tells words of|links to) "_coach/[^\\n]*\\n$`));
  });

  test('the vault’s own exports are clean', async () => {
    const cwd = folderOf(VAULT);
    for (const format of ['md', 'html']) expect((await runCli(['annotations', '.', '--export', '--format', format, '-o', `out.${format}`, '--today', TODAY], { cwd })).code).toBe(0);
    for (const format of ['text', 'json', 'csv', 'md']) expect((await runCli(['annotations', '.', '--format', format, '-o', `list.${format}`, '--today', TODAY], { cwd })).code).toBe(0);
    expect(await checkLeaks(cwd, ['out.md', 'out.html', 'list.text', 'list.json', 'list.csv', 'list.md'])).toMatchObject({ code: 0, stdout: '' });
    await runCli(['annotations', '.', '--private', '--format', 'json', '-o', 'all.json', '--today', TODAY], { cwd });
    expect((await checkLeaks(cwd, ['all.json'])).code).toBe(1);
  });

  test.each<[string, string | Uint8Array | undefined, string]>([
    ['missing', undefined, 'Cannot check "page": it does not exist. Name a file of text that exists.\n'],
    ['no text', Buffer.from([0x25, 0x50, 0, 1]), 'Cannot check "page": it is no text. Check the page or drawing that it was made from.\n'],
  ])('one that is %s does not pass for clean', async (_what, content, stderr) => {
    const cwd = folderOf({ ...VAULT, ...(content === undefined ? {} : { page: content }) });
    expect(await checkLeaks(cwd, ['page'])).toEqual({ code: 2, stdout: '', stderr });
  });

  test('JSON names file, range, kind and the private file', async () => {
    const cwd = folderOf({ ...VAULT, 'Ben.md': '[[Plan for the board]]' });
    const { stdout } = await checkLeaks(cwd, ['--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({
      schema: 1,
      checked: { files: [], git: false },
      leaks: [{ path: 'Ben.md', range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 23, offset: 22 } }, kind: 'link', message: expect.stringContaining('which is private'), private: '_coach/Plan for the board.md' }],
    });
  });
});

test('canvases and bases that name private files, by path or by link, are told; those of the private folder are not', async () => {
  const cwd = folderOf({
    ...VAULT,
    'Board.canvas': '{"nodes":[\n{"id":"a","type":"file","file":"_coach/Plan for the board.md"},\n{"id":"b","type":"text","text":"See [[Plan for the board]]."},\n{"id":"c","type":"file","file":"Ana.md"}]}',
    'All.base': 'filters: file.path != "Ana.md"\n',
    '_coach/Mine.canvas': '{"nodes":[{"id":"a","type":"file","file":"_coach/Plan for the board.md"}]}',
  });
  const { code, stdout } = await checkLeaks(cwd);
  expect(code).toBe(1);
  const message = 'The file links to "_coach/Plan for the board.md", which is private. Take it out, or move the file to "_coach".';
  expect(stdout).toBe(`Board.canvas:2:33 ${message}\nBoard.canvas:3:37 ${message}\n`);
});
