import { describe, expect, test } from 'vitest';
import { CONFIG_KEYS, DEFAULT_CONFIG, readConfig, type LintConfig } from '../../src/lint/config.js';
import { DEFAULT_THRESHOLDS } from '../../src/lint/rule.js';
import { RULES } from '../../src/lint/rules/index.js';
import { PRACTICES } from '../../src/playbook/practice.js';
import { NOTE_KINDS } from '../../src/playbook/note.js';
import { lintFiles } from './lint-files.js';

const IDS = RULES.map(({ id }) => id);

/** Settings as plain data, for comparison. */
function plain({ settings, ...config }: LintConfig) {
  return {
    ...settings,
    ...config,
    severities: Object.fromEntries(config.severities),
    kindByFolder: Object.fromEntries(settings.kindByFolder),
    kindByTag: Object.fromEntries(settings.kindByTag),
    ownValues: Object.fromEntries(settings.ownValues),
  };
}

async function read(text: string) {
  const { config, problems } = await readConfig(text, IDS);
  return { config: plain(config), problems: problems.map(({ from, to, message }) => `${text.slice(from, to)}: ${message}`) };
}

const DEFAULTS = plain(DEFAULT_CONFIG);

describe('each key', () => {
  test.each([
    ['kind_property: sort', { kindProperty: 'sort' }],
    ['kinds: { folders: { "50 Cases/": case, /People: Executive } }', { kindByFolder: { '50 Cases': 'case', People: 'executive' } }],
    ['kinds: { tags: { "#CX/Case": case } }', { kindByTag: { 'cx/case': 'case' } }],
    ['aliases: { model: [Walking the deck], why: Wozu }', { practiceNames: { model: ['Walking the deck'], why: ['Wozu'] } }],
    ['rules: { require-why: info, require-model: off, one-ceo: error, date-order: false }', { severities: { 'require-why': 'info', 'require-model': 'off', 'one-ceo': 'error', 'date-order': 'off' } }],
    ['thresholds: { assessed_days: 90, evidence_days: 30, journey_months_min: 12, journey_months_max: 60.5 }', { thresholds: { ...DEFAULT_THRESHOLDS, assessedDays: 90, evidenceDays: 30, journeyMonthsMin: 12, journeyMonthsMax: 60.5 } }],
    ['tag_prefix: "#board/"', { tagPrefix: 'board' }],
    ['labels: { opposer: not convinced yet }', { levelLabels: { opposer: 'not convinced yet' } }],
    ['signs: [board-minutes, 7]', { ownValues: { signs: ['board-minutes', '7'] } }],
    ['signs: board-minutes', { ownValues: { signs: ['board-minutes'] } }],
    ['signs: [Agenda-Item]', {}],
    ['signs: { agenda-item: false, CX-goal: Owns  one number, own-sign: "Walks a store", other: true, third: ~ }', {
      ownValues: { signs: ['own-sign', 'other', 'third'] },
      leftOutSigns: new Set(['agenda-item']),
      signLabels: new Map([['cx-goal', 'Owns one number'], ['own-sign', 'Walks a store']]),
    }],
    ['levers: fear', { ownValues: { lever: ['fear'] } }],
    ['cost_words: [berth fee, "fuel*"]', { costWords: ['berth fee', 'fuel*'] }],
    ['competency_words: { customer-connectedness: [quayside, "night boat*"], employee-engagement: crew }', { competencyWords: { 'customer-connectedness': ['quayside', 'night boat*'], 'employee-engagement': ['crew'] } }],
    ['message_words: { premium: [deluxe, -finest], cost: free of charge }', { messageWords: { premium: ['deluxe', '-finest'], cost: ['free of charge'] } }],
    ['compliance_words: { en: [toe the line, -mandatory], nl: [verplicht] }', { complianceWords: { en: ['toe the line', '-mandatory'], nl: ['verplicht'] } }],
    ['compliance_scope: [why, comms]', { complianceScope: ['why', 'comms'] }],
    ['compliance_scope: []', { complianceScope: [] }],
    ['ignore: [Archive/, ./Old, "Sub\\\\Folder", /]', { ignore: ['Archive', 'Old', 'Sub/Folder'] }],
  ])('%s', async (text, expected) => {
    expect(await read(text)).toEqual({ config: { ...DEFAULTS, ...expected }, problems: [] });
  });

  test('is covered above', () => {
    expect(Object.keys(CONFIG_KEYS).sort()).toEqual(['aliases', 'competency_words', 'compliance_scope', 'compliance_words', 'cost_words', 'ignore', 'kind_property', 'kinds', 'labels', 'levers', 'message_words', 'rules', 'signs', 'tag_prefix', 'thresholds']);
  });

  test.each(['', '# nothing\n', 'null', '~', ...Object.keys(CONFIG_KEYS).map((key) => `${key}:\n`)])('keeps its default when empty: %j', async (text) => {
    expect(await read(text)).toEqual({ config: DEFAULTS, problems: [] });
  });
});

