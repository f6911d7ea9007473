import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay } from '../../src/playbook/calendar-date.js';
import { COMMITMENT_LEVELS, type CommitmentLevel } from '../../src/playbook/commitment.js';
import { AMBITIONS, type Ambition, type Executive } from '../../src/playbook/note.js';
import { assessParties, assessReadiness, CommitmentRecord, DEFAULT_AMBITION_RULE, isCeo, partiesWhoAnswer, worstFirst, type Parties, type ReadinessSpan } from '../../src/playbook/readiness.js';
import { date, day, executive, initiative, playbookOf } from '../builders.js';

const today = date('2026-03-10');

function leader(title: string, level: CommitmentLevel | undefined, rest: Parameters<typeof executive>[0] = {}): Executive {
  return executive({ title, ...(level === undefined ? {} : { levels: { '2025-01-01': level } }), ...rest });
}

function readiness(people: readonly Executive[], values: Parameters<typeof initiative>[0], rule = DEFAULT_AMBITION_RULE): readonly ReadinessSpan[] {
  const item = initiative(values);
  return assessReadiness(item, day('2026-01-01'), day('2026-12-31'), new CommitmentRecord(playbookOf(...people, item), today), rule);
}

function statesOf(spans: readonly ReadinessSpan[]): readonly string[] {
  return spans.map(({ fromDay, toDay, state }) => `${fromEpochDay(fromDay)}..${fromEpochDay(toDay)} ${state}`);
}

function stateOf(people: readonly Executive[], values: Parameters<typeof initiative>[0]): string {
  return readiness(people, values).map(({ state }) => state).join();
}

test('rests on those who answer for it, and on nobody else', () => {
  const level = fc.option(fc.constantFrom(...COMMITMENT_LEVELS), { nil: undefined });
  const parties = fc.record({ ambition: fc.constantFrom(...AMBITIONS), levels: fc.array(level, { minLength: 5, maxLength: 5 }), sponsors: fc.subarray([0, 1, 2, 3]), heads: fc.array(fc.constantFrom(0, 1, 2, undefined), { maxLength: 3 }) });
  fc.assert(
    fc.property(parties, ({ ambition, levels, sponsors, heads }) => {
      const people = levels.map((recorded, index) => leader(`Leader ${index}`, recorded, { unit: `Unit ${index}`, ...(index === 0 ? { role: 'CEO' } : {}) }));
      const asked: Parties = { sponsors: sponsors.flatMap((index) => people[index] ?? []), heads: heads.map((index) => (index === undefined ? undefined : people[index])) };
      const record = new CommitmentRecord(playbookOf(...people), today);
      const assess = (given: Parties) => assessParties(given, ambition, day('2024-01-01'), day('2026-12-31'), record, DEFAULT_AMBITION_RULE);
      expect(assess(partiesWhoAnswer(asked, ambition))).toEqual(assess(asked));
    }),
  );
});

