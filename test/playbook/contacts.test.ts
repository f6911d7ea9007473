import { describe, expect, test } from 'vitest';
import { assessContacts } from '../../src/playbook/contacts.js';
import type { Executive } from '../../src/playbook/note.js';
import { date, executive, playbookOf } from '../builders.js';

const today = date('2026-11-22');
const person = (title: string, lastContact?: string, nextContact?: string): Executive =>
  executive({ title, ...(lastContact === undefined ? {} : { lastContact: date(lastContact) }), ...(nextContact === undefined ? {} : { nextContact: date(nextContact) }) });
const next = (...people: readonly Executive[]): readonly unknown[] => assessContacts(playbookOf(...people), today, { contactDays: 90 }).next.map(({ executive: { title }, state, days }) => [title, state, days]);

describe('a conversation is due', () => {
  test.each([
    ['that was planned and is past', person('Ana', '2026-10-01', '2026-11-20'), 'missed', -2],
    ['that was planned and never noted', person('Ana', undefined, '2026-11-20'), 'missed', -2],
    ['that comes today', person('Ana', undefined, '2026-11-22'), 'near', 0],
    ['that comes within 14 days', person('Ana', '2026-01-01', '2026-12-06'), 'near', 14],
    ['with somebody not spoken with for more than 90 days', person('Ana', '2026-08-23'), 'long-ago', -91],
    ['with somebody met as planned, long ago', person('Ana', '2026-06-01', '2026-06-01'), 'long-ago', -174],
  ])('%s', (_name, who, state, days) => {
    expect(next(who)).toEqual([['Ana', state, days]]);
  });

  test.each([
    ['planned in 15 days', person('Ana', '2026-01-01', '2026-12-07')],
    ['held on the day planned', person('Ana', '2026-11-20', '2026-11-20')],
    ['held 90 days ago', person('Ana', '2026-08-24')],
  ])('not when it is %s', (_name, who) => {
    expect(next(who)).toEqual([]);
  });
});

test('lists missed ones first, the oldest first, then the next to come, then those longest ago', () => {
  expect(next(person('Old', '2026-05-01'), person('Soon', '2026-11-01', '2026-12-01'), person('Late', '2026-10-01', '2026-11-20'), person('Later', '2026-10-01', '2026-11-10'), person('First', undefined, '2026-11-25'))).toEqual([
    ['Later', 'missed', -12], ['Late', 'missed', -2], ['First', 'near', 3], ['Soon', 'near', 9], ['Old', 'long-ago', -205],
  ]);
});

test('tells those without any recorded contact apart', () => {
  expect(assessContacts(playbookOf(executive({ title: 'Ana', influence: 2 }), executive({ title: 'Ben', influence: 5 }), person('Chi', '2026-11-01')), today, { contactDays: 90 }).unrecorded.map(({ title }) => title)).toEqual(['Ben', 'Ana']);
});
