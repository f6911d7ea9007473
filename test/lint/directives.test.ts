import { describe, expect, test } from 'vitest';
import { parseDirectives } from '../../src/lint/directives.js';
import { inShort, lintFiles, openFiles } from './lint-files.js';

/** A note whose kind needs three sections and has none: three findings about the whole note, at its first line. */
const NO_SECTIONS = '---\ntype: play\n---\n';
/** Findings on lines 5 and 9. */
const EMPTY = '## Why\n%% Why we do it %%\n## Model\nx\n## Reinforce\n%% later %%\n';

async function rulesOf(text: string): Promise<string[]> {
  return (await lintFiles({ 'A.md': text })).map(({ rule }) => rule);
}

async function shortOf(text: string): Promise<string[]> {
  return inShort(await lintFiles({ 'A.md': text }));
}

function parsed(text: string) {
  return parseDirectives(text).map(({ form, rules, reason, from, to }) => ({ form, rules, reason, text: text.slice(from, to) }));
}

describe('the forms of a directive', () => {
  test.each([
    ['%% cx-lint-disable require-why -- in May %%', { form: 'disable', rules: ['require-why'], reason: 'in May' }],
    ['<!-- cx-lint-disable require-why -- in May -->', { form: 'disable', rules: ['require-why'], reason: 'in May' }],
    ['%%cx-lint-disable%%', { form: 'disable', rules: [], reason: '' }],
    ['<!--cx-lint-disable-->', { form: 'disable', rules: [], reason: '' }],
    ['%% cx-lint-disable a, b c,d %%', { form: 'disable', rules: ['a', 'b', 'c', 'd'], reason: '' }],
    ['%% cx-lint-disable-line a %%', { form: 'disable-line', rules: ['a'], reason: '' }],
    ['%% cx-lint-disable-next-line a %%', { form: 'disable-next-line', rules: ['a'], reason: '' }],
    ['%% cx-lint-disable-file a -- 50% done, A -- B %%', { form: 'disable-file', rules: ['a'], reason: '50% done, A -- B' }],
    ['Text %% cx-lint-disable-line a %% and more', { form: 'disable-line', rules: ['a'], reason: '' }],
    ['%%\ncx-lint-disable a\n%%', { form: 'disable', rules: ['a'], reason: '' }],
    ['> [!note]\n> %% cx-lint-disable a %%', { form: 'disable', rules: ['a'], reason: '' }],
    ['- item <!-- cx-lint-disable a -->', { form: 'disable', rules: ['a'], reason: '' }],
  ])('%j', (text, expected) => {
    const [directive, ...others] = parsed(text);
    expect(directive).toMatchObject(expected);
    expect(directive?.text).toMatch(/^(?:%%|<!--)[\s\S]*(?:%%|-->)$/);
    expect(others).toEqual([]);
  });

  test.each([
    ['in a code block', '```\n%% cx-lint-disable a %%\n```\n'],
    ['in an indented code block', 'Text\n\n    %% cx-lint-disable a %%\n'],
    ['in inline code', 'Write `%% cx-lint-disable a %%` above it.'],
    ['in a math block', '$$\n%% cx-lint-disable a %%\n$$\n'],
    ['without a comment', 'cx-lint-disable a'],
    ['as a heading', '# cx-lint-disable a'],
    ['not first in its comment', '%% please cx-lint-disable a %%'],
    ['of another word', '%% cx-lint-disabled a %%'],
    ['of another tool', '%% markdownlint-disable a %%'],
  ])('none %s', (_where, text) => {
    expect(parsed(text)).toEqual([]);
  });

  test('frontmatter takes # comments, alone and behind a value', () => {
    const text = '---\n# cx-lint-disable-file a -- old\ntype: play # cx-lint-disable-line b\nrole: "#cx-lint-disable c"\n---\n# cx-lint-disable d\n';
    expect(parsed(text)).toEqual([
      { form: 'disable-file', rules: ['a'], reason: 'old', text: '# cx-lint-disable-file a -- old' },
      { form: 'disable-line', rules: ['b'], reason: '', text: '# cx-lint-disable-line b' },
    ]);
  });

  test('Windows line ends stay outside', () => {
    expect(parsed('---\r\n# cx-lint-disable-file a\r\n---\r\n%% cx-lint-disable b %%\r\n').map(({ text }) => text)).toEqual(['# cx-lint-disable-file a', '%% cx-lint-disable b %%']);
  });
});