describe('readiness', () => {
  test.each<[Ambition, CommitmentLevel, string]>([
    ['local', 'passive', 'short'],
    ['local', 'toe-dipper', 'carried'],
    ['unit', 'toe-dipper', 'short'],
    ['unit', 'supporter', 'carried'],
  ])('%s with a %s as head of the unit is %s', (ambition, level, expected) => {
    expect(stateOf([leader('Ben', level, { unit: 'Retail' })], { ambition, units: ['retail '] })).toBe(expected);
  });

  test.each<[CommitmentLevel, CommitmentLevel, string]>([
    ['supporter', 'toe-dipper', 'carried'],
    ['toe-dipper', 'advocate', 'short'],
    ['advocate', 'passive', 'short'],
  ])('cross-unit with a %s as sponsor and a %s as head is %s', (sponsor, head, expected) => {
    const people = [leader('Ana', sponsor), leader('Ben', head, { unit: 'Retail' })];
    expect(stateOf(people, { ambition: 'cross-unit', sponsor: ['Ana'], units: ['Retail'] })).toBe(expected);
  });

  test.each<[CommitmentLevel, readonly CommitmentLevel[], string]>([
    ['advocate', ['supporter', 'passive'], 'carried'],
    ['advocate', ['supporter', 'passive', 'passive'], 'short'],
    ['supporter', ['advocate', 'advocate'], 'short'],
  ])('enterprise with a %s as CEO and heads %j is %s', (ceo, heads, expected) => {
    const people = [leader('Ana', ceo, { role: 'Chief Executive Officer' }), ...heads.map((level, index) => leader(`Head ${index}`, level, { unit: `Unit ${index}` }))];
    expect(stateOf(people, { ambition: 'enterprise' })).toBe(expected);
    expect(stateOf(people, { ambition: 'enterprise', units: heads.map((_, index) => `Unit ${index}`) })).toBe(expected);
  });

  test('names who is short, as what, their level and the minimum', () => {
    const people = [leader('Ana', 'passive'), leader('Ben', 'opposer', { unit: 'Retail' })];
    const [span] = readiness(people, { ambition: 'cross-unit', sponsor: ['Ana'], units: ['Retail'] });
    expect(span?.shortfalls.map(({ executive: { title }, part, level, minimum }) => [title, part, level, minimum])).toEqual([
      ['Ana', 'sponsor', 'passive', 'supporter'],
      ['Ben', 'head', 'opposer', 'toe-dipper'],
    ]);
    expect(worstFirst(span?.shortfalls ?? []).map(({ executive: { title } }) => title)).toEqual(['Ben', 'Ana']);
  });

  test('is unknown, not short, where a level is not assessed', () => {
    expect(stateOf([leader('Ben', undefined, { unit: 'Retail' })], { ambition: 'unit', units: ['Retail'] })).toBe('unknown');
  });

  test('is short when a known level is too low, whatever else is unknown', () => {
    const people = [leader('Ana', undefined), leader('Ben', 'opposer', { unit: 'Retail' })];
    expect(stateOf(people, { ambition: 'cross-unit', sponsor: ['Ana'], units: ['Retail'] })).toBe('short');
  });

  test('is unknown when unassessed heads could still make the half', () => {
    const people = [leader('Ana', 'advocate', { role: 'CEO' }), leader('Ben', 'passive', { unit: 'A' }), leader('Chi', undefined, { unit: 'B' })];
    expect(stateOf(people, { ambition: 'enterprise' })).toBe('unknown');
  });

  test('changes on the very day on which a level changes', () => {
    const ben = executive({ title: 'Ben', unit: 'Retail', levels: { '2026-02-01': 'passive', '2026-05-01': 'supporter', '2026-09-15': 'toe-dipper' } });
    expect(statesOf(readiness([ben], { ambition: 'unit', units: ['Retail'] }))).toEqual([
      '2026-01-01..2026-01-31 unknown',
      '2026-02-01..2026-04-30 short',
      '2026-05-01..2026-09-14 carried',
      '2026-09-15..2026-12-31 short',
    ]);
  });

  test('joins days that are judged alike across a change that does not matter', () => {
    const ben = executive({ title: 'Ben', unit: 'Retail', levels: { '2025-01-01': 'supporter', '2026-05-01': 'advocate' } });
    expect(statesOf(readiness([ben], { ambition: 'unit', units: ['Retail'] }))).toEqual(['2026-01-01..2026-12-31 carried']);
  });

  test('lets the sponsor answer for a unit without a recorded head', () => {
    expect(stateOf([leader('Ana', 'passive')], { ambition: 'local', sponsor: ['Ana'], units: ['Retail'] })).toBe('short');
    const people = [leader('Ana', 'passive'), leader('Ben', 'advocate', { unit: 'Retail' })];
    expect(stateOf(people, { ambition: 'unit', sponsor: ['Ana'], units: ['Retail', 'Claims'] })).toBe('short');
    expect(stateOf(people, { ambition: 'unit', sponsor: ['Ana'], units: ['Retail'] })).toBe('carried');
  });

  test('never calls work carried when somebody who must answer is not recorded', () => {
    const heads = [leader('Ben', 'advocate', { unit: 'Retail' })];
    expect(stateOf(heads, { ambition: 'enterprise' })).toBe('unknown');
    expect(stateOf(heads, { ambition: 'cross-unit', units: ['Retail'] })).toBe('unknown');
    expect(stateOf(heads, { ambition: 'unit', units: ['Retail', 'Claims'] })).toBe('unknown');
  });

  test('says nothing without an ambition, without anybody to ask, or for days in reverse', () => {
    expect(readiness([leader('Ana', 'passive')], { sponsor: ['Ana'] })).toEqual([]);
    expect(readiness([], { ambition: 'unit', units: ['Retail'] })).toEqual([]);
    const item = initiative({ ambition: 'unit', sponsor: ['Ana'] });
    expect(assessReadiness(item, 10, 9, new CommitmentRecord(playbookOf(leader('Ana', 'passive'), item), today))).toEqual([]);
  });

  test('follows an edited rule', () => {
    const rule = { ...DEFAULT_AMBITION_RULE, localHead: 'passive' } as const;
    expect(readiness([leader('Ben', 'passive', { unit: 'A' })], { ambition: 'local', units: ['A'] }, rule).map(({ state }) => state)).toEqual(['carried']);
  });

  test('takes for head of a unit who reports to nobody in it, then the more influential, then the first by path', () => {
    const people = [
      leader('Ben', 'passive', { unit: 'Retail', reportsTo: ['Chi'], influence: 5 }),
      leader('Chi', 'passive', { unit: 'RETAIL', reportsTo: ['Ana'], influence: 1 }),
      leader('Dee', 'passive', { unit: 'Retail', influence: 3 }),
      leader('Eli', 'passive', { unit: 'Claims' }),
      leader('Fay', 'passive', { unit: 'Claims' }),
      leader('Ana', 'passive', { role: 'CEO' }),
    ];
    const record = new CommitmentRecord(playbookOf(...people), today);
    expect(record.headOf('retail')?.title).toBe('Dee');
    expect(record.headOf('Claims')?.title).toBe('Eli');
    expect(record.headOf('Nowhere')).toBeUndefined();
    expect(record.ceo?.title).toBe('Ana');
  });

  test.each([['CEO', true], ['Group CEO & President', true], ['chief executive', true], ['CEOs', false], ['COO', false], ['Oceonaut', false]])(
    'tells from the role "%s" whether it is the CEO: %s',
    (role, expected) => expect(isCeo(executive({ role }))).toBe(expected),
  );
});
