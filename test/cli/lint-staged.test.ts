import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/lint/diagnostic.js';
import { RULES } from '../../src/lint/rules/index.js';
import { folderOf, tempFolder, writeFiles } from '../temp-folder.js';
import { BUILT_FOR_GIT } from './built-cli.js';
import { commitAll, git } from './git-repository.js';
import { lint, TODAY } from './run-cli.js';

const NOTE = '---\ntype: initiative\n---\n## Why\nx\n';
/** The same property twice: an error. */
const BROKEN = '---\ntype: initiative\nstatus: done\nstatus: planned\n---\n## Why\nx\n';
const CONFLICT = '---\ntype: initiative\n---\n## Why\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n';

/** The notes of all examples, each in a folder of its own. */
const EXAMPLES = Object.fromEntries(RULES.flatMap(({ examples }, rule) => examples.filter(({ config }) => config === undefined).flatMap(({ notes }, example) => Object.entries(notes).map(([path, text]) => [`${rule}-${example}/${path}`.replace(/[?:*"<>|\\]/g, '_'), text.replace(/[‹›]/g, '')]))));
/** With signs that rules look for beyond ASCII. */
const TYPESET = '---\ntype: initiative\n---\n## Why – the reason…\n„We will set up a portal in three steps“: first it is configured… Then the teams – all of them – are trained. «Then the old one is switched off» (so they say).\n\n## Model — 規範\nLeaders “are role models”, and listen。Teams say what they think！\n';

/** `path rule` of what is found, in order. */
async function staged(cwd: string, ...args: string[]): Promise<readonly string[]> {
  const run = await lint([...(args.length === 0 || args[0]?.startsWith('-') === true ? ['.'] : []), ...args, '--staged', '--format', 'jsonl'], { cwd });
  expect(run.stderr).toBe('');
  const found = run.stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { path: string; rule: string });
  expect(run.code).toBe(found.length === 0 ? 0 : 1);
  return found.map(({ path, rule }) => `${path} ${rule}`);
}

function stage(cwd: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  writeFiles(cwd, files);
  git(cwd, 'add', '--all', '--force');
}

describe('lint --staged', () => {
  test('looks at changed notes as they are staged, and at no others', async () => {
    const cwd = folderOf({ 'Old.md': BROKEN, 'A.md': NOTE, 'B.md': NOTE });
    commitAll(cwd);
    expect(await staged(cwd)).toEqual([]);
    stage(cwd, { 'A.md': BROKEN });
    writeFiles(cwd, { 'A.md': NOTE, 'B.md': BROKEN });
    expect(await staged(cwd)).toEqual(['A.md valid-frontmatter']);
  });

  test('a note that is staged in part counts as far as it is staged', async () => {
    const cwd = folderOf({ 'A.md': NOTE });
    commitAll(cwd);
    stage(cwd, { 'A.md': `${NOTE}y\n` });
    writeFiles(cwd, { 'A.md': BROKEN });
    expect(await staged(cwd)).toEqual([]);
  });

  test('a first commit, without any before it', async () => {
    const cwd = folderOf({ 'A.md': BROKEN });
    git(cwd, 'init', '--quiet');
    expect(await staged(cwd)).toEqual([]);
    git(cwd, 'add', '--all');
    expect(await staged(cwd)).toEqual(['A.md valid-frontmatter']);
  });

  test('renamed notes count, deleted ones do not', async () => {
    const cwd = folderOf({ 'Old.md': BROKEN, 'Gone.md': BROKEN });
    commitAll(cwd);
    renameSync(join(cwd, 'Old.md'), join(cwd, 'New.md'));
    rmSync(join(cwd, 'Gone.md'));
    git(cwd, 'add', '--all');
    expect(await staged(cwd)).toEqual(['New.md valid-frontmatter']);
  });

  test('markers of a conflict that was staged as it was', async () => {
    const cwd = folderOf({ 'A.md': NOTE, 'Plain.md': 'x' });
    commitAll(cwd);
    stage(cwd, { 'A.md': CONFLICT });
    expect(await staged(cwd)).toEqual(['A.md team/conflict-markers']);
  });

  test('in a merge, what comes unchanged from the other side was committed before', async () => {
    const cwd = folderOf({ 'A.md': NOTE, 'B.md': NOTE });
    commitAll(cwd);
    git(cwd, 'checkout', '--quiet', '-b', 'theirs');
    stage(cwd, { 'Theirs.md': BROKEN, 'A.md': NOTE.replace('x', 'theirs') });
    git(cwd, 'commit', '--quiet', '--message', 'Theirs');
    git(cwd, 'checkout', '--quiet', 'main');
    stage(cwd, { 'A.md': NOTE.replace('x', 'ours') });
    git(cwd, 'commit', '--quiet', '--message', 'Ours');
    expect(() => git(cwd, 'merge', '--quiet', 'theirs')).toThrow();
    const unmerged = await lint(['.', '--staged'], { cwd });
    expect(unmerged).toEqual({ code: 0, stdout: '', stderr: '"A.md" is still in conflict. Resolve it, and stage it with "git add".\n' });
    git(cwd, 'add', 'A.md');
    expect(await staged(cwd)).toEqual(['A.md team/conflict-markers']);
  });

  test.each(['Déjà vu – 顧客.md', 'tab\tand\nline.md', 'quote"d\'s.md', '-dash.md', ':(glob)**.md', '$(touch owned).md'])('knows the name %j', async (path) => {
    const cwd = folderOf({ [path]: NOTE, 'Other.md': NOTE });
    commitAll(cwd);
    stage(cwd, { [path]: BROKEN });
    expect((await staged(cwd)).filter((found) => !found.endsWith('team/reserved-name'))).toEqual([`${path} valid-frontmatter`]);
  });

  test('a name that is no UTF-8 is told and left out', async () => {
    const cwd = folderOf({ 'A.md': NOTE });
    commitAll(cwd);
    const id = git(cwd, 'hash-object', '-w', 'A.md').trim();
    spawnSync('git', ['-C', cwd, 'update-index', '-z', '--index-info'], { input: Buffer.concat([Buffer.from(`100644 ${id}\tn`), Buffer.from([0xe9]), Buffer.from('.md\0')]) });
    const run = await lint(['.', '--staged'], { cwd });
    expect(run).toEqual({ code: 0, stdout: '', stderr: 'The name of "n\ufffd.md" is no UTF-8. It is left out.\n' });
  });

  test('links of git and submodules are told and left out', async () => {
    const inner = folderOf({ 'A.md': NOTE });
    commitAll(inner);
    const cwd = folderOf({ 'A.md': NOTE });
    commitAll(cwd);
    symlinkSync('A.md', join(cwd, 'Link.md'));
    git(cwd, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'Module.md');
    git(cwd, 'add', '--all');
    expect((await lint(['.', '--staged'], { cwd })).stderr).toBe('Symbolic link "Link.md" is not followed. It is left out.\n"Module.md" is a repository of its own. It is left out.\n');
  });

  test('a vault in a folder has paths from its own root, and the others are not looked at', async () => {
    const cwd = folderOf({ 'one/A.md': NOTE, 'two/A.md': NOTE });
    commitAll(cwd);
    stage(cwd, { 'one/Sub/A.md': BROKEN, 'two/A.md': BROKEN });
    expect(await staged(cwd, 'one')).toEqual(['Sub/A.md valid-frontmatter']);
  });

  test('settings count as they are staged', async () => {
    const cwd = folderOf({ 'A.md': NOTE, 'cx-playbook.yml': 'rules:\n  valid-frontmatter: warning\n' });
    git(cwd, 'init', '--quiet');
    stage(cwd, { 'A.md': BROKEN });
    expect(await staged(cwd)).toEqual([]);
    stage(cwd, { 'cx-playbook.yml': 'ignore: [Sub]\n', 'Sub/B.md': BROKEN });
    writeFiles(cwd, { 'cx-playbook.yml': 'ignore: [A.md]\n' });
    expect(await staged(cwd)).toEqual(['A.md valid-frontmatter']);
  });

  describe('private notes', () => {
    test('a file of the private folder, and links to it from shared notes', async () => {
      const cwd = folderOf({ 'A.md': NOTE });
      commitAll(cwd);
      stage(cwd, { '_coach/Plan B.md': 'See [[A]].', 'A.md': `${NOTE}As in [[Plan B]].\n`, 'Plain.md': '[x](_coach/Plan%20B.md)' });
      expect(await staged(cwd)).toEqual(['A.md private-leak', 'Plain.md private-leak', '_coach/Plan B.md private-leak']);
    });

    test('a link to a private note that git ignores', async () => {
      const cwd = folderOf({ 'A.md': NOTE, '_coach/Plan B.md': 'x', '.gitignore': '_coach/\n' });
      commitAll(cwd);
      writeFiles(cwd, { 'A.md': `${NOTE}As in [[Plan B]].\n` });
      git(cwd, 'add', '--all');
      expect(await staged(cwd)).toEqual(['A.md private-leak']);
    });

    test('a link to a note that says it is for the coach, though only the link is staged', async () => {
      const cwd = folderOf({ 'A.md': NOTE, 'Session.md': '---\ntype: session\nvisibility: coach\n---\n', 'Other.md': 'Our coach.' });
      commitAll(cwd);
      stage(cwd, { 'A.md': `${NOTE}As in [[Session]] and [[Other]].\n` });
      expect(await staged(cwd)).toEqual(['A.md private-leak']);
    });
  });

  test('names and files that others cannot have', async () => {
    const cwd = folderOf({ 'Ana.md': NOTE, 'Old?.md': NOTE });
    commitAll(cwd);
    stage(cwd, { 'ANA.md': NOTE, 'aux.md': NOTE, '.obsidian/workspace.json': '{}', '.obsidian/plugins/x/data.json': '{"apiToken":"sk-abcdefghijklmnopqrstuvwxyz0123456789"}' });
    expect(await staged(cwd)).toEqual(['.obsidian/plugins/x/data.json team/secret-in-plugin-data', '.obsidian/workspace.json team/workspace-tracked', 'Ana.md team/case-collision', 'aux.md team/reserved-name']);
  });

  test('lighter findings are shown when they are asked for; links that names cannot settle never', async () => {
    const cwd = folderOf({ 'Ana.md': '---\ntype: executive\naliases: [Boss]\n---\n', 'Steering.md': 'x' });
    commitAll(cwd);
    stage(cwd, { 'A.md': '---\ntype: initiative\nsponsor: ["[[Ana]]", "[[Boss]]", "[[Nobody]]", "[[Steering]]", "[[../../x]]"]\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n' });
    expect(await staged(cwd)).toEqual([]);
    const found = await staged(cwd, '--fail-on', 'warning');
    expect(found.filter((one) => / (?:link-kind|resolved-link)$/.test(one))).toEqual(['A.md link-kind', 'A.md resolved-link']);
  });

  test('what it finds a run over the vault finds too', async () => {
    const cwd = folderOf({ 'Ana.md': NOTE });
    git(cwd, 'init', '--quiet');
    stage(cwd, EXAMPLES);
    const [few, all] = [await lint(['.', '--staged', '--fail-on', 'info', '--format', 'jsonl'], { cwd }), await lint(['.', '--format', 'jsonl'], { cwd })];
    const inShort = (stdout: string): readonly string[] => stdout.split('\n').filter((line) => line !== '').map((line) => {
      const { path, rule, severity, range } = JSON.parse(line) as Diagnostic;
      return `${path}:${range.start.offset}-${range.end.offset} ${severity} ${rule}`;
    });
    const known = new Set(inShort(all.stdout));
    const found = inShort(few.stdout);
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((line) => !known.has(line))).toEqual([]);
  });

  test('the small program gives the same answer', async () => {
    const cwd = folderOf({ 'A.md': NOTE });
    commitAll(cwd);
    stage(cwd, { 'A.md': BROKEN, 'B.md': CONFLICT, '_coach/P.md': 'x', 'ANA.md': '---\ntype: executive\n---\n', 'Typeset.md': TYPESET, ...EXAMPLES });
    for (const args of [[], ['--fail-on', 'info'], ['--format', 'json']]) {
      const whole = await lint(['.', '--staged', ...args], { cwd });
      const small = spawnSync(process.execPath, [BUILT_FOR_GIT, 'lint', '.', '--staged', '--today', TODAY, ...args], { cwd, encoding: 'utf8' });
      expect({ stdout: small.stdout, stderr: small.stderr }).toEqual({ stdout: whole.stdout, stderr: whole.stderr });
      expect([small.status, whole.code]).toEqual([100, 1]);
    }
  });

  test.each([
    [['--fix'], 'Option --staged does not go with --fix. Leave out one of them.\n'],
    [['--changed', 'HEAD'], 'Option --staged does not go with --changed. Leave out one of them.\n'],
    [['A.md'], 'Option --staged chooses the notes itself. Leave out FILES.\n'],
    [['--format', 'sarif'], 'Option --staged goes with --format text, json, jsonl alone.\n'],
  ])('%j does not go with it', async (args, stderr) => {
    const cwd = folderOf({ 'A.md': NOTE });
    commitAll(cwd);
    expect(await lint(['.', ...args, '--staged'], { cwd })).toEqual({ code: 2, stdout: '', stderr });
  });

  test('no repository, a bare one, no git, no folder', async () => {
    expect((await lint(['.', '--staged'], { cwd: tempFolder() })).stderr).toMatch(/^Git could not answer: [^\n]*not a git repository[^\n]*\n$/i);
    const bare = tempFolder();
    git(bare, 'init', '--quiet', '--bare');
    expect(await lint(['.', '--staged'], { cwd: bare })).toEqual({ code: 2, stdout: '', stderr: 'This repository has no working tree, so nothing is staged in it. Run it in a clone with files, or leave out --staged.\n' });
    const cwd = folderOf({ 'A.md': NOTE });
    expect(await lint(['nowhere', '--staged'], { cwd })).toMatchObject({ code: 2, stderr: 'Cannot open the vault "nowhere": it does not exist. Name a folder of notes that exists.\n' });
    expect(await lint(['.', '--staged'], { cwd, env: { PATH: tempFolder() } })).toMatchObject({ code: 2, stderr: 'Git is not installed, or cannot be started. Install it, or leave out --staged.\n' });
  });

  test('a program that the repository names as its monitor is not started', async () => {
    const cwd = folderOf({ 'A.md': NOTE, 'monitor.sh': '#!/bin/sh\ntouch "$(dirname "$0")/started"\n' });
    commitAll(cwd);
    git(cwd, 'config', 'core.fsmonitor', `sh ${join(cwd, 'monitor.sh')}`);
    await staged(cwd);
    expect(existsSync(join(cwd, 'started'))).toBe(false);
  });
});
