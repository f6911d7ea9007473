import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORBIDDEN_CHARACTERS, HOSTILE_TITLES } from '../export/hostile-titles.js';
import { folderOf, readFiles } from '../temp-folder.js';
import { threadText } from './annotation-vault.js';
import { runCli, TODAY, type CliRun } from './run-cli.js';

const ANA = '# Ana Ruiz\n\n## Why\nWe will cut the programme in Q3, says the board.\n';

function annotations(cwd: string, ...args: string[]): Promise<CliRun> {
  return runCli(['annotations', '.', '--today', TODAY, ...args], { cwd });
}

interface Thread { path: string; id: string; state: string; private: boolean; note: string | null; ageDays: number | null; replies: number; lastAuthor: string; place: { state: string; range?: { start: { line: number; column: number } }; missing?: string } }

async function threads(cwd: string, ...args: string[]): Promise<Thread[]> {
  const { stdout } = await annotations(cwd, '--format', 'json', ...args);
  return (JSON.parse(stdout) as { threads: Thread[] }).threads;
}

const VAULT = {
  'Executives/Ana Ruiz.md': ANA,
  'Vision.md': '# Vision\nEvery crossing.\n',
  '_annotations/a--aaaaaaaa.md': threadText({
    target: 'Executives/Ana Ruiz', quote: 'We will cut the programme in Q3',
    events: [['hal', '2026-11-02T08:00:00Z', 'Is this decided, or a fear?'], ['ana', '2026-11-03T08:00:00Z', 'A fear.']],
  }),
  '_annotations/b--bbbbbbbb.md': threadText({ id: 'bbbbbbbb', target: 'Vision', kind: 'praise', author: 'Maren', created: '2026-11-21T09:00:00Z', events: [['Maren', '2026-11-21T09:00:00Z', 'Short.'], ['hal', '2026-11-22T09:00:00Z', '', 'resolved']] }),
  '_coach/annotations/c--cccccccc.md': threadText({ id: 'cccccccc', target: 'Executives/Ana Ruiz', kind: 'risk', visibility: 'coach', quote: 'the board', events: [['hal', '2026-11-02T08:00:00Z', 'She will never agree.']] }),
};

