/**
 * The files that make a continuous-integration service lint a vault: a workflow of GitHub, a job of GitLab. Their text
 * depends on nothing but the options, so that writing them again changes no byte, and a first line marks them as ours.
 *
 * The program is in no package registry: both files check out its repository at a tag, and run the action or the script
 * that lies in it (`action.yml`, `ci/run.mjs`). Which repository that is they are told; none is guessed, for whoever
 * takes a guessed name would run their code there.
 *
 * @example githubWorkflow({ vaultFolder: 'docs/playbook', tool: { repository: 'acme/cx-playbook' } })
 */
import type { Severity } from '../lint/diagnostic.js';
import { VERSION } from './version.js';

/** Where the program's own repository is found. */
export interface ToolOrigin {
  /** For GitHub `owner/name`, for GitLab an address that git can clone. */
  readonly repository: string;
  /** A tag or branch; the tag of this version when absent. */
  readonly ref?: string;
}

export interface CiOptions {
  /** The vault's folder in its repository, with `/`; absent when the vault is the repository itself. */
  readonly vaultFolder?: string;
  /** Absent: the variables CX_PLAYBOOK_REPOSITORY and CX_PLAYBOOK_REF of the service say it. Those are empty in pull requests from forks. */
  readonly tool?: ToolOrigin;
  /** A file made with `lint --update-baseline`, as a path in the repository. */
  readonly baseline?: string;
  /** The lightest severity that fails the run; `warning` when absent. */
  readonly failOn?: Severity;
  /** Whether findings go to GitHub's code scanning too, which takes the right to write security events. */
  readonly codeScanning?: boolean;
}

export interface CiFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly text: string;
}

/** How a file on disk stands to the one that is wanted. A `foreign` one was written by somebody else and is left alone. */
export type CiFileState = 'absent' | 'same' | 'outdated' | 'foreign';

/** Begins the first line of each file. */
const MARK = '# cx-playbook: written by "cx-playbook install-git"';

const OWNER_AND_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/;

/** `.github/workflows/cx-playbook.yml`. Throws when the repository is not written `owner/name`. */
export function githubWorkflow(options: CiOptions = {}): CiFile {
  const { tool, codeScanning = false } = options;
  if (tool !== undefined && !OWNER_AND_NAME.test(tool.repository)) throw new Error(`A repository on GitHub is written owner/name, not "${tool.repository}".`);
  const sarif = 'cx-playbook.sarif';
  const inputs: readonly (readonly [string, string])[] = [
    ['vault', options.vaultFolder ?? '.'],
    ['changed', 'auto'],
    ...(options.baseline === undefined ? [] : [['baseline', options.baseline] as const]),
    ['fail-on', options.failOn ?? 'warning'],
    ...(codeScanning ? [['sarif-file', sarif] as const] : []),
  ];
  return {
    path: '.github/workflows/cx-playbook.yml',
    text: lines([
      `${MARK}, which keeps it up to date while this line stands.`,
      '# In a pull request the notes that it changes are linted; on the default branch the whole vault.',
      'name: CX Playbook',
      '',
      'on:',
      '  push:',
      '  pull_request:',
      '',
      'permissions:',
      '  contents: read',
      ...(codeScanning ? ['  security-events: write'] : []),
      '',
      'env:',
      ...(tool === undefined
        ? ['  # Set it as a variable of the repository, or write owner/name here: pull requests from forks see no variables.']
        : []),
      `  CX_PLAYBOOK_REPOSITORY: ${tool === undefined ? '${{ vars.CX_PLAYBOOK_REPOSITORY }}' : githubText(tool.repository)}`,
      `  CX_PLAYBOOK_REF: ${tool === undefined ? `\${{ vars.CX_PLAYBOOK_REF || '${VERSION}' }}` : githubText(tool.ref ?? VERSION)}`,
      '',
      'jobs:',
      '  lint:',
      "    if: github.event_name == 'pull_request' || github.ref_name == github.event.repository.default_branch",
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - uses: actions/checkout@v4',
      '        with:',
      '          # The whole history: what a pull request changes is found from where it left its base.',
      '          fetch-depth: 0',
      '          persist-credentials: false',
      '      - name: Ask for the repository of CX Playbook',
      "        if: env.CX_PLAYBOOK_REPOSITORY == ''",
      '        run: |',
      '          echo "::error title=CX Playbook::No repository is named to take CX Playbook from. Set the variable CX_PLAYBOOK_REPOSITORY to owner/name."',
      '          exit 2',
      '      - uses: actions/checkout@v4',
      '        with:',
      '          repository: ${{ env.CX_PLAYBOOK_REPOSITORY }}',
      '          ref: ${{ env.CX_PLAYBOOK_REF }}',
      '          path: .cx-playbook',
      '          persist-credentials: false',
      '      - uses: ./.cx-playbook',
      '        with:',
      ...inputs.map(([name, value]) => `          ${name}: ${githubText(value)}`),
      ...(codeScanning
        ? [
            '      - uses: github/codeql-action/upload-sarif@v3',
            '        # Runs for forks may not write.',
            `        if: \${{ !cancelled() && hashFiles('${sarif}') != '' && github.event.pull_request.head.repo.fork != true }}`,
            '        with:',
            `          sarif_file: ${sarif}`,
            '          category: cx-playbook',
          ]
        : []),
    ]),
  };
}

