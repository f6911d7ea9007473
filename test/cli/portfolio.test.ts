import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderOf, readFiles, tempFolder } from '../temp-folder.js';
import { readPage } from '../export/page-tree.js';
import { runCli, TODAY } from './run-cli.js';

const SAMPLE = join(import.meta.dirname, '../sample-vault');
const FORMATS = ['text', 'json', 'md', 'csv', 'html'] as const;

const executive = (level: string, assessed = '2026-11-01') => `---\ntype: executive\nrole: CEO\ncommitment: ${level}\nassessed: ${assessed}\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n`;
/** Notes of a vault with one executive, by path. */
const vault = (folder: string, level = 'supporter') => ({ [`${folder}/Executives/Ana Ruiz.md`]: executive(level) });

interface Read {
  readonly clients: readonly { readonly name: string; readonly asOf: string | null; readonly executives?: { readonly levels: Readonly<Record<string, number>> } }[];
  readonly unread: readonly { readonly name: string; readonly reason: string }[];
}

async function portfolio(args: readonly string[], cwd: string) {
  const run = await runCli(['portfolio', ...args, ...(args.includes('--today') ? [] : ['--today', TODAY])], { cwd });
  return { ...run, read: () => readJson(run.stdout) };
}

function readJson(text: string): Read {
  const value: Read = JSON.parse(text);
  return value;
}

const namesOf = ({ clients }: Read): readonly string[] => clients.map(({ name }) => name);

describe('vaults on this machine', () => {
  test('stand in one table, those in need first', async () => {
    const cwd = folderOf({ ...vault('birch'), ...vault('acme', 'opposer'), 'acme/Executives/Ben.md': executive('passive', '2020-01-01') });
    const run = await portfolio(['birch', 'acme', '--format', 'json'], cwd);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(namesOf(run.read())).toEqual(['acme', 'birch']);
    expect(run.read().clients[0]).toMatchObject({ asOf: TODAY, notes: { read: 2, playbook: 2 }, executives: { levels: { opposer: 1, passive: 1 }, due: 1 } });
  });

  test('each format is written, to a file too', async () => {
    const cwd = folderOf(vault('acme'));
    for (const format of FORMATS) {
      const plain = await portfolio(['acme', '--format', format], cwd);
      expect(plain).toMatchObject({ code: 0, stderr: '' });
      expect(plain.stdout).toContain('acme');
      expect(await portfolio(['acme', '--format', format, '-o', 'out'], cwd)).toMatchObject({ code: 0, stdout: '' });
      expect(readFileSync(join(cwd, 'out'), 'utf8')).toBe(plain.stdout);
    }
  });

  test('are called by their folder, by --name, or by letters', async () => {
    const cwd = folderOf({ ...vault('a=b'), ...vault('here/playbook'), ...vault('there/playbook') });
    expect(namesOf((await portfolio(['a=b', 'here/playbook', 'there/playbook', '--format', 'json'], cwd)).read())).toEqual(['a=b', 'here/playbook', 'there/playbook']);
    expect(namesOf((await portfolio(['a=b', 'here/playbook', '--name', 'a=b=Ac=me', '--name', './here/playbook/=Birch', '--format', 'json'], cwd)).read())).toEqual(['Ac=me', 'Birch']);
    const anonymous = await portfolio(['a=b', 'here/playbook', '--anonymous', '--format', 'text'], cwd);
    expect(anonymous.stdout).toContain('Client A');
    expect(anonymous.stdout).not.toMatch(/playbook\b(?!\.|s)(?=\n=)|a=b/);
  });

  test('count once, by whatever link they are named', async () => {
    const cwd = folderOf(vault('acme'));
    symlinkSync('acme', join(cwd, 'link'));
    const run = await portfolio(['acme', 'link', './acme/', '--format', 'json'], cwd);
    expect(run).toMatchObject({ code: 0, stderr: '"link" is named twice. It counts once.\n"./acme/" is named twice. It counts once.\n' });
    expect(namesOf(run.read())).toEqual(['acme']);
  });

  test('private notes do not count, and are told beside the table', async () => {
    const cwd = folderOf({ ...vault('acme'), 'acme/_coach/Ben.md': executive('advocate'), 'acme/Executives/Chi.md': executive('advocate').replace('role:', 'visibility: coach\nrole:') });
    const run = await portfolio(['acme', '--format', 'json'], cwd);
    expect(run.stderr).toBe('2 private notes left out.\n');
    expect(run.read().clients[0]).toMatchObject({ executives: { levels: { supporter: 1, advocate: 0 } }, notes: { read: 1 } });
  });

  test('--days says how far back movement is counted', async () => {
    const cwd = folderOf({ 'acme/Ana.md': `${executive('supporter')}\n## Assessments\n- 2026-10-01 passive\n- 2026-11-01 supporter\n` });
    for (const [days, up] of [['30', 1], ['10', 0]] as const) {
      expect((await portfolio(['acme', '--days', days, '--format', 'json'], cwd)).read().clients[0]).toMatchObject({ moves: { days: Number(days), up, down: 0 } });
    }
  });

  test('nothing is written into them', async () => {
    const cwd = folderOf(vault('acme'));
    await portfolio(['acme'], cwd);
    expect(Object.keys(readFiles(cwd))).toEqual(['acme/Executives/Ana Ruiz.md']);
  });
});