describe('the list', () => {
  test('says of each thread where it stands, how old it is and who spoke last', async () => {
    expect(await annotations(folderOf(VAULT))).toEqual({
      code: 0,
      stdout: [
        'Executives/Ana Ruiz.md:4:1 open question, 21 days, 1 reply, last by ana',
        '    > We will cut the programme in Q3',
        '    hal: Is this decided, or a fear?',
        '    _annotations/a--aaaaaaaa.md',
        '',
        'Vision.md:1:1 resolved praise, 1 day, no reply, last by hal',
        '    Maren: Short.',
        '    _annotations/b--bbbbbbbb.md',
        '',
      ].join('\n'),
      stderr: '1 open, 1 resolved. 1 private thread left out: add --private to list it.\n',
    });
  });

  test('leaves private threads, and those about private notes, out of every format until they are asked for', async () => {
    const cwd = folderOf({
      ...VAULT,
      'Told.md': '---\nvisibility: coach\n---\nA secret passage.\n',
      '_annotations/d--dddddddd.md': threadText({ id: 'dddddddd', target: 'Told', quote: 'secret passage' }),
    });
    for (const format of ['text', 'json', 'csv', 'md']) {
      const { stdout, stderr } = await annotations(cwd, '--format', format);
      expect(stdout).toContain('Is this decided');
      expect(stdout).not.toMatch(/never agree|secret passage|Told/);
      expect(stderr).toContain('2 private threads left out');
      expect((await annotations(cwd, '--format', format, '--private')).stdout).toMatch(/never agree[\s\S]*secret passage/);
    }
    expect((await threads(cwd, '--private')).map(({ id, private: isPrivate }) => [id, isPrivate])).toEqual([['aaaaaaaa', false], ['cccccccc', true], ['dddddddd', true], ['bbbbbbbb', false]]);
  });

  test.each<[string, string[], string[]]>([
    ['status', ['--status', 'resolved'], ['bbbbbbbb']],
    ['kinds', ['--kind', 'risk', '--kind', 'praise', '--private'], ['cccccccc', 'bbbbbbbb']],
    ['author in any case', ['--author', 'MAREN'], ['bbbbbbbb']],
    ['note', ['--note', 'Executives/Ana Ruiz.md'], ['aaaaaaaa']],
    ['folder', ['--note', 'Executives', '--private'], ['aaaaaaaa', 'cccccccc']],
    ['several at once', ['--note', 'Executives', '--kind', 'praise'], []],
  ])('filters by %s', async (_what, args, ids) => {
    expect((await threads(folderOf(VAULT), ...args)).map(({ id }) => id)).toEqual(ids);
  });

  test('an orphan makes the exit code 1 and says what is missing; a resolved one does not', async () => {
    const cwd = folderOf({
      'Ana.md': ANA,
      '_annotations/a.md': threadText({ target: 'Ana', quote: 'nothing like this stands anywhere' }),
      '_annotations/b.md': threadText({ id: 'bbbbbbbb', target: 'Gone', quote: 'x' }),
      '_annotations/c.md': threadText({ id: 'cccccccc', target: 'Gone', events: [['hal', '2026-11-02T08:00:00Z', 'x'], ['hal', '2026-11-03T08:00:00Z', '', 'resolved']] }),
    });
    const { code, stdout, stderr } = await annotations(cwd);
    expect(code).toBe(1);
    expect(stderr).toBe('2 orphans, 1 resolved.\n');
    expect(stdout).toContain('The quote is not in the note any more');
    expect(stdout).toContain('No note is called "Gone"');
    expect((await annotations(cwd, '--status', 'resolved')).code).toBe(0);
    expect((await threads(cwd)).map(({ state, note, place }) => [state, note, place.missing])).toEqual([['orphan', 'Ana.md', 'quote'], ['orphan', null, 'note'], ['resolved', null, 'note']]);
  });

  test('counts lines of CRLF notes and columns behind emoji as editors do', async () => {
    const cwd = folderOf({ 'Ana.md': '\ufeff# Ana\r\n\r\n👩‍👧 We will cut the programme.\r\n', '_annotations/a.md': threadText({ target: 'Ana', quote: 'We will cut the programme' }) });
    expect((await threads(cwd))[0]?.place.range?.start).toMatchObject({ line: 3, column: 7 });
  });

  test('a vault without threads is clean in every format', async () => {
    const cwd = folderOf({ 'Ana.md': ANA });
    expect(await annotations(cwd)).toEqual({ code: 0, stdout: '', stderr: 'No thread.\n' });
    expect(await threads(cwd)).toEqual([]);
    expect((await annotations(cwd, '--format', 'csv')).stdout).toMatch(/^State,[^\n]*\r\n$/);
    expect((await annotations(cwd, '--format', 'md')).stdout).toBe(`# Annotations on ${TODAY}\n\nNo thread.\n`);
  });

  test('writes to a file, the same bytes each time, and nothing to the vault', async () => {
    const cwd = folderOf(VAULT);
    const before = readFiles(cwd);
    const first = await annotations(cwd, '--format', 'md');
    expect((await annotations(cwd, '--format', 'md')).stdout).toBe(first.stdout);
    const out = folderOf({});
    expect((await annotations(cwd, '--format', 'md', '-o', join(out, 'list.md'))).stdout).toBe('');
    expect(readFiles(out)['list.md']).toBe(Buffer.from(first.stdout).toString('latin1'));
    expect(readFiles(cwd)).toEqual(before);
  });
});

describe('what is refused', () => {
  test.each<[string[], string]>([
    [['--status', 'opne'], 'Option --status takes one of orphan, confirm, open, resolved, not "opne".\n'],
    [['--kind', 'x'], 'Option --kind takes one of question, praise, risk, suggestion, action, not "x".\n'],
    [['--note', 'Nobody.md'], '"Nobody.md" is not in the vault. Name a note or folder of it.\n'],
    [['--format', 'html'], 'Option --format takes for the list one of text, json, csv, md, not "html".\n'],
    [['--export', '--private'], 'A hand-out holds nothing private: option --private does not go with --export. Leave out one of them.\n'],
    [['--export', '--check-leaks'], 'Options --export and --check-leaks do not go together. Run one after the other.\n'],
    [['--write'], 'Option --write does not go with the list. See "cx-playbook annotations --help".\n'],
    [['--check-leaks', '--kind', 'risk'], 'Option --kind does not go with --check-leaks. See "cx-playbook annotations --help".\n'],
    [['Vision.md'], 'After the vault, "annotations" takes the word relink, or FILES with --check-leaks, not "Vision.md". Name a note with --note.\n'],
    [['relink', 'Vision.md'], 'After the vault, "annotations" takes the word relink, or FILES with --check-leaks, not "Vision.md". Name a note with --note.\n'],
  ])('%j', async (args, stderr) => {
    expect(await annotations(folderOf(VAULT), ...args)).toEqual({ code: 2, stdout: '', stderr });
  });
});

