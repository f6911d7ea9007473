import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { setIgnore, setLevelLabel, setRuleSeverity, setSharedSetting, setSign, setTagPrefix, setThreshold, type ConfigChange } from '../../src/lint/config-edit.js';
import { readConfig } from '../../src/lint/config.js';
import { RULES } from '../../src/lint/rules/index.js';

const SAMPLE = readFileSync(new URL('../sample-vault/cx-playbook.yml', import.meta.url), 'utf8');

async function textOf(change: Promise<ConfigChange>): Promise<string> {
  const result = await change;
  if (!result.ok) throw new Error(result.message);
  return result.text;
}

async function configOf(text: string) {
  return (await readConfig(text, RULES.map(({ id }) => id))).config;
}

/** Lines of the one that are not in the other. */
function linesOnlyIn(text: string, other: string): string[] {
  const others = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !others.has(line));
}

describe('each setter changes its own line of the sample settings, and the reader takes it', () => {
  test.each<[string, (text: string) => Promise<ConfigChange>, string[], string[]]>([
    ['a rule that is set', (text) => setRuleSeverity(text, 'require-reinforce', 'off'), ['  require-reinforce: warning'], ['  require-reinforce: off']],
    ['a rule that is not', (text) => setRuleSeverity(text, 'one-ceo', 'error'), [], ['  one-ceo: error']],
    ['a rule back to its default', (text) => setRuleSeverity(text, 'require-reinforce', undefined), ['  require-reinforce: warning'], []],
    ['a threshold', (text) => setThreshold(text, 'assessedDays', 90), [], ['thresholds:', '  assessed_days: 90']],
    ['the tag prefix', (text) => setTagPrefix(text, 'board'), [], ['tag_prefix: board']],
    ['a label', (text) => setLevelLabel(text, 'opposer', 'not convinced: yet'), ['labels: {}'], ['labels: {opposer: "not convinced: yet"}']],
    ['folders', (text) => setIgnore(text, ['Archive', 'Old']), ['ignore: ["Archive"]'], ['ignore: ["Archive", Old]']],
    ['no folders', (text) => setIgnore(text, []), ['ignore: ["Archive"]'], ['ignore: []']],
    ['the property of kinds', (text) => setSharedSetting(text, ['kind_property'], 'sort'), [], ['kind_property: sort']],
    ['any other', (text) => setSharedSetting(text, ['aliases', 'model'], ['Walking the deck', 'On the bridge']), [], ['    - On the bridge']],
  ])('%s', async (_what, change, removed, added) => {
    const text = await textOf(change(SAMPLE));
    expect(linesOnlyIn(SAMPLE, text)).toEqual(removed);
    expect(linesOnlyIn(text, SAMPLE)).toEqual(added);
    expect(await textOf(change(text))).toBe(text);
    expect(await configOf(text)).not.toEqual(await configOf(SAMPLE));
  });
});

test('works on a file that is not written yet', async () => {
  const text = await textOf(setRuleSeverity('', 'one-ceo', 'off'));
  expect(text).toBe('rules:\n  one-ceo: off\n');
  expect((await configOf(text)).severities.get('one-ceo')).toBe('off');
});

test.each<[string, (text: string) => Promise<ConfigChange>]>([
  ['a rule that has no line', (text) => setRuleSeverity(text, 'one-ceo', undefined)],
  ['a threshold that has none', (text) => setThreshold(text, 'evidenceDays', undefined)],
  ['no folders where none are named', (text) => setIgnore(text, [])],
])('leaves the file as it is for %s', async (_what, change) => {
  expect(await textOf(change('# mine\n'))).toBe('# mine\n');
});

describe('refuses', () => {
  test.each<[string, string, (text: string) => Promise<ConfigChange>, string]>([
    ['a rule that is not known', '', (text) => setRuleSeverity(text, 'one-cto', 'off'), '"one-cto" is not known in rules. Did you mean "one-ceo"?'],
    ['a number that is none', 'thresholds: {}\n', (text) => setThreshold(text, 'assessedDays', -1), 'Threshold "assessed_days" must be a number above 0. Write one, or remove the line for the default.'],
    ['a list that holds more than paths', 'ignore:\n  - {a: 1}\n  - Old\n', (text) => setIgnore(text, ['Old', 'New']), '"ignore" must be a list of texts. Write one a line, each behind a hyphen.'],
    ['an empty name', '', (text) => setSharedSetting(text, ['kind_property'], ' '), '"kind_property" must be a text. Write it in quotes behind the colon.'],
    ['a value where keys belong', 'rules: loud\n', (text) => setRuleSeverity(text, 'one-ceo', 'off'), 'line 1: "rules" holds a value or list where keys are expected. Write "name: value" there, one a line.'],
    ['a file that cannot be read', '# one\nrules: "x\n', (text) => setTagPrefix(text, 'x'), 'line 3: A colon, a closing quote or a closing bracket is missing here. Add it.'],
    ['a key that is not known', '', (text) => setSharedSetting(text, ['colours'], 'red'), '"colours" is not known in cx-playbook.yml.'],
  ])('%s', async (_what, text, change, reason) => {
    const result = await change(text);
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining(`cx-playbook.yml was not changed: ${reason}`) });
  });
});

test('complaints that were there before are in nobody’s way, and a change may end them', async () => {
  const text = 'colours: 1\nthresholds:\n  assessed_days: -1\n';
  expect(await textOf(setTagPrefix(text, 'board'))).toBe(`${text}tag_prefix: board\n`);
  expect(await textOf(setThreshold(text, 'assessedDays', 90))).toBe('colours: 1\nthresholds:\n  assessed_days: 90\n');
});

describe('a sign of commitment', () => {
  test.each<[string, string, string, string | false | undefined, string]>([
    ['is left out of a file that says nothing of signs', 'tag_prefix: voc\n', 'agenda-item', false, 'tag_prefix: voc\nsigns:\n  agenda-item: false\n'],
    ['comes back', 'signs:\n  agenda-item: false # for now\n  own: true\n', 'agenda-item', undefined, 'signs:\n  own: true\n'],
    ['takes words', 'signs: { own: true }\n', 'own', 'Walks a store', 'signs: { own: Walks a store }\n'],
    ['is left out beside a list', '# ours\nsigns: # own ones\n  - walks-a-store # monthly\n  - "other"\nignore: [a]\n', 'cx-goal', false, '# ours\nsigns: # own ones\n  walks-a-store: true # monthly\n  "other": true\n  cx-goal: false\nignore: [a]\n'],
    ['is left out beside a list without indentation', 'signs:\r\n- a\r\n- b\r\n', 'cx-goal', false, 'signs:\r\n  a: true\r\n  b: true\r\n  cx-goal: false\r\n'],
    ['is left out beside a list in brackets', 'signs: [a, "b"] # x\n', 'cx-goal', false, 'signs: {a: true, "b": true, cx-goal: false} # x\n'],
    ['that nothing is said of leaves a list as it is', 'signs: [a]\n', 'cx-goal', undefined, 'signs: [a]\n'],
  ])('%s', async (_what, text, sign, words, expected) => {
    const result = await textOf(setSign(text, sign, words));
    expect(result).toBe(expected);
    const before = (await configOf(text)).settings.ownValues.get('signs') ?? [];
    expect((await configOf(result)).settings.ownValues.get('signs') ?? []).toEqual(before);
  });

  test('is not left out under a name that no built-in sign has', async () => {
    expect(await setSign('signs: [a]\n', 'agenda', false)).toMatchObject({ ok: false });
  });
});
