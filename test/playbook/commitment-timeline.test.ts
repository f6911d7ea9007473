import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay, toEpochDay } from '../../src/playbook/calendar-date.js';
import { COMMITMENT_LEVELS, reachesLevel } from '../../src/playbook/commitment.js';
import { buildCommitmentTimeline, currentCommitment, fillFromGit, levelOnDay, raiseTimeline, type CommitmentSpan } from '../../src/playbook/commitment-timeline.js';
import type { Executive } from '../../src/playbook/note.js';
import { CommitmentRecord } from '../../src/playbook/commitment-record.js';
import { date, day, executive, playbookOf } from '../builders.js';
import { recordedExecutive, recordedHistory, type Recording } from '../recorded.js';

const today = date('2026-03-10');

function spansOf(ana: Executive): readonly string[] {
  return inWords(buildCommitmentTimeline(ana, today));
}

function inWords(spans: readonly CommitmentSpan[]): readonly string[] {
  return spans.map(({ level, fromDay, toDay, expected, recorded }) => {
    const end = toDay === undefined ? '' : fromEpochDay(toDay);
    return `${level} ${fromEpochDay(fromDay)}..${end}${expected ? ' expected' : ''}${recorded === true ? ' in git' : ''}`;
  });
}

describe('commitment timeline', () => {
  test('lets a level hold until the next record', () => {
    const ana = executive({ levels: { '2026-01-05': 'toe-dipper', '2025-02-01': 'passive' }, commitment: 'supporter', assessed: '2026-03-01' });
    expect(spansOf(ana)).toEqual(['passive 2025-02-01..2026-01-04', 'toe-dipper 2026-01-05..2026-02-28', 'supporter 2026-03-01..']);
  });

  test('marks a record of a day to come as expected, also when it repeats the level', () => {
    expect(spansOf(executive({ levels: { '2026-01-01': 'passive', '2026-06-01': 'supporter' } }))).toEqual([
      'passive 2026-01-01..2026-05-31',
      'supporter 2026-06-01.. expected',
    ]);
    expect(spansOf(executive({ levels: { '2026-01-01': 'passive', '2026-06-01': 'passive' } }))).toEqual([
      'passive 2026-01-01..2026-05-31',
      'passive 2026-06-01.. expected',
    ]);
  });

  test('joins records that repeat a level', () => {
    expect(spansOf(executive({ levels: { '2025-01-01': 'passive', '2025-06-01': 'passive', '2025-09-01': 'advocate' } }))).toEqual([
      'passive 2025-01-01..2025-08-31',
      'advocate 2025-09-01..',
    ]);
  });

  test('believes the property over an assessment of the same day', () => {
    const ana = executive({ levels: { '2025-01-01': 'passive', '2026-01-01': 'opposer' }, commitment: 'passive', assessed: '2026-01-01' });
    expect(spansOf(ana)).toEqual(['passive 2025-01-01..']);
  });

  test('lets a level without a day hold from today, and says nothing of before', () => {
    expect(spansOf(executive({ commitment: 'opposer' }))).toEqual(['opposer 2026-03-10..']);
    expect(spansOf(executive({ commitment: 'supporter', levels: { '2025-01-01': 'passive' } }))).toEqual([
      'passive 2025-01-01..2026-03-09',
      'supporter 2026-03-10..',
    ]);
  });

  test('is empty for an executive who is not assessed', () => {
    expect(spansOf(executive())).toEqual([]);
    expect(currentCommitment(executive(), today)).toBeUndefined();
    expect(levelOnDay([], day('2026-01-01'))).toBeUndefined();
  });

  test('knows no level before the first record', () => {
    const timeline = buildCommitmentTimeline(executive({ levels: { '2026-01-01': 'passive' } }), today);
    expect(levelOnDay(timeline, day('2025-12-31'))).toBeUndefined();
    expect(levelOnDay(timeline, day('2026-01-01'))).toBe('passive');
  });

  test('takes the newest assessment that is not to come for the current level', () => {
    const ana = executive({ levels: { '2025-01-01': 'passive', '2026-01-01': 'toe-dipper', '2026-09-01': 'advocate' } });
    expect(currentCommitment(ana, today)).toBe('toe-dipper');
  });

  test('covers every day from the first record with the newest record of its day', () => {
    const records = fc.dictionary(fc.integer({ min: 20_000, max: 20_060 }).map(String), fc.constantFrom(...COMMITMENT_LEVELS), { maxKeys: 8 });
    fc.assert(
      fc.property(records, (byDay) => {
        const levels = Object.fromEntries(Object.entries(byDay).map(([number, level]) => [fromEpochDay(Number(number)), level]));
        const timeline = buildCommitmentTimeline(executive({ levels }), today);
        for (let number = 19_999; number <= 20_061; number++) {
          const newest = Object.keys(byDay).map(Number).filter((recorded) => recorded <= number).sort((a, b) => b - a)[0];
          expect(levelOnDay(timeline, number)).toBe(newest === undefined ? undefined : byDay[String(newest)]);
        }
        timeline.slice(1).forEach(({ fromDay }, index) => expect(timeline[index]?.toDay).toBe(fromDay - 1));
        expect(timeline.every(({ expected, fromDay }) => expected === fromDay > toEpochDay(today))).toBe(true);
      }),
    );
  });
});

