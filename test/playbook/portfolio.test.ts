import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_THRESHOLDS } from '../../src/lint/rule.js';
import { CommitmentRecord } from '../../src/playbook/commitment-record.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { findConcerns, UNANSWERED_DAYS } from '../../src/playbook/portfolio-attention.js';
import { buildPortfolio, letterName, orderClients } from '../../src/playbook/portfolio-clients.js';
import { countRules, summarizeVault, supportingPercent, type FindingCounts, type VaultSummary } from '../../src/playbook/portfolio.js';
import { SIGNS } from '../../src/playbook/sign.js';
import { annotation, date, executive, initiative, playbookOf } from '../builders.js';

const today = date('2026-11-22');
const NO_FINDINGS: FindingCounts = { error: 0, warning: 0, info: 0, rules: [] };

function summaryOf(notes: readonly PlaybookNote[], options: { readonly moveDays?: number; readonly remarks?: readonly ReturnType<typeof annotation>[] } = {}): VaultSummary {
  const playbook = playbookOf(...notes);
  playbook.setAnnotations(options.remarks ?? []);
  return summarizeVault(new CommitmentRecord(playbook, today), { thresholds: DEFAULT_THRESHOLDS, signCount: SIGNS.length, moveDays: options.moveDays }, { read: notes.length, playbook: notes.length }, NO_FINDINGS);
}

describe('the summary of a vault', () => {
  const notes = [
    executive({ title: 'Ana', role: 'CEO', unit: 'Group', commitment: 'supporter', neededCommitment: 'advocate', assessed: '2026-11-01', levels: { '2026-05-01': 'toe-dipper', '2026-11-01': 'supporter' }, competencies: ['employee-engagement'] }),
    executive({ title: 'Ben', unit: 'IT', commitment: 'passive', assessed: '2026-10-01', levels: { '2026-06-01': 'supporter', '2026-10-01': 'passive' } }),
    executive({ title: 'Chi' }),
    initiative({ title: 'Record', units: ['IT'], ambition: 'unit', status: 'active', start: '2026-06', end: '2027-06' }),
    initiative({ title: 'Done', status: 'done' }),
  ];

  test('counts levels, movement, work and cover', () => {
    expect(summaryOf(notes)).toMatchObject({
      asOf: '2026-11-22',
      executives: { levels: { opposer: 0, passive: 1, 'toe-dipper': 0, supporter: 1, advocate: 0 }, notAssessed: 1, below: 1, due: 1 },
      moves: { days: 90, up: 1, down: 1 },
      work: { open: 1, short: 1, unjudged: 0 },
      foundations: { vision: 'none', strategy: 'none', governance: 'none' },
      competencies: { 'employee-engagement': { executives: 1, work: 0 }, 'compelling-brand-values': { executives: 0, work: 0 } },
      remarks: { risks: 0, questions: 0, oldestDays: undefined },
      record: { on: '2026-11-01', days: 21, isQuiet: false },
    });
  });

  test('counts movement within the days asked for', () => {
    expect(summaryOf(notes, { moveDays: 30 }).moves).toEqual({ days: 30, up: 1, down: 0 });
    expect(summaryOf(notes, { moveDays: 10 }).moves).toEqual({ days: 10, up: 0, down: 0 });
  });

  test('takes approval that is not to come, and nothing that is retired', () => {
    const foundation = (kind: 'vision' | 'strategy' | 'governance', values: object): PlaybookNote => ({ kind, path: `F/${kind}.md`, title: kind, aliases: [], supports: [], ...values });
    const { foundations } = summaryOf([foundation('vision', { approved: date('2026-11-22') }), foundation('strategy', { approved: date('2026-11-23') }), foundation('governance', { approved: date('2026-01-01'), status: 'retired' })]);
    expect(foundations).toEqual({ vision: 'approved', strategy: 'written', governance: 'none' });
  });

  test('counts open risks and questions by their age, and no private one', () => {
    const remarks = [
      annotation({ target: 'Ana', kind: 'risk', created: '2026-10-03T10:00:00Z' }),
      annotation({ target: 'Ana', kind: 'question', created: '2026-11-20T10:00:00Z' }),
      annotation({ target: 'Ana', kind: 'praise', created: '2025-01-01T10:00:00Z' }),
      annotation({ target: 'Ana', kind: 'risk', visibility: 'coach', created: '2025-01-01T10:00:00Z' }),
    ];
    expect(summaryOf(notes, { remarks }).remarks).toEqual({ risks: 1, questions: 1, oldestDays: 50 });
  });

  test('of an empty playbook holds nothing but zeros', () => {
    const summary = summaryOf([]);
    expect(summary).toMatchObject({ executives: { notAssessed: 0 }, moves: { up: 0, down: 0 }, work: { open: 0 }, record: { on: undefined, isQuiet: false }, next: [] });
    expect(summary.executives && supportingPercent(summary.executives)).toBeUndefined();
  });

  test('counts rules, those with most findings first, then by id', () => {
    expect(countRules(['b', 'a', 'c', 'c'])).toEqual([{ rule: 'c', count: 2 }, { rule: 'a', count: 1 }, { rule: 'b', count: 1 }]);
  });
});