describe('results of runs', () => {
  let results: Readonly<Record<'portfolio' | 'lint' | 'commitment', string>>;
  beforeAll(async () => {
    const of = async (command: string) => (await runCli([command, SAMPLE, '--format', 'json', '--today', TODAY], { cwd: import.meta.dirname })).stdout;
    results = { portfolio: await of('portfolio'), lint: await of('lint'), commitment: await of('commitment') };
  });

  test('of portfolio give the same bytes again, on any day', async () => {
    const cwd = folderOf({ 'acme.json': results.portfolio });
    expect(await portfolio(['acme.json', '--format', 'json', '--today', '2030-01-01'], cwd)).toMatchObject({ code: 0, stdout: results.portfolio, stderr: '' });
  });

  test('of lint and commitment tell the same counts as the vault', async () => {
    const cwd = folderOf({ 'all/sample-vault/lint.json': results.lint, 'all/sample-vault/commitment.json': results.commitment });
    const [client] = (await portfolio(['all', '--format', 'json'], cwd)).read().clients;
    const whole: Read = JSON.parse(results.portfolio);
    const { executives, moves } = whole.clients[0] as Readonly<Record<string, unknown>>;
    expect(client).toMatchObject({ name: 'sample-vault', asOf: TODAY, executives, moves });
    expect(client).not.toHaveProperty('work');
  });

  test('are collected from a folder, from its folders, and from files', async () => {
    const named = (name: string) => results.portfolio.replace('"name": "sample-vault"', `"name": "${name}"`);
    const cwd = folderOf({ 'all/acme.json': named('Acme'), 'all/run-7/birch.json': named('Birch'), 'all/run-8/lint.json': results.lint, 'all/run-7/notes.txt': 'x', 'cedar.json': named('Cedar') });
    expect([...namesOf((await portfolio(['all', 'cedar.json', '--format', 'json'], cwd)).read())].sort()).toEqual(['Acme', 'Birch', 'Cedar', 'run-8']);
    expect(namesOf((await portfolio(['cedar.json', '--name', 'cedar.json=Dune', '--format', 'json'], cwd)).read())).toEqual(['Dune']);
  });

  test('of two with one name the newer counts', async () => {
    const older = results.portfolio.replace(`"asOf": "${TODAY}"`, '"asOf": "2026-01-01"');
    for (const files of [{ 'a.json': older, 'b.json': results.portfolio }, { 'a.json': results.portfolio, 'b.json': older }]) {
      const run = await portfolio(['a.json', 'b.json', '--format', 'json'], folderOf(files));
      expect(run).toMatchObject({ code: 0, stderr: '"sample-vault" comes twice. The newer one counts; give another name with --name if these are two clients.\n' });
      expect(run.read().clients.map(({ asOf }) => asOf)).toEqual([TODAY]);
    }
  });

  test('two of one kind in a folder are told, the same file twice is not', async () => {
    const cwd = folderOf({ 'acme/a.json': results.lint, 'acme/b.json': results.lint, 'birch/a.json': results.lint, 'birch/b.json': results.lint.replace('"notes": 5', '"notes": 6'), 'c/p.json': results.portfolio });
    const run = await portfolio(['acme', 'birch', 'c', '--format', 'json'], cwd);
    expect(run).toMatchObject({ code: 1, stderr: '"birch" was not read. It holds two results of one kind. Keep the newer one.\n' });
    expect(run.read().unread).toEqual([{ name: 'birch', reason: 'two-results' }]);
    expect(namesOf(run.read())).toContain('acme');
  });

  test('other JSON beside them is passed over and told', async () => {
    const cwd = folderOf({ 'acme/p.json': results.portfolio, 'acme/package.json': '{}' });
    expect(await portfolio(['acme'], cwd)).toMatchObject({ code: 0, stderr: '"package.json" of "acme" is no result of lint, commitment or portfolio. It is passed over.\n' });
  });

  test('symbolic links among them are not followed', async () => {
    const cwd = folderOf({ 'acme/p.json': results.portfolio, 'secret.json': results.portfolio.replace('sample-vault', 'Secret') });
    symlinkSync('../secret.json', join(cwd, 'acme/link.json'));
    expect(namesOf((await portfolio(['acme', '--format', 'json'], cwd)).read())).toEqual(['sample-vault']);
  });

  test('one that could not be read stays listed in the next run', async () => {
    const cwd = folderOf({ ...vault('acme') });
    const first = await portfolio(['acme', 'gone', '--format', 'json', '-o', 'p.json'], cwd);
    expect(first.code).toBe(1);
    expect(await portfolio(['p.json', '--format', 'json'], cwd)).toMatchObject({ code: 1, stdout: readFileSync(join(cwd, 'p.json'), 'utf8') });
  });
});

