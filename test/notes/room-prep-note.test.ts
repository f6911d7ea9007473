import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { FsVault } from '../../src/cli/fs-vault.js';
import { loadYamlReader } from '../../src/markdown/frontmatter.js';
import { literalText } from '../../src/markdown/literal-text.js';
import { plainHeadingText } from '../../src/markdown/heading-text.js';
import { DEFAULT_PLAYBOOK_SETTINGS } from '../../src/notes/playbook-settings.js';
import { buildRoomPrepNote } from '../../src/notes/room-prep-note.js';
import { assessRoomPrep } from '../../src/playbook/room-prep.js';
import type { Playbook } from '../../src/playbook/playbook.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import { date, executive, insight, pilot, playbookOf, room } from '../builders.js';
import { lines, read } from './read.js';

const TODAY = date('2026-11-22');

function prepare(playbook: Playbook): { readonly path: string; readonly text: string } {
  return buildRoomPrepNote(assessRoomPrep(playbook, TODAY), { title: 'Next customer room', today: TODAY, settings: DEFAULT_PLAYBOOK_SETTINGS, playbook });
}

test('the sample vault’s next room brings what was walked, promised, heard and proven', async () => {
  const store = await PlaybookStore.open(new FsVault(join(import.meta.dirname, '../sample-vault')), { today: TODAY });
  const { path, text } = prepare(store.playbook);
  expect(path).toBe('60 Rooms & comms/Next customer room.md');
  expect(text).toBe(
    lines(
      '---', 'type: room', 'date:', '---', '# Next customer room', '',
      'Prepared on 2026-11-22. Last room: [[Customer Room 2026-04]], 2026-04-08.',
      '%% Write the day of this room into the property "date", and link who is there. %%', '',
      'Left out, because no day is recorded: [[Engagement pulse 2026-09]], [[Verbatims 2026-10]].', '',
      '## Stages walked', '%% Tick what was walked; add what is new. %%',
      '- [ ] Book — last walked 2026-04-08', '- [ ] Wait — last walked 2026-04-08', '- [ ] Hear — last walked 2026-04-08', '- [ ] Ask again — last walked 2026-04-08', '- [ ] Afterwards — last walked 2026-04-08', '',
      '## Promises of last time', '%% Answered in the note of their room, in its column "Kept". %%', '',
      '| Who | What | By | Kept | Room |', '| --- | --- | --- | --- | --- |',
      '| Ines Falk (CEO) | release phase-one money | 2026-05-18 | yes | [[Customer Room 2026-04]] |',
      '| Marguerite Oyelaran (COO) | three supervisors for One-call rebooking | 2026-07-01 | yes | [[Customer Room 2026-04]] |',
      '| Rune Aldous (MD Freight) | a promise board nobody can miss | 2026-07-15 | yes | [[Customer Room 2026-04]] |',
      '| Yara Stentoft (MD Crossings) | one storm trial on the night boat | 2026-09-01 | yes | [[Customer Room 2026-04]] |',
      '| Sunniva Brandt (CMO) | fee rules that match the poster | 2026-10-01 | no, overdue | [[Customer Room 2026-04]] |', '',
      '## In their words',
      '> "Late I can cook with. Silence I can\'t. I\'ve a crew of four in Tarn on double time, and I\'m the last man to know."', '> — [[Voice – Haulier at Harrow Sound]], 2026-06-18', '',
      '> "the one at the desk who writes the mobile number on your hand"', '> — [[Voice – Haulier at Harrow Sound]], 2026-06-18', '',
      '## Results since',
      '- [[Quayside goodwill purse]]: NPS of disrupted guests, Harrow Sound -22 → 17; Hosts who say "I can put it right myself", % 71',
      '- [[Freight promise board at Harrow Sound]]: Hauliers likely to renew, % 61 → 74; Traffic desk staying intent, % 88', '',
      '## Not linked in the note of the last room', '- Leocadia Munt (CIO)', '- Pavel Achterberg (CHRO)', '- Tobias Rhee (CFO)', '',
      '## Commitments made', '%% Who as a link; by when as a day, such as 2026-05-18; kept: yes or no, when it shows. %%', '', '| Who | What | By | Kept |', '| --- | --- | --- | --- |', '| | | | |',
    ),
  );
  await store.setText(path, text);
  expect(store.lint().diagnostics.filter((diagnostic) => diagnostic.path === path)).toEqual([]);
});

test('an empty playbook’s first room says that nothing is recorded', async () => {
  const { text } = prepare(playbookOf());
  expect(text).toContain('No room with a day is recorded before this one.');
  expect(text.match(/^None is recorded\.$/gm)).toHaveLength(3);
  expect((await read(text)).parsed).toMatchObject({ note: { kind: 'room', stages: [], promises: [], mentions: [] }, problems: [] });
});

