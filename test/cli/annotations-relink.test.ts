import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, readFiles, writeFiles } from '../temp-folder.js';
import { threadText } from './annotation-vault.js';
import { commitAll, git } from './git-repository.js';
import { runCli, TODAY, type CliOptions, type CliRun } from './run-cli.js';

const QUOTE = 'We will cut the programme in the third quarter';
const ANA = `# Ana\n\nA note with some words of its own.\n\n${QUOTE}, says the board.\n`;
const OTHER = '# Other\n\nNothing of the kind stands here.\n';

function relink(cwd: string, args: readonly string[] = [], options: Partial<CliOptions> = {}): Promise<CliRun> {
  return runCli(['annotations', '.', 'relink', '--today', TODAY, ...args], { cwd, ...options });
}

function move(folder: string, from: string, to: string): void {
  mkdirSync(join(folder, to, '..'), { recursive: true });
  renameSync(join(folder, from), join(folder, to));
}

describe('a note that moved is found', () => {
  test('by renames in git, followed through several, from a vault in a subfolder on a detached head', async () => {
    const folder = folderOf({ 'My vault/People/Ana.md': ANA, 'My vault/Other.md': OTHER, 'My vault/_annotations/a.md': threadText({ target: 'People/Ana', quote: 'gone from the note since' }) });
    commitAll(folder);
    move(folder, 'My vault/People/Ana.md', 'My vault/People/Ana Ruiz.md');
    commitAll(folder);
    move(folder, 'My vault/People/Ana Ruiz.md', 'My vault/Leaders/-Ana  Ruiz.md');
    commitAll(folder);
    git(folder, 'checkout', '--quiet', '--detach');
    const cwd = join(folder, 'My vault');
    const before = readFiles(cwd);
    expect(await relink(cwd)).toEqual({ code: 1, stdout: '_annotations/a.md:5:9 "People/Ana" → "Leaders/-Ana  Ruiz.md": git has the note renamed.\n', stderr: '1 link can be mended. Nothing was written: add --write.\n' });
    expect(readFiles(cwd)).toEqual(before);
    expect(await relink(cwd, ['--write'])).toMatchObject({ code: 0, stderr: '1 link can be mended. Wrote 1 thread.\n' });
    expect(readFiles(cwd)).toEqual({ ...before, '_annotations/a.md': before['_annotations/a.md']?.replaceAll('[[People/Ana]]', '[[Leaders/-Ana  Ruiz]]') });
    expect(await relink(cwd, ['--write'])).toEqual({ code: 0, stdout: '', stderr: 'No link of a thread dangles. Wrote 0 threads.\n' });
  });

  test.each<[string, boolean]>([['staged', true], ['not told to git', false]])('when the move is %s', async (_what, isStaged) => {
    const cwd = folderOf({ 'Ana.md': ANA, 'Other.md': OTHER, '_annotations/a.md': threadText({ target: 'Ana', quote: 'gone since' }) });
    commitAll(cwd);
    move(cwd, 'Ana.md', 'Leaders/Ruiz.md');
    if (isStaged) git(cwd, 'add', '--all');
    expect((await relink(cwd)).stdout).toBe('_annotations/a.md:5:9 "Ana" → "Leaders/Ruiz.md": git has the note renamed.\n');
  });

  test('by renames in git where the clone lacks texts of other notes', async () => {
    const cwd = folderOf({ 'Ana.md': ANA, 'Other.md': OTHER, '_annotations/a.md': threadText({ target: 'Ana', quote: 'gone since' }) });
    commitAll(cwd);
    const missing = git(cwd, 'rev-parse', 'HEAD:Other.md').trim();
    move(cwd, 'Ana.md', 'Leaders/Ruiz.md');
    move(cwd, 'Other.md', 'Another.md');
    writeFiles(cwd, { 'Another.md': `${OTHER}One more line.\n` });
    commitAll(cwd);
    writeFiles(cwd, { 'Leaders/Ruiz.md': `${ANA}One more line.\n` });
    commitAll(cwd);
    rmSync(join(cwd, '.git/objects', missing.slice(0, 2), missing.slice(2)));
    expect((await relink(cwd)).stdout).toBe('_annotations/a.md:5:9 "Ana" → "Leaders/Ruiz.md": git has the note renamed.\n');
  });

  test('by its text and by its quote where there is no repository, and no git', async () => {
    const blob = '0d1d7fc32e5e0d9e7b5a3b4b1c8b3e0e6f4a2c11';
    const cwd = folderOf({ 'Ruiz.md': ANA, 'Other.md': OTHER, '_annotations/a.md': threadText({ target: 'Ana', quote: QUOTE, blob }) });
    const found = '_annotations/a.md:5:9 "Ana" → "Ruiz.md": the quote stands in this note alone.\n';
    expect((await relink(cwd)).stdout).toBe(found);
    expect((await relink(cwd, [], { env: { PATH: '/nowhere' } })).stdout).toBe(found);
    const id = git(folderOf({ x: '' }), 'hash-object', join(cwd, 'Ruiz.md')).trim();
    writeFiles(cwd, { '_annotations/a.md': threadText({ target: 'Ana', quote: QUOTE, blob: id }) });
    expect((await relink(cwd)).stdout).toContain('the note has the text that the thread was written on');
  });
});

