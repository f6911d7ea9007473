import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanOutline } from '../../src/markdown/outline.js';
import { findSentences } from '../../src/markdown/sentences.js';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 500);

function sentences(text: string): string[] {
  return findSentences(text, scanOutline(text)).map((sentence) => sentence.text);
}

describe('sentences end', () => {
  test.each([
    ['at end marks', 'One. Two! Three? Four… Five', ['One.', 'Two!', 'Three?', 'Four…', 'Five']],
    ['behind closing quotes and brackets', 'He said "pay." Then (twice.) Left.', ['He said "pay."', 'Then (twice.)', 'Left.']],
    ['at headings and list items', '# A b\n- one\n- two\n\n1. three\ntext', ['A b', 'one', 'two', 'three text']],
    ['at CJK full stops', '顧客の声。満足！「はい。」次', ['顧客の声。', '満足！', '「はい。」', '次']],
    ['at table cells', '| a | b |\n| - | - |\n| c d | e |', ['a', 'b', 'c d', 'e']],
    ['at a callout’s title', '> [!note] Title\n> body', ['Title', 'body']],
    ['not at abbreviations', 'Use e.g. Notes, i.e. Files of Dr. Rhee and M. Devereux, z.B. Hamburg, vs. Others.', ['Use e.g. Notes, i.e. Files of Dr. Rhee and M. Devereux, z.B. Hamburg, vs. Others.']],
    ['at a word that is an abbreviation only before a number', 'He said no. See No. 7 too.', ['He said no.', 'See No. 7 too.']],
    ['not in decimals, versions and addresses', 'NPS 9.2 of 1.9.3 at a.example.com now.', ['NPS 9.2 of 1.9.3 at a.example.com now.']],
    ['not before a small letter', 'approx. five etc. and so on', ['approx. five etc. and so on']],
    ['not at a heading’s number', '## 2. Walk the talk', ['2. Walk the talk']],
    ['not at a soft line break', 'one\ntwo', ['one two']],
  ])('%s', (_where, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('readable text', () => {
  test.each([
    ['frontmatter', '---\nwhy: never read\n---\nText.', ['Text.']],
    ['code and math', '```\ncode.\n```\n\n    indented\n\n$$\nx\n$$\nText with `code` in.', ['Text with … in.']],
    ['comments', 'One %% hidden. %% two. <!-- gone -->Three.\n\n%%\nblock\n%%', ['One two.', 'Three.']],
    ['coach callouts', '> [!coach] Ask\n> more\n\nText', ['Text']],
    ['link targets', 'See [[Folder/Ana|Ana]], [[Ben#Why]] and [the case](https://x.example/promise). ![[x.png]] Bare https://x.example/survey.', ['See Ana, Ben and the case.', 'Bare ….']],
    ['tags and block ids', 'Paid 40 #money #cx/time ^id1', ['Paid 40']],
    ['emphasis and HTML', 'A **bold** _word_ ==here==, <b>x</b> and 2 * 3.', ['A bold word here, x and 2 * 3.']],
    ['task marks and quotes', '- [x] done\n> said\n> twice', ['done', 'said twice']],
    ['placeholders', '{{title}} and <% tp %> rest', ['and rest']],
    ['link definitions', '[a]: https://x.example\n\nText', ['Text']],
    ['rules and empty items', '- \n\n---\n\n…', []],
  ])('is without %s', (_what, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

test('gives the place of each sentence, with its markup, and its section', () => {
  const text = '\uFEFF---\r\na: 1\r\n---\r\nLead.\r\n# Why\r\n**One** [[Ana|Ann]]. Two *b*.\r\n## Model\r\nThree.';
  const found = findSentences(text, scanOutline(text));
  expect(found.map(({ from, to, kind, section }) => [text.slice(from, to), kind, section === undefined ? '' : text.slice(section.heading.textFrom, section.heading.textTo)])).toEqual([
    ['Lead.', 'text', ''],
    ['Why', 'heading', 'Why'],
    ['**One** [[Ana|Ann]].', 'text', 'Why'],
    ['Two *b*.', 'text', 'Why'],
    ['Model', 'heading', 'Model'],
    ['Three.', 'text', 'Model'],
  ]);
});

test('any text: ranges in order, inside the note, apart, and never in what is not read', () => {
  const part = fc.constantFrom('a', 'B', '. ', '! ', '。', '\n', '\r\n', '\n\n', '# ', '- ', '> ', '[[', ']]', '|', '`', '%%', '<!--', '-->', '*', '_', '\\', '#t', ' ^b', '{{', '}}', '[', '](', ')', '---\n', '```\n', '1. ', '😀', '<b>', 'https://x');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')), (text) => {
      const outline = scanOutline(text);
      let end = outline.frontmatter?.to ?? 0;
      for (const { from, to, text: said } of findSentences(text, outline)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(said).toMatch(/^\S(?:.*\S)?$/su);
        expect(outline.opaque.some((block) => from < block.to && block.from < to)).toBe(false);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: RUNS },
  );
});

test.each(['{{', '<a:', '.', '*', '[', '`', '#1 ', 'https://!', '<', '__', '%%', '?)', 'a. ', '[[a]] ', '😀'])('a note of 20,000 times %j is read at once', (part) => {
  const text = part.repeat(20_000);
  // Quadratic time would take longer than a test may.
  for (const { to } of findSentences(text, scanOutline(text))) expect(to).toBeLessThanOrEqual(text.length);
});
