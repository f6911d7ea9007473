import { describe, expect, test } from 'vitest';
import { isCostMetric } from '../../src/notes/cost-words.js';
import { inShort, lintFiles, openFiles } from './lint-files.js';

async function findingsOf(rules: readonly string[], files: Readonly<Record<string, string>>) {
  return (await lintFiles(files)).filter(({ rule }) => rules.includes(rule));
}

const PROVEN = '---\ntype: pilot\nstatus: done\naliases: [The purse]\nmetric: NPS\nresult: 17\n---\n';

describe('a result that nobody heard of', () => {
  const ANA = '---\ntype: executive\n---\n';
  test.each<[string, Record<string, string>]>([
    ['an executive’s note', { 'Ana.md': `${ANA}Quotes [[Purse]].\n` }],
    ['a note that uses its alias', { 'Room.md': '---\ntype: room\n---\nShown: [[the purse|a purse]]\n' }],
    ['a session', { 'Ana.md': ANA, 'S.md': '---\ntype: session\n---\n[[Pilots/Purse]]\n' }],
    ['a message about the case that names it', { 'Ana.md': ANA, 'Case.md': '---\ntype: case\npilots: ["[[Purse]]"]\n---\n', 'L.md': '---\ntype: comms\n---\n[[Case]]\n' }],
  ])('is told by %s', async (_what, files) => {
    expect(await findingsOf(['untold-proof'], { 'Pilots/Purse.md': PROVEN, ...files })).toEqual([]);
  });

  test.each<[string, Record<string, string>]>([
    ['larger work that links to it', { 'Ana.md': ANA, 'A.md': '---\ntype: initiative\npilots: ["[[Purse]]"]\nsponsor: ["[[Ana]]"]\n---\n' }],
    ['a case that does not name it', { 'Ana.md': '---\ntype: executive\ncases: ["[[Case]]"]\n---\n', 'Case.md': '---\ntype: case\n---\n' }],
    ['a link in code', { 'Ana.md': `${ANA}\`[[Purse]]\`\n` }],
    ['a note without a kind', { 'Ana.md': ANA, 'Diary.md': 'Told Ana of [[Purse]].\n' }],
  ])('is not told by %s', async (_what, files) => {
    expect(inShort(await findingsOf(['untold-proof'], { 'Pilots/Purse.md': PROVEN, ...files }))).toEqual(['untold-proof Pilots/Purse.md 1:1']);
  });

  test('is told as soon as a note links to it, and untold again when the link goes', async () => {
    const store = await openFiles({ 'Purse.md': PROVEN, 'Ana.md': ANA });
    const count = (): number => store.lint().diagnostics.filter(({ rule }) => rule === 'untold-proof').length;
    expect(count()).toBe(1);
    await store.setText('Ana.md', `${ANA}[[Purse]]\n`);
    expect(count()).toBe(0);
    await store.setText('Ana.md', ANA);
    expect(count()).toBe(1);
  });
});

describe('a pilot of its own', () => {
  test.each([
    ['neither', '', 'warning', 'No sponsor and no business case is recorded for this pilot, which is active. Name who answers for it, and link the case that it proves.'],
    ['no case', 'sponsor: ["[[Ana]]"]\n', 'warning', 'No business case is recorded for this pilot, which is active. Link the case that it proves.'],
    ['no sponsor', 'cases: ["[[Case]]"]\n', 'warning', 'No sponsor is recorded for this pilot, which is active. Name who answers for it.'],
  ])('says which it lacks: %s', async (_what, properties, severity, message) => {
    const found = await findingsOf(['siloed-pilot'], { 'Ana.md': '---\ntype: executive\n---\n', 'Case.md': '---\ntype: case\n---\n', 'P.md': `---\ntype: pilot\nstatus: active\n${properties}---\n` });
    expect(found).toMatchObject([{ severity, message }]);
  });

  test('is a hint where the vault has no case yet', async () => {
    const found = await findingsOf(['siloed-pilot'], { 'Ana.md': '---\ntype: executive\n---\n', 'P.md': '---\ntype: pilot\nstatus: done\nsponsor: ["[[Ana]]"]\n---\n' });
    expect(found.map(({ severity }) => severity)).toEqual(['info']);
  });
});

