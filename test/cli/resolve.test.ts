import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, readFiles } from '../temp-folder.js';
import { commitAll, git } from './git-repository.js';
import { branches, commitFiles, NOTE, read, tryGit, unmerged, write } from './merge-repository.js';
import { runCli, type CliRun } from './run-cli.js';

const BASE = '---\ncommitment: passive\nassessed: 2026-01-01\ntags: [a]\nupdated: 2026-01-01\n---\n# Ana\n\nOne\n\n## Why\n\nOld\n';
const OURS = BASE.replace('[a]', '[a, b]').replaceAll('updated: 2026-01-01', 'updated: 2026-02-01').replace('One', 'Two');
const THEIRS = BASE.replace('[a]', '[a, c]').replaceAll('updated: 2026-01-01', 'updated: 2026-03-01').replace('passive', 'supporter');
const BOTH = BASE.replace('[a]', '[a, b, c]').replaceAll('updated: 2026-01-01', 'updated: 2026-03-01').replace('One', 'Two').replace('passive', 'supporter');
/** What the sides do not agree on. */
const OURS_OPEN = OURS.replace('passive', 'advocate').replace('Old', 'Mine');
const THEIRS_OPEN = THEIRS.replace('Old', 'Yours');

const notes = (text: string | Uint8Array) => ({ [NOTE]: text });

/** A merge that git alone could not finish. */
function conflict(ours = OURS, theirs = THEIRS, base = BASE): string {
  const folder = branches(notes(base), notes(ours), notes(theirs), '');
  expect(tryGit(folder, 'merge', 'other').code).toBe(1);
  return folder;
}

function resolve(folder: string, ...args: readonly string[]): Promise<CliRun> {
  return runCli(['resolve', '.', ...args], { cwd: folder });
}