test('what is filled in during the room reads back: its day, what was ticked, and new promises alone', async () => {
  const playbook = playbookOf(room({ date: '2026-04-08', stages: ['Book', 'Wait'], promises: [{ who: ['Ana'], what: 'a' }] }), executive({ title: 'Ana' }));
  const filled = prepare(playbook).text.replace('date:', 'date: 2026-12-09').replace('- [ ] Wait', '- [x] Wait').replace('| | | | |', '| [[Ana]] | a desk | 2027-01-01 | |');
  expect((await read(filled)).parsed).toMatchObject({
    note: { date: '2026-12-09', stages: ['Wait'], promises: [{ who: [{ target: 'Ana' }], what: 'a desk', by: '2027-01-01' }] }, problems: [],
  });
});

describe('words of other notes', () => {
  beforeAll(loadYamlReader);

  const hostile = fc.array(fc.constantFrom('%%', '[[Ana]]', '![[Ana]]', ']]', '|', '\n', '\r\n', '---', '## Why', '- ', '> ', '`', '```', '<!--', '-->', '<b>', '$$', '#tag', '^id', '**', '==', '{{x}}', '<%', '\\', '"', '“', '”', '«', '&lt;', '\u202e', '\u0000', 'a b', ' ', '2026-01-01'), { maxLength: 14 }).map((parts) => parts.join(''));

  test('are one line of words in the note: no property, heading, link, comment, code or promise comes of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 6, maxLength: 6 }), async ([stage = '', what = '', said = '', metric = '', who = '', label = '']) => {
        const playbook = playbookOf(
          room({ date: '2026-04-08', stages: [stage], promises: [{ who: [who], what }, { what: label }] }),
          insight({ date: '2026-06-18', verbatims: [said] }),
          pilot({ title: 'Purse', end: '2026-10-01', proof: { metric, result: 1, employeeMetric: label, employeeResult: 2 } }),
          executive({ title: 'Ana' }),
        );
        const { path, text } = prepare(playbook);
        const { parsed, source } = await read(text, path);
        expect(parsed.problems).toEqual([]);
        expect(source?.frontmatter.properties.map(({ name }) => name)).toEqual(['type', 'date']);
        expect(source?.outline.sections.map(({ heading }) => text.slice(heading.from, heading.to))).toEqual([
          '# Next customer room', '## Stages walked', '## Promises of last time', '## In their words', '## Results since', '## Not linked in the note of the last room', '## Commitments made',
        ]);
        expect([source?.outline.comments.length, source?.outline.opaque, source?.outline.hints]).toEqual([4, [], []]);
        // Templates are looked for in the text of a new note, escaped or not.
        expect(text).not.toMatch(/<%|%>|\{\{/);
        if (parsed.note?.kind !== 'room') throw new Error('It is no room.');
        expect(parsed.note.promises).toEqual([]);
        expect(new Set(parsed.note.mentions.map(({ target }) => target))).toEqual(new Set(['Customer room', 'Voices', 'Purse']));
      }),
      { numRuns: 500 },
    );
  });

  test.each(['50 %% off', '<% tp.file.title %>', 'a <!-- b', 'a ` b', 'a $$ b'])('in the name of a file, such as %s, open nothing', async (title) => {
    const note = room({ date: '2026-04-08', title, path: `Rooms/${title}.md`, promises: [{ what: 'a' }] });
    const { text } = prepare(playbookOf(note));
    expect(text.replaceAll(/%% [A-Z].*? %%/g, '')).not.toMatch(/%%|<%|(?<!\\)(?:<!--|[`$])/);
    expect((await read(text)).source?.outline.comments.length).toBe(4);
  });

  test('say what they said', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').replace(/\s+/gu, ' ').trim();
        expect(plainHeadingText(`x ${literalText(text)} x`)).toBe(`x ${plain} x`.replace(/\s+/gu, ' '));
      }),
    );
  });

  test.each([
    ['#a ^b _c_', '\\#a \\^b \\_c\\_'],
    ['##a #_b', '\\#\\#a \\#\\_b'],
    ['a#b é#b 1^c 𝒳_d', 'a#b é#b 1^c 𝒳_d'],
    ['é_ a__b ü&lt; # _ ^', 'é\\_ a\\_\\_b ü\\&lt; # \\_ ^'],
    ['C#_ x_#y', 'C#\\_ x\\_\\#y'],
  ])('have an escape where a sign opens something: %s', (text, expected) => {
    expect(literalText(text)).toBe(expected);
  });

  test('are cut where they are long, between signs', () => {
    expect(literalText('word '.repeat(10), 22)).toBe('word word word word…');
    expect(literalText('👩'.repeat(10), 5)).toBe('👩👩…');
    expect(literalText('[short]', 20)).toBe('\\[short\\]');
  });
});
