/** What of annotations becomes a row, which rows a choice shows, and in which order. */
import { describe, expect, test } from 'vitest';
import { ageInWords, exactInstant } from '../../src/views/thread-age.js';
import { choiceToShow, filterThreads, FIRST_THREADS_CHOICE, readThreadsChoice, type ThreadsChoice } from '../../src/views/thread-choice.js';
import { listThreads } from '../../src/views/thread-list-model.js';
import { buildThreadRows, clipText, notesToConfirm } from '../../src/views/thread-rows.js';
import { splitLinks } from '../../src/annotations/text-pieces.js';
import type { PlacedAnnotation } from '../../src/playbook/annotation.js';
import { date } from '../builders.js';
import { LOUNGE, MUNT, RECORD, thread } from './sample-threads.js';

const TODAY = date('2026-11-22');

describe('rows', () => {
  test('show the place that was found with its line and the words round it, within its paragraph', () => {
    const text = '# Record\r\n\r\nOne record per customer across bookings, freight, terminals, the app and the mailing list of all units that sell.\r\n\r\n## Why\r\n';
    const from = text.indexOf('the app');
    const [row] = buildThreadRows([thread({ id: 'a', place: { state: 'confirm', candidates: [{ from, to: from + 7, score: 0.7 }] } })], () => text);
    expect(row?.places).toEqual([
      { candidate: { from, to: from + 7, score: 0.7 }, line: 3, before: 'One record per customer across bookings, freight, terminals, ', text: 'the app', after: ' and the mailing list of all units that sell.' },
    ]);
  });

  test('cut at whole words what stands far from the place', () => {
    const text = `${'word '.repeat(40)}HERE${' next'.repeat(40)}`;
    const from = text.indexOf('HERE');
    const place = buildThreadRows([thread({ id: 'a', place: { state: 'confirm', candidates: [{ from, to: from + 4, score: 0.7 }] } })], () => text)[0]?.places[0];
    expect(place?.before).toMatch(/^…( word){12,14} $/);
    expect(place?.after).toMatch(/^( next){12,14} …$/);
  });

  test('do without the text of a note that is not at hand', () => {
    const places = buildThreadRows([thread({ id: 'a', place: { state: 'confirm', candidates: [{ from: 9, to: 12, score: 0.7 }] } })], () => undefined)[0]?.places;
    expect(places).toMatchObject([{ line: undefined, before: '', text: '', after: '' }]);
  });

  test('ask only for notes in which somebody has to choose', () => {
    const confirm = { state: 'confirm', candidates: [] } as const;
    const resolved = [['2026-11-01T00:00:00Z', 'a', '', 'resolved']] as const;
    expect(notesToConfirm([thread({ id: 'a', place: confirm }), thread({ id: 'b', place: confirm }), thread({ id: 'c', note: MUNT }), thread({ id: 'd', note: LOUNGE, place: confirm, events: resolved })])).toEqual([RECORD]);
  });

  test('are resolved wherever their quote is, and private by property or folder', () => {
    const placed = [
      thread({ id: 'a', note: null, events: [['2026-11-01T00:00:00Z', 'a', '', 'resolved']] }),
      thread({ id: 'b', visibility: 'coach', path: '_annotations/b.md' }),
      thread({ id: 'c', path: '_coach/annotations/c.md' }),
      thread({ id: 'd' }),
    ];
    expect(buildThreadRows(placed, () => '').map(({ state, isPrivate, missing }) => [state, isPrivate, missing])).toEqual([['resolved', false, 'note'], ['open', true, undefined], ['open', true, undefined], ['open', false, undefined]]);
  });

  test('are named after the link where the note is not there', () => {
    expect(buildThreadRows([thread({ id: 'a', note: null })], () => '')[0]?.noteTitle).toBe('Ferry app relaunch');
  });
});

const ids = (placed: readonly PlacedAnnotation[], change: Partial<ThreadsChoice>, currentPath = RECORD): readonly string[] => {
  const choice = { ...FIRST_THREADS_CHOICE, ...change };
  return listThreads(filterThreads(buildThreadRows(placed, () => ''), choice, currentPath, TODAY), choice).map((row) => (row.kind === 'group' ? `${row.state} ${row.count}` : row.row.annotation.id));
};

const at = (from: number) => ({ state: 'anchored', from, to: from + 1 }) as const;

describe('order', () => {
  test('is that of the passages in one note, what waits for a person first, resolved ones closed', () => {
    const placed = [
      thread({ id: 'late', place: at(90) }),
      thread({ id: 'early', place: at(5) }),
      thread({ id: 'other', note: MUNT }),
      thread({ id: 'choose', place: { state: 'confirm', candidates: [{ from: 50, to: 51, score: 0.5 }] } }),
      thread({ id: 'unknown', place: { state: 'orphan', missing: 'quote' } }),
      thread({ id: 'once', start: 40, place: { state: 'orphan', missing: 'quote' } }),
      thread({ id: 'done', events: [['2026-11-01T00:00:00Z', 'a', '', 'resolved']] }),
    ];
    expect(ids(placed, {})).toEqual(['confirm 1', 'choose', 'orphan 2', 'once', 'unknown', 'open 2', 'early', 'late', 'resolved 1']);
  });

  test('of the vault is by the newest word, or by note with those of no note last', () => {
    const placed = [
      thread({ id: 'old', note: MUNT, place: at(1), events: [['2026-10-01T00:00:00Z', 'a', 'x']] }),
      thread({ id: 'answered', note: RECORD, place: at(9), events: [['2026-09-01T00:00:00Z', 'a', 'x'], ['2026-11-21T00:00:00Z', 'b', 'y']] }),
      thread({ id: 'new', note: RECORD, place: at(2), events: [['2026-11-20T00:00:00Z', 'a', 'x']] }),
    ];
    expect(ids(placed, { scope: 'vault' })).toEqual(['open 3', 'answered', 'new', 'old']);
    expect(ids(placed, { scope: 'vault', order: 'note' })).toEqual(['open 3', 'old', 'new', 'answered']);
    expect(ids([thread({ id: 'lost', note: null }), thread({ id: 'gone', note: MUNT, place: { state: 'orphan', missing: 'quote' } })], { scope: 'vault', order: 'note' })).toEqual(['orphan 2', 'gone', 'lost']);
  });
});