describe('the order of need', () => {
  const levels = { opposer: 0, passive: 0, 'toe-dipper': 0, supporter: 4, advocate: 0 };
  const calm: VaultSummary = {
    asOf: today,
    executives: { levels, notAssessed: 0, below: 0, due: 0 },
    moves: { days: 90, up: 4, down: 0 },
    work: { open: 8, short: 0, unjudged: 8 },
    findings: { error: 0, warning: 900, info: 900, rules: [] },
    remarks: { risks: 9, questions: 9, oldestDays: UNANSWERED_DAYS },
    record: { on: today, days: 0, isQuiet: false },
  };

  test.each<[string, Partial<VaultSummary>, string]>([
    ['moved-down', { moves: { days: 90, up: 0, down: 2 } }, '2 moved down in 90 days'],
    ['short-work', { work: { open: 8, short: 3, unjudged: 0 } }, '3 of 8 open items short of commitment'],
    ['quiet', { record: { on: date('2026-08-01'), days: 113, isQuiet: true } }, 'nothing recorded for 113 days'],
    ['quiet', { record: { on: undefined, days: undefined, isQuiet: false } }, 'nothing dated recorded'],
    ['unanswered', { remarks: { risks: 0, questions: 1, oldestDays: UNANSWERED_DAYS + 1 } }, '1 remark open, the oldest for 31 days'],
    ['below-needed', { executives: { levels, notAssessed: 0, below: 1, due: 0 } }, '1 of 4 executives below the level needed'],
    ['due', { executives: { levels, notAssessed: 0, below: 0, due: 2 } }, '2 levels to assess'],
    ['errors', { findings: { error: 1, warning: 0, info: 0, rules: [] } }, '1 error in the notes'],
  ])('%s is a reason to look', (kind, values, text) => {
    expect(findConcerns(calm)).toEqual([]);
    expect(findConcerns({ ...calm, ...values })).toEqual([{ kind, count: expect.any(Number), text }]);
  });

  test('a part that is not told is no reason', () => {
    expect(findConcerns({ asOf: undefined })).toEqual([]);
  });

  test('puts those with most reasons first, then those with the graver one, then by name', () => {
    const clients = [
      { name: 'Calm', summary: calm },
      { name: 'Errors', summary: { ...calm, findings: { error: 50, warning: 0, info: 0, rules: [] } } },
      { name: 'Short, three', summary: { ...calm, work: { open: 8, short: 3, unjudged: 0 } } },
      { name: 'Short, four', summary: { ...calm, work: { open: 8, short: 4, unjudged: 0 } } },
      { name: 'Two', summary: { ...calm, findings: { error: 1, warning: 0, info: 0, rules: [] }, executives: { levels, notAssessed: 0, below: 1, due: 0 } } },
      { name: 'Also calm', summary: calm },
    ];
    expect(orderClients(clients).map(({ name }) => name)).toEqual(['Two', 'Short, four', 'Short, three', 'Errors', 'Also calm', 'Calm']);
  });

  test('is the same, however the clients come', () => {
    const client = fc.record({ name: fc.string({ minLength: 1 }), short: fc.nat(3), error: fc.nat(2) });
    fc.assert(
      fc.property(fc.uniqueArray(client, { selector: ({ name }) => name }), fc.integer(), (values, seed) => {
        const clients = values.map(({ name, short, error }) => ({ name, summary: { ...calm, work: { open: 8, short, unjudged: 0 }, findings: { error, warning: 0, info: 0, rules: [] } } }));
        const turned = [...clients.slice(Math.abs(seed) % (clients.length + 1)), ...clients.slice(0, Math.abs(seed) % (clients.length + 1))];
        expect(orderClients(turned)).toEqual(orderClients(clients));
      }),
    );
  });

  test('gives letters instead of names in the order shown, and to those not read behind them', () => {
    const { clients, unread } = buildPortfolio([{ name: 'B', summary: calm }, { name: 'A', summary: calm }], [{ name: 'Zed', reason: 'no-notes' }], { isAnonymous: true });
    expect([...clients, ...unread].map(({ name }) => name)).toEqual(['Client A', 'Client B', 'Client C']);
    expect([0, 25, 26, 51, 52, 701, 702].map(letterName)).toEqual(['Client A', 'Client Z', 'Client AA', 'Client AZ', 'Client BA', 'Client ZZ', 'Client AAA']);
  });
});
