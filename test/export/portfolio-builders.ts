/** Portfolios for tests: one with every part, and any that can be. */
import fc from 'fast-check';
import { NEXT_STEP_WORDS } from '../../src/export/portfolio-words.js';
import { COMMITMENT_LEVELS } from '../../src/playbook/commitment.js';
import { COMPETENCIES } from '../../src/playbook/competency.js';
import type { NextStepKind } from '../../src/playbook/next-step.js';
import { buildPortfolio, UNREAD_REASON, type Portfolio, type UnreadReason } from '../../src/playbook/portfolio-clients.js';
import { byName, FOUNDATION_KINDS, FOUNDATION_STATES, type VaultSummary } from '../../src/playbook/portfolio.js';
import { date } from '../builders.js';

const today = date('2026-11-22');
const STEPS = Object.keys(NEXT_STEP_WORDS) as NextStepKind[];
const REASONS = Object.keys(UNREAD_REASON) as UnreadReason[];

export const WHOLE: VaultSummary = {
  asOf: today,
  notes: { read: 40, playbook: 31 },
  executives: { levels: { opposer: 1, passive: 0, 'toe-dipper': 2, supporter: 3, advocate: 1 }, notAssessed: 1, below: 2, due: 1 },
  moves: { days: 90, up: 2, down: 1 },
  work: { open: 8, short: 3, unjudged: 1 },
  findings: { error: 1, warning: 4, info: 0, rules: [{ rule: 'require-model', count: 4 }, { rule: 'require-why', count: 1 }] },
  foundations: { vision: 'approved', strategy: 'written', governance: 'none' },
  competencies: byName(COMPETENCIES, (competency) => (competency === 'employee-engagement' ? { executives: 0, work: 0 } : { executives: 2, work: 1 })),
  remarks: { risks: 1, questions: 2, oldestDays: 41 },
  record: { on: date('2026-09-01'), days: 82, isQuiet: true },
  next: ['start-here', 'assess'],
};

/** One and none have words of their own. */
const count = fc.oneof(fc.constantFrom(0, 1), fc.nat(2000));
const day = fc.integer({ min: 1, max: 28 }).map((number) => date(`2026-02-${String(number).padStart(2, '0')}`));
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
export const summaries: fc.Arbitrary<VaultSummary> = fc
  .record(
    {
      asOf: optional(day),
      notes: fc.record({ read: count, playbook: count }),
      executives: fc.record({ levels: fc.tuple(count, count, count, count, count).map((numbers) => byName(COMMITMENT_LEVELS, (level) => numbers[COMMITMENT_LEVELS.indexOf(level)] ?? 0)), notAssessed: count, below: count, due: count }),
      moves: fc.record({ days: count, up: count, down: count }),
      work: fc.record({ open: count, short: count, unjudged: count }),
      findings: fc.record({ error: count, warning: count, info: count, rules: fc.array(fc.record({ rule: fc.constantFrom('require-why', 'require-model', 'other'), count })) }),
      foundations: fc.constantFrom(...FOUNDATION_STATES).map((state) => byName(FOUNDATION_KINDS, () => state)),
      competencies: fc.record({ executives: count, work: count }).map((cover) => byName(COMPETENCIES, () => cover)),
      remarks: fc.record({ risks: count, questions: count, oldestDays: optional(count) }),
      record: fc.record({ on: optional(day), days: optional(count), isQuiet: fc.boolean() }),
      next: fc.array(fc.constantFrom(...STEPS)),
    },
    { requiredKeys: ['asOf'] },
  );
export const portfolios: fc.Arbitrary<Portfolio> = fc
  .tuple(
    fc.uniqueArray(fc.record({ name: fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }).filter((name) => name.trim() !== ''), summary: summaries }), { maxLength: 4, selector: ({ name }) => name }),
    fc.array(fc.record({ name: fc.constantFrom('a', 'b'), reason: fc.constantFrom(...REASONS) }), { maxLength: 2 }),
  )
  .map(([clients, unread]) => buildPortfolio(clients, unread));