describe('resolve', () => {
  test('merges from the versions in the index', async () => {
    const folder = conflict();
    const { code, stdout, stderr } = await resolve(folder);
    expect([code, stdout]).toEqual([0, `${NOTE}: merged.\n`]);
    expect(stderr).toBe('"other" is being merged into your "main": in a conflict your text stands first.\n1 note merged, 0 notes left to decide.\n');
    expect(read(folder)).toBe(BOTH);
    expect(unmerged(folder)).toEqual([NOTE]);
  });

  test('tells git of what is merged where it is asked to', async () => {
    const folder = conflict();
    expect((await resolve(folder, NOTE, '--stage')).stdout).toBe(`${NOTE}: merged and staged.\n`);
    expect(unmerged(folder)).toEqual([]);
    expect(tryGit(folder, 'commit', '--no-edit').code).toBe(0);
  });

  test('says what is left to decide, and by whom it was said', async () => {
    const folder = conflict(OURS_OPEN, THEIRS_OPEN);
    const { code, stdout } = await resolve(folder, '--stage');
    expect([code, stdout]).toEqual([1, `${NOTE}: left to decide: commitment; section "Why".\n`]);
    expect(read(folder)).toContain('<<<<<<< yours (main)\ncommitment: advocate\n=======\ncommitment: supporter\n>>>>>>> theirs (other)\nassessed:');
    expect(read(folder)).toContain('tags: [a, b, c]\n');
    expect(unmerged(folder)).toEqual([NOTE]);
  });

  test('shows what it would do, and writes nothing', async () => {
    const folder = conflict();
    const before = read(folder);
    const { code, stdout, stderr } = await resolve(folder, '--diff');
    expect(code).toBe(0);
    expect(stdout).toContain('+tags: [a, b, c]\n');
    expect(stderr).toContain(`${NOTE}: merged.\n1 note would be merged`);
    expect(read(folder)).toBe(before);
  });

  test('gives JSON', async () => {
    const { stdout } = await resolve(conflict(OURS_OPEN, THEIRS_OPEN), '--format', 'json');
    expect(JSON.parse(stdout)).toEqual({
      schema: 1,
      operation: 'merge',
      ours: 'yours (main)',
      theirs: 'theirs (other)',
      notes: [{ path: NOTE, state: 'conflicts', reason: '', properties: [['commitment']], sections: ['Why'], written: true, staged: false }],
    });
  });

  test('does the same when it is asked twice', async () => {
    const folder = conflict(OURS_OPEN, THEIRS_OPEN);
    await resolve(folder);
    const once = read(folder);
    expect((await resolve(folder)).code).toBe(1);
    expect(read(folder)).toBe(once);
  });

  test('keeps what a person has decided, and merges the rest', async () => {
    const folder = conflict(OURS_OPEN, THEIRS_OPEN);
    const decided = read(folder).replace(/<<<<<<<[^<>]*Mine\n=======\nYours\n>>>>>>> other\n/, 'Decided by hand\n');
    expect(decided).toContain('Decided by hand');
    write(folder, NOTE, decided);
    const { stdout } = await resolve(folder);
    expect(stdout).toBe(`${NOTE}: left to decide: commitment.\n`);
    expect(read(folder)).toContain('Decided by hand');
    expect(read(folder)).toContain('tags: [a, b, c]\n');
  });

  test.each([
    ['without markers, for it may be decided', () => `${OURS}Mine\n`, 'it holds no conflict markers any more. If it is as you want it, tell git with "git add"'],
    ['with half a conflict', (text: string) => text.replace(/^=======\n/m, ''), 'looks like a conflict marker without the others. Remove it, or undo that edit'],
  ])('leaves a note %s', async (_name, edit, reason) => {
    const folder = conflict();
    write(folder, NOTE, edit(read(folder)));
    const before = read(folder);
    const { code, stdout } = await resolve(folder, '--stage');
    expect([code, read(folder), unmerged(folder)]).toEqual([1, before, [NOTE]]);
    expect(stdout).toContain(reason);
  });

  test('keeps the line endings of the folder', async () => {
    const folder = conflict();
    write(folder, NOTE, read(folder).replaceAll('\n', '\r\n'));
    expect((await resolve(folder)).code).toBe(0);
    expect(read(folder)).toBe(BOTH.replaceAll('\n', '\r\n'));
  });

  test('says who is who in a rebase', async () => {
    const folder = branches(notes(BASE), notes(OURS_OPEN), notes(THEIRS_OPEN), '');
    tryGit(folder, 'rebase', 'other');
    const { stderr } = await resolve(folder);
    expect(stderr).toContain('Your branch "main" is being rebased onto "other": in a conflict "other" stands first and your text second.');
    expect(read(folder)).toContain('<<<<<<< theirs (other)\ncommitment: supporter\n=======\ncommitment: advocate\n>>>>>>> yours (main)\n');
  });

  test.each<[string, (folder: string) => void]>([
    ['a cherry-pick', (folder) => void tryGit(folder, 'cherry-pick', 'other')],
    [
      'a stash that comes back',
      (folder) => {
        git(folder, 'checkout', '--quiet', 'HEAD^');
        write(folder, NOTE, THEIRS);
        git(folder, 'stash');
        git(folder, 'checkout', '--quiet', 'main');
        tryGit(folder, 'stash', 'pop');
      },
    ],
  ])('works after %s', async (_name, act) => {
    const folder = branches(notes(BASE), notes(OURS), notes(THEIRS), '');
    act(folder);
    expect(unmerged(folder)).toEqual([NOTE]);
    expect((await resolve(folder)).code).toBe(0);
    expect(read(folder)).toBe(BOTH);
  });
});

