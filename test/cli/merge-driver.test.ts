import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runForGit } from '../../src/cli/for-git-commands.js';
import { CONFLICTS, mergeDriverLine } from '../../src/cli/merge-driver-line.js';
import { readConflicts } from '../../src/markdown/conflict-markers.js';
import { folderOf } from '../temp-folder.js';
import { BUILT_CLI, BUILT_FOR_GIT } from './built-cli.js';
import { git } from './git-repository.js';
import { runCli } from './run-cli.js';
import { branches, commitFiles, DRIVER, NOTE, read, tryGit, unmerged } from './merge-repository.js';

const BASE = '---\ncommitment: passive\nassessed: 2026-01-01\ntags: [a]\nupdated: 2026-01-01\n---\n# Ana\n\nOne\n';
const OURS = '---\ncommitment: supporter\nassessed: 2026-02-01\ntags: [a, b]\nupdated: 2026-02-01\n---\n# Ana\n\nOne\n';
const THEIRS = '---\ncommitment: passive\nassessed: 2026-01-01\ntags: [a, c]\nupdated: 2026-03-01\n---\n# Ana\n\nTwo\n';
const BOTH = '---\ncommitment: supporter\nassessed: 2026-02-01\ntags: [a, b, c]\nupdated: 2026-03-01\n---\n# Ana\n\nTwo\n';
/** Theirs says another level. */
const OTHER_LEVEL = THEIRS.replace('passive\nassessed: 2026-01-01', 'advocate\nassessed: 2026-03-01');

function conflicted(ours = 'ours', theirs = 'theirs'): string {
  return BOTH.replace('commitment: supporter\nassessed: 2026-02-01\n', `<<<<<<< ${ours}\ncommitment: supporter\nassessed: 2026-02-01\n=======\ncommitment: advocate\nassessed: 2026-03-01\n>>>>>>> ${theirs}\n`);
}

const notes = (text: string | Uint8Array) => ({ [NOTE]: text });

