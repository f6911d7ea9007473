import { chmodSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTILE_TITLES } from '../export/hostile-titles.js';
import { folderOf, readFiles, tempFolder } from '../temp-folder.js';
import { commitAll, git } from './git-repository.js';
import { runCli, TODAY } from './run-cli.js';

const SAMPLE = join(import.meta.dirname, '../sample-vault');

const ANA = `---
type: executive # the boss
unit: Freight
commitment:   "Toe Dipper"
assessed: 2026-01-01
---
# Ana

## Evidence
### Did
- 2026-10-01 Paid for [[Texts]] #money
- 2026-10-02 Won over Ben #peer
`;
const PURSE = '---\ntype: initiative\nambition: enterprise\nunits: [Freight]\n---\n## Why\nStaff get training. Staff stay.\n';
const VAULT = { 'People/Ana.md': ANA, 'Purse.md': PURSE, 'Diary.md': 'Staff training. Staff.\n' };

function tag(cwd: string, ...args: string[]) {
  return runCli(['tag', '.', '--today', TODAY, ...args], { cwd });
}

interface Json {
  readonly notes: readonly { readonly path: string; readonly proposals: readonly { readonly field: string; readonly from: unknown; readonly to: unknown; readonly reasons: readonly { readonly path: string; readonly line: number | null }[] }[]; readonly without: readonly { readonly field: string; readonly kind: string }[] }[];
}

/** "People/Ana.md level supporter" */
async function proposals(cwd: string, ...args: string[]): Promise<readonly string[]> {
  const { notes } = JSON.parse((await tag(cwd, '--format', 'json', ...args)).stdout) as Json;
  return notes.flatMap(({ path, proposals: all }) => all.map(({ field, to }) => `${path} ${field} ${String(to)}`));
}

function utf8(cwd: string, path: string): string {
  return readFileSync(join(cwd, path), 'utf8');
}

describe('tag', () => {
  test('proposes with the lines it rests on, writes nothing, and says by its exit code that proposals wait', async () => {
    const cwd = folderOf(VAULT);
    const { stdout, stderr, code } = await tag(cwd);
    expect(code).toBe(1);
    expect(stderr).toBe('Proposals for 2 notes, nothing was written.\n');
    expect(stdout).toContain('People/Ana.md\n  Level: toe-dipper → supporter\n  - Done on 2026-10-01, money: Paid for Texts\n    People/Ana.md:11\n');
    expect(stdout).toContain('  Needed level: not set → supporter\n');
    expect(stdout).toContain('Purse.md\n  Competencies: none → employee-engagement\n');
    expect(readFiles(cwd)).toEqual(readFiles(folderOf(VAULT)));
  });

  test('says the same as Markdown and JSON, where programs find slugs and lines', async () => {
    const cwd = folderOf({ ...VAULT, 'cx-playbook.yml': 'labels:\n  supporter: backs it\n' });
    expect((await tag(cwd, '--format', 'md')).stdout).toContain('### People/Ana.md\n\nLevel: toe-dipper → backs it\n\n- Done on 2026-10-01, money: Paid for Texts (People/Ana.md:11)\n');
    const { notes } = JSON.parse((await tag(cwd, '--format', 'json')).stdout) as Json;
    expect(notes[0]?.proposals[0]).toMatchObject({ field: 'level', from: 'toe-dipper', to: 'supporter', reasons: [{ path: 'People/Ana.md', line: 11 }, { line: 12 }] });
    expect(notes[0]?.without).toMatchObject([{ field: 'competencies', kind: 'nothing-recorded' }]);
  });

  test('is quiet and clean where nothing is recorded, and says why an executive has no level', async () => {
    const { stdout, code } = await tag(folderOf({ 'Ana.md': '---\ntype: executive\n---\n' }));
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing is recorded in this vault about what Ana said or did.\n  Ana.md\n');
  });

  test('evidence never proposes less than the record', async () => {
    const cwd = folderOf({ 'Ana.md': ANA.replace('"Toe Dipper"', 'advocate') });
    expect(await proposals(cwd)).toEqual([]);
  });

  test('follows a newer dated assessment, and leaves a level alone that was set today', async () => {
    const older = `${ANA}\n## Assessments\n- 2026-11-01 passive — by M. Devereux\n`;
    expect(await proposals(folderOf({ 'Ana.md': older }), '--field', 'level')).toEqual(['Ana.md level passive']);
    expect(await proposals(folderOf({ 'Ana.md': ANA.replace('2026-01-01', TODAY) }), '--field', 'level')).toEqual([]);
  });

  test('gives the same bytes each time', async () => {
    for (const format of ['text', 'json', 'md']) expect((await tag(SAMPLE, '--format', format)).stdout).toBe((await tag(SAMPLE, '--format', format)).stdout);
  });
});

