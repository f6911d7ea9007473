import { expect, test } from 'vitest';
import { readConfig } from '../../src/lint/config.js';
import { choicesIn } from '../../src/notes/property-choices.js';
import { completeProperty } from '../../src/notes/property-completion.js';
import { knownProperty } from '../../src/notes/schema.js';
import { signsOf } from '../../src/notes/vault-signs.js';
import { SIGN_LABEL, SIGNS } from '../../src/playbook/sign.js';
import { playbookOf } from '../builders.js';
import { read } from './read.js';

const settingsOf = async (text: string) => (await readConfig(text, [])).config.settings;

test('a vault that says nothing looks for the starting list, with ours marked', async () => {
  const signs = signsOf(await settingsOf(''));
  expect(signs.map(({ slug, label }) => [slug, label])).toEqual(SIGNS.map((slug) => [slug, SIGN_LABEL[slug]]));
  expect(signs.filter(({ origin }) => origin === 'ours').map(({ slug }) => slug)).toEqual(['time-with-customers', 'funds-without-roi']);
});

test('a vault leaves out, words and adds signs', async () => {
  const settings = await settingsOf('signs:\n  agenda-item: false\n  cx-goal: Owns one number\n  Walks-A-Store: Walks a store each month\n  board-minutes: true\n  BOARD-minutes:\n');
  const signs = signsOf(settings);
  expect(signs.map(({ slug }) => slug)).toEqual([...SIGNS.slice(1), 'Walks-A-Store', 'board-minutes']);
  expect(signs.filter(({ slug }) => !(slug in SIGN_LABEL) || slug === 'cx-goal').map(({ label, origin }) => [label, origin])).toEqual([
    ['Owns one number', 'source'], ['Walks a store each month', 'vault'], ['board-minutes', 'vault'],
  ]);
  expect(signsOf(settings)).toBe(signs);
});

test('the property, its findings and its completion follow the list', async () => {
  const settings = await settingsOf('signs: { agenda-item: false, walks-a-store: Walks a store }');
  const text = '---\ntype: executive\nsigns: [agenda-item, Walks a store, cx_goal]\n---\n';
  const { parsed: { note, problems } } = await read(text, 'Ana.md', settings);
  expect(note?.kind === 'executive' && note.signs).toEqual(['walks-a-store', 'cx-goal']);
  expect(problems.map(({ code, from, to }) => [code, text.slice(from, to)])).toEqual([['known-value', 'agenda-item']]);
  const signs = knownProperty('signs');
  expect(signs && choicesIn(signs, 'executive', settings)).not.toContain('agenda-item');
  const typed = '---\ntype: executive\nsigns: wa';
  expect(completeProperty(typed, typed.length, { playbook: playbookOf(), settings })?.options).toEqual([{ label: 'walks-a-store', detail: 'Walks a store', apply: '[walks-a-store]' }]);
});

test('a dated line shows a sign of the list by its tag, bare or behind the prefix, said or done', async () => {
  const settings = { ...(await settingsOf('signs: { agenda-item: false, walks-a-store: true }')), tagPrefix: 'Board' };
  const text = `---\ntype: executive\n---\n## Evidence\n### Said\n- 2026-01-01 Wrote to all #internal-message\n- 2026-01-02 x #agenda-item\n### Did\n- 2026-02-01 Went out #board/Walks_a_store #BOARD/time #cx-goal ^id\n- 2026-02-02 "#cx-goal" #other #money/x\n`;
  const { parsed: { note, problems } } = await read(text, 'Ana.md', settings);
  const evidence = note?.kind === 'executive' ? note.evidence : [];
  expect(evidence.map(({ form, category, sign, from, to }) => [form, category, sign, text.slice(from, to)])).toEqual([
    ['said', undefined, 'internal-message', '2026-01-01 Wrote to all #internal-message'],
    ['said', undefined, undefined, '2026-01-02 x #agenda-item'],
    ['did', 'time', 'walks-a-store', '2026-02-01 Went out #board/Walks_a_store #BOARD/time #cx-goal ^id'],
    ['did', undefined, undefined, '2026-02-02 "#cx-goal" #other #money/x'],
  ]);
  expect(problems.map(({ code, from, to }) => [code, text.slice(from, to)])).toEqual([['dated-item', '2026-02-02 "#cx-goal" #other #money/x']]);
});

test('said and done are read with their exact places, whatever stands around them', async () => {
  const body = [
    '## Evidence', '', '### Said', '1. 2026-01-01 "We\n   care" ^q1', '2. [x] 2026-01-02: told all %% a doubt %%', '', '   2026-01-03 a second paragraph', '', '> - 2026-01-04 quoted', '', '```', '- 2026-01-05 code', '```',
    '#### Later', '- 2026-01-06 under a heading of its own', '### Done', '* 2026-02-01 — Paid #money', '  - 2026-02-02 nested #time', '* yesterday Paid #money', '<!--', '* 2026-02-03 hidden #time', '-->', '+ 2026-02-30 no such day #time', '## Other', '- 2026-02-04 elsewhere #time',
  ];
  for (const ending of ['\n', '\r\n']) {
    const text = ['---', 'type: executive', '---', ...body].join('\n').replaceAll('\n', ending);
    const { parsed: { note, problems } } = await read(text);
    const evidence = note?.kind === 'executive' ? note.evidence : [];
    expect(evidence.map(({ form, date, category, from, to }) => [form, date, category, text.slice(from, to).replaceAll('\r\n', '\n')])).toEqual([
      ['said', '2026-01-01', undefined, '2026-01-01 "We\n   care" ^q1'],
      ['said', '2026-01-02', undefined, '2026-01-02: told all %% a doubt %%'],
      ['did', '2026-02-01', 'money', '2026-02-01 — Paid #money'],
    ]);
    expect(problems.filter(({ code }) => code === 'dated-item').map(({ from, to }) => text.slice(from, to))).toEqual(['yesterday Paid #money', '2026-02-30 no such day #time']);
  }
});

test('evidence within evidence is read once', async () => {
  const { parsed: { note } } = await read('---\ntype: executive\n---\n## Evidence\n### Evidence\n#### Did\n- 2026-01-01 x #time\n');
  expect(note?.kind === 'executive' && note.evidence.length).toBe(1);
});
