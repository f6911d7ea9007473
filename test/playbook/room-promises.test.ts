import { expect, test } from 'vitest';
import { assessRooms } from '../../src/playbook/room-promises.js';
import { date, executive, playbookOf, room } from '../builders.js';

const today = date('2026-11-22');

const april = room({
  title: 'April',
  date: '2026-04-08',
  promises: [
    { who: ['Ana'], what: 'money', by: '2026-05-18', kept: true },
    { who: ['Ben', 'Ben', 'Gone'], what: 'fee rules', by: '2026-10-01', kept: false },
    { what: 'a bench', kept: false },
    { who: ['Ana'], what: 'a visit', by: '2026-12-01' },
    { who: ['Ana'], what: 'a call', by: '2026-11-22' },
  ],
});

test('keeps promises open until they are kept, and counts the days of the overdue, the latest first', () => {
  const { open, kept } = assessRooms(playbookOf(april, executive({ title: 'Ana' }), executive({ title: 'Ben' })), today);
  expect(kept).toBe(1);
  expect(open.map(({ promise: { what }, lateDays, who }) => [what, lateDays, who.map(({ title }) => title)])).toEqual([
    ['fee rules', 52, ['Ben']], ['a call', undefined, ['Ana']], ['a visit', undefined, ['Ana']], ['a bench', undefined, []],
  ]);
});

test('knows the newest room that was walked', () => {
  const rooms = assessRooms(playbookOf(april, room({ title: 'Next', date: '2026-12-09' }), room({ title: 'Undated' }), room({ title: 'July', date: '2026-07-01' })), today);
  expect([rooms.rooms, rooms.latest?.title, rooms.latestDaysAgo]).toEqual([4, 'July', 144]);
});

test('is empty without rooms', () => {
  expect(assessRooms(playbookOf(), today)).toEqual({ rooms: 0, latest: undefined, latestDaysAgo: undefined, kept: 0, open: [] });
});
