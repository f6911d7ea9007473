import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRepositoryFacts } from '../../src/cli/repository-facts.js';
import { withWantedAttributes } from '../../src/lint/repository-files.js';
import { folderOf, readFiles, tempFolder, writeFiles } from '../temp-folder.js';
import { commitAll, git } from './git-repository.js';
import { lint } from './run-cli.js';

const CASE = '---\ntype: case\n---\nText\n';
const ATTRIBUTES = withWantedAttributes(undefined).text;

/** A repository that others have too, with every file tracked: those that it ignores were added before it did. */
function shared(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = folderOf(files);
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all', '--force');
  commitAll(folder);
  git(folder, 'remote', 'add', 'origin', 'https://example.org/vault.git');
  return folder;
}

/** Rules of teams and the paths where they found something. */
async function teamFindings(cwd: string, vault = '.'): Promise<readonly string[]> {
  const run = await lint([vault, '--format', 'jsonl'], { cwd });
  const found = run.stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { rule: string; path: string });
  return found.filter(({ rule }) => rule.startsWith('team/') && rule !== 'team/merge-driver-not-installed').map(({ rule, path }) => `${rule} ${path}`);
}

describe('rules for shared vaults on real repositories', () => {
  test('are silent where there is no repository, though notes have what they look for', async () => {
    const cwd = folderOf({ 'Case.md': '\uFEFF---\r\ntype: case\r\nviews: 3\n---\n', '.obsidian/workspace.json': '{}', 'What?.md': 'x' });
    expect(await teamFindings(cwd)).toEqual([]);
  });

  test('are silent in a folder that its repository does not track', async () => {
    const cwd = shared({ 'README.md': 'x' });
    writeFiles(cwd, { 'Vault/Case.md': '\uFEFF---\ntype: case\n---\n' });
    expect(await teamFindings(cwd, 'Vault')).toEqual([]);
  });

  test('find a tracked workspace, and not one that is only there', async () => {
    const cwd = shared({ 'Case.md': CASE, '.gitattributes': ATTRIBUTES, '.obsidian/workspace.json': '{}' });
    writeFiles(cwd, { '.obsidian/workspace-mobile.json': '{}' });
    expect(await teamFindings(cwd)).toEqual(['team/workspace-tracked .gitignore', 'team/workspace-tracked .obsidian/workspace.json']);
    git(cwd, 'rm', '--quiet', '--cached', '--', '.obsidian/workspace.json');
    expect(await teamFindings(cwd)).toEqual([]);
  });

  test('mend .gitignore and .gitattributes that are not there yet, and once is enough', async () => {
    const cwd = shared({ 'Case.md': CASE, '.trash/Old.md': 'x' });
    const shown = await lint(['.', '--fix', '--diff'], { cwd });
    expect(shown.stdout).toContain('+*.md text=auto eol=lf merge=cx-playbook');
    expect(Object.keys(readFiles(cwd))).not.toContain('.gitattributes');
    const fixed = await lint(['.', '--fix'], { cwd });
    expect(fixed.stderr).toContain('Fixed 2 findings');
    expect(readFileSync(join(cwd, '.gitattributes'), 'utf8')).toBe(ATTRIBUTES);
    const once = readFiles(cwd);
    expect((await lint(['.', '--fix'], { cwd })).stderr).toContain('Fixed 0 findings');
    expect(readFiles(cwd)).toEqual(once);
    expect(await teamFindings(cwd)).toEqual(['team/workspace-tracked .trash/Old.md']);
  });

  test('keep what stands in .gitattributes, with its line ends', async () => {
    const cwd = shared({ 'Case.md': CASE, '.gitattributes': '*.pdf binary\r\n*.png binary' });
    await lint(['.', '--fix'], { cwd });
    expect(readFileSync(join(cwd, '.gitattributes'), 'utf8')).toBe(`${ATTRIBUTES.replaceAll('\n', '\r\n')}*.pdf binary\r\n*.png binary`);
  });

  test('write nothing through a link that stands for one of git’s files', async () => {
    const cwd = shared({ 'Case.md': CASE });
    for (const name of ['.gitattributes', '.gitignore']) symlinkSync('Case.md', join(cwd, name));
    const before = readFiles(cwd);
    const { stderr } = await lint(['.', '--fix'], { cwd });
    expect(stderr).toContain('".gitattributes" is a symbolic link, which git does not follow, and was not read.');
    expect(readFiles(cwd)).toEqual(before);
  });

  test('write fixes of git’s files into JSON and SARIF', async () => {
    const cwd = shared({ 'Case.md': CASE });
    const json = JSON.parse((await lint(['.', '--format', 'json'], { cwd })).stdout) as { diagnostics: { path: string; rule: string; url: string; fix?: { edits: unknown[] } }[] };
    const [found] = json.diagnostics.filter(({ rule }) => rule === 'team/missing-gitattributes');
    expect(found).toMatchObject({ path: '.gitattributes', fix: { edits: [{ from: 0, to: 0, insert: ATTRIBUTES }] } });
    expect(found?.url).toMatch(/\/docs\/rules\/team-missing-gitattributes\.md$/);
    const sarif = (await lint(['.', '--format', 'sarif'], { cwd })).stdout;
    expect(sarif).toContain('"ruleId": "team/missing-gitattributes"');
    for (const format of ['junit', 'github', 'gitlab', 'markdown']) expect((await lint(['.', '--format', format], { cwd })).stdout).toContain('team/missing-gitattributes');
  });

  test('know the files of a vault below the top of its repository, and what the folders above say', async () => {
    const cwd = shared({ 'vaults/acme/Case.md': CASE, 'vaults/acme/.obsidian/workspace.json': '{}', 'vaults/other/.obsidian/workspace.json': '{}', '.gitattributes': '*.md text=auto eol=lf merge=cx-playbook\n', 'vaults/.gitignore': 'workspace*\n' });
    expect(await teamFindings(cwd, 'vaults/acme')).toEqual(['team/missing-gitattributes .gitattributes', 'team/workspace-tracked .obsidian/workspace.json']);
    await lint(['vaults/acme', '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'vaults/acme/.gitattributes'), 'utf8')).toBe(ATTRIBUTES);
    expect(git(cwd, 'check-attr', 'merge', '--', 'vaults/acme/_annotations/x.md')).toContain('merge: union');
  });

  test('know a second worktree', async () => {
    const cwd = shared({ 'Case.md': CASE, '.obsidian/workspace.json': '{}', '.gitattributes': ATTRIBUTES, '.gitignore': '.obsidian/workspace*\n' });
    const second = join(tempFolder(), 'second');
    git(cwd, 'worktree', 'add', '--quiet', second);
    expect(await teamFindings(second)).toEqual(['team/workspace-tracked .obsidian/workspace.json']);
  });

  test('take a submodule for a repository of its own', async () => {
    const inner = shared({ 'Case.md': CASE, '.obsidian/workspace.json': '{}' });
    const cwd = shared({ 'Case.md': CASE, '.gitattributes': ATTRIBUTES });
    git(cwd, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'Client');
    expect(await teamFindings(cwd)).toEqual([]);
    expect(await teamFindings(cwd, 'Client')).toEqual(['team/missing-gitattributes .gitattributes', 'team/workspace-tracked .gitignore', 'team/workspace-tracked .obsidian/workspace.json']);
  });

  test('find byte-order marks, mixed line ends and properties that change by themselves, and mend the bytes alone', async () => {
    const cwd = shared({ 'Bom.md': '\uFEFF---\ntype: case\n---\nA\n', 'Mixed.md': '---\r\ntype: case\r\nviews: 2\r\n---\r\nA\nB\r\n', '.gitattributes': ATTRIBUTES });
    expect(await teamFindings(cwd)).toEqual(['team/bom Bom.md', 'team/volatile-field Mixed.md', 'team/mixed-eol Mixed.md']);
    await lint(['.', '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'Bom.md'), 'utf8')).toBe('---\ntype: case\n---\nA\n');
    expect(readFileSync(join(cwd, 'Mixed.md'), 'utf8')).toBe('---\r\ntype: case\r\nviews: 2\r\n---\r\nA\r\nB\r\n');
  });

  test('find paths that differ in how an accent is stored', async () => {
    const cwd = shared({ 'Rene\u0301.md': 'x', 'Ren\u00e9.md': 'y', '.gitattributes': ATTRIBUTES });
    expect(await teamFindings(cwd)).toEqual(['team/case-collision Ren\u00e9.md']);
  });

  test('find two paths of the index that are one file on the disk', async () => {
    const cwd = shared({ 'Ana.md': 'x', '.gitattributes': ATTRIBUTES });
    const id = git(cwd, 'rev-parse', ':Ana.md').trim();
    git(cwd, 'update-index', '--add', '--cacheinfo', `100644,${id},ANA.md`);
    expect(await teamFindings(cwd)).toEqual(['team/case-collision Ana.md']);
  });

  test('name the key of a secret and never its value', async () => {
    const value = 'sk-4f9a8b7c6d5e4f3a2b1c0d9e';
    const cwd = shared({
      'Case.md': CASE,
      '.gitattributes': ATTRIBUTES,
      '.obsidian/plugins/assistant/data.json': JSON.stringify({ account: { apiKey: value, maxTokens: 4000 }, theme: 'dark' }),
      '.obsidian/plugins/templates/data.json': '{"folder":"Templates"}',
      '.obsidian/plugins/cx-playbook/data.json': '{"version":1}',
    });
    expect(await teamFindings(cwd)).toEqual(['team/secret-in-plugin-data .obsidian/plugins/assistant/data.json', 'team/plugin-data-tracked .obsidian/plugins/templates/data.json']);
    for (const format of ['text', 'json', 'sarif', 'markdown']) {
      const { stdout, stderr } = await lint(['.', '--format', format], { cwd });
      expect(stdout).toContain('account.apiKey');
      expect(stdout + stderr).not.toContain(value);
    }
  });

  test('keep a cached result only while git knows the same', async () => {
    const cwd = shared({ 'Case.md': CASE, '.gitattributes': ATTRIBUTES });
    const env = { XDG_CACHE_HOME: tempFolder(), CI: 'true' };
    const run = async (): Promise<string> => (await lint(['.', '--cache'], { cwd, env })).stdout;
    expect(await run()).not.toContain('team/');
    writeFiles(cwd, { '.obsidian/workspace.json': '{}' });
    git(cwd, 'add', '--force', '.obsidian/workspace.json');
    expect(await run()).toContain('team/workspace-tracked');
    expect(await run()).toContain('team/workspace-tracked');
    git(cwd, 'rm', '--quiet', '--cached', '.obsidian/workspace.json');
    rmSync(join(cwd, '.gitattributes'));
    expect(await run()).toContain('team/missing-gitattributes');
  });

  test('silence a rule by its id in settings and in a note, and explain it', async () => {
    const cwd = shared({ 'Bom.md': '\uFEFF---\ntype: case\n---\n%% cx-lint-disable team/bom -- on purpose %%\n', 'cx-playbook.yml': 'rules:\n  team/missing-gitattributes: off\n' });
    expect(await teamFindings(cwd)).toEqual([]);
    const { runCli } = await import('./run-cli.js');
    const explained = await runCli(['explain', 'team/bom'], { cwd });
    expect([explained.code, explained.stdout]).toEqual([0, expect.stringContaining('# team/bom')]);
  });

  test('tell a conflict once, in the words of a conflict', async () => {
    const cwd = shared({ 'Ana.md': '---\ntype: executive\ncommitment: passive\n---\n', '.gitattributes': '*.md text=auto eol=lf merge\n_annotations/** merge=union\n' });
    git(cwd, 'checkout', '--quiet', '-b', 'side');
    writeFiles(cwd, { 'Ana.md': '---\ntype: executive\ncommitment: advocate\n---\n' });
    git(cwd, 'commit', '--quiet', '--all', '--message', 'Side');
    git(cwd, 'checkout', '--quiet', 'main');
    writeFiles(cwd, { 'Ana.md': '---\ntype: executive\ncommitment: supporter\n---\n' });
    git(cwd, 'commit', '--quiet', '--all', '--message', 'Main');
    expect(() => git(cwd, 'merge', '--quiet', 'side')).toThrow();
    const { stdout } = await lint(['.'], { cwd });
    expect(stdout).toContain('Ana.md:3:1 error A merge left two versions of the lines below, "HEAD" and "side".');
    expect(stdout).not.toContain('valid-frontmatter');
    expect(await teamFindings(cwd)).toEqual(['team/conflict-markers Ana.md']);
  });
});

describe('the facts about a repository', () => {
  const PATH = process.env['PATH'];

  test('tell whether the merge driver is set up, and whether its program is there', async () => {
    const cwd = shared({ 'Case.md': CASE });
    const driver = async (command?: string, env: NodeJS.ProcessEnv = { PATH }) => {
      if (command !== undefined) git(cwd, 'config', 'merge.cx-playbook.driver', command);
      return (await readRepositoryFacts(cwd, env))?.driver;
    };
    expect(await driver()).toEqual({ isConfigured: false });
    expect(await driver('git --version %O %A %B')).toEqual({ isConfigured: true });
    expect(await driver(`"${join(cwd, 'not there', 'node')}" cli.js`)).toEqual({ isConfigured: true, missingProgram: join(cwd, 'not there', 'node') });
    expect(await driver(`git '${join(cwd, 'gone.js')}' merge-driver`)).toEqual({ isConfigured: true, missingProgram: join(cwd, 'gone.js') });
    expect(await driver('no-such-program-anywhere merge-driver')).toEqual({ isConfigured: true, missingProgram: 'no-such-program-anywhere' });
    expect(await driver(undefined, { PATH, CI: 'true' })).toBeUndefined();
  });

  test('are none where git gives no answer, and start nothing that the repository names', async () => {
    const cwd = shared({ 'Case.md': CASE });
    git(cwd, 'config', 'core.fsmonitor', `touch ${join(cwd, 'owned')}; true`);
    expect(await readRepositoryFacts(cwd, { PATH })).toMatchObject({ isShared: true, tracked: ['Case.md'] });
    expect(Object.keys(readFiles(cwd))).not.toContain('owned');
    writeFileSync(join(cwd, '.git', 'HEAD'), 'broken');
    expect(await readRepositoryFacts(cwd, { PATH })).toBeUndefined();
    renameSync(join(cwd, '.git'), join(cwd, 'git'));
    mkdirSync(join(cwd, '.git'));
    expect(await readRepositoryFacts(cwd, { PATH })).toBeUndefined();
  });
});
