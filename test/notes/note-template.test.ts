import { describe, expect, test } from 'vitest';
import { buildNewNote } from '../../src/notes/new-note.js';
import { DEFAULT_PLAYBOOK_SETTINGS } from '../../src/notes/playbook-settings.js';
import { EMPTY_BODY } from '../../src/notes/read-body.js';
import type { NoteKind } from '../../src/playbook/note.js';
import { playbookOf } from '../builders.js';
import { TODAY } from '../lint/lint-files.js';
import { read } from './read.js';

function fresh(kind: NoteKind): string {
  return buildNewNote(kind, { title: 'First', today: TODAY, settings: DEFAULT_PLAYBOOK_SETTINGS, playbook: playbookOf() }).text;
}

/** Replaces each piece, which must be there. */
function fill(text: string, ...pieces: readonly (readonly [empty: string | RegExp, filled: string])[]): string {
  return pieces.reduce((filled, [empty, value]) => {
    const next = filled.replace(empty, () => value);
    if (next === filled) throw new Error(`"${String(empty)}" is not in:\n${filled}`);
    return next;
  }, text);
}

const PROMPT = /%%[^%]*%%/;

describe('a fresh note', () => {
  test.each(['room', 'insight', 'case', 'empowerment', 'recognition', 'comms', 'pilot', 'session'] as const)('of kind %s has no problems, and says nothing yet', async (kind) => {
    const { parsed } = await read(fresh(kind));
    expect(parsed.problems).toEqual([]);
    const note: Readonly<Record<string, unknown>> = { ...parsed.note };
    for (const [name, empty] of Object.entries(EMPTY_BODY)) if (name in note && name !== 'date') expect({ [name]: note[name] }).toEqual({ [name]: empty });
  });

  test.each([['room', TODAY], ['session', TODAY], ['comms', undefined], ['insight', undefined]] as const)('of kind %s has the day %s', async (kind, date) => {
    const text = fresh(kind);
    expect(text).toContain(`\ndate:${date === undefined ? '' : ` ${date}`}\n`);
    expect((await read(text)).parsed.note).toMatchObject({ date });
  });
});

describe('a template that was filled in reads back', () => {
  test('as a room', async () => {
    const text = fill(fresh('room'), [/%% One line[^%]*%%/, '- Book: the fares page\n- Wait'], ['| | | | |', '| [[Ana]] | release the money | 2026-05-18 | yes |\n| [[Ben]] | a day at the desk | 2026-07-01 | |']);
    const { parsed } = await read(text);
    expect(parsed.problems).toEqual([]);
    expect(parsed.note).toMatchObject({
      date: TODAY, stages: ['Book', 'Wait'],
      promises: [{ who: [{ target: 'Ana' }], what: 'release the money', by: '2026-05-18', kept: true }, { who: [{ target: 'Ben' }], what: 'a day at the desk', by: '2026-07-01', kept: undefined }],
    });
  });

  test('as an insight', async () => {
    const { parsed } = await read(fill(fresh('insight'), ['date:', 'date: 2026-03-05'], [PROMPT, '> "I rang at six." — Kirsi']));
    expect(parsed.note).toMatchObject({ date: '2026-03-05', verbatims: [{ text: 'I rang at six.' }] });
  });

  test('as a case', async () => {
    expect((await read(fill(fresh('case'), [/%% One customer[^%]*%%/, 'Kirsi missed an appointment.']))).parsed.note).toMatchObject({ hasStory: true });
  });

  test('as a note on empowerment', async () => {
    expect((await read(fill(fresh('empowerment'), [/%% What follows[^%]*%%/, 'One talk; abuse ends with the person who did it.']))).parsed.note).toMatchObject({ saysMistakes: true });
  });

  test('as a note on recognition', async () => {
    const { parsed } = await read(fill(fresh('recognition'), ['| Money | | |', '| Money | 1,200 | 1,200 |'], ['| Days off | | |', '| Days off | 2 | |'], ['| Fun | | |', '| Fun | no | dinner |'], [/%% How often[^%]*%%/, 'When ten have been named.']));
    expect(parsed.note).toMatchObject({ forms: ['money', 'fun'], salesForms: ['money', 'time-off'], comparesWithSales: true, saysCadence: true });
  });

  test('as a pilot', async () => {
    const { parsed } = await read(fill(fresh('pilot'), [/%% One line each, such as: - Freight[^%]*%%/, '- Freight: fewer calls'], [/%% Who has heard[^%]*%%/, '- 2026-04-01 leadership call']));
    expect(parsed.problems).toEqual([]);
    expect(parsed.note).toMatchObject({ benefits: ['Freight'], toldOn: ['2026-04-01'] });
  });
});