describe('the words that speak of cost', () => {
  test.each([
    ['Cost per contact', true], ['Savings, EUR a year', true], ['Headcount on the phones', true], ['FTE', true], ['Kostensenkung im Kundendienst', true], ['Coûts par contact', true],
    ['NPS', false], ['Cost of complaints', false], ['Customers lost', false], ['Customer effort, costs included', false], ['Accosted guests', false], ['Cost of churn', false], ['Wartezeit und Kosten', false], ['', false], ['---', false],
  ])('%s: %s', (metric, expected) => {
    expect(isCostMetric(metric, [])).toBe(expected);
  });

  test('can be added to, with a star for a stem', () => {
    expect(isCostMetric('Bunker fuels per crossing', ['bunker fuel*'])).toBe(true);
    expect(isCostMetric('Bunker fuels per crossing', ['fuel', ' ', '*'])).toBe(false);
  });

  test('an initiative that measures one other thing is left alone', async () => {
    const note = (items: string): string => `---\ntype: initiative\n---\n## Metrics\n${items}`;
    expect(await findingsOf(['cost-only-initiative'], { 'A.md': note('- Cost per contact\n- Complaints\n'), 'B.md': note('We count the cost.\n'), 'C.md': note('') })).toEqual([]);
    expect(inShort(await findingsOf(['cost-only-initiative'], { 'A.md': note('- Cost per contact\n') }))).toEqual(['cost-only-initiative A.md 4:4']);
  });
});

describe('a vault that has just begun hears once of what no pilot records', () => {
  const ANA = { 'Ana.md': '---\ntype: executive\n---\n' };
  const CASE = { 'Case.md': '---\ntype: case\n---\n' };
  const pilots = (...properties: readonly string[]): Record<string, string> => Object.fromEntries(properties.map((values, index) => [`P${index}.md`, `---\ntype: pilot\nstatus: active\n${values}---\n`]));
  const SPONSOR = 'sponsor: ["[[Ana]]"]\n';

  test.each<[string, Record<string, string>, string[]]>([
    ['no case, at the journey', { ...ANA, ...pilots(SPONSOR, SPONSOR, SPONSOR), 'J.md': '---\ntype: journey\n---\n' }, ['siloed-pilot J.md 1:1 info']],
    ['no case, at the first pilot where there is no journey', { ...ANA, ...pilots(SPONSOR, SPONSOR, SPONSOR) }, ['siloed-pilot P0.md 1:1 info']],
    ['neither sponsor nor case', { ...ANA, ...pilots('', '', '') }, ['siloed-pilot P0.md 1:1 warning']],
    ['no case, and one pilot without a sponsor', { ...ANA, ...pilots(SPONSOR, SPONSOR, '') }, ['siloed-pilot P0.md 1:1 info', 'siloed-pilot P2.md 1:1 warning']],
    ['no sponsor, where the vault has cases', { ...ANA, ...CASE, ...pilots('', '', '') }, ['siloed-pilot P0.md 1:1 warning', 'siloed-pilot P0.md 1:1 warning', 'siloed-pilot P1.md 1:1 warning', 'siloed-pilot P2.md 1:1 warning']],
    ['two pilots are told each', { ...ANA, ...pilots(SPONSOR, SPONSOR) }, ['siloed-pilot P0.md 1:1 info', 'siloed-pilot P1.md 1:1 info']],
  ])('%s', async (_what, files, expected) => {
    const found = await findingsOf(['siloed-pilot'], files);
    expect(found.map(({ rule, path, range, severity }) => `${rule} ${path} ${range.start.line}:${range.start.column} ${severity}`)).toEqual(expected);
  });
});

