import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildStarterPlaybook } from '../../src/notes/starter-playbook.js';
import { RULES } from '../../src/lint/rules/index.js';
import { COMMITMENT_LEVELS } from '../../src/playbook/commitment.js';
import { EVIDENCE_CATEGORIES } from '../../src/playbook/note.js';
import { RULES_OF_GROUP } from '../../src/views/rule-groups.js';
import { day, inShort, lintFiles, openFiles } from './lint-files.js';

const EVIDENCE_RULES: readonly string[] = ['said-done-gap', 'buy-in-only', 'evidenced-level'];
/** The rules that judge what the sources say of commitment, proof and the journey. */
const JUDGING: readonly string[] = [...RULES_OF_GROUP.commitment, ...RULES_OF_GROUP.proof, ...RULES_OF_GROUP.enablement, ...RULES_OF_GROUP.journey, ...RULES_OF_GROUP.momentum];

async function findingsOf(rules: readonly string[], files: Readonly<Record<string, string>>) {
  return (await lintFiles(files)).filter(({ rule }) => rules.includes(rule));
}

function executive(properties: string, body = ''): string {
  return `---\ntype: executive\n${properties}\n---\n${body}`;
}

const SAID = '### Said\n- 2026-03-02 "Customers first"\n- 2026-03-09 "Every head owns this"\n';
const PEER = '- 2026-03-20 Won the COO over #peer\n';
const MONEY = '- 2026-03-21 Moved 40,000 #money\n';