describe('a raised timeline', () => {
  const raised = (ana: Executive, level: (typeof COMMITMENT_LEVELS)[number]) =>
    raiseTimeline(buildCommitmentTimeline(ana, today), level, toEpochDay(today)).map(
      ({ level: held, fromDay, toDay, expected }) => `${held} ${fromEpochDay(fromDay)}..${toDay === undefined ? '' : fromEpochDay(toDay)}${expected ? ' expected' : ''}`,
    );

  test.each([
    ['nothing recorded', {}, ['supporter 2026-03-10.. expected']],
    ['a lower level', { '2026-01-01': 'passive' }, ['passive 2026-01-01..2026-03-09', 'supporter 2026-03-10.. expected']],
    ['a lower one, then a higher', { '2026-01-01': 'passive', '2026-05-01': 'advocate' }, ['passive 2026-01-01..2026-03-09', 'supporter 2026-03-10..2026-04-30 expected', 'advocate 2026-05-01.. expected']],
    ['a higher one, then a lower', { '2026-01-01': 'advocate', '2026-05-01': 'passive' }, ['advocate 2026-01-01..2026-04-30', 'supporter 2026-05-01.. expected']],
    ['the same level', { '2026-01-01': 'supporter' }, ['supporter 2026-01-01..']],
    ['a lower one today', { '2026-03-10': 'passive' }, ['supporter 2026-03-10.. expected']],
    ['a lower one to come', { '2026-05-01': 'passive' }, ['supporter 2026-03-10.. expected']],
    ['a higher one to come', { '2026-05-01': 'advocate' }, ['supporter 2026-03-10..2026-04-30 expected', 'advocate 2026-05-01.. expected']],
  ] as const)('with %s', (_, levels, expected) => expect(raised(executive({ levels }), 'supporter')).toEqual(expected));

  test('has the recorded level before the day, and at least the raised one from then on, on every day', () => {
    const level = fc.constantFrom(...COMMITMENT_LEVELS);
    const records = fc.array(fc.tuple(fc.integer({ min: -200, max: 200 }), level), { maxLength: 5 });
    fc.assert(
      fc.property(records, level, (days, wanted) => {
        const from = toEpochDay(today);
        const timeline = buildCommitmentTimeline(executive({ levels: Object.fromEntries(days.map(([offset, held]) => [fromEpochDay(from + offset), held])) }), today);
        const spans = raiseTimeline(timeline, wanted, from);
        for (let at = from - 210; at < from + 210; at++) {
          const recorded = levelOnDay(timeline, at);
          const isRaised = at >= from && (recorded === undefined || !reachesLevel(recorded, wanted));
          expect(levelOnDay(spans, at)).toBe(isRaised ? wanted : recorded);
        }
        spans.forEach(({ fromDay, toDay }, index) => {
          expect(toDay).toBe(spans[index + 1] === undefined ? undefined : (spans[index + 1]?.fromDay ?? 0) - 1);
          expect(toDay ?? fromDay).toBeGreaterThanOrEqual(fromDay);
        });
      }),
    );
  });
});

