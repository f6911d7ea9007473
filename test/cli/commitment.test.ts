import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTILE_TITLES } from '../export/hostile-titles.js';
import { folderOf, readFiles } from '../temp-folder.js';
import { runCli, TODAY } from './run-cli.js';

const SAMPLE = join(import.meta.dirname, '../sample-vault');
const RAW_CONTROLS = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

interface Json {
  readonly executives: readonly { readonly path: string; readonly title: string; readonly level: string | null; readonly saidLines: readonly { readonly path: string; readonly line: number; readonly text: string }[]; readonly changes: readonly { readonly rule: string | null }[] }[];
  readonly coalition: { readonly percent: number; readonly rounds: readonly { readonly moves: readonly { readonly path: string; readonly cause: object }[] }[]; readonly recorded: object | null; readonly levels: readonly { readonly path: string; readonly level: string }[] };
}

function commitment(cwd: string, ...args: string[]) {
  return runCli(['commitment', '.', '--today', TODAY, ...args], { cwd });
}

async function json(cwd: string, ...args: string[]): Promise<Json> {
  const { stdout, code } = await commitment(cwd, '--format', 'json', ...args);
  expect(code).toBe(0);
  return JSON.parse(stdout) as Json;
}

function person(properties: string, body = ''): string {
  return `---\ntype: executive\n${properties}\n---\n${body}`;
}