describe('the line from work to the vision', () => {
  const RULES_OF_SIGHT = ['no-journey-link', 'line-of-sight'];
  const work = (...supports: string[]): string => `---\ntype: initiative\nstatus: active\nsupports: [${supports.map((name) => `"[[${name}]]"`).join(', ')}]\n---\n`;
  const BASE = { 'J.md': '---\ntype: journey\n---\n', 'V.md': '---\ntype: vision\n---\n', 'S.md': '---\ntype: strategy\nsupports: ["[[V]]"]\n---\n' };

  const COMMS = '---\ntype: comms\n---\n';
  const STRATEGY = '---\ntype: strategy\n---\n';

  test.each<[string, Record<string, string>, string[]]>([
    ['serves nothing', { ...BASE, 'A.md': work() }, ['no-journey-link A.md 1:1']],
    ['serves the journey only', { ...BASE, 'A.md': work('J') }, ['line-of-sight A.md 1:1']],
    ['serves a governance that serves nothing', { ...BASE, 'G.md': '---\ntype: governance\n---\n', 'A.md': work('G') }, ['line-of-sight A.md 1:1']],
    ['serves a case that serves the strategy', { ...BASE, 'C.md': '---\ntype: case\nsupports: ["[[S]]"]\n---\n', 'A.md': work('C') }, []],
    ['serves a strategy without a vision', { ...BASE, 'S.md': '---\ntype: strategy\n---\n', 'A.md': work('S'), 'B.md': work('S') }, ['line-of-sight S.md 1:1']],
    ['a retired strategy may be without one', { ...BASE, 'T.md': '---\ntype: strategy\nstatus: retired\n---\n' }, []],
    ['serves a note that is not there', { ...BASE, 'A.md': work('Nowhere') }, []],
    ['none of three serves anything', { ...BASE, 'A.md': work(), 'B.md': work(), 'C.md': work() }, ['no-journey-link J.md 1:1']],
    ['none of three messages refers to anything', { ...BASE, 'A.md': COMMS, 'B.md': COMMS, 'C.md': COMMS }, ['no-journey-link J.md 1:1']],
    ['one of three messages does', { ...BASE, 'A.md': COMMS, 'B.md': COMMS, 'C.md': `${COMMS}Part of [[J]].\n` }, ['no-journey-link A.md 1:1', 'no-journey-link B.md 1:1']],
    ['none of three strategies leads to the vision', { 'V.md': BASE['V.md'], 'S.md': STRATEGY, 'T.md': STRATEGY, 'U.md': STRATEGY }, ['line-of-sight V.md 1:1']],
    ['one of three strategies does', { ...BASE, 'T.md': STRATEGY, 'U.md': STRATEGY }, ['line-of-sight T.md 1:1', 'line-of-sight U.md 1:1']],
    ['one of three does', { ...BASE, 'A.md': work(), 'B.md': work(), 'C.md': work('S') }, ['no-journey-link A.md 1:1', 'no-journey-link B.md 1:1']],
  ])('tells each missing link once: %s', async (_what, files, expected) => {
    expect(inShort(await findingsOf(RULES_OF_SIGHT, files))).toEqual(expected);
  });

  test('follows chains and rings of any length', async () => {
    const count = 3000;
    const chain = Object.fromEntries(Array.from({ length: count }, (_, index) => [`W${index}.md`, work(index === 0 ? 'S' : `W${index - 1}`)]));
    const ring = { 'X.md': work('Y'), 'Y.md': work('Z'), 'Z.md': work('X') };
    const found = await findingsOf(RULES_OF_SIGHT, { ...BASE, ...chain, ...ring });
    expect(inShort(found)).toEqual(['no-journey-link X.md 1:1', 'no-journey-link Y.md 1:1', 'no-journey-link Z.md 1:1']);
  });
});

describe('what stands still', () => {
  test.each([
    ['status: active\nend: 2026-02-28', 1],
    ['status: active\nend: 2026-03-10', 0],
    ['status: active\nend: 2026', 0],
    ['status: active\nstart: 2026-Q1\nprogress: 0', 0],
    ['status: active\nstart: 2026-01\nprogress: 0', 1],
    ['status: active\nstart: 2026-01', 0],
    ['status: planned\nend: 2026-01', 1],
    ['status: done\nend: 2026-01\nprogress: 0', 0],
    ['status: paused', 1],
    ['status: dropped', 0],
  ])('%j: %d', async (properties, count) => {
    expect(await findingsOf(['stalled-work'], { 'A.md': `---\ntype: pilot\n${properties}\n---\n` })).toHaveLength(count);
  });

  test('a vault is quiet by its newest day, wherever it stands; days to come do not count', async () => {
    const files = { 'J.md': '---\ntype: journey\n---\n', 'Ana.md': '---\ntype: executive\nassessed: 2025-12-01\n---\n## Assessments\n- 2027-01-01 supporter — expected\n' };
    expect((await findingsOf(['complacency'], files)).map(({ message }) => message)).toEqual([
      'The newest dated record of this vault is from 2025-12-01, 121 days ago (limit 60, OURS). Record what was said and done since, and with whom the next conversation is.',
    ]);
    for (const [path, text] of Object.entries({ 'R.md': '---\ntype: room\ndate: 2026-03-01\n---\n', 'I.md': '---\ntype: insight\ndate: 2026-03-01\n---\n' })) {
      expect(await findingsOf(['complacency'], { ...files, [path]: text })).toEqual([]);
    }
  });
});