describe('the recorded level beside the evidence', () => {
  test.each([
    ['said, nothing done', 'supporter', SAID, ['said-done-gap']],
    ['said, and a peer spoken to', 'supporter', `${SAID}### Did\n${PEER}`, ['buy-in-only']],
    ['a trade-off made, and no money', 'supporter', '### Did\n- 2026-03-20 Gave up the ninth slot #tradeoff\n', ['evidenced-level']],
    ['said, and money given', 'supporter', `${SAID}### Did\n${MONEY}`, ['evidenced-level']],
    ['money given and a peer won over', 'supporter', `${SAID}### Did\n${MONEY}${PEER}`, []],
    ['the same, recorded lower', 'passive', `### Did\n${MONEY}${PEER}`, ['evidenced-level']],
    ['said by a toe-dipper', 'toe-dipper', SAID, ['evidenced-level']],
    ['said by an opposer', 'opposer', SAID, []],
    ['an advocate without a trade-off', 'advocate', `### Did\n${MONEY}${PEER}`, ['evidenced-level']],
    ['nothing recorded', 'advocate', '', []],
    ['all of it long ago', 'toe-dipper', '### Did\n- 2024-03-20 A morning at the desk #time\n', []],
    ['planned only', 'supporter', '### Said\n- 2026-07-20 "Will say so"\n', []],
  ])('tells one cause at most: %s', async (_what, level, evidence, expected) => {
    const found = await findingsOf(EVIDENCE_RULES, { 'Ana.md': executive(`commitment: ${level}`, `## Evidence\n${evidence}`) });
    expect(found.map(({ rule }) => rule)).toEqual(expected);
  });

  test('never tells of one person twice, whatever is recorded', async () => {
    const item = fc.record({ day: fc.integer({ min: 1, max: 31 }), month: fc.constantFrom('2025-08', '2026-01', '2026-03', '2026-05'), form: fc.constantFrom('Said', 'Did'), category: fc.option(fc.constantFrom(...EVIDENCE_CATEGORIES)) });
    await fc.assert(
      fc.asyncProperty(fc.option(fc.constantFrom(...COMMITMENT_LEVELS)), fc.array(item, { maxLength: 8 }), async (level, items) => {
        const lines = (form: string) => items.filter((one) => one.form === form).map(({ month, day: at, category }) => `- ${month}-${String(at).padStart(2, '0')} Something${category === null ? '' : ` #${category}`}\n`).join('');
        const files = {
          'Ana.md': executive(level === null ? 'role: COO' : `commitment: ${level}`, `## Evidence\n### Said\n${lines('Said')}### Did\n${lines('Did')}`),
          'Ben.md': executive('commitment: toe-dipper', '## Evidence\n### Did\n- 2026-03-20 A morning at the desk #time\n'),
        };
        const ofAna = (await findingsOf(EVIDENCE_RULES, files)).filter(({ path }) => path === 'Ana.md');
        expect(ofAna.length).toBeLessThanOrEqual(level === null ? 0 : 1);
      }),
      { numRuns: 60 },
    );
  });

  test('cites the lines, with what was said on which day', async () => {
    const text = executive('commitment: supporter', `## Evidence\n${SAID}`);
    const [gap] = await findingsOf(['said-done-gap'], { 'Ana.md': text });
    expect(gap?.message).toBe('Recorded in this vault: supporter, 2 things said and nothing done within 180 days. Add what was done under "Did", or look at the level again.');
    expect(gap?.related?.map(({ path, range, message }) => [path, text.slice(range.start.offset, range.end.offset).trim(), message])).toEqual([
      ['Ana.md', '2026-03-09 "Every head owns this"', 'Said on 2026-03-09.'],
      ['Ana.md', '2026-03-02 "Customers first"', 'Said on 2026-03-02.'],
    ]);
  });

  test('speaks in the softened words of the vault', async () => {
    const found = await findingsOf(['said-done-gap'], { 'Ana.md': executive('commitment: supporter', `## Evidence\n${SAID}`), 'cx-playbook.yml': 'labels: { supporter: on board }\n' });
    expect(found[0]?.message).toMatch(/^Recorded in this vault: on board, /);
  });

  test('counts as many days as the vault says', async () => {
    const files = { 'Ana.md': executive('commitment: supporter', `## Evidence\n${SAID}`), 'cx-playbook.yml': 'thresholds: { evidence_days: 10 }\n' };
    expect(await findingsOf(EVIDENCE_RULES, files)).toEqual([]);
  });

  test('names what is missing', async () => {
    const found = await findingsOf(['evidenced-level'], { 'Ana.md': executive('commitment: advocate', `## Evidence\n### Did\n${MONEY}${PEER}`) });
    expect(found[0]?.message).toBe('Recorded in this vault: advocate; evidence within 180 days reaches supporter (OURS). For advocate it lacks: tradeoff; 5 more signs. Add what was done under "Did", or look at the level again.');
  });
});

describe('ambition beside commitment', () => {
  const RECORD = '---\ntype: initiative\nstatus: active\nstart: 2026-05\nend: 2026-12\nambition: cross-unit\nunits: [Freight, Crossings]\nsponsor: ["[[Ana]]"]\n---\n';
  const files = { 'Ana.md': executive('commitment: supporter\nunit: Freight'), 'Ben.md': executive('commitment: passive\nunit: Crossings', '## Assessments\n- 2026-01-10 passive\n'), 'Record.md': RECORD };

  test('names who, their level and the minimum, and both ways out', async () => {
    const [gap, ...others] = await findingsOf(['ambition-gap'], files);
    expect(others).toEqual([]);
    expect(gap?.message).toBe('Ambition "cross-unit" asks for more commitment than is recorded in this vault: Ben is at passive (as head of a unit, toe-dipper is needed). Raise the commitment, or cut the ambition or the number of units: as things stand, "cross-unit" without Crossings would be carried.');
    expect(gap?.related?.map(({ path, range }) => `${path} ${range.start.line}`)).toEqual(['Ben.md 7']);
  });

  test('tells anew when a person’s level, the unit’s head or the work changes', async () => {
    const store = await openFiles(files);
    const count = (): number => store.lint().diagnostics.filter(({ rule }) => rule === 'ambition-gap').length;
    expect(count()).toBe(1);
    await store.setText('Ben.md', executive('commitment: toe-dipper\nunit: Crossings'));
    expect(count()).toBe(0);
    await store.setText('Chi.md', executive('commitment: opposer\nunit: Crossings\ninfluence: 5'));
    expect(count()).toBe(1);
    await store.setText('Record.md', RECORD.replace(', Crossings', ''));
    expect(count()).toBe(0);
    await store.setText('Ana.md', executive('commitment: passive\nunit: Freight'));
    expect(count()).toBe(1);
    store.remove('Ana.md');
    expect(count()).toBe(0);
  });

  test('tells of enterprise work when any head of the vault changes', async () => {
    const store = await openFiles({ 'Ana.md': executive('role: CEO\ncommitment: advocate'), 'Ben.md': executive('commitment: supporter\nunit: Crossings'), 'Record.md': '---\ntype: initiative\nstart: 2026-05\nambition: enterprise\n---\n' });
    const count = (): number => store.lint().diagnostics.filter(({ rule }) => rule === 'ambition-gap').length;
    expect(count()).toBe(0);
    await store.setText('Ben.md', executive('commitment: passive\nunit: Crossings'));
    expect(count()).toBe(1);
  });

  test('tells of enterprise work when the CEO changes, with heads of its own too', async () => {
    const store = await openFiles({ 'Ana.md': executive('role: CEO\ncommitment: advocate'), 'Ben.md': executive('commitment: supporter\nunit: Crossings'), 'Record.md': '---\ntype: initiative\nstart: 2026-05\nambition: enterprise\nunits: [Crossings]\n---\n' });
    const count = (): number => store.lint().diagnostics.filter(({ rule }) => rule === 'ambition-gap').length;
    expect(count()).toBe(0);
    await store.setText('Ana.md', executive('role: CEO\ncommitment: supporter'));
    expect(count()).toBe(1);
  });

  test('tells of a level that is expected to come too late, with the day', async () => {
    const ana = executive('unit: Freight', '## Assessments\n- 2026-01-10 supporter\n- 2026-08-01 passive — expected\n');
    const found = await findingsOf(['ambition-gap'], { 'Ana.md': ana, 'Record.md': RECORD.replace(', Crossings', '') });
    expect(found.map(({ message }) => /from \d{4}-\d\d-\d\d on/.exec(message)?.[0])).toEqual(['from 2026-08-01 on']);
  });
});

describe('a vault that records little', () => {
  test.each<[string, Record<string, string>]>([
    ['one executive', { 'Ana.md': executive('commitment: supporter') }],
    ['a CEO who is not assessed, and an idea', { 'Ana.md': executive('role: CEO'), 'A.md': '---\ntype: initiative\nstatus: idea\nambition: enterprise\n---\n' }],
    ['a toe-dipper, and no case anywhere', { 'Ana.md': executive('commitment: toe-dipper') }],
    ['a journey and one plan', { 'J.md': '---\ntype: journey\n---\n', 'A.md': '---\ntype: initiative\nsupports: ["[[J]]"]\nambition: local\n---\n' }],
    ['a pilot alone', { 'P.md': '---\ntype: pilot\nstatus: active\n---\n' }],
    ['work alone', { 'A.md': '---\ntype: initiative\nstatus: active\nunits: [Freight]\n---\n' }],
    ['an empty note of each kind', Object.fromEntries(['executive', 'initiative', 'pilot', 'milestone', 'play', 'insight', 'vision', 'strategy', 'governance', 'room', 'recognition', 'session', 'journey'].map((kind) => [`${kind}.md`, `---\ntype: ${kind}\n${kind === 'strategy' ? 'supports: ["[[vision]]"]\n' : kind === 'initiative' || kind === 'pilot' ? 'supports: ["[[strategy]]"]\n' : ''}---\n`]))],
  ])('is told nothing: %s', async (_what, files) => {
    expect(inShort(await findingsOf(JUDGING, files))).toEqual([]);
  });

  test('the fresh starter playbook is told nothing', async () => {
    const today = day('2026-11-22');
    const files = Object.fromEntries(buildStarterPlaybook(today).map(({ path, text }) => [path, text]));
    expect(inShort((await lintFiles(files, today)).filter(({ rule }) => JUDGING.includes(rule)))).toEqual([]);
  });
});

describe('switching a rule off for one note', () => {
  const FOUND = RULES.filter(({ id }) => JUDGING.includes(id)).flatMap((rule) => rule.examples.map((example) => ({ rule, example }))).filter(({ example }) => example.config === undefined && Object.values(example.notes).some((text) => text.includes('‹')));

  test.each(FOUND.map(({ rule, example }) => [rule.id, example.title, example.notes] as const))('%s: %s', async (id, _title, notes) => {
    const files = Object.fromEntries(Object.entries(notes).map(([path, marked]) => {
      const text = marked.replace(/[‹›]/g, '');
      return [path, marked.includes('‹') ? text.replace('\n', `\n# cx-lint-disable ${id} -- agreed in May\n`) : text];
    }));
    const left = (await lintFiles(files)).filter(({ rule }) => rule === id || rule === 'unused-directive');
    expect(inShort(left)).toEqual([]);
  });
});
