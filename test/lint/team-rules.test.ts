import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/lint/apply-fixes.js';
import type { RepositoryFacts } from '../../src/lint/repository.js';
import { secretNames } from '../../src/lint/repository-secrets.js';
import { applyEdits } from '../../src/markdown/text-edit.js';
import { openFiles, TODAY } from './lint-files.js';

const FACTS: RepositoryFacts = {
  configFolder: '.obsidian',
  isShared: true,
  tracked: undefined,
  attributes: { text: undefined, above: [] },
  ignores: { text: undefined, above: [] },
  driver: undefined,
  pluginData: [],
};

/** `rule path` of what the rules of teams found. */
async function found(files: Readonly<Record<string, string>>, facts: RepositoryFacts | undefined = FACTS): Promise<readonly string[]> {
  const { diagnostics } = (await openFiles(files, TODAY, facts)).lint();
  return diagnostics.filter(({ rule }) => rule.startsWith('team/') && rule !== 'team/missing-gitattributes').map(({ rule, path, range }) => `${rule} ${path}:${range.start.line}`);
}

describe('conflict markers', () => {
  test('stand where git wrote them, in notes without a kind and in the first line too', async () => {
    const conflict = '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> side\n';
    expect(await found({ 'Home.md': `Text\n${conflict}${conflict}`, 'Ana.md': `<<<<<<< HEAD\n---\ntype: executive\n---\n=======\n---\ntype: pilot\n---\n>>>>>>> side\n` })).toEqual([
      'team/conflict-markers Ana.md:1',
      'team/conflict-markers Home.md:2',
      'team/conflict-markers Home.md:7',
    ]);
  });

  test('of a letter that was quoted seven times are text', async () => {
    expect(await found({ 'Mail.md': '>>>>>> Six\n>>>>>>> Seven\n>>>>>>> Eight\n' })).toEqual([]);
    expect(await found({ 'Mail.md': 'Six\r\n>>>>>>> side\r\nEight\r\n' })).toEqual(['team/conflict-markers Mail.md:2']);
  });

  test('in a thread are told with the thread alone', async () => {
    expect(await found({ '_annotations/ana--7k3m9q2x.md': '---\ntype: annotation\n<<<<<<< HEAD\nid: 7k3m9q2x\n=======\nid: 7k3m9q2y\n>>>>>>> side\n---\n' })).toEqual([]);
  });

  test('leave what is wrong with properties to valid-frontmatter where the rule is off', async () => {
    const files = { 'Ana.md': '---\ntype: executive\n<<<<<<< HEAD\nrole: CEO\n=======\nrole: CFO\n>>>>>>> side\n---\n' };
    const rulesOf = async (config: string): Promise<readonly string[]> => [...new Set((await openFiles({ ...files, 'cx-playbook.yml': config })).lint().diagnostics.map(({ rule }) => rule))];
    expect(await rulesOf('')).toEqual(['team/conflict-markers']);
    expect(await rulesOf('rules:\n  team/conflict-markers: off\n')).toEqual(['valid-frontmatter']);
  });
});

describe('copies of sync programs', () => {
  const NOTE = '---\ntype: executive\nrole: CFO\nunit: Finance\ncommitment: passive\ninfluence: 4\n---\n## Assessments\n- 2026-03-04 passive — says so\n';

  test('by a device’s name or a number count only beside a note that says nearly the same', async () => {
    expect(await found({ 'Ana.md': NOTE, 'Ana-HALPC.md': NOTE.replace('passive\n', 'toe-dipper\n'), 'Ana 2.md': NOTE })).toEqual(['team/sync-conflict-copy Ana 2.md:1', 'team/sync-conflict-copy Ana-HALPC.md:1']);
    expect(await found({ 'Ana 2.md': NOTE, 'Plan-B.md': NOTE, 'Plan.md': 'x' })).toEqual([]);
  });

  test('of files that are no notes are found too, and the one that is gone is not named', async () => {
    const { diagnostics } = (await openFiles({ 'Board (conflicted copy 2026-03-01 120000).canvas': '{}' }, TODAY, FACTS)).lint();
    expect(diagnostics.filter(({ rule }) => rule === 'team/sync-conflict-copy').map(({ message }) => message)).toEqual(['This looks like the copy that a sync program made when two devices changed it at once. Take over what is missing there, then delete this file.']);
  });
});

describe('names', () => {
  test.each([
    ['CON', 'con.md', true], ['auxiliary', 'auxiliary.md', false], ['a device before a dot', 'com1.notes.md', true], ['console', 'console.md', false], ['256 bytes', `${'é'.repeat(127)}.md`, true],
    ['255 bytes', `${'é'.repeat(126)}.md`, false], ['a backslash', 'a\\b.md', true], ['a control character', 'a\u0007b.md', true], ['a caret', 'a^b.md', true], ['a space before the ending', 'a .md', false], ['a folder that ends in a space', 'Board /Ana.md', true],
  ])('with %s', async (_name, path, isFound) => {
    expect((await found({ [path]: 'x' })).some((line) => line.startsWith('team/reserved-name'))).toBe(isFound);
  });

  test('are looked at again when a file comes or goes', async () => {
    const store = await openFiles({ 'Ana.md': 'x' }, TODAY, FACTS);
    const rules = (): readonly string[] => store.lint().diagnostics.map(({ rule }) => rule).filter((rule) => rule === 'team/case-collision');
    expect(rules()).toEqual([]);
    await store.setText('ANA.md', 'x');
    expect(rules()).toEqual(['team/case-collision']);
    store.remove('ANA.md');
    expect(rules()).toEqual([]);
  });

  test('in folders that the settings leave out are nobody’s business', async () => {
    expect(await found({ 'Ana.md': 'x', 'cx-playbook.yml': 'ignore: [Archive]\n' }, { ...FACTS, tracked: ['Archive/a?.md', 'Archive/A?.md', 'Ana.md'] })).toEqual([]);
  });
});

