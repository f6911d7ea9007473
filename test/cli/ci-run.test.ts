import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withWantedAttributes } from '../../src/lint/repository-files.js';
import VARIABLES from '../../ci/variables.json' with { type: 'json' };
import { githubWorkflow, gitlabJob } from '../../src/cli/ci-files.js';
import { folderOf, readFiles, tempFolder, writeFiles } from '../temp-folder.js';
import { BUILT_CLI } from './built-cli.js';
import { commitAll, git } from './git-repository.js';

const ROOT = join(import.meta.dirname, '../..');
const NO_MODEL = '---\ntype: initiative\n---\n## Why\nx\n\n## Reinforce\nx\n';

/** Runs the script of the action as a step of a runner does: with its variables and nothing else of the caller's. */
function step(cwd: string, env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'ci/run.mjs')], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', CX_PLAYBOOK_CLI: BUILT_CLI, CI: 'true', ...env },
  });
  return { status, stdout, stderr };
}

/** A clone of a repository with a vault in a folder, on a branch that changed one note and that `main` has moved on from. */
function reviewedClone(): string {
  const origin = folderOf({ 'docs/vault/.gitattributes': withWantedAttributes(undefined).text, 'docs/vault/Old.md': NO_MODEL, 'docs/vault/Changed.md': NO_MODEL });
  commitAll(origin);
  git(origin, 'checkout', '--quiet', '-b', 'work');
  writeFiles(origin, { 'docs/vault/Changed.md': `${NO_MODEL}More.\n` });
  commitAll(origin, 'Work');
  git(origin, 'checkout', '--quiet', 'main');
  writeFiles(origin, { 'docs/vault/Old.md': `${NO_MODEL}Main.\n` });
  commitAll(origin, 'Main');
  const folder = tempFolder();
  git(folder, 'clone', '--quiet', '--branch', 'work', origin, 'clone');
  return join(folder, 'clone');
}

describe('the script of the action', () => {
  test('lints what a pull request changes, and writes each file that is asked for', () => {
    const cwd = reviewedClone();
    const summary = join(tempFolder(), 'summary.md');
    writeFileSync(summary, '');
    const github = { GITHUB_ACTIONS: 'true', GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: summary };
    const run = step(cwd, { ...github, CX_VAULT: 'docs/vault', CX_CHANGED: 'auto', CX_FAIL_ON: 'warning', CX_SARIF_FILE: 'f.sarif', CX_JUNIT_FILE: 'f.xml', CX_JSON_FILE: 'f.json' });
    expect(run).toMatchObject({ status: 1, stderr: '' });
    expect(run.stdout).toMatch(/^Changed\.md:1:1 warning [^\n]*\n::warning file=docs\/vault\/Changed\.md,[^\n]*\n$/);
    expect(readFileSync(summary, 'utf8')).toContain('### Changed.md');
    const files = readFiles(cwd);
    expect(files['f.sarif']).toContain('docs/vault/Changed.md');
    expect(files['f.xml']).toContain('docs/vault/Changed.md');
    expect(files['f.json']).toContain('"path": "Changed.md"');
  });

  test('lints the whole vault in other runs, less what the baseline holds', () => {
    const cwd = reviewedClone();
    writeFiles(cwd, { 'known.json': '{"schema":1,"entries":[{"path":"Old.md","rule":"require-model","count":1}]}' });
    const run = step(cwd, { CX_VAULT: 'docs/vault', CX_CHANGED: 'auto', CX_BASELINE: 'known.json' });
    expect(run).toMatchObject({ status: 1, stdout: expect.stringMatching(/^Changed\.md[^\n]*\n$/) });
    expect(step(cwd, { CX_VAULT: 'docs/vault', CX_FAIL_ON: 'error' })).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Changed\.md[^\n]*\nOld\.md[^\n]*\n$/) });
  });

  test('lints what a merge request of GitLab changes', () => {
    const cwd = reviewedClone();
    const env = { CX_VAULT: 'docs/vault', CX_CHANGED: 'auto', CX_GITLAB_FILE: 'quality.json', CI_MERGE_REQUEST_DIFF_BASE_SHA: git(cwd, 'rev-parse', 'HEAD~1').trim(), CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '' };
    expect(step(cwd, env)).toMatchObject({ status: 1, stdout: expect.stringMatching(/^Changed\.md[^\n]*\n$/) });
    expect(JSON.parse(readFiles(cwd)['quality.json'] ?? '')).toMatchObject([{ location: { path: 'docs/vault/Changed.md' } }]);
  });

  test('writes the counts for a portfolio, under the name of the repository or one that is given', () => {
    const cwd = reviewedClone();
    const env = { CX_VAULT: 'docs/vault', CX_FAIL_ON: 'error', CX_PORTFOLIO_FILE: 'counts.json' };
    for (const [names, name] of [[{}, 'vault'], [{ GITHUB_REPOSITORY: 'acme/playbook' }, 'playbook'], [{ GITHUB_REPOSITORY: 'acme/playbook', CX_CLIENT: 'A=B' }, 'A=B']] as const) {
      expect(step(cwd, { ...env, ...names })).toMatchObject({ status: 0 });
      expect(readFiles(cwd)['counts.json']).toContain(`"name": "${name}"`);
    }
  });

  test.each([
    ['a vault', { CX_VAULT: '$(touch owned); `touch owned`' }, /^Cannot open the vault "\$\(touch owned\); `touch owned`"/],
    ['a vault like an option', { CX_VAULT: '--fix' }, /^Cannot open the vault "--fix"/],
    ['a revision', { CX_CHANGED: '--output=owned' }, /^Git knows no revision "--output=owned"/],
    ['a baseline', { CX_BASELINE: '-x; touch owned' }, /^The baseline "-x; touch owned" does not exist/],
    ['a severity', { CX_FAIL_ON: 'never' }, /^Option --fail-on takes/],
  ])('the name of %s runs nothing', (_, env, said) => {
    const cwd = reviewedClone();
    const before = Object.keys(readFiles(cwd));
    const run = step(cwd, env);
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(said) });
    expect(Object.keys(readFiles(cwd))).toEqual(before);
  });

  test('a program that is not built is told', () => {
    const run = step(tempFolder(), { CX_PLAYBOOK_CLI: join(tempFolder(), 'none.js') });
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain('none.js');
  });
});