describe('what a directive silences', () => {
  test('without one all is told', async () => {
    expect(await rulesOf(NO_SECTIONS)).toEqual(['require-model', 'require-reinforce', 'require-why']);
    expect(await shortOf(`${NO_SECTIONS}${EMPTY}`)).toEqual(['no-empty-practice A.md 4:1', 'no-empty-practice A.md 8:1']);
  });

  test.each([['%%', '%%'], ['<!--', '-->']])('disable in %s, from there to the end', async (open, close) => {
    const disable = `${open} cx-lint-disable no-empty-practice ${close}\n`;
    expect(await shortOf(`${NO_SECTIONS}${disable}${EMPTY}`)).toEqual([]);
    expect(await shortOf(`${NO_SECTIONS}${EMPTY.replace('## Model', `${disable}## Model`)}`)).toEqual(['no-empty-practice A.md 4:1']);
  });

  test('disable, until enable', async () => {
    const text = `${NO_SECTIONS}%% cx-lint-disable no-empty-practice %%\n${EMPTY.replace('## Model', '%% cx-lint-enable no-empty-practice %%\n## Model')}`;
    expect(await shortOf(text)).toEqual(['no-empty-practice A.md 10:1']);
    expect(await shortOf(text.replace('cx-lint-enable no-empty-practice', 'cx-lint-enable'))).toEqual(['no-empty-practice A.md 10:1']);
    expect(await shortOf(text.replace('cx-lint-enable no-empty-practice', 'cx-lint-enable require-why'))).toEqual([]);
  });

  test('enable ends one rule of several, and of all', async () => {
    for (const rules of ['no-empty-practice dated-item', '']) {
      const text = `${NO_SECTIONS}%% cx-lint-disable ${rules} %%\n${EMPTY.replace('## Model', '%% cx-lint-enable no-empty-practice %%\n## Model')}`;
      expect(await shortOf(text)).toEqual(['no-empty-practice A.md 10:1']);
    }
    const other = `${NO_SECTIONS}%% cx-lint-disable no-empty-practice dated-item %%\n${EMPTY.replace('## Model', '%% cx-lint-enable dated-item %%\n## Model')}`;
    expect(await shortOf(other)).toEqual([]);
  });

  test('disable-line and disable-next-line, that line only', async () => {
    expect(await shortOf(`${NO_SECTIONS}${EMPTY.replace('## Why', '## Why %% cx-lint-disable-line no-empty-practice %%')}`)).toEqual(['no-empty-practice A.md 8:1']);
    expect(await shortOf(`${NO_SECTIONS}%% cx-lint-disable-next-line no-empty-practice %%\n${EMPTY}`)).toEqual(['no-empty-practice A.md 9:1']);
    expect(await shortOf(`${NO_SECTIONS}%% cx-lint-disable-next-line no-empty-practice %%\n\n${EMPTY}`)).toEqual(['unused-directive A.md 4:1', 'no-empty-practice A.md 6:1', 'no-empty-practice A.md 10:1']);
  });

  test('disable-file, wherever it stands', async () => {
    expect(await shortOf(`${NO_SECTIONS}${EMPTY}\n%% cx-lint-disable-file no-empty-practice %%\n`)).toEqual([]);
  });

  test('in frontmatter, above the property or behind it', async () => {
    const note = (status: string) => `---\ntype: pilot\n${status}\n---\n`;
    expect(await rulesOf(note('status: loud'))).toEqual(['known-value']);
    expect(await rulesOf(note('# cx-lint-disable-next-line known-value -- agreed\nstatus: loud'))).toEqual([]);
    expect(await rulesOf(note('status: loud # cx-lint-disable-line known-value'))).toEqual([]);
    expect(await rulesOf(note('# cx-lint-disable-file known-value\nstatus: loud'))).toEqual([]);
  });

  test.each(['disable', 'disable-file'])('what a note lacks, by %s anywhere', async (word) => {
    const text = `${NO_SECTIONS}\n# Title\n\nText\n\n%% cx-lint-${word} require-why, require-model -- later %%\n`;
    expect(await rulesOf(text)).toEqual(['require-reinforce']);
  });

  test('what a note lacks is not silenced by a directive for a line', async () => {
    expect(await rulesOf(`${NO_SECTIONS}Text %% cx-lint-disable-line require-why %%\n`)).toEqual(['require-model', 'require-reinforce', 'require-why', 'unused-directive']);
  });

  test('findings about the playbook as a whole, too', async () => {
    const journey = '---\ntype: governance\napproved: 2026-01-01\n---\n';
    expect(await rulesOf(journey)).toEqual(['foundation-order']);
    expect(await rulesOf(`${journey}%% cx-lint-disable foundation-order %%\n`)).toEqual([]);
  });

  test('links, too', async () => {
    expect(await rulesOf('---\ntype: pilot\nsponsor:\n  # cx-lint-disable-next-line resolved-link\n  - "[[Nobody]]"\n---\n')).toEqual([]);
  });

  test('without rules, all of them', async () => {
    expect(await rulesOf(`${NO_SECTIONS}%% cx-lint-disable %%\n${EMPTY}`)).toEqual([]);
  });

  test('one that stands in code silences nothing', async () => {
    expect(await rulesOf(`${NO_SECTIONS}\`\`\`\n%% cx-lint-disable %%\n\`\`\`\n`)).toEqual(['require-model', 'require-reinforce', 'require-why']);
  });
});

describe('a directive that silences nothing', () => {
  test('is told where it stands', async () => {
    const text = '---\ntype: insight\n---\nText %% cx-lint-disable require-why %% text\n';
    const [diagnostic, ...others] = await lintFiles({ 'A.md': text });
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({ rule: 'unused-directive', severity: 'info', message: 'This directive silences nothing. Remove it.' });
    expect(text.slice(diagnostic?.range.start.offset, diagnostic?.range.end.offset)).toBe('%% cx-lint-disable require-why %%');
  });

  test('of an unknown rule is told with the nearest name', async () => {
    expect((await lintFiles({ 'A.md': '---\ntype: case\n---\n%% cx-lint-disable require-wy %%\n' })).map(({ message }) => message)).toEqual(['Rule "require-wy" does not exist. Did you mean "require-why"?']);
    expect((await lintFiles({ 'A.md': '---\ntype: case\n---\n%% cx-lint-disable something %%\n' })).map(({ message }) => message)).toEqual(['Rule "something" does not exist. Correct its name.']);
  });

  test('that repeats another is used all the same', async () => {
    expect(await rulesOf(`${NO_SECTIONS}%% cx-lint-disable %%\n%% cx-lint-disable require-why %%\n`)).toEqual([]);
  });

  test('may be silenced, or switched off', async () => {
    const text = '---\ntype: case\n---\n%% cx-lint-disable require-why %%\n';
    const store = await openFiles({ 'A.md': text, 'cx-playbook.yml': 'rules:\n  unused-directive: off\n' });
    expect(store.lint().diagnostics).toEqual([]);
  });

  test('in a note that is not the playbook’s is nobody’s business', async () => {
    expect(await rulesOf('# How to\n\n%% cx-lint-disable require-why %%\n\n```\n%% cx-lint-disable x %%\n```\n')).toEqual([]);
  });

  test('in a note whose kind is a slip works as in others', async () => {
    expect(await rulesOf('---\ntype: excutive # cx-lint-disable-line known-kind\n---\n')).toEqual([]);
    expect(await rulesOf('---\ntype: excutive\n---\n```\n%% cx-lint-disable-file %%\n```\n')).toEqual(['known-kind']);
  });
});
