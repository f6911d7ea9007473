import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildNoteContext, DEFAULT_PLAYBOOK_SETTINGS, type PlaybookSettings } from '../../src/notes/playbook-settings.js';
import { buildTagContext, proposeTags, untaggedExecutives, type TagProposal } from '../../src/notes/propose-tags.js';
import { readNote, type NoteReading } from '../../src/notes/read-note.js';
import { Playbook } from '../../src/playbook/playbook.js';
import { date } from '../builders.js';

const TODAY = date('2026-06-30');

/** Proposals by title for notes given by path, and the reading of each. */
async function propose(files: Readonly<Record<string, string>>, settings: Partial<PlaybookSettings> = {}, today = TODAY) {
  const notes = buildNoteContext({ ...DEFAULT_PLAYBOOK_SETTINGS, ...settings });
  const playbook = new Playbook();
  const readings: NoteReading[] = [];
  for (const [path, text] of Object.entries(files)) {
    const reading = await readNote(path, text, notes);
    if (reading.parsed.note === undefined) playbook.setFile(path, []);
    else playbook.setNote(reading.parsed.note);
    readings.push(reading);
  }
  const context = buildTagContext({ playbook, notes, today, evidenceDays: 180 });
  const proposals = new Map(readings.map((reading) => [reading.parsed.title, proposeTags(reading, context)]));
  return { playbook, proposals };
}

async function proposeOne(text: string, settings: Partial<PlaybookSettings> = {}): Promise<TagProposal> {
  const proposal = (await propose({ 'Ana.md': text }, settings)).proposals.get('Ana');
  if (proposal === undefined) throw new Error('Nothing was proposed.');
  return proposal;
}

/** A verdict in short; reasons as kind and the text at their place. */
function short(verdict: TagProposal['commitment'] | TagProposal['competencies'], text: string): unknown {
  if (verdict === undefined) return undefined;
  const reasons = 'reasons' in verdict ? verdict.reasons.map(({ kind, range, path }) => `${kind} ${range === undefined ? path : text.slice(range.from, range.to)}`) : [];
  return verdict.kind === 'proposed' ? [verdict.from, verdict.to, reasons] : [verdict.kind, reasons];
}

const DID = '## Evidence\n### Did\n- 2026-05-01 Paid [[Texts]] #money\n- 2026-06-01 Won over Ben #peer\n';

