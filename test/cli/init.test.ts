import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildStarterPlaybook } from '../../src/notes/starter-playbook.js';
import { folderOf, readFiles, tempFolder } from '../temp-folder.js';
import { date } from '../builders.js';
import { lint, runCli, TODAY } from './run-cli.js';

const STARTER = buildStarterPlaybook(date(TODAY));

function init(cwd: string, ...args: string[]) {
  return runCli(['init', ...args, '--today', TODAY], { cwd });
}

describe('init', () => {
  test('writes the starter playbook and nothing else, into a folder that is new', async () => {
    const cwd = tempFolder();
    const run = await init(cwd, 'My playbook');
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toBe(`Wrote ${STARTER.length} files. Open "My playbook" in Obsidian and start with Guide.md, or run: cx-playbook lint "My playbook"\n`);
    const expected = STARTER.map(({ path, text }) => [path, Buffer.from(text).toString('latin1')]);
    expect(readFiles(join(cwd, 'My playbook'))).toEqual(Object.fromEntries(expected));
  });

  test('a folder with hidden files only counts as empty', async () => {
    const cwd = folderOf({ 'vault/.git/HEAD': 'ref: refs/heads/main\n' });
    expect(await init(cwd, 'vault')).toMatchObject({ code: 0 });
    expect(readFiles(join(cwd, 'vault'))['.git/HEAD']).toBe('ref: refs/heads/main\n');
  });

  test('refuses a folder that holds a file, and says how to go on', async () => {
    const cwd = folderOf({ 'vault/Mine.md': 'mine' });
    const run = await init(cwd, 'vault');
    expect(run).toEqual({ code: 2, stdout: '', stderr: '"vault" is not empty, so nothing was written. Name a new folder, or add --merge: it never overwrites a file.\n' });
    expect(readFiles(join(cwd, 'vault'))).toEqual({ 'Mine.md': 'mine' });
  });

  test('--merge keeps each file that exists and writes the others', async () => {
    const cwd = folderOf({ 'vault/Vision.md': 'our own vision', 'vault/Plays/Peers tell peers.md': 'our own play', 'vault/Other.md': 'x' });
    const run = await init(cwd, 'vault', '--merge');
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr.split('\n').slice(0, 2)).toEqual(['Kept "Vision.md", which exists.', 'Kept "Plays/Peers tell peers.md", which exists.']);
    const files = readFiles(join(cwd, 'vault'));
    expect(files['Vision.md']).toBe('our own vision');
    expect(files['Plays/Peers tell peers.md']).toBe('our own play');
    expect(Object.keys(files).sort()).toEqual([...STARTER.map(({ path }) => path), 'Other.md'].sort());
  });

  test('--merge a second time writes nothing', async () => {
    const cwd = tempFolder();
    await init(cwd, 'vault');
    writeFileSync(join(cwd, 'vault/Guide.md'), 'changed');
    const before = readFiles(cwd);
    const run = await init(cwd, 'vault', '--merge');
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/^Wrote 0 files\./m);
    expect(readFiles(cwd)).toEqual(before);
  });

  test('--merge does not write through a dangling link', async () => {
    const cwd = tempFolder();
    mkdirSync(join(cwd, 'vault'));
    symlinkSync(join(cwd, 'elsewhere.md'), join(cwd, 'vault/Guide.md'));
    const run = await init(cwd, 'vault', '--merge');
    expect(run.code).toBe(2);
    expect(run.stderr).toBe('Cannot write "Guide.md": a file of that name is in the way. 3 files were written; run again with --merge.\n');
    expect(Object.keys(readFiles(cwd))).toEqual(['vault/CX Journey.md', 'vault/CX Playbook.base', 'vault/Governance.md']);
  });

  test('a file where a folder should be stops it with one line', async () => {
    const cwd = folderOf({ 'vault/Plays': 'a file' });
    const run = await init(cwd, 'vault', '--merge');
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^Cannot write "Plays\/[^"]+": (a file of that name is in the way|it is not a folder)\. \d+ files were written; run again with --merge\.\n$/);
    expect(readFiles(cwd)['vault/Plays']).toBe('a file');
  });

  test.each([['a file', 'Mine.md', 'Cannot open "Mine.md": it is not a folder. Name a folder.\n'], ['below a file', 'Mine.md/x', 'Cannot open "Mine.md/x": it is not a folder. Name a folder.\n']])('refuses %s', async (_what, name, message) => {
    const cwd = folderOf({ 'Mine.md': 'mine' });
    expect(await init(cwd, name)).toEqual({ code: 2, stdout: '', stderr: message });
  });

  test('a folder that may not be written to stops it with one line, and leaves nothing behind', async () => {
    const cwd = tempFolder();
    mkdirSync(join(cwd, 'vault'), { mode: 0o555 });
    chmodSync(cwd, 0o755);
    const run = await runCli(['init', 'vault'], { cwd, asOrdinaryUser: true });
    expect(run).toEqual({ code: 2, stdout: '', stderr: 'Cannot write "CX Journey.md": permission denied. 0 files were written; run again with --merge.\n' });
    expect(readFiles(cwd)).toEqual({});
  });

  test('fills in every date of the starter playbook', () => {
    for (const { path, text } of STARTER) expect(`${path}: ${/\{\{.*?\}\}/.exec(text)?.[0] ?? 'all filled in'}`).toBe(`${path}: all filled in`);
    expect(STARTER.find(({ path }) => path === 'CX Journey.md')?.text).toMatch(/^start: "2026-11"\nend: "2029-05"/m);
  });

  test('the fresh starter playbook has no errors or warnings', async () => {
    const cwd = tempFolder();
    await init(cwd, 'vault');
    const run = await lint(['vault', '--format', 'json'], { cwd });
    const { diagnostics, playbookNotes } = JSON.parse(run.stdout) as { diagnostics: { severity: string }[]; playbookNotes: number };
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(playbookNotes).toBeGreaterThan(15);
    expect(run.code).toBe(0);
  });

  test('the starter playbook draws a roadmap without complaint', async () => {
    const cwd = tempFolder();
    await init(cwd, 'vault');
    const run = await runCli(['roadmap', 'vault', '--today', TODAY], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('Closed-loop recovery');
  });

  test('the machine’s day is the default', async () => {
    const cwd = tempFolder();
    const before = localDay();
    await runCli(['init', 'vault'], { cwd, asProgram: true });
    const text = readFileSync(join(cwd, 'vault/Executives/Example – Ana Ruiz (CEO).md'), 'utf8');
    expect([before, localDay()]).toContain(/^assessed: "?([\d-]+)"?$/m.exec(text)?.[1]);
  });
});

/** The day where the tests run, as `date +%F` gives it. */
function localDay(): string {
  return new Date().toLocaleDateString('sv-SE');
}