describe('what cannot be used is reported at its place, and left at its default', () => {
  test.each([
    ['kind_property: [a]', '[a]: "kind_property" must be a text. Write it in quotes behind the colon.'],
    ['tag_prefix: " "', '" ": "tag_prefix" must be a text. Write it in quotes behind the colon.'],
    ['kinds: { folders: { People: person } }', 'person: "People" is mapped to no known kind. Use one of: executive, initiative, pilot, milestone, play, insight, case, vision, strategy, governance, comms, room, empowerment, recognition, session, journey, annotation.'],
    ['kinds: { folder: {} }', 'folder: "folder" is not known in kinds. Did you mean "folders"?'],
    ['aliases: { modell: [x] }', 'modell: "modell" is not known in aliases. Did you mean "model"?'],
    ['ignore: [[x]]', '[x]: "ignore" must be a list of texts. Write one a line, each behind a hyphen.'],
    ['rules: { require-why: loud }', 'loud: Rule "require-why" has the severity "loud". Use off, info, warning or error.'],
    ['rules: { require-why: true }', 'true: Rule "require-why" has the severity "true". Use off, info, warning or error.'],
    ['rules: { require-why: [info] }', '[info]: Rule "require-why" has the severity "a list or map". Use off, info, warning or error.'],
    ['rules: { require-wy: info }', 'require-wy: "require-wy" is not known in rules. Did you mean "require-why"?'],
    ['rules: loud', 'loud: "rules" must hold keys with values. Write them as "name: value", one a line.'],
    ['thresholds: { assessed_days: -1 }', '-1: Threshold "assessed_days" must be a number above 0. Write one, or remove the line for the default.'],
    ['thresholds: { assessed_days: "90" }', '"90": Threshold "assessed_days" must be a number above 0. Write one, or remove the line for the default.'],
    ['thresholds: { assessed_days: .inf }', '.inf: Threshold "assessed_days" must be a number above 0. Write one, or remove the line for the default.'],
    ['labels: { opponent: x }', 'opponent: "opponent" is not known in labels. Known: opposer, passive, toe-dipper, supporter, advocate.'],
    ['competency_words: { customer: [x] }', 'customer: "customer" is not known in competency_words. Known: purposeful-leadership, compelling-brand-values, employee-engagement, customer-connectedness.'],
    ['compliance_words: { xx: [a] }', 'xx: "xx" is not known in compliance_words. Known: en, de, fr, es, nl, it, pt, ja, zh.'],
    ['signs: [[x]]', '[x]: "signs" must be a list of texts. Write one a line, each behind a hyphen.'],
    ['signs: { x: [y] }', '[y]: Sign "x" holds a list or map. Write its words, or false to leave a built-in one out.'],
    ['signs: { agenda-itm: false }', 'agenda-itm: No built-in sign is called "agenda-itm". Did you mean "agenda-item"?'],
    ['signs: [board minutes]', 'board minutes: Sign "board minutes" is not one word. Write letters, digits and hyphens only, such as "walks-a-store", so that a tag can name it.'],
    ['signs: { Money: yes it is }', 'Money: Sign "Money" has the name of a category of evidence. Give it another name, so that a tag says which one is meant.'],
    ['ignored: [x]', 'ignored: "ignored" is not known in cx-playbook.yml. Did you mean "ignore"?'],
    ['colours: 1', `colours: "colours" is not known in cx-playbook.yml. Known: ${Object.keys(CONFIG_KEYS).join(', ')}.`],
    ['- a', '- a: "cx-playbook.yml" must hold keys with values. Write them as "name: value", one a line.'],
  ])('%s', async (text, problem) => {
    expect(await read(text)).toEqual({ config: DEFAULTS, problems: [problem] });
  });

  test.each([
    ['message_words: { premium: [-finnest] }', '-finnest: "-finnest" leaves out no built-in word of message_words.premium. Correct it, or remove the line.'],
    ['compliance_words: { nl: [-verplicht] }', '-verplicht: "-verplicht" leaves out no built-in word of compliance_words.nl. Correct it, or remove the line.'],
  ])('a word that leaves out nothing: %s', async (text, problem) => {
    expect((await read(text)).problems).toEqual([problem]);
  });

  test('a place that is none is left out of compliance_scope', async () => {
    const { config, problems } = await read('compliance_scope: [why, wherefore]');
    expect(config).toEqual({ ...DEFAULTS, complianceScope: ['why'] });
    expect(problems).toEqual([`wherefore: "compliance_scope" holds "wherefore". Use: ${[...PRACTICES, ...NOTE_KINDS].join(', ')}.`]);
  });

  test('the other keys are used', async () => {
    const { config, problems } = await read('ignored: [x]\nrules: { require-wy: info, require-why: info }\ntag_prefix: board\n');
    expect(config).toEqual({ ...DEFAULTS, severities: { 'require-why': 'info' }, tagPrefix: 'board' });
    expect(problems).toHaveLength(2);
  });
});

