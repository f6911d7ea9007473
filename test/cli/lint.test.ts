import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { folderOf, readFiles, tempFolder } from '../temp-folder.js';
import { lint, runCli } from './run-cli.js';

const SAMPLE = join(import.meta.dirname, '../sample-vault');
const FORMATS = ['text', 'json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;

const CLEAN = '---\ntype: insight\n---\nA voice.\n';
/** A note with one warning: its kind needs sections, it has all but one. */
const NO_MODEL = '---\ntype: initiative\n---\n## Why\nx\n\n## Reinforce\nx\n';
const HINT = '---\ntype: journey\nstart: 2026-01\nend: 2026-10\n---\n';
const ERROR = '---\ntype: executive\ncommitment: enthusiastic\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n';

interface Place { line: number; column: number; offset: number }
interface JsonDiagnostic {
  path: string; rule: string; severity: string; message: string; url?: string;
  range: { start: Place; end: Place };
  related?: { path: string; range: { start: Place; end: Place }; message: string }[];
  fix?: { title: string; edits: { from: number; to: number; insert: string }[] };
}
interface Json { schema: number; notes: number; playbookNotes: number; diagnostics: JsonDiagnostic[]; summary: Record<string, number> }

function parsed(stdout: string): Json {
  return JSON.parse(stdout) as Json;
}

function keys(value: object | undefined): string[] {
  return Object.keys(value ?? {});
}

function pathsOf(stdout: string): string[] {
  return [...new Set(parsed(stdout).diagnostics.map(({ path }) => path))];
}

describe('the JSON contract', () => {
  test('has exactly the keys it promises, in their order', async () => {
    const run = await lint([SAMPLE, '--format', 'json'], { cwd: tempFolder() });
    const json = parsed(run.stdout);
    expect(keys(json)).toEqual(['schema', 'notes', 'playbookNotes', 'diagnostics', 'summary']);
    expect(json.schema).toBe(1);
    expect(keys(json.summary)).toEqual(['error', 'warning', 'info']);
    expect(json.diagnostics.length).toBeGreaterThan(5);
    for (const diagnostic of json.diagnostics) {
      const optional = (['related', 'url', 'fix'] as const).filter((key) => diagnostic[key] !== undefined);
      expect(keys(diagnostic)).toEqual(['path', 'rule', 'severity', 'message', 'range', ...optional]);
      for (const range of [diagnostic.range, ...(diagnostic.related ?? []).map((related) => related.range)]) {
        expect(keys(range)).toEqual(['start', 'end']);
        expect(keys(range.start)).toEqual(['line', 'column', 'offset']);
        expect(keys(range.end)).toEqual(['line', 'column', 'offset']);
      }
      for (const related of diagnostic.related ?? []) expect(keys(related)).toEqual(['path', 'range', 'message']);
      if (diagnostic.fix !== undefined) {
        expect(keys(diagnostic.fix)).toEqual(['title', 'edits']);
        for (const edit of diagnostic.fix.edits) expect(keys(edit)).toEqual(['from', 'to', 'insert']);
      }
    }
    expect(json.diagnostics.some(({ related }) => related !== undefined)).toBe(true);
    expect(json.diagnostics.some(({ fix }) => fix !== undefined)).toBe(true);
  });

  test('counts lines and columns from 1 in UTF-16 units, offsets from 0, half-open', async () => {
    const text = '---\r\ntype: case\r\ntitle: 👩‍👧\r\nvisibility: ev👩eryone # x\r\n---\r\n';
    const run = await lint(['.', '--format', 'json'], { cwd: folderOf({ 'Case.md': text }) });
    const [{ range }] = parsed(run.stdout).diagnostics as [JsonDiagnostic];
    const from = text.indexOf('ev👩eryone');
    expect(range).toEqual({ start: { line: 4, column: 13, offset: from }, end: { line: 4, column: 13 + 'ev👩eryone'.length, offset: from + 'ev👩eryone'.length } });
    expect(text.slice(range.start.offset, range.end.offset)).toBe('ev👩eryone');
  });

  test('sums up what it lists', async () => {
    const run = await lint(['.', '--format', 'json'], { cwd: folderOf({ 'A.md': NO_MODEL, 'B.md': HINT, 'C.md': ERROR, 'D.md': 'no playbook note' }) });
    expect(parsed(run.stdout)).toMatchObject({ notes: 4, playbookNotes: 3, summary: { error: 1, warning: 1 } });
    const { diagnostics, summary } = parsed(run.stdout);
    for (const severity of ['error', 'warning', 'info']) expect(summary[severity]).toBe(diagnostics.filter((one) => one.severity === severity).length);
  });

  test('keeps the ids of the rules that others build on', async () => {
    const run = await lint(['.', '--format', 'json'], { cwd: folderOf({ 'A.md': '---\ntype: play\n---\n', 'B.md': '---\ntype: play\n---\n## Why\n' }) });
    const rules = new Set(parsed(run.stdout).diagnostics.map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(['no-empty-practice', 'require-model', 'require-reinforce', 'require-why']);
  });
});

describe('formats', () => {
  test.each(FORMATS)('%s: same bytes twice, ends with a line end, no absolute path', async (format) => {
    const cwd = tempFolder();
    const [first, second] = await Promise.all([lint([SAMPLE, '--format', format], { cwd }), lint([SAMPLE, '--format', format], { cwd })]);
    expect(first.stdout).toBe(second.stdout);
    expect(first.stdout).toMatch(/\n$/);
    expect(first.stdout).not.toContain(SAMPLE);
    expect(first.code).toBe(1);
  });

  test('json, jsonl, sarif, gitlab and junit parse, and tell the same findings', async () => {
    const cwd = tempFolder();
    const run = async (format: string) => (await lint([SAMPLE, '--format', format], { cwd })).stdout;
    const json = parsed(await run('json'));
    const expected = json.diagnostics.map(({ path, rule }) => `${path} ${rule}`);
    const jsonl = (await run('jsonl')).trimEnd().split('\n').map((line) => JSON.parse(line) as JsonDiagnostic);
    expect(jsonl.map(({ path, rule }) => `${path} ${rule}`)).toEqual(expected);
    const sarif = JSON.parse(await run('sarif')) as { version: string; runs: { results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[] };
    expect(sarif.version).toBe('2.1.0');
    // Services are told paths from the top of the repository, where the vault lies in one.
    const inVault = (path: string) => path.replace(/^test\/sample-vault\//, '');
    expect(sarif.runs[0]?.results.map(({ ruleId, locations }) => `${inVault(decodeURIComponent(locations[0]?.physicalLocation.artifactLocation.uri ?? ''))} ${ruleId}`).sort()).toEqual([...expected].sort());
    const gitlab = JSON.parse(await run('gitlab')) as { check_name: string; location: { path: string } }[];
    expect(gitlab.map(({ check_name, location }) => `${inVault(location.path)} ${check_name}`)).toEqual(expected);
    const elements: string[] = [];
    const xml = new SaxesParser();
    xml.on('opentag', ({ name }) => elements.push(name));
    xml.on('error', (error) => { throw error; });
    xml.write(await run('junit')).close();
    expect(elements.filter((name) => name === 'failure')).toHaveLength((json.summary['error'] ?? 0) + (json.summary['warning'] ?? 0));
  });

  test('text gives one line a finding, with the summary on standard error', async () => {
    const run = await lint(['.'], { cwd: folderOf({ 'Notes/A.md': NO_MODEL }) });
    expect(run).toEqual({
      code: 1,
      stdout: 'Notes/A.md:1:1 warning Section "Model" is missing. Say which behaviour leaders will show themselves. require-model\n',
      stderr: '1 warning in 1 note (1 in the playbook)\n',
    });
  });

  test('other formats write nothing but data', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    for (const format of FORMATS.slice(1)) expect((await lint(['.', '--format', format], { cwd })).stderr).toBe('');
  });

  test.each(FORMATS)('%s without findings parses too', async (format) => {
    const run = await lint(['.', '--format', format], { cwd: folderOf({ 'A.md': CLEAN }) });
    expect(run.code).toBe(0);
    if (format === 'text' || format === 'jsonl' || format === 'github') expect(run.stdout).toBe('');
    if (format === 'json' || format === 'sarif' || format === 'gitlab') JSON.parse(run.stdout);
    if (format === 'junit') new SaxesParser().write(run.stdout).close();
  });

  test('github and sarif name files from the repository when the vault lies in it', async () => {
    const cwd = folderOf({ 'docs/vault/A.md': NO_MODEL });
    expect((await lint(['docs/vault', '--format', 'github'], { cwd })).stdout).toContain('file=docs/vault/A.md');
    expect((await lint(['docs/vault', '--format', 'sarif'], { cwd })).stdout).toContain('docs/vault/');
  });

  test('-o writes the same data to a file and nothing to standard output', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    const plain = await lint(['.', '--format', 'json'], { cwd });
    const run = await lint(['.', '--format', 'json', '-o', 'out.json'], { cwd });
    expect(run).toEqual({ ...plain, stdout: '' });
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe(plain.stdout);
    expect(Object.keys(readFiles(cwd)).sort()).toEqual(['A.md', 'out.json']);
  });

  test.each([['a folder that is not there', 'none/out.json', 'it does not exist'], ['a folder', 'Notes', 'it is a folder']])('-o on %s fails with one line', async (_what, file, reason) => {
    const cwd = folderOf({ 'Notes/A.md': NO_MODEL });
    const run = await lint(['.', '-o', file], { cwd });
    expect(run).toEqual({ code: 2, stdout: '', stderr: `Cannot write "${file}": ${reason}. Name a file in a folder that exists.\n` });
    expect(Object.keys(readFiles(cwd))).toEqual(['Notes/A.md']);
  });

  test('no colour reaches a pipe, whatever the environment wishes', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    const plain = await lint(['.'], { cwd });
    expect(plain.stdout).not.toContain('\u001b');
    for (const env of [{ NO_COLOR: '1' }, { FORCE_COLOR: '1' }, { CLICOLOR_FORCE: '1' }]) expect(await lint(['.'], { cwd, env })).toEqual(plain);
  });
});

describe('exit codes', () => {
  test.each([
    ['nothing', 'warning', 0], ['nothing', 'info', 0],
    ['a hint', undefined, 0], ['a hint', 'info', 1], ['a hint', 'warning', 0],
    ['a warning', undefined, 1], ['a warning', 'error', 0], ['a warning', 'warning', 1],
    ['an error', undefined, 1], ['an error', 'error', 1],
  ] as const)('%s with --fail-on %s gives %i', async (what, failOn, code) => {
    const text = { nothing: CLEAN, 'a hint': HINT, 'a warning': NO_MODEL, 'an error': ERROR }[what];
    const run = await lint(['.', ...(failOn === undefined ? [] : ['--fail-on', failOn])], { cwd: folderOf({ 'A.md': text }) });
    expect(run.code).toBe(code);
  });

  test.each([
    [['nowhere'], 'Cannot open the vault "nowhere": it does not exist. Name a folder of notes that exists.'],
    [['A.md'], 'Cannot open the vault "A.md": it is a file. Name a folder of notes that exists.'],
    [[''], 'The vault has no name. Name a folder of notes that exists.'],
    [[], 'Usage: cx-playbook lint VAULT [FILES…]. See "cx-playbook lint --help".'],
    [['.', 'Nowhere.md'], '"Nowhere.md" is not in the vault. Name a note or folder of it.'],
    [['.', '..'], '".." is not in the vault. Name a note or folder of it.'],
    [['.', '--format', 'jason'], 'Option --format takes one of text, json, jsonl, sarif, junit, github, gitlab, markdown, not "jason". Did you mean "json"?'],
    [['.', '--fail-on', 'fatal'], 'Option --fail-on takes one of error, warning, info, not "fatal".'],
    [['.', '--today', '2026-02-30'], 'Option --today takes a day written yyyy-mm-dd, not "2026-02-30".'],
    [['.', '--formt', 'json'], 'Unknown option \'--formt\'. Did you mean "--format"?'],
    [['.', '--colour'], 'Unknown option \'--colour\'. See "cx-playbook lint --help".'],
    [['.', '-x'], 'Unknown option \'-x\'. See "cx-playbook lint --help".'],
    [['.', '--format'], 'Option \'--format <value>\' argument missing. See "cx-playbook lint --help".'],
    [['.', '--fix=yes'], 'Option \'--fix\' does not take an argument. See "cx-playbook lint --help".'],
    [['.', '-o', '--format'], 'Option \'-o\' argument is ambiguous. See "cx-playbook lint --help".'],
    [['.', '--diff'], 'Option --diff goes with --fix. Add --fix, or leave out --diff.'],
    [['.', '--update-baseline'], 'Option --update-baseline goes with --baseline. Add --baseline, or leave out --update-baseline.'],
    [['.', '--stdin'], 'Option --stdin goes with --path. Add --path, or leave out --stdin.'],
    [['.', '--path', 'A.md'], 'Option --path goes with --stdin. Add --stdin, or leave out --path.'],
    [['.', '--stdin', '--path', 'A.md', '--fix'], 'Option --stdin does not go with --fix. Fix the file itself.'],
    [['.', 'A.md', '--baseline', 'b.json', '--update-baseline'], 'Option --update-baseline takes the whole vault. Leave out FILES and --changed.'],
  ])('could not run: %j', async (args, message) => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    const run = await runCli(['lint', ...args], { cwd });
    expect(run).toEqual({ code: 2, stdout: '', stderr: `${message}\n` });
    expect(Object.keys(readFiles(cwd))).toEqual(['A.md']);
  });
});

