import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanOutline } from '../../src/markdown/outline.js';
import { applyEdits } from '../../src/markdown/text-edit.js';
import { evidenceEdits, formatEvidence, type NewEvidence } from '../../src/notes/evidence-edit.js';
import { buildNoteContext, DEFAULT_PLAYBOOK_SETTINGS } from '../../src/notes/playbook-settings.js';
import { EVIDENCE_CATEGORIES, type Executive } from '../../src/playbook/note.js';
import { SIGNS } from '../../src/playbook/sign.js';
import { date } from '../builders.js';
import { read } from './read.js';

const NOTES = buildNoteContext();
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
const HEAD = '---\ntype: executive\n---\n# Ana\n';
const PAID: NewEvidence = { date: date('2026-03-04'), form: 'did', category: 'money', text: 'Paid the pilot' };
const PROMISED: NewEvidence = { date: date('2026-03-04'), form: 'said', text: 'Promised a day' };

function add(text: string, evidence: NewEvidence = PAID, context = NOTES): string {
  const result = evidenceEdits(text, evidence, context);
  if (result.kind !== 'added') throw new Error(`${result.kind}: ${'message' in result ? result.message : text.slice(result.from, result.to)}`);
  for (const { from, to } of result.edits) expect(to).toBe(from);
  return applyEdits(text, result.edits);
}

async function readExecutive(text: string): Promise<Executive> {
  const { note } = (await read(text)).parsed;
  if (note?.kind !== 'executive') throw new Error('No executive was read.');
  return note;
}

describe('a line of evidence', () => {
  test.each([
    ['gets sections of its own', '', PAID, '\n## Evidence\n\n### Did\n- 2026-03-04 Paid the pilot #money\n'],
    ['comes before the assessments', '## Assessments\n- 2026-01-01 passive\n', PAID, '\n## Evidence\n\n### Did\n- 2026-03-04 Paid the pilot #money\n\n## Assessments\n- 2026-01-01 passive\n'],
    ['comes before the sections that stay last', '### Why\nx\n### Log\n', PROMISED, '### Why\nx\n\n### Evidence\n\n#### Said\n- 2026-03-04 Promised a day\n\n### Log\n'],
    ['gets a form of its own, said before done', '## Evidence\n### Did\n- 2026-01-01 x #time\n', PROMISED, '## Evidence\n\n### Said\n\n- 2026-03-04 Promised a day\n\n### Did\n- 2026-01-01 x #time\n'],
    ['gets a form of its own, done after said', '## Evidence\n#### Said\n- 2026-01-01 x\n\n## Log\n', PAID, '## Evidence\n#### Said\n- 2026-01-01 x\n\n#### Did\n\n- 2026-03-04 Paid the pilot #money\n\n## Log\n'],
    ['fills an empty section', '## Evidence\n### Said\n### Did\n%% One line each %%\n', PROMISED, '## Evidence\n### Said\n\n- 2026-03-04 Promised a day\n\n### Did\n%% One line each %%\n'],
    ['comes last where the newest stand last', '## Evidence\n### Did\n* 2026-01-01 x #time\n* 2026-02-01 y #time\n', PAID, '## Evidence\n### Did\n* 2026-01-01 x #time\n* 2026-02-01 y #time\n* 2026-03-04 Paid the pilot #money\n'],
    ['comes first where the newest stand first', '## Evidence\n### Done\n- 2026-02-01 y #time\n- 2026-01-01 x #time\n', PAID, '## Evidence\n### Done\n- 2026-03-04 Paid the pilot #money\n- 2026-02-01 y #time\n- 2026-01-01 x #time\n'],
    ['comes in its place by its day', '## Evidence\n### Did\n- 2026-03-01 x #time\n  - more\n- 2026-03-09 y #time\n', PAID, '## Evidence\n### Did\n- 2026-03-01 x #time\n  - more\n- 2026-03-04 Paid the pilot #money\n- 2026-03-09 y #time\n'],
    ['follows the order of the other section where its own is one line', '## Evidence\n### Said\n- 2026-02-02 a\n- 2026-02-01 b\n### Did\n- 2026-01-01 x #time\n', PAID, '## Evidence\n### Said\n- 2026-02-02 a\n- 2026-02-01 b\n### Did\n- 2026-03-04 Paid the pilot #money\n- 2026-01-01 x #time\n'],
    ['writes the prefix as the note does', '## Evidence\n### Did\n- 2026-01-01 x #cx/time\n', PAID, '## Evidence\n### Did\n- 2026-01-01 x #cx/time\n- 2026-03-04 Paid the pilot #cx/money\n'],
    ['stays out of comments and code', '## Evidence\n### Did\n- 2026-01-01 x #time\n\n%%\n- 2025-01-01 y #time\n%%\n\n```\n- 2024-01-01 z #time\n```\n', PAID, '## Evidence\n### Did\n- 2026-01-01 x #time\n- 2026-03-04 Paid the pilot #money\n\n%%\n- 2025-01-01 y #time\n%%\n\n```\n- 2024-01-01 z #time\n```\n'],
  ])('%s', (_what, body, evidence, expected) => {
    const text = `${HEAD}${body}`;
    expect(add(text, evidence)).toBe(`${HEAD}${expected}`);
    expect(add(text.replaceAll('\n', '\r\n'), evidence)).toBe(`${HEAD}${expected}`.replaceAll('\n', '\r\n'));
  });

  test('names its sign and where it is written down', async () => {
    const evidence: NewEvidence = { ...PAID, sign: 'funds-without-roi', source: '[[Budget round#Storms]]' };
    const after = add(HEAD, evidence);
    expect(after).toContain('- 2026-03-04 Paid the pilot ([[Budget round#Storms]]) #money #funds-without-roi\n');
    expect((await readExecutive(after)).evidence).toMatchObject([{ form: 'did', category: 'money', sign: 'funds-without-roi' }]);
  });

  test.each([
    ['the same line', '- 2026-03-04 Paid the pilot #money'],
    ['with the prefix and an id', '- 2026-03-04 Paid the pilot #cx/money ^id'],
    ['with other spaces and signs', '- 2026-03-04: Paid  the\n  pilot #money'],
    ['with the tag in the middle', '- 2026-03-04 Paid #money the pilot'],
  ])('is not written twice: %s', (_what, line) => {
    const text = `${HEAD}## Evidence\n### Did\n${line}\n- 2026-03-04 Paid the pilot #time\n`;
    const result = evidenceEdits(text, PAID, NOTES);
    expect(result.kind === 'known' ? `- ${text.slice(result.from, result.to)}` : result).toBe(line);
  });

  test('is not written where it would not be read, and what stands in the way is said', () => {
    const text = `${HEAD}%%\nnever closed\n`;
    const result = evidenceEdits(text, PAID, NOTES);
    expect(result).toMatchObject({ kind: 'no-place', message: 'What opens here never ends and would hide the dated line. Close it, then try again.' });
  });
});