describe('threads that nobody would write', () => {
  test('half merged, twice the same id, empty, a binary, a link out of the vault: each run ends', async () => {
    const half = threadText({ target: 'Ana', quote: 'the board' }).replace('status: open', '<<<<<<< HEAD\nstatus: open\n=======\nstatus: resolved\n>>>>>>> theirs');
    const cwd = folderOf({
      'Ana.md': ANA,
      '_annotations/half.md': half,
      '_annotations/same.md': threadText({ target: 'Ana', quote: 'the board' }),
      '_annotations/twin.md': threadText({ target: 'Ana', quote: 'the board' }),
      '_annotations/empty.md': '',
      '_annotations/picture.png': Buffer.from([0x89, 0x50, 0, 0xff]),
      '_annotations/bytes.md': Buffer.from([0xff, 0xfe, 0, 0x2d, 0x2d, 0x2d]),
      '_annotations/long.md': threadText({ target: 'Ana', quote: 'q'.repeat(10_000) }),
      '_annotations/new\nline -rf.md': threadText({ target: '-rf', quote: 'x' }),
    });
    symlinkSync('/etc/passwd', join(cwd, '_annotations/passwd.md'));
    for (const format of ['text', 'json', 'csv', 'md']) {
      const { code, stdout, stderr } = await annotations(cwd, '--format', format);
      expect(code).toBe(1);
      expect(stdout).not.toContain('root:');
      expect(stderr).toContain('Symbolic link "_annotations/passwd.md" leads out of the vault. It is left out.');
    }
    expect((await threads(cwd)).filter(({ path }) => /same|twin/.test(path)).map(({ state }) => state)).toEqual(['confirm', 'confirm']);
    for (const args of [['--export'], ['--export', '--format', 'html'], ['--check-leaks'], ['relink']]) expect((await annotations(cwd, ...args)).code).not.toBe(2);
  });

  test.each<[string, ...string[]]>([['--format', 'text'], ['--format', 'json'], ['--format', 'csv'], ['--format', 'md'], ['--export'], ['--export', '--format', 'html'], ['relink']])('hostile words in every text come out harmless: %s %s %s', async (...args) => {
    const titles = Object.values(HOSTILE_TITLES).map((title) => [title, title.replace(/[\r\n\u2028]+/g, ' ')] as const);
    const cwd = folderOf({
      'Ana.md': titles.map(([, line]) => `${line} stands here\n`).join('\n'),
      ...Object.fromEntries(titles.map(([title, line], index) => [`_annotations/a${index}.md`, threadText({ target: 'Ana', author: title, quote: `${line} stands here`, events: [[line, '2026-11-02T08:00:00Z', title]] })])),
      ...Object.fromEntries(titles.map(([title], index) => [`_annotations/b${index}.md`, threadText({ target: title, author: title, quote: title })])),
    });
    const { code, stdout, stderr } = await annotations(cwd, ...args);
    expect([0, 1]).toContain(code);
    expect(stdout).toContain('خريطة');
    expect(stdout + stderr).not.toMatch(FORBIDDEN_CHARACTERS);
    if (args.includes('csv')) expect(stdout).not.toMatch(/(?:^|,|\r\n)"?[=+@\t]/);
    if (args.includes('json')) expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    if (args.includes('html')) expect(stdout).not.toMatch(/<script|<img|onload='/);
    if (args.length === 1 && args[0] === '--export') expect(stdout).not.toMatch(/(?<!\\)\[(?:x|i)\]\(|<script/);
  });
});