describe('the driver in git', () => {
  test('merges what git alone cannot', () => {
    expect(tryGit(branches(notes(BASE), notes(OURS), notes(THEIRS), ''), 'merge', 'other').code).toBe(1);
    const folder = branches(notes(BASE), notes(OURS), notes(THEIRS));
    expect(tryGit(folder, 'merge', 'other').code).toBe(0);
    expect(read(folder)).toBe(BOTH);
  });

  test('leaves a level for people to decide, by the name of the branch', () => {
    const folder = branches(notes(BASE), notes(OURS), notes(OTHER_LEVEL));
    const { code, output } = tryGit(folder, 'merge', 'other');
    expect(code).toBe(1);
    expect(output).toContain(`Conflict in "${NOTE}": commitment and assessed.`);
    expect(read(folder)).toBe(conflicted('HEAD', 'other'));
    expect(unmerged(folder)).toEqual([NOTE]);
    expect(readdirSync(folder).sort()).toEqual(['.git', '.gitattributes', NOTE]);
  });

  test('works in a rebase', () => {
    const folder = branches(notes(BASE), notes(OTHER_LEVEL), notes(OURS));
    expect(tryGit(folder, 'rebase', 'other').code).toBe(1);
    // The branch that is rebased onto is "ours" to git. Newer versions of it name the sides.
    expect(readConflicts(read(folder)).conflicts).toHaveLength(1);
    expect(read(folder).replace(/<<<<<<< .*/, '<<<<<<< ours').replace(/>>>>>>> .*/, '>>>>>>> theirs')).toBe(conflicted());
    tryGit(folder, 'rebase', '--abort');
    expect(read(folder)).toBe(OTHER_LEVEL);
  });

  test('works in a cherry-pick', () => {
    const folder = branches(notes(BASE), notes(OURS), notes(THEIRS));
    expect(tryGit(folder, 'cherry-pick', 'other').code).toBe(0);
    expect(read(folder)).toBe(BOTH);
  });

  test('works when a stash comes back', () => {
    const folder = branches(notes(BASE), notes(BASE), notes(OURS));
    writeFileSync(join(folder, NOTE), THEIRS);
    git(folder, 'stash');
    git(folder, 'merge', '--quiet', 'other');
    expect(tryGit(folder, 'stash', 'pop').code).toBe(0);
    expect(read(folder)).toBe(BOTH);
  });

  test('follows a note that one side renamed, into a folder with signs of the shell', () => {
    const path = "a b/$(touch x) 'é'/`Ana`.md";
    const long = 'Words that stay.\n'.repeat(20);
    const folder = branches(notes(BASE + long), { [NOTE]: undefined, [path]: OURS + long }, notes(THEIRS + long));
    expect(tryGit(folder, 'merge', 'other').code).toBe(0);
    expect(read(folder, path)).toBe(BOTH + long);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test.each(['-x --help.md', 'a\n"b" \\ $(touch x);`touch x`.md', "--output='x'.md"])('merges a note named %j, from a branch with signs of the shell', (path) => {
    const folder = branches({ [path]: BASE }, { [path]: OURS }, { [path]: OTHER_LEVEL });
    git(folder, 'branch', '$(touch${IFS}x);`touch${IFS}x`', 'other');
    expect(tryGit(folder, 'merge', '$(touch${IFS}x);`touch${IFS}x`').code).toBe(1);
    expect(readConflicts(read(folder, path)).conflicts).toMatchObject([{ oursLabel: 'HEAD', theirsLabel: '$(touch${IFS}x);`touch${IFS}x`' }]);
    expect(readdirSync(folder).sort()).toEqual([path, '.git', '.gitattributes'].sort());
  });

  test('merges a note of 17 MB, and one that a side emptied stays in conflict', () => {
    const long = `${'Words that stay.\n'.repeat(64)}\n`.repeat(16 * 1024);
    const folder = branches({ [NOTE]: BASE + long, 'Empty.md': BASE }, { [NOTE]: OURS.replace('[a, b]', '[a]') + long, 'Empty.md': OURS }, { [NOTE]: `${BASE}${long}Last.\n`, 'Empty.md': '' });
    expect(tryGit(folder, 'merge', 'other').code).toBe(1);
    expect(unmerged(folder)).toEqual(['Empty.md']);
    const [note, empty] = [read(folder), read(folder, 'Empty.md')];
    expect([note.startsWith(OURS.replace('[a, b]', '[a]')), note.endsWith('Words that stay.\n\nLast.\n'), note.length]).toEqual([true, true, OURS.length - 3 + long.length + 6]);
    expect(readConflicts(empty).conflicts).toHaveLength(1);
    expect(empty).toContain('commitment: supporter\n');
  });

  test('merges notes that both sides added', () => {
    const folder = branches({}, notes('---\na: 1\ntags: [x]\n---\nText\n'), notes('---\nb: 1\ntags: [y]\n---\nText\n'));
    expect(tryGit(folder, 'merge', 'other').code).toBe(0);
    expect(read(folder)).toBe('---\na: 1\nb: 1\ntags: [x, y]\n---\nText\n');
  });

  test('merges a history with two common ancestors', () => {
    const folder = branches(notes(BASE), notes(OURS), notes(THEIRS));
    git(folder, 'branch', 'main-0');
    expect(tryGit(folder, 'merge', 'other', '-m', 'One').code).toBe(0);
    git(folder, 'checkout', '--quiet', 'other');
    expect(tryGit(folder, 'merge', 'main-0', '-m', 'Two').code).toBe(0);
    commitFiles(folder, notes(read(folder).replace(']', ', d]')), 'Other');
    git(folder, 'checkout', '--quiet', 'main');
    commitFiles(folder, notes(read(folder).replace('[a', '[e, a')), 'Main');
    expect(tryGit(folder, 'merge', 'other', '-m', 'Three').code).toBe(0);
    expect(read(folder)).toBe(BOTH.replace('[a, b, c]', '[e, a, b, c, d]'));
  });

  test('is not asked by an octopus, whose conflicts git refuses', () => {
    const folder = branches(notes(BASE), notes(BASE), notes(THEIRS));
    git(folder, 'checkout', '--quiet', '-b', 'third', 'HEAD');
    commitFiles(folder, notes(OURS), 'Third');
    git(folder, 'checkout', '--quiet', 'main');
    commitFiles(folder, { 'Ben.md': 'Text\n' }, 'Ben');
    expect(tryGit(folder, 'merge', 'other', 'third').code).not.toBe(0);
    tryGit(folder, 'reset', '--merge');
    expect(read(folder)).toBe(BASE);
  });

  test('shows the ancestor where the clone asks for it', () => {
    const folder = branches(notes(BASE), notes(OURS), notes(OTHER_LEVEL));
    git(folder, 'config', 'merge.conflictStyle', 'diff3');
    tryGit(folder, 'merge', 'other');
    expect(read(folder)).toContain('||||||| base\ncommitment: passive\nassessed: 2026-01-01\n=======\n');
  });

  test('writes markers of the size that the attributes ask for', () => {
    const folder = branches(notes(BASE), notes(OURS), notes(OTHER_LEVEL));
    commitFiles(folder, { '.gitattributes': '*.md merge=cx-playbook conflict-marker-size=9\n' }, 'Size');
    tryGit(folder, 'merge', 'other');
    expect(read(folder)).toContain('\n<<<<<<<<< HEAD\n');
  });
});

/** Both sides' words are in the file, or git holds it for unmerged and a side is not taken in silence. */
function nothingIsLost(folder: string): void {
  expect(unmerged(folder)).toEqual([NOTE]);
  const text = readFileSync(join(folder, NOTE), 'latin1');
  expect(text).toContain('supporter');
  expect(text).toContain('advocate');
  expect(text).toContain('<<<<<<<');
}

const FOR_GIT = `'${process.execPath}' '${BUILT_FOR_GIT}' merge-driver`;

describe('a driver that fails', () => {
  test.each<[string, string]>([
    ['Node is not there', mergeDriverLine('/nowhere/node', BUILT_FOR_GIT)],
    ['the program is not there', mergeDriverLine(process.execPath, '/nowhere/for-git.js')],
    ['it is killed before it wrote', mergeDriverLine('sh', '-c')],
    ['it is killed while it merges', `'${process.execPath}' --import 'data:text/javascript,import fs from "node:fs";const rename=fs.renameSync;fs.renameSync=(a,b)=>{rename(a,b);process.kill(process.pid,"SIGKILL")};import module from "node:module";module.syncBuiltinESMExports()' '${BUILT_FOR_GIT}' merge-driver %%O %%A %%B %%L %%P; exit 1`.replaceAll('%%', '%')],
    ['it cannot start git', `PATH=/nowhere ${FOR_GIT} %O %A %B %L %P`],
    ['it has no folder for what it needs', `TMPDIR=/nowhere ${FOR_GIT} %O %A %B %L %P`],
    ['the ancestor is not there', `${FOR_GIT} /nowhere %A %B %L %P`],
    ['the size is nonsense', `${FOR_GIT} %O %A %B -1 %P`],
  ])('loses nothing when %s', (_name, driver) => {
    const text = (level: string, body: string): string => `---\ncommitment: ${level}\n---\n${body}\n`;
    const folder = branches(notes(text('passive', 'One')), notes(text('supporter', 'Two')), notes(text('advocate', 'Three')), driver);
    expect(tryGit(folder, 'merge', 'other').code).not.toBe(0);
    nothingIsLost(folder);
  });

  test('keeps bytes that are no UTF-8', () => {
    const bytes = (level: string): Buffer => Buffer.concat([Buffer.from(`---\ncommitment: ${level}\n---\n\n\nCaf`), Buffer.from([0xe9, 10])]);
    const folder = branches(notes(bytes('passive')), notes(bytes('supporter')), notes(bytes('advocate')));
    expect(tryGit(folder, 'merge', 'other').code).toBe(1);
    nothingIsLost(folder);
    expect(readFileSync(join(folder, NOTE)).includes(Buffer.from([0x66, 0xe9, 10]))).toBe(true);
  });

  test('takes no side of what is no text', () => {
    const folder = branches(notes('a\0b'), notes('a\0c'), notes('a\0d'));
    const { code, output } = tryGit(folder, 'merge', 'other');
    expect(code).toBe(1);
    expect(output).toContain('is no text');
    expect(unmerged(folder)).toEqual([NOTE]);
  });

  test('says that a file cannot be written, and that the merge must stop', async () => {
    const folder = folderOf({ O: 'a\n', A: 'b\n', B: 'c\n' });
    symlinkSync('/nowhere/file', join(folder, 'link'));
    const told: string[] = [];
    const io = { cwd: folder, env: {}, out: () => undefined, err: (text: string) => void told.push(text) };
    expect(await runForGit(['merge-driver', 'O', 'link', 'B', '7', 'x\u001b[31m.md'], io)).toBe(129);
    expect(told.join('')).toMatch(/^"x\\u001b\[31m\.md" was not merged: it does not exist\. Stop the merge/);
    expect(await runForGit(['merge-driver'], io)).toBe(129);
    expect(await runForGit(['lint'], io)).toBe(2);
  });

  test('writes a file that is write-protected, in a folder that is not', () => {
    const folder = folderOf({ O: 'a\n', A: 'b\n', B: 'c\n' });
    chmodSync(join(folder, 'A'), 0o444);
    const { status } = spawnSync(process.execPath, [BUILT_FOR_GIT, 'merge-driver', 'O', 'A', 'B', '7', NOTE], { cwd: folder });
    expect(status).toBe(CONFLICTS);
    expect(read(folder, 'A')).toBe('<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n');
  });
});

describe('the driver by the name of the whole program', () => {
  test('merges, tells conflicts with 1, and takes every argument for a file name', async () => {
    const folder = folderOf({ O: BASE, A: OURS, B: THEIRS });
    expect(await runCli(['merge-driver', 'O', 'A', 'B', '7', '--help.md'], { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(read(folder, 'A')).toBe(BOTH);
    const other = folderOf({ '-O': BASE, '-A': OURS, '-B': OTHER_LEVEL });
    expect(await runCli(['merge-driver', '-O', '-A', '-B', '7', '--no-such\u001b[31m'], { cwd: other })).toEqual({ code: 1, stdout: '', stderr: 'Conflict in "--no-such\\u001b[31m": commitment and assessed.\n' });
    expect(read(other, '-A')).toBe(conflicted());
    expect(await runCli(['merge-driver', 'O'], { cwd: folder })).toMatchObject({ code: 129, stdout: '' });
  });

  test('works in git', () => {
    const folder = branches(notes(BASE), notes(OURS), notes(OTHER_LEVEL), `'${process.execPath}' '${BUILT_CLI}' merge-driver %O %A %B %L %P`);
    expect(tryGit(folder, 'merge', 'other').code).toBe(1);
    expect(read(folder)).toBe(conflicted('HEAD', 'other'));
  });
});

test('the line for git names any file', () => {
  expect(mergeDriverLine("/a b/it's/100%/node", 'C:\\x\\for-git.js')).toMatch(/^'\/a b\/it'\\''s\/100%%\/node' 'C:\/x\/for-git\.js' merge-driver %O /);
  expect(DRIVER).toContain('git merge-file');
});