describe('the text of a line', () => {
  test.each([
    ['one line', 'Paid\r\n\tthe \u0007 pilot\u2028now', 'Paid the pilot now'],
    ['without the start of a comment', 'Paid %% the <!-- pilot', 'Paid % the <\\!-- pilot'],
    ['without the start of math or a template', 'Paid $$ the <% pilot', 'Paid $ the < % pilot'],
    ['with another category as text', 'Took #time for it #peer', 'Took \\#time for it \\#peer'],
    ['with its own category once', 'Paid #Money today', 'Paid #Money today'],
    ['with a sign as text', 'Put on the #cx/agenda-item', 'Put on the \\#cx/agenda-item'],
    ['with the author’s tags', 'Paid #board', 'Paid #board'],
    ['without half a link', 'See [[Storm and [[Purse|it]]', 'See [Storm and [[Purse|it]]'],
    ['without half a code span', 'Paid ` now', 'Paid ’ now'],
    ['without the id of a block', 'Paid ^id', 'Paid \\^id'],
    ['with what looks like the space behind the day', ': a', '\\: a'],
    ['without signs that turn the direction', 'Paid \u202Eson', 'Paid son'],
  ])('is %s', (_what, text, expected) => {
    const line = formatEvidence({ ...PAID, text }, NOTES.settings);
    expect(line).toBe(`2026-03-04 ${expected}${expected.includes('#Money') ? '' : ' #money'}`);
  });
});

