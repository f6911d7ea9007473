import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causeInWords, COALITION_LABEL, moveInOneLine, obstacleInWords } from '../../src/playbook/coalition-words.js';
import { assessCoalition, assessCoalitionSensitivity, coalitionOutcome, COALITION_PERCENTS, type Coalition, type CoalitionOptions } from '../../src/playbook/coalition.js';
import { COMMITMENT_LEVELS, COMMITMENT_MOVES, commitmentRank, type CommitmentLevel } from '../../src/playbook/commitment.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { levelWords } from '../../src/playbook/step-words.js';
import { businessCase, date, executive, initiative, playbookOf } from '../builders.js';

const TODAY = date('2026-11-22');
const WORDS = levelWords();

function recordOf(...notes: readonly PlaybookNote[]): CommitmentRecord {
  return new CommitmentRecord(playbookOf(...notes), TODAY);
}

function coalition(notes: readonly PlaybookNote[], options: Partial<CoalitionOptions> = {}): Coalition {
  return assessCoalition(recordOf(...notes), { percent: 50, ...options });
}

/** Each round as "Ben: passive → toe-dipper (cause)". */
function told({ rounds }: Coalition): readonly (readonly string[])[] {
  return rounds.map((moves) => moves.map((move) => moveInOneLine(move, WORDS)));
}

describe('one round', () => {
  const ana = executive({ title: 'Ana', commitment: 'supporter' });
  const zoe = executive({ title: 'Zoe', commitment: 'passive' });

  test.each([
    ['opposer', 'passive'],
    ['passive', 'toe-dipper'],
  ] as const)('moves an %s with strong support from peers to %s', (from, to) => {
    const { rounds } = coalition([ana, executive({ title: 'Ben', commitment: from, peers: ['Ana'] })]);
    expect(rounds[0]).toMatchObject([{ executive: { title: 'Ben' }, from, to, cause: { kind: 'peers', supporting: [ana], peers: 1 } }]);
  });

  test('moves a toe-dipper by a case linked in the note, or from work that the person answers for', () => {
    const cost = businessCase({ title: 'Cost' });
    const purse = initiative({ title: 'Purse', cases: ['Cost'], sponsor: ['Cem'], units: ['Freight'] });
    const people = [executive({ title: 'Ben', commitment: 'toe-dipper', cases: ['Cost'] }), executive({ title: 'Cem', commitment: 'toe-dipper' }), executive({ title: 'Dee', unit: 'freight', commitment: 'toe-dipper' }), executive({ title: 'Eva', commitment: 'toe-dipper' })];
    const result = coalition([cost, purse, ...people]);
    expect(told(result)).toEqual([['Ben', 'Cem', 'Dee'].map((name) => `${name}: toe-dipper → supporter (a linked business case: Cost)`)]);
    expect(result.still).toMatchObject([{ executive: { title: 'Eva' }, obstacle: { kind: 'no-case' } }]);
  });

  test.each([
    ['no level', { commitment: undefined, peers: ['Ana'] }],
    ['supporter, for no source states a rule', { commitment: 'supporter', peers: ['Ana'] }],
    ['advocate', { commitment: 'advocate', peers: ['Ana'] }],
    ['a peer who is the person alone', { commitment: 'opposer', peers: ['Ben'] }],
    ['peers who lead nowhere', { commitment: 'opposer', peers: ['Nobody'] }],
    ['too few supporting peers', { commitment: 'opposer', peers: ['Ana', 'Zoe', 'Yin'] }],
  ] as const)('moves nobody with %s', (_, values) => {
    expect(coalition([ana, zoe, executive({ title: 'Yin' }), executive({ title: 'Ben', ...values })]).rounds).toEqual([]);
  });

  test('counts a peer who is not assessed as one who does not support, and a peer named twice once', () => {
    const ben = executive({ title: 'Ben', commitment: 'opposer', peers: ['Ana', 'Ana', 'Yin'] });
    const people = [ana, executive({ title: 'Yin' }), ben];
    expect(coalition(people).rounds[0]).toMatchObject([{ cause: { peers: 2, supporting: [ana] } }]);
    expect(coalition(people, { percent: 51 }).still).toMatchObject([{ obstacle: { kind: 'few-peers', supporting: 1, peers: 2, lacking: 1 } }]);
  });

  test.each([
    [3, 1, 33, true],
    [3, 2, 66, true],
    [3, 2, 67, false],
    [4, 2, 50, true],
    [4, 1, 26, false],
    [100, 100, 100, true],
    [100, 99, 100, false],
  ])('of %i peers, %i make %i percent: %s', (peers, supporting, percent, isEnough) => {
    const names = Array.from({ length: peers }, (_, index) => `Peer ${index}`);
    const people = names.map((title, index) => executive({ title, commitment: index < supporting ? 'supporter' : 'toe-dipper' }));
    expect(coalition([...people, executive({ title: 'Ben', commitment: 'passive', peers: names })], { percent }).rounds.length > 0).toBe(isEnough);
  });

  test('is judged by the levels before it: two who name each other do not lift each other in one round', () => {
    const cost = businessCase({ title: 'Cost' });
    const people = [executive({ title: 'Ben', commitment: 'passive', peers: ['Cem'] }), executive({ title: 'Cem', commitment: 'toe-dipper', peers: ['Ben'], cases: ['Cost'] })];
    expect(told(coalition([cost, ...people]))).toEqual([['Cem: toe-dipper → supporter (a linked business case: Cost)'], ['Ben: passive → toe-dipper (1 of 1 peer at supporter or above: Cem)']]);
  });
});

