/** Held against git itself, in repositories of the test. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributeOf, ignoreOf, withoutBlock, withWantedAttributes, withWantedIgnores, type WantedFile } from '../../src/lint/repository-files.js';
import { commitAll, git } from '../cli/git-repository.js';
import { folderOf, tempFolder, writeFiles } from '../temp-folder.js';

const CONFIG = '.obsidian';
const BLOCK = '# cx-playbook: begin\n# Written by CX Playbook. Your own lines below this block win over it.\n*.md text=auto eol=lf merge=cx-playbook\n_annotations/** merge=union\n# cx-playbook: end\n';

function attribute(folder: string, name: string, path: string): string {
  return git(folder, 'check-attr', '-z', name, '--', path).split('\0')[2] ?? '';
}

function ignoredOf(folder: string, paths: readonly string[]): readonly string[] {
  const { stdout } = spawnSync('git', ['-C', folder, '-c', 'core.excludesFile=', 'check-ignore', '--no-index', '-z', '--stdin'], { input: paths.join('\0'), encoding: 'utf8' });
  return stdout.split('\0').filter((path) => path !== '');
}

describe('the wanted attributes', () => {
  test('make a file where there is none', () => {
    expect(withWantedAttributes(undefined)).toEqual({ text: BLOCK, added: ['*.md text=auto eol=lf merge=cx-playbook', '_annotations/** merge=union'], contradictions: [] });
  });

  test('stand above what people wrote, in its line endings, and leave its bytes', () => {
    expect(withWantedAttributes('*.pdf binary').text).toBe(`${BLOCK}*.pdf binary`);
    expect(withWantedAttributes('*.pdf binary\r\n*.png binary').text).toBe(`${BLOCK.replaceAll('\n', '\r\n')}*.pdf binary\r\n*.png binary`);
    expect(withWantedAttributes('\uFEFF*.pdf binary\n').text).toBe(`\uFEFF${BLOCK}*.pdf binary\n`);
  });

  test('are not written again where somebody wrote all of them', () => {
    const own = '*.md text=auto eol=lf merge=cx-playbook\n_annotations/** merge=union\n';
    expect(withWantedAttributes(own)).toEqual({ text: own, added: [], contradictions: [] });
  });

  test('bring an older block up to date where it stands', () => {
    const older = '*.pdf binary\n# cx-playbook: begin\n*.md merge=cx-playbook\n# cx-playbook: end\n*.png binary\n';
    expect(withWantedAttributes(older).text).toBe(`*.pdf binary\n${BLOCK}*.png binary\n`);
  });

  test('keep lines below a mark that nothing closes, as a merge may leave it', () => {
    const { text } = withWantedAttributes(`# cx-playbook: begin\n*.pdf binary\n${withWantedAttributes(undefined).text}`);
    expect(text).toContain('*.pdf binary\n');
    expect(withoutBlock(text)).toBe('# cx-playbook: begin\n*.pdf binary\n');
  });

  test('respect and tell what somebody decided otherwise', () => {
    const { text, contradictions } = withWantedAttributes('# Ours\n*.md -text merge=union\n');
    expect(text).toBe(`${BLOCK}# Ours\n*.md -text merge=union\n`);
    expect(contradictions).toEqual([
      { line: 2, text: '*.md -text merge=union', wanted: '*.md text=auto', folder: '' },
      { line: 2, text: '*.md -text merge=union', wanted: '*.md merge=cx-playbook', folder: '' },
    ]);
  });

  test('respect what the folders above the vault say', () => {
    const above = [{ folder: 'vaults/acme', text: '* text eol=crlf\n' }];
    const { text, added, contradictions } = withWantedAttributes(undefined, above);
    expect(added).toEqual(['*.md merge=cx-playbook', '_annotations/** merge=union']);
    expect(text).not.toContain('eol');
    expect(contradictions.map(({ wanted, folder, line }) => [wanted, folder, line])).toEqual([
      ['*.md text=auto', 'vaults/acme', 1],
      ['*.md eol=lf', 'vaults/acme', 1],
    ]);
  });

  test('reach git as they are meant, and notes merge where the driver is not set up', () => {
    const folder = folderOf({ 'Vault/.gitattributes': withWantedAttributes(undefined).text, 'Vault/N.md': 'a\nb\nc\nd\ne\n', 'Vault/_annotations/t.md': 'x\n' });
    commitAll(folder);
    expect(attribute(folder, 'merge', 'Vault/deep/N.md')).toBe('cx-playbook');
    expect(attribute(folder, 'merge', 'Vault/_annotations/t.md')).toBe('union');
    expect(attribute(folder, 'eol', 'Vault/_annotations/t.md')).toBe('lf');
    git(folder, 'checkout', '--quiet', '-b', 'side');
    writeFiles(folder, { 'Vault/N.md': 'A\nb\nc\nd\ne\n', 'Vault/_annotations/t.md': 'x\nside\n' });
    git(folder, 'commit', '--quiet', '--all', '--message', 'Side');
    git(folder, 'checkout', '--quiet', 'main');
    writeFiles(folder, { 'Vault/N.md': 'a\nb\nc\nd\nE\n', 'Vault/_annotations/t.md': 'x\nmain\n' });
    git(folder, 'commit', '--quiet', '--all', '--message', 'Main');
    git(folder, 'merge', '--quiet', 'side');
    expect(git(folder, 'show', 'HEAD:Vault/N.md')).toBe('A\nb\nc\nd\nE\n');
    expect(git(folder, 'show', 'HEAD:Vault/_annotations/t.md')).toContain('x\nmain\nside\n');
  });

  test('show no note as changed that was stored with other line endings before', () => {
    const folder = folderOf({ 'Old.md': 'a\r\nb\r\n' });
    commitAll(folder);
    writeFiles(folder, { '.gitattributes': withWantedAttributes(undefined).text, 'Old.md': 'a\r\nb\r\n', 'New.md': 'a\r\n' });
    git(folder, 'add', '--all');
    expect(git(folder, 'diff', '--cached', '--name-only')).toBe('.gitattributes\nNew.md\n');
    expect(git(folder, 'show', ':New.md')).toBe('a\n');
  });
});

describe('the wanted ignores', () => {
  test('keep what belongs to one device and to the coach out of git', () => {
    const folder = folderOf({ '.gitignore': withWantedIgnores(undefined, CONFIG).text });
    commitAll(folder);
    const personal = ['.obsidian/workspace.json', '.obsidian/workspace-mobile.json', '.obsidian/workspaces.json', '.obsidian/workspace', '.obsidian/cache', '.trash/a.md', '_coach/a.md', 'Sub/.DS_Store'];
    const shared = ['.obsidian/app.json', '.obsidian/plugins/cx-playbook/data.json', 'Workspace.json', 'cx-playbook.yml'];
    expect(ignoredOf(folder, [...shared, ...personal])).toEqual(personal);
  });

  test('respect and tell what somebody takes back', () => {
    const { text, contradictions } = withWantedIgnores('*.tmp\r\n!.obsidian/workspace.json\r\n', CONFIG);
    expect(text.endsWith('# cx-playbook: end\r\n*.tmp\r\n!.obsidian/workspace.json\r\n')).toBe(true);
    expect(contradictions).toEqual([{ line: 2, text: '!.obsidian/workspace.json', wanted: '.obsidian/workspace*.json', folder: '' }]);
  });

  test('are not written where a folder above has them', () => {
    const above = [{ folder: 'vaults', text: withWantedIgnores('', CONFIG).text }];
    expect(withWantedIgnores(undefined, CONFIG, [{ folder: 'acme', text: '.obsidian/\n.trash/\n.DS_Store\nThumbs.db\ndesktop.ini\n_coach\n' }]).text).toBe('');
    // Patterns with folders hold from the file that has them.
    expect(withWantedIgnores(undefined, CONFIG, above).added).toEqual(['.obsidian/workspace', '.obsidian/workspace*.json', '.obsidian/cache']);
  });
});

const LINES = ['*.md text=auto', '*.md', '* -text', 'Notes/*.md merge=union', '/A.md merge=a', '**/A.md merge=b', 'Notes/** !merge', 'N*/**/A.md merge=-x', '[A-M].md merge=c', '[!A].md text', '"A.md" eol=crlf', '# *.md merge=z', '*.md binary', 'A?md merge=q', '\\A.md merge=esc', 'a*a*a merge=d', '_annotations/** merge=union', 'Notes/ merge=folder'];
const PATHS = ['A.md', 'Z.md', 'Notes/A.md', 'Notes/deep/A.md', '_annotations/t.md', 'aXaYa', 'Notes/B.txt'];
const IGNORES = ['*.md', '!A.md', 'Notes/', '!Notes/A.md', '/Notes', 'Notes/*', '!Notes/deep/', '**/deep', '#x', '\\#x', '!Z.md', '.obsidian/workspace*.json', '_annotations/**', '*  ', 'deep/A.md', 'N?tes/A.md', '[ab]*'];
const text = (lines: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.array(fc.constantFrom(...lines), { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), fc.boolean()).map(([some, ending, last]) => some.join(ending) + (last && some.length > 0 ? ending : ''));

describe('the reading of both files', () => {
  test('gives the attributes that git gives', () => {
    const folder = tempFolder();
    commitAll(folder);
    fc.assert(
      fc.property(text(LINES), (written) => {
        writeFileSync(join(folder, '.gitattributes'), written);
        const told = git(folder, 'check-attr', '-z', 'merge', 'text', 'eol', '--', ...PATHS).split('\0');
        for (let at = 0; at + 2 < told.length; at += 3) {
          const [path = '', name = '', value] = told.slice(at, at + 3);
          expect([written, path, name, attributeOf(path, name, [{ folder: '', text: written }]).value ?? 'unspecified']).toEqual([written, path, name, value]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('gives what git ignores', () => {
    const folder = tempFolder();
    commitAll(folder);
    fc.assert(
      fc.property(text(IGNORES), (written) => {
        writeFileSync(join(folder, '.gitignore'), written);
        expect([written, PATHS.filter((path) => ignoreOf(path, [{ folder: '', text: written }]).value === 'ignored')]).toEqual([written, ignoredOf(folder, PATHS)]);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, readonly string[], (before: string) => WantedFile]>([
    ['attributes', LINES, (before) => withWantedAttributes(before)],
    ['ignores', IGNORES, (before) => withWantedIgnores(before, CONFIG)],
  ])('merges the wanted %s once, around the bytes that are there', (_name, lines, merge) => {
    fc.assert(
      fc.property(text(lines), (before) => {
        const { text: once, added } = merge(before);
        expect(once.endsWith(before)).toBe(true);
        expect(once === before).toBe(added.length === 0);
        expect(merge(once)).toEqual({ ...merge(once), text: once, added: [] });
      }),
    );
  });
});