describe('secrets', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['a key by its name', { apiKey: '4f9a8b7c6d5e' }, ['apiKey']],
    ['a token in a list of accounts', { accounts: [{ access_token: 'abcdefgh1234' }] }, ['accounts.0.access_token']],
    ['a password', { server: { password: 'correct-horse' } }, ['server.password']],
    ['a value that looks like a key', { model: 'sk-abcdefghijklmnop1234' }, ['model']],
    ['a number of tokens', { maxTokens: '40000000', tokenCount: '12345678' }, []],
    ['a path, a word and a sentence', { tokenPath: '/disk/ana/token', passwordHint: 'the usual one', secret: 'none', prompt: 'Write a password for the user' }, []],
    ['no object', 'ghp_abcdefghijklmnopqrstuvwxyz', ['']],
    ['nothing', null, []],
  ])('%s', (_name, data, expected) => {
    expect(secretNames(data)).toEqual(expected);
  });

  test('in deep or wide data take no time and no more names than a person reads', () => {
    let deep: unknown = { token: 'abcdefgh1234' };
    for (let level = 0; level < 50; level++) deep = { deep };
    expect(secretNames(deep)).toEqual([]);
    expect(secretNames(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`token${index}Key`, 'x']))).length).toBe(0);
    expect(secretNames(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`n${index}`, { token: 'abcdefgh1234' }]))).length).toBe(20);
  });
});

const LINE = fc.constantFrom('type: case', 'cost: high', 'units: [Harbour]', 'title: "A: b"', '# From Ana', '', '---', 'Text', '- a', 'views: 3', '  deep: 1', 'units:\n  - Harbour', '<<<<<<< HEAD', '=======', '>>>>>>> side');
const ENDING = fc.constantFrom('\n', '\n', '\r\n');
const NOTE_TEXT = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(LINE, ENDING), { maxLength: 14 }))
  .map(([hasMark, lines]) => `${hasMark ? '\uFEFF' : ''}---\ntype: case\n${lines.map(([line, ending]) => line + ending).join('')}`);

describe('the fixes of team rules', () => {
  test('twice are as good as once, and lose no line that only one block has', async () => {
    const store = await openFiles({}, TODAY, FACTS);
    const lint = async (text: string) => (await store.lintText('Case.md', text)).filter(({ rule }) => rule.startsWith('team/'));
    await fc.assert(
      fc.asyncProperty(NOTE_TEXT, async (text) => {
        const fixed = await applyFixes(text, lint);
        expect(await applyFixes(fixed.text, lint)).toEqual({ text: fixed.text, count: 0 });
        const linesOf = (whole: string): readonly string[] => [...new Set(whole.replace('\uFEFF', '').split(/\r?\n/).filter((line) => line.trim() !== ''))].sort();
        expect(linesOf(fixed.text)).toEqual(linesOf(text));
      }),
      { numRuns: 300 },
    );
  });

  test('make one block of two that agree, with every property and comment of both', async () => {
    const store = await openFiles({}, TODAY, undefined);
    const own = fc.subarray(['cost: high # sure', 'units:\n  - Harbour\n  - Yard', '# From Ana', 'title: "A: b"', 'owner: "[[Ana]]"', 'n: 1.0'], { minLength: 1 });
    const both = fc.subarray(['type: case', 'start: 2026-03-01 # about', "quote: 'it''s'", 'list: [a, b]'], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(own, both, fc.constantFrom('', '\n', '\n \n'), fc.constantFrom('\n', '\r\n'), fc.boolean(), async (mine, shared, gap, ending, sharedLast) => {
        const block = (lines: readonly string[]): string => `---\n${lines.map((line) => `${line}\n`).join('')}---\n`;
        const first = ['type: case', ...shared.filter((line) => line !== 'type: case')];
        const second = sharedLast ? [...mine, ...shared] : [...shared, ...mine];
        const text = `${block(first)}${gap}${block(second)}Text\n`.replaceAll('\n', ending);
        const found = (await store.lintText('Case.md', text)).filter(({ rule }) => rule === 'team/double-frontmatter');
        expect(found.length).toBe(1);
        const fixed = applyEdits(text, found[0]?.fix?.edits ?? []);
        expect(fixed).toBe(`${block([...first, ...mine])}Text\n`.replaceAll('\n', ending));
      }),
      { numRuns: 200 },
    );
  });

  test('of line ends and marks change no other byte', async () => {
    const store = await openFiles({}, TODAY, FACTS);
    await fc.assert(
      fc.asyncProperty(NOTE_TEXT, async (text) => {
        for (const { fix, rule } of await store.lintText('Case.md', text)) {
          if (fix === undefined || (rule !== 'team/mixed-eol' && rule !== 'team/bom')) continue;
          const bare = (whole: string): string => whole.replace('\uFEFF', '').replaceAll('\r\n', '\n');
          expect(bare(applyEdits(text, fix.edits))).toBe(bare(text));
        }
      }),
      { numRuns: 300 },
    );
  });
});