/** `.gitlab/cx-playbook.yml`, a job that the pipeline takes in by {@link gitlabPipeline} or a line of its own. */
export function gitlabJob(options: CiOptions = {}): CiFile {
  const { tool } = options;
  const variables: readonly (readonly [string, string])[] = [
    ['CX_VAULT', options.vaultFolder ?? '.'],
    ['CX_CHANGED', 'auto'],
    ...(options.baseline === undefined ? [] : [['CX_BASELINE', options.baseline] as const]),
    ['CX_FAIL_ON', options.failOn ?? 'warning'],
    ['CX_GITLAB_FILE', 'cx-playbook-code-quality.json'],
    ['CX_JUNIT_FILE', 'cx-playbook-junit.xml'],
  ];
  return {
    path: '.gitlab/cx-playbook.yml',
    text: lines([
      `${MARK}, which keeps it up to date while this line stands.`,
      `# A pipeline takes it in with "include: [{ local: /.gitlab/cx-playbook.yml }]".`,
      ...(tool === undefined ? ['# CX_PLAYBOOK_REPOSITORY is a variable of the project: an address that git can clone the program from.'] : []),
      'cx-playbook:',
      '  image: node:20',
      '  rules:',
      '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
      '    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
      '  variables:',
      '    # The whole history: what a merge request changes is found from where it left its target.',
      '    GIT_DEPTH: "0"',
      ...(tool === undefined
        ? []
        : [`    CX_PLAYBOOK_REPOSITORY: ${gitlabText(tool.repository)}`, `    CX_PLAYBOOK_REF: ${gitlabText(tool.ref ?? VERSION)}`]),
      ...variables.map(([name, value]) => `    ${name}: ${gitlabText(value)}`),
      '  script:',
      '    - |',
      '      if [ -z "${CX_PLAYBOOK_REPOSITORY:-}" ]; then',
      '        echo "No repository is named to take CX Playbook from. Set the variable CX_PLAYBOOK_REPOSITORY to an address that git can clone." >&2',
      '        exit 2',
      '      fi',
      '    - rm -rf .cx-playbook',
      `    - git clone --quiet --depth 1 --branch "\${CX_PLAYBOOK_REF:-${VERSION}}" -- "$CX_PLAYBOOK_REPOSITORY" .cx-playbook`,
      '    - node .cx-playbook/ci/build.mjs',
      '    - node .cx-playbook/ci/run.mjs',
      '  artifacts:',
      '    when: always',
      '    reports:',
      '      codequality: cx-playbook-code-quality.json',
      '      junit: cx-playbook-junit.xml',
    ]),
  };
}

/** `.gitlab-ci.yml` for a repository that has none: it takes in {@link gitlabJob}. */
export function gitlabPipeline(): CiFile {
  return {
    path: '.gitlab-ci.yml',
    text: lines([`${MARK}, which keeps it up to date while this line stands.`, 'include:', '  - local: /.gitlab/cx-playbook.yml']),
  };
}

/** Whether a file was written by us and may be written again: its first line says so. A byte order mark does not matter. */
export function isOurs(text: string): boolean {
  return text.replace(/^\ufeff/, '').startsWith(MARK);
}

/** `text` is the file on disk, undefined when there is none. Line ends do not count: git may have turned them. */
export function ciFileState(text: string | undefined, wanted: CiFile): CiFileState {
  if (text === undefined) return 'absent';
  if (text.replaceAll('\r\n', '\n') === wanted.text) return 'same';
  return isOurs(text) ? 'outdated' : 'foreign';
}

/** A YAML text that GitHub takes as it stands: what would open an expression is written as one that gives it. */
function githubText(text: string): string {
  return JSON.stringify(text.replaceAll('${{', "${{ '${{' }}"));
}

/** A YAML text in which GitLab puts no variable in. */
function gitlabText(text: string): string {
  return JSON.stringify(text.replaceAll('$', '$$$$'));
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
