import { describe, expect, test } from 'vitest';
import { buildStarterPlaybook } from '../../src/notes/starter-playbook.js';
import { inShort, lintFiles, TODAY } from './lint-files.js';

const LETTER = '---\ntype: comms\n---\n';
const BOTH = 'The finest service at the lowest cost.';
const ORDER = 'All stores must comply with the standard.';

async function find(rule: string, text: string, config?: string): Promise<readonly string[]> {
  const found = await lintFiles({ 'Note.md': text, ...(config === undefined ? {} : { 'cx-playbook.yml': config }) });
  return inShort(found.filter((diagnostic) => diagnostic.rule === rule)).map((line) => line.split(' ').at(-1) ?? '');
}

describe('what somebody else says is left alone', () => {
  test.each([
    ['in quotation marks', `He said "${BOTH} ${ORDER}" and left.`],
    ['in quotation marks over several sentences', `He said: “We begin in May. ${BOTH} ${ORDER}” Then he left.`],
    ['in German and French marks', `Er sagte: „${BOTH}“\n\nElle dit : « ${ORDER} »`],
    ['in a block quote of several lines', `> First line.\n> ${BOTH}\n> ${ORDER}`],
    ['in a quote of a list', `- > ${BOTH}\n  > ${ORDER}`],
    ['in a callout', `> [!quote] From the old handbook\n> ${BOTH} ${ORDER}`],
    ['in code and comments', `\`${BOTH}\` %% ${ORDER} %%\n\n\`\`\`\n${BOTH} ${ORDER}\n\`\`\`\n\n<!-- ${BOTH} -->`],
  ])('%s', async (_where, text) => {
    expect(await find('conflicting-message', LETTER + text)).toEqual([]);
    expect(await find('compliance-language', LETTER + text)).toEqual([]);
  });

  test.each([
    ['behind a quotation', `"Yes," he said. ${BOTH}`, '4:17'],
    ['behind an apostrophe', `The crews’ letter. ${BOTH}`, '4:20'],
    ['in the paragraph behind an open quotation mark', `She wrote: "Dear all.\n\n${BOTH}`, '6:1'],
    ['below a block quote', `> Quoted.\n\n${BOTH}`, '6:1'],
    ['in a heading, a list and a table', `## ${BOTH}\n\n- ${BOTH}\n\n| a | b |\n| - | - |\n| ${BOTH} | x |`, '4:4', '6:3', '10:3'],
    ['with emphasis and a link inside', 'The **finest** [service](https://example.org) at the\n*lowest* cost.', '4:1'],
  ])('one’s own words are found %s', async (_where, text, ...places) => {
    expect(await find('conflicting-message', LETTER + text)).toEqual(places);
  });
});

describe('the range is the sentence', () => {
  test.each([
    ['\n', 'plain'],
    ['\r\n', 'with Windows line ends'],
  ])('%j', async (lineEnd) => {
    const text = `${LETTER}One. We offer the **finest** service at the\nlowest cost. Two.\n`.replaceAll('\n', lineEnd);
    const [found] = (await lintFiles({ 'Note.md': text })).filter(({ rule }) => rule === 'conflicting-message');
    expect(text.slice(found?.range.start.offset, found?.range.end.offset)).toBe(`We offer the **finest** service at the${lineEnd}lowest cost.`);
    expect(found?.message).toBe('One sentence promises premium service ("finest") and low cost ("lowest cost"). Say which of the two comes first, or give each a sentence of its own.');
  });
});

describe('compliance-language looks', () => {
  const PRACTICES = `## Why\n${ORDER}\n## Model\n${ORDER}\n### Details\n${ORDER}\n## Reinforce\n${ORDER}\n## Terms\n${ORDER}\n`;

  test.each([
    ['play', ['5:1', '7:1', '9:1', '11:1']],
    ['executive', ['5:1', '7:1', '9:1', '11:1']],
    ['initiative', ['5:1', '7:1', '9:1', '11:1']],
    ['recognition', ['5:1', '7:1', '9:1', '11:1', '13:1']],
    ['empowerment', ['5:1', '7:1', '9:1', '11:1', '13:1']],
    ['case', []],
    ['governance', []],
  ])('at the sections, or the whole, of kind %s', async (kind, places) => {
    expect(await find('compliance-language', `---\ntype: ${kind}\n---\n${PRACTICES}`)).toEqual(places);
  });

  test.each([
    ['compliance_scope: [model]', ['7:1', '9:1']],
    ['compliance_scope: [play]', ['5:1', '7:1', '9:1', '11:1', '13:1']],
    ['compliance_scope: []', []],
  ])('where the vault says: %s', async (config, places) => {
    expect(await find('compliance-language', `---\ntype: play\n---\n${PRACTICES}`, config)).toEqual(places);
  });
});

describe('words by language', () => {
  test.each([
    ['compliance_words: { nl: [verplicht] }', 'De training is verplicht.', ['4:1']],
    ['compliance_words: { ja: [遵守] }', '全員が規則を遵守すること。', ['4:1']],
    ['compliance_words: { de: ["-ist pflicht"] }', 'Die Teilnahme ist Pflicht.', []],
    ['compliance_words: { fr: ["-obligatoire"] }', 'Die Teilnahme ist Pflicht. La formation est obligatoire.', ['4:1']],
    ['message_words: { cost: [-cost], premium: [deluxe] }', 'Attendance is mandatory.', ['4:1']],
  ])('%s', async (config, text, places) => {
    expect(await find('compliance-language', LETTER + text, config)).toEqual(places);
  });
});

test('what comes of words of one’s own is found however odd they are', async () => {
  const config = 'message_words:\n  premium: ["(a+)+$", "[", "*", "\\\\", ".*"]\n  cost: ["$&", "…", "x*y"]\n';
  expect(await find('conflicting-message', `${LETTER}(a+)+$ a [ \\ .* x y\n`, config)).toEqual(['4:1']);
});

describe('practice-depth', () => {
  test.each([
    ['a second section of the practice may hold it', '## Model\nLeaders are role models for the whole team.\n## Walk the talk\n- 2026-03-02 answered calls\n', []],
    ['a sub-section may hold it', '## Model\nLeaders are role models for the whole team.\n### Ana\nEvery Friday at the desk.\n', []],
    ['an empty section is another rule’s business', '## Model\n%% later %%\n', []],
    ['a few words are a note to oneself', '## Model\nTo be told.\n', []],
    ['the text’s language counts, not the heading’s', '## Voorbeeldgedrag\nLeaders are role models for the whole team.\n', ['4:1']],
  ])('%s', async (_what, body, places) => {
    expect(await find('practice-depth', `---\ntype: initiative\n---\n${body}`)).toEqual(places);
  });
});

test('the starter playbook is free of all three', async () => {
  const files = Object.fromEntries(buildStarterPlaybook(TODAY).map(({ path, text }) => [path, text]));
  const found = await lintFiles(files);
  expect(inShort(found.filter(({ rule }) => ['conflicting-message', 'compliance-language', 'practice-depth'].includes(rule)))).toEqual([]);
});