describe('what is left to a person', () => {
  test('two notes with the quote, and none: both are told, neither is written', async () => {
    const cwd = folderOf({
      'A.md': ANA, 'B.md': ANA, 'Other.md': OTHER,
      '_annotations/a.md': threadText({ target: 'Ana', quote: QUOTE }),
      '_annotations/b.md': threadText({ id: 'bbbbbbbb', target: 'Gone', quote: 'an entirely different sentence about ferries' }),
    });
    const before = readFiles(cwd);
    const { code, stdout, stderr } = await relink(cwd, ['--write']);
    expect(code).toBe(1);
    expect(stdout).toBe([
      '_annotations/a.md:5:9 "Ana" may mean "A.md" and "B.md": the quote, or one like it, stands there. Correct "target" yourself.',
      '_annotations/b.md:5:9 "Gone" was not found: no rename, no equal text, no quote leads to a note. Correct "target", or resolve the thread.',
      '',
    ].join('\n'));
    expect(stderr).toBe('1 ambiguous, 1 not found. Wrote 0 threads.\n');
    expect(readFiles(cwd)).toEqual(before);
  });

  test('a shared thread is never linked to a private note; a private one is', async () => {
    const cwd = folderOf({
      '_coach/Plan.md': ANA, 'Other.md': OTHER,
      '_annotations/a.md': threadText({ target: 'Ana', quote: QUOTE }),
      '_coach/annotations/b.md': threadText({ id: 'bbbbbbbb', target: 'Ana', quote: QUOTE, visibility: 'coach' }),
    });
    const { stdout } = await relink(cwd, ['--format', 'json']);
    expect((JSON.parse(stdout) as { threads: { path: string; outcome: string; to: string | null }[] }).threads.map(({ path, outcome, to }) => [path, outcome, to])).toEqual([['_annotations/a.md', 'lost', null], ['_coach/annotations/b.md', 'found', '_coach/Plan.md']]);
  });

  test('a name that no link can hold, and a thread that is not UTF-8, stay as they are', async () => {
    const bytes = Buffer.concat([Buffer.from(threadText({ id: 'bbbbbbbb', target: 'Ana', quote: QUOTE })), Buffer.from([0xff])]);
    const cwd = folderOf({ 'Ruiz #1.md': ANA, '_annotations/a.md': threadText({ target: 'Ana', quote: QUOTE }), '_annotations/b.md': bytes });
    const before = readFiles(cwd);
    const { code, stdout } = await relink(cwd, ['--write']);
    expect(code).toBe(1);
    expect(stdout).toContain('"Ana" stays: "Ruiz #1.md" has a name that no link can hold.');
    expect(stdout).toContain('_annotations/b.md:1:1 "Ana" stays: "_annotations/b.md" holds bytes that are not UTF-8');
    expect(readFiles(cwd)).toEqual(before);
  });
});

test('a patch shows what would be written, and git can apply it, also to lines that end in CRLF', async () => {
  const thread = threadText({ target: 'Ana', quote: QUOTE }).replaceAll('\n', '\r\n');
  const cwd = folderOf({ 'Ruiz.md': ANA, 'Other.md': OTHER, '_annotations/a.md': thread });
  commitAll(cwd);
  const { stdout } = await relink(cwd, ['--diff']);
  const patch = join(folderOf({ 'relink.patch': stdout }), 'relink.patch');
  git(cwd, 'apply', patch);
  expect(readFiles(cwd)['_annotations/a.md']).toBe(thread.replaceAll('[[Ana]]', '[[Ruiz]]'));
});