describe('what if', () => {
  const people = [executive({ title: 'Ana', commitment: 'passive' }), executive({ title: 'Ben', commitment: 'opposer', peers: ['Ana'] })];

  test('a person stood higher, or lower', () => {
    expect(coalition(people).rounds).toEqual([]);
    expect(told(coalition(people, { levels: new Map([['Executives/Ana.md', 'advocate']]) })).length).toBe(2);
    const won = executive({ title: 'Ana', commitment: 'supporter' });
    expect(coalition([won, people[1]!], { levels: new Map([['Executives/Ana.md', 'opposer']]) }).rounds).toEqual([]);
  });

  test('a case were linked, which the cause says', () => {
    const toe = executive({ title: 'Ana', commitment: 'toe-dipper' });
    const { rounds } = coalition([toe], { withCase: new Set([toe.path]) });
    expect(rounds[0]?.map(({ cause }) => causeInWords(cause, WORDS))).toEqual(['a business case, supposed here']);
  });

  test('somebody without a level had one', () => {
    const unknown = executive({ title: 'Ana' });
    expect(coalition([unknown], { levels: new Map([[unknown.path, 'toe-dipper']]), withCase: new Set([unknown.path]) }).levels.get(unknown.path)).toBe('supporter');
  });
});

test('the words name what keeps people, and the label claims no more than the rules', () => {
  expect(COALITION_LABEL).toBe('What the stated rules say, not a forecast.');
  expect(obstacleInWords({ kind: 'few-peers', supporting: 1, peers: 4, lacking: 1 }, levelWords({ supporter: 'backs it' }))).toBe('1 of 4 peers at backs it or above, 1 more would be strong support');
  expect(obstacleInWords({ kind: 'no-peers' }, WORDS)).toBe('the note names no peers');
  expect(obstacleInWords({ kind: 'no-case' }, WORDS)).toBe('no business case is linked');
});

interface Person {
  readonly level: CommitmentLevel | undefined;
  /** Numbers of others, of the person, and of nobody. */
  readonly peers: readonly number[];
  readonly hasCase: boolean;
}

const PEOPLE = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.array(
    fc.record({ level: fc.constantFrom(undefined, ...COMMITMENT_LEVELS), peers: fc.array(fc.integer({ min: 0, max: count }), { maxLength: 6 }), hasCase: fc.boolean() }),
    { minLength: count, maxLength: count },
  ),
);
const PERCENT = fc.integer({ min: 1, max: 100 });