describe('in a run', () => {
  const NOTE = '---\ntype: play\n---\n## Why\nx\n## Model\nx\n';

  test.each([['off', []], ['info', ['info']], ['warning', ['warning']], ['error', ['error']]])('a rule set to %s', async (severity, expected) => {
    const found = await lintFiles({ 'A.md': NOTE, 'cx-playbook.yml': `rules:\n  require-reinforce: ${severity}\n` });
    expect(found.map((diagnostic) => diagnostic.severity)).toEqual(expected);
  });

  test('known-config can be switched off too', async () => {
    expect(await lintFiles({ 'cx-playbook.yml': 'rules:\n  known-config: off\nignored: []\n' })).toEqual([]);
  });

  test('a finding that is lighter than its rule follows a severity that was chosen', async () => {
    const journey = { 'Ben.md': '---\ntype: executive\nrole: COO\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n' };
    expect((await lintFiles(journey)).map(({ severity }) => severity)).toEqual(['info']);
    expect((await lintFiles({ ...journey, 'cx-playbook.yml': 'rules:\n  one-ceo: error\n' })).map(({ severity }) => severity)).toEqual(['error']);
  });

  test('ignored folders and files are not read, and nothing else', async () => {
    const files = { 'Archive/A.md': NOTE, 'Archive/Deep/B.md': NOTE, 'Archives/C.md': NOTE, 'D.md': NOTE, 'Sub/Archive/E.md': NOTE, 'cx-playbook.yml': 'ignore: [Archive, D.md]\n' };
    expect((await lintFiles(files)).map(({ path }) => path)).toEqual(['Archives/C.md', 'Sub/Archive/E.md']);
  });

  test('an ignored note cannot be linked to', async () => {
    const found = await lintFiles({ 'Archive/Ana.md': '---\ntype: executive\n---\n', 'P.md': '---\ntype: pilot\nsponsor: ["[[Ana]]"]\n---\n', 'cx-playbook.yml': 'ignore: [Archive]\n' });
    expect(found.map(({ rule }) => rule)).toEqual(['resolved-link']);
  });

  test('thresholds, names, kinds and prefix reach the rules', async () => {
    const files = {
      'cx-playbook.yml': 'kind_property: sort\nkinds:\n  folders: { People: executive }\naliases: { model: Walking the deck }\nthresholds: { assessed_days: 10 }\ntag_prefix: board\nsigns: [own-sign]\n',
      'People/Ana.md': '---\nrole: CEO\ncommitment: passive\nassessed: 2026-03-01\nsigns: [own-sign]\ntags: [board/supporter]\n---\n## Why\nx\n## Walking the deck\nx\n## Reinforce\nx\n',
      'Play.md': '---\nsort: play\ntype: executive\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n',
    };
    expect((await lintFiles(files)).map(({ rule, path }) => `${path} ${rule}`)).toEqual(['People/Ana.md no-stale-assessment', 'People/Ana.md tag-agrees']);
  });
});