describe('FILES', () => {
  const FILES = { 'vault/A.md': NO_MODEL, 'vault/Sub/B.md': NO_MODEL, 'vault/Sub/Deep/C.md': NO_MODEL, 'vault/Subway/D.md': NO_MODEL, 'outside.md': NO_MODEL };

  test.each([
    [['vault/A.md'], ['A.md']],
    [['A.md'], ['A.md']],
    [['./vault/Sub/../A.md'], ['A.md']],
    [['vault/Sub'], ['Sub/B.md', 'Sub/Deep/C.md']],
    [['Sub/'], ['Sub/B.md', 'Sub/Deep/C.md']],
    [['Sub/Deep', 'A.md'], ['A.md', 'Sub/Deep/C.md']],
    [['vault'], ['A.md', 'Sub/B.md', 'Sub/Deep/C.md', 'Subway/D.md']],
  ])('%j, named from where the command runs or from the vault’s root', async (files, expected) => {
    const run = await lint(['vault', ...files, '--format', 'json'], { cwd: folderOf(FILES) });
    expect(pathsOf(run.stdout)).toEqual(expected);
    expect(run.code).toBe(1);
  });

  test('an absolute path is understood, and told as a relative one', async () => {
    const cwd = folderOf(FILES);
    const run = await lint([join(cwd, 'vault'), join(cwd, 'vault/Sub/B.md'), '--format', 'json'], { cwd: tempFolder() });
    expect(pathsOf(run.stdout)).toEqual(['Sub/B.md']);
  });

  test('a clean file is clean, however many findings others have', async () => {
    const run = await lint(['vault', 'Clean.md'], { cwd: folderOf({ ...FILES, 'vault/Clean.md': CLEAN }) });
    expect(run).toMatchObject({ code: 0, stdout: '' });
  });

  test('the whole vault is read all the same, so that links resolve', async () => {
    const cwd = folderOf({ 'Pilot.md': '---\ntype: pilot\nsponsor: ["[[Ana]]"]\n---\n', 'People/Ana.md': '---\ntype: executive\nrole: CEO\n---\n' });
    expect(await lint(['.', 'Pilot.md'], { cwd })).toMatchObject({ code: 0, stdout: '' });
  });

  test('a file outside of the vault is refused', async () => {
    const run = await lint(['vault', 'outside.md'], { cwd: folderOf(FILES) });
    expect(run).toMatchObject({ code: 2, stderr: '"outside.md" is not in the vault. Name a note or folder of it.\n' });
  });

  test('names that look like options go behind --', async () => {
    const cwd = folderOf({ '-vault/-A.md': NO_MODEL, '-vault/B.md': NO_MODEL });
    const run = await runCli(['lint', '--format', 'json', '--', '-vault', '-A.md'], { cwd });
    expect(pathsOf(run.stdout)).toEqual(['-A.md']);
  });
});

