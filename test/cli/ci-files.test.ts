import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ciFileState, githubWorkflow, gitlabJob, gitlabPipeline, isOurs } from '../../src/cli/ci-files.js';
import { VERSION } from '../../src/cli/version.js';

const TOOL = { repository: 'acme/cx-playbook' };
const FILES = [githubWorkflow(), githubWorkflow({ tool: TOOL, codeScanning: true, baseline: 'lint/baseline.json', vaultFolder: 'a b/ü' }), gitlabJob(), gitlabJob({ tool: TOOL }), gitlabPipeline()];

describe('files for continuous integration', () => {
  test.each(FILES.map((file) => [file.path, file] as const))('%s is YAML that says it is ours', (_, file) => {
    expect(parse(file.text)).toBeTypeOf('object');
    expect(isOurs(file.text)).toBe(true);
    expect(file.text).toMatch(/\n$/);
    expect(file.text).not.toMatch(/[ \t]$/m);
  });

  test('only reads the repository, and writes security events where code scanning is asked for', () => {
    expect(parse(githubWorkflow().text)).toMatchObject({ permissions: { contents: 'read' } });
    expect(parse(githubWorkflow({ codeScanning: true }).text)).toMatchObject({ permissions: { contents: 'read', 'security-events': 'write' } });
  });

  test('runs for pull requests without the rights and secrets of the base', () => {
    const { text } = githubWorkflow({ tool: TOOL, codeScanning: true });
    expect(valueAt(text, 'on')).toEqual({ push: null, pull_request: null });
    expect(text).not.toContain('secrets.');
    expect(text.match(/persist-credentials: false/g)).toHaveLength(text.match(/actions\/checkout@/g)?.length ?? 0);
  });

  test('pins each action to a version', () => {
    for (const { text } of FILES) {
      for (const [, used = ''] of text.matchAll(/uses: (\S+)/g)) expect(used).toMatch(/^(?:\.\/\.cx-playbook|[\w/-]+@v\d+)$/);
    }
  });

  test('takes the whole history, without which a change has no base', () => {
    expect(valueAt(githubWorkflow().text, 'jobs', 'lint', 'steps', 0, 'with', 'fetch-depth')).toBe(0);
    expect(valueAt(gitlabJob().text, 'cx-playbook', 'variables', 'GIT_DEPTH')).toBe('0');
  });

  test('guesses no repository: a variable names it, or the run says what is missing', () => {
    expect(valueAt(githubWorkflow().text, 'env')).toEqual({ CX_PLAYBOOK_REPOSITORY: '${{ vars.CX_PLAYBOOK_REPOSITORY }}', CX_PLAYBOOK_REF: `\${{ vars.CX_PLAYBOOK_REF || '${VERSION}' }}` });
    expect(valueAt(githubWorkflow({ tool: { ...TOOL, ref: 'main' } }).text, 'env')).toEqual({ CX_PLAYBOOK_REPOSITORY: 'acme/cx-playbook', CX_PLAYBOOK_REF: 'main' });
    expect(() => githubWorkflow({ tool: { repository: 'https://example.org/x' } })).toThrow('owner/name');
  });

  test('names of folders reach the service as they are, and run nothing there', () => {
    const vaultFolder = 'a "b" ${{ github.token }} $HOME: #c';
    expect(valueAt(githubWorkflow({ vaultFolder }).text, 'jobs', 'lint', 'steps', 3, 'with', 'vault')).toBe(`a "b" \${{ '\${{' }} github.token }} $HOME: #c`);
    const job = gitlabJob({ vaultFolder }).text;
    expect(valueAt(job, 'cx-playbook', 'variables', 'CX_VAULT')).toBe('a "b" $${{ github.token }} $$HOME: #c');
    expect(JSON.stringify(valueAt(job, 'cx-playbook', 'script'))).not.toContain('HOME');
  });

  test('knows a file on disk for absent, the same, outdated or of somebody else', () => {
    const wanted = gitlabJob();
    expect(ciFileState(undefined, wanted)).toBe('absent');
    expect(ciFileState(gitlabJob().text, wanted)).toBe('same');
    expect(ciFileState(wanted.text.replaceAll('\n', '\r\n'), wanted)).toBe('same');
    expect(ciFileState(`\ufeff${wanted.text}extra: 1\n`, wanted)).toBe('outdated');
    expect(ciFileState('stages: [test]\n', wanted)).toBe('foreign');
  });
});

/** The value at a place of a YAML text; undefined when there is none. */
function valueAt(text: string, ...keys: readonly (string | number)[]): unknown {
  let value: unknown = parse(text);
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
}
