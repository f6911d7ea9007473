/** What is private stays out of everything that is made to be handed on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../temp-folder.js';
import { threadText } from './annotation-vault.js';
import { lint, runCli, TODAY } from './run-cli.js';

const VAULT = {
  'Journey.md': '---\ntype: journey\nstart: 2026-01\nend: 2028-01\n---\n',
  'Ana.md': '---\ntype: executive\nrole: CFO\nlevel: supporter\n---\nSee [[Plan for the board]] and [[Nobody]].\n',
  'Told secret.md': '---\ntype: executive\nvisibility: coach\nrole: Chair\nlevel: opposer\n---\n',
  'Purse.md': '---\ntype: initiative\nstart: 2026-02\nend: 2026-12\nowner: "[[Ana]]"\n---\n## Why\nx\n',
  '_coach/Plan for the board.md': '---\ntype: initiative\nstart: 2026-02\nend: 2026-12\nowner: "[[Ana]]"\n---\n',
  '_annotations/a--aaaaaaaa.md': threadText({ target: 'Ana' }),
  '_coach/annotations/b--bbbbbbbb.md': threadText({ id: 'bbbbbbbb', target: 'Ana', visibility: 'coach', events: [['hal', '2026-11-02T08:00:00Z', 'She bluffs about this each year.']] }),
};
const SECRET = /_coach|Told secret|She bluffs/i;
/** The note of Ana gives this title away itself, in a link. */
const PLAN = /plan for the board/i;

describe('private notes', () => {
  test.each([
    ['report', []],
    ...['svg', 'html', 'json', 'mermaid', 'ics', 'canvas', 'csv', 'md'].map((format) => ['roadmap', ['--format', format]] as const),
    ...['text', 'json', 'md', 'csv'].map((format) => ['commitment', ['--format', format]] as const),
    ...['text', 'json', 'md', 'csv'].map((format) => ['annotations', ['--format', format]] as const),
  ] as const)('are not in %s %j', async (command, more) => {
    const { code, stdout, stderr } = await runCli([command, '.', ...more, '--today', TODAY], { cwd: folderOf(VAULT) });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(SECRET);
    expect(stdout).not.toMatch(PLAN);
    expect(stdout).toMatch(/Ana|Purse/);
    expect(stderr).toMatch(/left out/);
  });

  test('are in a roadmap and a table of commitment that ask for them', async () => {
    const cwd = folderOf(VAULT);
    expect((await runCli(['roadmap', '.', '--format', 'csv', '--private', '--today', TODAY], { cwd })).stdout).toMatch(PLAN);
    expect((await runCli(['commitment', '.', '--private', '--today', TODAY], { cwd })).stdout).toContain('Told secret');
  });

  test('do not stand in a baseline that the team shares, and are told all the same', async () => {
    const cwd = folderOf(VAULT);
    const { stdout } = await lint(['.', '--baseline', 'known.json', '--update-baseline'], { cwd });
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).not.toMatch(/_coach/);
    expect(stdout).toMatch(/^_coach\/Plan for the board\.md:/m);
    expect(stdout).not.toMatch(/^Ana\.md/m);
  });

  test('are no findings of a report, and neither is a link to them', async () => {
    const { stdout } = await runCli(['report', '.', '--today', TODAY], { cwd: folderOf(VAULT) });
    expect(stdout).toContain('Nobody');
    expect(stdout).not.toContain('private-leak');
  });
});
