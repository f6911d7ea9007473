import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay, toEpochDay } from '../../src/playbook/calendar-date.js';
import { COMMITMENT_LEVELS, reachesLevel } from '../../src/playbook/commitment.js';
import { buildCommitmentTimeline, currentCommitment, levelOnDay, raiseTimeline } from '../../src/playbook/commitment-timeline.js';
import type { Executive } from '../../src/playbook/note.js';
import { date, day, executive } from '../builders.js';

const today = date('2026-03-10');

function spansOf(ana: Executive): readonly string[] {
  return buildCommitmentTimeline(ana, today).map(({ level, fromDay, toDay, expected }) => {
    const end = toDay === undefined ? '' : fromEpochDay(toDay);
    return `${level} ${fromEpochDay(fromDay)}..${end}${expected ? ' expected' : ''}`;
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