describe('the level that is proposed', () => {
  test.each([
    ['the newest dated line, where the property says nothing', '', '## Assessments\n- 2026-05-01 supporter — x\n- 2026-01-01 passive\n- 2027-01-01 advocate\n', [undefined, 'supporter', ['assessment 2026-05-01 supporter — x']]],
    ['the newest dated line, where it differs, also downward', 'commitment: advocate\nassessed: 2026-01-01\n', `${DID}## Assessments\n- 2026-05-01 passive\n`, ['advocate', 'passive', ['assessment 2026-05-01 passive']]],
    ['what evidence reaches, without any record', '', DID, [undefined, 'supporter', ['evidence 2026-05-01 Paid [[Texts]] #money', 'evidence 2026-06-01 Won over Ben #peer']]],
    ['what evidence reaches above the record', 'commitment: passive\nassessed: 2026-01-01\n', DID, ['passive', 'supporter', ['evidence 2026-05-01 Paid [[Texts]] #money', 'evidence 2026-06-01 Won over Ben #peer']]],
    ['an advocate, by signs too', 'commitment: supporter\nsigns: [agenda-item, in-strategy, cx-goal, internal-message, external-message]\n', '## Evidence\n### Did\n- 2026-06-01 Gave up a slot #tradeoff\n', ['supporter', 'advocate', ['evidence 2026-06-01 Gave up a slot #tradeoff', ...Array.from({ length: 5 }, () => 'sign [agenda-item, in-strategy, cx-goal, internal-message, external-message]')]]],
    ['none, where an older line differs from a property set later', 'commitment: passive\nassessed: 2026-05-02\n', '## Assessments\n- 2026-05-01 supporter\n', ['as-recorded', ['assessment 2026-05-01 supporter']]],
    ['none lower than the record', 'commitment: advocate\n', DID, ['evidence-below', ['evidence 2026-05-01 Paid [[Texts]] #money', 'evidence 2026-06-01 Won over Ben #peer']]],
    ['none for what nobody records', '', '# Ana\nA fine leader.\n', ['nothing-recorded', []]],
    ['none, and never passive, for words alone', '', '## Evidence\n### Said\n- 2026-06-01 "I care"\n', ['not-enough', ['evidence 2026-06-01 "I care"']]],
    ['none for an opposer without evidence', 'commitment: opposer\n', '', ['as-recorded', []]],
  ])('is %s', async (_what, properties, body, expected) => {
    const text = `---\ntype: executive\n${properties}---\n${body}`;
    expect(short((await proposeOne(text)).commitment, text)).toEqual(expected);
  });

  test('says what evidence reaches and what it lacks', async () => {
    const { commitment, evidenced } = await proposeOne('---\ntype: executive\ncommitment: supporter\n---\n## Evidence\n### Did\n- 2026-06-01 Paid #money\n');
    expect(commitment).toMatchObject({ kind: 'evidence-below', reaches: 'toe-dipper', lacks: [{ kind: 'evidence', anyOf: ['peer'] }] });
    expect(evidenced?.level).toBe('toe-dipper');
  });

  test('rests on dated lines that show signs as on the property, each at its place', async () => {
    const text = '---\ntype: executive\nsigns: [agenda-item, in-strategy]\n---\n## Evidence\n### Said\n- 2026-05-01 Wrote to all #internal-message\n- 2026-09-01 Will write again #internal-message\n### Did\n- 2026-06-01 Gave up a slot #tradeoff #cx-goal\n- 2026-06-02 Rode along #time #cx/time-with-customers\n';
    const signs = '[agenda-item, in-strategy]';
    const { commitment } = await proposeOne(text);
    expect(short(commitment, text)).toEqual([undefined, 'advocate', [
      'evidence 2026-06-01 Gave up a slot #tradeoff #cx-goal', `sign ${signs}`, `sign ${signs}`,
      'sign 2026-05-01 Wrote to all #internal-message', 'sign 2026-06-01 Gave up a slot #tradeoff #cx-goal', 'sign 2026-06-02 Rode along #time #cx/time-with-customers',
    ]]);
  });

  test('counts own signs into the list that most of must show', async () => {
    const text = '---\ntype: executive\nsigns: [agenda-item, in-strategy, cx-goal, internal-message, external-message]\n---\n## Evidence\n### Did\n- 2026-06-01 Gave up a slot #tradeoff\n';
    expect((await proposeOne(text)).evidenced?.level).toBe('advocate');
    expect((await proposeOne(text, { ownValues: new Map([['signs', ['a', 'b']]]) })).evidenced?.level).toBeUndefined();
  });
});

describe('the needed level', () => {
  const work = '---\ntype: initiative\nambition: unit\nunits: [Freight]\n---\n';
  test.each([
    ['', 'proposed'],
    ['needed_commitment: passive\n', 'proposed'],
    ['needed_commitment: supporter\n', 'as-recorded'],
    ['needed_commitment: advocate\n', 'work-below'],
  ])('with %j is %s', async (property, kind) => {
    const { proposals } = await propose({ 'Ana.md': `---\ntype: executive\nunit: Freight\n${property}---\n`, 'Purse.md': work });
    expect(proposals.get('Ana')?.needed).toMatchObject({ kind, reasons: [{ kind: 'initiative', path: 'Purse.md', text: 'Purse', minimum: 'supporter', part: 'head' }] });
  });

  test('of one of whom no work asks anything is not proposed', async () => {
    expect((await proposeOne('---\ntype: executive\n---\n')).needed).toEqual({ kind: 'nothing-recorded' });
  });
});

