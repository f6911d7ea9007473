import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../temp-folder.js';
import { threadText } from './annotation-vault.js';
import { runCli, TODAY, type CliRun } from './run-cli.js';

const ANA = '# Ana Ruiz\n\nWe will cut the programme in Q3.\n';

function exported(cwd: string, ...args: string[]): Promise<CliRun> {
  return runCli(['annotations', '.', '--export', '--today', TODAY, ...args], { cwd });
}

const VAULT = {
  'Leaders/Ana Ruiz.md': ANA,
  'Vision.md': '# Vision\n',
  'Plain words.md': 'x',
  '_annotations/a.md': threadText({
    target: 'Leaders/Ana Ruiz', quote: 'cut the programme', kind: 'risk',
    events: [['hal', '2026-11-02T08:00:00Z', 'See [[Plain words|the letter]] and [[Vision]].\n\n- one\n- **two**'], ['ana', '2026-11-03T08:00:00Z', '', 'reopened']],
  }),
  '_annotations/b.md': threadText({ id: 'bbbbbbbb', target: 'Vision', kind: 'praise', events: [['hal', '2026-11-02T08:00:00Z', 'Well said.'], ['hal', '2026-11-03T08:00:00Z', 'Thanks.', 'resolved']] }),
  '_annotations/c.md': threadText({ id: 'cccccccc', target: 'Vision', kind: 'question', quote: 'nowhere to be found in it' }),
  '_coach/annotations/d.md': threadText({ id: 'dddddddd', target: 'Leaders/Ana Ruiz', visibility: 'coach', quote: 'in Q3', events: [['hal', '2026-11-02T08:00:00Z', 'She bluffs about this each year.']] }),
};

describe('the hand-out', () => {
  test('holds what is not settled, note by note, and nothing private', async () => {
    expect(await exported(folderOf(VAULT))).toEqual({
      code: 0,
      stdout: [
        '# Remarks on the playbook, 2026-11-22', '',
        '1 question and 1 risk, on 2 notes.', '',
        '## Ana Ruiz', '',
        'Leaders/Ana Ruiz.md', '',
        '### 1. Risk, line 3, 21 days old', '',
        '> cut the programme', '',
        '**hal**, 2026-11-02', '',
        'See the letter and Vision.', '',
        '\\- one\\', '\\- \\*\\*two\\*\\*', '',
        '**ana**, 2026-11-03, reopened', '',
        '## Vision', '',
        'Vision.md', '',
        '### 2. Question, no place, 21 days old', '',
        '_The passage is not in the note any more._', '',
        '> nowhere to be found in it', '',
        '**hal**, 2026-11-01', '',
        'Is this decided?', '',
      ].join('\n'),
      stderr: '1 orphan, 1 open.\n',
    });
  });

  test('takes what is settled, or some kinds, when asked to', async () => {
    const cwd = folderOf(VAULT);
    expect((await exported(cwd, '--status', 'resolved')).stdout).toContain('### 1. Praise, the whole note, 21 days old, resolved');
    expect((await exported(cwd, '--kind', 'action')).stdout).toBe('# Remarks on the playbook, 2026-11-22\n\nNothing is open.\n');
  });

  test('as a page is whole, needs nothing else and says the same', async () => {
    const { stdout, code } = await exported(folderOf(VAULT), '--format', 'html');
    const xml = new SaxesParser();
    let words = '';
    xml.on('error', (error) => { throw error; });
    xml.on('text', (text) => { words += text; });
    xml.write(stdout).close();
    expect(code).toBe(0);
    for (const part of ['1. Risk, line 3, 21 days old', 'cut the programme', 'See the letter and Vision.', '- **two**', 'reopened']) expect(words).toContain(part);
    expect(stdout).not.toMatch(/<script|https?:|bluffs/);
  });
});

