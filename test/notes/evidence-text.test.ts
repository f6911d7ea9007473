import { expect, test } from 'vitest';
import { textOfSelection } from '../../src/notes/evidence-text.js';
import { linkPlaceAt, withPlace } from '../../src/notes/link-place.js';
import { pathLink } from '../../src/notes/link-text.js';

test.each([
  ['words', 'We fund what keeps promises', 'We fund what keeps promises'],
  ['lines of a paragraph', 'We fund\nwhat keeps\r\n\r\npromises ', 'We fund what keeps promises'],
  ['a quote', '> We fund\n> > it', 'We fund it'],
  ['a callout', '> [!quote]- Ines\n> We fund it', 'Ines We fund it'],
  ['a list with tasks', '- [x] Fund it\n  * then [[Tell]]\n2) tell', 'Fund it then [[Tell]] tell'],
  ['a heading', '## Opening ^o1\nWe **fund** it', 'Opening We **fund** it'],
  ['rows of a table', '| Who | What |\n|:---|--:|\n| Ines | funds [[Purse\\|it]] |', 'Who, What Ines, funds [[Purse|it]]'],
  ['part of a row', 'es | funds it |', 'es | funds it |'],
  ['a row in a callout', '> | Ines | funds it |', 'Ines, funds it'],
  ['text with comments', 'We %%not\nsure%%fund <!-- x -->it %% open', 'We fund it %% open'],
  ['code and rules', '```\nfund\n```\n---\nit', 'fund it'],
  ['a line with an id', 'We fund it ^s1\nnow', 'We fund it now'],
  ['control characters', 'We\u0000\u001B[31m fund\u2028it', 'We [31m fund it'],
  ['nothing', ' \n ', ''],
])('%s becomes one line', (_what, selection, expected) => {
  expect(textOfSelection(selection)).toBe(expected);
});

test('what is longer than a line is cut between words, and says so', () => {
  const text = textOfSelection('fund it '.repeat(2000));
  expect(text.length).toBeLessThan(310);
  expect(text).toMatch(/^(?:fund it )+(?:fund )?…$/);
});

const SCRIPT = '---\ntype: comms\n---\n# Town hall\nintro\n\n## Opening: the `why` #1\nWe fund it ^s1\nand tell\n\n## Numbers\na\n\n### numbers\nb\n';

test.each([
  ['above the first section', 'intro', ''],
  ['under a heading, without signs that end a link', 'and tell', 'Opening the `why` 1'],
  ['in a block with an id', 'We fund', '^s1'],
  ['under a heading that comes first with its words', 'a\n\n###', 'Numbers'],
  ['under a heading that shares its words', 'b\n', ''],
])('a place %s', (_what, words, expected) => {
  const from = SCRIPT.indexOf(words);
  expect(linkPlaceAt(SCRIPT, from, from + 1)).toBe(expected);
});

test('a link takes a place', () => {
  expect([withPlace('[[Town hall]]', ''), withPlace('[[Town hall]]', 'Numbers'), pathLink('Inbox/A.md'), pathLink('A#1.md')]).toEqual(['[[Town hall]]', '[[Town hall#Numbers]]', '[[Inbox/A]]', undefined]);
});
