import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, readFiles, writeFiles } from '../temp-folder.js';
import { lint } from './run-cli.js';

const NO_MODEL = '---\ntype: initiative\n---\n## Why\nx\n\n## Reinforce\nx\n';
const CLEAN = '---\ntype: initiative\n---\n## Why\nx\n\n## Model\nx\n\n## Reinforce\nx\n';

function update(cwd: string) {
  return lint(['.', '--baseline', 'known.json', '--update-baseline'], { cwd });
}

function run(cwd: string, ...args: string[]) {
  return lint(['.', '--baseline', 'known.json', ...args], { cwd });
}

describe('lint --baseline', () => {
  test('an old vault starts clean, and stays clean', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL, 'B.md': NO_MODEL });
    expect(await update(cwd)).toEqual({ code: 0, stdout: '', stderr: 'No findings in 2 notes (2 in the playbook)\n' });
    expect(await run(cwd)).toEqual({ code: 0, stdout: '', stderr: 'No findings in 2 notes (2 in the playbook)\n' });
    expect(await run(cwd, '--fail-on', 'info')).toMatchObject({ code: 0 });
  });

  test('writing elsewhere in a note wakes nothing', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    await update(cwd);
    writeFiles(cwd, { 'A.md': NO_MODEL.replace('## Why\n', 'A line before.\n\n## Why\nMore.\n') });
    expect(await run(cwd)).toMatchObject({ code: 0, stdout: '' });
  });

  test('a new finding is told, alone', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    await update(cwd);
    writeFiles(cwd, { 'B.md': NO_MODEL });
    const { code, stdout } = await run(cwd);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^B\.md:1:1 warning .* require-model\n$/);
  });

  test('says when findings are gone, and prunes them', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL, 'B.md': NO_MODEL });
    await update(cwd);
    writeFiles(cwd, { 'A.md': CLEAN });
    expect(await run(cwd)).toMatchObject({ code: 0, stderr: '1 finding of the baseline is gone. Run --update-baseline to prune it.\nNo findings in 2 notes (2 in the playbook)\n' });
    await update(cwd);
    expect(JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8'))).toEqual({ schema: 1, entries: [{ path: 'B.md', rule: 'require-model', count: 1 }] });
    writeFiles(cwd, { 'A.md': NO_MODEL });
    expect(await run(cwd)).toMatchObject({ code: 1, stdout: expect.stringMatching(/^A\.md/) });
  });

  test('a part of the vault does not take the findings of the rest for gone', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL, 'B.md': NO_MODEL, 'C.md': CLEAN });
    await update(cwd);
    expect(await run(cwd, 'C.md')).toMatchObject({ code: 0, stdout: '', stderr: expect.not.stringContaining('gone') });
    expect(await lint(['.', '--baseline', 'known.json', '--stdin', '--path', 'C.md'], { cwd, stdin: CLEAN })).toMatchObject({ code: 0, stderr: expect.not.stringContaining('gone') });
  });

  test('findings are told apart by section', async () => {
    const item = (heading: string, items: number) => `\n## ${heading}\n### Did\n${'- 2026-11-11 Something\n'.repeat(items)}`;
    const executive = `---\ntype: executive\nrole: CEO\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n`;
    const cwd = folderOf({ 'A.md': `${executive}${item('Evidence', 1)}` });
    await lint(['.', '--baseline', 'known.json', '--update-baseline'], { cwd });
    expect(JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8'))).toMatchObject({ entries: [{ path: 'A.md', rule: 'dated-item', section: 'Did', count: 1 }] });
    writeFiles(cwd, { 'A.md': `${executive}${item('Evidence', 2)}` });
    const { stdout } = await run(cwd);
    expect(stdout).toMatch(/^A\.md:15:3 info [^\n]* dated-item\n$/);
  });

  test('the same findings give the same bytes', async () => {
    const cwd = folderOf({ 'B.md': NO_MODEL, 'A.md': NO_MODEL });
    await update(cwd);
    const first = readFileSync(join(cwd, 'known.json'), 'utf8');
    await update(cwd);
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe(first);
    expect(Object.keys(readFiles(cwd)).sort()).toEqual(['A.md', 'B.md', 'known.json']);
  });

  test('a baseline that is not there is told with what to do', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    expect(await run(cwd)).toEqual({ code: 2, stdout: '', stderr: 'The baseline "known.json" does not exist. Make it with --update-baseline.\n' });
  });

  test.each([
    ['no JSON', '{', 'not valid JSON'],
    ['a list', '[]', 'not a JSON object'],
    ['of another schema', '{"schema":9,"entries":[]}', 'schema 9'],
    ['with a bad entry', '{"schema":1,"entries":[{"path":"A.md"}]}', 'Entry 1'],
    ['hostile', '{"schema":1,"entries":{"__proto__":1}}', '"entries"'],
  ])('a baseline that is %s cannot be used, and stays as it is', async (_what, text, reason) => {
    const cwd = folderOf({ 'A.md': NO_MODEL, 'known.json': text });
    const { code, stdout, stderr } = await run(cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^The baseline "known\.json" cannot be used: [^\n]+\n$/);
    expect(stderr).toContain(reason);
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe(text);
  });

  test('a baseline that cannot be written is told, and a folder is no baseline', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL, 'folder/x': '' });
    expect(await lint(['.', '--baseline', 'none/known.json', '--update-baseline'], { cwd })).toMatchObject({ code: 2, stderr: 'Cannot write the baseline "none/known.json": it does not exist. Name a file in a folder that exists.\n' });
    expect(await lint(['.', '--baseline', 'folder'], { cwd })).toMatchObject({ code: 2, stderr: 'Cannot read the baseline "folder": it is a folder. Name a file made with --update-baseline.\n' });
  });

  test('a note that is gone does not hinder it', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL, 'B.md': NO_MODEL });
    await update(cwd);
    rmSync(join(cwd, 'A.md'));
    writeFileSync(join(cwd, 'B.md'), CLEAN);
    expect(await run(cwd)).toMatchObject({ code: 0, stderr: expect.stringMatching(/^2 findings of the baseline are gone/) });
  });
});