describe('the action', () => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
    readonly runs: { readonly using: string; readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly shell?: string; readonly env?: Readonly<Record<string, string>> }[] };
  }
  const action: Action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
  const variables = action.runs.steps.flatMap(({ env = {} }) => Object.entries(env));

  test('hands each input to the script, by a variable that it reads', () => {
    expect(variables.map(([, value]) => value).sort()).toEqual(Object.keys(action.inputs).map((name) => `\${{ inputs.${name} }}`).sort());
  });

  test('each variable of the script is an input, or is for other services', () => {
    const others = ['CX_PLAYBOOK_CLI', 'CX_GITLAB_FILE', 'CX_MARKDOWN_FILE'];
    expect(Object.keys(VARIABLES).sort()).toEqual([...variables.map(([name]) => name), ...others].sort());
  });

  test('puts no input into the text of a script', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run, shell, uses } of action.runs.steps) {
      if (run === undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
      else expect({ shell, holdsExpression: run.includes('${{') }).toEqual({ shell: 'bash', holdsExpression: false });
    }
  });

  test('takes each input that the workflow gives', () => {
    const workflow = githubWorkflow({ codeScanning: true, baseline: 'b.json' }).text;
    const given = /uses: \.\/\.cx-playbook\n {8}with:\n((?: {10}\S.*\n)+)/.exec(workflow)?.[1] ?? '';
    const names = given.trim().split('\n').map((line) => line.trim().split(':')[0] ?? '');
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(Object.keys(action.inputs)).toContain(name);
  });

  test('the job of GitLab sets variables that the script reads', () => {
    for (const [, name] of gitlabJob({ baseline: 'b.json' }).text.matchAll(/^ {4}(CX_[A-Z_]+):/gm)) expect(Object.keys(VARIABLES)).toContain(name);
  });
});

describe('files to copy', () => {
  test('are what install-git writes for a vault at the top of its repository', async () => {
    await expect(githubWorkflow().text).toMatchFileSnapshot(join(ROOT, 'ci/github-workflow.yml'));
    await expect(gitlabJob().text).toMatchFileSnapshot(join(ROOT, 'ci/gitlab.yml'));
  });
});