describe('commitment on the sample vault', () => {
  test('tells who stands where, with every section and says what it leaves out', async () => {
    const { stdout, stderr, code } = await commitment(SAMPLE);
    expect([code, stderr]).toEqual([0, '1 private note left out.\n']);
    expect(stdout.match(/^.*(?=\n=+$)/gm)).toEqual(['Who stands where', 'Each executive', 'Who moves whom', 'Start here', 'Results to quote']);
    expect(stdout).toContain('Leocadia Munt (CIO)           opposer     toe-dipper      2  no level       1    0  2026-08-25\n');
    expect(stdout).toContain('  - 2026-09-15 from supporter to toe-dipper: no rule in the sources.\n    10 Executives/Sunniva Brandt (CMO).md:45\n');
    expect(stdout).toContain('What the stated rules say, not a forecast.');
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('names lines that say what is quoted', async () => {
    const { executives } = await json(SAMPLE);
    const lines = executives.flatMap(({ saidLines }) => saidLines);
    expect(lines.length).toBeGreaterThan(5);
    for (const { path, line, text } of lines) expect(readFileSync(join(SAMPLE, path), 'utf8').split(/\r?\n/)[line - 1]).toContain(text);
  });

  test.each(['text', 'json', 'md', 'csv'])('gives as %s the same bytes each time, on any day of the machine', async (format) => {
    const [first, second] = await Promise.all([commitment(SAMPLE, '--format', format), runCli(['commitment', SAMPLE, '--today', TODAY, '--format', format], { cwd: '/', env: { TZ: 'America/Lima' } })]);
    expect(second.stdout).toBe(first.stdout);
    expect(first.stdout).not.toMatch(format === 'csv' ? /(?![\n\r])\p{Cc}/u : RAW_CONTROLS);
  });

  test('is the same table in each format, row for row', async () => {
    const [csv, md, { executives }] = await Promise.all([commitment(SAMPLE, '--format', 'csv'), commitment(SAMPLE, '--format', 'md'), json(SAMPLE)]);
    const titles = executives.map(({ title }) => title);
    expect(csv.stdout.split('\r\n').slice(1, -1).map((line) => line.split(',')[0])).toEqual(titles);
    const table = md.stdout.split('\n').filter((line) => line.startsWith('|')).slice(2, 2 + titles.length);
    expect(table.map((line) => line.split(' | ')[0]!.slice(2).replaceAll('\\', ''))).toEqual(titles);
  });

  test('writes to a file, and nothing to the vault', async () => {
    const folder = folderOf({});
    const before = readFiles(SAMPLE);
    const { stdout, code } = await commitment(SAMPLE, '--format', 'csv', '-o', join(folder, 'out.csv'));
    expect([stdout, code]).toEqual(['', 0]);
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe((await commitment(SAMPLE, '--format', 'csv')).stdout);
    expect(readFiles(SAMPLE)).toEqual(before);
  });
});

describe('options', () => {
  const VAULT = {
    'Ana.md': person('unit: Freight\ncommitment: supporter'),
    'Ben.md': person('unit: Crossings\ncommitment: opposer\npeers: ["[[Ana]]", "[[Cem]]", "[[Dee]]"]'),
    'Cem.md': person('unit: Finance\ncommitment: toe-dipper\naliases: [The purse]'),
    'Dee.md': person('unit: People'),
    'cx-playbook.yml': 'thresholds:\n  coalition_percent: 67\nlabels:\n  opposer: not convinced yet\n',
  };

  test('the vault’s threshold holds until --percent names another', async () => {
    const cwd = folderOf(VAULT);
    expect((await json(cwd)).coalition).toMatchObject({ percent: 67, rounds: [] });
    expect((await json(cwd, '--percent', '33')).coalition).toMatchObject({ percent: 33, rounds: [{ moves: [{ path: 'Ben.md', cause: { kind: 'peers', supporting: ['Ana.md'], peers: 3 } }] }, {}] });
  });

  test('--what-if and --with-case change who moves whom, and nothing that is recorded', async () => {
    const cwd = folderOf(VAULT);
    const { coalition, executives } = await json(cwd, '--what-if', 'dee=Supporters', '--what-if', 'Ana=not convinced yet', '--with-case', 'The purse');
    expect(coalition).toMatchObject({ whatIf: { levels: [{ path: 'Ana.md', level: 'opposer' }, { path: 'Dee.md', level: 'supporter' }], withCase: ['Cem.md'] }, recorded: { moves: 0 } });
    expect(coalition.rounds.map(({ moves }) => moves.map(({ path }) => path))).toEqual([['Cem.md']]);
    expect(executives.map(({ level }) => level)).toEqual(['supporter', 'opposer', 'toe-dipper', null]);
    const { stdout } = await commitment(cwd, '--what-if', 'Dee=supporter', '--with-case', 'Cem');
    expect(stdout).toContain('What if: Dee as supporter and Cem with a business case.\nAs recorded: 0 moves in 0 rounds, then 1 at supporter or above.\n');
  });

  test('--unit tells of these units alone', async () => {
    const cwd = folderOf(VAULT);
    const { executives } = await json(cwd, '--unit', 'freight', '--unit', 'FINANCE');
    expect(executives.map(({ path }) => path)).toEqual(['Ana.md', 'Cem.md']);
  });

  test('soft labels stand in text and tables, slugs in JSON', async () => {
    const cwd = folderOf(VAULT);
    for (const format of ['text', 'md', 'csv']) expect((await commitment(cwd, '--format', format)).stdout).toContain('not convinced yet');
    expect((await commitment(cwd, '--format', 'json')).stdout).not.toContain('not convinced yet');
  });

  test.each([
    [['--percent', '0'], 'Option --percent takes a whole number from 1 to 100, not "0".\n'],
    [['--percent', '101'], 'Option --percent takes a whole number from 1 to 100, not "101".\n'],
    [['--percent', '5e1'], 'Option --percent takes a whole number from 1 to 100, not "5e1".\n'],
    [['--unit', 'Frieght'], 'No executive’s note names the unit "Frieght". Did you mean "Freight"?\n'],
    [['--with-case', 'Nobody'], 'No executive is called "Nobody". Option --with-case takes the name or path of a note of type executive.\n'],
    [['--what-if', 'Ana'], 'Option --what-if takes NAME=LEVEL, such as "Ana Ruiz=supporter", not "Ana".\n'],
    [['--format', 'html'], 'Option --format takes one of text, json, md, csv, not "html".\n'],
    [['--today', 'tomorrow'], 'Option --today takes a day written yyyy-mm-dd, not "tomorrow".\n'],
  ])('%j are refused', async (args, stderr) => {
    expect(await runCli(['commitment', '.', ...args], { cwd: folderOf(VAULT) })).toEqual({ code: 2, stdout: '', stderr });
  });

  test('help says the exit codes and the keys of the JSON', async () => {
    const { stdout } = await runCli(['commitment', '--help'], { cwd: '/' });
    for (const key of Object.keys((await json(folderOf(VAULT))).executives[0]!)) expect(stdout).toContain(key);
    expect(stdout).toContain('Exit code: 0');
  });
});

describe('vaults that nobody would write', () => {
  test('without executives: says what to add, and each format stays whole', async () => {
    const cwd = folderOf({ 'Note.md': 'x' });
    expect(await commitment(cwd)).toMatchObject({ code: 0, stdout: 'No executive is recorded in this vault. Add a note with "type: executive" for each leader, the CEO first.\n' });
    expect(await json(cwd)).toMatchObject({ schema: 1, executives: [] });
    expect((await commitment(cwd, '--format', 'csv')).stdout).toMatch(/^Executive,[^\n]*\r\n$/);
  });

  test.each(Object.entries(HOSTILE_TITLES))('%s in roles, units, evidence and labels comes out harmless', async (_what, title) => {
    const quoted = JSON.stringify(title);
    const line = title.replace(/[\r\n\u2028]+/g, ' ');
    const cwd = folderOf({
      'Ana.md': person(`role: ${quoted}\nunit: ${quoted}\ncommitment: supporter\npeers: ["[[Ben]]"]`, `## Evidence\n### Said\n- 2026-11-01 ${line}\n`),
      'Ben.md': person('commitment: opposer\npeers: ["[[Ana]]", "[[Ben]]"]', `## Assessments\n- 2026-01-01 advocate — ${line}\n- 2026-02-01 opposer\n`),
      'cx-playbook.yml': `labels:\n  opposer: ${quoted}\n`,
    });
    for (const format of ['text', 'json', 'md', 'csv']) {
      const { code, stdout, stderr } = await commitment(cwd, '--format', format);
      expect(code).toBe(0);
      expect(stdout + stderr).not.toMatch(/(?![\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      if (format === 'csv') expect(stdout).not.toMatch(/(?:^|,|\r\n)"?[=+@\t]/);
      if (format === 'json') expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    }
  });

  test('a title that a spreadsheet would run stays text', async () => {
    const { stdout } = await commitment(folderOf({ '=1+1.md': person('role: "@SUM(A1)"\nunit: "+x"\ncommitment: passive') }), '--format', 'csv');
    expect(stdout).toMatch(/\r\n'=1\+1,'@SUM\(A1\),'\+x,/);
  });

  test('peers in a ring, namesakes and links to nobody end at once', async () => {
    const ring = Object.fromEntries(['A', 'B', 'C'].map((name, index) => [`${name}.md`, person(`commitment: opposer\npeers: ["[[${'BCA'[index]}]]", "[[Nobody]]"]`)]));
    expect((await json(folderOf({ ...ring, 'Sub/A.md': person('commitment: advocate') }))).coalition.rounds).toEqual([]);
  });

  test('a note that cannot be read is left out and the rest is told', async () => {
    const cwd = folderOf({ 'A.md': person('commitment: passive'), 'B.md': person('commitment: supporter') });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'B.md'), 0o644);
    chmodSync(join(cwd, 'A.md'), 0);
    const { stdout, code } = await runCli(['commitment', '.', '--today', TODAY, '--format', 'json'], { cwd, asOrdinaryUser: true });
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Json).executives.map(({ path }) => path)).toEqual(['B.md']);
  });
});