function nameOf(index: number): string {
  return `Person ${String(index).padStart(2, '0')}`;
}

function notesOf(people: readonly Person[]): readonly PlaybookNote[] {
  return [
    ...people.map(({ level, peers, hasCase }, index) => executive({ title: nameOf(index), commitment: level, peers: peers.map(nameOf), cases: hasCase ? ['Cost'] : [] })),
    businessCase({ title: 'Cost' }),
  ];
}

/** Names of those who move in each round, with where they go; slow, and as the rules are written. */
function referenceRounds(people: readonly Person[], percent: number): readonly (readonly string[])[] {
  const levels = people.map(({ level }) => level);
  const rounds: string[][] = [];
  for (;;) {
    const before = [...levels];
    const moves: string[] = [];
    people.forEach(({ peers, hasCase }, index) => {
      const others = [...new Set(peers)].filter((peer) => peer !== index && peer < people.length);
      const supporting = others.filter((peer) => before[peer] === 'supporter' || before[peer] === 'advocate');
      const isStrong = others.length > 0 && supporting.length / others.length >= percent / 100 - 1e-9;
      const to = before[index] === 'opposer' && isStrong ? 'passive' : before[index] === 'passive' && isStrong ? 'toe-dipper' : before[index] === 'toe-dipper' && hasCase ? 'supporter' : undefined;
      if (to === undefined) return;
      levels[index] = to;
      moves.push(`${nameOf(index)} ${to}`);
    });
    if (moves.length === 0) return rounds;
    rounds.push(moves);
  }
}

/** Without what the order of peers in a note decides. */
function comparable({ rounds, levels, still }: Coalition) {
  return {
    rounds: rounds.map((moves) => moves.map(({ executive: { path }, from, to, cause }) => ({ path, from, to, cause: cause.kind === 'peers' ? cause.supporting.map((peer) => peer.path).sort() : cause.cases.map((one) => one.path) }))),
    levels: [...levels],
    still: still.map(({ executive: { path }, level, obstacle }) => ({ path, level, obstacle })),
  };
}

