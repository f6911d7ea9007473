import { readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, readFiles, tempFolder, writeFiles } from '../temp-folder.js';
import { runCli } from './run-cli.js';

const NO_MODEL = '---\ntype: initiative\n---\n## Why\nx\n\n## Reinforce\nx\n';
const CLEAN = '---\ntype: initiative\n---\n## Why\nx\n\n## Model\nx\n\n## Reinforce\nx\n';
const DATED = '---\ntype: executive\nrole: CEO\ncommitment: passive\nassessed: 2026-06-01\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n';

/** A vault, and a way to lint it with the cache that lies beside it. */
function cachedVault(files: Readonly<Record<string, string>>) {
  const vault = folderOf(files);
  const cache = tempFolder();
  const run = (...args: string[]) => runCli(['lint', '.', '--cache', '--format', 'json', '--fail-on', 'info', ...(args.includes('--today') ? args : [...args, '--today', '2026-07-01'])], { cwd: vault, env: { XDG_CACHE_HOME: cache } });
  const file = () => join(cache, 'cx-playbook', readdirSync(join(cache, 'cx-playbook'))[0] ?? '');
  return { vault, cache, run, file };
}

/** Marks the cached result, so that a test sees whether it was given out. */
function mark(file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace('Section \\"Model\\" is missing', 'FROM THE CACHE'));
}

describe('lint --cache', () => {
  test('the second run gives the same bytes, from the cache', async () => {
    const { run, file, vault } = cachedVault({ 'A.md': NO_MODEL });
    const cold = await run();
    expect(await run()).toEqual(cold);
    mark(file());
    expect((await run()).stdout).toContain('FROM THE CACHE');
    expect(Object.keys(readFiles(vault))).toEqual(['A.md']);
  });

  test.each<[string, (vault: string) => void]>([
    ['a note changes', (vault) => writeFiles(vault, { 'A.md': `${NO_MODEL}more` })],
    ['a note changes to as many characters', (vault) => writeFiles(vault, { 'A.md': NO_MODEL.replace('x', 'y') })],
    ['a note comes', (vault) => writeFiles(vault, { 'B.md': CLEAN })],
    ['a picture comes', (vault) => writeFiles(vault, { 'B.png': '' })],
    ['a note goes', (vault) => rmSync(join(vault, 'Other.md'))],
    ['settings come', (vault) => writeFiles(vault, { 'cx-playbook.yml': 'rules:\n  require-model: off\n' })],
  ])('is not used once %s', async (_what, change) => {
    const { vault, run, file } = cachedVault({ 'A.md': NO_MODEL, 'Other.md': 'x' });
    await run();
    mark(file());
    change(vault);
    const again = await run();
    expect(again.stdout).not.toContain('FROM THE CACHE');
    const cold = await runCli(['lint', '.', '--format', 'json', '--fail-on', 'info', '--today', '2026-07-01'], { cwd: vault });
    expect(again).toEqual(cold);
  });

  test('is not used once a note changed and took back its time', async () => {
    const { vault, run, file } = cachedVault({ 'A.md': NO_MODEL });
    utimesSync(join(vault, 'A.md'), 1000, 1000);
    await run();
    mark(file());
    writeFiles(vault, { 'A.md': NO_MODEL.replace('x', 'y') });
    utimesSync(join(vault, 'A.md'), 1000, 1000);
    expect((await run()).stdout).not.toContain('FROM THE CACHE');
  });

  test('is not used once the file that a link leads to changed', async () => {
    const { vault, run, file } = cachedVault({ 'A.md': NO_MODEL, 'Target.txt': CLEAN });
    symlinkSync('Target.txt', join(vault, 'Link.md'));
    await run();
    mark(file());
    writeFiles(vault, { 'Target.txt': NO_MODEL });
    expect((await run()).stdout).toContain('Link.md');
  });

  test('is not used on another day', async () => {
    const { run } = cachedVault({ 'A.md': DATED });
    expect(await run()).toMatchObject({ code: 0 });
    const later = await run('--today', '2027-01-01');
    expect(later).toMatchObject({ code: 1, stdout: expect.stringContaining('no-stale-assessment') });
    expect(await run()).toMatchObject({ code: 0 });
  });

  test.each([
    ['empty', () => ''],
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['of other data', (text: string) => text.replace(/"result":.*$/, '"result":{"diagnostics":[1,null]}}')],
    ['without a result', (text: string) => text.replace(/,"result":.*$/, '}')],
    ['random bytes', () => '\u0000\ufffd\u0001'],
  ])('a cache file that is %s is passed over and written anew', async (_what, corrupt) => {
    const { run, file } = cachedVault({ 'A.md': NO_MODEL });
    const cold = await run();
    const whole = readFileSync(file(), 'utf8');
    writeFileSync(file(), corrupt(whole));
    expect(await run()).toEqual(cold);
    expect(readFileSync(file(), 'utf8')).toBe(whole);
  });

  test('options that choose findings work on the cached result', async () => {
    const { run } = cachedVault({ 'A.md': NO_MODEL, 'B.md': NO_MODEL });
    await run();
    expect((await run('A.md')).stdout).not.toContain('B.md');
    expect((await run('--format', 'jsonl')).stdout.split('\n')).toHaveLength(3);
  });

  test('each vault has its own', async () => {
    const one = cachedVault({ 'A.md': NO_MODEL });
    const other = folderOf({ 'A.md': CLEAN });
    const env = { XDG_CACHE_HOME: one.cache };
    expect(await one.run()).toMatchObject({ code: 1 });
    expect(await runCli(['lint', '.', '--cache'], { cwd: other, env })).toMatchObject({ code: 0 });
    expect(await one.run()).toMatchObject({ code: 1 });
    expect(readdirSync(join(one.cache, 'cx-playbook'))).toHaveLength(2);
  });

  test('a cache that cannot be written hinders nothing', async () => {
    const vault = folderOf({ 'A.md': NO_MODEL, 'file': '' });
    const env = { XDG_CACHE_HOME: join(vault, 'file') };
    expect(await runCli(['lint', '.', '--cache'], { cwd: vault, env })).toMatchObject({ code: 1, stderr: '1 warning in 1 note (1 in the playbook)\n' });
  });

  test('what was left out is said each time, once', async () => {
    const { vault, run } = cachedVault({ 'A.md': NO_MODEL });
    symlinkSync('/etc', join(vault, 'Out'));
    const expected = 'Symbolic link "Out" leads out of the vault. It is left out.\n';
    expect((await run()).stderr).toBe(expected);
    expect((await run()).stderr).toBe(expected);
  });
});
