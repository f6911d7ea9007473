import { describe, expect, test } from 'vitest';
import { readKind } from './read-kind.js';
import { lines } from './read.js';

describe('the day of a room', () => {
  test.each([
    ['the property', 'date: 2026-04-08\n', '**Date:** 2026-01-01', '2026-04-08'],
    ['a line with a bold label', '', '# Room\n\n**Date:** 2026-04-08, 13:00–17:30, old ticket hall', '2026-04-08'],
    ['a label without emphasis', '', 'Date: 2026-04-08', '2026-04-08'],
    ['a colon behind the emphasis', '', '__Date__: 2026-04-08', '2026-04-08'],
    ['a list item', '', '- **Date:** Wednesday, 2026-04-08', '2026-04-08'],
    ['a German label', '', '**Datum:** 2026-04-08', '2026-04-08'],
    ['CRLF line ends', '', 'Room\r\n\r\n**Date:** 2026-04-08\r\n', '2026-04-08'],
    ['the second line, where the first is code', '', '```\nDate: 2020-01-01\n```\nDate: 2026-04-08', '2026-04-08'],
    ['none in a comment', '', '%%\n**Date:** 2026-04-08\n%%', undefined],
    ['none in prose', '', 'The update: 2026-04-08', undefined],
    ['none in a longer number', '', '**Date:** 12026-04-08', undefined],
    ['the first behind a longer number', '', '**Date:** 12026-04-08/2026-04-09', '2026-04-09'],
    ['none that does not exist', 'date: \n', '**Date:** 2026-02-30', undefined],
  ])('%s', async (_what, properties, body, expected) => {
    const { note } = await readKind('room', body, properties);
    expect(note.date).toBe(expected);
  });

  test('is asked for where the line holds another form of date, not where the property tells it', async () => {
    const body = '**Date:** 8 April 2026, old ticket hall';
    expect((await readKind('room', body)).problems).toEqual([
      ['The line for the date holds "8 April 2026, old ticket hall", in which no day can be read. Write it as "2026-04-08", or add the property "date".', '8 April 2026, old ticket hall'],
    ]);
    expect((await readKind('room', body, 'date: 2026-04-08\n')).problems).toEqual([]);
    expect((await readKind('room', '**Date:** next spring')).problems).toEqual([]);
  });

  test.each(['comms', 'session'] as const)('a note of kind %s has one in the same way', async (kind) => {
    expect((await readKind(kind, '**Date:** 2026-04-08, Harrow Sound')).note.date).toBe('2026-04-08');
    expect((await readKind(kind, '', 'date: 2026-04-08\n')).note.date).toBe('2026-04-08');
  });
});