describe('resolve without versions in the index', () => {
  test('takes the ancestor from a merge that was committed with its markers', async () => {
    const folder = conflict();
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--no-edit');
    expect((await resolve(folder)).stdout).toBe(`${NOTE}: merged.\n`);
    expect(read(folder)).toBe(BOTH);
  });

  test('takes the ancestor that the markers show', async () => {
    const text = BASE.replace('tags: [a]\n', '<<<<<<< one\ntags: [b]\n||||||| base\ntags: [a]\n=======\ntags: [a, c]\n>>>>>>> two\n');
    const folder = folderOf(notes(text));
    expect((await resolve(folder)).code).toBe(0);
    expect(read(folder)).toBe(BASE.replace('[a]', '[b, c]'));
  });

  test('merges only where the sides agree when nothing says what they started from', async () => {
    const text = '---\n<<<<<<< one\ntags: [a, b]\nrole: "CFO"\n=======\ntags: [a]\nrole: CFO\n>>>>>>> two\n---\nText\n';
    const folder = folderOf(notes(text));
    expect((await resolve(folder)).stdout).toBe(`${NOTE}: left to decide: tags.\n`);
    expect(read(folder)).toBe('---\n<<<<<<< ours\ntags: [a, b]\n=======\ntags: [a]\n>>>>>>> theirs\nrole: "CFO"\n---\nText\n');
  });

  test('finds nothing to do in a vault without conflicts', async () => {
    const { code, stdout, stderr } = await resolve(folderOf({ [NOTE]: 'Title\n=======\n' }));
    expect([code, stdout, stderr]).toEqual([0, '', 'No note is in conflict.\n']);
  });
});

