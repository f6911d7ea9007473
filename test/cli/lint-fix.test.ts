import { chmodSync, lstatSync, readFileSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, readFiles } from '../temp-folder.js';
import { commitAll, git } from './git-repository.js';
import { lint } from './run-cli.js';

/** Wants a section "Model" and has a slip in its status. */
const NOTE = '---\ntype: initiative\nstatus: actve\n---\n## Why\nx\n\n## Reinforce\nx\n';
const FIXED = '---\ntype: initiative\nstatus: active\n---\n## Why\nx\n\n## Model\n\n%% Which behaviour will leaders show themselves? %%\n\n## Reinforce\nx\n';
const CLEAN = '---\ntype: insight\n---\nA voice.\n';

/** A vault with every kind of text that a fix must not disturb. */
const VAULT: Readonly<Record<string, string | Uint8Array>> = {
  'Plain.md': NOTE,
  'Windows.md': NOTE.replaceAll('\n', '\r\n'),
  'Byte order mark.md': `\ufeff${NOTE}`,
  'No final newline.md': NOTE.trimEnd(),
  'Ends in frontmatter.md': '---\ntype: play\n---',
  'Tabs\tand "quotes".md': NOTE.replace('x\n', '\tx\n'),
  'Sub folder/Déjà vu – 顧客.md': NOTE,
  '-dash.md': NOTE,
  'Clean.md': CLEAN,
  'Not of the playbook.md': 'status: actve\n',
};

async function fix(cwd: string, ...args: string[]) {
  return lint(['.', '--fix', ...args], { cwd });
}

function utf8(cwd: string, path: string): string {
  return readFileSync(join(cwd, path), 'utf8');
}