describe('for any executives', () => {
  test('the rounds are those of the rules as written', () => {
    fc.assert(
      fc.property(PEOPLE, PERCENT, (people, percent) => {
        const { rounds } = coalition(notesOf(people), { percent });
        expect(rounds.map((moves) => moves.map(({ executive: { title }, to }) => `${title} ${to}`))).toEqual(referenceRounds(people, percent));
      }),
      { numRuns: 500 },
    );
  });

  test('levels never go down, each move is one of the stated, with its cause, and they end within 3·n rounds', () => {
    fc.assert(
      fc.property(PEOPLE, PERCENT, (people, percent) => {
        const { rounds, levels } = coalition(notesOf(people), { percent });
        expect(rounds.length).toBeLessThanOrEqual(3 * people.length);
        const now = new Map<string, CommitmentLevel>();
        people.forEach(({ level }, index) => {
          if (level !== undefined) now.set(`Executives/${nameOf(index)}.md`, level);
        });
        for (const moves of rounds) {
          expect(moves.length).toBeGreaterThan(0);
          expect(new Set(moves.map(({ executive: { path } }) => path)).size).toBe(moves.length);
          for (const { executive: { path }, from, to, cause } of moves) {
            expect(from).toBe(now.get(path));
            expect(COMMITMENT_MOVES[from]?.to).toBe(to);
            expect(commitmentRank(to)).toBe(commitmentRank(from) + 1);
            if (from === 'toe-dipper') expect(cause).toMatchObject({ kind: 'case', cases: [{ title: 'Cost' }] });
            else expect(cause.kind === 'peers' && cause.supporting.length > 0 && cause.supporting.every((peer) => commitmentRank(now.get(peer.path) ?? 'opposer') >= 3)).toBe(true);
          }
          for (const { executive: { path }, to } of moves) now.set(path, to);
        }
        expect(levels).toEqual(now);
      }),
      { numRuns: 300 },
    );
  });

  test('neither the order of notes nor that of peers changes anything', () => {
    const shuffled = PEOPLE.chain((people) => {
      const notes = notesOf(people.map((person) => ({ ...person })));
      const turned = notesOf(people.map((person) => ({ ...person, peers: [...person.peers].reverse() })));
      return fc.tuple(fc.constant(notes), fc.shuffledSubarray([...turned], { minLength: turned.length, maxLength: turned.length }), PERCENT);
    });
    fc.assert(
      fc.property(shuffled, ([notes, others, percent]) => {
        expect(comparable(coalition(others, { percent }))).toEqual(comparable(coalition(notes, { percent })));
      }),
      { numRuns: 300 },
    );
  });

  test('whoever is told to stay could not move, and everybody else below supporter is told', () => {
    fc.assert(
      fc.property(PEOPLE, PERCENT, (people, percent) => {
        const { levels, still } = coalition(notesOf(people), { percent });
        expect(new Map(still.map(({ executive: { path }, level }) => [path, level]))).toEqual(new Map([...levels].filter(([, level]) => COMMITMENT_MOVES[level] !== undefined)));
        for (const { obstacle } of still) if (obstacle.kind === 'few-peers') expect(obstacle.supporting * 100).toBeLessThan(percent * obstacle.peers);
      }),
    );
  });

  test('a higher threshold moves nobody further, and each row is what that threshold alone gives', () => {
    fc.assert(
      fc.property(PEOPLE, PERCENT, (people, percent) => {
        const record = recordOf(...notesOf(people));
        const rows = assessCoalitionSensitivity(record, { percent });
        expect(rows.map((row) => row.percent)).toEqual([...new Set([...COALITION_PERCENTS, percent])].sort((a, b) => a - b));
        rows.forEach((row, index) => {
          expect(row).toEqual({ percent: row.percent, ...coalitionOutcome(assessCoalition(record, { percent: row.percent })) });
          const lower = rows[index - 1];
          if (lower === undefined) return;
          expect(row.moves).toBeLessThanOrEqual(lower.moves);
          expect(row.supporting).toBeLessThanOrEqual(lower.supporting);
        });
        const levels = rows.map((row) => assessCoalition(record, { percent: row.percent }).levels);
        for (const [path, level] of levels[0] ?? []) {
          for (const higher of levels.slice(1)) expect(commitmentRank(higher.get(path) ?? 'opposer')).toBeLessThanOrEqual(commitmentRank(level));
        }
      }),
      { numRuns: 100 },
    );
  });
});

test('two of three are two thirds, and one of three a third, among the thresholds that are compared', () => {
  const peers = ['Ana', 'Ben', 'Cem'];
  const people = (supporting: number) => [...peers.map((title, index) => executive({ title, commitment: index < supporting ? 'advocate' : undefined })), executive({ title: 'Dee', commitment: 'opposer', peers })];
  const movedAt = (supporting: number) => assessCoalitionSensitivity(recordOf(...people(supporting)), { percent: 50 }).filter(({ moves }) => moves > 0).map(({ percent }) => percent);
  expect(movedAt(1)).toEqual([25, 33]);
  expect(movedAt(2)).toEqual([25, 33, 50, 66]);
  expect(movedAt(3)).toEqual([25, 33, 50, 66, 75, 100]);
});

test('a ring and a chain of a thousand end, one step behind the other', () => {
  const count = 1000;
  const ring = Array.from({ length: count }, (_, index) => executive({ title: nameOf(index), commitment: 'opposer', peers: [nameOf((index + 1) % count)], cases: ['Cost'] }));
  const cost = businessCase({ title: 'Cost' });
  expect(coalition([cost, ...ring]).rounds).toEqual([]);
  const chain = [...ring.slice(0, -1), executive({ title: nameOf(count - 1), commitment: 'supporter' })];
  const { rounds, levels } = coalition([cost, ...chain]);
  expect(rounds.length).toBe(3 * (count - 1));
  expect(new Set(levels.values())).toEqual(new Set(['supporter']));
});
