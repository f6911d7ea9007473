import { describe, expect, test } from 'vitest';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { findUntoldPilots, isTold, tellingNotes } from '../../src/playbook/told-results.js';
import { businessCase, date, executive, message, pilot, playbookOf, room } from '../builders.js';

const proven = pilot({ title: 'Purse', proof: { metric: 'NPS', baseline: -22, result: 17 } });
const today = date('2026-11-22');
const untold = (...notes: readonly PlaybookNote[]): readonly string[] => findUntoldPilots(playbookOf(...notes), today).map(({ title }) => title);

describe('a pilot with a result', () => {
  test('is untold where no note shows that somebody heard of it', () => {
    expect(untold(proven, executive())).toEqual(['Purse']);
  });

  test.each([
    ['an executive’s note', executive({ mentions: ['Purse'] })],
    ['a letter', message({ mentions: ['Purse'] })],
    ['a room', room({ mentions: ['Purse'] })],
    ['a session', message({ kind: 'session', mentions: ['Purse'] })],
  ])('is told where %s links to it', (_name, note) => {
    expect(untold(proven, note)).toEqual([]);
    expect(tellingNotes(proven, playbookOf(proven, note)).map(({ title }) => title)).toEqual([note.title]);
  });

  test('is told where its own note names a day under "Told to"', () => {
    const toldOn = (day: string): PlaybookNote => pilot({ title: 'Purse', proof: { result: 17 }, toldOn: [date(day)] });
    expect(untold(toldOn('2026-11-22'), executive())).toEqual([]);
    expect(untold(toldOn('2026-11-23'), executive())).toEqual(['Purse']);
  });

  test('is told where a note that tells links to a case that names it', () => {
    const named = businessCase({ title: 'Missed calls', pilots: ['Purse'] });
    expect(untold(proven, named, executive())).toEqual(['Purse']);
    expect(untold(proven, named, executive({ cases: ['Missed calls'] }))).toEqual([]);
    expect(untold(proven, named, message({ mentions: ['Missed calls'] }))).toEqual([]);
    expect(tellingNotes(proven, playbookOf(proven, named, executive({ title: 'Ana', cases: ['Missed calls'] }), message({ title: 'Letter', mentions: ['Purse'] }))).map(({ title }) => title)).toEqual(['Ana', 'Letter']);
    expect(untold(proven, businessCase({ title: 'Missed calls' }), executive({ cases: ['Missed calls'] }))).toEqual(['Purse']);
  });

  test('is not untold where the vault has no note that could tell', () => {
    expect(untold(proven, businessCase({ pilots: ['Purse'] }))).toEqual([]);
  });

  test('is not told by its sponsor, or by another case that it links to', () => {
    const sponsored = pilot({ title: 'Purse', sponsor: ['Ana Ruiz'], cases: ['Missed calls'], proof: { result: 17 } });
    expect(untold(sponsored, executive({ cases: ['Missed calls'] }), businessCase({ title: 'Missed calls' }))).toEqual(['Purse']);
  });
});

test('counts a result of employees alone, and leaves out what is not measured or was dropped', () => {
  expect(untold(pilot({ title: 'A', proof: { employeeResult: 71 } }), pilot({ title: 'B', proof: { metric: 'NPS' } }), pilot({ title: 'C' }), pilot({ title: 'D', status: 'dropped', proof: { result: 1 } }), executive())).toEqual(['A']);
});

test('follows each change of the playbook', () => {
  const playbook = playbookOf(proven);
  expect(isTold(proven, playbook, today)).toBe(false);
  playbook.setNote(executive({ mentions: ['Purse'] }));
  expect(isTold(proven, playbook, today)).toBe(true);
  playbook.remove('Executives/Ana Ruiz.md');
  expect(isTold(proven, playbook, today)).toBe(false);
});