describe('tag --write', () => {
  test('prints the same preview, then writes it and no other byte', async () => {
    const cwd = folderOf(VAULT);
    const preview = await tag(cwd);
    const { stdout, stderr, code } = await tag(cwd, '--write', '--by', 'M. Devereux', '--mirror-tags', '--field', 'level', '--field', 'mirror-tag');
    expect([code, stderr]).toEqual([0, 'Wrote 1 note.\n']);
    expect(preview.stdout).toContain('Level: toe-dipper → supporter');
    expect(stdout).toContain('  Level: toe-dipper → supporter\n');
    expect(stdout).toContain('  Mirror tag: none → cx/supporter\n');
    const written = utf8(cwd, 'People/Ana.md');
    expect(written).toContain('- 2026-11-22 supporter — by M. Devereux — evidence of 2026-10-01, 2026-10-02\n');
    expect(written).toContain('type: executive # the boss\n');
    expect(written).toMatch(/^commitment: {3}"?supporter"?$/m);
    expect(written).toMatch(/^assessed: 2026-11-22$/m);
    expect(utf8(cwd, 'Purse.md')).toBe(PURSE);
  });

  test.each([
    ['this vault', () => folderOf(VAULT)],
    ['a dated line below what evidence reaches', () => folderOf({ 'Ana.md': `${ANA.replace('"Toe Dipper"', 'advocate')}\n## Assessments\n- 2026-11-01 passive\n` })],
    ['Windows line ends and a byte order mark', () => folderOf({ 'Ana.md': `\ufeff${ANA.replaceAll('\n', '\r\n')}` })],
    ['tags of other levels', () => folderOf({ 'Ana.md': ANA.replace('unit:', 'tags: [cx/passive, "#cx/advocate", other]\nunit:') })],
    ['the sample vault', () => {
      const cwd = tempFolder();
      cpSync(SAMPLE, cwd, { recursive: true });
      return cwd;
    }],
  ])('proposes nothing more a second time: %s', async (_what, vault) => {
    const cwd = vault();
    expect(await tag(cwd, '--write', '--mirror-tags')).toMatchObject({ code: 0 });
    const after = readFiles(cwd);
    expect(await tag(cwd, '--write', '--mirror-tags')).toMatchObject({ code: 0, stderr: 'Wrote 0 notes.\n' });
    expect(await proposals(cwd, '--mirror-tags')).toEqual([]);
    expect(readFiles(cwd)).toEqual(after);
  });

  test('chooses few: by note, by folder, by kind of tag', async () => {
    const cwd = folderOf(VAULT);
    expect(await proposals(cwd, '--only', 'Purse.md')).toEqual(['Purse.md competencies employee-engagement']);
    expect(await proposals(cwd, '--only', 'People', '--field', 'needed')).toEqual(['People/Ana.md needed supporter']);
    await tag(cwd, '--write', '--field', 'competencies');
    expect(utf8(cwd, 'People/Ana.md')).toBe(ANA);
    expect(utf8(cwd, 'Purse.md')).toContain('competencies:');
  });

  test('a mirror tag of another level is put right; without --mirror-tags none is added', async () => {
    const text = '---\ntype: executive\ncommitment: passive\nassessed: 2026-01-01\ntags: [cx/opposer, other] # keep\n---\n';
    const cwd = folderOf({ 'Ana.md': text, 'Ben.md': text.replace(/tags.*\n/, '') });
    expect(await proposals(cwd)).toEqual(['Ana.md mirror-tag cx/passive']);
    await tag(cwd, '--write');
    expect(utf8(cwd, 'Ana.md')).toBe(text.replace('opposer', 'passive'));
    expect(await proposals(cwd, '--mirror-tags')).toEqual(['Ben.md mirror-tag cx/passive']);
  });

  test('tags that are no list of tags are left alone', async () => {
    const text = '---\ntype: executive\ncommitment: passive\ntags: { a: b }\n---\n';
    const cwd = folderOf({ 'Ana.md': text });
    await tag(cwd, '--write', '--mirror-tags');
    expect(utf8(cwd, 'Ana.md')).toBe(text);
  });

  test('a write-protected note stays as it is and is named; the others are written', async () => {
    const cwd = folderOf({ 'Ana.md': ANA, 'Ben.md': ANA });
    for (const path of ['', 'Ben.md']) chmodSync(join(cwd, path), 0o777);
    chmodSync(join(cwd, 'Ana.md'), 0o444);
    const { code, stderr } = await runCli(['tag', '.', '--today', TODAY, '--write'], { cwd, asOrdinaryUser: true });
    expect([code, stderr]).toEqual([1, 'Cannot write "Ana.md": permission denied. The note was not changed.\nWrote 1 note.\n']);
    expect(utf8(cwd, 'Ana.md')).toBe(ANA);
    expect(utf8(cwd, 'Ben.md')).not.toBe(ANA);
  });

  test('a note that is not UTF-8 is never written', async () => {
    const bytes = Buffer.concat([Buffer.from(ANA), Buffer.from([0xe4, 0x0a])]);
    const cwd = folderOf({ 'Ana.md': bytes });
    const { code, stderr } = await tag(cwd, '--write');
    expect(code).toBe(1);
    expect(stderr).toContain('holds bytes that are not UTF-8, so it was not changed.');
    expect(readFileSync(join(cwd, 'Ana.md')).equals(bytes)).toBe(true);
  });

  test('a note in which no place for the dated line is found is named and left', async () => {
    const text = `${ANA}\n\`\`\`\nnever closed\n`;
    const cwd = folderOf({ 'Ana.md': text, 'Ben.md': ANA });
    const { stdout, stderr, code } = await tag(cwd, '--write', '--field', 'level');
    const message = '"Ana.md" cannot be tagged: What opens here never ends and would hide the dated line. Close it, then try again.';
    expect([code, stderr]).toEqual([1, `${message}\nWrote 1 note.\n`]);
    expect(stdout.replace(/\n +/g, ' ')).toContain(`Left as they are\n================\n- ${message} Ana.md\n`);
    expect(utf8(cwd, 'Ana.md')).toBe(text);
    expect((await tag(cwd, '--field', 'level')).stderr).toBe(`${message}\nNothing can be written.\n`);
  });
});

