import { describe, expect, test } from 'vitest';
import { buildCommitmentTable, COMMITMENT_COLUMNS, missingInWords } from '../../src/playbook/commitment-table.js';
import { assessCommitment } from '../../src/playbook/commitment-report.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { levelWords } from '../../src/playbook/step-words.js';
import { date, executive, pilot, playbookOf } from '../builders.js';

const OPTIONS = { assessedDays: 180, evidenceDays: 180, signCount: 8 };

function rowsOf(notes: readonly PlaybookNote[], units?: readonly string[]) {
  return buildCommitmentTable(new CommitmentRecord(playbookOf(...notes), date('2026-11-22')), units === undefined ? OPTIONS : { ...OPTIONS, units });
}

/** Cells by the column's id. */
function cells(values: Parameters<typeof executive>[0], words = levelWords()): Readonly<Record<string, string>> {
  const [row] = rowsOf([executive(values)]);
  return Object.fromEntries(COMMITMENT_COLUMNS.map(({ id, cell }) => [id, row === undefined ? '' : cell(row, words)]));
}

function did(category: 'money' | 'peer' | 'time' | 'tradeoff') {
  return { date: date('2026-11-01'), form: 'did' as const, category, text: 'x', from: 0, to: 0 };
}

describe('the rows', () => {
  const people = [executive({ title: 'Ana', unit: 'Freight' }), executive({ title: 'Ben', unit: 'freight ' }), executive({ title: 'Zoe', role: 'CEO', unit: 'Group' }), executive({ title: 'Dee' })];

  test('are one an executive, the CEO first, then by path', () => {
    expect(rowsOf([...people].reverse()).map(({ executive: { title } }) => title)).toEqual(['Zoe', 'Ana', 'Ben', 'Dee']);
  });

  test.each([
    [[], ['Zoe', 'Ana', 'Ben', 'Dee']],
    [['FREIGHT'], ['Ana', 'Ben']],
    [['Group', 'Freight'], ['Zoe', 'Ana', 'Ben']],
    [['Nowhere'], []],
  ])('of the units %j are %j', (units, expected) => {
    expect(rowsOf(people, units).map(({ executive: { title } }) => title)).toEqual(expected);
  });

  test('mark the CEO and one head for each unit', () => {
    expect(rowsOf(people).map(({ isCeo, isHead }) => [isCeo, isHead])).toEqual([[true, true], [false, true], [false, false], [false, false]]);
  });
});

describe('the cells', () => {
  test('of somebody of whom nothing is recorded say so, and nothing more', () => {
    expect(cells({ title: 'Ana' })).toEqual({ executive: 'Ana', role: '', unit: '', now: 'not assessed', needed: '', gap: '', evidenced: 'no level', missing: '', said: '0', did: '0', assessed: '', influence: '', peers: '', note: 'Executives/Ana.md' });
  });

  test('hold what is recorded, in the vault’s words', () => {
    const values = { title: 'Ana', role: 'CFO', unit: 'Finance', commitment: 'supporter', neededCommitment: 'toe-dipper', assessed: '2026-10-01', influence: 4, evidence: [did('time')] } as const;
    expect(cells(values, levelWords({ supporter: 'backs it' }))).toMatchObject({ role: 'CFO', unit: 'Finance', now: 'backs it', needed: 'toe-dipper', gap: '-1', evidenced: 'toe-dipper', missing: 'for backs it: money or people; peer', did: '1', assessed: '2026-10-01', influence: '4' });
  });

  test('name peers once each, without the person', () => {
    const [row] = rowsOf([executive({ title: 'Ana', peers: ['Ben', 'Ana', 'Ben', 'Nobody'] }), executive({ title: 'Ben' })]);
    expect(COMMITMENT_COLUMNS.find(({ id }) => id === 'peers')?.cell(row!, levelWords())).toBe('Ben');
  });
});

describe('what is missing', () => {
  const missing = (values: Parameters<typeof executive>[0]) => missingInWords(rowsOf([executive(values)])[0]!, levelWords());
  test.each([
    ['nothing where the evidence reaches the level', { commitment: 'toe-dipper', evidence: [did('time')] }, ''],
    ['nothing where it reaches more', { commitment: 'toe-dipper', evidence: [did('money'), did('peer')] }, ''],
    ['nothing for an opposer, whom no evidence makes', { commitment: 'opposer' }, ''],
    ['nothing without a level', { evidence: [did('time')] }, ''],
    ['the first level that lacks something', { commitment: 'advocate' }, 'for toe-dipper: time or money'],
    ['signs, by their number', { commitment: 'advocate', evidence: [did('money'), did('peer')], signs: ['a', 'b', 'c', 'd'] }, 'for advocate: tradeoff; 1 more sign'],
  ] as const)('is %s', (_what, values, expected) => {
    expect(missing(values)).toBe(expected);
  });
});

describe('all that is recorded, for some units', () => {
  const people = [
    executive({ title: 'Ana', unit: 'Freight', commitment: 'supporter' }),
    executive({ title: 'Ben', unit: 'Crossings', commitment: 'opposer', peers: ['Ana'] }),
    executive({ title: 'Cem', unit: 'Finance', commitment: 'opposer', peers: ['Ana'] }),
    pilot({ sponsor: ['Ana'], proof: { result: 1 } }),
  ];
  const report = (units: readonly string[], levels = new Map<string, 'opposer'>()) =>
    assessCommitment(new CommitmentRecord(playbookOf(...people), date('2026-11-22')), { ...OPTIONS, coalitionPercent: 50, units, levels });

  test('tells of their executives, and lets all peers count', () => {
    const { people: told, rounds, still, startingPoints, results, coalition } = report(['Crossings']);
    expect(told.map(({ row }) => row.executive.title)).toEqual(['Ben']);
    expect(rounds.map(({ round, moves }) => [round, moves.map(({ executive: { title } }) => title)])).toEqual([[1, ['Ben']], [2, ['Ben']]]);
    expect(still.map(({ executive: { title } }) => title)).toEqual(['Ben']);
    expect([startingPoints, results]).toEqual([[], []]);
    expect(coalition.rounds[0]).toHaveLength(2);
  });

  test('says beside a what-if what comes of the record', () => {
    expect(report([]).recorded).toBeUndefined();
    const supposed = report([], new Map([['Executives/Ana.md', 'opposer']]));
    expect(supposed.rounds).toEqual([]);
    expect(supposed.recorded).toEqual({ moves: 4, rounds: 2, supporting: 1 });
    expect(supposed.people.find(({ row }) => row.executive.title === 'Ana')?.row.standing.level).toBe('supporter');
  });
});