test('any line in any note is an insertion that reads back, changes nothing else, and is known the second time', async () => {
  const body = fc.constantFrom(
    '', '# Ana', 'Text.\n', '## Evidence\n### Did\n- 2026-01-01 paid #money', '### Evidence\n#### Said\n1. 2026-02-01 "x"\n2. 2026-01-01 y ^id\n', '## Evidence\n\n### Did\n\n* 2026-03-04 x #cx/time\n* 2026-09-01 #agenda-item y\n\n### Said',
    '## Assessments\n- 2026-01-01 passive — x\n', '## Why\n- 2026-01-01 not evidence', '%% hidden\n- 2026-01-01 passive %%\n## Evidence:\ntext\n\n```\n- 2026-01-01 passive\n```\n', '> [!note]\n> ### Did\n> - 2026-01-01 x', '###### Evidence\n- no day', '| a | b |\n|---|---|\n| 1 | 2 |',
    '## Evidence\n### Said\n%% One line each %%\n### Did\n- \n', 'Setext\n---\n\n## Log\nend', '- 2026-01-01 x\n---\n', '<!-- x --> ## Evidence',
  );
  const note = fc.tuple(fc.array(body, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean()).map(
    ([bodies, ending, bom, isEnded]) => `${bom ? '\uFEFF' : ''}${['---', 'type: executive', 'signs: [cx-goal]', '---', ...bodies].join('\n').replaceAll('\n', ending)}${isEnded ? ending : ''}`,
  );
  const piece = fc.constantFrom('paid ', '#money', ' #time ', '%%', '[[', ']]', '[[Purse]]', '`', '\n', '- ', '<!--', '-->', '$$', ' ^id', '\u0000', '> ', '| ', '\\', '#agenda-item', '==', '---', '2026-01-01 ', 'é', '😀', '*', '<%', '{{');
  const evidence = fc.record({
    date: fc.constantFrom(date('2026-03-04'), date('2025-01-01'), date('2026-09-01')),
    form: fc.constantFrom('said' as const, 'did' as const),
    category: fc.option(fc.constantFrom(...EVIDENCE_CATEGORIES), { nil: undefined }),
    sign: fc.option(fc.constantFrom(...SIGNS), { nil: undefined }),
    text: fc.oneof(fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')), fc.string({ unit: 'grapheme' })),
    source: fc.option(fc.constantFrom('[[Town hall#Opening]]', '[[Purse|#money]]'), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(note, evidence, async (text, wanted) => {
      const result = evidenceEdits(text, wanted, NOTES);
      if (result.kind === 'no-place') expect(scanOutline(text).hints.filter(({ kind }) => kind.startsWith('unclosed-'))).not.toEqual([]);
      if (result.kind !== 'added') return;
      const after = applyEdits(text, result.edits);
      const [edit] = result.edits;
      expect(result.edits.map(({ from, to }) => to - from)).toEqual([0]);
      if (edit !== undefined) expect(after.slice(0, edit.from) + after.slice(edit.from + edit.insert.length)).toBe(text);
      const [old, now] = [await readExecutive(text), await readExecutive(after)];
      const category = wanted.form === 'did' ? wanted.category : undefined;
      const added = now.evidence.filter((line) => line.date === wanted.date && line.form === wanted.form && line.category === category && line.sign === wanted.sign);
      expect(added.length).toBeGreaterThan(0);
      expect(now.evidence).toHaveLength(old.evidence.length + 1);
      const short = (line: Executive['evidence'][number]): string => JSON.stringify([line.date, line.form, line.category, line.sign, line.text]);
      const before = old.evidence.map(short);
      expect(now.evidence.map(short).filter((line) => before.includes(line)).length).toBeGreaterThanOrEqual(before.length);
      expect(now.assessments.map(({ date: day, level, remark }) => [day, level, remark])).toEqual(old.assessments.map(({ date: day, level, remark }) => [day, level, remark]));
      expect(now.signs).toEqual(old.signs);
      expect(text.includes('\r\n') ? after.replaceAll('\r\n', '') : after).not.toMatch(/\r|^\n+$/);
      expect(evidenceEdits(after, wanted, NOTES).kind).toBe('known');
    }),
    { numRuns: RUNS },
  );
});

test('nearly every note takes a line: only what never closes refuses', () => {
  expect(evidenceEdits('', PAID, NOTES).kind).toBe('added');
  expect(evidenceEdits('###### Evidence\n', PAID, NOTES).kind).toBe('added');
  const own = buildNoteContext({ ...DEFAULT_PLAYBOOK_SETTINGS, tagPrefix: 'Board' });
  expect(add(`${HEAD}## Evidence\n### Did\n- 2026-01-01 x #board/time\n`, PAID, own)).toContain('#Board/money');
});