describe('--stdin', () => {
  test('gives the findings of the text at the path, and of no other note', async () => {
    const cwd = folderOf({ 'A.md': CLEAN, 'B.md': NO_MODEL });
    const run = await lint(['.', '--stdin', '--path', 'A.md', '--format', 'json'], { cwd, stdin: ERROR });
    expect(parsed(run.stdout).diagnostics.map(({ path, rule }) => `${path} ${rule}`)).toEqual(['A.md one-ceo', 'A.md known-commitment']);
    expect(readFileSync(join(cwd, 'A.md'), 'utf8')).toBe(CLEAN);
  });

  test('resolves links as if the text stood there', async () => {
    const cwd = folderOf({ 'Deep/Ana.md': '---\ntype: executive\nrole: CEO\n---\n' });
    const stdin = '---\ntype: pilot\nsponsor: ["[[./Ana]]"]\n---\n';
    expect(await lint(['.', '--stdin', '--path', 'Deep/New.md'], { cwd, stdin })).toMatchObject({ code: 0, stdout: '' });
    expect((await lint(['.', '--stdin', '--path', 'New.md'], { cwd, stdin })).stdout).toMatch(/resolved-link\n$/);
  });

  test.each(['vault/Sub/New.md', './Sub/New.md', 'Sub/New.md'])('takes the path %s', async (path) => {
    const cwd = folderOf({ 'vault/Sub/A.md': CLEAN });
    const run = await lint(['vault', '--stdin', '--path', path, '--format', 'json'], { cwd, stdin: NO_MODEL });
    expect(pathsOf(run.stdout)).toEqual(['Sub/New.md']);
  });

  test('takes an absolute path, as editors give it', async () => {
    const cwd = folderOf({ 'vault/Sub/A.md': CLEAN });
    const run = await lint(['vault', '--stdin', '--path', join(cwd, 'vault/Sub/New.md'), '--format', 'json'], { cwd, stdin: NO_MODEL });
    expect(pathsOf(run.stdout)).toEqual(['Sub/New.md']);
  });

  test.each(['../out.md', '/etc/passwd.md', 'picture.png', ''])('refuses the path "%s"', async (path) => {
    const cwd = folderOf({ 'vault/A.md': CLEAN });
    const run = await lint(['vault', '--stdin', '--path', path], { cwd: join(cwd, 'vault'), stdin: NO_MODEL });
    expect(run.code).toBe(2);
  });

  test('says nothing of a note in an ignored folder', async () => {
    const cwd = folderOf({ 'cx-playbook.yml': 'ignore: [Archive]\n' });
    expect(await lint(['.', '--stdin', '--path', 'Archive/A.md'], { cwd, stdin: NO_MODEL })).toMatchObject({ code: 0, stdout: '' });
  });

  test('checks the settings too', async () => {
    const run = await lint(['.', '--stdin', '--path', 'cx-playbook.yml'], { cwd: folderOf({ 'A.md': CLEAN }), stdin: 'ignored: [x]\n' });
    expect(run.stdout).toBe('cx-playbook.yml:1:1 warning "ignored" is not known in cx-playbook.yml. Did you mean "ignore"? known-config\n');
  });
});