describe('a hand-out that would tell what is private', () => {
  const telling: [string, Record<string, string>, string][] = [
    ['a link to a private note', { '_coach/Plan for the board.md': 'x', '_annotations/e.md': threadText({ id: 'eeeeeeee', target: 'Vision', events: [['hal', '2026-11-02T08:00:00Z', 'As in [[Plan for the board|it]].']] }) }, '_annotations/e.md:19:7 The text links to "_coach/Plan for the board.md", which is private. Reword it, or make the thread private.'],
    ['an embed', { '_coach/Plan for the board.md': 'x', '_annotations/e.md': threadText({ id: 'eeeeeeee', target: 'Vision', events: [['hal', '2026-11-02T08:00:00Z', '![[Plan for the board]]']] }) }, '_annotations/e.md:19:1 The text embeds'],
    ['the name of a private note', { 'Told/Plan for the board.md': '---\nvisibility: coach\n---\n', '_annotations/e.md': threadText({ id: 'eeeeeeee', target: 'Vision', events: [['hal', '2026-11-02T08:00:00Z', 'See the plan for\nthe BOARD.']] }) }, '_annotations/e.md:19:9 The text tells words of "Told/Plan for the board.md"'],
    ['another name of it', { '_coach/P.md': '---\naliases: [Operation Seagull]\n---\n', '_annotations/e.md': threadText({ id: 'eeeeeeee', target: 'Vision', events: [['hal', '2026-11-02T08:00:00Z', 'Operation Seagull?']] }) }, '_annotations/e.md:19:1 The text tells words of "_coach/P.md"'],
    ['what a private thread says', { '_annotations/e.md': threadText({ id: 'eeeeeeee', target: 'Vision', events: [['hal', '2026-11-02T08:00:00Z', 'Maren: she bluffs about this each year.']] }) }, '_annotations/e.md:19:8 The text tells words of "_coach/annotations/d.md"'],
    ['what a private note says', { '_coach/P.md': '# Plan\n\n- The budget is cut by half in May.\n', '_annotations/e.md': threadText({ id: 'eeeeeeee', target: 'Vision', events: [['hal', '2026-11-02T08:00:00Z', 'The budget is cut by half in May.']] }) }, '_annotations/e.md:19:1 The text tells words of "_coach/P.md"'],
  ];

  test.each(telling)('by %s is not written, and the place is named', async (_what, files, message) => {
    const cwd = folderOf({ ...VAULT, ...files });
    const run = await exported(cwd, '-o', 'out.txt');
    expect(run.code).toBe(1);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain('No hand-out was written: 1 place would tell what is private.\n');
    expect(existsSync(join(cwd, 'out.txt'))).toBe(false);
  });

  test('an older file stays as it was', async () => {
    const cwd = folderOf({ ...VAULT, ...telling[0]?.[1], 'out.md': 'older' });
    expect((await exported(cwd, '-o', 'out.md')).code).toBe(1);
    expect(readFileSync(join(cwd, 'out.md'), 'utf8')).toBe('older');
  });

  test('what shared notes say too, and threads about private notes that are left out, keep nothing from being written', async () => {
    const cwd = folderOf({
      ...VAULT,
      'Vision.md': '# Vision\nEvery crossing on a promise.\n',
      '_coach/P.md': '> Every crossing on a promise.\n',
      'Leaders/Same name.md': 'x',
      '_coach/Same name.md': 'x',
      '_annotations/e.md': threadText({ id: 'eeeeeeee', target: 'Vision', quote: 'Every crossing on a promise.', events: [['hal', '2026-11-02T08:00:00Z', 'See [[Leaders/Same name]].']] }),
      '_annotations/f.md': threadText({ id: 'ffffffff', target: '_coach/P', events: [['hal', '2026-11-02T08:00:00Z', 'About the plan alone.']] }),
    });
    const run = await exported(cwd);
    expect(run).toMatchObject({ code: 0, stderr: '1 orphan, 2 open.\n' });
    expect(run.stdout).not.toContain('About the plan');
  });
});
