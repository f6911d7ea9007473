/**
 * Lints a vault in continuous integration: `node ci/run.mjs`, from the top of the checkout that holds the vault. What to do
 * is said by the variables of the environment that variables.json names, never by words of a command, so that no name can
 * become one.
 *
 * Exit code: 0 clean, 1 findings, 2 could not run.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { env } = process;
const known = JSON.parse(readFileSync(join(import.meta.dirname, 'variables.json'), 'utf8'));

/** The variable's value, empty when it is not set. Ours are those that variables.json names, and no others. */
function read(name) {
  if (name.startsWith('CX_') && !Object.hasOwn(known, name)) throw new Error(`${name} is not in variables.json.`);
  return env[name] ?? '';
}

const cli = read('CX_PLAYBOOK_CLI') || join(import.meta.dirname, '..', 'dist', 'cli.js');
const vault = read('CX_VAULT') || '.';

/** The revision that `auto` means; empty where no request is under review. */
function baseOfReview() {
  if (read('GITHUB_BASE_REF') !== '') return `origin/${read('GITHUB_BASE_REF')}...`;
  const gitlab = read('CI_MERGE_REQUEST_TARGET_BRANCH_SHA') || read('CI_MERGE_REQUEST_DIFF_BASE_SHA');
  return gitlab === '' ? '' : `${gitlab}...`;
}

function run(args) {
  const { status, error } = spawnSync(process.execPath, [cli, ...args], { stdio: 'inherit' });
  if (error !== undefined) console.error(`Cannot start CX Playbook: ${error.message}.`);
  return status ?? 2;
}

const changed = read('CX_CHANGED') === 'auto' ? baseOfReview() : read('CX_CHANGED').replace(/^none$/, '');
const files = [['sarif', 'CX_SARIF_FILE'], ['junit', 'CX_JUNIT_FILE'], ['gitlab', 'CX_GITLAB_FILE'], ['json', 'CX_JSON_FILE'], ['markdown', 'CX_MARKDOWN_FILE']];
const lint = run([
  'lint',
  `--format=${read('GITHUB_ACTIONS') === 'true' ? 'github' : 'text'}`,
  ...(changed === '' ? [] : [`--changed=${changed}`]),
  ...(read('CX_BASELINE') === '' ? [] : [`--baseline=${read('CX_BASELINE')}`]),
  ...(read('CX_FAIL_ON') === '' ? [] : [`--fail-on=${read('CX_FAIL_ON')}`]),
  ...files.filter(([, name]) => read(name) !== '').map(([format, name]) => `--also=${format}=${read(name)}`),
  '--',
  vault,
]);

// The repository says better who the client is than a folder such as "docs".
const client = read('CX_CLIENT') || read('GITHUB_REPOSITORY').replace(/^.*\//, '') || read('CI_PROJECT_NAME');
const portfolio = read('CX_PORTFOLIO_FILE') === '' ? 0 : run(['portfolio', '--format=json', `--output=${read('CX_PORTFOLIO_FILE')}`, ...(client === '' ? [] : [`--name=${vault}=${client}`]), '--', vault]);
process.exitCode = portfolio === 0 ? lint : 2;
