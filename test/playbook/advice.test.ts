import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adviceSentences, mistakeSentences, statedMoveInWords } from '../../src/playbook/advice-words.js';
import { Adviser, type Advice } from '../../src/playbook/advice.js';
import { COMMITMENT_LEVELS, COMMITMENT_MOVES } from '../../src/playbook/commitment.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import type { LevelMove, Play } from '../../src/playbook/play.js';
import type { Insight } from '../../src/playbook/proof.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { levelWords } from '../../src/playbook/step-words.js';
import { businessCase, date, executive, initiative, link, pilot, playbookOf } from '../builders.js';

const WORDS = levelWords();

function play(title: string, values: Partial<Pick<Play, 'moves' | 'lever'>> & { readonly mentions?: readonly string[] } = {}): Play {
  return { kind: 'play', path: `Plays/${title}.md`, title, aliases: [], moves: [], lever: [], competencies: [], ...values, mentions: (values.mentions ?? []).map(link) };
}

function insight(title: string, day: string, words: string): Insight {
  return { kind: 'insight', path: `Insights/${title}.md`, title, aliases: [], date: date(day), verbatims: words === '' ? [] : [{ text: words, from: 0, to: 1 }] };
}

/** Advice for Ben. */
function advise(values: Parameters<typeof executive>[0], ...notes: readonly PlaybookNote[]): Advice {
  const ben = executive({ title: 'Ben', ...values });
  return new Adviser(new CommitmentRecord(playbookOf(ben, ...notes), date('2026-11-22'))).advise(ben);
}

function sentences(advice: Advice): readonly string[] {
  return adviceSentences(advice, WORDS).map(({ text }) => text);
}

function mistakes(advice: Advice): readonly string[] {
  return mistakeSentences(advice, WORDS).map(({ text }) => text);
}

function titles(notes: readonly { readonly title: string }[]): readonly string[] {
  return notes.map(({ title }) => title);
}

const ANA = executive({ title: 'Ana', commitment: 'supporter' });
const CEM = executive({ title: 'Cem', commitment: 'passive' });

describe('by level', () => {
  test.each([
    [undefined, 'No level is recorded: without one no rule applies.'],
    ['opposer', 'From opposer to passive by strong support from their peers (S1).'],
    ['passive', 'From passive to toe-dipper by strong support from their peers (S1).'],
    ['toe-dipper', 'From toe-dipper to supporter by a strong business opportunity (S1).'],
    ['supporter', 'No rule in the sources says what moves an executive up from supporter.'],
    ['advocate', 'The level advocate is the highest.'],
  ] as const)('%s: says what the sources state, and no more', (commitment, text) => {
    expect(statedMoveInWords(advise({ commitment }), WORDS)).toBe(text);
  });

  test('nobody assessed is to be assessed first', () => {
    expect(sentences(advise({}))).toEqual(['Look at the evidence and record a level with its day.']);
  });

  test('an opposer hears peers who support, with results that they can quote', () => {
    const board = pilot({ title: 'Board', sponsor: ['Ana'], proof: { result: 4 } });
    const advice = advise({ commitment: 'opposer', peers: ['Cem', 'Ana'] }, ANA, CEM, board);
    expect(advice.steps).toMatchObject([{ kind: 'peers', supporting: [ANA], others: [CEM] }]);
    expect(sentences(advice)).toEqual(['Let peers speak who are recorded at supporter or above: Ana.', 'They can quote results: Board (Ana).']);
  });

  test.each([
    [['Cem'], 'No peer named in the note is recorded at supporter or above yet: Cem. Win one of them first.'],
    [[], 'The note names no peers: add those whose word counts for this person.'],
  ])('a passive with the peers %j is told who is missing', (peers, text) => {
    expect(sentences(advise({ commitment: 'passive', peers }, CEM))).toEqual([text]);
  });

  test('a toe-dipper is shown the cases that are linked', () => {
    const advice = advise({ commitment: 'toe-dipper', unit: 'Freight' }, businessCase({ title: 'Cost' }), initiative({ title: 'Purse', units: ['Freight'], cases: ['Cost'] }));
    expect(sentences(advice)).toEqual(['Show the business opportunity: Cost.']);
    expect(advice.mistakes).toEqual([]);
  });

  test('a supporter quotes results to those who name them as a peer', () => {
    const advice = advise({ commitment: 'supporter' }, pilot({ title: 'Board', sponsor: ['Ben'], proof: { employeeResult: 4 } }), executive({ title: 'Dee', commitment: 'passive', peers: ['Ben'] }));
    expect(sentences(advice)).toEqual(['Results to quote: Board.', 'Who name this person as a peer and stand below supporter: Dee.']);
  });
});

describe('by appeal', () => {
  test('who wants to be loved is shown what customers said, the newest first, by path among equals', () => {
    const voices = [insight('B', '2026-05-01', 'Late'), insight('A', '2026-05-01', 'Lost'), insight('C', '2026-06-01', 'Cold'), insight('D', '2026-07-01', '')];
    const advice = advise({ commitment: 'advocate', appeal: ['loved'] }, ...voices);
    expect(advice.steps[1]).toMatchObject({ kind: 'feedback', voices: [{ title: 'C' }, { title: 'A' }, { title: 'B' }] });
  });

  test('who wants greatness is asked for a legacy', () => {
    expect(advise({ commitment: 'advocate', appeal: ['greatness'] }).steps.at(-1)).toEqual({ kind: 'legacy' });
  });

  test('a name of every object is no appeal', () => {
    expect(advise({ commitment: 'advocate', appeal: ['constructor', '__proto__', 'toString'] }, play('Any', { lever: ['constructor'] })).plays).toEqual([]);
  });
});