describe('tag --diff', () => {
  test('prints a patch that git applies, to the same bytes as --write', async () => {
    const cwd = folderOf(VAULT);
    const { stdout: patch, code } = await tag(cwd, '--diff', '--mirror-tags');
    expect(code).toBe(1);
    commitAll(cwd);
    const written = folderOf(VAULT);
    expect((await tag(written, '--diff', '--write', '--mirror-tags')).stdout).toBe(patch);
    const applied = folderOf({ ...VAULT, '.patch': patch });
    commitAll(applied);
    git(applied, 'apply', '--whitespace=nowarn', '.patch');
    for (const path of Object.keys(VAULT)) expect(utf8(applied, path)).toBe(utf8(written, path));
  });

  test('with control characters goes to a file only', async () => {
    const cwd = folderOf({ 'Ana.md': ANA.replace('# Ana', '# Ana \u001b[31m') });
    const run = await tag(cwd, '--diff', '--field', 'level');
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('"Ana.md" holds control characters');
  });
});

test.each(Object.entries(HOSTILE_TITLES))('%s in notes comes out harmless', async (_what, title) => {
  const line = title.replace(/[\r\n\u2028]+/g, ' ');
  const cwd = folderOf({ 'Ana.md': ANA.replace('Paid for', line.slice(0, 2000)), 'Purse.md': PURSE.replace('Staff get', `${line.slice(0, 2000)} staff get`) });
  for (const format of ['text', 'json', 'md']) {
    const { stdout, stderr, code } = await tag(cwd, '--format', format);
    expect(code).toBe(1);
    expect(stdout + stderr).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  }
});

test.each([
  [['--field', 'levels'], 'Option --field takes one of level, needed, competencies, mirror-tag, not "levels". Did you mean "level"?\n'],
  [['--only', 'Nowhere.md'], '"Nowhere.md" is not in the vault. Name a note or folder of it.\n'],
  [['--by', 'a\nb'], 'Option --by takes a name on one line, without control characters and "%%".\n'],
  [['--diff', '--format', 'json'], 'Option --diff writes a patch and takes no --format. Leave out one of them.\n'],
  [['--mirror-tags', '--field', 'level'], 'Option --mirror-tags needs the mirror tags. Add --field mirror-tag, or leave out --mirror-tags.\n'],
])('%j are refused, and nothing is written', async (args, stderr) => {
  const cwd = folderOf(VAULT);
  expect(await tag(cwd, '--write', ...args)).toEqual({ code: 2, stdout: '', stderr });
  expect(utf8(cwd, 'People/Ana.md')).toBe(ANA);
});