describe('what cannot be read', () => {
  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['is not there', {}, 'x', 'not-there'],
    ['is an empty folder', { 'x/.gitkeep': '' }, 'x', 'no-notes'],
    ['holds no note and no result', { 'x/a.txt': '' }, 'x', 'no-notes'],
    ['holds notes of no playbook', { 'x/a.md': 'Text.\n' }, 'x', 'no-playbook'],
    ['holds vaults', { 'x/one/.obsidian/app.json': '{}', 'x/one/a.md': 'x' }, 'x', 'several-vaults'],
    ['is no JSON', { 'x.json': '{' }, 'x.json', 'no-json'],
    ['is other JSON', { 'x.json': '{}' }, 'x.json', 'other-json'],
    ['holds other JSON alone', { 'x/a.json': '{}' }, 'x', 'other-json'],
    ['is newer', { 'x.json': '{"schema":2,"kind":"portfolio"}' }, 'x.json', 'other-version'],
    ['is damaged', { 'x.json': '{"schema":1,"kind":"portfolio","clients":7,"unread":[]}' }, 'x.json', 'damaged'],
  ])('%s: it is listed, and stops no other', async (_, files, argument, reason) => {
    const cwd = folderOf({ ...vault('acme'), ...files });
    const run = await portfolio([argument, 'acme', '--format', 'json'], cwd);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/ was not read\. [^\n]+\n$/);
    expect(namesOf(run.read())).toEqual(['acme']);
    expect(run.read().unread).toEqual([{ name: expect.any(String), reason }]);
  });

  test('a folder without permission is listed, and stops no other', async () => {
    const cwd = folderOf(vault('acme'));
    chmodSync(cwd, 0o755);
    mkdirSync(join(cwd, 'locked'), { mode: 0o000 });
    const run = await runCli(['portfolio', 'locked', 'acme', '--format', 'json', '--today', TODAY], { cwd, asOrdinaryUser: true });
    expect(run).toMatchObject({ code: 1, stderr: '"locked" was not read. It is not there, or cannot be opened. Name a folder or file that exists.\n' });
  });

  test('nobody could be read: nothing is written', async () => {
    const cwd = tempFolder();
    const run = await portfolio(['a', 'b', '-o', 'out.html', '--format', 'html'], cwd);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr.split('\n').at(-2)).toBe('No client could be read. Name a vault, or a folder of JSON results.');
    expect(readFiles(cwd)).toEqual({});
  });

  test.each([
    [['--name', 'acme'], 'Option --name takes DIR=NAME, not "acme".'],
    [['--name', 'acme= '], 'Option --name takes DIR=NAME, not "acme= ".'],
    [['--name', 'other=X'], 'Option --name names none of the folders given, "other=X". Name its folder as a DIR too.'],
    [['--days', '0'], 'Option --days takes a whole number from 1 to 3650, not "0".'],
    [['--days', '1e3'], 'Option --days takes a whole number from 1 to 3650, not "1e3".'],
    [['--format', 'sarif'], 'Option --format takes'],
  ])('%j is told in one line', async (options, message) => {
    const run = await portfolio(['acme', ...options], folderOf(vault('acme')));
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr.startsWith(message)).toBe(true);
    expect(run.stderr.match(/\n/g)).toHaveLength(1);
  });
});

test('the page reads as a page', async () => {
  const cwd = folderOf({ ...vault('acme'), ...vault('birch', 'opposer') });
  const { stdout } = await portfolio(['acme', 'birch', 'gone', '--format', 'html'], cwd);
  expect(readPage(stdout).byId('clients').all('tr')).toHaveLength(3);
});
