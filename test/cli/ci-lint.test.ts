import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_SUMMARY_BYTES, writeJobSummary } from '../../src/cli/job-summary.js';
import { finding, manyFindings, resultOf } from '../export/diagnostic-builders.js';
import { folderOf, readFiles, tempFolder } from '../temp-folder.js';
import { commitAll } from './git-repository.js';
import { lint } from './run-cli.js';

const NO_MODEL = '---\ntype: initiative\n---\n## Why\nx\n\n## Reinforce\nx\n';

/** Appends the findings to the file, and gives back what was said. */
function summarize(result: Parameters<typeof writeJobSummary>[0], file: string): string {
  const said: string[] = [];
  writeJobSummary(result, { env: { GITHUB_STEP_SUMMARY: file }, err: (text) => void said.push(text) });
  return said.join('');
}

describe('lint in a workflow', () => {
  test('format github writes the text, the annotations and the summary', async () => {
    const cwd = folderOf({ 'docs/vault/A.md': NO_MODEL, 'summary.md': 'Before' });
    commitAll(cwd);
    const run = await lint(['docs/vault', '--format', 'github'], { cwd, env: { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'), GITHUB_ACTIONS: 'true' } });
    expect(run.code).toBe(1);
    expect(run.stderr).toBe('');
    expect(run.stdout.split('\n')).toEqual([expect.stringMatching(/^A\.md:1:1 warning .* require-model$/), expect.stringMatching(/^::warning file=docs\/vault\/A\.md,line=1,/), '']);
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toMatch(/^Before\n## CX Playbook\n\n1 warning in 1 note[^]*### A\.md\n\n- \*\*warning\*\*/);
  });

  test('no other format writes a summary, and neither does an empty name', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    await lint(['.', '--format', 'text'], { cwd, env: { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') } });
    await lint(['.', '--format', 'github'], { cwd, env: { GITHUB_STEP_SUMMARY: '' } });
    expect(Object.keys(readFiles(cwd))).toEqual(['A.md']);
  });

  test('names of notes are no commands, in text and in what is said beside it', async () => {
    const cwd = folderOf({ '::set-output name=a::b.md': NO_MODEL, '##[add-mask]x.md': NO_MODEL });
    mkdirSync(join(cwd, '##[error]x.md'));
    writeFileSync(join(cwd, '##[error]x.md', 'y.md'), NO_MODEL);
    const { stdout, stderr } = await lint(['.', '--baseline', '##[group]none.json'], { cwd, env: { GITHUB_ACTIONS: 'true' } });
    expect(stdout + stderr).toMatch(/^The baseline "## \[group\]none\.json" does not exist/);
    const run = await lint(['.'], { cwd, env: { GITHUB_ACTIONS: 'true' } });
    expect(run.stdout.split('\n').filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual([]);
    expect(run.stdout).toMatch(/^\.\/::set-output name=a::b\.md:1:1 warning/m);
  });

  test('--also writes other formats in the same run', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    const run = await lint(['.', '--also', 'sarif=out.sarif', '--also', 'junit=a=b.xml'], { cwd });
    expect(run).toMatchObject({ code: 1, stdout: expect.stringMatching(/^A\.md:1:1/) });
    const written = (file: string) => readFileSync(join(cwd, file), 'utf8');
    expect(written('out.sarif')).toBe((await lint(['.', '--format', 'sarif'], { cwd })).stdout);
    expect(written('a=b.xml')).toBe((await lint(['.', '--format', 'junit'], { cwd })).stdout);
  });

  test.each(['sarif', 'sarif=', '=x', 'nothing=x', ''])('--also %j is told in one line, and nothing is written', async (written) => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    const run = await lint(['.', `--also=${written}`], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^Option --also takes FORMAT=FILE, such as sarif=findings\.sarif, not "[^\n]+\n$/) });
    expect(Object.keys(readFiles(cwd))).toEqual(['A.md']);
  });

  test('services are told paths from the top of the repository, from wherever the command runs', async () => {
    const cwd = folderOf({ 'docs/my vault/A.md': NO_MODEL });
    commitAll(cwd);
    for (const [from, vault] of [['docs', 'my vault'], ['docs/my vault', '.'], ['.', 'docs/my vault']] as const) {
      const { stdout } = await lint([vault, '--format', 'sarif'], { cwd: join(cwd, from) });
      expect(stdout).toContain('"uri": "docs/my%20vault/A.md"');
    }
  });

  test('fingerprints stay when a finding of the same words before it goes', async () => {
    const note = (first: string) => `---\ntype: executive\nrole: CEO\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n\n## Evidence\n### Said\n${first}\n### Did\n- Something without a day\n`;
    const fingerprints = async (text: string) => {
      const { stdout } = await lint(['.', '--format', 'gitlab'], { cwd: folderOf({ 'A.md': text }) });
      return [...stdout.matchAll(/"check_name": "dated-item",\s+"fingerprint": "(\w+)"/g)].map(([, fingerprint]) => fingerprint);
    };
    const [before, after] = [await fingerprints(note('- Something without a day')), await fingerprints(note('- 2026-11-01 Something'))];
    expect(before.length).toBe(after.length + 1);
    expect(before.slice(-after.length)).toEqual(after);
  });
});

describe('job summary', () => {
  test('lists fewer findings where more would not fit, and says how many are left', () => {
    const file = join(tempFolder(), 'summary.md');
    writeFileSync(file, 'x'.repeat(MAX_SUMMARY_BYTES - 20_000));
    expect(summarize(resultOf(...manyFindings(3000)), file)).toBe('');
    const text = readFileSync(file, 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
    expect(text).toMatch(/further findings in \d+ notes not listed here/);
  });

  test('writes nothing where not even the counts fit, and says so', () => {
    const file = join(tempFolder(), 'summary.md');
    writeFileSync(file, 'x'.repeat(MAX_SUMMARY_BYTES - 10));
    expect(summarize(resultOf(finding()), file)).toBe('The job summary of this step is full. The log has all findings.\n');
    expect(readFileSync(file, 'utf8')).toHaveLength(MAX_SUMMARY_BYTES - 10);
  });

  test('that cannot be written is told, and is no failure', () => {
    expect(summarize(resultOf(finding()), tempFolder())).toBe('Cannot write the job summary: it is a folder. The log has all findings.\n');
    expect(summarize(resultOf(finding()), join(tempFolder(), 'none/summary.md'))).toBe('Cannot write the job summary: it does not exist. The log has all findings.\n');
  });
});