describe('a timeline with what git recorded', () => {
  const filled = (ana: Executive, recordings: readonly Recording[]): readonly string[] => inWords(fillFromGit(buildCommitmentTimeline(ana, today), recordedExecutive(ana.path, recordings), today));

  test.each<readonly [string, Parameters<typeof executive>[0], readonly Recording[], readonly string[]]>([
    ['where the note dates nothing, from the day of the recording to yesterday', { commitment: 'supporter' }, [['2025-11-02', 'passive'], ['2026-01-04', 'supporter']], [
      'passive 2025-11-02..2026-01-03 in git', 'supporter 2026-01-04..2026-03-09 in git', 'supporter 2026-03-10..',
    ]],
    ['before the first day that the note has', { levels: { '2026-01-10': 'supporter' } }, [['2025-11-02', 'passive'], ['2026-02-01', 'advocate']], ['passive 2025-11-02..2026-01-09 in git', 'supporter 2026-01-10..']],
    ['and says nothing against the days of the note', { levels: { '2025-01-10': 'supporter' } }, [['2025-11-02', 'passive']], ['supporter 2025-01-10..']],
    ['and leaves gaps open', { commitment: 'supporter' }, [['2025-11-02', 'passive'], ['2026-01-04', 'unreadable'], ['2026-01-06', 'none'], ['2026-02-01', 'passive']], [
      'passive 2025-11-02..2026-01-03 in git', 'passive 2026-02-01..2026-03-09 in git', 'supporter 2026-03-10..',
    ]],
    ['also where the note has a level no more', {}, [['2026-01-04', 'passive']], ['passive 2026-01-04..2026-03-09 in git']],
    ['not from a day to come', { commitment: 'supporter' }, [['2026-06-01', 'passive']], ['supporter 2026-03-10..']],
    ['by the later commit where a clock was wrong', { commitment: 'supporter' }, [['2026-02-01', 'passive'], ['2026-01-04', 'supporter']], ['supporter 2026-01-04..2026-03-09 in git', 'supporter 2026-03-10..']],
  ])('is filled %s', (_, values, recordings, spans) => {
    expect(filled(executive(values), recordings)).toEqual(spans);
  });

  test('knows no level in a gap', () => {
    const timeline = fillFromGit([], recordedExecutive('Ana.md', [['2026-01-04', 'passive'], ['2026-01-10', 'absent'], ['2026-01-20', 'supporter']]), today);
    expect(['2026-01-03', '2026-01-09', '2026-01-10', '2026-01-19', '2026-01-20', '2026-03-10'].map((at) => levelOnDay(timeline, day(at)))).toEqual([undefined, 'passive', undefined, undefined, 'supporter', undefined]);
  });

  test('is raised from today on also where only git has levels', () => {
    const timeline = fillFromGit([], recordedExecutive('Ana.md', [['2026-01-04', 'passive']]), today);
    expect(inWords(raiseTimeline(timeline, 'supporter', toEpochDay(today)))).toEqual(['passive 2026-01-04..2026-03-09 in git', 'supporter 2026-03-10.. expected']);
  });

  test('has the note\'s own spans unchanged, and those of git on days that have none, each with the last recording by its day', () => {
    const from = toEpochDay(today);
    const offset = fc.integer({ min: -60, max: 30 });
    const level = fc.constantFrom(...COMMITMENT_LEVELS);
    const what: fc.Arbitrary<Recording[1]> = fc.constantFrom(...COMMITMENT_LEVELS, 'unreadable', 'absent', 'none');
    fc.assert(
      fc.property(fc.array(fc.tuple(offset, level), { maxLength: 3 }), fc.option(level, { nil: undefined }), fc.array(fc.tuple(offset, what), { maxLength: 6 }), (days, commitment, recordings) => {
        const ana = executive({ levels: Object.fromEntries(days.map(([at, held]) => [fromEpochDay(from + at), held])), ...(commitment === undefined ? {} : { commitment }) });
        const recorded = recordedExecutive(ana.path, recordings.map(([at, each]) => [fromEpochDay(from + at), each]));
        const dated = buildCommitmentTimeline(ana, today);
        const timeline = fillFromGit(dated, recorded, today);
        const ofGit = timeline.filter((span) => span.recorded === true);
        expect(timeline.filter((span) => span.recorded !== true)).toEqual(dated);
        for (let at = from - 70; at <= from + 35; at++) {
          const covering = timeline.filter(({ fromDay, toDay }) => fromDay <= at && (toDay === undefined || at <= toDay));
          expect(covering.length).toBeLessThanOrEqual(1);
          const asserted = levelOnDay(dated, at);
          const last = recordings.filter(([day]) => from + day <= at).at(-1)?.[1];
          const isFree = asserted === undefined && at < from;
          expect(levelOnDay(timeline, at)).toBe(isFree ? COMMITMENT_LEVELS.find((each) => each === last) : asserted);
        }
        expect(ofGit.every(({ expected, toDay }) => !expected && toDay !== undefined && toDay < from)).toBe(true);
      }),
    );
  });

  test('stands in a record for the executives that the history has, by path', () => {
    const [ana, ben] = [executive({ title: 'Ana', commitment: 'supporter' }), executive({ title: 'Ben', commitment: 'passive' })];
    const history = recordedHistory([recordedExecutive(ana.path, [['2026-01-04', 'passive']])]);
    const record = new CommitmentRecord(playbookOf(ana, ben), today, undefined, history);
    expect(inWords(record.timeline(ana))).toEqual(['passive 2026-01-04..2026-03-09 in git', 'supporter 2026-03-10..']);
    expect(inWords(record.timeline(ben))).toEqual(['passive 2026-03-10..']);
  });
});