describe('resolve leaves, and says why', () => {
  test.each<[string, Parameters<typeof branches>, string]>([
    ['a note that one side removed', [notes(BASE), { [NOTE]: undefined }, notes(THEIRS)], 'the first side removed it, the second changed it. Keep it with "git add", or drop it with "git rm"'],
    ['a note that the other side removed', [notes(BASE), notes(OURS), { [NOTE]: undefined }], 'the second side removed it, the first changed it'],
    ['what is no note', [{ 'a.json': '1\n' }, { 'a.json': '2\n' }, { 'a.json': '3\n' }], 'it is no note. Merge it by hand, then "git add"'],
    ['bytes that are no UTF-8', [notes(Buffer.from('caf\xe9\n', 'latin1')), notes(Buffer.from('caf\xe8\n', 'latin1')), notes(Buffer.from('caf\xea\n', 'latin1'))], 'it is no text in UTF-8'],
    ['what is no text', [notes('a\0b'), notes('a\0c'), notes('a\0d')], 'it is no text in UTF-8'],
    ['a note whose capitals one side changed', [notes(BASE), notes(OURS), { [NOTE]: undefined, 'ana.md': `${BASE}\n${'Else\n'.repeat(60)}` }], 'the second side removed it, the first changed it'],
    ['a note renamed in two ways', [notes(BASE), { [NOTE]: undefined, 'Ben.md': BASE }, { [NOTE]: undefined, 'Cid.md': BASE }], 'a note was renamed in two ways'],
  ])('%s', async (_name, [base, ours, theirs], reason) => {
    const folder = branches(base, ours, theirs, '');
    expect(tryGit(folder, 'merge', 'other').code).toBe(1);
    const status = git(folder, 'status', '--porcelain');
    const { code, stdout } = await resolve(folder, '--stage');
    expect(code).toBe(1);
    expect(stdout).toContain(reason);
    expect(git(folder, 'status', '--porcelain')).toBe(status);
  });

  test('a link, a submodule, and a note in the place of a folder', async () => {
    const folder = folderOf({ ...notes(BASE), 'Place.md': 'Text\n', 'inner/A.md': 'x\n' });
    symlinkSync('a', join(folder, 'Link.md'));
    const inner = join(folder, 'inner');
    commitAll(inner, 'One');
    commitAll(folder, 'Base');
    const change = (name: string): void => {
      rmSync(join(folder, 'Link.md'));
      symlinkSync(name, join(folder, 'Link.md'));
      git(inner, 'commit', '--quiet', '--allow-empty', '--message', name);
    };
    git(folder, 'checkout', '--quiet', '-b', 'other');
    change('b');
    commitFiles(folder, { 'Place.md': 'Theirs\n' }, 'Theirs');
    git(folder, 'checkout', '--quiet', '--force', 'main');
    git(inner, 'reset', '--quiet', '--hard', 'HEAD~1');
    change('c');
    rmSync(join(folder, 'Place.md'));
    commitFiles(folder, { 'Place.md/In.md': 'Ours\n' }, 'Ours');
    expect(tryGit(folder, 'merge', 'other').code).toBe(1);
    const [status, before] = [git(folder, 'status', '--porcelain'), readFiles(folder)];
    const { code, stdout } = await resolve(folder, '--stage');
    expect(code).toBe(1);
    expect(stdout).toContain('Link.md: left as it is: it is a symbolic link.');
    expect(stdout).toContain('inner: left as it is: it is a submodule.');
    expect(stdout).toContain('Place.md~other: left as it is: the first side removed it');
    expect(git(folder, 'status', '--porcelain')).toBe(status);
    expect(readFiles(folder)).toEqual(before);
  });

  test('markers of another length', async () => {
    const folder = branches(notes(BASE), notes(OURS), notes(THEIRS), '');
    commitFiles(folder, { '.gitattributes': '*.md conflict-marker-size=9\n' }, 'Size');
    expect(tryGit(folder, 'merge', 'other').code).toBe(1);
    const before = read(folder);
    expect((await resolve(folder, '--stage')).stdout).toContain('its conflict markers are not seven signs long');
    expect([read(folder), unmerged(folder)]).toEqual([before, [NOTE]]);
  });

  test('an example of a conflict in a code block', async () => {
    const text = 'What git leaves:\n\n```\n<<<<<<< ours\n=======\nc\n>>>>>>> theirs\n```\n';
    const folder = folderOf(notes(text));
    const { code, stdout } = await resolve(folder);
    expect([code, stdout]).toEqual([1, `${NOTE}: left as it is: a conflict of it stands in a code block, where it may be an example. If it is none, merge it by hand.\n`]);
    expect(read(folder)).toBe(text);
  });

  test('a rebase goes on with what was merged and staged', async () => {
    const folder = branches(notes(BASE), notes(OURS), notes(THEIRS), '');
    expect(tryGit(folder, 'rebase', 'other').code).toBe(1);
    expect((await resolve(folder, '--stage')).stdout).toBe(`${NOTE}: merged and staged.\n`);
    expect(tryGit(folder, 'rebase', '--continue').code).toBe(0);
    expect(read(folder)).toBe(BOTH.replace('[a, b, c]', '[a, c, b]'));
  });

  test('a note that both sides added is merged', async () => {
    const folder = branches({}, notes('---\na: 1\n---\nText\n'), notes('---\nb: 1\n---\nText\n'), '');
    tryGit(folder, 'merge', 'other');
    expect((await resolve(folder)).code).toBe(0);
    expect(read(folder)).toBe('---\na: 1\nb: 1\n---\nText\n');
  });

  test('a note that is gone from the folder', async () => {
    const folder = conflict();
    rmSync(join(folder, NOTE));
    expect((await resolve(folder)).stdout).toContain('it is not in the folder');
  });

  test('options that do not go together, and files outside', async () => {
    const folder = folderOf(notes('Text\n'));
    expect((await resolve(folder, '--diff', '--stage')).code).toBe(2);
    expect((await resolve(folder, '../other.md')).code).toBe(2);
  });

  test('merges in a folder of the repository, and nothing beside it', async () => {
    const [inside, outside] = ['vault/Ana.md', 'Other.md'];
    const files = (text: string) => ({ [inside]: text, [outside]: text });
    const folder = branches(files(BASE), files(OURS), files(THEIRS), '');
    tryGit(folder, 'merge', 'other');
    const before = read(folder, outside);
    expect((await runCli(['resolve', 'vault', '--stage'], { cwd: folder })).stdout).toBe(`${NOTE}: merged and staged.\n`);
    expect([read(folder, inside), read(folder, outside), unmerged(folder)]).toEqual([BOTH, before, [outside]]);
    commitFiles(folder, {}, 'Merged');
  });
});