describe('lint --fix', () => {
  test('mends what can be mended, and says how much', async () => {
    const cwd = folderOf({ 'A.md': NOTE });
    const run = await fix(cwd);
    expect(utf8(cwd, 'A.md')).toBe(FIXED);
    expect(run.stderr).toBe('Fixed 2 findings in 1 note.\n1 warning in 1 note (1 in the playbook)\n');
    expect(run.stdout).toMatch(/^A\.md:8:1 warning Section "Model" is empty\. .* no-empty-practice\n$/);
    expect(run.code).toBe(1);
  });

  test('a second run fixes nothing and writes nothing', async () => {
    const cwd = folderOf(VAULT);
    await fix(cwd);
    const before = readFiles(cwd);
    const times = Object.keys(before).map((path) => statSync(join(cwd, path)).mtimeMs);
    const run = await fix(cwd);
    expect(run.stderr).toMatch(/^Fixed 0 findings in 0 notes\.\n/);
    expect(readFiles(cwd)).toEqual(before);
    expect(Object.keys(before).map((path) => statSync(join(cwd, path)).mtimeMs)).toEqual(times);
  });

  test('keeps line ends, byte order mark and the missing last line end', async () => {
    const cwd = folderOf(VAULT);
    await fix(cwd);
    expect(utf8(cwd, 'Windows.md')).toBe(FIXED.replaceAll('\n', '\r\n'));
    expect(utf8(cwd, 'Byte order mark.md')).toBe(`\ufeff${FIXED}`);
    expect(utf8(cwd, 'No final newline.md')).toBe(FIXED.trimEnd());
    expect(utf8(cwd, 'Ends in frontmatter.md')).toMatch(/^---\ntype: play\n---\n\n?## Why\n/);
  });

  test('leaves notes alone that have nothing to mend, and leaves no files behind', async () => {
    const cwd = folderOf(VAULT);
    const times = ['Clean.md', 'Not of the playbook.md'].map((path) => statSync(join(cwd, path)).mtimeMs);
    await fix(cwd);
    expect(utf8(cwd, 'Clean.md')).toBe(CLEAN);
    expect(['Clean.md', 'Not of the playbook.md'].map((path) => statSync(join(cwd, path)).mtimeMs)).toEqual(times);
    expect(Object.keys(readFiles(cwd)).sort()).toEqual(Object.keys(VAULT).sort());
  });

  test('keeps the mode of a note', async () => {
    const cwd = folderOf({ 'A.md': NOTE });
    chmodSync(join(cwd, 'A.md'), 0o664);
    await fix(cwd);
    expect(statSync(join(cwd, 'A.md')).mode & 0o777).toBe(0o664);
  });

  test('mends the chosen notes only', async () => {
    const cwd = folderOf({ 'A.md': NOTE, 'B.md': NOTE });
    await fix(cwd, 'A.md');
    expect(utf8(cwd, 'A.md')).toBe(FIXED);
    expect(utf8(cwd, 'B.md')).toBe(NOTE);
  });

  test('a directive keeps a finding from being mended', async () => {
    const text = NOTE.replace('## Why', '%% cx-lint-disable require-model -- not yet %%\n## Why');
    const cwd = folderOf({ 'A.md': text });
    await fix(cwd);
    expect(utf8(cwd, 'A.md')).toBe(text.replace('actve', 'active'));
  });

  test('a rule that is off mends nothing', async () => {
    const cwd = folderOf({ 'A.md': NOTE, 'cx-playbook.yml': 'rules:\n  require-model: off\n' });
    await fix(cwd);
    expect(utf8(cwd, 'A.md')).toBe(NOTE.replace('actve', 'active'));
  });

  test('a note that is a link is mended where it leads, and the link stays', async () => {
    const cwd = folderOf({ 'Real.txt': NOTE });
    symlinkSync('Real.txt', join(cwd, 'Link.md'));
    const run = await fix(cwd);
    expect(run.stderr).toMatch(/^Fixed 2 findings in 1 note\.\n/);
    expect(readlinkSync(join(cwd, 'Link.md'))).toBe('Real.txt');
    expect(utf8(cwd, 'Real.txt')).toBe(FIXED);
    expect(lstatSync(join(cwd, 'Real.txt')).isFile()).toBe(true);
  });

  test('a write-protected note stays as it is and is named', async () => {
    const cwd = folderOf({ 'A.md': NOTE });
    chmodSync(cwd, 0o777);
    chmodSync(join(cwd, 'A.md'), 0o444);
    const run = await lint(['.', '--fix'], { cwd, asOrdinaryUser: true });
    expect(run.stderr).toMatch(/^Cannot write "A\.md": permission denied\. The note was not changed\.\nFixed 0 findings in 0 notes\.\n/);
    expect(run.code).toBe(1);
    expect(readFiles(cwd)).toEqual({ 'A.md': NOTE });
  });

  test('a note in a folder that may not be written to stays whole', async () => {
    const cwd = folderOf({ 'Closed/A.md': NOTE, 'Open/B.md': NOTE });
    for (const path of ['', 'Open', 'Open/B.md', 'Closed/A.md']) chmodSync(join(cwd, path), 0o777);
    chmodSync(join(cwd, 'Closed'), 0o555);
    const run = await lint(['.', '--fix'], { cwd, asOrdinaryUser: true });
    expect(run.stderr).toMatch(/^Cannot write "Closed\/A\.md": permission denied\. The note was not changed\.\nFixed 2 findings in 1 note\.\n/);
    expect(readFiles(cwd)).toEqual({ 'Closed/A.md': NOTE, 'Open/B.md': FIXED });
  });

  test('a note that is not UTF-8 is never written', async () => {
    const bytes = Buffer.concat([Buffer.from(NOTE.replace('## Why\nx', '## Why\nB')), Buffer.from([0xe4, 0x0a])]);
    const cwd = folderOf({ 'Latin.md': bytes });
    const run = await fix(cwd);
    expect(run.stderr).toMatch(/^"Latin\.md" holds bytes that are not UTF-8, so it was not changed\. Save it as UTF-8 first\.\nFixed 0 findings in 0 notes\.\n/);
    expect(readFileSync(join(cwd, 'Latin.md')).equals(bytes)).toBe(true);
    expect(await fix(cwd, '--diff')).toMatchObject({ stdout: '' });
  });
});

describe('lint --fix --diff', () => {
  test('writes nothing', async () => {
    const cwd = folderOf(VAULT);
    const before = readFiles(cwd);
    const run = await fix(cwd, '--diff');
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^Would fix \d+ findings in 8 notes\.\n/);
    expect(readFiles(cwd)).toEqual(before);
  });

  test('prints a patch that git applies, to the same bytes as --fix', async () => {
    const cwd = folderOf(VAULT);
    const { stdout: patch } = await fix(cwd, '--diff');
    const fixed = folderOf(VAULT);
    await fix(fixed);
    const applied = folderOf({ ...VAULT, '.patch': patch });
    commitAll(applied);
    git(applied, 'apply', '--whitespace=nowarn', '.patch');
    expect(Object.entries(readFiles(applied)).filter(([path]) => path !== '.patch' && !path.startsWith('.git/')).sort()).toEqual(Object.entries(readFiles(fixed)).sort());
  });

  test('shows the change', async () => {
    const run = await fix(folderOf({ 'Notes/My note.md': NOTE }), '--diff');
    expect(run.stdout).toBe(
      '--- a/Notes/My note.md\n+++ b/Notes/My note.md\n@@ -1,9 +1,13 @@\n ---\n type: initiative\n-status: actve\n+status: active\n ---\n ## Why\n x\n \n+## Model\n+\n+%% Which behaviour will leaders show themselves? %%\n+\n ## Reinforce\n x\n',
    );
  });

  test('nothing to mend is an empty patch', async () => {
    expect(await fix(folderOf({ 'A.md': CLEAN }), '--diff')).toEqual({ code: 0, stdout: '', stderr: 'Would fix 0 findings in 0 notes.\nNo findings in 1 note (1 in the playbook)\n' });
  });

  test('a patch with control characters goes to a file only, whole', async () => {
    const text = NOTE.replace('## Why\nx', '## Why\n\u001b[31mred\u001b[0m');
    const cwd = folderOf({ 'A.md': text, 'B.md': NOTE });
    const run = await fix(cwd, '--diff');
    expect(run.stdout).toMatch(/^--- a\/B\.md\n/);
    expect(run.stderr).toMatch(/^"A\.md" holds control characters, so its changes are not shown here\. Write them to a file with -o\.\nWould fix 2 findings in 1 note\.\n/);
    await fix(cwd, '--diff', '-o', '.patch');
    commitAll(cwd);
    git(cwd, 'apply', '.patch');
    expect(utf8(cwd, 'A.md')).toContain('status: active\n---\n## Why\n\u001b[31mred');
  });
});
