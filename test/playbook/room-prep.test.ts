import { describe, expect, test } from 'vitest';
import { assessRoomPrep, MOST_VERBATIMS } from '../../src/playbook/room-prep.js';
import { promiseState } from '../../src/playbook/room.js';
import { date, executive, insight, pilot, playbookOf, room } from '../builders.js';

const TODAY = date('2026-11-22');

describe('a promise', () => {
  test.each([
    ['kept, also late', true, '2026-01-01', 'kept'],
    ['not kept by its day', false, '2026-11-21', 'overdue'],
    ['without a word by its day', undefined, '2026-11-21', 'overdue'],
    ['due today', undefined, '2026-11-22', 'open'],
    ['not kept so far', false, '2026-12-01', 'open'],
    ['without a day', false, undefined, 'open'],
  ] as const)('%s', (_what, kept, by, expected) => {
    expect(promiseState({ kept, by: by === undefined ? undefined : date(by) }, TODAY)).toBe(expected);
  });
});

describe('the last room', () => {
  test('is the newest that was walked; those without a day are named apart', () => {
    const prep = assessRoomPrep(playbookOf(room({ title: 'A', date: '2026-04-08' }), room({ title: 'B', date: '2025-10-01' }), room({ title: 'C' }), room({ title: 'D', date: '2026-12-09' })), TODAY);
    expect(prep.lastRoom?.title).toBe('A');
    expect(prep.undatedRooms.map(({ title }) => title)).toEqual(['C']);
  });

  test('may be missing: then all that is recorded counts', () => {
    const prep = assessRoomPrep(playbookOf(executive(), insight({ date: '2020-01-01', verbatims: ['Late.'] })), TODAY);
    expect(prep).toMatchObject({ lastRoom: undefined, stages: [], promises: [], notLinked: [], results: [] });
    expect(prep.verbatims.map(({ verbatim }) => verbatim.text)).toEqual(['Late.']);
  });
});

test('stages are those of the last room, then those not walked since, with their last day', () => {
  const prep = assessRoomPrep(playbookOf(room({ title: 'Old', date: '2025-10-01', stages: ['Pay', 'wait'] }), room({ title: 'New', date: '2026-04-08', stages: ['Book', 'Wait'] })), TODAY);
  expect(prep.stages).toEqual([{ name: 'Book', walked: '2026-04-08' }, { name: 'Wait', walked: '2026-04-08' }, { name: 'Pay', walked: '2025-10-01' }]);
});

test('promises are all of the last room, and of earlier ones what is not recorded as kept', () => {
  const old = room({ title: 'Old', date: '2025-10-01', promises: [{ what: 'a', kept: true }, { who: ['Ana'], what: 'b', by: '2025-12-01' }] });
  const last = room({ title: 'New', date: '2026-04-08', promises: [{ who: ['The boss', 'Nobody'], what: 'c', kept: true }, { what: 'd', by: '2027-01-01' }] });
  const prep = assessRoomPrep(playbookOf(old, last, executive({ title: 'Ana Ruiz', aliases: ['The boss', 'Ana'] })), TODAY);
  expect(prep.promises.map(({ room: from, promise, state, who }) => [from.title, promise.what, state, who])).toEqual([
    ['New', 'c', 'kept', ['Ana Ruiz', 'Nobody']],
    ['New', 'd', 'open', []],
    ['Old', 'b', 'overdue', ['Ana Ruiz']],
  ]);
});

describe('verbatims', () => {
  test('are newer than the last room, newest first, with those without a day told apart', () => {
    const prep = assessRoomPrep(
      playbookOf(
        room({ date: '2026-04-08' }),
        insight({ title: 'Before', date: '2026-04-08', verbatims: ['a'] }),
        insight({ title: 'Since', date: '2026-06-18', verbatims: ['b', 'c'] }),
        insight({ title: 'Then', date: '2026-10-01', verbatims: ['d'] }),
        insight({ title: 'To come', date: '2026-12-01', verbatims: ['e'] }),
        insight({ title: 'Some day', verbatims: ['f'] }),
        insight({ title: 'Numbers' }),
      ),
      TODAY,
    );
    expect(prep.verbatims.map(({ verbatim, insight: from }) => `${from.title} ${verbatim.text}`)).toEqual(['Then d', 'Since b', 'Since c']);
    expect(prep.undatedInsights.map(({ title }) => title)).toEqual(['Some day']);
    expect(prep.moreVerbatims).toBe(0);
  });

  test('are no more than can be listened to, and those left out are counted', () => {
    const prep = assessRoomPrep(playbookOf(insight({ date: '2026-06-18', verbatims: Array.from({ length: MOST_VERBATIMS + 3 }, (_, index) => `v${index}`) })), TODAY);
    expect([prep.verbatims.length, prep.moreVerbatims]).toEqual([MOST_VERBATIMS, 3]);
  });

  test('of notes that are the coach’s own stay there', () => {
    const prep = assessRoomPrep(playbookOf(insight({ title: 'A', date: '2026-06-18', visibility: 'coach', verbatims: ['a'] }), insight({ title: 'B', visibility: 'coach', verbatims: ['b'] })), TODAY);
    expect([prep.verbatims, prep.undatedInsights]).toEqual([[], []]);
  });
});

test('executives whom the last room’s note does not link to are named', () => {
  const prep = assessRoomPrep(playbookOf(room({ date: '2026-04-08', mentions: ['Ana', 'Ana', 'Storm'] }), executive({ title: 'Ana' }), executive({ title: 'Ben' })), TODAY);
  expect(prep.notLinked.map(({ title }) => title)).toEqual(['Ben']);
});

test('results are those of pilots that ended since, by their ends', () => {
  const proof = { result: 17 };
  const prep = assessRoomPrep(
    playbookOf(
      room({ date: '2026-04-08' }),
      pilot({ title: 'Later', end: '2026-11-06', proof }),
      pilot({ title: 'Sooner', end: '2026-Q2', proof: { employeeResult: 3 } }),
      pilot({ title: 'Before', end: '2026-03', proof }),
      pilot({ title: 'Runs', end: '2027-01', proof }),
      pilot({ title: 'No result', end: '2026-10-01', proof: { metric: 'NPS' } }),
      pilot({ title: 'No end', proof }),
    ),
    TODAY,
  );
  expect(prep.results.map(({ title }) => title)).toEqual(['Sooner', 'Later']);
});