describe('competencies', () => {
  const note = (properties: string, body: string): string => `---\ntype: play\n${properties}---\n${body}`;

  test.each([
    ['by two sentences', '', 'Read the complaints. More complaints came.', [[], ['customer-connectedness'], ['sentence Read the complaints.', 'sentence More complaints came.']]],
    ['by two words of one sentence', '', 'Staff get training.', [[], ['employee-engagement'], ['sentence Staff get training.']]],
    ['not by one word', '', 'The staff.', ['not-enough', ['sentence The staff.']]],
    ['not by code, comments, headings of practices and remarks of assessors', '', '## Lead by example\n%% staff training %%\n```\nstaff training\n```\n## Assessments\n- 2026-01-01 passive — staff training\n', ['nothing-recorded', []]],
    ['only added', 'competencies: [employee-engagement]\n', 'Complaints. Then verbatims.', [['employee-engagement'], ['employee-engagement', 'customer-connectedness'], ['sentence Complaints.', 'sentence Then verbatims.']]],
    ['never removed', 'competencies: [employee-engagement]\n', 'Nothing.', ['as-recorded', []]],
    ['in German, French and Spanish', '', 'Die Mitarbeiterinnen. La marque. La promesse. Los empleados.', [[], ['compelling-brand-values', 'employee-engagement'], ['sentence La marque.', 'sentence La promesse.', 'sentence Die Mitarbeiterinnen.', 'sentence Los empleados.']]],
  ])('are proposed %s', async (_what, properties, body, expected) => {
    const text = note(properties, body);
    expect(short((await proposeOne(text)).competencies, text)).toEqual(expected);
  });

  test('all sentences are counted, the three best shown', async () => {
    const { readings } = await proposeOne(note('', 'Staff. Staff. Staff. Staff training. Staff.'));
    expect(readings).toMatchObject([{ competency: 'employee-engagement', count: 5, sentences: [{ words: ['staff', 'training'] }, { words: ['staff'] }, { words: ['staff'] }] }]);
  });

  test('follow the vault’s own words', async () => {
    const text = note('', '乗組員の声。乗組員。Night-boats sail.');
    const { readings } = await proposeOne(text, { competencyWords: { 'employee-engagement': ['乗組員'], 'customer-connectedness': ['night boat'] } });
    expect(readings.map(({ competency, count }) => [competency, count])).toEqual([['employee-engagement', 2], ['customer-connectedness', 1]]);
  });
});

test('notes of other kinds and of nobody get no proposal', async () => {
  const { proposals } = await propose({ 'Case.md': '---\ntype: case\n---\nstaff training', 'Diary.md': 'staff training' });
  expect([...proposals.values()]).toEqual([undefined, undefined]);
});

test('executives are untagged when the property says nothing', async () => {
  const { playbook } = await propose({ 'A.md': '---\ntype: executive\ncommitment:\n---\n## Assessments\n- 2026-01-01 passive\n', 'B.md': '---\ntype: executive\ncommitment: passive\n---\n', 'C.md': '---\ntype: pilot\n---\n' });
  expect(untaggedExecutives(playbook).map(({ title }) => title)).toEqual(['A']);
});

test('on the sample vault: levels as its coaches see them', async () => {
  const folder = 'test/sample-vault';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md') && !path.startsWith('Archive'));
  const texts = files.map((path): [string, string] => [path, readFileSync(`${folder}/${path}`, 'utf8')]);
  const { proposals } = await propose(Object.fromEntries(texts), {}, date('2026-11-22'));
  const levels = [...proposals.values()].flatMap((proposal) => (proposal?.commitment === undefined ? [] : [[proposal.title.split(' ')[1], proposal.commitment.kind, proposal.evidenced?.level]]));
  expect(levels.sort()).toEqual([
    ['Achterberg', 'as-recorded', 'toe-dipper'],
    ['Aldous', 'as-recorded', 'advocate'],
    ['Brandt', 'as-recorded', 'toe-dipper'],
    ['Falk', 'evidence-below', 'toe-dipper'],
    ['Munt', 'as-recorded', undefined],
    ['Oyelaran', 'as-recorded', 'supporter'],
    ['Rhee', 'evidence-below', 'toe-dipper'],
    ['Stentoft', 'as-recorded', 'toe-dipper'],
  ]);
});