describe('filters', () => {
  const placed = [
    thread({ id: 'risk', kind: 'risk', quote: 'the same weekend', heading: ['Plan'], events: [['2026-11-20T00:00:00Z', 'hal.quist', 'Too much at once'], ['2026-11-21T00:00:00Z', 'maren.devereux', 'Yes']] }),
    thread({ id: 'old', events: [['2026-07-01T00:00:00Z', 'ines.falk', 'Café or lounge?']] }),
    thread({ id: 'mine', visibility: 'coach', events: [['2026-10-10T00:00:00Z', 'hal.quist', 'Careful']] }),
    thread({ id: 'undated', created: 'once', events: [] }),
  ];
  test.each<[string, Partial<ThreadsChoice>, readonly string[]]>([
    ['kind', { kind: 'risk' }, ['risk']],
    ['who began or answered', { author: 'maren.devereux' }, ['risk']],
    ['private ones', { visibility: 'coach' }, ['mine']],
    ['shared ones', { visibility: 'client', kind: 'question' }, ['old', 'undated']],
    ['the last week', { age: 'week' }, ['risk']],
    ['quiet for a month', { age: 'overMonth' }, ['old', 'mine']],
    ['quiet for a quarter', { age: 'overQuarter' }, ['old']],
    ['words of quote and heading', { text: 'WEEKEND plan' }, ['risk']],
    ['words of a reply, and of the note', { text: 'yes record' }, ['risk']],
    ['words in any letters', { text: 'CAFÉ' }, ['old']],
    ['nothing that matches', { text: 'zebra' }, []],
  ])('by %s', (_, change, expected) => {
    expect(ids(placed, change).filter((id) => !id.startsWith('open'))).toEqual(expected);
  });

  test('of a note show the thread whose own file is in front', () => {
    expect(ids(placed, {}, placed[2]!.annotation.path)).toEqual(['open 1', 'mine']);
    expect(filterThreads(buildThreadRows(placed, () => ''), FIRST_THREADS_CHOICE, undefined, TODAY)).toEqual([]);
  });
});

describe('the choice', () => {
  test('is read whatever was saved', () => {
    const choice: ThreadsChoice = { scope: 'vault', text: 'x', kind: 'risk', visibility: 'coach', author: 'a', age: 'week', order: 'note', closed: [] };
    expect(readThreadsChoice(JSON.parse(JSON.stringify(choice)))).toEqual(choice);
    for (const state of [undefined, null, 5, { scope: 'x', text: 4, kind: 'joy', author: '', age: {}, order: [], closed: 'no' }]) expect(readThreadsChoice(state)).toEqual(FIRST_THREADS_CHOICE);
  });

  test('changes no more than it takes to show a thread', () => {
    const [here, done] = buildThreadRows([thread({ id: 'a', kind: 'risk' }), thread({ id: 'b', note: MUNT, events: [['2026-11-01T00:00:00Z', 'a', '', 'resolved']] })], () => '');
    const choice: ThreadsChoice = { ...FIRST_THREADS_CHOICE, kind: 'risk' };
    expect(choiceToShow(choice, here!, RECORD, TODAY)).toEqual(choice);
    expect(choiceToShow({ ...choice, kind: 'praise' }, here!, RECORD, TODAY)).toEqual(FIRST_THREADS_CHOICE);
    expect(choiceToShow(choice, done!, RECORD, TODAY)).toEqual({ ...FIRST_THREADS_CHOICE, scope: 'vault', closed: [] });
  });
});

test.each([
  ['2026-11-22T23:59:59Z', 'today'],
  ['2026-11-23T00:10:00Z', 'today'],
  ['2026-11-21T10:00:00Z', 'yesterday'],
  ['2026-11-19T10:00:00Z', '3 days ago'],
  ['2026-01-02T10:00:00Z', '2026-01-02'],
  ['2027-01-02T10:00:00Z', '2027-01-02'],
  ['last week', 'last week'],
  ['', ''],
])('the age of %j is "%s"', (instant, words) => {
  expect(ageInWords(instant, TODAY)).toBe(words);
});

test('the exact instant is told in UTC, or as written', () => {
  expect(['2026-11-22T10:04:11Z', '2026-11-22T10:04:11.123Z', 'soon'].map(exactInstant)).toEqual(['2026-11-22 10:04 UTC', '2026-11-22 10:04 UTC', 'soon']);
});

test('texts are cut, but no character is', () => {
  expect([clipText('short', 5), clipText('a word more', 7), clipText('ab😀cd', 3)]).toEqual(['short', 'a word…', 'ab…']);
});

test('links of a text are told apart, with what they show', () => {
  expect(splitLinks('See [[Ana Ruiz|Ana]],\n[[CX Vision#Why]] and `[[code]]`.')).toEqual([
    { text: 'See ', target: undefined },
    { text: 'Ana', target: 'Ana Ruiz' },
    { text: ',\n', target: undefined },
    { text: 'CX Vision > Why', target: 'CX Vision' },
    { text: ' and `[[code]]`.', target: undefined },
  ]);
});