describe('the stages walked', () => {
  test.each([
    ['numbered items, their names up to the colon', '## Stages walked\n1. *Book*: the fares page\n2. **Wait** – forty minutes\n3. Ask again — three desks', ['Book', 'Wait', 'Ask again']],
    ['bullets', '## Stages\n- Book\n* Wait\n', ['Book', 'Wait']],
    ['links by their label', '## Stages walked\n- [[Book a crossing|Book]]: on a phone', ['Book']],
    ['a time with a colon', '## Stages walked\n- Wait 20:15 to 21:00: on the bench', ['Wait 20:15 to 21:00']],
    ['of tasks those that are ticked', '## Stages walked\n- [x] Book\n- [ ] Wait\n- [X] Hear', ['Book', 'Hear']],
    ['not what is nested', '## Stages walked\n- Book\n  - on a phone\n    - with one bar', ['Book']],
    ['nothing in code and comments', '## Stages walked\n- Book %% not Wait %%\n```\n- Hear\n```\n%%\n- Wait\n%%\n<!-- - Wait -->', ['Book']],
    ['rows of a table', '## Stages walked\n| Stage | What |\n|---|---|\n| Book | the fares page |\n| Wait | a bench |', ['Book', 'Wait']],
    ['sub-headings', '## Stages walked\n### 1. Book: fares\nOn a phone.\n### Wait\n#### At the quay\n', ['1. Book', 'Wait']],
    ['a heading that goes on', '## Stages walked: morning\n- Book\n## Afternoon\n- Lunch', ['Book']],
    ['a German heading', '## Begangene Stationen\n- Buchen\n- Warten', ['Buchen', 'Warten']],
    ['an underlined heading, CRLF', 'Stages walked\r\n---\r\n- Book\r\n- Wait\r\n', ['Book', 'Wait']],
    ['not another heading', '## Stages of grief\n- Denial', []],
    ['nothing without items', '## Stages walked\n', []],
  ])('%s', async (_what, body, expected) => {
    const { note, problems } = await readKind('room', body);
    expect(note.stages).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test('text that is no list is reported, and read as none', async () => {
    const { note, problems } = await readKind('room', '## Stages walked\nBook, wait, hear.\n\nThen home.\n\n## Next\n');
    expect(note.stages).toEqual([]);
    expect(problems).toEqual([['Text under "Stages walked" is not a list. Write each stage as a list item, such as "- Book".', 'Book, wait, hear.\n\nThen home.']]);
  });
});

describe('the promises', () => {
  /** Who, what, by, kept. */
  async function promises(...body: readonly string[]) {
    const { note, problems } = await readKind('room', lines(...body));
    return { promises: note.promises.map(({ who, what, by, kept }) => [who.map(({ target, label }) => label ?? target).join('+'), what, by, kept]), problems };
  }

  test('are rows of a table, each with its exact place', async () => {
    const { note, text } = await readKind('room', lines('## Commitments made', '| Who | What | By | Kept |', '|---|---|---|---|', '| [[Ana Ruiz]] | release *the* money | 2026-05-18 | yes |', '| [[Ben]] and [[Cleo#x\\|C.]] | a \\| b | 2026-07-01 | no |'));
    expect(note.promises.map(({ from, to }) => text.slice(from, to))).toEqual(['| [[Ana Ruiz]] | release *the* money | 2026-05-18 | yes |', '| [[Ben]] and [[Cleo#x\\|C.]] | a \\| b | 2026-07-01 | no |']);
    expect(note.promises.map(({ who }) => who.map(({ from, to, ...link }) => ({ ...link, at: text.slice(from, to) })))).toEqual([
      [{ target: 'Ana Ruiz', at: '[[Ana Ruiz]]' }],
      [{ target: 'Ben', at: '[[Ben]]' }, { target: 'Cleo', subpath: 'x', label: 'C.', at: '[[Cleo#x\\|C.]]' }],
    ]);
    expect(note.promises.map(({ what, by, kept }) => [what, by, kept])).toEqual([['release the money', '2026-05-18', true], ['a | b', '2026-07-01', false]]);
  });

  test('have their columns in any order, with others between and in other languages', async () => {
    expect((await promises('## Commitments made', 'Kept? | Note | Due | Promise | Name', '-|-|-|-|-', 'no | x | 2026-05-18 | one day | [[Ana]]')).promises).toEqual([['Ana', 'one day', '2026-05-18', false]]);
    expect((await promises('## Zusagen', '| Wer | Was | Bis wann | Eingehalten |', '|---|---|---|---|', '| [[Ana]] | Geld freigeben | 2026-05-18 | ja |')).promises).toEqual([['Ana', 'Geld freigeben', '2026-05-18', true]]);
    expect((await promises('## Commitments made', '| What | Fällig |', '|---|---|', '| one day | 2026-05-18 |')).promises).toEqual([['', 'one day', '2026-05-18', undefined]]);
  });

  test('are list items, kept when ticked', async () => {
    expect(
      (await promises(
        '## Promises',
        '- [ ] [[Ana]] release the money by 2026-05-18',
        '- [x] [[Ben]] and **[[Cleo|C.]]**: three supervisors for [[Rebooking]] (by 2026-07-01) ^p1',
        '- [-] [[Dan]] — a board',
        '- One storm trial until 2026-09-01 — not kept',
        '- [[Eve]] ride along on 2026-09-02 (kept)',
        '- [[Finn]]: fix by hand',
        '-',
        '  - nested',
      )).promises,
    ).toEqual([
      ['Ana', 'release the money', '2026-05-18', undefined],
      ['Ben+C.', 'three supervisors for Rebooking', '2026-07-01', true],
      ['Dan', 'a board', undefined, false],
      ['', 'One storm trial', '2026-09-01', false],
      ['Eve', 'ride along', '2026-09-02', true],
      ['Finn', 'fix by hand', undefined, undefined],
    ]);
  });

  test.each([
    ['a day right at the start', '2026-05-18 release the money', 'release the money', '2026-05-18'],
    ['a day right behind a letter with an accent', 'trasladar el café2026-05-18', 'trasladar el café', '2026-05-18'],
    ['the last of two days with one sign between', 'pay 2026-05-18 2026-06-01', 'pay 2026-05-18', '2026-06-01'],
    ['no day in a longer number', 'pay invoice 12026-05-18', 'pay invoice 12026-05-18', undefined],
    ['a day behind a longer number', 'pay invoice 12026-05-18 by 2026-06-01', 'pay invoice 12026-05-18', '2026-06-01'],
    ['a day before a longer number', 'by 2026-06-01 pay invoice 12026-05-18', 'pay invoice 12026-05-18', '2026-06-01'],
    ['a day that a longer number runs into', 'pay 12026-05-2026-06-01', 'pay 12026-05', '2026-06-01'],
  ])('of a list are due on %s', async (_what, item, what, by) => {
    expect((await promises('## Promises', `- ${item}`)).promises).toEqual([['', what, by, undefined]]);
  });

  test('of a list have the place of the item’s text', async () => {
    const { note, text } = await readKind('room', '## Promises\r\n- [x] [[Ana]] release the money\r\n  by 2026-05-18\r\n');
    expect(note.promises.map(({ from, to }) => text.slice(from, to))).toEqual(['[[Ana]] release the money\r\n  by 2026-05-18']);
    expect(note.promises).toMatchObject([{ what: 'release the money', by: '2026-05-18', kept: true }]);
  });

  test.each([
    ['Yes.', true], ['✅', true], ['x', true], ['done (May)', true], ['**yes**', true], ['Erfüllt', true], ['sí', true],
    ['no', false], ['❌', false], ['not kept', false], ['Nein', false],
    ['', undefined], ['open', undefined], ['?', undefined], ['–', undefined], ['noch nicht', undefined],
  ])('kept "%s" is %s', async (written, expected) => {
    const { promises: read, problems } = await promises('## Promises', '| What | Kept |', '|---|---|', `| x | ${written} |`);
    expect(read).toEqual([['', 'x', undefined, expected]]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['a day that is none', '| x | end of May | yes |', 'Promise is due "end of May", in which no day can be read. Write it as "2026-05-18".', 'end of May'],
    ['a day that does not exist', '| x | 2026-02-30 | |', 'Promise is due "2026-02-30", in which no day can be read. Write it as "2026-05-18".', '2026-02-30'],
    ['an unclear outcome', '| x | 2026-05-18 | half of it |', 'Whether the promise was kept reads "half of it". Write "yes" or "no", or leave it empty.', 'half of it'],
  ])('%s is reported', async (_what, row, message, at) => {
    expect((await promises('## Promises', '| What | By | Kept |', '|---|---|---|', row)).problems).toEqual([[message, at]]);
  });

  test('a list item with a day that does not exist is reported', async () => {
    expect((await promises('## Promises', '- [ ] [[Ana]] pay by 2026-02-30')).problems).toEqual([['Promise is due "2026-02-30", which is no day of the calendar. Write a day such as "2026-05-18".', '[[Ana]] pay by 2026-02-30']]);
  });

  test('a table that does not say what is reported', async () => {
    expect(await promises('## Promises', '| Who | Colour |', '|---|---|', '| [[Ana]] | red |')).toEqual({
      promises: [], problems: [['Table of promises has no column that says what was promised. Name its columns Who, What, By and Kept.', '| Who | Colour |']],
    });
  });

  test('an empty row, a table elsewhere, code and comments hold none', async () => {
    expect(await promises('| Who | What |', '|---|---|', '| a | b |', '## Promises', '| Who | What |', '|---|---|', '| | |', '', '```', '- [[Ana]] pay', '```', '%%', '- [[Ana]] pay', '%%')).toEqual({ promises: [], problems: [] });
  });
});