describe('mistakes', () => {
  test('ROI for an opposer: by the recorded lever, or by a play that names them', () => {
    expect(mistakes(advise({ commitment: 'opposer', lever: ['ROI'] }))).toEqual(['The lever recorded for Ben is "roi": ROI data does not move an executive recorded as opposer.']);
    const advice = advise({ commitment: 'opposer' }, play('Payback', { lever: ['roi'], mentions: ['Ben'] }), play('Other', { lever: ['roi'] }));
    expect(mistakes(advice)).toEqual(['Payback relies on ROI: ROI data does not move an executive recorded as opposer.']);
  });

  test('none for others with the same lever', () => {
    for (const commitment of ['passive', 'supporter', 'advocate', undefined] as const) expect(advise({ commitment, lever: ['roi'] }, play('Payback', { lever: ['roi'], mentions: ['Ben'] })).mistakes).toEqual([]);
  });

  test('no case for a toe-dipper; work that is over links none', () => {
    const cost = businessCase({ title: 'Cost' });
    expect(mistakes(advise({ commitment: 'toe-dipper' }))).toEqual(['No business case is linked for Ben: without one there is no opportunity to show.']);
    expect(advise({ commitment: 'toe-dipper' }, cost, initiative({ sponsor: ['Ben'], cases: ['Cost'], status: 'done' })).mistakes).toEqual([{ kind: 'no-case' }]);
    expect(advise({ commitment: 'toe-dipper', cases: ['Cost'] }, cost).mistakes).toEqual([]);
  });
});

describe('plays', () => {
  test('those for the move first, then by lever, then by appeal; none for other moves', () => {
    const plays = [
      play('A appeal', { lever: ['empathy'] }),
      play('B lever', { lever: ['peers'] }),
      play('C move', { moves: [{ from: 'passive', to: 'toe-dipper' }] }),
      play('D other move', { moves: [{ from: 'opposer', to: 'passive' }], lever: ['peers', 'empathy'] }),
      play('E nothing'),
    ];
    expect(titles(advise({ commitment: 'passive', appeal: ['loved'] }, ...plays).plays)).toEqual(['C move', 'B lever', 'A appeal']);
    expect(titles(advise({ commitment: 'supporter', appeal: ['loved'] }, ...plays).plays)).toEqual(['A appeal']);
  });

  test('are found anew for each move and appeal', () => {
    const people = [executive({ title: 'Ana', commitment: 'passive' }), executive({ title: 'Ben', commitment: 'toe-dipper' }), executive({ title: 'Cem', commitment: 'passive', appeal: ['greatness'] })];
    const adviser = new Adviser(new CommitmentRecord(playbookOf(...people, play('Peers', { lever: ['peers'] }), play('Pay', { lever: ['roi'] }), play('Dream', { lever: ['vision'] })), date('2026-11-22')));
    expect(people.map((one) => titles(adviser.advise(one).plays))).toEqual([['Peers'], ['Pay'], ['Peers', 'Dream']]);
  });
});

const LEVEL = fc.constantFrom(undefined, ...COMMITMENT_LEVELS);
const MOVE: fc.Arbitrary<LevelMove> = fc.record({ from: fc.constantFrom(...COMMITMENT_LEVELS), to: fc.constantFrom(...COMMITMENT_LEVELS) });
const PLAYS = fc.array(fc.record({ moves: fc.array(MOVE, { maxLength: 3 }), lever: fc.subarray(['roi', 'ROI', ' Roi ', 'peers', 'empathy', 'vision']), mentions: fc.subarray(['Ben', 'Ana']) }), { maxLength: 6 });

describe('whatever the vault records', () => {
  test('no move is named that the table of moves does not have, and an opposer gets no play that relies on ROI', () => {
    fc.assert(
      fc.property(LEVEL, LEVEL, PLAYS, fc.subarray(['loved', 'greatness', 'other']), fc.subarray(['roi', 'peers']), (commitment, peerLevel, plays, appeal, lever) => {
        const notes = plays.map((values, index) => play(`Play ${index}`, values));
        const advice = advise({ commitment, appeal, lever, peers: ['Ana'] }, executive({ title: 'Ana', commitment: peerLevel }), ...notes);
        const stated = commitment === undefined ? undefined : COMMITMENT_MOVES[commitment];
        expect(advice.move).toEqual(stated === undefined ? undefined : { from: commitment, ...stated });
        for (const fitting of advice.plays) {
          if (fitting.moves.length > 0) expect(fitting.moves.some(({ from, to }) => from === commitment && to === stated?.to)).toBe(true);
          if (commitment === 'opposer') expect(fitting.lever.some((one) => /roi/i.test(one))).toBe(false);
        }
        expect(advice.mistakes.some(({ kind }) => kind === 'no-case')).toBe(commitment === 'toe-dipper');
        const relies = lever.includes('roi') || plays.some(({ lever: levers, mentions, moves }) => mentions.includes('Ben') && levers.some((one) => /roi/i.test(one)) && !levers.includes('peers') && (moves.length === 0 || moves.some((move) => move.from === 'opposer')));
        expect(advice.mistakes.some(({ kind }) => kind === 'roi-for-opposer')).toBe(commitment === 'opposer' && relies);
        const named = [...sentences(advice), statedMoveInWords(advice, WORDS)].join(' ').match(/From (\S+) to (\S+)/);
        if (named !== null) expect(stated?.to).toBe(named[2]);
      }),
      { numRuns: 300 },
    );
  });
});
